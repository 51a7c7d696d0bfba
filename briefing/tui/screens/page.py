"""A page over the screen: the keys, problems, what rests on a source, what another program printed."""

from __future__ import annotations

from collections import deque

from textual.app import ComposeResult

from briefing.render.lines import Target, TargetKind
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.screens.overlay import Edges, Overlay
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.sheet_pane import Pane


class PageScreen(Overlay[Target | None]):
    """One pane over the screen. Its result is the item that the reader chose, or None."""

    BINDINGS = bindings(Where.PAGE)

    def __init__(
        self, title: str, document: Document, role_styles: RoleStyles, edges: Edges, *others: Document
    ) -> None:
        """Show a document; the key `page.next` goes on to the others, and after the last one to the first again."""
        super().__init__(edges)
        self._documents = deque((document, *others))
        self.pane = Pane("", title, role_styles, id="page")
        self.pane.show(document)

    def compose(self) -> ComposeResult:
        """Compose the page."""
        yield from super().compose()
        yield self.pane

    def on_mount(self) -> None:
        """Focus the page."""
        self.pane.focus()

    def on_pane_followed(self, event: Pane.Followed) -> None:
        """End with the chosen item."""
        event.stop()
        dismiss_once(self, event.target)

    def action_next(self) -> None:
        """Show the next document, if there are several."""
        self._documents.rotate(-1)
        self.pane.show(self._documents[0])
        self.pane.refresh(layout=True)  # it is as high as what it shows

    def action_edit(self) -> None:
        """End with the chosen problem, to edit its file."""
        if self.pane.item is not None and self.pane.item.kind is TargetKind.PROBLEM:
            dismiss_once(self, self.pane.item)

    def action_close(self) -> None:
        """End without a choice."""
        dismiss_once(self, None)
