"""Decodes the bytes of a file into text that a YAML parser accepts and whose lines are those of an editor.

Control characters never reach the parser: they become U+FFFD here, with one warning a line.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Spot
from briefing.base.safe_text import REPLACEMENT, safe, without_plain_ascii

SEPARATORS = {"\U0010fffe": "\u2028", "\U0010ffff": "\u2029"}
"""YAML 1.1 breaks lines at U+2028 and U+2029, editors and YAML 1.2 do not: these noncharacters take their place."""
_TO_STAND_INS = {ord(separator): stand_in for stand_in, separator in SEPARATORS.items()}
_FROM_STAND_INS = {ord(stand_in): separator for stand_in, separator in SEPARATORS.items()}
_NONCHARACTERS = {0xFFFE: REPLACEMENT, 0xFFFF: REPLACEMENT}
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
"""Byte order marks, the longer ones first."""
_WARNINGS = 20
"""Lines with control characters that get a warning of their own at most."""


class Finding(NamedTuple):
    """A problem with the characters of a file, and its position."""

    spot: Spot
    sentence: str


class Decoded(NamedTuple):
    """The text of a file, decoded as well as possible."""

    text: str
    finding: Finding | None
    """Why it is not valid UTF-8. None: it is valid."""


def decode(data: bytes) -> Decoded:
    """Decode UTF-8. Anything else is decoded as well as possible, with the position of the first wrong byte."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _other_encoding(data, codec, name)
    if b"\x00" in data[1:4:2] and b"\x00" not in data[0:4:2]:
        return _other_encoding(data, "utf-16-le", "UTF-16")
    try:
        return Decoded(data.removeprefix(b"\xef\xbb\xbf").decode(), None)
    except UnicodeDecodeError as error:
        before = unified_line_ends(error.object[: error.start].decode("utf-8", "replace"))
        spot = Spot(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        byte = error.object[error.start]
        sentence = f"the file is not UTF-8: byte 0x{byte:02x} is not valid here (save the file as UTF-8)"
        return Decoded(error.object.decode("utf-8", "replace"), Finding(spot, sentence))


def _other_encoding(data: bytes, codec: str, name: str) -> Decoded:
    sentence = f"the file is in {name}, and a brief is in UTF-8: save it as UTF-8"
    return Decoded(data.decode(codec, "replace"), Finding(Spot(1, 1), sentence))


def unified_line_ends(text: str) -> str:
    r"""Return a text in which every line ends with \n, also those that ended with \r\n or \r."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class Prepared(NamedTuple):
    """Text for the parser, with the lines and columns of the file."""

    text: str
    findings: list[Finding]
    """Control characters, at most one finding a line."""
    has_separators: bool
    """Whether U+2028 or U+2029 were replaced; `restore_separators` undoes that."""
    has_surrogates: bool = False
    r"""Whether escapes of surrogates (\\ud83d), which no YAML parser accepts, were replaced by stand-ins.

    `join_surrogates` and `undo_stand_ins` undo that.
    """


def prepare_text(text: str) -> Prepared:
    """Prepare a text for the parser: plain line ends, no byte order mark, control characters as U+FFFD."""
    text, has_surrogates = _with_stand_ins(unified_line_ends(text.removeprefix("\ufeff")))
    if _is_plain(text):
        return Prepared(text, [], has_separators=False, has_surrogates=has_surrogates)
    clean = safe(text).translate(_NONCHARACTERS)
    findings = [] if clean == text else _findings(text, clean)
    if "\u2028" in clean or "\u2029" in clean:
        return Prepared(clean.translate(_TO_STAND_INS), findings, has_separators=True, has_surrogates=has_surrogates)
    return Prepared(clean, findings, has_separators=False, has_surrogates=has_surrogates)


def _is_plain(text: str) -> bool:
    return without_plain_ascii(text).isprintable()


def restore_separators(text: str) -> str:
    """Put the separators back that `prepare_text` replaced."""
    return text.translate(_FROM_STAND_INS)


def _with_stand_ins(text: str) -> tuple[str, bool]:
    r"""Replace escapes of surrogates such as \\ud83d, as JSON writes them, by stand-ins such as \\ue83d.

    Return the text, and whether anything was replaced. A text that already has such private-use characters or escapes
    stays as it is, and the parser refuses the surrogates.
    """
    if "\\ud" not in text and "\\uD" not in text:
        return text, False
    if _stand_ins().search(text):
        return text, False
    return _surrogates().subn(lambda found: f"{found[1]}{_OTHER_DIGIT[found[2]]}{found[3]}", text)[0], True


def join_surrogates(text: str) -> str:
    """Return a text in double quotes with each pair of stand-ins as the character that they encode."""
    halves = "".join(chr(ord(one) - _AWAY) if "\ue800" <= one <= "\uefff" else one for one in text)
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def undo_stand_ins(text: str) -> str:
    """Return a text that is not in double quotes as it is in the file, as there backslashes are no escapes."""
    return _stand_in_escapes().sub(lambda found: f"{found[1]}{_OTHER_DIGIT[found[2]]}{found[3]}", text)


_AWAY = 0x1000
"""Difference of the code points of surrogates and their stand-ins."""
_OTHER_DIGIT = {"d": "e", "D": "E", "e": "d", "E": "D"}


@lru_cache(1)
def _surrogates() -> re.Pattern[str]:
    return re.compile(r"((?<!\\)(?:\\\\)*\\u)([dD])([89a-fA-F][0-9a-fA-F]{2})")


@lru_cache(1)
def _stand_in_escapes() -> re.Pattern[str]:
    return re.compile(r"((?<!\\)(?:\\\\)*\\u)([eE])([89a-fA-F][0-9a-fA-F]{2})")


@lru_cache(1)
def _stand_ins() -> re.Pattern[str]:
    return re.compile(r"[\ue800-\uefff]|\\u[eE][89a-fA-F]|\\U0000[eE][89a-fA-F]")


def _findings(text: str, clean: str) -> list[Finding]:
    rows = enumerate(zip(text.split("\n"), clean.split("\n"), strict=True), 1)
    odd = [(number, line, safe_line) for number, (line, safe_line) in rows if line != safe_line]
    findings = []
    for number, line, safe_line in odd[:_WARNINGS]:
        at = next(offset for offset, pair in enumerate(zip(line, safe_line, strict=True)) if pair[0] != pair[1])
        findings.append(Finding(Spot(number, at + 1), f"{describe_character(line[at])} is shown as {REPLACEMENT}"))
    if len(odd) > _WARNINGS:
        last = findings[-1]
        findings[-1] = Finding(last.spot, f"{last.sentence}, and so are those in {len(odd) - _WARNINGS} more lines")
    return findings


def describe_character(character: str) -> str:
    """Return the name of an unsafe character: "control character U+001B"."""
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates
        kind = "half a character (a lone surrogate)"
    elif code in {0xFFFE, 0xFFFF}:
        kind = "noncharacter"
    elif code >= 0x200B:  # noqa: PLR2004 - the bidirectional ones: all others are C0 and C1
        kind = "text direction character"
    else:
        kind = "control character"
    return f"{kind} U+{code:04X}"
