"""What stands around the numbers of a sentence: the date that each holds for, who says it, how it is put."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from briefing.evidence.dates.other_verbs import is_of_other_verb
from briefing.evidence.facts.inner_phrases import bracket_around, inner_phrase, is_in_adjunct
from briefing.evidence.facts.speech_verbs import standing_of
from briefing.evidence.facts.values import DateFact, SpeakerFact
from briefing.evidence.languages import Language
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span
from briefing.evidence.words.cues import cues_reaching, find_cues
from briefing.evidence.words.prose import Prose, small_runs
from briefing.evidence.words.word_pattern import WordPattern
from briefing.format.model import Standing

_NEAR = 40
"""Characters between a number and a date that only belongs to it: "$88.1m in the same quarter of 2023"."""
_SAYING = 24
"""Characters before a date among which a verb of saying makes it the date of what was said: "said on Tuesday"."""


class Surroundings:
    """The dates and speakers of a text, by the sentence that they stand in. All offsets are those of the text."""

    def __init__(self, text: str, dates: Sequence[DateFact], speakers: Sequence[SpeakerFact]) -> None:
        self._text = text
        self._dates = _by_sentence(dates)
        self._speakers = _by_sentence(speakers)

    def speaker(self, sentence: Span, span: Span) -> SpeakerFact | None:
        """Return who says what holds a number: the one whose words are the fewest. None: the article itself."""
        known = self._speakers.get(sentence.start, ())
        found = [one for one in known if one.covers.start <= span.start and span.end <= one.covers.end]
        return min(found, key=lambda one: one.covers.end - one.covers.start, default=None)

    def when(
        self, sentence: Span, spans: Sequence[Span], index: int, language: Language, *, is_compared: bool
    ) -> DateFact | None:
        """Return the date that a number holds for. None: the sentence gives none.

        `spans` are those of all numbers of the sentence, `index` is that of this one. `is_compared`: another number is
        compared with it, so that only a date right beside it is its own.
        """
        dates = self._dates.get(sentence.start, ())
        if not dates:
            return None
        own = spans[index]
        dates = [one for one in dates if not self._is_apart(sentence, one.place.span, own, spans, language)]
        bracket = bracket_around(self._text, sentence, own)
        if bracket is not None and not any(bracket.holds(*one) for one in spans if one != own):
            inside = [one for one in dates if bracket.holds(*one.place.span)]
            if len(inside) == 1:
                return inside[0]  # "(January: 19,874 euros)"
        earlier = spans[index - 1].end if index else sentence.start
        later = spans[index + 1].start if index + 1 < len(spans) else sentence.end
        behind = [one for one in dates if own.end <= one.place.span.start and one.place.span.end <= later]
        for one in behind[:1] if is_compared or not behind or behind[0].is_event else ():
            gap = self._text[own.end : one.place.span.start]
            if len(gap) <= _NEAR and not _breaks(language).search(gap) and not self._is_of_saying(one, language):
                return one
        if is_compared:
            return None
        before = [one for one in dates if earlier <= one.place.span.start and one.place.span.end <= own.start]
        candidates = [one for one in (*before[::-1], *behind, *_leading(dates, spans)) if one.is_event]
        return next((one for one in candidates if self._is_of_clause(one, own, language)), None)

    def _is_apart(self, sentence: Span, date: Span, own: Span, spans: Sequence[Span], language: Language) -> bool:
        """Whether a date belongs to another part of the sentence than a number: a phrase inside it, or a bracket."""
        if is_of_other_verb(self._text, sentence.start, date, own, language):
            return True  # "employs 345,000 people and was founded in 1919"
        inner = inner_phrase(self._text, sentence, date, language)
        if inner is not None and not inner.holds(*own):
            return True
        bracket = bracket_around(self._text, sentence, date)
        if bracket is not None and not bracket.holds(*own) and any(bracket.holds(*one) for one in spans):
            return True  # "rose to 20,059 euros (January: 19,874 euros)"
        is_behind = own.end <= date.start and not is_in_adjunct(self._text, sentence, own, language)
        return is_behind and is_in_adjunct(self._text, sentence, date, language)

    def _is_of_clause(self, date: DateFact, own: Span, language: Language) -> bool:
        """Whether a date and a number stand in one clause, and the date is not that of what was said."""
        first, last = sorted([date.place.span, own])
        gap = self._text[first.end : last.start]
        if date.when is not None and date.when.text.endswith(_OPEN) and _has_clause(gap, language):
            return False  # "18 counties as the region faces weather that's lasted since October"
        return _breaks(language).search(gap) is None and not self._is_of_saying(date, language)

    def _is_of_saying(self, date: DateFact, language: Language) -> bool:
        """Whether a date tells when something was said: "said on Tuesday", "on Tuesday announced"."""
        start, end = date.place.span
        before = self._text[max(start - _SAYING, 0) : start]
        behind = self._text[end : end + _SAYING]
        if _first_of_saying(language).isdisjoint(small_runs(f"{before} {behind}")):
            return False
        pattern = _saying(language)
        return pattern.search(before) is not None or pattern.match(behind.lstrip()) is not None


_OPEN = "/.."
_LETTERS = re.compile(r"[^\W\d_]+")


def _has_clause(text: str, language: Language) -> bool:
    """Whether a word of some text begins a clause."""
    return not language.counting.clause_words.isdisjoint(_LETTERS.findall(text.lower()))


F = TypeVar("F", DateFact, SpeakerFact)


def _by_sentence(facts: Sequence[F]) -> Mapping[int, list[F]]:
    """Return facts by the offset where their sentence begins."""
    found: dict[int, list[F]] = {}
    for one in facts:
        found.setdefault(one.place.sentence.start, []).append(one)
    return found


def _leading(dates: Sequence[DateFact], spans: Sequence[Span]) -> Sequence[DateFact]:
    """Return the only date of a sentence, if it stands before all numbers: it holds for each of them."""
    return dates if len(dates) == 1 and dates[0].place.span.end <= spans[0].start else ()


@lru_cache(maxsize=64)
def _breaks(language: Language) -> re.Pattern[str]:
    """Return a pattern of what ends the clause that a date belongs to."""
    words = phrases([*language.clause_breaks, *language.counting.comparisons])
    return re.compile(rf"[;:]|[.!?]\s|(?<!\w)(?:{words})", re.IGNORECASE)


@lru_cache(maxsize=64)
def _first_of_saying(language: Language) -> frozenset[str]:
    """Return the first words of the verbs that `_saying` finds."""
    return frozenset(small_runs(one)[0] for one in (*language.discourse.says, *language.discourse.says_clause))


@lru_cache(maxsize=64)
def _saying(language: Language) -> re.Pattern[str]:
    """Return a pattern of a verb of saying right before a date, with a preposition between, or right after it."""
    says = phrases([*language.discourse.says, *language.discourse.says_clause])
    return re.compile(rf"(?<!\w)(?:{says})(?:\s\w+){{0,2}}\s$|(?:{says})", re.IGNORECASE)


def standing_at(prose: Prose, start: int, end: int) -> Standing:
    """Return how the words of a sentence put a number in it: expected, planned, or plainly reported."""
    language = prose.language
    cues = find_cues(prose)
    intent = next(cues_reaching(cues.intent, prose.text, start, end, language), None)
    if intent is not None:
        said = standing_of(intent.word.lower().split()[0], language)
        return Standing.EXPECTED if said is Standing.REPORTED else said
    if any(found.end() <= start for found in _plans(language).finditer(prose) if _is_near(prose, found.end(), start)):
        return Standing.PLANNED
    if next(cues_reaching(cues.doubt, prose.text, start, end, language), None) is not None:
        return Standing.SUGGESTED
    behind = _BEHIND.match(prose.text, end)
    if behind is not None and not language.counting.foresees.isdisjoint(_LETTERS.findall(behind.group().lower())):
        return Standing.EXPECTED  # "missing the 4.8 percent gain Wall Street was expecting"
    return Standing.REPORTED


_BEHIND = re.compile(r"[^,;:.!?()]{0,60}")
"""What follows a number in its clause."""


def _is_near(prose: Prose, end: int, start: int) -> bool:
    """Whether no clause ends between a word for a plan and a number."""
    return _STOP.search(prose.text, end, start) is None


_STOP = re.compile(r"[,;:.!?()]\s")


@lru_cache(maxsize=64)
def _plans(language: Language) -> WordPattern:
    plans = language.discourse.plans
    return WordPattern(lambda choice: rf"(?<![^\W_])(?:{choice.phrases(plans)})", plans)
