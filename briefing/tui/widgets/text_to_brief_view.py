"""The views of the editing of a brief: the text that is briefed, with a cursor in it, and the brief beside it."""

from __future__ import annotations

from itertools import count
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.selection import Selection
from textual.strip import Strip

from briefing.draft.briefed_text import Progress
from briefing.evidence.result import Span
from briefing.format.dates.wording import date_words
from briefing.format.model import Source, Unknown
from briefing.render.lines import Line, Role, Sheet, Target, text_of
from briefing.render.pages.brief_beside import BriefBeside, BriefInWork, brief_beside
from briefing.render.pages.text_to_brief import TextPages, TextToBrief
from briefing.render.parts.chrome import HeadingState
from briefing.render.text.find import highlighted
from briefing.tui.data.text_cursor import TextCursor
from briefing.tui.drawing import position
from briefing.tui.drawing.layout import GUTTER, MARGIN
from briefing.tui.drawing.pane_lines import cursor_line, heading_line, is_at, plain_line
from briefing.tui.drawing.position import Position
from briefing.tui.drawing.sheet_cache import Document, SizedSheet
from briefing.tui.theme.colours import Ground
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.sheet_pane import Pane

_LEAST_ROWS = 2
"""Rows of the brief beside the text at least: a heading and an item."""


