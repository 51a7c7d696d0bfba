"""One run of the conversation: the index brought up to date, the keyboard, the marks, and the end."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from shutil import get_terminal_size
from types import FrameType

from briefing.base.safe_text import safe_line
from briefing.library.index.build.build import build
from briefing.library.index.errors import IndexBusyError
from briefing.library.index.scan.full import scan_library
from briefing.library.open import OpenedLibrary
from briefing.render.symbols import Look
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.mark_cache import MarkCache, marks_of
from briefing.tui.data.remembered import Begun, InLibrary, Noted, update
from briefing.tui.linear.keyboard import Keyboard
from briefing.tui.linear.printing import Setting
from briefing.tui.linear.reader import LinearReader

_NARROWEST, _WIDEST = 20, 100
"""Cells of a line."""


class _Signalled(Exception):  # noqa: N818 - no error: somebody wants the program to end
    """A signal asks the program to end."""


def run_linear(opened: OpenedLibrary, begun: Begun) -> int:
    """Read a library in a conversation until the reader leaves; return the exit code."""
    if opened.sentence:
        _say(opened.sentence)
    _bring_up_to_date(opened)
    ends: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        ends.append(number)
        raise _Signalled

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    mark_cache = MarkCache(opened, marks_of(opened, os.environ))
    with suppress(_Signalled):
        _converse(opened, begun, mark_cache)
    mark_cache.close()
    return 128 + ends[0] if ends else 0


def _converse(opened: OpenedLibrary, begun: Begun, mark_cache: MarkCache) -> None:
    settings = begun.settings
    if mark_cache.problem:
        _say(mark_cache.problem)
    brief_rows = BriefRows(opened, mark_cache, settings.sort or "name")
    with Keyboard(sys.stdin.fileno()) as keyboard:
        width = max(_NARROWEST, min(_WIDEST, get_terminal_size().columns))
        look = Look(ascii=bool(settings.ascii), plain=True)
        reader = LinearReader(brief_rows, mark_cache, Setting(look, width, settings.keys, _say, keyboard.line))
        reader.start(begun.words)
        try:
            while not reader.is_done and (key := keyboard.key()) is not None:
                reader.press(key)
        finally:
            _remember(begun, brief_rows.sort, reader.left)


def _remember(begun: Begun, sort: str, left: InLibrary) -> None:
    """Keep the order, the filter and the brief for the next start."""
    noted = Noted(left, sort=None if sort == (begun.settings.sort or "name") else sort)
    update(begun.environment, lambda before: noted.added_to(before, begun))


def _say(line: str) -> None:
    print(safe_line(line), flush=True)  # noqa: T201 - printing is what a conversation is made of


def _bring_up_to_date(opened: OpenedLibrary) -> None:
    """Let the index know all briefs, so that list, filter and search are complete from the first key on."""
    if opened.root is None:
        return
    try:
        scan_library(opened.brief_index)
        waiting = opened.brief_index.count_waiting()
        if waiting:
            _say(f"Reading {waiting:,} new or changed briefs.")
            build(opened.brief_index)
    except IndexBusyError as error:
        _say(f"{error}: the list may lack what is new.")
