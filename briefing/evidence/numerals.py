"""Numerals of a text: "11,000", "11 thousand", "eleven thousand", "2.5bn", "2½", "two thirds". No hedges."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Language

_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_BY_SCORES = (60, 80)
"""French counts on from these to 79 and 99: soixante-douze, quatre-vingt-dix-sept. It also says vingt et un."""
_THOUSAND = 1000
_GROUP = 3
"""Digits between two marks of thousands."""

_CODES = (
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
"""Letters that stand before digits as a currency, also without a space."""
_CURRENCY = (
    rf"(?:(?:us|au?|ca?|hk|nz|s|r|mx)?\s?[€$£¥₽₹₩₺₴₪₫₱฿₦]|(?:{'|'.join(sorted(_CODES, key=len, reverse=True))})\.?)"
)
_ARTICLES = "an?|the|eine?[nmrs]?|die|der|das|de[nm]|la|les?|l'|une?|el|los|las|un[ao]s?"
_VULGAR = r"[\u00bc-\u00be\u2150-\u215e]"
MONEY = rf"(?:(?:(?:{_ARTICLES})\s|l')?{_CURRENCY}\s?|(?:{_ARTICLES})\s|l')?"
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
    ordinal: bool = False
    """It says which in a row, and counts nothing: "3rd", "twenty-first"."""


def phrases(words: Iterable[str]) -> str:
    """Return a pattern of alternatives, the longest first, each ending at the end of a word."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (r"(?!\w)" if word[-1:].isalnum() else "") for word in ordered) or "(?!)"


