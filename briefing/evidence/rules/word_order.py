"""Word order: whether a claim has the order of the sentences that it quotes, without mixing two of their clauses.

"Sales of cars rose to 4,000" has the word order of "Sales of cars fell to 12,000, while sales of vans rose to 4,000",
and says what nobody said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.words.cues import cue_patterns
from briefing.evidence.words.prose import Prose

_STRETCH = 2
"""Words that a claim takes from one sentence at least, before it goes on with another."""


class OrderedWord(NamedTuple):
    """A word or number of a sentence with its clause."""

    key: str
    clause: int
    """The number of its clause in the sentence, from 0."""


def ordered_words(prose: Prose, words: Sequence[tuple[int, str]]) -> tuple[OrderedWord, ...]:
    """Return some words of some prose, given as offset and key, with their clauses."""
    ends = [found.start() for found in cue_patterns(prose.language).stop.finditer(prose.text)]
    return tuple(OrderedWord(key, bisect_right(ends, start)) for start, key in words)


def follows_order(keys: Sequence[str], sentences: Sequence[Sequence[OrderedWord]], *, named: bool) -> bool:
    """Whether a claim is made of stretches, each with the word order of one of the sentences that it quotes.

    `named`: one more stretch may name the speaker.
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
    """Return the index up to which a sentence has the keys from `start` on in their order."""
    return start + len(_places(keys[start:], theirs))


def _is_one_thought(keys: Sequence[str], sentence: Sequence[OrderedWord]) -> bool:
    """Whether a sentence has some words without the end of one clause and the start of the next being left out."""
    forwards = _places(keys, sentence)
    if not _leaps(forwards, sentence):
        return True
    last = len(sentence) - 1
    backwards = [last - place for place in reversed(_places(keys[::-1], sentence[::-1]))]
    return not _leaps(backwards, sentence)


def _places(keys: Sequence[str], sentence: Sequence[OrderedWord]) -> list[int]:
    """Return the places where a sentence has the first of some keys in their order, each where it comes first."""
    places: list[int] = []
    left = iter(keys)
    wanted = next(left, None)
    for place, one in enumerate(sentence):
        if one.key == wanted:
            places.append(place)
            wanted = next(left, None)
    return places


def _leaps(places: Sequence[int], sentence: Sequence[OrderedWord]) -> bool:
    """Whether the words leave a clause before its end and enter another after its start, or skip a number."""
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
    """Whether the words skip a number of the sentence before a number of their own: either may be meant."""
    if not places:
        return False
    mine = set(places)
    last = max((place for place in places if sentence[place].key[:1].isdigit()), default=-1)
    return any(sentence[place].key[:1].isdigit() for place in range(places[0], last) if place not in mine)
