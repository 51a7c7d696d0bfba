"""A regular expression for words of one kind, searched only in texts that have the words of a match.

Most sentences have no word of doubt, denial or plans. Comparing sets of words finds that out faster than a search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.patterns import GrowingPattern, WordChoice
from briefing.evidence.words.prose import HEAD, Prose, small_runs

Rest = frozenset[str]
"""The words of a phrase without its key, the longest of them. Empty: the phrase is one word."""


class NeededWords(NamedTuple):
    """What a text has that has a match."""

    phrases: Mapping[str, tuple[Rest, ...]]
    """The rest of each word or phrase, by its key."""
    keys: frozenset[str]
    """The keys of `phrases`: most texts have none of them."""
    beginnings: frozenset[str]
    """Of up to `HEAD` letters."""
    signs: tuple[str, ...]
    """What else a match contains."""

    def stand_in(self, prose: Prose) -> bool:
        """Whether some prose has any of it."""
        runs = prose.runs
        if not self.keys.isdisjoint(runs) and self._has_phrase(runs):
            return True
        if self.beginnings and not self.beginnings.isdisjoint(prose.heads):
            return True
        return bool(self.signs) and any(map(prose.text.__contains__, self.signs))

    def _has_phrase(self, runs: frozenset[str]) -> bool:
        return any(rest <= runs for key in self.keys & runs for rest in self.phrases[key])


_NONE: Iterator[re.Match[str]] = iter(())


class WordPattern:
    """A pattern whose matches begin with known words or phrases, each whole, or with known beginnings of words."""

    __slots__ = ("may_stand_in", "needed", "pattern", "write")

    def __init__(
        self,
        pattern: str | Callable[[WordChoice], str],
        words: Iterable[str] = (),
        *,
        beginnings: Iterable[str] = (),
        signs: Iterable[str] = (),
        flags: re.RegexFlag = re.IGNORECASE,
    ) -> None:
        """Take the pattern, or what writes it, and with what a match may begin: words and phrases, beginnings of words.

        A match that begins with none of these contains one of the `signs`. An empty sign: every text is searched.
        """
        self.write: Callable[[WordChoice], str] = (lambda _: pattern) if isinstance(pattern, str) else pattern
        """Writes the pattern."""
        self.pattern = GrowingPattern(self.write, flags)
        """The pattern, compiled when it is first needed: many are for words that a text does not have."""
        whole, begun = tuple(words), tuple(beginnings)
        phrases = _by_key(each for each in whole if each[0].isalnum())
        self.needed = NeededWords(
            phrases,
            frozenset(phrases),
            frozenset(small_runs(each)[0][:HEAD] for each in begun if each[0].isalnum()),
            (*signs, *(each for each in (*whole, *begun) if not each[0].isalnum())),
        )
        self.may_stand_in: Callable[[Prose], bool] = self.needed.stand_in
        """Tells whether some prose has any word or sign that a match needs."""

    def search(self, prose: Prose) -> re.Match[str] | None:
        """Return the first match in some prose. None: there is none."""
        return self.pattern.search(prose.text) if self.may_stand_in(prose) else None

    def finditer(self, prose: Prose) -> Iterator[re.Match[str]]:
        """Return the matches in some prose, in order."""
        return self.pattern.finditer(prose.text) if self.may_stand_in(prose) else _NONE

    def stands_in(self, prose: Prose) -> bool:
        """Whether some prose has a match."""
        return self.search(prose) is not None


class PatternIndex:
    """Finds those of some patterns that may match in some prose, by one look at its words."""

    __slots__ = ("_beginnings", "_keys", "_phrases", "_signs")

    def __init__(self, patterns: Iterable[WordPattern]) -> None:
        self._phrases: dict[str, list[tuple[Rest, WordPattern]]] = {}
        self._beginnings: list[tuple[frozenset[str], WordPattern]] = []
        self._signs: list[tuple[str, WordPattern]] = []
        for one in patterns:
            for key, rests in one.needed.phrases.items():
                self._phrases.setdefault(key, []).extend((rest, one) for rest in rests)
            if one.needed.beginnings:
                self._beginnings.append((one.needed.beginnings, one))
            self._signs += [(sign, one) for sign in one.needed.signs]
        self._keys = frozenset(self._phrases)

    def possible_in(self, prose: Prose) -> frozenset[WordPattern]:
        """Return the patterns for which `may_stand_in` is true."""
        runs, text = prose.runs, prose.text
        found = [one for key in self._keys & runs for rest, one in self._phrases[key] if rest <= runs]
        found += [one for beginnings, one in self._beginnings if not beginnings.isdisjoint(prose.heads)]
        found += [one for sign, one in self._signs if sign in text]
        return frozenset(found)


def _by_key(phrases: Iterable[str]) -> dict[str, tuple[Rest, ...]]:
    """Return the other words of each phrase by its longest, which few texts have."""
    found: dict[str, set[Rest]] = {}
    for phrase in phrases:
        runs = small_runs(phrase)
        key = max(runs, key=len)
        found.setdefault(key, set()).add(frozenset(runs) - {key})
    return {key: tuple(rests) for key, rests in found.items()}
