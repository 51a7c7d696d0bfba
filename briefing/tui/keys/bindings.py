"""Keys as Textual has them: bindings, how a key is written, hints, and the reader's own key map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import Binding, BindingType
from textual.keys import Keys, format_key, key_to_character

from briefing.base.safe_text import visible
from briefing.base.suggestions import did_you_mean
from briefing.tui.keys.actions import (
    ACTIONS,
    HINTS,
    WRITTEN,
    Action,
    Where,
    action_of,
    hints_of,
    split_keys,
    with_modifiers,
)

_ALWAYS_QUITS = "ctrl+q"
"""The key that Textual binds to quit with priority. No other action may have it."""

_NAMED_KEYS = frozenset(key.value for key in Keys)
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "meta", "hyper"})
_EDITING = (Where.EDIT, Where.EDIT_TEXT)
_APART = (
    frozenset({Where.PANE, Where.LIST}),
    *(frozenset({Where.SEARCH, place}) for place in Where if place not in {Where.SEARCH, Where.APP}),
    *(frozenset({Where.PICK, place}) for place in Where if place not in {Where.PICK, Where.MOVE, Where.LIST}),
    *(frozenset({Where.SOURCE_TEXT, place}) for place in (Where.PANE, Where.LIST, Where.SCREEN, Where.PAGE)),
    # While a brief is edited, its keys win over those of the same name: they must not take any from the reading.
    *(frozenset({mode, place}) for mode in _EDITING for place in Where if place not in _EDITING),
)
"""Sets of parts in which the same key may do different things, since they never act at the same time."""
_OVER = frozenset({Where.PAGE, Where.QUESTION, Where.MENU})
"""Parts over the screen: nothing but the keys that move acts together with theirs."""


_SUGGESTED = 20
"""Wrong names of actions beside which a like one is suggested: to look for it takes a millisecond or two each."""


def bindings(*places: Where) -> list[BindingType]:
    """Return the bindings of all actions in these parts of the screen.

    They have priority, so that keys act in their order even if many come at once: the words after `f` go to the filter.
    """
    return [
        Binding(a.keys, a.call, a.description, show=False, priority=True, id=a.id) for a in ACTIONS if a.where in places
    ]


def key_label(key: str) -> str:
    """Return a key as people write it: "^p" for "ctrl+p", "?" for "question_mark"."""
    name = key.rpartition("+")[2]
    return with_modifiers(key, WRITTEN.get(name) or key_to_character(name) or format_key(name))


def written_keys(action_id: str, keymap: Mapping[str, str]) -> str:
    """Return all keys of an action as people write them: "y enter". Empty: there is no such action."""
    keys = keymap.get(action_id) or next((action.keys for action in ACTIONS if action.id == action_id), "")
    return " ".join(key_label(key) for key in split_keys(keys))


def first_key(action_id: str, keymap: Mapping[str, str]) -> str:
    """Return the first key of an action as people write it."""
    return written_keys(action_id, keymap).partition(" ")[0]


def usable_keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Return the usable entries of a key map, and for each other one its name, "keys.ID", with a sentence."""
    keymap: dict[str, str] = {}
    faults: list[tuple[str, str]] = []
    for name, keys in wanted.items():
        sentence = _fault(name, keys, keymap, suggests=len(faults) < _SUGGESTED)
        if sentence is None:
            keymap[name] = keys
        else:
            faults.append((f"keys.{name}", sentence))
    return keymap, tuple(faults)


def _fault(name: str, keys: str, keymap: Mapping[str, str], *, suggests: bool) -> str | None:
    action = action_of(name)
    if action is None:
        meant = did_you_mean(name, (known.id for known in ACTIONS)) if suggests else ""
        return f"no action is called {_quoted(name)}{meant}"
    unknown = [key for key in split_keys(keys) if not _is_key(key)]
    if unknown or not split_keys(keys):
        return f"{_quoted(unknown[0])} for {_quoted(name)} is not a key" if unknown else f"{_quoted(name)} has no key"
    wanted = {_canonical(key) for key in split_keys(keys)}
    if _ALWAYS_QUITS in wanted:
        return f"{_quoted(_ALWAYS_QUITS)} always quits and cannot be given to {_quoted(name)}"
    for other in ACTIONS:
        taken = {_canonical(key) for key in split_keys(keymap.get(other.id, other.keys))}
        if other is not action and not _never_meet(action, other) and (both := wanted & taken):
            return f"{_quoted(min(both))} for {_quoted(name)} is taken by {_quoted(other.id)} ({other.description})"
    return None


def _quoted(word: str) -> str:
    return f"“{visible(word)}”"


def _is_key(key: str) -> bool:
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    known = len(name) == 1 or name in _NAMED_KEYS or key_to_character(name) is not None
    return known and _MODIFIERS.issuperset(modifiers)


def _canonical(key: str) -> str:
    return key_to_character(key) or key


def _never_meet(one: Action, other: Action) -> bool:
    """Tell whether two actions can have the same key, since they never act at the same time."""
    parts = {one.where, other.where}
    return parts in _APART or (not _OVER.isdisjoint(parts) and len(parts) > 1 and Where.MOVE not in parts)


def hints(
    active: Iterable[tuple[str | None, str]], table: Sequence[tuple[Sequence[str], str]] = HINTS
) -> list[tuple[str, str]]:
    """Return the hints of a table, keys and word, for the bindings (id and key) that are active."""
    first: dict[str, str] = {}
    for name, key in active:
        if name is not None:
            first.setdefault(name, key_label(key))
    return hints_of(first, table)
