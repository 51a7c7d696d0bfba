"""Compares a first frame that is drawn without Textual with Textual's own, cell by cell."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from pyte.screens import Char
from textual._context import visible_screen_stack

import briefing.tui
from briefing.base.problems import Problem
from briefing.library.open import OpenedLibrary, open_indexed
from briefing.render.symbols import Look
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.data.mark_cache import marks_of
from briefing.tui.data.remembered import Begun, Remembered
from briefing.tui.drawing.layout import Size
from briefing.tui.launch.draw import FrameSetup, setup_for
from briefing.tui.launch.first_screen import FirstScreen
from briefing.tui.launch.preview import Previewer, frame_of
from tests.support.app import until
from tests.support.screen import Screen

Cells = list[list[Char]]
_PATIENCE = 25
"""How often two frames are compared until they count as different."""
_NAMES = {" ": "space", "\x7f": "backspace", "?": "question_mark"}
"""How Textual names keys."""


class Start(BriefingApp):
    """The app as it is at its first paint: what it does after that is left out."""

    CSS_PATH = str(Path(briefing.tui.__file__).with_name("app.tcss"))
    has_painted = False

    def _started(self) -> None:
        self.has_painted = True

    def drawn(self) -> str:
        """Return what draws the screen, with the one that a page lies over."""
        visible_screen_stack.set(self._background_screens)
        return super().drawn()


class Compared:
    """A start on a folder, at a size: what is drawn before Textual is there, and what Textual draws."""

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int],
        settings: Settings | None = None,
        *problems: Problem,
        remembered: Remembered | None = None,
    ) -> None:
        self.folder, self.size = folder, size
        self.settings, self.problems = settings or Settings(), problems
        self.begun = Begun(self.settings, remembered or Remembered())
        self.begun, opened = self.begun.opened(self._opened())
        self.first_screen = FirstScreen(opened, marks_of(opened, os.environ), self.begun, problems)

    def _opened(self) -> OpenedLibrary:
        return open_indexed([self.folder], os.environ, sort=self.begun.settings.sort or "name")

    def setup(self, theme: str | None = None) -> FrameSetup:
        """Return what the frame is drawn with, in a theme or else in that of the settings."""
        look = Look(ascii=bool(self.settings.ascii))
        return setup_for(theme or self.settings.theme or "ink", Size(*self.size), look, os.environ)

    def frame(self, theme: str | None = None) -> str:
        """Return the frame of the brief that was turned to."""
        return frame_of(self.first_screen.content(Size(*self.size)), self.setup(theme))

    def app(self) -> Start:
        """Return an app for the same start."""
        begun, opened = self.begun.opened(self._opened())
        app = Start(opened, begun.settings, self.problems, begun=begun)
        app.read_tracking.read_after = 1000.0
        app.read_tracking.reach = lambda event: None  # type: ignore[method-assign]  # noqa: ARG005
        app.open_brief._find_evidence = lambda entries: None  # type: ignore[method-assign]  # noqa: SLF001, ARG005
        return app

    async def differs(self, *keys: str) -> list[str]:
        """Return the rows in which the two differ, after keys that are answered before Textual is there."""
        app, previewer = self.app(), self.previewer()
        async with app.run_test(size=self.size) as pilot:
            await until(pilot, lambda: app.has_painted, "the first paint")
            for key in keys:
                assert previewer.press(key.encode())
                await pilot.press(_NAMES.get(key, key))
            for _ in range(_PATIENCE):  # a page is laid over the screen only after its key
                if not (found := differing(previewer.frame(), app.drawn(), self.size)):
                    break
                await pilot.pause(0.02)
            return found

    def previewer(self) -> Previewer:
        """Return what answers keys before Textual is there."""
        return Previewer(self.first_screen, self.setup(), lambda _: self.setup())


def cells(written: str, size: tuple[int, int]) -> Cells:
    """Return every cell of the screen that output makes; of an empty one only its ground, which is all that is seen."""
    screen = Screen(*size)
    screen.feed(written.encode())
    return [[_seen(cell) for cell in screen.row(y)] for y in range(size[1])]


@cache
def _seen(cell: Char) -> Char:
    is_empty = cell.data in {" ", ""} and not (cell.reverse or cell.underscore)
    return Char(cell.data, bg=cell.bg) if is_empty else cell


def differing(one: str, other: str, size: tuple[int, int]) -> list[str]:
    """Return where two frames differ, a row a line."""
    return [
        f"{y}: {''.join(cell.data for cell in a)!r} / {''.join(cell.data for cell in b)!r} from {_first(a, b)}"
        for y, (a, b) in enumerate(zip(cells(one, size), cells(other, size), strict=True))
        if a != b
    ]


def _first(one: list[Char], other: list[Char]) -> str:
    return next(f"{x}: {a} / {b}" for x, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
