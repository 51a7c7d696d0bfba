"""Lines of pages become headings and paragraphs by their places and sizes; running heads, notes, watermarks go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile
from statistics import median

from briefing.articles.paragraphs import Hyphens, Paragraph
from briefing.base.named_tuple import NamedTuple

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Glyphs of a font, and the letters that they show."""
_RAISED = 0.8
"""Size of a mark of a note, as a part of the size of its line, at most."""
_NOTE_MARK = re.compile(r"\s*[\d*†‡§,a-z]{1,4}\s*")
_SMALL = 0.88
"""Size of notes and captions, as a part of the size of most text, at most."""
_MOST_SMALL = 0.3
"""Share of small characters up to which they are notes and captions, and not the text."""
_LARGE = 1.12
"""Size of a heading, as a part of the size of most text, at least."""
_DROP_CAP = 2
"""Characters of a line that may be the large first letter of a text."""
_EDGE = 3
"""Lines at the top and at the foot of a page that may be running heads."""
_NUMBER_LINE = re.compile(
    r"(?:[^\W\d_]{1,12}\.?\s*)?[-–—|\s]*#(?:\s*(?:/|of|von|de|sur|\|)\s*#)?[-–—|\s]*", re.IGNORECASE
)
"""Page numbers, once their digits are "#"."""
_PARTED = 1.35
"""Distance of two lines, as a part of the usual one, from which on they belong to different paragraphs."""
_WIDEST = 1.8
"""Distance of two lines of a paragraph, as a multiple of their size, at most; a little less than two."""
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\Z")
_ITEM = re.compile(r"(?:[•·▪◦●–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")


class Piece(NamedTuple):
    """A piece of text as it is drawn."""

    text: str
    """With a line feed at its end if a line ends with it."""
    x: float
    """Of its left end, in points."""
    y: float
    """Of its base line, in points from the foot of the page."""
    size: float
    """Of its letters, in points."""
    turned: int
    """Its direction in steps of 45 degrees."""
    is_bold: bool


class Line(NamedTuple):
    """A line of a page."""

    text: str
    x: float
    y: float
    size: float
    """Of most of its letters, in points."""
    is_bold: bool
    page: int


def lines_of(pieces: Iterable[Piece], page: int) -> list[Line]:
    """Return the lines of a page, without marks of notes, and without text in another direction than most."""
    pieces = list(pieces)
    turns = Counter[int]()
    for piece in pieces:
        turns[piece.turned] += len(piece.text.strip())
    usual = turns.most_common(1)[0][0] if turns else 0
    lines: list[Line] = []
    collected: list[Piece] = []
    for piece in pieces:
        if piece.turned != usual and piece.text.strip():
            continue
        for part in piece.text.splitlines(keepends=True):
            collected.append(piece._replace(text=part))
            if part.endswith("\n"):
                lines.extend(_line(collected, page))
                collected = []
    lines.extend(_line(collected, page))
    return lines


def _line(pieces: list[Piece], page: int) -> Iterator[Line]:
    """Yield the line that pieces make; none if they are blank."""
    sizes = Counter[float]()
    bold = 0
    for piece in pieces:
        letters = len(piece.text.strip())
        sizes[round(piece.size, 1)] += letters
        bold += letters if piece.is_bold else 0
    whole = sum(sizes.values())
    if not whole:
        return
    size = sizes.most_common(1)[0][0]
    kept = [
        piece for at, piece in enumerate(pieces)
        if not (at and piece.size < size * _RAISED and _NOTE_MARK.fullmatch(piece.text))
    ]  # fmt: skip
    text = " ".join("".join(piece.text for piece in kept).split()).translate(_LIGATURES)
    if text:
        first = next(piece for piece in kept if piece.text.strip())
        yield Line(text, first.x, first.y, size, bold > whole / 2, page)


def text_of(pages: list[list[Line]]) -> tuple[str | None, list[str]]:
    """Return the title, and the headings and paragraphs of all pages. The title is None if no line is so large."""
    body = _body(pages)
    small = sum(len(line.text) for lines in pages for line in lines if line.size < body * _SMALL)
    whole = sum(len(line.text) for lines in pages for line in lines)
    smallest = body * _SMALL if small < whole * _MOST_SMALL else 0.0
    title = _title(pages[0], body) if pages else []
    kept = [line for lines in _without_edges(pages) for line in lines if line.size >= smallest and line not in title]
    return " ".join(line.text for line in title) or None, _blocks(kept, body)


def _title(first: list[Line], body: float) -> list[Line]:
    """Return the lines of the largest size on the first page, if they are larger than most text."""
    lines = [line for line in first if len(line.text) > _DROP_CAP]
    largest = max((line.size for line in lines), default=0.0)
    if largest < body * _LARGE:
        return []
    start = next(at for at, line in enumerate(lines) if line.size == largest)
    return list(takewhile(lambda line: line.size == largest, lines[start:]))


def _blocks(lines: list[Line], body: float) -> list[str]:
    hyphens = Hyphens("\n".join(line.text for line in lines), is_typeset=True)
    leading = _leading(lines, body)
    width = max((len(line.text) for line in lines if line.size <= body * _LARGE), default=0)
    blocks: list[Paragraph] = []
    for at, line in enumerate(lines):
        if at and _continues(lines[at - 1], line, leading, width):
            blocks[-1].add(line.text)
        else:
            blocks.append(Paragraph(line.text, hyphens))
    return [block.text for block in blocks]


def _body(pages: list[list[Line]]) -> float:
    """Return the size of most text, in points."""
    sizes = Counter[float]()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _leading(lines: list[Line], body: float) -> float:
    """Return the usual distance of two lines of text, in points."""
    near = [one.y - other.y for one, other in pairwise(lines) if 0 < one.y - other.y < body * 3]
    return min(median(near), body * _WIDEST) if near else body * _WIDEST


def _continues(before: Line, line: Line, leading: float, width: int) -> bool:
    """Tell whether a line goes on in the paragraph of the line before it."""
    if (
        abs(before.size - line.size) > before.size * (1 - _SMALL)
        or before.is_bold != line.is_bold
        or _ITEM.match(line.text)
    ):
        return False
    drop = before.y - line.y
    is_ended = _SENTENCE_END.search(before.text) is not None
    if line.page != before.page or drop < -1:  # the next page or column
        return not is_ended
    if not is_ended and line.text[:1].islower():
        return drop <= leading * _PARTED * 2
    is_indented = line.size * 0.7 < line.x - before.x < line.size * 4
    if drop > leading * _PARTED or is_indented:
        return False
    is_short = len(before.text) + len(line.text.split(" ", 1)[0]) < width * 0.75
    return not (is_ended and is_short)


def _without_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """Return pages without page numbers, and without the lines that several pages have at the same edge."""
    edges = [_edge(lines) for lines in pages]
    counts = Counter(key for edge in edges for key in {_key(line.text) for line in edge})
    running = {key for key, count in counts.items() if count > 1 and count >= len(pages) / 4}
    return [
        [line for line in lines if line not in edge or not _runs(line, running)]
        for lines, edge in zip(pages, edges, strict=True)
    ]


def _runs(line: Line, running: set[str]) -> bool:
    key = _key(line.text)
    return key in running or _NUMBER_LINE.fullmatch(key) is not None


def _edge(lines: list[Line]) -> list[Line]:
    """Return the lines at the top and at the foot of a page."""
    by_height = sorted(lines, key=lambda line: line.y)
    return by_height[:_EDGE] + by_height[_EDGE:][-_EDGE:]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text)
