"""The date of a figure is that of the verb of its number, and of no other verb of the sentence."""

from __future__ import annotations

import pytest

from briefing.evidence.facts.text import text_facts
from briefing.evidence.languages import table
from briefing.evidence.quotes.folding import fold
from briefing.evidence.saved_text import SavedText
from tests.support.evidence import check

OTHERS = (
    ("en", "Corwin employs 345,000 people and was founded in 1919."),
    ("en", "Corwin was founded in 1919 and employs 345,000 people."),
    ("en", "Corwin, which was founded in 1919, employs 345,000 people."),
    ("en", "Shares in Corwin, which employs 345,000 people and was founded in 1919, fell."),
    ("de", "Die Firma beschäftigt 345.000 Menschen und wurde 1919 gegründet."),
    ("fr", "Le groupe emploie 345 000 personnes et a été fondé en 1919."),
    ("es", "La empresa emplea a 345.000 personas y fue fundada en 1919."),
)
ITS_OWN = (
    ("en", "In 1919 Corwin employed 345,000 people."),
    ("en", "Corwin employed 345,000 people in 1919."),
    ("en", "Corwin employed 345,000 people and 40 horses in 1919."),
    ("en", "In 1919 Corwin had five mills and employed 345,000 people."),
    ("de", "Die Firma beschäftigte 1919 in zwei Werken 345.000 Menschen."),
    ("fr", "Le groupe employait 345 000 personnes et 40 chevaux en 1919."),
    ("es", "La empresa empleaba a 345.000 personas en 1919."),
)
PEOPLE = {"en": "People employed", "de": "Menschen", "fr": "Personnes", "es": "Personas"}
APART = "the date stands with another verb than the number"


def reasons(language: str, sentence: str) -> tuple[str, ...]:
    """Return why a figure with the date of a sentence is not verified."""
    evidence = check(
        f"briefing: 1\ntitle: One\nlanguage: {language}\nfigures:\n  - label: {PEOPLE[language]}\n    value: 345000\n"
        f"    unit: {PEOPLE[language].split()[0].lower()}\n    when: 1919\n    cites: {{quote: '{sentence}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {language}}}\n",
        f"Title\n\n{sentence}\n",
    )
    assert not evidence.findings
    return evidence.claims[0].unchecked


@pytest.mark.parametrize(("language", "sentence"), OTHERS)
def test_the_date_of_another_verb_is_not_verified(language: str, sentence: str) -> None:
    assert APART in reasons(language, sentence)


@pytest.mark.parametrize(("language", "sentence"), ITS_OWN)
def test_the_date_of_its_verb_is(language: str, sentence: str) -> None:
    assert APART not in reasons(language, sentence)


PERIODS = (
    ("en", "Corwin today announced a profit of $5 million for the year ending March 31st.", None),
    ("en", "Corwin carried 7.4 million passengers during the year to March 31st.", None),
    ("en", "Corwin made $5 million in the year ending 25 February 2023.", None),
    ("en", "Corwin made $5 million in the year ended 31 March 2023.", "2022-04/2023-03"),
    ("en", "Corwin opened on March 31st.", "XXXX-03-31"),
)


@pytest.mark.parametrize(("language", "sentence", "when"), PERIODS)
def test_a_period_that_ends_inside_a_month_or_without_a_year_has_only_its_words(
    language: str, sentence: str, when: str | None
) -> None:
    facts = text_facts(SavedText(fold(f"Title\n\n{sentence}\n"), table(language)), None).dates
    found = [fact for fact in facts if "ear" in (fact.stated or "year") or fact.when is not None]
    assert [None if fact.when is None else fact.when.text for fact in found] == [when]
    assert when is not None or not any(fact.is_event for fact in found)
