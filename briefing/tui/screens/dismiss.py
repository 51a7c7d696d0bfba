"""Dismisses a screen once, however many keys say so."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

_Result = TypeVar("_Result")


def dismiss_once(screen: Screen[_Result], result: _Result) -> None:
    """Dismiss a screen with a result, unless it was dismissed before.

    Keys come faster than a screen goes: the second enter would leave the screen below, or break on the last one.
    """
    if screen.is_active:
        screen.dismiss(result)
