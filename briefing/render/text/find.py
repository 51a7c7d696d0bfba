"""Finds words in what is shown, across line ends; case and accents do not matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.base.words import GROUP_SIGNS, fold, fold_letters
from briefing.render.lines import ItemLines, Line, Role, Run, Sheet

_NOT_WORDS = frozenset({Role.CITE, Role.RULE, Role.BAR, Role.MARK})
"""Roles of runs between words that are not words themselves."""
_BREAK = "\n"


class LineSpan(NamedTuple):
    """A stretch of one line of a sheet."""

    line: int
    """Index of the line in the sheet."""
    start: int
    """Offset of the first character in the line's text."""
    end: int
    """Offset after the last character."""


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
    pattern = _pattern(query) if isinstance(query, str) else query
    if pattern is None:
        return ()
    return tuple(
        Hit(number, spans)
        for number, sheet in enumerate(sheets)
        for first, last in _blocks(sheet)
        for spans in _in_block(sheet, first, last, pattern)
    )


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
    """Return the pattern for a query: a line may end after any of its characters."""
    words = fold(query).split()
    return re.compile(f"[ {_BREAK}]+".join(map(_of_word, words))) if words else None


def _of_word(word: str) -> str:
    """Return the pattern for a word; in its numbers the thousands may be grouped."""
    parts: list[str] = []
    for found in _NUMBER.finditer(word):
        text = found.group()
        is_number = len(text) >= _THOUSANDS and text.isdecimal()
        for at, character in enumerate(text):
            is_between = is_number and at > 0 and (len(text) - at) % 3 == 0
            parts.append(f"[{GROUP_SIGNS}]?{character}" if is_between else re.escape(character))
    return f"{_BREAK}?".join(parts)


_NUMBER = re.compile(r"\d+|\D+")
_THOUSANDS = 4
"""Least number of digits that may be grouped."""


def _blocks(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield the first and last line of each item, and of each paragraph outside the items."""
    inside = {item.first: item for item in sheet.items}
    index = 0
    while index < len(sheet.lines):
        item = inside.get(index)
        last = item.last if item else _end_of_paragraph(sheet, index, inside)
        yield index, last
        index = last + 1


def _end_of_paragraph(sheet: Sheet, first: int, starts: Mapping[int, ItemLines]) -> int:
    last = first
    while last + 1 < len(sheet.lines) and sheet.lines[last] and sheet.lines[last + 1] and last + 1 not in starts:
        last += 1
    return last


def _in_block(
    sheet: Sheet, first: int, last: int, pattern: re.Pattern[str] | WordQuery
) -> Iterator[tuple[LineSpan, ...]]:
    texts: list[str] = []
    places: list[tuple[int, int]] = []
    became = str if isinstance(pattern, WordQuery) else fold_letters
    for number in range(first, last + 1):
        if texts:
            texts.append(_BREAK)
            places.append((number, -1))
        for offset, character in _searchable_characters(sheet.lines[number]):
            texts.append(became(character))
            places.extend([(number, offset)] * len(texts[-1]))
    for start, end in _match_offsets("".join(texts), pattern):
        yield tuple(_spans(places[start:end]))


def _match_offsets(text: str, pattern: re.Pattern[str] | WordQuery) -> Iterator[tuple[int, int]]:
    if isinstance(pattern, WordQuery):
        yield from pattern.spans(text)
    else:
        yield from (match.span() for match in pattern.finditer(text))


def _searchable_characters(line: Line) -> list[tuple[int, str]]:
    """Return offset and character of everything in a line that can be found, which excludes its indent and signs."""
    found: list[tuple[int, str]] = []
    offset = 0
    for run in line:
        if run.role not in _NOT_WORDS:
            found.extend(enumerate(run.text, offset))
        offset += len(run.text)
    while found and found[0][1] == " ":
        found.pop(0)
    return found


def _spans(places: Sequence[tuple[int, int]]) -> Iterator[LineSpan]:
    lines = dict.fromkeys(line for line, _ in places)
    for line in lines:
        offsets = [offset for at, offset in places if at == line and offset >= 0]
        if offsets:
            yield LineSpan(line, min(offsets), max(offsets) + 1)
