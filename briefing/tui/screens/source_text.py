"""The screen of a saved text: over the panes, or on a wide screen beside the pane that it was opened from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.geometry import Size as TextualSize
from textual.layout import DockArrangeResult
from textual.message import Message

from briefing.render.cited import Cited
from briefing.render.lines import Target
from briefing.render.symbols import Look
from briefing.tui.data.targets import target_of
from briefing.tui.drawing.layout import Rectangle, Size, foot_rectangle, is_beside
from briefing.tui.drawing.title_bar import TitleBar
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings, hints
from briefing.tui.screens.arrangement import Arrangement, covered
from briefing.tui.screens.dismiss import dismiss_once
from briefing.tui.screens.find_line import FindLine
from briefing.tui.screens.overlay import Edges, Overlay
from briefing.tui.textual_compat import PlacedScreen
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import ScreenBars
from briefing.tui.widgets.field import InputField
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.sheet_pane import Pane
from briefing.tui.widgets.source_view import SourceTextView

_BESIDE = "-beside"
"""The class of the screen while a pane stays visible beside it."""


class SourceTextScreen(PlacedScreen[Target | None]):
    """Shows the cites of an item in the saved text. Its result is the source or claim to go to in its pane, or None."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(Where.SOURCE_TEXT)

    @dataclass
    class ClaimsAsked(Message):
        """The reader wants to see the items that rest on one line, of which there are several."""

        targets: tuple[Target, ...]

    cited: Cited
    """The cite that is shown. Not set before the first `open`."""
    _rectangles_at: Callable[[Size], Mapping[str, Rectangle]]
    """Returns where the parts are at a size of the terminal; the reading screen says where it leaves room."""

    def __init__(self, role_styles: RoleStyles) -> None:
        super().__init__(id="passage")
        self._arrangement = Arrangement(self, self._places)
        self.text_view = SourceTextView("", "", role_styles, id="text")
        self._find_line = FindLine(self.text_view, role_styles)
        self._find = self._find_line.found
        self._bars = ScreenBars(role_styles, lambda: self._find.progress or self._count())

    def compose(self) -> ComposeResult:
        """Compose the parts."""
        yield from self.parts

    def arrange(self, size: TextualSize, _optimal: bool = False) -> DockArrangeResult:
        """Place the parts. Textual calls this whenever it lays out the screen, and at other times."""
        return self._arrangement.at(size)

    def _places(self, size: Size) -> Mapping[str, Rectangle]:
        rectangles = self._rectangles_at(size)
        self.set_class(is_beside(size, rectangles), _BESIDE)
        foot = foot_rectangle(size, self._bars.rows(size.columns))
        last = self._find_line.last_row(foot)
        others = {name: place for name, place in rectangles.items() if name != "foot"}
        return {**covered(("text",), size), **others, **last}

    def open(
        self,
        cited: Cited,
        look: Look,
        title_bar: TitleBar,
        rectangles_at: Callable[[Size], Mapping[str, Rectangle]],
    ) -> None:
        """Show a cite in the rectangles that are returned for a size; panes beside them stay visible."""
        size = Size(*self.app.size)
        self._rectangles_at = rectangles_at
        self._find_line.is_open = False
        if self._find.query:  # else the text may not be on the screen yet
            self._find.seek("")
        self.refresh(layout=True)
        self.set_class(is_beside(size, rectangles_at(size)), _BESIDE)
        self._bars.set_title_bar(title_bar)
        self._show(cited, look)

    def renew(self, cited: Cited, look: Look, title_bar: TitleBar) -> None:
        """Show the same cite with what is known of it now."""
        self.cited = cited
        self._bars.set_title_bar(title_bar)
        self.text_view.open(cited, look, again=True)
        self._find.renew()

    def _show(self, cited: Cited, look: Look) -> None:
        self.cited = cited
        self.text_view.open(cited, look)
        self._find.start_over()
        self._bars.foot.refresh()

    @property
    def target(self) -> Target:
        """The target of the cite that is shown."""
        return self.cited.target._replace(cite=self.cited.index if self.cited.cites else None)

    def say(self, sentence: str) -> None:
        """Show a message in the last rows until the next key."""
        columns = self.app.size.width
        before = self._bars.rows(columns)
        self._bars.say(sentence)
        if self._bars.rows(columns) != before:
            self.refresh(repaint=False, layout=True)

    @property
    def parts(self) -> tuple[LineWidget, ...]:
        """All widgets of the screen."""
        return (self._bars.title, self.text_view, self._bars.foot, self._find_line.field)

    def apply_styles(self, role_styles: RoleStyles) -> None:
        """Draw everything in these styles."""
        for part in self.parts:
            part.role_styles = role_styles

    def on_screen_suspend(self) -> None:
        """Show the keys of what lies over this screen."""
        over = self.app.screen
        if isinstance(over, Overlay):
            self._bars.cover(over.keys, over.note)
            over.refresh_edges()

    @property
    def edges(self) -> Edges:
        """The bars that stay visible under a page."""
        return Edges((self._bars.title,), (self._bars.foot,))

    def on_screen_resume(self) -> None:
        """Focus the text."""
        self._find_line.close(self)
        self._bars.uncover()
        self._bars.show_hints(hints((each.binding.id, key) for key, each in self.active_bindings.items()))

    def _count(self) -> str:
        cites = len(self.cited.cites)
        return f"cite {self.cited.index + 1} of {cites}" if cites > 1 else ""

    def on_pane_followed(self, event: Pane.Followed) -> None:
        """Show the cite of another quote in the text, or leave for a source or a claim."""
        event.stop()
        if event.target.cite is not None:
            self._show(replace(self.cited, target=event.target), self.text_view.role_styles.look)
        else:
            dismiss_once(self, event.target)

    def action_claim(self) -> None:
        """Go to what else rests on the line under the cursor, or list it; where nothing does, go to the source."""
        quoting = self.text_view.quoting
        if not quoting:
            self.action_source()
        elif len(quoting) == 1:
            dismiss_once(self, quoting[0])
        else:
            self.post_message(self.ClaimsAsked(quoting))

    def action_next(self, step: int) -> None:
        """Go to the next hit of find (1) or the previous one (-1); without find to the next cite."""
        if not self._find.query:
            self._show_sibling(step)
        elif self._find.step(step, self.text_view) is None:
            self.say(f"“{self._find.query}” is not in this text; F searches all of them")
        self._bars.foot.refresh()

    def _show_sibling(self, step: int) -> None:
        """Show the next cite of the item (1) or the previous one (-1); after the last comes the first."""
        siblings = self.cited.siblings
        if len(siblings) < 2:  # noqa: PLR2004 - only the one that is shown
            self.say("this item cites nothing else")
        else:
            target = siblings[(self.cited.index + step) % len(siblings)]
            self._show(replace(self.cited, target=target), self.text_view.role_styles.look)

    # find

    def action_find(self) -> None:
        """Ask for words to find in the saved text."""
        self._find_line.open(self)

    def on_input_field_changed(self, event: InputField.Changed) -> None:
        """Highlight what was typed so far."""
        event.stop()
        self._find_line.seek(event.text)

    def on_input_field_done(self, event: InputField.Done) -> None:
        """Go to the first hit."""
        event.stop()
        self._find_line.close(self)
        if self._find.query:
            self.action_next(1)

    def on_input_field_left(self, event: InputField.Left) -> None:
        """Go back to the text."""
        event.stop()
        self._find_line.close(self)

    def action_leave(self) -> None:
        """Leave find if words are highlighted by it; else go back to the reading screen."""
        if self._find.query:
            self._find.seek("")
            self._bars.foot.refresh()
        else:
            self.action_back()

    def action_back(self) -> None:
        """Go back to the reading screen."""
        dismiss_once(self, None)

    def action_source(self) -> None:
        """Go to the source of the cite in the Sources pane."""
        source = self.cited.speaker or self.cited.source
        dismiss_once(self, target_of(source) if source else None)
