"""Suggestions for misspelt words: the one known word that a word is closest to, and "did you mean …?" about it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.base.safe_text import visible

_LONGEST = 40
"""Characters. Longer words get no suggestion: the time of the comparison grows with the square of the length."""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return the end of a sentence that suggests the choice closest to `word`: "; did you mean “title”?".

    Empty: no choice is close, or two are equally close.
    """
    return suggestion(nearest_word(word, choices))


def suggestion(meant: str | None) -> str:
    """Return the end of a sentence that suggests a word: "; did you mean “title”?". Empty for None."""
    return "" if meant is None else f"; did you mean “{visible(meant)}”?"


def nearest_word(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that is closest to `word`. None: none is close, or two are equally close."""
    return _nearest(word, tuple(choices)) if len(word) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _nearest(word: str, words: tuple[str, ...]) -> str | None:
    plain = _plain(word)
    if not plain:
        return None
    ranked = sorted((_distance(plain, _plain(known)), known) for known in words)
    allowed = 1 if len(plain) <= 4 else 2 if len(plain) <= 8 else 3  # noqa: PLR2004 - about one letter in four
    if ranked and ranked[0][0] <= allowed and (len(ranked) == 1 or ranked[1][0] > ranked[0][0]):
        return ranked[0][1]
    if ranked and ranked[0][0] <= allowed:
        tied = [known for distance, known in ranked if distance == ranked[0][0]]
        shortest = min(tied, key=len)
        if all(known.startswith(shortest) for known in tied):  # "figurs": figure, figures
            return shortest
    ends = [known for known in words if _plain(known).startswith(plain) or _plain(known).endswith(plain)]
    return ends[0] if len(ends) == 1 and len(plain) > 1 else None


def _plain(word: str) -> str:
    return "".join(character for character in word.casefold() if character.isalnum())


def _distance(one: str, other: str) -> int:
    """Return the number of insertions, deletions, substitutions and swaps of neighbours (optimal string alignment)."""
    if abs(len(one) - len(other)) > 3:  # noqa: PLR2004 - more than `_nearest` ever allows
        return _LONGEST
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, known in enumerate(other, 1):
            cost = min(line[-1] + 1, above[column] + 1, above[column - 1] + (letter != known))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == known:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
