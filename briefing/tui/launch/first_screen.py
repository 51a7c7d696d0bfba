"""Owns what the app is going to show first, worked out before there is an app: of which brief, and beside which others.

It asks the index and the marks what the app will ask them. Whoever has it uses it in one thread at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from briefing.base.problems import Problem
from briefing.library.marks import OpenedMarks
from briefing.library.open import OpenedLibrary
from briefing.render.parts.chrome import ListRow
from briefing.settings import Settings
from briefing.tui.data.brief_rows import Shelf, is_unread
from briefing.tui.data.mark_cache import MarkBook
from briefing.tui.data.saved_position import Standing, read
from briefing.tui.drawing.chrome_lines import Facts, head_of
from briefing.tui.drawing.layout import Size, View, reading_places
from briefing.tui.drawing.sheets import Known
from briefing.tui.launch.scene import Briefs, Scene, in_sight, list_top
from briefing.tui.panes import LIBRARY

_FEW = 8
"""Briefs that the index does not know yet and that are read for the list; with more the list is left to the app."""


class Prospect:
    """What the app would show, first of the brief that a start begins with, and then of those that are turned to."""

    def __init__(
        self, opened: OpenedLibrary, marks: OpenedMarks, settings: Settings, problems: Sequence[Problem] = ()
    ) -> None:
        """Take what the app is given; nothing is asked yet. `problems` are those of the settings."""
        self._opened = opened
        self._marks = marks
        self._settings = settings
        self._problems = problems
        self._top = 0
        """First line of the list on the screen."""

    @cached_property
    def _book(self) -> MarkBook:
        return MarkBook(self._opened, self._marks)

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(self._opened, self._book, self._settings.sort or "name")

    @cached_property
    def _at(self) -> int:
        """Place of the brief in the list, from 0."""
        rows = self._shelf.rows
        return rows.index(self._shelf.first) if self._shelf.first in rows else 0

    @cached_property
    def pane(self) -> str:
        """Where the reader begins, and is while they turn to other briefs.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        standing = self._standing(self._shelf.entry(self._shelf.first).id)
        return standing.pane if standing else "summary"

    def turn(self, step: int) -> bool:
        """Go to the brief so many places on in the list; tell whether there is one.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        at = self._at + step
        if not 0 <= at < len(self._shelf.rows):
            return False
        self._at = at
        return True

    def scene(self, size: Size, *, with_list: bool = True) -> Scene:
        """Return what the app would show on a screen of this size.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        shelf, rows = self._shelf, self._shelf.rows
        entry = shelf.entry(rows[self._at] if rows else shelf.first)
        reading = shelf.library.read(entry)
        facts = Facts(
            found=sorted(dict.fromkeys(reading.problems)),
            wrong={"settings": self._problems},
            is_sample=self._opened.is_samples,
        )
        return Scene(
            Known(reading, None),
            head_of(entry, reading.brief, f"{self._at + 1:,} of {len(rows):,}", facts),
            self.pane,
            self._standing(entry.id),
            self._briefs(size) if with_list else None,
            has_hints=not self._settings.keys,
        )

    def _standing(self, brief_id: str) -> Standing | None:
        return read(self._book.of(brief_id).place)

    def _briefs(self, size: Size) -> Briefs | None:
        """Return the list, if it is seen and what it says is at hand."""
        place = reading_places(size, View(self.pane)).get(LIBRARY)
        if place is None:
            return None
        rows = self._shelf.rows
        briefs = Briefs(len(rows), self._at, self._said, tuple(self._settings.searches), self._top)
        self._top = list_top(place, briefs)
        numbers = [rows[at] for at in in_sight(place, briefs)]
        if not self._have_read(numbers):
            return None
        self._shelf.prepare(numbers, ())
        return briefs

    def _said(self, at: int) -> ListRow:
        return self._shelf.row(self._shelf.rows[at])

    def _have_read(self, numbers: Sequence[int]) -> bool:
        """Read those of these rows that the index does not know, if they are few; tell whether all are known."""
        listed = self._shelf.listing.look_up(numbers)
        unread = [number for number in numbers if number not in listed or is_unread(listed[number])]
        if len(unread) > _FEW:
            return False
        for number in unread:
            self._shelf.library.read(self._shelf.entry(number))  # it is kept, so the app need not read it again
        return True
