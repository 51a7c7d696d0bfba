"""A second rule for doubt, denial, attribution and order in time: the claim has such words if its quotes do.

The other rules report a finding where the scope of a word is clear. Where it is not, the claim is not verified.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.context import Case, QuoteContext, Unchecked
from briefing.evidence.languages import Language
from briefing.evidence.rules.attribution import attributions
from briefing.evidence.words.cues import cue_patterns, find_cues, negative_particles
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.stems import whole_stem
from briefing.evidence.words.word_pattern import WordPattern
from briefing.format.model import Figure, Standing

_DOUBT, _DENIAL = "doubt", "denial"
_SHORT = 3
"""Beginnings of words of so few letters, or fewer, are not used."""


def weak_word_findings(case: Case) -> Iterator[Unchecked]:
    """Yield an outcome if only the claim, or only its quotes, have words of doubt, denial, attribution or time."""
    contexts = [context for context in case.contexts if context.language is case.language]
    if isinstance(case.claim, Figure) or case.is_judgement or not contexts:
        return
    own = case.own.once(weak_words)
    quoted = [word for context in contexts for word in context.prose.once(weak_words) if context.quote.has(word.start)]
    around = {word.kind for context in contexts for word in context.prose.once(weak_words) if word.plain}
    kinds = {word.kind for word in own}
    dropped = next((word for word in quoted if word.plain and word.kind not in kinds), None)
    added = next((word for word in own if word.plain and word.kind not in around), None)
    if case.claim.standing is Standing.REPORTED and dropped is not None:
        yield Unchecked(f"'{dropped.word}' in the quote, and no such word in the claim")
    elif added is not None:
        yield Unchecked(f"'{added.word}' in the claim, and no such word in its source")
    if not _denies_alike(case, contexts):
        yield Unchecked("the claim may deny another word than the quote")
    if case.claim.by is None and not _attributes(case) and any(attributions(context.prose) for context in contexts):
        yield Unchecked("the sentence of the quote says who says something, and the claim does not")
    timed = case.language.relations & case.own.once(_small_words)
    if timed and not timed <= frozenset[str]().union(*(context.prose.once(_small_words) for context in contexts)):
        yield Unchecked("another order in time than the source's")


def _denies_alike(case: Case, contexts: Sequence[QuoteContext]) -> bool:
    """Whether every word that the claim negates is negated in a sentence that it quotes."""
    theirs = [context.prose.once(_denied_words) for context in contexts]
    if not any(theirs):
        return True
    return frozenset(case.own.once(_denied_words)) <= frozenset[str]().union(*theirs)


def _denied_words(prose: Prose) -> tuple[str, ...]:
    """Return the stem of the content word after each negation. Empty: the negation is the last word."""
    language = prose.language
    silent = language.function_words | language.stop_words
    told = [(word.end, word.small.rpartition("'")[2] or word.small) for word in prose.words if word.small not in silent]
    spoken = [(end, word) for end, word in told if word not in silent]
    ends = (found.end() for found in _negations(language).finditer(prose))
    behind = (next((word for until, word in spoken if until - len(word) >= end), "") for end in ends)
    return tuple(whole_stem(word, language) for word in behind)


def _negations(language: Language) -> WordPattern:
    """Return a pattern of negations; of one in two parts ("ne ... pas"), the first part."""
    return cue_patterns(language).split_negation if language.discourse.split_negation else negative_particles(language)


class WeakWord(NamedTuple):
    """A word of doubt or denial."""

    start: int
    kind: str
    """"doubt" or "denial"."""
    plain: bool
    """True: it always means this. False: it only begins like a word that does."""
    word: str


def weak_words(prose: Prose) -> tuple[WeakWord, ...]:
    """Return the words of doubt and denial in some prose."""
    language, months = prose.language, prose.language.months
    found = [
        WeakWord(word.start, kind, is_plain, word.small)
        for word in prose.words
        for kind, is_plain in _kinds(word.small, language)
        if not (word.small in months and word.text[:1].isupper())
    ]
    found += [
        WeakWord(cue.start, _DOUBT, plain=True, word=cue.word.lower())
        for cue in find_cues(prose).doubt
        if " " in cue.word
    ]
    return tuple(found)


@lru_cache(maxsize=20_000)
def _kinds(small: str, language: Language) -> tuple[tuple[str, bool], ...]:
    """Return whether a word may mean doubt, denial or both, each with whether it always does. Most words: neither."""
    found: list[tuple[str, bool]] = []
    for kind, plain, beginnings in _weak(language):
        is_plain = small in plain or (kind == _DENIAL and small.endswith(language.discourse.negative_endings))
        if is_plain or small.startswith(beginnings):
            found.append((kind, is_plain))
    return tuple(found)


def _attributes(case: Case) -> bool:
    """Whether the writer's own words name a speaker."""
    return bool(attributions(case.own)) or not case.language.reporting.isdisjoint(case.own.once(_small_words))


def _small_words(prose: Prose) -> frozenset[str]:
    return frozenset(word.small for word in prose.words)


@lru_cache(maxsize=64)
def _weak(language: Language) -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    """Return, for doubt and denial, the words that always mean it and the beginnings of those that may."""
    return (
        (_DOUBT, frozenset({*language.doubt, *language.doubting}), _long(language.softer, language)),
        (_DENIAL, frozenset({*language.denial, *language.negation}), _long(language.weaker, language)),
    )


def _long(words: Sequence[str], language: Language) -> tuple[str, ...]:
    known = {word.strip() for word in words if len(word.strip()) > _SHORT}
    return tuple(sorted(known - language.function_words))
