"""The search of all briefs: opening its screen, and going to the very item that was found."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from importlib import import_module

from briefing.base.problems import BriefingError
from briefing.library.index.search.cancel import CancelToken
from briefing.render.lines import Target, TargetKind
from briefing.render.pages.hit_tables import HIT_KINDS
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.navigation import Navigation
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.controllers.source_text import SourceTextReader
from briefing.tui.data.hit_target import HitScreen, HitTarget
from briefing.tui.data.query_highlights import look_up_rows
from briefing.tui.panes import pane_of
from briefing.tui.theme.styles import RoleStyles

WARM = 0.5
"""Seconds without a key after which what a search needs is loaded."""
_SOON = ("search", "page", "menu", "question")
"""The screens that are loaded then."""


class Search:
    """Searches all briefs and goes to what was found."""

    def __init__(
        self, context: Context, open_brief: OpenBrief, navigation: Navigation, source_text: SourceTextReader
    ) -> None:
        self._state, self._view, self._workers, _ = context
        self._open_brief = open_brief
        self._navigation = navigation
        self._source_text = source_text
        self.screen: HitScreen | None = None
        """None: nothing was searched for yet."""

    def load(self) -> None:
        """Load what looking for words needs, and what lies over the screen. Runs in the thread that will look."""
        for name in _SOON:
            import_module(f"briefing.tui.screens.{name}")
        with suppress(BriefingError):  # whoever looks for something is told what is wrong with the index
            look_up_rows(self._state.brief_rows, "a", None, CancelToken())

    def open(self, role_styles: RoleStyles) -> None:
        """Open the search of all briefs, with the words and the results that it had when it was closed."""
        if self.screen is not None:
            self.screen.renew()
        self._made_screen(role_styles)
        self._view.open_search(self._chose_hit)

    def same_measure(self, target: Target | None, role_styles: RoleStyles) -> None:
        """Show the figures of all briefs that have the measure of this figure."""
        brief = self._state.reading.brief
        if brief is None or target is None or target.kind is not TargetKind.FIGURE:
            self._view.tell("m shows the same measure in other briefs: stand on a figure")
            return
        measure = brief.figures[target.number].measure
        if measure is None:
            self._view.tell("this figure has no measure that ties it to others: F and its label finds like words")
            return
        figures = next(kind for kind in HIT_KINDS if kind.kind == TargetKind.FIGURE)
        self._made_screen(role_styles).ask_for(f'measure:"{measure}"', figures, self._state.row)
        self._view.open_search(self._chose_hit)

    def _made_screen(self, role_styles: RoleStyles) -> HitScreen:
        if self.screen is None:
            from briefing.tui.screens.search import SearchScreen  # 40 ms, paid while the reader reads: see `load`

            screen = SearchScreen(self._state.brief_rows, role_styles, self._workers.pool("search"))
            self._view.add_search(screen)
            self.screen = screen
            self.show_progress()
        return self.screen

    def show_progress(self) -> None:
        """Let the search say how much of the library is read."""
        if self.screen is not None:
            self.screen.show_progress(self._state.build_progress)

    def apply_styles(self, role_styles: RoleStyles) -> None:
        """Draw the search screen in other styles."""
        if self.screen is not None:
            self.screen.apply_styles(role_styles)

    def start_over(self) -> None:
        """Search again in a library that was opened anew, in which rows have other numbers."""
        if self.screen is not None:
            self.screen.start_over()

    def take_in(self) -> None:
        """Let the search find what the index says now."""
        if self.screen is not None:
            self.screen.take_in()

    # going there

    def _chose_hit(self, hit_target: HitTarget | None) -> None:
        if hit_target is None:
            return
        if self._view.is_in_source_text:
            self._view.source_text_screen.dismiss(None)
            self._workers.later(0, partial(self._go_to_hit, hit_target))  # it may be opened again at another place
        else:
            self._go_to_hit(hit_target)

    def _go_to_hit(self, hit_target: HitTarget) -> None:
        reading_screen = self._view.reading_screen
        self._navigation.note_place()
        self._state.sought = hit_target.sought
        self._open_brief.open(hit_target.row)
        if hit_target.row not in reading_screen.library.shown_rows:
            reading_screen.list_all()
        reading_screen.seek(hit_target.sought)
        if hit_target.source:
            self._go_to_text(hit_target)
        else:
            self._go_to_item(hit_target.target)

    def _go_to_item(self, target: Target) -> None:
        part = pane_of(target.kind)
        self._view.reading_screen.go_to(part)
        pane = self._view.reading_screen.panes[part]
        if target.kind is TargetKind.BRIEF:
            pane.action_start()
        elif not pane.go_to(target):
            self._view.tell("this is no longer in the brief; it was changed since it was searched")

    def _go_to_text(self, hit_target: HitTarget) -> None:
        """Open a saved text at the words: as what an item cites, or else as what its source says."""
        state, brief = self._state, self._state.reading.brief
        source = brief.source(hit_target.source) if brief else None
        if brief is None or source is None:
            self._view.tell("this source is no longer in the brief; it was changed since it was searched")
            return
        from briefing.tui.data.citing import cite_at  # not needed before a saved text is found

        text = state.brief_rows.library.texts(state.entry, brief).get(source.id)
        cited = cite_at(brief, source.id, text.text, hit_target.paragraph) if text else None
        target = cited or Target(TargetKind.SOURCE, source.number - 1)
        self._go_to_item(target)
        self._source_text.open(target)
        if self._view.is_in_source_text and cited is None:
            self._view.source_text_screen.text_view.show_paragraph(hit_target.paragraph)
