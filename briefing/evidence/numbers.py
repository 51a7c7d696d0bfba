"""Owns finding the numbers in a text, each with the range that it is an end of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Language
from briefing.evidence.numerals import MONEY, Numeral, numerals, phrases

_REACH = 44
"""Characters before a number in which "between" or "from" is looked for."""


class Number(NamedTuple):
    """A number that a text gives."""

    numeral: Numeral
    anchor: int
    """Offset before which its hedge would stand: its own start, or that of the lower end of its range."""
    partner: Decimal | None = None
    """The other end, where the number is one end of a range ("3,000 to 4,000"; not "from 3,000 to 4,000")."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.numeral.start

    @property
    def end(self) -> int:
        """Offset behind the last character, scale and percent sign included."""
        return self.numeral.end


@lru_cache(maxsize=512)
def numbers(text: str, language: Language) -> tuple[Number, ...]:
    """Return the numbers of a folded text, in order."""
    found = [Number(numeral, numeral.start) for numeral in numerals(text, language)]
    shares: list[Number] = []
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        if _is_range(text, left, right, language):
            low = _shared_scale(left.numeral, right.numeral)
            backwards = _patterns(language).between.search(text[max(left.start - _REACH, 0) : left.start])
            if low.values[0] < right.numeral.values[0] or (backwards and low.values[0] != right.numeral.values[0]):
                found[index] = Number(low, left.anchor, right.numeral.values[0])
                found[index + 1] = Number(right.numeral, left.anchor, low.values[0])
        elif _is_share(text[left.end : right.start], left, right, language):
            share = left.numeral.values[0] / right.numeral.values[0]
            shares.append(Number(Numeral(left.start, right.end, (share,), share, fraction=True), left.anchor))
    return tuple(_in_order(found, shares))


def _in_order(found: Sequence[Number], shares: Sequence[Number]) -> Sequence[Number]:
    return sorted([*found, *shares], key=lambda number: number.start) if shares else found


class _Patterns(NamedTuple):
    range: re.Pattern[str]
    between: re.Pattern[str]
    origin: re.Pattern[str]
    share: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(language: Language) -> _Patterns:
    between = "|".join(re.escape(start) for start, _ in language.between)
    edge = r"(?<![^\W_])"
    return _Patterns(
        re.compile(rf"\s?[-\u2013]\s?{MONEY}|\s(?P<word>{phrases(language.ranges)})\s{MONEY}", re.IGNORECASE),
        re.compile(rf"{edge}(?:{between})\s{MONEY}$", re.IGNORECASE),
        re.compile(rf"{edge}(?:{phrases(language.from_words)})\s{MONEY}$", re.IGNORECASE),
        re.compile(rf"\s(?:{phrases(language.out_of)})\s", re.IGNORECASE),
    )


def _is_range(text: str, left: Number, right: Number, language: Language) -> bool:
    patterns = _patterns(language)
    gap = text[left.end : right.start]
    joined = patterns.range.fullmatch(gap)
    if joined is None or (left.numeral.percent and not right.numeral.percent):
        return False
    before = text[max(left.start - _REACH, 0) : left.start]
    word = (joined["word"] or "").lower()
    if any(word == end for _, end in language.between):
        return patterns.between.search(before) is not None
    return not (word and patterns.origin.search(before))


def _shared_scale(left: Numeral, right: Numeral) -> Numeral:
    """Give the lower end of "2.5 to 3 million" the scale of the upper one."""
    if right.scale == 1 or left.scale != 1:
        return left
    return left._replace(values=(left.bare * right.scale, *left.values), scale=right.scale)


def _is_share(gap: str, left: Number, right: Number, language: Language) -> bool:
    return _patterns(language).share.fullmatch(gap) is not None and 0 < left.numeral.bare < right.numeral.bare
