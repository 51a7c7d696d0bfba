"""Paths: how they are printed for other programs, and what is at them, asked without raising.

A file may be called `-rf.yaml` or `+silent !command.yaml`, and a printed path may be passed to any program, as in
`$EDITOR "$(briefing pick .)"`. So every printed path is absolute, or begins with `./` or `../`. Two report formats are
an exception: GitHub's annotations (crate-ci/typos, 1496) and SARIF (github/codeql-action, 2829) match the path with
names inside a repository, which do not begin with `./`.

The methods of `pathlib.Path` raise where a folder may not be entered or a name is too long; the functions here do not.
"""

# ruff: noqa: PTH110, PTH112, PTH113, PTH114 - pathlib raises

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

STDIN = "-"
"""The path that stands for standard input."""
OPTION_SIGNS = ("-", "+")
"""Characters that begin an option, or in some editors a command."""


def printed_path(path: Path) -> str:
    """Return a path as it is printed: `./` is put before a relative path, unless it begins with `..`."""
    text = str(path)
    if text == STDIN or path.is_absolute() or path.parts[:1] == ("..",):
        return text
    return f"./{text}" if path.parts else "./"


def typed_path(name: str) -> Path:
    """Return the path that was typed. `./-`, a file called `-`, becomes absolute, since `-` means standard input."""
    path = Path(name)
    return path.absolute() if str(path) == STDIN != name else path


def user_folder(environment: Mapping[str, str], variable: str, *default: str) -> Path | None:
    """Return one of the user's folders: the one that a variable names, else `default` in the home folder.

    None: there is neither. Relative paths are ignored, as the XDG Base Directory Specification says.
    """
    chosen, home = Path(environment.get(variable, "")), Path(environment.get("HOME", ""))
    folder = chosen if chosen.is_absolute() else home.joinpath(*default)
    return folder if folder.is_absolute() else None


def state_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the folder for what a program keeps between starts. None: there is none."""
    return user_folder(environment, "XDG_STATE_HOME", ".local", "state")


def is_there(path: Path) -> bool:
    """Tell whether anything exists at a path, links followed."""
    return os.path.exists(path)


def is_folder(path: Path) -> bool:
    """Tell whether the path is a folder, links followed."""
    return os.path.isdir(path)


def is_file(path: Path) -> bool:
    """Tell whether the path is a regular file, links followed."""
    return os.path.isfile(path)


def is_link(path: Path) -> bool:
    """Tell whether the path is a symbolic link."""
    return os.path.islink(path)
