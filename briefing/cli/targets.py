"""The briefs of a command: those that were named, else the user's library, else the samples."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import STDIN, typed_path
from briefing.base.safe_text import visible
from briefing.base.static_types import BinaryIO, TypeVar
from briefing.cli.exits import UsageError
from briefing.cli.streams import complain
from briefing.library.briefs import Library, LibraryError, open_library
from briefing.library.entries import SUFFIXES, Entry
from briefing.settings import Settings

_PACKAGE = Path(__file__).parent.parent
_Opened = TypeVar("_Opened")
_COMPARED = 5000
"""Ids that are compared with a mistyped one at most: more would take seconds."""


class DefaultLibrary(NamedTuple):
    """The library that is used if no path is given."""

    path: Path
    why: str
    """Where the user chose it, for the error if it does not exist. Empty: the program chose it."""
    name: str
    """Its name in a sentence: "the current folder"."""
    is_samples: bool = False
    """Whether these are the samples, as there is no other library."""


class RequestedBrief(NamedTuple):
    """One brief of a command."""

    library: Library
    entry: Entry


def samples_folder() -> Path:
    """Return the folder of the samples: in the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "samples"
    return installed if installed.is_dir() else _PACKAGE.parent / "briefs"


def default_library(environment: Mapping[str, str], settings: Settings) -> DefaultLibrary:
    """Return the library that is used if no path is given.

    It is the first of: $BRIEFING_LIBRARY; the library of the settings; the current folder if it contains briefs;
    ./briefs; the current folder if its subfolders contain briefs (not for the home folder, as all of it would be
    searched); the samples.
    """
    named = environment.get("BRIEFING_LIBRARY")
    if named:
        return DefaultLibrary(Path(named), "$BRIEFING_LIBRARY", f"$BRIEFING_LIBRARY ({named})")
    if settings.library is not None:
        return DefaultLibrary(
            settings.library, "the library of the settings", f"the library of the settings ({settings.library})"
        )
    from briefing.library.sync.recognise import holds_briefs, holds_briefs_below  # only where no library was named

    here, briefs = Path(), Path("briefs")
    if holds_briefs(here):
        return DefaultLibrary(here, "", "the current folder")
    if briefs.is_dir():
        return DefaultLibrary(briefs, "", "./briefs")
    if not _is_home(environment) and holds_briefs_below(here):
        return DefaultLibrary(here, "", "the current folder")
    return DefaultLibrary(
        samples_folder(),
        "",
        "the samples that come with briefing (no library was named or found here)",
        is_samples=True,
    )


def _is_home(environment: Mapping[str, str]) -> bool:
    home = environment.get("HOME")
    return bool(home) and os.path.realpath(home or "") == os.path.realpath("")


def fallback_library(names: Sequence[str], environment: Mapping[str, str], settings: Settings) -> DefaultLibrary | None:
    """Return the library in which names that are not paths are looked up as ids. None: all names are paths."""
    if names and all(name == STDIN or os.path.lexists(name) for name in names):
        return None
    return default_library(environment, settings)


def mention_samples(choice: DefaultLibrary | None) -> None:
    """Print on standard error that the samples are used, if they are."""
    if choice is not None and choice.is_samples:
        complain(f"briefing: this is about {choice.name}")


def open_at_paths(paths: Sequence[str], choice: DefaultLibrary | None) -> Library:
    """Open the library at the paths; without paths the default library.

    Raises:
        LibraryError: there is none.

    """
    return open_with(lambda chosen: open_library(chosen, standard_input()), paths, choice)


def open_with(
    open_at: Callable[[Sequence[Path]], _Opened], paths: Sequence[str], choice: DefaultLibrary | None
) -> _Opened:
    """Call `open_at` with the paths; without paths with that of the default library.

    Raises:
        LibraryError: there is no library.

    """
    if paths or choice is None:
        return open_at([typed_path(path) for path in paths])
    try:
        return open_at([choice.path])
    except LibraryError as error:
        raise LibraryError(f"{choice.why}: {error}" if choice.why else str(error)) from error


def requested_briefs(names: Sequence[str], choice: DefaultLibrary | None) -> Iterator[RequestedBrief]:
    """Yield the briefs with these paths or ids, in their order; without names all briefs of the default library.

    A name that is both a path and an id means the path. `choice` is the `fallback_library` of these names.

    Raises:
        LibraryError: a path cannot be opened.
        UsageError: there is no such brief.

    """
    default = None if names else open_at_paths((), choice)
    for name in names:
        if name == STDIN or os.path.lexists(name):
            library = open_at_paths((name,), None)
            yield from (RequestedBrief(library, entry) for entry in library.entries)
        else:
            default = default or open_at_paths((), choice)
            yield RequestedBrief(default, _of_id(name, default))
    if default is not None and not names:
        yield from (RequestedBrief(default, entry) for entry in default.entries)


def _of_id(name: str, library: Library) -> Entry:
    stem, dot, suffix = name.rpartition(".")
    entry = library.find(name) or (library.find(stem) if dot + suffix in SUFFIXES else None)
    entry = entry or library.find(name.removeprefix("./"))  # `list` prints ids that look like options with ./
    if entry is None:
        raise UsageError(f"{visible(name)}: there is no such file, and no brief of that id{_hint(name, library)}")
    return entry


def _hint(name: str, library: Library) -> str:
    from briefing.base.suggestions import did_you_mean  # needed only for a mistyped id

    return did_you_mean(name, (entry.id for entry in library.entries[:_COMPARED]))


def standard_input() -> BinaryIO | None:
    """Return standard input as a stream of bytes. None: it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer
