"""Finds numerals in languages without spaces between words: Chinese, Japanese, Korean, Thai."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.numbers.numeral import THOUSAND, Numeral, values_of_digits

_HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2, "○": 0}
_HAN_SCALES = {"十": 10, "百": 100, "千": THOUSAND}
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"


def unspaced_numerals(text: str, language: Language) -> tuple[Numeral, ...]:
    """Return the numerals of a text without spaces between words and digits."""
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
    """Read digits with scales between them, such as "1億2000万", or plain ones, such as "3,000"."""
    total, scale = Decimal(0), Decimal(1)
    readings_of: tuple[Decimal, ...] = ()
    for part in re.finditer(r"(?P<number>[\d][^\W\D]*(?:[.,']?\d)*)[ ]?(?P<scales>[^\d.,' ]*)", match["digits"]):
        scale = Decimal(1)
        for sign in part["scales"]:
            scale *= language.scales.get(sign, Decimal(1))
        readings_of = values_of_digits(part["number"], language)
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
    """Read a number in Chinese characters, such as 三百二十."""
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
