"""Who says what: a sentence, and the verb, name, role, kind and standing that are found in it."""

from __future__ import annotations

import pytest

from briefing.evidence.facts.marks import marked
from briefing.evidence.facts.speakers import speaker_facts
from briefing.evidence.facts.values import SpeakerFact
from briefing.evidence.languages import table
from briefing.evidence.saved_text import saved_text

TITLE = "A title\n\n"


def facts_of(text: str, language: str = "en") -> tuple[SpeakerFact, ...]:
    """Return the attributions of some paragraphs below a title."""
    return speaker_facts(saved_text(TITLE + text, table(language)))


def told(text: str, language: str = "en") -> list[str]:
    """Return each attribution as one line: its words, the name or else the role, the role of a name, the kind."""
    whole = TITLE + text
    lines = []
    for one in facts_of(text, language):
        words = " ".join(whole[one.place.span.start : one.place.span.end].split())
        who = one.name or one.role or "nobody"
        role = f", {one.role}" if one.name is not None and one.role is not None else ""
        lines.append(f"{words}: {who}{role} ({one.kind})")
    return lines


ENGLISH = [
    ("Chief executive Maren Holt told analysts it was so.", ["told: Maren Holt, Chief executive (person)"]),
    (
        "In a note to clients, Corwin's Ines Duarte wrote that the result was solid.",
        ["wrote: Ines Duarte, of Corwin (person)"],
    ),
    ("Analysts at Corwin Bank had forecast a net profit.", ["forecast: Analysts at Corwin Bank (unnamed)"]),
    ("The dam is safe, officials said.", ["said: officials (unnamed)"]),
    ("Estimates suggest that 4,000 died.", ["suggest: Estimates (unnamed)"]),
    ("Sales fell, said Maren Holt, head of the union.", ["said: Maren Holt, head of the union (person)"]),
    ("The statistics office reported a rise of 3%.", ["reported: The statistics office (organisation)"]),
    ("The tax was said to be high.", []),
    ("The residents were told to leave.", []),
    ("No one showed up.", []),
    ("Jobless claims rose.", []),
]


@pytest.mark.parametrize(("text", "found"), ENGLISH)
def test_an_english_sentence_says_who_speaks(text: str, found: list[str]) -> None:
    assert told(text) == found


OTHERS = [
    ("de", "Der Damm ist sicher, sagte Betriebsrat Mehmet Yildiz.", ["sagte: Mehmet Yildiz, Betriebsrat (person)"]),
    ("de", "Das teilte das Unternehmen am Mittwoch mit.", ["teilte: das Unternehmen (organisation)"]),
    ("fr", "Selon la direction, le pont est sûr.", ["Selon: la direction (organisation)"]),
    (
        "fr",
        "«\u00a0Non\u00a0», a déclaré Mireille Castan, secrétaire du syndicat.",
        ["déclaré: Mireille Castan, secrétaire du syndicat (person)"],
    ),
    ("es", "Según los agricultores, llueve poco.", ["Según: los agricultores (unnamed)"]),
    ("es", "La consejera Lucía Barral anunció que lloverá.", ["anunció: Lucía Barral, consejera (person)"]),
]


@pytest.mark.parametrize(("language", "text", "found"), OTHERS)
def test_a_sentence_in_another_language_says_who_speaks(language: str, text: str, found: list[str]) -> None:
    assert told(text, language) == found


MARKED = [
    ("en", "Prime Minister Lena Varga may meet about 40 envoys.", ["Prime Minister Lena Varga", "may", "about"]),
    ("en", "Yesterday the Red Crescent put up tents in Sarno.", ["Red Crescent", "Sarno"]),
    ("en", "Mr. Reade said almost nothing to Holt.", ["Reade", "Holt"]),
    ("de", "Betriebsrat Mehmet Yildiz erwartet rund 500 Kündigungen.", ["Betriebsrat Mehmet Yildiz", "rund"]),
    ("fr", "Selon la direction, l'équipe de Rail-Brenne pourrait partir.", ["Rail-Brenne", "pourrait"]),
]


@pytest.mark.parametrize(("language", "text", "words"), MARKED)
def test_names_and_hedges_are_marked(language: str, text: str, words: list[str]) -> None:
    whole = TITLE + text
    found = marked(saved_text(whole, table(language)))
    assert [whole[one.place.span.start : one.place.span.end] for one in found] == words
