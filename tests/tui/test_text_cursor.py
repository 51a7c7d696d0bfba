"""The cursor in a text that is briefed: what keys move it to, without an app."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.result import Span
from briefing.tui.data.text_cursor import TextCursor
from tests.support.briefed import briefed_of, in_work
from tests.support.editing import ARTICLE

WORK = in_work()
KEYS: dict[str, Callable[[TextCursor], object]] = {
    "j": lambda cursor: cursor.step_sentence(1),
    "k": lambda cursor: cursor.step_sentence(-1),
    "l": lambda cursor: cursor.step_thing(1),
    "h": lambda cursor: cursor.step_thing(-1),
    "tab": lambda cursor: cursor.step_found(1, WORK.progress),
    "back": lambda cursor: cursor.step_found(-1, WORK.progress),
    "w": lambda cursor: cursor.step_word(1),
    "b": lambda cursor: cursor.step_word(-1),
    "v": lambda cursor: cursor.choose(),
    "esc": lambda cursor: cursor.leave_choice(),
    "G": lambda cursor: cursor.end(1),
    "g": lambda cursor: cursor.end(-1),
}


def after(keys: str) -> str:
    """Return what the cursor is on after some keys, from the start of the text."""
    cursor = TextCursor(WORK.briefed)
    for key in keys.split():
        KEYS[key](cursor)
    return " ".join(ARTICLE[slice(*cursor.span)].split())


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(
            "j",
            "Revenue came to $1.26 billion, up from $1.14 billion a year earlier, the company said in a statement.",
            id="a sentence on",
        ),
        pytest.param("j j", "Net profit was $96.3 million.", id="two on"),
        pytest.param("j j l", "$96.3 million", id="its first thing"),
        pytest.param("j j l h", "Net profit was $96.3 million.", id="back to the sentence"),
        pytest.param("j j l k", "Net profit was $96.3 million.", id="from a thing to its sentence"),
        pytest.param("G", "A new terminal opens on 6 December.", id="the last"),
        pytest.param("G j", "A new terminal opens on 6 December.", id="not beyond it"),
        pytest.param("j k k l", "Tuesday", id="not before the first"),
        pytest.param("tab", "Tuesday", id="found and in no item"),
        pytest.param("G tab", "6 December", id="the next one"),
        pytest.param("G tab tab", "Tuesday", id="after the last the first"),
        pytest.param("back", "6 December", id="before the first the last"),
        pytest.param("G l v", "6 December", id="choose a thing"),
        pytest.param("G l v v b", "on 6 December", id="from its other end"),
        pytest.param("G l v v b b", "opens on 6 December", id="a word more"),
        pytest.param("G l v v b b w", "on 6 December", id="a word less"),
        pytest.param("G v w w w", "A new terminal opens", id="words of a sentence"),
        pytest.param("G v j", "A new terminal opens on 6 December", id="to its end"),
        pytest.param("G w", "A", id="the first word"),
        pytest.param("G w w w", "terminal", id="word by word"),
        pytest.param("G l v esc", "6 December", id="given up"),
        pytest.param("G w w esc", "A new terminal opens on 6 December.", id="from a word to its sentence"),
    ],
)
def test_keys_lead_to_words(keys: str, expected: str) -> None:
    assert after(keys) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rose 7.4 percent in the third quarter", "7.4 percent"),
        ("The line, founded", "The line, founded in 1968, employs 5,200 people and runs 41 vessels."),
        ("$96.3 million", "$96.3 million"),
    ],
)
def test_the_words_of_an_item_lead_to_the_thing_in_them(words: str, expected: str) -> None:
    cursor = TextCursor(WORK.briefed)
    start = ARTICLE.index(words)
    cursor.go_to(Span(start, start + len(words)))
    assert ARTICLE[slice(*cursor.span)] == expected


@given(keys=st.lists(st.sampled_from(sorted(KEYS)), max_size=40))
def test_no_keys_lead_out_of_the_text(keys: list[str]) -> None:
    cursor = TextCursor(WORK.briefed)
    for key in keys:
        KEYS[key](cursor)
        start, end = cursor.span
        assert 0 <= start < end <= len(ARTICLE)
        assert cursor.sentence is not None


@pytest.mark.parametrize("article", ["", "Title only\n", "T\n\n\n\n", "T\n\n?!\n"])
@given(keys=st.lists(st.sampled_from(sorted(KEYS)), max_size=12))
def test_a_text_without_words_breaks_no_key(article: str, keys: list[str]) -> None:
    cursor = TextCursor(briefed_of(article))
    for key in keys:
        if key not in {"tab", "back"}:  # nothing is found there
            KEYS[key](cursor)
    assert cursor.span.start <= cursor.span.end
