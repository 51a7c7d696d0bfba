"""Finding speakers and checking them agree: a brief made of the speakers of a text has no finding about speakers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.evidence.facts.speakers import speaker_facts
from briefing.evidence.facts.values import SpeakerFact
from briefing.evidence.languages import table
from briefing.evidence.saved_text import saved_text
from briefing.format.parse import read_brief_text
from tests.support.evidence import check

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "tests/evidence/corpus"
ABOUT_SPEAKERS = {"source-not-named", "speaker-not-named", "speaker-unsaid", "attribution-dropped"}


def languages() -> dict[Path, str]:
    """Return the texts in reach whose language has a table, with its tag."""
    found = {ROOT / "briefs/texts/bridge-digest.txt": "en"}
    for brief in sorted(CORPUS.rglob("*.yaml")):
        held = read_brief_text(brief.read_text(encoding="utf-8"), brief, brief.stem).brief
        assert held is not None
        found[brief.with_suffix(".txt")] = held.language
    for notes in sorted((ROOT / "tests/scoring/dev").glob("*.json")):
        found[notes.with_suffix(".txt")] = json.loads(notes.read_text(encoding="utf-8"))["language"]
    return {path: tag for path, tag in found.items() if path.exists() and table(tag).complete}


TEXTS = languages()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_brief_made_of_the_speakers_of_a_text_is_not_objected_to(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    facts = [one for one in speaker_facts(saved_text(text, table(TEXTS[path]))) if one.introduced is not None]
    findings = check(brief_of(text, facts, TEXTS[path]), text).findings if facts else ()
    assert [str(one) for one in findings if one.code in ABOUT_SPEAKERS] == []


def brief_of(text: str, facts: list[SpeakerFact], language: str) -> str:
    """Return a brief with a source for each speaker, and a point by it for each attribution."""
    sources: dict[tuple[str, str], str] = {}
    points: list[str] = []
    for fact in facts:
        if fact.key not in sources:
            sources[fact.key] = f"  s{len(sources)}: {{{source_of(text, fact)}}}\n"
        words = text[fact.covers.start : fact.covers.end]
        place = f", at: para {fact.place.paragraph}" if fact.place.paragraph else ""
        points.append(
            f"  - text: {json.dumps(words)}\n    by: s{list(sources).index(fact.key)}\n"
            f"    cites: {{source: article, quote: {json.dumps(words)}{place}}}\n"
        )
    head = f"briefing: 1\ntitle: T\nlanguage: {language}\nsummary:\n{''.join(points)}sources:\n"
    return head + f"  article: {{kind: article, file: t.txt, language: {language}}}\n" + "".join(sources.values())


def source_of(text: str, fact: SpeakerFact) -> str:
    """Return the fields of the source that a speaker makes."""
    assert fact.introduced is not None
    quote = json.dumps(text[fact.introduced.span.start : fact.introduced.span.end])
    place = f", at: para {fact.introduced.paragraph}" if fact.introduced.paragraph else ""
    named = "".join(f", {key}: {json.dumps(told)}" for key, told in (("name", fact.name), ("role", fact.role)) if told)
    return f"kind: {fact.kind}{named}, via: article, cites: {{source: article, quote: {quote}{place}}}"
