"""Substitutions: a claim has the words of its source, except for an opposite verb or another name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.result import Span
from briefing.evidence.words.cues import is_negated, negative_particles
from briefing.evidence.words.prose import Prose, Word, word_before
from briefing.evidence.words.stems import ContentWord, content_stems, content_words, stem

_LIKE = 4
"""Two names with the same first letters are forms of one: "Syria", "Syrian"."""
_BREAK = LazyPattern(r"[.;:!?()]")


class OppositeVerbs(NamedTuple):
    """The opposite verbs of one language, by stem."""

    plain: dict[str, frozenset[str]]
    """To the stems of verbs that say the opposite of the same thing: "approve", "reject"."""
    converse: dict[str, frozenset[str]]
    """To the stems of verbs that say the opposite of the same subject: "buy", "sell"."""


@lru_cache(maxsize=8)
def opposite_verbs(language: Language) -> OppositeVerbs:
    """Return the opposite verbs of a language."""
    return OppositeVerbs(
        _by_stem(language.discourse.opposite_verbs, language), _by_stem(language.discourse.converses, language)
    )


def _by_stem(
    pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...], language: Language
) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for first, second in pairs:
        for one, other in ((first, second), (second, first)):
            stems = frozenset(stem(word, language) for word in other)
            for word in one:
                key = stem(word, language)
                found[key] = found.get(key, frozenset()) | stems
    return found


def substituted_verb(own: Prose, contexts: Sequence[QuoteContext]) -> tuple[str, str] | None:
    """Return a verb of the claim and its opposite in a quote, if the source says all other words of the claim.

    None: there is no such verb.
    """
    known, mine = opposite_verbs(own.language), content_words(own)
    for word in mine:
        if word.stem not in known.plain and word.stem not in known.converse:
            continue
        if any(word.stem in _stems(context.prose) for context in contexts):
            continue
        for context in contexts:
            other = _contrary_of(word, own, context)
            if other is not None:
                return word.small, other.small
    return None


def _contrary_of(word: ContentWord, own: Prose, context: QuoteContext) -> ContentWord | None:
    known, said = opposite_verbs(own.language), _stems(own)
    plain = known.plain.get(word.stem, frozenset())
    converse = known.converse.get(word.stem, frozenset())
    if (plain | converse).isdisjoint(_stems(context.prose)) or not _is_said_but_for(word, own, context):
        return None
    for one in content_words(context.prose):
        if one.stem in said or not context.quote.has(one.start):
            continue
        contrary = one.stem in plain or (one.stem in converse and _has_same_subject(word, own, one, context.prose))
        if contrary and own.once(is_negated) == _is_denied_at(one, context):
            return one
    return None


def _is_said_but_for(word: ContentWord, own: Prose, context: QuoteContext) -> bool:
    """Whether the sentence of a quote, or the text near it, has every other word of a claim."""
    sentence = _stems(context.prose)
    missing = [one for one in content_words(own) if one is not word and one.stem not in sentence]
    return all(any(one.stem in _stems(prose) for prose in nearby_prose(context)) for one in missing)


def _has_same_subject(word: ContentWord, own: Prose, one: ContentWord, theirs: Prose) -> bool:
    """Whether two verbs have the same subject: both are active, and a word before one is before the other as well."""
    before = [other for other in content_words(own) if other.start < word.start]
    if not (_is_active(word, own) and _is_active(one, theirs)):
        return False
    if not before or not own.text.endswith("."):
        return True  # a label such as "matches won" has no subject
    stems = {other.stem for other in before}
    return any(other.stem in stems and other.start < one.start for other in content_words(theirs))


def _is_active(word: ContentWord, prose: Prose) -> bool:
    return word_before(prose.text, word.start) not in prose.language.discourse.passive_auxiliaries


def nearby_prose(context: QuoteContext) -> Iterator[Prose]:
    """Yield the paragraph of a quote and the title of its text."""
    yield from context.near()
    if context.saved is not None:
        yield context.saved.paragraph(0)


def _stems(prose: Prose) -> frozenset[str]:
    return prose.once(content_stems)


def _is_denied_at(one: ContentWord, context: QuoteContext) -> bool:
    """Whether a particle in the quote, or before a verb of it, denies what the verb says."""
    found = negative_particles(context.language).finditer(context.prose)
    return any(each.start() < one.start or context.quote.has(each.start()) for each in found)


class NamePosition(NamedTuple):
    """A name with the content word next to it: "restored in Mirow"."""

    name: tuple[str, ...]
    """The words of the name, as written."""
    stem: str
    """Stem of the word next to it."""
    is_behind: bool
    """True: the name comes after the word."""
    start: int
    """Offset where the name begins."""


def substituted_name(case: Case) -> tuple[str, str] | None:
    """Return a name of the claim, and the other name that a quote has next to the same word. None: there is none."""
    contexts = [context for context in case.contexts if context.language is case.language]
    if not contexts or not _has_name_not_quoted(case.own, contexts):
        return None
    names = _known_names(case.dossier.own_names)
    left = [
        one
        for one in _beside(case.own, names, None)
        if not any(_has_name(context, word) for context in contexts for word in one.name) and not _is_speaker(one, case)
    ]
    quoted = [one for context in contexts for one in _beside(context.prose, names, context.quote)] if left else []
    for mine in left:
        other = next((one for one in quoted if _is_of_another(one, mine)), None)
        if other is None or _is_in(case.own, other.name) or _are_one_entity(mine, other, case):
            continue
        if _is_in_text(mine, contexts):
            return " ".join(mine.name), " ".join(other.name)
    return None


def _has_name_not_quoted(own: Prose, contexts: Sequence[QuoteContext]) -> bool:
    """Whether a word with a capital is in no quote. Most claims have no such word and need no further look."""
    quoted = "\n".join([context.words for context in contexts])
    return bool([word for word in own.words if word.text[0].isupper() and word.text not in quoted])


def _is_speaker(one: NamePosition, case: Case) -> bool:
    """Whether a name is that of the speaker, or part of the speaker's role: speakers call themselves "we"."""
    by = case.dossier.sources.get(case.claim.by or "")
    told = [each for each in (by.name, by.title, by.role) if each] if by is not None else []
    return any(_are_forms_of_one_name(one.name, fold_words(each).split()) for each in told)


