"""The small words of a language: articles, prepositions and the like around names, numbers, units and dates."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.base.frozen import field_names, frozen_table


@frozen_table
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
    """Words, besides `of`, before the organisation of somebody: "at", "chez"."""
    elisions: tuple[str, ...] = ()
    """Elided words, with their apostrophe: "d'"."""

    # Units and numbers.
    per: tuple[str, ...] = ()
    """Words inside a unit before its divisor: "per", "pro"."""
    unit_fillers: tuple[str, ...] = ()
    """Words of a unit, besides `per`, that are no part of their own: "of", "the"."""
    part_of: tuple[str, ...] = ()
    """Words between a part and the number of its whole: the "of" of "two of their 31 matches", "sur"."""
    whole_articles: tuple[str, ...] = ()
    """Words that may lie between these and that number: "the", "their"."""
    of_the_whole: tuple[str, ...] = ()
    """Phrases right before a number that is the whole of which a part changed: "of their"."""
    of_articles: tuple[str, ...] = ()
    """Articles between `of` and a second noun: the "the" of "12 boxes of the shells"."""
    more: tuple[str, ...] = ()
    """Words, besides `of`, between a number and its noun: "more", "weitere"."""
    shared_unit: tuple[str, ...] = ()
    """Words between two numbers with one unit after the second: "3 and 4 km", "3 bis 4 km"."""
    numbered_and: tuple[str, ...] = ()
    """Words between two numbers that only name things: "sections 3 and 4", "sections 3 to 4"."""
    new_direction: tuple[str, ...] = ()
    """Words after a number behind which a word such as "fell" belongs to something else: "and", "but"."""
    telephone_at: tuple[str, ...] = ()
    """Words between a word for a telephone and its number: the "on" of "telephone on"."""
    final: tuple[str, ...] = ()
    """Words, besides ordinals and `last`, before a fraction that is a part of a game or year: "final third"."""

    # Dates and times.
    day_of_month: tuple[str, ...] = ()
    """Words between a day and its month: the "of" of "12 of May"."""
    month_of_year: tuple[str, ...] = ()
    """Words between a month and its year, as written: the "de" of "mayo de 2024"."""
    week_of_year: tuple[str, ...] = ()
    """Words between the number of a week or day and its year, as written: "of the year"."""
    second_date: tuple[str, ...] = ()
    """Words before the second of two days of one month: the "the" of "4 and the 5 May"."""
    second_century: tuple[str, ...] = ()
    """Words before the second of two centuries: the "early" of "18th and early 19th century"."""
    before_decade: tuple[str, ...] = ()
    """Words before two digits that are a decade: the "the" of "the 90s"."""
    nineteen: tuple[str, ...] = ()
    """Words for the century before a decade in words: the "nineteen" of "nineteen nineties"."""
    day_number: tuple[str, ...] = ()
    """Words before the number of a day of the year: the "day" of "day 45 of 2024"."""
    before_year: tuple[str, ...] = ()
    """Further prepositions after which four digits may be a year: "of"."""
    before_this_year: tuple[str, ...] = ()
    """Words between a day or month and a relative year: the "of" of "May of last year"."""
    this_year: tuple[str, ...] = ()
    """Articles before a word for the year of the text: the "des" of "im Mai des Jahres"."""
    hour: tuple[str, ...] = ()
    """Words, besides "h", after an hour: "uhr", "heures"."""
    hour_and_minutes: tuple[str, ...] = ()
    """Words, besides "h", between an hour and its minutes, or after both: "uhr"."""
    at_hour: tuple[str, ...] = ()
    """Words before a time of day in a date line: "at", "a las"."""
    date_line: tuple[str, ...] = ()
    """Words between the names, dates and times of a date line: "by", "updated", "min"."""
    publication: tuple[str, ...] = ()
    """Patterns of the beginning of a line that only says when a text was published: "(?:last\\s)?updated"."""
    publication_labels: tuple[str, ...] = ()
    """The same before a colon: "date"."""


def united(every: Iterable[Connectors]) -> Connectors:
    """Return the small words of several languages together, each once, in the order of the languages."""
    tables = tuple(every)
    return Connectors(
        **{
            name: tuple(dict.fromkeys(word for table in tables for word in getattr(table, name)))
            for name in field_names(Connectors)
        }
    )
