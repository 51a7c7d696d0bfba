"""Owns which briefs a command is about: what was asked for, else the reader's own library, else the samples."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from briefing.cli.exits import UsageError
from briefing.entries import STDIN, SUFFIXES, Entry
from briefing.library import Library, LibraryError, open_library
from briefing.safetext import visible
from briefing.settings import Settings

_PACKAGE = Path(__file__).parent.parent
_Opened = TypeVar("_Opened")
_COMPARED = 5000
"""Ids that a mistyped one is compared with: more would take seconds."""


class Choice(NamedTuple):
    """The library that opens when no path is given."""

    path: Path
    why: str
    """Where that was chosen, for the sentence that says it is not there; empty when the program chose."""


class Asked(NamedTuple):
    """One brief that a command is about."""

    library: Library
    entry: Entry


def samples() -> Path:
    """Return the folder of the sample briefs: in the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "samples"
    return installed if installed.is_dir() else _PACKAGE.parent / "briefs"


def default_library(environment: Mapping[str, str], settings: Settings) -> Choice:
    """Return what opens when no path is given."""
    named = environment.get("BRIEFING_LIBRARY")
    if named:
        return Choice(Path(named), "$BRIEFING_LIBRARY")
    if settings.library is not None:
        return Choice(settings.library, "the library of the settings")
    here = Path("briefs")
    return Choice(here if here.is_dir() else samples(), "")


def opened(paths: Sequence[str], environment: Mapping[str, str], settings: Settings) -> Library:
    """Open the library at the paths, or the default one.

    Raises:
        LibraryError: there is none.

    """
    return opened_by(lambda chosen: open_library(chosen, standard_input()), paths, environment, settings)


def opened_by(
    open_at: Callable[[Sequence[Path]], _Opened],
    paths: Sequence[str],
    environment: Mapping[str, str],
    settings: Settings,
) -> _Opened:
    """Open what is at the paths, or else the default library, by a function of lists of paths.

    Raises:
        LibraryError: there is none.

    """
    if paths:
        return open_at([Path(path) for path in paths])
    path, why = default_library(environment, settings)
    try:
        return open_at([path])
    except LibraryError as error:
        raise LibraryError(f"{why}: {error}" if why else str(error)) from error


def asked(names: Sequence[str], environment: Mapping[str, str], settings: Settings) -> Iterator[Asked]:
    """Yield the briefs at paths and of ids, in the order of the names; without names the whole default library.

    A name that is a path is that path, whatever ids there are.

    Raises:
        LibraryError: there is no such path.
        UsageError: there is no such brief.

    """
    default = None if names else opened((), environment, settings)
    for name in names:
        if name == STDIN or os.path.lexists(name):
            library = opened((name,), environment, settings)
            yield from (Asked(library, entry) for entry in library.entries)
        else:
            default = default or opened((), environment, settings)
            yield Asked(default, _of_id(name, default))
    if default is not None and not names:
        yield from (Asked(default, entry) for entry in default.entries)


def _of_id(name: str, library: Library) -> Entry:
    stem, dot, suffix = name.rpartition(".")
    entry = library.find(name) or (library.find(stem) if dot + suffix in SUFFIXES else None)
    if entry is None:
        raise UsageError(f"{visible(name)}: there is no such file, and no brief of that id{_nearest(name, library)}")
    return entry


def _nearest(name: str, library: Library) -> str:
    from briefing.spelling import did_you_mean, nearest  # only for those who mistyped

    near = nearest(name, [entry.id for entry in library.entries[:_COMPARED]])
    return did_you_mean(near and visible(near))


def standard_input() -> BinaryIO | None:
    """Return the bytes of standard input, or None when it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer
