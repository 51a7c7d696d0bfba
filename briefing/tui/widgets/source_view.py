"""The view of a saved text: the verdict on the cite stays at the top, and the text scrolls to the cited words.

Below the text stand what the signs at its margin mean, and what else rests on the line under the cursor.
"""

from __future__ import annotations

from itertools import count

from textual.selection import Selection
from textual.strip import Strip

from briefing.render.cited import Cited
from briefing.render.lines import Line, Role, Sheet, Target, text_of
from briefing.render.pages.source_text import SourceTextPage, folded_head, legend_line, quoting_line, source_text_page
from briefing.render.parts.verdict_words import heading_words
from briefing.render.symbols import Look
from briefing.render.text.find import WordQuery
from briefing.tui.drawing import position
from briefing.tui.drawing.layout import MARGIN
from briefing.tui.drawing.pane_lines import head_rows, plain_line
from briefing.tui.drawing.position import Position
from briefing.tui.drawing.sheet_cache import NO_SHEET, Document
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.widgets.sheet_pane import Pane

_THIRD = 3
"""The cited words are shown a third of the view from its top."""
_LEGEND_FROM, _BOTH_FROM = 10, 13
"""Rows of the view from which on a row below the text has the legend, or what rests on the line under the cursor; and
from which on each of them has a row."""
_HEAD_FROM = 16
"""Rows of the view from which on the head says the verdict; with fewer the heading does."""
_LOW_HEAD = 2
"""Rows of the head in a view in which the legend and what rests on the line share a row."""


