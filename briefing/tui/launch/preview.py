"""Owns what is on the screen until Textual is there: the first frame, and one of each brief that keys turn to."""

from __future__ import annotations

import sys

from briefing.base.problems import BriefingError
from briefing.library.sort_orders import is_by_marks
from briefing.settings import Settings
from briefing.tui.launch.draw import FrameSetup, frame
from briefing.tui.launch.first_screen import FirstScreen
from briefing.tui.launch.scene import FrameContent, pieces_by_row
from briefing.tui.launch.type_ahead import TypedAhead
from briefing.tui.terminal.session import TERMINAL


def draw_first_frame(first_screen: FirstScreen, setting: FrameSetup) -> None:
    """Draw the first frame: at once what is read, then all of it, for which more has to be imported."""
    try:
        pane = first_screen.pane
        first = first_screen.scene(setting.size, with_list=False)
        if TERMINAL.draw(frame_of(first, setting, pane)):
            TERMINAL.redraw(frame_of(first_screen.scene(setting.size), setting))
    except BriefingError:
        return  # the app says what is wrong


def frame_of(scene: FrameContent, setting: FrameSetup, pane: str = "") -> str:
    """Return what draws a scene; with the name of a pane only that one, below the masthead."""
    rows = pieces_by_row(scene, setting.size, setting.look, ("mast", pane) if pane else ())
    return frame(rows, setting.size, setting.styles)


class Previewer:
    """Shows the briefs that keys turn to, as the app is going to show them."""

    def __init__(self, first_screen: FirstScreen, setting: FrameSetup) -> None:
        self._first_screen = first_screen
        self._setting = setting

    def turn(self, step: int) -> None:
        """Show the brief so many places on, if there is one."""
        try:
            if self._first_screen.turn(step):
                TERMINAL.redraw(frame_of(self._first_screen.scene(self._setting.size), self._setting))
        except BriefingError:
            return  # the app says what is wrong


def preview_typed_keys(first_screen: FirstScreen, settings: Settings, setting: FrameSetup) -> None:
    """Show what is turned to until Textual has the terminal, where a first frame stands and it is sure what follows."""
    if not TERMINAL.has_terminal or sys.__stdin__ is None or settings.keys:  # the reader's own keys may mean anything
        return
    if settings.sort is None or not is_by_marks(
        settings.sort
    ):  # by marks, only the app can tell what is beside the first brief
        TERMINAL.typed = TypedAhead(sys.__stdin__.fileno(), Previewer(first_screen, setting).turn).end
