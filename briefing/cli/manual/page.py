"""A page of the manual as values: headings, paragraphs, lists of entries, and examples word for word."""

from __future__ import annotations

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple


class Heading(NamedTuple):
    """Begins a section."""

    text: str


class Text(NamedTuple):
    """A paragraph."""

    text: str


class Entry(NamedTuple):
    """One entry of a list: what it is about, and what is to be known of it."""

    term: str
    text: str
    note: str = ""
    """Stands after the term: its type, its keys."""
    example: str = ""
    """As it is typed, in lines of its own below the text."""


class Entries(NamedTuple):
    """A list of entries."""

    entries: tuple[Entry, ...]


class Example(NamedTuple):
    """Lines that are shown word for word."""

    text: str


Part = Heading | Text | Entries | Example


@frozen
class Page:
    """One page of the manual."""

    title: str
    parts: tuple[Part, ...]
