"""The grammar on the annotated texts that are kept here: floors a little below what it reached.

These are texts that its rules were tuned on. They say that nothing got worse, not how good it is.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from briefing.evidence.facts.text import text_facts
from tests.scoring.annotations import annotated_texts
from tests.scoring.matching import Judged, Measure, judge
from tests.scoring.scores import score

DEV = Path(__file__).parent / "dev"

FLOORS = {
    Measure.VALUES: 0.97,
    Measure.COMPLETE: 0.96,
    Measure.DATES: 0.97,
    Measure.SPEAKERS: 0.95,
    Measure.LABELS: 0.88,
    Measure.PASSING: 0.96,
}
"""F1, or the share of a measure that only looks at what was found."""


@cache
def judged() -> tuple[Judged, ...]:
    texts = annotated_texts(DEV)
    return tuple(one for text in texts for one in judge(text, text_facts(text.saved, text.published)))


@pytest.mark.parametrize("measure", list(FLOORS))
def test_the_grammar_is_as_good_on_the_kept_texts_as_it_was(measure: Measure) -> None:
    assert score(one for one in judged() if one.measure is measure).f1 >= FLOORS[measure]


def test_every_kept_text_has_annotations_and_an_origin() -> None:
    sources = (DEV / "SOURCES.md").read_text(encoding="utf-8")
    names = {path.stem for path in DEV.glob("*.txt")}
    assert names == {path.stem for path in DEV.glob("*.json")}
    assert [name for name in names if f"| {name} " not in sources] == []
