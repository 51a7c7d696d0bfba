"""Edits of a text: from spots to offsets, and how to write a new value in place of an old one with its layout kept.

The functions for new values return alternatives, that which changes the least first. They do not check whether an
alternative is read as the new value: the caller does.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Spot

_LINE_END = re.compile("\r\n|\r|\n")
_WORD = re.compile(r"[^ \t\r\n]+")
"""A word: everything between the white space that YAML folds. Other white space is part of a word here."""
_ESCAPES: dict[str, Callable[[str], str]] = {
    "'": lambda word: word.replace("'", "''"),
    '"': lambda word: json.dumps(word, ensure_ascii=False)[1:-1],
}


class Edit(NamedTuple):
    """The replacement of a part of a text."""

    start: int
    """Offset in characters."""
    end: int
    """Offset in characters; equal to `start` for an insertion."""
    text: str


class Positions:
    """The lines of a text, for converting spots into offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        # A byte order mark is not counted as a column.
        self._starts = [1 if text.startswith("\ufeff") else 0]
        self._ends: list[int] = []
        for found in _LINE_END.finditer(text):
            self._ends.append(found.start())
            self._starts.append(found.end())
        self._ends.append(len(text))

    def offset(self, spot: Spot) -> int:
        """Return the offset of a spot."""
        if spot.line > len(self._starts):
            return len(self.text)
        return min(self._starts[spot.line - 1] + spot.column - 1, self._ends[spot.line - 1])

    def line_end(self, spot: Spot) -> int:
        """Return the offset after the last character of the line of a spot."""
        return self._ends[min(spot.line, len(self._ends)) - 1]

    @property
    def lines(self) -> int:
        """Number of lines; what follows the last line end is one, even if it is empty."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line end."""
        return self.text[self._starts[number - 1] : self._ends[number - 1]]

    def line_start(self, number: int) -> int:
        """Return the offset of a line, counted from 1; of the line after the last one, that of the end."""
        return self._starts[number - 1] if number <= len(self._starts) else len(self.text)

    def line_of(self, offset: int) -> int:
        """Return the number of the line, from 1, that has an offset."""
        return max(bisect_right(self._starts, offset), 1)

    def newline(self) -> str:
        """Return the line end of this text."""
        found = _LINE_END.search(self.text)
        return found.group() if found else "\n"


def edited(text: str, edits: list[Edit]) -> str | None:
    """Return the text with all edits made. None: two of them overlap."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start < done:
            return None
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join(parts) + text[done:]


def rewrites(raw: str, style: str, old: str, new: str) -> Iterator[str]:
    """Yield alternatives for `raw`, the written form of `old` in this YAML style, that mean `new`."""
    if style in {"|", ">"}:
        yield from _in_block(raw, old, new)
    elif style in _ESCAPES:
        inner = _word_by_word(raw[1:-1], old, new, _ESCAPES[style])
        if inner is not None:
            yield f"{style}{inner}{style}"
    else:
        yield from _plain(raw, old, new)
    if style not in {"|", ">"}:
        yield _quoted(new)


def _plain(raw: str, old: str, new: str) -> Iterator[str]:
    inner = _word_by_word(raw, old, new, str)
    if inner is not None:
        if not _needs_quotes(inner, raw):
            yield inner
        yield f'"{_word_by_word(raw, old, new, _ESCAPES[chr(34)])}"'


def _needs_quotes(inner: str, raw: str) -> bool:
    """Tell whether a text may need quote marks in place of `raw`, which has none."""
    in_brackets = set("[]{},") & set(inner) - set(raw)
    return bool(in_brackets or re.search(r"^[-?:,\[\]{}#&*!|>'\"%@`]|: | #|:$", inner))


def _quoted(text: str) -> str:
    return f'"{_ESCAPES[chr(34)](text)}"'


def _in_block(raw: str, old: str, new: str) -> Iterator[str]:
    head, line_end, body = raw.partition("\n")
    inner = _word_by_word(body, old, new, str)
    if inner is not None:
        yield head + line_end + inner
        return
    first = _WORD.search(body)
    last = next((found.end() for found in reversed(list(_WORD.finditer(body)))), 0)
    if first is not None:
        yield head + line_end + body[: first.start()] + new + body[last:]


def _word_by_word(raw: str, old: str, new: str, escape: Callable[[str], str]) -> str | None:
    """Replace the words that differ and keep everything else. None: the words cannot be paired."""
    places = list(_WORD.finditer(raw))
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) != len(after) or len(places) != len(before):
        return None
    parts: list[str] = []
    ends = [0, *(place.end() for place in places)]
    for (gap, _), place, was, becomes in zip(pairwise(ends), places, before, after, strict=True):
        if place.group() not in {was, escape(was)}:
            return None
        parts += (raw[gap : place.start()], escape(becomes))
    return "".join(parts) + raw[ends[-1] :]
