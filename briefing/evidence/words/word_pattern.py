"""Word patterns: words and phrases of one kind, searched only in a stretch that has a word which one begins with.

Most sentences have no word of doubt, no denial and no plan; a set of their words tells so much faster than a search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.evidence.words.prose import HEAD, Prose, small_runs


class WordPattern:
    """A pattern each match of which begins with a known word, or with the known beginning of one."""

    __slots__ = ("_beginnings", "_signs", "_words", "pattern")

    def __init__(
        self,
        pattern: str | re.Pattern[str],
        words: Iterable[str] = (),
        *,
        beginnings: Iterable[str] = (),
        signs: Iterable[str] = (),
    ) -> None:
        """Take the words and phrases, and the beginnings of words, that a match may begin with.

        A match that begins with none of them holds one of the `signs`; an empty sign is in every stretch.
        """
        self.pattern = re.compile(pattern, re.IGNORECASE) if isinstance(pattern, str) else pattern
        whole, begun = tuple(words), tuple(beginnings)
        self._words = frozenset(small_runs(each)[0] for each in whole if each[0].isalnum())
        self._beginnings = frozenset(small_runs(each)[0][:HEAD] for each in begun if each[0].isalnum())
        self._signs = (*signs, *(each for each in (*whole, *begun) if not each[0].isalnum()))

    def may_stand_in(self, prose: Prose) -> bool:
        """Whether a stretch has any word or sign that a match begins with."""
        return (
            not self._words.isdisjoint(prose.runs)
            or (bool(self._beginnings) and not self._beginnings.isdisjoint(prose.heads))
            or (bool(self._signs) and any(sign in prose.text for sign in self._signs))
        )

    def search(self, prose: Prose) -> re.Match[str] | None:
        """Return the first match in a stretch."""
        return self.pattern.search(prose.text) if self.may_stand_in(prose) else None

    def finditer(self, prose: Prose) -> Iterator[re.Match[str]]:
        """Return the matches in a stretch, in order."""
        return self.pattern.finditer(prose.text) if self.may_stand_in(prose) else iter(())

    def stands_in(self, prose: Prose) -> bool:
        """Whether a stretch has a match."""
        return self.search(prose) is not None
