"""Owns what the reader is at: which brief of the library, by which way, in which theme. Draws nothing itself."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from briefing.library import Library
from briefing.problems import Code, Place, Problem, Severity
from briefing.safetext import visible
from briefing.settings import Settings
from briefing.tui.errands import Errands
from briefing.tui.keys import Where, bindings, remapped
from briefing.tui.librarylist import LibraryList
from briefing.tui.page_screen import PageScreen
from briefing.tui.pane import Pane
from briefing.tui.pointing import Onward, spot_of_problem, target_of
from briefing.tui.reading_screen import ReadingScreen
from briefing.tui.sheetview import Subject
from briefing.tui.shelf import Shelf
from briefing.tui.subjects import counted, key_page, problem_page, subjects
from briefing.tui.trail import Trail
from briefing.typesetting.lines import Kind, Line, Role, Run, Target
from briefing.typesetting.look import Look

_SLICE = 0.004
"""Seconds that reading for the list may take at a time, so that no key waits for it."""
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")


class Stop(NamedTuple):
    """A place on the trail."""

    row: int
    """Of the library."""
    part: str
    item: Target | None


class BriefingApp(Errands):
    """The reader."""

    TITLE = "briefing"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Where.APP)

    index: var[int] = var(0, init=False)
    """Row of the library that is read."""

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
        self._trail: Trail[Stop] = Trail()
        self._idle: Timer | None = None
        self._onward = Onward()
        self.entry = self.shelf.entry(0)
        self.reading = library.read(self.entry)
        self.desk = ReadingScreen(self.shelf, self.dress)

    def get_default_screen(self) -> Screen[None]:
        """Read on the reading screen."""
        return self.desk

    def on_mount(self) -> None:
        """Show the first brief; mind signals; finish the start after the first paint."""
        self.theme_changed_signal.subscribe(self, lambda _: self.desk.dress_in(self.dress))
        if not self.is_headless:
            for name in _SIGNALS:
                if number := getattr(signal, name, None):
                    asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, return_code=128 + number))
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
        return left, (*right, Run(f"{library.index + 1:,} of {len(view):,}", Role.ACCENT))

    def reload(self) -> None:
        """Read the brief again; the reader stays where they are."""
        self.shelf.forget(self.index)
        self.desk.library.forget(self.index)
        self._show()

    def action_turn(self, step: int) -> None:
        """Go to the next brief of the list, or the one before."""
        self._go_to_row(self.desk.library.index + step)

    def _go_to_row(self, at: int) -> None:
        view = self.desk.library.view
        if view and 0 <= at < len(view) and view[at] != self.index:
            self._trail.leave(self._here())
            self.index = view[at]
        else:
            self.tell("this is the last brief" if at > 0 else "this is the first brief")

    def on_library_list_moved(self, event: LibraryList.Moved) -> None:
        """Read the brief that the reader went to in the list."""
        self._go_to_row(event.index)

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

    # the trail

    def _here(self) -> Stop:
        return Stop(self.index, self.desk.current, self.item)

    def action_trail(self, step: int) -> None:
        """Go back to where the reader jumped from, or forward again."""
        here = self._here()
        stop = self._trail.back(here) if step < 0 else self._trail.forward(here)
        if stop is None:
            self.tell("there is nothing before this" if step < 0 else "there is nothing after this")
            return
        self.index = stop.row
        self.desk.go_to(stop.part)
        if stop.item and self.desk.pane:
            self.desk.pane.go_to(stop.item)

    def on_pane_followed(self, event: Pane.Followed) -> None:
        """Go where an item or a cite mark leads."""
        brief, target = self.reading.brief, event.target
        if target.kind is Kind.PROBLEM:
            self.edit_at(spot_of_problem(self.reading.problems[target.number]))
        elif brief is not None and target.kind is Kind.RELATED:
            self._open_brief(brief.related[target.number].brief)
        elif brief is not None:
            onward = self._onward.next(brief, target, in_sources=event.pane.id == "sources")
            if onward.source is not None:
                self._trail.leave(self._here())
                self.desk.go_to("sources")
                self.desk.panes["sources"].go_to(target_of(onward.source))
            self.tell(onward.said)

    def _open_brief(self, name: str) -> None:
        entry = self.shelf.library.find(name)
        if entry is None:
            self.tell(f"{visible(name)} is not in this library")
            return
        self._trail.leave(self._here())
        self.index = self.shelf.library.entries.index(entry)

    @property
    def item(self) -> Target | None:
        """What the reader stands on."""
        return self.desk.pane.item if self.desk.pane else None

    # pages and words

    def tell(self, sentence: str) -> None:
        """Say something in the last row."""
        self.desk.say(sentence)

    def action_keys(self) -> None:
        """Show every key."""
        self.push_screen(PageScreen("Keys", key_page(self._keymap_used, self.look), self.raised))

    def action_problems(self) -> None:
        """Show the problems of the brief, then those of the settings."""
        found = (*self.reading.problems, *self._settings_problems)
        page = PageScreen("Problems", problem_page(found, self.look), self.raised)
        self.push_screen(page, self._go_to_problem)

    def _go_to_problem(self, target: Target | None) -> None:
        if target is not None and target.number < len(self.reading.problems):
            self.edit_at(spot_of_problem(self.reading.problems[target.number]))

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c is for copying here."""
        self.tell("q quits; so does ctrl+q, from anywhere")


def _problem(settings: Settings, name: str, sentence: str) -> Problem:
    place = settings.places.get(name, Place(Path("config.yaml"), 1, 1))
    return Problem(place, Code.VALUE, sentence, Severity.WARNING)
