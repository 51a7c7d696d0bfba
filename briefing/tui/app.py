"""Owns what the reader is at: which brief of the library, by which way, in which theme. Draws nothing itself."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual.screen import Screen
from textual.timer import Timer

from briefing.library import Library
from briefing.problems import Code, Place, Problem, Severity
from briefing.safetext import visible
from briefing.settings import Settings
from briefing.tui.keys import Where, bindings, remapped
from briefing.tui.leaves import Subject
from briefing.tui.librarylist import LibraryList
from briefing.tui.page_screen import PageScreen
from briefing.tui.parts import LIBRARY, TITLES
from briefing.tui.pointing import spot_of_problem
from briefing.tui.reading_screen import ReadingScreen
from briefing.tui.shelf import Shelf
from briefing.tui.subjects import counted, key_page, problem_page, subjects
from briefing.tui.wayfinding import Wayfinder
from briefing.typesetting.lines import Line, Role, Run, Target
from briefing.typesetting.look import Look

_SLICE = 0.004
"""Seconds that reading for the list may take at a time, so that no key waits for it."""
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")


class BriefingApp(Wayfinder):
    """The reader."""

    TITLE = "briefing"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Where.APP)

    def __init__(
        self, library: Library, settings: Settings, problems: Sequence[Problem] = (), *, theme: str | None = None
    ) -> None:
        super().__init__(Look(ascii=bool(settings.ascii)))
        self._keymap_used, faults = remapped(settings.keys)
        self.set_keymap(self._keymap_used)
        if sentence := self.wear(theme or settings.theme or self.theme):
            faults = (*faults, ("theme", sentence))
        self._settings_problems = [*problems, *library.problems, *(_problem(settings, *fault) for fault in faults)]
        self.shelf = Shelf(library)
        self._idle: Timer | None = None
        self.entry = self.shelf.entry(0)
        self.reading = library.read(self.entry)
        self.desk = ReadingScreen(self.shelf, self.dress)

    def get_default_screen(self) -> Screen[None]:
        """Read on the reading screen."""
        return self.desk

    def on_mount(self) -> None:
        """Show the first brief; mind signals; finish the start after the first paint."""
        self.theme_changed_signal.subscribe(self, lambda _: self.desk.dress_in(self.dress))
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())  # the shell has written over it
        if not self.is_headless:
            for name in _SIGNALS:
                if number := getattr(signal, name, None):
                    asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, return_code=128 + number))
            signal.pthread_sigmask(signal.SIG_SETMASK, ())  # those that came since the first frame may come through now
        self.desk.library.show(range(len(self.shelf)), 0)
        self._show()
        self.call_after_refresh(self._started)

    def _started(self) -> None:
        gc.collect(0)
        gc.freeze()
        gc.enable()
        self.set_timer(0.1, self._read_on)

    def _read_on(self) -> None:
        if self.shelf.read_some(_SLICE):
            self.set_timer(_SLICE * 2, self._read_on)
        elif self._words:
            self._filter(self._words)

    # which brief

    def watch_index(self) -> None:
        """Show the brief of another row."""
        self._show()

    def _show(self) -> None:
        """Show the brief of the row as its file is now."""
        self.entry = self.shelf.entry(self.index)
        self.reading = self.shelf.library.read(self.entry)
        view = self.desk.library.view
        at = view.index(self.index) if self.index in view else 0
        self.desk.library.show(view, at, self._words.split())
        self.desk.show(self._subjects(self.index), self._mast())
        if self._idle:
            self._idle.stop()
        self._idle = self.set_timer(0.03, self._prepare)

    def _subjects(self, index: int) -> dict[str, Subject]:
        library, entry = self.shelf.library, self.shelf.entry(index)
        return subjects(entry, library.stamp(entry), library.read(entry), self.look)

    def _prepare(self) -> None:
        """Set the neighbours in the list while the reader reads."""
        view, at = self.desk.library.view, self.desk.library.index
        for index in (*view[at + 1 : at + 2], *view[max(0, at - 1) : at]):
            for name, subject in self._subjects(index).items():
                self.desk.panes[name].prepare(subject)

    def _mast(self) -> tuple[Line, Line]:
        brief, view, library = self.reading.brief, self.desk.library.view, self.desk.library
        left = (Run("Briefing", Role.STRONG), Run("  "), Run(visible(self.entry.id), Role.META))
        right = [Run(f"{brief.marking}   ", Role.MARKING)] if brief and brief.marking else []
        if self.reading.problems:
            right.append(Run(f"! {counted(self.reading.problems)}   ", Role.ERROR))
        if self._settings_problems:
            right.append(Run(f"! settings: {counted(self._settings_problems)}   ", Role.ERROR))
        place = f"{library.index + 1:,} of {len(view):,}" if view else f"none of {len(self.shelf):,}"
        return left, (*right, Run(place, Role.ACCENT))

    def reload(self) -> None:
        """Read the brief again; the reader stays where they are."""
        self.shelf.forget(self.index)
        self.desk.library.forget(self.index)
        self._show()

    def on_library_list_moved(self, event: LibraryList.Moved) -> None:
        """Read the brief that the reader went to in the list."""
        self.go_to_row(event.index)

    def on_library_list_chosen(self) -> None:
        """Go from the list to the text."""
        self.desk.go_to("summary")

    def on_reading_screen_filtered(self, event: ReadingScreen.Filtered) -> None:
        """Show only the briefs with these words."""
        self._filter(event.words)

    _words = ""

    def _filter(self, words: str) -> None:
        self._words = words
        view = self.shelf.matching(words)
        at = view.index(self.index) if self.index in view else 0
        self.desk.library.show(view, at, words.split())
        self.desk.show_filtered(len(view))
        if view and view[at] != self.index:
            self.index = view[at]
        else:
            self.desk.remast(self._mast())

    # pages and words

    def action_keys(self) -> None:
        """Show the keys of the part that listens, and then those that act in every part."""
        part = self.desk.current
        page = key_page(self._keymap_used, self.look, Where.LIST if part == LIBRARY else Where.PANE)
        self.push_screen(PageScreen(f"Keys: {TITLES[part]}", page, self.raised))

    def action_problems(self) -> None:
        """Show the problems of the brief, then those of the settings."""
        found = (*self.reading.problems, *self._settings_problems)
        page = PageScreen("Problems", problem_page(found, self.look), self.raised)
        self.push_screen(page, self._go_to_problem)

    def _go_to_problem(self, target: Target | None) -> None:
        if target is not None and target.number < len(self.reading.problems):
            self.edit_at(spot_of_problem(self.reading.problems[target.number]))

    def action_done(self) -> None:
        """Quit."""
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c is for copying here."""
        self.tell("q quits; so does ctrl+q, from anywhere")


def _problem(settings: Settings, name: str, sentence: str) -> Problem:
    place = settings.places.get(name, Place(Path("config.yaml"), 1, 1))
    return Problem(place, Code.VALUE, sentence, Severity.WARNING)
