"""Owns the setting of a saved text: paragraph by paragraph with their numbers, words lit, nothing lost.

Of a text too long to set at once it shows a window, and says how much is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.evidence import Span, paragraphs
from briefing.typesetting.flow import fill
from briefing.typesetting.lines import Line, Role, Run, Target
from briefing.typesetting.pages import Page

WHOLE = 1_100_000
"""Characters up to which a text is set whole."""
WINDOW = 100_000
"""Characters that are set before and after the words looked for, where a text is longer than that."""
_TITLE = 200
"""Characters up to which the first block of a text is set as its title."""


@dataclass(frozen=True, slots=True)
class Lights:
    """Which words of a text are shown how. Spans are offsets in the saved text."""

    found: Sequence[Span]
    """Lit as the words that the claim rests on."""
    possible: Sequence[Span]
    """Shown as what may be meant, never as found."""
    neighbours: Sequence[tuple[Target, Span]]
    """Quotes of other cites of the brief, shown quietly; each leads to its cite."""
    at: int | None
    """The paragraph to show where no words can be."""


def set_text(page: Page, text: str, lights: Lights) -> int | None:
    """Add a text to a page. Return the first line that holds words found or possible."""
    blocks = paragraphs(text)
    window = _window(text, blocks, lights)
    _left_out(page, window.start, "above")
    digits = len(str(len(blocks) - 1))
    lit: int | None = None
    for number, block in enumerate(blocks):
        shown = Span(max(block.start, window.start), min(block.end, window.end))
        if shown.start >= shown.end:
            continue
        lines = _paragraph(page, text, (number, shown), digits, lights)
        if lit is None:
            lit = next((len(page.lines) + index for index, line in enumerate(lines) if _is_lit(line)), None)
        page.lines.extend(lines)
        page.gap()
    _left_out(page, len(text) - window.end, "below")
    return lit


def _window(text: str, blocks: Sequence[Span], lights: Lights) -> Span:
    """Return the part of a text that is set, whole words at its ends."""
    if len(text) <= WHOLE:
        return Span(0, len(text))
    at = blocks[lights.at].start if lights.at is not None and lights.at < len(blocks) else 0
    focus = next(iter((*lights.found, *lights.possible)), Span(at, at))
    start, end = max(0, focus.start - WINDOW), min(len(text), focus.end + WINDOW)
    if start:
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start), start - _TITLE) + 1
    return Span(start, end)


def _left_out(page: Page, count: int, where: str) -> None:
    if count > 0:
        page.gap()
        page.fill((Run(f"{count:,} characters {where} are not shown here", Role.WARNING),))
        page.gap()


def _paragraph(page: Page, text: str, numbered: tuple[int, Span], digits: int, lights: Lights) -> list[Line]:
    """Set one paragraph, its number in the margin, and a bar beside each line with words found or possible."""
    number, block = numbered
    sign = page.look.signs.paragraph if len(page.look.signs.paragraph) == 1 else ""
    margin = f"{sign}{number}" if number else ""
    blank = Run("   ")
    first = (Run(f"{margin:>{digits + len(sign)}}", Role.FAINT), blank)
    rest = (Run(" " * (digits + len(sign))), blank)
    role = Role.STRONG if number == 0 and block.end - block.start <= _TITLE else Role.BODY
    bars = {
        Role.QUOTE: Run(f" {page.look.signs.lit} ", Role.ACCENT),
        Role.WARNING: Run(f" {page.look.signs.open} ", Role.WARNING),
    }
    lines = fill(list(_runs(text, block, lights, role)), page.measure, first, rest)
    return [_barred(line, blank, bars) for line in lines]


def _barred(line: Line, blank: Run, bars: dict[Role, Run]) -> Line:
    bar = next((bars[run.role] for run in line if run.role in bars), None)
    return line if bar is None else tuple(bar if run is blank else run for run in line)


def _is_lit(line: Line) -> bool:
    return any(run.role in {Role.QUOTE, Role.WARNING} for run in line)


def _runs(text: str, block: Span, lights: Lights, role: Role) -> Iterator[Run]:
    """Cut a paragraph where the light changes."""
    marked = [(span, Role.QUOTE, None) for span in lights.found]
    marked += [(span, Role.WARNING, None) for span in lights.possible]
    quiet = [(span, Role.META, target) for target, span in lights.neighbours]
    here = [one for one in (*marked, *quiet) if one[0].start < block.end and block.start < one[0].end]
    edges = {edge for span, _, _ in here for edge in span if block.start < edge < block.end}
    for start, end in pairwise((block.start, *sorted(edges), block.end)):
        found = next(((own, target) for span, own, target in here if span.start <= start < span.end), (role, None))
        yield Run(text[start:end], *found)
