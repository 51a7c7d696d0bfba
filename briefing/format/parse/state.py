"""The state of reading one file: its path, its problems so far, its only article; and how a problem quotes the file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.base.problems import Code, Place, Problem, Severity, Spot
from briefing.base.safe_text import safe_line
from briefing.base.spelling import nearest_word
from briefing.format.tree import Tree

_HINTS = 100
"""Guesses at what was meant, for one file."""
_COMPARED = 10_000
"""Known words with which these are compared, about half a second: an id of a file may be one of thousands."""
_QUOTED = 60
"""Characters of the file that a sentence repeats at most."""


class ParseState:
    """The reader's state for one file."""

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
        """False: the file was not read to its end, so that nothing can be said to be missing."""
        self.unfinished = tree.unfinished
        """Starts of the lists and mappings in which reading stopped, which has been reported."""
        self.commented = tree.commented
        """Comments that stand where a value belongs, by the place of the empty value."""
        self.article: str | None = None
        """Id of the source that a cite without one means. None: there is not exactly one article."""
        self.problems: list[Problem] = list(tree.problems)
        self._hints, self._compared = _HINTS, _COMPARED
        self._guessed: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def report(self, code: Code, spot: Spot, sentence: str, severity: Severity = Severity.ERROR) -> None:
        """Add a problem."""
        self.problems.append(Problem(Place(self.path, *spot), code, sentence, severity))

    def warn(self, code: Code, spot: Spot, sentence: str, instead: str | None = None) -> None:
        """Add a warning, with what was certainly meant where there is only one thing it can be."""
        self.problems.append(Problem(Place(self.path, *spot), code, sentence, Severity.WARNING, instead))

    def near(self, word: str, words: Iterable[str]) -> str | None:
        """Return the only known word near `word`. None: there is none, or the file has used up its guesses."""
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
