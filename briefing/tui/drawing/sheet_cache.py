"""Documents that panes show, and a cache of them typeset at a width, with strips and highlights."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.strip import Strip

from briefing.base.frozen import frozen
from briefing.render.form import FULL, PaneForm
from briefing.render.lines import Line, Sheet, Target
from briefing.render.text.find import Hit, WordQuery, find

_KEPT = 24
"""Sheets in the cache: the open one and those one key away, before and after checking, in the forms that were tried for
them. One that was drawn takes 100 kB."""


@frozen
class Document:
    """What a pane shows: a function that typesets it at a width, and how to tell it from others."""

    key: Hashable
    """Identifies the document for the reader: a new version with the same key keeps the position."""
    version: Hashable
    """Changes whenever the typeset sheet would."""
    typeset: Callable[[int], Sheet]
    """Returns the sheet at a width in cells."""
    in_form: Callable[[int, PaneForm], Sheet] | None = None
    """Returns the sheet at a width in the form of its pane. None: it has one form only, which `typeset` returns."""
    readout: Callable[[Target, int, PaneForm], Line] | None = None
    """Returns what the readout says of an item of the sheet at a width and in a form. None: nothing."""
    count: int = 0
    """How many items a tab says that it has. 0: none are counted."""
    start: Target | None = None
    """The item that is chosen at first: the one where the reader left the brief last time. None: the first one."""


class Highlights(NamedTuple):
    """The hits of a query in a sheet."""

    query: str | WordQuery
    hits: tuple[Hit, ...]
    by_line: Mapping[int, list[tuple[int, int]]]
    """Spans to highlight by line, in order: (first character, one past the last)."""


@dataclass(slots=True)
class SizedSheet:
    """A sheet at one width, with the strips and the highlights made so far."""

    sheet: Sheet
    strips: dict[int, Strip] = field(default_factory=dict)
    """By line: plain, without the cursor and without highlights."""
    _highlights: Highlights = field(default_factory=lambda: Highlights("", (), {}))

    def highlights_of(self, query: str | WordQuery) -> Highlights:
        """Return the hits of a query; those of the last query are cached."""
        if self._highlights.query != query:
            hits = find((self.sheet,), query)
            by_line: dict[int, list[tuple[int, int]]] = {}
            for hit in hits:
                for span in hit.spans:
                    by_line.setdefault(span.line, []).append((span.start, span.end))
            self._highlights = Highlights(query, hits, by_line)
        return self._highlights


NO_SHEET = SizedSheet(Sheet(()))


class SheetCache:
    """The sheets that were typeset last."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, Hashable, int, PaneForm], SizedSheet] = {}

    def sized(self, document: Document, width: int, form: PaneForm = FULL) -> SizedSheet:
        """Return a document typeset at a width in cells, in a form."""
        form = FULL if document.in_form is None else form
        key = (document.key, document.version, width, form)
        sized = self._kept.pop(key, None)
        if sized is None:
            sized = SizedSheet(document.in_form(width, form) if document.in_form else document.typeset(width))
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
        self._kept[key] = sized  # the one used last stays longest
        return sized

    def restyle(self) -> None:
        """Drop every strip, since the styles have changed."""
        for sized in self._kept.values():
            sized.strips.clear()
