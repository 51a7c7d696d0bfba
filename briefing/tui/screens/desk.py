"""Owns the desk that briefs lie on: its parts, which of them are seen, and which one listens."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.widget import Widget

from briefing.render.lines import Line
from briefing.tui.data.brief_rows import Shelf
from briefing.tui.drawing.sheet_cache import Subject
from briefing.tui.keys.actions import FIELD_HINTS
from briefing.tui.keys.bindings import hints
from briefing.tui.panes import LIBRARY, NAMES, PANES
from briefing.tui.theme.styles import Dress
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.brief_list import LibraryList
from briefing.tui.widgets.edges import Edges
from briefing.tui.widgets.field import Field
from briefing.tui.widgets.find import Search
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.sheet_pane import Pane


class Desk(Screen[None]):
    """The list and the four panes, with a bar above and one below."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-broad"), (160, "-wide")]  # noqa: RUF012 - Textual's way
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-usual"), (32, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = ""

    def __init__(self, shelf: Shelf, dress: Dress) -> None:
        super().__init__(id="reading")
        self._current = "summary"
        self.library = LibraryList(shelf.row, dress, id=LIBRARY, classes="pane")
        self.library.prepare = shelf.prepare
        self.panes = {name: Pane(digit, title, dress, id=name, classes="pane") for name, digit, title in PANES}
        self._filter = Field("f", "filter", dress, id="filter")
        self._find = Field("/", "find", dress, id="find")
        self._search = Search(list(self.panes.values()))
        self._edges = Edges(dress, lambda: self._search.said)

    def compose(self) -> ComposeResult:
        """Lay the parts out in the order in which the grid takes them."""
        yield self._edges.mast
        yield self._edges.tabs
        yield self._filter
        yield self.panes["summary"]
        yield self.panes["figures"]
        yield self.library
        yield self.panes["timeline"]
        yield self.panes["sources"]
        yield self._edges.foot
        yield self._find

    def on_mount(self) -> None:
        """Let the part listen that keys typed during the start have chosen, else the summary."""
        self._mark()
        if self.focused is None:  # else a key has opened a field already, which goes on listening
            self._turn_to(self._current)

    def begin_in(self, name: str) -> None:
        """Let the reader begin in this part when the desk is first laid out."""
        self._current = name
        self._set_classes(update=False)  # styles are made for it once, when it is there

    @property
    def parts(self) -> tuple[LineWidget, ...]:
        """Everything that is drawn."""
        edges = self._edges
        return (edges.mast, edges.tabs, self._filter, *self.panes.values(), self.library, edges.foot, self._find)

    @property
    def current(self) -> str:
        """Name of the part that the reader is in."""
        return self._current

    @property
    def folded(self) -> bool:
        """Whether the list is out of sight until it is gone to."""
        return self.has_class("-narrow") or self.has_class("-medium")

    @property
    def pane(self) -> Pane | None:
        """The pane that the reader is in, or None in the library."""
        return self.panes.get(self._current)

    def dress_in(self, dress: Dress) -> None:
        """Draw everything anew in another dress."""
        for part in self.parts:
            part.dress = dress

    def show(self, subjects: Mapping[str, Subject], mast: tuple[Line, Line]) -> None:
        """Show a brief in the panes."""
        for name, pane in self.panes.items():
            pane.show(subjects[name])
        self._search.start_over()
        self._edges.head(*mast)
        self.say("")

    def renew(self, subjects: Mapping[str, Subject], mast: tuple[Line, Line]) -> None:
        """Show more of the same brief, or a changed one; the reader stays where they are."""
        for name, pane in self.panes.items():
            pane.show(subjects[name])
        self._search.renew()
        self._edges.head(*mast)

    def remast(self, mast: tuple[Line, Line]) -> None:
        """Change what the masthead says."""
        self._edges.head(*mast)

    def say(self, sentence: str) -> None:
        """Tell the reader something in the last row until the next key."""
        self._edges.say(sentence)

    def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Go to the tab under the mouse."""
        name = self._edges.tab_at(event.x) if event.bar is self._edges.tabs else None
        if name is not None:
            self._turn_to(name)

    # which part listens

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, however it got there; it may have gone on since this was posted."""
        if event.widget is not self.focused:
            return
        name = LIBRARY if event.widget is self._filter else event.widget.id
        if name in NAMES:
            self._current = name
            self._mark()

    def _set_classes(self, *, update: bool = True) -> None:
        for name, part in ((LIBRARY, self.library), *self.panes.items()):
            part.set_class(name == self._current, "-on", update=update)
            self.set_class(name == self._current, f"-at-{name}", update=update)

    def _mark(self) -> None:
        self._set_classes()
        if self.focused is self._filter:
            self._edges.turn(self._current, FIELD_HINTS)
        else:
            self._tell_keys(self.active_bindings)

    def _tell_keys(self, active: Mapping[str, ActiveBinding]) -> None:
        told = hints((each.binding.id, key) for key, each in active.items())
        self._edges.turn(self._current, told)

    def on_screen_suspend(self) -> None:
        """Tell the keys of the page that lies over the desk."""
        self._tell_keys(self.app.screen.active_bindings)

    def on_screen_resume(self) -> None:
        """Tell the keys of the part that listens again."""
        self._mark()

    def _turn_to(self, name: str) -> None:
        part: Widget = self.panes.get(name, self.library)
        if not part.display or self._current != name:
            self._current = name
            self._mark()
        self.set_focus(part, scroll_visible=False)

    def go_to(self, name: str) -> None:
        """Let a part listen."""
        self._turn_to(name)

    def action_pane(self, name: str) -> None:
        """Go to a pane; zoom it when the reader is there already."""
        if self._current == name and self.focused is not self._filter:
            self.action_zoom()
        else:
            self._turn_to(name)

    def action_beside(self, step: int) -> None:
        """Go to the pane after this one, or before."""
        names = NAMES[1:] if self.has_class("-medium") else NAMES
        at = names.index(self._current) if self._current in names else 0 if step < 0 else -1
        self._turn_to(names[(at + step) % len(names)])

    def action_zoom(self) -> None:
        """Show this pane alone, or all of them again."""
        self.toggle_class("-zoom")
