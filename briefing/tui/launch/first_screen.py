"""What the app is going to show first, computed before there is an app: the brief and the list beside it.

It asks the index and the marks what the app will ask. Only one thread may use it at a time.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property

from briefing.base.problems import Problem, problem_counts
from briefing.format.model import Reading
from briefing.library.marks import OpenedMarks
from briefing.library.open import OpenedLibrary
from briefing.library.sort_orders import SORT_ORDERS
from briefing.render.parts.listed_brief import ListRow
from briefing.tui.data.brief_rows import BriefRows, is_name_only
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.data.remembered import Begun
from briefing.tui.data.saved_position import SavedPosition, read
from briefing.tui.drawing.field_lines import LONGEST, FieldText, left_of
from briefing.tui.drawing.layout import NO_NEEDS, LayoutState, Size, reading_layout
from briefing.tui.drawing.list_form import is_dense
from briefing.tui.drawing.position import Move
from briefing.tui.drawing.sheets import BriefContent, PaneSheets
from briefing.tui.drawing.title_bar import ListPlace, TitleFacts, title_bar
from briefing.tui.launch.brief_cache import kept_reading
from briefing.tui.launch.frame_content import FrameContent, Page
from briefing.tui.launch.list_content import ListContent
from briefing.tui.panes import LIBRARY, MAIN

_BACKSPACE = b"\x7f"
_FEW = 8
"""If more briefs in sight are not indexed yet, the list is left to the app: reading them takes too long."""


class FirstScreen:
    """What the app would show: first the brief that a start opens, then what keys lead to."""

    def __init__(
        self, opened: OpenedLibrary, marks: OpenedMarks, begun: Begun, problems: Sequence[Problem] = ()
    ) -> None:
        """Take what the app is given, and ask nothing yet. `problems` are those of the settings."""
        self._opened = opened
        self._marks = marks
        self._begun = begun
        self._settings = begun.settings
        self._problems = problems
        self._is_first = True
        """True until the reader turns to another brief: the first one need not be in the list."""
        self._moves: dict[int, list[Move]] = {}
        """Where the reader went in the pane, in each brief, by its row."""
        self._scroll_top = 0
        """The first visible line of the list."""
        self._typed: FieldText | None = None
        """What is typed into the filter. None: it is not open."""
        self._page: Page | None = None
        self._sheets: PaneSheets | None = None
        """What was typeset of the brief shown last, so that the frame of its pane and that of all need it once."""

    @cached_property
    def _mark_cache(self) -> MarkCache:
        return MarkCache(self._opened, self._marks)

    @cached_property
    def _brief_rows(self) -> BriefRows:
        return BriefRows(self._opened, self._mark_cache, self._settings.sort or "name")

    @cached_property
    def _rows(self) -> Sequence[int]:
        """The rows of the list: all, or those that the filter lets through."""
        if not self._begun.words:
            return self._brief_rows.rows
        from briefing.tui.data.query_highlights import rows_at_start  # not needed for a list without a filter

        found = rows_at_start(self._brief_rows, self._begun.words)
        return self._brief_rows.rows if found is None else found.rows

    @property
    def _is_filtered(self) -> bool:
        """Whether the list is filtered: then it is left to the app, which highlights words in it."""
        return self._rows is not self._brief_rows.rows

    @cached_property
    def _at(self) -> int:
        """Index of the brief in the list; 0 if it is not in it."""
        return self._rows.index(self._brief_rows.first) if self._is_listed else 0

    @cached_property
    def _is_listed(self) -> bool:
        """Whether the first brief is in the list."""
        return self._brief_rows.first in self._rows

    @cached_property
    def pane(self) -> str:
        """The pane that the reader begins in.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        saved = self._saved_position(self._brief_rows.entry(self._brief_rows.first).id)
        return saved.pane if saved else MAIN

    def turn(self, step: int) -> bool:
        """Go `step` briefs down the list, or up if negative; tell whether there is one.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        at = self._at + step - (self._is_first and not self._is_listed and step > 0)
        if not 0 <= at < len(self._rows):
            return False
        self._at, self._is_first = at, False
        return True

    def move(self, move: Move) -> None:
        """Go somewhere in the pane, or in the page over it.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        if self._page is None:
            self._moves.setdefault(self._row, []).append(move)
        else:
            self._page = self._page._replace(moves=(*self._page.moves, move))

    @property
    def is_filtering(self) -> bool:
        """Whether the filter is being typed."""
        return self._typed is not None

    def open_filter(self, size: Size) -> bool:
        """Open the filter; return False if only the app knows what is there then.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        if self._is_filtered or self._settings.keys:
            return False
        self._typed = FieldText()
        if self._briefs(size) is None:
            self._typed = None
        return self.is_filtering

    def type(self, key: bytes) -> bool:
        """Type a key into the filter, which only the app answers; return False if it is no letter of ASCII."""
        before = self._typed.text if self._typed else ""
        if key == _BACKSPACE:
            text = before[: left_of(before)]
        elif key.isascii() and key.decode().isprintable() and len(before) < LONGEST:
            text = before + key.decode()
        else:
            return False
        self._typed = FieldText(text, len(text))
        return True

    @property
    def page(self) -> Page | None:
        """The page over the screen. None: there is none."""
        return self._page

    def open_page(self, page: Page) -> None:
        """Lay a page over the screen."""
        self._page = page

    def close_page(self) -> None:
        """Show the screen again."""
        self._page = None

    @property
    def part(self) -> str:
        """The part that the reader is in: the pane, or the list while the filter is typed."""
        return LIBRARY if self.is_filtering else self.pane

    @cached_property
    def _first_reading(self) -> Reading:
        """What the file of the first brief says, as it was kept or else parsed now."""
        entry = self._brief_rows.entry(self._brief_rows.first)
        return kept_reading(entry, os.environ) or self._brief_rows.library.read(entry)

    @property
    def _row(self) -> int:
        """The row of the brief that is shown."""
        return self._brief_rows.first if self._is_first else self._rows[self._at]

    def content(self, size: Size, *, with_list: bool = True) -> FrameContent:
        """Return what the app would show at this size.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        brief_rows, rows = self._brief_rows, self._rows
        entry = brief_rows.entry(self._row)
        reading = self._first_reading if self._is_first else brief_rows.library.read(entry)
        if self._sheets is None or self._sheets.content.reading is not reading:
            self._sheets = PaneSheets(BriefContent(reading, None))
        facts = TitleFacts(
            found=problem_counts(reading.problems),
            wrong={"settings": problem_counts(self._problems)},
            is_sample=self._opened.is_samples,
        )
        place = ListPlace(self._at + 1, f"{len(rows):,}", is_filtered=self._is_filtered)
        return FrameContent(
            self._sheets,
            title_bar(entry, reading.brief, place, facts, self._begun.look),
            self.part,
            self._saved_position(entry.id),
            self._briefs(size) if with_list else None,
            has_hints=not self._settings.keys,
            is_filtered=self._is_filtered,
            is_list_dense=self._is_list_dense,
            order=SORT_ORDERS[self._brief_rows.sort].words,
            moves=tuple(self._moves.get(self._row, ())),
            typed=self._typed,
            is_covered=self._page is not None,
        )

    def _saved_position(self, brief_id: str) -> SavedPosition | None:
        return read(self._mark_cache.of(brief_id).place)

    @property
    def _is_list_dense(self) -> bool:
        return is_dense(self._begun.form, len(self._brief_rows))

    def _briefs(self, size: Size) -> ListContent | None:
        """Return the list; None if it is not visible, filtered, or has too many briefs that are not indexed."""
        state = LayoutState(self.part, is_filtering=self.is_filtering, is_list_dense=self._is_list_dense)
        place = reading_layout(size, state, NO_NEEDS).rectangles.get(LIBRARY)
        if place is None or self._is_filtered:
            return None
        from briefing.tui.data.kept_searches import kept_searches  # not needed for the pane that is drawn first
        from briefing.tui.launch.list_frame import in_sight, list_scroll_top, may_need_all

        rows = self._rows
        searches = tuple(kept_searches(self._settings.searches, self._brief_rows))
        briefs = ListContent(len(rows), self._at, self._list_row, searches, self._scroll_top, self._begun.form)
        look = self._begun.look
        numbers = rows if may_need_all(place, briefs) else [rows[at] for at in in_sight(place, briefs, look)]
        if not self._read_unindexed(numbers):
            return None
        self._brief_rows.prepare(numbers, ())
        self._scroll_top = list_scroll_top(place, briefs, look)
        return briefs

    def _list_row(self, at: int) -> ListRow:
        return self._brief_rows.list_row(self._rows[at])

    def _read_unindexed(self, numbers: Sequence[int]) -> bool:
        """Read the rows that are not indexed, if they are few; tell whether all rows are known then."""
        listed = self._brief_rows.brief_index.look_up(numbers)
        unread = [number for number in numbers if number not in listed or is_name_only(listed[number])]
        if len(unread) > _FEW:
            return False
        for number in unread:
            self._brief_rows.library.read(self._brief_rows.entry(number))  # cached, so the app need not read it again
        return True