@lru_cache(maxsize=512)
def numerals(text: str, language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a folded text, in order."""
    if not language.spaced:
        return _unspaced(text, language)
    found: list[Numeral] = []
    if _SIGNS.search(text):
        every = (_read_digits(match, text, language) for match in _digits(language).finditer(text))
        found += [numeral for numeral in every if numeral is not None]
    if _may_have_words(text, language):
        found.extend(_in_words(_without(text, found), language))
        found.sort(key=lambda numeral: numeral.start)
    if language.decades and any(word in text for word in language.decades):
        found = [_of_decades(numeral, text, language) for numeral in found]
    return tuple(found)


_SIGNS = re.compile(rf"\d|{_VULGAR}")
"""What a text without numerals in digits has not."""


def _without(text: str, found: Iterable[Numeral]) -> str:
    """Blank out the digits that have a scale: "1.4 billion five months ago" has no "billion five"."""
    for numeral in found:
        if numeral.scale != 1:
            text = f"{text[: numeral.start]}{chr(0) * (numeral.end - numeral.start)}{text[numeral.end :]}"
    return text


def _in_words(text: str, language: Language) -> Iterator[Numeral]:
    for match in _words(language).finditer(text):
        if match["part"]:
            yield _from_part(match, text, language)
        else:
            yield from _from_words(match, text, language)


def _of_decades(numeral: Numeral, text: str, language: Language) -> Numeral:
    """Let "two decades" be worth twenty as well."""
    if re.match(rf"[ -](?:{phrases(language.decades)})", text[numeral.end :]) is None:
        return numeral
    return numeral._replace(values=(*numeral.values, numeral.bare * _TEN))


def _may_have_words(text: str, language: Language) -> bool:
    """Whether the slower search for number words is worth while."""
    return language.compounds or not _vocabulary(language).isdisjoint(_WORD.findall(text.lower()))


_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=64)
def _vocabulary(language: Language) -> frozenset[str]:
    return frozenset([*language.units, *language.scales, *language.fractions])


_SLASHED = r"[1-9]\d?[/\u2044](?:[2-9]|10|12|16|20|32|64|100)(?![\w/\u2044]|[.,]\d)"


@lru_cache(maxsize=64)
def _digits(language: Language) -> re.Pattern[str]:
    marks = re.escape(language.thousands)
    point = f"[{re.escape(language.decimal)}]"
    scale = phrases([*language.scales, *language.short_scales])
    grouped = rf"\d{{1,3}}(?P<mark>[{marks} ])\d{{3}}(?!\d)(?:(?P=mark)\d{{3}}(?!\d))*(?:{point}\d+)?"
    if language.indian_groups:
        grouped = rf"\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)(?:{point}\d+)?|{grouped}"
    codes = "|".join(rf"(?<=(?<![^\W_]){code})" for code in _CODES)
    glued = "|".join(_CODES)
    units = phrases({word for every in language.measures.values() for word in every})
    return re.compile(
        rf"(?:(?<!\w)(?:\d{{4}}-\d\d(?:-\d\d)?(?![\w-])|\d{{1,2}}(?P<sep>[./])\d{{1,2}}(?P=sep)\d{{2,4}}(?!\w)"
        rf"|(?!(?:{glued})\d|(?<=\d )(?:{units})-\d)(?<!\d°)[^\W\d_]++(?:\d|-\d)[\w-]*)"
        rf"|(?<![\w/.,])(?P<part>{_VULGAR}|{_SLASHED})"
        rf"|(?:(?<!\w)|{codes})(?<!\d[.,:/])(?P<sign>(?<![^\s(\[/=:;'])[-+])?(?P<digits>{grouped}|\d+(?:{point}\d+)?)"
        rf"(?:(?P<vulgar>{_VULGAR}|[ -]{_SLASHED})|(?![.,:/]?\d))"
        rf"(?:(?P<percent>\s?(?:{phrases(language.percent)}))"
        rf"|[ -]?(?P<scale>{scale})(?:\s(?P<more>{phrases(_large(language))}))?|(?P<tail>[^\W\d_]+))?)",
        re.IGNORECASE,
    )


def _large(language: Language) -> list[str]:
    """Return the scales that another may stand before: "2 lakh crore", "mille milliards"."""
    return [word for word, scale in language.scales.items() if scale > _THOUSAND]


@lru_cache(maxsize=64)
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


def _read_digits(match: re.Match[str], text: str, language: Language) -> Numeral | None:
    """Return what digits say; None for dates in digits, and for names with digits in them ("Su-27")."""
    if match["part"]:
        share = _share(match["part"])
        return Numeral(*match.span("part"), (share,), share, digits=True, fraction=True) if share < 1 else None
    return _from_digits(match, text, language) if match["digits"] else None


def _from_digits(match: re.Match[str], text: str, language: Language) -> Numeral:
    bares = readings(match["digits"], language)
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
    """Whether a full stop makes digits an ordinal: "am 3. Tag", "die 2. Liga"."""
    if "." not in language.ordinal_ends or match.end() != match.end("digits") or not match["digits"].isdecimal():
        return False
    if re.match(r"\. [^\W\d_]", text[match.end() : match.end() + 3]) is None:
        return False
    before = text[max(match.start() - _ORDINAL_REACH, 0) : match.start()].split()
    return text[match.end() + 2].islower() or (bool(before) and before[-1].lower() in language.ordinal_before)


_ORDINAL_REACH = 16


@lru_cache(maxsize=64)
def _nth(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{phrases([*language.ordinals, *language.last, *language.next, 'final'])})\s$", re.IGNORECASE
    )


def _share(written: str) -> Decimal:
    """Return what "¾" or "3/4" is worth."""
    if len(written) == 1:
        return _exact(unicodedata.numeric(written))
    above, below = re.split("[/\u2044]", written)
    return Decimal(above) / Decimal(below)


def _exact(share: float) -> Decimal:
    """Return a share with a denominator up to ten as a decimal, as a division of decimals gives it."""
    above, below = share.as_integer_ratio() if share * 8 % 1 == 0 else _ratio(share)
    return Decimal(above) / Decimal(below)


def _ratio(share: float) -> tuple[int, int]:
    return next((round(share * below), below) for below in (3, 5, 6, 7, 9, 10, 1000) if _is_whole(share * below))


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < 1 / _THOUSAND


def readings(digits: str, language: Language) -> tuple[Decimal, ...]:
    """Return what digits with marks may be worth: one number, or two where a mark may part groups or decimals."""
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


def _from_part(match: re.Match[str], text: str, language: Language) -> Numeral:
    word = match["fraction"].lower()
    count = Decimal(language.units.get((match["count"] or "").lower(), 1))
    part = language.fractions[word]
    share = count + part if match["mixed"] else count * part
    scale = language.scales[match["of"].lower()] if match["of"] else Decimal(1)
    ordinal = not match["of"] and count <= 1 and not _is_part(match, word, text, language)
    return Numeral(
        match.start("part"),
        match.end("part"),
        (share * scale,),
        share,
        scale,
        fraction=scale == 1 and not match["mixed"],
        ordinal=ordinal,
    )


def _is_part(match: re.Match[str], word: str, text: str, language: Language) -> bool:
    """Whether "third" is a part ("a third of the men"), and not the one behind the second or "the first half"."""
    if word not in language.ordinals:
        before = text[max(match.start() - _ORDINAL_REACH, 0) : match.start()]
        return match["count"] is not None or _nth(language).search(before) is None
    if match["count"] is None:
        return False
    behind = re.match(r"(?:\s(?P<word>[^\W\d_]+)|[.,;:)!?'])|$", text[match.end() :])
    return behind is not None and (behind["word"] is None or behind["word"].lower() in language.small_words)


def _from_words(match: re.Match[str], text: str, language: Language) -> Iterator[Numeral]:
    """Read a run of number words, which may hold more than one number ("two three-year terms")."""
    words, start = _words_of_number(match, text, language), match.start("words")
    if len(words) < len(match["words"]):
        yield from _run_of(words, start, language)
        start += len(words) + 1
        words = match["words"][len(words) + 1 :]
    ordinal = _ordinal_behind(language).match(text, match.end()) is not None
    for numeral in _run_of(words, start, language):
        yield numeral._replace(ordinal=True) if ordinal and numeral.end == match.end() else numeral


def _words_of_number(match: re.Match[str], text: str, language: Language) -> str:
    """Return the words of a run without a small number that counts a span of time: "two billion five months ago"."""
    words = match["words"]
    before, _, last = words.rpartition(" ")
    behind = re.match(r"[ -](?P<word>[^\W\d_]+)", text[match.end() :])
    if behind is None or behind["word"].lower() not in language.spans or last.lower() not in language.units:
        return words
    return before if before.lower().endswith(tuple(_large(language)) or ("\0",)) else words


@lru_cache(maxsize=64)
def _ordinal_behind(language: Language) -> re.Pattern[str]:
    return re.compile(rf"-(?:{phrases(language.ordinals)})", re.IGNORECASE)


def _run_of(words: str, start: int, language: Language) -> Iterator[Numeral]:
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


@lru_cache(maxsize=64)
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
        if self._group is None and self._total and scale > self._last_scale:  # "mille milliards"
            self._total *= scale
            self._scale *= scale
            self._last_scale = scale
            return True
        if scale >= self._last_scale:
            return False
        self._total += (1 if self._group is None else self._group) * scale
        self._group, self._last_scale = None, scale
        self._scale = scale
        return True


_HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2, "○": 0}
_HAN_SCALES = {"十": 10, "百": 100, "千": _THOUSAND}
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"


def _unspaced(text: str, language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a text that puts no spaces between words and digits: Chinese, Japanese, Korean, Thai."""
    found: list[Numeral] = []
    for match in _unspaced_digits(language).finditer(text):
        if match["digits"]:
            found.append(_from_scaled_digits(match, language))
        elif match["han"]:
            found.extend(_from_han(match, language))
    return tuple(found)


@lru_cache(maxsize=64)
def _unspaced_digits(language: Language) -> re.Pattern[str]:
    marks, point = re.escape(language.thousands), f"[{re.escape(language.decimal)}]"
    scale = "".join(language.scales)
    one = rf"(?:\d{{1,3}}(?:[{marks}]\d{{3}})+(?!\d)|\d+)(?:{point}\d+)?"
    scaled = rf"{one}(?:[ ]?[{scale}]+(?:{one}[{scale}]+)*(?:{one})?)?" if scale else one
    signs = "".join([*_HAN_DIGITS, *_HAN_SCALES, "万萬亿億兆"])
    return re.compile(
        rf"(?<![A-Za-z\d_-])(?<!\d[.,:/])(?P<digits>{scaled})(?P<percent>\s?[%％])?(?![A-Za-z]?\d|[.,:/-]\d)"
        rf"|[^\W{_CJK}]+|(?P<han>[{signs}]{{2,}})"
    )


def _from_scaled_digits(match: re.Match[str], language: Language) -> Numeral:
    """Read "1億2000万" as well as "3,000"."""
    total, scale = Decimal(0), Decimal(1)
    readings_of: tuple[Decimal, ...] = ()
    for part in re.finditer(r"(?P<number>[\d][^\W\D]*(?:[.,']?\d)*)[ ]?(?P<scales>[^\d.,' ]*)", match["digits"]):
        scale = Decimal(1)
        for sign in part["scales"]:
            scale *= language.scales.get(sign, Decimal(1))
        readings_of = readings(part["number"], language)
        total += readings_of[0] * scale
    values = (total,) if len(readings_of) < 2 or scale != 1 else readings_of  # noqa: PLR2004 (a mark of two readings)
    return Numeral(
        match.start("digits"),
        match.end(),
        values,
        total / scale,
        scale,
        digits=True,
        percent=bool(match["percent"]),
    )


def _from_han(match: re.Match[str], language: Language) -> Iterator[Numeral]:
    """Read a number in Chinese signs, such as 三百二十."""
    total = group = digit = 0
    for sign in match["han"]:
        if sign in _HAN_DIGITS:
            digit = digit * 10 + _HAN_DIGITS[sign]
        elif sign in _HAN_SCALES:
            group += (digit or 1) * _HAN_SCALES[sign]
            digit = 0
        else:
            total += (group + digit or 1) * int(language.scales.get(sign, Decimal(10**4)))
            group = digit = 0
    value = Decimal(total + group + digit)
    yield Numeral(match.start("han"), match.end("han"), (value,), value)
