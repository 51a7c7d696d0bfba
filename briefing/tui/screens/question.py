"""A question over the screen: what it is about, and the two answers with their keys."""

from __future__ import annotations

from textual.app import ComposeResult

from briefing.render.lines import Line
from briefing.tui.drawing.dialogs import Question, QuestionKeys, heading_bar, question_document
from briefing.tui.drawing.layout import PaneView
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.screens.overlay import Edges, Overlay
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import Bar
from briefing.tui.widgets.sheet_pane import Pane


class QuestionScreen(Overlay[bool]):
    """Asks a question. Its result is the answer."""

    BINDINGS = bindings(Where.QUESTION)

    def __init__(self, question: Question, keys: QuestionKeys, role_styles: RoleStyles, edges: Edges) -> None:
        super().__init__(edges, ((keys.yes, question.yes), (keys.no, question.no)), question.note)
        self._title, self._key = question.title, keys.asked_by
        self._heading = Bar(self._draw_heading, role_styles, id="heading")
        self.pane = Pane("", "", role_styles, id="page")
        self.pane.view_of = lambda: PaneView(has_heading=False)
        self.pane.show(question_document(question, keys, role_styles.look))

    def compose(self) -> ComposeResult:
        """Compose the page."""
        yield from super().compose()
        yield self._heading
        yield self.pane

    def _draw_heading(self, width: int, _y: int) -> Line:
        return heading_bar(self._title, self._key, width, self._heading.role_styles.look)

    def on_mount(self) -> None:
        """Focus the page, which may have to be scrolled."""
        self.pane.focus()

    def action_yes(self) -> None:
        """Answer yes."""
        dismiss_once(self, result=True)

    def action_no(self) -> None:
        """Answer no."""
        dismiss_once(self, result=False)
