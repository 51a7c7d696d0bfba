"""A terminal's screen in memory: pyte's, with a short way for what a program of ours writes most.

pyte takes output a character at a time. A frame is nearly all colours, moves of the cursor and letters of one cell.
They are taken a run at a time here, which is several times as fast, and everything else is left to pyte.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

import pyte
from pyte.modes import DECOM, IRM
from pyte.screens import Char
from wcwidth import wcwidth

NOT_FOR_PYTE = re.compile(r"\x1b\[(?:[<=>?][\d;:]*[mnrsu]|\?[\d;]*\$p)|\u200c")
"""Keyboard protocols and queries, which pyte 0.8 prints, or takes for colours and cursor movements; and U+200C, where
it stops and draws nothing more of what was written at once."""
_PART = re.compile(
    r"\x1b\[(?P<colours>[\d;]*)m"
    r"|\x1b\[(?P<move>\d+;\d+)H"
    r"|(?P<words>[^\x00-\x1f\x7f]+)"
    r"|\x1b\[[^@-~]*[@-~]"  # any other control sequence
    r"|\x1b\].*?(?:\x07|\x1b\\)"  # a title and the like
    r"|\x1b[#%()]?."
    r"|[\x00-\x1a\x1c-\x1f\x7f]+",
    re.DOTALL,
)
_C1 = re.compile(r"[\x80-\x9f]")
"""Controls that begin a sequence of their own."""
_UNFINISHED = re.compile(r"\x1b(?:\[[^@-~]*|\](?:[^\x07\x1b]|\x1b(?!\\))*|[#%()])?\Z")


class Screen:
    """The screen that output makes; the first row and column are 0."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self._has_c1 = False

    def feed(self, output: bytes) -> None:
        """Take the next output; a sequence that is cut waits for its rest."""
        written = self._held + self._decoder.decode(output)
        cut = _UNFINISHED.search(written)
        self._held = cut.group() if cut else ""
        complete = NOT_FOR_PYTE.sub("", written[: cut.start()] if cut else written)
        self._has_c1 = self._has_c1 or _C1.search(complete) is not None
        if self._has_c1:
            self._stream.feed(complete)
        else:
            for part in _PART.finditer(complete):
                self._take(part)

    def cell(self, x: int, y: int) -> Char:
        """Return one cell: its sign, colours and weight."""
        return self._screen.buffer[y][x]

    def row(self, y: int) -> list[Char]:
        """Return the cells of a row."""
        line = self._screen.buffer[y]
        return [line[x] for x in range(self._screen.columns)]

    def lines(self) -> list[str]:
        """Return the text of each row."""
        return list(self._screen.display)

    def _take(self, part: re.Match[str]) -> None:
        screen = self._screen
        if part.lastgroup == "colours":
            screen.cursor.attrs = _coloured(screen.cursor.attrs, part["colours"])
        elif part.lastgroup == "move" and DECOM not in screen.mode:
            row, column = part["move"].split(";")
            screen.cursor_position(int(row), int(column))
        elif part.lastgroup == "words" and self._is_simple(part["words"]):
            self._write(part["words"])
        else:
            self._stream.feed(part.group())

    def _is_simple(self, words: str) -> bool:
        """Whether each letter just fills the next cell."""
        screen = self._screen
        has_room = screen.cursor.x + len(words) <= screen.columns
        return has_room and IRM not in screen.mode and all(map(_is_one_cell, words))

    def _write(self, words: str) -> None:
        cursor = self._screen.cursor
        line = self._screen.buffer[cursor.y]
        for x, sign in enumerate(words, cursor.x):
            line[x] = _made(cursor.attrs, sign)
        cursor.x += len(words)
        self._screen.dirty.add(cursor.y)


@cache
def _is_one_cell(sign: str) -> bool:
    return wcwidth(sign) == 1


@cache
def _made(attributes: Char, sign: str) -> Char:
    return attributes._replace(data=sign)


@cache
def _coloured(attributes: Char, colours: str) -> Char:
    """Return the attributes after a change of colours, as pyte reads it."""
    screen = pyte.Screen(1, 1)
    screen.cursor.attrs = attributes
    screen.select_graphic_rendition(*[min(int(each or 0), 9999) for each in colours.split(";")])
    return screen.cursor.attrs