class TextToBriefView(Pane, inherit_bindings=False):
    """The text that is briefed. Its cursor is on a sentence, a thing, or words; the screen moves it."""

    BINDINGS: ClassVar[list[BindingType]] = []
    _versions = count()
    _pages: TextPages | None = None
    _page: TextToBrief | None = None
    _progress = Progress({}, (), ())
    _source: Source | None = None
    _drawn: dict[int, tuple[Line, Strip]] = {}  # noqa: RUF012 - replaced where it is empty
    """By number, the lines that were drawn last, each with its row."""
    _cursor_at: dict[int, tuple[int, int]] = {}  # noqa: RUF012 - replaced, never changed, where it is empty
    """By line, the characters that the cursor is on, as they are painted."""
    _scrolls_to_cursor = False
    """Whether the next paint makes the cursor visible."""
    cursor: TextCursor | None = None
    """None: nothing is shown yet, or no text is held."""

    def open(self, pages: TextPages | None, source: Source | None, progress: Progress) -> None:
        """Show a text from its start; None: no text of the source is held."""
        self._pages, self._source, self._drawn = pages, source, {}
        self.cursor = None if pages is None else TextCursor(pages.briefed)
        self._title = "The article" if source is None or pages is not None else "No text of this source is held"
        self.start_over()
        self.renew(progress)

    def renew(self, progress: Progress) -> None:
        """Show the same text with what the brief has of it now."""
        self._progress = progress
        key = ("text", self._source.id if self._source else "")
        self.show(Document(key, next(self._versions), self._typeset))

    def _typeset(self, width: int) -> Sheet:
        if self._pages is None or self.cursor is None:
            return Sheet(())
        self._page = self._pages.page(self._progress, width, self.cursor.span)
        return self._page.sheet

    def cursor_went(self) -> None:
        """Draw the cursor where it is now, and scroll to it."""
        self._scrolls_to_cursor = True
        page, pages, cursor = self._page, self._pages, self.cursor
        is_shown = page is None or pages is None or cursor is None or page.shows(cursor.span, pages.briefed.text)
        if not is_shown:
            self.renew(self._progress)  # of a very long text another part
        self.refresh()

    def fit_to_size(self) -> None:
        """Note the size, and make the cursor visible if it has moved."""
        super().fit_to_size()
        if self._scrolls_to_cursor and self._page is not None and self.cursor is not None and self._pages is not None:
            self._scrolls_to_cursor = False
            lines = self._page.lines_of(self.cursor.span, self._pages.briefed.text)
            if lines:
                at = position.on_line(self._sized.sheet, self._text_rows, self._at, lines[-1].line)
                self._at = position.on_line(self._sized.sheet, self._text_rows, at, lines[0].line)
                self._anchor = (self._sized, self._at)

    def page_by(self, pages: int) -> None:
        """Move the cursor by pages: to the first sentence that begins there."""
        self.fit_to_size()
        if self._page is None or self.cursor is None or self._pages is None or self.cursor.sentence is None:
            return
        text = self._pages.briefed.text
        line = self._page.line_of(self.cursor.span.start, text) + pages * max(1, self._text_rows - 2)
        line = max(0, min(line, len(self._sized.sheet.lines) - 1))
        found = (self._page.offset_at(at, 0, text) for at in (*range(line, line + 3), line - 1))
        offset = next((one for one in found if one is not None), None)
        if offset is None:
            self.cursor.end(pages)
        else:
            self.cursor.go_to(Span(offset, offset))
        self.cursor_went()

    @property
    def mouse_choice(self) -> Span | None:
        """The words that are selected with the mouse. None: none are."""
        selection, page = self.text_selection, self._page
        if selection is None or page is None or self._pages is None:
            return None
        text = self._pages.briefed.text
        if selection.start is None or selection.end is None:
            return None
        line, end = selection.end.y, max(0, selection.end.x - MARGIN)
        end = len(text_of(page.sheet.lines[line])[:end].rstrip()) if line < len(page.sheet.lines) else 0
        first = page.offset_at(selection.start.y, selection.start.x - MARGIN, text)
        last = page.offset_at(line, max(0, end - 1), text)
        return Span(first, last + 1) if first is not None and last is not None and first <= last else None

    def on_click(self, event: events.Click) -> None:
        """Go to the thing under the mouse, else to its sentence."""
        event.prevent_default()
        if self.text_selection is not None or self._page is None or self._pages is None or self.cursor is None:
            return
        self.fit_to_size()
        line = event.y - self._text_top + self._at.top
        text = self._pages.briefed.text
        offset = self._page.offset_at(line, event.x - MARGIN, text) if event.y >= self._text_top else None
        if offset is not None:
            things = self._pages.briefed.things
            self.cursor.go_to(next((one.span for one in things if one.span.has(offset)), Span(offset, offset + 1)))
            self.cursor_went()
            self.cursor_moved()

    # drawing

    def _heading(self) -> Line:
        look, source = self.role_styles.look, self._source
        published = source.published if source is not None else None
        day = look.say(date_words(published)) if published is not None and not isinstance(published, Unknown) else ""
        paragraphs = len(self._pages.briefed.held.saved.blocks) - 1 if self._pages is not None else 0
        note = f" {look.signs.dot} ".join(filter(None, (day, f"{paragraphs:,} paragraphs" if paragraphs > 0 else "")))
        return heading_line(
            self._title, self.columns, look, HeadingState(self.has_focus and not self.is_behind, None, note)
        )

    def _emphasised(self, line: int) -> Strip | None:
        """Return the row of a line with the cursor and what was searched for. None: it has neither."""
        at = self._cursor_at.get(line)
        lit = self._found.on_line(line) if self._query else None
        if at is None and not lit:
            return None
        text = self._sized.sheet.lines[line]
        text = highlighted(text, lit) if lit else text
        if at is not None and self.cursor is not None:
            text = highlighted(text, [at], Role.AT if self.cursor.is_on_sentence else Role.QUOTE)
        look = self.role_styles.look
        strip = self.strip(cursor_line(text, look) if at is not None else plain_line(text))
        return strip.apply_offsets(0, line)

    def restyle(self) -> None:
        """Drop every strip, since the styles have changed."""
        super().restyle()
        self._drawn = {}

    def _strip(self, sized: SizedSheet, line: int) -> Strip:
        """Return the row of a line; one that a change of the brief leaves as it was is not drawn anew."""
        text, (drawn, strip) = sized.sheet.lines[line], self._drawn.get(line, (None, None))
        if strip is None or drawn is not text or strip.cell_length != self.columns:
            strip = super()._strip(sized, line)
            self._drawn[line] = text, strip
        return strip

    def prepare_paint(self) -> None:
        """Find the lines that the cursor is on."""
        self._cursor_at = {}
        if self._page is not None and self.cursor is not None and self._pages is not None and self.cursor.is_anywhere:
            spans = self._page.lines_of(self.cursor.span, self._pages.briefed.text)
            self._cursor_at = {one.line: (one.start, one.end) for one in spans}

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text without the margin."""
        if self._page is None or not self._page.blocks:
            return super().get_selection(selection)
        margins = {
            block.first + row: sum(len(run.text) for run in self._page.sheet.lines[block.first + row][: block.margin])
            for block in self._page.blocks
            for row in range(len(block.lines))
        }
        lines = [" " * MARGIN + text_of(line) for line in self._page.sheet.lines]
        chosen = selection.extract("\n".join(lines))
        widest = max(margins.values(), default=0) + MARGIN
        return "\n".join(line[widest:] if line[:1] == " " else line for line in chosen.split("\n")), "\n"


class BriefBesideView(LineWidget):
    """The brief beside the text: the item that the cursor is about stays in view."""

    _shown: BriefInWork | None = None
    _page: tuple[tuple[int, int], BriefBeside] | None = None
    _strips: dict[tuple[int, bool], Strip] = {}  # noqa: RUF012 - replaced where it is empty
    """Rows of items that were drawn, by line, and whether they are those of the current item."""
    _top = 0
    _current: Target | None = None

    def show(self, shown: BriefInWork | None) -> None:
        """Show a brief as it is now."""
        self._shown, self._page = shown, None
        self.refresh()

    def choose(self, current: Target | None) -> None:
        """Make an item the current one."""
        if current != self._current:
            self._current = current
            self.refresh()

    def prepare_paint(self) -> None:
        """Typeset what is shown, and keep the current item in view."""
        page = self._fitted()
        if page is None:
            return
        rows = self._item_rows(page)
        at = None if self._current is None else page.items.index_of(self._current)
        if at is not None:
            item = page.items.items[at]
            self._top = position.on_item(page.items, rows, Position(self._top), at).top
            self._top = min(self._top, item.first)
        self._top = max(0, min(self._top, len(page.items.lines) - rows))

    def _fitted(self) -> BriefBeside | None:
        if self._shown is None or self.columns <= MARGIN + GUTTER or self.rows < _LEAST_ROWS:
            return None
        size = self.columns - MARGIN - 1, self.rows - 1
        if self._page is None or self._page[0] != size:
            self._page = size, brief_beside(self._shown, *size, self.role_styles.look)
            self._strips = {}
        return self._page[1]

    def restyle(self) -> None:
        """Drop every strip, since the styles have changed."""
        self._strips = {}

    def _item_rows(self, page: BriefBeside) -> int:
        below = len(page.below) + 1 if page.below else 0
        return max(1, self.rows - 1 - len(page.above) - below)

    def strip_at(self, y: int) -> Strip:
        """Return the heading, a meter, a row of an item, or what is still in the text."""
        page = self._fitted()
        if page is None or self._shown is None:
            return self.blank()
        if y == 0:
            done, every = self._shown.progress.totals
            state = HeadingState(note=f"{done} of {every} found")
            return self.strip(heading_line("The brief", self.columns, self.role_styles.look, state))
        row = y - 1
        if row < len(page.above):
            return self.strip(plain_line(page.above[row]))
        row -= len(page.above)
        rows = self._item_rows(page)
        if row < rows:
            return self._item_row(page, row + self._top)
        row -= rows + 1
        return self.strip(plain_line(page.below[row])) if 0 <= row < len(page.below) else self.blank()

    def _item_row(self, page: BriefBeside, line: int) -> Strip:
        if line >= len(page.items.lines):
            return self.blank()
        at = None if self._current is None else page.items.index_of(self._current)
        is_current = at is not None and is_at(page.items, Position(0, at), line)
        if (line, is_current) not in self._strips:
            text, look = page.items.lines[line], self.role_styles.look
            shown, ground = (
                (cursor_line(text, look), Ground.CURSOR) if is_current else (plain_line(text), Ground.SCREEN)
            )
            self._strips[line, is_current] = self.strip(shown, ground)
        return self._strips[line, is_current]
