"""Find in the text of a screen: the words are typed in its last row, and keys step through the hits."""

from __future__ import annotations

from typing import TypeVar

from briefing.tui.drawing.layout import Rectangle
from briefing.tui.textual_compat import PlacedScreen
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.field import InputField
from briefing.tui.widgets.find import FindInBrief
from briefing.tui.widgets.sheet_pane import Pane

_Result = TypeVar("_Result")


class FindLine:
    """The field in the last row of a screen that shows one text, and what was found."""

    def __init__(self, text: Pane, role_styles: RoleStyles) -> None:
        self._text = text
        self.found = FindInBrief([text])
        """What is found, and which hit is the current one."""
        self.field = InputField("/", "find", role_styles, id="find")
        self.is_open = False
        """Whether the words to find are being typed, in the last row."""

    def last_row(self, place: Rectangle) -> dict[str, Rectangle]:
        """Return what stands in the last row: the field, or the keys."""
        return {"find" if self.is_open else "foot": place}

    def open(self, screen: PlacedScreen[_Result]) -> None:
        """Ask for words to find."""
        self.field.clear()
        self.is_open = True
        screen.refresh(layout=True)
        screen.set_focus(self.field, scroll_visible=False)

    def close(self, screen: PlacedScreen[_Result]) -> None:
        """Go back to the text."""
        self.is_open = False
        screen.refresh(layout=True)
        screen.set_focus(self._text, scroll_visible=False)

    def seek(self, words: str) -> None:
        """Highlight what was typed so far."""
        self.found.seek(words)
        self.field.draw(self.found.progress)
