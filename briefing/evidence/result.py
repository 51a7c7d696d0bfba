"""The result of a check: a verdict on each cite, how far each claim is supported, and the findings of the brief."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from briefing.base.frozen import field, frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.evidence.origins import Dependents
from briefing.format.arithmetic import Derived
from briefing.format.model import TextState

MOST_PLACES = 100
"""Places of a quote that are counted at most."""


class Span(NamedTuple):
    """A stretch of a text: offsets in characters, `end` excluded."""

    start: int
    end: int

    def has(self, offset: int) -> bool:
        """Whether the character at an offset is inside."""
        return self.start <= offset < self.end

    def holds(self, start: int, end: int) -> bool:
        """Whether another stretch lies wholly inside."""
        return self.start <= start and end <= self.end


class QuoteState(StrEnum):
    """The result of looking for a quote."""

    FOUND = "found"
    AMBIGUOUS = "found more than once"
    """`at` does not say which place is meant."""
    MISPLACED = "not in that paragraph"
    """The words are in the text, but not where `at` says."""
    NOT_FOUND = "not found"
    NOT_SOUGHT = "not looked for"
    """Looking for all quotes of the brief would take too long."""
    NOT_HELD = "text not held"
    """There is no saved text, or it cannot be read."""
    CHANGED = "text changed"
    """The words are found, but the saved text has changed since the brief was checked against it."""
    NO_QUOTE = "no quote"
    """The cite names a source and no words."""

    @property
    def support(self) -> Support | None:
        """The best class that a claim with such a quote can have. None: the quote does not count."""
        return _OF_STATE.get(self)


class Exactness(StrEnum):
    """How exactly the words in the text match the quote."""

    EXACT = "exact"
    WHITE_SPACE = "differs only in white space"
    TYPOGRAPHY = "differs only in typography"


@frozen
class Verdict:
    """The result of looking for the quote of one cite."""

    state: QuoteState
    span: Span | None = None
    """Where the words are in the saved text. None: nowhere, or in more than one place."""
    paragraph: int | None = None
    """Number of the paragraph, as `at` counts; 0 is the title. None: nowhere, or in more than one place."""
    exactness: Exactness | None = None
    """None: not found in one place."""
    places: tuple[int, ...] = ()
    """Paragraph numbers of all places where the words are, in order; at most `MOST_PLACES`."""
    spans: tuple[Span, ...] = field(default=(), compare=False, repr=False)
    """Where the words are when the verdict is not one place: possible places, never to be shown as found."""

    @property
    def verified(self) -> bool:
        """True: the words may be shown as found."""
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
    """Return the name of a paragraph as `at` counts: "para 3", "the title"."""
    return f"para {number}" if number else "the title"


class Support(StrEnum):
    """How far the sources support one claim, from the worst to the best. A claim has the worst that applies."""

    NOT_FOUND = "not found"
    """A quote is not in the saved text, or not where `at` says, or was not looked for because there are too many."""
    AMBIGUOUS = "ambiguous"
    """A quote is in the saved text more than once, and `at` does not say which place is meant."""
    CHANGED = "text changed"
    """All quotes are found, but the saved text has changed since the brief was checked against it."""
    NOT_HELD = "text not held"
    """There is no saved text to look for a quote in."""
    NO_QUOTE = "no quote"
    """The claim quotes no words, so nothing can be checked."""
    DOUBTFUL = "doubtful"
    """All quotes are found, but a rule finds that they do not say what the claim says."""
    WORDS_FOUND = "words found"
    """All quotes are found and no rule objects, but a rule that applies could not be decided."""
    VERIFIED = "verified"
    """All quotes are found, and every rule that applies holds."""

    @property
    def rank(self) -> int:
        """Position from the worst, 0, to the best."""
        return _RANKS[self]

    @property
    def is_broken(self) -> bool:
        """True: the writer has to correct the claim, because its quotes are not in one place or do not support it."""
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
    """How far one claim is supported, and why it is not verified."""

    support: Support
    findings: tuple[Problem, ...] = ()
    """What is wrong with the claim and its cites, in the order of the file."""
    unchecked: tuple[str, ...] = ()
    """Why rules that apply could not be decided, such as "no rules for Russian". May hold text from the brief."""


class Counts(NamedTuple):
    """The numbers of the head line of a brief. Every claim is counted once, by its support.

    Between `claims` and `origins` there is one field for each `Support`, of the same name and in the same order.
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
    """Independent origins of all claims together."""
    finding_errors: int = 0
    """What was found besides the problems of the format: errors."""
    finding_warnings: int = 0
    """The same: warnings. Notes are not counted."""

    def of(self, support: Support) -> int:
        """Return how many claims have this support."""
        return self[1 + support.rank]


@frozen
class Evidence:
    """The whole result of checking one brief against the texts of its sources."""

    cites: Mapping[int, tuple[Verdict, ...]]
    """The verdicts on the cites of each claim, by the number of the claim in `Brief.claims()`, from 0."""
    source_cites: Mapping[str, tuple[Verdict, ...]]
    """The verdicts on the cites of each source (where the article names it), by source id."""
    claims: tuple[Assessment, ...]
    """One for each claim, in the order of `Brief.claims()`."""
    findings: tuple[Problem, ...]
    """Everything that was found, in claims and elsewhere, in the order of the file."""
    counts: Counts
    dependents: Mapping[str, Dependents]
    """What rests on each source, by source id."""
    derived: Mapping[str, Derived]
    """The results of the derived figures, by expression."""
    texts: Mapping[str, TextState] = field(default_factory=dict)
    """Whether the saved text of each source was found and read, by source id; only texts that were looked for."""
    changed: frozenset[str] = frozenset()
    """Ids of the sources whose saved text has changed since the brief was checked against it."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of the briefs that `related` and `supersedes` name, by id, as far as the library has them."""
