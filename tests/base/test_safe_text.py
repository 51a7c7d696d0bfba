"""What may reach a terminal."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.base.safe_text import (
    INVISIBLE,
    REPLACEMENT,
    UNDRAWN,
    first_unsafe,
    is_displayable,
    safe,
    safe_line,
    safe_lines,
    safe_same_length,
    visible,
)
from briefing.render.lines import Run

BIDIRECTIONAL = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(st.characters()))
def test_safe_text_keeps_its_length_and_has_no_control_but_tab_and_newline(text: str) -> None:
    cleaned = safe(text)
    assert len(cleaned) == len(text)
    assert not [c for c in cleaned if (unicodedata.category(c) == "Cc" and c not in "\t\n") or c in BIDIRECTIONAL]


@given(st.text(st.characters()))
def test_first_unsafe_agrees_with_safe(text: str) -> None:
    at = first_unsafe(text)
    assert (at is None) == (safe(text) == text)
    if at is not None:
        assert safe(text)[at] == "\ufffd" != text[at]


@given(st.text(st.characters()))
def test_a_safe_line_is_one_line_without_controls(text: str) -> None:
    assert len(safe_line(text).splitlines() or [""]) == 1
    assert not [c for c in safe_line(text) if unicodedata.category(c) in ("Cc", "Cs")]


@given(st.text(st.characters()))
def test_a_run_never_holds_a_control_character(text: str) -> None:
    assert not [c for c in Run(text).text if unicodedata.category(c) in ("Cc", "Cs") or c in BIDIRECTIONAL]


def test_an_escape_sequence_that_never_ends_is_harmless() -> None:
    assert safe("\x1b]52;c;aGk=") == "\ufffd]52;c;aGk="


def test_a_file_name_is_spelled_out() -> None:
    assert visible("a\x1bb\n\u202e\x9b\udcff.yaml") == "a\\x1bb\\n\\u202e\\x9b\\udcff.yaml"


# what nobody sees

IGNORABLE = (
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010)),
    *(*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0),
    *(*range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
)
"""Default_Ignorable_Code_Point of DerivedCoreProperties.txt, Unicode 15."""
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


def test_every_character_that_is_drawn_as_nothing_is_replaced_where_nothing_needs_it() -> None:
    assert [hex(code) for code in IGNORABLE if safe_line(f"a{chr(code)}b") not in {"a\ufffdb", "ab"}] == []
    assert [hex(code) for code in IGNORABLE if safe_line(f"a{chr(code)}-") != "a\ufffd-"] == []
    assert [hex(code) for code in IGNORABLE if visible(f"a{chr(code)}b").isascii() is False] == []


def test_those_that_python_takes_for_printable_are_known() -> None:
    pattern = re.compile(f"[{INVISIBLE}]")
    found = pattern.findall("".join(map(chr, range(0x110000))))
    assert set(filter(str.isprintable, found)) == UNDRAWN


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", id="Persian"),
        pytest.param("\u06f1\u06f3 \u0647\u200d.", id="a Persian abbreviation"),
        pytest.param("\u0628\u064e\u200c\u0628", id="behind a mark"),
        pytest.param("\u0915\u094d\u200d\u0937 \u0915\u094d\u200c\u0937", id="Hindi"),
        pytest.param("\u09b0\u200d\u09cd\u09af", id="Bengali, before the virama"),
        pytest.param("\u0dc1\u0dca\u200d\u0dbb\u0dd3", id="Sinhala"),
        pytest.param("\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", id="a family"),
        pytest.param("\U0001f469\U0001f3fd\u200d\U0001f680", id="with a skin tone"),
        pytest.param("\u2764\ufe0f\u200d\U0001f525 \U0001f3f3\ufe0f\u200d\U0001f308", id="with selectors"),
        pytest.param("3\ufe0f\u20e3 \u00a9\ufe0f", id="a key and a sign"),
        pytest.param(ENGLAND, id="a flag of tags"),
        pytest.param("\u845b\U000e0100\u98fe", id="a Japanese name"),
        pytest.param("\u1820\u180b \u1828\u180e\u1820", id="Mongolian"),
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(text: str) -> None:
    assert safe_line(text) == safe_same_length(text) == visible(text) == text


@pytest.mark.parametrize(
    ("text", "became"),
    [
        pytest.param("Bundes\u00adkanzler", "Bundeskanzler", id="a soft hyphen in a word"),
        pytest.param(
            "\u05e9\u05dc\u05d5\u05dd\u200f! x", "\u05e9\u05dc\u05d5\u05dd! x", id="a mark of direction in Hebrew"
        ),
        pytest.param("\u0e20\u0e32\u200b\u0e44\u0e17", "\u0e20\u0e32\u0e44\u0e17", id="between Thai words"),
    ],
)
def test_what_only_a_broken_line_needs_is_left_out(text: str, became: str) -> None:
    assert safe_line(text) == became


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a\u200db", id="a joiner of Latin letters"),
        pytest.param("\u0628\u200c\u200c\u0628", id="two in a row"),
        pytest.param("\U0001f469\u200d\u200d", id="two between pictographs"),
        pytest.param("\U0001f600\ufe0f\ufe0f", id="a second selector"),
        pytest.param("\U0001f600\U000e0100", id="a selector of ideographs"),
        pytest.param("3\ufe0f", id="a digit that is no key"),
        pytest.param("\U000e0041", id="a tag of nothing"),
        pytest.param("x\u200f", id="a mark of direction in Latin text"),
        pytest.param("x\u200by", id="between Latin words"),
        pytest.param("x\u00ad", id="a soft hyphen at the end"),
    ],
)
def test_what_nothing_needs_is_shown(text: str) -> None:
    assert "\ufffd" in safe_line(text)


def test_tags_that_make_no_flag_are_all_shown() -> None:
    assert safe_line(ENGLAND.replace("\U000e006e", "\U000e006d")) == "\U0001f3f4" + "\ufffd" * 6
    assert safe_line("a" + "\U000e0041" * 100_000) == "a" + "\ufffd" * 100_000


@given(st.text(st.characters()))
def test_a_text_that_is_safe_stays_as_it_is(text: str) -> None:
    for made_safe in (safe_line, safe_lines, safe_same_length):
        assert made_safe(made_safe(text)) == made_safe(text)
    assert len(safe_same_length(text)) == len(text)
    assert not is_displayable(text) or text == safe_line(text) == visible(text)


def test_several_lines_keep_their_ends_and_tabs() -> None:
    assert safe_lines("a\tb\n\x1bc\u200b\r") == "a\tb\n\ufffdc\ufffd\ufffd"


def test_each_unsafe_character_is_found_and_replaced() -> None:
    unsafe = {*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    unsafe |= {*range(0xD800, 0xE000)}
    characters = map(chr, range(0x110000))
    assert {ord(one) for one in characters if first_unsafe(f"a\n{one}") == 2} == unsafe
    assert {ord(one) for one in map(chr, range(0x110000)) if safe(f"a\n{one}") == f"a\n{REPLACEMENT}"} == {
        *unsafe,
        ord(REPLACEMENT),
    }
