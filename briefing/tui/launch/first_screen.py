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
from briefing.tui.data.brief_rows import BriefRows, is_name_only
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.data.saved_position import SavedPosition, read
from briefing.tui.drawing.chrome_lines import MastheadFacts, masthead_ends
from briefing.tui.drawing.layout import LayoutState, Size, reading_places
from briefing.tui.drawing.sheets import BriefContent
from briefing.tui.launch.scene import FrameContent, ListContent, in_sight, list_top
from briefing.tui.panes import LIBRARY

_FEW = 8
"""Briefs that the index does not know yet and that are read for the list; with more the list is left to the app."""


class FirstScreen:
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
    def _mark_cache(self) -> MarkCache:
        return MarkCache(self._opened, self._marks)

    @cached_property
    def _brief_rows(self) -> BriefRows:
        return BriefRows(self._opened, self._mark_cache, self._settings.sort or "name")

    @cached_property
    def _at(self) -> int:
        """Place of the brief in the list, from 0."""
        rows = self._brief_rows.rows
        return rows.index(self._brief_rows.first) if self._brief_rows.first in rows else 0

    @cached_property
    def pane(self) -> str:
        """Where the reader begins, and is while they turn to other briefs.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        saved = self._saved_position(self._brief_rows.entry(self._brief_rows.first).id)
        return saved.pane if saved else "summary"

    def turn(self, step: int) -> bool:
        """Go to the brief so many places on in the list; tell whether there is one.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        at = self._at + step
        if not 0 <= at < len(self._brief_rows.rows):
            return False
        self._at = at
        return True

    def scene(self, size: Size, *, with_list: bool = True) -> FrameContent:
        """Return what the app would show on a screen of this size.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        brief_rows, rows = self._brief_rows, self._brief_rows.rows
        entry = brief_rows.entry(rows[self._at] if rows else brief_rows.first)
        reading = brief_rows.library.read(entry)
        facts = MastheadFacts(
            found=sorted(dict.fromkeys(reading.problems)),
            wrong={"settings": self._problems},
            is_sample=self._opened.is_samples,
        )
        return FrameContent(
            BriefContent(reading, None),
            masthead_ends(entry, reading.brief, f"{self._at + 1:,} of {len(rows):,}", facts),
            self.pane,
            self._saved_position(entry.id),
            self._briefs(size) if with_list else None,
            has_hints=not self._settings.keys,
        )

    def _saved_position(self, brief_id: str) -> SavedPosition | None:
        return read(self._mark_cache.of(brief_id).place)

    def _briefs(self, size: Size) -> ListContent | None:
        """Return the list, if it is seen and what it says is at hand."""
        place = reading_places(size, LayoutState(self.pane)).get(LIBRARY)
        if place is None:
            return None
        rows = self._brief_rows.rows
        briefs = ListContent(len(rows), self._at, self._said, tuple(self._settings.searches), self._top)
        self._top = list_top(place, briefs)
        numbers = [rows[at] for at in in_sight(place, briefs)]
        if not self._have_read(numbers):
            return None
        self._brief_rows.prepare(numbers, ())
        return briefs

    def _said(self, at: int) -> ListRow:
        return self._brief_rows.row(self._brief_rows.rows[at])

    def _have_read(self, numbers: Sequence[int]) -> bool:
        """Read those of these rows that the index does not know, if they are few; tell whether all are known."""
        listed = self._brief_rows.listing.look_up(numbers)
        unread = [number for number in numbers if number not in listed or is_name_only(listed[number])]
        if len(unread) > _FEW:
            return False
        for number in unread:
            self._brief_rows.library.read(
                self._brief_rows.entry(number)
            )  # it is kept, so the app need not read it again
        return True
