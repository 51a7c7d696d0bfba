"""Draws the first frame, and a frame for each brief that `J` and `K` go to before Textual is ready."""

from __future__ import annotations

import sys
from collections.abc import Callable

from briefing.base.problems import BriefingError
from briefing.library.sort_orders import is_by_marks
from briefing.settings import Settings
from briefing.tui.launch.draw import FrameSetup, frame
from briefing.tui.launch.first_screen import FirstScreen
from briefing.tui.launch.frame_content import FrameContent, pieces_by_row
from briefing.tui.launch.type_ahead import TypedAhead
from briefing.tui.terminal.session import TERMINAL
from briefing.tui.theme.colours import TextStyles

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
    """Draws the briefs that keys go to, as the app is going to draw them."""

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

    def turn(self, step: int) -> None:
        """Draw the brief `step` places down the list, or up if negative, if there is one."""
        try:
            if self._first_screen.turn(step):
                self._draw()
        except BriefingError:
            return  # the app says what is wrong

    def _draw(self) -> None:
        try:
            TERMINAL.redraw(frame_of(self._first_screen.content(self._setup.size), self._setup))
        except BriefingError:
            return  # the app says what is wrong


def preview_typed_keys(first_screen: FirstScreen, settings: Settings, setup: FrameSetup, styles_on: StylesOn) -> None:
    """Let `J` and `K` draw briefs until Textual takes the terminal, if there is a first frame and a known order."""
    if settings.keys:  # then `J` may mean anything
        return
    if settings.sort is not None and is_by_marks(settings.sort):  # then only the app knows the next brief
        return
    if TERMINAL.has_terminal and sys.__stdin__ is not None:
        previewer = Previewer(first_screen, setup, styles_on)
        TERMINAL.typed = TypedAhead(sys.__stdin__.fileno(), previewer.turn, previewer.answered).end
