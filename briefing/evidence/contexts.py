"""Owns what a claim is compared with: the words of each of its cites, in the sentence in which the source says them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.codes import Code
from briefing.evidence.dossier import Dossier
from briefing.evidence.folding import fold, folded_dashes, with_dashes
from briefing.evidence.languages import Language
from briefing.evidence.mentions import Mention, mentions
from briefing.evidence.numbers import Number, numbers
from briefing.evidence.passages import paragraphs, sentence
from briefing.evidence.result import Span, State, Verdict
from briefing.model import Cite, Claim, TextState
from briefing.problems import Problem

LONGEST_QUOTE = 5000
"""Characters of a quote whose numbers and dates are read."""

_WITHOUT_WORDS = frozenset({State.NOT_FOUND, State.MISPLACED, State.NO_QUOTE})


class Context(NamedTuple):
    """The words of one cite, as the source's sentence holds them."""

    cite: Cite
    verdict: Verdict
    language: Language
    text: str
    """The sentence or sentences, folded; the quote alone where no text is held."""
    quote: Span
    """Where the quote stands in `text`."""

    @property
    def words(self) -> str:
        """The quote, folded."""
        return self.text[self.quote.start : self.quote.end]

    def numbers(self) -> tuple[Number, ...]:
        """Return the numbers that stand whole in the quote."""
        return _numbers(self.text, self.language, self.quote)

    def mentions(self) -> tuple[Mention, ...]:
        """Return the dates that stand whole in the quote."""
        return _mentions(self.text, self.language, self.quote)


@lru_cache(maxsize=512)
def _numbers(text: str, language: Language, quote: Span) -> tuple[Number, ...]:
    return tuple(one for one in numbers(text, language) if quote.start <= one.start and one.end <= quote.end)


@lru_cache(maxsize=512)
def _mentions(text: str, language: Language, quote: Span) -> tuple[Mention, ...]:
    return tuple(one for one in mentions(text, language) if quote.start <= one.start and one.end <= quote.end)


class Case(NamedTuple):
    """One claim, with everything that its rules need."""

    dossier: Dossier
    claim: Claim
    verdicts: tuple[Verdict, ...]
    """One for each cite."""
    contexts: tuple[Context, ...]
    """One for each cite whose words can be compared with."""

    @property
    def decidable(self) -> bool:
        """Whether every quote of the claim can be compared with; else its own finding is enough."""
        quoted = sum(cite.quote is not None for cite in self.claim.cites)
        return bool(self.contexts) and len(self.contexts) == quoted

    def problem(self, code: Code, field: str, sentence: str) -> Problem:
        """Return a finding about a field of the claim."""
        return self.dossier.problem(code, self.claim.spots, field, sentence)


def context(cite: Cite, verdict: Verdict, dossier: Dossier) -> Context | None:
    """Return the words of a cite in their sentence. None: there are none, they are not in the text, or no rule is."""
    language = dossier.language_of(cite.source)
    if cite.quote is None or language is None or verdict.state in _WITHOUT_WORDS or len(cite.quote) > LONGEST_QUOTE:
        return None
    held = dossier.text(cite.source)
    if verdict.span is None or held is None or held.state is not TextState.HELD:
        words = folded_dashes(cite.quote)
        return Context(cite, verdict, language, words, Span(0, len(words)))
    folded = fold(held.text)
    start, end = folded.offset(verdict.span.start), folded.offset(verdict.span.end - 1) + 1
    block = paragraphs(held.text)[verdict.paragraph or 0]
    within = Span(folded.offset(block.start), folded.offset(block.end - 1) + 1)
    window = sentence(folded.text, Span(start, end), within)
    quote = Span(start - window.start, end - window.start)
    return Context(cite, verdict, language, with_dashes(folded, window.start, window.end), quote)
