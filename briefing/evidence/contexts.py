"""Owns what a claim is compared with: the words of each of its cites, in the sentence in which the source says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.evidence.codes import Code
from briefing.evidence.folding import fold, fold_words
from briefing.evidence.languages import Language, table
from briefing.evidence.mentions import Mention, mentions
from briefing.evidence.numbers import Number, numbers
from briefing.evidence.origins import chain
from briefing.evidence.passages import Span, paragraphs, sentence
from briefing.evidence.verdicts import State, Verdict
from briefing.model import Brief, Cite, Claim, SourceText, Spots, TextState
from briefing.problems import Place, Problem, Spot


@dataclass(frozen=True, slots=True)
class Context:
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

    def numbers(self) -> Iterator[Number]:
        """Yield the numbers that stand whole in the quote."""
        for number in numbers(self.text, self.language):
            if self.holds(number):
                yield number

    def mentions(self) -> Iterator[Mention]:
        """Yield the dates that stand whole in the quote."""
        for mention in mentions(self.text, self.language):
            if self.holds(mention):
                yield mention

    def holds(self, part: Number | Mention) -> bool:
        """Whether a part of the sentence lies in the quote."""
        return self.quote.start <= part.start and part.end <= self.quote.end


@dataclass(frozen=True, slots=True)
class Case:
    """One claim, with everything that its rules need."""

    brief: Brief
    claim: Claim
    path: Path
    verdicts: tuple[Verdict, ...]
    """One for each cite."""
    contexts: tuple[Context, ...]
    """One for each cite whose words can be compared with."""
    language: Language | None
    """Of the brief. None: no table for it."""

    @property
    def decidable(self) -> bool:
        """Whether every quote of the claim can be compared with; else its own finding is enough."""
        quoted = sum(cite.quote is not None for cite in self.claim.cites)
        return bool(self.contexts) and len(self.contexts) == quoted

    def problem(self, code: Code, field: str, sentence: str) -> Problem:
        """Return a finding about a field of the claim."""
        return problem(code, self.path, self.claim.spots, field, sentence)


def problem(code: Code, path: Path, spots: Spots, field: str, sentence: str) -> Problem:
    """Return a finding at a field, or at the item itself where the field is not written."""
    spot = spots.get(field) or spots.get("") or Spot(1, 1)
    return Problem(Place(path, spot.line, spot.column), str(code), sentence, code.severity)


def keeper(source_id: str, brief: Brief) -> str:
    """Return the source in whose text the words of a source stand: itself, or the article that reports it."""
    for link in chain(source_id, brief):
        source = brief.source(link)
        if source is not None and (source.file is not None or source.via is None):
            return link
    return source_id


def text_of(source_id: str, brief: Brief, texts: Mapping[str, SourceText]) -> SourceText | None:
    """Return the saved text in which the words of a source stand. None: nobody has looked for one."""
    return texts.get(keeper(source_id, brief))


def context(cite: Cite, verdict: Verdict, brief: Brief, texts: Mapping[str, SourceText]) -> Context | None:
    """Return the words of a cite in their sentence. None: there are none, or they are not in the text."""
    if cite.quote is None or verdict.state in {State.NOT_FOUND, State.MISPLACED, State.NO_QUOTE}:
        return None
    source = brief.source(cite.source)
    language = table((source.language if source else None) or brief.language)
    if language is None:
        return None
    held = text_of(cite.source, brief, texts)
    if verdict.span is None or held is None or held.state is not TextState.HELD:
        words = fold_words(cite.quote)
        return Context(cite, verdict, language, words, Span(0, len(words)))
    folded = fold(held.text)
    start, end = folded.offset(verdict.span.start), folded.offset(verdict.span.end - 1) + 1
    within = _paragraph(held.text, verdict.paragraph or 0)
    window = sentence(
        folded.text, Span(start, end), Span(folded.offset(within.start), folded.offset(within.end - 1) + 1)
    )
    return Context(cite, verdict, language, folded.text[window.start : window.end], _inside(start, end, window))


def _paragraph(text: str, number: int) -> Span:
    return paragraphs(text)[number]


def _inside(start: int, end: int, window: Span) -> Span:
    return Span(start - window.start, end - window.start)
