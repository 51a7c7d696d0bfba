"""Lines become paragraphs: those that were wrapped by hand, or by a page, are joined, headings stay by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

LONG_LINE = 160
"""A line of more characters was not wrapped, and is a paragraph by itself; as saved texts count paragraphs."""
_SLACK = 6
"""Characters by which a line may end before the first word of the next one would have been too long."""
_NARROWEST = 30
"""Characters of the width of wrapped lines at least."""
_ITEM = re.compile(r"\s*(?:[-*•·‣▪◦–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_INDENT = re.compile(r"(?:\t| {2,8})\S")
_SMALL_TAIL = re.compile(r"(\w*[^\W\d_])[-\u2010\u00ad]\Z")
_SMALL_HEAD = re.compile(r"([^\W\d_A-Z]\w*)")
_HYPHENS = ("-", "\u2010", "\u00ad")
_LONGEST_PART = 60
"""Characters of a part of a word before a hyphen."""
_LOOKED_AT = 2_000_000
"""Characters of a text in which words are looked up."""
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")


class Hyphens:
    """Decides whether a hyphen at a line end belongs to the word or only to the line, by the rest of the text."""

    def __init__(self, text: str, *, is_typeset: bool) -> None:
        self._text = text
        self._words: frozenset[str] | None = None
        """The words of the text, once they are asked for."""
        self._is_typeset = is_typeset
        self._has_own_sign = "\u2010\n" in text
        """Whether the text divides words by a sign of its own, so that a plain hyphen belongs to the word."""

    def before(self, following: str, line: str) -> str:
        """Return a line as it stands before the one that follows it: with a space, or with or without its hyphen."""
        if not line.endswith(_HYPHENS):
            return f"{line} "
        tail, head = _SMALL_TAIL.search(line[-_LONGEST_PART:]), _SMALL_HEAD.match(following)
        if tail is None or head is None:
            return f"{line} " if line[-2:-1] in {" ", ""} else line
        whole, compound = (tail[1] + head[1]).casefold(), f"{tail[1]}-{head[1]}".casefold()
        if self._knows(compound) or (not self._is_typeset and not self._knows(whole)):
            return line
        return line if line.endswith("-") and self._has_own_sign else line[:-1]

    def _knows(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(found.group().casefold() for found in _WORD.finditer(self._text, 0, _LOOKED_AT))
        return word in self._words


class Paragraph:
    """A paragraph while its lines are joined."""

    def __init__(self, line: str, hyphens: Hyphens) -> None:
        self._lines = [line]
        self._hyphens = hyphens

    def add(self, line: str) -> None:
        """Add the next line."""
        self._lines[-1] = self._hyphens.before(line, self._lines[-1])
        self._lines.append(line)

    @property
    def text(self) -> str:
        """All of it in one line."""
        return "".join(self._lines)


def unwrapped(text: str, *, is_typeset: bool = False) -> Iterator[str]:
    """Yield the paragraphs of a text.

    `is_typeset` means that its lines were broken for a page, where a hyphen at the end mostly belongs to the line.
    """
    hyphens = Hyphens(text, is_typeset=is_typeset)
    title, _, rest = text.lstrip("\n").partition("\n")
    if _is_title(title, rest):
        yield title.strip()
        text = rest
    for block in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text):
        lines = [line.rstrip() for line in block.split("\n") if line.strip()]
        if lines:
            yield from joined_lines(lines, _width(lines), hyphens)


def joined_lines(lines: Sequence[str], width: int, hyphens: Hyphens) -> Iterator[str]:
    """Yield the paragraphs of a run of lines that were wrapped at a width in characters."""
    paragraph = Paragraph(lines[0].strip(), hyphens)
    for before, line in pairwise(lines):
        if _continues(before, line, width):
            paragraph.add(line.strip())
        else:
            yield paragraph.text
            paragraph = Paragraph(line.strip(), hyphens)
    yield paragraph.text


def _is_title(line: str, rest: str) -> bool:
    """Tell whether the first line of a text is one by itself: the next word would have found room in it."""
    block = rest.split("\n\n", 1)[0].split("\n")
    word = block[0].strip().split(" ", 1)[0]
    return bool(line.strip()) and not word[:1].islower() and len(line.rstrip()) + 1 + len(word) <= max(map(len, block))


def _width(lines: Iterable[str]) -> int:
    """Return the width at which lines were wrapped, in characters; 0 if they were not."""
    longest = max(map(len, lines))
    return longest if _NARROWEST <= longest <= LONG_LINE else 0


def _continues(before: str, line: str, width: int) -> bool:
    """Tell whether a line goes on in the paragraph of the line before it."""
    if len(before) > LONG_LINE or len(line) > LONG_LINE or not width:
        return False
    if _ITEM.match(line) or (_INDENT.match(line) and not _INDENT.match(before) and not _ITEM.match(before)):
        return False
    word = line.strip().split(" ", 1)[0]
    if len(before) + 1 + len(word) > width - _SLACK:
        return True
    return word[:1].islower() and len(before) > width // 2
