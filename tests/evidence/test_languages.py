"""A language is one table: a made-up one, added here, is read in numbers, hedges, dates, names, units and coverage."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from briefing.evidence.coverage import coverage
from briefing.evidence.dates.find import find_dates
from briefing.evidence.languages import TABLES, Connectors, Language, connectors, table
from briefing.evidence.languages.discourse import Discourse
from briefing.evidence.languages.plain import plain_language
from briefing.evidence.languages.quantities import Quantities
from briefing.evidence.numbers.hedges import hedge_of
from briefing.evidence.numbers.numerals import numerals
from briefing.evidence.numbers.unit_parts import unit_parts
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.source_names import names_of_source
from briefing.format.model import Hedge
from tests.support.evidence import check, codes, read, texts_of

TAG = "eo"
"""A tag that the format knows and that has no table; the words below are made up."""

MADE_UP = replace(
    plain_language(TAG),
    complete=True,
    number_words={"unu": 1, "du": 2, "tri": 3},
    scales={"mil": Decimal(1000)},
    indefinite_articles=("unu",),
    hedges_before={"cirkau": frozenset({Hedge.ABOUT})},
    months={"marzo": 3, "majo": 5},
    negation=("ne",),
    stop_words=frozenset({"la"}),
    connectors=Connectors(
        articles=("la",),
        of=("dey",),
        per=("poj",),
        unit_fillers=("kaj",),
        day_of_month=("dey",),
        month_of_year=("dey",),
        date_line=("jam",),
        publication=("eldonita",),
    ),
    quantities=Quantities(small_words=frozenset({"la", "dey"})),
    discourse=Discourse(small_names=frozenset({"la", "dey"})),
)


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch) -> Language:
    """Add the language to the tables, as a line in `languages/__init__.py` would."""
    monkeypatch.setitem(TABLES, TAG, MADE_UP)
    return MADE_UP


def figure_codes(fields_of_figure: str, sentence: str) -> list[str]:
    """Return the codes of a brief with one figure, which quotes one sentence of a text in the language."""
    yaml = (
        f"language: {TAG}\nfigures:\n  - label: Soldatoj\n    {fields_of_figure}\n    cites: {{quote: '{sentence}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {TAG}}}\n"
    )
    return codes(check(f"briefing: 1\ntitle: Traktado\n{yaml}", f"La titolo\n\n{sentence}\n"))


def test_its_tag_finds_its_table() -> None:
    assert table("eo-XX") is MADE_UP


def test_its_number_words_are_read() -> None:
    assert [one.values[0] for one in numerals("Tri mil soldatoj", MADE_UP)] == [Decimal(3000)]


def test_its_articles_stand_between_a_hedge_and_a_number() -> None:
    prose = Prose("Venis cirkau la tri mil soldatoj.", MADE_UP)
    assert hedge_of(prose, prose.numbers[0]).hedges == {Hedge.ABOUT}


def test_its_hedge_is_missed_in_a_figure() -> None:
    assert figure_codes("value: 3000", "Venis cirkau tri mil Soldatoj.") == ["hedge-dropped"]
    assert figure_codes("value: 3000\n    approx: about", "Venis cirkau tri mil Soldatoj.") == []


def test_another_number_than_its_words_say_is_found() -> None:
    assert figure_codes("value: 2000", "Venis tri mil Soldatoj.") == ["number-not-in-quote"]


@pytest.mark.parametrize("text", ["12 Majo 2024", "12 dey Majo dey 2024"])
def test_its_dates_are_read(text: str) -> None:
    assert [(one.year, one.month, one.day) for one in find_dates(text, MADE_UP)] == [(2024, 5, 12)]


def test_a_role_that_only_names_an_organisation_names_nobody() -> None:
    brief = read(
        "sources:\n  article: {kind: article, file: text.txt}\n"
        "  reade: {kind: person, name: Colm Reade, role: dey Delta Metals, via: article}\n"
    )
    assert names_of_source(brief.sources[1], (), MADE_UP).roles == ()


def test_its_small_words_in_a_unit_name_nothing() -> None:
    assert [(part.text, part.must_be_beside) for part in unit_parts("kaj tunoj poj jaro", MADE_UP)] == [
        ("tunoj", True),
        ("jaro", False),
    ]


@pytest.mark.parametrize("line", ["Eldonita 12 Majo 2024", "Ada Holt jam 12 Majo 2024"])
def test_its_date_line_is_not_reported_as_uncovered(line: str) -> None:
    text = f"La titolo\n\n{line}\n\nVenis soldatoj en Marzo 2023.\n"
    yaml = f"sources:\n  article: {{kind: article, file: text.txt, language: {TAG}}}\n"
    brief = read(yaml)
    found = coverage(brief, texts_of(brief, text), check(yaml, text))
    assert [one.words for one in found] == ["Marzo 2023"]


@pytest.mark.parametrize("field", [one.name for one in fields(Connectors)])
def test_every_small_word_of_a_language_counts_in_texts_of_all(field: str) -> None:
    every = {word for language in TABLES.values() for word in getattr(language.connectors, field)}
    assert every <= set(getattr(connectors(), field))
