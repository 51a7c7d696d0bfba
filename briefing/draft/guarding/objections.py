"""An objection of the guard: a part of a brief that is not passed on, and why."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from briefing.base.named_tuple import NamedTuple
from briefing.edit.brief_text import Path


class GuardCode(StrEnum):
    """Codes of objections that are no findings of the check or of the format. They are stable."""

    NOT_VERIFIED = "not-verified"
    """The check cannot decide something that applies to the claim."""
    NOT_CARRIED = "not-carried"
    """The saved texts do not have these words."""
    NOT_CHECKED = "not-checked"
    """Nothing can check this: a remark, a grade, a key of another program."""
    RESTS_ON_WITHHELD = "rests-on-withheld"
    """It refers to something that is withheld."""


MEANINGS: Mapping[GuardCode, str] = MappingProxyType(
    {
        GuardCode.NOT_VERIFIED: "its words are found, but the check cannot decide something that applies to the claim",
        GuardCode.NOT_CARRIED: "the saved text does not have these words",
        GuardCode.NOT_CHECKED: "nothing can check this: a remark, a judgement, a grade, a key of another program",
        GuardCode.RESTS_ON_WITHHELD: "it refers to something that is withheld",
    }
)
"""What each code says, for the manual."""


class Objection(NamedTuple):
    """A part of a brief that is not passed on."""

    path: Path
    """An item; or a key, a cite or a word of a list, where the rest of the item holds."""
    code: str
    """A code of the check, of the format, or a `GuardCode`."""
    sentence: str
    """Why, without a full stop. May contain text from the brief: the caller makes it safe to print."""
    instead: str | None = None
    """The text that takes its place. None: nothing does."""
