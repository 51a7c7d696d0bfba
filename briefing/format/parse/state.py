"""The state of reading one file (path, problems so far, suggestions left), and how a problem quotes the file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.base.problems import Code, Place, Problem, Severity, Spot
from briefing.base.safe_text import safe_line
from briefing.base.suggestions import nearest_word
from briefing.format.tree import Tree

_HINTS = 100
"""Suggestions for one file at most."""
_COMPARED = 10_000
"""Words that are compared for the suggestions of one file at most, about half a second: a file may have many ids."""
_QUOTED = 60
"""Characters of the file that a sentence repeats at most."""


class ParseState:
    """The state of reading one file."""

    __slots__ = (
        "_compared",
        "_guessed",
        "_hints",
        "article",
        "brief_id",
        "commented",
        "path",
        "problems",
        "unfinished",
        "whole",
    )

    def __init__(self, path: Path, brief_id: str, tree: Tree) -> None:
        self.path = path
        self.brief_id = brief_id
        self.whole = tree.whole
        """False: the file was not read to its end, so nothing is reported as missing."""
        self.unfinished = tree.unfinished
        """Starts of the lists and mappings in which reading stopped; that has been reported."""
        self.commented = tree.commented
        """Comments in place of a value, by the spot of the empty value."""
        self.article: str | None = None
        """Id of the only article, which a cite without a source means. None: there is not exactly one article."""
        self.problems: list[Problem] = list(tree.problems)
        self._hints, self._compared = _HINTS, _COMPARED
        self._guessed: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def report(self, code: Code, spot: Spot, sentence: str, severity: Severity = Severity.ERROR) -> None:
        """Add a problem."""
        self.problems.append(Problem(Place(self.path, *spot), code, sentence, severity))

    def warn(self, code: Code, spot: Spot, sentence: str, instead: str | None = None) -> None:
        """Add a warning, with the text to put instead if it is certain what was meant."""
        self.problems.append(Problem(Place(self.path, *spot), code, sentence, Severity.WARNING, instead))

    def suggest(self, word: str, words: Iterable[str]) -> str | None:
        """Return the one of `words` that is close to `word`. None: there is none, or no suggestions are left."""
        known = tuple(words)
        if (word, known) not in self._guessed:
            if not self._hints or len(known) > self._compared:
                return None
            self._hints, self._compared = self._hints - 1, self._compared - len(known)
            self._guessed[word, known] = nearest_word(word, known)
        return self._guessed[word, known]


def quoted(text: str) -> str:
    """Return a text of the file for a sentence: one safe line in quote marks, cut if it is long."""
    start = text[: _QUOTED + 1]
    return f"“{safe_line(start if len(start) <= _QUOTED else start[:_QUOTED] + '…')}”"
