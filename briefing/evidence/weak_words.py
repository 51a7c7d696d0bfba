"""The net under the rules for doubt, denial and time: words of these kinds stand in a claim as in its quotes, or not.

The rules find fault where they can tell what a word of doubt governs. Where they cannot, the claim is not verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.contexts import Case, Unchecked
from briefing.evidence.languages import Language
from briefing.evidence.prose import Prose
from briefing.model import Figure, Standing

_SHORT = 3
"""Letters that a beginning of words must exceed to stand for a word of doubt by itself."""


def weak_word_findings(case: Case) -> Iterator[Unchecked]:
    """Say so when a claim doubts or denies where its quotes do not, or the other way round, or orders time otherwise."""
    contexts = [context for context in case.contexts if context.language is case.language]
    if isinstance(case.claim, Figure) or case.is_judgement or not contexts:
        return
    quoted = any(
        context.quote.start <= place < context.quote.end
        for context in contexts
        for place in context.prose.once(weak_places)
    )
    own = bool(case.own.once(weak_places))
    if case.claim.standing is Standing.REPORTED and quoted and not own:
        yield Unchecked("the quote doubts or denies something, and the claim does not")
    elif own and not any(context.prose.once(weak_places) for context in contexts):
        yield Unchecked("the claim doubts or denies something, and its source does not")
    timed = case.language.relations & case.own.once(_small_words)
    if timed and not timed <= frozenset[str]().union(*(context.prose.once(_small_words) for context in contexts)):
        yield Unchecked("another order in time than the source's")


def weak_places(prose: Prose) -> tuple[int, ...]:
    """Return where the words of doubt, denial and negation of some prose begin."""
    beginnings, whole = _weak(prose.language)
    return tuple(
        word.start
        for word in prose.words
        if word.small in whole or word.small.endswith("n't") or word.small.startswith(beginnings)
    )


def _small_words(prose: Prose) -> frozenset[str]:
    return frozenset(word.small for word in prose.words)


@lru_cache(maxsize=64)
def _weak(language: Language) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the beginnings of words, and the words, that doubt or deny."""
    long = {word.strip() for word in (*language.softer, *language.weaker) if len(word.strip()) > _SHORT}
    whole = {*language.doubt, *language.denial, *language.negation, *language.doubting}
    return tuple(sorted(long - language.function_words)), frozenset(whole)
