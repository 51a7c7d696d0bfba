"""The limit on the work of one check of a brief."""

from __future__ import annotations

MOST_WORK = 400_000_000
"""Characters that may be searched for the quotes of one brief: about a second at worst."""


class WorkSpentError(Exception):
    """The limit of work for one brief is reached. Caught inside the check, never shown."""


class Allowance:
    """How many characters may still be searched for one brief."""

    def __init__(self, most: int = MOST_WORK) -> None:
        self._left = most

    def spend(self, characters: int) -> None:
        """Deduct characters that are about to be searched.

        Raises:
            WorkSpentError: fewer are left.

        """
        if characters > self._left:
            self._left = 0
            raise WorkSpentError
        self._left -= characters
