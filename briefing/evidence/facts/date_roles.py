"""What a date expression does in its sentence: it dates an event, or only a comparison, a name or a citation."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.dates.date_statements import DateRelation
from briefing.evidence.dates.relative import has_tense
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern, phrases
from briefing.evidence.words.prose import Prose

_REACH = 70
"""Characters before and after a date that are read."""
_YEAR = LazyPattern(r"\d{4}(?:[-/\u2013]\d\d(?:\d\d)?)?")
_CLAUSE = LazyPattern(r"[,;:.()\u2013]\s")
_NUMBER = LazyPattern(r"\d|%")
_WORD_BEFORE = LazyPattern(r"(?P<word>[^\W\d_][^\s,;:.()]*)\s\Z")
_WORD_BEHIND = LazyPattern(r"\s(?P<word>[^\W\d_][^\s,;:.()]*)")


def dates_an_event(prose: Prose, start: int, end: int, relation: DateRelation) -> bool:
    """Whether the words of a sentence from `start` to `end` date something that happens."""
    words = prose.text[start:end]
    if _of_language(prose.language).fiscal.match(words):
        return False
    if _is_compared(prose, start, relation):
        return False
    return _YEAR.fullmatch(words) is None or not (_is_cited(prose, start, end) or _names(prose, start, end))


class _Patterns:
    def __init__(self, language: Language) -> None:
        small = re.IGNORECASE
        self.compared = re.compile(rf"(?<!\w)(?:{phrases(language.compared)})", small)
        # "more than 5,900" compares nothing.
        self.hedged = re.compile(rf"(?<!\w)(?:{phrases(language.hedges_before)})$", small)
        self.number = re.compile(
            rf"\s(?:\W*\d|(?:{phrases([*language.number_words, *language.indefinite_articles])}))", small
        )
        # As in: down 5% from the period last year.
        since = phrases(word for word in language.from_words if language.date_bounds.get(word) == "from")
        self.changed = re.compile(rf"(?:\d|%)\D*?\s(?P<from>{since})\s.*$", small)
        ever = phrases(word for word, bound in language.date_bounds.items() if bound == "since")
        self.since = re.compile(rf"(?<!\w)(?:{ever})\s", small)
        rate = rf"\d[\d.,]*\s?(?:%|{phrases(language.percent)})"
        self.rate = re.compile(rf"(?<!\w)(?:{phrases(language.compared_rates)})\s(?:[^\W\d_]+\s){{0,2}}{rate}", small)
        self.records = re.compile(rf"(?<!\w)(?:{phrases(language.records)})", small)
        self.fiscal = re.compile(rf"(?:{phrases(language.fiscal)}|FY\d)", small)
        self.articles = frozenset(language.name_articles)
        self.behind = frozenset(language.after_year) | frozenset(language.date_and) | frozenset(language.date_or)


@lru_cache(maxsize=64)
def _of_language(language: Language) -> _Patterns:
    return _Patterns(language)


def _is_compared(prose: Prose, start: int, relation: DateRelation) -> bool:
    """Whether a date only dates what something is compared with: "up 4% from 2017", "compared with 5% in May"."""
    before = prose.text[max(start - _REACH, 0) : start]
    ends = [found.end() for found in _CLAUSE.finditer(before)]
    clause = before[ends[-1] :] if ends else before
    patterns = _of_language(prose.language)
    for found in patterns.compared.finditer(clause):
        rest = clause[found.end() :]
        is_hedge = patterns.hedged.search(clause[: found.end()]) is not None
        if not (is_hedge and (not rest.strip() or patterns.number.match(rest))):
            return True
    if patterns.rate.search(clause) is not None:
        return True  # "nach 1,6 Prozent im September"
    if patterns.records.search(clause) and (relation is DateRelation.SINCE or patterns.since.search(clause)):
        return True  # "the highest since 2010", "the most since records began in 1989"
    if relation is DateRelation.FROM:
        return _NUMBER.search(clause) is not None
    changed = patterns.changed.search(clause)
    return changed is not None and not has_tense(prose, start - len(clause) + changed.start("from"), start)


def _is_cited(prose: Prose, start: int, end: int) -> bool:
    """Whether a year stands last in brackets: "(1998)", "(Smith, 2004; Jones, 2010)"."""
    opened = prose.text[max(start - _REACH, 0) : start].rpartition("(")
    return prose.text[end : end + 1] in {")", ";"} and bool(opened[1]) and ")" not in opened[2]


def _names(prose: Prose, start: int, end: int) -> bool:
    """Whether a year is part of a name: "the 2015 Act", "World Cup 2022"."""
    before = _WORD_BEFORE.search(prose.text[max(start - _REACH, 0) : start])
    behind = _WORD_BEHIND.match(prose.text, end)
    patterns = _of_language(prose.language)
    noun = behind["word"] if behind is not None else ""
    first = before["word"] if before is not None else ""
    if first.lower() in patterns.articles or first.endswith("'s"):
        return bool(noun) and noun.lower() not in patterns.behind
    if prose.language.capital_names and before is not None and start > len(before.group()):
        return first[0].isupper() and not first.isupper()
    return False
