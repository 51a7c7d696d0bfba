"""The rule for certainty: a claim may say that a thing is certain, proven or likely only if its source does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case
from briefing.evidence.languages import Language
from briefing.evidence.patterns import WordChoice
from briefing.evidence.words.cues import cue_patterns
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.source_names import LONGEST
from briefing.evidence.words.word_pattern import WordPattern
from briefing.format.model import Figure


def certainty_findings(case: Case) -> Iterator[Problem]:
    """Yield each word of certainty or likelihood in a claim that its sources do not have."""
    if case.is_judgement or not case.contexts:
        return
    for kind, word in case.own.once(_added):
        if not any(_is_supported(kind, prose) for prose in _sentences(case)):
            sentence = f"the claim says '{word}', and the sentences that it quotes do not"
            yield case.problem(EvidenceCode.CERTAINTY_ADDED, case.field, sentence)


def _sentences(case: Case) -> Iterator[Prose]:
    for context in case.contexts:
        yield context.prose
        if isinstance(case.claim, Figure):  # a label may take its words from the whole paragraph
            yield from (each for each in context.near() if len(each.text) <= LONGEST)


def _is_supported(kind: str, prose: Prose) -> bool:
    return not prose.language.complete or prose.once(_SUPPORTS[kind])


class _Kind(NamedTuple):
    """The words of one kind (certain, proven, probable) in one language."""

    words: WordPattern
    """The words to find in a claim."""
    enough: tuple[WordPattern, ...]
    """Words of a source that say as much."""


@lru_cache(maxsize=32)
def _kind(name: str, language: Language) -> _Kind:
    known = language.discourse
    if name == "certain":
        return _Kind(_beginnings(known.certain), (_beginnings((*known.certain, *known.certain_enough)),))
    if name == "proven":
        return _Kind(_beginnings(known.proven), (_beginnings((*known.proven, *known.proven_enough)),))
    enough = _beginnings((*known.probable, *known.probable_enough, *language.likelihood))
    return _Kind(_beginnings(known.probable), (enough, _doubt(language), cue_patterns(language).forms))


def _doubt(language: Language) -> WordPattern:
    """Return a pattern of words of doubt, except those that only attribute: "accused of"."""
    spoken = {*language.discourse.acts, *language.discourse.says_clause, *language.attributed}
    doubt = cue_patterns(language).doubt

    def pattern(choice: WordChoice) -> str:
        return rf"(?!(?i:{choice.phrases(spoken)})){doubt.write(choice)}"

    return WordPattern(pattern, language.doubt, flags=re.NOFLAG)


def _beginnings(words: tuple[str, ...]) -> WordPattern:
    return WordPattern(lambda choice: rf"(?<![^\W_])(?:{choice.parts(words)})[^\W\d_]*", beginnings=words)


def _word_reader(name: str) -> Callable[[Prose], str | None]:
    def read(prose: Prose) -> str | None:
        found = _kind(name, prose.language).words.search(prose)
        return found.group() if found is not None else None

    return read


def _support_reader(name: str) -> Callable[[Prose], bool]:
    return lambda prose: any(each.stands_in(prose) for each in _kind(name, prose.language).enough)


def _added(own: Prose) -> tuple[tuple[str, str], ...]:
    """Return the first word of each kind in the writer's words, as pairs of kind and word."""
    if not _any_kind(own.language).may_stand_in(own):
        return ()
    found = ((kind, read(own)) for kind, read in _WORD_OF.items())
    return tuple((kind, word) for kind, word in found if word is not None)


@lru_cache(maxsize=8)
def _any_kind(language: Language) -> WordPattern:
    known = language.discourse
    return _beginnings((*known.certain, *known.proven, *known.probable))


_WORD_OF = {name: _word_reader(name) for name in ("certain", "proven", "probable")}
_SUPPORTS = {name: _support_reader(name) for name in _WORD_OF}
