"""The numbers of a text as facts: value, unit, hedge, kind, label; and that a figure made of each checks clean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.evidence.check import check_brief
from briefing.evidence.facts.numbers import number_facts
from briefing.evidence.facts.text import text_facts
from briefing.evidence.facts.values import NumberFact
from briefing.evidence.languages import table
from briefing.evidence.quotes.folding import fold
from briefing.evidence.saved_text import SavedText
from briefing.format.dates import parse_date
from briefing.format.model import Basis, Brief, Cite, Figure, Source, SourceKind, SourceText, TextState

SENTENCES = Path(__file__).parent / "number_sentences.txt"
"""Sentences, each after the tag of its language; below each, indented, the facts that it must give."""
CORPUS = Path(__file__).parents[1] / "corpus"
PASSING = (
    pytest.param("en", "Leo Marsh, 46, was acquitted.", id="age"),
    pytest.param("en", "The striker, 24, signed on Monday.", id="age-of-a-noun"),
    pytest.param("en", "United beat City 3-1.", id="score"),
    pytest.param("en", "The talks went on for three weeks.", id="span"),
    pytest.param("en", "It is one of the oldest banks.", id="one-of"),
    pytest.param("en", "A grand jury returned a six-count indictment.", id="only-describes"),
    pytest.param("en", "It rained over three times the average.", id="multiple"),
    pytest.param("en", "It lies 12 miles (19 km) away.", id="conversion"),
)
NONE = (
    pytest.param("en", "The law violates 28 U.S.C. § 1331 and 17 C.F.R.", id="citations"),
    pytest.param("en", "In No. 22-451, the justices considered Rule 12(b).", id="docket"),
    pytest.param("en", "It shipped with Internet Explorer 6 on the S&P 500.", id="names"),
    pytest.param("en", "On day five both teams played in the third quarter.", id="ordinals-and-both"),
    pytest.param("en", "They prefer the new flag over the current one.", id="pronoun"),
    pytest.param("en", "“2019 is not as strong as 2018.”", id="years"),
    pytest.param("en", "Call 555 0123 before 3:40 p.m. on 12 May.", id="telephone-and-times"),
    pytest.param("en", "The 777 program and the 787-9 Dreamliner were late; so was a 737 Max jet.", id="models"),
    pytest.param("en", "He lives at 1119 Eighth St. with another one.", id="house-number"),
    pytest.param("es", "El incendio de Tres Cantos sigue activo.", id="name-in-words"),
)


def _saved(text: str, language: str) -> SavedText:
    return SavedText(fold(text), table(language))


def facts_of(sentence: str, language: str = "en") -> list[NumberFact]:
    """Return the numbers of one sentence, in order."""
    return list(number_facts(_saved(f"Title\n\n{sentence}\n", language), (), ()))


def written(fact: NumberFact) -> str:
    """Return a fact on one line: hedge, value, unit, kind, label."""
    low, high, central = fact.amount.low, fact.amount.high, fact.amount.central
    value = f"{low:f}" if low == high else f"{low:f}..{high:f}"
    parts = (fact.approx, value if central is None else f"{central:f} [{value}]", fact.unit, fact.kind)
    return f"{' '.join(str(part) for part in parts if part is not None)} | {fact.label}"


def _sentences() -> Iterator[tuple[str, str, list[str]]]:
    """Yield each sentence with its language and the facts that it must give."""
    language, sentence, wanted = "", "", list[str]()
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            wanted.append(line.strip())
            continue
        if sentence:
            yield language, sentence, wanted
        language, _, sentence = line.partition(" ")
        wanted = []
    yield language, sentence, wanted


@pytest.mark.parametrize(("language", "sentence", "wanted"), list(_sentences()))
def test_a_sentence_gives_its_numbers(language: str, sentence: str, wanted: list[str]) -> None:
    assert [written(fact) for fact in facts_of(sentence, language) if not fact.is_passing] == wanted


@pytest.mark.parametrize(("language", "sentence"), PASSING)
def test_what_no_reader_calls_a_figure_is_in_passing(language: str, sentence: str) -> None:
    found = facts_of(sentence, language)
    assert found
    assert any(fact.is_passing for fact in found)
    assert len([fact for fact in found if not fact.is_passing]) == (1 if "miles" in sentence else 0)


@pytest.mark.parametrize(("language", "sentence"), NONE)
def test_what_counts_nothing_is_no_number(language: str, sentence: str) -> None:
    assert [written(fact) for fact in facts_of(sentence, language)] == []


def test_labels_of_one_sentence_differ() -> None:
    sentence = "Net profit was $96.3m, or 48 cents a share, compared with $88.1m a year earlier, and 640 houses and 150"
    labels = [fact.label for fact in facts_of(f"{sentence} barns were destroyed in Sarno.")]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.txt")), ids=lambda path: path.stem)
def test_a_figure_made_of_each_number_checks_clean(path: Path) -> None:
    language = _language_of(path)
    text = path.read_text(encoding="utf-8")
    saved = _saved(text, language)
    found = text_facts(saved, parse_date("2025-05-16")).numbers
    figures = tuple(
        _figure(fact, text) for fact in found if fact.label and fact.place.paragraph and not fact.is_passing
    )
    article = Source(id="a", number=1, kind=SourceKind.ARTICLE, title="T", file="a.txt", language=language)
    brief = Brief(id="b", title="B", language=language, figures=figures, sources=(article,))
    evidence = check_brief(brief, {"a": SourceText(state=TextState.HELD, text=text)}, Path("b.yaml"))
    assert [str(finding) for claim in evidence.claims for finding in claim.findings] == []


def _language_of(path: Path) -> str:
    """Return the language of a text of the corpus, as the brief beside it says."""
    lines = path.with_suffix(".yaml").read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("language:")), "en")


def _figure(fact: NumberFact, text: str) -> Figure:
    """Return a figure as a draft would have it, which quotes the sentence of the number."""
    sentence = fact.place.sentence
    stated = fact.when if fact.when is not None and fact.when.basis is Basis.STATED else None
    return Figure(
        text=fact.label,
        amount=fact.amount,
        unit=fact.unit,
        approx=fact.approx,
        kind=fact.kind,
        standing=fact.standing,
        when=stated.when if stated is not None else None,
        cites=(Cite(source="a", quote=text[sentence.start : sentence.end][:400].strip(), at=fact.place.paragraph),),
    )


@pytest.mark.parametrize("cut", range(0, 600, 23))
def test_a_damaged_text_gives_numbers_inside_its_sentences(cut: int) -> None:
    whole = (CORPUS / "osk-flood.txt").read_text(encoding="utf-8")
    text = f"{whole[:cut]} $12 (3-1) of ½ and{whole[cut + 17 :]}"
    for fact in number_facts(_saved(text, "en"), (), ()):
        assert fact.place.sentence.start <= fact.place.span.start < fact.place.span.end <= fact.place.sentence.end
        assert fact.label == " ".join(fact.label.split())
        assert fact.amount.low <= fact.amount.high


def test_a_table_in_one_line_has_no_labels_and_a_long_text_a_limit() -> None:
    assert not any(fact.label for fact in facts_of("Sales 12 " * 80))
    assert len(number_facts(_saved("Title\n\n" + "It sold 13 boats. " * 25, "en"), (), (), most=20)) == 20


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("en", "The weakness has delayed decisions for the past two quarters.", []),
        ("en", "Prices rose in three quarters of the cities.", ["75 % level | Share of the cities"]),
        ("en", "The army had planned to free the hostages at one point.", []),
        ("en", "Officials received 911 calls about a fight.", []),
    ],
)
def test_a_number_that_counts_nothing_is_no_quantity(language: str, sentence: str, wanted: list[str]) -> None:
    assert [written(fact) for fact in facts_of(sentence, language)] == wanted
