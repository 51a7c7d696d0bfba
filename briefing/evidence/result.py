"""Owns what a check finds: the verdict on each cite, and what is known of a whole brief. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from briefing.derivation import Derived
from briefing.evidence.origins import Resting
from briefing.frozen import frozen
from briefing.model import TextState
from briefing.problems import Problem

MOST_PLACES = 100
"""A quote that occurs more often is said to occur this often."""


class Span(NamedTuple):
    """A stretch of characters, `end` excluded."""

    start: int
    end: int


class State(StrEnum):
    """What became of looking for a quote."""

    FOUND = "found"
    AMBIGUOUS = "found more than once"
    """And `at` does not settle it."""
    MISPLACED = "not in that paragraph"
    """The words are in the text, but not where `at` says."""
    NOT_FOUND = "not found"
    NOT_HELD = "text not held"
    """There is no saved text to look in, or it cannot be read."""
    CHANGED = "text changed"
    """The words are found, but the saved text is no longer the one that the brief was checked against."""
    NO_QUOTE = "no quote"
    """The cite names a source and no words."""


class Tier(StrEnum):
    """How exactly the words of the text are those of the quote."""

    EXACT = "exact"
    WHITE_SPACE = "but for white space"
    TYPOGRAPHY = "but for typography"


@frozen
class Verdict:
    """What is known of one cite."""

    state: State
    span: Span | None = None
    """Offsets of the words in the saved text. None: not known, or not one place."""
    paragraph: int | None = None
    """The number that `at` would name; 0 is the title."""
    tier: Tier | None = None
    places: tuple[int, ...] = ()
    """Paragraphs of all places where the words stand, in order, at most `MOST_PLACES`."""
    spans: tuple[Span, ...] = field(default=(), compare=False, repr=False)
    """Where the words stand when the verdict is not one place: possible, never to be shown as found."""

    @property
    def verified(self) -> bool:
        """Whether the words may be shown as found."""
        return self.state is State.FOUND

    @property
    def words(self) -> str:
        """The verdict for a reader: "found in para 3, exact", "found 2 times: para 1, 4"."""
        match self.state:
            case State.FOUND:
                return f"found in {paragraph_words(self.paragraph or 0)}, {self.tier}"
            case State.AMBIGUOUS:
                return f"found {len(self.places)} times: {self._where()}"
            case State.MISPLACED:
                return f"not in that paragraph, but in {self._where()}"
            case _:
                return str(self.state)

    def _where(self) -> str:
        return ", ".join(paragraph_words(number) for number in dict.fromkeys(self.places))


def paragraph_words(number: int) -> str:
    """Name a paragraph the way `at` does."""
    return f"para {number}" if number else "the title"


class Counts(NamedTuple):
    """The figures of a brief's one honest line. Every claim is counted once, by the worst of its cites."""

    claims: int
    verified: int
    """Claims of which every quote is found, and which have a quote."""
    not_held: int
    """Claims with a quote whose text is not held or has changed."""
    not_found: int
    """Claims with a quote that is not found, not there, or found more than once."""
    origins: int
    """Independent origins behind all claims."""


@frozen
class Evidence:
    """What is known of how a brief stands to the texts of its sources."""

    cites: Mapping[int, tuple[Verdict, ...]]
    """The verdicts on each claim's cites, by the claim's place in `Brief.claims()`, from 0."""
    source_cites: Mapping[str, tuple[Verdict, ...]]
    """The verdicts on a source's own cites (where `via` names it), by the id of the source."""
    findings: tuple[Problem, ...]
    """In the order of their places."""
    counts: Counts
    resting: Mapping[str, Resting]
    """What rests on each source, by id."""
    derived: Mapping[str, Derived]
    """The results of the derived figures, by expression."""
    texts: Mapping[str, TextState] = field(default_factory=dict)
    """What became of reading each source's own saved text, by id; of those that were looked for."""
    changed: frozenset[str] = frozenset()
    """The sources whose saved text is no longer the one that the brief was checked against."""
