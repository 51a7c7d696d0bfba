"""The screen of the tests is pyte's: what is taken the short way makes the same cells."""

from __future__ import annotations

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.screen import NOT_FOR_PYTE, Screen

WIDTH, HEIGHT = 12, 4
PARTS = [
    "letters",
    "one two three four five",
    "漢字",
    "e\u0301x",
    "\u0301",
    "👍🏽",
    "│─ é",
    "\x1b[0m",
    "\x1b[m",
    "\x1b[1;38;2;1;2;3m",
    "\x1b[48;5;7;4m",
    "\x1b[7m",
    "\x1b[38;2m",
    "\x1b[2;3H",
    "\x1b[1;1H",
    "\x1b[9;99H",
    "\x1b[H",
    "\x1b[2J",
    "\x1b[K",
    "\x1b[3C",
    "\x1b[?25l",
    "\x1b[?7l",
    "\x1b[?7h",
    "\x1b[4h",
    "\x1b[?6h",
    "\x1b[2;3r",
    "\x1b[?2026$p",
    "\x1b[>1u",
    "\x1b]0;title\x07",
    "\x1b]2;title\x1b\\",
    "\x1b7",
    "\x1b8",
    "\x1b#8",
    "\x1b(0",
    "\x1bM",
    "\r\n",
    "\b",
    "\t",
    "\x9b2J",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=30), st.integers(0, 200))
def test_it_has_the_cells_of_pyte_wherever_output_is_cut(parts: list[str], cut: int) -> None:
    written = "".join(parts)
    theirs = pyte.Screen(WIDTH, HEIGHT)
    pyte.Stream(theirs).feed(NOT_FOR_PYTE.sub("", written))
    output = written.encode()
    ours = Screen(WIDTH, HEIGHT)
    ours.feed(output[:cut])
    ours.feed(output[cut:])
    assert [ours.row(y) for y in range(HEIGHT)] == [[theirs.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]
