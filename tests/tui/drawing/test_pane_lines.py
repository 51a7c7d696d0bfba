"""The heading of a pane, and what is said of the chosen item."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.render.lines import ItemLines, Run, Sheet, Target, TargetKind, text_of
from briefing.render.parts.chrome import HeadingState
from briefing.render.symbols import Look
from briefing.tui.drawing.pane_lines import InView, heading_line, note_room, target_in_view, zoomed_note

TITLE = "2 Key figures"
TARGETS = tuple(Target(TargetKind.POINT, number) for number in range(2))
SHEET = Sheet(
    tuple((Run(f"line {number}"),) for number in range(8)),
    (ItemLines(3, 4, TARGETS[0]), ItemLines(6, 7, TARGETS[1])),
)


@given(st.integers(40, 123), st.integers(1, 9_999))
def test_a_pane_shown_alone_says_at_every_width_which_key_goes_back(width: int, count: int) -> None:
    note = zoomed_note(f"{count} of {count} ▾", "z", note_room(TITLE, width), Look())
    assert "z goes back" in text_of(heading_line(TITLE, width, Look(), HeadingState(focused=True, note=note)))


def test_the_words_of_the_way_back_give_way_before_the_number_of_items() -> None:
    notes = [zoomed_note("9 of 15 ▾", "z", room, Look()) for room in (40, 30, 20)]
    assert notes == ["9 of 15 ▾ · zoomed: z goes back", "9 of 15 ▾ · z goes back", "z goes back"]


def test_nothing_is_said_of_an_item_that_is_out_of_view() -> None:
    def found(top: int, item: int) -> Target | None:
        return target_in_view(InView(SHEET, top, 3), item)

    assert [found(top, 0) for top in range(6)] == [None, *[TARGETS[0]] * 4, None]
    assert found(5, 1) == TARGETS[1]
    assert target_in_view(InView(Sheet(()), 0, 3), 0) is None
