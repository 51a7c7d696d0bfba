"""What the editing asks of the app, besides what the other controllers ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from briefing.render.lines import Target
from briefing.tui.screens.text_to_brief import TextToBriefScreen


class EditView(Protocol):
    """The screen over the panes while a brief is edited."""

    text_screen: TextToBriefScreen
    """The text that is briefed, over the panes."""

    @property
    def has_text(self) -> bool:
        """True while the text that is briefed is open, also under a page."""

    def open_text(self, left: Callable[[Target | None], None]) -> None:
        """Lay the text that is briefed over the panes; `left` gets the item to go to, or None."""

    def ask_words(self, title: str, words: str, do: Callable[[str], None]) -> None:
        """Ask for other words, beginning with those that there are; `do` gets what was typed."""
