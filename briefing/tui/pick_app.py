"""The app of `briefing pick`: a filter and the list, from which one brief is picked."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from briefing.base.problems import BriefingError
from briefing.base.safe_text import safe_line
from briefing.library.entries import Entry
from briefing.library.index.errors import IndexDamagedError, IndexUnusableError
from briefing.library.index.rebuild import REBUILT
from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan.full import read_all_waiting, scan_library
from briefing.library.index.store import IndexStore
from briefing.library.open import OpenedLibrary, open_anew
from briefing.render.symbols import Look
from briefing.tui.build_process import progress_words
from briefing.tui.controllers.theme import Theme
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.lookup import Lookup
from briefing.tui.data.mark_cache import MarkCache, marks_of
from briefing.tui.data.query_highlights import Highlighter, look_up_anywhere
from briefing.tui.screens.pick import PickScreen
from briefing.tui.terminal.driver import terminal_driver
from briefing.tui.terminal.input import BackgroundReported
from briefing.tui.textual_compat import CrashSafeApp
from briefing.tui.widgets.brief_list import LibraryList
from briefing.tui.widgets.field import InputField
from briefing.tui.workers import READING, Workers

_BATCH = 50
"""Briefs that are indexed between two checks whether the reader has left."""
_SHOWN_EVERY = 1.0
"""Seconds between two times that the list takes in what a process has read."""
_LEFT = 1
"""Exit code if no brief was picked."""


class PickApp(CrashSafeApp):
    """The list of a library, from which one brief is picked."""

    TITLE = "briefing"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    @dataclass
    class Renewed(Message):
        """The index has more or newer briefs."""

        left: int
        """Number of briefs that are not read yet, and so not in the index with all that they say."""
        is_final: bool
        """Whether no more of them will be read."""

    class Waiting(Message):
        """More briefs wait to be read than a thread reads in good time."""

    @dataclass
    class Broken(Message):
        """An index is damaged."""

        store: IndexStore

    picked: Entry | None = None
    """The brief that was picked. None: none was."""

    def __init__(self, opened: OpenedLibrary, look: Look, words: str = "") -> None:
        super().__init__(terminal_driver())
        self.themes = Theme(self, look, lambda _: None)
        self.background = Workers(self)
        self.mark_cache = MarkCache(opened, marks_of(opened, os.environ))
        self.brief_rows = BriefRows(opened, self.mark_cache)
        self._opened = opened
        self.sentence = opened.sentence
        """What was wrong with the index, a sentence. None: nothing was."""
        self._words = words
        self._lookup = Lookup(self.background.pool("filter"))
        self._is_over = False
        self.reads_here = 300
        """Briefs that are read in a thread; of more a process of its own takes care."""
        self._is_whole = opened.root is None
        """Whether the index has all that it will have: before, words that find nothing may still find something."""
        self._is_reading = False
        """Whether a process reads the library."""
        self._taken_in_at = 0.0
        """When the list took in last what a process has read, in seconds of the monotonic clock."""
        prompt = "samples:" if opened.is_samples else "f"
        self.list = PickScreen(self.brief_rows.list_row, self.themes.role_styles, prompt)
        self.list.library.prepare = self._prepare

    def get_default_screen(self) -> PickScreen:
        """Show the list and its filter."""
        return self.list

    def on_mount(self) -> None:
        """Show the list, and update the index meanwhile."""
        self.theme_changed_signal.subscribe(self, lambda _: self.list.apply_styles(self.themes.role_styles))
        self.list.library.show(self.brief_rows.rows, 0)
        self.list.field.text = self._words
        if self._opened.root is not None:
            self.background.pool("index").submit(self._update_index, self.brief_rows.brief_index)
        gc.enable()

    def on_background_reported(self, event: BackgroundReported) -> None:
        """Follow the background of the terminal."""
        self.themes.follow(is_light=event.is_light)

    # filtering

    def on_input_field_changed(self, event: InputField.Changed) -> None:
        """Show the briefs that match what was typed so far."""
        self._words = event.text
        self._find()

    def _find(self) -> None:
        self.background.start(partial(self._find_rows, self._words), "filter")

    async def _find_rows(self, words: str) -> None:
        if not words.strip():
            self._lookup.give_up()
            self._show(words, self.brief_rows.rows, None)
            return
        try:
            found = await self._lookup.ask(
                partial(look_up_anywhere, self.brief_rows, words), lambda: self.list.field.draw("")
            )
        except BriefingError as error:
            if not self._is_damaged():
                self.list.refuse(safe_line(str(error)))
        else:
            if found is not None:
                self._show(words, found.rows, found.highlighter)

    def _show(self, words: str, rows: Sequence[int], lit: Highlighter | None) -> None:
        library = self.list.library
        chosen = library.shown_rows[library.index] if library.shown_rows else None
        at = rows.index(chosen) if chosen is not None and chosen in rows else 0
        self.list.show(words, rows, at, lit, is_final=bool(rows) or self._is_whole)

    def on_library_list_moved(self, event: LibraryList.Moved) -> None:
        """Go to another row."""
        self.list.library.show(self.list.library.shown_rows, event.index, self.list.lit)

    # the index

    def _update_index(self, brief_index: BriefIndex) -> None:
        """Index new and changed files until the reader leaves, or have it done by a process. Runs in a thread."""
        store = brief_index.store
        try:
            is_same = scan_library(brief_index).is_empty
            waiting = brief_index.count_waiting()
            if not is_same or waiting:
                self.post_message(self.Renewed(waiting, is_final=False))
            if waiting > self.reads_here and store.path is not None and store.delete_folder is None:
                self.post_message(self.Waiting())
                return
            read_all_waiting(brief_index, _BATCH, lambda: self._is_over)
        except IndexDamagedError:
            self.post_message(self.Broken(brief_index.store))
            return
        except IndexUnusableError:
            return  # another program is at it: what it knows is what is listed
        if not self._is_over:
            self.post_message(self.Renewed(0, is_final=True))

    def on_pick_app_waiting(self) -> None:
        """Have the library read by a process."""
        if not self._is_over:
            self.background.start(self._read_beside, READING)

    async def _read_beside(self) -> None:
        self._is_reading = True
        with suppress(OSError):  # the system has no process to give: the list says how much it lacks
            await self.background.build(self.brief_rows.brief_index.root, self._say_progress)
        self._is_reading = False
        self._renew()

    def _say_progress(self, what: str, done: int, total: int) -> None:
        """Say how far the process is, and now and then show what it has read."""
        self.list.say_progress(progress_words(what, done, total), f"{done:,}/{total:,}")
        if time.monotonic() - self._taken_in_at >= _SHOWN_EVERY:
            self._renew()
            self._taken_in_at = time.monotonic()

    def _renew(self) -> None:
        with suppress(IndexUnusableError):  # whoever looks at the list comes upon it as well
            left = self.brief_rows.brief_index.count_waiting()
            self.post_message(self.Renewed(left, is_final=not self._is_reading))

    def on_pick_app_renewed(self, event: Renewed) -> None:
        """Show what the index has now."""
        self._is_whole = event.is_final
        if not self._is_reading:
            self.list.say_progress(*([f"{event.left:,} not read"] if event.left else []))
        self.brief_rows.forget()
        with suppress(IndexUnusableError), self.brief_rows.noting_trouble():
            self.brief_rows.arrange()
        self._is_damaged()
        self._find()

    def _prepare(self, rows: Sequence[int], near: Sequence[int]) -> None:
        self.brief_rows.prepare(rows, near)
        self._is_damaged()

    def _is_damaged(self) -> bool:
        """Tell whether the index is damaged, and have it rebuilt if so."""
        is_damaged = isinstance(self.brief_rows.trouble, IndexDamagedError)
        if is_damaged:
            self.post_message(self.Broken(self.brief_rows.brief_index.store))
        return is_damaged

    def on_pick_app_broken(self, event: Broken) -> None:
        """Go on with a rebuilt index, or with one in memory if that is damaged as well."""
        damaged, root = event.store, self._opened.root
        if root is None or damaged.path is None or damaged is not self.brief_rows.brief_index.store or self._is_over:
            return
        is_first = damaged is self._opened.brief_index.store
        try:
            fresh = open_anew(root, self.brief_rows.entry(self.brief_rows.first), damaged if is_first else None)
            self.brief_rows.take(fresh)
        except BriefingError:  # the folder is away
            return
        self.sentence = self.sentence or REBUILT
        self.list.library.forget()
        self._find()
        self.background.pool("index").submit(self._update_index, fresh.brief_index)

    # the end

    def on_pick_screen_picked(self, event: PickScreen.Picked) -> None:
        """End with the brief that was picked."""
        entry = self.brief_rows.entry(event.row)
        if not self._is_damaged() and not self._is_over:
            self.picked = entry
            self._leave(0)

    def on_pick_screen_left(self) -> None:
        """End without a brief."""
        self._leave(_LEFT)

    def action_help_quit(self) -> None:
        """End without a brief: ctrl+c leaves a list."""
        self._leave(_LEFT)

    def _leave(self, code: int) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._lookup.give_up()
        self.background.close(wait=False)
        self.background.start(partial(self._exit_with, code), "leaving")

    async def _exit_with(self, code: int) -> None:
        """End the process that reads the library, if there is one, and then the app."""
        await self.background.stop_processes()
        self.exit(return_code=code)

    async def on_unmount(self) -> None:
        """Close what was opened, and end the process that reads the library."""
        self.mark_cache.close()
        await self.background.stop_processes()
