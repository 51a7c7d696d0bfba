"""A page of the manual as lines for a terminal, or as plain text in a pipe. Pure."""

from __future__ import annotations

from briefing.cli.manual.page import Entries, Entry, Example, Heading, Page, Text
from briefing.render.lines import Line, Role, Run
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells

_INDENT = 4
_WIDEST_TERM = 24
"""Cells of the column of terms; an entry with a longer term begins below it."""
_BESIDE = 60
"""Width in cells from which entries stand beside their terms rather than below them."""


def page_lines(page: Page, width: int, look: Look) -> tuple[Line, ...]:
    """Return a page as lines of at most `width` cells; only examples, which are to be copied, may be longer."""
    builder = SheetBuilder(width, look)
    builder.add_title(look.say(page.title))
    for part in page.parts:
        match part:
            case Heading(text):
                builder.add_heading(look.say(text))
            case Text(text):
                builder.add_gap()
                builder.add_paragraph((Run(look.say(text)),), hyphens=False)
            case Entries(entries):
                builder.add_gap()
                _add_entries(builder, entries)
            case Example(text):
                builder.add_gap()
                _add_example(builder, text, _INDENT)
    return builder.sheet().lines


def _add_entries(builder: SheetBuilder, entries: tuple[Entry, ...]) -> None:
    terms = [cells(entry.term) for entry in entries if cells(entry.term) <= _WIDEST_TERM]
    column = max(terms, default=0) + 2 if builder.width >= _BESIDE else _INDENT
    indent = (Run(" " * column),)
    for entry in entries:
        term = Run(entry.term, Role.STRONG)
        free = column - cells(entry.term)
        note = (Run(f"{entry.note}{'. ' if entry.text else ''}", Role.META),) if entry.note else ()
        text = tuple(run for run in (*note, Run(builder.look.say(entry.text))) if run.text)
        if free >= 1 and builder.width >= _BESIDE:
            builder.add_paragraph(text, (term, Run(" " * free)), indent, hyphens=False)
        else:
            builder.add_paragraph((term,), hyphens=False)
            builder.add_paragraph(text, indent, indent, hyphens=False)
        if entry.example:
            _add_example(builder, entry.example, column)


def _add_example(builder: SheetBuilder, text: str, column: int) -> None:
    for line in text.rstrip("\n").split("\n"):
        builder.add_line(*((Run(f"{' ' * column}{line}", Role.ACCENT),) if line else ()))
