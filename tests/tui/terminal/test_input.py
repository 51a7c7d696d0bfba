"""What a terminal sends: each key as Textual knows it, and nothing of what is no key, however it is cut or garbled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from briefing.tui.terminal.input import LONGEST_PASTE, Flood, KeyReader

KEYS = [
    pytest.param(b"j", ["j"], id="letter"),
    pytest.param(b"\x1b", ["escape"], id="escape"),
    pytest.param(b"\x1b\x1b[A", ["escape", "up"], id="escape-then-up"),
    pytest.param(b"\x1bj", ["alt+j"], id="alt"),
    pytest.param(b"\x1b[", ["left_square_bracket"], id="alt-bracket"),
    pytest.param(b"\x1bO", ["alt+shift+o"], id="alt-O"),
    pytest.param(b"J\x1b[A", ["J", "up"], id="up"),
    pytest.param(b"\x1bOA", ["up"], id="application-up"),
    pytest.param(b"\x1b[1;5A", ["ctrl+up"], id="ctrl-up"),
    pytest.param(b"\x1b[3~\x1b[Z", ["delete", "shift+tab"], id="named"),
    pytest.param(b"\x1bOP\x1b[[A\x1b[23$", ["f1", "f1", "f23"], id="functions"),
    pytest.param(b"\x1b[27u\x1b[97;2;65u", ["escape", "A"], id="kitty"),
    pytest.param("é\N{GREEK SMALL LETTER ALPHA}".encode(), ["é", "α"], id="letters"),
    pytest.param(b"\xff", ["replacement_character"], id="no-utf-8"),
    pytest.param(b"", [], id="nothing"),
]
NO_KEYS = [
    pytest.param(b"\x1b[1114112u", id="no-character"),
    pytest.param(b"\x1b[12345678901234567890u", id="20-digits"),
    pytest.param(b"\x1b[" + b"1" * 50 + b"q", id="50-digits"),
    pytest.param(b"\x1b[" + b"1" * 5000 + b"q", id="5000-digits"),
    pytest.param(b"\x1b[55296u\x1b[97;1;56320u", id="surrogates"),
    pytest.param(b"\x1b[?62;4c\x1b[>0;276;0q", id="device-attributes"),
    pytest.param(b"\x1b]11;rgb:ffff/qqqq\x07\x1b]11;rgb:ffff/qqqq\x1b\\", id="osc"),
    pytest.param(b"\x1bP>|q\x1b\\\x1b_Gq\x1b\\\x1b^q\x1b\\\x1bXq\x1b\\", id="dcs-apc-pm-sos"),
    pytest.param(b"\x1b[<0;99999999;99999999M", id="far-mouse"),
    pytest.param(b"\x1b[Mqqq", id="x10-mouse"),
    pytest.param(b"\x1b[12", id="unfinished"),
    pytest.param(b"\x1b]0;qqq", id="unfinished-osc"),
]


def messages(*pieces: bytes) -> list[Message]:
    """Return what is read of pieces that come one after the other, and of nothing after them."""
    reader = KeyReader()
    found = [message for piece in pieces for message in reader.feed(piece)]
    return found + (list(reader.expire()) if reader.patience else [])


def keys(*pieces: bytes) -> list[str]:
    return [message.key for message in messages(*pieces) if isinstance(message, events.Key)]


def singly(data: bytes) -> list[bytes]:
    return [data[at : at + 1] for at in range(len(data))]


@pytest.mark.parametrize(("typed", "expected"), KEYS)
def test_each_key_has_textuals_name_however_its_bytes_are_cut(typed: bytes, expected: list[str]) -> None:
    assert keys(typed) == keys(*singly(typed)) == expected


@pytest.mark.parametrize("sent", NO_KEYS)
def test_what_is_no_key_presses_none_however_it_is_cut(sent: bytes) -> None:
    assert keys(sent) == keys(*singly(sent)) == []
    assert keys(sent + b"\x1b[A")[-1:] == ["up"]


def test_a_broken_sequence_takes_nothing_of_what_follows() -> None:
    assert keys("\x1b[12é".encode()) == ["é"]


def escaped() -> KeyReader:
    """Return a reader that has just taken a lone escape for the key."""
    reader = KeyReader()
    assert [*reader.feed(b"\x1b"), *map(named, reader.expire())] == ["escape"]
    return reader


def named(message: Message) -> str:
    return message.key if isinstance(message, events.Key) else type(message).__name__


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        pytest.param(b"[A", ["up"], id="up"),
        pytest.param(b"OA", ["up"], id="application-up"),
        pytest.param(b"[1;5Aj", ["ctrl+up", "j"], id="ctrl-up"),
        pytest.param(b"[200~q\x1b[201~", ["Paste"], id="paste"),
        pytest.param(b"[<0;3;4M", ["MouseDown"], id="mouse"),
        pytest.param(b"[", ["left_square_bracket"], id="bracket"),
        pytest.param(b"[j", ["left_square_bracket", "j"], id="bracket-and-letter"),
        pytest.param(b"j", ["j"], id="letter"),
    ],
)
def test_what_comes_late_after_an_escape_is_the_rest_of_its_sequence_if_it_is_one(
    late: bytes, expected: list[str]
) -> None:
    assert [named(message) for message in escaped().feed(late)] == expected


def test_long_after_an_escape_a_bracket_and_a_letter_are_keys() -> None:
    reader = escaped()
    waits = reader.patience
    assert list(reader.expire()) == []
    assert (waits is None, reader.patience is None) == (False, True)
    assert [named(message) for message in reader.feed(b"[A")] == ["left_square_bracket", "A"]


def test_a_paste_is_text_wherever_its_bytes_are_cut() -> None:
    sent = b"j\x1b[200~q\x1b[31mq\0\xc3\xa9\x1b[201~k"
    for cut in range(len(sent)):
        first, pasted, last = messages(sent[:cut], sent[cut:])
        assert isinstance(pasted, events.Paste)
        assert pasted.text == "q\x1b[31mqé"
        assert [getattr(first, "key", ""), getattr(last, "key", "")] == ["j", "k"]


def test_a_paste_is_bounded_and_ends_where_its_end_is_lost() -> None:
    pastes = [message for message in messages(b"\x1b[200~", b"q" * 200_000) if isinstance(message, events.Paste)]
    assert [len(paste.text) for paste in pastes] == [LONGEST_PASTE]


@given(st.lists(st.binary(max_size=40) | st.sampled_from([b"\x1b[", b"\x1b]", b"\x1bP", b";:0u", b"\x1b[200~"])))
def test_whatever_comes_is_read_and_has_no_surrogate(pieces: list[bytes]) -> None:
    for message in messages(*pieces):
        if isinstance(message, events.Key):
            f"{message.key}{message.character}".encode()


@given(st.binary(max_size=200), st.data())
def test_a_cut_changes_nothing(sent: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(sent)))
    assert keys(sent[:cut], sent[cut:]) == keys(sent)


def test_no_more_is_held_of_an_endless_sequence_than_tells_that_it_is_one() -> None:
    reader = KeyReader()
    for _ in range(1000):
        assert list(reader.feed(b"\x1b]0;" + b"q" * 1000)) == []
    assert len(reader._held) < 100  # noqa: SLF001 - nothing else shows what is kept


def test_typing_is_never_dropped() -> None:
    flood = Flood()
    for _ in range(5000):
        flood.pause()
        assert flood.takes(b"j")
        assert flood.lets_through("j")


def test_what_is_typed_ahead_is_not_dropped() -> None:
    flood = Flood()
    assert flood.takes(b"J" * 200)
    assert all(flood.lets_through("J") for _ in range(200))


def test_a_flood_of_escapes_is_dropped() -> None:
    flood = Flood()
    assert sum(flood.lets_through("escape") for _ in range(30_000)) < 10


def test_a_paste_that_comes_as_keys_is_bounded() -> None:
    flood = Flood()
    assert sum(flood.lets_through("x") for _ in range(30_000)) <= 1000


def test_garbage_is_dropped_until_a_pause() -> None:
    flood = Flood()
    assert not flood.takes(b"q" * 2000)
    assert not flood.takes(b"q")
    flood.pause()
    assert flood.takes(b"q")
