"""The small words of a language: articles, prepositions and the like around names, numbers, units and dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Connectors:
    """The small words of one language, or of all languages together (see `united`). In small letters and folded."""

    articles: tuple[str, ...] = ()
    """Articles in every form: "a", "the", "l'"."""
    of: tuple[str, ...] = ()
    """Prepositions for "of": "von", "d'"."""
    of_the: tuple[str, ...] = ()
    """Such a preposition and an article written as one word: "du"."""
    genitive_articles: tuple[str, ...] = ()
    """Articles that say "of" by themselves: "des"."""
    member_of: tuple[str, ...] = ()
    """What a role begins with, besides `of`, when it only names the organisation somebody belongs to: "at", "chez"."""
    elisions: tuple[str, ...] = ()
    """Words that are written onto the next one, with their apostrophe: "d'"."""

    # Units and numbers.
    per: tuple[str, ...] = ()
    """Inside a unit, before what it is divided by: "per", "pro"."""
    unit_fillers: tuple[str, ...] = ()
    """Words of a unit, besides `per`, that name nothing: "of", "the"."""
    part_of: tuple[str, ...] = ()
    """Between a part and the number of the whole: "two of their 31 matches", "deux sur 31"."""
    whole_articles: tuple[str, ...] = ()
    """What may stand between one of `part_of` and that number: "the", "their"."""
    of_the_whole: tuple[str, ...] = ()
    """Phrases right before a number that make it the whole of which a part rose or fell: "of their"."""
    of_articles: tuple[str, ...] = ()
    """Between `of` and a noun behind the one that is counted: "12 boxes of the shells"."""
    more: tuple[str, ...] = ()
    """Between a number and what it counts, besides `of`: "more", "weitere"."""
    shared_unit: tuple[str, ...] = ()
    """Between two numbers with one unit behind the second: "3 and 4 km", "3 bis 4 km"."""
    numbered_and: tuple[str, ...] = ()
    """Between two numbers that number things: "sections 3 and 4", "sections 3 to 4"."""
    new_direction: tuple[str, ...] = ()
    """Between a number and a word such as "fell" that goes with something else: "and", "but"."""
    telephone_at: tuple[str, ...] = ()
    """Between a word for a telephone and its number: "call us on"."""
    final: tuple[str, ...] = ()
    """Words before a fraction, besides ordinals and "last", that make it a stretch of a game or year: "final third"."""

    # Dates and times.
    day_of_month: tuple[str, ...] = ()
    """Between a day and its month: "12 of May"."""
    month_of_year: tuple[str, ...] = ()
    """Between a month and its year, as written: "mayo de 2024"."""
    week_of_year: tuple[str, ...] = ()
    """Between the number of a week or day and its year, as written: "week 23 of the year 2024"."""
    second_date: tuple[str, ...] = ()
    """Before the second of two days of one month: "4 and the 5 May"."""
    second_century: tuple[str, ...] = ()
    """Before the second of two centuries: "the late 18th and early 19th century"."""
    before_decade: tuple[str, ...] = ()
    """Before two digits, what makes them a decade: "the 90s"."""
    nineteen: tuple[str, ...] = ()
    """Before a decade in words, its century: "nineteen nineties"."""
    day_number: tuple[str, ...] = ()
    """Before the number of a day of the year: "day 45 of 2024"."""
    before_year: tuple[str, ...] = ()
    """Prepositions, besides those of dates, behind which four digits may be a year: "of 1998"."""
    before_this_year: tuple[str, ...] = ()
    """Between a day or month and a year relative to the text's: "May of last year"."""
    this_year: tuple[str, ...] = ()
    """Articles that make a word for a year the text's own: "im Mai des Jahres"."""
    hour: tuple[str, ...] = ()
    """Behind an hour, besides "h": "uhr", "heures"."""
    hour_and_minutes: tuple[str, ...] = ()
    """Between an hour and its minutes, or behind both, besides signs and "h": "uhr"."""
    at_hour: tuple[str, ...] = ()
    """Before a time of day in the date line of a text: "at", "a las"."""
    date_line: tuple[str, ...] = ()
    """Words between names, dates and times in the date line of a text: "by", "updated", "min"."""
    publication: tuple[str, ...] = ()
    """Patterns of how a line begins that only says when a text was published: "(?:last\\s)?updated"."""
    publication_labels: tuple[str, ...] = ()
    """What such a line begins with before a colon: "date"."""


def united(every: Iterable[Connectors]) -> Connectors:
    """Return the small words of several languages together, each once, in the order of the languages."""
    tables = tuple(every)
    return Connectors(
        **{
            one.name: tuple(dict.fromkeys(word for table in tables for word in getattr(table, one.name)))
            for one in fields(Connectors)
        }
    )
