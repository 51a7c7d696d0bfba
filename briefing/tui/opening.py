"""Owns the first frame: the summary of the first brief stands on the screen before Textual is imported.

Importing Textual takes several times as long as reading a brief and setting it. So the terminal is made ready here, the
summary is drawn where the reading screen will draw it, and Textual takes the terminal over as it is. Keys that are
typed meanwhile wait for it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from types import FrameType, TracebackType
from typing import Self

from briefing.library import Entry
from briefing.reading import Reading
from briefing.safetext import visible
from briefing.tui.inks import INK, OWN, Ink, Inks, roles
from briefing.tui.places import MARGIN, ROOMY, Size, summary_place
from briefing.typesetting.flow import line_cells
from briefing.typesetting.frames import Scroll, heading, masthead
from briefing.typesetting.lines import Line, Role, Run
from briefing.typesetting.look import Look
from briefing.typesetting.pages import crop_line
from briefing.typesetting.summary import summary

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2026h"
_LEAVE = "\x1b[0m\x1b[?2026l\x1b[?1049l\x1b[?25h"
"""A signal may cut the frame short, so what it began is ended, too."""
_TRUE_COLOUR = ("truecolor", "24bit")
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT")


def first_rows(entry: Entry, reading: Reading, size: Size, look: Look) -> dict[int, Line]:
    """Set the masthead and the summary of a brief; each line by the row of the screen that it stands in."""
    if reading.brief is None:
        return {}
    place = summary_place(size)
    width = max(8, place.width - MARGIN - 1)
    sheet = summary(reading.brief, width, look)
    head = 2 if place.height >= ROOMY else 1
    view = place.height - head
    scroll = Scroll(0, view, len(sheet.lines))
    title = heading("1 Summary", place.width - MARGIN - 1, look, focused=True, scroll=scroll)
    indent = Run(" " * (place.left + MARGIN))
    rows = {place.top: (indent, *title)}
    rows |= {place.top + head + number: (indent, *line) for number, line in enumerate(sheet.lines[:view])}
    if place.left or size.columns >= 80:  # noqa: PLR2004 - narrower, the masthead has no room for all it says
        left = (Run("Briefing", Role.STRONG), Run("  "), Run(visible(entry.id), Role.META))
        rows[0] = (Run("  "), *masthead(left, (), size.columns - 4))
        if place.top > 1:
            rows[1] = (Run(look.signs.rule * size.columns, Role.RULE),)
    return rows


def frame(rows: Mapping[int, Line], size: Size, inks: Mapping[Role, Ink]) -> str:
    """Return what draws the rows on an otherwise empty screen. Without inks: in the terminal's own colours."""
    codes = {role: _code(ink) for role, ink in inks.items()}
    parts: list[str] = []
    for row in range(size.rows):
        line = crop_line(rows.get(row, ()), size.columns)
        filled: Sequence[Run] = (*line, Run(" " * (size.columns - line_cells(line))))
        parts.append(f"\x1b[{row + 1};1H")
        parts += [f"\x1b[0{codes.get(run.role, '')}m{run.text}" for run in filled if run.text]
    return "".join(parts) + "\x1b[0m"


def _code(ink: Ink) -> str:
    weight = ";1" * ink.bold + ";3" * ink.italic + ";4" * ink.underline
    return f"{weight};38;2;{_rgb(ink.colour)};48;2;{_rgb(ink.ground)}"


def _rgb(colour: str) -> str:
    return ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


def inks_of(theme: str | None, environment: Mapping[str, str]) -> Inks | None:
    """Return the colours of the first frame; None: the terminal's own, where another theme or no colour is wanted."""
    if environment.get("NO_COLOR") or environment.get("COLORTERM") not in _TRUE_COLOUR:
        return None
    return OWN.get(theme) if theme else INK


class Opening:
    """The terminal from its first frame until Textual has it. Leaving the context puts right what is left over."""

    def __init__(self) -> None:
        self.attributes: list[int | list[bytes | int]] | None = None
        """The terminal's line discipline as it was found. None: nothing is drawn yet, or Textual has the terminal."""

    def show(self, entry: Entry, reading: Reading, look: Look, inks: Inks | None) -> None:
        """Draw the first frame, where that can be done."""
        error, keyboard = sys.__stderr__, sys.__stdin__
        if sys.platform == "win32" or error is None or keyboard is None or not keyboard.isatty():
            return
        import termios  # not on Windows

        self.attributes = termios.tcgetattr(keyboard)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), self._end)
        termios.tcsetattr(keyboard, termios.TCSANOW, _unechoed(self.attributes))
        size = Size(*os.get_terminal_size(error.fileno()))
        drawn = frame(first_rows(entry, reading, size, look), size, roles(inks, inks.ground) if inks else {})
        error.write(f"{_ENTER}{drawn}\x1b[?2026l")
        error.flush()

    @property
    def has_terminal(self) -> bool:
        """Whether the first frame is on the screen and nobody has taken it over."""
        return self.attributes is not None

    def hand_over(self) -> None:
        """Put the line discipline back, for whoever takes over to find and to restore.

        Signals wait from here until the app minds them.
        """
        if self.attributes is not None:
            signal.pthread_sigmask(signal.SIG_BLOCK, [getattr(signal, name) for name in _SIGNALS])
        self._restore()

    def _restore(self) -> None:
        if self.attributes is not None and sys.__stdin__ is not None:
            import termios  # not on Windows

            termios.tcsetattr(sys.__stdin__, termios.TCSANOW, self.attributes)
            self.attributes = None

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """Give the terminal back and end at once: nothing has been begun that would have to be finished.

        An exception would be lost where Python ignores those, as in what an import leaves to weak references.
        """
        self._restore()
        if sys.__stderr__ is not None:
            os.write(sys.__stderr__.fileno(), _LEAVE.encode())
        os._exit(128 + number)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.attributes is not None and sys.__stderr__ is not None:
            self._restore()
            sys.__stderr__.write(_LEAVE)
            sys.__stderr__.flush()


def _unechoed(attributes: list[int | list[bytes | int]]) -> list[int | list[bytes | int]]:
    """Return a line discipline in which keys wait, unseen and as they are, for whoever reads them."""
    import termios  # not on Windows

    changed = attributes[:]
    changed[0] = _without(attributes[0], termios.ICRNL | termios.IXON)
    changed[3] = _without(attributes[3], termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    return changed


def _without(flags: int | list[bytes | int], bits: int) -> int | list[bytes | int]:
    return flags & ~bits if isinstance(flags, int) else flags
