"""What controllers ask of the app: the screens, and what lies over them. Tests of a controller give another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from textual.screen import Screen

from briefing.render.lines import Target
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.drawing.choices import Choice
from briefing.tui.drawing.dialogs import Question
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.drawing.title_bar import TitleBar
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.screens.source_text import SourceTextScreen


class View(Protocol):
    """The screens of the reader. Only the event loop may call it."""

    reading_screen: ReadingScreen
    """The list and the panes."""
    source_text_screen: SourceTextScreen
    """The saved text, over the panes."""

    @property
    def is_running(self) -> bool:
        """False before the first paint and once the app ends."""

    @property
    def is_on_reading_screen(self) -> bool:
        """True while no page, no saved text and no search lies over the reading screen."""

    @property
    def is_in_source_text(self) -> bool:
        """True while the saved text is on top."""

    @property
    def has_source_text(self) -> bool:
        """True while the saved text is open, also under a page."""

    @property
    def item(self) -> Target | None:
        """The item that the cursor is on: in the saved text the cite that is shown. None: no item."""

    def tell(self, sentence: str) -> None:
        """Show a sentence in the last row until the next key."""

    def title_bar(self) -> TitleBar:
        """Return what the bar of the first row says: title, place in the list, what is wrong, marking."""

    def update_title_bar(self) -> None:
        """Draw the first row anew."""

    def open_page(
        self,
        title: str,
        document: Document,
        chosen: Callable[[Target | None], None] | None = None,
        *others: Document,
    ) -> None:
        """Lay a page over the screen; `chosen` gets the item that ended it, or None. A key leads to the others."""

    def ask(self, question: Question, do: Callable[[], None]) -> None:
        """Lay a question over the screen; `do` is called if the answer is yes."""

    def open_menu(self, title: str, choices: Sequence[Choice], chosen: Callable[[int], object]) -> None:
        """Lay a menu over the screen; `chosen` gets the index of the choice, and may return something to wait for."""

    def open_source_text(self, left: Callable[[Target | None], None]) -> None:
        """Lay the saved text over the panes; `left` gets the source to go to, or None."""

    def add_search(self, screen: Screen[HitTarget | None]) -> None:
        """Take the search screen, so that it keeps what was typed while it is closed."""

    def open_search(self, chosen: Callable[[HitTarget | None], None]) -> None:
        """Lay the search screen over the panes; `chosen` gets where the chosen hit leads, or None."""

    def selected_text(self) -> str | None:
        """Return what is selected with the mouse."""

    def copy_to_clipboard(self, text: str) -> None:
        """Send a text to the terminal's clipboard."""

    def suspend(self) -> AbstractContextManager[None]:
        """Give the terminal to another program for the length of a `with` block.

        Raises:
            SuspendNotSupported: this terminal cannot be lent.

        """

    def after_paint(self, do: Callable[[], object]) -> None:
        """Call this once the screen is painted, or after a second."""
