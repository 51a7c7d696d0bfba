"""What a check finds: the verdict on each cite, how far each claim is supported, and what is known of a whole brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.base.problems import Problem
from briefing.evidence.origins import Dependents
from briefing.format.arithmetic import Derived
from briefing.format.model import TextState

MOST_PLACES = 100
"""A quote that occurs more often is said to occur this often."""


class Span(NamedTuple):
    """A stretch of characters, `end` excluded."""

    start: int
    end: int


class QuoteState(StrEnum):
    """What became of looking for a quote."""

    FOUND = "found"
    AMBIGUOUS = "found more than once"
    """And `at` does not settle it."""
    MISPLACED = "not in that paragraph"
    """The words are in the text, but not where `at` says."""
    NOT_FOUND = "not found"
    NOT_SOUGHT = "not looked for"
    """To look for all quotes of the brief would have taken too long."""
    NOT_HELD = "text not held"
    """There is no saved text to look in, or it cannot be read."""
    CHANGED = "text changed"
    """The words are found, but the saved text is no longer the one that the brief was checked against."""
    NO_QUOTE = "no quote"
    """The cite names a source and no words."""

    @property
    def support(self) -> Support | None:
        """The best that a claim can be with a quote in this state. None: it takes nothing from the others."""
        return _OF_STATE.get(self)


class Exactness(StrEnum):
    """How exactly the words of the text are those of the quote."""

    EXACT = "exact"
    WHITE_SPACE = "differs only in white space"
    TYPOGRAPHY = "differs only in typography"


@frozen
class Verdict:
    """What is known of one cite."""

    state: QuoteState
    span: Span | None = None
    """Offsets of the words in the saved text. None: not known, or not one place."""
    paragraph: int | None = None
    """The number that `at` would name; 0 is the title."""
    exactness: Exactness | None = None
    places: tuple[int, ...] = ()
    """Paragraphs of all places where the words stand, in order, at most `MOST_PLACES`."""
    spans: tuple[Span, ...] = field(default=(), compare=False, repr=False)
    """Where the words stand when the verdict is not one place: possible, never to be shown as found."""

    @property
    def verified(self) -> bool:
        """Whether the words may be shown as found."""
        return self.state is QuoteState.FOUND

    @property
    def words(self) -> str:
        """The verdict for a reader: "found in para 3, exact", "found 2 times: para 1, 4"."""
        match self.state:
            case QuoteState.FOUND:
                return f"found in {paragraph_words(self.paragraph or 0)}, {self.exactness}"
            case QuoteState.AMBIGUOUS:
                return f"found {len(self.places)} times: {self._where()}"
            case QuoteState.MISPLACED:
                return f"not in that paragraph, but in {self._where()}"
            case _:
                return str(self.state)

    def _where(self) -> str:
        return ", ".join(paragraph_words(number) for number in dict.fromkeys(self.places))


def paragraph_words(number: int) -> str:
    """Name a paragraph the way `at` does."""
    return f"para {number}" if number else "the title"


class Support(StrEnum):
    """How far the sources support one claim. Every claim is in exactly one of these, the worst that applies."""

    NOT_FOUND = "not found"
    """A quote is not in the saved text, or not where `at` says, or there are too many to look for this one."""
    AMBIGUOUS = "ambiguous"
    """A quote is there more than once, and nothing says which is meant."""
    CHANGED = "text changed"
    """The words are there, in a saved text that is no longer the one that the brief was checked against."""
    NOT_HELD = "text not held"
    """There is no saved text to look a quote up in."""
    NO_QUOTE = "no quote"
    """The claim quotes no words: nothing could be checked."""
    DOUBTFUL = "doubtful"
    """All quotes are found, and a rule has found fault with what the claim makes of them."""
    WORDS_FOUND = "words found"
    """All quotes are found and no fault is, but something that applies could not be checked."""
    VERIFIED = "verified"
    """All quotes are found, and every rule that applies could be decided and holds."""

    @property
    def rank(self) -> int:
        """Place from the worst, 0, to the best, for choosing the worst of several."""
        return _RANKS[self]

    @property
    def is_broken(self) -> bool:
        """Whether the writer has to mend the claim: its words are not there once, or do not carry it."""
        return self in {Support.NOT_FOUND, Support.AMBIGUOUS, Support.DOUBTFUL}


_RANKS = {support: rank for rank, support in enumerate(Support)}
_OF_STATE = {
    QuoteState.NOT_FOUND: Support.NOT_FOUND,
    QuoteState.NOT_SOUGHT: Support.NOT_FOUND,
    QuoteState.MISPLACED: Support.NOT_FOUND,
    QuoteState.AMBIGUOUS: Support.AMBIGUOUS,
    QuoteState.CHANGED: Support.CHANGED,
    QuoteState.NOT_HELD: Support.NOT_HELD,
    QuoteState.FOUND: Support.VERIFIED,
}


@frozen
class Assessment:
    """How far one claim is supported, and why no further."""

    support: Support
    findings: tuple[Problem, ...] = ()
    """What is wrong with the claim and its cites, in the order of their places."""
    unchecked: tuple[str, ...] = ()
    """Why rules that apply could not be decided: "no rules for Russian". May hold text from the brief."""


class Counts(NamedTuple):
    """The figures of a brief's one honest line. Every claim is counted once, by its support.

    Between `claims` and `origins` stands one field for each `Support`, in that order and of that name.
    """

    claims: int
    not_found: int
    ambiguous: int
    changed: int
    not_held: int
    no_quote: int
    doubtful: int
    words_found: int
    verified: int
    origins: int
    """Independent origins behind all claims."""

    def of(self, support: Support) -> int:
        """Return how many claims are supported so far and no further."""
        return self[1 + support.rank]


@frozen
class Evidence:
    """What is known of how a brief stands to the texts of its sources."""

    cites: Mapping[int, tuple[Verdict, ...]]
    """The verdicts on each claim's cites, by the claim's place in `Brief.claims()`, from 0."""
    source_cites: Mapping[str, tuple[Verdict, ...]]
    """The verdicts on a source's own cites (where `via` names it), by the id of the source."""
    claims: tuple[Assessment, ...]
    """How far each claim is supported, in the order of `Brief.claims()`."""
    findings: tuple[Problem, ...]
    """All that was found in the brief, its claims included, in the order of their places."""
    counts: Counts
    dependents: Mapping[str, Dependents]
    """What rests on each source, by id."""
    derived: Mapping[str, Derived]
    """The results of the derived figures, by expression."""
    texts: Mapping[str, TextState] = field(default_factory=dict)
    """What became of reading each source's own saved text, by id; of those that were looked for."""
    changed: frozenset[str] = frozenset()
    """The sources whose saved text is no longer the one that the brief was checked against."""
