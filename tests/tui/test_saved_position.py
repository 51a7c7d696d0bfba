"""Where a reader stands, as the marks keep it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.lines import Target, TargetKind
from briefing.tui.data.saved_position import SavedPosition, read, written
from briefing.tui.panes import PANES

POSITIONS = st.builds(
    SavedPosition,
    st.sampled_from([name for name, _, _ in PANES]),
    st.builds(Target, st.sampled_from(TargetKind), st.integers(0, 99_999), st.none()),
)


@given(POSITIONS)
def test_a_place_is_read_as_it_was_written(position: SavedPosition) -> None:
    assert read(written(position)) == position


def test_the_beginning_is_written_as_nothing() -> None:
    assert (written(None), read(None)) == (None, None)


@given(st.text(max_size=40))
def test_any_text_is_a_place_or_the_beginning(text: str) -> None:
    position = read(text)
    assert position is None or written(position) == text


@pytest.mark.parametrize("text", ["library:point:1", "summary:points:1", "summary:point:01", "summary:point:1\n"])
def test_what_is_no_place_is_the_beginning(text: str) -> None:
    assert read(text) is None
