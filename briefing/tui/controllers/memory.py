"""What the next start takes from this run: theme, order and form of the list, filter and the open brief."""

from __future__ import annotations

from briefing.tui.controllers.theme import Theme
from briefing.tui.data.remembered import Begun, InLibrary, Noted, update
from briefing.tui.state import ReaderState


class Memory:
    """Notes where the reader is when they leave, and writes it once the app has ended."""

    def __init__(self, state: ReaderState, themes: Theme, begun: Begun) -> None:
        self._state = state
        self._themes = themes
        self._begun = begun
        self._sort = state.brief_rows.sort
        """The order of the list at the start."""
        self._noted: Noted | None = None
        """None: the reader has not left."""

    def note(self) -> None:
        """Note what was chosen, and where the reader is."""
        state, themes = self._state, self._themes
        sort, form = state.brief_rows.sort, state.list_form
        self._noted = Noted(
            InLibrary(state.entry.id, state.words.strip()),
            themes.chosen,
            None if sort == self._sort else sort,
            None if form == self._begun.form else str(form),
            themes.said_light,
        )

    def next_start(self) -> Begun:
        """Return what the next start of the same command takes, if nobody else writes before it."""
        begun, noted = self._begun, self._noted
        if begun.is_fresh or noted is None:
            return begun
        return begun._replace(remembered=noted.added_to(begun.remembered, begun))

    def write(self) -> tuple[str, ...] | None:
        """Write what was noted.

        Return the line of `file_state` of the file if the next start takes what `next_start` says. None: it does not,
        since another reader has changed it meanwhile, or it could not be written.
        """
        begun, noted = self._begun, self._noted
        if noted is None:
            return None
        written = update(begun.environment, lambda before: noted.added_to(before, begun))
        if written is None:
            return None
        taken = begun if begun.is_fresh else begun._replace(remembered=written.remembered)
        return written.file_states if _first_frame_of(taken) == _first_frame_of(self.next_start()) else None


def _first_frame_of(begun: Begun) -> tuple[object, ...]:
    """Return all that the first frame of a start depends on."""
    return begun.choice, begun.settings.sort, begun.form, begun.is_light, begun.remembered.of(begun.library)
