"""The one-line field for filter, find and search. Textual's own input costs a layout pass for each key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.base.safe_text import safe_line
from briefing.render.lines import Line, Role, Run
from briefing.render.text.cell_width import cells
from briefing.tui.drawing.field_lines import LONGEST, FieldText, field_line, left_of, typed_line
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.line_widget import LineWidget

_ENDS = frozenset({"home", "end"})
"""Keys that a screen may have for its list, if `ends_are_of_list`."""


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
    ends_are_of_list = False
    """Whether home and end go to the ends of the list below, unless the text is selected."""
    _at = 0
    """The cursor: before so many characters of the text."""
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
        self._edits: Mapping[str, Callable[[str, str], tuple[str, str]]] = {
            "backspace": lambda before, after: (before[: left_of(before)], after),
            "ctrl+h": lambda before, after: (before[: left_of(before)], after),
            "delete": lambda before, after: (before, after[_right(after) :]),
            "ctrl+u": lambda _, after: ("", after),
            "ctrl+k": lambda before, _: (before, ""),
            "ctrl+w": lambda before, after: (_without_word(before, after), after),
            "alt+backspace": lambda before, after: (_without_word(before, after), after),
        }
        """By key, what becomes of the text before the cursor and behind it."""
        self._moves: Mapping[str, Callable[[str, str], int]] = {
            "left": lambda before, _: left_of(before),
            "right": lambda before, after: len(before) + _right(after),
            "home": lambda _before, _after: 0,
            "ctrl+a": lambda _before, _after: 0,
            "end": lambda before, after: len(before + after),
            "ctrl+e": lambda before, after: len(before + after),
        }
        """By key, where the cursor goes, for the text before it and behind it."""

    @property
    def text(self) -> str:
        """The text in the field."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._put(text, "")

    def _put(self, before: str, after: str) -> None:
        """Hold a text, with the cursor inside it."""
        was_selected, self._is_selected = self._is_selected, False
        before = safe_line(before)[: max(0, LONGEST - len(after))]
        text = (before + after)[:LONGEST]
        self._at = min(len(before), len(text))
        if text != self._text:
            self._text, self._is_done = text, False
            self.post_message(self.Changed(self, text, was_selected))
        else:
            self.refresh()

    def clear(self) -> None:
        """Empty the field without posting `Changed`."""
        self._text = self._note = ""
        self._at, self._is_selected = 0, False
        self.refresh()

    def begin_with(self, text: str, note: str) -> None:
        """Hold a text without posting `Changed`, with what was found for it."""
        self._text, self._note = safe_line(text)[:LONGEST], note
        self._at, self._is_selected = len(self._text), False
        self.refresh()

    def select_all(self) -> None:
        """Select the whole text: the next letter replaces it, an arrow key or end keeps it."""
        self._is_selected = bool(self._text)
        self.refresh()

    @property
    def _kept(self) -> tuple[str, str]:
        """The text before the cursor and behind it that the next edit leaves: nothing if it is selected."""
        return ("", "") if self._is_selected else (self._text[: self._at], self._text[self._at :])

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
        """Draw the field; of a long text the part around the cursor is visible."""
        return self.strip(self._line()) if y == 0 else self.blank()

    def _line(self) -> Line:
        look = self.role_styles.look
        if not self._text and (self.placeholder_stays or not self.has_focus):
            prompt, placeholder = field_line(self._prompt, self._placeholder)
            return (prompt, Run(look.say("▏") if self.has_focus else "", Role.ACCENT), placeholder)
        held = FieldText(self._text, self._at, self._note, self.end(self.columns), is_selected=self._is_selected)
        return typed_line(self._prompt, held, self.columns, look, has_focus=self.has_focus)

    def on_key(self, event: events.Key) -> None:
        """Edit the text. Every printable key is text here."""
        if event.key == "enter":
            self._finish()
        elif event.key == "escape":
            if not self.escape_keeps_text:
                self.text = ""
            self.post_message(self.Left(self))
        elif event.key in self._edits:
            self._put(*self._edits[event.key](*self._kept))
        elif event.key in {"up", "down"}:
            self._deselect()
            self.post_message(self.Stepped(self, 1 if event.key == "down" else -1))
        elif self._is_move(event.key):
            self._at = self._moves[event.key](self._text[: self._at], self._text[self._at :])
            self._deselect()
        elif event.is_printable and event.character:
            before, after = self._kept
            self._put(before + event.character, after)
        else:
            return
        event.stop()
        event.prevent_default()

    def _finish(self) -> None:
        self._is_done = self.enter_waits_for_results and self._text != self._answered
        if not self._is_done:
            self.post_message(self.Done(self))

    def _is_move(self, key: str) -> bool:
        """Whether a key moves the cursor. In a selected text it goes on from one of its ends."""
        return key in self._moves and (self._is_selected or not self.ends_are_of_list or key not in _ENDS)

    def on_paste(self, event: events.Paste) -> None:
        """Add a paste as one line, up to the length of a field."""
        event.stop()
        before, after = self._kept
        self._put(before + " ".join(event.text[:LONGEST].split()), after)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Claim keys for the text before they act as bindings elsewhere."""
        text = character is not None and character.isprintable() and "+" not in key
        return text or self._is_move(key) or key in self._edits or key in {"enter", "escape", "up", "down", "space"}

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()


def _right(after: str) -> int:
    """Return the length of the first character of a text, with the signs that stand over it."""
    at = min(1, len(after))
    while at < len(after) and not cells(after[at]):
        at += 1
    return at


def _without_word(before: str, after: str) -> str:
    """Return a text without its last word, and without the blank before that unless something follows."""
    bare = before.rstrip()
    left = bare[: len(bare) - len(bare.rpartition(" ")[2])]
    return left if after else left.rstrip()
