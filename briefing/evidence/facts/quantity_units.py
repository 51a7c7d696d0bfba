"""The unit of a quantity as a brief spells it: "USD million", "% of GDP", "million people", "cents per share"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.quantities import Quantity
from briefing.evidence.languages import Language
from briefing.evidence.numbers.measures import CURRENCIES, unit_behind, units_beside
from briefing.evidence.numbers.numeral import CURRENCY, THOUSAND
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span
from briefing.evidence.words.prose import Prose

_LONGEST_SIGN = 3
"""Letters of the longest sign of a unit, which has no plural: "km", "ppm"."""

_BEHIND = 40
"""Characters after a number that are searched for its unit."""
_LEAST_INDEX = 50
"""So many bare points and more are those of an index."""
_SMALL_MONEY = frozenset({"cents", "pence"})
"""Parts of a currency, which have no code."""


class QuantityUnit(NamedTuple):
    """The unit of one quantity."""

    text: str | None
    """As a brief spells it. None: the text gives no unit of measure; the quantity counts things, or nothing tells."""
    scale: Decimal
    """What the value is divided by, since the unit says it: a million for "USD million"."""
    scale_word: str
    """The word of the text for it: "million". Empty: the scale is 1."""
    end: int
    """Offset after the unit, or after the number."""
    keys: frozenset[str] = frozenset()
    """The units of measure that it may mean, by their keys in `Language.measures`."""
    is_rate: bool = False
    """True: it has a divisor: "USD per share"."""

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return not self.keys.isdisjoint(CURRENCIES)

    @property
    def is_share(self) -> bool:
        """Whether it is percent or points."""
        return not self.keys.isdisjoint({"%", "pp", "bp"})

    @property
    def is_time(self) -> bool:
        """Whether it is a unit of time."""
        return not self.keys.isdisjoint({"ms", "s", "min", "h", "day", "week", "month", "year", "decade", "century"})


def unit_of(prose: Prose, quantity: Quantity) -> QuantityUnit:
    """Return the unit of a quantity."""
    number = quantity.last if quantity.central is None else quantity.central
    numeral = number.numeral
    if numeral.percent:
        return _percent(prose, quantity)
    found = units_beside(prose, number).keys or units_beside(prose, quantity.last).keys
    if numeral.fraction and not found:
        return QuantityUnit("%", Decimal(1), "", quantity.end, frozenset({"%"}))
    return _measured(prose, quantity, found)


def _measured(prose: Prose, quantity: Quantity, found: dict[str, str]) -> QuantityUnit:
    """Return the unit of a quantity that has some units of measure, by their keys, beside it."""
    scale, word = _scale(prose, quantity)
    money = [key for key in prose.language.measures if key in found and key in CURRENCIES]
    behind = unit_behind(prose, quantity.end)
    if money and not _is_weight(prose, quantity, behind, found):
        return _money(prose, quantity, money[0], (scale, word), behind)
    size = abs(quantity.first.numeral.bare)
    is_index = size >= _LEAST_INDEX or (size >= 1 and not _has_percent(prose))  # not "a quarter-point"
    if behind is not None and "pp" in found and is_index and prose.text[behind.start : behind.end].isalpha():
        return QuantityUnit(prose.text[behind.start : behind.end], scale, word, behind.end, frozenset({"points"}))
    if behind is not None and found:
        written = prose.text[behind.start : behind.end]
        said = _plural(written, prose.language)
        said = "%" if "%" in found else prose.language.counting.points if "pp" in found else said
        unit, end = _per(prose, behind.end, said)
        text = f"{word} {unit}".strip()
        return QuantityUnit(text, scale, word, end, frozenset(found), is_rate=end > behind.end)
    own = _glued_unit(prose, quantity)
    if own is not None and found:
        return QuantityUnit(own, quantity.last.numeral.scale, "", quantity.end, frozenset(found))
    return QuantityUnit(None, scale, word, quantity.end)


def _percent(prose: Prose, quantity: Quantity) -> QuantityUnit:
    written = prose.text[quantity.last.start : quantity.last.end].lower().rstrip()
    language = prose.language
    is_points = written.endswith(language.points)
    unit = language.counting.points if is_points else "%"
    keys = frozenset({"pp"} if is_points else {"%"})
    whole = _patterns(language).whole.match(prose.text, quantity.end)
    if whole is None or is_points:
        return QuantityUnit(unit, Decimal(1), "", quantity.end, keys)
    return QuantityUnit(f"{unit} {whole['whole']}", Decimal(1), "", whole.end(), keys)


def _scale(prose: Prose, quantity: Quantity) -> tuple[Decimal, str]:
    """Return the scale that a unit says, and its word: a million or more. Thousands belong to the value."""
    numeral = quantity.last.numeral
    if numeral.scale <= THOUSAND or (numeral.fraction and not numeral.scale > 1):
        return Decimal(1), ""
    written = prose.text[numeral.start : numeral.end].rstrip()
    found = _SCALE_WORD.search(written)
    word = found.group() if found is not None else ""
    small = word.lower()
    language = prose.language
    if not word or (small not in language.scales and small not in language.short_scales):
        return Decimal(1), ""
    value = language.scales.get(small) or language.short_scales[small]
    if value <= THOUSAND:
        return Decimal(1), ""
    if value != numeral.scale:  # "2 lakh crore"
        both = _SCALE_WORDS.search(written)
        return numeral.scale, both.group() if both is not None else word
    long = language.counting.long_scales.get(value)
    return value, long if long is not None and small in language.short_scales else word


_SCALE_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+$")
_SCALE_WORD = re.compile(r"[^\W\d_]+\.?$")


def _has_percent(prose: Prose) -> bool:
    """Whether a sentence speaks of percent, so that its points are percentage points."""
    return any(one.numeral.percent for one in prose.numbers) or any(
        word in prose.text for word in prose.language.percent
    )


def _is_weight(prose: Prose, quantity: Quantity, behind: Span | None, found: dict[str, str]) -> bool:
    """Whether a word for a currency and a weight, such as "pounds", is no currency here."""
    if behind is None or "lb" not in found or quantity.last.numeral.scale > THOUSAND:
        return False
    return _CURRENCY_BEFORE.search(prose.text, max(quantity.start - 4, 0), quantity.first.start) is None


_CURRENCY_BEFORE = re.compile(rf"{CURRENCY}\s?$", re.IGNORECASE)


def _money(prose: Prose, quantity: Quantity, key: str, scale: tuple[Decimal, str], behind: Span | None) -> QuantityUnit:
    language, (value, word) = prose.language, scale
    end = behind.end if behind is not None else quantity.end
    said = prose.text[behind.start : behind.end] if behind is not None else None
    if key in _SMALL_MONEY or (said is not None and not language.counting.money_first):
        unit = _plural(said or key, language)
        if word:
            gap = prose.text[quantity.last.end : behind.start] if behind is not None else " "
            unit = f"{word}{gap}{unit}"
    else:
        unit = f"{key} {word}".strip() if language.counting.money_first else f"{word} {key}".strip()
    text, stop = _per(prose, end, unit)
    return QuantityUnit(text, value, word, stop, frozenset({key}), is_rate=stop > end)


def _per(prose: Prose, end: int, unit: str) -> tuple[str, int]:
    """Return a unit with its divisor, if there is one after it ("a share", "per tonne"), and the offset after both."""
    found = _patterns(prose.language).per.match(prose.text, end, end + _BEHIND)
    if found is None:
        return unit, end
    return f"{unit} {prose.language.counting.per} {found['any'] or found['some']}", found.end()


@lru_cache(maxsize=1024)
def _plural(word: str, language: Language) -> str:
    """Return the plural of a unit in words: "metres" for the "metre" of "850-metre"."""
    small = word.lower()
    if small.isalpha() and len(small) > _LONGEST_SIGN:
        plural = language.counting.plural_units.get(small) or f"{small}s"
        if any(plural in forms and small in forms for forms in language.measures.values()):
            return plural
    return word


def _glued_unit(prose: Prose, quantity: Quantity) -> str | None:
    """Return the unit that was taken for a scale: the m of "850m". None: there is none."""
    found = _GLUED.search(prose.text, quantity.last.start, quantity.last.end)
    if found is None or found["unit"].lower() not in prose.language.short_scales:
        return None
    return None if _NOUN.match(prose.text, quantity.end) else found["unit"]


_GLUED = re.compile(r"\d[ -]?(?P<unit>[^\W\d_])$")
_NOUN = re.compile(r" [^\W\d_]{3,}s\b")


class _Patterns(NamedTuple):
    whole: re.Pattern[str]
    per: re.Pattern[str]


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    counting, nouns = language.counting, phrases(language.counting.per_nouns)
    return _Patterns(
        re.compile(rf"\s(?P<whole>(?:{phrases(counting.wholes)}))", re.IGNORECASE),
        re.compile(
            rf"\s(?:(?:{phrases(counting.per_any)})\s(?P<any>(?:[^\W\d_]+\s)?(?:{nouns})|[^\W\d_][\w-]*)"
            rf"|(?:{phrases(counting.per_some)})\s(?P<some>{nouns}))"
            rf"(?!\s(?:{phrases(counting.spans_behind)}))",
            re.IGNORECASE,
        ),
    )
