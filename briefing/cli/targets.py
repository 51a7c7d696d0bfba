"""Which briefs a command is about: what was asked for, else the reader's own library, else the samples."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from briefing.base.paths import STDIN, typed_path
from briefing.base.safe_text import visible
from briefing.cli.exits import UsageError
from briefing.cli.streams import complain
from briefing.library.briefs import Library, LibraryError, open_library
from briefing.library.entries import SUFFIXES, Entry
from briefing.library.sync.recognise import holds_briefs, holds_briefs_below
from briefing.settings import Settings

_PACKAGE = Path(__file__).parent.parent
_Opened = TypeVar("_Opened")
_COMPARED = 5000
"""Ids that a mistyped one is compared with: more would take seconds."""


class Choice(NamedTuple):
    """The library that is looked at when no path is given."""

    path: Path
    why: str
    """Where that was chosen, for the sentence that says it is not there; empty when the program chose."""
    name: str
    """What it is called in a sentence: "the current folder"."""
    is_samples: bool = False
    """Whether these are the samples, since there is no other library."""


class Asked(NamedTuple):
    """One brief that a command is about."""

    library: Library
    entry: Entry


def samples() -> Path:
    """Return the folder of the sample briefs: in the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "samples"
    return installed if installed.is_dir() else _PACKAGE.parent / "briefs"


def default_library(environment: Mapping[str, str], settings: Settings) -> Choice:
    """Return what is looked at when no path is given.

    It is $BRIEFING_LIBRARY, the library of the settings, the current folder if it holds briefs, ./briefs, the current
    folder if folders in it hold briefs (the home folder aside: all of it would be looked through), or the samples.
    """
    named = environment.get("BRIEFING_LIBRARY")
    if named:
        return Choice(Path(named), "$BRIEFING_LIBRARY", f"$BRIEFING_LIBRARY ({named})")
    if settings.library is not None:
        return Choice(
            settings.library, "the library of the settings", f"the library of the settings ({settings.library})"
        )
    here, briefs = Path(), Path("briefs")
    if holds_briefs(here):
        return Choice(here, "", "the current folder")
    if briefs.is_dir():
        return Choice(briefs, "", "./briefs")
    if not _is_home(environment) and holds_briefs_below(here):
        return Choice(here, "", "the current folder")
    return Choice(
        samples(), "", "the samples that come with briefing (no library was named or found here)", is_samples=True
    )


def _is_home(environment: Mapping[str, str]) -> bool:
    home = environment.get("HOME")
    return bool(home) and os.path.realpath(home or "") == os.path.realpath("")


def fallback(names: Sequence[str], environment: Mapping[str, str], settings: Settings) -> Choice | None:
    """Return the library that is looked at besides what the names are paths of. None: each of them is a path."""
    if names and all(name == STDIN or os.path.lexists(name) for name in names):
        return None
    return default_library(environment, settings)


def name_samples(choice: Choice | None) -> None:
    """Say on standard error that the samples are looked at, where they are."""
    if choice is not None and choice.is_samples:
        complain(f"briefing: this is about {choice.name}")


def opened(paths: Sequence[str], choice: Choice | None) -> Library:
    """Open the library at the paths, or without paths the one that was chosen.

    Raises:
        LibraryError: there is none.

    """
    return opened_by(lambda chosen: open_library(chosen, standard_input()), paths, choice)


def opened_by(open_at: Callable[[Sequence[Path]], _Opened], paths: Sequence[str], choice: Choice | None) -> _Opened:
    """Open what is at the paths, or without paths the library that was chosen, by a function of lists of paths.

    Raises:
        LibraryError: there is none.

    """
    if paths or choice is None:
        return open_at([typed_path(path) for path in paths])
    try:
        return open_at([choice.path])
    except LibraryError as error:
        raise LibraryError(f"{choice.why}: {error}" if choice.why else str(error)) from error


def asked(names: Sequence[str], choice: Choice | None) -> Iterator[Asked]:
    """Yield the briefs at paths and of ids, in the order of the names; without names the whole library that was chosen.

    A name that is a path is that path, whatever ids there are. `choice` is the `fallback` of these names.

    Raises:
        LibraryError: there is no such path.
        UsageError: there is no such brief.

    """
    default = None if names else opened((), choice)
    for name in names:
        if name == STDIN or os.path.lexists(name):
            library = opened((name,), None)
            yield from (Asked(library, entry) for entry in library.entries)
        else:
            default = default or opened((), choice)
            yield Asked(default, _of_id(name, default))
    if default is not None and not names:
        yield from (Asked(default, entry) for entry in default.entries)


def _of_id(name: str, library: Library) -> Entry:
    stem, dot, suffix = name.rpartition(".")
    entry = library.find(name) or (library.find(stem) if dot + suffix in SUFFIXES else None)
    entry = entry or library.find(name.removeprefix("./"))  # as `list` prints an id that looks like an option
    if entry is None:
        raise UsageError(f"{visible(name)}: there is no such file, and no brief of that id{_nearest(name, library)}")
    return entry


def _nearest(name: str, library: Library) -> str:
    from briefing.base.spelling import did_you_mean, nearest_word  # only for those who mistyped

    near = nearest_word(name, [entry.id for entry in library.entries[:_COMPARED]])
    return did_you_mean(near and visible(near))


def standard_input() -> BinaryIO | None:
    """Return the bytes of standard input, or None when it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer
