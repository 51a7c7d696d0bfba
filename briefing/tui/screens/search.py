"""The screen of the search of all briefs: a field, a line about the results, and the hits."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen

from briefing.base.problems import BriefingError
from briefing.base.safe_text import safe_line
from briefing.render.lines import Line, Role, Run
from briefing.render.pages.search_results import hit_counts, query_error_lines
from briefing.render.sheet_builder import crop_line
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.data.lookup import Lookup
from briefing.tui.data.search_results import HitCount, SearchResults, search
from briefing.tui.drawing.layout import MEDIUM
from briefing.tui.keys.actions import SEARCH_HINTS, Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import Bar, ScreenBars
from briefing.tui.widgets.field import InputField
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.results_list import ResultsList

_EXAMPLES = 'words, "a phrase", -not, or, tag: source: by: entity: since: until: figure:>3000 is:unread'


class SearchScreen(Screen[HitTarget | None]):
    """Searches all briefs while the reader types. Its result is where the chosen hit leads, or None."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MEDIUM, "-usual")]  # noqa: RUF012 - Textual's way
    BINDINGS = bindings(Where.SEARCH)

    draws_for = 0.02
    """Seconds to wait before looking up all briefs, so that the first page is drawn without delay."""
    pause = 0.15
    """Seconds without a key after which saved texts are searched, and then again as many until hits are counted."""

    def __init__(self, brief_rows: BriefRows, role_styles: RoleStyles, pool: ThreadPoolExecutor) -> None:
        super().__init__(id="search")
        self._brief_rows = brief_rows
        self._lookup = Lookup(pool)
        self.field = InputField("F", "search all briefs", role_styles, id="ask")
        self.field.escape_keeps_text = self.field.enter_waits_for_results = True
        self._summary_bar = Bar(self._draw_summary, role_styles, id="said")
        self.results = ResultsList(role_styles, id="results")
        self._bars = ScreenBars(role_styles, lambda: "")
        self._fault = ""
        self._counted: HitCount | None = None

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

    def on_screen_resume(self) -> None:
        """Focus the field, its old words selected."""
        self.set_focus(self.field, scroll_visible=False)
        self.field.select_all()
        self._bars.show_hints(SEARCH_HINTS)
        if self.results.found is None and self.field.text.strip():
            self._ask(self.field.text)

    def on_unmount(self) -> None:
        """Cancel what the index is being asked."""
        self._lookup.give_up()

    # what is shown

    @work(exclusive=True, group="search")
    async def _ask(self, words: str) -> None:
        """Show the results, in the frame of the key if they come in time; then search saved texts, and count hits."""
        try:
            lines = max(1, self.results.rows)
            found = await self._lookup.ask(partial(search, self._brief_rows, words, lines), self._redraw)
        except BriefingError as error:
            self._fault = safe_line(str(error))
            self._redraw()
            return
        if found is None:
            return
        self._show(words, found if words.strip() else None)
        if not found.is_whole:
            found = await self._have_all(found)
        if words.strip() and found is not None:
            await asyncio.sleep(self.pause)
            self._summary_bar.refresh()
            found = await self._complete(found)
        if found is not None and found.rows:
            await asyncio.sleep(self.pause)
            await self._count(found)

    async def _have_all(self, found: SearchResults) -> SearchResults | None:
        """Look up all briefs once the first page is drawn. Their number is shown later, once no key comes."""
        await asyncio.sleep(self.draws_for)
        try:
            whole = await self._lookup.ask(found.completed, lambda: None)
        except BriefingError:
            return None  # the index is damaged: the next search says so
        if whole is not None:
            self.results.complete(whole)
        return whole

    async def _complete(self, found: SearchResults) -> SearchResults | None:
        """Add the hits in saved texts; the chosen hit stays."""
        try:
            whole = await self._lookup.ask(found.with_texts, lambda: None)
        except BriefingError:
            return None  # the index is damaged: the next search says so
        if whole is not None and whole is not found:
            self.results.show(whole, again=True)
            self._summary_bar.refresh()
        return whole

    def _show(self, words: str, found: SearchResults | None) -> None:
        self._fault, self._counted = "", None
        self.results.show(found)
        self._summary_bar.refresh()
        self.field.answer(words, "")

    def _redraw(self) -> None:
        self.field.draw("")
        self._summary_bar.refresh()

    async def _count(self, found: SearchResults) -> None:
        try:
            self._counted = await self._lookup.ask(found.count, lambda: None)
        except BriefingError:
            return  # the index is damaged: the next search says so
        self._summary_bar.refresh()

    def renew(self) -> None:
        """Show the same hits with the present text of their briefs."""
        if self.results.found is not None:
            self.results.found.renew()
            self.results.show(self.results.found, again=True)

    def start_over(self) -> None:
        """Search again for the same words, since all rows have other numbers."""
        self.results.show(None)
        if self.is_current:
            self._ask(self.field.text)

    def take_in(self) -> None:
        """Search again if nothing was found before: an index that is being built has more briefs now."""
        found = self.results.found
        if self.is_current and self.field.text.strip() and not (found and found.rows):
            self._ask(self.field.text)

    def _draw_summary(self, width: int, y: int) -> Line:
        look = self.field.role_styles.look
        if self._fault:
            lines = query_error_lines(self._fault, max(1, width - 3), look, max(1, self._summary_bar.rows))
            line = lines[y] if y < len(lines) else ()
        else:
            line = (self._summary(),) if y == 0 else ()
        return crop_line((Run("  "), *line), width - 1, look.signs.ellipsis)

    def _summary(self) -> Run:
        """Return the number of hits and briefs, or examples of queries before a search."""
        found, counted = self.results.found, self._counted
        if found is None:
            return Run(_EXAMPLES, Role.META)
        if not found.is_whole:
            return Run(self.field.role_styles.look.signs.ellipsis, Role.ACCENT)
        words = hit_counts(counted and counted.hits, len(found.rows), more=counted is not None and not counted.is_all)
        return Run(words, Role.ACCENT)

    # what the reader does

    def on_input_field_changed(self, event: InputField.Changed) -> None:
        """Search for what was typed so far."""
        event.stop()
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

    def action_page(self, pages: int) -> None:
        """Go pages of hits down, or up if negative."""
        self.results.page(pages)

    def action_end(self, direction: int) -> None:
        """Go to the last hit (1), or to the first (-1)."""
        self.results.go_to_end(direction)
