"""Finds the numerals of a text: "11,000", "11 thousand", "eleven thousand", "2.5bn", "2½", "two thirds"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.numbers.numeral import CODES, THOUSAND, VULGAR, Numeral, large_scales, values_of_digits
from briefing.evidence.patterns import NEVER, GrowingPattern, LazyPattern, WordChoice, phrases

_TEN = 10


@lru_cache(maxsize=512)
def numerals(text: str, language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a folded text, in order."""
    if not language.has_spaces:
        from briefing.evidence.numbers.unspaced import unspaced_numerals  # few languages need it

        return unspaced_numerals(text, language)
    found: list[Numeral] = []
    if _SIGNS.search(text):
        every = (_read_digits(match, text, language) for match in _in_digits(text, language))
        found += [numeral for numeral in every if numeral is not None]
    if _may_have_words(text, language):
        from briefing.evidence.numbers.number_words import numerals_in_words  # few texts have any

        found.extend(numerals_in_words(_without(text, found), language))
        found.sort(key=lambda numeral: numeral.start)
    if language.decades and any(map(text.__contains__, language.decades)):
        found = [_of_decades(numeral, text, language) for numeral in found]
    return tuple(found)


_SIGNS = LazyPattern(rf"\d|{VULGAR}")
"""What every numeral in digits has."""


