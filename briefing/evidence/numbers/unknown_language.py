"""Numbers in languages without a table of words: what the digits of a quote can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefing.evidence.languages.plain import BEFORE_MONTH, MONTHS
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.patterns import LazyPattern, alternatives
from briefing.evidence.words.prose import Prose

_IN_WORDS = Decimal(12)
"""Numbers up to this one are often written in words, even beside digits."""
_POWERS = tuple(Decimal(10) ** power for power in (2, 3, 4, 5, 6, 7, 8, 9, 12))
"""What an unknown word after digits may multiply by: thousand, 万, lakh, million, crore, 億, billion."""
_YEARS = range(1900, 2101)
_DATE = LazyPattern(
    rf"(?:\.|º|er|-?[гй]о)?\s(?:{alternatives(BEFORE_MONTH)})?(?:{alternatives(MONTHS)})|\s?[年月日년월일时時]",
    re.IGNORECASE,
)


def may_be_in_words(wanted: Iterable[Decimal], prose: Prose, numbers: Sequence[NumberMention]) -> bool:
    """Whether a quote may give one of some values in words, since none of its digits do.

    False: the quote has other numbers in digits, so it would have these in digits as well.
    """
    amounts = [one for one in numbers if one.is_amount and one.numeral.digits and not _is_date(prose.text, one)]
    if not amounts:
        return True
    return any(_may_be_in_words(value, amounts) for value in wanted)


def _may_be_in_words(value: Decimal, amounts: Sequence[NumberMention]) -> bool:
    size = abs(value)
    if size <= _IN_WORDS and (size % 1 or all(one.numeral.values[0] > _IN_WORDS for one in amounts)):
        return True
    if size in _POWERS or size in {Decimal(0), Decimal(1)}:
        return True
    return any(bare * power == size for one in amounts for bare in one.numeral.values for power in _POWERS)


def _is_date(text: str, number: NumberMention) -> bool:
    """Whether digits may belong to a date: they are a year, or come before the name of a month."""
    bare = text[number.start : number.start + 5].rstrip()
    if number.numeral.values[0] in _YEARS and bare[:4].isdecimal():
        return True
    return _DATE.match(text, number.numeral.end) is not None
