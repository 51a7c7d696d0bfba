"""Owns which item of the earlier brief is which of the later one: each is used once, and the order does not matter.

Items belong together when they share a key, an id for instance, and else when their words are most alike. Where a key
is shared by several, those that are the same in every field come first. Work is bounded whatever the briefs hold: of
many items only those that share a seldom word are compared, and no more than `_MOST_SCORED` of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WITHOUT_SPACES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Inside a class of a pattern: scripts that put no spaces between words."""
_ENOUGH = 0.5
"""Part of their words that two texts must share to be two wordings of one thing."""
_SHORT = 4
"""Letters below which a word says too little to pair by, where there are others."""
_MOST_WORDS = 200
"""Words of one text that are compared."""
_ALL_PAIRS = 2_500
"""Pairs up to which every one is compared."""
_SELDOM = 8
"""Texts that may hold a word which makes two texts worth comparing."""
_MOST_SCORED = 100_000
_WORD = re.compile(rf"[{_WITHOUT_SPACES}]|[^\W{_WITHOUT_SPACES}]+")


class Identity(NamedTuple, Generic[T]):
    """How items of one kind are told apart."""

    keys: Callable[[T], Iterable[Hashable | None]]
    """What may tell that two are the same one, the surest first; as many for each item. None: it says nothing."""
    whole: Callable[[T], Hashable]
    """What an item means in all its fields."""
    words: Callable[[T], str]
    """The words of an item."""


class Pairs(NamedTuple):
    """Indices in the two sequences, rising."""

    same: tuple[tuple[int, int], ...]
    """In the order of the later one."""
    gone: tuple[int, ...]
    new: tuple[int, ...]


def pair_items(before: Sequence[T], after: Sequence[T], identity: Identity[T]) -> Pairs:
    """Find which items belong together."""
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
    """Yield pairs of items that share a key: the same in every field first, then in order."""
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
    """Return the words that tell a text from others."""
    every = _WORD.findall(text.casefold())[:_MOST_WORDS]
    telling = [word for word in every if len(word) >= _SHORT or word.isdecimal() or not word.isascii()]
    return frozenset(telling or every)


def _alike(before: dict[int, frozenset[str]], after: dict[int, frozenset[str]]) -> list[tuple[int, int]]:
    """Return the pairs of texts that share enough words, the most alike first."""
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
        near = {old for word in texts if len(olds := holding.get(word, ())) <= _SELDOM for old in olds}
        yield from ((old, new) for old in sorted(near))
