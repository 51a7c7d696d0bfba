"""Draws the first frame, and before Textual is ready a frame for each key that moves in it or opens the filter."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial

from briefing.base.problems import BriefingError
from briefing.library.sort_orders import is_by_marks
from briefing.settings import Settings
from briefing.tui.drawing import position
from briefing.tui.drawing.position import Move
from briefing.tui.launch.draw import FrameSetup, frame
from briefing.tui.launch.first_screen import FirstScreen
from briefing.tui.launch.frame_content import FrameContent, pieces_by_row
from briefing.tui.launch.type_ahead import TypedAhead
from briefing.tui.terminal.session import TERMINAL
from briefing.tui.theme.colours import TextStyles

TURNS: Mapping[bytes, int] = {b"J": 1, b"K": -1}
"""How many briefs down the list these keys go, unless the settings map them to something else."""
FILTER = b"f"
"""The key that opens the filter; the letters typed then are shown in it, and the list is filtered by the app."""
MOVES: Mapping[bytes, Move] = {
    b"j": position.down,
    b"k": position.up,
    b" ": partial(position.by_pages, pages=1),
    b"b": partial(position.by_pages, pages=-1),
    b"g": lambda _sheet, _height, _at: position.start(),
    b"G": lambda sheet, height, _at: position.end(sheet, height),
}
"""Where these keys go in the pane, with the same condition."""

StylesOn = Callable[[bool], TextStyles | None]
"""Returns the styles to draw with on a light background, or on a dark one."""


def draw_first_frame(first_screen: FirstScreen, setup: FrameSetup) -> None:
    """Draw the first frame: at once the open pane, then the rest, which needs more imports."""
    try:
        pane = first_screen.pane
        first = first_screen.content(setup.size, with_list=False)
        if TERMINAL.draw(frame_of(first, setup, pane)):
            TERMINAL.redraw(frame_of(first_screen.content(setup.size), setup))
    except BriefingError:
        return  # the app says what is wrong


def frame_of(content: FrameContent, setup: FrameSetup, pane: str = "") -> str:
    """Return the output that draws `content`; with the name of a pane, only the title bar and that pane."""
    rows = pieces_by_row(content, setup.size, setup.look, ("title-bar", pane) if pane else ())
    return frame(rows, setup.size, setup.styles)


class Previewer:
    """Draws what keys lead to, as the app is going to draw it."""

    def __init__(self, first_screen: FirstScreen, setup: FrameSetup, styles_on: StylesOn) -> None:
        self._first_screen = first_screen
        self._setup = setup
        self._styles_on = styles_on

    def answered(self, is_light: bool) -> None:
        """Draw in the theme that suits the background, if that is another one."""
        if not TERMINAL.answered(is_light=is_light):
            return
        styles = self._styles_on(is_light)
        if styles != self._setup.styles:
            self._setup = self._setup._replace(styles=styles)
            self._draw()

    def press(self, key: bytes) -> bool:
        """Draw what a key leads to; return False if only the app knows that."""
        try:
            is_known = self._type(key) if self._first_screen.is_filtering else self._go(key)
        except BriefingError:
            return False  # the app says what is wrong
        return is_known

    def _type(self, key: bytes) -> bool:
        is_known = self._first_screen.type(key)
        if is_known:
            self._draw()
        return is_known

    def _go(self, key: bytes) -> bool:
        if key in MOVES:
            self._first_screen.move(MOVES[key])
            self._draw()
        elif key in TURNS:
            if self._first_screen.turn(TURNS[key]):
                self._draw()
        elif key == FILTER and self._first_screen.open_filter(self._setup.size):
            self._draw()
        else:
            return False
        return True

    def frame(self) -> str:
        """Return the output that draws what the keys have led to.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        return frame_of(self._first_screen.content(self._setup.size), self._setup)

    def _draw(self) -> None:
        try:
            TERMINAL.redraw(self.frame())
        except BriefingError:
            return  # the app says what is wrong


def preview_typed_keys(first_screen: FirstScreen, settings: Settings, setup: FrameSetup, styles_on: StylesOn) -> None:
    """Let keys that move draw frames until Textual takes the terminal, if there is a first frame and a known order."""
    if settings.keys:  # then they may mean anything
        return
    if settings.sort is not None and is_by_marks(settings.sort):  # then only the app knows the next brief
        return
    if TERMINAL.has_terminal and sys.__stdin__ is not None:
        previewer = Previewer(first_screen, setup, styles_on)
        TERMINAL.typed = TypedAhead(sys.__stdin__.fileno(), previewer.press, previewer.answered).end
