"""Tells where invisible characters are needed by a script or an emoji, from the Unicode standards.

- U+200C and U+200D (non-joiner, joiner) beside a letter of a script whose letters join (Arabic, Syriac, Mongolian),
  combining marks skipped, and beside a virama of an Indic script: UAX #31, section 2.3.1, contexts A1, A2 and B. Also
  a joiner at the end of a word, as in Persian abbreviations, which UAX #31 excludes from identifiers.
- U+200D between two pictographs, and the tags of the flags of England, Scotland and Wales: UTS #51, ED-16 and ED-14a.
- Variation selectors after a character that has variants: emoji (UTS #51, ED-8 and ED-9a), ideographs (UTS #37),
  letters of Mongolian, Myanmar and Phags-pa, and mathematical signs (StandardizedVariants.txt).
- U+00AD between two letters and U+200B between two letters of scripts without spaces: UAX #14, classes BA and ZW.
- U+200E, U+200F and U+061C near letters that are written from right to left: UAX #9, section 2.6.

Two of a kind in a row are never needed, so that no message can be hidden in them. A text may be a part of a longer one:
at its beginning and end, only the neighbour that is there decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

_JOINERS = ("\u200c", "\u200d")
_MARKS_OF_DIRECTION = ("\u061c", "\u200e", "\u200f")
_KEYS = tuple("0123456789#*")
_KEYCAP = "\u20e3"
_FLAG = "\U0001f3f4"
_CANCEL = "\U000e007f"
_FLAGS = frozenset(
    "".join(chr(0xE0000 + ord(letter)) for letter in region) + _CANCEL for region in ("gbeng", "gbsct", "gbwls")
)
"""Tags of the flags of England, Scotland and Wales, the only ones recommended for general interchange."""
_FLAG_TAGS = 6
_VIRAMA = 9
"""Canonical combining class of the virama, the sign that removes the vowel of a consonant."""
_NEAR = 60
"""Characters on either side: a mark of direction is needed if a right-to-left letter is that near."""
_MOST_MARKS = 8
"""Combining marks on one letter that are skipped at most: no script has more."""


def _characters(*ranges: tuple[int, int] | int) -> frozenset[str]:
    """Return characters by their code points: single ones, and ranges with both ends included."""
    pairs = ((one, one) if isinstance(one, int) else one for one in ranges)
    return frozenset(chr(code) for start, end in pairs for code in range(start, end + 1))


_PICTOGRAPHS = _characters(
    *(0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, (0x2194, 0x2199), (0x21A9, 0x21AA), (0x231A, 0x231B), 0x2328, 0x2388),
    *(0x23CF, (0x23E9, 0x23F3), (0x23F8, 0x23FA), 0x24C2, (0x25AA, 0x25AB), 0x25B6, 0x25C0, (0x25FB, 0x25FE)),
    *((0x2600, 0x2605), (0x2607, 0x2612), (0x2614, 0x2685), (0x2690, 0x2705), (0x2708, 0x2712), 0x2714, 0x2716, 0x271D),
    *(0x2721, 0x2728, (0x2733, 0x2734), 0x2744, 0x2747, 0x274C, 0x274E, (0x2753, 0x2755), 0x2757, (0x2763, 0x2767)),
    *((0x2795, 0x2797), 0x27A1, 0x27B0, 0x27BF, (0x2934, 0x2935), (0x2B05, 0x2B07), (0x2B1B, 0x2B1C), 0x2B50, 0x2B55),
    *(0x3030, 0x303D, 0x3297, 0x3299, (0x1F000, 0x1F0FF), (0x1F10D, 0x1F10F), 0x1F12F, (0x1F16C, 0x1F171)),
    *((0x1F17E, 0x1F17F), 0x1F18E, (0x1F191, 0x1F19A), (0x1F1AD, 0x1F1E5), (0x1F201, 0x1F20F), 0x1F21A, 0x1F22F),
    *((0x1F232, 0x1F23A), (0x1F23C, 0x1F23F), (0x1F249, 0x1F3FA), (0x1F400, 0x1F53D), (0x1F546, 0x1F64F)),
    *((0x1F680, 0x1F6FF), (0x1F774, 0x1F77F), (0x1F7D5, 0x1F7FF), (0x1F80C, 0x1F80F), (0x1F848, 0x1F84F)),
    *((0x1F85A, 0x1F85F), (0x1F888, 0x1F88F), (0x1F8AE, 0x1F8FF), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945)),
    *((0x1F947, 0x1FAFF), (0x1FC00, 0x1FFFD)),
)
"""Extended_Pictographic of emoji-data.txt, Unicode 15."""
_TONES = _characters((0x1F3FB, 0x1F3FF))
_CURSIVE = frozenset(
    character
    for character in _characters(
        *((0x0620, 0x06FF), (0x0700, 0x077F), (0x07C0, 0x07FF), (0x0840, 0x08FF), (0x1800, 0x18AF), (0xA840, 0xA87F)),
        *((0x10AC0, 0x10AFF), (0x10B80, 0x10BAF), (0x10D00, 0x10D3F), (0x10F30, 0x10F6F), (0x10FB0, 0x10FDF)),
        (0x1E900, 0x1E95F),
    )
    if character.isalpha()
)
"""Letters of scripts whose letters join, by Unicode block."""
_WITHOUT_SPACES = _characters(
    *((0x0E00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19FF), (0x1A20, 0x1AAF), (0x1B00, 0x1B7F)),
    *((0xA980, 0xA9FF), (0xAA60, 0xAADF)),
)
"""Blocks of scripts without spaces between words: Thai, Lao, Tibetan, Myanmar, Khmer, Tai, Balinese, Javanese."""
_IDEOGRAPHS = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U000323af"))
_MONGOLIAN = _characters((0x1820, 0x18AA))
_VARIED = _characters((0x1000, 0x109F), (0xA840, 0xA87F), (0xAA60, 0xAA7F))
_FROM_RIGHT = re.compile(
    "[\u05d0-\u05f4\u0620-\u064a\u066e-\u06d5\u06ee-\u06ff\u0700-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)


def _joins_letters(text: str, at: int) -> bool:
    """Tell whether a joiner or a non-joiner is beside a letter that joins, or beside a virama."""
    before, after = _before(text, at), _after(text, at)
    if before in _JOINERS:
        return False
    is_beside_letter = before in _CURSIVE or after in _CURSIVE or _letter_before(text, at) in _CURSIVE
    return is_beside_letter or _is_virama(before) or _is_virama(after)


def _joins(text: str, at: int) -> bool:
    return _joins_pictographs(text, at) or _joins_letters(text, at)


def _joins_pictographs(text: str, at: int) -> bool:
    before, after = _before(text, at), _after(text, at)
    if before == "\ufe0f" or before in _TONES:
        before = _before(text, at - 1)
    # At the end of a text the next pictograph (of a family) may be in the next part.
    return before in _PICTOGRAPHS and (not after or after in _PICTOGRAPHS)


def _is_virama(character: str) -> bool:
    return character != "" and unicodedata.combining(character) == _VIRAMA


def _is_ideograph(character: str) -> bool:
    return any(first <= character <= last for first, last in _IDEOGRAPHS)


def _selects_emoji(text: str, at: int) -> bool:
    before = _before(text, at)
    return _after(text, at) == _KEYCAP if before in _KEYS else before in _PICTOGRAPHS


def _selects(text: str, at: int) -> bool:
    before = _before(text, at)
    return before in _VARIED or _is_ideograph(before) or (before != "" and unicodedata.category(before) == "Sm")


def _selects_ideograph(text: str, at: int) -> bool:
    return _is_ideograph(_before(text, at))


def _selects_mongolian(text: str, at: int) -> bool:
    return _before(text, at) in _MONGOLIAN


def _is_of_flag(text: str, at: int) -> bool:
    start = text.rfind(_FLAG, max(0, at - _FLAG_TAGS), at) + 1
    return start > 0 and text[start : start + _FLAG_TAGS] in _FLAGS


def _is_inside_word(text: str, at: int) -> bool:
    """Tell whether a soft hyphen is between two letters, where a word may be broken."""
    return _letter_before(text, at).isalpha() and _after(text, at).isalpha()


def _parts_words(text: str, at: int) -> bool:
    """Tell whether a zero-width space is between two letters of scripts without spaces."""
    return _before(text, at) in _WITHOUT_SPACES and _after(text, at) in _WITHOUT_SPACES


def _is_near_letters_from_right(text: str, at: int) -> bool:
    return _before(text, at) not in _MARKS_OF_DIRECTION and bool(
        _FROM_RIGHT.search(text, max(0, at - _NEAR), at + _NEAR)
    )


def _before(text: str, at: int) -> str:
    return text[at - 1] if at else ""


def _after(text: str, at: int) -> str:
    return text[at + 1 : at + 2]


def _letter_before(text: str, at: int) -> str:
    """Return the last character before an offset that is not a combining mark. Empty: there is none."""
    for before in range(at - 1, max(-1, at - 1 - _MOST_MARKS), -1):
        if not unicodedata.combining(text[before]):
            return text[before]
    return ""


Rule = Callable[[str, int], bool]
"""Tells whether the character at an offset of a text is needed there."""

IS_NEEDED: Mapping[str, Rule] = {
    "\u00ad": _is_inside_word,
    "\u200b": _parts_words,
    "\u200c": _joins_letters,
    "\u200d": _joins,
    **dict.fromkeys(_MARKS_OF_DIRECTION, _is_near_letters_from_right),
    **dict.fromkeys("\u180b\u180c\u180d\u180e\u180f", _selects_mongolian),
    **dict.fromkeys(map(chr, range(0xFE00, 0xFE0E)), _selects),
    **dict.fromkeys("\ufe0e\ufe0f", _selects_emoji),
    **dict.fromkeys(map(chr, range(0xE0100, 0xE01F0)), _selects_ideograph),
    **dict.fromkeys(map(chr, range(0xE0020, 0xE0080)), _is_of_flag),
}
"""The rule of each invisible character that may be needed."""
