"""What the next start takes from this run: theme, order and form of the list, filter and the open brief."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from briefing.tui.controllers.theme import Theme
from briefing.tui.data.remembered import Begun, InLibrary, Remembered, update
from briefing.tui.state import ReaderState


class _Chosen(NamedTuple):
    """What the reader has chosen in one run. None: nothing."""

    theme: str | None
    sort: str | None
    form: str | None


class Memory:
    """Notes where the reader is when they leave, and writes it once the app has ended."""

    def __init__(self, state: ReaderState, themes: Theme, begun: Begun) -> None:
        self._state = state
        self._themes = themes
        self._begun = begun
        self._sort = state.brief_rows.sort
        """The order of the list at the start."""
        self._noted: Remembered | None = None
        """What is to be remembered if nobody else writes. None: the reader has not left."""

    def note(self) -> None:
        """Note where the reader is."""
        self._noted = self._changed(self._begun.remembered)

    def next_start(self) -> Begun:
        """Return what the next start of the same command takes, if nobody else writes before it."""
        if self._begun.is_fresh or self._noted is None:
            return self._begun
        return self._begun._replace(remembered=self._noted)

    def write(self) -> tuple[str, ...] | None:
        """Write what was noted.

        Return the line of `file_state` of the file if the next start takes what `next_start` says. None: it does not,
        since another reader has changed it meanwhile, or it could not be written.
        """
        if self._noted is None:
            return None
        noted = self._noted
        chosen = self._chosen()
        own = self._begun.library

        def change(before: Remembered) -> Remembered:
            forgotten = Remembered(libraries=before.libraries) if self._begun.is_fresh else before
            after = replace(
                forgotten,
                theme=chosen.theme or forgotten.theme,
                sort=chosen.sort or forgotten.sort,
                form=chosen.form or forgotten.form,
                is_light=before.is_light if noted.is_light is None else noted.is_light,
            )
            return after if own is None else after.with_library(own, noted.of(own))

        written = update(self._begun.environment, change)
        if written is None:
            return None
        taken = self._begun if self._begun.is_fresh else self._begun._replace(remembered=written.remembered)
        return written.file_states if _first_frame_of(taken) == _first_frame_of(self.next_start()) else None

    def _changed(self, before: Remembered) -> Remembered:
        chosen = self._chosen()
        after = replace(
            before,
            theme=chosen.theme or before.theme,
            sort=chosen.sort or before.sort,
            form=chosen.form or before.form,
            is_light=before.is_light if self._themes.said_light is None else self._themes.said_light,
        )
        own, state = self._begun.library, self._state
        return after if own is None else after.with_library(own, InLibrary(state.entry.id, state.words.strip()))

    def _chosen(self) -> _Chosen:
        """Return what the reader has chosen in this run."""
        sort, form = self._state.brief_rows.sort, self._state.list_form
        return _Chosen(
            self._themes.chosen, None if sort == self._sort else sort, None if form == self._begun.form else str(form)
        )


def _first_frame_of(begun: Begun) -> tuple[object, ...]:
    """Return all that the first frame of a start depends on."""
    return begun.choice, begun.settings.sort, begun.form, begun.is_light, begun.remembered.of(begun.library)
