"""The state of a file as one line of text: what it says changes whenever the file does.

The frame kept for the next start lists the files that it shows by such lines. Quick to import, since a start compares
them before it imports anything else.
"""

# ruff: noqa: PTH100, PTH116 - to import pathlib takes as long as to read a frame

from __future__ import annotations

import os


def file_state(path: str) -> str:
    """Return the line of a file as it is now. A file that does not exist has a line as well."""
    return f"{_state(path)} {ascii(path)[1:-1]}"


def optional_file_state(path: str | None) -> tuple[str, ...]:
    """Return the line of a file as it is now, by its absolute path; nothing if there is no path."""
    return () if path is None else (file_state(os.path.abspath(path)),)


def is_unchanged(line: str) -> bool:
    """Tell whether a file is still as a line says."""
    state, _, name = line.partition(" ")
    path = name if "\\" not in name else name.encode("ascii").decode("unicode_escape")
    return _state(path) == state


def _state(path: str) -> str:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return "-"
    return f"{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_size}:{status.st_ino}"
