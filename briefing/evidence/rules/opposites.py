"""The rule for opposites: a claim must not say "injured", "rose" or "possible" where its source says the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.numbers.directions import direction_of, directions_in
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.words.cues import is_negated
from briefing.evidence.words.prose import Prose, word_before
from briefing.evidence.words.stems import ContentWord, content_stems, content_words
from briefing.evidence.words.substitutions import opposite_verbs, substituted_verb
from briefing.evidence.words.swapped_names import swapped_names
from briefing.evidence.words.word_pattern import WordPattern
from briefing.format.model import Figure

_BESIDE = 2
"""Words before and after a verb by which two verbs are found to be about the same thing."""


def opposite_findings(case: Case) -> Iterator[Problem]:
    """Yield a word of a claim if its sources only have the opposite."""
    if case.is_judgement:
        return
    language = case.language
    contexts = [context for context in case.contexts if context.language is language]
    if not contexts:
        return
    found = (
        _opposite_word(case.own, contexts, language)
        or _prefixed(case.own.text, contexts, language)
        or _opposite_verb(case.own, contexts)
        or _other_direction(case.own, contexts)
        or substituted_verb(case.own, contexts)
        or swapped_names(case.own, contexts)
    )
    if found is not None and not (directions_in(found[0], language) and _has_its_direction(case)):
        yield case.problem(
            EvidenceCode.SAYS_OTHERWISE, case.field, f"the claim says '{found[0]}', the source says '{found[1]}'"
        )


def _has_its_direction(case: Case) -> bool:
    """Whether a figure has a number of its quotes that rises or falls as its label says: another one may not."""
    amount = case.claim.amount if isinstance(case.claim, Figure) else None
    if amount is None:
        return False
    own, values = directions_in(case.own.text, case.language), {abs(amount.low), abs(amount.high)}
    return any(
        direction_of(context.prose, number) in own
        for context in case.contexts
        for number in context.numbers()
        if not values.isdisjoint(abs(value) for value in (number.numeral.bare, *number.numeral.values))
    )


def _opposite_word(own: Prose, contexts: Sequence[QuoteContext], language: Language) -> tuple[str, str] | None:
    for said, opposite in _groups(language) if _any(language).may_stand_in(own) else ():
        mine = said.search(own)
        if mine is None or opposite.stands_in(own):
            continue
        theirs = next((found for context in contexts if (found := opposite.pattern.search(context.words))), None)
        if theirs is not None and not any(said.stands_in(context.prose) for context in contexts):
            return mine.group(), theirs.group()
    return None


def _prefixed(own: str, contexts: Sequence[QuoteContext], language: Language) -> tuple[str, str] | None:
    """Return "possible" and "impossible" if the claim has the one, without a negation, and the quote the other."""
    for context in contexts:
        if not _prefix(language).may_stand_in(context.prose):
            continue
        for found in _prefix(language).pattern.finditer(context.words):
            words = {word.strip(".,;:") for word in own.lower().split()}
            if found["rest"] in words and found["whole"] not in own and words.isdisjoint(language.negation):
                return found["rest"], found["whole"]
    return None


@lru_cache(maxsize=8)
def _prefix(language: Language) -> WordPattern:
    beginnings = "|".join(f"{re.escape(prefix)}(?={behind})" for prefix, behind in language.negative_prefixes)
    pattern = rf"(?<!\w)(?P<whole>(?:{beginnings or '(?!)'})(?P<rest>[^\W\d_]+))"
    starts = [prefix for prefix, _ in language.negative_prefixes]
    return WordPattern(pattern, beginnings=starts, flags=re.NOFLAG)


@lru_cache(maxsize=8)
def _groups(language: Language) -> tuple[tuple[WordPattern, WordPattern], ...]:
    pairs = [(_group(first), _group(second)) for first, second in language.opposites]
    return tuple(pair for first, second in pairs for pair in ((first, second), (second, first)))


@lru_cache(maxsize=8)
def _any(language: Language) -> WordPattern:
    return _group(tuple(word for pair in language.opposites for group in pair for word in group))


def _group(beginnings: tuple[str, ...]) -> WordPattern:
    return WordPattern(lambda choice: rf"(?<!\w)(?:{choice.parts(beginnings)})\w*", beginnings=beginnings)


def _opposite_verb(own: Prose, contexts: Sequence[QuoteContext]) -> tuple[str, str] | None:
    """Return "signed" and "rejected" if the claim has the one and the quote the other, about the same thing."""
    known = opposite_verbs(own.language)
    verbs = [word for word in content_words(own) if word.stem in known.plain or word.stem in known.converse]
    if not verbs or own.once(is_negated):
        return None
    for word in verbs:
        found = next((one for context in contexts if (one := _opposite_in(word, own, context))), None)
        if found is not None and not any(word.stem in _stems_of(context) for context in contexts):
            return word.small, found.small
    return None


def _stems_of(context: QuoteContext) -> set[str]:
    quote = context.quote
    return {word.stem for word in content_words(context.prose) if quote.has(word.start)}


def _opposite_in(word: ContentWord, own: Prose, context: QuoteContext) -> ContentWord | None:
    """Return a verb of the quote or its sentence that is the opposite of a verb, about the same thing or subject."""
    known, words = opposite_verbs(own.language), content_words(context.prose)
    plain = known.plain.get(word.stem, frozenset())
    converse = known.converse.get(word.stem, frozenset())
    if (plain | converse).isdisjoint(context.prose.once(content_stems)) or context.prose.once(is_negated):
        return None
    said, mine = {one.stem for one in content_words(own)}, content_words(own)
    for one in words:
        if one.stem in said:
            continue
        same = _before(word, mine) is not None and _before(word, mine) == _before(one, words)
        if one.stem in plain and _is_of_the_same(word, one, mine, context):
            return one
        if one.stem in converse and same and _is_active(word, own) and _is_active(one, context.prose):
            return one
    return None


def _is_of_the_same(word: ContentWord, one: ContentWord, mine: Sequence[ContentWord], context: QuoteContext) -> bool:
    """Whether two verbs have the same word beside them; outside the quote, the same word before them."""
    words = content_words(context.prose)
    if context.quote.has(one.start):
        return bool(_beside(word, mine) & _beside(one, words))
    stems = {other.stem for other in words}
    return word.stem not in stems and _before(word, mine) is not None and _before(word, mine) == _before(one, words)


def _beside(word: ContentWord, words: Sequence[ContentWord]) -> set[str]:
    at = words.index(word)
    return {one.stem for one in words[max(at - _BESIDE, 0) : at + _BESIDE + 1] if one is not word}


def _before(word: ContentWord, words: Sequence[ContentWord]) -> str | None:
    at = words.index(word)
    return words[at - 1].stem if at else None


def _is_active(word: ContentWord, prose: Prose) -> bool:
    return word_before(prose.text, word.start) not in prose.language.discourse.auxiliaries


class _Directions(NamedTuple):
    """Words of direction that are opposites before the same word: "before", "after"."""

    pattern: WordPattern
    opposites: dict[str, frozenset[str]]


@lru_cache(maxsize=8)
def _directions(language: Language) -> _Directions:
    opposites: dict[str, frozenset[str]] = {}
    for first, second in language.discourse.directions:
        opposites[first] = opposites.get(first, frozenset()) | {second}
        opposites[second] = opposites.get(second, frozenset()) | {first}
    pattern = WordPattern(lambda choice: rf"(?<![\w-])({choice.parts(opposites)})(?![\w-])", opposites)
    return _Directions(pattern, opposites)


def _directed(prose: Prose) -> tuple[tuple[str, str], ...]:
    """Return the words of direction in some prose, each with the stem of the next content word."""
    found = []
    for one in _directions(prose.language).pattern.finditer(prose):
        behind = next((word for word in content_words(prose) if word.start >= one.end()), None)
        if behind is not None and not _BREAK.search(prose.text, one.end(), behind.start):
            found.append((one.group().lower(), behind.stem))
    return tuple(found)


_BREAK = LazyPattern(r"[.,;:!?\d]")


def _other_direction(own: Prose, contexts: Sequence[QuoteContext]) -> tuple[str, str] | None:
    """Return "before the vote" and "after the vote" if the claim has the one and the source the other."""
    mine = own.once(_directed)
    if not mine:
        return None
    theirs = {one for context in contexts for one in context.prose.once(_directed)}
    for word, before in mine:
        for opposite in _directions(own.language).opposites[word]:
            if (opposite, before) in theirs and (word, before) not in theirs:
                return f"{word} {before}", f"{opposite} {before}"
    return None
