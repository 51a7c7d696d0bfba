"""Numbers in a brief: parses digits, as authors write them, into a Decimal."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from briefing.format.parse.state import quoted

_DIGITS = 40
"""Digits of a number at most, to keep arithmetic fast."""
SEPARATORS = ",'’ \u00a0\u2007\u2009\u202f"
"""The characters that separate groups of three digits; a number uses one of them throughout."""
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_REMOVED = dict.fromkeys(map(ord, SEPARATORS))

_HINTS = (
    (r"(?i)inf(inity)?|nan", "a number must be finite"),
    (r"(?i)[0-9.,]+e[+-]?[0-9]+", "write the digits out, or put the scale in `unit`"),
    (
        r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]+",
        "write the decimals behind a point, and thousands with a comma or a space",
    ),
    (r"[0-9]{1,3}(\.[0-9]{3}){2,}", "write thousands with a comma, a space or nothing between them"),
    (r"[0-9]+,[0-9]+", "a comma stands before groups of three digits: write decimals behind a point"),
    (r"[0-9.,  ]+\s*%", "write the number alone and put % in `unit`"),
    (r"[0-9.,  ]+\s*(-|–|—|to|\.\.)\s*[0-9.,  ]+", "for an interval use `low` and `high`"),
    (
        r"(?i)(~|≈|about|around|over|under|nearly|almost|>|<|at (least|most))\s*[0-9].*",
        "put the hedge in `approx`",
    ),
    (r"[0-9][0-9.,  ]*\s*[^\W0-9_].*", "write the digits alone and put the rest in `unit`"),
    (r"[^\W0-9_]+\s*[0-9].*|[$€£¥]\s*[0-9].*", "write the digits alone and put the rest in `unit`"),
)
"""Hints by the pattern of the whole text; the first that matches is used."""


@cache
def _grouped() -> re.Pattern[str]:
    # Compiled at first use: most numbers have no groups, and the first frame waits for it.
    return re.compile(rf"[0-9]{{1,3}}(?:(?P<gap>[{SEPARATORS}])[0-9]{{3}}(?:(?P=gap)[0-9]{{3}})*)?(?:\.[0-9]+)?")


class NumberError(ValueError):
    """A text is not a number of the format. The message is a sentence for the writer."""


def parse_number(text: str) -> Decimal:
    """Parse a number; `3,000`, `3 000` and `3000` are equal, and decimals keep their digits.

    Raises:
        NumberError: it is not a number; with a hint if there is one.
    """
    sign = "-" if text[:1] in {"-", "−"} else ""
    digits = text[1:] if text[:1] in {"-", "−", "+"} else text
    if not (_PLAIN.fullmatch(digits) or _grouped().fullmatch(digits)):
        raise NumberError(_refusal(text, digits))
    plain = digits.translate(_REMOVED)
    if len(plain) > _DIGITS:
        raise NumberError(f"a number may have {_DIGITS} digits at most")
    return Decimal(sign + plain)


def _refusal(text: str, digits: str) -> str:
    said = f"{quoted(text)} is not a number"
    if not digits.isascii() and any(character.isdecimal() and not character.isascii() for character in digits):
        return f"{said}: write it with the digits 0 to 9"
    hint = next((hint for pattern, hint in _HINTS if re.fullmatch(pattern, digits[:100])), None)
    return said if hint is None else f"{said}: {hint}"
