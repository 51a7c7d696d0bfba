"""Breaks styled text into lines of a width. No other module decides where a line ends.

A line may end at a space, after a hyphen inside a word, beside a wide character, or after a slash; if none of these is
near, anywhere. Text attached to the word before it, such as a cite mark, never begins a line. A separator between two
facts is never drawn at the beginning or end of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from briefing.render.lines import Line, Run
from briefing.render.text.cell_width import NO_BREAK, cells, columns, is_drawn, is_single, is_wide, tidy

_Offsets = tuple[int, int]
"""Offsets of a line in its paragraph: the first one, and the one after the last."""

_SHORT = 4
"""Greatest number of letters and digits of a word that must not be alone on the last line."""
_FULL = 75
"""Percentage of its room that a line must still fill after giving a word to the next one, or it would look too
short."""
_REMEMBERED = 2000
"""Greatest length in characters of a text that is cached: texts of briefs are short, saved texts may be long."""
_HEADLINE = 12
"""Lines that a headline has at most."""
_NARROWEST = 6
"""Cells for text that a line must have beside its indent; otherwise the indent is dropped."""
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=\w)—(?=\w)")
_AFTER_DASH = re.compile(r"(?<=\w)—(?=\w)")
_SPACES = frozenset({" ", NO_BREAK})
_NEVER_FIRST = frozenset("、。，．・：；？！」』）］｝〉》】’”…％ー々⁰¹²³⁴⁵⁶⁷⁸⁹,.;:!?)]}")
"""Characters that never begin a line."""
_NEVER_LAST = frozenset("「『（［｛〈《【‘“([{")
"""Characters that never end a line."""

_HEDGES = frozenset(["about", "around", "over", "under", "nearly", "some", "roughly", "approximately", "almost"])
_HEDGE_ENDS = {"least": ("at",), "most": ("at",), "than": ("more", "less", "fewer")}
"""The last words of hedges of two words, each with the words that may stand before it."""
_COUNTED = frozenset(
    (
        *("percent", "hundred", "thousand", "million", "billion", "trillion", "eur", "usd", "euro", "euros", "dollar"),
        *("dollars", "m", "mm", "km", "cm", "km²", "m²", "kg", "g", "t", "kw", "kwh", "mw", "mwh", "gw", "gwh", "tw"),
        *("twh", "people", "troops", "soldiers", "tonne", "tonnes", "hour", "hours", "day", "days", "week", "weeks"),
        *("month", "months", "year", "years", "january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep"),
        *("oct", "nov", "dec"),
    )
)
"""What is counted or dated by the number before it."""
_COUNTED_SIGNS = ("%", "per cent", "°c")
_BESIDE_NUMBER = re.compile(r"(?<=\d) | (?=[\d€$£])")
_MORE_OF_A_WORD = re.compile(r"\w*")


def separator(sign: str) -> str:
    """Return the text of the run between two facts on one line; it is not drawn if the line ends there."""
    return f"{NO_BREAK}{sign} "


def _separators(texts: Sequence[str]) -> set[int]:
    """Return the offsets at which separators end, without the space after them."""
    found: set[int] = set()
    offset = 0
    for text in texts:
        offset += len(text)
        if text == separator(text[1:2]):
            found.add(offset - 1)
    return found


def _between(start: int, end: int, separators: set[int]) -> _Offsets:
    """Return a line without a separator at either end."""
    start = start + 2 if start + 1 in separators and start + 2 <= end else start
    return start, max(start, end - 2) if end in separators else end


def tied(text: str) -> str:
    """Return tidy text in which hedges, numbers and units are joined by no-break spaces."""
    return _tie_cached(text) if len(text) < _REMEMBERED else _tie(text)


@lru_cache(2048)
def _tie_cached(text: str) -> str:
    return _tie(text)


def _tie(text: str) -> str:
    text = tidy(text)
    at = [space for found in _BESIDE_NUMBER.finditer(text) for space in _tied_spaces(text, found.start())]
    if not at or not any(map(str.isdecimal, text)):
        return text
    characters = list(text)
    for space in at:
        characters[space] = NO_BREAK
    return "".join(characters)


def _tied_spaces(text: str, space: int) -> tuple[int, ...]:
    """Return where no line may end at a space beside a number: there, and inside the hedge before it."""
    if text[space - 1 : space].isdecimal() and _is_counted(text, space + 1):
        return (space,)
    if text[space + 1 : space + 2].isdecimal() or text[space + 1 : space + 2] in tuple("€$£"):
        before, last = _word_before(text, space)
        if last in _HEDGES:
            return (space,)
        if text[before - 1 : before] == " " and _word_before(text, before - 1)[1] in _HEDGE_ENDS.get(last, ()):
            return before - 1, space
    return ()


def _is_counted(text: str, start: int) -> bool:
    """Tell whether the word that begins there is counted by the number before it."""
    end = _end_of_word(text, start)
    if text[start:end].casefold() in _COUNTED:
        return True
    signs = (sign for sign in _COUNTED_SIGNS if text[start : start + len(sign)].casefold() == sign)
    return any(sign == "%" or _end_of_word(text, start + len(sign)) == start + len(sign) for sign in signs)


def _end_of_word(text: str, start: int) -> int:
    found = _MORE_OF_A_WORD.match(text, start)
    return found.end() if found else start


def _word_before(text: str, end: int) -> tuple[int, str]:
    """Return where the word before an offset begins, and the word, its case folded."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return start, text[start:end].casefold()


