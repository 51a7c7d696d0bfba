from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact, TextFacts
from briefing.evidence.result import Span
from briefing.format.dates import parse_date
from briefing.format.model import Amount, Hedge, SourceKind
from tests.scoring.amounts import is_same_amount, is_same_thing, is_same_unit
from tests.scoring.annotations import AnnotatedText, NumberNote, annotated_texts
from tests.scoring.matching import Judged, Kind, Measure, Verdict, judge
from tests.scoring.report import error_lines, table_lines
from tests.scoring.scores import score

SENTENCE = "Prices rose over 5 percent in May, said Maren Holt, 41, of the bank."
TEXT = f"Prices\n\n{SENTENCE}\n"
NOTES = {
    "published": "2025-06-02",
    "language": "en",
    "register": "bank",
    "numbers": [
        {
            "para": 1,
            "words": "over 5 percent",
            "value": "5",
            "unit": "%",
            "counted": "prices",
            "hedge": "over",
            "kind": "change",
        },
        {
            "para": 1,
            "words": "41",
            "value": "41",
            "unit": "years",
            "counted": None,
            "hedge": None,
            "kind": None,
            "passing": True,
        },
    ],
    "dates": [{"para": 1, "words": "May", "edtf": "2025-05", "basis": "reckoned"}],
    "speakers": [{"para": 1, "words": "said", "who": "Maren Holt", "kind": "person"}],
}


def annotated(folder: Path) -> AnnotatedText:
    (folder / "tiny.txt").write_text(TEXT, encoding="utf-8")
    (folder / "tiny.json").write_text(json.dumps(NOTES), encoding="utf-8")
    (text,) = annotated_texts(folder)
    return text


def place(words: str) -> Place:
    start = TEXT.index(words)
    sentence = TEXT.index(SENTENCE)
    return Place(1, Span(sentence, sentence + len(SENTENCE)), Span(start, start + len(words)))


def number(words: str, value: str, unit: str | None, approx: Hedge | None = None) -> NumberFact:
    return NumberFact(place=place(words), amount=Amount(Decimal(value), Decimal(value)), unit=unit, approx=approx)


def date(words: str, when: str) -> DateFact:
    return DateFact(place=place(words), when=parse_date(when))


def speaker(name: str) -> SpeakerFact:
    return SpeakerFact(place=place("said"), covers=place("Prices rose").span, name=name, kind=SourceKind.PERSON)


def verdicts(judged: list[Judged], measure: Measure) -> list[Verdict]:
    return [one.verdict for one in judged if one.measure is measure]


RIGHT = number("over 5 percent", "5", "%", Hedge.OVER)
TITLE = NumberFact(place=Place(0, Span(0, 6), Span(0, 6)), amount=Amount(Decimal(3), Decimal(3)))


@pytest.mark.parametrize(
    ("facts", "measure", "expected"),
    [
        pytest.param(TextFacts((RIGHT,)), Measure.VALUES, [Verdict.RIGHT], id="value"),
        pytest.param(TextFacts((number("5", "5", "%"),)), Measure.COMPLETE, [Verdict.WRONG], id="hedge left out"),
        pytest.param(TextFacts((number("5", "6", "%"),)), Measure.VALUES, [Verdict.WRONG], id="other value"),
        pytest.param(TextFacts(), Measure.VALUES, [Verdict.MISSED], id="nothing found"),
        pytest.param(
            TextFacts((RIGHT, number("rose", "1", None))), Measure.VALUES, [Verdict.RIGHT, Verdict.FALSE], id="false"
        ),
        pytest.param(TextFacts((RIGHT, TITLE)), Measure.VALUES, [Verdict.RIGHT], id="title"),
        pytest.param(TextFacts((RIGHT, number("41", "9", None))), Measure.VALUES, [Verdict.RIGHT], id="age, wrong"),
        pytest.param(
            TextFacts((number("41", "41", None),)), Measure.PASSING, [Verdict.WRONG], id="age as a key figure"
        ),
        pytest.param(TextFacts(dates=(date("May", "2025-05"),)), Measure.DATES, [Verdict.RIGHT], id="date"),
        pytest.param(TextFacts(dates=(date("May", "2025-05"),)), Measure.BASIS, [Verdict.WRONG], id="basis"),
        pytest.param(TextFacts(dates=(date("May", "2024-05"),)), Measure.DATES, [Verdict.WRONG], id="other year"),
        pytest.param(TextFacts(speakers=(speaker("Holt"),)), Measure.SPEAKERS, [Verdict.RIGHT], id="surname"),
        pytest.param(TextFacts(speakers=(speaker("Ravn"),)), Measure.SPEAKERS, [Verdict.WRONG], id="other person"),
    ],
)
def test_what_is_found_is_judged_by_its_annotation(
    tmp_path: Path, facts: TextFacts, measure: Measure, expected: list[Verdict]
) -> None:
    assert verdicts(list(judge(annotated(tmp_path), facts)), measure) == expected


