"""Units of measure and currencies: the one beside a number, and the kinds that they belong to."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language, connectors
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice, alternatives, phrases
from briefing.evidence.result import Span
from briefing.evidence.words.prose import Prose

_CODES = (
    "EUR USD CAD AUD NZD HKD SGD cents GBP pence JPY CNY RUB CHF XOF SEK NOK DKK CZK PLN UAH INR PKR TRY KRW BRL ZAR"
    " ILS MXN ARS SAR AED NGN"
)
CURRENCIES = frozenset(_CODES.split())
"""The keys of all currencies in `Language.measures`."""
FAMILIES = (
    CURRENCIES,
    *(
        frozenset(family.split(";"))
        for family in (
            "%;pp;bp;‰",
            "m;km;cm;mm;miles;nmi;ft;in;yd;ly",
            "km²;m²;ha;acres;sq mi;sq ft",
            "kg;g;mg;t;tons;lb;oz",
            "l;ml;gal;bbl;m³;cu ft",
            "ms;s;min;h;day;week;month;year;decade;century",
            "kW;MW;GW;TW;kWh;MWh;GWh;TWh",
            "°C;°F",
            "km/h;mph;m/s;knots",
            "KB;MB;GB;TB",
            "ppm;ppb",
        )
    ),
)
"""Units by kind (currency, length, weight ...). A number has at most one unit of a kind."""
_NEAR = 32
"""Characters before and after a number that are searched for its unit."""


class UnitsBeside(NamedTuple):
    """The units beside a number."""

    keys: dict[str, str]
    """By the key of the unit in `Language.measures`, the word that the text has for it."""

    def of_family(self, family: frozenset[str]) -> dict[str, str]:
        """Return those of one kind, in the same way."""
        return {key: word for key, word in self.keys.items() if key in family}


@lru_cache(maxsize=512)
def measure_keys(unit: str, language: Language) -> frozenset[str]:
    """Return the keys of a unit in `Language.measures`: several for an ambiguous word ("dollars"), none if unknown."""
    if unit in language.measures:
        return frozenset({unit})
    small = unit.lower()
    return frozenset(key for key, words in language.measures.items() if small in words)


def measure_families(keys: frozenset[str]) -> frozenset[str]:
    """Return the keys of all units that are of the same kinds as some."""
    return frozenset().union(*(family for family in FAMILIES if not family.isdisjoint(keys)))


def units_beside(prose: Prose, number: NumberMention) -> UnitsBeside:
    """Return the units directly before or after a number of some prose, or its range."""
    return prose.of_number(number, _beside)


def unit_behind(prose: Prose, offset: int) -> Span | None:
    """Return where the word of a unit stands that directly follows an offset. None: none does."""
    found = _patterns(prose.language).behind.match(prose.text[offset : offset + _NEAR].lower())
    return Span(offset + found.start("unit"), offset + found.end("unit")) if found is not None else None


def _beside(prose: Prose, number: NumberMention) -> UnitsBeside:
    text, language = prose.text, prose.language
    if number.numeral.percent:
        written = text[number.start : number.behind].lower()
        points = written.rstrip().endswith(language.points)
        return UnitsBeside({"pp" if points else "%": written})
    before, behind, keys, money = _patterns(language)
    words = text[max(number.hedge_offset - _NEAR, 0) : number.hedge_offset].lower()
    left = _left(text, number.hedge_offset, words, before, money)
    right = behind.match(text[number.behind : number.behind + _NEAR].lower())
    found: dict[str, str] = {}
    for match in (left, right):
        if match is not None:
            found |= dict.fromkeys(keys[match["unit"]], match["unit"])
    own = _OWN.search(text[number.start : number.end].lower())
    if own is not None and own["unit"] in keys:  # "850m" may be metres or a million
        found |= dict.fromkeys(keys[own["unit"]], own["unit"])
    if left is not None and right is not None and (shared := keys[left["unit"]] & keys[right["unit"]]):
        return UnitsBeside(dict.fromkeys(shared, right["unit"]))
    return UnitsBeside(found)


def money_before(prose: Prose, offset: int) -> int:
    """Return where the word for a currency begins that stands right before an offset; the offset if none does."""
    before, _, _, money = _patterns(prose.language)
    words = prose.text[max(offset - _NEAR, 0) : offset].lower()
    found = _left(prose.text, offset, words, before, money)
    return offset if found is None else offset - len(words) + found.start()


def _left(text: str, offset: int, words: str, before: GrowingPattern, money: tuple[str, ...]) -> re.Match[str] | None:
    """Return the currency at the end of some words right before an offset, in small letters. None: there is none."""
    found = before.search(words) if words.rstrip(" -.").endswith(money) else None
    if found is not None and found["unit"] in _PLAIN_WORDS and not _is_code(text, offset, found["unit"]):
        return None  # "won 142 seats"
    return found


_PLAIN_WORDS = frozenset({"won", "try", "real", "rand", "p", "pence", "penny", "quid", "cent"})
"""Names and codes of currencies that, before a number, are mostly other words: "won 142 seats", "try 5 times"."""


def _is_code(text: str, offset: int, unit: str) -> bool:
    """Whether a currency before an offset is written in capitals, as its code is: "TRY 500"."""
    return text[:offset].rstrip(" -")[-len(unit) :].isupper() and len(unit) > 1


_OWN = LazyPattern(r"\d[ -]?(?P<unit>[^\W\d_]+)$")


class _Patterns(NamedTuple):
    before: GrowingPattern
    behind: GrowingPattern
    keys: dict[str, frozenset[str]]
    """By word, the keys of the units that it may mean."""
    money: tuple[str, ...]
    """The words that `before` matches."""


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    keys: dict[str, frozenset[str]] = {}
    for key, words in language.measures.items():
        for word in words:
            keys[word] = keys.get(word, frozenset()) | {key}
    money = tuple(word for key in CURRENCIES for word in language.measures.get(key, ()))

    def before(choice: WordChoice) -> str:
        return rf"(?<![^\W\d_])(?P<unit>{choice.phrases(money)})(?:(?<!\w{{4}})\.)?\s?-?$"

    def behind(choice: WordChoice) -> str:
        elided = alternatives([word for word in connectors().of if word.endswith("'")])
        of = rf"(?:{choice.phrases(word for word in connectors().of if word.isalpha())}) |(?:{elided}) ?"
        return rf"(?: (?:{of})|[ -])?(?P<unit>{choice.phrases(keys)})"

    return _Patterns(GrowingPattern(before), GrowingPattern(behind), keys, money)


@lru_cache(maxsize=512)
def measure_pattern(key: str, language: Language) -> re.Pattern[str] | None:
    """Return a pattern of the words of a unit, given by its key. None: the table of the language has none."""
    words = language.measures.get(key)
    return re.compile(rf"(?:(?<![^\W\d_])|(?<=\d)|(?<=\b[tkm]))(?:{phrases(words)})") if words else None
