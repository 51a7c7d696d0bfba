"""A regular expression for words of one kind, searched only in texts that have the first word of a match.

Most sentences have no word of doubt, denial or plans. Comparing sets of words finds that out faster than a search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from briefing.evidence.words.prose import HEAD, Prose, small_runs


class FirstWords(NamedTuple):
    """What a match may begin with."""

    words: frozenset[str]
    beginnings: frozenset[str]
    """Of up to `HEAD` letters."""
    signs: tuple[str, ...]
    """What else a match contains."""

    def stands_in(self, prose: Prose) -> bool:
        """Whether some prose has any of it."""
        if not self.words.isdisjoint(prose.runs):
            return True
        if self.beginnings and not self.beginnings.isdisjoint(prose.heads):
            return True
        return bool(self.signs) and any(map(prose.text.__contains__, self.signs))


_NONE: Iterator[re.Match[str]] = iter(())


class WordPattern:
    """A pattern whose matches begin with known words, or with known beginnings of words."""

    __slots__ = ("_compiled", "_flags", "first", "may_stand_in", "source")

    def __init__(
        self,
        pattern: str,
        words: Iterable[str] = (),
        *,
        beginnings: Iterable[str] = (),
        signs: Iterable[str] = (),
        flags: re.RegexFlag = re.IGNORECASE,
    ) -> None:
        """Take the words and phrases, and the beginnings of words, with which a match may begin.

        A match that begins with none of these contains one of the `signs`. An empty sign: every text is searched.
        """
        self.source = pattern
        """The pattern as it is written."""
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None
        whole, begun = tuple(words), tuple(beginnings)
        self.first = FirstWords(
            frozenset(small_runs(each)[0] for each in whole if each[0].isalnum()),
            frozenset(small_runs(each)[0][:HEAD] for each in begun if each[0].isalnum()),
            (*signs, *(each for each in (*whole, *begun) if not each[0].isalnum())),
        )
        self.may_stand_in: Callable[[Prose], bool] = self.first.stands_in
        """Tells whether some prose has any word or sign that a match needs."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed: many are for words that a text does not have."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self._flags)
        return self._compiled

    @classmethod
    def any_of(cls, patterns: Iterable[WordPattern]) -> Callable[[Prose], bool]:
        """Return a function that tells whether any of some patterns may stand in some prose, in one comparison."""
        every = [one.first for one in patterns]
        return FirstWords(
            frozenset().union(*(one.words for one in every)),
            frozenset().union(*(one.beginnings for one in every)),
            tuple(dict.fromkeys(sign for one in every for sign in one.signs)),
        ).stands_in

    def search(self, prose: Prose) -> re.Match[str] | None:
        """Return the first match in some prose. None: there is none."""
        return self.pattern.search(prose.text) if self.may_stand_in(prose) else None

    def finditer(self, prose: Prose) -> Iterator[re.Match[str]]:
        """Return the matches in some prose, in order."""
        return self.pattern.finditer(prose.text) if self.may_stand_in(prose) else _NONE

    def stands_in(self, prose: Prose) -> bool:
        """Whether some prose has a match."""
        return self.search(prose) is not None
