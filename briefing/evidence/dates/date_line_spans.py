"""Where the date lines of a text stand: whole lines at its head, or the beginning of an agency report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from briefing.evidence.languages import Connectors, connectors
from briefing.evidence.patterns import alternatives
from briefing.evidence.result import Span

_HEAD_LINES = 6
"""Lines at the head of a text that may be its date line: the title counts, empty lines do not."""
_LONGEST_LINE = 120
"""Characters of the longest date line."""
_LONGEST_PLACE = 80
"""Characters before the dash of an agency report: place, date and agency."""
_MOST_WORDS = 10
"""Words of a date line, besides its date."""


def date_line_spans(text: str, dates: Sequence[Span]) -> list[Span]:
    """Return the date lines of a text: whole lines, or the beginning of an agency report.

    "Published 12 May 2024", "By Jane Doe | May 12, 2024 | 5 min read", "PARIS, May 12 (Reuters) - ".
    """
    found: list[Span] = []
    for line in _head(text):
        inside = [date for date in dates if line.holds(date.start, date.end)]
        dash = _dash().search(text, line.start, min(line.end, line.start + _LONGEST_PLACE))
        before = Span(line.start, dash.start()) if dash else line
        if inside and line.end - line.start <= _LONGEST_LINE and _is_only_date_line(text, line, inside):
            found.append(line)
            continue
        dated = [date for date in inside if date.end <= before.end]
        if dated and before != line and _is_only_date_line(text, before, dated):
            found.append(before)
        if line.end - line.start > _LONGEST_LINE or text[line.start : line.end].endswith((".", "!", "?")):
            break  # a line of the report itself
    return found


def _head(text: str) -> Iterator[Span]:
    """Yield the first lines after the title that are not empty."""
    lines = (Span(found.start(), found.end()) for found in _line().finditer(text))
    return islice(lines, 1, _HEAD_LINES)


def _is_only_date_line(text: str, line: Span, dates: Sequence[Span]) -> bool:
    """Whether a line gives only a date, an author and a place."""
    whole = text[line.start : line.end]
    if _published(connectors()).match(whole):
        return True
    rest, at = "", line.start
    for date in sorted(dates):
        rest, at = rest + text[at : date.start] + " ", date.end
    small = connectors().date_line
    words = _name_or_word().findall(_agency().sub(" ", rest + text[at : line.end]))
    return len(words) <= _MOST_WORDS and all(word[0].isupper() or word.lower() in small for word in words)


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
