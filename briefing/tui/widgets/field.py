"""The one-line field for filter, find and search. Textual's own input costs a layout pass for each key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.base.safe_text import safe_line
from briefing.render.lines import Line, Role, Run
from briefing.render.sheet_builder import spread_line
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.chrome_lines import field_line
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget

LONGEST = 1000
"""Characters that a field holds; the rest of a longer paste is dropped."""


_KEEPS = frozenset({"left", "right", "home", "end"})
"""Keys that keep a selected text, beside up and down."""


class InputField(LineWidget, can_focus=True):
    """A line of text to type into. Says what it holds, and when the reader is done."""

    @dataclass
    class Changed(Message):
        """The text changed. `draw` paints it together with what was found for it, so that a key is one frame."""

        field: InputField
        text: str
        is_new: bool = False
        """Whether it replaced a selected text."""

    @dataclass
    class Done(Message):
        """The reader pressed enter. With `enter_waits_for_results`, the results for the text are shown by now."""

        field: InputField

    @dataclass
    class Left(Message):
        """The reader pressed escape. The field is empty now, unless `escape_keeps_text` is set."""

        field: InputField

    @dataclass
    class Stepped(Message):
        """The reader pressed down (1) or up (-1)."""

        field: InputField
        step: int

    escape_keeps_text = False
    """Whether the text stays after escape."""
    placeholder_stays = False
    """Whether an empty field shows its placeholder with the focus as well."""
    enter_waits_for_results = False
    """Whether enter waits until the results for the text are shown: until then the screen shows other ones."""
    _answered: str | None = ""
    """The text whose results were shown last. None: other results are coming."""
    _is_done = False
    """Whether enter was pressed and waits for results."""
    _is_selected = False
    """Whether the whole text is selected: the next letter replaces it."""

    def __init__(self, prompt: str, placeholder: str, role_styles: RoleStyles, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(role_styles, id=id)
        self._prompt = prompt
        self._placeholder = placeholder
        """What an empty field shows while it has no focus."""
        self._text = ""
        self._note = ""
        self.end: Callable[[int], str] = lambda _columns: ""
        """Returns what stands right of the note in a field of so many columns, however long the text is."""
        self._edits: dict[str, Callable[[str], str]] = {
            "backspace": lambda text: text[:-1],
            "ctrl+h": lambda text: text[:-1],
            "ctrl+u": lambda _: "",
            "ctrl+w": lambda text: text.rstrip().rpartition(" ")[0],
            "alt+backspace": lambda text: text.rstrip().rpartition(" ")[0],
        }

    @property
    def text(self) -> str:
        """The text in the field."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        was_selected, self._is_selected = self._is_selected, False
        text = safe_line(text)[:LONGEST]
        if text != self._text:
            self._text, self._is_done = text, False
            self.post_message(self.Changed(self, text, was_selected))

    def clear(self) -> None:
        """Empty the field without posting `Changed`."""
        self._text = self._note = ""
        self._is_selected = False
        self.refresh()

    def begin_with(self, text: str, note: str) -> None:
        """Hold a text without posting `Changed`, with what was found for it."""
        self._text, self._note = safe_line(text)[:LONGEST], note
        self._is_selected = False
        self.refresh()

    def select_all(self) -> None:
        """Select the whole text: the next letter replaces it, an arrow key or end keeps it."""
        self._is_selected = bool(self._text)
        self.refresh()

    @property
    def _kept(self) -> str:
        """The part of the text that the next edit leaves: nothing if it is selected."""
        return "" if self._is_selected else self._text

    def _deselect(self) -> None:
        self._is_selected = False
        self.refresh()

    def draw(self, note: str) -> None:
        """Draw the text, and `note` at the right end, such as the number of results."""
        self._note = note
        self.refresh()

    def expect_answer(self) -> None:
        """Let enter wait for results, since other ones are coming for the same text."""
        self._answered = None

    def answer(self, text: str, note: str) -> None:
        """Draw `text` with its results shown; if enter was pressed for it meanwhile, post `Done` now."""
        self._answered = text
        self.draw(note)
        if self._is_done and text == self._text:
            self._is_done = False
            self.post_message(self.Done(self))

    def strip_at(self, y: int) -> Strip:
        """Draw the field; the end of a long text stays visible."""
        return self.strip(self._line()) if y == 0 else self.blank()

    def _line(self) -> Line:
        prompt, placeholder = field_line(self._prompt, self._placeholder)
        if not self._text and (self.placeholder_stays or not self.has_focus):
            look = self.role_styles.look
            return (prompt, Run(look.say("▏") if self.has_focus else "", Role.ACCENT), placeholder)
        end = self.end(self.columns)
        said = f"{self._note}   {end}" if self._note and end else self._note or end
        room = max(1, self.columns - cells(prompt.text) - cells(said) - 4)
        seen = self._text
        while cells(seen) > room:
            seen = seen[1:]
        look = self.role_styles.look
        is_lit = self._is_selected and self.has_focus
        cursor = Run(look.say("▏") if self.has_focus and not is_lit else "", Role.ACCENT)
        note = (Run(f"{said} ", Role.META),)
        words = Run(seen, Role.HIT if is_lit else Role.STRONG)
        return spread_line((prompt, words, cursor), note, self.columns, look.signs.ellipsis)

    def on_key(self, event: events.Key) -> None:
        """Edit the text. Every printable key is text here."""
        if event.key == "enter":
            self._finish()
        elif event.key == "escape":
            if not self.escape_keeps_text:
                self.text = ""
            self.post_message(self.Left(self))
        elif event.key in self._edits:
            self.text = self._edits[event.key](self._kept)
        elif event.key in {"up", "down"}:
            self._deselect()
            self.post_message(self.Stepped(self, 1 if event.key == "down" else -1))
        elif event.key in _KEEPS and self._is_selected:
            self._deselect()
        elif event.is_printable and event.character:
            self.text = self._kept + event.character
        else:
            return
        event.stop()
        event.prevent_default()

    def _finish(self) -> None:
        self._is_done = self.enter_waits_for_results and self._text != self._answered
        if not self._is_done:
            self.post_message(self.Done(self))

    def on_paste(self, event: events.Paste) -> None:
        """Add a paste as one line, up to the length of a field."""
        event.stop()
        self.text = self._kept + " ".join(event.text[:LONGEST].split())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Claim keys for the text before they act as bindings elsewhere."""
        text = character is not None and character.isprintable() and "+" not in key
        keeps = self._is_selected and key in _KEEPS
        return text or keeps or key in self._edits or key in {"enter", "escape", "up", "down", "space"}

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
