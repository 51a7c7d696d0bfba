"""What the page of keys says: the keys of each part of the screen, and the signs of the panes. Pure."""

from __future__ import annotations

from collections.abc import Callable

from briefing.render.pages.help import KeyGroup, class_group
from briefing.render.symbols import Look
from briefing.tui.keys.actions import ACTIONS, Action, Where

_KEY_GROUPS = (
    Where.MOVE,
    Where.SCREEN,
    Where.SOURCE_TEXT,
    Where.EDIT,
    Where.EDIT_TEXT,
    Where.SEARCH,
    Where.APP,
    Where.PAGE,
    Where.QUESTION,
    Where.MENU,
)
"""The groups of the page of keys, in their order."""


def key_groups(part: Where, look: Look, written: Callable[[Action], str]) -> tuple[KeyGroup, ...]:
    """Return the keys of `part`, then the signs of the panes, then all others; `written` returns those of an action."""
    groups = tuple(
        KeyGroup(
            where.value, tuple((written(action), action.description) for action in ACTIONS if action.where is where)
        )
        for where in dict.fromkeys((part, *_KEY_GROUPS))
    )
    first, *others = groups
    return (first, class_group(look), *others)
