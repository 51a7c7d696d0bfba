"""The order of words: whether a claim follows the sentences that it quotes, and puts no two of their clauses together.

"Sales of cars rose to 4,000" has its words in the order of "Sales of cars fell to 12,000, while sales of vans rose to
4,000", and says what nobody said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.evidence.words.cues import cue_patterns
from briefing.evidence.words.prose import Prose

_STRETCH = 2
"""Words that a claim takes at least from one sentence before it goes on in another."""


class OrderedWord(NamedTuple):
    """A word or a number of a sentence, as it is compared."""

    key: str
    clause: int
    """Which clause of the sentence it stands in."""


def ordered_words(prose: Prose, words: Sequence[tuple[int, str]]) -> tuple[OrderedWord, ...]:
    """Return words, given by offset and key, with their clauses."""
    ends = [found.start() for found in cue_patterns(prose.language).stop.finditer(prose.text)]
    return tuple(OrderedWord(key, bisect_right(ends, start)) for start, key in words)


def follows_order(keys: Sequence[str], sentences: Sequence[Sequence[OrderedWord]], *, named: bool) -> bool:
    """Whether a claim follows its sources: one stretch of it each in the order of one sentence that it quotes.

    `named`: one stretch more may name the speaker.
    """
    place = 0
    for _ in range(len(sentences) + named):
        reached, sentence = max(
            ((_followed(keys, place, theirs), theirs) for theirs in sentences), key=lambda found: found[0]
        )
        if not _is_one_thought(keys[place:reached], sentence):
            return False
        if reached == len(keys):
            return True
        if reached - place < _STRETCH and not named:
            return False
        place = reached
    return not keys


def _followed(keys: Sequence[str], start: int, theirs: Sequence[OrderedWord]) -> int:
    """Return how far the keys from `start` on stand in a sentence, in their order."""
    place = start
    for one in theirs:
        if place < len(keys) and one.key == keys[place]:
            place += 1
    return place


def _is_one_thought(keys: Sequence[str], sentence: Sequence[OrderedWord]) -> bool:
    """Whether some words stand in a sentence so that no end of one clause and no start of another is left out."""
    forwards = _places(keys, sentence)
    if not _leaps(forwards, sentence):
        return True
    last = len(sentence) - 1
    backwards = [last - place for place in reversed(_places(keys[::-1], sentence[::-1]))]
    return not _leaps(backwards, sentence)


def _places(keys: Sequence[str], sentence: Sequence[OrderedWord]) -> list[int]:
    places: list[int] = []
    for place, one in enumerate(sentence):
        if len(places) < len(keys) and one.key == keys[len(places)]:
            places.append(place)
    return places


def _leaps(places: Sequence[int], sentence: Sequence[OrderedWord]) -> bool:
    """Whether the words leave one clause before its end and enter another behind its start, or pass over a number."""
    for one, other in pairwise(places):
        left = sentence[one + 1 : other]
        if sentence[one].clause == sentence[other].clause:
            continue
        is_unfinished = any(each.clause == sentence[one].clause for each in left)
        is_unopened = any(each.clause == sentence[other].clause for each in left)
        if is_unfinished and is_unopened:
            return True
    return _passes_number(places, sentence)


def _passes_number(places: Sequence[int], sentence: Sequence[OrderedWord]) -> bool:
    """Whether a number is left out behind the first word of a claim and before a number of it: either may be meant."""
    if not places:
        return False
    mine = set(places)
    last = max((place for place in places if sentence[place].key[:1].isdigit()), default=-1)
    return any(sentence[place].key[:1].isdigit() for place in range(places[0], last) if place not in mine)
