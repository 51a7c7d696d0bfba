"""The rules for speakers, by example: the ways in which a text may name a source."""

from __future__ import annotations

import pytest

from tests.support.evidence import check

TITLE = "The title of the text\n\n"


def codes_of(source: str, text: str, *, quote: str, claim: str = "It is so.", language: str = "en") -> set[str]:
    """Return the codes of a point by one source, whose own cite is the same quote."""
    words = quote.replace("'", "''")
    yaml = (
        f"briefing: 1\ntitle: T\nlanguage: {language}\nsummary:\n  - text: '{claim}'\n    by: one\n"
        f"    cites: {{source: article, quote: '{words}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {language}}}\n"
        f"  one: {{{source}, via: article, cites: {{source: article, quote: '{words}'}}}}\n"
        "  two: {kind: person, name: Karl Weber, role: engineer, via: article}\n"
    )
    return {finding.code for finding in check(yaml, TITLE + text).findings} - {"source-never-cited"}


NAMED = [
    ("kind: person, name: Ada Holt", "Ada Holt said the dam is safe.", "the dam is safe", "en"),
    ("kind: person, name: Ada Holt", "The dam is safe, Ms Holt said.", "The dam is safe", "en"),
    (
        "kind: person, name: Ada Holt, role: mayor",
        "The mayor, Ada Holt, said the dam is safe.",
        "the dam is safe",
        "en",
    ),
    ("kind: organisation, name: Joint Chiefs of Staff", "The JCS said the dam is safe.", "the dam is safe", "en"),
    ("kind: organisation, name: Ministry of Defence", "The ministry said the dam is safe.", "the dam is safe", "en"),
    ("kind: organisation, name: Varran Lines", "Varran said the dam is safe.", "the dam is safe", "en"),
    ("kind: organisation, name: SI Analytics", "According to SI Analytics, the dam is safe.", "the dam is safe", "en"),
    (
        "kind: person, name: Ada Holt, role: mayor",
        "Ada Holt, the mayor, left.\n\nThe mayor said so.",
        "mayor said so",
        "en",
    ),
    ("kind: organisation, name: Trade Agency, role: the agency", "The agency said so to Ada Holt.", "said so", "en"),
    ("kind: unnamed, title: officials", "Two officials said the dam is safe.", "the dam is safe", "en"),
    ("kind: person, name: Birgit Osterloh", "Der Damm ist sicher, sagte Osterloh.", "Der Damm ist sicher", "de"),
    ("kind: organisation, name: Rechnungshof", "Laut Rechnungshof ist der Damm sicher.", "ist der Damm sicher", "de"),
    ("kind: organisation, role: la direction", "Selon la direction, le pont est sûr.", "le pont est sûr", "fr"),
    ("kind: person, name: Hugo Delmas", "Le pont est sûr, a déclaré M. Delmas.", "Le pont est sûr", "fr"),
]


@pytest.mark.parametrize(("source", "text", "quote", "language"), NAMED)
def test_a_source_that_is_named_beside_its_words_is_not_reported(
    source: str, text: str, quote: str, language: str
) -> None:
    assert codes_of(source, text, quote=quote, language=language).isdisjoint({"source-not-named", "speaker-not-named"})


NOT_NAMED = [
    ("kind: person, name: Ida Vole", "Ada Holt said the dam is safe.", "the dam is safe", "en"),
    ("kind: person, name: Ada Hult", "Ada Holt said the dam is safe.", "the dam is safe", "en"),
    ("kind: person, name: Ida Vole, role: mayor", "The mayor, Ada Holt, said it is safe.", "said it is safe", "en"),
    ("kind: organisation, name: Ministry of Trade", "The defence ministry said it is safe.", "it is safe", "en"),
    ("kind: organisation, name: Nordkai", "Ada Holt said the dam is safe.", "the dam is safe", "en"),
    ("kind: person, name: Ida Vole, role: analyst", "'It is safe,' said Ada Holt, an analyst.", "It is safe", "en"),
    ("kind: person, name: Ida Vole", "Ada Holt, who met Ida Vole, left. Her aide Karl Weber said so.", "said so", "en"),
    (
        "kind: organisation, name: Unity, role: insurer",
        "The insurer, Delta Mutual, said it is safe.",
        "it is safe",
        "en",
    ),
    ("kind: unnamed, name: Viktor Sandoz", "Engineers of Delta said it is safe.", "it is safe", "en"),
    ("kind: organisation, name: Nordkai, role: agency", "Nordkai left.\n\nThe agency said so.", "agency said so", "en"),
    ("kind: person, name: Birgit Osterloh", "Der Damm ist sicher, sagte Weber.", "Der Damm ist sicher", "de"),
    ("kind: person, name: Hugo Delmas", "Le pont est sûr, a déclaré M. Castan.", "Le pont est sûr", "fr"),
]


@pytest.mark.parametrize(("source", "text", "quote", "language"), NOT_NAMED)
def test_a_source_that_its_own_cite_does_not_name_is_reported(
    source: str, text: str, quote: str, language: str
) -> None:
    assert "source-not-named" in codes_of(source, text, quote=quote, language=language)


HOLT = "kind: person, name: Ada Holt"
OTHERS = [
    ("Karl Weber said the dam is safe.\n\nAda Holt said no more.", "the dam is safe"),
    ("Ada Holt spoke first.\n\n'The dam is safe,' said Karl Weber.", "The dam is safe"),
    ("According to Karl Weber, the dam is safe. Ada Holt left.", "the dam is safe"),
    ("Karl Weber denied that the dam is safe.\n\nAda Holt agreed.", "denied that the dam is safe"),
    ("The claim was rejected by Karl Weber.\n\nAda Holt agreed.", "The claim was rejected"),
    ("Ada Holt is the mayor.\n\nThe day was warm.\n\nA dog ran by.\n\nThe dam is safe.", "The dam is safe"),
]


