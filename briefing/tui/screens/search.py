"""The screen of the search of all briefs: a field, a line about the results, and the hits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from textual import work
from textual.app import ComposeResult

from briefing.base.problems import BriefingError
from briefing.base.safe_text import safe_line
from briefing.render.lines import Line, Role, Run
from briefing.render.pages.hit_tables import HIT_KINDS, HitKind, ResultsHead, results_head, results_head_in_two_rows
from briefing.render.pages.search_results import hit_counts
from briefing.render.parts.query_lines import query_error_lines
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import Look
from briefing.render.text.wrap import fill
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.data.lookup import Lookup
from briefing.tui.data.search_results import HitCount, ResultsView, SearchResults, search
from briefing.tui.keys.actions import SEARCH_HINTS, Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.textual_compat import OneFrameScreen
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import Bar, ScreenBars
from briefing.tui.widgets.field import InputField
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.results_list import ResultsList

_USUAL = 80
"""Columns from which on the line about the results has one row."""
_IDLE = "-idle"
"""The class of the screen while nothing is searched for: the examples of queries then have the rows that they need."""
_EXAMPLES = 'words, "a phrase", -not, or, 2013, tag: source: by:unnamed since: figure:>3000 is:unread'


class SearchScreen(OneFrameScreen[HitTarget | None]):
    """Searches all briefs while the reader types. Its result is where the chosen hit leads, or None."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_USUAL, "-usual")]  # noqa: RUF012 - Textual's way
    BINDINGS = bindings(Where.SEARCH)

    draws_for = 0.02
    """Seconds to wait before looking up all briefs, so that the first page is drawn without delay."""
    pause = 0.15
    """Seconds without a key after which saved texts are searched, and then again as many until hits are counted."""

    def __init__(self, brief_rows: BriefRows, role_styles: RoleStyles, pool: ThreadPoolExecutor) -> None:
        super().__init__(id="search", classes=_IDLE)
        self._brief_rows = brief_rows
        self._lookup = Lookup(pool)
        self.field = InputField("F", "search all briefs", role_styles, id="ask")
        self.field.ends_are_of_list = True
        self.field.escape_keeps_text = self.field.enter_waits_for_results = True
        self._summary_bar = Bar(self._draw_summary, role_styles, id="said")
        self.results = ResultsList(role_styles, id="results")
        self._bars = ScreenBars(role_styles, lambda: "")
        self._fault = ""
        self._words = ""
        """The words that were searched for last."""
        self._found: SearchResults | None = None
        """What they found. None: nothing was searched for."""
        self._kind: HitKind | None = None
        """The kind of hits that is shown alone. None: all kinds, under their briefs."""
        self._steps = 0
        """Kinds that the reader wants to go on, until their number of hits is known."""
        self._counted: HitCount | None = None
        self._elsewhere: int | None = None
        """Row of a brief whose hits are passed over when the next results come. None: the first hit is chosen."""
        self._progress = ""
        """How much of the library is read, if that is not all."""
        self._is_asked_early = self._is_partial = False
        """Whether not all of the library was read when the last search began, and when that which is shown did."""

    def compose(self) -> ComposeResult:
        """Compose the parts from top to bottom."""
        yield self.field
        yield self._summary_bar
        yield self.results
        yield self._bars.foot

    @property
    def parts(self) -> tuple[LineWidget, ...]:
        """All widgets of the screen."""
        return (self.field, self._summary_bar, self.results, self._bars.foot)

    def apply_styles(self, role_styles: RoleStyles) -> None:
        """Draw everything in these styles."""
        for part in self.parts:
            part.role_styles = role_styles

    @property
    def _look(self) -> Look:
        return self.field.role_styles.look

    def on_screen_resume(self) -> None:
        """Focus the field, its old words selected."""
        self.set_focus(self.field, scroll_visible=False)
        self.field.select_all()
        self._bars.show_hints(SEARCH_HINTS)
        if self._found is None and self.field.text.strip():
            self._ask(self.field.text)
        else:
            self._find_the_rest()

    def on_unmount(self) -> None:
        """Cancel what the index is being asked."""
        self._lookup.give_up()

    # what is shown

    @work(exclusive=True, group="search")
    async def _ask(self, words: str) -> None:
        """Show the results, in the frame of the key if they come in time; then search saved texts, and count hits."""
        self._is_asked_early = bool(self._progress)
        try:
            lines = max(1, self.results.rows)
            found = await self._lookup.ask(partial(search, self._brief_rows, words, lines), self._redraw)
            if found is None or not await self._show(words, found if words.strip() else None, self._kind):
                return
        except BriefingError as error:
            self._fault = safe_line(str(error))
            self._redraw()
            return
        with suppress(BriefingError):  # the index is damaged: the next search says so
            await self._complete(found, words, self.pause)

    @work(exclusive=True, group="search")
    async def _turn(self, words: str) -> None:
        """Show the kind of hits that the reader stepped to, of those that have any; the first is all together."""
        self.field.expect_answer()
        try:
            if self._found is None or words != self._words:
                self._is_asked_early = bool(self._progress)
                self._found = await self._lookup.ask(partial(search, self._brief_rows, words, 1), self._redraw)
                self._words, self._counted, self._is_partial = words, None, self._is_asked_early
            if self._found is not None and self._counted is None:
                await self._complete(self._found, words, 0)
            kinds = [None, *(kind for kind in HIT_KINDS if self._counted and self._counted.kinds.get(kind.kind))]
            at = kinds.index(self._kind) if self._kind in kinds else 0
            if await self._show(words, self._found, kinds[(at + self._steps) % len(kinds)]):
                self._steps = 0
        except BriefingError as error:
            self._fault = safe_line(str(error))
            self._redraw()

    async def _complete(self, found: SearchResults, words: str, pause: float) -> None:
        """Look up all briefs once the first page is drawn, then saved texts, then the number of hits.

        Their numbers are shown later, once no key has come for a while. The chosen hit stays.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        if not found.is_whole:
            await asyncio.sleep(self.draws_for if pause else 0)
            whole = await self._lookup.ask(found.completed, _nothing)
            if whole is None:
                return
            self._found = found = whole
            if self._kind is None:
                self.results.complete(whole)
        if not words.strip():
            return
        await asyncio.sleep(pause)
        self._summary_bar.refresh()
        with_texts = await self._lookup.ask(found.with_texts, _nothing)
        if with_texts is None:
            return
        if with_texts is not found:
            self._found = found = with_texts
            await self._show_again()
        if found.rows:
            await asyncio.sleep(pause)
            self._counted = await self._lookup.ask(found.count, _nothing)
            self._summary_bar.refresh()

    async def _show(self, words: str, found: SearchResults | None, kind: HitKind | None) -> bool:
        """Show results, of one kind or all (None). False: a newer search is under way.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        view = await self._view_of(found, kind, self._redraw)
        if found is not None and view is None:
            return False
        if words != self._words or found is not self._found:
            self._words, self._counted, self._is_partial = words, None, self._is_asked_early
        self._fault, self._found, self._kind = "", found, kind
        self.set_class(found is None, _IDLE)
        self.results.show(view)
        if self._elsewhere is not None:
            self.results.pass_over(self._elsewhere)
            self._elsewhere = None
        self._summary_bar.refresh()
        self.field.answer(words, "")
        self._find_the_rest()
        return True

    async def _show_again(self) -> None:
        """Show the same results with what was added to them."""
        view = await self._view_of(self._found, self._kind, _nothing)
        if view is not None:
            self.results.show(view, again=True)
            self._summary_bar.refresh()

    async def _view_of(
        self, found: SearchResults | None, kind: HitKind | None, on_late: Callable[[], None]
    ) -> ResultsView | None:
        """Return the hits of one kind, or of all (None). None: there are no results, or a newer question is asked."""
        if found is None or kind is None:
            return found
        return await self._lookup.ask(partial(found.of_kind, kind, self._look), on_late)

    def _redraw(self) -> None:
        self.field.draw("")
        self._summary_bar.refresh()

    @work(exclusive=True, group="search again")
    async def _renew(self) -> None:
        with suppress(BriefingError):  # the index is damaged: the next search says so
            await self._show_again()

    def renew(self) -> None:
        """Show the same hits with the present text of their briefs."""
        if self._found is None:
            return
        self._found.renew()
        if self._kind is None:
            self.results.show(self._found, again=True)
        else:
            self._renew()

    def ask_for(self, words: str, kind: HitKind | None, elsewhere: int) -> None:
        """Search for words and show one kind of hits, on the first outside the brief of a row. None: all kinds."""
        self._kind, self._elsewhere = kind, elsewhere
        self.field.clear()
        self.field.text = words

    def start_over(self) -> None:
        """Search again for the same words, since all rows have other numbers."""
        self.results.show(None)
        self._found = None
        if self.is_current:
            self._ask(self.field.text)

    def take_in(self) -> None:
        """Search again if nothing was found before: an index that is being built has more briefs now."""
        if self.is_current and self.field.text.strip() and not (self._found and self._found.rows):
            self._ask(self.field.text)

    def show_progress(self, progress: str) -> None:
        """Say how much of the library is read. Empty: all is, and what was searched for before is searched again."""
        if progress == self._progress:
            return
        self._progress = progress
        if self.is_current:
            self._summary_bar.refresh()
            self._find_the_rest()

    def _find_the_rest(self) -> None:
        """Search again, now that all of the library is read, if not all of it was before. The chosen hit stays."""
        if self._is_partial and not self._progress and self._found is not None and self.field.text == self._words:
            self._ask_again(self._words)

    @work(exclusive=True, group="search")
    async def _ask_again(self, words: str) -> None:
        with suppress(BriefingError):  # the index is damaged: the next search says so
            found = await self._lookup.ask(partial(search, self._brief_rows, words, 1), _nothing)
            if found is not None and not found.is_whole:
                found = await self._lookup.ask(found.completed, _nothing)
            if found is not None:
                self._found, self._counted, self._is_partial = found, None, False
                await self._show_again()
                self.field.answer(words, "")
                await self._complete(found, words, self.pause)

    def _draw_summary(self, width: int, y: int) -> Line:
        look = self._look
        room = max(1, width - 3)
        lines: Sequence[Line] = self._summary(room) if self._found else _examples(room)
        if self._fault:
            lines = query_error_lines(self._fault, room, look, max(1, self._summary_bar.rows))
        line = lines[y] if y < len(lines) else ()
        return crop_line((Run("  "), *line), width - 1, look.signs.ellipsis)

    def _summary(self, width: int) -> list[Line]:
        """Return the number of hits and briefs and of each kind."""
        found, counted, look = self._found, self._counted, self._look
        if found is None or not found.is_whole:
            return [results_head(ResultsHead(look.signs.ellipsis, progress=self._progress), width, look)]
        words = hit_counts(counted and counted.hits, len(found.rows), more=counted is not None and not counted.is_all)
        head = ResultsHead(words, self._kinds(), self._kind, self.results.marking, self._progress)
        if self._summary_bar.rows > 1:
            return results_head_in_two_rows(head, width, look)
        return [results_head(head, width, look)]

    def _kinds(self) -> Mapping[HitKind | None, int]:
        """Return the number of hits of all kinds (None) and of each kind that has any. Empty: they are not counted."""
        if self._counted is None:
            return {}
        counts = ((kind, self._counted.kinds.get(kind.kind, 0)) for kind in HIT_KINDS)
        return {None: self._counted.hits, **{kind: count for kind, count in counts if count}}

    # what the reader does

    def on_input_field_changed(self, event: InputField.Changed) -> None:
        """Search for what was typed so far."""
        event.stop()
        self._steps = 0
        if event.is_new or not event.text.strip():
            self._kind = None
        self._ask(event.text)

    def on_input_field_stepped(self, event: InputField.Stepped) -> None:
        """Move over the hits while the field is typed into."""
        event.stop()
        self.results.step(event.step)

    def on_input_field_done(self, event: InputField.Done) -> None:
        """End with the chosen hit."""
        event.stop()
        if (hit_target := self.results.hit_target) is not None:
            dismiss_once(self, hit_target)

    def on_input_field_left(self, event: InputField.Left) -> None:
        """End without a choice."""
        event.stop()
        dismiss_once(self, None)

    def on_results_list_chosen(self) -> None:
        """End with the hit that was clicked."""
        dismiss_once(self, self.results.hit_target)

    def action_kind(self, step: int) -> None:
        """Show the next kind of hits alone (1), or the one before (-1)."""
        if self.field.text.strip():
            self._steps += step
            self._turn(self.field.text)

    def action_page(self, pages: int) -> None:
        """Go pages of hits down, or up if negative."""
        self.results.page(pages)

    def action_end(self, direction: int) -> None:
        """Go to the last hit (1), or to the first (-1)."""
        self.results.go_to_end(direction)


def _examples(width: int) -> list[Line]:
    """Return examples of queries, before a search."""
    return fill((Run(_EXAMPLES, Role.META),), width, hyphens=False)


def _nothing() -> None:
    """Do nothing while an answer is late: the results before stay."""