def _in_digits(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Yield what is written with digits. The pattern is long, so it is tried only where a word with a digit begins."""
    pattern, place = _digits(language), 0
    while (sign := _SIGNS.search(text, place)) is not None:
        found = pattern.search(text, _beginning(text, sign.start(), place))
        if found is None:
            return
        yield found
        place = found.end()


def _beginning(text: str, digit: int, least: int) -> int:
    """Return the offset where the word with a digit begins, its sign included, but not before `least`."""
    start = digit
    if start > least and text[start - 1] in "+-":
        start -= 1
    while start > least and text[start - 1].isalnum() and not text[start - 1].isdecimal():
        start -= 1
    return start


def _without(text: str, found: Iterable[Numeral]) -> str:
    """Return a text without its digits that have a scale or a percent sign.

    So "1.4 billion five months ago" has no "billion five", and "7 por ciento" no "ciento".
    """
    parts, at = [], 0
    for numeral in sorted(found, key=lambda one: one.start):
        if (numeral.scale != 1 or numeral.percent) and numeral.end > at:
            start = max(numeral.start, at)
            parts += [text[at:start], "\0" * (numeral.end - start)]
            at = numeral.end
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=64)
def _decades(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[ -](?:{phrases(language.decades)})")


def _of_decades(numeral: Numeral, text: str, language: Language) -> Numeral:
    """Add the value in years if a numeral counts decades: 20 for "two decades"."""
    if _decades(language).match(text, numeral.end) is None:
        return numeral
    return numeral._replace(values=(*numeral.values, numeral.bare * _TEN))


def _may_have_words(text: str, language: Language) -> bool:
    """Whether a text has any number word, so that the slower search for them is worth it."""
    return language.compounds or not _vocabulary(language).isdisjoint(_WORD.findall(text.lower()))


_WORD = LazyPattern(r"[^\W\d_]+")


@lru_cache(maxsize=64)
def _vocabulary(language: Language) -> frozenset[str]:
    return frozenset([*language.number_words, *language.scales, *language.fractions])


_ONE_WORD = LazyPattern(r"[^\W\d_]+(?:\d|$)")
"""A unit that may be taken for a name with digits: the "km" of "3 km-4 km", but not "square metres"."""
_SLASHED = r"[1-9]\d?[/\u2044](?:[2-9]|10|12|16|20|32|64|100)(?![\w/\u2044]|[.,]\d)"


@lru_cache(maxsize=64)
def _digits(language: Language) -> GrowingPattern:
    return GrowingPattern(lambda choice: _written_with_digits(language, choice), re.IGNORECASE)


def _written_with_digits(language: Language, choice: WordChoice) -> str:
    marks = re.escape(language.thousands)
    point = f"[{re.escape(language.decimal)}]"
    scale = choice.phrases([*language.scales, *language.short_scales])
    models = "|".join(language.quantities.models) or "(?!)"
    grouped = rf"\d{{1,3}}(?P<mark>[{marks} ])(?!{models})\d{{3}}(?!\d)(?:(?P=mark)\d{{3}}(?!\d))*(?:{point}\d+)?"
    if language.indian_groups:
        grouped = rf"\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)(?:{point}\d+)?|{grouped}"
    codes = "|".join(rf"(?<=(?<![^\W_]){code})" for code in choice.parts_there(CODES)) or NEVER
    glued = choice.parts(CODES)
    ranges = choice.phrases(language.ranges)
    words = {word for every in language.measures.values() for word in every}
    units = choice.phrases(word for word in words if _ONE_WORD.match(word) is not None)
    return (
        rf"(?:(?<!\w)(?:\d{{4}}-\d\d(?:-\d\d)?(?![\w-])|\d{{1,2}}(?P<sep>[./])\d{{1,2}}(?P=sep)\d{{2,4}}(?!\w)"
        rf"|(?!(?:{glued})\d|(?<=\d )(?:{units})-\d|(?<=\d-)(?:{ranges})-\d)(?<!\d°)[^\W\d_]++(?:\d|-\d)[\w-]*)"
        rf"|(?<![\w/.,])(?P<part>{VULGAR}|{_SLASHED})"
        rf"|(?:(?<!\w)|{codes})(?<!\d[.,:/])(?P<sign>(?<![^\s(\[/=:;'])[-+])?(?P<digits>{grouped}|\d+(?:{point}\d+)?)"
        rf"(?:(?P<vulgar>{VULGAR}|[ -]{_SLASHED})|(?![.,:/]?\d))"
        rf"(?:(?P<percent>\s?(?:{choice.phrases(language.percent)}))"
        rf"|[ -]?(?P<scale>{scale})(?:\s(?P<more>{choice.phrases(large_scales(language))}))?|(?P<tail>[^\W\d_]+))?)"
    )


def _read_digits(match: re.Match[str], text: str, language: Language) -> Numeral | None:
    """Return the numeral of a match. None: it is a date in digits, or a name with digits ("Su-27")."""
    if match["part"]:
        share = _share(match["part"])
        percent = _percent(language).match(text, match.end("part"))
        if percent is not None:
            span = (match.start("part"), percent.end())
            return Numeral(*span, (share,), share, digits=True, percent=True)
        return Numeral(*match.span("part"), (share,), share, digits=True, fraction=True) if share < 1 else None
    return _from_digits(match, text, language) if match["digits"] else None


@lru_cache(maxsize=64)
def _percent(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{phrases(language.percent)})", re.IGNORECASE)


def _from_digits(match: re.Match[str], text: str, language: Language) -> Numeral:
    bares = values_of_digits(match["digits"], language)
    if match["vulgar"]:
        bares = tuple(bare + _share(match["vulgar"].strip(" -")) for bare in bares)
    if match["sign"] == "-":
        bares = tuple(-bare for bare in bares)
    word = (match["scale"] or "").lower()
    scale = language.scales.get(word) or language.short_scales.get(word) or Decimal(1)
    scale *= language.scales.get((match["more"] or "").lower(), Decimal(1))
    values = tuple(bare * scale for bare in bares)
    if word in language.short_scales:
        values = (*values, *bares)
    tail = (match["tail"] or "").lower()
    ordinal = tail in language.ordinal_ends or _is_pointed_ordinal(match, text, language)
    percent = bool(match["percent"])
    return Numeral(
        match.start("digits"), match.end(), values, bares[0], scale, digits=True, percent=percent, ordinal=ordinal
    )


def _is_pointed_ordinal(match: re.Match[str], text: str, language: Language) -> bool:
    """Whether digits with a full stop are an ordinal: "am 3. Tag", "die 2. Liga"."""
    if "." not in language.ordinal_ends or match.end() != match.end("digits") or not match["digits"].isdecimal():
        return False
    if re.match(r"\. [^\W\d_]", text[match.end() : match.end() + 3]) is None:
        return False
    before = text[max(match.start() - _ORDINAL_REACH, 0) : match.start()].split()
    return text[match.end() + 2].islower() or (
        bool(before) and before[-1].lower() in language.quantities.ordinal_before
    )


_ORDINAL_REACH = 16


def _share(written: str) -> Decimal:
    """Return the value of "¾" or "3/4"."""
    if len(written) == 1:
        return _exact(unicodedata.numeric(written))
    above, below = re.split("[/\u2044]", written)
    return Decimal(above) / Decimal(below)


def _exact(share: float) -> Decimal:
    """Return the value of a single character such as "⅔" exactly as the division 2/3 of decimals gives it."""
    above, below = share.as_integer_ratio() if share * 8 % 1 == 0 else _ratio(share)
    return Decimal(above) / Decimal(below)


def _ratio(share: float) -> tuple[int, int]:
    return next((round(share * below), below) for below in (3, 5, 6, 7, 9, 10, 1000) if _is_whole(share * below))


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < 1 / THOUSAND
