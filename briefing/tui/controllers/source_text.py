"""Owns the ways into the saved texts: from an item to its words, from a source to what rests on it."""

from __future__ import annotations

import os
from functools import partial

from textual.app import SuspendNotSupported

from briefing.base.safe_text import safe_lines
from briefing.format.model import Source, TextState
from briefing.render.cited import Cited
from briefing.render.lines import Target, TargetKind
from briefing.tui.controllers.sync.follow import Follower
from briefing.tui.data.targets import sources_at
from briefing.tui.drawing.documents import list_of_claims
from briefing.tui.drawing.sheets import Known
from briefing.tui.external import OutsideError, page_through, pager_command
from briefing.tui.keys.actions import Where
from briefing.tui.screens.page import PageScreen
from briefing.tui.screens.source_text import PassageScreen
from briefing.tui.widgets.sheet_pane import Pane

_PASSAGE = "passage"
_CITING = frozenset({TargetKind.POINT, TargetKind.FIGURE, TargetKind.EVENT, TargetKind.SOURCE})
_PAGES = {"resting": "What rests on it", "falling": "Source"}


class Passages(Follower):
    """The part of the app that opens sources."""

    passage: PassageScreen

    @property
    def reads_passage(self) -> bool:
        """Whether a passage is what the reader reads."""
        return self.screen is self.passage

    @property
    def item(self) -> Target | None:
        """What the reader stands on, in a passage the cite that is shown."""
        return self.passage.target if self.reads_passage else super().item

    def tell(self, sentence: str) -> None:
        """Say something in the last row."""
        if self.reads_passage:
            self.passage.say(sentence)
        else:
            super().tell(sentence)

    @property
    def listening(self) -> frozenset[Where]:
        """In a passage its keys."""
        # The palette lies over the passage when it asks.
        in_passage = self.passage in self.screen_stack
        return frozenset({Where.APP, Where.MOVE, Where.PASSAGE}) if in_passage else super().listening

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys act in a passage as on the reading screen."""
        return self.reads_passage or super().check_action(action, parameters)

    def renewed(self) -> None:
        """Show the passage anew as well."""
        if self.passage in self.screen_stack and self.reading.brief is not None:
            self.passage.renew(self._cited(self.passage.target), self.look, self.mast())

    def action_words(self) -> None:
        """Open the words that the item rests on; from the list those of the item in the summary."""
        target = self.item or self.desk.panes["summary"].item
        if target is None:
            self.tell("there is nothing here that rests on a source")
        else:
            self.open_words(target)

    def open_words(self, target: Target) -> None:
        """Open the words that an item or a cite rests on."""
        if self.reading.brief is None or target.kind not in _CITING:
            self.tell("no source says this: there are no words to show")
            return
        cited = self._cited(target)
        if cited.source is None:
            self.tell("this item cites no source; S goes to who says so")
            return
        self.passage.open(cited, self.look, self.mast(), self.desk)
        self.push_screen(_PASSAGE, self._left_passage)

    def _cited(self, target: Target) -> Cited:
        brief = self.reading.brief
        if brief is None:
            raise LookupError("there is no brief")
        return Cited(brief, target, self.shelf.library.texts(self.entry, brief), self.evidence)

    def _left_passage(self, source: Target | None) -> None:
        if source is not None:
            self.jump(source)

    def on_pane_followed(self, event: Pane.Followed) -> None:
        """Go where an item or a cite mark leads."""
        target = event.target
        if event.is_late:
            return
        if event.pane.id == "sources" and target.kind is TargetKind.SOURCE:
            self._list_claims("resting", sources_at(self.reading.brief, target) if self.reading.brief else [])
        elif target.kind in _CITING:
            self.open_words(target)
        else:
            self.go_from(target)

    def action_falls(self) -> None:
        """Show what falls with the source of the item."""
        brief, item = self.reading.brief, self.item
        self._list_claims("falling", sources_at(brief, item) if brief and item else [])

    def _list_claims(self, name: str, sources: list[Source]) -> None:
        if not sources:
            self.tell("this item names no source")
        elif self.evidence is None:
            self.tell("the brief is still being checked: try again in a moment")
        else:
            subject = list_of_claims(name, Known(self.reading, self.evidence), sources[0].id, self.look)
            self.push_screen(PageScreen(_PAGES[name], subject, self.raised), self._chose_claim)

    def _chose_claim(self, target: Target | None) -> None:
        if target is not None:
            if self.reads_passage:
                self.passage.dismiss(None)
            self.jump(target)

    def action_pager(self) -> None:
        """Show the saved text in the reader's pager; it gets what the screen shows, made as safe."""
        text = self.passage.cited.text
        if text.state is not TextState.HELD:
            self.tell("no text of this source is held; o opens its address")
            return
        try:
            command = pager_command(os.environ, self.passage.cited.line)
            self.lend_terminal(partial(page_through, command, safe_lines(text.text)))
        except OutsideError as error:
            self.tell(str(error))
        except SuspendNotSupported:
            self.tell("this terminal cannot be lent to a pager")
