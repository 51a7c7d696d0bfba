"""Finds the numbers of a text: numerals with their role, and with the range that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language
from briefing.evidence.numbers.number_role import NumberRole, role_of
from briefing.evidence.numbers.numeral import Numeral, money
from briefing.evidence.numbers.numerals import numerals
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice

_REACH = 44
"""Characters before a number that are searched for "between" or "from"."""
_WIDEST_SCORE = 200
"""The second number of a score or a vote is at most this."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_SERIAL = 100
"""Both numbers of a serial number such as "737-800" are at least this."""


class NumberMention(NamedTuple):
    """One number in a text."""

    numeral: Numeral
    hedge_offset: int
    """Offset before which its hedge would be: its own start, or that of the lower end of its range."""
    other_end: Decimal | None = None
    """The other end of its range ("3,000 to 4,000", but not "from 3,000 to 4,000"). None: it is in no range."""
    role: NumberRole = NumberRole.AMOUNT
    rear: int = -1
    """Offset after which its unit would be: the end of its range. -1: its own end."""
    loose: int = -1
    """Offset of the upper end of "from 3 to 4", which may be a range or a change. -1: there is none such."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.numeral.start

    @property
    def end(self) -> int:
        """Offset after the last character, scale and percent sign included."""
        return self.numeral.end

    @property
    def behind(self) -> int:
        """Offset after which its unit would be."""
        return max(self.rear, self.numeral.end)

    def distance(self, start: int, end: int) -> int:
        """Return how many characters are between it and a stretch of the text."""
        return max(self.start - end, start - self.end, 0)

    @property
    def is_amount(self) -> bool:
        """True: it counts or measures something."""
        return self.role is NumberRole.AMOUNT


@lru_cache(maxsize=512)
def find_numbers(text: str, language: Language) -> tuple[NumberMention, ...]:
    """Return the numbers of a folded text, in order."""
    found = [NumberMention(one, one.start, role=role_of(text, one, language)) for one in numerals(text, language)]
    shares: list[NumberMention] = []
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        kind = _range_of(text, left, right, language)
        if kind is _Range.SERIAL:
            found[index], found[index + 1] = left._replace(role=NumberRole.NAME), right._replace(role=NumberRole.NAME)
        elif kind in {_Range.LOOSE, _Range.CHANGE}:
            low = _shared_scale(left.numeral, right.numeral)
            found[index] = left._replace(numeral=low, loose=right.start if kind is _Range.LOOSE else -1)
        elif kind is _Range.SURE:
            found[index : index + 2] = _ends(text, left, right, language)
        elif _is_share(text[left.end : right.start], left, right, language):
            share = left.numeral.values[0] / right.numeral.values[0]
            shares.append(
                NumberMention(Numeral(left.start, right.end, (share,), share, fraction=True), left.hedge_offset)
            )
    return tuple(_in_order(found, shares))


def _ends(
    text: str, left: NumberMention, right: NumberMention, language: Language
) -> tuple[NumberMention, NumberMention]:
    """Return two numbers as the ends of one range, or unchanged if the second is below the first."""
    low = _shared_scale(left.numeral, right.numeral)
    if right.numeral.percent and not low.percent:
        low = low._replace(percent=True)
    high = right.numeral.values[0]
    backwards = _patterns(language).between.search(text[max(left.start - _REACH, 0) : left.start])
    if low.values[0] < high or (backwards and low.values[0] != high):
        return (
            NumberMention(low, left.hedge_offset, high, left.role, right.end),
            NumberMention(right.numeral, left.hedge_offset, low.values[0], right.role, right.end),
        )
    return left, right


def _in_order(found: Sequence[NumberMention], shares: Sequence[NumberMention]) -> Sequence[NumberMention]:
    return sorted([*found, *shares], key=lambda number: number.start) if shares else found


_DASHES = "-\u2013~"
"""What joins the ends of a range without a word."""


class _Patterns(NamedTuple):
    joins: frozenset[str]
    """First words of what joins the ends of a range without a dash: "to"."""
    range: GrowingPattern
    between: GrowingPattern
    origin: GrowingPattern
    share: GrowingPattern
    contest: GrowingPattern
    ranging: GrowingPattern
    turning: GrowingPattern


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    between = "|".join(re.escape(start) for start, _ in language.between) or "(?!)"
    edge, small, origins = r"(?<![^\W_])", re.IGNORECASE, language.from_words
    turning = (*language.quantities.rises, *language.quantities.falls, *language.quantities.changes)

    def joined(choice: WordChoice) -> str:
        unit = choice.phrases_inside({word for every in language.measures.values() for word in every})
        between, ends = choice.phrases(language.ranges), money(choice)
        dash = choice.characters(_DASHES)
        return rf"(?P<unit>[ -]?(?:{unit}))?(?:\s?{dash}\s?{ends}-?|[\s-](?P<word>{between})[\s-]{ends}-?)"

    return _Patterns(
        frozenset(each.split()[0] for each in language.ranges),
        GrowingPattern(joined, small),
        GrowingPattern(lambda choice: rf"{edge}(?:{between})\s{money(choice)}$", small),
        GrowingPattern(lambda choice: rf"{edge}(?P<word>{choice.phrases(origins)})\s{money(choice)}$", small),
        GrowingPattern(lambda choice: rf"\s(?:{choice.phrases(language.out_of)})\s", small),
        GrowingPattern(lambda choice: rf"{edge}(?:{choice.phrases(language.quantities.contests)})", small),
        GrowingPattern(lambda choice: rf"{edge}(?:{choice.phrases(language.quantities.ranging)})\s", small),
        GrowingPattern(lambda choice: rf"{edge}(?:{choice.parts(turning)})", small),
    )


class _Range(Enum):
    """How two numbers that follow each other are related."""

    NONE = auto()
    """They are not."""
    SURE = auto()
    """They are the ends of a range."""
    LOOSE = auto()
    """They may be the ends of a range, or of a change."""
    CHANGE = auto()
    """They are the start and the end of a change: "rose from 3 to 4"."""
    SERIAL = auto()
    """They are one serial number: "737-800"."""


def _range_of(text: str, left: NumberMention, right: NumberMention, language: Language) -> _Range:
    gap = text[left.end : right.start]
    if len(gap) > _REACH or not (left.is_amount and right.is_amount):
        return _Range.NONE
    patterns = _patterns(language)
    joined = _joined(gap, patterns)
    if joined is None or (left.numeral.percent and not right.numeral.percent):
        return _Range.NONE
    if joined["unit"] and not _has_unit(text, right.end, joined["unit"]):
        return _Range.NONE
    before = text[max(left.start - _REACH, 0) : left.start]
    word = (joined["word"] or "").lower()
    if not word:
        return _dashed(text, left, right, before, language)
    if any(word == end for _, end in language.between) or _LISTED.search(before):
        return _Range.SURE if patterns.between.search(before) else _Range.NONE
    return _from_to(text, right, before, language)


def _joined(gap: str, patterns: _Patterns) -> re.Match[str] | None:
    """Return the match of what joins two numbers to a range. None: nothing between them does."""
    if not any(map(gap.__contains__, _DASHES)) and patterns.joins.isdisjoint(gap.lower().split()):
        return None
    return patterns.range.fullmatch(gap)


_LISTED = LazyPattern(r"\d, $")
"""What comes before the last two numbers of a list: "3, 4 or 5"."""


def _from_to(text: str, right: NumberMention, before: str, language: Language) -> _Range:
    """Return SURE for "3 to 4", CHANGE for "rose from 3 to 4", LOOSE for "from 3 to 4"."""
    patterns = _patterns(language)
    origin = patterns.origin.search(before)
    if _is_score(text, right, before, language):
        return _Range.NONE
    if origin is None:
        return _Range.SURE
    earlier = before[: origin.start()]
    if patterns.ranging.search(earlier):
        return _Range.SURE
    return _Range.CHANGE if patterns.turning.search(earlier) else _Range.LOOSE


def _has_unit(text: str, end: int, unit: str) -> bool:
    """Whether the same unit follows at an offset: "3 km-4 km"."""
    return text[end : end + len(unit) + 1].lstrip(" -").lower().startswith(unit.lstrip(" -").lower())


def _dashed(text: str, left: NumberMention, right: NumberMention, before: str, language: Language) -> _Range:
    """Return SURE for "3-4 weeks", NONE for a score, SERIAL for "a 737-800"."""
    if _is_score(text, right, before, language):
        return _Range.NONE
    if text[left.end : right.start] == "-" and min(left.numeral.bare, right.numeral.bare) >= _SERIAL:
        behind = text[right.end : right.end + 1]
        bare = text[left.start : right.end].replace("-", "").isdecimal()
        if bare and _ONE_THING.search(before) and behind != "-":
            return _Range.SERIAL
    return _Range.SURE


_ONE_THING = LazyPattern(r"(?:(?<![^\W_])an?|[^\W\d_a-z][a-z]+) $")
"""What comes before a serial number: an article or a name: "a 737-800", "Boeing 737-800"."""


_WORD_BEHIND = LazyPattern(r"[\s-](?P<word>[^\W\d_]+)")


def _is_score(text: str, right: NumberMention, before: str, language: Language) -> bool:
    numeral = right.numeral
    if numeral.percent or numeral.scale != 1 or numeral.bare > _WIDEST_SCORE or numeral.bare % 1:
        return False
    behind = _WORD_BEHIND.match(text, right.end)
    if behind is not None and behind["word"].lower() in language.time_units:
        return False  # "6-to-18 months"
    contest = _patterns(language).contest
    return contest.search(before) is not None or contest.search(text[right.end : right.end + _REACH // 2]) is not None


def _shared_scale(left: Numeral, right: Numeral) -> Numeral:
    """Return the lower end of "2.5 to 3 million" with the scale of the upper one."""
    if right.scale == 1 or left.scale != 1:
        return left
    return left._replace(values=(left.bare * right.scale, *left.values), scale=right.scale)


def _is_share(gap: str, left: NumberMention, right: NumberMention, language: Language) -> bool:
    if _patterns(language).share.fullmatch(gap) is None or not 0 < left.numeral.bare < right.numeral.bare:
        return False
    is_year = right.numeral.digits and _FIRST_YEAR <= right.numeral.bare <= _LAST_YEAR  # "2.3% in 2024", "3 in 2024"
    return not (is_year or left.numeral.percent or right.numeral.percent or left.numeral.scale != 1)
