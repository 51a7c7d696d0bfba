"""Regular expressions for dates, by language: days, months, parts of a year, years, decades and centuries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import NEVER, GrowingPattern, LazyPattern, WordChoice, alternatives, phrases

TOKEN = LazyPattern(r"\d+|[^\W\d_]+")
"""Digits or a word: what a date may begin with."""


class DatePatterns(NamedTuple):
    """The patterns of one language. Each alternative is a named group with a reader in `readers.READERS`."""

    digits: GrowingPattern
    """Dates that begin with a digit."""
    words: GrowingPattern
    """Dates that begin with a word."""
    starters: frozenset[str]
    """The words that a date may begin with, in each spelling that is allowed."""


@lru_cache(maxsize=64)
def date_patterns(language: Language) -> DatePatterns:
    """Return the patterns of a language."""
    return DatePatterns(
        GrowingPattern(lambda choice: _Dates(language, choice).from_digits()),
        GrowingPattern(lambda choice: _Dates(language, choice).from_words()),
        _starters(language),
    )


def _starters(language: Language) -> frozenset[str]:
    """Return the words that a date may begin with, in each spelling that is allowed."""
    small = (
        *language.months,
        *language.seasons,
        *language.first_months,
        *language.holidays,
        *language.ordinals,
        *language.century_before,
        *language.decade_before,
        *language.decade_words,
        *language.in_year,
        *language.year_words,
        *language.week_words,
        *connectors().day_number,
        *connectors().nineteen,
    )
    first = {found.group().lower() for one in small if (found := TOKEN.match(one)) is not None}
    exact = (*language.fiscal, *language.eras_before, *language.eras_after, "FY", "fy")
    written = {found.group() for one in exact if (found := TOKEN.match(one)) is not None}
    written |= {word.capitalize() for word in written if word.islower()}
    return frozenset([*first, *(word.capitalize() for word in first), *(word.upper() for word in first), *written])


_YEAR = r"[12]\d{3}(?![\d%]|[.,]\d|-\d\d-\d\d)"
_SHORT_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_SHORT_MONTH = r"(?:1[0-2]|0?[1-9])"
_FIXED = (
    r"(?P<iso_week>\d{4}-?W(?P<iso_week_number>[0-5]\d)(?:-[1-7])?(?![\w-]))"
    r"|(?P<split>(?<!\d:)(?<!\):)(?P<split_first>[12]\d{3})(?P<split_mark>[-/\u2013])(?P<split_last>\d\d)(?![\w-]|[.,/]\d))"
    r"|(?P<iso>\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-]|[A-SU-Z_a-z]|T(?!\d)))"
    rf"|(?P<big_first>[12]\d{{3}}(?P<big_mark>[./]){_SHORT_MONTH}(?P=big_mark){_SHORT_DAY}(?![\dA-Za-z_]|[./]\d))"
    rf"|(?P<numeric>{_SHORT_DAY}(?P<mark>[./]){_SHORT_DAY}(?P=mark)(?:[12]\d{{3}}|\d\d)(?![\dA-Za-z_]|[./]\d)"
    rf"|(?P<dashed>[0-3]\d-[01]\d-[12]\d{{3}})(?![\w-]))"
)
"""Dates written without words."""
_SIGNS = (
    rf"|(?P<signs>(?P<signs_year>\d{{4}})\s?[年년](?:\s?(?P<signs_month>{_SHORT_MONTH})\s?[月월]"
    rf"(?:\s?(?P<signs_day>{_SHORT_DAY})\s?[日일])?)?"
    rf"|(?P<signs_alone>{_SHORT_MONTH})\s?[月월]\s?(?P<signs_alone_day>{_SHORT_DAY})\s?[日일])"
)
"""Dates written with the Chinese or Korean signs for year, month and day."""


class _Dates:
    """Writes the patterns of dates of one language; without those whose words were all left out."""

    def __init__(self, language: Language, choice: WordChoice) -> None:
        self._language = language
        self._choice = choice.phrases
        self._months = choice.phrases(word for name in language.months for word in _spellings(name, language))
        self._before = choice.phrases(_as_written(language.eras_before))
        self._after = choice.phrases(_as_written(language.eras_after))
        eras = choice.phrases(_as_written((*language.eras_before, *language.eras_after)))
        self._eras = rf"(?:{eras})(?!\w)"
        self._has_eras = eras != NEVER
        self._has_signs = choice.parts("年년月월") != NEVER
        self._joins = choice.phrases([*language.date_to, *language.date_or, *language.date_and])
        self._weeks = choice.phrases(language.week_words)
        self._ordinal = f"(?:{alternatives(language.ordinal_ends)})"

    def from_digits(self) -> str:
        """Return the pattern of dates that begin with a digit. Each alternative is a named group with a reader."""
        signs = _SIGNS if self._has_signs else ""
        plain = rf"(?<![\dA-Za-z_])(?<!\d[.,])(?:{_FIXED}{signs})"
        return rf"{plain}|(?<!\w)(?<!\d[.,])(?:{'|'.join(self._from_digits())})"

    def from_words(self) -> str:
        """Return the pattern of dates that begin with a word. Each alternative is a named group with a reader."""
        return rf"(?<!\w)(?:{'|'.join(self._from_words()) or NEVER})"

    def _from_digits(self) -> Iterator[str]:
        language, ordinal = self._language, self._ordinal
        if language.eras_before and self._has_eras:
            before, eras = self._before, self._eras
            gap = rf"(?:\s?[-\u2013]\s?|\s(?i:{self._joins})\s)"
            yield (
                rf"(?P<shared>(?P<shared_year>\d{{1,4}})(?={gap}\d{{1,4}}\s?(?:(?P<shared_before>{before})|(?:{eras}))))"
            )
            yield rf"(?P<era>(?P<era_year>\d{{1,4}})\s?(?:(?P<era_before>{before})|(?:{eras})))"
        if self._weeks != NEVER:
            week, of_year = rf"(?i:{self._weeks})", self._of_year()
            yield rf"(?P<week_nth>(?P<week_nth_number>[1-5]?\d){ordinal}\s{week}{of_year}(?P<week_nth_year>{_YEAR}))"
        nth = self._choice(language.day_of_year if language.week_words else ())
        if nth != NEVER:
            yield rf"(?P<nth>(?P<nth_day>[1-3]?\d?\d){ordinal}?\s(?i:{nth}){self._of_year()}(?P<nth_year>{_YEAR}))"
        if self._months != NEVER:
            of = self._choice(connectors().day_of_month)
            yield (
                rf"(?P<day_month>(?P<day_month_days>{self._days_in_one_month()})\s(?:(?:{of})\s)?"
                rf"(?P<day_month_month>{self._months}){self._with(self._low_year(), 'dm')})"
            )
        if "." in language.ordinal_ends:
            yield rf"(?P<dotted>(?P<dotted_day>{_SHORT_DAY})\.\s?(?P<dotted_month>{_SHORT_MONTH})\.(?![\w]))"
        yield from self._parts([word for word in self._names_of_parts() if word[0].isdecimal()])
        seasons = self._choice(language.seasons)
        if seasons != NEVER:
            yield rf"(?P<year_part>(?P<year_part_year>{_YEAR})\s(?P<year_part_name>(?i:{seasons})))"
        yield from self._centuries(rf"\d{{1,2}}{ordinal}")
        ends = alternatives(language.decade_ends)
        yield rf"(?P<decade>(?P<decade_year>[12]\d{{2}}0)(?:{ends})(?!\w))"
        yield rf"(?P<year>(?<!\d:)(?<!\):)(?P<year_year>{_YEAR})(?!\w))"
        yield rf"(?P<decade_short>'?(?P<decade_short_year>[1-9]0)(?:{ends})(?!\w))"

    def _from_words(self) -> Iterator[str]:
        language, months = self._language, self._months
        if months != NEVER:
            yield (
                rf"(?P<month_day>(?P<month_day_month>{months})\.?\s(?P<month_day_days>{self._days_in_one_month()})(?!\d)"
                rf"(?:,?\s(?P<year_md>{self._low_year()}))?)"
            )
        yield from self._parts([word for word in self._names_of_parts() if word[0].isalpha()])
        if months != NEVER:
            yield rf"(?P<month>(?P<month_month>{months}){self._with(_YEAR, 'm')})"
        roman, ordinals = alternatives(language.roman_ordinal_ends), self._choice(language.ordinals)
        yield from self._centuries(rf"(?:[IVX]+(?:{roman})|(?i:{ordinals}))")
        yield from self._named()
        nineteen, names = self._choice(connectors().nineteen), self._choice(language.decade_words)
        if names != NEVER:
            yield rf"(?P<decade_word>(?:(?i:{nineteen})[\s-])?(?P<decade_name>(?i:{names})))"
        sure, any_in = self._choice(language.year_words), self._choice(language.in_year)
        if language.in_year and not sure == any_in == NEVER:
            low = rf"[1-9]\d\d(?![\w%-]|[.,:]\d)(?!\s?(?:{self._eras}))"
            after = self._after_low()
            yield rf"(?P<low>(?i:{sure})\s(?P<low_sure>{low})|(?i:{any_in})\s(?P<low_year>{low})(?={after}))"

    def _named(self) -> Iterator[str]:
        """Yield the patterns of dates behind a name: "AD 79", "FY24", "week 23 of 2024", "années 90", "siglo XX"."""
        language, before, after = self._language, self._before, self._after
        if self._has_eras:
            first = rf"(?:{after}|(?P<era_first_before>{before}))"
            yield rf"(?P<era_first>{first}\s?(?P<era_first_year>\d{{1,4}})(?![\w%]|[.,]\d))"
        if language.fiscal:
            names = self._choice(_as_written(language.fiscal))
            yield (
                rf"(?P<fiscal>(?:(?:{names})\s|FY\s?)'?(?P<fiscal_first>\d{{4}}|\d\d(?!\d))"
                r"(?:[-/\u2013](?P<fiscal_last>\d{4}|\d\d))?(?![\w%]|[.,]\d))"
            )
        if self._weeks != NEVER:
            week = rf"(?i:{self._weeks})"
            yield rf"(?P<week>{week}\s(?P<week_number>[1-5]?\d){self._of_year()}(?P<week_year>{_YEAR}))"
        day = self._choice(connectors().day_number if language.week_words else ())
        if day != NEVER:
            number = r"(?P<day_number_day>[1-3]?\d?\d)"
            yield rf"(?P<day_number>(?i:{day})\s{number}{self._of_year()}(?P<day_number_year>{_YEAR}))"
        century = self._choice(language.century_before)
        if century != NEVER:
            era = rf"(?:\s?(?P<century_named_before>{before})|\s?(?:{after}))?"
            gap = rf"(?:\s?[-\u2013/]\s?|,\s|\s(?:{self._joins})\s)"
            numbers = rf"(?:[IVX]+|\d{{1,2}})(?!\w)(?:{gap}(?:[IVX]+|\d{{1,2}})(?!\w)){{0,6}}"
            yield rf"(?P<century_named>(?i:{century})\s(?P<century_numbers>{numbers}){era})"
        decade = self._choice(language.decade_before)
        if decade != NEVER:
            yield rf"(?P<decade_named>(?i:{decade})\s(?P<decade_named_year>[12]\d{{2}}0|\d0)(?![\w%]|[.,]\d))"

    def _of_year(self) -> str:
        return rf"(?:/|,?\s(?:(?:{self._choice(connectors().week_of_year)})\s)?)"

    def _names_of_parts(self) -> list[str]:
        """Return the names of parts of a year."""
        return [*self._language.seasons, *self._language.first_months, *self._language.holidays]

    def _parts(self, names: list[str]) -> Iterator[str]:
        """Yield the pattern of parts of a year; a hyphen may join the words of a name: "fourth-quarter 2024"."""
        found = self._choice(names)
        if found != NEVER:
            yield rf"(?P<part>(?P<part_name>(?i:{found.replace(' ', '[ -]')})){self._with(_YEAR, 'p')})"

    def _days_in_one_month(self) -> str:
        joins, the = self._joins, self._choice(connectors().second_date)
        day = rf"{_SHORT_DAY}{self._ordinal}?"
        gap = rf"(?:\s?[-\u2013/]\s?|,\s(?:(?:{joins})\s)?|\s(?:{joins})\s(?:(?:{the})\s)?)"
        counted = rf"\s(?i:{self._choice(self._language.time_units)})|\s?[%€$£]"  # "on Nov. 5 to 10 years in prison"
        return rf"{day}(?:{gap}{day}(?!\w)(?!{counted})){{0,6}}"

    def _low_year(self) -> str:
        """Return a pattern of a year beside a month; it may have three digits, or fewer with an era."""
        low = rf"\d{{3}}(?![\w%]|[.,]\d)(?={self._after_low()})"
        return rf"(?:{_YEAR}|{low}|\d{{1,4}}(?=\s?(?:{self._eras})))"

    def _centuries(self, nth: str) -> Iterator[str]:
        """Yield the patterns of numbered centuries. In "18th and 19th century" both numbers share one word."""
        century = self._choice(self._language.century)
        if century == NEVER:
            return
        word, second = rf"[\s-](?i:{century})", self._choice(connectors().second_century)
        era = rf"(?:\s?(?P<century_{{}}_before>{self._before})|\s?(?:{self._after}))?"
        gap = rf"(?:\s?[-\u2013/]\s?|,\s|\s(?:{self._joins})\s(?:(?:{second})[\s-])*)"
        yield rf"(?P<century_shared>(?P<century_first>{nth})(?={gap}{nth}(?:{gap}{nth})?{word}{era.format('shared')}))"
        yield rf"(?P<century>(?P<century_nth>{nth}){word}{era.format('own')})"

    def _with(self, year: str, name: str) -> str:
        return rf"(?:\.?,?\s(?:(?:{self._choice(connectors().month_of_year)})\s)?(?P<year_{name}>{year}))?"

    def _after_low(self) -> str:
        """Return a pattern of what may follow a year of three digits and cannot follow a count."""
        return rf"[.,;:!?)'\]]|$|\s(?i:{self._choice(self._language.after_year)})"


def as_written(words: Sequence[str]) -> str:
    """Return a pattern of words with their capitals; words in small letters may also have a capital."""
    return phrases(_as_written(words))


def _as_written(words: Sequence[str]) -> list[str]:
    return [*words, *(word.capitalize() for word in words if word.islower())]


def _spellings(name: str, language: Language) -> tuple[str, ...]:
    """Return the spellings of a month. In languages that capitalise months, "may" and "march" are no months."""
    capital = (name.capitalize(), name.upper())
    return capital if language.capital_months else (name, *capital)
