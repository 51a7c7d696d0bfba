"""Owns which briefs the list shows, and in which order: all of them, or those that the reader's words let through."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from textual.worker import Worker

from briefing.problems import BriefingError
from briefing.tui.reading_screen import ReadingScreen
from briefing.tui.wayfinding import Wayfinder

_FRAME = 0.008
"""Seconds that a key waits for its answer, so that both come in one frame; an answer that takes longer comes later."""


class Lister(Wayfinder):
    """The part of the app that knows what the list shows."""

    words = ""
    """What the list is filtered by."""
    _found: Sequence[int] | None = None
    """The rows that the words let through, in the order of the list. None: all rows."""
    _stays = False
    """Whether the reader stays at their brief also when it is not among what the words let through."""
    _looks_up: ThreadPoolExecutor | None = None

    def list_anew(self) -> None:
        """Show the rows as they are now; the reader's brief stays the chosen one, or what is where it was."""
        rows, library = self.shelf.rows if self._found is None else self._found, self.desk.library
        between = self.index not in rows
        at = min(library.index, len(rows)) if between else rows.index(self.index)
        library.show(rows, at, self.words.split(), between=between)

    def on_reading_screen_filtered(self, event: ReadingScreen.Filtered) -> None:
        """Show only the briefs with these words."""
        self.words, self._stays = event.words, False
        self.find_rows()

    def find_again(self) -> None:
        """Find again what the words let through, since the briefs have changed; the reader stays where they are."""
        self._stays = True
        self.find_rows()

    def find_rows(self) -> None:
        """Find again what the words let through: they are others, or the briefs are."""
        if self.words.strip():
            # Not a coroutine: one that is given up before it has begun would be complained about.
            _: Worker[None] = self.run_worker(partial(self._find_rows, self.words), exclusive=True, group="filter")
        else:
            self.workers.cancel_group(self, "filter")
            self._show_rows(None)

    async def _find_rows(self, words: str) -> None:
        if self._looks_up is None:
            self._looks_up = ThreadPoolExecutor(1, "filter")
        asked = asyncio.get_running_loop().run_in_executor(self._looks_up, self.shelf.matching, words)
        done, _ = await asyncio.wait({asked}, timeout=_FRAME)
        if not done:
            self.desk.show_filtered("")
        try:
            found = await asked
        except BriefingError as error:
            self.desk.show_filtered("?")
            self.tell(str(error))
        else:
            self._show_rows(found)

    def _show_rows(self, found: Sequence[int] | None) -> None:
        """Show what was found; the reader goes to the first of it when their brief is not among it."""
        if self._stays and found is not None and found == self._found:
            return
        self._found = found
        if self._stays:
            self.desk.library.hold(self.shelf.rows if found is None else found)
        self.list_anew()
        view = self.desk.library.view
        self.desk.show_filtered(f"{len(view):,}" if found is not None else "")
        if len(view) and self.index not in view and not self._stays:
            self.index = view[0]
        else:
            self.desk.remast(self.mast())
