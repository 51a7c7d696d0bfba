"""What a search shows: hits below the brief that has them, errors in a query, and saved searches."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.base.safe_text import first_unsafe
from briefing.format.dates import parse_date
from briefing.format.model import Marking
from briefing.render.lines import Role, text_of
from briefing.render.pages.search_results import (
    BriefResults,
    HitLine,
    group_lines,
    hit_counts,
    snippet_line,
)
from briefing.render.parts.query_lines import query_error_lines, saved_search_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.list_geometry import ListGeometry
from tests.support.terminal import ROOT

GOLDEN = ROOT / "tests" / "golden"
LOOKS = {"full": Look(), "ascii": Look(ascii=True)}
LONG = "Nobody has said where the workers for the yard are to come from, or who pays for the harbour foundry at last"


def lit(text: str, word: str) -> tuple[tuple[int, int], ...]:
    at = text.find(word)
    return ((at, at + len(word)),) if at >= 0 else ()


GROUPS = (
    BriefResults(
        title="The harbour foundry is sold",
        highlights=lit("The harbour foundry is sold", "harbour"),
        date=parse_date("2026-11-23"),
        marking=Marking.AMBER,
        is_hit=True,
        hits=(
            HitLine("figure", "Length of the harbour: about 850 metres", lit("Length of the harbour", "harbour")),
            HitLine("event", "The yard opens", (), "a harbour of its own, said the mayor", ((2, 9),)),
            HitLine("open", LONG, lit(LONG, "harbour")),
            HitLine("saved text", "…by the old harbour, where nobody goes…", ((12, 19),)),
        ),
        left_out=12,
    ),
    BriefResults(
        title="中华人民共和国的港口和朝鲜半岛的贸易关系在二〇二六年发生了变化",
        highlights=((8, 10),),
        date=parse_date("2026"),
        hits=(HitLine("point", "港口于十月开放，贸易随之增长。" * 4, ((45, 47),)),),
    ),
    BriefResults(
        title="The harbour foundry is sold",
        name="2026/foundry-is-sold",
        date=parse_date("2026-11-24"),
        marking=Marking.AMBER_STRICT,
        hits=(
            HitLine(
                "figure",
                "Length of the harbour: about 850 metres",
                lit("Length of the harbour", "harbour"),
                who="two engineers, unnamed",
                standing="disputed",
            ),
            HitLine("event", "It is built", who="the article", date=parse_date("1959"), basis="reckoned"),
            HitLine(
                "event",
                "It is in use",
                who="Harbour board",
                date=parse_date("1950/1970"),
                basis="editor",
                is_beyond=True,
            ),
        ),
    ),
    BriefResults(title="Nothing but a filter matched this one", marking=Marking.RED),
)


def golden(name: str, text: str) -> None:
    """Compare with a golden file; BRIEFING_GOLDEN=write writes it anew."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def drawn(width: int, look: Look) -> str:
    lines = [placed for group in GROUPS for placed in group_lines(group, width, look)]
    shown = [
        "".join(f"[{run.text}]" if run.role is Role.HIT else run.text for run in placed.line).rstrip()
        + ("" if placed.hit is None else f"  <{placed.hit}>")
        for placed in lines
    ]
    return "\n".join(shown) + "\n"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [37, 77, 117])
def test_hits_look_as_their_golden_file(width: int, look: str) -> None:
    golden(f"results-{width}-{look}", drawn(width, LOOKS[look]))


def test_what_meets_only_a_part_of_the_query_stands_below_one_line_that_says_so() -> None:
    group = BriefResults("Talks", hits=tuple(HitLine("point", text, is_apart=True) for text in ("One", "Two")))
    lines = [text_of(placed.line).strip() for placed in group_lines(group, 80, Look())]
    assert lines[1:2] == ["no single claim meets all of this; the brief as a whole does:"]
    assert sum("no single claim" in line for line in lines) == 1


ANY = st.text(max_size=80)


@given(ANY, ANY, st.integers(8, 130), st.integers(0, 90), st.integers(0, 30), st.booleans())
def test_no_line_of_a_hit_is_wider_than_asked_and_none_holds_a_control_character(  # noqa: PLR0917, PLR0913 - the parts of a hit
    title: str, text: str, width: int, start: int, length: int, ascii_only: bool
) -> None:
    spans = ((start, start + length),)
    group = BriefResults(
        title,
        spans,
        parse_date("2026-11-23"),
        Marking.RED,
        is_hit=False,
        hits=(
            HitLine("point", text, spans, who=title, standing="disputed", date=parse_date("2026"), basis="editor"),
            HitLine("saved text", title, (), text, spans, is_beyond=True),
        ),
        left_out=1,
        name=text,
    )
    for placed in group_lines(group, width, Look(ascii=ascii_only)):
        assert cells(text_of(placed.line)) <= width
        assert first_unsafe(text_of(placed.line)) is None


