"""The width of text on a terminal, and replacing the characters that terminals measure differently.

Only `tidy` text has the same width everywhere, so all text passes through it before it is drawn.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefing.base.safe_text import REPLACEMENT, UNDRAWN, is_displayable, safe_same_length, visible

NO_BREAK = "\N{NO-BREAK SPACE}"
"""A space at which `wrap` does not break a line; it is drawn as an ordinary space."""

_PREPENDED = frozenset(map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)))
"""Format characters that are drawn in one cell each (Unicode, Prepended_Concatenation_Mark)."""
_SPACES_KEPT_TOGETHER = frozenset("\u00a0\u2007\u202f")
_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""Skin tones: no cell in one terminal, one or two in another."""
_NON_JOINER = "\u200c"
"""Takes no cell in any terminal, and without it Persian words run into each other. A joiner takes no cell either,
but Rich counts the joiner and the next character together as nothing."""
_CONJOINING = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
"""Hangul vowels and finals, drawn inside the syllable before them."""
_WIDE_SINCE_16 = (range(0x2630, 0x2638), range(0x268A, 0x2690), range(0x4DC0, 0x4E00), range(0x1D300, 0x1D377))
"""Trigrams, hexagrams and counting rods: wide since Unicode 16, whatever Python's tables say."""

_FIRST_COMBINING = 0x300
"""All printable characters below this code point take one cell."""
_REMEMBERED = 2000
"""Greatest length in characters of a text whose width is cached."""
_SAID = 40
"""Cells of a name in a sentence."""


class _Tidied(dict[int, str]):
    """The replacement of each code point, computed at first use."""

    def __missing__(self, code: int) -> str:
        self[code] = became = _tidy_character(chr(code))
        return became


class _Widths(dict[str, int]):
    """The width of each character in cells, computed at first use."""

    def __missing__(self, character: str) -> int:
        self[character] = width = _width(character)
        return width


def _tidy_character(character: str) -> str:
    if character in _SPACES_KEPT_TOGETHER:
        return NO_BREAK
    if character in "\t\n" or unicodedata.category(character) in {"Zs", "Zl", "Zp"}:
        return " "
    if unicodedata.category(character) in {"Cc", "Cs", "Cn"}:
        return REPLACEMENT
    if character == _NON_JOINER or character in _PREPENDED:
        return character
    is_drawn_as_nothing = unicodedata.category(character) == "Cf" or character in UNDRAWN or character in _TONES
    return "" if is_drawn_as_nothing else character


def _width(character: str) -> int:
    code = ord(character)
    if character in _PREPENDED or 0 < code < _FIRST_COMBINING:
        return 1
    if unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"} or any(code in span for span in _CONJOINING):
        return 0
    if any(code in span for span in _WIDE_SINCE_16):
        return 2
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


_TIDIED = _Tidied()
_WIDTHS = _Widths()


def tidy(text: str) -> str:
    """Return the text in a form that can be drawn and that all terminals measure alike: one line, single spaces.

    Joined emoji are split into their parts. Soft hyphens, selectors and joiners are removed where a script or an emoji
    needs them, and become U+FFFD elsewhere.
    """
    if not (text.isascii() and text.isprintable()) and _unusual().search(text):
        text = safe_same_length(text).translate(_TIDIED)
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def drawn(text: str) -> str:
    """Return the text of a run without the characters that terminals measure differently; its spaces are unchanged."""
    return text if is_displayable(text) else text.translate(_TIDIED)


def cells(text: str) -> int:
    """Return the width of tidy text in terminal cells."""
    if text.isascii():
        return len(text)
    return _measured(text) if len(text) < _REMEMBERED else sum(map(_WIDTHS.__getitem__, text))


@lru_cache(4096)
def _measured(text: str) -> int:
    return sum(map(_WIDTHS.__getitem__, text))


def is_single(text: str) -> bool:
    """Tell whether every character certainly takes one cell, so that offsets are cells."""
    return text.isascii() or _single_cells().fullmatch(text) is not None


@lru_cache(1)
def _unusual() -> re.Pattern[str]:
    """Return the pattern of any character that may not be tidy, or not one cell wide."""
    return re.compile(
        r"[^\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0391-\u03a1\u03a3-\u0482\u2010-\u2027]"
    )


@lru_cache(1)
def _single_cells() -> re.Pattern[str]:
    return re.compile(
        "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2500-\u25fc\u2070-\u2079\u2205\u2260\u2713\u2717]*"
    )


def columns(text: str) -> list[int]:
    """Return the cell at which each character begins, followed by the width of the whole text."""
    found = [0]
    reached = 0
    for character in text:
        reached += _WIDTHS[character]
        found.append(reached)
    return found


def is_wide(character: str) -> bool:
    """Tell whether a character takes two cells: a line may be broken beside it."""
    return _WIDTHS[character] > 1


def is_drawn(character: str) -> bool:
    """Tell whether a character takes a cell of its own; a combining mark does not."""
    return _WIDTHS[character] > 0


def crop(text: str, width: int, ellipsis: str = "…") -> str:
    """Return the text tidied and cropped to at most `width` cells, with an ellipsis if something was cut off."""
    text = tidy(text)
    if cells(text) <= width:
        return text
    room = width - len(ellipsis)
    if room < 1:
        return ellipsis[: max(0, width)]
    kept = text[: _fitting(text, room)]
    return kept.rstrip() + ellipsis


def short_name(name: str) -> str:
    """Return a name in at most `_SAID` cells, so that the rest of its row stays visible."""
    return crop(visible(name), _SAID)


def _fitting(text: str, width: int) -> int:
    """Return how many characters from the start fit in `width` cells."""
    if is_single(text):
        return min(width, len(text))
    reached = 0
    for index, character in enumerate(text):
        reached += _WIDTHS[character]
        if reached > width:
            return index
    return len(text)
