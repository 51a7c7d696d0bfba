"""The parts of a unit: measures, scales, and words for what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Connectors, Language, connectors
from briefing.evidence.numbers.measures import measure_keys
from briefing.evidence.patterns import alternatives, phrases

_GLUED = re.compile(
    r"(?<!\w)(?P<money>[a-z]{0,2}[€$£¥₹]|usd|eur|gbp|chf|jpy|inr)(?P<scale>k|mn|mln|mio|m|bn|b|tn|trn|cr)(?!\w)"
    r"|(?<!\w)(?P<first>k|t|m)(?P<last>€|usd|eur|gbp|chf)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_MEASURE = 4
"""Words of the longest name of a measure: "new zealand dollars"."""


class UnitPart(NamedTuple):
    """One word of a unit, or the name of one measure."""

    text: str
    keys: frozenset[str]
    """The measures that it may be. Empty: it is a word for what is counted."""
    beside: bool
    """Whether it must stand beside the number, being no part behind "per" or "of"."""


class _Patterns(NamedTuple):
    """How units are written, by the small words of all languages."""

    word: re.Pattern[str]
    """One word of a unit, without an elided one before it."""
    ratio: re.Pattern[str]
    """Behind it stands what the unit is divided by, which need not stand beside the number: "per"."""
    elided: re.Pattern[str]
    """What stands before a vowel: the d' of "millions d'euros"."""
    skipped: frozenset[str]
    """Words that name nothing, in small letters."""


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
    """Return a unit with a space between a currency and its scale: "€m" is "€ m", "TEUR" is "k EUR"."""

    def spaced(found: re.Match[str]) -> str:
        if found["money"]:
            return f"{found['money']} {found['scale']}"
        return f"{'k' if found['first'].lower() == 't' else found['first']} {found['last']}"

    return _GLUED.sub(spaced, unit)


@lru_cache(maxsize=256)
def unit_parts(unit: str, language: Language) -> tuple[UnitPart, ...]:
    """Return the words of a unit; "percentage points" is one."""
    whole = measure_keys(unit, language)
    if whole:
        return (UnitPart(unit, whole, beside=True),)
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
            found.append(UnitPart(words, measure_keys(words, language), beside=tokens[index].start() < edge))
        index += size
    return tuple(found)


def _named(text: str, tokens: Sequence[re.Match[str]], language: Language) -> bool:
    """Whether some words of a unit together are the name of one measure."""
    return bool(tokens) and bool(measure_keys(text[tokens[0].start() : tokens[-1].end()], language))


def is_scale(word: str, language: Language) -> bool:
    """Whether a word of a unit multiplies, such as "million"."""
    small = word.lower()
    return small.removesuffix("s") in language.scales or small in language.scales or small in language.short_scales
