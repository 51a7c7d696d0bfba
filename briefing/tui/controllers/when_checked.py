"""What needs the evidence of the open brief, put off until the check has found it."""

from __future__ import annotations

from collections.abc import Callable

from briefing.base.named_tuple import NamedTuple
from briefing.library.entries import Entry
from briefing.tui.controllers.context import Context


class _Waiting(NamedTuple):
    """Something that was asked for before the brief was checked."""

    entry: Entry
    key_at: float
    """When its key was pressed: after another key the reader no longer waits for it."""
    do: Callable[[], None]


class WhenChecked:
    """Does at once what needs evidence if it is known, else as soon as it is, unless the reader goes on meanwhile."""

    def __init__(self, context: Context) -> None:
        self._state, self._view, self._workers, _ = context
        self._waiting: _Waiting | None = None

    def do(self, what: Callable[[], None]) -> None:
        """Call a function once the open brief is checked; one that cannot be read has nothing to check."""
        state = self._state
        if state.reading.brief is None or state.evidence is not None:
            what()
        else:
            self._waiting = _Waiting(state.entry, self._workers.key_at, what)
            self._view.tell("the brief is still being checked: this comes as soon as it is")

    def go_on(self) -> None:
        """Do what waits, if the evidence that it waits for is known now."""
        waiting, state = self._waiting, self._state
        if waiting is None or (waiting.entry == state.entry and state.evidence is None):
            return
        self._waiting = None
        is_free = self._view.is_on_reading_screen or self._view.is_in_source_text
        if waiting.entry == state.entry and waiting.key_at == self._workers.key_at and is_free:
            self._view.tell("")
            waiting.do()
