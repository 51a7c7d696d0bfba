"""Text that is safe to show: characters that control a terminal or hide something are replaced.

It replaces single characters and does not look for escape sequences: an unterminated one got past `less`
(CVE-2022-46663). There are three kinds of functions:

- `safe` is for text read from a file. It replaces only what controls a terminal, as evidence has to be compared with
  what was written.
- `safe_line`, `one_line`, `safe_lines` and `safe_same_length` are for text that is shown. They also replace invisible
  characters, unless a script or an emoji needs them at that place (see `needed_invisible`).
- `visible` is for file names and for what was typed. It spells out the characters that the others replace.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Invisible characters, as the inside of a character set of a regular expression: those with the Unicode property
Default_Ignorable_Code_Point but not the bidirectional controls, and other format characters that have no glyph."""

_BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
_SAFE_ASCII = bytes((0x09, 0x0A, *range(0x20, 0x7F)))
UNDRAWN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""Invisible characters for which `str.isprintable` is true: their categories are letter and mark."""
_WHITE = dict.fromkeys(map(ord, "\t\n\u2028\u2029"), " ")
_SPACES = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
"""Spaces for which `str.isprintable` is false."""
_LEFT_OUT = dict.fromkeys((0xAD, 0x61C, 0x200B, 0x200E, 0x200F))
"""Invisible characters that a script may need to break or order lines. A printed line is already broken: they go."""
_LINE = 500
"""Characters of a text that is searched without a pattern."""
_PART = 1 << 16
"""Characters of a text that are copied at once: a long one takes no further memory."""
_LONGEST = 8
"""Invisible characters in a row. None of a longer row is needed: the longest that is, the tags of a flag, has six."""


def first_unsafe(text: str) -> int | None:
    """Return the offset of the first unsafe character. None: there is none."""
    found = None if without_plain_ascii(text).isprintable() else _unsafe().search(text)
    return found.start() if found else None


def safe(text: str) -> str:
    """Return the text with every unsafe character replaced by U+FFFD; same length, tabs and newlines stay."""
    rest = without_plain_ascii(text)
    return _unsafe().sub(REPLACEMENT, text) if not rest.isprintable() and _unsafe().search(rest) else text


@lru_cache(1)
def _unsafe() -> re.Pattern[str]:
    """Return the pattern of C0 other than tab and newline, DEL, C1, bidirectional marks and lone surrogates.

    The marks are overrides and isolates. None of these characters is printable.
    """
    return re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDIRECTIONAL}\ud800-\udfff]")


def without_plain_ascii(text: str) -> str:
    """Return what a text has beside printable ASCII, tabs and newlines: little, so that it is quickly searched."""
    if len(text) > _PART:
        return "".join(without_plain_ascii(text[at : at + _PART]) for at in range(0, len(text), _PART))
    return text.encode("utf-8", "surrogatepass").translate(None, _SAFE_ASCII).decode("utf-8", "surrogatepass")


def safe_same_length(text: str) -> str:
    """Return the text as one line of the same length that is safe to show: tabs and line ends become spaces."""
    if is_displayable(text):
        return text
    text = text.translate(_WHITE)  # this is enough for most texts that get here
    return text if is_displayable(text) else _mended(text, _replaced)


def safe_line(text: str) -> str:
    """Return the text as one line that is safe to print: unsafe and invisible characters, tabs, newlines as U+FFFD.

    Soft hyphens inside words and the other characters of `_LEFT_OUT` are removed.
    """
    return text if is_displayable(text) else _mended(text, _replaced).translate(_LEFT_OUT)


def one_line(text: str) -> str:
    """Return a text as one line that is safe to show, with single spaces."""
    return safe_line(" ".join(text.split()))


def safe_lines(text: str) -> str:
    """Return a text of several lines that is safe to print; its tabs and newlines stay."""
    return text if is_displayable(text) else _mended(text, _replaced_in_lines).translate(_LEFT_OUT)


def visible(text: str) -> str:
    r"""Return one safe line in which unsafe and invisible characters are spelled out: "a\x1bb" for a, ESC, b."""
    if is_displayable(text):
        return text
    return _mended(text, _spelled).translate({code: _spelled(chr(code)) for code in _LEFT_OUT})


def is_displayable(text: str) -> bool:
    """Tell whether a text has no unsafe and no invisible character and can be shown as it is, as most texts can."""
    is_printable = text.isprintable() or text.translate(_SPACES).isprintable()
    if text.isascii() or not is_printable:
        return is_printable
    return (len(text) >= _LINE and _common().fullmatch(text) is not None) or UNDRAWN.isdisjoint(text)


@lru_cache(1)
def _common() -> re.Pattern[str]:
    """Return the pattern of printable text of the most common alphabets, which contains none of `UNDRAWN`."""
    return re.compile("[\x20-\u034e\u0370-\u115e\u1e00-\u3163]*")


def _replaced(_: str) -> str:
    return REPLACEMENT


def _replaced_in_lines(character: str) -> str:
    return character if character in "\t\n" else REPLACEMENT


def _spelled(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


@lru_cache(1)
def _unfit() -> re.Pattern[str]:
    """Return the pattern of characters that must not be in a line: unsafe and invisible ones, tabs, line ends."""
    unsafe = rf"\x00-\x1f\x7f-\x9f\u2028\u2029{_BIDIRECTIONAL}\ud800-\udfff"
    return re.compile(rf"[{unsafe}{INVISIBLE}][{INVISIBLE}]*")


def _mended(text: str, instead: Callable[[str], str]) -> str:
    """Replace each unsafe character of a text, and each invisible one that is not needed, by `instead` of it."""
    from briefing.base.safe_text.needed_invisible import IS_NEEDED  # few texts need it

    def became(found: re.Match[str]) -> str:
        characters, start = found.group(), found.start()
        if len(characters) > _LONGEST:
            return "".join(map(instead, characters))
        return "".join(
            character if (rule := IS_NEEDED.get(character)) and rule(text, at) else instead(character)
            for at, character in enumerate(characters, start)
        )

    return _unfit().sub(became, text)
