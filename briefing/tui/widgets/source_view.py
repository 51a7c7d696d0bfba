"""The view of a saved text: the verdict on the cite stays at the top, and the text scrolls to the cited words."""

from __future__ import annotations

from itertools import count

from textual.strip import Strip

from briefing.render.cited import Cited
from briefing.render.lines import Role, Sheet
from briefing.render.pages.source_text import source_text_page
from briefing.render.parts.verdict_words import heading_words
from briefing.render.symbols import Look
from briefing.render.text.find import WordQuery
from briefing.tui.drawing.pane_lines import head_rows
from briefing.tui.drawing.position import Position
from briefing.tui.drawing.sheet_cache import NO_SHEET, Document
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.widgets.sheet_pane import Pane

_THIRD = 3
"""The cited words are shown a third of the view from its top."""


class SourceTextView(Pane, inherit_bindings=False):
    """A saved text, scrolled to the words of a cite."""

    BINDINGS = bindings(Where.MOVE)

    _versions = count()
    _by_width: dict[int, tuple[int | None, int]] = {}  # noqa: RUF012 - replaced, never changed, where it is empty
    """By width in cells: the line of the cited words, and how many lines the verdict takes."""
    _is_at_words = True
    """True until the reader scrolls away: a resize then keeps the cited words visible."""
    _verdict = ""
    """The verdict on the cite in a few words, for the heading of a low screen."""
    _pinned = 0
    """Lines of the verdict at the top that do not scroll."""
    _paragraph: int | None = None
    """The paragraph to scroll to instead of the cited words, counted as a cite counts it. None: to the words."""
    _typeset_width = 0
    """Width of a line at the last `fit_to_size`, in cells."""

    def open(self, cited: Cited, look: Look, *, again: bool = False) -> None:
        """Show a cite, scrolled to its words. `again`: it is the same cite, and the scroll position stays."""
        by_width: dict[int, tuple[int | None, int]] = {}

        def typeset(width: int) -> Sheet:
            found = source_text_page(cited, width, look)
            by_width[width] = found.lit, found.head
            return found.sheet

        self._by_width = by_width
        self._paragraph = self._paragraph if again else None
        self._is_at_words = self._is_at_words if again else True
        self._verdict = heading_words(cited, look)
        self.show(Document(("passage", cited.brief.id, cited.target), next(self._versions), typeset))

    def light(self, sought: WordQuery | None) -> None:
        """Highlight the words of a search besides the cited ones. None: only the cited ones."""
        self._query = sought or ""
        self.refresh()

    def show_paragraph(self, number: int) -> None:
        """Scroll to a paragraph, counted as a cite counts it, instead of the cited words."""
        self._paragraph = number
        self.refresh()

    def _line_of(self, paragraph: int) -> int | None:
        """Return the first line of a paragraph: it has the paragraph's number in the margin."""
        for number, line in enumerate(self._sized.sheet.lines):
            if line and line[0].role is Role.FAINT and line[0].text.strip(" ¶") == str(paragraph):
                return number
        return None

    def fit_to_size(self) -> None:
        """Note the size, and keep the cited words visible, or the same share of the text above the screen."""
        before, at = self._anchor
        super().fit_to_size()
        words_line, verdict_lines = self._by_width.get(self._text_width, (None, 0))
        if self._paragraph is not None and self._is_at_words:
            words_line = self._line_of(self._paragraph)
        lines, top = len(self._sized.sheet.lines), at.top
        self._pinned = min(verdict_lines, lines) if verdict_lines <= self.rows // 2 else 0
        self._text_top = head_rows(self.rows) + self._pinned
        self._text_rows = max(1, self.rows - self._text_top)
        self._title = "Saved text" if self._pinned else self._verdict
        if self._is_at_words:
            top = 0 if words_line is None else words_line - self._text_rows // _THIRD
        elif self._text_width != self._typeset_width and before is not NO_SHEET:
            top = round(at.top * lines / max(1, len(before.sheet.lines)))
        self._typeset_width = self._text_width
        self._at = Position(max(self._pinned, min(top, lines - self._text_rows)))
        self._anchor = (self._sized, self._at)

    def strip_at(self, y: int) -> Strip:
        """Return the heading, a row of the verdict, or a row of the text."""
        line = y - (self._text_top - self._pinned)
        return self._strip(self._sized, line) if 0 <= line < self._pinned else super().strip_at(y)

    def _go(self, to: Position) -> None:
        if to != self._at:
            self._is_at_words = False
        super()._go(to)
