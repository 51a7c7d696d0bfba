"""Leaving the reader: the place is kept, and the frame that the next start draws before anything else.

The marks decide what the list looks like, so a frame of the start is out of date by the end. The reading screen is laid
out once more as a start would, without the terminal showing it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import BriefingError
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.marks.read_tracking import ReadTracking
from briefing.tui.controllers.memory import Memory
from briefing.tui.controllers.open_brief import EVIDENCE, OpenBrief
from briefing.tui.controllers.theme import Theme
from briefing.tui.launch.save_frame import FirstFrame, first_frame, may_keep
from briefing.tui.textual_compat import CrashSafeApp
from briefing.tui.workers import READING

_LISTED = 50
"""Briefs that the list shows at most on a usual screen."""
_REFRESHES = 5
"""Refreshes that are waited for at most until what has changed is laid out."""
_PATIENCE = 0.3
"""Seconds that leaving may take for the sake of the next start."""


class Kept(NamedTuple):
    """What the next start takes from this run."""

    marks: ReadTracking
    memory: Memory
    themes: Theme


class Leave:
    """Ends the app."""

    def __init__(
        self,
        app: CrashSafeApp,
        context: Context,
        brief_list: BriefList,
        open_brief: OpenBrief,
        kept: Kept,
    ) -> None:
        self._app = app
        self._state, self._view, self._workers, _ = context
        self._list = brief_list
        self._open_brief = open_brief
        self._marks, self._memory, self._themes = kept
        self._is_leaving = False
        self._first: FirstFrame | None = None
        """What the next start is to draw first. None: not known, or not to be kept."""
        self._is_list_changed = False
        """True once the list says anything else than in that frame."""

    def note_list_change(self) -> None:
        """Take note that the list says something else: the frame of the next start is another."""
        self._is_list_changed = True

    @property
    def frame_to_keep(self) -> FirstFrame | None:
        """The frame that the next start is to draw first, once the app has ended. None: it has to typeset one."""
        return None if self._is_list_changed else self._first

    def keep_frame(self, marks: Sequence[str]) -> None:
        """Take what is drawn for the frame of the next start, if the marks file is still as that says."""
        state, self._first = self._state, None
        if self._may_keep() and tuple(marks) == state.mark_cache.file_state():
            rows = self._view.reading_screen.library.shown_rows[:_LISTED]
            shown = (state.entry, *map(state.brief_rows.entry, rows))
            self._first = first_frame(
                self._app.drawn(), state.brief_rows.library, shown, marks, is_sample=state.is_sample
            )
            self._is_list_changed = False

    def _may_keep(self) -> bool:
        return may_keep(self._app.size) and not self._state.settings_problems

    def keep_place(self) -> None:
        """Keep where the reader is, before the app ends in whatever way."""
        if self._app.is_running and not self._is_leaving:
            self._marks.keep_place()
            self._memory.note()

    def leave_with(self, code: int) -> None:
        """End the app with an exit code, after drawing the first frame of the next start."""
        if not self._app.is_running or not self._may_keep() or not self._view.is_on_reading_screen:
            self._app.exit(return_code=code)
        elif not self._is_leaving:
            self.keep_place()
            self._is_leaving = True
            self._workers.start(partial(self._leave, code), "leaving")

    async def _leave(self, code: int) -> None:
        try:
            await asyncio.wait_for(self._draw_next_start(), _PATIENCE)
        except (TimeoutError, BriefingError):
            pass  # the next start typesets its first frame itself
        finally:
            self._app.draw_unseen(unseen=False)
            self._app.exit(return_code=code)

    async def _draw_next_start(self) -> None:
        self._first = None
        if self._workers.is_busy(READING):
            return  # the list of the next start is another
        await asyncio.get_running_loop().run_in_executor(None, self._settle)
        self._app.draw_unseen(unseen=True)
        marks = self._state.mark_cache.file_state()
        self._start_over()
        for _ in range(_REFRESHES):
            drawn = asyncio.Event()
            self._view.reading_screen.call_after_refresh(drawn.set)
            await drawn.wait()
            if self._view.reading_screen.is_laid_out:
                break
        if self._view.reading_screen.is_laid_out:
            self.keep_frame(marks)

    def _settle(self) -> None:
        """Wait until nothing is written any more, neither marks nor the index, and nothing is asked of the marks."""
        self._state.mark_cache.leave()
        self._workers.stop_asking()
        self._workers.stop_library()

    def _start_over(self) -> None:
        """Show what a start would show."""
        state, brief_rows = self._state, self._state.brief_rows
        self._marks.end()
        self._workers.cancel(EVIDENCE)
        begun = self._memory.next_start()
        self._themes.start_over(begun.choice, is_light=begun.is_light)
        brief_rows.library.forget_evidence()
        state.mark_cache.forget()
        brief_rows.forget()
        brief_rows.start_over(begun.settings.sort or "name", begun.row_in(brief_rows.brief_index))
        state.reset()
        self._open_brief.start_over()
        self._view.reading_screen.start_over(self._marks.first_part)
        self._list.reset(begun.words, begun.form)
        self._view.reading_screen.show(self._open_brief.documents(state.row), self._view.title_bar())
