"""The words around a place that may be a date: whether they make it one, and from when it counts."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.dates.calendar_days import LAST_MONTH
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.modifiers import ModifierKind, modifiers_before
from briefing.evidence.dates.relative import Tense, looks_back, tense
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import LazyPattern, phrases
from briefing.evidence.words.prose import Prose

QUARTERS = 33
"""EDTF numbers of quarters and half years begin here."""
_REACH = 32
"""Characters before and after a date that are read."""
_MONEY = LazyPattern(r"[%$€£¥]")
_SMALL_WORD = LazyPattern(r"\s[a-z]")


class DateWords:
    """A place of a sentence that may be a date."""

    def __init__(self, prose: Prose, start: int, end: int) -> None:
        self._prose = prose
        self._language = prose.language
        self._start, self._end = start, end
        self._words = prose.text[start:end].lower()
        self._before = prose.text[max(start - _REACH, 0) : start]

    def with_side(self) -> tuple[int, int]:
        """Return where its words begin and end, with "last", "next", "this" and "ago" beside it."""
        beside = _beside(self._language)
        side = beside.side_before.search(self._before)
        behind = beside.behind.match(self._prose.text, self._end)
        first = self._start if side is None else self._start - len(self._before) + side.start()
        return first, self._end if behind is None else behind.end()

    def is_fiscal(self) -> bool:
        """Whether it is a quarter of a fiscal year."""
        return _beside(self._language).fiscal_before.search(self._before) is not None

    def is_meant(self, mention: DateMention) -> bool:
        """Whether a day, month or part of a year without its year is surely a date: no match's "second half"."""
        month = mention.month or 0
        if mention.day:
            return _units(self._language).holiday.fullmatch(self._words) is None or self._is_placed()
        if month <= LAST_MONTH:
            return self._words not in self._language.names_too or self._is_month_placed()
        if self._is_of_something():
            return False
        if month >= QUARTERS:
            return not self._language.reports.isdisjoint(self._prose.runs) or bool(_MONEY.search(self._prose.text))
        return self._is_placed()

    def is_idle(self) -> bool:
        """Whether relative words are no date: "last years", "every Monday"; "the year", unless it is the end of it."""
        units = _units(self._language)
        if units.many.fullmatch(self._words) is not None or self._recurs():
            return True
        *first, last = self._words.split()
        if first:
            unit = self._language.time_units.get(last, "")
            return self._is_last_of_something(" ".join(first), unit) or self._is_weak(unit)
        if last in self._language.weekend:
            return _beside(self._language).weekend_before.search(self._before) is None
        if last not in self._language.day_words:
            return False
        other = self._language.words_too.get(last, ())
        return self._is_capital_inside() or self._before.lower().split()[-1:] in [[word] for word in other]

    def is_weekday(self) -> bool:
        """Whether it is a weekday or weekend, alone or of a week that is told."""
        return self._words in self._language.weekdays or self._words in self._language.weekend

    def looks_back(self) -> bool:
        """Whether it is a day whose tense is open, in a sentence that rather looks back."""
        return looks_back(self._prose, self._start, self._end)

    def has_half_more(self) -> bool:
        """Whether half a unit more follows: "the past year and a half"."""
        return _beside(self._language).half_more.match(self._prose.text, self._end) is not None

    def counts_from_told(self) -> bool:
        """Whether it counts from the time that is told of: "the previous year", "the next day", "in May that year"."""
        units, beside = _units(self._language), _beside(self._language)
        if units.told.search(self._words) or beside.told_year.match(self._prose.text, self._end):
            return True
        if beside.told_before.search(self._before):
            return True
        unit = self._language.time_units.get(self._words.split()[-1])
        if unit is None or units.following.match(self._words) is None:
            return False
        if unit == "day":
            return True
        has_article = beside.article_before.search(self._before) is not None
        return has_article and tense(self._prose, self._start, self._end) is Tense.PAST

    def names_a_feast(self) -> bool:
        """Whether a weekday is part of a name: "Good Friday"."""
        beside = _beside(self._language)
        if beside.feast_before.search(self._before):
            return True
        return beside.feast_behind.match(self._prose.text, self._end) is not None

    def is_before_something(self) -> bool:
        """Whether its last word leads to what it is counted from: "ten days before the vote"."""
        return _units(self._language).before.search(self._words) is not None

    def _is_of_something(self) -> bool:
        """Whether a season or half is that of a thing: "the fall of the wall"."""
        beside, text = _beside(self._language), self._prose.text
        of = beside.of.match(text, self._end)
        return of is not None and beside.unit.match(text, of.end()) is None

    def _is_placed(self) -> bool:
        """Whether a preposition, or a word such as "last", shows that it is meant as a date."""
        if self.with_side() != (self._start, self._end):
            return True
        before = modifiers_before(self._prose.text, self._start, self._language)
        idle = {*self._language.name_articles, *connectors().of}
        if self._follows_year(before.filled):
            return False
        kinds = before.kinds.keys() - {ModifierKind.INSTEAD}  # "he will not fall"
        return bool(kinds) or not idle.issuperset(self._prose.text[before.filled : self._start].lower().split())

    def _follows_year(self, filled: int) -> bool:
        """Whether the words right before are a time of their own: "prices last year fall out of it"."""
        units = [unit for word, unit in self._language.time_units.items() if self._before.lower().endswith(f" {word} ")]
        side = _last_words((*self._language.last, *strong_this(self._language)))
        reach = self._prose.text[max(filled - _REACH, 0) : self._start].rstrip().rpartition(" ")[0]
        return bool(units) and side.search(f"{reach} ") is not None

    def _is_month_placed(self) -> bool:
        """Whether a month that may be a name is surely none: "in May", "April and May", "the May vote"."""
        beside = _beside(self._language)
        if self._is_placed() or beside.month_before.search(self._before):
            return True
        if beside.month_behind.match(self._prose.text, self._end):
            return True
        has_article = beside.article_before.search(self._before) is not None
        return has_article and _SMALL_WORD.match(self._prose.text, self._end) is not None

    def _is_last_of_something(self, side: str, unit: str) -> bool:
        """Whether "last" means the final one: "the last day", "the last week of May"."""
        if side not in self._language.last or not unit:
            return False
        return unit == "day" or _beside(self._language).of.match(self._prose.text, self._end) is not None

    def _is_weak(self, unit: str) -> bool:
        """Whether only an article stands before a unit of time, and no part of it is named."""
        if _units(self._language).weak.fullmatch(self._words) is None:
            return False
        part = modifiers_before(self._prose.text, self._start, self._language).part
        return unit == "day" or not part or self._prose.text[self._end : self._end + 2].strip().isdigit()

    def _is_capital_inside(self) -> bool:
        """Whether a word has a capital though no sentence begins with it, as names have: "USA TODAY"."""
        if not self._language.capital_names or not self._prose.text[self._start].isupper():
            return False
        return self._before.rstrip()[-1:].isalnum()

    def _recurs(self) -> bool:
        """Whether it is a weekday, and no day in particular: "every Monday"."""
        is_weekday = self._words in self._language.weekdays
        return is_weekday and _beside(self._language).recurring.search(self._before) is not None