def fill(runs: Sequence[Run], width: int, first: Line = (), rest: Line = (), *, hyphens: bool = True) -> list[Line]:
    """Break runs into the lines of one paragraph, at most `width` cells wide.

    A line never ends between two runs without a space.

    `first` begins the first line, `rest` every other one: a bullet and its hanging indent. Without `hyphens`, words
    with a hyphen stay whole: tags and other names that the reader may type.
    """
    texts = [tied(run.text) for run in runs]
    flat = "".join(texts)
    width = max(width, 1)
    first, rest = _narrowed(first, width), _narrowed(rest, width)
    cursor = _RunCutter(runs, texts)
    room = width - line_cells(first)
    if cells(flat) <= room and flat[:1] not in _SPACES and flat[-1:] not in _SPACES:
        return [(*first, *cursor.cut(0, len(flat)))]
    lines: list[Line] = []
    separators = _separators(texts)
    for start, end in _spans(_Breaker(flat, hyphens=hyphens), room, width - line_cells(rest)):
        lines.append((*(rest if lines else first), *cursor.cut(*_between(start, end, separators))))
    return lines


def first_lines(text: str, count: int, width: int) -> str:
    """Return as much of a text as is in its first lines of `width` cells, and more: a long one is looked at no longer.

    A text is returned whole if its characters are not all a cell wide, or if lines drop more than a space each.
    """
    begun = text[: (count + 1) * (width + 1)]
    return begun if is_single(begun) and "  " not in begun else text


def balanced(runs: Sequence[Run], width: int) -> list[Line]:
    """Break a headline into as few lines as possible, of similar length, without breaking words.

    One of more lines than a headline has is filled: to try widths takes long, and shows nothing.
    """
    lines = fill(runs, width)
    if len(lines) > _HEADLINE:
        return lines
    words = tidy("".join(run.text for run in runs)).split()
    low, high = max(map(cells, words), default=1), width
    while low < high and len(lines) > 1:
        middle = (low + high) // 2
        if len(fill(runs, middle)) > len(lines):
            low = middle + 1
        else:
            high = middle
    return fill(runs, max(low, high)) if len(lines) > 1 and low <= width else lines


def line_cells(line: Line) -> int:
    """Return the width of a line in cells."""
    total = 0
    for run in line:
        total += cells(run.text)
    return total


def _narrowed(indent: Line, width: int) -> Line:
    """Return the indent, or nothing if it would leave no room for words."""
    return indent if not indent or width - line_cells(indent) >= min(_NARROWEST, width) else ()


class _RunCutter:
    """Cuts the runs of a paragraph at increasing offsets."""

    def __init__(self, runs: Sequence[Run], texts: Sequence[str]) -> None:
        self.runs = runs
        self.texts = texts
        """The runs' texts, with no-break spaces."""
        self.index = 0
        self.begins = 0
        """Offset of the current run."""

    def cut(self, start: int, end: int) -> list[Run]:
        """Return the runs between two offsets, with no-break spaces as spaces."""
        found: list[Run] = []
        while self.index < len(self.runs):
            run, text = self.runs[self.index], self.texts[self.index]
            begins = self.begins
            stop = begins + len(text)
            if start > begins or end < stop:
                text = text[max(0, start - begins) : end - begins]
            if text:
                text = text.replace(NO_BREAK, " ")
                found.append(run if text == run.text else run.like(text))
            if stop > end:
                break
            self.begins = stop
            self.index += 1
        return found


