"""A question over the screen: what it is about, and the two answers with their keys."""

from __future__ import annotations

from textual.app import ComposeResult

from briefing.tui.drawing.dialogs import Question, question_document
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.screens.overlay import Edges, Overlay
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.sheet_pane import Pane


class QuestionScreen(Overlay[bool]):
    """Asks a question. Its result is the answer."""

    BINDINGS = bindings(Where.QUESTION)

    def __init__(self, question: Question, keys: tuple[str, str], role_styles: RoleStyles, edges: Edges) -> None:
        """Make it; `keys` are those of yes and of no, as people write them."""
        super().__init__(edges, ((keys[0], question.yes), (keys[1], question.no)))
        self.pane = Pane("", question.title, role_styles, id="page")
        self.pane.show(question_document(question, keys, role_styles.look))

    def compose(self) -> ComposeResult:
        """Compose the page."""
        yield from super().compose()
        yield self.pane

    def on_mount(self) -> None:
        """Focus the page, which may have to be scrolled."""
        self.pane.focus()

    def action_yes(self) -> None:
        """Answer yes."""
        dismiss_once(self, result=True)

    def action_no(self) -> None:
        """Answer no."""
        dismiss_once(self, result=False)
