"""Owns what the reader is at: which brief of the library, by which way, in which theme. Draws nothing itself."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from textual.screen import Screen

from briefing.base.problems import Code, Place, Problem, Severity
from briefing.library.marks import OpenedMarks
from briefing.library.open import OpenedLibrary
from briefing.render.lines import Line
from briefing.render.symbols import Look
from briefing.settings import Settings
from briefing.tui.controllers.leave import Leaver
from briefing.tui.controllers.search import WARM
from briefing.tui.data.brief_rows import Shelf
from briefing.tui.data.mark_cache import MarkBook, marks_of
from briefing.tui.drawing.chrome_lines import Facts, head_of
from briefing.tui.drawing.documents import key_page, problem_page
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings, remapped
from briefing.tui.launch.frame_cache import START
from briefing.tui.panes import LIBRARY, TITLES
from briefing.tui.screens.page import PageScreen
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.screens.source_text import PassageScreen
from briefing.tui.widgets.brief_list import LibraryList

_SLICE = 0.002
"""Seconds that reading for the list may take at a time, so that no key waits for it."""
_SWITCH = 0.0005
"""Seconds for which a thread may keep the interpreter while the screen waits for it; as shipped, ten times that."""


class BriefingApp(Leaver):
    """The reader."""

    TITLE = "briefing"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Where.APP)

    breath = 0.1
    """Seconds after the first paint, and after a key, until the library is looked at."""

    def __init__(
        self,
        opened: OpenedLibrary,
        settings: Settings,
        problems: Sequence[Problem] = (),
        *,
        theme: str | None = None,
        marks: OpenedMarks | None = None,
    ) -> None:
        super().__init__(Look(ascii=bool(settings.ascii)))
        self._keymap_used, faults = remapped(settings.keys)
        self.set_keymap(self._keymap_used)
        if sentence := self.wear(theme or settings.theme or self.theme):
            faults = (*faults, ("theme", sentence))
        self._settings_problems = [
            *problems,
            *(_problem(settings, *fault) for fault in faults),
        ]
        self.book = MarkBook(opened, marks or marks_of(opened, os.environ))
        self._opened_with = opened.sentence
        self.is_sample = opened.is_samples
        self.shelf = Shelf(opened, self.book, settings.sort or "name")
        self.set_reactive(BriefingApp.index, self.shelf.first)
        self.entry = self.shelf.entry(self.shelf.first)
        self.reading = self.shelf.library.read(self.entry)
        self.desk = ReadingScreen(self.shelf, self.dress)
        self.desk.begin_in(self.first_part)
        self.keep_searches(settings.searches)
        self.passage = PassageScreen(self.dress)
        self.install_screen(self.passage, "passage")

    def get_default_screen(self) -> Screen[None]:
        """Read on the reading screen."""
        return self.desk

    def on_mount(self) -> None:
        """Show the first brief; finish the start after the first paint."""
        self.mind_callbacks()
        self.theme_changed_signal.subscribe(self, lambda _: self._dress())
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())  # the shell has written over it
        self.list_anew()
        self.show()
        self.call_after_refresh(self._started)

    def _dress(self) -> None:
        self.desk.dress_in(self.dress)
        self.passage.dress_in(self.dress)
        if self.search is not None:
            self.search.dress_in(self.dress)

    def _started(self) -> None:
        gc.collect(0)
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(_SWITCH)
        if not self._acted and not START.is_shown:
            self.keep_frame(self.book.found_as)
        if self._opened_with is not None:
            self.tell(self._opened_with)
        self.start_looking()
        asyncio.get_running_loop().call_later(self.breath, self.when_quiet, self._do_the_rest, self.breath)

    def _do_the_rest(self) -> None:
        """Begin with what is done beside the reading, once the keys that were typed during the start are answered."""
        if self.is_running:
            self.start_following()
            self.start_marking()
            self.count_searches()
            self.when_quiet(self.warm_up, WARM)

    # which brief

    def mast(self) -> tuple[Line, Line]:
        """Return which brief it is, who may be given it, and what is wrong with it."""
        library = self.desk.library
        view = library.view
        total = self.look.signs.ellipsis if self.is_partly_found else f"{len(view):,}"
        place = f"{min(library.index + 1, len(view)):,} of {total}" if view else f"none of {len(self.shelf):,}"
        if self.unread and not self.desk.folded:
            place = f"{place} {self.look.signs.dot} {self.unread:,} unread"
        wrong = {"settings": self._settings_problems, "folders": [*self.folder_problems.values()]}
        facts = Facts(self.reading_on, self.gone, self.problems, wrong, is_sample=self.is_sample)
        return head_of(self.entry, self.reading.brief, place, facts)

    def on_library_list_moved(self, event: LibraryList.Moved) -> None:
        """Read the brief that the reader went to in the list."""
        self.go_to_row(event.index)

    def on_library_list_chosen(self) -> None:
        """Go from the list to the text."""
        self.desk.go_to("summary")

    # pages and words

    def action_keys(self) -> None:
        """Show the keys of the part that listens, and then those that act in every part."""
        part = self.desk.current
        listens = Where.PASSAGE if self.reads_passage else Where.LIST if part == LIBRARY else Where.PANE
        title = "Passage" if self.reads_passage else TITLES[part]
        page = key_page(self._keymap_used, self.look, listens)
        self.push_screen(PageScreen(f"Keys: {title}", page, self.raised))

    def action_problems(self) -> None:
        """Show the problems of the brief, then those of the settings and of folders."""
        found = (*self.problems, *self._settings_problems, *self.folder_problems.values())
        page = PageScreen("Problems", problem_page(found, self.look), self.raised)
        self.push_screen(page, lambda target: self.edit_at(found[target.number].place) if target else None)

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c is for copying here."""
        self.tell("q quits; so does ctrl+q, from anywhere")


def _problem(settings: Settings, name: str, sentence: str) -> Problem:
    place = settings.places.get(name, Place(Path("config.yaml"), 1, 1))
    return Problem(place, Code.VALUE, sentence, Severity.WARNING)
