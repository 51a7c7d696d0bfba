"""`check --coverage`: notes on the numbers and dates of saved texts that a brief does not quote."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.base.problems import Place, Problem, Severity
from briefing.cli.codes import COVERAGE
from briefing.evidence import Evidence
from briefing.evidence.coverage import MOST_PARTS, Uncovered, coverage
from briefing.format.model import Brief
from briefing.library.briefs import Library
from briefing.library.entries import Entry


def uncovered_notes(library: Library, entry: Entry, brief: Brief, evidence: Evidence) -> Iterator[Problem]:
    """Yield a note for each number and date of a saved text that no figure or event of the brief quotes."""
    texts = library.texts(entry, brief)
    lines = {name: _Lines(held.text) for name, held in texts.items()}
    for found in coverage(brief, texts, evidence):
        source = brief.source(found.source)
        path = None if source is None else library.text_path(entry, source)
        if path is not None:
            line, column = lines[found.source].spot(found.span.start)
            yield Problem(Place(path, line, column), COVERAGE, _sentence(found, brief), Severity.NOTE)


class _Lines:
    """Converts offsets of a text into lines and columns. Fast for rising offsets: no part is scanned twice."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line, self._begin, self._known = 1, 0, 0

    def spot(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        if offset < self._known:
            self._line, self._begin, self._known = 1, 0, 0
        self._line += self._text.count("\n", self._known, offset)
        self._begin = max(self._begin, self._text.rfind("\n", self._known, offset) + 1)
        self._known = offset
        return self._line, offset - self._begin + 1


def _sentence(found: Uncovered, brief: Brief) -> str:
    if found.is_last:
        return f"numbers and dates after this place were not compared: the limit is {MOST_PARTS:,} in one text"
    what = "date" if found.is_date else "number"
    return f"no figure or event of “{brief.id}” quotes this {what}: {found.words}"