def test_precision_and_recall_count_a_wrong_value_twice(tmp_path: Path) -> None:
    judged = list(judge(annotated(tmp_path), TextFacts((number("5", "6", "%"), RIGHT, number("rose", "1", None)))))
    found = score(one for one in judged if one.measure is Measure.VALUES)
    assert (found.precision, found.recall, found.f1) == (1 / 3, 1.0, 0.5)


def test_an_error_is_listed_with_its_sentence(tmp_path: Path) -> None:
    facts = TextFacts((RIGHT,), (date("May", "2024-05"),), (speaker("Holt"),), (place(SENTENCE),))
    judged = list(judge(annotated(tmp_path), facts))
    assert [line for line in error_lines(judged, [Kind.DATES]) if "May" in line] == [
        "tiny wrong: “May” 2025-05 -> “May” 2024-05",
        f"    {SENTENCE}",
    ]
    assert any("1 right, 0 wrong, 0 missed, 0 false" in line for line in table_lines(judged, [Kind.NUMBERS]))


def note(value: str, unit: str | None, counted: str | None = None) -> NumberNote:
    return {"para": 1, "words": "", "value": value, "unit": unit, "counted": counted, "hedge": None, "kind": None}


@pytest.mark.parametrize(
    ("wanted", "value", "unit", "same"),
    [
        (note("1.26", "USD billion"), "1260", "USD million", True),
        (note("1.26", "USD billion"), "1.26", "USD million", False),
        (note("25", "%"), "0.25", None, True),
        (note("1/3", None), "0.33", None, True),
        (note("75", "basis points"), "0.75", "percentage points", True),
        (note("150", "basis points"), "150", "points", True),
        (note("10", "%"), "-10", "%", True),
        (note("1", "dozen"), "12", "people", True),
    ],
)
def test_amounts_are_compared_with_their_scale(wanted: NumberNote, value: str, unit: str | None, *, same: bool) -> None:
    assert is_same_amount(wanted, Amount(Decimal(value), Decimal(value)), unit) is same


@pytest.mark.parametrize(
    ("wanted", "unit", "same"),
    [
        (note("1", "USD million"), "$", True),
        (note("1", "USD per share"), "dollars a share", True),
        (note("1", "%"), "per cent", True),
        (note("1", "km"), "miles", False),
        (note("1", None), None, False),
    ],
)
def test_units_have_one_spelling(wanted: NumberNote, unit: str | None, *, same: bool) -> None:
    assert is_same_unit(wanted, unit) is same


@pytest.mark.parametrize(
    ("counted", "label", "same"),
    [
        ("homes without power", "Homes", True),
        ("homes without power", "Power", False),
        ("peines de prison", "Peine ferme", True),
        ("*condamnés hier", "Condamnés", True),
        ("deal|shares", "Alibaba shares", True),
        ("deal|shares", "", False),
    ],
)
def test_the_thing_counted_is_told_by_its_head_noun(counted: str, label: str, *, same: bool) -> None:
    assert is_same_thing(note("1", None, counted), label) is same
