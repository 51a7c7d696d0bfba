"""The saved texts of sources: from an item to its words, from a source to what rests on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefing.format.model import Source
from briefing.render.cited import Cited
from briefing.render.lines import Target, TargetKind
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.navigation import Navigation
from briefing.tui.controllers.when_checked import WhenChecked
from briefing.tui.data.targets import CITING, asked_sources, sources_at
from briefing.tui.drawing.documents import falling_documents, quoting_document, resting_document
from briefing.tui.drawing.sheets import BriefContent
from briefing.tui.widgets.sheet_pane import Pane


class SourceTextReader:
    """Opens the saved text at the words that an item cites."""

    def __init__(self, context: Context, navigation: Navigation, when_checked: WhenChecked) -> None:
        self._state, self._view, _, _ = context
        self._navigation, self._when_checked = navigation, when_checked

    def open_item(self) -> None:
        """Open the words that the item rests on; from the list those of the item in the summary."""
        if (target := self._item) is None:
            self._view.tell("there is nothing here that rests on a source")
        else:
            self.open(target)

    @property
    def _item(self) -> Target | None:
        return self._view.item or self._view.reading_screen.panes["summary"].item

    @property
    def cited(self) -> Cited | None:
        """The cite that is shown, or the first one of the item that the cursor is on. None: it rests on no source."""
        if self._view.has_source_text:
            return self._view.source_text_screen.cited
        target = self._item
        return self._cited(target) if target is not None and target.kind in CITING else None

    def open(self, target: Target) -> None:
        """Open the words that an item or a cite rests on; the words of a search are highlighted there as well."""
        reading_screen, source_text_screen = self._view.reading_screen, self._view.source_text_screen
        sought = self._state.sought
        cited = self._cited(target) if target.kind in CITING else None
        if cited is None:
            self._view.tell("no source says this: there are no words to show")
        elif cited.source is None:
            self._view.tell("this item cites no source; a goes to who says so")
        else:
            source_text_screen.open(
                cited, self._state.look, self._view.title_bar(), reading_screen.source_text_rectangles
            )
            self._view.open_source_text(self._left)
        source_text_screen.text_view.light(sought if sought is reading_screen.sought else None)

    def _cited(self, target: Target) -> Cited | None:
        state, brief = self._state, self._state.reading.brief
        if brief is None:
            return None
        return Cited(brief, target, state.brief_rows.library.texts(state.entry, brief), state.evidence)

    def _left(self, target: Target | None) -> None:
        if target is not None:
            self._navigation.jump(target)

    def renew(self) -> None:
        """Show the saved text that is open as it is now."""
        if self._view.has_source_text and (cited := self._cited(self._view.source_text_screen.target)):
            self._view.source_text_screen.renew(cited, self._state.look, self._view.title_bar())

    def follow(self, event: Pane.Followed) -> None:
        """Go where an item or a cite mark leads."""
        target, brief = event.target, self._state.reading.brief
        if event.is_late:
            return
        if event.pane.id == "sources" and target.kind is TargetKind.SOURCE:
            sources = sources_at(brief, target) if brief else []
            self._when_checked_of(sources, lambda: self._open_claims(sources[0]))
        elif target.kind in CITING:
            self.open(target)
        else:
            self._navigation.go_from(target)

    def list_dependents(self) -> None:
        """Show what falls with the one who says the item, and then with the sources that it cites."""
        brief, item = self._state.reading.brief, self._view.item
        sources = asked_sources(brief, item) if brief and item else []
        self._when_checked_of(sources, partial(self._open_dependents, sources))

    def _open_dependents(self, sources: list[Source]) -> None:
        documents = falling_documents(self._content, sources, self._state.look)
        self._view.open_page("What falls with it", documents[0], self._chose_claim, *documents[1:])

    def _open_claims(self, source: Source) -> None:
        document = resting_document(self._content, source, self._state.look)
        self._view.open_page("What rests on it", document, self._chose_claim)

    @property
    def _content(self) -> BriefContent:
        return BriefContent(self._state.reading, self._state.evidence)

    def _when_checked_of(self, sources: list[Source], do: Callable[[], None]) -> None:
        """Call a function once the brief is checked; say so if there are no sources to ask about."""
        if sources:
            self._when_checked.do(do)
        else:
            self._view.tell("this item names no source")

    def list_quoting(self, targets: tuple[Target, ...]) -> None:
        """Show the items that rest on one line of the saved text."""
        self._when_checked.do(partial(self._open_quoting, targets))

    def _open_quoting(self, targets: tuple[Target, ...]) -> None:
        document = quoting_document(self._content, targets, self._state.look)
        self._view.open_page("What rests on this line", document, self._chose_claim)

    def _chose_claim(self, target: Target | None) -> None:
        if target is not None:
            if self._view.is_in_source_text:
                self._view.source_text_screen.dismiss(None)
            self._navigation.jump(target)
