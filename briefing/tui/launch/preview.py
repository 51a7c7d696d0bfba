"""Draws the first frame, and before Textual is ready a frame for each key that moves in it or opens the filter."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial

from briefing.base.problems import BriefingError
from briefing.library.sort_orders import is_by_marks
from briefing.settings import Settings
from briefing.tui.drawing import position
from briefing.tui.drawing.position import Move
from briefing.tui.launch.draw import FrameSetup, covered_frame, frame, page_styles_for
from briefing.tui.launch.first_screen import FirstScreen
from briefing.tui.launch.frame_content import EDGES, FrameContent, Page, page_pieces, pieces_by_row
from briefing.tui.panes import TITLES
from briefing.tui.terminal.session import TERMINAL

TURNS: Mapping[bytes, int] = {b"J": 1, b"K": -1}
"""How many briefs down the list these keys go, unless the settings map them to something else."""
FILTER = b"f"
"""The key that opens the filter; the letters typed then are shown in it, and the list is filtered by the app."""
KEYS, CLOSE = b"?", b"q"
"""The key that opens the page of keys, and the one that closes it; escape may be the beginning of another key."""
MOVES: Mapping[bytes, Move] = {
    b"j": position.down,
    b"k": position.up,
    b" ": partial(position.by_pages, pages=1),
    b"b": partial(position.by_pages, pages=-1),
    b"g": lambda _sheet, _height, _at: position.start(),
    b"G": lambda sheet, height, _at: position.end(sheet, height),
}
"""Where these keys go in the pane, with the same condition."""

_LEAST_ROWS = 8
"""Rows of the lowest terminal on which a page is drawn here."""

SetupOn = Callable[[bool], FrameSetup]
"""Returns what to draw with on a light background, or on a dark one."""


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

    def __init__(self, first_screen: FirstScreen, setup: FrameSetup, setup_on: SetupOn) -> None:
        self._first_screen = first_screen
        self._setup = setup
        self._setup_on = setup_on

    def answered(self, is_light: bool) -> None:
        """Draw in the theme that suits the background, if that is another one."""
        if not TERMINAL.answered(is_light=is_light):
            return
        setup = self._setup_on(is_light)
        if setup != self._setup:
            self._setup = setup
            self._draw()

    def press(self, key: bytes) -> bool:
        """Draw what a key leads to; return False if only the app knows that."""
        try:
            if self._first_screen.page is not None:
                is_known = self._go_in_page(key)
            else:
                is_known = self._type(key) if self._first_screen.is_filtering else self._go(key)
        except BriefingError:
            return False  # the app says what is wrong
        return is_known

    def _type(self, key: bytes) -> bool:
        is_known = self._first_screen.type(key)
        if is_known:
            self._draw()
        return is_known

    def _go_in_page(self, key: bytes) -> bool:
        if key in MOVES:
            self._first_screen.move(MOVES[key])
        elif key == CLOSE:
            self._first_screen.close_page()
        else:
            return False
        self._draw()
        return True

    def _go(self, key: bytes) -> bool:
        if key in MOVES:
            self._first_screen.move(MOVES[key])
            self._draw()
        elif key in TURNS:
            if self._first_screen.turn(TURNS[key]):
                self._draw()
        elif (key == FILTER and self._first_screen.open_filter(self._setup.size)) or (
            key == KEYS and self._open_keys()
        ):
            self._draw()
        else:
            return False
        return True

    def _open_keys(self) -> bool:
        """Open the page of keys, if there is room for it and its colours are known."""
        setup = self._setup
        if page_styles_for(setup.theme, os.environ) is None or setup.size.rows < _LEAST_ROWS:
            return False
        from briefing.render.pages.help import help_page  # not needed until it is asked for
        from briefing.tui.drawing.key_groups import key_groups
        from briefing.tui.keys.actions import Where, default_keys

        groups = key_groups(Where.PANE, setup.look, default_keys)
        title = f"Keys: {TITLES[self._first_screen.part]}"
        self._first_screen.open_page(Page(title, lambda width: help_page(groups, width, setup.look)))
        return True

    def frame(self) -> str:
        """Return the output that draws what the keys have led to.

        Raises:
            IndexUnusableError: the index is damaged.

        """
        setup, page = self._setup, self._first_screen.page
        content = self._first_screen.content(setup.size)
        styles = page_styles_for(setup.theme, os.environ) if page else None
        if page is None or styles is None:
            return frame_of(content, setup)
        below, edges = (pieces_by_row(content, setup.size, setup.look, parts) for parts in ((), EDGES))
        return covered_frame(below, edges, page_pieces(page, setup.size, setup.look), setup, styles)

    def _draw(self) -> None:
        try:
            TERMINAL.redraw(self.frame())
        except BriefingError:
            return  # the app says what is wrong


def preview_typed_keys(first_screen: FirstScreen, settings: Settings, setup: FrameSetup, setup_on: SetupOn) -> None:
    """Let keys that move draw frames until Textual takes the terminal, if there is a first frame and a known order."""
    if settings.keys:  # then they may mean anything
        return
    if settings.sort is not None and is_by_marks(settings.sort):  # then only the app knows the next brief
        return
    if TERMINAL.has_terminal and sys.__stdin__ is not None:
        from briefing.tui.launch.type_ahead import TypedAhead  # not needed for the first frame

        previewer = Previewer(first_screen, setup, setup_on)
        TERMINAL.typed = TypedAhead(sys.__stdin__.fileno(), previewer.press, previewer.answered).end
