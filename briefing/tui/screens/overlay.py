"""What lies over the screen and says its keys in the last row of the screen below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.screen import ModalScreen

_Result = TypeVar("_Result")


class Overlay(ModalScreen[_Result]):
    """A screen over another, which shows the keys of this one."""

    def __init__(self, hints: Sequence[tuple[str, str]]) -> None:
        """Make it; `hints` are its keys and what they do."""
        super().__init__()
        self.hints = hints
