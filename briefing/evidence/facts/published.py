"""The day of publication that a text gives at its head: "Published 12 May 2024", "PARIS, May 12, 2024 (AFP) -"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.evidence.dates.date_line import date_lines
from briefing.evidence.dates.date_line_spans import date_line_spans
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.format.dates import DateError, Edtf, parse_date

_HEAD, _PARAGRAPHS = 3000, 5
"""Characters and paragraphs of a text in which its date line is looked for."""


def published_of(saved: SavedText) -> Edtf | None:
    """Return the day on which a text says that it was published. None: it does not say so clearly."""
    lines = date_lines(saved.folded.original[:_HEAD], saved.language)
    days = {one.mention._replace(start=0, end=0) for one in lines if not one.is_update}
    if not days and not lines:
        days = set(_beside_names(saved))
    return _day(next(iter(days))) if len(days) == 1 else None


def _beside_names(saved: SavedText) -> Iterator[DateMention]:
    """Yield the days of lines such as "By Jane Doe | May 12, 2024 | 5 min read"."""
    found: dict[Span, DateMention] = {}
    for number in range(min(_PARAGRAPHS, len(saved.blocks))):
        for within, prose in saved.sentences(number):
            for one in prose.dates if within.end <= _HEAD else ():
                start, end = (
                    saved.folded.origin(within.start + one.start),
                    saved.folded.origin_end(within.start + one.end),
                )
                found[Span(start, end)] = one
    for line in date_line_spans(saved.folded.original, list(found)):
        for span, mention in found.items():
            if line.holds(span.start, span.end) and mention.year is not None and mention.day is not None:
                yield mention._replace(start=0, end=0)


def _day(mention: DateMention) -> Edtf | None:
    if mention.year is None or mention.month is None or mention.day is None:
        return None
    try:
        return parse_date(f"{mention.year:04d}-{mention.month:02d}-{mention.day:02d}")
    except DateError:
        return None
