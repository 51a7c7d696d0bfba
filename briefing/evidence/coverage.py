"""Coverage: the numbers and dates of the saved texts that no figure or event of the brief quotes.

Dates of the date line are left out. Nothing here is an error.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.dates.date_line_spans import date_line_spans
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.find import find_dates
from briefing.evidence.dossier import Dossier, dossier_of
from briefing.evidence.facts.quantities import counting_numbers
from briefing.evidence.languages import Language
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.quotes.folding import BREAK, Folded, with_dashes
from briefing.evidence.quotes.paragraphs import paragraphs
from briefing.evidence.result import Evidence, Span
from briefing.evidence.rules.own_numbers import SMALL
from briefing.evidence.words.prose import Prose
from briefing.format.model import Brief, Event, Figure, SourceText

_SEASONS = 21
"""EDTF numbers of seasons and quarters begin here. Without a year, "fall" and "spring" may be no dates."""
MOST_PARTS = 20_000
"""Numbers and dates of one text that are compared at most."""
_WORD = 24
"""Longest word, in characters, that is shown after a number."""


class Uncovered(NamedTuple):
    """A number or date of a saved text that no figure or event of the brief quotes, here or at another place."""

    source: str
    """Id of the source."""
    paragraph: int
    """Number of the paragraph, as `at` counts; 0 is the title."""
    span: Span
    """Offsets in the saved text."""
    words: str
    """As written; a number together with the next word."""
    is_date: bool
    is_last: bool = False
    """True: the text has more after this one, which were not compared."""


def coverage(brief: Brief, texts: Mapping[str, SourceText], evidence: Evidence) -> tuple[Uncovered, ...]:
    """Return the numbers and dates that a checked brief does not quote, in the order of the sources and their texts."""
    dossier = dossier_of(brief, texts, Path())
    parts = {source.id: _parts(source.id, dossier) for source in brief.sources}
    quoted = {source_id: _SpanSet(spans) for source_id, spans in _quoted(dossier, evidence).items()}
    nothing = _SpanSet(())
    known = {
        part.said
        for source_id, every in parts.items()
        for part in every
        if quoted.get(source_id, nothing).hold(part.span)
    }
    found = tuple(
        Uncovered(source_id, part.paragraph, part.span, part.words, part.is_date)
        for source_id, every in parts.items()
        for part in every
        if part.said not in known  # quoted here or at another place
    )
    ends = ((source_id, every[-1]) for source_id, every in parts.items() if len(every) >= MOST_PARTS)
    return (
        *found,
        *(Uncovered(name, one.paragraph, one.span, one.words, one.is_date, is_last=True) for name, one in ends),
    )


class _SpanSet:
    """A set of stretches of a text that quickly finds whether one of them contains another stretch."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [one.start for one in ordered]
        self._ends = list(accumulate((one.end for one in ordered), max))
        """For each stretch, the furthest end of it and of all before it."""

    def hold(self, span: Span) -> bool:
        """Whether one of the stretches contains this one."""
        at = bisect_right(self._starts, span.start)
        return at > 0 and span.end <= self._ends[at - 1]


class _Part(NamedTuple):
    """A number or date of a text."""

    paragraph: int
    span: Span
    words: str
    is_date: bool
    said: tuple[object, ...]
    """Equal for two places that give the same number or date."""


def _quoted(dossier: Dossier, evidence: Evidence) -> dict[str, list[Span]]:
    """Return the stretches that figures and events quote, by source id."""
    spans: dict[str, list[Span]] = {}
    for index, claim in enumerate(dossier.brief.claims()):
        if isinstance(claim, Figure | Event):
            for cite, verdict in zip(claim.cites, evidence.cites[index], strict=True):
                if verdict.span is not None:
                    spans.setdefault(dossier.text_sources.get(cite.source, cite.source), []).append(verdict.span)
    return spans


def _parts(source_id: str, dossier: Dossier) -> list[_Part]:
    text = dossier.own_text(source_id)
    if text is None:
        return []
    language, folded = dossier.language_of(source_id), dossier.folded(text)
    found: list[_Part] = []
    for number, block in enumerate(paragraphs(text)):
        found.extend(_paragraph_parts(number, folded, folded.within(block), language))
        if len(found) >= MOST_PARTS:
            del found[MOST_PARTS:]
            return found
    aside = _SpanSet(date_line_spans(text, [part.span for part in found if part.is_date]))
    return [part for part in found if not aside.hold(part.span)]


def _paragraph_parts(paragraph: int, folded: Folded, within: Span, language: Language) -> list[_Part]:
    """Return the dates of a paragraph, and its numbers that say how many or how much, in order."""
    text = with_dashes(folded, within.start, within.end)
    dates = [mention for mention in find_dates(text, language) if mention.year or (mention.month or 0) < _SEASONS]
    parts = [_part(paragraph, folded, one, within.start, (one.year, one.month, one.day)) for one in dates]
    dated = _SpanSet(Span(one.start, one.end) for one in dates)
    for number in counting_numbers(Prose(text, language)):
        big = number.numeral.digits or number.numeral.values[0] > SMALL
        if big and not dated.hold(Span(number.start, number.start + 1)):
            parts.append(_part(paragraph, folded, number, within.start, (number.numeral.values[0],)))
    return sorted(parts, key=lambda part: part.span)


def _part(
    paragraph: int, folded: Folded, mention: DateMention | NumberMention, offset: int, said: tuple[object, ...]
) -> _Part:
    """Return a mention in a paragraph as a part; the paragraph begins at `offset` of the folded text."""
    span, is_date = Span(offset + mention.start, offset + mention.end), isinstance(mention, DateMention)
    following = folded.text.find(" ", span.end + 1)
    stop = following if not is_date and 0 <= following <= span.end + _WORD else span.end
    words = folded.text[span.start : stop].replace(BREAK, "-").rstrip(" ,;:.")
    origin = Span(folded.origin(span.start), folded.origin_end(span.end))
    return _Part(paragraph, origin, words, is_date, said)
