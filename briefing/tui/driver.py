"""Owns every private name of Textual that this program leans on. Each has a canary among the tests."""

from __future__ import annotations

import asyncio
import codecs
import os
import re
import selectors
import sys
from collections.abc import Callable, Iterator
from time import monotonic
from types import SimpleNamespace

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.message import Message

_COLOUR = re.compile(r"\x1b\[([0-9;:]*)m")
_BURST = 0.02
"""Seconds between keys of one burst: nobody types so fast, a terminal that pastes as keys does."""
_LONGEST_BURST = 1000
_ESCAPES = 2
"""Escapes of one burst that are passed on."""

_AWAKE = 2.0
"""Seconds after a key for which Textual looks for the end of an escape sequence as often as it likes."""
_ASLEEP = 0.4
"""Seconds between its looks after that: it looks ten times a second, which is all the work of a program at rest."""


class Silence:
    """Whether what is drawn is kept from the terminal."""

    is_on = False


SILENCE = Silence()
"""Of the one terminal that this process runs in."""


class SteadyApp(App[int]):
    """An app that ends in one line when it breaks, never in a traceback with the reader's text in it."""

    crash: BaseException | None = None
    """What ended the app. None: nothing did."""

    def drawn(self) -> str:
        """Return what draws the screen as it is now on any terminal of its size."""
        compositor = self.screen._compositor  # noqa: SLF001 - Textual offers no other way to its own frame
        waiting = list(compositor._dirty_regions)  # noqa: SLF001 - to draw everything forgets what was to be drawn
        drawn = compositor.render_full_update(simplify=True).render_segments(self.console).replace("\n", "")
        compositor._dirty_regions.update(waiting)  # noqa: SLF001
        return without_colour(drawn) if os.environ.get("NO_COLOR") else drawn

    def draw_unseen(self, *, unseen: bool) -> None:
        """Draw from now on without the terminal showing it, or as usual again."""
        SILENCE.is_on = unseen

    def _fatal_error(self) -> None:
        self.crash = self._exception
        self._close_messages_no_wait()

    def mind_callbacks(self) -> None:
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


class Flood:
    """Tells which keys to drop when a terminal sends a flood of them: a paste as keys, thousands of escapes."""

    def __init__(self) -> None:
        self._last = 0.0
        self._keys = 0
        self._escapes = 0

    def lets_through(self, key: str, now: float) -> bool:
        """Tell whether a key that comes at this time, in seconds, is passed on."""
        if now - self._last > _BURST:
            self._keys = self._escapes = 0
        self._last = now
        self._keys += 1
        self._escapes += key in {"escape", "circumflex_accent"}
        return self._keys <= _LONGEST_BURST and self._escapes <= _ESCAPES


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


def terminal_driver(hand_over: Callable[[], bytes] | None = None) -> type[Driver] | None:
    """Return the driver for a terminal, or None where Textual's own choice has to do.

    With `hand_over` the terminal shows a first frame already; it is called when this driver takes the terminal, and
    returns what was typed until then.
    """
    if sys.platform == "win32":
        return None
    from briefing.tui.terminal import TerminalDriver  # not on Windows

    _decode_forgivingly()
    _wait_patiently()
    if hand_over is None:
        return TerminalDriver
    take_over = hand_over

    class TakingOver(TerminalDriver):
        is_drawn_on = True

        def take_over(self) -> bytes:
            return take_over()

    return TakingOver


def messages_in(typed: bytes) -> Iterator[Message]:
    """Yield what Textual makes of what was typed."""
    from textual._xterm_parser import XTermParser  # not on Windows

    parser = XTermParser()
    if typed:  # to feed nothing is to say that this is the end
        yield from parser.feed(typed.decode(errors="replace"))
    yield from parser.feed("")


def _decode_forgivingly() -> None:
    """Make Textual take bytes that are no UTF-8: it decodes strictly, in a thread, and one would end the app."""
    from textual.drivers import linux_driver  # not on Windows

    def forgiving(_encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
        return lambda: codecs.getincrementaldecoder("utf-8")(errors="replace")

    setattr(linux_driver, "getincrementaldecoder", forgiving)  # noqa: B010 - mypy takes imported names for constants


class PatientSelector(selectors.SelectSelector):
    """Waits for keys. While none comes it looks up seldom; a key is seen at once all the same."""

    _last = 0.0
    """When something came, in seconds of the monotonic clock."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what came, at the latest when the time is over: that may be later than was asked for."""
        rests = timeout is not None and monotonic() - self._last > _AWAKE
        found = super().select(_ASLEEP if rests else timeout)
        if found:
            self._last = monotonic()
        return found


def _wait_patiently() -> None:
    """Make Textual's thread for keys sleep while no key comes."""
    from textual.drivers import linux_driver  # not on Windows

    names = SimpleNamespace(SelectSelector=PatientSelector, EVENT_READ=selectors.EVENT_READ)
    setattr(linux_driver, "selectors", names)  # noqa: B010 - mypy takes imported names for constants
