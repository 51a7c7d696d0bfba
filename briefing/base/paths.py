"""Paths: how they are written for other programs, and what stands at them, asked without raising.

A file may be called `-rf.yaml` or `+silent !command.yaml`, and what prints its name does not know which program will
get it: `$EDITOR "$(briefing pick .)"`. So every path that is printed is absolute, or begins with `./` or `../`. Two
forms have a field of their own for the path and match it with names inside a repository, where `./` finds nothing:
GitHub's annotations (crate-ci/typos, 1496) and SARIF (github/codeql-action, 2829).

Path's own questions raise where a folder may not be looked into, or a name is too long.
"""

# ruff: noqa: PTH110, PTH112, PTH113, PTH114 - pathlib raises

from __future__ import annotations

import os
from pathlib import Path

STDIN = "-"
"""The path that stands for standard input."""
OPTION_SIGNS = ("-", "+")
"""What options begin with, and what editors take for a command."""


def written(path: Path) -> str:
    """Return a path as it is printed: absolute as it is, a relative one behind `./`, unless it begins with `..`."""
    text = str(path)
    if text == STDIN or path.is_absolute() or path.parts[:1] == ("..",):
        return text
    return f"./{text}" if path.parts else "./"


def typed_path(name: str) -> Path:
    """Return the path that was typed; that of a file called `-` is absolute, since `-` is standard input."""
    path = Path(name)
    return path.absolute() if str(path) == STDIN != name else path


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
