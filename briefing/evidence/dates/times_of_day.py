"""The rule for times of day: the hour and minute of a claimed date agree with those of its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, Unchecked
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import phrases
from briefing.evidence.words.prose import Prose
from briefing.format.dates.forms import CalendarDate

_HALF_DAY, _DAY, _HOUR, _QUARTER = 720, 1440, 60, 15


class TimeOfDay(NamedTuple):
    """A time of day in a text."""

    start: int
    end: int
    minutes: int
    """Minutes from midnight, local time."""
    shift: int | None
    """Minutes that its zone is ahead of UTC. None: the text names no zone."""


def times_of_day(prose: Prose) -> tuple[TimeOfDay, ...]:
    """Return the times of day in some prose, in order. Meant for `Prose.once`."""
    return tuple(_clocks(prose))


def time_of_day_findings(case: Case, claimed: CalendarDate) -> Iterator[Outcome]:
    """Yield what is wrong with the time of day of a claimed date, whose day a quote gives."""
    minutes, shift = _claimed(claimed.time)
    found = [
        one
        for context in case.contexts
        for one in context.prose.once(times_of_day)
        if context.quote.holds(one.start, one.end)
    ]
    if any(_is_same(one, minutes, shift) for one in found):
        return
    if any(_may_be_same(one, minutes, shift) for one in found):
        yield Unchecked("a time of day without its zone")
    else:
        yield case.problem(
            EvidenceCode.DATE_NOT_IN_QUOTE, "when", f"no quote of this claim gives the time {claimed.time}"
        )


def _claimed(time: str) -> tuple[int, int | None]:
    """Return the minutes from midnight of a time such as "23:20:30+04:30", and its minutes ahead of UTC."""
    minutes, shift = int(time[:2]) * _HOUR + int(time[3:5]), time[8:]
    if not shift:
        return minutes, None
    if shift == "Z":
        return minutes, 0
    ahead = int(shift[1:3]) * _HOUR + int(shift[4:6] or 0)
    return minutes, -ahead if shift[0] == "-" else ahead


def _is_same(clock: TimeOfDay, minutes: int, shift: int | None) -> bool:
    if clock.shift is not None and shift is not None:
        return (clock.minutes - clock.shift - minutes + shift) % _DAY == 0
    return clock.minutes == minutes and shift is None


def _may_be_same(clock: TimeOfDay, minutes: int, shift: int | None) -> bool:
    """Whether the two are the same in some time zone: the text names none."""
    return clock.shift is None and shift is not None and (clock.minutes - minutes) % _QUARTER == 0


def _clocks(prose: Prose) -> Iterator[TimeOfDay]:
    language = prose.language
    for found in _pattern(language).finditer(prose.text):
        word = found["noon"]
        minutes = _minutes(found, language) if word is None else language.noon[word.lower()]
        zone = (found["zone"] or "").lower()
        if minutes < _DAY:
            yield TimeOfDay(*found.span(), minutes, language.zones.get(zone) if zone else _offset(found["offset"]))


def _minutes(found: re.Match[str], language: Language) -> int:
    half = (found["half"] or found["hour_half"] or "").lower()
    hour = int(found["hours"] or found["hour"])
    minutes = hour * _HOUR + int(found["minutes"] or 0)
    if half:
        late = language.half_days[half]
        return minutes % _HALF_DAY + late
    return minutes


def _offset(text: str | None) -> int | None:
    if not text:
        return None
    hours, _, minutes = text[1:].replace(":", " ").partition(" ")
    ahead = int(hours[:2]) * _HOUR + int(minutes or hours[2:] or 0)
    return -ahead if text[0] == "-" else ahead


@lru_cache(maxsize=64)
def _pattern(language: Language) -> re.Pattern[str]:
    known = connectors()
    hour, uhr = phrases([*known.hour, "h"]), phrases(known.hour_and_minutes)
    half, zone = phrases(language.half_days), phrases([*language.zones, "utc", "gmt"])
    return re.compile(
        rf"(?<![\w.,:])(?:(?P<hours>[01]?\d|2[0-3])\s?(?:[:.h]|(?:{uhr})\s)\s?(?P<minutes>[0-5]\d)(?![\d%])(?::[0-5]\d)?"
        rf"(?:\s?(?P<half>{half}))?(?:\s?(?:{uhr}))?"
        rf"|(?P<hour>[01]?\d|2[0-3])(?:\s?(?P<hour_half>{half})|\s?(?:{hour})|(?=\s(?:{zone})))"
        rf"|(?P<noon>{phrases(language.noon)}))"
        rf"(?:\s?\(?(?:(?P<zone>{zone})(?P<offset_of>)|(?P<offset>[+-][01]?\d(?::?[0-5]\d)?)))?",
        re.IGNORECASE,
    )
