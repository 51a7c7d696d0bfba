"""Owns reading numerals: "11,000", "11 thousand", "eleven thousand", "2.5bn", "two thirds". Knows nothing of hedges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Language

_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_BY_SCORES = (60, 80)
"""French counts on from these to 79 and 99: soixante-douze, quatre-vingt-dix-sept. It also says vingt et un."""
_THOUSAND = 1000


MONEY = r"(?:(?:(?:us|a|c|hk|nz)?\s?[€$£¥₽]|eur|usd|gbp|chf)\s?|(?:a|an|the|eine?n?)\s)?"
"""What may stand between a hedge and its number."""


class Numeral(NamedTuple):
    """A number as a text writes it."""

    start: int
    end: int
    """Behind the scale and the percent sign."""
    values: tuple[Decimal, ...]
    """What it may be worth; "850 m" is 850 or 850 million."""
    bare: Decimal
    """Without its scale: 2.5 for "2.5 million"."""
    scale: Decimal = Decimal(1)
    digits: bool = False
    """Written in digits."""
    percent: bool = False
    fraction: bool = False
    """A share such as "two thirds", of one."""


def phrases(words: Iterable[str]) -> str:
    """Return a pattern of alternatives, the longest first, each ending at the end of a word."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (r"(?!\w)" if word[-1:].isalnum() else "") for word in ordered) or "(?!)"


