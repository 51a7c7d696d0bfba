"""Blanks take the style of what stands beside them, and no letter ever changes its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.drawing.blanks import with_fewer_styles

TEXTS, STYLES = ["", " ", "   ", "a", "b c", " d"], ["ink 1", "ink 2", "on 3"]
PARTS = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(STYLES)))


def alike(one: str, other: str) -> bool:
    return one.startswith("ink") and other.startswith("ink")


def cells(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(letter, style) for text, style in parts for letter in text]


@given(PARTS)
def test_what_is_seen_stays_as_it_is(parts: list[tuple[str, str]]) -> None:
    before, after = cells(parts), cells(with_fewer_styles(parts, alike))
    assert [letter for letter, _ in before] == [letter for letter, _ in after]
    for (letter, style), (_, now) in zip(before, after, strict=True):
        assert now == style or (letter == " " and alike(style, now))


def test_blanks_between_words_cost_no_style() -> None:
    parts = [("  ", "ink 1"), ("a", "ink 2"), (" ", "ink 1"), ("b", "ink 2"), ("  ", "ink 1")]
    assert with_fewer_styles(parts, alike) == [("  a b  ", "ink 2")]


def test_a_ground_is_kept() -> None:
    parts = [(" ", "on 3"), ("a", "ink 1"), (" ", "on 3")]
    assert with_fewer_styles(parts, alike) == parts
