"""The dates of a text as EDTF, stated by it or reckoned from its date of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.dates.date_line_spans import date_line_spans
from briefing.evidence.dates.date_patterns import TOKEN, date_patterns
from briefing.evidence.facts.contacts import contact_paragraphs, is_contact
from briefing.evidence.facts.date_expressions import DateExpression, date_expressions
from briefing.evidence.facts.date_readings import read_dates
from briefing.evidence.facts.story_years import StoryYears
from briefing.evidence.facts.values import DateFact, Place
from briefing.evidence.languages import Language
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.evidence.words.prose import Prose
from briefing.format.dates import Edtf
from briefing.format.dates.forms import CalendarDate
from briefing.format.model import Basis

MOST_DATES = 10_000
"""Dates of one text that are read, give or take those of one sentence; a text of 1 MB has about 3,000."""


def date_facts(saved: SavedText, published: Edtf | None, *, most: int = MOST_DATES) -> tuple[DateFact, ...]:
    """Return the dates of a text, in order. `published` None: nothing is reckoned. `most`: see `MOST_DATES`."""
    found: list[DateFact] = []
    read = 0
    apart = contact_paragraphs(saved)
    for number in range(len(saved.blocks)):
        for within, prose in saved.sentences(number) if number not in apart else ():
            if read < most and _may_have_dates(prose) and not prose.once(is_contact):
                facts = list(_of_sentence(saved, number, within, prose, published))
                read += max(len(facts), len(prose.dates))
                found += facts
    aside = date_line_spans(saved.folded.original, [one.place.span for one in found if _is_day(one)])
    return tuple(_in_date_line(one, aside) for one in found)


def _of_sentence(
    saved: SavedText, number: int, within: Span, prose: Prose, published: Edtf | None
) -> Iterator[DateFact]:
    sentence = saved.original(within.start, within.end)
    years = StoryYears(saved, number, within.start)
    found = date_expressions(prose, read_dates(prose, published, years))
    for one in sorted(found, key=lambda expression: expression.start):
        span = saved.original(within.start + one.start, within.start + one.end)
        yield _fact(prose, one, Place(number, sentence, span))


def _fact(prose: Prose, one: DateExpression, place: Place) -> DateFact:
    return DateFact(
        place=place,
        when=one.when,
        basis=Basis.RECKONED if one.is_reckoned else Basis.STATED,
        stated=prose.text[one.start : one.end] if one.when is None or one.is_partial else None,
        is_event=one.is_event,
    )


def _is_day(fact: DateFact) -> bool:
    return fact.when is not None and isinstance(fact.when.form, CalendarDate) and bool(fact.when.form.day)


def _in_date_line(fact: DateFact, aside: list[Span]) -> DateFact:
    span = fact.place.span
    if not any(line.holds(span.start, span.end) for line in aside):
        return fact
    return DateFact(
        place=fact.place, when=fact.when, basis=fact.basis, stated=fact.stated, is_date_line=True, is_event=False
    )


def _may_have_dates(prose: Prose) -> bool:
    """Whether a sentence has a digit, or a word that occurs in dates. Most sentences have none."""
    return _DIGIT.search(prose.text) is not None or not _date_words(prose.language).isdisjoint(prose.runs)


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=64)
def _date_words(language: Language) -> frozenset[str]:
    words = (
        *language.weekdays,
        *language.weekend,
        *language.day_words,
        *language.time_units,
        *language.decades,
        *language.present_year,
        *language.century,
    )
    single = {TOKEN.findall(word)[-1].lower() for word in (*words, *language.night_words)}
    starters = {word.lower() for word in date_patterns(language).starters}
    return frozenset(single | starters) - frozenset(language.in_year)
