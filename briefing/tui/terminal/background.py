"""Whether the terminal's background is light, by what the terminal says: its answer to OSC 11, and mode 2031."""

from __future__ import annotations

import re

from briefing.base.named_tuple import NamedTuple

_ANSWER = (
    r"\x1b\]11;(?:rgba?:([0-9A-Fa-f]{1,4})/([0-9A-Fa-f]{1,4})/([0-9A-Fa-f]{1,4})(?:/[0-9A-Fa-f]{1,4})?"
    r"|#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2}))(?:\x07|\x1b\\)"
)
"""XParseColor's forms of a colour: so many digits of each part, of a whole that is all F."""
_SCHEME = r"\x1b\[\?997;([12])n"
"""Mode 2031: 1 is dark, 2 is light."""
_ANY_ANSWER = rb"\x1b\]11;[^\x07\x1b]{0,40}(?:\x07|\x1b\\)"
_BEGUN = rb"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,40}\x1b?)?)?)?)?\Z"
"""All are compiled when a terminal answers: few do before the first frame."""


class Answers(NamedTuple):
    """What stands in bytes of a terminal."""

    keys: bytes
    """All that belongs to no answer."""
    unfinished: bytes
    """The beginning of an answer, at the end."""
    is_light: bool | None
    """What the last answer says. None: there is none that can be understood."""


def is_light_answer(sequence: str) -> bool | None:
    """Return what an answer to OSC 11 says. None: it is no such answer."""
    found = re.fullmatch(_ANSWER, sequence)
    if found is None:
        return None
    parts = [part for part in found.groups() if part]
    red, green, blue = (int(part, 16) / int("f" * len(part), 16) for part in parts)
    return 0.299 * red + 0.587 * green + 0.114 * blue > 1 / 2  # how bright it seems, by ITU-R BT.601


def is_light_scheme(sequence: str) -> bool | None:
    """Return what a notification of mode 2031 says. None: it is no such notification."""
    found = re.fullmatch(_SCHEME, sequence)
    return None if found is None else found[1] == "2"


def without_answers(data: bytes) -> Answers:
    """Take the answers to OSC 11 out of what a terminal has sent."""
    found = [is_light_answer(answer.decode("ascii", "replace")) for answer in re.findall(_ANY_ANSWER, data)]
    keys = re.sub(_ANY_ANSWER, b"", data)
    begun = re.search(_BEGUN, keys)
    at = begun.start() if begun else len(keys)
    said = [is_light for is_light in found if is_light is not None]
    return Answers(keys[:at], keys[at:], said[-1] if said else None)
