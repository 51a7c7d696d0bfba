"""A saved text with marks: the words of a cite highlighted, signs at the margin, and notes of who quotes each line.

What the claim cites has one sign at the margin, what only others cite another one; what nobody cites looks ordinary.
Of a text too long to typeset at once, a window around the words is typeset, and the page says how many characters are
left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import accumulate, pairwise

from briefing.base.frozen import field, frozen
from briefing.base.named_tuple import NamedTuple
from briefing.evidence import Span
from briefing.evidence.quotes.paragraphs import Blocks, paragraph_at, paragraphs
from briefing.render.lines import ItemLines, Line, Role, Run, Target, TargetKind
from briefing.render.panes import PANES
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, crop
from briefing.render.text.wrap import fill, line_cells, tied

TEXT = 68
"""Greatest width of the text in cells, without the margin with the paragraph numbers and signs."""
NOTES_FROM = 107
"""Width of the page in cells from which on notes stand beside the text."""
WHOLE = 1_500_000
"""Greatest length in characters of a text that is typeset whole, each paragraph counted as `_PARAGRAPH` more: about 0.3
s."""
_PARAGRAPH = 200
"""Characters that take as long to typeset as the beginning of a paragraph."""
WINDOW = 100_000
"""Characters typeset before and after the quoted words, if the text is longer than `WHOLE`."""
_AROUND = 2000
"""Paragraphs typeset before and after the quoted words, at most."""
_TITLE = 200
"""Greatest length in characters of a first block that is typeset as the title."""
_SIGN = 3
"""Cells between the paragraph number and the text: the sign, and a blank on either side."""
_LEAST_TEXT = 6
"""Cells for text that a line must have beside its margin; otherwise the margin is left out."""
_GAP = 2
"""Cells between the text and the notes."""
_MOST_NOTES = 60
"""Greatest width of a note in cells."""
_MORE_ROWS = 4
"""Rows that the notes of a paragraph may take below its last line."""

DIGITS = {kind: str(digit) for digit, pane in enumerate(PANES, 1) for kind in pane.kinds}
"""The key of the pane that shows a kind of items: notes name the kind by it."""


class MarkedWords(NamedTuple):
    """A stretch of a text that is marked."""

    span: Span
    """Offsets in the saved text."""
    role: Role
    """QUOTE: the quoted words, found. WARNING: words that may be meant. BODY: words that are quoted elsewhere."""
    target: Target | None = None
    """Where a click leads: the cite that quotes them. None: the cite that is shown."""
    is_own: bool = False
    """Whether it is the claim on the page that quotes them."""


class Note(NamedTuple):
    """A note beside the line in which a quote begins."""

    start: int
    """Offset in the saved text."""
    target: Target
    """The item that rests on these words, without its cite."""
    text: str
    is_own: bool


@frozen
class TextMarks:
    """What is marked in a text."""

    window: Span
    """The part of the text that is typeset."""
    words: Sequence[MarkedWords] = ()
    """If two overlap, the first one is shown."""
    notes: Sequence[Note] = ()
    """In the order of their starts; those with one start in the order of the panes."""
    are_all: bool = False
    """Whether nothing else in the window is quoted."""


@frozen
class SetText:
    """What is known of a text that was typeset."""

    lit: int | None = None
    """The first line with words that are found, or that may be meant. None: there is none."""
    quoting: Mapping[int, tuple[Target, ...]] = field(default_factory=dict)
    """By line, the items other than the one on the page whose quotes begin there."""
    noted: Mapping[int, int] = field(default_factory=dict)
    """By line with a note beside it, how many of its runs are not the note."""
    signs: frozenset[str] = frozenset()
    """The signs at the margin that occur."""
    are_all: bool = False
    """Whether nobody quotes what has no sign."""
    kinds: tuple[TargetKind, ...] = ()
    """The kinds of items that notes beside the text name. Empty: there is no room for notes."""


def text_window(text: str, focus: Span | None, at: int | None) -> Span:
    """Return the part of a text that is typeset, with whole words at its ends.

    It is the part around `focus`, or around paragraph `at` if there are no words to show.
    """
    blocks = paragraphs(text)
    if len(text) + _PARAGRAPH * len(blocks) <= WHOLE:
        return Span(0, len(text))
    if focus is None:
        start = blocks[at].start if at is not None and at < len(blocks) else 0
        focus = Span(start, start)
    first = blocks[max(0, paragraph_at(blocks, focus.start) - _AROUND)].start
    last = blocks[min(len(blocks) - 1, paragraph_at(blocks, focus.end) + _AROUND)].end
    start, end = max(first, focus.start - WINDOW), min(last, focus.end + WINDOW)
    if start > first:
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start), start - _TITLE) + 1
    return Span(start if start > blocks[0].start else 0, end if end < blocks[-1].end else len(text))


def text_columns(width: int, digits: int) -> int:
    """Return the width of the text with its margin, on a page of a width, in cells."""
    return min(width, digits + _SIGN + TEXT)


def margin_digits(blocks: int, look: Look) -> int:
    """Return the cells of a paragraph number with its sign, for a text of so many blocks, its title included."""
    return len(str(max(blocks - 1, 0))) + len(_paragraph_sign(look))


def _paragraph_sign(look: Look) -> str:
    """Return the sign before the number of a paragraph. Empty: the look has a word for it, which takes too much."""
    return look.signs.paragraph if len(look.signs.paragraph) == 1 else ""


def set_text(builder: SheetBuilder, text: str, marks: TextMarks) -> SetText:
    """Add a text to a page, its lines as items where a quote begins."""
    blocks, window = paragraphs(text), marks.window
    setter = _TextSetter(builder, len(blocks), marks)
    _add_omission(builder, window.start, "above")
    pieces = _pieces(window, marks.words)
    piece = next(pieces, None)
    notes, noted = marks.notes, 0
    for number in range(paragraph_at(blocks, window.start), min(paragraph_at(blocks, window.end) + 1, len(blocks))):
        block = _shown(blocks, number, window)
        if block.start >= block.end:
            continue
        inside: list[_Piece] = []
        while piece is not None and piece.start < block.end:
            if piece.end > block.start:
                inside.append(piece)
            if piece.end > block.end:
                break
            piece = next(pieces, None)
        while noted < len(notes) and notes[noted].start < block.start:
            noted += 1
        first = noted
        while noted < len(notes) and notes[noted].start < block.end:
            noted += 1
        is_title = number == 0 and blocks[0].end - blocks[0].start <= _TITLE
        runs = [
            _run(text, Span(max(each.start, block.start), min(each.end, block.end)), each.words, is_title=is_title)
            for each in inside
        ]
        setter.add(number, block.start, runs, notes[first:noted])
    _add_omission(builder, len(text) - window.end, "below")
    return setter.result()


def _shown(blocks: Blocks, number: int, window: Span) -> Span:
    return Span(max(blocks[number].start, window.start), min(blocks[number].end, window.end))


class _Piece(NamedTuple):
    """A stretch of the text in which one mark, or none, is shown."""

    start: int
    end: int
    words: MarkedWords | None


def _pieces(window: Span, words: Sequence[MarkedWords]) -> Iterator[_Piece]:
    """Cut a window where the marks change, in one pass; each piece has the first of the marks that are there."""
    clipped = [Span(max(each.span.start, window.start), min(each.span.end, window.end)) for each in words]
    coming = sorted((span.start, order) for order, span in enumerate(clipped) if span.start < span.end)
    edges = sorted({*window, *(edge for span in clipped if span.start < span.end for edge in span)})
    open_marks: list[int] = []
    following = 0
    for start, end in pairwise(edges):
        while following < len(coming) and coming[following][0] <= start:
            heappush(open_marks, coming[following][1])
            following += 1
        while open_marks and clipped[open_marks[0]].end <= start:
            heappop(open_marks)
        yield _Piece(start, end, words[open_marks[0]] if open_marks else None)


def _run(text: str, span: Span, words: MarkedWords | None, *, is_title: bool) -> Run:
    ordinary = Role.STRONG if is_title else Role.BODY
    if words is None:
        return Run(text[slice(*span)], ordinary)
    return Run(text[slice(*span)], ordinary if words.role is Role.BODY else words.role, words.target)


def _add_omission(builder: SheetBuilder, count: int, where: str) -> None:
    if count > 0:
        builder.add_gap()
        builder.add_paragraph((Run(f"{count:,} characters {where} are not shown here", Role.WARNING),))
        builder.add_gap()


class _TextSetter:
    """Adds paragraphs to a page, with their margin and their notes."""

    def __init__(self, builder: SheetBuilder, blocks: int, marks: TextMarks) -> None:
        signs = builder.look.signs
        self._builder = builder
        self._own = frozenset(each.target for each in marks.words if each.is_own and each.target is not None)
        self._paragraph_sign = _paragraph_sign(builder.look)
        self._digits = margin_digits(blocks, builder.look)
        self._columns = text_columns(builder.width, self._digits)
        self._has_margin = self._columns - self._digits - _SIGN >= min(_LEAST_TEXT, self._columns)
        self._note_room = min(_MOST_NOTES, builder.width - self._columns - _GAP) if builder.width >= NOTES_FROM else 0
        self._no_number = Run(" " * self._digits, Role.FAINT)
        self._beside_text = {"": Run(" " * _SIGN)} | {
            sign: Run(f" {sign} ", role)
            for sign, role in ((signs.lit, Role.ACCENT), (signs.open, Role.WARNING), (signs.quoted, Role.ACCENT))
        }
        self._lit: int | None = None
        self._quoting: dict[int, tuple[Target, ...]] = {}
        self._are_all = marks.are_all
        self._noted: dict[int, int] = {}
        self._signs: set[str] = set()
        self._kinds: set[TargetKind] = set()

    def add(self, number: int, start: int, runs: Sequence[Run], notes: Sequence[Note]) -> None:
        """Add one paragraph that begins at an offset of the saved text."""
        builder = self._builder
        room = self._columns - (self._digits + _SIGN if self._has_margin else 0)
        lines = fill(runs, room)
        top = len(builder.lines)
        if self._lit is None:
            self._lit = next((top + index for index, line in enumerate(lines) if _is_lit(line)), None)
        by_line = _lines_of(notes, start, runs, lines)
        rows = [self._with_margin(line, number if index == 0 else 0) for index, line in enumerate(lines)]
        builder.lines.extend(self._beside(rows, by_line) if self._note_room else rows)
        for index, begun in sorted(by_line.items()):
            others = tuple(dict.fromkeys(note.target for note in begun if not note.is_own))
            builder.items.append(ItemLines(top + index, top + index, (others or (begun[0].target,))[0]))
            if others:
                self._quoting[top + index] = others
        builder.add_gap()

    def result(self) -> SetText:
        """Return what is known of the paragraphs that were added."""
        kinds = tuple(kind for kind in DIGITS if kind in self._kinds)
        return SetText(self._lit, self._quoting, self._noted, frozenset(self._signs), self._are_all, kinds)

    def _with_margin(self, line: Line, number: int) -> Line:
        if not self._has_margin:
            return line
        margin = Run(f"{self._paragraph_sign}{number}".rjust(self._digits), Role.FAINT) if number else self._no_number
        sign = self._sign_of(line)
        if sign:
            self._signs.add(sign)
        return (margin, self._beside_text[sign], *line)

    def _sign_of(self, line: Line) -> str:
        """Return the sign beside a line: of the words of the claim before that of others. Empty: nobody quotes it."""
        signs, found = self._builder.look.signs, ""
        for run in line:
            if run.role is Role.QUOTE:
                return signs.lit
            if run.role is Role.WARNING:
                found = signs.open
            elif run.target is not None and found != signs.open:
                found = signs.lit if run.target in self._own else found or signs.quoted
        return found

    def _beside(self, rows: list[Line], by_line: Mapping[int, Sequence[Note]]) -> list[Line]:
        """Return the rows of a paragraph with its notes beside them, one a row, none above its line.

        An item that quotes several stretches of the paragraph is named once.
        """
        placed: dict[int, Line] = {}
        named: set[Target] = set()
        free, last = 0, len(rows) + _MORE_ROWS - 1
        left = 0
        for index, begun in sorted(by_line.items()):
            for note in begun:
                if note.target in named:
                    continue
                named.add(note.target)
                row = max(index, free)
                if row > last:
                    left += 1
                    continue
                placed[row], free = self._note(note), row + 1
        if left:
            placed[last] = (Run(f"and {left + 1} more", Role.META),)
        found: list[Line] = []
        for row in range(max(len(rows), free)):
            line = rows[row] if row < len(rows) else ()
            if row in placed:
                self._noted[len(self._builder.lines) + row] = len(line)
                line = (*line, Run(" " * (self._columns + _GAP - line_cells(line))), *placed[row])
            found.append(line)
        return found

    def _note(self, note: Note) -> Line:
        self._kinds.add(note.target.kind)
        digit = Run(f"{DIGITS.get(note.target.kind, ' ')} ", Role.KEY, note.target)
        text = crop(note.text, self._note_room - 2, self._builder.look.signs.ellipsis)
        return digit, Run(text, Role.ACCENT if note.is_own else Role.META, note.target)


def _is_lit(line: Line) -> bool:
    return any(run.role in {Role.QUOTE, Role.WARNING} for run in line)


def _lines_of(
    notes: Sequence[Note], start: int, runs: Sequence[Run], lines: Sequence[Line]
) -> Mapping[int, Sequence[Note]]:
    """Return the notes of a paragraph by the line, from 0, in which their quotes begin.

    Every run begins where marks change. Lines are found by counting characters that are not blank, since typesetting
    changes blanks only, or leaves characters out.
    """
    if not notes:
        return {}
    starts = list(accumulate((len(run.text) for run in runs), initial=start))
    before = list(accumulate((_ink(tied(run.text)) for run in runs), initial=0))
    ends = list(accumulate(sum(_ink(run.text) for run in line) for line in lines))
    found: dict[int, list[Note]] = {}
    for note in notes:
        run = bisect_right(starts, note.start) - 1
        line = min(bisect_right(ends, before[run]), len(lines) - 1)
        found.setdefault(line, []).append(note)
    return found


def _ink(text: str) -> int:
    """Return how many characters of a text are not blank."""
    return len(text) - text.count(" ") - text.count(NO_BREAK)
