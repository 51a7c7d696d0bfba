"""All private names of Textual that the program uses. A test for each fails when Textual changes it."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from time import monotonic, thread_time
from typing import Self, TypeVar

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

_Result = TypeVar("_Result")

_AT_ONCE = 0.001
"""Seconds from one frame to the next, at least, and to the first of a screen. Textual waits 17 ms."""
_SETTLED = 0.01
"""Seconds of work of this thread for which a frame waits at most: what a start or a check does beside it goes on."""
_NEAR = 0.016
"""Seconds for which a frame waits at most for what a thread is asked: later answers get a frame of their own."""
_PUT_OFF = 20
"""Times that a frame is put off at most until what is seen through the screen is painted."""
_LINK = re.compile(r"\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)")
_COLOUR = re.compile(r"\x1b\[([0-9;:]*)m")


class Silence:
    """Whether what is drawn is kept from the terminal."""

    is_on = False


SILENCE = Silence()
"""Of the one terminal that this process runs in."""


class OneFrameScreen(Screen[_Result]):
    """A screen that is painted once for a key, when all is done that the key has caused.

    Textual paints as soon as one widget has changed, once more when it has laid out the screen, and again when the
    widgets have heard of their new size or of the focus: three or four frames for a key that opens something, the last
    of them 8 to 17 ms after the first.
    """

    focused = Reactive[Widget | None](None, repaint=False)
    """The widget with the focus. Those that get it or lose it draw it; Textual would paint the whole screen as well."""
    is_laying_out = False
    _is_painted = True
    """False from a layout until it is painted."""
    _times_put_off = 0
    """How often in a row a frame was put off."""

    @property
    def is_current(self) -> bool:
        """Whether anything of the screen is seen. Textual also draws what lies below a screen that hides it."""
        return super().is_current and (self.app.screen is self or self.app.screen.styles.background.a < 1)

    @property
    def _is_starting(self) -> bool:
        return isinstance(self.app, CrashSafeApp) and self.app.is_starting

    @cached_property
    def _update_timer(self) -> Timer:
        return self.set_interval(_AT_ONCE, self._paint, pause=True)

    async def _paint(self) -> None:
        await self._settle()
        if isinstance(self.app, CrashSafeApp) and self.app.is_answer_near:
            return  # the timer asks again
        if self._times_put_off < _PUT_OFF and self._is_below_unpainted:
            self._times_put_off += 1
            return
        self._times_put_off = 0
        if self._layout_required and self.is_current and not self.app._batch_count:  # noqa: SLF001
            self._refresh_layout(scroll=self._scroll_required)
            self._layout_required = self._scroll_required = False
            await self._settle()  # the widgets hear of their new sizes
        self._on_timer_update()
        if self.is_current and not self._is_painted:
            self._compositor_refresh()

    @property
    def _is_below_unpainted(self) -> bool:
        """Whether a screen that is seen through this one has still to paint: then it has this one painted again."""
        if self.app.screen is not self:
            return False
        below = [
            screen for screen in self.app.screen_stack if isinstance(screen, OneFrameScreen) and screen is not self
        ]
        return any(screen.is_current and screen.has_to_paint for screen in below)

    @property
    def has_to_paint(self) -> bool:
        """Whether anything has changed since the last paint.

        That Textual marks the screen itself for a repaint does not count: of one that is not on top the mark stays.
        """
        return self._layout_required or bool(self._dirty_widgets) or not self._is_painted

    async def _settle(self) -> None:
        """Wait until no message is left for the widgets, but not for long."""
        if self._is_starting:
            return
        until = thread_time() + _SETTLED
        while any(pump.message_queue_size for pump in (self.app, *self.app.screen_stack, *self.children)):
            if thread_time() > until:
                return
            await asyncio.sleep(0)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        self.is_laying_out, self._is_painted = True, False
        try:
            super()._refresh_layout(size, scroll)
        finally:
            self.is_laying_out = False
            self._update_timer.resume()

    def _compositor_refresh(self) -> None:
        if not self.is_laying_out or self._is_starting:
            self._is_painted = True
            super()._compositor_refresh()


class PlacedScreen(OneFrameScreen[_Result]):
    """A screen that knows when it is laid out.

    Textual asks a screen where its widgets stand at other times as well, such as when a widget that is hidden wants to
    be drawn. An answer that differs from the last layout would then be mixed with what that one has computed, and parts
    would be drawn in two places, or not at all.
    """


class DimmedGround:
    """What is seen, dimmed, through a screen that lies over others.

    Textual has Rich dim every run of that, and each row go through its filters again. Here each style is dimmed once.
    """

    def __init__(self, screen: Screen[_Result]) -> None:
        self._screen = screen
        self._drawn: tuple[Size, list[Strip]] | None = None
        """The rows at a size. None: they were not drawn yet."""

    def rows(self, crop: Region) -> list[Strip] | None:
        """Return the rows of a region. None: nothing is seen through the screen."""
        screen = self._screen
        if screen.styles.background.a == 1:
            return None
        if self._drawn is None or self._drawn[0] != screen.size or screen._dirty_regions:  # noqa: SLF001 - as Textual does
            seen = screen.render()
            if not isinstance(seen, BackgroundScreen):
                return None
            screen._dirty_regions.clear()  # noqa: SLF001
            self._drawn = screen.size, self._dimmed(seen)
        return [strip.crop(crop.x, crop.right) for strip in self._drawn[1][crop.y : crop.bottom]]

    def _dimmed(self, seen: BackgroundScreen) -> list[Strip]:
        filters, ground = tuple(self._screen.get_line_filters()), self._screen.background_colors[1]
        strips = seen.screen._compositor.render_strips(self._screen.size)  # noqa: SLF001 - as in `CrashSafeApp.drawn`
        return [
            Strip([Segment(text, _dimmed(style, seen.color, filters, ground)) for text, style, _ in strip])
            for strip in strips
        ]


@lru_cache(maxsize=1024)
def _dimmed(style: Style | None, colour: Color, filters: Sequence[LineFilter], ground: Color) -> Style | None:
    """Return a style as it is seen through a colour."""
    segments = list(BackgroundScreen.process_segments([Segment(" ", style)], colour))
    for each in filters:
        segments = each.apply(segments, ground)
    return segments[0].style


class CrashSafeApp(App[int]):
    """An app that ends in one line when it breaks, never in a traceback with the reader's text in it."""

    is_starting = False
    """While it is True, a screen is painted as soon as anything has changed, however many frames that makes."""
    _pointer = "default"
    """The shape of the mouse pointer that the terminal was asked for."""
    crash: BaseException | None = None
    """What ended the app. None: nothing did."""
    _near_until = 0.0
    """Until when a frame waits for an answer, in seconds of the monotonic clock."""
    _answers_near = 0
    """How many answers it waits for."""

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

    @contextmanager
    def answer_near(self) -> Iterator[None]:
        """Paint nothing meanwhile, but not for long: what a key asks a thread comes in the frame of the key."""
        self._answers_near += 1
        self._near_until = monotonic() + _NEAR
        try:
            yield
        finally:
            self._answers_near -= 1

    @property
    def is_answer_near(self) -> bool:
        """Whether a frame waits for an answer."""
        return self._answers_near > 0 and monotonic() < self._near_until

    def draw_unseen(self, *, unseen: bool) -> None:
        """Draw from now on without the terminal showing it, or as usual again."""
        SILENCE.is_on = unseen

    def end_by(self, number: int) -> None:
        """End since a signal with this number came, or the terminal has gone."""
        self.exit(return_code=128 + number)

    def refresh(self, *, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw the screen on top again. To lay it out as well is what Textual wants, twice, when another has gone."""
        return self if layout else super().refresh(repaint=repaint, recompose=recompose)

    def _set_pointer_shape(self, shape: str) -> None:
        if shape != self._pointer:  # Textual says it again with each screen, before that is painted
            self._pointer = shape
            super()._set_pointer_shape(shape)

    def _fatal_error(self) -> None:
        self.crash = self._exception
        self._close_messages_no_wait()

    def on_load(self) -> None:
        """Let what breaks in a callback of asyncio's loop end the app as well; asyncio would print it and go on.

        It is set before the first key is read, which may be before the app is mounted.
        """

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
