"""All private names of Textual that the program uses. A test for each fails when Textual changes it."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from typing import TypeVar

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.screen import Screen

_Result = TypeVar("_Result")

_LINK = re.compile(r"\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)")
_COLOUR = re.compile(r"\x1b\[([0-9;:]*)m")


class Silence:
    """Whether what is drawn is kept from the terminal."""

    is_on = False


SILENCE = Silence()
"""Of the one terminal that this process runs in."""


class PlacedScreen(Screen[_Result]):
    """A screen that knows when it is laid out.

    Textual asks a screen where its widgets stand at other times as well, such as when a widget that is hidden wants to
    be drawn. An answer that differs from the last layout would then be mixed with what that one has computed, and parts
    would be drawn in two places, or not at all.
    """

    is_laying_out = False

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        self.is_laying_out = True
        try:
            super()._refresh_layout(size, scroll)
        finally:
            self.is_laying_out = False


class CrashSafeApp(App[int]):
    """An app that ends in one line when it breaks, never in a traceback with the reader's text in it."""

    crash: BaseException | None = None
    """What ended the app. None: nothing did."""

    def __init__(self, driver: type[Driver] | None) -> None:
        # Textual answers NO_COLOR with shades of grey, unless it is told that the terminal's own colours are wanted.
        super().__init__(driver_class=driver, ansi_color=True if os.environ.get("NO_COLOR") else None)

    def drawn(self) -> str:
        """Return what draws the screen as it is now on any terminal of its size."""
        compositor = self.screen._compositor  # noqa: SLF001 - Textual offers no other way to its own frame
        waiting = list(compositor._dirty_regions)  # noqa: SLF001 - to draw everything forgets what was to be drawn
        full = compositor.render_full_update(simplify=True).render_segments(self.console)
        drawn = _LINK.sub("", full.replace("\n", ""))  # a kept frame has no links, since its text is not made here
        compositor._dirty_regions.update(waiting)  # noqa: SLF001
        return without_colour(drawn) if os.environ.get("NO_COLOR") else drawn

    def send(self, sequence: str) -> None:
        """Send the terminal a sequence that draws nothing."""
        if self._driver is not None:
            self._driver.write(sequence)

    def draw_unseen(self, *, unseen: bool) -> None:
        """Draw from now on without the terminal showing it, or as usual again."""
        SILENCE.is_on = unseen

    def end_by(self, number: int) -> None:
        """End since a signal with this number came, or the terminal has gone."""
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        self.crash = self._exception
        self._close_messages_no_wait()

    def handle_loop_errors(self) -> None:
        """Let what breaks in a callback of asyncio's loop end the app as well; asyncio would print it and go on."""

        def broke(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
            error = context.get("exception")
            if isinstance(error, Exception):
                self._handle_exception(error)

        asyncio.get_running_loop().set_exception_handler(broke)

    def panic(self, *renderables: RenderableType) -> None:
        """End without showing anything: the caller of `run` says what happened."""
        del renderables
        self.crash = self.crash or self._exception or sys.exc_info()[1] or RuntimeError("the terminal cannot be read")
        self._return_code = 1
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def without_colour(text: str) -> str:
    """Return terminal output in which no code sets a colour: bold, underline and reverse stay."""
    return _COLOUR.sub(_weight_only, text)


def _weight_only(found: re.Match[str]) -> str:
    kept: list[str] = []
    codes = iter(found[1].replace(":", ";").split(";"))
    for code in codes:
        number = int(code or 0)
        if number in {38, 48, 58}:
            for _ in range(3 if next(codes, "") == "2" else 1):
                next(codes, None)
        elif not (30 <= number <= 49 or 90 <= number <= 107):  # noqa: PLR2004 - ECMA-48 SGR: the codes of colours
            kept.append(code)
    return f"\x1b[{';'.join(kept)}m" if kept else ""