def _spans(breaker: _Breaker, first_room: int, room: int) -> list[_Offsets]:
    """Return the offsets of each line: greedy, but without a short word alone on the last line."""
    spans: list[_Offsets] = []
    start = breaker.skip(0)
    while start < len(breaker.flat) or not spans:
        end = breaker.end_of_line(start, room if spans else first_room)
        spans.append((start, breaker.trim(start, end)))
        start = breaker.skip(end)
    if len(spans) > 1:
        spans[-2:] = breaker.with_company(spans[-2], spans[-1], room)
    return spans


class _Breaker:
    """Finds where the lines of one paragraph end."""

    def __init__(self, flat: str, *, hyphens: bool) -> None:
        self.flat = flat
        self.hyphens = hyphens
        """True if a line may end after a hyphen inside a word."""
        self.columns = None if is_single(flat) else columns(flat)

    def skip(self, offset: int) -> int:
        """Return the first offset that is not a space: spaces at the end of a line are not drawn."""
        while offset < len(self.flat) and self.flat[offset] in _SPACES:
            offset += 1
        return offset

    def trim(self, start: int, end: int) -> int:
        """Return the end of a line without its trailing spaces."""
        while end > start and self.flat[end - 1] in _SPACES:
            end -= 1
        return end

    def end_of_line(self, start: int, room: int) -> int:
        """Return the offset at which a line of `room` cells that begins at `start` ends."""
        limit = self._limit(start, max(1, room))
        if limit >= len(self.flat) or self.flat[limit] == " ":
            return limit
        space = self.flat.rfind(" ", start, limit)
        best = max(space, self._inside_words(max(start, space + 1), limit))
        if best <= start:
            best = self.flat.rfind("/", start + 1, limit) + 1
        if best <= start:
            best = self.flat.rfind(NO_BREAK, start + 1, limit + 1)
        return best if best > start else limit

    def with_company(self, before: _Offsets, last: _Offsets, room: int) -> tuple[_Offsets, _Offsets]:
        """Return the last two lines, with a word moved down if the last one is a single short word."""
        space = self.flat.rfind(" ", before[0], before[1])
        if space <= before[0] or self.flat[last[0] - 1] != " " or not self._is_runt(last):
            return before, last
        if self._cells(before[0], space) * 100 < room * _FULL or self._cells(space + 1, last[1]) > room:
            return before, last
        return (before[0], space), (space + 1, last[1])

    def _is_runt(self, line: _Offsets) -> bool:
        """Tell whether a line is one short word, its cite marks not counted."""
        text = self.flat[line[0] : line[1]]
        return " " not in text and sum(sign.isalpha() or sign.isdecimal() for sign in text[: _SHORT * 4]) <= _SHORT

    def _cells(self, start: int, end: int) -> int:
        return end - start if self.columns is None else self.columns[end] - self.columns[start]

    def _limit(self, start: int, room: int) -> int:
        """Return the offset up to which text fits; at least one character after `start`."""
        if self.columns is None:
            return min(start + room, len(self.flat))
        limit = bisect_right(self.columns, self.columns[start] + room) - 1
        return min(max(limit, start + 1), len(self.flat))

    def _inside_words(self, start: int, limit: int) -> int:
        """Return the last offset after `start` at which a line may end without a space, or -1."""
        best = -1
        if (self.hyphens and self.flat.find("-", start, limit) >= 0) or self.flat.find("—", start, limit) >= 0:
            breaks = _AFTER_HYPHEN if self.hyphens else _AFTER_DASH
            for match in breaks.finditer(self.flat, start, limit):
                best = match.end()
        return best if self.columns is None else max(best, self._beside_wide(start, limit))

    def _beside_wide(self, start: int, limit: int) -> int:
        flat = self.flat
        for offset in range(limit, start, -1):
            before, after = flat[offset - 1], flat[offset]
            if not is_drawn(after):
                continue  # it belongs to the character before it
            if (is_wide(before) or is_wide(after)) and after not in _NEVER_FIRST and before not in _NEVER_LAST:
                return offset
        return -1
