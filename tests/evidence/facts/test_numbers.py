"""The numbers of a text as facts: value, unit, hedge, kind, label."""

from __future__ import annotations

import pytest

from briefing.evidence.facts.numbers import number_facts
from briefing.evidence.facts.values import NumberFact
from briefing.evidence.languages import table
from briefing.evidence.quotes.folding import fold
from briefing.evidence.saved_text import SavedText


def facts_of(sentence: str, language: str = "en") -> list[NumberFact]:
    """Return the numbers of one sentence, in order, except those in passing."""
    saved = SavedText(fold(f"Title\n\n{sentence}\n"), table(language))
    return [fact for fact in number_facts(saved, (), ()) if not fact.is_passing]


def written(fact: NumberFact) -> str:
    """Return a fact on one line: hedge, value, unit, kind, label."""
    low, high, central = fact.amount.low, fact.amount.high, fact.amount.central
    value = f"{low:f}" if low == high else f"{low:f}..{high:f}"
    parts = (fact.approx, value if central is None else f"{central:f} [{value}]", fact.unit, fact.kind)
    return f"{' '.join(str(part) for part in parts if part is not None)} | {fact.label}"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        pytest.param(
            "Net profit was $96.3m in the quarter.", ["96.3 USD million total | Net profit"], id="money-short-scale"
        ),
        pytest.param("Container volumes rose 7.4 percent.", ["7.4 % change | Rise in Container volumes"], id="rise"),
        pytest.param(
            "Operating profit rose to £52 million from £44 million.",
            ["52 GBP million total | Operating profit", "44 GBP million total | Operating profit before"],
            id="from-and-to",
        ),
        pytest.param(
            "More than 2,400 miners walked out.", ["over 2400 miners total | Miners who walked out"], id="who"
        ),
        pytest.param(
            "Around 640 houses were destroyed in Sarno and 150 in Mirow.",
            ["about 640 houses total | Houses destroyed in Sarno", "150 houses total | Houses in Mirow"],
            id="elliptic",
        ),
        pytest.param(
            "The board kept the rate at 4¼ to 4½ percent.", ["4.25..4.5 % level | Rate"], id="vulgar-fractions"
        ),
    ],
)
def test_a_sentence_gives_its_numbers(sentence: str, wanted: list[str]) -> None:
    assert [written(fact) for fact in facts_of(sentence)] == wanted
