"""Owns what may reach a terminal: turns any text into text that can only be read, never obeyed.

Works by code points, never by matching escape sequences: an unterminated one got past `less` (CVE-2022-46663).
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDIRECTIONAL}\ud800-\udfff]")
"""C0 other than tab and newline, DEL, C1, bidirectional overrides and isolates, lone surrogates."""
_UNSAFE_IN_LINE = re.compile(rf"[\x00-\x1f\x7f-\x9f\u2028\u2029{_BIDIRECTIONAL}\ud800-\udfff]")


def first_unsafe(text: str) -> int | None:
    """Return the offset of the first character that must not be shown, or None."""
    found = _UNSAFE.search(text)
    return found.start() if found else None


def safe(text: str) -> str:
    """Return the text with every unsafe character as U+FFFD; tabs and newlines stay. Same length as the input."""
    return _UNSAFE.sub(REPLACEMENT, text)


def safe_line(text: str) -> str:
    """Return the text as one line that is safe to print: unsafe characters, tabs and newlines become U+FFFD."""
    return _UNSAFE_IN_LINE.sub(REPLACEMENT, text)


def visible(text: str) -> str:
    r"""Return one safe line in which unsafe characters are spelled out, for file names: "a\x1bb" for a, ESC, b."""
    return _UNSAFE_IN_LINE.sub(lambda found: _spelled(found.group()), text)


def _spelled(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
