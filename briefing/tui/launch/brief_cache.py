"""The brief that was open at the end, kept as it was parsed: without a kept frame, a start needs no parser for it.

It is read only for what is drawn before Textual is there. The app parses the file, as that of every other brief.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from zlib import crc32

from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import STDIN
from briefing.format.model import Reading
from briefing.format.model.plain import PlainError, brief_of, plain_brief
from briefing.library.briefs import Library
from briefing.library.entries import Entry
from briefing.tui.launch.frame_cache import keep_text, kept_text, states_of, versions

_BRIEFS = "briefs"
"""Folder of the kept briefs in the program's folder of the user's cache folder."""
_FORM = "briefing brief 1"
_ROOM = "briefing.format."
"""The modules that decide what a file says."""


class ParsedBrief(NamedTuple):
    """A parsed brief that may be kept."""

    key: str
    file_states: tuple[str, ...]
    """Lines of `file_state` from before it was read: of its file, and of the program's files that parse it."""
    text: str


def parsed_brief(library: Library, entry: Entry) -> ParsedBrief | None:
    """Return what may be kept of a brief. None: it has problems, or parts that are not kept."""
    if entry.file == STDIN:
        return None
    modules = [module for name, module in sys.modules.copy().items() if name.startswith(_ROOM)]  # a thread may import
    files = [str(entry.path.absolute()), *(module.__file__ for module in modules if module.__file__)]
    states, reading = states_of(files), library.read(entry)
    if reading.brief is None or reading.problems:
        return None
    try:
        text = json.dumps(plain_brief(reading.brief), ensure_ascii=False, separators=(",", ":"))
    except PlainError:
        return None
    return ParsedBrief(_key(entry), tuple(states), f"{_sum(text)} {text}")


def keep_brief(parsed: ParsedBrief, environment: Mapping[str, str]) -> bool:
    """Keep a parsed brief until its file changes; tell whether it was written. Never raises."""
    return keep_text(parsed.key, environment, _BRIEFS, parsed.file_states, parsed.text)


def kept_reading(entry: Entry, environment: Mapping[str, str]) -> Reading | None:
    """Return what was read of a brief, if that is kept and neither its file nor the program has changed since."""
    try:
        kept = kept_text(_key(entry), environment, _BRIEFS)
        checksum, _, text = (kept or "").partition(" ")
        return Reading(brief_of(json.loads(text)), ()) if kept and checksum == _sum(text) else None
    except (OSError, ValueError, RecursionError):
        return None  # there is none, or it is damaged: the file is parsed


def _key(entry: Entry) -> str:
    return ascii((versions(_FORM), os.path.abspath(entry.root), entry.id, entry.file, entry.alone))  # noqa: PTH100 - as kept


def _sum(text: str) -> str:
    return f"{crc32(text.encode()):08x}"
