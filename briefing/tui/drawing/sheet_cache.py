"""Documents that panes show, and a cache of them typeset at a width, with strips and highlights."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from textual.strip import Strip

from briefing.base.frozen import frozen
from briefing.render.form import FULL, PaneForm
from briefing.render.lines import Line, Sheet, Target
from briefing.render.text.find import Found, SearchableSheet, WordQuery

_KEPT = 24
"""Sheets in the cache: the open one and those one key away, before and after checking, in the forms that were tried for
them. One that was drawn takes 100 kB."""
_LEAST_KEPT = 8
_LINES_KEPT = 10_000
"""Lines of all sheets in the cache, as long as they are more than the least number. A line takes a kilobyte."""


def _unknown(_width: int, _enough: int) -> int:
    return 0


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
    least: Callable[[int, int], int] = _unknown
    """Returns how many lines it has at least, in every form, at a width in cells; it counts no further than to a
    number."""
    count: int = 0
    """How many items a tab says that it has. 0: none are counted."""
    start: Target | None = None
    """The item that is chosen at first: the one where the reader left the brief last time. None: the first one."""


@dataclass(slots=True)
class SizedSheet:
    """A sheet at one width, with the strips made so far, and what was found in it last."""

    sheet: Sheet
    strips: dict[int, Strip] = field(default_factory=dict)
    """By line: plain, without the cursor and without highlights."""
    _searchable: SearchableSheet | None = None
    """None: nothing was searched for in it."""
    _found: tuple[str | WordQuery, Found] | None = None
    """The last query, and what it found."""

    def find(self, query: str | WordQuery) -> Found:
        """Return what a query finds. The text of the sheet is folded once, and the last answer is cached."""
        if self._found is None or self._found[0] != query:
            if self._searchable is None:
                self._searchable = SearchableSheet(self.sheet)
            self._found = query, self._searchable.find(query)
        return self._found[1]

    def fold(self) -> None:
        """Fold the text of the sheet, so that the first query finds it folded."""
        if self._searchable is None:
            self.find("")


NO_SHEET = SizedSheet(Sheet(()))


class SheetCache:
    """The sheets that were typeset last."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, Hashable, int, PaneForm], SizedSheet] = {}
        self._lines = 0
        """Of all sheets."""

    def sized(self, document: Document, width: int, form: PaneForm = FULL) -> SizedSheet:
        """Return a document typeset at a width in cells, in a form."""
        form = FULL if document.in_form is None else form
        key = (document.key, document.version, width, form)
        sized = self._kept.pop(key, None)
        if sized is None:
            sized = SizedSheet(document.in_form(width, form) if document.in_form else document.typeset(width))
            self._lines += len(sized.sheet.lines)
            self._make_room()
        self._kept[key] = sized  # the one used last stays longest
        return sized

    def _make_room(self) -> None:
        while len(self._kept) >= (_LEAST_KEPT if self._lines > _LINES_KEPT else _KEPT):
            self._lines -= len(self._kept.pop(next(iter(self._kept))).sheet.lines)

    def restyle(self) -> None:
        """Drop every strip, since the styles have changed."""
        for sized in self._kept.values():
            sized.strips.clear()
