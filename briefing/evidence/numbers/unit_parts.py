"""The parts of a unit: units of measure, scales, and words for what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Connectors, Language, connectors
from briefing.evidence.numbers.measures import measure_keys
from briefing.evidence.patterns import LazyPattern, alternatives, in_small, phrases

_GLUED = LazyPattern(
    r"(?<!\w)(?P<money>[a-z]{0,2}[€$£¥₹]|usd|eur|gbp|chf|jpy|inr)(?P<scale>k|mn|mln|mio|m|bn|b|tn|trn|cr)(?!\w)"
    r"|(?<!\w)(?P<first>k|t|m)(?P<last>€|usd|eur|gbp|chf)(?!\w)",
    re.IGNORECASE,
)
_MONEY = ("€", "$", "£", "¥", "₹", "usd", "eur", "gbp", "chf", "jpy", "inr")
"""Currencies that may be glued to a scale: each match of `_GLUED` has one."""
_LONGEST_MEASURE = 4
"""Words of the longest name of a unit of measure; "new zealand dollars" has three."""


class UnitPart(NamedTuple):
    """One word of a unit, or the whole name of a unit of measure."""

    text: str
    keys: frozenset[str]
    """The units of measure that it may mean, by their keys in `Language.measures`. Empty: it says what is counted."""
    must_be_beside: bool
    """True: the text must have it beside the number. False: it comes after "per"."""


class _Patterns(NamedTuple):
    """How units are written, by the small words of all languages."""

    word: re.Pattern[str]
    """One word of a unit, without an elided word before it."""
    ratio: re.Pattern[str]
    """What comes before the divisor of a unit: "per", "/"."""
    elided: re.Pattern[str]
    """Elided words: the d' of "millions d'euros"."""
    skipped: frozenset[str]
    """Words in small letters that are no part of their own: "of"."""


@lru_cache(maxsize=8)
def _patterns(known: Connectors) -> _Patterns:
    behind = "|".join(rf"(?<=\b{re.escape(word)})" for word in known.elisions) or "(?!)"
    elided = alternatives(known.elisions)
    return _Patterns(
        re.compile(rf"%|(?:{behind}|(?!\b(?:{elided})))[^\s/%]+"),
        re.compile(rf"(?:/|(?<!\w)(?:{phrases(known.per)}))", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{elided})".replace("'", "['\u2019]")),
        frozenset([*known.per, *known.unit_fillers]),
    )


def unit_words(unit: str) -> list[str]:
    """Return the words of a unit, its percent sign included."""
    return _patterns(connectors()).word.findall(unit)


def spaced_unit(unit: str) -> str:
    """Return a unit with a space between a currency and its scale: "€ m" for "€m", "k EUR" for "TEUR"."""

    def spaced(found: re.Match[str]) -> str:
        if found["money"]:
            return f"{found['money']} {found['scale']}"
        return f"{'k' if found['first'].lower() == 't' else found['first']} {found['last']}"

    small = in_small(unit)
    return _GLUED.sub(spaced, unit) if any(map(small.__contains__, _MONEY)) else unit


@lru_cache(maxsize=256)
def unit_parts(unit: str, language: Language) -> tuple[UnitPart, ...]:
    """Return the parts of a unit; "percentage points" is one part."""
    whole = measure_keys(unit, language)
    if whole:
        return (UnitPart(unit, whole, must_be_beside=True),)
    found: list[UnitPart] = []
    patterns = _patterns(connectors())
    text = patterns.elided.sub("", spaced_unit(unit))
    ratio = patterns.ratio.search(text)
    edge = ratio.start() if ratio is not None else len(text)
    tokens = list(patterns.word.finditer(text))
    index = 0
    while index < len(tokens):
        size = next(
            (size for size in range(_LONGEST_MEASURE, 1, -1) if _named(text, tokens[index : index + size], language)), 1
        )
        last = tokens[min(index + size, len(tokens)) - 1]
        words = text[tokens[index].start() : last.end()]
        if words.lower() not in patterns.skipped:
            found.append(UnitPart(words, measure_keys(words, language), must_be_beside=tokens[index].start() < edge))
        index += size
    return tuple(found)


def _named(text: str, tokens: Sequence[re.Match[str]], language: Language) -> bool:
    """Whether some words together are the name of one unit of measure."""
    return bool(tokens) and bool(measure_keys(text[tokens[0].start() : tokens[-1].end()], language))


def is_scale(word: str, language: Language) -> bool:
    """Whether a word of a unit is a scale, such as "million"."""
    small = word.lower()
    return small.removesuffix("s") in language.scales or small in language.scales or small in language.short_scales
