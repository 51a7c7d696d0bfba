"""Where the words of a figure's label stand beside its number, so that its quote says what is counted."""

from __future__ import annotations

import re

from briefing.draft.draft_text import DraftText
from briefing.evidence.facts.values import NumberFact
from briefing.evidence.result import Span

_NEAR = 90
"""Characters between a number and a word of its label, up to which the quote of the figure has both."""
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 3
"""Letters of a word that says what is counted."""


def label_places(fact: NumberFact, held: DraftText) -> list[Span]:
    """Return where the words of a label stand, each at the place nearest to the number; those far away are left out."""
    number, sentence = fact.place.span, fact.place.sentence
    start, end = max(sentence.start, number.start - _NEAR), min(sentence.end, number.end + _NEAR)
    here: dict[str, Span] = {}
    for found in _WORD.finditer(held.text, start, end):
        word, place = found.group().lower(), Span(*found.span())
        if word not in here or _distance(place, number) < _distance(here[word], number):
            here[word] = place
    empty = held.saved.language.function_words
    wanted = [word for word in map(str.lower, _WORD.findall(fact.label)) if len(word) >= _LEAST and word not in empty]
    return [here[word] for word in wanted if word in here]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
