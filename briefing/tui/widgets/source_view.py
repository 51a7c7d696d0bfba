"""Owns how a passage is read: what is known of the cite stays at the top, the words are brought on screen."""

from __future__ import annotations

from itertools import count

from textual.strip import Strip

from briefing.render.cited import Cited
from briefing.render.lines import Role, Sheet
from briefing.render.pages.source_text import source_text_page
from briefing.render.parts.verdict_words import heading_words
from briefing.render.symbols import Look
from briefing.render.text.find import WordQuery
from briefing.tui.drawing.position import Position
from briefing.tui.drawing.sheet_cache import NO_SHEET, Document
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.widgets.sheet_pane import Pane

_THIRD = 3
"""The words are brought to this part of the view from its top."""


class SourceTextView(Pane, inherit_bindings=False):
    """A saved text with the words of a cite in it."""

    BINDINGS = bindings(Where.MOVE)

    _versions = count()
    _where: dict[int, tuple[int | None, int]] = {}  # noqa: RUF012 - replaced, never changed, where it is empty
    """By width in cells: the line of the words, and how many lines tell what is known of the cite."""
    _is_at_words = True
    """Whether the reader has not gone elsewhere yet: then a resize keeps the words on screen."""
    _verdict = ""
    """What is known of the cite in words: for the heading, where there is no room for more."""
    _pinned = 0
    """Lines at the top that do not scroll."""
    _paragraph: int | None = None
    """What is brought on screen instead of the words, as a cite counts it. None: the words are."""
    _set_at = 0
    """Cells of a line at the last look."""

    def open(self, cited: Cited, look: Look, *, again: bool = False) -> None:
        """Show a cite, its words on screen; `again`: the same one as it is now, the reader stays where they are."""
        where: dict[int, tuple[int | None, int]] = {}

        def typeset(width: int) -> Sheet:
            found = source_text_page(cited, width, look)
            where[width] = found.lit, found.head
            return found.sheet

        self._where = where
        self._paragraph = self._paragraph if again else None
        self._is_at_words = self._is_at_words if again else True
        self._verdict = heading_words(cited, look)
        self.show(Document(("passage", cited.brief.id, cited.target), next(self._versions), typeset))

    def light(self, sought: WordQuery | None) -> None:
        """Light what was searched for; None: nothing but what the cite rests on."""
        self._query = sought or ""
        self.refresh()

    def show_paragraph(self, number: int) -> None:
        """Bring a paragraph on screen, as a cite counts it, instead of the words of the cite."""
        self._paragraph = number
        self.refresh()

    def _line_of(self, paragraph: int) -> int | None:
        """Return the line in which a paragraph begins: its number stands in the margin."""
        for number, line in enumerate(self._sized.sheet.lines):
            if line and line[0].role is Role.FAINT and line[0].text.strip(" ¶") == str(paragraph):
                return number
        return None

    def measure(self) -> None:
        """Take note of the size; keep the words on screen, or the same share of the text above it."""
        before, at = self._from
        super().measure()
        lit, head = self._where.get(self._measure, (None, 0))
        if self._paragraph is not None and self._is_at_words:
            lit = self._line_of(self._paragraph)
        lines, top = len(self._sized.sheet.lines), at.top
        self._pinned = min(head, lines) if head <= self.rows // 2 else 0
        self._title = "Saved text" if self._pinned else self._verdict
        if self._is_at_words:
            top = 0 if lit is None else lit - self._view // _THIRD
        elif self._measure != self._set_at and before is not NO_SHEET:
            top = round(at.top * lines / max(1, len(before.sheet.lines)))
        self._set_at = self._measure
        self._at = Position(max(self._pinned, min(top, lines - self._view)))
        self._from = (self._sized, self._at)

    @property
    def _head(self) -> int:
        return super()._head + self._pinned

    def row(self, y: int) -> Strip:
        """Return the heading, what is known of the cite, or a row of the text."""
        line = y - super()._head
        return self._strip(self._sized, line) if 0 <= line < self._pinned else super().row(y)

    def _go(self, to: Position) -> None:
        if to != self._at:
            self._is_at_words = False
        super()._go(to)
