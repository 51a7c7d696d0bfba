"""The list of briefs: all of them, or those that the filter lets through."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from types import MappingProxyType

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import BriefingError
from briefing.base.safe_text import safe_line
from briefing.library.index.search.cancel import CancelToken
from briefing.tui.controllers.context import Context
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.kept_searches import NEW_QUERY
from briefing.tui.data.lookup import Lookup
from briefing.tui.data.query_highlights import FilterResult, Highlighter, Sight, look_up_rows, rows_at_start
from briefing.tui.drawing.list_form import FORMS, ListForm
from briefing.tui.drawing.list_lines import NEW
from briefing.tui.drawing.row_settings import next_form
from briefing.tui.widgets.brief_list import LibraryList

_QUIET_FOR = 0.12
"""Seconds without a key after which the first brief of the filtered list is opened, and after which the number of
briefs is shown where it takes longer to know than the first of them: no key of a word waits for it."""
_MORE = 10
"""Rows that are looked up at once beyond those in sight: for the first keys that move in them."""


class BriefList:
    """Filters the list and shows it; keeps the numbers of the saved searches."""

    draws_for = 0.02
    """Seconds in which the first rows are drawn: looking up the rest meanwhile would hold that up."""

    def __init__(self, context: Context) -> None:
        self._state, self._view, self._workers, self._notifications = context
        self._found: Sequence[int] | None = None
        """The rows that the words let through, in the order of the list. None: all rows."""
        self._part_of = ""
        """The words of which the list has only the first rows that they let through. Empty: it has all of them."""
        self._begins_later = False
        """True while there may be rows before the first one that the list has."""
        self._stays = True
        """True while no filter result is pending: the open brief stays open even if the filter hides it."""
        self.highlighter: Highlighter | None = None
        """Highlights the words of the filter in the rows. None: there is no filter."""
        self._lookup = Lookup(self._workers.pool("filter"))
        self._counts = Lookup(self._workers.pool("searches"))
        self._searches: Mapping[str, str] = MappingProxyType({})
        self._is_counting = False
        """True while counting the saved searches waits for a moment without keys."""
        self._is_opening = False
        """True while opening the first brief of the list waits for a moment without keys."""

    @property
    def _library(self) -> LibraryList:
        return self._view.reading_screen.library

    @property
    def _seen(self) -> int:
        """The most briefs that the list can show at a time: in lines, each takes at least two."""
        rows = self._library.list_size.rows
        return rows // 2 if self._library.shape.each > 1 else rows

    @property
    def is_partly_found(self) -> bool:
        """True while the list has only the first of its rows: the others are not known yet."""
        return bool(self._part_of)

    @property
    def is_place_known(self) -> bool:
        """Whether the rows before the chosen one are known, so that it can be said where it stands."""
        return not self._begins_later

    def warm_up(self, load: Callable[[], object]) -> None:
        """Load what the first filter needs in the thread that will look it up."""
        self._lookup.warm_up(load)

    def close(self) -> None:
        """Give up what the index is being asked."""
        self._lookup.give_up()
        self._counts.give_up()

    # saved searches

    def show_searches(self, searches: Mapping[str, str]) -> None:
        """Show these searches above the briefs: queries by name."""
        self._searches = searches
        self._library.header.show_searches(tuple(searches), {})

    def filter_by_search(self, name: str) -> None:
        """Filter the list by a saved search."""
        self._view.reading_screen.filter_by(self._searches[name])

    def change_form(self) -> None:
        """Show the rows in the next form."""
        library = self._library
        self._state.list_form = library.form = next_form(self._state.list_form, library.list_size)
        library.refresh()
        self._view.reading_screen.fit_list()
        self._view.tell(f"list: {FORMS[self._state.list_form]}")

    def list_new(self) -> None:
        """Show only what is new or has changed, or all briefs again."""
        screen = self._view.reading_screen
        if screen.filter_text == NEW_QUERY:
            screen.list_all()
        elif (self._state.unread, self._state.changed) == (0, 0):
            self._view.tell("nothing is new or has changed")
        else:
            screen.filter_by(NEW_QUERY)

    def count_searches(self) -> None:
        """Count what the saved searches find, once no key comes for a moment."""
        if self._searches and not self._is_counting:
            self._is_counting = True
            self._workers.when_quiet(self._begin_to_count)

    def _begin_to_count(self) -> None:
        self._is_counting = False
        if self._view.is_running:
            self._workers.start(self._count_searches, "searches")

    async def _count_searches(self) -> None:
        numbers: dict[str, int] = {}
        for name, query in self._searches.items():
            if name == NEW:
                continue  # counted with the marks
            try:
                found = await self._counts.ask(partial(look_up_rows, self._state.brief_rows, query, None), lambda: None)
            except BriefingError:
                return  # the index is damaged: whoever looks for something is told
            if found is not None:
                numbers[name] = len(found.rows)
        self._library.header.show_searches(tuple(self._searches), numbers)
        self._library.refresh()

    # the filter

    def begin(self, words: str, form: ListForm) -> None:
        """Begin with the form of the list of the start before, and with its filter if that still finds something."""
        self._state.list_form = self._library.form = form
        if found := rows_at_start(self._state.brief_rows, words):
            self._state.words, self._found, self.highlighter = words, found.rows, found.highlighter
            self._view.reading_screen.begin_filtered(words, f"{len(found.rows):,}")

    def filter(self, words: str) -> None:
        """Show only the briefs that these words let through."""
        self._state.words, self._stays = words, False
        self._find()

    def find_again(self) -> None:
        """Filter again, since the briefs have changed; the reader stays where they are."""
        self._find()
        self.count_searches()

    def _find(self) -> None:
        if self._state.words.strip():
            self._workers.start(partial(self._find_rows, self._state.words), "filter")
        else:
            if self._is_opening:
                self._open_first()  # where the words led to is where the reader stays
            self._workers.cancel("filter")
            self._lookup.give_up()
            self.highlighter, self._begins_later = None, False
            self._library.header.show_error("")
            self._show_rows(None)

    async def _find_rows(self, words: str) -> None:
        """Show what the words let through, in the frame of the key if that takes no longer."""
        sight = None if self._stays else Sight(self._seen + _MORE, self._state.row)
        look_up = partial(look_up_rows, self._state.brief_rows, words, sight)
        try:
            found = await self._lookup.ask(look_up, lambda: self._view.reading_screen.show_filtered(""))
        except BriefingError as error:
            self._refuse(error)
        else:
            if found is None:
                return
            self._show_answer(found, words)
        if self.is_partly_found:
            await self._complete()

    def _show_answer(self, found: FilterResult, words: str) -> None:
        self.highlighter = found.highlighter
        self._library.header.show_error("")
        self._begins_later = not found.is_first
        self._show_rows(found.rows, "" if found.is_whole else words)

    def _refuse(self, error: BriefingError) -> None:
        """Say what is wrong with the words; the list keeps what it has."""
        self._view.reading_screen.show_filtered("?")
        self._library.header.show_error(safe_line(str(error)))
        self._library.refresh()

    async def _complete(self) -> None:
        """Replace the first rows by all of them; say how many there are once no key comes."""
        await asyncio.sleep(self.draws_for)
        with suppress(BriefingError):  # the index is damaged: the next question says so
            asked, chosen = self._library.index, self._library.shown_rows[self._library.index]
            found = await self._lookup.ask(
                partial(_look_up_all, self._state.brief_rows, self._part_of, chosen), lambda: None
            )
            if found is not None:
                self._take_all(found.rows, found.place + self._library.index - asked)
                await asyncio.sleep(_QUIET_FOR)
                self._say_how_many()

    def _take_all(self, rows: Sequence[int], near: int) -> None:
        """Take all rows in place of the first ones; the chosen row is near a place of them."""
        index = _place_of(self._library.shown_rows[self._library.index], rows, near)
        if index is None:  # another program has just changed the index
            self._part_of, self._begins_later = "", False
            self._found = rows
            self.show()
            return
        self._found, self._part_of, self._begins_later = rows, "", False
        self._library.complete(rows, index)

    # the rows

    def show(self) -> None:
        """Show the rows as they are now; the open brief stays the chosen one, or what stands where it was."""
        rows = self._state.brief_rows.rows if self._found is None else self._found
        at = self.place_of(self._state.row)
        index = min(self._library.index, len(rows)) if at is None else at
        self._library.show(rows, index, self.highlighter, none_chosen=at is None)
        self._view.reading_screen.fit_list()

    def place_of(self, row: int) -> int | None:
        """Return where a row stands in the list. None: nowhere."""
        if self._found is None:
            return self._state.brief_rows.place_of(row)
        return _place_of(row, self._found, self._library.index)

    def reset(self, words: str, form: ListForm) -> None:
        """Show the rows as a start with this filter does, with no number at the saved searches."""
        self._workers.cancel("filter")
        self._lookup.give_up()
        self._found, self.highlighter, self._part_of, self._stays = None, None, "", True
        self._begins_later = False
        self._library.header.show_error("")
        self.show_searches(self._searches)
        self._library.header.show_new(None)
        self.begin(words, form)
        self._library.show(self._state.brief_rows.rows if self._found is None else self._found, 0)
        self._library.forget()
        self.show()

    def _show_rows(self, found: Sequence[int] | None, part_of: str = "") -> None:
        """Show what was found; the reader goes to the first of it when their brief is not among it."""
        self._part_of = part_of
        if self._stays and found is not None and found == self._found:
            self._say_how_many()
            return
        self._found = found
        if self._stays:
            self._library.keep_scroll_for(self._state.brief_rows.rows if found is None else found)
        self.show()
        if len(self._library.shown_rows) and not self._stays and not self._is_open_listed():
            self._library.show(self._library.shown_rows, 0, self.highlighter)
            if not self._is_opening:
                self._is_opening = True
                self._workers.when_quiet(self._open_first, _QUIET_FOR)
        self._stays = True
        self._say_how_many()

    def _is_open_listed(self) -> bool:
        return _place_of(self._state.row, self._library.shown_rows, self._library.index) is not None

    def _say_how_many(self) -> None:
        number = self._state.look.signs.ellipsis if self.is_partly_found else f"{len(self._library.shown_rows):,}"
        note = "?" if self._library.header.error else number
        self._view.reading_screen.show_filtered("" if self._found is None else note)
        self._view.update_title_bar()

    def _open_first(self) -> None:
        """Open the brief that the list stands on, where the one that is open is not in the list."""
        self._is_opening = False
        if self._view.is_running and self._library.shown_rows and not self._is_open_listed():
            self._notifications.row_chosen.send(self._library.shown_rows[self._library.index])


class _AllRows(NamedTuple):
    """All rows that words let through."""

    rows: Sequence[int]
    place: int
    """Of the chosen row among them; 0 if it is not there."""


def _look_up_all(brief_rows: BriefRows, words: str, chosen: int, running: CancelToken) -> _AllRows:
    """Look up all rows, and where the chosen one is among them. Slow: not for the event loop."""
    rows = look_up_rows(brief_rows, words, None, running).rows
    return _AllRows(rows, _place_of(chosen, rows, 0) or 0)


def _place_of(row: int, rows: Sequence[int], near: int) -> int | None:
    """Return where a row is among others, None: nowhere. It is looked for near a place first: there are many rows."""
    for at in (near, near + 1, near - 1):
        if 0 <= at < len(rows) and rows[at] == row:
            return at
    try:
        return rows.index(row)
    except ValueError:
        return None
