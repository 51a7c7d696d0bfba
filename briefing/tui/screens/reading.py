"""Owns the screen that briefs are read on: the desk, with what the reader asks for in words: find and filter."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from briefing.render.lines import Target
from briefing.render.text.find import WordQuery
from briefing.tui.keys.actions import Where
from briefing.tui.keys.bindings import bindings
from briefing.tui.panes import LIBRARY
from briefing.tui.screens.desk import Desk
from briefing.tui.widgets.field import Field


class ReadingScreen(Desk):
    """The desk, on which words are looked for."""

    BINDINGS = bindings(Where.SCREEN)

    @dataclass
    class Filtered(Message):
        """The reader wants only the briefs with these words."""

        words: str

    @dataclass
    class Jumping(Message):
        """The reader is about to be taken elsewhere by words, from here."""

        part: str
        item: Target | None

    _filtered_from = "summary"
    """The pane that the reader left for the filter."""

    @property
    def filter_text(self) -> str:
        """What the list is filtered by."""
        return self._filter.text

    @property
    def sought(self) -> str | WordQuery:
        """What is lit in the panes. Empty: nothing."""
        return self._search.query

    def seek(self, sought: WordQuery) -> None:
        """Light what a search of all briefs has looked for."""
        self._search.seek(sought)
        self._edges.foot.refresh()

    def start_over(self, name: str) -> None:
        """Leave everything that the reader is in, as if the desk were laid out for the first time in this part."""
        self.remove_class("-zoom", "-finding")
        self.clear_selection()
        self._search.seek("")
        self.list_all()
        self.library.start_over()
        for pane in self.panes.values():
            pane.start_over()
        self._turn_to(name)

    def list_all(self) -> None:
        """Leave the filter."""
        self._filter.text = ""

    def filter_by(self, words: str) -> None:
        """Filter the list by these words, as if they had been typed."""
        self._jump()
        self._filter.text = words

    def show_filtered(self, note: str) -> None:
        """Draw the filter as it is now, with what is said of it at its end: how many briefs it lets through."""
        self._filter.draw(note)

    def action_leave(self) -> None:
        """Leave what the reader is in: found words, zoom, the folded list, the filter."""
        if self._search.query:
            self._search.seek("")
            self._edges.foot.refresh()
        elif self.has_class("-zoom"):
            self.remove_class("-zoom")
        elif self._current == LIBRARY and self._filter.text:
            self._filter.text = ""
        elif self._current == LIBRARY and self.folded:
            self._turn_to("summary")
        elif self._filter.text:
            self._filter.text = ""

    # filter and find

    def action_filter(self) -> None:
        """Let the reader type what the list is to be filtered by."""
        self._jump()
        if self._current != LIBRARY:
            self._filtered_from = self._current
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
            self._turn_to(self._filtered_from)
        else:
            self._close_find()

    def on_field_stepped(self, event: Field.Stepped) -> None:
        """Move in the list while its filter is typed."""
        event.stop()
        if event.field is self._filter:
            # As a call of ours its message would come back to this screen, and to nobody else.
            self.library.call_later(self.library.action_down if event.step > 0 else self.library.action_up)

    def _close_find(self) -> None:
        self.remove_class("-finding")
        self._turn_to(self._current)

    def _jump(self) -> None:
        self.post_message(self.Jumping(self._current, self.pane.item if self.pane else None))

    def action_hit(self, step: int) -> None:
        """Go to the next hit, or the one before."""
        if not self._search.query:
            self.say("nothing is searched for: / finds words in this brief")
            return
        if not self._search.stands:
            self._jump()
        pane = self._search.step(step, self.pane)
        if pane is None:
            roomier = self._search.roomier()
            where = f"shown only when {roomier.heading} stands alone: z" if roomier else "not in this brief"
            self.say(f"“{self._search.query}” is {where}")
        elif pane.id is not None and pane.id != self._current:
            self._turn_to(pane.id)
        self._edges.foot.refresh()
