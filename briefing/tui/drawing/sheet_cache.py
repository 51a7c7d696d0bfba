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
class Subject:
    """What a pane is given to show."""

    place: Hashable
    """Pages of the same place are the same to the reader: where they stood in one, they stand in the next."""
    version: Hashable
    """Changes whenever the sheets would."""
    typeset: Callable[[int], Sheet]
    """Sets it at a width in cells."""
    start: Target | None = None
    """Where the reader stands in it at first: where they stood when they read it last. None: at the beginning."""


class Light(NamedTuple):
    """What was searched for in a sheet, and where it stands."""

    query: str | WordQuery
    hits: tuple[Hit, ...]
    by_line: Mapping[int, list[tuple[int, int]]]
    """First character and the one past the last, in order."""


@dataclass(slots=True)
class Leaf:
    """A page set at one width, with the strips made so far."""

    sheet: Sheet
    strips: dict[int, Strip] = field(default_factory=dict)
    """By line; without the bar, without light."""
    _light: Light = field(default_factory=lambda: Light("", (), {}))

    def lit(self, query: str | WordQuery) -> Light:
        """Return where the words stand."""
        if self._light.query != query:
            hits = find((self.sheet,), query)
            by_line: dict[int, list[tuple[int, int]]] = {}
            for hit in hits:
                for span in hit.spans:
                    by_line.setdefault(span.line, []).append((span.start, span.end))
            self._light = Light(query, hits, by_line)
        return self._light


NOTHING = Leaf(Sheet(()))


class Leaves:
    """The pages that were set last."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, Hashable, int], Leaf] = {}

    def leaf(self, subject: Subject, width: int) -> Leaf:
        """Return a subject set at a width in cells."""
        key = (subject.place, subject.version, width)
        leaf = self._kept.pop(key, None)
        if leaf is None:
            leaf = Leaf(subject.typeset(width))
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
        self._kept[key] = leaf  # the latest stands last
        return leaf

    def restyle(self) -> None:
        """Forget every strip: the dress has changed."""
        for leaf in self._kept.values():
            leaf.strips.clear()
