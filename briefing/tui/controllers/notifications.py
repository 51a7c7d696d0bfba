"""What controllers tell each other, without knowing who listens: `app.py` connects them, in the order of the calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, ParamSpec

_Told = ParamSpec("_Told")


class Notification(Generic[_Told]):
    """Something that happens again and again. Listeners are called at once, in the order in which they were added."""

    def __init__(self) -> None:
        self._listeners: list[Callable[_Told, None]] = []

    def listen(self, *listeners: Callable[_Told, None]) -> None:
        """Call these functions each time that it happens."""
        self._listeners.extend(listeners)

    def send(self, *told: _Told.args, **named: _Told.kwargs) -> None:
        """Call the listeners: it has happened."""
        for listener in self._listeners:
            listener(*told, **named)


class Notifications:
    """What happens in one reader, as far as several controllers need to know."""

    def __init__(self) -> None:
        self.row_chosen: Notification[int] = Notification()
        """The brief of this row is to be opened, since the list has come to stand on it."""
        self.row_left: Notification[[]] = Notification()
        """The open brief is another row of the library now; that row is not shown yet."""
        self.brief_coming: Notification[int] = Notification()
        """The brief of this row is about to be read from its file and shown."""
        self.brief_shown: Notification[[]] = Notification()
        """The open brief was shown: for the first time, or anew from its start."""
        self.brief_renewed: Notification[[]] = Notification()
        """More is known of the open brief, or its file has changed; it is shown at the same place."""
        self.rows_changed: Notification[[]] = Notification()
        """The index has other rows than before, or rows that say something else."""
        self.index_taken_in: Notification[[]] = Notification()
        """The list says what the index says."""
        self.library_reopened: Notification[[]] = Notification()
        """The index was built anew, so that all rows have other numbers."""