class SourceTextView(Pane, inherit_bindings=False):
    """A saved text, scrolled to the words of a cite. Its cursor goes to the lines where quotes begin."""

    BINDINGS = bindings(Where.MOVE)

    _versions = count()
    _cited: Cited | None = None
    _pages: dict[int, SourceTextPage] = {}  # noqa: RUF012 - replaced, never changed, where it is empty
    """By width in cells, the page as it was typeset."""
    _is_at_words = True
    """True until the reader scrolls away: a resize then keeps the cited words visible."""
    _pinned = 0
    """Lines of the sheet at its top that do not scroll: all of the head, or none."""
    _folded: tuple[Line, ...] = ()
    """The head in fewer lines, above the text, where all of it would leave too little room."""
    _below = 0
    """Rows below the text."""
    _paragraph: int | None = None
    """The paragraph to scroll to instead of the cited words, counted as a cite counts it. None: to the words."""
    _typeset_width = 0
    """Width of a line at the last `fit_to_size`, in cells."""

    def open(self, cited: Cited, look: Look, *, again: bool = False) -> None:
        """Show a cite, scrolled to its words. `again`: it is the same cite, and the scroll position stays."""
        pages: dict[int, SourceTextPage] = {}

        def typeset(width: int) -> Sheet:
            pages[width] = source_text_page(cited, width, look)
            return pages[width].sheet

        self._pages, self._cited = pages, cited
        self._paragraph = self._paragraph if again else None
        self._is_at_words = self._is_at_words if again else True
        self.show(Document(("passage", cited.brief.id, cited.target), next(self._versions), typeset))

    def light(self, sought: WordQuery | None) -> None:
        """Highlight the words of a search besides the cited ones. None: only the cited ones."""
        self._query = sought or ""
        self.refresh()

    def show_paragraph(self, number: int) -> None:
        """Scroll to a paragraph, counted as a cite counts it, instead of the cited words."""
        self._paragraph = number
        self.refresh()

    @property
    def quoting(self) -> tuple[Target, ...]:
        """The items, other than the one that is shown, whose quotes begin in the line under the cursor."""
        self.fit_to_size()
        return self._quoting()

    def _quoting(self) -> tuple[Target, ...]:
        items, page = self._sized.sheet.items, self._page
        if not items or page is None:
            return ()
        is_seen = self._has_seen_item(self._sized.sheet, self._at)
        return page.text.quoting.get(items[self._at.item].first, ()) if is_seen else ()

    @property
    def _page(self) -> SourceTextPage | None:
        return self._pages.get(self._text_width)

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
        sheet, page = self._sized.sheet, self._page
        words_line = page.lit if page is not None else None
        if self._paragraph is not None and self._is_at_words:
            words_line = self._line_of(self._paragraph)
        lines, top, item = len(sheet.lines), at.top, at.item
        self._fit_head(page)
        if self._is_at_words:
            top = 0 if words_line is None else self._top_for(words_line)
            item = self._first_item(words_line if words_line is not None else 0)
        elif self._text_width != self._typeset_width and before is not NO_SHEET:
            moved = position.in_other_sheet(before.sheet, at, sheet, self._text_rows)
            share = round(at.top * lines / max(1, len(before.sheet.lines)))
            top, item = moved.top if self._has_seen_item(before.sheet, at) else share, moved.item
        self._typeset_width = self._text_width
        top = max(self._pinned, min(top, lines - self._text_rows))
        self._at = Position(top, max(0, min(item, len(sheet.items) - 1)))
        self._anchor = (self._sized, self._at)

    def _has_seen_item(self, sheet: Sheet, at: Position) -> bool:
        """Tell whether the line under the cursor was in view at a position of a sheet."""
        return bool(sheet.items) and at.top <= sheet.items[at.item].first < at.top + self._text_rows

    def _top_for(self, words_line: int) -> int:
        """Return the line to begin with so that the words are a third down; a paragraph begins there if one can."""
        lines = self._sized.sheet.lines
        top = max(self._pinned, words_line - self._text_rows // _THIRD)
        begins = (line for line in range(top, words_line + 1) if line and line < len(lines) and not lines[line - 1])
        return next(begins, top)

    def _fit_head(self, page: SourceTextPage | None) -> None:
        """Share the rows between the head, the text and what is below it."""
        above = head_rows()
        self._below = 0 if self.rows < _LEGEND_FROM else 1 if self.rows < _BOTH_FROM else 2
        free = self.rows - above - self._below
        room, head = free // 2, page.head if page is not None else 0
        self._folded, self._pinned = (), 0
        is_low = self.rows < _HEAD_FROM
        if head <= room:
            self._pinned = min(head, len(self._sized.sheet.lines))
        elif self._cited is not None and self.rows >= _LEGEND_FROM:
            look, room = self.role_styles.look, _LOW_HEAD if self.rows < _BOTH_FROM else room
            self._folded = folded_head(self._cited, self._text_width, look, room, has_verdict=not is_low)
        is_said = self._pinned > 0 or (bool(self._folded) and not is_low)
        if is_said or self._cited is None:
            self._title = "Saved text"
        else:
            self._title = heading_words(self._cited, self.role_styles.look, self._text_width)
        self._text_top = above + self._pinned + len(self._folded)
        self._text_rows = max(1, self.rows - self._below - self._text_top)

    def _first_item(self, line: int) -> int:
        """Return the index of the first item from a line on."""
        items = self._sized.sheet.items
        return next((index for index, item in enumerate(items) if item.first >= line), 0)

    def strip_at(self, y: int) -> Strip:
        """Return the heading, a row of the head, of the text, or of what is below it."""
        above = self._text_top - self._pinned - len(self._folded)
        if 0 <= y - above < len(self._folded):
            return self.strip(plain_line(self._folded[y - above]))
        if 0 <= y - above < self._pinned:
            return self._strip(self._sized, y - above)
        if y >= self.rows - self._below:
            return self.strip(plain_line(self._line_below(y - (self.rows - self._below))))
        return super().strip_at(y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text without the margin, and without the notes beside the text."""
        if (page := self._page) is None:
            return super().get_selection(selection)
        shown = [line[: page.text.noted.get(number)] for number, line in enumerate(self._sized.sheet.lines)]
        margin = " " * MARGIN
        text = selection.extract("\n".join(margin + text_of(line) for line in shown))
        return "\n".join(line.removeprefix(margin).rstrip() for line in text.split("\n")), "\n"

    def _line_below(self, row: int) -> Line:
        """Return a row below the text: the legend, or what else rests on the line under the cursor."""
        if self._page is None or self._cited is None:
            return ()
        look, width = self.role_styles.look, self._text_width
        if row == self._below - 1 and (self._quoting() or self._below > 1):
            return quoting_line(self._cited, self._quoting(), width, look)
        return legend_line(self._page, width, look)

    def _go(self, to: Position) -> None:
        if to != self._at:
            self._is_at_words = False
        super()._go(to)
