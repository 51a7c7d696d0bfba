"""The role of a number in a text: it counts or measures, it is an age, or it only names something."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from briefing.evidence.languages import Language, connectors
from briefing.evidence.numbers.numeral import Numeral
from briefing.evidence.patterns import GrowingPattern, LazyPattern, phrases

_REACH = 24
"""Characters before and after a number that decide its role."""
_MOST_NOTES = 999
"""The greatest number of a footnote."""
_OLDEST = 120
"""The greatest age, in years."""
_YEARS = range(1000, 2101)


class NumberRole(Enum):
    """The role of a number."""

    AMOUNT = auto()
    """It counts or measures."""
    AGE = auto()
    NAME = auto()
    """It counts nothing: a footnote mark, an ordinal, a section, a flight, a time of day, a telephone number.

    Nor does the round number of an amount that is none: the "thousand" of "several thousand".
    """


def role_of(text: str, numeral: Numeral, language: Language) -> NumberRole:
    """Return the role of a number in a folded text. Dates are not looked at."""
    if numeral.ordinal or (numeral.digits and _is_mark(text, numeral)):
        return NumberRole.NAME
    before = text[max(numeral.start - _REACH, 0) : numeral.start]
    behind = text[numeral.end : numeral.end + _REACH]
    is_model = numeral.digits and _is_model(text, numeral, language)
    if is_model or _is_name(before, behind, numeral, language) or is_vague(before, numeral, language):
        return NumberRole.NAME
    return NumberRole.AGE if _is_age(before, behind, numeral, language) else NumberRole.AMOUNT


def _is_model(text: str, numeral: Numeral, language: Language) -> bool:
    """Whether digits are the name of a model, or the end of one: the "787" and the "9" of "787-9"."""
    models = _patterns(language).models
    if models.match(text, numeral.start):
        return True
    start = text.rfind(" ", max(numeral.start - _REACH, 0), numeral.start) + 1
    return start < numeral.start and text[numeral.start - 1] == "-" and models.match(text, start) is not None


def _is_mark(text: str, numeral: Numeral) -> bool:
    """Whether digits are a footnote mark ("4,000[2]", "troops.2", "[2, 3]") or begin with 0, as serial numbers do."""
    start, end = numeral.start, numeral.end
    if numeral.scale != 1 or numeral.percent or numeral.fraction:
        return False
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    if not text[start:end].isdecimal() or numeral.bare > _MOST_NOTES:
        return False
    if text[start - 1 : start] in {".", ",", ";", ")"} and start >= 2 and text[start - 2].isalpha():  # noqa: PLR2004
        return True
    before, behind = _BRACKET.search(text[max(start - _REACH, 0) : start]), _UNBRACKET.match(text, end)
    return before is not None and behind is not None


def is_vague(before: str, numeral: Numeral, language: Language) -> bool:
    """Whether a round number only gives the size of an amount that is none: "several thousand", "mehrere 100"."""
    if numeral.values[0] < _LEAST_ROUND or numeral.percent or set(str(int(numeral.values[0]))) != {"1", "0"}:
        return False
    return _patterns(language).vague.search(before) is not None


_LEAST_ROUND = 100
"""The smallest number that words such as "several" multiply."""
_BRACKET = LazyPattern(r"\[(?:\d{1,3}(?:, ?| ?[-\u2013] ?))*$")
_UNBRACKET = LazyPattern(r"(?:(?:, ?| ?[-\u2013] ?)\d{1,3})*\]")


def _is_name(before: str, behind: str, numeral: Numeral, language: Language) -> bool:
    patterns = _patterns(language)
    if patterns.clock.match(behind) or (patterns.at_hour.match(behind) and patterns.at_clock.search(before)):
        return True
    if patterns.cited.match(behind) or (numeral.values[0] == 1 and patterns.none_before.search(before)):
        return True  # "28 U.S.C.", "no one"
    if not numeral.digits or numeral.percent or numeral.fraction or numeral.scale != 1:
        return False
    words = {word.lower() for word in before.split()}
    if (before[-1:] == "+" or not words.isdisjoint(language.quantities.telephone)) and patterns.telephone.search(
        before
    ):
        return True
    if words.isdisjoint(patterns.names) and before[-1:] in _LETTERS:
        return False
    numbered = patterns.numbered.search(before)
    return numbered is not None and _names(numbered["word"], behind, language)


def _names(word: str, behind: str, language: Language) -> bool:
    """Whether a number after "room" is its name ("room 1408"), and does not count ("in one room 40 people slept")."""
    if not word[:1].islower() or not word[:1].isalpha() or word.endswith("."):
        return True
    following = _WORD.match(behind)
    if (
        following is None
        or following["word"].lower() in language.quantities.small_words
        or language.quantities.counted is None
    ):
        return True
    return _patterns(language).counted.fullmatch(following["word"]) is None


_LETTERS = frozenset(" \u20ac$\u00a3(")
"""Characters before most numbers. A number after one of these is no name because of it, as it is after "\u00a7"."""
_WORD = LazyPattern(r"[ -](?P<word>[^\W\d_]+)")


def _is_age(before: str, behind: str, numeral: Numeral, language: Language) -> bool:
    if not 0 < numeral.values[0] <= _OLDEST or numeral.scale != 1 or numeral.percent or numeral.fraction:
        return False
    patterns = _patterns(language)
    if patterns.aged_behind.match(behind) or (
        patterns.aged_words & set(before.lower().split()) and patterns.aged_before.search(before)
    ):
        return True
    if not numeral.digits:
        return False
    if _AFTER_NAME.search(before) is None:
        return (
            numeral.values[0] > _YOUNGEST and bool(_AFTER_NOUN.search(before)) and bool(_BETWEEN_COMMAS.match(behind))
        )
    return behind[:1] == (")" if before.endswith("(") else ",")


_AFTER_NAME = LazyPattern(r"(?<!\w)[^\W\d_a-z][^\W\d_]+(?:, | \()$")


_YOUNGEST = 14
_AFTER_NOUN = LazyPattern(r"(?<![^\s])[a-z]{3,}[a-rt-z], $")
_BETWEEN_COMMAS = LazyPattern(r", [a-z]")
"""What stands around the age of somebody without a name: "the striker, 24, signed"."""


def follows_year_word(text: str, numeral: Numeral, language: Language) -> bool:
    """Whether four digits are a year by the word before them: "in 2019", "since 2019"."""
    if not numeral.digits or numeral.values[0] not in _YEARS or not text[numeral.start : numeral.end].isdecimal():
        return False
    return _patterns(language).since.search(text[max(numeral.start - _REACH, 0) : numeral.start]) is not None


class _Patterns:
    """The words of one language around ages and around numbers that count nothing."""

    def __init__(self, language: Language) -> None:
        edge, flags = r"(?<![^\W_])", re.IGNORECASE
        known, small = language.quantities, connectors()
        joined = rf"(?:[\w.]{{1,8}}(?:, | ?[-\u2013/] ?| (?:{phrases(small.numbered_and)}) ))?"
        self.clock = LazyPattern(
            rf"\s?(?:{phrases(language.quantities.clock)})" if not language.quantities.at_clock else r"\s?h\s?\d\d",
            flags,
        )
        self.at_hour = LazyPattern(rf"\s?(?:{phrases(language.quantities.clock)})", flags)
        self.at_clock = GrowingPattern(lambda choice: rf"{edge}(?:{choice.phrases(known.at_clock)})\s$", flags)
        self.none_before = GrowingPattern(lambda choice: rf"{edge}(?:{choice.phrases(known.before_one)})[ -]$", flags)
        self.telephone = GrowingPattern(
            lambda choice: (
                rf"(?:{edge}(?:{choice.phrases(known.telephone)})[\s:]{{1,2}}"
                rf"(?:(?:{choice.phrases(small.telephone_at)})\s)?|\+)[\d ()/-]*$"
            ),
            flags,
        )
        self.numbered = GrowingPattern(
            lambda choice: rf"{edge}(?P<word>{choice.phrases(known.numbered)})[ -]?{joined}$", flags
        )
        self.names = frozenset(language.quantities.numbered)
        self.aged_words = frozenset(word for phrase in language.quantities.aged_before for word in phrase.split())
        self.aged_before = GrowingPattern(
            lambda choice: rf"{edge}(?:{choice.phrases(known.aged_before)})(?:\s\w+)?\s$", flags
        )
        self.aged_behind = LazyPattern(rf"(?:{phrases(language.quantities.aged_behind)})", flags)
        self.cited = LazyPattern("|".join((*language.quantities.citations, *language.quantities.streets)) or "(?!)")
        of = (*small.of, *small.of_articles)
        self.vague = GrowingPattern(
            lambda choice: rf"{edge}(?:{choice.phrases(language.vague)})(?:\s(?:{choice.phrases(of)}))?[\s-]$", flags
        )
        self.models = LazyPattern("|".join(language.quantities.models) or "(?!)")
        self.counted = LazyPattern(language.quantities.counted or "(?!)", flags)
        self.since = GrowingPattern(lambda choice: rf"{edge}(?:{choice.phrases(known.since)})\s$", flags)


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)
