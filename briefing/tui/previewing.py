"""Owns turning to the briefs beside the first one while Textual is loaded: what a first frame would show of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import NamedTuple

from briefing.entries import Entry
from briefing.index.marked import MARK_ORDERS
from briefing.library.indexed import Opened
from briefing.marks import Mark
from briefing.marks import Opened as OpenedMarks
from briefing.problems import BriefingError
from briefing.settings import Settings
from briefing.tui.holding import HELD
from briefing.tui.inks import roles
from briefing.tui.opening import First, Setting, first_rows, frame
from briefing.tui.standing import read
from briefing.tui.typedahead import TypedAhead

_NEAR = 10
"""Briefs on each side that can be turned to: nobody types more keys before Textual is there."""


class Beside(NamedTuple):
    """The briefs about the first one, by their places in the list, from 0."""

    entries: Mapping[int, Entry]
    marks: Mapping[str, Mark]
    """By the ids of the briefs."""
    at: int
    """Place of the first one."""
    total: int


def beside(opened: Opened, marks: OpenedMarks, sort: str) -> Beside | None:
    """Return the briefs about the first one; None where the list is in an order that only the app can tell.

    Raises:
        IndexUnusableError: the index is damaged.
        MarksError: the marks cannot be read.

    """
    rows = () if sort in MARK_ORDERS else opened.listing.order(sort)
    if opened.first not in rows:
        return None
    at = rows.index(opened.first)
    near = range(max(0, at - _NEAR), min(len(rows), at + _NEAR + 1))
    listed = opened.listing.listed([rows[place] for place in near])
    entries = {place: listed[rows[place]].entry for place in near if rows[place] in listed}
    return Beside(entries, marks.marks.marks(entry.id for entry in entries.values()), at, len(rows))


class Previewer:
    """Shows the briefs that keys turn to, as a first frame shows one."""

    def __init__(self, opened: Opened, about: Beside, setting: Setting) -> None:
        self._library = opened.library
        self._about = about
        self._setting = setting
        self._at = about.at

    def turn(self, step: int) -> None:
        """Show the brief so many places on, if there is one and it is known where it will be."""
        entry = self._about.entries.get(self._at + step)
        if entry is None:
            return
        self._at += step
        size, look, inks = self._setting
        rows = first_rows(self._first(entry), size, look)
        if rows:
            HELD.redraw(frame(rows, size, roles(inks, inks.ground) if inks else {}))

    def _first(self, entry: Entry) -> First:
        mark = self._about.marks.get(entry.id)
        place = f"{self._at + 1:,} of {self._about.total:,}"
        return First(entry, self._library.read(entry), read(mark.place) if mark else None, place)


def listen(opened: Opened, marks: OpenedMarks, settings: Settings, setting: Setting) -> TypedAhead | None:
    """Show what is turned to until Textual has the terminal. None: nothing is drawn, or it is not sure what follows."""
    if not HELD.has_terminal or sys.__stdin__ is None or settings.keys:  # the reader's own keys may mean anything
        return None
    try:
        about = beside(opened, marks, settings.sort or "name")
    except BriefingError:
        return None  # the app says what is wrong
    return about and TypedAhead(sys.__stdin__.fileno(), Previewer(opened, about, setting).turn)
