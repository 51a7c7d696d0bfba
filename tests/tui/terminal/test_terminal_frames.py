"""One key makes one frame of bounded size: what is asserted of speed, for neither depends on the day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library.sort_orders import SORT_ORDERS
from tests.bench.rows import LARGEST_PAINT
from tests.support.generated import OPENING, write_library
from tests.support.large import LEDE, RARE, write_large_brief
from tests.support.runs import until_rest
from tests.support.terminal import Preloaded, Size, Stroke, Terminal, environment

QUIET = 0.15
"""Seconds without output after which a key counts as answered, also on a busy machine."""


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Start the reader once: each row of keys below leads back to where it began."""
    folder = tmp_path_factory.mktemp("frames")
    write_library(folder / "library", 12, length=8)
    with Terminal(Preloaded(folder / "library"), Size(200, 60), environment(folder)) as terminal:
        terminal.until_written(OPENING.encode())
        terminal.until_shown("11 unread")  # the first brief has been on the screen long enough to be read
        until_rest(terminal)
        yield terminal


def pressed(terminal: Terminal, keys: str, quiet: float = QUIET) -> list[Stroke]:
    """Press each key once nothing is done ahead of it any more, and return what the terminal was sent."""
    strokes = []
    for key in keys:
        until_rest(terminal)
        strokes += [terminal.stroke(key, quiet)]
    return [stroke for stroke in strokes if stroke]


@pytest.mark.parametrize(
    "keys", [pytest.param("  bb", id="page"), pytest.param("jjkk", id="line"), pytest.param("JJKK", id="brief")]
)
def test_a_key_of_reading_is_answered_in_one_frame(keys: str, terminal: Terminal) -> None:
    strokes = pressed(terminal, keys)
    assert [(stroke.frames, stroke.size <= LARGEST_PAINT) for stroke in strokes] == [(1, True)] * len(keys)


@pytest.mark.parametrize(
    ("opening", "keys"), [pytest.param("/quay\r", "nN", id="find"), pytest.param("f", "00\x7f", id="filter")]
)
def test_a_key_that_looks_for_words_is_answered_in_one_frame(opening: str, keys: str, terminal: Terminal) -> None:
    terminal.press(opening)
    strokes = pressed(terminal, keys)
    assert [stroke.frames for stroke in strokes] == [1] * len(keys)


def test_a_letter_of_find_is_answered_in_one_frame_however_much_it_finds(tmp_path: Path) -> None:
    brief = write_large_brief(tmp_path / "library", 300, is_long=True)
    with Terminal(Preloaded(brief), Size(120, 40), environment(tmp_path)) as terminal:
        terminal.until_shown(LEDE)
        terminal.until_shown("● large")
        terminal.until(lambda: "● large" not in terminal.screen(), "the brief counts as read")
        until_rest(terminal)
        terminal.press("/")
        letters = pressed(terminal, f"e\x7f{RARE}")
        assert [stroke.frames for stroke in letters] == [1] * len(letters)
        terminal.until_shown("1 found")


def test_a_key_that_pages_in_a_list_shown_alone_is_answered_in_one_frame(tmp_path: Path) -> None:
    *_, last = write_library(tmp_path / "library", 90)
    last.write_text(last.read_text().replace("TLP:CLEAR", "TLP:RED"))
    keys = "  bb\x04\x15GgGg"
    with Terminal(Preloaded(tmp_path / "library"), Size(120, 40), environment(tmp_path)) as terminal:
        terminal.until_shown("90 unread")
        terminal.press("00j")
        terminal.until_shown("2 of 90")
        strokes = pressed(terminal, keys)
        assert [stroke.frames for stroke in strokes] == [1] * len(keys)
        terminal.press("G")
        terminal.until_shown("TLP:RED")


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("s[s\x1b", id="saved-text"),
        pytest.param("?\x1b", id="page"),
        pytest.param(":\x1b", id="palette"),
        pytest.param("An", id="question"),
        pytest.param("F\x1b", id="search"),
        pytest.param("/\x1b", id="find"),
        pytest.param("f\x1b", id="filter"),
        pytest.param("zz", id="zoom"),
        pytest.param("21", id="pane"),
        pytest.param("T", id="theme"),
        pytest.param("rrrr", id="read"),
    ],
)
def test_a_key_that_opens_or_closes_something_is_answered_in_one_frame(keys: str, terminal: Terminal) -> None:
    strokes = pressed(terminal, keys, 3 * QUIET)
    assert [(stroke.frames, stroke.size <= LARGEST_PAINT) for stroke in strokes] == [(1, True)] * len(keys)


def test_an_order_that_was_made_before_comes_in_the_frame_of_its_key(terminal: Terminal) -> None:
    keys = "S" * len(SORT_ORDERS)
    pressed(terminal, keys)
    assert [stroke.frames for stroke in pressed(terminal, keys)] == [1] * len(keys)
