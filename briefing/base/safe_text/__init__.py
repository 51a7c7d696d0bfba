"""What may reach a terminal: any text becomes text that can only be read, never obeyed, and that hides nothing.

Works by code points, never by matching escape sequences: an unterminated one got past `less` (CVE-2022-46663).
Three ways lead out of here. `safe` is for what is read from a file: only what a terminal would obey is replaced, since
evidence has to be compared with what was written. `safe_line` and `safe_in_place` are for whatever is shown: characters
that nobody sees are replaced as well, unless a script or an emoji needs them where they stand (see `joining`).
`visible` is for names of files and what else was typed: it spells out what the others replace.
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
"""Characters that are drawn as nothing, as the inside of a set of a pattern: those with the Unicode property
Default_Ignorable_Code_Point, bidirectional overrides and isolates aside, and other format characters without a sign."""

_BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDIRECTIONAL}\ud800-\udfff]")
"""C0 other than tab and newline, DEL, C1, bidirectional overrides and isolates, lone surrogates."""
UNDRAWN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""Invisible characters that Python counts as printable: letters and marks by their categories."""
_COMMON = re.compile("[\x20-\u034e\u0370-\u115e\u1e00-\u3163]*")
"""Of printable text: letters and signs of the most usual alphabets, among which there is none of these."""
_WHITE = dict.fromkeys(map(ord, "\t\n\u2028\u2029"), " ")
_SPACES = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
"""Spaces that Python does not count as printable."""
_WITHOUT_PLACE = dict.fromkeys((0xAD, 0x61C, 0x200B, 0x200E, 0x200F))
"""Of the invisible characters those that say how a line may be broken or ordered, where a script needs them: a line
that is printed has no use for them."""
_LONGEST = 8
"""Characters that were found together, above which none of them can be needed: the tags of a flag are six."""


def first_unsafe(text: str) -> int | None:
    """Return the offset of the first character that must not be shown, or None."""
    found = _UNSAFE.search(text)
    return found.start() if found else None


def safe(text: str) -> str:
    """Return the text with every unsafe character as U+FFFD; tabs and newlines stay. Same length as the input."""
    return _UNSAFE.sub(REPLACEMENT, text)


def safe_in_place(text: str) -> str:
    """Return the text as one line that is safe to show, of the same length: tabs and ends of lines become spaces."""
    if is_fit(text):
        return text
    text = text.translate(_WHITE)  # most that are not fit have nothing else
    return text if is_fit(text) else _mended(text, _replaced)


def safe_line(text: str) -> str:
    """Return the text as one line that is safe to print: unsafe and invisible characters, tabs, newlines as U+FFFD.

    Soft hyphens inside words and the like, which nobody misses, are left out.
    """
    return text if is_fit(text) else _mended(text, _replaced).translate(_WITHOUT_PLACE)


def safe_lines(text: str) -> str:
    """Return a text of several lines that is safe to print; its tabs and newlines stay."""
    return text if is_fit(text) else _mended(text, _replaced_in_lines).translate(_WITHOUT_PLACE)


def visible(text: str) -> str:
    r"""Return one safe line in which unsafe characters are spelled out, for file names: "a\x1bb" for a, ESC, b."""
    if is_fit(text):
        return text
    return _mended(text, _spelled).translate({code: _spelled(chr(code)) for code in _WITHOUT_PLACE})


def is_fit(text: str) -> bool:
    """Tell whether a text can be shown as it is, without a character that is unsafe or invisible: nearly every one."""
    is_printable = text.isprintable() or text.translate(_SPACES).isprintable()
    return is_printable and (_COMMON.fullmatch(text) is not None or UNDRAWN.isdisjoint(text))


def _replaced(_: str) -> str:
    return REPLACEMENT


def _replaced_in_lines(character: str) -> str:
    return character if character in "\t\n" else REPLACEMENT


def _spelled(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


@lru_cache(1)
def _unfit() -> re.Pattern[str]:
    """Return what finds characters not to be shown in a line: unsafe ones, ends of lines, tabs, what nobody sees."""
    unsafe = rf"\x00-\x1f\x7f-\x9f\u2028\u2029{_BIDIRECTIONAL}\ud800-\udfff"
    return re.compile(rf"[{unsafe}{INVISIBLE}][{INVISIBLE}]*")


def _mended(text: str, instead: Callable[[str], str]) -> str:
    """Return a text with something else for each unsafe character, and for each invisible one that nothing needs."""
    from briefing.base.safe_text.joining import RULES  # few texts have any

    def became(found: re.Match[str]) -> str:
        characters, start = found.group(), found.start()
        if len(characters) > _LONGEST:
            return "".join(map(instead, characters))
        return "".join(
            character if (rule := RULES.get(character)) and rule(text, at) else instead(character)
            for at, character in enumerate(characters, start)
        )

    return _unfit().sub(became, text)