def _is_of_another(one: NamePosition, mine: NamePosition) -> bool:
    return (one.stem, one.is_behind) == (mine.stem, mine.is_behind) and not _are_forms_of_one_name(one.name, mine.name)


def _are_forms_of_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(a[:_LIKE].lower() == b[:_LIKE].lower() for a in one for b in other)


def _is_in(prose: Prose, name: Sequence[str]) -> bool:
    return any(_are_forms_of_one_name([word.text], name) for word in prose.words)


def _has_name(context: QuoteContext, word: str) -> bool:
    quoted = (one for one in context.prose.words if context.quote.has(one.start))
    return any(_are_forms_of_one_name([one.text], [word]) for one in quoted)


def _is_in_text(one: NamePosition, contexts: Sequence[QuoteContext]) -> bool:
    """Whether a text has a name anywhere. One that it does not have may be another name for the same thing."""
    return any(context.saved is not None and one.name[-1] in context.saved.folded.text for context in contexts)


def _are_one_entity(one: NamePosition, other: NamePosition, case: Case) -> bool:
    """Whether two names belong to one entity of the brief."""
    for entity in case.dossier.brief.entities:
        words = fold_words(" ".join((entity.name, *entity.aliases))).split()
        if one.name[-1] in words and other.name[-1] in words:
            return True
    return False


@lru_cache(maxsize=64)
def _known_names(names: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{3,}", names))


def _beside(prose: Prose, names: frozenset[str], within: Span | None) -> Iterator[NamePosition]:
    """Yield each name with the content words next to it."""
    titles = {word.start for word in prose.words if word.small in prose.language.titles and word.text[0].isupper()}
    told = {word.start: word.stem for word in content_words(prose) if word.start not in titles}
    units = [unit for unit in _units(prose, names, told) if within is None or within.start <= unit[0] < within.end]
    for one, other in pairwise(units):
        if bool(one[2]) == bool(other[2]) or _BREAK.search(prose.text, one[1], other[0]):
            continue
        if one[2]:
            yield NamePosition(one[2], told[other[0]], is_behind=False, start=one[0])
        else:
            yield NamePosition(other[2], told[one[0]], is_behind=True, start=other[0])


def _units(prose: Prose, names: frozenset[str], told: dict[int, str]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return the names and content words in order: start, end, and the words of the name; no words: it is no name."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for word in prose.words:
        if word.start not in told or prose.is_in_date(word.start):
            continue
        if not _is_name(word, prose, names):
            found.append((word.start, word.end, ()))
        elif found and found[-1][2] and prose.text[found[-1][1] : word.start] == " ":
            found[-1] = (found[-1][0], word.end, (*found[-1][2], word.text))
        else:
            found.append((word.start, word.end, (word.text,)))
    return found


def _is_name(word: Word, prose: Prose, names: frozenset[str]) -> bool:
    if not word.text[0].isupper():
        return False
    return word.text in names or (prose.language.capital_names and word.start > 0)
