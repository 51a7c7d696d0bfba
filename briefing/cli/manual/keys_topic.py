"""The topic `keys`: every action of the reader, with its keys and the name that the settings know it by."""

from __future__ import annotations

from briefing.cli.manual.page import Entries, Entry, Example, Heading, Page, Part, Text
from briefing.tui.keys.actions import ACTIONS, WRITTEN, Where, split_keys


def keys_page() -> Page:
    """Return the page about keys."""
    parts: list[Part] = [Text("`?` shows the keys of the part that you are in, `:` every action by name.")]
    for where in Where:
        actions = [action for action in ACTIONS if action.where is where]
        entries = tuple(
            Entry(" ".join(map(key_name, split_keys(action.keys))), f"{action.description} ({action.id})")
            for action in actions
        )
        if entries:
            parts += [Heading(where.value), Entries(entries)]
    parts += [
        Heading("Other keys"),
        Text("The names in brackets are those of `keys:` in the settings, which gives an action other keys:"),
        Example("keys:\n  app.quit: x\n  move.down: [j, down]"),
    ]
    return Page("Keys", tuple(parts))


def key_name(key: str) -> str:
    """Return how a key is written: "ctrl+d", "*"."""
    return WRITTEN.get(key, key)
