"""Owns the search of all briefs in the app: asking while keys are typed, and going to the very item that was found."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from importlib import import_module

from briefing.base.problems import BriefingError
from briefing.library.entries import Entry
from briefing.render.lines import Target, TargetKind
from briefing.render.text.find import WordQuery
from briefing.tui.controllers.source_text import Passages
from briefing.tui.data.brief_rows import Shelf
from briefing.tui.data.hit_target import Way, WayScreen
from briefing.tui.panes import PART_OF

_SEARCH = "search"
WARM = 0.5
"""Seconds without a key after which what a search needs is loaded."""


class Searcher(Passages):
    """The part of the app that searches all briefs."""

    search: WayScreen | None = None
    """Made when it is first asked for."""
    _sought: WordQuery | None = None
    """What was lit where a hit led last. None: nothing."""

    def warm_up(self) -> None:
        """Load what looking for words needs, in the thread that will look."""
        if self.is_running:
            self.lookup.warm_up(partial(_load, self.shelf))

    def action_search(self) -> None:
        """Search all briefs; what was searched for before stands there still."""
        if self.search is None:
            from briefing.tui.screens.search import SearchScreen  # 40 ms, paid while the reader reads: see `warm_up`

            self.search = SearchScreen(self.shelf, self.dress)
            self.install_screen(self.search, _SEARCH)
        else:
            self.search.renew()
        self.push_screen(_SEARCH, self._chose_hit)

    def start_over(self, entry: Entry) -> None:
        """Search again in a library that was opened anew, in which all rows have other numbers."""
        super().start_over(entry)
        if self.search is not None:
            self.search.start_over()

    def take_in(self) -> None:
        """Let the list say what the index says now, and the search what it finds."""
        super().take_in()
        if self.search is not None:
            self.search.take_in()

    # going there

    def _chose_hit(self, way: Way | None) -> None:
        if way is None:
            return
        self.trail.leave(self._here())
        self._sought = way.sought
        self.index = way.row
        if way.row not in self.desk.library.view:
            self.desk.list_all()
        self.desk.seek(way.sought)
        if way.source:
            self._go_to_text(way)
        else:
            self._go_to_item(way.target)

    def _go_to_item(self, target: Target) -> None:
        part = PART_OF.get(target.kind, "summary")
        self.desk.go_to(part)
        pane = self.desk.panes[part]
        if target.kind is TargetKind.BRIEF:
            pane.action_start()
        elif not pane.go_to(target):
            self.tell("this is no longer in the brief; it was changed since it was searched")

    def _go_to_text(self, way: Way) -> None:
        """Open a saved text at the words: as what an item cites, or else as what its source says."""
        brief = self.reading.brief
        source = brief.source(way.source) if brief else None
        if brief is None or source is None:
            self.tell("this source is no longer in the brief; it was changed since it was searched")
            return
        from briefing.tui.data.citing import cite_at  # not needed before a saved text is found

        text = self.shelf.library.texts(self.entry, brief).get(source.id)
        cited = cite_at(brief, source.id, text.text, way.paragraph) if text else None
        target = cited or Target(TargetKind.SOURCE, source.number - 1)
        self._go_to_item(target)
        self.open_words(target)
        if self.reads_passage and cited is None:
            self.passage.view.show_paragraph(way.paragraph)

    def open_words(self, target: Target) -> None:
        """Open the words that an item or a cite rests on; what was searched for is lit there as well."""
        super().open_words(target)
        self.passage.view.light(self._sought if self._sought is self.desk.sought else None)


def _load(shelf: Shelf) -> None:
    import_module("briefing.tui.screens.search")
    with suppress(BriefingError):  # whoever looks for something is told what is wrong with the index
        shelf.matching("a")
