"""Owns the list of what a saved text has that the brief does not quote: its numbers and its dates. Never an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.evidence.checking import Evidence
from briefing.evidence.dossier import Dossier, dossier
from briefing.evidence.folding import BREAK, Folded, fold
from briefing.evidence.languages import Language
from briefing.evidence.mentions import mentions
from briefing.evidence.numbers import numbers
from briefing.evidence.passages import Span, paragraphs
from briefing.evidence.wording import SMALL
from briefing.model import Brief, Event, Figure, SourceText, TextState

_SEASONS = 21
"""Months from here on are seasons and quarters: without a year, "fall" and "spring" may be no dates at all."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A number or a date of a saved text that no figure or event of the brief quotes."""

    source: str
    paragraph: int
    """As `at` counts; 0 is the title."""
    span: Span
    """Offsets in the saved text."""
    words: str
    """With its unit or what follows, for a list."""
    is_date: bool


def coverage(brief: Brief, texts: Mapping[str, SourceText], evidence: Evidence) -> tuple[Uncovered, ...]:
    """Return what the saved texts of a checked brief have that no figure or event quotes, in the order of the texts."""
    works = dossier(brief, texts, Path())
    covered = _covered(works, evidence)
    found: list[Uncovered] = []
    for source in brief.sources:
        held = texts.get(source.id)
        language = works.language_of(source.id)
        if held is not None and held.state is TextState.HELD and language is not None:
            found.extend(_uncovered(source.id, held.text, language, covered.get(source.id, [])))
    return tuple(found)


def _covered(works: Dossier, evidence: Evidence) -> dict[str, list[Span]]:
    """Return the stretches of each text that a figure or an event quotes."""
    spans: dict[str, list[Span]] = {}
    for index, claim in enumerate(works.brief.claims()):
        if isinstance(claim, Figure | Event):
            for cite, verdict in zip(claim.cites, evidence.cites[index], strict=True):
                if verdict.span is not None:
                    spans.setdefault(works.keepers.get(cite.source, cite.source), []).append(verdict.span)
    return spans


def _uncovered(source_id: str, text: str, language: Language, covered: list[Span]) -> Iterator[Uncovered]:
    folded = fold(text)
    for number, block in enumerate(paragraphs(text)):
        start, end = folded.offset(block.start), folded.offset(block.end - 1) + 1
        for part, is_date in _parts(folded.text[start:end], language):
            span = Span(folded.origin(start + part.start), folded.origin_end(start + part.end))
            if not any(one.start <= span.start and span.end <= one.end for one in covered):
                yield Uncovered(source_id, number, span, _words(folded, start + part.start, start + part.end), is_date)


def _parts(text: str, language: Language) -> list[tuple[Span, bool]]:
    """Return the dates of a paragraph, and the numbers outside them."""
    found = [mention for mention in mentions(text, language) if mention.year or (mention.month or 0) < _SEASONS]
    dates = {Span(mention.start, mention.end) for mention in found}
    parts = [(span, True) for span in dates]
    for number in numbers(text, language):
        big = number.numeral.digits or number.numeral.values[0] > SMALL
        if big and not any(span.start <= number.start < span.end for span in dates):
            parts.append((Span(number.start, number.end), False))
    return sorted(parts)


def _words(folded: Folded, start: int, end: int) -> str:
    """Return a number or a date with the word that follows it."""
    following = folded.text.find(" ", end + 1)
    stop = following if 0 <= following <= end + 24 else end
    return folded.text[start:stop].replace(BREAK, "-").rstrip(" ,;:.")
