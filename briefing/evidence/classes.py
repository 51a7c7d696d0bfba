"""The classes of claims as a reader sees them: sign, word, name in the head line, and what each means.

One entry for each `Support`. Everything that shows or counts claims takes its words from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from briefing.base.frozen import frozen_kw_only
from briefing.evidence.result import Support


class Tone(StrEnum):
    """How much a class should stand out; the theme chooses the colour."""

    GOOD = "good"
    QUIET = "quiet"
    CAUTION = "caution"
    ALARM = "alarm"


@frozen_kw_only
class ClaimClass:
    """One class of claims."""

    support: Support
    full: str
    """Its sign in a Unicode terminal. Empty: claims of this class have no sign."""
    ascii: str
    """Its sign in an ASCII terminal."""
    word: str
    """Its name where no signs are used."""
    tone: Tone
    counted: str
    """Its name after a number: "2 doubtful"."""
    meaning: str
    """One line for a reader who asks what the sign means."""


_EVERY = (
    ClaimClass(
        support=Support.VERIFIED,
        full="✓",
        ascii="ok",
        word="verified",
        tone=Tone.GOOD,
        counted="verified",
        meaning="verified: quotes found, and every rule that applies holds",
    ),
    ClaimClass(
        support=Support.DOUBTFUL,
        full="!",
        ascii="!",
        word="doubtful",
        tone=Tone.ALARM,
        counted="doubtful",
        meaning="doubtful: quotes found, but they do not carry the claim",
    ),
    ClaimClass(
        support=Support.WORDS_FOUND,
        full="◇",
        ascii="w",
        word="words found",
        tone=Tone.QUIET,
        counted="words found",
        meaning="words found: quotes found, but not all could be checked",
    ),
    ClaimClass(
        support=Support.NOT_FOUND,
        full="✗",
        ascii="x",
        word="not found",
        tone=Tone.ALARM,
        counted="not found",
        meaning="not found: a quote is not in the saved text",
    ),
    ClaimClass(
        support=Support.AMBIGUOUS,
        full="?",
        ascii="?",
        word="found more than once",
        tone=Tone.CAUTION,
        counted="ambiguous",
        meaning="ambiguous: a quote is there more than once",
    ),
    ClaimClass(
        support=Support.NOT_HELD,
        full="∅",
        ascii="-",
        word="text not held",
        tone=Tone.CAUTION,
        counted="text not held",
        meaning="text not held: there is no saved text to look in",
    ),
    ClaimClass(
        support=Support.CHANGED,
        full="≠",
        ascii="!=",
        word="text changed",
        tone=Tone.CAUTION,
        counted="text changed",
        meaning="text changed: the saved text is not the one that was pinned",
    ),
    ClaimClass(
        support=Support.NO_QUOTE,
        full="",
        ascii="",
        word="",
        tone=Tone.QUIET,
        counted="without a quote",
        meaning="no sign: the claim quotes no words",
    ),
)

CLASSES: Mapping[Support, ClaimClass] = MappingProxyType({one.support: one for one in _EVERY})
"""By support, in the order of the head line."""
MEANING = (
    "the words are there, and every rule for numbers, dates, units, names and doubt that applies could be decided and "
    "holds. It does not mean that the source is right, nor that who did what to whom was understood: rules cannot see "
    "that."
)
"""What the sign of a verified claim means and does not mean. Written to follow the words "it means that"."""
