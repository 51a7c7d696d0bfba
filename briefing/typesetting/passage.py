"""Owns the reading column of a saved source text, with the words that a claim rests on lit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.typesetting.lines import Role, Run, Sheet
from briefing.typesetting.look import Look
from briefing.typesetting.pages import Page

Span = tuple[int, int]
"""Offsets in the saved text, in characters: first, and one past the last."""

_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\s*\Z)", re.DOTALL)


def passage(text: str, width: int, look: Look, lit: Sequence[Span] = (), dim: Sequence[Span] = ()) -> Sheet:
    """Set a saved text paragraph by paragraph; `lit` spans as quotes, `dim` spans quietly."""
    page = Page(width, look)
    for found in _PARAGRAPH.finditer(text):
        page.fill(list(_runs(text, found.span(), lit, dim)), *_margin(found.span(), lit, look))
        page.gap()
    return page.sheet()


def first_lit(sheet: Sheet) -> int | None:
    """Return the first line with lit words, or None."""
    lit = (index for index, line in enumerate(sheet.lines) if any(run.role is Role.QUOTE for run in line))
    return next(lit, None)


def _margin(paragraph: Span, lit: Sequence[Span], look: Look) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return what stands left of a paragraph: a bar beside one that holds lit words, so that light needs no colour."""
    touched = any(start < paragraph[1] and paragraph[0] < end for start, end in lit)
    margin = (Run(f"{look.signs.cursor} ", Role.ACCENT) if touched else Run("  "),)
    return margin, margin


def _runs(text: str, paragraph: Span, lit: Sequence[Span], dim: Sequence[Span]) -> Iterator[Run]:
    edges = {edge for span in (*lit, *dim) for edge in span if paragraph[0] < edge < paragraph[1]}
    stops = [paragraph[0], *sorted(edges), paragraph[1]]
    for start, end in pairwise(stops):
        yield Run(" ".join(re.split(r"[ \t]*\n[ \t]*", text[start:end])), _role(start, lit, dim))


def _role(offset: int, lit: Sequence[Span], dim: Sequence[Span]) -> Role:
    if any(start <= offset < end for start, end in lit):
        return Role.QUOTE
    return Role.FAINT if any(start <= offset < end for start, end in dim) else Role.BODY
