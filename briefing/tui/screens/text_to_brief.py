"""The screen on which a brief is made from its text: the text with a cursor, and the brief beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.geometry import Size as TextualSize
from textual.layout import DockArrangeResult

from briefing.draft.briefed_text import BriefedText, Progress
from briefing.evidence.result import Span
from briefing.format.model import Source
from briefing.render.lines import Line, Run, Target
from briefing.render.pages.brief_beside import BriefInWork, meter_line
from briefing.render.pages.text_to_brief import TextPages
from briefing.tui.data.text_cursor import TextCursor
from briefing.tui.drawing.layout import Rectangle, Size, foot_rectangle, has_readout
from briefing.tui.drawing.title_bar import TitleBar
from briefing.tui.keys.actions import CHOOSING_HINTS, Where
from briefing.tui.keys.bindings import bindings, hints
from briefing.tui.screens.arrangement import Arrangement, covered
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.screens.find_line import FindLine
from briefing.tui.screens.overlay import Edges, Overlay
from briefing.tui.textual_compat import PlacedScreen
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import Bar, ScreenBars
from briefing.tui.widgets.field import InputField
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.text_to_brief_view import BriefBesideView, TextToBriefView

_BESIDE_FROM = 100
"""Columns from which on the brief stands beside the text."""
_TEXT = 78
"""Columns of the text at most."""
_BRIEF = 90
"""Columns of the brief at most."""
_LEAST_BRIEF = 44
_LONG_READOUT_FROM = 20
"""Rows from which on the readout has several, so that a reason is read to its end."""
_METERS_FROM = 12
"""Rows from which on the meters have a row where there is no room for the brief."""


class TextToBriefScreen(PlacedScreen[Target | None]):
    """A text and the brief that is made of it. Its result is the item to go to, or None."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(Where.EDIT_TEXT)

    def __init__(self, role_styles: RoleStyles) -> None:
        super().__init__(id="text-to-brief")
        self._arrangement = Arrangement(self, self._places)
        self._view = TextToBriefView("", "", role_styles, id="text")
        self._view.cursor_moved = self._say_moved
        self._beside = BriefBesideView(role_styles, id="beside")
        self._meters = Bar(self._draw_meters, role_styles, id="meters")
        self._find_line = FindLine(self._view, role_styles)
        self._find = self._find_line.found
        self._bars = ScreenBars(role_styles, lambda: self._find.progress, self._readout)
        self.readout: Callable[[], Line] = tuple
        """Returns what is known of what the cursor is on."""
        self.moved: Callable[[], None] = lambda: None
        """Is called when the cursor is on other words, before they are drawn: a key makes one frame."""
        self._is_choosing = False
        """Whether the last row shows the keys that choose words."""
        self._pages: TextPages | None = None
        self._progress = Progress({}, (), ())
        self.current: Target | None = None
        """The item that the cursor is about: that of the words under it, or one that was added or come from last."""
        self._leads_to: Target | None = None
        """The item that enter leads to: the current one, else one that quotes the words."""

    def compose(self) -> ComposeResult:
        """Compose the parts."""
        yield from self.parts

    @property
    def parts(self) -> tuple[LineWidget, ...]:
        """All widgets of the screen."""
        bars = self._bars
        return (bars.title, self._view, self._beside, self._meters, bars.readout, bars.foot, self._find_line.field)

    def apply_styles(self, role_styles: RoleStyles) -> None:
        """Draw everything in these styles."""
        for part in self.parts:
            part.role_styles = role_styles

    # where the parts stand

    def arrange(self, size: TextualSize, _optimal: bool = False) -> DockArrangeResult:
        """Place the parts. Textual calls this whenever it lays out the screen, and at other times."""
        return self._arrangement.at(size)

    def _places(self, size: Size) -> Mapping[str, Rectangle]:
        foot = foot_rectangle(size, self._bars.rows(size.columns))
        last = self._find_line.last_row(foot)
        last_row = size.rows - 1  # a message of several rows covers what is above it, so that nothing moves
        said = _readout_rows(size)
        readout = {"readout": Rectangle(0, last_row - said, size.columns, said)} if said else {}
        rows = last_row - 1 - said
        found: dict[str, Rectangle] = {"title-bar": Rectangle(0, 0, size.columns, 1), **readout, **last}
        if size.columns >= _BESIDE_FROM:
            text = min(_TEXT, size.columns - _LEAST_BRIEF)
            found["text"] = Rectangle(0, 1, text, rows)
            found["beside"] = Rectangle(text, 1, min(_BRIEF, size.columns - text), rows)
        elif rows >= _METERS_FROM:
            found["text"] = Rectangle(0, 1, size.columns, rows - 1)
            found["meters"] = Rectangle(0, rows, size.columns, 1)
        else:
            found["text"] = Rectangle(0, 1, size.columns, rows)
        return {**covered(("text",), size), **found}

    def _readout(self) -> Line:
        return self.readout()

    def _draw_meters(self, width: int, _y: int) -> Line:
        del width
        return (Run(" "), *meter_line(self._progress, self._meters.role_styles.look))

    # what is shown

    def open(self, pages: TextPages | None, source: Source | None, title_bar: TitleBar, span: Span | None) -> None:
        """Show a text, with the cursor at a stretch; None: at its first sentence, or no text is held."""
        self._pages, self.current = pages, None
        self._find.seek("")
        self._view.open(pages, source, self._progress)
        self._bars.set_title_bar(title_bar)
        if span is not None and self.cursor is not None:
            self.cursor.go_to(span)
        self._view.cursor_went()

    def renew(self, work: BriefInWork, title_bar: TitleBar) -> None:
        """Show the brief as it is now, and how much of the text is in it."""
        self._progress = work.progress
        self._bars.set_title_bar(title_bar)
        if self._pages is not None and work.briefed is not self._pages.briefed:
            self._pages.briefed = work.briefed
        self._view.renew(work.progress)
        self._beside.show(work)
        self._meters.refresh()
        self._bars.show_item()
        self._find.renew()

    def choose(self, current: Target | None, leads_to: Target | None) -> None:
        """Make an item the current one; `leads_to`: where enter leads."""
        self.current, self._leads_to = current, leads_to
        self._beside.choose(current)
        self._bars.show_item()

    @property
    def briefed(self) -> BriefedText | None:
        """The text that is shown. None: none is held."""
        return None if self._pages is None else self._pages.briefed

    @property
    def cursor(self) -> TextCursor | None:
        """Where the reader is in the text. None: no text is held."""
        return self._view.cursor

    def choose_with_mouse(self) -> None:
        """Take the words that are selected with the mouse as chosen."""
        chosen = self._view.mouse_choice
        if chosen is not None and self.cursor is not None:
            self.cursor.choose_span(chosen)
            self.clear_selection()

    def _say_moved(self) -> None:
        self.moved()

    def cursor_went(self) -> None:
        """Draw the cursor where the reader has moved it."""
        self.show_cursor()
        self.moved()

    def show_cursor(self) -> None:
        """Draw the cursor where it is now."""
        self._view.cursor_went()
        if self._is_choosing != (self.cursor is not None and self.cursor.chosen is not None):
            self._show_hints()

    def show_title_bar(self, title_bar: TitleBar) -> None:
        """Change what the first row says."""
        self._bars.set_title_bar(title_bar)

    def say(self, sentence: str) -> None:
        """Show a message in the last rows until the next key."""
        before = self._bars.rows(self.app.size.width)
        self._bars.say(sentence)
        if self._bars.rows(self.app.size.width) != before:
            self.refresh(repaint=False, layout=True)

    @property
    def edges(self) -> Edges:
        """The bars that stay visible under a page."""
        return Edges((self._bars.title,), (self._bars.readout, self._bars.foot))

    def on_screen_suspend(self) -> None:
        """Show the keys of what lies over this screen."""
        over = self.app.screen
        if isinstance(over, Overlay):
            self._bars.cover(over.keys, over.note)
            over.refresh_edges()

    def on_screen_resume(self) -> None:
        """Focus the text."""
        self._find_line.close(self)
        self._bars.uncover()
        self._show_hints()
        self._bars.show_item()

    def _show_hints(self) -> None:
        """Show the keys of the text, or those that choose words."""
        self._is_choosing = self.cursor is not None and self.cursor.chosen is not None
        used = [(each.binding.id, key) for key, each in self.active_bindings.items()]
        self._bars.show_hints(hints(used, CHOOSING_HINTS) if self._is_choosing else hints(used))

    # moving

    def _moved(self, *, has_moved: bool, else_say: str = "") -> None:
        if has_moved:
            self.cursor_went()
        elif else_say:
            self.say(else_say)

    def action_sentence(self, step: int) -> None:
        """Go to the next sentence, or the one before."""
        if self.cursor is not None:
            self._moved(has_moved=self.cursor.step_sentence(step))

    def action_thing(self, step: int) -> None:
        """Go to the next number, date or speaker, or the one before."""
        if self.cursor is not None:
            self._moved(has_moved=self.cursor.step_thing(step))

    def action_found(self, step: int) -> None:
        """Go to the next thing that no item quotes, or the one before."""
        if self.cursor is not None:
            all_in = "items quote every number and date that was found, and every speaker is a source"
            self._moved(has_moved=self.cursor.step_found(step, self._progress), else_say=all_in)

    def action_word(self, step: int) -> None:
        """Go to the next word, or the one before."""
        if self.cursor is not None:
            self._moved(has_moved=self.cursor.step_word(step))

    def action_page(self, pages: int) -> None:
        """Go a page further, or back."""
        self._view.page_by(pages)
        self.moved()

    def action_end(self, step: int) -> None:
        """Go to the first sentence, or the last one."""
        if self.cursor is not None:
            self.cursor.end(step)
            self.cursor_went()

    def action_select(self) -> None:
        """Begin to choose own words, or move the other end of the choice."""
        if self.cursor is not None:
            self.choose_with_mouse()
            self.cursor.choose()
            self.cursor_went()

    # find

    def action_find(self) -> None:
        """Ask for words to find in the text."""
        self._find_line.open(self)

    def on_input_field_changed(self, event: InputField.Changed) -> None:
        """Highlight what is looked for."""
        event.stop()
        self._find_line.seek(event.text)

    def on_input_field_done(self, event: InputField.Done) -> None:
        """Go to the first hit."""
        event.stop()
        self._find_line.close(self)
        if self._find.query:
            self.action_hit(1)

    def on_input_field_left(self, event: InputField.Left) -> None:
        """Go back to the text."""
        event.stop()
        self._find_line.close(self)

    def action_hit(self, step: int) -> None:
        """Go to the next hit of find, or the one before."""
        if not self._find.query:
            self.say("nothing is searched for: / finds words in this text")
        elif self._find.step(step, self._view) is None:
            self.say(f"“{self._find.query}” is not in this text")
        self._bars.foot.refresh()

    # leaving

    def action_item(self) -> None:
        """Go to the item that the cursor is about."""
        if self._leads_to is None:
            self.say("no item quotes these words; a adds them")
        else:
            dismiss_once(self, self._leads_to)

    def action_leave(self) -> None:
        """Give up the choice of own words, else find, else go back to the brief."""
        if self.cursor is not None and self.cursor.leave_choice():
            self.cursor_went()
        elif self._find.query:
            self._find.seek("")
            self._bars.foot.refresh()
        else:
            self.action_back()

    def action_back(self) -> None:
        """Go back to the brief."""
        dismiss_once(self, self.current)


def _readout_rows(size: Size) -> int:
    """Return how many rows the readout has: always as many at one size, so that nothing moves with the cursor."""
    if size.rows < _LONG_READOUT_FROM:
        return int(has_readout(size))
    return 2 if size.columns >= _BESIDE_FROM else 3
