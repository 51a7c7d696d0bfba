"""Labels of the figures of one draft: no two are the same, so that each says what its number is of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.draft.draft_text import DraftText, without_article
from briefing.draft.measures import is_measured
from briefing.draft.same_fact import Told
from briefing.evidence.facts.values import NumberFact
from briefing.evidence.languages import Language
from briefing.evidence.result import Span

_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w&'’-]*(?:\s[^\W\d_a-zß-ÿ][\w&'’-]*)*")
_DATE_LINE = re.compile(r"[^().]{0,60}\([^()]{2,40}\)\s?[-\u2013\u2014]\s")
"""Place and agency before a report: "ANKARA (Reuters) - "."""
_LETTERS = re.compile(r"[^\W\d_]+")
_IN_WORD = re.compile(r"[^\W\d_]\d+[^\W\d_]")
_OWNER = ("'s", "’s")
_LONGEST = 40
"""Characters that tell a label from another one, at most."""

_NEXT = 20
"""Characters behind a name that hold the word after it."""

Telling = Callable[[NumberFact, DraftText], str]
"""Returns the words of the text by which a number differs from another one with its label. Empty: there are none."""


def with_own_labels(ranked: Sequence[Told[NumberFact]], held: DraftText) -> list[Told[NumberFact]]:
    """Return figures, the best first, each with a label of its own; what nothing tells apart is left out."""
    ranked = [one for one in ranked if is_telling(one.fact, held)]
    groups: dict[str, list[NumberFact]] = {}
    for one in ranked:
        groups.setdefault(one.fact.label.lower(), []).append(one.fact)
    labels: dict[Span, str] = {one.fact.place.span: "" for one in ranked if not one.fact.label}
    for label, group in groups.items():
        if label:
            labels |= _apart(group, held)
    found: list[Told[NumberFact]] = []
    for one in ranked:
        fact = one.fact
        own = labels.get(fact.place.span)
        if own is not None:
            found.append(one if own == fact.label else one._replace(fact=replace(fact, label=own)))
    return found


def is_telling(fact: NumberFact, held: DraftText) -> bool:
    """Whether the label of a number tells alone what it is of; with an empty one, the unit does."""
    language, unit = held.saved.language, (fact.unit or "\0").lower()
    start = fact.place.span.start
    is_part = fact.unit is None and fact.amount.high % 1 != 0 and not _is_scale(fact, held)
    if is_part or (fact.unit is None and _IN_WORD.search(held.text, max(start - 1, 0), fact.place.span.end + 1)):
        return False  # the 30 of "US30YT"; "7.9 as a percentage"
    words = _LETTERS.findall(fact.label.lower())
    is_bare = len(words) == 1 and words[0] in language.people and not _tells_fate(fact, held)
    if is_bare or _says_nothing(words, language):
        return False
    return unit in fact.label.lower() or names_a_thing(fact.label, language)


def _tells_fate(fact: NumberFact, held: DraftText) -> bool:
    """Whether the sentence of a number says that people are killed, hurt or driven away."""
    sentence = held.saved.sentence(fact.place.span, fact.place.paragraph)[0].text.lower()
    return any(f" {word}" in f" {sentence}" for group in held.saved.language.quantities.fates for word in group)


def _is_scale(fact: NumberFact, held: DraftText) -> bool:
    """Whether a label names a scale that has no unit: "magnitude"."""
    return not held.saved.language.counting.scale_nouns.isdisjoint(_LETTERS.findall(fact.label.lower()))


def _says_nothing(words: Sequence[str], language: Language) -> bool:
    """Whether a label is only a noun that anything may be, with adjectives: "original estimate", "people"."""
    counting = language.counting
    words = [word for word in words if word != counting.before]
    if not words or words[-1] not in counting.unnamed | (counting.change_nouns.keys() if len(words) == 1 else set()):
        return False
    empty = language.qualifiers | counting.vague
    return all(word in empty or word in language.function_words for word in words[:-1])


def names_a_thing(label: str, language: Language) -> bool:
    """Whether a label names what its number is of: it does not break off, and is not only a verb or small words."""
    words = _LETTERS.findall(label.lower())
    if not words:
        return True
    counting = language.counting
    if label.endswith(_OWNER) or words[-1] in counting.pieces:
        return False
    if words[0] in language.discourse.passive or (counting.to_do and words[0] == counting.to_do):
        return False
    return not all(word in _empty(language) for word in words)


@lru_cache(maxsize=8)
def _empty(language: Language) -> frozenset[str]:
    """Return words that name no thing."""
    counting = language.counting
    nouns = counting.totals | counting.levels | frozenset(counting.change_nouns) | language.measuring
    verbs = frozenset((*counting.level_verbs, *counting.modals, *counting.spans))
    return language.function_words | counting.adverbs | counting.time_nouns | (verbs - nouns)


def _apart(group: Sequence[NumberFact], held: DraftText) -> Mapping[Span, str]:
    """Return labels of numbers that have the same one, by their place, the best number first.

    They are told apart in one way that serves for all, or all but one; if there is none, those that stand alone in
    their sentences each in its own. Of several in one sentence nobody could say which is which.
    """
    measured = {_measure(fact, held): fact for fact in reversed(group)}
    if len(measured) == len(group):
        return {fact.place.span: fact.label for fact in group}
    for way in _WAYS:
        words = {fact.place.span: told for fact in group if (told := way(fact, held))}
        if len(set(words.values())) == len(words) >= len(group) - 1:
            return {
                fact.place.span: f"{fact.label}, {words[fact.place.span]}" if fact.place.span in words else fact.label
                for fact in group
            }
    return _each_apart(group, held)


def _each_apart(group: Sequence[NumberFact], held: DraftText) -> Mapping[Span, str]:
    """Return labels of numbers that no one way tells apart, each told apart from the best one in its own way."""
    sentences = Counter(fact.place.sentence for fact in group)
    found: dict[Span, str] = {}
    for fact in group:
        if sentences[fact.place.sentence] > 1:
            continue
        words = [f"{fact.label}, {told}" for way in _WAYS if (told := way(fact, held))]
        label = next((one for one in words if one not in found.values()), None) if found else fact.label
        if label is not None:
            found[fact.place.span] = label
    return found


def _measure(fact: NumberFact, held: DraftText) -> str:
    """Return the unit of a number that tells it from another one: money and a share of it. Empty: it is counted."""
    unit = fact.unit or ""
    return unit if is_measured(unit, held.saved.language) else ""


def _date_of(fact: NumberFact, held: DraftText) -> str:
    if fact.when is None:
        return ""
    span = fact.when.place.span
    words = " ".join(held.text[span.start : span.end].split())
    first = words.partition(" ")[0].lower()
    words = words[:1].lower() + words[1:] if first in held.saved.language.function_words else words
    return words if len(words) <= _LONGEST else ""


def _name_before(fact: NumberFact, held: DraftText) -> str:
    """Return the name nearest before a number, behind the number before it: "Utah" of "with Utah behind at 28"."""
    speaker = held.speaker_for(fact)
    said = "" if speaker is None else f"{speaker.role or ''} {speaker.name or ''}"
    known = f"{fact.label} {said}".lower()
    names = [one for one in _names(fact, held) if one.lower() not in known and len(one) <= _LONGEST]
    return names[-1] if names else ""


def _names(fact: NumberFact, held: DraftText) -> Iterator[str]:
    language, sentence = held.saved.language, fact.place.sentence
    numbers = [one.place.span.end for one in held.numbers_in(Span(sentence.start, fact.place.span.start))]
    line = _DATE_LINE.match(held.text, *sentence)
    start = max([sentence.start if line is None else line.end(), *numbers])
    dates = [one.place.span for one in held.dates_in(sentence)]
    for found in _NAME.finditer(held.text, start, fact.place.span.start):
        words = found.group().split()
        while words and words[0].lower() in language.function_words:
            del words[0]
        if not words or any(one.start <= found.start() < one.end for one in dates):
            continue
        behind = held.text[found.end() : found.end() + _NEXT].lower().split()
        if found.start() > sentence.start or (behind[:1] and behind[0] in _verbs(language)):
            yield " ".join(words)


@lru_cache(maxsize=8)
def _verbs(language: Language) -> frozenset[str]:
    """Return verbs before which the first word of a sentence is a name, and not only its first word."""
    return frozenset((*language.counting.level_verbs, *language.counting.auxiliaries, *language.discourse.says))


def _speaker_of(fact: NumberFact, held: DraftText) -> str:
    speaker = held.speaker_for(fact)
    called = "" if speaker is None else without_article(speaker.name or speaker.role or "")
    return called if called and called in held.text[fact.place.sentence.start : fact.place.sentence.end] else ""


_WAYS: tuple[Telling, ...] = (_date_of, _speaker_of, _name_before)
