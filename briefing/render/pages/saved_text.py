"""Owns the setting of a saved text: paragraph by paragraph with their numbers, words lit, nothing lost.

Of a text too long to set at once it shows a window, and says how much is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.base.frozen import frozen
from briefing.evidence import Span
from briefing.evidence.quotes.paragraphs import Blocks, paragraph_at, paragraphs
from briefing.render.lines import Line, Role, Run, Target
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.text.wrap import fill

WHOLE = 1_500_000
"""Characters up to which a text is set whole, each paragraph counted as `_PARAGRAPH` more: some 0.3 s of work."""
_PARAGRAPH = 200
"""Characters that take as long to set as beginning a paragraph does."""
WINDOW = 100_000
"""Characters that are set before and after the words looked for, where a text is longer than that."""
_AROUND = 2000
"""Paragraphs that are set before and after the words looked for, where there are more."""
_TITLE = 200
"""Characters up to which the first block of a text is set as its title."""


_Marked = tuple[Span, Role, Target | None]


@frozen
class TextHighlights:
    """Which words of a text are shown how. Spans are offsets in the saved text."""

    found: Sequence[Span]
    """Lit as the words that the claim rests on."""
    possible: Sequence[Span]
    """Shown as what may be meant, never as found."""
    neighbours: Mapping[Span, Target]
    """Quotes of other cites of the brief, shown quietly; each leads to its cite."""
    at: int | None
    """The paragraph to show where no words can be."""

    def marked(self) -> Iterator[_Marked]:
        """Yield every span with the role it is shown in and where it leads; where two overlap the first is shown."""
        for spans, role in ((self.found, Role.QUOTE), (self.possible, Role.WARNING)):
            for span in spans:
                yield span, role, None
        for span, target in self.neighbours.items():
            yield span, Role.META, target

    def by_block(self, blocks: Blocks) -> Mapping[int, Sequence[_Marked]]:
        """Return the spans that touch each block."""
        found: dict[int, list[_Marked]] = {}
        for marked in self.marked():
            span = marked[0]
            for number in range(
                paragraph_at(blocks, span.start), paragraph_at(blocks, max(span.start, span.end - 1)) + 1
            ):
                found.setdefault(number, []).append(marked)
        return found


def set_text(builder: SheetBuilder, text: str, lights: TextHighlights) -> int | None:
    """Add a text to a page. Return the first line that holds words found or possible."""
    blocks = paragraphs(text)
    window = _window(text, blocks, lights)
    _left_out(builder, window.start, "above")
    marked = lights.by_block(blocks)
    digits = len(str(len(blocks) - 1))
    lit: int | None = None
    for number in range(paragraph_at(blocks, window.start), min(paragraph_at(blocks, window.end) + 1, len(blocks))):
        block = blocks[number]
        shown = Span(max(block.start, window.start), min(block.end, window.end))
        if shown.start >= shown.end:
            continue
        title = number == 0 and block.end - block.start <= _TITLE
        runs = list(_runs(text, shown, marked.get(number, ()), Role.STRONG if title else Role.BODY))
        lines = _paragraph(builder, runs, number, digits)
        if lit is None:
            lit = next((len(builder.lines) + index for index, line in enumerate(lines) if _is_lit(line)), None)
        builder.lines.extend(lines)
        builder.add_gap()
    _left_out(builder, len(text) - window.end, "below")
    return lit


def _window(text: str, blocks: Blocks, lights: TextHighlights) -> Span:
    """Return the part of a text that is set, whole words at its ends."""
    if len(text) + _PARAGRAPH * len(blocks) <= WHOLE:
        return Span(0, len(text))
    at = blocks[lights.at].start if lights.at is not None and lights.at < len(blocks) else 0
    focus = next(iter((*lights.found, *lights.possible)), Span(at, at))
    first = blocks[max(0, paragraph_at(blocks, focus.start) - _AROUND)].start
    last = blocks[min(len(blocks) - 1, paragraph_at(blocks, focus.end) + _AROUND)].end
    start, end = max(first, focus.start - WINDOW), min(last, focus.end + WINDOW)
    if start > first:
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start), start - _TITLE) + 1
    return Span(start if start > blocks[0].start else 0, end if end < blocks[-1].end else len(text))


def _left_out(builder: SheetBuilder, count: int, where: str) -> None:
    if count > 0:
        builder.add_gap()
        builder.add_paragraph((Run(f"{count:,} characters {where} are not shown here", Role.WARNING),))
        builder.add_gap()


def _paragraph(builder: SheetBuilder, runs: Sequence[Run], number: int, digits: int) -> list[Line]:
    """Set one paragraph, its number in the margin, and a bar beside each line with words found or possible."""
    sign = builder.look.signs.paragraph if len(builder.look.signs.paragraph) == 1 else ""
    margin = f"{sign}{number}" if number else ""
    blank = Run("   ")
    first = (Run(f"{margin:>{digits + len(sign)}}", Role.FAINT), blank)
    rest = (Run(" " * (digits + len(sign))), blank)
    bars = {
        Role.QUOTE: Run(f" {builder.look.signs.lit} ", Role.ACCENT),
        Role.WARNING: Run(f" {builder.look.signs.open} ", Role.WARNING),
    }
    lines = fill(runs, builder.measure, first, rest)
    return [_barred(line, blank, bars) for line in lines]


def _barred(line: Line, blank: Run, bars: dict[Role, Run]) -> Line:
    bar = next((bars[run.role] for run in line if run.role in bars), None)
    return line if bar is None else tuple(bar if run is blank else run for run in line)


def _is_lit(line: Line) -> bool:
    return any(run.role in {Role.QUOTE, Role.WARNING} for run in line)


def _runs(text: str, block: Span, marked: Sequence[_Marked], role: Role) -> Iterator[Run]:
    """Cut a paragraph where the light changes."""
    edges = {edge for span, _, _ in marked for edge in span if block.start < edge < block.end}
    for start, end in pairwise((block.start, *sorted(edges), block.end)):
        found = next(((own, target) for span, own, target in marked if span.start <= start < span.end), (role, None))
        yield Run(text[start:end], *found)
