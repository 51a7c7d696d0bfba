"""Owns leaving the reader: what was read is kept, and the frame that the next start draws before anything else.

The marks decide what the list looks like, so a frame of the start is out of date by the end. The desk is laid out once
more as a start would, without the terminal showing it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from rich.console import RenderableType
from textual import work

from briefing.base.problems import BriefingError, Problem
from briefing.tui.controllers.marks.actions import MarkKeys
from briefing.tui.data import saved_position as standing
from briefing.tui.launch.save_frame import FirstFrame, first_frame, may_keep

_LISTED = 50
"""Briefs that the list shows at most on a usual screen."""
_PATIENCE = 0.3
"""Seconds that leaving may take for the sake of the next start."""


class Leaver(MarkKeys):
    """The part of the app that ends it."""

    _settings_problems: Sequence[Problem] = ()
    _started_as: tuple[str, str] | None = None
    """The theme and the order of the list at the start, to which the next one returns."""
    _is_leaving = False
    is_sample = False
    """Whether the briefs are the samples, opened since there is no other library."""
    first: FirstFrame | None = None
    """What the next start is to draw first. None: not known, or not to be kept."""

    @property
    def first_part(self) -> str:
        """Where the reader begins: in the pane in which they stood when they left the brief."""
        place = standing.read(self.book.of(self.shelf.entry(self.shelf.first).id).place)
        return place.pane if place else "summary"

    def on_mount(self) -> None:
        """Take note of what a start is like."""
        self._started_as = self.theme, self.shelf.sort

    def keep_frame(self, marks: Sequence[str]) -> None:
        """Take what is drawn for the frame of the next start, if the marks file is still as that says."""
        self.first = None
        if may_keep(self) and not self._settings_problems and tuple(marks) == self.book.as_it_is():
            rows = self.desk.library.view[:_LISTED]
            shown = (self.entry, *map(self.shelf.entry, rows))
            self.first = first_frame(self, self.shelf.library, shown, marks, is_sample=self.is_sample)
            self.is_list_changed = False

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the app; where the reader stands is kept."""
        if self.is_running and not self._is_leaving:
            self.leave_place()
        super().exit(result, return_code, message)

    def action_done(self) -> None:
        """Quit."""
        self._leave_with(0)

    def end_by(self, number: int) -> None:
        """Quit since a signal with this number came, or the terminal has gone."""
        self._leave_with(128 + number)

    def _leave_with(self, code: int) -> None:
        if not self.is_running or not may_keep(self) or self.screen is not self.desk or self._settings_problems:
            self.exit(return_code=code)
        elif not self._is_leaving:
            self.leave_place()
            self._is_leaving = True
            self._leave(code)

    async def action_quit(self) -> None:
        """Quit, from anywhere."""
        self.action_done()

    @work(exclusive=True, group="leaving")
    async def _leave(self, code: int) -> None:
        try:
            await asyncio.wait_for(self._draw_next_start(), _PATIENCE)
        except (TimeoutError, BriefingError):
            pass  # the next start sets its first frame itself
        finally:
            self.draw_unseen(unseen=False)
            self.exit(return_code=code)

    async def _draw_next_start(self) -> None:
        self.first = None
        if self.is_reading:
            return  # the list of the next start is another
        await asyncio.get_running_loop().run_in_executor(None, self._settle)
        self.draw_unseen(unseen=True)
        marks = self.book.as_it_is()
        self._start_over()
        for _ in range(2):  # what is laid out anew is drawn by the second
            drawn = asyncio.Event()
            self.desk.call_after_refresh(drawn.set)
            await drawn.wait()
        self.keep_frame(marks)

    def _settle(self) -> None:
        """Wait until nothing is written any more, neither marks nor the index."""
        self.book.leave()
        self.give_up_following()

    def _start_over(self) -> None:
        """Show what a start would show."""
        self._leave_as_it_is()
        self.workers.cancel_group(self, "evidence")
        self.shelf.library.forget_evidence()
        theme, sort = self._started_as or (self.theme, self.shelf.sort)
        self.theme = theme
        self.book.forget()
        self.shelf.forget()
        self.shelf.start_over(sort)
        self.words, self._found, self._lights, self.unread = "", None, None, None
        self.gone = False
        self.set_reactive(MarkKeys.index, self.shelf.first)
        self.entry = self.shelf.entry(self.shelf.first)
        self.reading, self.evidence = self.shelf.library.read(self.entry), None
        self.desk.start_over(self.first_part)
        self.keep_searches(self._searches)
        self.desk.library.show(self.shelf.rows, 0)
        self.desk.library.forget()
        self.list_anew()
        self.desk.show(self._subjects(self.index), self.mast())
