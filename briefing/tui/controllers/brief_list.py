"""Owns which briefs the list shows, and in which order: all of them, or those that the reader's words let through."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from types import MappingProxyType

from textual import work

from briefing.base.problems import BriefingError
from briefing.base.safe_text import safe_line
from briefing.library.index.search.cancel import CancelToken
from briefing.tui.controllers.navigation import Wayfinder
from briefing.tui.data.brief_rows import Shelf
from briefing.tui.data.lookup import Lookup
from briefing.tui.data.query_highlights import Answer, Lights
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.widgets.brief_list import LibraryList

_REST = 0.12
"""Seconds without a key after which the first brief of the filtered list is opened, and after which is said how many
there are where that takes longer than finding the first of them: no key of a word waits for it."""


class Lister(Wayfinder):
    """The part of the app that knows what the list shows."""

    draws_for = 0.02
    """Seconds in which the first rows are drawn: looking up the rest meanwhile would hold that up."""
    words = ""
    """What the list is filtered by."""
    _found: Sequence[int] | None = None
    """The rows that the words let through, in the order of the list. None: all rows."""
    _part_of = ""
    """The words of which the list has only the first rows that they let through. Empty: it has all that it shows."""
    _stays = True
    """Whether the reader stays at their brief also when it is not among what the words let through: they have typed
    nothing whose answer is still to come."""
    _lights: Lights | None = None
    """What is lit in the rows. None: nothing."""
    _lookup: Lookup | None = None
    _searches: Mapping[str, str] = MappingProxyType({})
    _counts: Lookup | None = None
    _is_counting = False
    """Whether the searches are counted once no key comes."""
    _is_opening = False
    """Whether the first brief of the list is opened once no key comes."""

    @property
    def is_partly_found(self) -> bool:
        """Whether the list has only the first of its rows: the others are not known yet."""
        return bool(self._part_of)

    @property
    def lookup(self) -> Lookup:
        """What asks the index for the list."""
        if self._lookup is None:
            self._lookup = Lookup("filter")
        return self._lookup

    def close_lookups(self) -> None:
        """End what asks the index, once the app has ended."""
        for lookup in filter(None, (self._lookup, self._counts)):
            lookup.close()

    def keep_searches(self, searches: Mapping[str, str]) -> None:
        """Show these searches above the briefs: queries by name."""
        self._searches = searches
        self.desk.library.top.keep(tuple(searches), {})

    def count_searches(self) -> None:
        """Count what the searches find, once no key comes for a moment."""
        if self._searches and not self._is_counting:
            self._is_counting = True
            self.when_quiet(self._begin_to_count)

    def _begin_to_count(self) -> None:
        self._is_counting = False
        if self.is_running:
            self._count_searches()

    @work(exclusive=True, group="searches")
    async def _count_searches(self) -> None:
        if self._counts is None:
            self._counts = Lookup("searches")
        numbers: dict[str, int] = {}
        for name, query in self._searches.items():
            try:
                found = await self._counts.ask(partial(self.shelf.matching, query), lambda: None)
            except BriefingError:
                return  # the index is damaged: whoever looks for something is told
            if found is not None:
                numbers[name] = len(found)
        self.desk.library.top.keep(tuple(self._searches), numbers)
        self.desk.library.refresh()

    def on_library_list_searched(self, event: LibraryList.Searched) -> None:
        """Filter the list by a search that the reader keeps."""
        self.desk.filter_by(self._searches[event.name])

    def list_anew(self) -> None:
        """Show the rows as they are now; the reader's brief stays the chosen one, or what is where it was."""
        rows, library = self.shelf.rows if self._found is None else self._found, self.desk.library
        at = _place_of(self.index, rows, library.index)
        library.show(rows, min(library.index, len(rows)) if at is None else at, self._lights, between=at is None)

    def on_reading_screen_filtered(self, event: ReadingScreen.Filtered) -> None:
        """Show only the briefs with these words."""
        self.words, self._stays = event.words, False
        self._find()

    def find_again(self) -> None:
        """Find again what the words let through, since the briefs have changed; the reader stays where they are."""
        self._find()
        self.count_searches()

    def _find(self) -> None:
        if self.words.strip():
            self._find_rows(self.words)
        else:
            if self._is_opening:
                self.open_first()  # where the words led to is where the reader stays
            self.workers.cancel_group(self, "filter")
            self.lookup.give_up()
            self._lights = None
            self.desk.library.top.say("")
            self._show_rows(None)

    @work(exclusive=True, group="filter")
    async def _find_rows(self, words: str) -> None:
        """Show what the words let through, in the frame of the key if that takes no longer."""
        look_up = partial(_answer, self.shelf, words, None if self._stays else self.index)
        try:
            found = await self.lookup.ask(look_up, lambda: self.desk.show_filtered(""))
        except BriefingError as error:
            self._refuse(error)
        else:
            if found is None:
                return
            self._show_answer(found, words)
        if self.is_partly_found:
            await self._complete()

    def _show_answer(self, found: Answer, words: str) -> None:
        self._lights = found.lights
        self.desk.library.top.say("")
        self._show_rows(found.rows, "" if found.is_whole else words)

    def _refuse(self, error: BriefingError) -> None:
        """Say what is wrong with the words; the list keeps what it has."""
        self.desk.show_filtered("?")
        self.desk.library.top.say(safe_line(str(error)))
        self.desk.library.refresh()

    async def _complete(self) -> None:
        """Look up the rest of the list once the first of it is drawn; say how many there are once no key comes."""
        await asyncio.sleep(self.draws_for)
        with suppress(BriefingError):  # the index is damaged: the next question says so
            rows = await self.lookup.ask(partial(self.shelf.matching, self._part_of), lambda: None)
            if rows is not None:
                self._found, self._part_of = rows, ""
                self.desk.library.complete(rows)
                await asyncio.sleep(_REST)
                self._say_how_many()

    def _show_rows(self, found: Sequence[int] | None, part_of: str = "") -> None:
        """Show what was found; the reader goes to the first of it when their brief is not among it."""
        self._part_of = part_of
        if self._stays and found is not None and found == self._found:
            self._say_how_many()
            return
        self._found = found
        if self._stays:
            self.desk.library.hold(self.shelf.rows if found is None else found)
        self.list_anew()
        view = self.desk.library.view
        if len(view) and not self._stays and _place_of(self.index, view, self.desk.library.index) is None:
            self.desk.library.show(view, 0, self._lights)
            if not self._is_opening:
                self._is_opening = True
                self.when_quiet(self.open_first, _REST)
        self._stays = True
        self._say_how_many()

    def _say_how_many(self) -> None:
        number = self.look.signs.ellipsis if self.is_partly_found else f"{len(self.desk.library.view):,}"
        note = "?" if self.desk.library.top.fault else number
        self.desk.show_filtered("" if self._found is None else note)
        self.desk.remast(self.mast())

    def open_first(self) -> None:
        """Open the brief that the list stands on, where the one that is open is not in the list."""
        self._is_opening = False
        library = self.desk.library
        if self.is_running and library.view and _place_of(self.index, library.view, library.index) is None:
            self.index = library.view[library.index]


def _place_of(row: int, rows: Sequence[int], near: int) -> int | None:
    """Return where a row is among others, None: nowhere. It is looked for near a place first: there are many rows."""
    for at in (near, near + 1, near - 1):
        if 0 <= at < len(rows) and rows[at] == row:
            return at
    try:
        return rows.index(row)
    except ValueError:
        return None


def _answer(shelf: Shelf, words: str, here: int | None, running: CancelToken) -> Answer:
    from briefing.tui.data.filter_answer import answer  # not needed before the first word is typed

    return answer(shelf, words, here, running)
