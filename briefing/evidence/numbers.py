"""Owns finding the numbers in a text, in digits and in words, each with its scale, its range and its hedge."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.numerals import Numeral, numerals, phrases
from briefing.model import Hedge

_REACH = 44
"""Characters before and behind a number in which its hedge is looked for."""
_MONEY = r"(?:(?:[€$£¥₽]|us\$|eur|usd|gbp|chf)\s?|(?:a|an|the|eine?n?)\s)?"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a text gives, with all that stands close to it."""

    numeral: Numeral
    partner: Decimal | None = None
    """The other end, where the number is one end of a range ("3,000 to 4,000"; not "from 3,000 to 4,000")."""
    hedges: frozenset[Hedge] = frozenset()
    """Every hedge of the format that puts the source's hedge rightly. Empty: the text has none."""
    hedge_start: int = -1
    """Offset of the hedge. -1: none."""
    estimated: bool = False
    """The hedge is "estimated", which the standing of a claim can say as well."""
    unsure: bool = False
    """What stands before the number may be a hedge or a plain preposition: no rule decides."""

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
    found = _with_ranges(text, [Number(numeral) for numeral in numerals(text, language)], language)
    return tuple(_hedged(text, found, index, language) for index in range(len(found)))


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: re.Pattern[str]
    after: re.Pattern[str]
    range: re.Pattern[str]
    between: re.Pattern[str]
    origin: re.Pattern[str]
    share: re.Pattern[str] | None


@lru_cache(maxsize=8)
def _patterns(language: Language) -> _Patterns:
    between = "|".join(re.escape(start) for start, _ in language.between)
    edge = r"(?<![^\W_])"
    return _Patterns(
        re.compile(rf"(?P<word>[^\W\d_]*)\s?{edge}(?P<hedge>{phrases(language.before)})\s*{_MONEY}$", re.IGNORECASE),
        re.compile(
            rf"(?:\s[^\W\d_][\w-]*){{0,2}}\s?(?P<hedge>{phrases(language.after)})(?=[.,;)!?]|$|\s(?!\w*\d))",
            re.IGNORECASE,
        ),
        re.compile(rf"\s?-\s?{_MONEY}|\s(?P<word>{phrases(language.ranges)})\s{_MONEY}", re.IGNORECASE),
        re.compile(rf"{edge}(?:{between})\s{_MONEY}$", re.IGNORECASE),
        re.compile(rf"{edge}(?:{phrases(language.from_words)})\s{_MONEY}$", re.IGNORECASE),
        re.compile(rf"\s(?:{phrases(language.out_of)})\s", re.IGNORECASE) if language.out_of else None,
    )


def _with_ranges(text: str, found: list[Number], language: Language) -> list[Number]:
    shares: list[Number] = []
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        gap = text[left.end : right.start]
        if _is_range(text, left, gap, language):
            low = _shared_scale(left.numeral, right.numeral)
            if low.values[0] < right.numeral.values[0]:
                found[index] = Number(low, partner=right.numeral.values[0])
                found[index + 1] = Number(right.numeral, partner=low.values[0])
        elif _is_share(gap, left, right, language):
            share = left.numeral.values[0] / right.numeral.values[0]
            numeral = Numeral(left.start, right.end, (share,), share, fraction=True)
            shares.append(Number(numeral))
    return sorted([*found, *shares], key=lambda number: number.start)


def _is_range(text: str, left: Number, gap: str, language: Language) -> bool:
    patterns = _patterns(language)
    joined = patterns.range.fullmatch(gap)
    if joined is None:
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
    return replace(left, values=(left.bare * right.scale, *left.values), scale=right.scale)


def _is_share(gap: str, left: Number, right: Number, language: Language) -> bool:
    share = _patterns(language).share
    return share is not None and share.fullmatch(gap) is not None and 0 < left.numeral.bare < right.numeral.bare


def _hedged(text: str, found: list[Number], index: int, language: Language) -> Number:
    number = found[index]
    lower = index > 0 and number.partner is not None and found[index - 1].numeral.values[0] == number.partner
    start = found[index - 1].start if lower and found[index - 1].end <= number.start else number.start
    patterns = _patterns(language)
    window = max(start - _REACH, 0)
    before = patterns.before.search(text[window:start])
    if before is not None:
        hedge = before["hedge"].lower()
        unsure = before["word"].lower() in language.no_hedge_after
        hedges = frozenset[Hedge]() if unsure else language.before[hedge]
        estimated = hedge in language.estimated
        return replace(
            number, hedges=hedges, hedge_start=window + before.start("hedge"), unsure=unsure, estimated=estimated
        )
    after = patterns.after.match(text[number.end : number.end + _REACH])
    if after is not None:
        return replace(
            number, hedges=language.after[after["hedge"].lower()], hedge_start=number.end + after.start("hedge")
        )
    return number
