"""A numeral: a number as a text writes it; and the value of digits with separators."""

from __future__ import annotations

from decimal import Decimal

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import NEVER, WordChoice

THOUSAND = 1000
_GROUP = 3
"""Digits between two thousands separators."""

CODES = (
    "usd",
    "eur",
    "gbp",
    "chf",
    "jpy",
    "cny",
    "rub",
    "sek",
    "nok",
    "dkk",
    "pln",
    "czk",
    "inr",
    "aud",
    "cad",
    "nzd",
    "hkd",
    "rmb",
    "us",
    "rs",
    "rm",
    "kr",
    "ca",
    "au",
)
"""Letters before digits that are a currency, with or without a space."""
_COUNTRIES = "(?:us|au?|ca?|hk|nz|s|r|mx)"
"""Letters before a sign for money that say whose."""
_CURRENCY_SIGNS = "€$£¥₽₹₩₺₴₪₫₱฿₦"
CURRENCY = rf"(?:{_COUNTRIES}?\s?[{_CURRENCY_SIGNS}]|(?:{'|'.join(sorted(CODES, key=len, reverse=True))})\.?)"
VULGAR = r"[\u00bc-\u00be\u2150-\u215e]"


class Numeral(NamedTuple):
    """A number as a text writes it."""

    start: int
    end: int
    """Offset after the scale and the percent sign."""
    values: tuple[Decimal, ...]
    """The values that it may have: "850 m" is 850 or 850 million."""
    bare: Decimal
    """Its value without the scale: 2.5 for "2.5 million"."""
    scale: Decimal = Decimal(1)
    """What the words after the digits multiply by: 1,000,000 for "2.5 million"."""
    digits: bool = False
    """True: it is written in digits."""
    percent: bool = False
    fraction: bool = False
    """True: it is a share such as "two thirds"."""
    ordinal: bool = False
    """True: it is an ordinal and counts nothing: "3rd", "twenty-first"."""


def money(choice: WordChoice) -> str:
    """Return a pattern of what may stand between a hedge and its number: an article and a currency, or nothing."""
    articles = connectors().articles
    elided = [word for word in articles if word.endswith("'")]
    article = rf"(?:(?:{choice.phrases(articles)})\s|{choice.parts(elided)})"
    return rf"(?:{article}?{_currency(choice)}\s?|{article})?"


def _currency(choice: WordChoice) -> str:
    signs, codes = choice.parts(_CURRENCY_SIGNS), choice.parts(CODES)
    return rf"(?:{_COUNTRIES}?\s?(?:{signs})|(?:{codes})\.?)" if signs != NEVER else rf"(?:(?:{codes})\.?)"


def large_scales(language: Language) -> list[str]:
    """Return the scales that may follow another one: "2 lakh crore", "mille milliards"."""
    return [word for word, scale in language.scales.items() if scale > THOUSAND]


def values_of_digits(digits: str, language: Language) -> tuple[Decimal, ...]:
    """Return the values of digits with separators: two if a mark may separate thousands or decimals, else one."""
    points = [mark for mark in language.decimal if mark in digits]
    groups = [mark for mark in (*language.thousands, " ") if mark in digits and mark not in points]
    for mark in groups:
        digits = digits.replace(mark, "")
    if not points:
        return (Decimal(digits),)
    last = max(points, key=digits.rindex)
    whole, _, places = digits.rpartition(last)
    for mark in points:
        whole = whole.replace(mark, "")
    if last not in language.thousands or len(places) != _GROUP:
        return (Decimal(f"{whole}.{places}"),)
    if digits.count(last) > 1:
        return (Decimal(whole + places),)
    return Decimal(whole + places), Decimal(f"{whole}.{places}")
