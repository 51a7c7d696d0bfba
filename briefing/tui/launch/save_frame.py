"""Keeps the first frame for the next start, and the brief in it: which files they depend on, when they may be kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import textual

from briefing.base.named_tuple import NamedTuple
from briefing.library.briefs import Library
from briefing.library.entries import Entry
from briefing.settings import config_file
from briefing.tui.launch.brief_cache import ParsedBrief, keep_brief, parsed_brief
from briefing.tui.launch.frame_cache import STARTUP, keep_frame

_RECENT = 10_000_000
"""Nanoseconds: a file that changed so shortly before the start may have changed again with the same stamp."""


class FirstFrame(NamedTuple):
    """The frame for the next start."""

    drawn: str
    files: tuple[str, ...]
    """Paths of the files that it depends on."""
    file_states: tuple[str, ...]
    """Lines of `file_state` of other files, from when they were read."""
    brief: ParsedBrief | None
    """The open brief, for a start that finds no frame. None: it has problems."""


def may_keep(size: tuple[int, int]) -> bool:
    """Tell whether this is the command in a terminal whose size has not changed since the start."""
    return STARTUP.key is not None and size == STARTUP.size


def first_frame(
    drawn: str, library: Library, shown: Sequence[Entry], file_states: Sequence[str], *, is_sample: bool
) -> FirstFrame:
    """Return the frame for the next start. `drawn` shows the entries `shown`: the open brief, then the list."""
    files = {str(path.absolute()) for path in (*_shown_files(library, shown, is_sample=is_sample), *_program())}
    return FirstFrame(drawn, tuple(sorted(files)), tuple(file_states), parsed_brief(library, shown[0]))


def keep_first_frame(first: FirstFrame, index: Path | None) -> None:
    """Keep the first frame and its brief for the next start, unless a file of theirs changed at the start of this one.

    Called at the end, when nothing writes to the index any more, which the list of the next start depends on.
    """
    beside = () if index is None else (index, index.with_name(f"{index.name}-wal"))
    if STARTUP.key is not None and not any(_is_recent(file) for file in first.files):
        files = [*first.files, *(str(path.absolute()) for path in beside)]
        keep_frame(STARTUP.key, dict(os.environ), files, first.drawn, file_states=first.file_states)
        if first.brief is not None:
            keep_brief(first.brief, os.environ)


def _shown_files(library: Library, shown: Sequence[Entry], *, is_sample: bool) -> Iterator[Path]:
    """Yield the files of the library whose change makes another first frame."""
    open_entry = shown[0]
    brief = library.read(open_entry).brief
    for source in brief.sources if brief else ():
        if path := library.text_path(open_entry, source):
            yield path
    if open_entry.root == Path("briefs") or is_sample:
        yield Path()  # the working folder, which opens instead as soon as it holds a brief
    for entry in shown:
        yield entry.root
        yield entry.path
        yield entry.path.parent


def _program() -> Iterator[Path]:
    """Yield the program's own files, the settings, and the folder that is opened by default."""
    yield Path("briefs")
    if settings := config_file(os.environ):
        yield settings
    yield Path(textual.__file__)
    for name, module in sys.modules.copy().items():  # a thread may import
        if name.startswith("briefing.") and module.__file__:
            yield Path(module.__file__)


def _is_recent(path: str) -> bool:
    try:
        return Path(path).stat().st_mtime_ns > STARTUP.began - _RECENT
    except OSError:
        return False
