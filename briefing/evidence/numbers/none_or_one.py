"""The values 0 and 1 in words that are no numerals: "no", "nobody", "a bridge", "a single man"."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache

from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.numbers.counted_nouns import counted_noun, is_person
from briefing.evidence.numbers.unit_parts import unit_parts
from briefing.evidence.patterns import alternatives, phrases
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Figure


class InWords(Enum):
    """Whether a quote says 0 or 1 in such words."""

    YES = auto()
    NO = auto()
    PERHAPS = auto()
    """It has an article or a negation that may mean this."""


def says_one_or_none(case: Case, figure: Figure, wanted: Decimal) -> InWords:
    """Return whether the quotes say 0 or 1 without a numeral. NO for every other number."""
    if wanted not in {Decimal(0), Decimal(1)}:
        return InWords.NO
    found = [_in_quote(case, figure, context, wanted) for context in case.contexts if context.language.complete]
    return next((said for said in (InWords.YES, InWords.PERHAPS) if said in found), InWords.NO)


def _in_quote(case: Case, figure: Figure, context: QuoteContext, wanted: Decimal) -> InWords:
    none, one, article, denied = _patterns(context.language)
    words = context.words
    if wanted == 0:
        if none.search(words):
            return InWords.YES
        return InWords.PERHAPS if denied.search(words) else InWords.NO
    if one.search(words):
        return InWords.YES
    sought = _sought(case, figure)
    if figure.unit is not None and any(part.keys for part in unit_parts(figure.unit, case.language)[:1]):
        sought = frozenset()  # the article of "to $5.62 a bushel" is not one dollar
    for found in article.finditer(words):
        if any(_is_sought(word, sought, context.language) for word in found["noun"].lower().split()):
            return InWords.YES
    amounts = [number for number in context.numbers() if number.is_amount]
    counted = any(not sought.isdisjoint(counted_noun(context.prose, number).stems) for number in amounts)
    if counted or (amounts and article.search(words) is None):
        return InWords.NO
    return InWords.PERHAPS


def _sought(case: Case, figure: Figure) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{2,}", f"{figure.unit or ''} {figure.text}".lower())
    return frozenset(
        whole_stem(word, case.language) for word in words if word not in case.language.quantities.small_words
    )


def _is_sought(word: str, sought: frozenset[str], language: Language) -> bool:
    if whole_stem(word, language) in sought:
        return True
    return is_person(word, language) and any(
        whole_stem(one, language) in sought for one in (*language.people, *language.persons)
    )


@lru_cache(maxsize=64)
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    edge = r"(?<![^\W_])"
    return (
        re.compile(rf"{edge}(?:{phrases(language.quantities.nothing)})", re.IGNORECASE),
        re.compile(rf"{edge}(?:{phrases(language.quantities.single)})", re.IGNORECASE),
        re.compile(
            rf"{edge}(?:{phrases(language.indefinite_articles)})\s(?P<noun>[^\W\d_]+(?:[ -][^\W\d_]+){{0,3}})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{edge}(?:{phrases(language.negation)})|{alternatives(language.discourse.negative_endings)}",
            re.IGNORECASE,
        ),
    )
