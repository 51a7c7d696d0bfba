"""The rule for added negations: a claim may deny something only if its source does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, Unchecked
from briefing.evidence.languages import Language
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice
from briefing.evidence.words.cues import negative_particles
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.stems import ContentWord, content_words, stem
from briefing.evidence.words.word_pattern import WordPattern

_CLOSING = "'»”"
"""Quotation marks after what is quoted."""
_BREAK = LazyPattern(r"[,.;:!?]")


def negation_findings(case: Case) -> Iterator[Outcome]:
    """Yield a negation in the claim if no sentence of the quotes has one, nor a word that may mean the same."""
    if case.is_judgement or not case.contexts or not case.all_quotes_read:
        return
    negation = case.own.once(_negation)
    sentences = [context.prose for context in case.contexts if context.language.complete]
    if negation is None or len(sentences) < len(case.contexts):
        return
    if not _says_plainly(case.own, sentences):
        if any(prose.once(_denies) for prose in sentences):
            return
        if any(prose.once(_denies_in_other_words) for prose in sentences) or _has_opposite(case, sentences):
            yield Unchecked(f"'{negation}' may say what the source puts in other words")
            return
    sentence = f"the claim says '{negation}', and the sentences that it quotes do not deny this"
    yield case.problem(EvidenceCode.NEGATION_ADDED, case.field, sentence)


def _says_plainly(own: Prose, sentences: list[Prose]) -> bool:
    """Whether the source has the word that the claim denies, and nothing around it denies it there."""
    denied = own.once(_denied)
    if denied is None or any(prose.language is not own.language for prose in sentences):
        return False
    found = [(prose, word) for prose in sentences for word in content_words(prose) if word.stem == denied]
    return bool(found) and not any(_is_denied(prose, word) for prose, word in found)


def _denied(own: Prose) -> str | None:
    """Return the stem of the word that a claim denies. None: it is not clear which."""
    found = negative_particles(own.language).search(own)
    if found is None or len(list(negative_particles(own.language).finditer(own))) > 1:
        return None
    behind = [word for word in content_words(own) if word.start >= found.end() and not _is_adverb(word, own.language)]
    if not behind or not own.language.discourse.auxiliaries or _BREAK.search(own.text[found.end() : behind[0].start]):
        return None
    return behind[0].stem if behind[0].verbal or found.group().lower() in own.language.negation[:1] else None


def _is_adverb(word: ContentWord, language: Language) -> bool:
    known = language.discourse
    return word.small in known.negation_adverbs or word.small.endswith(known.adverb_endings)


def _is_denied(prose: Prose, word: ContentWord) -> bool:
    """Whether something in the clause of a word may deny it."""
    before = _stop(prose.language).split(prose.text[: word.start])[-1]
    behind = _BREAK.split(prose.text[word.end :], maxsplit=1)[0]
    pattern = _denying(prose.language).pattern
    return pattern.search(before) is not None or pattern.search(behind) is not None


@lru_cache(maxsize=8)
def _stop(language: Language) -> GrowingPattern:
    breaks = (*language.joiners, *language.clause_breaks)
    return GrowingPattern(
        lambda choice: rf"[;:]\s|[.!?]{choice.characters(_CLOSING)}*\s|, (?:{choice.phrases(breaks)})", re.IGNORECASE
    )


def _has_opposite(case: Case, sentences: list[Prose]) -> bool:
    """Whether the source has the opposite of a verb of the claim: "lost" for "did not win"."""
    own = {word.stem for word in content_words(case.own)}
    theirs = {word.stem for prose in sentences for word in content_words(prose)}
    return any((own & one and theirs & other) or (own & other and theirs & one) for one, other in _pairs(case.language))


@lru_cache(maxsize=8)
def _pairs(language: Language) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = (*language.discourse.opposite_verbs, *language.discourse.converses)
    return tuple((_stems(one, language), _stems(other, language)) for one, other in pairs)


def _stems(words: tuple[str, ...], language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words)


def _negation(own: Prose) -> str | None:
    found = negative_particles(own.language).search(own)
    return found.group() if found is not None else None


def _denies(prose: Prose) -> bool:
    return _denying(prose.language).stands_in(prose)


def _denies_in_other_words(prose: Prose) -> bool:
    return _other_words(prose.language).stands_in(prose)


@lru_cache(maxsize=8)
def _denying(language: Language) -> WordPattern:
    known = (*language.denial, *language.discourse.inner_denial)
    prefixes = "|".join(f"{re.escape(prefix)}(?={behind})" for prefix, behind in language.negative_prefixes) or "(?!)"
    particle, hyphened = negative_particles(language), language.discourse.negative_beginnings

    def pattern(choice: WordChoice) -> str:
        return (
            rf"{particle.write(choice)}"
            rf"|(?<![^\W_])(?:{choice.parts(known)}|(?:{prefixes})|{choice.parts(hyphened)})"
        )

    begun = (*known, *(prefix for prefix, _ in language.negative_prefixes), *hyphened)
    words = (*language.negation, *language.discourse.negative_verbs)
    return WordPattern(pattern, words, beginnings=begun, signs="'")


@lru_cache(maxsize=8)
def _other_words(language: Language) -> WordPattern:
    known = language.discourse.denying
    return WordPattern(lambda choice: rf"(?<![^\W_])(?:{choice.parts(known)})", beginnings=known)
