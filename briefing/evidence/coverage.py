"""What a saved text has that the brief does not quote: its numbers and its dates, those of its date line aside.

Never an error.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

from briefing.evidence.dates.find import find_dates
from briefing.evidence.dossier import Dossier, dossier_of
from briefing.evidence.languages import Connectors, Language, connectors
from briefing.evidence.numbers.find import find_numbers
from briefing.evidence.patterns import alternatives
from briefing.evidence.quotes.folding import BREAK, Folded, with_dashes
from briefing.evidence.quotes.paragraphs import paragraphs
from briefing.evidence.result import Evidence, Span
from briefing.evidence.rules.own_numbers import SMALL
from briefing.format.model import Brief, Event, Figure, SourceText, TextState

_SEASONS = 21
"""Months from here on are seasons and quarters: without a year, "fall" and "spring" may be no dates at all."""


MOST_PARTS = 20_000
"""Numbers and dates of one text that are compared."""
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
    is_last: bool = False
    """True: there are more behind it, which were not compared."""


def coverage(brief: Brief, texts: Mapping[str, SourceText], evidence: Evidence) -> tuple[Uncovered, ...]:
    """Return what the saved texts of a checked brief have that no figure or event quotes, in the order of the texts."""
    dossier = dossier_of(brief, texts, Path())
    parts = {source.id: _parts(source.id, dossier) for source in brief.sources}
    quoted = {source_id: _Stretches(spans) for source_id, spans in _quoted(dossier, evidence).items()}
    nothing = _Stretches(())
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
        if part.said not in known  # what is quoted is known
    )
    ends = ((source_id, every[-1]) for source_id, every in parts.items() if len(every) >= MOST_PARTS)
    return (
        *found,
        *(Uncovered(name, one.paragraph, one.span, one.words, one.is_date, is_last=True) for name, one in ends),
    )


class _Stretches:
    """Stretches of a text, any of which may hold another one: found without going through all of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [one.start for one in ordered]
        self._ends = list(accumulate((one.end for one in ordered), max))
        """Of each and all before it, the furthest."""

    def hold(self, span: Span) -> bool:
        """Whether one of the stretches holds another one."""
        at = bisect_right(self._starts, span.start)
        return at > 0 and span.end <= self._ends[at - 1]


class _Part(NamedTuple):
    """A number or a date of a text."""

    paragraph: int
    span: Span
    words: str
    is_date: bool
    said: tuple[object, ...]
    """Equal when two places say the same number or date."""


def _quoted(dossier: Dossier, evidence: Evidence) -> dict[str, list[Span]]:
    """Return the stretches of each text that a figure or an event quotes."""
    spans: dict[str, list[Span]] = {}
    for index, claim in enumerate(dossier.brief.claims()):
        if isinstance(claim, Figure | Event):
            for cite, verdict in zip(claim.cites, evidence.cites[index], strict=True):
                if verdict.span is not None:
                    spans.setdefault(dossier.text_sources.get(cite.source, cite.source), []).append(verdict.span)
    return spans


def _parts(source_id: str, dossier: Dossier) -> list[_Part]:
    held = dossier.texts.get(source_id)
    language = dossier.language_of(source_id)
    if held is None or held.state is not TextState.HELD or dossier.text_sources[source_id] != source_id:
        return []
    folded = dossier.folded(held.text)
    found: list[_Part] = []
    for number, block in enumerate(paragraphs(held.text)):
        within = Span(folded.offset(block.start), folded.offset(block.end - 1) + 1)
        found.extend(_of_paragraph(number, folded, within, language))
        if len(found) >= MOST_PARTS:
            del found[MOST_PARTS:]
            return found
    aside = _Stretches(_date_lines(held.text, [part.span for part in found if part.is_date]))
    return [part for part in found if not aside.hold(part.span)]


def _date_lines(text: str, dates: Sequence[Span]) -> list[Span]:
    """Return the stretches at the head of a text that say when it was published: lines, or what a report begins with.

    "Published 12 May 2024", "By Jane Doe | May 12, 2024 | 5 min read", "PARIS, May 12 (Reuters) - ".
    """
    found: list[Span] = []
    for line in _head(text):
        inside = [date for date in dates if line.start <= date.start and date.end <= line.end]
        dash = _dash().search(text, line.start, min(line.end, line.start + _LONGEST_PLACE))
        before = Span(line.start, dash.start()) if dash else line
        if inside and line.end - line.start <= _LONGEST_LINE and _tells_only(text, line, inside):
            found.append(line)
            continue
        dated = [date for date in inside if date.end <= before.end]
        if dated and before != line and _tells_only(text, before, dated):
            found.append(before)
        if line.end - line.start > _LONGEST_LINE or text[line.start : line.end].endswith((".", "!", "?")):
            break  # the report itself has begun
    return found


def _head(text: str) -> Iterator[Span]:
    """Yield the first lines behind the title that are not empty."""
    lines = (Span(found.start(), found.end()) for found in _line().finditer(text))
    return islice(lines, 1, _HEAD_LINES)


def _tells_only(text: str, line: Span, dates: Sequence[Span]) -> bool:
    """Tell whether a line says nothing but a date, who wrote it, and where."""
    whole = text[line.start : line.end]
    if _published(connectors()).match(whole):
        return True
    rest, at = "", line.start
    for date in sorted(dates):
        rest, at = rest + text[at : date.start] + " ", date.end
    small = connectors().date_line
    words = _name_or_word().findall(_agency().sub(" ", rest + text[at : line.end]))
    return len(words) <= _MOST_WORDS and all(word[0].isupper() or word.lower() in small for word in words)


_HEAD_LINES = 6
"""Lines of a text that are not empty, its title among them, among which its date line is looked for."""
_LONGEST_LINE = 120
_LONGEST_PLACE = 80
"""Characters of a place with its date and its agency, before the dash with which a report begins."""
_MOST_WORDS = 10


@lru_cache(1)
def _line() -> re.Pattern[str]:
    return re.compile(r"\S(?:[^\n]*\S)?")


@lru_cache(1)
def _dash() -> re.Pattern[str]:
    return re.compile(r"\s(?:--|[-–—])\s|—")


@lru_cache(1)
def _agency() -> re.Pattern[str]:
    return re.compile(r"\([^()]{1,40}\)")


@lru_cache(1)
def _name_or_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_](?:[\w.'’]*\w)?")


@lru_cache(maxsize=8)
def _published(known: Connectors) -> re.Pattern[str]:
    begins, labels = "|".join(known.publication), alternatives(known.publication_labels)
    return re.compile(rf"(?:{begins})\b|(?:{labels})\s?:", re.IGNORECASE)


def _of_paragraph(paragraph: int, folded: Folded, within: Span, language: Language) -> list[_Part]:
    """Return the dates of a paragraph, and the numbers outside them."""
    text = with_dashes(folded, within.start, within.end)
    dates = [mention for mention in find_dates(text, language) if mention.year or (mention.month or 0) < _SEASONS]
    parts = [
        _part(paragraph, folded, Span(within.start + one.start, within.start + one.end), (one.year, one.month, one.day))
        for one in dates
    ]
    dated = _Stretches(Span(one.start, one.end) for one in dates)
    for number in find_numbers(text, language):
        big = number.numeral.digits or number.numeral.values[0] > SMALL
        if big and not dated.hold(Span(number.start, number.start + 1)):
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
