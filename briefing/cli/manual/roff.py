"""Pages of the manual as man pages, in the macros of man(7). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.cli.manual.page import Entries, Entry, Example, Heading, Page, Part, Text

_SPAN = re.compile(r"`([^`]+)`")
"""A word that is typed, between backquotes."""


class ManPage(NamedTuple):
    """What a man page consists of."""

    name: str
    section: int
    summary: str
    """Its line for whatis(1)."""
    synopsis: str
    """How the program is called. Empty: the page is not about a program."""
    pages: Sequence[Page]
    """Each is a section of it."""


def man_text(page: ManPage, version: str) -> str:
    """Return the text of a man page for a version of the program."""
    synopsis = [".SH SYNOPSIS", f".B {_quoted(page.synopsis)}"] if page.synopsis else []
    lines = [
        f'.TH {_quoted(page.name.upper())} {page.section} "" "{page.name} {version}"',
        ".SH NAME",
        f"{_line(page.name)} \\- {_line(page.summary)}",
        *synopsis,
    ]
    for section in page.pages:
        lines.append(f".SH {_quoted(section.title.upper())}")
        for part in section.parts:
            lines += _part(part)
    return "\n".join(lines) + "\n"


def _part(part: Part) -> list[str]:
    match part:
        case Heading(text):
            return [f".SS {_quoted(text)}"]
        case Text(text):
            return [".PP", _line(text)]
        case Example(text):
            return [".PP", *_example(text)]
        case Entries(entries):
            return [line for entry in entries for line in _entry(entry)]


def _entry(entry: Entry) -> list[str]:
    said = f"{entry.note}. {entry.text}" if entry.note and entry.text else entry.note or entry.text
    shown = ["", *_example(entry.example)] if entry.example else []
    return [".TP", f".B {_quoted(entry.term)}", _line(said), *shown]


def _example(text: str) -> list[str]:
    return [".RS 4", ".nf", *(_line(line) or "\\&" for line in text.rstrip("\n").split("\n")), ".fi", ".RE"]


def _line(text: str) -> str:
    """Return a text in which nothing is a request or an escape of roff, and what is typed is bold."""
    at = 0
    parts: list[str] = []
    for span in _SPAN.finditer(text):
        parts += [_escaped(text[at : span.start()]), f"\\fB{_escaped(span[1])}\\fR"]
        at = span.end()
    line = "".join((*parts, _escaped(text[at:])))
    return f"\\&{line}" if line.startswith((".", "\\(aq")) else line


_ESCAPES = str.maketrans({"\\": "\\e", "-": "\\-", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", "'": "\\(aq"})
"""What roff would read or draw as something else."""


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _quoted(text: str) -> str:
    """Return a text as one argument of a macro."""
    return '"' + _escaped(text).replace('"', "\\(dq") + '"'
