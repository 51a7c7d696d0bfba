"""Pairs the items of the earlier brief with those of the later one. Each item is used once; order does not matter.

Items are paired if they share a key, such as an id; else by the similarity of their words. If several share a key,
those that are equal in all fields are paired first. The work is bounded: of many items only those that share a rare
word are compared, and at most `_MOST_SCORED` pairs of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from briefing.base.named_tuple import NamedTuple

T = TypeVar("T")

_WITHOUT_SPACES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts without spaces between words, as the inside of a character set of a regular expression."""
_ENOUGH = 0.5
"""Share of their words that two texts must have in common to be paired."""
_SHORT = 4
"""Letters: shorter words are ignored if a text has longer ones."""
_MOST_WORDS = 200
"""Words of a text that are compared at most."""
_ALL_PAIRS = 2_500
"""If there are at most so many pairs, all are compared."""
_RARE = 8
"""A word is rare if at most so many texts have it."""
_MOST_SCORED = 100_000
"""Pairs that are compared at most."""
_WORD = re.compile(rf"[{_WITHOUT_SPACES}]|[^\W{_WITHOUT_SPACES}]+")


class Identity(NamedTuple, Generic[T]):
    """How items of one kind are recognised as the same."""

    keys: Callable[[T], Iterable[Hashable | None]]
    """Returns values that identify an item, the most reliable first; the same number for each item. None: unknown."""
    whole: Callable[[T], Hashable]
    """Returns the meaning of all fields of an item."""
    words: Callable[[T], str]
    """Returns the words of an item."""


class Pairs(NamedTuple):
    """Which items are the same, by their indices in the two sequences."""

    same: tuple[tuple[int, int], ...]
    """Index in the earlier and in the later sequence, in the order of the later one."""
    gone: tuple[int, ...]
    """Indices in the earlier sequence, rising."""
    new: tuple[int, ...]
    """Indices in the later sequence, rising."""


def pair_items(before: Sequence[T], after: Sequence[T], identity: Identity[T]) -> Pairs:
    """Pair the items of two sequences."""
    found: dict[int, int] = {}
    left, right = dict.fromkeys(range(len(before))), dict.fromkeys(range(len(after)))

    def take(pairs: Iterable[tuple[int, int]]) -> None:
        for old, new in pairs:
            if old in left and new in right:
                found[new] = old
                del left[old], right[new]

    old_keys, new_keys = [tuple(map(tuple, map(identity.keys, side))) for side in (before, after)]
    for level in range(max(map(len, (*old_keys, *new_keys)), default=0)):
        old_groups = _grouped(left, [keys[level] for keys in old_keys])
        new_groups = _grouped(right, [keys[level] for keys in new_keys])
        for key, news in new_groups.items():
            take(_within(before, after, (old_groups.get(key, ()), news), identity))
    if left and right:
        take(
            _alike(
                {at: _words(identity.words(before[at])) for at in left},
                {at: _words(identity.words(after[at])) for at in right},
            )
        )
    return Pairs(tuple((found[new], new) for new in sorted(found)), tuple(left), tuple(right))


def _grouped(indices: Iterable[int], keys: Sequence[Hashable | None]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for at in indices:
        if keys[at] is not None:
            groups.setdefault(keys[at], []).append(at)
    return groups


def _within(
    before: Sequence[T], after: Sequence[T], group: tuple[Sequence[int], Sequence[int]], identity: Identity[T]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of items that share a key: first those that are equal in all fields, then in order."""
    olds, news = group
    if len(olds) > 1 or len(news) > 1:
        same: dict[Hashable, list[int]] = {}
        for old in reversed(olds):
            same.setdefault(identity.whole(before[old]), []).append(old)
        pairs = [(waiting.pop(), new) for new in news if (waiting := same.get(identity.whole(after[new])))]
        yield from pairs
        taken = {old for old, _ in pairs}, {new for _, new in pairs}
        olds, news = [old for old in olds if old not in taken[0]], [new for new in news if new not in taken[1]]
    yield from zip(olds, news, strict=False)


def _words(text: str) -> frozenset[str]:
    """Return the words of a text that distinguish it from others."""
    every = _WORD.findall(text.casefold())[:_MOST_WORDS]
    telling = [word for word in every if len(word) >= _SHORT or word.isdecimal() or not word.isascii()]
    return frozenset(telling or every)


def _alike(before: dict[int, frozenset[str]], after: dict[int, frozenset[str]]) -> list[tuple[int, int]]:
    """Return the pairs of texts that share enough words, the most similar first."""
    scored: list[tuple[float, int, int, int]] = []
    for count, (old, new) in enumerate(_candidates(before, after)):
        if count >= _MOST_SCORED:
            break
        shared = len(before[old] & after[new])
        score = 2 * shared / ((len(before[old]) + len(after[new])) or 1)
        if score >= _ENOUGH:
            scored.append((-score, abs(old - new), old, new))
    return [(old, new) for _, _, old, new in sorted(scored)]


def _candidates(before: dict[int, frozenset[str]], after: dict[int, frozenset[str]]) -> Iterator[tuple[int, int]]:
    if len(before) * len(after) <= _ALL_PAIRS:
        yield from ((old, new) for old in before for new in after)
        return
    holding: dict[str, list[int]] = {}
    for old, texts in before.items():
        for word in texts:
            holding.setdefault(word, []).append(old)
    for new, texts in after.items():
        near = {old for word in texts if len(olds := holding.get(word, ())) <= _RARE for old in olds}
        yield from ((old, new) for old in sorted(near))
