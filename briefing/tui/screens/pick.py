"""The screen of `briefing pick`: a filter and the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.message import Message

from briefing.render.parts.listed_brief import ListRow
from briefing.tui.data.query_highlights import Highlighter
from briefing.tui.drawing.row_settings import filter_end
from briefing.tui.keys.actions import PICK_HINTS, Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.textual_compat import OneFrameScreen
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import ScreenBars
from briefing.tui.widgets.brief_list import LibraryList
from briefing.tui.widgets.field import InputField


class PickScreen(OneFrameScreen[None]):
    """A filter and the list. Says which brief the reader picked."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(Where.PICK)

    @dataclass
    class Picked(Message):
        """The reader picked a brief."""

        row: int
        """Row of the brief in the library."""

    class Left(Message):
        """The reader left without a brief."""

    lit: Highlighter | None = None
    """Highlights the words of the filter in the rows. None: there is no filter."""
    _found = ""
    """How many briefs match, as the row of the filter says it. Empty: nothing was looked for yet."""
    _progress: tuple[str, ...] = ()
    """How much of the library is read, if that is not all, the longest form first."""

    def __init__(self, list_row: Callable[[int], ListRow], role_styles: RoleStyles, prompt: str = "f") -> None:
        super().__init__(id="pick")
        self.field = InputField(prompt, "filter", role_styles, id="ask")
        self.field.end = self._end
        self.field.enter_waits_for_results = True
        self.library = LibraryList(list_row, role_styles, id="results")
        self.library.keeps_cursor = True
        self._bars = ScreenBars(role_styles, lambda: "")

    def compose(self) -> ComposeResult:
        """Compose the parts from top to bottom."""
        yield self.field
        yield self.library
        yield self._bars.foot

    def on_mount(self) -> None:
        """Focus the field."""
        self.set_focus(self.field, scroll_visible=False)
        self._bars.show_hints(PICK_HINTS)

    def apply_styles(self, role_styles: RoleStyles) -> None:
        """Draw everything in these styles."""
        for part in (self.field, self.library, self._bars.foot):
            part.role_styles = role_styles

    def show(self, words: str, rows: Sequence[int], at: int, lit: Highlighter | None, *, is_final: bool) -> None:
        """Show the rows that match these words, and their number. Unless that is final, enter waits for more."""
        self.lit = lit
        self.library.header.show_error("")
        self.library.show(rows, at, lit)
        self._found = f"{len(rows):,}"
        if is_final:
            self.field.answer(words, self._found)
        else:
            self.field.draw(self._found)

    def refuse(self, error: str) -> None:
        """Say what is wrong with the filter; the list stays."""
        self.library.header.show_error(error)
        self.library.refresh()
        self._found = "?"
        self.field.draw(self._found)

    def say_progress(self, *forms: str) -> None:
        """Say how much of the library is read, in the longest form that fits. None: all is."""
        self._progress = forms
        self.field.refresh()

    def _end(self, columns: int) -> str:
        """Return what the row of the filter says at its right end, after how many briefs match."""
        fitting = (form for form in self._progress if len(form) <= columns // 2)
        progress = next(fitting, "".join(self._progress[-1:]))
        return "   ".join(filter(None, (progress, filter_end(self.library.shape, columns))))

    def on_input_field_done(self, event: InputField.Done) -> None:
        """Pick the chosen brief."""
        event.stop()
        self._pick()

    def on_input_field_left(self, event: InputField.Left) -> None:
        """Pick nothing."""
        event.stop()
        self.post_message(self.Left())

    def on_input_field_stepped(self, event: InputField.Stepped) -> None:
        """Move in the list while the filter is typed."""
        event.stop()
        self.library.step_soon(event.step)

    def on_library_list_chosen(self, event: LibraryList.Chosen) -> None:
        """Pick the chosen brief."""
        event.stop()
        self._pick()

    def _pick(self) -> None:
        if self.library.shown_rows:
            self.post_message(self.Picked(self.library.shown_rows[self.library.index]))

    def action_change_focus(self) -> None:
        """Go from the field to the list, or back."""
        self.set_focus(self.library if self.focused is self.field else self.field, scroll_visible=False)

    def action_leave(self) -> None:
        """Pick nothing."""
        self.post_message(self.Left())
