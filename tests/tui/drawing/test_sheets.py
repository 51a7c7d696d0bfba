"""How many lines a pane has at least, which is known before it is typeset, and what that saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.format.model import Brief
from briefing.format.parse import read_brief_text
from briefing.render.form import Density, PaneForm
from briefing.render.symbols import Look
from briefing.tui.drawing.layout import LayoutState, Needs, Size, reading_layout
from briefing.tui.drawing.sheets import BriefContent, least_lines, pane_sheet
from briefing.tui.panes import NAMES, PANES
from tests.support.large import write_large_brief
from tests.support.render_samples import EVERYTHING

NOWHERE = 10**6
"""A number of lines that nothing has."""
FORMS = [PaneForm(density, has_title) for density in Density for has_title in (False, True)]


def content_of(brief: Brief) -> BriefContent:
    return BriefContent(replace(read_brief_text("", Path("a.yaml")), brief=brief, problems=()), None)


def with_words(words: str, times: int) -> Brief:
    """Return the brief with everything in it, in which each claim says something else, so many times over."""
    return replace(
        EVERYTHING,
        summary=tuple(replace(point, text=words) for point in EVERYTHING.summary) * times,
        figures=tuple(replace(figure, text=words) for figure in EVERYTHING.figures) * times,
        timeline=tuple(replace(event, text=words) for event in EVERYTHING.timeline) * times,
    )


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300), st.integers(1, 3), st.integers(8, 130), st.sampled_from(FORMS))
@example("x " * 200, 1, 8, PaneForm(Density.TIGHT, has_title=False))
@example("\u00a0 x" * 90, 1, 20, PaneForm(Density.CLOSE, has_title=False))
@example("字" * 300, 2, 21, PaneForm(Density.ROOMY, has_title=False))
@example(" x", 1, 8, PaneForm(Density.TIGHT, has_title=False))
def test_no_pane_has_fewer_lines_than_it_has_at_least(words: str, times: int, width: int, form: PaneForm) -> None:
    brief = with_words(words, times)
    for name, _, _ in PANES:
        lines = len(pane_sheet(name, content_of(brief), Look(), width, form).lines)
        assert least_lines(name, brief, width, NOWHERE) <= lines
        assert least_lines(name, brief, width, 3) <= lines


def typesetting(brief: Brief, least: Callable[[str, int, int], int]) -> tuple[Needs, list[tuple[str, Density]]]:
    """Return the needs of a brief, and what is typeset for them."""
    typeset: list[tuple[str, Density]] = []

    @cache
    def lines(name: str, width: int, form: PaneForm) -> int:
        typeset.append((name, form.density))
        return len(pane_sheet(name, content_of(brief), Look(), width, form).lines)

    return Needs(lines, lambda _: False, least), typeset


@pytest.mark.parametrize("times", [1, 2, 5, 12, 30])
@pytest.mark.parametrize("size", [Size(80, 24), Size(100, 30), Size(120, 40), Size(200, 60)])
def test_a_layout_is_the_same_where_lines_are_not_counted_to_the_end(times: int, size: Size) -> None:
    brief = with_words("What is said of it, in words", times)
    counted, _ = typesetting(brief, lambda *_: 0)
    bounded, _ = typesetting(brief, lambda name, width, enough: least_lines(name, brief, width, enough))
    for part in NAMES:
        for is_zoomed in (False, True):
            state = LayoutState(part, is_zoomed)
            assert reading_layout(size, state, bounded) == reading_layout(size, state, counted)


@pytest.mark.parametrize("is_long", [False, True])
def test_a_large_brief_is_laid_out_before_any_of_its_large_panes_is_typeset(tmp_path: Path, *, is_long: bool) -> None:
    path = write_large_brief(tmp_path, 60, is_long=is_long)
    brief = read_brief_text(path.read_text(encoding="utf-8"), path).brief
    assert brief is not None
    needs, typeset = typesetting(brief, lambda name, width, enough: least_lines(name, brief, width, enough))
    reading_layout(Size(120, 40), LayoutState(), needs)
    assert not {name for name, _ in typeset} & ({"summary"} if is_long else {"summary", "figures", "timeline"})


@pytest.mark.parametrize("size", [Size(80, 24), Size(100, 30), Size(120, 40), Size(200, 60)])
def test_the_layout_of_what_is_wanted_is_that_of_all(size: Size) -> None:
    brief = with_words("What is said of it, in words", 5)
    needs, _ = typesetting(brief, lambda *_: 0)
    whole = reading_layout(size, LayoutState(), needs)
    for name in whole.rectangles.keys() & NAMES:
        wanted = reading_layout(size, LayoutState(), needs, (name,))
        assert name in wanted.rectangles
        assert wanted.rectangles.items() <= whole.rectangles.items()
        assert wanted.views.items() <= whole.views.items()