class _Beside:
    """What may stand before and after relative dates in one language."""

    def __init__(self, language: Language) -> None:
        small, articles = re.IGNORECASE, language.name_articles
        sides = (*language.last, *language.next, *strong_this(language))
        units = phrases([*language.time_units, *language.fiscal])
        self.unit = re.compile(
            rf"(?:(?:{phrases([*sides, *language.this, *language.date_fillers])})\s)*(?:{units})", small
        )
        self.side_before = _last_words(sides)
        behind = (*language.last_behind, *language.next_behind, *(one for one in language.ago if one[-1] != " "))
        self.behind = re.compile(rf"\s(?:{phrases(behind)})", small)
        self.half_more = re.compile(rf"\s(?:{phrases(language.half_more)})", small)
        self.article_before = _last_words(articles)
        self.told_before = _last_words(language.told_sides)
        self.feast_before = _last_words(tuple(before for before, _ in language.named_days if before))
        behind_feast = phrases(behind for _, behind in language.named_days if behind)
        self.feast_behind = re.compile(rf"\s(?:{behind_feast})", small)
        self.recurring = _last_words(language.recurring)
        self.told_year = re.compile(rf",?\s(?:{phrases(language.told_years)})", small)
        self.of = re.compile(rf"\s(?:{phrases(connectors().of)})\s", small)
        self.weekend_before = _last_words(
            (*language.date_fillers, *language.date_bounds, *sides, *language.date_and, *articles)
        )
        joins = phrases([*language.date_and, *language.date_or, *language.date_to])
        months, gap = phrases(language.months), rf"\.?(?:,?\s(?:(?:{joins})\s)?|\s?[-\u2013/]\s?)"
        self.month_before = re.compile(rf"(?<!\w)(?:{months}){gap}$", small)
        self.month_behind = re.compile(rf"{gap}(?:{months})", small)
        self.fiscal_before = re.compile(rf"(?<!\w)(?:{phrases(language.fiscal)})[\s-]$", small)


class _Units:
    """The words of relative dates in one language."""

    def __init__(self, language: Language) -> None:
        small = re.IGNORECASE
        sides = phrases([*language.last, *language.next, *language.this])
        many = phrases(language.many_units)
        behind = phrases([*language.last_behind, *language.next_behind])
        self.many = re.compile(rf"(?:{sides})\s(?:{many})|(?:{many})\s(?:{behind})", small)
        weak = frozenset(language.this) - frozenset(strong_this(language))
        units = phrases([*language.time_units, *language.decades])
        self.weak = re.compile(rf"(?:{phrases(weak)})\s(?:{units})", small)
        self.told = re.compile(rf"(?<!\w)(?:{phrases(language.told_then)})", small)
        self.before = re.compile(
            rf"\s(?:{phrases(word for word in language.told_then if word in language.date_bounds)})$", small
        )
        self.following = re.compile(rf"(?:{phrases(language.next)})\s", small)
        self.holiday = re.compile(phrases(language.holidays), small)


def strong_this(language: Language) -> tuple[str, ...]:
    """Return the words for "this" that are not also articles or prepositions."""
    return tuple(word for word in language.this if word not in language.date_fillers)


def _last_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases(words)})\s$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _beside(language: Language) -> _Beside:
    return _Beside(language)


@lru_cache(maxsize=64)
def _units(language: Language) -> _Units:
    return _Units(language)
