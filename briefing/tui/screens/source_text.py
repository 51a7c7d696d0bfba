"""Owns the screen of a passage: over the panes, or beside the one that the reader came from where there is room."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from briefing.render.cited import Cited
from briefing.render.lines import Line, Target, TargetKind
from briefing.render.symbols import Look
from briefing.tui.data.targets import target_of
from briefing.tui.drawing.layout import COLUMN_CLASSES, ROW_CLASSES
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings, hints
from briefing.tui.panes import LIBRARY
from briefing.tui.screens.dismiss import end
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.theme.styles import Dress
from briefing.tui.widgets.bars import Edges
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.sheet_pane import Pane
from briefing.tui.widgets.source_view import PassageView


class PassageScreen(Screen[Target | None]):
    """One cite after the other in the saved text. Ends with the source to go to in the Sources pane, or with None."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = COLUMN_CLASSES
    VERTICAL_BREAKPOINTS = ROW_CLASSES
    BINDINGS = bindings(Where.PASSAGE)

    cited: Cited
    """What is shown; from the first opening on."""

    def __init__(self, dress: Dress) -> None:
        super().__init__(id="passage")
        self.view = PassageView("", "", dress, id="text")
        self._edges = Edges(dress, self._count)

    def compose(self) -> ComposeResult:
        """Show the text between the masthead and the last row."""
        yield self._edges.mast
        yield Widget(classes="beside")
        yield self.view
        yield Widget(classes="beside after")
        yield self._edges.foot

    def open(self, cited: Cited, look: Look, mast: tuple[Line, Line], desk: ReadingScreen) -> None:
        """Show a cite; the pane of the desk that the reader is in stays in sight where there is room."""
        self.set_class(desk.current in {"summary", LIBRARY}, "-on-the-right")
        for _, name in (*self.HORIZONTAL_BREAKPOINTS, *self.VERTICAL_BREAKPOINTS):
            self.set_class(desk.has_class(name), name)  # Textual would tell after the first frame
        self._edges.head(*mast)
        self._show(cited, look)

    def renew(self, cited: Cited, look: Look, mast: tuple[Line, Line]) -> None:
        """Show the same cite as it is now."""
        self.cited = cited
        self._edges.head(*mast)
        self.view.open(cited, look, again=True)

    def _show(self, cited: Cited, look: Look) -> None:
        self.cited = cited
        self.view.open(cited, look)
        self._edges.foot.refresh()

    @property
    def target(self) -> Target:
        """The cite that is shown."""
        return self.cited.target._replace(cite=self.cited.index if self.cited.cites else None)

    def say(self, sentence: str) -> None:
        """Tell the reader something in the last row until the next key."""
        self._edges.say(sentence)

    @property
    def parts(self) -> tuple[LineWidget, ...]:
        """Everything that is drawn."""
        return (self._edges.mast, self.view, self._edges.foot)

    def dress_in(self, dress: Dress) -> None:
        """Draw everything anew in another dress."""
        for part in self.parts:
            part.dress = dress

    def on_screen_resume(self) -> None:
        """Let the text listen."""
        self.set_focus(self.view, scroll_visible=False)
        active = self.active_bindings.items()
        self._edges.turn("sources", hints((each.binding.id, key) for key, each in active))

    def _count(self) -> str:
        cites = len(self.cited.cites)
        return f"cite {self.cited.index + 1} of {cites}" if cites > 1 else ""

    def on_pane_followed(self, event: Pane.Followed) -> None:
        """Go from a neighbouring quote to its cite."""
        event.stop()
        if event.target.cite is not None:
            self._show(replace(self.cited, target=event.target), self.view.dress.look)
        elif event.target.kind is TargetKind.SOURCE:
            end(self, event.target)

    def action_cite(self, step: int) -> None:
        """Show the next cite of the item, or the one before; around the end."""
        siblings = self.cited.siblings
        if len(siblings) < 2:  # noqa: PLR2004 - the one that is shown
            self.say("this item cites nothing else")
        else:
            target = siblings[(self.cited.index + step) % len(siblings)]
            self._show(replace(self.cited, target=target), self.view.dress.look)

    def action_back(self) -> None:
        """Go back to where the reader was."""
        end(self, None)

    def action_source(self) -> None:
        """Go to the source in the Sources pane."""
        source = self.cited.speaker or self.cited.source
        end(self, target_of(source) if source else None)
