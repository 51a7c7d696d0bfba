"""The rule for `published`: the date line of a saved text ("Published 12 May 2024", "PARIS, May 12 -") agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.dates.calendar_days import Days, month_days
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.find import find_dates
from briefing.evidence.dossier import Dossier
from briefing.evidence.languages import Connectors, Language, connectors
from briefing.evidence.patterns import GrowingPattern, LazyPattern, alternatives, phrases
from briefing.evidence.quotes.folding import folded_dashes
from briefing.format.dates import Edtf
from briefing.format.model import Source

_LINES, _LONGEST, _HEAD = 12, 110, 3000
"""Lines of a text that are read, and characters of one line and of the text."""
_MARKUP = " *_#>|\t-\u2013\u2014[]()"
_PLACE = LazyPattern(r"(?P<place>[^\W\d_a-z][^\W\d_a-z'. -]{2,30}(?:, [^\W\d_][\w. ]{1,20})?), (?=[\w])")
_WIRE = LazyPattern(r",?\s*(?:\([^)]{2,40}\)\s*)?(?:[-\u2013\u2014:]|--)")
_FIRST = 6
"""Lines among which a bare date is that of the text; further down it may be about anything."""
_FAR = 400
"""A bare date more days away from `published` is about something else: a treaty, an anniversary."""
_NEAR = 1
"""Days that may lie between the date of a report and its publication."""


class DateLine(NamedTuple):
    """The date that a text gives for itself."""

    mention: DateMention
    words: str
    """The line up to the end of the date."""
    is_labelled: bool
    """True: the line says what the date is ("published", "updated")."""
    is_update: bool
    """True: the date is that of a later version, so `published` may lie before it."""


def date_line_findings(dossier: Dossier) -> Iterator[Problem]:
    """Yield a finding for each source whose saved text gives another day than `published`."""
    for source in dossier.brief.sources:
        text = dossier.own_text(source.id)
        if text is not None and isinstance(source.published, Edtf) and source.published.has_year:
            yield from _differing(source, source.published, text, dossier)


def _differing(source: Source, published: Edtf, text: str, dossier: Dossier) -> Iterator[Problem]:
    line = differing_line(text, published, dossier.language_of(source.id))
    if line is not None:
        sentence = f"the date line of the text is '{line.words}', and 'published' is {published.text}"
        yield dossier.problem(EvidenceCode.PUBLISHED_DIFFERS, source.spots, "published", sentence)


def differing_line(text: str, published: Edtf, language: Language) -> DateLine | None:
    """Return the date line of a text that gives another day than its date of publication. None: there is none."""
    lines = date_lines(text[:_HEAD], language)
    return lines[0] if lines and not any(_agrees(line, published) for line in lines) else None


@lru_cache(maxsize=64)
def date_lines(head: str, language: Language) -> tuple[DateLine, ...]:
    """Return the dates in the first lines of a text that are surely those of the text itself."""
    lines = [line.strip(_MARKUP) for line in head.splitlines()]
    known = [line for line in lines if line][:_LINES]
    found = [(number, one) for number, line in enumerate(known) for one in _date_line(line, language)]
    labelled = tuple(one for _, one in found if one.is_labelled)
    plain = {number for number, one in found if not one.is_labelled}
    # Several lines with nothing but a date are the headings of a chronicle.
    is_plain = len(plain) == 1 and max(plain) < _FIRST
    return labelled or tuple(one for _, one in found if is_plain)


def _date_line(line: str, language: Language) -> Iterator[DateLine]:
    if not any(map(str.isdigit, line[:_LONGEST])):
        return
    folded = folded_dashes(line[: _LONGEST + 1])
    if (wire := _PLACE.match(folded)) is not None:
        yield from _of_wire(folded, wire.end(), language)
    elif len(line) <= _LONGEST:
        yield from _of_line(folded, language)


def _of_wire(line: str, start: int, language: Language) -> Iterator[DateLine]:
    """Read the beginning of an agency report: "PARIS, May 12 (Reuters) - ..."."""
    for one in find_dates(line, language):
        between = line[start : one.start]
        if one.day and _weekdays(language).fullmatch(between) and _WIRE.match(line, one.end):
            yield DateLine(one, line[: one.end], is_labelled=False, is_update=False)


def _of_line(line: str, language: Language) -> Iterator[DateLine]:
    """Read a line that is only a date, perhaps with "published" before it and a time of day after it."""
    label = _label(language).match(line)
    start = label.end() if label is not None else 0
    for one in find_dates(line, language):
        if not (one.day and one.year) or not _weekdays(language).fullmatch(line[start : one.start]):
            continue
        if _rest(connectors()).fullmatch(line, one.end):
            name = label["label"].lower() if label is not None else ""
            yield DateLine(one, line[: one.end], is_labelled=bool(name), is_update=name in language.date_updates)


@lru_cache(maxsize=8)
def _rest(known: Connectors) -> re.Pattern[str]:
    """Return a pattern of what may follow the date of such a line: a time of day, a zone, a time to read."""
    return re.compile(
        rf"[\s,.;|/·\u2013\u2014-]*(?:(?:{alternatives(known.at_hour)}|t(?=\d))?"
        rf"\s*\d{{1,2}}(?:[:.h]\d\d){{1,2}}\s*(?:[ap]\.?m\.?|{alternatives(known.hour_and_minutes)}|h)?"
        r"\s*\(?(?:utc|gmt|z|bst|ce?s?t|e[ds]?t|p[ds]t|me?s?z)?\)?)?[\s.)]*"
        r"(?:[|·\u2013\u2014-]\s*\d+\s?min.*)?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _label(language: Language) -> GrowingPattern:
    return GrowingPattern(lambda choice: rf"(?P<label>{choice.phrases(language.date_lines)})\s?[:,]?\s", re.IGNORECASE)


@lru_cache(maxsize=64)
def _weekdays(language: Language) -> re.Pattern[str]:
    days = phrases([*language.weekdays, *(day[:3] for day in language.weekdays), *language.date_fillers])
    return re.compile(rf"(?:(?:{days})\.?,?\s?)*", re.IGNORECASE)


def _agrees(line: DateLine, published: Edtf) -> bool:
    """Whether a date line allows the date of publication that the brief gives."""
    days, first, last = _days(line.mention, published), published.earliest, published.latest
    if days is None or first is None or last is None:
        return True
    near = 0 if line.is_labelled and not line.is_update else _NEAR
    if not line.is_labelled and abs(first.ordinal - days[0].ordinal) > _FAR:
        return True
    if line.is_update:
        return first.ordinal <= days[1].ordinal + near
    return first.ordinal - near <= days[1].ordinal and days[0].ordinal - near <= last.ordinal


def _days(mention: DateMention, published: Edtf) -> Days | None:
    """Return the days of a date line; without a year, in the year that brings them nearest to `published`."""
    if mention.days is not None:
        return mention.days
    around = published.earliest
    if around is None or mention.month is None:
        return None
    years = (around.year - 1, around.year, around.year + 1)
    known = [days for year in years if (days := month_days(year, mention.month, mention.day)) is not None]
    return min(known, key=lambda days: abs(days[0].ordinal - around.ordinal), default=None)
