"""Owns the ways through a library: from brief to brief, from an item to its source, back and forward again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.reactive import var

from briefing.render.lines import Line, Target, TargetKind
from briefing.render.text.cell_width import short_name
from briefing.tui.controllers.external import Errands
from briefing.tui.data.brief_rows import Shelf
from briefing.tui.data.history import Trail
from briefing.tui.data.targets import Onward, target_of
from briefing.tui.keys.actions import Where, is_app_action
from briefing.tui.panes import PART_OF
from briefing.tui.screens.reading import ReadingScreen

_QUIET = 0.25
"""Seconds without a key after which the reader reads."""


class Stop(NamedTuple):
    """A place on the trail."""

    row: int
    """Of the library."""
    part: str
    item: Target | None


class Wayfinder(Errands):
    """The part of the app that moves the reader."""

    desk: ReadingScreen
    shelf: Shelf

    index: var[int] = var(0, init=False)
    """Row of the brief that is read, as the index numbers them."""

    _acted = 0.0
    """When a key did something last, in seconds of the monotonic clock."""

    trail: var[Trail[Stop]] = var(Trail, init=False)
    _onward: var[Onward] = var(Onward, init=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key of the reading screen act under a page that lies over it; ctrl+z acts anywhere."""
        del parameters
        return self.screen is self.desk or action == "suspend_process" or not is_app_action(action)

    @property
    def listening(self) -> frozenset[Where]:
        """Everything but what lies over the reading screen."""
        return frozenset(Where) - {Where.PAGE, Where.PASSAGE, Where.SEARCH, Where.PICK}

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key says; what was said before is forgotten."""
        self._acted = time.monotonic()
        self.tell("")
        return await super().run_action(action, default_namespace, namespaces)

    def when_quiet(self, do: Callable[[], None], quiet: float = _QUIET) -> None:
        """Do something once no key has come for so many seconds, so that no key waits for it."""
        wait = self._acted + quiet - time.monotonic()
        if wait <= 0:
            do()
        else:
            asyncio.get_running_loop().call_later(wait, self.when_quiet, do, quiet)

    def action_turn(self, step: int) -> None:
        """Go to the next brief of the list, or the one before."""
        self.go_to_row(self.desk.library.beside(step))

    def go_to_row(self, at: int) -> None:
        """Read the brief of a row of the list."""
        view = self.desk.library.view
        if view and 0 <= at < len(view) and view[at] != self.index:
            self.trail.leave(self._here())
            self.index = view[at]
        else:
            self.tell("this is the last brief" if at > 0 else "this is the first brief")

    def on_reading_screen_jumping(self, event: ReadingScreen.Jumping) -> None:
        """Note where words took the reader from."""
        self.trail.leave(Stop(self.index, event.part, event.item))

    def _here(self) -> Stop:
        return Stop(self.index, self.desk.current, self.item)

    def action_trail(self, step: int) -> None:
        """Go back to where the reader jumped from, or forward again."""
        here = self._here()
        stop = self.trail.back(here) if step < 0 else self.trail.forward(here)
        if stop is None:
            self.tell("there is nothing before this" if step < 0 else "there is nothing after this")
            return
        self.index = stop.row
        self.desk.go_to(stop.part)
        if stop.item and self.desk.pane:
            self.desk.pane.go_to(stop.item)

    def go_from(self, target: Target) -> None:
        """Go where something leads that rests on no source: a problem to its line, another brief to itself."""
        related = self.reading.brief.related if self.reading.brief else ()
        if target.kind is TargetKind.PROBLEM and target.number < len(self.reading.problems):
            self.edit_at(self.reading.problems[target.number].place)
        elif target.kind is TargetKind.RELATED and target.number < len(related):
            self._open_brief(related[target.number].brief)
        else:
            self.tell("no source says this: there are no words to show")

    def action_source(self) -> None:
        """Go to the source of the item; pressed again there, to the article that reports it."""
        brief, target = self.reading.brief, self.item
        if brief is None or target is None:
            self.tell("this item names no source")
            return
        onward = self._onward.next(brief, target, in_sources=self.desk.current == "sources")
        if onward.source is not None:
            self.jump(target_of(onward.source))
        self.tell(onward.said)

    def jump(self, target: Target) -> None:
        """Go to an item of the brief, in its pane."""
        self.trail.leave(self._here())
        part = PART_OF.get(target.kind, "summary")  # what is of the whole brief stands there, or nowhere
        self.desk.go_to(part)
        if not self.desk.panes[part].go_to(target):
            self.desk.panes[part].action_start()

    def _open_brief(self, name: str) -> None:
        row = self.shelf.find(name)
        if row is None:
            self.tell(f"{short_name(name)} is not in this library")
            return
        self.trail.leave(self._here())
        self.index = row

    @property
    def item(self) -> Target | None:
        """What the reader stands on."""
        return self.desk.pane.item if self.desk.pane else None

    def mast(self) -> tuple[Line, Line]:
        """Return what the masthead says at its left and at its right."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Say something in the last row."""
        self.desk.say(sentence)
