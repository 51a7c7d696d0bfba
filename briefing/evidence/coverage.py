"""Owns the list of what a saved text has that the brief does not quote: its numbers and its dates. Never an error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.evidence.dossier import Dossier, dossier
from briefing.evidence.folding import BREAK, Folded, fold, with_dashes
from briefing.evidence.languages import Language
from briefing.evidence.mentions import mentions
from briefing.evidence.numbers import numbers
from briefing.evidence.passages import paragraphs
from briefing.evidence.result import Evidence, Span
from briefing.evidence.wording import SMALL
from briefing.model import Brief, Event, Figure, SourceText, TextState

_SEASONS = 21
"""Months from here on are seasons and quarters: without a year, "fall" and "spring" may be no dates at all."""


_WORD = 24
"""Characters of a word that may follow a number in a list."""


class Uncovered(NamedTuple):
    """A number or a date of a saved text that no figure or event of the brief quotes, there or in another place."""

    source: str
    paragraph: int
    """As `at` counts; 0 is the title."""
    span: Span
    """Offsets in the saved text."""
    words: str
    """A number with the word that follows it, for a list."""
    is_date: bool


def coverage(brief: Brief, texts: Mapping[str, SourceText], evidence: Evidence) -> tuple[Uncovered, ...]:
    """Return what the saved texts of a checked brief have that no figure or event quotes, in the order of the texts."""
    works = dossier(brief, texts, Path())
    parts = {source.id: _parts(source.id, works) for source in brief.sources}
    quoted = _quoted(works, evidence)
    known = {part.said for source_id, every in parts.items() for part in every if part.is_in(quoted.get(source_id, []))}
    return tuple(
        Uncovered(source_id, part.paragraph, part.span, part.words, part.is_date)
        for source_id, every in parts.items()
        for part in every
        if part.said not in known and not part.is_in(quoted.get(source_id, []))
    )


class _Part(NamedTuple):
    """A number or a date of a text."""

    paragraph: int
    span: Span
    words: str
    is_date: bool
    said: tuple[object, ...]
    """Equal when two places say the same number or date."""

    def is_in(self, spans: Sequence[Span]) -> bool:
        """Whether one of the stretches holds it."""
        return any(one.start <= self.span.start and self.span.end <= one.end for one in spans)


def _quoted(works: Dossier, evidence: Evidence) -> dict[str, list[Span]]:
    """Return the stretches of each text that a figure or an event quotes."""
    spans: dict[str, list[Span]] = {}
    for index, claim in enumerate(works.brief.claims()):
        if isinstance(claim, Figure | Event):
            for cite, verdict in zip(claim.cites, evidence.cites[index], strict=True):
                if verdict.span is not None:
                    spans.setdefault(works.keepers.get(cite.source, cite.source), []).append(verdict.span)
    return spans


def _parts(source_id: str, works: Dossier) -> list[_Part]:
    held = works.texts.get(source_id)
    language = works.language_of(source_id)
    if held is None or held.state is not TextState.HELD or works.keepers[source_id] != source_id:
        return []
    folded = fold(held.text)
    found: list[_Part] = []
    for number, block in enumerate(paragraphs(held.text)):
        within = Span(folded.offset(block.start), folded.offset(block.end - 1) + 1)
        found.extend(_of_paragraph(number, folded, within, language))
    return found


def _of_paragraph(paragraph: int, folded: Folded, within: Span, language: Language) -> list[_Part]:
    """Return the dates of a paragraph, and the numbers outside them."""
    text = with_dashes(folded, within.start, within.end)
    dates = [mention for mention in mentions(text, language) if mention.year or (mention.month or 0) < _SEASONS]
    parts = [
        _part(paragraph, folded, Span(within.start + one.start, within.start + one.end), (one.year, one.month, one.day))
        for one in dates
    ]
    for number in numbers(text, language):
        big = number.numeral.digits or number.numeral.values[0] > SMALL
        if big and not any(one.start <= number.start < one.end for one in dates):
            span = Span(within.start + number.start, within.start + number.end)
            parts.append(_part(paragraph, folded, span, (number.numeral.values[0],)))
    return sorted(parts, key=lambda part: part.span)


def _part(paragraph: int, folded: Folded, span: Span, said: tuple[object, ...]) -> _Part:
    is_date = len(said) > 1
    following = folded.text.find(" ", span.end + 1)
    stop = following if not is_date and 0 <= following <= span.end + _WORD else span.end
    words = folded.text[span.start : stop].replace(BREAK, "-").rstrip(" ,;:.")
    origin = Span(folded.origin(span.start), folded.origin_end(span.end))
    return _Part(paragraph, origin, words, is_date, said)
