"""What stands at a path, asked without raising: Path's own questions do where a folder may not be looked into."""

# ruff: noqa: PTH110, PTH112, PTH113, PTH114 - pathlib raises PermissionError

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Tell whether there is anything, links followed."""
    return os.path.exists(path)


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder, links followed."""
    return os.path.isdir(path)


def is_file(path: Path) -> bool:
    """Tell whether there is a regular file, links followed."""
    return os.path.isfile(path)


def is_link(path: Path) -> bool:
    """Tell whether there is a link."""
    return os.path.islink(path)
