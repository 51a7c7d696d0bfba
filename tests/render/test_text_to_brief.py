"""The page of a text that is briefed, and the brief beside it: how they look, and where words stand on them."""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.draft.briefed_text import BriefedText, Progress
from briefing.draft.draft_text import draft_text
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact
from briefing.evidence.quotes.paragraphs import paragraph_at, paragraphs
from briefing.evidence.result import Span
from briefing.format.dates import parse_date
from briefing.format.model import Amount
from briefing.render.lines import Line, Role, text_of
from briefing.render.pages.brief_beside import BriefInWork, brief_beside, meter_line
from briefing.render.pages.text_to_brief import TextPages, TextToBrief
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from tests.support.briefed import brief_of, briefed_of, in_work
from tests.support.editing import ARTICLE
from tests.support.terminal import ROOT

GOLDEN = ROOT / "tests" / "golden"


def place(words: str) -> Place:
    """Return where words stand in the article; all of its sentences are found by what they contain."""
    start = ARTICLE.index(words)
    span = Span(start, start + len(words))
    sentence = next(one.span for one in briefed_of().sentences if one.span.holds(*span))
    return Place(paragraph_at(paragraphs(ARTICLE), start), sentence, span)


def number(words: str, value: str, label: str) -> NumberFact:
    return NumberFact(place=place(words), amount=Amount(Decimal(value), Decimal(value)), label=label)


def work() -> BriefInWork:
    """Return the brief with its text, in which these facts are found, whatever the grammar finds."""
    found = in_work()
    holt = place("chief executive Maren Holt")
    facts = replace(
        found.briefed.held.facts,
        numbers=(
            number("7.4 percent", "7.4", "Rise in passenger numbers"),
            number("$1.26 billion", "1.26", "Revenue"),
            number("$1.14 billion", "1.14", "Revenue before"),
            number("$96.3 million", "96.3", "Net profit"),
            number("about 40\npercent", "40", "Share of the increase"),
            number("5,200 people", "5200", "People employed"),
            number("41 vessels", "41", "Vessels"),
            number("350 sailors", "350", "Sailors to hire"),
        ),
        dates=(
            DateFact(place=place("Tuesday"), when=parse_date("2024-11-12")),
            DateFact(place=place("third quarter"), when=parse_date("2024-35")),
            DateFact(place=place("6 December"), when=parse_date("2024-12-06")),
        ),
        speakers=(
            SpeakerFact(place=holt, covers=holt.sentence, name="Maren Holt", role="chief executive", introduced=holt),
        ),
    )
    brief = found.brief
    briefed = BriefedText(draft_text(found.briefed.held.saved, facts, brief))
    briefed.marked = tuple(one.span for one in briefed.things)
    return replace(found, briefed=briefed, progress=briefed.progress(brief, found.evidence))


WORK = work()
SIGNS = {Role.FAINT: ("[", "]"), Role.FOUND: ("_", "_")}
"""What stands around dimmed and underlined words in the golden files."""


def page(width: int, look: Look | None = None, work: BriefInWork = WORK) -> TextToBrief:
    return TextPages(work.briefed, look or Look()).page(work.progress, width, Span(0, 0))


def marked(line: Line) -> str:
    return "".join(f"{SIGNS.get(run.role, ('', ''))[0]}{run.text}{SIGNS.get(run.role, ('', ''))[1]}" for run in line)


def golden(name: str, shown: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "rows", "look"), [(77, 20, Look()), (75, 36, Look()), (75, 56, Look(ascii=True))])
def test_they_look_as_their_golden_files(width: int, rows: int, look: Look) -> None:
    name = f"briefed-{width}-{rows}{'-ascii' if look.ascii else ''}"
    beside = brief_beside(WORK, 46, rows, look)
    text = "".join(f"{marked(line)}\n" for line in page(width, look).sheet.lines)
    brief = "".join(f"{marked(line)}\n" for line in (*beside.above, *beside.items.lines, (), *beside.below))
    golden(name, f"{text}\n--- beside\n{brief}--- in one line\n{marked(meter_line(WORK.progress, look))}\n")


@pytest.mark.parametrize("width", [20, 40, 77, 120])
def test_every_thing_is_where_the_page_says(width: int) -> None:
    shown = page(width)
    for thing in WORK.briefed.things:
        spans = shown.lines_of(thing.span, ARTICLE)
        words = "".join(text_of(shown.sheet.lines[one.line])[one.start : one.end] for one in spans)
        assert "".join(words.split()) == "".join(ARTICLE[slice(*thing.span)].split())
        first = spans[0]
        assert shown.offset_at(first.line, first.start, ARTICLE) == thing.span.start


def test_what_items_quote_is_dimmed_and_the_margin_says_so() -> None:
    (line,) = (line for line in page(77).sheet.lines if "runs 41 vessels" in text_of(line))
    assert "[runs 41 vessels]" in marked(line)
    assert "│" in text_of(line)


def test_what_is_left_is_counted_where_there_is_no_room() -> None:
    below = brief_beside(WORK, 46, 12, Look()).below
    assert text_of(below[0]) == "STILL IN THE TEXT, IN NO ITEM"
    left = len(WORK.progress.left)
    assert text_of(below[-1]) == f"  and {left - (len(below) - 2)} more"


@given(
    article=st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    width=st.integers(1, 130),
    look=st.sampled_from([Look(), Look(ascii=True), Look(plain=True)]),
)
def test_no_text_makes_a_line_too_wide_or_a_control_character(article: str, width: int, look: Look) -> None:
    briefed = briefed_of(f"T\n\n{article}")
    work = BriefInWork(brief_of(), None, briefed, Progress({}, briefed.things, ()))
    lines = [*page(width, look, work).sheet.lines]
    beside = brief_beside(work, width, 20, look)
    lines += [*beside.above, *beside.below]
    for line in lines:
        assert cells(text_of(line)) <= max(width, 2)
        assert not [one for one in text_of(line) if ord(one) < 32 or 127 <= ord(one) < 160]


@given(article=st.text(st.characters(exclude_categories=["Cs"]), max_size=200), width=st.integers(10, 90))
def test_every_character_has_a_line(article: str, width: int) -> None:
    text = f"T\n\n{article}"
    briefed = briefed_of(text)
    work = BriefInWork(brief_of(), None, briefed, Progress({}, (), ()))
    shown = page(width, Look(), work)
    for offset in range(0, len(text), 7):
        assert 0 <= shown.line_of(offset, text) <= len(shown.sheet.lines)
