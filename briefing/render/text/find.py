"""Finds words in what is shown, across line ends; case and accents do not matter."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.words import GROUP_SIGNS, fold
from briefing.render.lines import Line, Role, Run, Sheet
from briefing.render.text.searchable import APART, BREAK, LineSpan, SearchableText, as_written

_Offsets = tuple[int, int]
"""Offsets of a hit in a text: of its first character, and after its last one."""


@frozen
class Hit:
    """One place where the query was found; several spans if it runs over the end of a line."""

    sheet: int
    """Index in the sheets that were searched."""
    spans: tuple[LineSpan, ...]


class WordQuery(NamedTuple):
    """A query of several words, each of which is found by itself."""

    words: str
    """As they were typed."""
    spans: Callable[[str], Sequence[tuple[int, int]]]
    """Returns where a text holds them: offsets of the first character and after the last one."""

    def __str__(self) -> str:
        return self.words


def find(sheets: Sequence[Sheet], query: str | WordQuery) -> tuple[Hit, ...]:
    """Return every hit, in the order of sheets and lines."""
    every = ((number, SearchableSheet(sheet).find(query)) for number, sheet in enumerate(sheets))
    return tuple(Hit(number, found.spans(index)) for number, found in every for index in range(len(found)))


class Found:
    """The hits of a query in one sheet, in the order of the lines.

    What nobody asks for is not looked for: a row that is drawn costs a search of its item, the number of hits one pass
    over the text of the sheet.
    """

    def __init__(self, text: SearchableText, pattern: re.Pattern[str] | WordQuery | None) -> None:
        """Take the text and what is searched for in it. None: nothing is."""
        self._text, self._pattern = text, pattern
        self._by_block: dict[int, list[_Offsets]] = {}

    def __len__(self) -> int:
        return self._count

    def spans(self, index: int) -> tuple[LineSpan, ...]:
        """Return where a hit is, counted from 0."""
        starts, ends = self._places
        return self._text.spans(starts[index], ends[index])

    def on_line(self, line: int) -> list[tuple[int, int]]:
        """Return what is to be highlighted on a line, in order: (first character, one past the last)."""
        start, end = self._text.block_of(line)
        if start not in self._by_block:
            self._by_block[start] = list(self._in_block(start, end))
        begins, ends = self._text.start_of(line), self._text.start_of(line + 1)
        inside = (each for each in self._by_block[start] if each[0] < ends and each[1] > begins)
        spans = (self._text.on_line(line, *each) for each in inside)
        return [(span.start, span.end) for span in spans if span is not None]

    def first_from(self, line: int) -> int | None:
        """Return the index of the first hit that begins on a line or below it. None: there is none."""
        starts, _ = self._places
        index = bisect_left(starts, self._text.start_of(line))
        return index if index < len(starts) else None

    def _in_block(self, start: int, end: int) -> Iterable[_Offsets]:
        if self._pattern is None:
            return ()
        if isinstance(self._pattern, WordQuery):
            text = self._text.text[start:end].lstrip(BREAK)
            start = end - len(text)
            return ((start + first, start + last) for first, last in self._pattern.spans(text))
        return (match.span() for match in self._pattern.finditer(self._text.text, start, end))

    @cached_property
    def _count(self) -> int:
        if isinstance(self._pattern, re.Pattern):
            return len(self._pattern.findall(self._text.text))  # twice as fast as to ask where they are
        return len(self._places[0])

    @cached_property
    def _places(self) -> tuple[array[int], array[int]]:
        """The offsets at which the hits begin, and those after their ends."""
        starts, ends = array("L"), array("L")
        for place in self._all():
            starts.append(place[0])
            ends.append(place[1])
        return starts, ends

    def _all(self) -> Iterable[_Offsets]:
        if isinstance(self._pattern, re.Pattern):
            return (match.span() for match in self._pattern.finditer(self._text.text))
        return (place for block in self._text.blocks() for place in self._in_block(*block))


class SearchableSheet:
    """A sheet whose text is folded with the first query, once for all."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def find(self, query: str | WordQuery) -> Found:
        """Return what a query finds."""
        if isinstance(query, WordQuery):
            return Found(self._written, query)
        return Found(self._folded, _pattern(query))

    @cached_property
    def _folded(self) -> SearchableText:
        return SearchableText(self._sheet)

    @cached_property
    def _written(self) -> SearchableText:
        return SearchableText(self._sheet, as_written)


def highlighted(line: Line, spans: Sequence[tuple[int, int]], role: Role = Role.HIT) -> Line:
    """Return the line with the characters of each span in the role of a hit; `spans` are (start, end), in order."""
    runs: list[Run] = []
    begins = 0
    for run in line:
        ends = begins + len(run.text)
        reached = begins
        for start, end in spans:
            start, end = max(start, reached), min(end, ends)  # noqa: PLW2901 - limited to the run
            if start < end:
                runs += [run.like(run.text[reached - begins : start - begins])]
                runs += [Run(run.text[start - begins : end - begins], role, run.target, run.link)]
                reached = end
        runs.append(run.like(run.text[reached - begins :]))
        begins = ends
    return tuple(run for run in runs if run.text)


def _pattern(query: str) -> re.Pattern[str] | None:
    """Return the pattern for a query: a line may end after any of its characters. None: nothing can be found."""
    words = fold(query).split()
    if not words or APART in query:
        return None
    return re.compile(f"[ {BREAK}]+".join(map(_of_word, words)))


def _of_word(word: str) -> str:
    """Return the pattern for a word; in its numbers the thousands may be grouped."""
    parts: list[str] = []
    for found in _NUMBER.finditer(word):
        text = found.group()
        is_number = len(text) >= _THOUSANDS and text.isdecimal()
        for at, character in enumerate(text):
            is_between = is_number and at > 0 and (len(text) - at) % 3 == 0
            parts.append(f"[{GROUP_SIGNS}]?{character}" if is_between else re.escape(character))
    return f"{BREAK}?".join(parts)


_NUMBER = re.compile(r"\d+|\D+")
_THOUSANDS = 4
"""Least number of digits that may be grouped."""