@pytest.mark.parametrize(("text", "quote"), OTHERS)
def test_words_of_another_speaker_are_reported(text: str, quote: str) -> None:
    assert "speaker-not-named" in codes_of(HOLT, text, quote=quote)


def test_the_text_and_by_name_one_speaker() -> None:
    text = "Ada Holt said the dam is safe.\n\nKarl Weber agreed."
    assert "speaker-not-named" in codes_of(HOLT, text, quote="the dam is safe", claim="It is safe, says Karl Weber.")
    assert codes_of(HOLT, text, quote="Ada Holt said the dam is safe", claim="It is safe, says Ada Holt.") == set()


def test_a_pronoun_reaches_back_to_a_speaker_of_the_paragraph_before() -> None:
    text = "Ada Holt came at noon.\n\nShe said the dam is safe."
    assert "speaker-not-named" not in codes_of(HOLT, text, quote="the dam is safe")


def attributed(text: str, quote: str, claim: str, more: str = "", language: str = "en") -> list[str]:
    """Return the codes of a point without a speaker."""
    words = quote.replace("'", "''")
    yaml = (
        f"briefing: 1\ntitle: T\nlanguage: {language}\nsummary:\n  - text: '{claim}'\n{more}"
        f"    cites: {{quote: '{words}'}}\nsources:\n  a: {{kind: article, file: text.txt, language: {language}}}\n"
    )
    return [finding.code for finding in check(yaml, TITLE + text).findings]


DROPPED = [
    ("The mayor said the dam is safe.", "the dam is safe", "The dam is safe.", "en"),
    ("'The dam is safe,' the mayor told us.", "The dam is safe", "The dam is safe.", "en"),
    ("According to the mayor, the dam is safe.", "the dam is safe", "The dam is safe.", "en"),
    ("The mayor announced that the dam is safe.", "announced that the dam is safe", "The dam is safe.", "en"),
    ("The dam is safe, the mayor insists.", "The dam is safe", "The dam is safe.", "en"),
    ("Experts estimate that the dam holds.", "the dam holds", "The dam holds.", "en"),
    ("Der Damm ist sicher, sagte der Landrat.", "Der Damm ist sicher", "Der Damm ist sicher.", "de"),
    ("Laut Polizei ist der Damm sicher.", "ist der Damm sicher", "Der Damm ist sicher.", "de"),
    ("Selon le maire, le pont est sûr.", "le pont est sûr", "Le pont est sûr.", "fr"),
]


@pytest.mark.parametrize(("text", "quote", "claim", "language"), DROPPED)
def test_a_point_that_says_as_its_own_what_somebody_says_is_reported(
    text: str, quote: str, claim: str, language: str
) -> None:
    assert attributed(text, quote, claim, language=language) == ["attribution-dropped"]


KEPT = [
    ("The mayor said the dam is safe.", "the dam is safe", "The dam is safe, according to the mayor.", "en"),
    ("The mayor said the dam is safe.", "the dam is safe", "The mayor says it is safe.", "en"),
    ("The dam, which the mayor says is safe, was built in May.", "was built in May", "It was built in May.", "en"),
    ("The dam is safe; the mayor said nothing.", "The dam is safe", "The dam is safe.", "en"),
    ("Insurance claims rose in May.", "Insurance claims rose", "Insurance claims rose.", "en"),
    ("Der Damm ist sicher, sagte der Landrat.", "Der Damm ist sicher", "Der Landrat sagt, er sei sicher.", "de"),
    ("Selon le maire, le pont est sûr.", "le pont est sûr", "Le pont est sûr, selon le maire.", "fr"),
]


@pytest.mark.parametrize(("text", "quote", "claim", "language"), KEPT)
def test_a_point_that_says_who_says_it_is_not_reported(text: str, quote: str, claim: str, language: str) -> None:
    assert attributed(text, quote, claim, language=language) == []


def test_a_sentence_that_says_of_nobody_that_they_say_so_is_a_warning() -> None:
    text = "Ada Holt spoke first.\n\nHe left.\n\nThe dam, which has its own road, was built in May."
    assert "speaker-unsaid" in codes_of(HOLT, text, quote="was built in May")


FAR = """The harbour

A paragraph about the harbour, which is old.

Varran Lines runs the ferries of the coast and has done so for long.

A paragraph about the weather, which was fine for most of the week.

Another about the town, which has a market and two schools of its own.

But Odom said the company would answer next week, and not before.
"""
ELSEWHERE = [
    ("role: president of Varran Ferries", "", set()),
    ("role: president", "publisher: Varran", set()),
    ("role: president", "", {"'Varran' is not named in the paragraph of the quote, nor in the title of the text"}),
]


@pytest.mark.parametrize(("role", "publisher", "sentences"), ELSEWHERE)
def test_a_name_that_stands_elsewhere_may_be_that_of_who_speaks_or_publishes(
    role: str, publisher: str, sentences: set[str]
) -> None:
    yaml = (
        "briefing: 1\ntitle: T\nlanguage: en\n"
        "entities:\n  - {name: Varran Lines, kind: organisation, aliases: [Varran]}\n"
        "summary:\n  - text: Varran will answer next week.\n    by: one\n    cites: {quote: answer next week}\n"
        f"sources:\n  a: {{kind: article, file: text.txt, {publisher}}}\n"
        f"  one: {{kind: person, name: Michael Odom, {role}, via: a}}\n"
    )
    found = check(yaml, FAR).findings
    assert {finding.sentence for finding in found if finding.code == "name-elsewhere"} == sentences
