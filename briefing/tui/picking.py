"""Owns picking one brief: the list alone with its filter, whatever becomes of the output."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from textual import work
from textual.message import Message

from briefing.entries import Entry
from briefing.index.refreshing import chunks, look, read, write
from briefing.index.running import Running
from briefing.index.store import IndexUnusableError
from briefing.library.indexed import Opened
from briefing.problems import BriefingError
from briefing.safetext import safe_line
from briefing.tui.actions import Where
from briefing.tui.field import Field
from briefing.tui.librarylist import LibraryList
from briefing.tui.lights import Lights, lights
from briefing.tui.lookup import Lookup
from briefing.tui.markbook import MarkBook, marks_of
from briefing.tui.pick_screen import PickScreen
from briefing.tui.shelf import Shelf
from briefing.tui.themed import ThemedApp
from briefing.typesetting.look import Look

_BATCH = 50
"""Briefs that are read between two looks whether the reader has gone."""
_LEFT = 1
"""Exit code of a reader who picked nothing."""


class PickApp(ThemedApp):
    """The list of a library, from which one brief is picked."""

    TITLE = "briefing"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    @dataclass
    class Renewed(Message):
        """The index knows more of the briefs."""

    picked: Entry | None = None
    """What the reader picked. None: nothing."""

    def __init__(self, opened: Opened, look: Look, words: str = "") -> None:
        super().__init__(look)
        self.book = MarkBook(opened, marks_of(opened, os.environ))
        self.shelf = Shelf(opened, self.book)
        self._opened = opened
        self._words = words
        self._lookup = Lookup("filter")
        self._reads = ThreadPoolExecutor(1, "index")
        self._is_over = False
        self.list = PickScreen(self.shelf.row, self.dress, "samples:" if opened.is_samples else "f")
        self.list.library.prepare = self.shelf.prepare

    @property
    def listening(self) -> frozenset[Where]:
        """The list only."""
        return frozenset({Where.PICK, Where.MOVE, Where.LIST})

    def get_default_screen(self) -> PickScreen:
        """Show nothing but the list."""
        return self.list

    def tell(self, sentence: str) -> None:
        """Say nothing: there is no row for it."""

    def on_mount(self) -> None:
        """Show the list, and bring the index in step meanwhile."""
        self.list.library.show(self.shelf.rows, 0)
        self.list.field.text = self._words
        if self._opened.root is not None:
            self._reads.submit(self._bring_in_step)
        gc.enable()

    # filtering

    def on_field_changed(self, event: Field.Changed) -> None:
        """Show the briefs that are found by what was typed so far."""
        self._words = event.text
        self._find()

    def _find(self) -> None:
        self._find_rows(self._words)

    @work(exclusive=True, group="filter")
    async def _find_rows(self, words: str) -> None:
        if not words.strip():
            self._lookup.give_up()
            self._show(words, self.shelf.rows, None)
            return
        try:
            found = await self._lookup.ask(partial(self._look_up, words), lambda: self.list.field.draw(""))
        except BriefingError as error:
            self.list.refuse(safe_line(str(error)))
        else:
            if found is not None:
                self._show(words, *found)

    def _look_up(self, words: str, running: Running) -> tuple[Sequence[int], Lights]:
        return self.shelf.matching(words, running), lights(words)

    def _show(self, words: str, rows: Sequence[int], lit: Lights | None) -> None:
        library = self.list.library
        chosen = library.view[library.index] if library.view else None
        at = rows.index(chosen) if chosen is not None and chosen in rows else 0
        self.list.show(words, rows, at, lit)

    def on_library_list_moved(self, event: LibraryList.Moved) -> None:
        """Go to another row."""
        self.list.library.show(self.list.library.view, event.index, self.list.lit)

    # the index

    def _bring_in_step(self) -> None:
        """Look which files are new or changed, and read them, until the reader goes. Runs in a thread."""
        listing = self.shelf.listing
        try:
            if not look(listing).is_nothing:
                self.post_message(self.Renewed())
            for some in chunks(listing, _BATCH):
                if self._is_over:
                    return
                write(listing.store, map(read, some), last=False)
            write(listing.store, (), last=True)
        except IndexUnusableError:
            return  # another program is at it, or it is damaged: what it knows is what is listed
        if not self._is_over:
            self.post_message(self.Renewed())

    def on_pick_app_renewed(self) -> None:
        """Show what the index knows now."""
        self.shelf.forget()
        self.shelf.arrange()
        self._find()

    # the end

    def on_pick_screen_picked(self, event: PickScreen.Picked) -> None:
        """End with a brief."""
        self.picked = self.shelf.entry(event.row)
        self._leave(0)

    def on_pick_screen_left(self) -> None:
        """End without one."""
        self._leave(_LEFT)

    def action_help_quit(self) -> None:
        """End without one: ctrl+c leaves a list."""
        self._leave(_LEFT)

    def _leave(self, code: int) -> None:
        self._is_over = True
        self._lookup.close()
        self._reads.shutdown(wait=False, cancel_futures=True)
        self.exit(return_code=code)

    def on_unmount(self) -> None:
        """Close what was opened."""
        self.book.close()
