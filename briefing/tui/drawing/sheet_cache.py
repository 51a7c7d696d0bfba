"""Owns pages that have been set: at one width each, with the strips made so far and what is lit in them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.strip import Strip

from briefing.base.frozen import frozen
from briefing.render.lines import Sheet, Target
from briefing.render.text.find import Hit, WordQuery, find

_KEPT = 8
"""Pages: the open one and those that are one key away, without and with what was found of them. Each is 100 kB."""


@frozen
class Document:
    """What a pane is given to show."""

    place: Hashable
    """Pages of the same place are the same to the reader: where they stood in one, they stand in the next."""
    version: Hashable
    """Changes whenever the sheets would."""
    typeset: Callable[[int], Sheet]
    """Sets it at a width in cells."""
    start: Target | None = None
    """Where the reader stands in it at first: where they stood when they read it last. None: at the beginning."""


class Highlights(NamedTuple):
    """What was searched for in a sheet, and where it stands."""

    query: str | WordQuery
    hits: tuple[Hit, ...]
    by_line: Mapping[int, list[tuple[int, int]]]
    """First character and the one past the last, in order."""


@dataclass(slots=True)
class SizedSheet:
    """A page set at one width, with the strips made so far."""

    sheet: Sheet
    strips: dict[int, Strip] = field(default_factory=dict)
    """By line; without the bar, without light."""
    _highlights: Highlights = field(default_factory=lambda: Highlights("", (), {}))

    def highlights_of(self, query: str | WordQuery) -> Highlights:
        """Return where the words stand."""
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
    """The pages that were set last."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, Hashable, int], SizedSheet] = {}

    def sized(self, document: Document, width: int) -> SizedSheet:
        """Return a subject set at a width in cells."""
        key = (document.place, document.version, width)
        sized = self._kept.pop(key, None)
        if sized is None:
            sized = SizedSheet(document.typeset(width))
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
        self._kept[key] = sized  # the latest stands last
        return sized

    def restyle(self) -> None:
        """Forget every strip: the dress has changed."""
        for sized in self._kept.values():
            sized.strips.clear()
