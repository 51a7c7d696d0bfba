"""The background of the terminal: its answers are understood, are no keys, and are followed if nothing was chosen."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from briefing.tui.app import BriefingApp
from briefing.tui.terminal.background import is_light_answer, is_light_scheme, without_answers
from briefing.tui.terminal.input import BackgroundReported, KeyReader
from briefing.tui.terminal.session import TerminalSession
from tests.support.app import brief, reader, until, write
from tests.support.terminal import SAMPLES, Size, Terminal, command, environment

LIGHT, DARK = "\x1b]11;rgb:fafa/f4f4/ecec\x1b\\", "\x1b]11;rgb:1515/1616/1a1a\x07"
QUESTION = b"\x1b]11;?"
PAPER, INK = b"48;2;247;244;236", b"48;2;21;22;26"


@pytest.mark.parametrize(
    ("answer", "is_light"),
    [
        pytest.param(LIGHT, True, id="light"),
        pytest.param(DARK, False, id="dark"),
        pytest.param("\x1b]11;rgb:f/f/f\x07", True, id="one-digit"),
        pytest.param("\x1b]11;rgba:0000/0000/0000/ffff\x07", False, id="with-opacity"),
        pytest.param("\x1b]11;#fdf6e3\x07", True, id="hexadecimal"),
        pytest.param("\x1b]11;rgb:ffff/ffff\x07", None, id="two-parts"),
        pytest.param("\x1b]11;rgb:fffff/0/0\x07", None, id="five-digits"),
        pytest.param("\x1b]11;white\x07", None, id="name"),
        pytest.param("\x1b]10;rgb:ffff/ffff/ffff\x07", None, id="foreground"),
    ],
)
def test_an_answer_says_whether_the_background_is_light(answer: str, *, is_light: bool | None) -> None:
    assert is_light_answer(answer) is is_light


def test_a_notification_says_so_too() -> None:
    assert [is_light_scheme(f"\x1b[?997;{number}n") for number in (1, 2, 3)] == [False, True, None]


def read(*pieces: bytes) -> tuple[list[bool], list[str]]:
    """Return what is read of the background, and the keys."""
    keys = KeyReader()
    found = [message for piece in pieces for message in keys.feed(piece)]
    found += list(keys.expire()) if keys.patience else []
    return (
        [message.is_light for message in found if isinstance(message, BackgroundReported)],
        [message.key for message in found if isinstance(message, events.Key)],
    )


@given(cuts=st.lists(st.integers(0, 60), max_size=4))
def test_an_answer_is_never_a_key_however_it_is_cut(cuts: list[int]) -> None:
    whole = f"j{LIGHT}k\x1b[?997;1n".encode()
    at = [0, *sorted(cuts), len(whole)]
    assert read(*(whole[a:b] for a, b in pairwise(at))) == ([True, False], ["j", "k"])


@given(cuts=st.lists(st.integers(0, 60), max_size=4))
def test_what_is_typed_before_textual_is_there_keeps_no_answer(cuts: list[int]) -> None:
    whole = f"J{LIGHT}K{DARK}J".encode()
    at = [0, *sorted(cuts), len(whole)]
    keys, unfinished, said = b"", b"", []
    for a, b in pairwise(at):
        sent = without_answers(unfinished + whole[a:b])
        keys, unfinished = keys + sent.keys, sent.unfinished
        said += [] if sent.is_light is None else [sent.is_light]
    assert (keys + unfinished, said[-1]) == (b"JKJ", False)


@given(data=st.binary(max_size=60) | st.text("\x1b]1;rgb:f/\\\x07Jq", max_size=40).map(str.encode))
def test_what_is_no_answer_stays_as_it_was_typed(data: bytes) -> None:
    sent = without_answers(data)
    if b"\x1b]11;" not in data:
        assert sent.keys + sent.unfinished == data


def test_nothing_is_believed_that_was_not_asked() -> None:
    session = TerminalSession()
    assert not session.answered(is_light=True)
    assert session.is_light is None


def wears(app: BriefingApp, theme: str) -> bool:
    return app.theme == theme


async def test_a_theme_that_was_chosen_stays_when_the_background_changes(tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test(size=(80, 24)) as pilot:
        for is_light, theme in ((True, "paper"), (False, "ink")):
            app.post_message(BackgroundReported(is_light=is_light, is_answer=False))
            await until(pilot, partial(wears, app, theme), theme)
        app.themes.change("nord")
        app.post_message(BackgroundReported(is_light=True, is_answer=False))
        await until(pilot, lambda: app.themes.is_light, "told")
        assert app.theme == "nord"
        app.themes.change("auto")
        assert app.theme == "paper"


def test_the_screen_follows_the_terminal_from_its_answer_on_and_later(tmp_path: Path) -> None:
    with Terminal(command(SAMPLES), Size(80, 24), environment(tmp_path)) as terminal:
        terminal.until_written(QUESTION)
        assert terminal.written.index(b"\x1b[?1049h") < terminal.written.index(QUESTION)
        assert INK in terminal.written.partition(QUESTION)[0]
        terminal.press(LIGHT)
        terminal.until(lambda: PAPER in terminal.written, "light")
        terminal.until_written(b"\x1b[?2031h")
        terminal.settle(0.5)
        before = len(terminal.written)
        terminal.press("\x1b[?997;1n")
        terminal.until(lambda: INK in terminal.written[before:], "dark")
        terminal.settle(0.3)
        before = len(terminal.written)
        terminal.press(LIGHT)
        terminal.settle(0.3)
        assert PAPER not in terminal.written[before:], "an answer that comes late"
        terminal.press("q")
        assert terminal.until_ended() == 0
        assert 2031 not in terminal.modes_left_on()


def test_a_console_that_would_print_the_question_is_not_asked(tmp_path: Path) -> None:
    with Terminal(command(SAMPLES), Size(80, 24), environment(tmp_path, TERM="linux", COLORTERM="")) as terminal:
        terminal.until_written(b"\x1b[?2031h")
        terminal.press("q")
        assert terminal.until_ended() == 0
        assert b"\x1b]" not in terminal.written
        assert b"48;2;" not in terminal.written


def test_the_list_of_pick_follows_the_terminal_too(tmp_path: Path) -> None:
    with Terminal(command("pick", SAMPLES), Size(80, 24), environment(tmp_path)) as terminal:
        terminal.until_written(QUESTION)
        terminal.until(lambda: INK in terminal.written, "dark")
        terminal.press("\x1b[?997;2n")
        terminal.until(lambda: PAPER in terminal.written, "light")
