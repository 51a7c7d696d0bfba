"""The label of a figure against what its number counts or measures in the words that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context, Outcome
from briefing.evidence.counting import Counting, counting_of, countings, is_person
from briefing.evidence.languages import Language
from briefing.evidence.measures import beside, families_of
from briefing.evidence.prose import Prose, Word
from briefing.evidence.stems import whole_stem
from briefing.evidence.substance import tokens
from briefing.evidence.units import Match

_SHORTEST_ROOT = 5
"""Letters that two words have in common when one is formed from the other: "employs", "employees"."""
_NOT_PERSONS = families_of(frozenset({"EUR", "m", "ha", "kg", "l", "MW", "°C"}))


def label_findings(case: Case, matches: Sequence[Match]) -> Iterator[Outcome]:
    """Yield that a label names something else than what the quotes count or measure by the number."""
    language = case.language
    known = [match for match in matches if match[0].language is language]
    if not known or len(known) < len(matches) or not language.complete:
        return
    found = [counting_of(context.prose, number) for context, number in known]
    sentence = _of_another_number(case, known, found) or _of_another_kind(case, known)
    if sentence is not None:
        yield case.problem(Code.COUNTS_OTHERWISE, "label", sentence)
        return
    sentence = _unsaid(case, known, found) or _said_elsewhere(case, known)
    if sentence is not None:
        yield case.problem(Code.UNIT_NOT_IN_SENTENCE, "label", sentence)


def _head(own: Prose) -> Word | None:
    """Return the noun that a label counts: the first of the form of counted nouns, before its first preposition."""
    language = own.language
    for word in own.words:
        if word.small in language.small_words:
            return None
        if word.small in language.generic or word.small in language.not_counted:
            continue
        if _counted(language).fullmatch(word.text) or is_person(word.small, language):
            return word
    return None


@lru_cache(maxsize=64)
def _counted(language: Language) -> re.Pattern[str]:
    return re.compile(language.counted or "(?!)", re.IGNORECASE)


def _of_another_number(case: Case, matches: Sequence[Match], found: Sequence[Counting]) -> str | None:
    """Say that the noun of a label stands behind another number of the sentence, and not behind this one."""
    head, own = _head(case.own), _stems(case.own)
    if head is None or any(one.noun is None or not one.stems.isdisjoint(own) for one in found):
        return None
    wanted = whole_stem(head.small, case.language)
    if all(_is_counted_by_another(context, one, wanted) for (context, _), one in zip(matches, found, strict=True)):
        return f"the source counts '{found[0].noun}' by this number, and '{head.text}' by another"
    return None


def _is_counted_by_another(context: Context, mine: Counting, wanted: str) -> bool:
    return any(
        one.number.start != mine.number.start
        and one.noun is not None
        and whole_stem(one.noun, context.language) == wanted
        for one in context.prose.once(countings)
    )


@lru_cache(maxsize=64)
def _dimensions(language: Language) -> dict[str, frozenset[str]]:
    return {
        word: frozenset().union(*(families_of(frozenset({key})) for key in keys.split()))
        for words, keys in language.dimensions
        for word in words
    }


def _of_another_kind(case: Case, matches: Sequence[Match]) -> str | None:
    """Say that a price is no length, that a length counts no tablets, and that people are no money."""
    language, words = case.language, case.own.words
    if not words or any(word.small.startswith(("change", "rise", "fall")) for word in words):
        return None
    allowed = _dimensions(language).get(words[0].small)
    head = _head(case.own)
    said = [beside(context.text, number, context.language).keys for context, number in matches]
    if allowed is not None and (len(words) == 1 or words[1].small in language.small_words):
        if all(each and allowed.isdisjoint(each) and not {"%", "pp"} & set(each) for each in said):
            return f"the label says '{words[0].text}', the source says '{_first(said)}' beside the number"
        counted = [counting_of(context.prose, number).noun for context, number in matches]
        if not any(said) and all(counted) and "EUR" not in allowed:
            return f"the label says '{words[0].text}', the source counts '{counted[0]}' by the number"
    persons = head is not None and is_person(head.small, language) and head is words[0]
    if persons and all(not _NOT_PERSONS.isdisjoint(each) for each in said):
        return f"the label counts '{words[0].text}', the source says '{_first(said)}' beside the number"
    return None


def _first(said: Sequence[dict[str, str]]) -> str:
    return next(iter(said[0].values())).strip()


def _unsaid(case: Case, matches: Sequence[Match], found: Sequence[Counting]) -> str | None:
    """Say that a label counts what the sentence does not name, where the number counts something else."""
    head, own, language = _head(case.own), _stems(case.own), case.language
    if head is None or any(beside(context.text, number, language).keys for context, number in matches):
        return None
    if any(one.noun is None or not one.stems.isdisjoint(own) for one in found):
        return None
    if is_person(head.small, language) and any(one.persons for one in found):
        return None
    if any(_has_root(context.prose, head.small) for context, _ in matches):
        return None
    return f"the source counts '{found[0].noun}' by this number, the label '{head.text}'"


def _has_root(prose: Prose, word: str) -> bool:
    wanted = whole_stem(word, prose.language)
    return any(whole_stem(one.small, prose.language) == wanted or _are_kin(one.small, word) for one in prose.words)


def _are_kin(one: str, other: str) -> bool:
    return (
        len(one) >= _SHORTEST_ROOT and len(other) >= _SHORTEST_ROOT and one[:_SHORTEST_ROOT] == other[:_SHORTEST_ROOT]
    )


def _said_elsewhere(case: Case, matches: Sequence[Match]) -> str | None:
    """Say that no word of a label stands near its number, while another paragraph of the text has them all."""
    language = case.language
    named = [word for word in case.own.words if _is_telling(word, language)]
    keys = {whole_stem(word.small, language) for word in named} & {token.key for token in case.own.once(tokens)}
    if not keys:
        return None
    for context in case.contexts:
        near = [*context.near(1), context.prose]
        if context.saved is not None:
            near.append(context.saved.paragraph(0))
        if any(_names(prose, named, keys) for prose in near):
            return None
    for context, _ in matches:
        blocks = range(1, len(context.saved.blocks)) if context.saved is not None else range(0)
        if context.saved is not None and any(_has_all(context.saved.paragraph(block), keys) for block in blocks):
            return f"what the label says stands elsewhere in the text: {named[0].text}"
    return None


def _names(prose: Prose, words: Sequence[Word], keys: set[str]) -> bool:
    if not keys.isdisjoint({token.key for token in prose.once(tokens)}):
        return True
    return any(_are_kin(word.small, one.small) for word in words for one in prose.words)


def _has_all(prose: Prose, keys: set[str]) -> bool:
    return keys <= {token.key for token in prose.once(tokens)}


@lru_cache(maxsize=4096)
def _is_telling(word: Word, language: Language) -> bool:
    """Whether a word of a label names what is counted or measured, and not only in which respect."""
    small = word.small
    if small in language.small_words or small in language.generic or small in _dimensions(language):
        return False
    return not (_turning(language).fullmatch(small) or is_person(small, language))


@lru_cache(maxsize=64)
def _turning(language: Language) -> re.Pattern[str]:
    every = (*language.rises, *language.falls, *language.changes)
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in every) or "(?!)")


def _stems(own: Prose) -> set[str]:
    return {whole_stem(word.small, own.language) for word in own.words}
