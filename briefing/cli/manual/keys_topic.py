"""The topic `keys`: every action of the reader, with its keys and the name that the settings know it by."""

from __future__ import annotations

from briefing.cli.manual.page import Entries, Entry, Example, Heading, Page, Part, Text
from briefing.tui.keys.actions import ACTIONS, WRITTEN, Where, split_keys

_READING = (
    Heading("In a saved text"),
    Text(
        "`▌` stands beside what this claim quotes, and `│` beside what only others quote; on a wide screen notes"
        " name them. Quotes are never matched loosely: only words that were found are lit."
    ),
    Heading("While a brief is edited"),
    Text(
        "The keys of `briefing edit` win over those of the same name: `u` undoes changes of the brief, and `U` undoes"
        " marks. Each change is written at once, in place; comments, order and layout stay. Nothing is written over a"
        " change of another program: the file is read again, and undo begins anew. In the text what items quote is"
        " dimmed, and what was found and no item quotes is underlined; `v` and the keys that move choose the words to"
        " quote, as the mouse does."
    ),
    Heading("What counts as read"),
    Text(
        "A brief counts as read after two seconds on the screen, once you reach the end of its summary, or when you"
        " leave it with `.`; not while the filter is typed or something lies over it. The version that you read is"
        " kept, so that `d` can say what has changed. Two readers at once lose no mark."
    ),
    Heading("What the next start remembers"),
    Text(
        "The theme of `T`, the order of `S`, the form of `L`, and in each library the filter and the brief. What"
        " you chose last wins over the settings, which are for the first start; --fresh forgets it. A file named on"
        " the command line is what opens. Without a theme, colours follow the terminal: its answer to OSC 11, or"
        " COLORFGBG, says whether it is dark or light, and in terminals with mode 2031 they change with it."
    ),
    Heading("Files that change"),
    Text(
        "Every 0.8 s the reader looks at the files on the screen, up to 64 folders and git's own state; further"
        " folders take turns, and everything is looked at when you come back to the terminal or press `R`. An open"
        " brief that is deleted stays on the screen, marked as gone; a renamed one is followed. A large library is"
        " read in the background the first time; `X` stops that, `R` goes on with it."
    ),
    Heading("Copying"),
    Text(
        "A copy goes to the program `copy` of the settings, else to the terminal (OSC 52), which some terminals"
        " allow only when told to; tmux with `set -g set-clipboard on`. The last row says which way it went."
    ),
)
"""What the reader does without a key."""


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
        *_READING,
        Heading("Other keys"),
        Text("The names in brackets are those of `keys:` in the settings, which gives an action other keys:"),
        Example("keys:\n  app.quit: x\n  move.down: [j, down]"),
    ]
    return Page("Keys", tuple(parts))


def key_name(key: str) -> str:
    """Return how a key is written: "ctrl+d", "*"."""
    return WRITTEN.get(key, key)
