"""What may reach a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing.safetext import first_unsafe, safe, safe_line, visible
from briefing.typesetting.lines import Run

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
