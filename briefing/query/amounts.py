"""Owns the numbers that are typed after `figure:`: one with a sign before it, or two with dots between."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_NUMBER = r"[-+]?\d+(?:,\d{3})*(?:\.\d+)?"
_ONE = re.compile(rf"(?P<sign>[<>]=?|=)?(?P<number>{_NUMBER})")
_RANGE = re.compile(rf"(?P<first>{_NUMBER})?\.\.(?P<last>{_NUMBER})?")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


class Limits(NamedTuple):
    """Between which numbers another lies."""

    least: Decimal | None
    """None: no limit."""
    most: Decimal | None
    is_strict: bool
    """Whether the limits themselves are left out."""


def amount(text: str) -> Limits | None:
    """Return the limits that were typed, or None: they are none. 3,000 and 3 000 and 3000 are the same."""
    plain = _SPACES.sub("", text).replace("−", "-").rstrip("*")
    if not plain.isascii():
        return None
    if one := _ONE.fullmatch(plain):
        return _limits(one["sign"] or "=", _number(one["number"]))
    two = _RANGE.fullmatch(plain)
    if two is None or not (two["first"] or two["last"]):
        return None
    first = _number(two["first"]) if two["first"] else None
    last = _number(two["last"]) if two["last"] else None
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Limits(first, last, is_strict=False)


def _limits(sign: str, number: Decimal) -> Limits:
    match sign:
        case "=":
            return Limits(number, number, is_strict=False)
        case ">" | ">=":
            return Limits(number, None, sign == ">")
        case _:
            return Limits(None, number, sign == "<")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
