"""Owns what is on the screen until Textual is there: the first frame, and one of each brief that keys turn to."""

from __future__ import annotations

import sys

from briefing.base.problems import BriefingError
from briefing.library.sort_orders import is_by_marks
from briefing.settings import Settings
from briefing.tui.launch.draw import Setting, frame
from briefing.tui.launch.first_screen import Prospect
from briefing.tui.launch.scene import Scene, stretches
from briefing.tui.launch.type_ahead import TypedAhead
from briefing.tui.terminal.holding import HELD


def begin(prospect: Prospect, setting: Setting) -> None:
    """Draw the first frame: at once what is read, then all of it, for which more has to be imported."""
    try:
        pane = prospect.pane
        first = prospect.scene(setting.size, with_list=False)
        if HELD.draw(drawn(first, setting, pane)):
            HELD.redraw(drawn(prospect.scene(setting.size), setting))
    except BriefingError:
        return  # the app says what is wrong


def drawn(scene: Scene, setting: Setting, pane: str = "") -> str:
    """Return what draws a scene; with the name of a pane only that one, below the masthead."""
    rows = stretches(scene, setting.size, setting.look, ("mast", pane) if pane else ())
    return frame(rows, setting.size, setting.inking)


class Previewer:
    """Shows the briefs that keys turn to, as the app is going to show them."""

    def __init__(self, prospect: Prospect, setting: Setting) -> None:
        self._prospect = prospect
        self._setting = setting

    def turn(self, step: int) -> None:
        """Show the brief so many places on, if there is one."""
        try:
            if self._prospect.turn(step):
                HELD.redraw(drawn(self._prospect.scene(self._setting.size), self._setting))
        except BriefingError:
            return  # the app says what is wrong


def listen(prospect: Prospect, settings: Settings, setting: Setting) -> None:
    """Show what is turned to until Textual has the terminal, where a first frame stands and it is sure what follows."""
    if not HELD.has_terminal or sys.__stdin__ is None or settings.keys:  # the reader's own keys may mean anything
        return
    if settings.sort is None or not is_by_marks(
        settings.sort
    ):  # by marks, only the app can tell what is beside the first brief
        HELD.typed = TypedAhead(sys.__stdin__.fileno(), Previewer(prospect, setting).turn).end
