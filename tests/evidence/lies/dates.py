"""Lies about a date: the date of another event, before for after, a year of the writer, the date of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from briefing.format.dates import Edtf, Order, order, parse_date
from briefing.format.model import Basis, Claim, Event, Source
from tests.evidence.lies.lie import Changed, Lie, Telling, retold, tellings, with_source
from tests.evidence.mutations import spots_of
from tests.support.grounds import Ground

_DIRECTIONS = {
    "en": {"since": "until", "until": "since", "before": "after", "after": "before", "by": "after", "within": "after"},
    "de": {"seit": "bis", "bis": "seit", "ab": "bis", "vor": "nach"},
    "fr": {"depuis": "jusqu’en", "avant": "après"},
    "es": {"desde": "hasta", "antes de": "después de"},
}
_DIRECTED = re.compile(
    r"(?i)\b(?:since|until|before|after|by|from|to|between|within|began|begins?|seit|bis|ab|vor|nach|zwischen|depuis|avant"
    r"|entre|desde|hasta|sinds|dès|Fermé)\b"
)
_DATED = (
    r"(?=\s(?:\d|mid|the end|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|six weeks))"
)
_YEAR = re.compile(r"(?<![\d.,–-])(?:1[5-9]|20)\d\d(?![\d.,–-])(?!\s(?:million|people))")
_WEEKDAY = re.compile(
    r"(?i)\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|domingo)\b"
)


def _dated(claim: Claim, when: Edtf) -> Changed:
    return Changed(
        replace(claim, when=when), f"{claim.text} when: {claim.when.text if claim.when else '-'} -> {when.text}"
    )


def date_of_another_event(telling: Telling) -> Iterator[Changed]:
    """Give a claim the date of another one."""
    claim = telling.claim
    if claim.when is None or claim.basis is Basis.EDITOR:
        return
    for other in telling.ground.brief.claims():
        if other.when is not None and order(other.when, claim.when) in (Order.BEFORE, Order.AFTER):
            yield _dated(claim, other.when)


def direction_of_a_date(telling: Telling) -> Iterator[Changed]:
    """Say "before" for "after", "until" for "since", or make a day or year the end of an open time."""
    claim = telling.claim
    if claim.when is not None:
        text = claim.when.text
        if ".." in text and "/" in text:
            start, end = text.split("/")
            yield _dated(claim, parse_date(f"{end}/{start}"))
        elif (
            isinstance(claim, Event)
            and re.fullmatch(r"-?\d{4}(-\d\d){0,2}", text)
            and not _DIRECTED.search(telling.sentences)
        ):
            # About what still goes on, "from 1871 on" would be true; "until" is a lie.
            yield _dated(claim, parse_date(f"../{text}"))
    for old, new in _DIRECTIONS.get(telling.language, {}).items():
        dated = _DATED if telling.language == "en" else r"(?=\s\d{4})"
        if re.search(rf"\b{old}\b{dated}", claim.text):
            yield retold(claim, re.sub(rf"\b{old}\b{dated}", new, claim.text, count=1))


def year_of_the_writer(telling: Telling) -> Iterator[Changed]:
    """Change a year in the writer's words to another year, of the same text where it has one."""
    claim = telling.claim
    for match in _YEAR.finditer(claim.text):
        year = match.group()
        others = [other for other in dict.fromkeys(_YEAR.findall(telling.text)) if other != year]
        for new in [*others, f"{int(year) - 1}", f"{int(year) + 3}"]:
            if new not in claim.text:
                yield retold(claim, claim.text[: match.start()] + new + claim.text[match.end() :])


def published_shifted(ground: Ground) -> Iterator[Lie]:
    """Shift the date of the article, so that dates relative to it are wrong."""
    for source in ground.brief.sources:
        day = _day(source)
        if day is None:
            continue
        for telling in tellings(ground):
            if telling.claim.basis is not Basis.RECKONED or telling.claim.when is None:
                continue
            for what, new in _shifts(day, has_weekday=_WEEKDAY.search(telling.quotes) is not None):
                changed = replace(source, published=parse_date(new.isoformat()))
                if what == "week" and new > day and telling.claim.when.text == day.isoformat():
                    continue  # in an article of a Wednesday, "on Wednesday" may be today or a week ago
                words = f"published: {day} -> {new}, for '{telling.claim.text}' {telling.claim.when.text}"
                spots = spots_of(telling.claim) | spots_of(source)
                brief = with_source(ground.brief, changed)
                yield Lie(f"published shifted by a {what}", ground, brief, ground.texts, telling.index, spots, words)


def _day(source: Source) -> date | None:
    written = source.published.text if isinstance(source.published, Edtf) else ""
    return date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else None


def _shifts(day: date, *, has_weekday: bool) -> Iterator[tuple[str, date]]:
    yield "year", day.replace(year=day.year - 1)
    yield "year", day.replace(year=day.year + 1)
    if has_weekday:
        yield "month", day + timedelta(days=28)
        yield "month", day - timedelta(days=28)
        yield "week", day + timedelta(days=7)
        yield "week", day - timedelta(days=7)
