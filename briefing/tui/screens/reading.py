"""The reading screen: the list, the panes, and the bars above and below; which part has focus; find and filter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.geometry import Size as TextualSize
from textual.layout import DockArrangeResult
from textual.message import Message

from briefing.format.model import Marking
from briefing.library.sort_orders import SORT_ORDERS
from briefing.render.form import PaneForm
from briefing.render.lines import Line, Target
from briefing.render.parts.marking import highest
from briefing.render.parts.readout import row_readout
from briefing.render.text.find import WordQuery
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.drawing.field_lines import FILTER
from briefing.tui.drawing.layout import (
    NO_NEEDS,
    THREE_COLUMNS,
    TWO_COLUMNS,
    Layout,
    LayoutState,
    Needs,
    PaneView,
    Rectangle,
    Size,
    hidden_view,
    is_list_folded,
    reading_layout,
    source_text_rectangles,
)
from briefing.tui.drawing.list_form import is_dense
from briefing.tui.drawing.list_lines import ListHeadingState, list_heading_line
from briefing.tui.drawing.pane_lines import zoomed_note
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.drawing.title_bar import TitleBar, has_whole_title, list_bar
from briefing.tui.keys.actions import FIELD_HINTS, Where
from briefing.tui.keys.bindings import bindings, hints
from briefing.tui.panes import LIBRARY, MAIN, NAMES, PANES, TITLES
from briefing.tui.screens.arrangement import Arrangement, covered
from briefing.tui.screens.overlay import Edges, Overlay
from briefing.tui.textual_compat import PlacedScreen
from briefing.tui.theme.styles import RoleStyles
from briefing.tui.widgets.bars import Bar, ScreenBars
from briefing.tui.widgets.brief_list import LibraryList
from briefing.tui.widgets.field import InputField
from briefing.tui.widgets.find import FindInBrief
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.sheet_pane import Pane


class ReadingScreen(PlacedScreen[None]):
    """The list and the panes of a brief, with a bar above and one below."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(Where.SCREEN)

    @dataclass
    class Filtered(Message):
        """The reader wants only the briefs with these words."""

        words: str

    @dataclass
    class Jumping(Message):
        """Find or filter is about to take the reader elsewhere, from this part and item."""

        part: str
        item: Target | None

    @dataclass
    class Zoomed(Message):
        """A part is shown alone now."""

        part: str

    _filtered_from = MAIN
    """The part that the reader was in before the filter."""
    _marking_in_sight: Marking | None = None
    """The highest marking of a list shown alone, of the rows that were drawn last."""
    _marking_drawn: Marking | None = None
    """The one that the first row says."""

    def __init__(self, brief_rows: BriefRows, role_styles: RoleStyles, zoom_key: str = "z") -> None:
        """Make the parts. `zoom_key` is the key that shows all parts again, as the heading of a single one says it."""
        super().__init__(id="reading")
        self._brief_rows, self._list_row, self._zoom_key = brief_rows, brief_rows.list_row, zoom_key
        self._layout_state = LayoutState()
        self._arrangement = Arrangement(self, self._places)
        self.library = LibraryList(brief_rows.list_row, role_styles, id=LIBRARY)
        self.library.prepare = self._prepare_rows
        self.library.total = brief_rows.__len__
        self.panes = {name: Pane(digit, title, role_styles, id=name) for name, digit, title in PANES}
        self._filter_field = InputField(*FILTER, role_styles, id="filter")
        self._filter_field.ends_are_of_list = True
        self._find_field = InputField("/", "find", role_styles, id="find")
        self._find_in_brief = FindInBrief(list(self.panes.values()))
        self._bars = ScreenBars(
            role_styles, lambda: self._find_in_brief.progress, self._readout, self._counts, self._shown_bar
        )
        self._list_heading = Bar(self._draw_list_heading, role_styles, id="list-heading")
        self._documents: Mapping[str, Document] = {}
        self._layout: tuple[Size, LayoutState, Layout] | None = None
        """The layout of the present documents, with what it was made for. None: it has to be made anew."""
        self._rows_in_sight: Sequence[int] = ()
        """The rows of a list shown alone that were drawn last."""
        self._is_behind = False
        """Whether another screen has the keys."""
        self._placed = Layout({}, {})
        """The layout by which Textual has placed the parts."""
        self._hidden_views: dict[str, PaneView] = {}
        """Of the panes that the layout hides."""
        for name, pane in self.panes.items():
            pane.view_of, pane.size_to_be = partial(self._view_of, name), partial(self._size_to_be, name)
            pane.cursor_moved, pane.zoom_key = self._bars.show_item, zoom_key

    def compose(self) -> ComposeResult:
        """Compose all parts, also those that this size hides."""
        yield from self.parts

    @property
    def parts(self) -> tuple[LineWidget, ...]:
        """All widgets of the screen."""
        bars = self._bars
        panes = self.panes.values()
        above = (bars.title, bars.tabs, self._list_heading, self._filter_field)
        return (*above, *panes, self.library, bars.readout, bars.foot, self._find_field)

    def on_mount(self) -> None:
        """Focus the part that keys typed during the start have chosen, else the first one."""
        self._show_part()
        self.focus_any()

    def focus_any(self) -> None:
        """Focus the part that the reader is in, if none has the focus: else a key may have opened a field."""
        if self.focused is None:
            self.go_to(self.current)

    def apply_styles(self, role_styles: RoleStyles) -> None:
        """Draw everything in these styles."""
        for part in self.parts:
            part.role_styles = role_styles

    # layout

    def begin_in(self, name: str) -> None:
        """Begin in this part when the screen is first laid out."""
        self._layout_state = LayoutState(name)

    def arrange(self, size: TextualSize, _optimal: bool = False) -> DockArrangeResult:
        """Place the parts. Textual calls this whenever it lays out the screen, and at other times."""
        return self._arrangement.at(size)

    def _places(self, size: Size) -> Mapping[str, Rectangle]:
        focusable = ("filter", LIBRARY) if self.is_filtering else (self.current,)
        self._place(self._layout_at(size))
        return {**covered(focusable, size), **self._placed.rectangles}

    @property
    def is_laid_out(self) -> bool:
        """Whether every part stands where the layout has it now, also after a change that asked for a new layout."""
        wanted = self._layout_at(self._terminal).rectangles
        there = {part.id: Rectangle(*part.region) for part in self.parts if part.region}
        return all(there.get(name) == area for name, area in wanted.items())

    def _fit_layout(self) -> None:
        """Lay out the screen again if a part moves; draw the panes again whose view has changed."""
        if not self._placed.rectangles:
            return  # it is laid out before its first paint
        layout = self._layout_at(self._terminal)
        if layout.rectangles != self._placed.rectangles:
            self.refresh(repaint=False, layout=True)
        self._place(layout)

    def _place(self, layout: Layout) -> None:
        for name, view in layout.views.items():
            if self._placed.views.get(name) != view:
                self.panes[name].refresh()
                self._bars.show_item()  # a sheet of another form may have its items in another order
        self._bars.place_tabs(are_shown="tabs" in layout.rectangles)
        self._placed = layout

    def _change_layout(self, state: LayoutState) -> None:
        """Change what the layout depends on. The screen is laid out again only if a part moves."""
        if state != self._layout_state:
            before, self._layout_state = self._layout_state, state
            if before.is_zoomed or state.is_zoomed:
                self._bars.title.refresh()
            self._fit_layout()

    def _layout_at(self, size: Size) -> Layout:
        """Return the layout at a size. It is made once for each brief, size and state."""
        state = self._state_now._replace(foot_rows=self._bars.rows(size.columns))
        if self._layout is None or self._layout[:2] != (size, state):
            layout = reading_layout(size, state, self._needs)
            self._layout, self._hidden_views = (size, state, layout), {}
        return self._layout[2]

    @property
    def _state_now(self) -> LayoutState:
        return self._layout_state._replace(is_list_dense=is_dense(self.library.form, self.library.total()))

    def fit_list(self) -> None:
        """Give the list the columns that its form needs, after the form or the number of briefs has changed."""
        self._fit_layout()

    @property
    def _needs(self) -> Needs:
        return self._needs_of(self._documents, self._bars.title_bar)

    def _needs_of(self, documents: Mapping[str, Document], title_bar: TitleBar) -> Needs:
        """Return what a brief needs for its layout. What is typeset for it is what the panes draw."""
        if not documents:
            return NO_NEEDS

        def lines(name: str, width: int, form: PaneForm) -> int:
            return self.panes[name].lines_of(documents[name], width, form)

        def least(name: str, width: int, enough: int) -> int:
            return documents[name].least(width, enough)

        return Needs(lines, lambda columns: not has_whole_title(title_bar, columns), least)

    def _view_of(self, name: str) -> PaneView:
        """Return how a pane is drawn, also one that is hidden now."""
        layout = self._layout_at(self._terminal)
        if name not in layout.views and name not in self._hidden_views:
            self._hidden_views[name] = self._hidden_view(name)
        return layout.views.get(name) or self._hidden_views[name]

    def _size_to_be(self, name: str) -> Size:
        """Return the size that a pane is going to have; nothing if it is hidden."""
        area = self._layout_at(self._terminal).rectangles.get(name)
        return Size(area.width, area.height) if area else Size(0, 0)

    def _hidden_view(self, name: str) -> PaneView:
        if self._terminal.columns < TWO_COLUMNS and not self.is_zoomed:
            return hidden_view(self._terminal, name, self._needs)
        state = self._state_now._replace(
            part=MAIN if self._terminal.columns >= TWO_COLUMNS else name, is_zoomed=False, is_filtering=False
        )
        return reading_layout(self._terminal, state, self._needs).views.get(name, PaneView())

    def source_text_rectangles(self, size: Size) -> Mapping[str, Rectangle]:
        """Return the rectangles of the screen of a saved text at a size, beside or over what is read."""
        return source_text_rectangles(size, self._state_now, self._layout_at(size))

    def prepare(self, documents: Mapping[str, Document], title_bar: TitleBar) -> Iterator[None]:
        """Typeset a brief that may be shown next as it will be shown, step by step."""
        layout = reading_layout(self._terminal, self._state_now, self._needs_of(documents, title_bar))
        yield
        for name, view in layout.views.items():
            area = layout.rectangles.get(name)
            if area is not None:
                self.panes[name].prepare(documents[name], area.width, area.height, view.form)
                yield

    @property
    def _terminal(self) -> Size:
        return Size(*self.app.size)

    @property
    def folded(self) -> bool:
        """Whether the list is hidden unless the reader is in it."""
        return is_list_folded(self._terminal)

    def shows(self, name: str) -> bool:
        """Tell whether a part is on the screen."""
        return name in self._layout_at(self._terminal).rectangles

    @property
    def is_filtering(self) -> bool:
        """Whether the words of the filter are being typed."""
        return self.focused is self._filter_field

    @property
    def is_zoomed(self) -> bool:
        """Whether the part that the reader is in is shown alone."""
        return self._layout_state.is_zoomed

    def action_zoom(self) -> None:
        """Show this part alone, or all parts again."""
        self._change_layout(self._layout_state._replace(is_zoomed=not self.is_zoomed))
        if self.is_zoomed:
            self.post_message(self.Zoomed(self.current))

    # the brief that is shown

    def show(self, documents: Mapping[str, Document], title_bar: TitleBar) -> None:
        """Show another brief."""
        self._show_documents(documents, title_bar)
        self._find_in_brief.start_over()
        self.say("")

    def renew(self, documents: Mapping[str, Document], title_bar: TitleBar) -> None:
        """Show a new version of the same brief, or more that is known of it; the position stays."""
        self._show_documents(documents, title_bar)
        self._find_in_brief.renew()

    def _show_documents(self, documents: Mapping[str, Document], title_bar: TitleBar) -> None:
        self._documents, self._layout = documents, None
        for name, pane in self.panes.items():
            pane.show(documents[name])
        self._set_title_bar(title_bar)
        self._fit_layout()
        self._bars.show_item()

    def show_title_bar(self, title_bar: TitleBar) -> None:
        """Change what the bar of the first row says."""
        before = self._bars.title_bar
        self._set_title_bar(title_bar)
        # The Summary begins with a title that the bar has no room for.
        if (before.title, before.marking, before.alarms) != (title_bar.title, title_bar.marking, title_bar.alarms):
            self._layout = None
            self._fit_layout()

    def _set_title_bar(self, title_bar: TitleBar) -> None:
        self._bars.set_title_bar(title_bar)
        self._list_heading.refresh()

    def _shown_bar(self, bar: TitleBar) -> TitleBar:
        """Return what the first row says: of a list shown alone the highest marking in view."""
        if not self._is_list_alone:
            return bar
        self.library.fit_to_size()  # the list may be drawn after the first row: what it will show is known now
        rows = tuple(self.library.in_sight)
        self._brief_rows.prepare(rows, self.library.near_sight)
        self._note_in_sight(rows)
        self._marking_drawn = self._marking_in_sight
        return list_bar(bar, TITLES[LIBRARY], self._marking_in_sight)

    @property
    def _is_list_alone(self) -> bool:
        return self.is_zoomed and self.current == LIBRARY

    def _note_in_sight(self, rows: Sequence[int]) -> None:
        self._rows_in_sight = rows
        self._marking_in_sight = highest(self._list_row(row).marking for row in rows)

    def _prepare_rows(self, rows: Sequence[int], near: Sequence[int]) -> None:
        """Fetch what the list says of rows that are about to be drawn; the first row tells their highest marking."""
        self._brief_rows.prepare(rows, near)
        if self._is_list_alone and rows != self._rows_in_sight:
            self._note_in_sight(rows)
            self.call_later(self._draw_marking)

    def _draw_marking(self) -> None:
        """Draw the first row anew if it was not drawn with the rows in sight, and their marking is another."""
        if self._is_list_alone and self._marking_drawn != self._marking_in_sight:
            self._bars.title.refresh()

    def _readout(self) -> Line:
        """Return what is known of the item under the cursor."""
        if self.pane:
            return self.pane.readout
        rows, at = self.library.shown_rows, self.library.index
        return row_readout(self._list_row(rows[at]), self.library.role_styles.look) if at < len(rows) else ()

    def _counts(self) -> Mapping[str, str]:
        """Return how many items each part has, for the tabs."""
        counts = {name: f"{document.count:,}" for name, document in self._documents.items() if document.count}
        open_pane = {self.current: self.pane.count} if self.pane else {}
        return {**counts, **open_pane, LIBRARY: self._bars.title_bar.listed}

    def _draw_list_heading(self, width: int, _y: int) -> Line:
        look, library = self._list_heading.role_styles.look, self.library
        zoomed = zoomed_note("", self._zoom_key, width, look) if self.is_zoomed else ""
        listed, order = self._bars.title_bar.listed, SORT_ORDERS[self._brief_rows.sort].words
        state = ListHeadingState(listed, order, library.shape, zoomed, library.has_focus and not self._is_behind)
        return list_heading_line(width, look, state)

    def say(self, sentence: str) -> None:
        """Show a message in the last rows until the next key."""
        self._bars.say(sentence)
        self._fit_layout()

    # which part has focus

    @property
    def current(self) -> str:
        """Name of the part that the reader is in."""
        return self._layout_state.part

    @property
    def pane(self) -> Pane | None:
        """The pane that the reader is in, or None in the list."""
        return self.panes.get(self.current)

    def go_to(self, name: str) -> None:
        """Focus a part."""
        if self.current != name:
            self._enter(name)
        self.set_focus(self.panes.get(name, self.library), scroll_visible=False)

    def action_pane(self, name: str) -> None:
        """Go to a part; zoom it if the reader is there already."""
        if self.current == name and self.focused is not self._filter_field:
            self.action_zoom()
        else:
            self.go_to(name)

    def action_beside(self, step: int) -> None:
        """Go to the next part (1) or the previous one (-1)."""
        names = NAMES[1:] if TWO_COLUMNS <= self._terminal.columns < THREE_COLUMNS else NAMES
        at = names.index(self.current) if self.current in names else 0 if step < 0 else -1
        self.go_to(names[(at + step) % len(names)])

    def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Go to the tab under the mouse."""
        name = self._bars.tab_at(event.x) if event.bar is self._bars.tabs else None
        if name is not None:
            self.go_to(name)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, however it was set. It may have moved on since this was posted."""
        if event.widget is not self.focused:
            return
        name = LIBRARY if event.widget is self._filter_field else event.widget.id
        if name in NAMES:
            self._enter(name)

    def _enter(self, name: str) -> None:
        """Note that the reader is in a part, and show it."""
        self._change_layout(self._layout_state._replace(part=name))
        self._show_filter()
        self._show_part()

    def _show_part(self) -> None:
        self._list_heading.refresh()
        if self._is_behind:
            return  # a page that was opened during the start has its keys there
        if self.is_filtering:
            self._bars.show_part(self.current, FIELD_HINTS)
        else:
            self._show_keys(self.active_bindings)

    def _show_keys(self, active: Mapping[str, ActiveBinding]) -> None:
        self._bars.show_part(self.current, hints((each.binding.id, key) for key, each in active.items()))

    def on_screen_suspend(self) -> None:
        """Show the keys of the page that lies over this screen; no heading here is that of the part with the keys."""
        self._set_behind(True)
        over = self.app.screen
        if isinstance(over, Overlay):
            self._bars.cover(over.keys, over.note)
            over.refresh_edges()
        else:
            self._show_keys(over.active_bindings)

    @property
    def edges(self) -> Edges:
        """The bars that stay visible under a page."""
        return Edges((self._bars.title,), (self._bars.readout, self._bars.foot))

    def on_screen_resume(self) -> None:
        """Show the keys of the focused part again."""
        self._bars.uncover()
        self._set_behind(False)
        self._show_part()

    def _set_behind(self, is_behind: bool) -> None:
        if is_behind == self._is_behind:
            return
        self._is_behind = is_behind
        for pane in self.panes.values():
            pane.is_behind = is_behind
        if self.pane is not None:
            self.pane.refresh()
        self._list_heading.refresh()

    # filter and find

    @property
    def filter_text(self) -> str:
        """The words that the list is filtered by."""
        return self._filter_field.text

    def action_filter(self) -> None:
        """Open the filter."""
        self._jump()
        self._filtered_from = self.current
        self._enter(LIBRARY)
        self._change_layout(self._layout_state._replace(is_filtering=True))
        self.set_focus(self._filter_field, scroll_visible=False)
        self._filter_field.select_all()

    def filter_by(self, words: str) -> None:
        """Filter the list by these words, as if they had been typed."""
        self._jump()
        self._filter_field.text = words

    def begin_filtered(self, words: str, note: str) -> None:
        """Show the words that the list is filtered by from the start, and how many briefs match."""
        self._filter_field.begin_with(words, note)

    def list_all(self) -> None:
        """Clear the filter."""
        self._filter_field.text = ""

    def show_filtered(self, note: str) -> None:
        """Draw the filter with a note at its end: how many briefs match."""
        self._filter_field.draw(note)
        self._show_filter()

    def _show_filter(self) -> None:
        """Show the field of the filter while it is typed into or has words; else the heading of the list."""
        is_filtering = bool(self.filter_text) or self.is_filtering
        self._change_layout(self._layout_state._replace(is_filtering=is_filtering))

    @property
    def sought(self) -> str | WordQuery:
        """The words that are highlighted in the panes. Empty: none."""
        return self._find_in_brief.query

    def seek(self, sought: WordQuery) -> None:
        """Highlight the words of a search of all briefs."""
        self._find_in_brief.seek(sought)
        self._bars.foot.refresh()

    def action_find(self) -> None:
        """Open find."""
        self._find_field.clear()
        self._change_layout(self._layout_state._replace(is_finding=True))
        self.set_focus(self._find_field, scroll_visible=False)
        self.call_after_refresh(self._fold_next, iter(self.panes.values()))

    def _fold_next(self, panes: Iterator[Pane]) -> None:
        """Fold the text of one pane ahead of the first letter; whatever else waits comes before the next."""
        pane = next(panes, None)
        if pane is not None and self.focused is self._find_field:
            pane.fold()
            self.call_later(self._fold_next, panes)

    def action_hit(self, step: int) -> None:
        """Go to the next hit (1) or the previous one (-1)."""
        if not self._find_in_brief.query:
            self.say("nothing is searched for: / finds words in this brief")
            return
        if not self._find_in_brief.has_current_hit:
            self._jump()
        pane = self._find_in_brief.step(step, self.pane)
        if pane is None:
            roomier = self._find_in_brief.roomier()
            where = f"shown only when {roomier.heading} is alone: z" if roomier else "not in this brief"
            self.say(f"“{self._find_in_brief.query}” is {where}")
        elif pane.id is not None and pane.id != self.current:
            self.go_to(pane.id)
        self._bars.foot.refresh()

    def on_input_field_changed(self, event: InputField.Changed) -> None:
        """Filter or find by what was typed so far."""
        event.stop()
        if event.field is self._filter_field:
            self.post_message(self.Filtered(event.text))
        else:
            self._find_in_brief.seek(event.text)
            self._find_field.draw(self._find_in_brief.progress)

    def on_input_field_done(self, event: InputField.Done) -> None:
        """Go from the field to its results."""
        event.stop()
        if event.field is self._filter_field:
            self.go_to(LIBRARY)
            return
        self._close_find()
        self.action_hit(1)

    def on_input_field_left(self, event: InputField.Left) -> None:
        """Go back from the field to the part before."""
        event.stop()
        if event.field is self._filter_field:
            self.go_to(self._filtered_from)
        else:
            self._close_find()

    def on_input_field_stepped(self, event: InputField.Stepped) -> None:
        """Move in the list while its filter is typed."""
        event.stop()
        if event.field is self._filter_field:
            self.library.step_soon(event.step)

    def _close_find(self) -> None:
        self._change_layout(self._layout_state._replace(is_finding=False))
        self.go_to(self.current)

    def _jump(self) -> None:
        self.post_message(self.Jumping(self.current, self.pane.item if self.pane else None))

    # leaving

    def action_leave(self) -> None:
        """Leave the first of these that is on: find, zoom, the filter, the folded list."""
        if self._find_in_brief.query:
            self._find_in_brief.seek("")
            self._bars.foot.refresh()
        elif self.is_zoomed:
            self.action_zoom()
        elif self.filter_text:
            self.list_all()
        elif self.current == LIBRARY and self.folded:
            self.go_to(MAIN)

    def start_over(self, name: str) -> None:
        """Reset everything to what a start has, in this part."""
        self._change_layout(self._layout_state._replace(is_zoomed=False, is_finding=False))
        self.clear_selection()
        self._find_in_brief.seek("")
        self._filter_field.clear()
        self.library.start_over()
        for pane in self.panes.values():
            pane.start_over()
        self.go_to(name)
