"""Owns the screen that briefs are read on: which parts are seen, which one listens, find, filter and zoom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from briefing.tui.bar import Bar
from briefing.tui.field import Field
from briefing.tui.keys import Where, bindings, hints
from briefing.tui.librarylist import LibraryList
from briefing.tui.linewidget import LineWidget
from briefing.tui.palette import Dress
from briefing.tui.pane import Pane
from briefing.tui.search import Search
from briefing.tui.sheetview import Subject
from briefing.tui.shelf import Shelf
from briefing.typesetting.cells import cells
from briefing.typesetting.frames import footer, masthead, tabs
from briefing.typesetting.lines import Line, Role, Run

LIBRARY = "library"
PANES = (
    ("summary", "1", "Summary"),
    ("figures", "2", "Key figures"),
    ("timeline", "3", "Timeline"),
    ("sources", "4", "Sources"),
)
"""Name, key and title of each pane, in the order of the screen."""
_NAMES = (LIBRARY, *(name for name, _, _ in PANES))
_TABS = ("0 Library", *(f"{digit} {title}" for _, digit, title in PANES))
_SHORT_TABS = ("0 Lib", "1 Sum", "2 Fig", "3 Time", "4 Src")
_FOLDED = "-narrow", "-medium"


class ReadingScreen(Screen[None]):
    """The list and the four panes, with a bar above and one below."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-broad"), (160, "-wide")]  # noqa: RUF012 - Textual's way
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-usual"), (32, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = ""
    BINDINGS = bindings(Where.SCREEN)

    @dataclass
    class Filtered(Message):
        """The reader wants only the briefs with these words."""

        words: str

    def __init__(self, shelf: Shelf, dress: Dress) -> None:
        super().__init__(id="reading")
        self._dress = dress
        self.mast: tuple[Line, Line] = ((), ())
        """What the masthead says at its left and at its right."""
        self._notice = ""
        self._hints: list[tuple[str, str]] = []
        self._current = "summary"
        self.library = LibraryList(shelf.row, dress, id=LIBRARY, classes="pane")
        self.panes = {name: Pane(digit, title, dress, id=name, classes="pane") for name, digit, title in PANES}
        self._filter = Field("f", "filter", dress, id="filter")
        self._find = Field("/", "find", dress, id="find")
        self._mast = Bar(self._draw_mast, dress, id="mast")
        self._tabs = Bar(self._draw_tabs, dress, id="tabs")
        self._foot = Bar(self._draw_foot, dress, id="foot")
        self._search = Search(list(self.panes.values()))

    def compose(self) -> ComposeResult:
        """Lay the parts out in the order in which the grid takes them."""
        yield self._mast
        yield self._tabs
        yield self._filter
        yield self.panes["summary"]
        yield self.panes["figures"]
        yield self.library
        yield self.panes["timeline"]
        yield self.panes["sources"]
        yield self._foot
        yield self._find

    def on_mount(self) -> None:
        """Let the summary listen first."""
        self._mark()
        self._turn_to("summary")

    @property
    def parts(self) -> tuple[LineWidget, ...]:
        """Everything that is drawn."""
        return (self._mast, self._tabs, self._filter, *self.panes.values(), self.library, self._foot, self._find)

    @property
    def filter_text(self) -> str:
        """What the list is filtered by."""
        return self._filter.text

    @property
    def current(self) -> str:
        """Name of the part that the reader is in."""
        return self._current

    @property
    def pane(self) -> Pane | None:
        """The pane that the reader is in, or None in the library."""
        return self.panes.get(self._current)

    def dress_in(self, dress: Dress) -> None:
        """Draw everything anew in another dress."""
        self._dress = dress
        for part in self.parts:
            part.dress = dress

    def show(self, subjects: Mapping[str, Subject], mast: tuple[Line, Line]) -> None:
        """Show a brief in the panes."""
        self.mast = mast
        for name, pane in self.panes.items():
            pane.show(subjects[name])
        self._search.start_over()
        self._mast.refresh()
        self.say("")

    def show_filtered(self, count: int) -> None:
        """Say in the filter how many briefs it lets through."""
        self._filter.draw(f"{count:,}" if self._filter.text else "")

    def remast(self, mast: tuple[Line, Line]) -> None:
        """Change what the masthead says."""
        self.mast = mast
        self._mast.refresh()

    def say(self, sentence: str) -> None:
        """Tell the reader something in the last row until the next key."""
        if sentence != self._notice:
            self._notice = sentence
            self._foot.refresh()

    # the bars

    def _draw_mast(self, width: int, y: int) -> Line:
        if y > 0:
            return (Run(self._dress.look.signs.rule * width, Role.RULE),)
        left, right = self.mast
        return (Run("  "), *masthead(left, right, width - 4), Run("  "))

    def _draw_tabs(self, width: int, y: int) -> Line:
        names = _TABS if sum(map(len, _TABS)) + 2 * len(_TABS) <= width else _SHORT_TABS
        return tabs(names, _NAMES.index(self._current), width, self._dress.look)[y]

    def _draw_foot(self, width: int, _y: int) -> Line:
        if self._notice:
            return (Run("  "), Run(self._notice, Role.ACCENT))
        found = self._search.said
        end = (Run(f"{found}  ", Role.ACCENT),) if found else ()
        room = width - 3 - cells(found)
        told = self._hints[:]
        while len(told) > 1 and sum(cells(key) + cells(word) + 4 for key, word in told) - 3 > room:
            del told[-2]
        return masthead((Run("  "), *footer(told, room)), end, width)

    def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Go to the tab under the mouse."""
        if event.bar is not self._tabs:
            return
        left = 0
        for name, run in zip(_NAMES, self._draw_tabs(self.size.width, 0), strict=False):
            left += cells(run.text)
            if event.x < left:
                self._turn_to(name)
                return

    # which part listens

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, however it got there."""
        name = LIBRARY if event.widget is self._filter else event.widget.id
        if name in _NAMES:
            self._current = name
            self._mark()

    def _mark(self) -> None:
        for name, part in ((LIBRARY, self.library), *self.panes.items()):
            part.set_class(name == self._current, "-on")
            self.set_class(name == self._current, f"-at-{name}")
        self._tabs.refresh()
        self._hints = hints((active.binding.id, key) for key, active in self.active_bindings.items())
        self._foot.refresh()

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
        names = _NAMES[1:] if self.has_class("-medium") else _NAMES
        at = names.index(self._current) if self._current in names else 0 if step < 0 else -1
        self._turn_to(names[(at + step) % len(names)])

    def action_zoom(self) -> None:
        """Show this pane alone, or all of them again."""
        self.toggle_class("-zoom")

    def action_leave(self) -> None:
        """Leave what the reader is in: found words, zoom, the folded list, the filter."""
        if self._search.query:
            self._search.seek("")
            self._foot.refresh()
        elif self.has_class("-zoom"):
            self.remove_class("-zoom")
        elif self._current == LIBRARY and any(map(self.has_class, _FOLDED)):
            self._turn_to("summary")
        elif self._filter.text:
            self._filter.text = ""

    # filter and find

    def action_filter(self) -> None:
        """Let the reader type what the list is to be filtered by."""
        self._current = LIBRARY
        self._mark()
        self.set_focus(self._filter, scroll_visible=False)

    def action_find(self) -> None:
        """Let the reader type what is to be found in the brief."""
        self._find.clear()
        self.add_class("-finding")
        self.set_focus(self._find, scroll_visible=False)

    def on_field_changed(self, event: Field.Changed) -> None:
        """Filter or find what has been typed so far."""
        event.stop()
        if event.field is self._filter:
            self.post_message(self.Filtered(event.text))
        else:
            self._search.seek(event.text)
            self._find.draw(self._search.said)

    def on_field_done(self, event: Field.Done) -> None:
        """Go from the field to what was found."""
        event.stop()
        if event.field is self._filter:
            self._turn_to(LIBRARY)
            return
        self._close_find()
        self.action_hit(1)

    def on_field_left(self, event: Field.Left) -> None:
        """Go back from the field to where the reader was."""
        event.stop()
        if event.field is self._filter:
            self._turn_to("summary")
        else:
            self._close_find()

    def on_field_stepped(self, event: Field.Stepped) -> None:
        """Move in the list while its filter is typed."""
        event.stop()
        if event.field is self._filter:
            (self.library.action_down if event.step > 0 else self.library.action_up)()

    def _close_find(self) -> None:
        self.remove_class("-finding")
        self._turn_to(self._current)

    def action_hit(self, step: int) -> None:
        """Go to the next hit, or the one before."""
        if not self._search.query:
            self.say("nothing is searched for: / finds words in this brief")
            return
        pane = self._search.step(step, self.pane)
        if pane is None:
            self.say(f"“{self._search.query}” is not in this brief")
        elif pane.id is not None and pane.id != self._current:
            self._turn_to(pane.id)
        self._foot.refresh()
