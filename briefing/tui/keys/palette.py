"""The palette: the actions that can be run from where the reader is, in groups, as choices of a menu."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from briefing.tui.keys.actions import ACTIONS, Action, Where


class Group(StrEnum):
    """What an action is about."""

    EDIT = "Editing"
    PASSAGE = "Saved text"
    ITEM = "Item"
    BRIEF = "Brief"
    LIBRARY = "Library"
    SCREEN = "Screen"
    MOVE = "Moving"
    THEME = "Theme"


_OF_PREFIX = {
    "edit": Group.EDIT,
    "text": Group.EDIT,
    "passage": Group.PASSAGE,
    "item": Group.ITEM,
    "source": Group.ITEM,
    "brief": Group.BRIEF,
    "mark": Group.BRIEF,
    "find": Group.BRIEF,
    "list": Group.LIBRARY,
    "library": Group.LIBRARY,
    "pane": Group.SCREEN,
    "app": Group.SCREEN,
    "screen": Group.SCREEN,
    "trail": Group.MOVE,
    "move": Group.MOVE,
}
_OF_ID = {"pane.follow": Group.ITEM, "mark.all": Group.LIBRARY, "mark.undo": Group.LIBRARY}
_IN_LIST = (Group.LIBRARY, Group.BRIEF)
"""The groups that stand first while the reader is in the list."""


def group_of(action: Action) -> Group:
    """Return the group of an action: by its id, else by what stands before the dot."""
    return _OF_ID.get(action.id) or _OF_PREFIX.get(action.id.partition(".")[0], Group.SCREEN)


def palette_actions(listening: Iterable[Where], *, in_list: bool) -> list[Action]:
    """Return the actions of the listening parts by group; what the place of the reader can do stands first."""
    parts = frozenset(listening)
    order = list(dict.fromkeys((*(_IN_LIST if in_list else ()), *Group)))
    found = [action for action in ACTIONS if action.where in parts and action.id != "app.palette"]
    return sorted(found, key=lambda action: order.index(group_of(action)))