@given(ANY, st.sampled_from(Marking), st.integers(22, 130))
def test_the_marking_is_whole_whatever_the_title_and_the_width(title: str, marking: Marking, width: int) -> None:
    group = BriefResults(title, date=parse_date("2026-11-23"), marking=marking, name=title)
    assert text_of(group_lines(group, width, Look())[0].line).endswith(f" {marking} ")


@given(ANY, st.sampled_from(Marking), st.integers(36, 130), st.integers(1, 999))
def test_the_number_of_problems_is_whole_before_the_marking(
    title: str, marking: Marking, width: int, errors: int
) -> None:
    group = BriefResults(title, date=parse_date("2026-11-23"), marking=marking, name=title, errors=errors)
    line = text_of(group_lines(group, width, Look())[0].line)
    assert line.replace("23 Nov 2026 ", "").endswith(f"! {errors}  {marking} ")


@given(st.integers(30, 120), st.integers(0, len(LONG) - 7))
def test_what_is_lit_is_in_sight(width: int, start: int) -> None:
    line = snippet_line(LONG, ((start, start + 7),), width, Look())
    shown = "".join(run.text for run in line if run.role is Role.HIT)
    assert shown == LONG[start : start + 7]


def test_every_hit_of_a_brief_can_be_stood_on_and_each_once() -> None:
    hits = [placed.hit for placed in group_lines(GROUPS[0], 80, Look())]
    assert hits == [0, 1, 2, 3, 4, None]


def test_a_brief_that_was_found_as_a_whole_is_stood_on_by_its_title() -> None:
    assert [placed.hit for placed in group_lines(GROUPS[-1], 80, Look())] == [0]


@pytest.mark.parametrize(
    ("hits", "briefs", "more", "said"),
    [
        (1204, 312, False, "1,204 hits in 312 briefs"),
        (1, 1, False, "1 hit in 1 brief"),
        (None, 50000, False, "50,000 briefs"),
        (3000, 50000, True, "more than 3,000 hits in 50,000 briefs"),
        (None, 0, False, "nothing found"),
    ],
)
def test_what_was_found_is_counted_in_words(hits: int | None, briefs: int, more: bool, said: str) -> None:
    assert hit_counts(hits, briefs, more=more) == said


@given(ANY, st.integers(4, 60), st.integers(1, 3))
def test_a_mistake_takes_few_lines_and_none_is_too_wide(sentence: str, width: int, most: int) -> None:
    lines = query_error_lines(sentence, width, Look(), most)
    assert len(lines) <= most
    assert all(cells(text_of(line)) <= width for line in lines)


@given(ANY, st.one_of(st.none(), st.integers(0, 10**6)), st.integers(12, 60))
def test_a_search_that_is_kept_takes_one_line(name: str, count: int | None, width: int) -> None:
    line = saved_search_line(name, count, width, Look())
    assert cells(text_of(line)) <= width
    assert first_unsafe(text_of(line)) is None


@given(st.integers(0, 21), st.sampled_from([2, 3, 4]), st.integers(1, 500), st.integers(1, 60), st.data())
def test_the_chosen_brief_is_on_screen_wherever_the_list_was(
    lead: int, each: int, count: int, room: int, data: st.DataObject
) -> None:
    lay = ListGeometry(lead, each, count, room)
    index = data.draw(st.integers(0, count - 1))
    top = lay.top(data.draw(st.integers(0, lead + each * count)), index, None)
    assert top <= lead + index * each
    assert lead + index * each < top + room
    assert room < each or lead + (index + 1) * each <= top + room


@given(st.integers(2, 21), st.sampled_from([2, 3, 4]), st.integers(1, 50), st.integers(1, 60), st.data())
def test_a_chosen_search_is_on_screen_wherever_the_list_was(
    lead: int, each: int, count: int, room: int, data: st.DataObject
) -> None:
    lay = ListGeometry(lead, each, count, room)
    above = data.draw(st.integers(0, lead - 2))
    top = lay.top(data.draw(st.integers(0, lead + each * count)), 0, above)
    assert top <= above < top + room
