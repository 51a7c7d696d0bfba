"""The table of keys that are pressed: each action of the reader in a state in which it does something.

To measure another key, add a step to a drill, or a drill. A test holds that every action of `tui/keys/actions.py` is
in a drill or in `LEFT_OUT`.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.tui.keys.actions import WRITTEN, action_of, split_keys
from tests.support.realistic import RARE, head_of

_BYTES = {
    "space": " ",
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "home": "\x1b[H",
    "end": "\x1b[F",
}
"""What a terminal sends for keys with long names."""
_LONGEST = 40
"""Letters of what an action does in the name of a row."""
_EMPTY = "\x15"
"""Control and U: the search keeps what was typed before."""
_OPENED = head_of(0).title
"""A brief with 13 claims, which every library has."""


class Step(NamedTuple):
    """A key that is pressed, and the row that it is measured for."""

    keys: str
    row: str = ""
    """Empty: the key only leads to the next one."""
    action: str = ""
    """Its id, if it is an action."""


class Drill(NamedTuple):
    """Keys that are pressed again and again, and end where they began."""

    cycle: tuple[Step, ...]
    setup: tuple[str, ...] = ("1",)
    """Typed before, after a usual brief was opened."""
    back: tuple[str, ...] = ()
    """Typed after it, beside escape, which is typed between all drills."""
    is_large: bool = False
    """In the library with a brief of 300 KB."""
    is_wide: bool = False
    """Also in a large terminal."""


def act(name: str, state: str = "") -> Step:
    """Return the step that calls an action by its first key, and where that is said."""
    action = action_of(name)
    assert action is not None, name
    key = split_keys(action.keys)[0]
    does = action.description.partition(";")[0].partition(", after")[0][:_LONGEST].strip(" ,")
    row = f"{WRITTEN.get(key, key)}  {does}{f', {state}' if state else ''}"
    return Step(key_bytes(key), row, name)


def key_bytes(key: str) -> str:
    """Return what a terminal sends for a key as Textual names it."""
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) - ord("a") + 1)
    return _BYTES.get(key) or WRITTEN.get(key, key)


def lead(*keys: str) -> tuple[Step, ...]:
    """Return steps that are not measured."""
    return tuple(Step(key) for key in keys)


def letters(row: str, words: str) -> tuple[Step, ...]:
    """Return a step for each letter that is typed."""
    return tuple(Step(letter, row) for letter in words)


def _turn(*names: str, times: int = 4, state: str = "") -> tuple[Step, ...]:
    """Return each action some times, one after the other."""
    return tuple(act(name, state) for name in names for _ in range(times))


_SCROLL = ("move.end", "move.start", "move.page_down", "move.page_up", "move.half_down", "move.half_up")
_FIND, _SEARCH, _FILTER = "/ a letter", "F a letter", "f a letter"
_LARGE = ("1",)

DRILLS = (
    Drill((*_turn("move.down", "move.up"), *_turn(*_SCROLL, times=1))),
    Drill(_turn("brief.next", "brief.previous", times=8), is_wide=True),
    Drill(_turn("pane.figures", "pane.timeline", "pane.sources", "pane.library", "pane.summary", times=1)),
    Drill(_turn("pane.next", "pane.previous", times=3)),
    Drill((act("pane.zoom"), *lead("z"))),
    Drill((*lead("z"), act("pane.zoom", "back"))),
    Drill(
        (*_turn("move.down", "move.up", state="in the list"), *_turn(*_SCROLL, times=1, state="in the list")), ("0",)
    ),
    Drill((act("list.choose"), *lead("0")), ("0",)),
    Drill((act("item.words"), act("passage.back")), is_wide=True),
    Drill((act("pane.follow"), act("passage.leave"))),
    Drill(_turn("passage.next", "passage.previous", times=1), ("1", "s")),
    Drill(_turn("move.down", "move.up", state="in a saved text"), ("1", "s")),
    Drill((act("passage.claim"), *lead("s")), ("1", "s")),
    Drill((act("passage.source"), *lead("[")), ("1", "s")),
    Drill(
        (act("passage.find"), *letters(f"{_FIND}, saved text", "town"), *lead("\r", "n", "\x1b")),
        ("1", "s"),
    ),
    Drill(
        (
            act("library.filter"),
            *letters(f"{_FILTER}, one word", "council"),
            act("screen.leave", "the filter"),
        )
    ),
    Drill((*lead("f"), *letters(f"{_FILTER}, two words, the second rare", f"of {RARE}"), *lead("\x1b"))),
    Drill((act("library.search"), *letters(f"{_SEARCH}, one word", "council"), *lead(_EMPTY, "\x1b"))),
    Drill((*lead("F", _EMPTY), *letters(f"{_SEARCH}, two words, the second rare", f"of {RARE}"), *lead("\x1b"))),
    Drill(
        _turn(
            "search.kind",
            "search.kind_before",
            "search.page_down",
            "search.page_up",
            "search.end",
            "search.start",
            times=1,
        ),
        ("F", _EMPTY, "water"),
    ),
    Drill((act("list.sort"),)),
    Drill((act("list.form"),)),
    Drill((act("library.new"),)),
    Drill((act("app.theme"),)),
    Drill((act("app.palette"), Step("t", ": a letter"), act("menu.page_down"), act("menu.page_up"), *lead("\x1b"))),
    Drill((act("app.help"), *_turn("move.page_down", "move.page_up", times=1, state="in the help"), act("page.close"))),
    Drill(_turn("mark.next", "mark.previous", times=3)),
    Drill((act("mark.star"), act("mark.undo"))),
    Drill((act("mark.read"), *lead("r"))),
    Drill((act("mark.all"), act("question.no"))),
    Drill((act("mark.changes"), *lead("\x1b"))),
    Drill(
        (
            act("find.ask"),
            *letters(f"{_FIND}", "people"),
            *lead("\r"),
            act("find.next"),
            act("find.previous"),
            act("screen.leave", "find"),
        )
    ),
    Drill((*lead("J"), *_turn("trail.back", "trail.forward", times=3), *lead("["))),
    Drill((act("item.source"), *lead("["))),
    Drill((act("source.falls"), act("page.next"), *lead("\x1b"))),
    Drill((act("item.measure"), *lead("\x1b")), ("2",)),
    Drill((act("brief.problems"), *lead("\x1b"))),
    Drill((act("item.copy"), act("brief.copy"))),
    Drill((act("app.redraw"), act("library.reload"))),
    Drill(_turn("move.down", "move.up", state="300 KB"), _LARGE, is_large=True),
    Drill(_turn(*_SCROLL, times=1, state="300 KB"), _LARGE, is_large=True),
    Drill(_turn("brief.previous", "brief.next", times=1, state="300 KB"), _LARGE, is_large=True),
    Drill(
        (
            *lead("/"),
            *letters(f"{_FIND}, 300 KB", "people"),
            *lead("\r"),
            act("find.next", "300 KB"),
            act("find.previous", "300 KB"),
            *lead("\x1b"),
        ),
        _LARGE,
        is_large=True,
    ),
    Drill((act("item.words", "300 KB"), act("passage.back", "300 KB")), _LARGE, is_large=True),
)

LEFT_OUT = {
    "library.stop": "stops what is measured",
    "item.open": "starts a browser",
    "item.pipe": "starts a program of the settings",
    "brief.edit": "starts an editor",
    "page.edit": "starts an editor",
    "item.pager": "starts a pager",
    "passage.pager": "starts a pager",
    "app.suspend": "stops the process",
    "app.quit": "ends it; that is in every start",
    "question.yes": "marks the whole library",
    "pick.turn": "of `briefing pick`",
    "pick.leave": "of `briefing pick`",
}
"""Actions that are not pressed, and why."""
TARGETS = {
    act("item.words").row: ((12, 25), (20, 40)),
    "/ a letter, 300 KB": ((16, 30),),
    f"{_FILTER}, one word": ((12, 25),),
    f"{_FILTER}, two words, the second rare": ((12, 25),),
    f"{_SEARCH}, one word": ((16, 30),),
    f"{_SEARCH}, two words, the second rare": ((16, 30),),
}
"""Median and 95th percentile in milliseconds where they are not the usual ones, at each size of terminal."""
USUAL_TARGET = (8, 16)


def opened_by() -> str:
    """Return what is typed to open the brief that the drills are in."""
    return f"f{_OPENED}"