@lru_cache(maxsize=512)
def numerals(text: str, language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a folded text, in order."""
    found = [_from_digits(match, language) for match in _digits(language).finditer(text) if match["digits"]]
    if _may_have_words(text, language):
        taken = {numeral.end for numeral in found if numeral.scale != 1}
        for match in _words(language).finditer(text):
            if match.end() in taken:
                continue  # the scale of digits: "1.4 million"
            found.extend(_from_part(match, language) if match["part"] else _from_words(match, language))
        found.sort(key=lambda numeral: numeral.start)
    if language.decades and any(word in text for word in language.decades):
        found = [_of_decades(numeral, text, language) for numeral in found]
    return tuple(found)


def _of_decades(numeral: Numeral, text: str, language: Language) -> Numeral:
    """Let "two decades" be worth twenty as well."""
    if re.match(rf"[ -](?:{phrases(language.decades)})", text[numeral.end :]) is None:
        return numeral
    return numeral._replace(values=(*numeral.values, numeral.bare * _TEN))


def _may_have_words(text: str, language: Language) -> bool:
    """Whether the slower search for number words is worth while."""
    return language.compounds or not _vocabulary(language).isdisjoint(_WORD.findall(text.lower()))


_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8)
def _vocabulary(language: Language) -> frozenset[str]:
    return frozenset([*language.units, *language.scales, *language.fractions])


@lru_cache(maxsize=8)
def _digits(language: Language) -> re.Pattern[str]:
    marks = re.escape(language.thousands)
    point = re.escape(language.decimal)
    scale = phrases([*language.scales, *language.short_scales])
    grouped = rf"\d{{1,3}}(?P<mark>[{marks} ])\d{{3}}(?!\d)(?:(?P=mark)\d{{3}}(?!\d))*(?:{point}\d+)?"
    return re.compile(
        r"(?<!\w)(?:(?P<date>\d{4}-\d\d(?:-\d\d)?(?![\w-])|\d{1,2}([./])\d{1,2}\2\d{2,4}(?!\w))"
        r"|(?P<name>[^\W\d_]++(?:\d|-\d)[\w-]*)"
        rf"|(?<!\d[.,:/])(?P<sign>(?<![\w)])[-+])?(?P<digits>{grouped}|\d+(?:{point}\d+)?)(?![.,:/]?\d)"
        rf"(?:(?P<percent>\s?(?:{phrases(language.percent)}))|[ -]?(?P<scale>{scale})|(?P<tail>[^\W\d_]+)"
        r"|(?P<half>½| 1/2))?)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _words(language: Language) -> re.Pattern[str]:
    one = phrases(language.one)
    scale = phrases(language.scales)
    atom = _alternatives([*language.units, *language.scales])
    joiner = _alternatives(language.joiners)
    return re.compile(
        rf"(?<![\w-])(?:(?P<part>(?:(?P<count>{phrases([*language.one, *language.units])})[ -])?"
        rf"(?P<mixed>(?:{joiner})[ -](?:{one})[ -])?(?P<fraction>{phrases(language.fractions)})"
        rf"(?:\s(?:(?:of\s)?(?:{one})\s)?(?P<of>{scale}))?)"
        rf"|(?P<words>(?:(?:{one})\s(?=(?:{scale})))?(?:{atom})"
        rf"(?:(?:[ -]|[ -]?(?:{joiner})[ -]?)?(?:{atom}))*)(?![^\W\d_]))",
        re.IGNORECASE,
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _from_digits(match: re.Match[str], language: Language) -> Numeral:
    bare = _decimal(match["digits"], language)
    if match["sign"] == "-":
        bare = -bare
    if match["half"]:
        bare += Decimal("0.5")
    word = (match["scale"] or "").lower()
    scale = language.scales.get(word) or language.short_scales.get(word) or Decimal(1)
    values = (bare * scale,) if word not in language.short_scales else (bare * scale, bare)
    end = match.end("tail") if match["tail"] is not None else match.end()
    return Numeral(match.start("digits"), end, values, bare, scale, digits=True, percent=bool(match["percent"]))


def _decimal(digits: str, language: Language) -> Decimal:
    for mark in (*language.thousands, " "):
        digits = digits.replace(mark, "")
    return Decimal(digits.replace(language.decimal, "."))


def _from_part(match: re.Match[str], language: Language) -> Iterator[Numeral]:
    count = Decimal(language.units.get((match["count"] or "").lower(), 1))
    part = language.fractions[match["fraction"].lower()]
    share = count + part if match["mixed"] else count * part
    scale = language.scales[match["of"].lower()] if match["of"] else Decimal(1)
    yield Numeral(
        match.start("part"),
        match.end("part"),
        (share * scale,),
        share,
        scale,
        fraction=scale == 1 and not match["mixed"],
    )


def _from_words(match: re.Match[str], language: Language) -> Iterator[Numeral]:
    """Read a run of number words, which may hold more than one number ("two three-year terms")."""
    words, start = match["words"], match.start("words")
    run = _Run(language)
    for atom in _atoms(language).finditer(words):
        word = atom.group().lower()
        if not run.add(word, joined=_is_joined(words, atom.start(), language)):
            yield run.finish(start)
            run = _Run(language)
            run.add(word, joined=False)
        run.reach(atom.start(), atom.end())
    if run.started:
        yield run.finish(start)


def _is_joined(words: str, offset: int, language: Language) -> bool:
    before = words[:offset].rstrip(" -").lower()
    return any(before.endswith(joiner) for joiner in language.joiners)


@lru_cache(maxsize=8)
def _atoms(language: Language) -> re.Pattern[str]:
    return re.compile(_alternatives([*language.units, *language.scales]), re.IGNORECASE)


class _Run:
    """Adds up the words of one number."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._total = Decimal(0)
        self._group: Decimal | None = None
        self._last_scale = Decimal("Infinity")
        self._scale = Decimal(1)
        self._bounds = [-1, -1]

    @property
    def started(self) -> bool:
        """Whether it holds any word."""
        return self._bounds[0] >= 0

    def reach(self, start: int, end: int) -> None:
        """Note that a word belongs to it."""
        if self._bounds[0] < 0:
            self._bounds[0] = start
        self._bounds[1] = end

    def add(self, word: str, *, joined: bool) -> bool:
        """Add a word; return False when it must begin another number."""
        if word in self._language.units:
            return self._add_unit(Decimal(self._language.units[word]), joined=joined)
        return self._add_scale(self._language.scales[word])

    def finish(self, offset: int) -> Numeral:
        """Return the number."""
        value = self._total + (self._group or 0)
        start, end = self._bounds
        return Numeral(offset + start, offset + end, (value,), value / self._scale, self._scale)

    def _add_unit(self, unit: Decimal, *, joined: bool) -> bool:
        group = self._group
        if group is None:
            self._group = unit
            return True
        tens = group % _HUNDRED
        after_hundred = group and tens == 0
        round_tens = tens >= _TWENTY and tens % _TEN == 0
        below = _TWENTY if tens in _BY_SCORES else _TEN
        after_tens = round_tens and unit < below and (not joined or unit % _TEN == 1)
        before_tens = joined and 0 < tens < _TEN and unit >= _TWENTY
        if after_hundred or after_tens or before_tens:
            self._group = group + unit
            return True
        return False

    def _add_scale(self, scale: Decimal) -> bool:
        if scale <= _HUNDRED:
            if self._group is not None and self._group >= _HUNDRED:
                return False
            self._group = (1 if self._group is None else self._group) * scale
            return True
        if scale >= self._last_scale:
            return False
        self._total += (1 if self._group is None else self._group) * scale
        self._group, self._last_scale = None, scale
        self._scale = scale
        return True
