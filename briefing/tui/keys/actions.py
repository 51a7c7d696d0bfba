"""The table of actions: id, keys, description, and where each acts; and the hints in the last row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from briefing.base.frozen import frozen
from briefing.library.sort_orders import SORT_ORDERS
from briefing.render.panes import PANES


class Where(Enum):
    """The part of the screen in which a key acts."""

    APP = "anywhere"
    SCREEN = "on the reading screen"
    MOVE = "in panes and in the list"
    PANE = "in a pane"
    LIST = "in the list"
    SOURCE_TEXT = "in a saved text"
    EDIT = "while a brief is edited"
    """In the mode that `briefing edit` opens, and only there: in panes, and in the text that is briefed."""
    EDIT_TEXT = "in the text that is briefed"
    SEARCH = "in the search of all briefs"
    PICK = "in the list that picks a brief"
    PAGE = "on a page over the screen"
    QUESTION = "in a question"
    MENU = "in a menu"


@frozen
class Action:
    """Something that a key does."""

    id: str
    """Its name in `keys:` of config.yaml."""
    keys: str
    """Keys as Textual spells them, separated by commas."""
    call: str
    """The Textual action: method `action_NAME` of the part, or of the app if it begins with `app.`."""
    description: str
    """What it does, in a few words, for help and command palette."""
    where: Where


_SORT = f"sort by {', '.join(order.help for order in SORT_ORDERS.values())}"

_TO_PANES = tuple(
    Action(f"pane.{pane.name}", str(digit), f"pane('{pane.name}')", pane.title.lower(), Where.SCREEN)
    for digit, pane in enumerate(PANES, 1)
)

ACTIONS = (
    Action("move.down", "j,down", "down", "next item, or a line down", Where.MOVE),
    Action("move.up", "k,up", "up", "previous item, or a line up", Where.MOVE),
    Action("move.page_down", "space,pagedown", "page(1)", "a page down", Where.MOVE),
    Action("move.page_up", "b,pageup", "page(-1)", "a page up", Where.MOVE),
    Action("move.half_down", "ctrl+d", "half(1)", "half a page down", Where.MOVE),
    Action("move.half_up", "ctrl+u", "half(-1)", "half a page up", Where.MOVE),
    Action("move.start", "g,home", "start", "to the start", Where.MOVE),
    Action("move.end", "G,end", "end", "to the end", Where.MOVE),
    Action("pane.follow", "enter", "follow", "the words that it rests on; for a source, what rests on it", Where.PANE),
    Action("list.choose", "enter", "choose", "read this brief", Where.LIST),
    Action("brief.next", "J", "app.turn(1)", "next brief", Where.SCREEN),
    Action("brief.previous", "K", "app.turn(-1)", "previous brief", Where.SCREEN),
    Action("mark.next", "full_stop", "app.unread(1)", "next unread or changed brief", Where.SCREEN),
    Action("mark.previous", "comma", "app.unread(-1)", "previous unread or changed brief", Where.SCREEN),
    Action("mark.read", "r", "app.mark_read", "mark this brief read, or unread again", Where.SCREEN),
    Action("mark.star", "asterisk", "app.mark_starred", "star this brief, or remove the star", Where.SCREEN),
    Action("mark.all", "A", "app.mark_all", "mark all briefs in the list read, after asking", Where.SCREEN),
    Action("mark.undo", "u", "app.undo_marks", "undo the last marks", Where.SCREEN),
    Action("mark.changes", "d", "app.changes", "what changed since you read it", Where.SCREEN),
    Action("pane.library", "0", "pane('library')", "library", Where.SCREEN),
    *_TO_PANES,
    Action("pane.next", "tab,l,right", "beside(1)", "next pane", Where.SCREEN),
    Action("pane.previous", "shift+tab,h,left", "beside(-1)", "previous pane", Where.SCREEN),
    Action("pane.zoom", "z", "zoom", "this pane alone, or all panes again", Where.SCREEN),
    Action("library.filter", "f", "filter", "filter the list as you type", Where.SCREEN),
    Action("library.new", "w", "app.list_new", "only what is new or has changed; again: all briefs", Where.SCREEN),
    Action("list.form", "L", "app.list_form", "rows of the list: one line each, or whole titles", Where.SCREEN),
    Action("list.sort", "S", "app.sort", _SORT, Where.SCREEN),
    Action("library.reload", "R", "app.reload", "check all files for changes now", Where.SCREEN),
    Action("library.stop", "X", "app.stop_reading", "stop reading a large library", Where.SCREEN),
    Action("find.ask", "slash", "find", "find in the brief", Where.SCREEN),
    Action("find.next", "n", "hit(1)", "next hit", Where.SCREEN),
    Action("find.previous", "N", "hit(-1)", "previous hit", Where.SCREEN),
    Action("trail.back", "left_square_bracket", "app.trail(-1)", "back to where you were", Where.SCREEN),
    Action("trail.forward", "right_square_bracket", "app.trail(1)", "forward again", Where.SCREEN),
    Action("item.words", "s", "app.words", "the words that the item rests on", Where.SCREEN),
    Action("item.pager", "p", "app.pager", "the saved text that the item rests on in your pager", Where.SCREEN),
    Action("item.source", "a", "app.source", "the source of the item; again: its next source", Where.PANE),
    Action("source.falls", "i", "falls", "what falls with who says this; again: with the article", Where.APP),
    Action("item.measure", "m", "measure", "the same measure in other briefs", Where.APP),
    Action("library.search", "F", "search", "search all briefs", Where.APP),
    Action("item.open", "o", "open", "open the address of the source", Where.APP),
    Action("item.pipe", "vertical_line", "pipe", "give the item, the brief or the list to a program", Where.APP),
    Action("item.copy", "y", "copy", "copy the item with its citation", Where.APP),
    Action("brief.copy", "Y", "copy_brief", "copy the brief as Markdown", Where.APP),
    Action("brief.edit", "e", "edit", "edit the brief in your editor", Where.APP),
    Action("brief.problems", "exclamation_mark", "problems", "problems, with their places", Where.APP),
    Action("app.help", "question_mark", "keys", "these keys", Where.APP),
    Action("app.palette", "colon,ctrl+p", "command_palette", "every action by name", Where.APP),
    Action("app.theme", "T", "next_theme", "next theme", Where.APP),
    Action("app.redraw", "ctrl+l", "redraw", "draw the screen again", Where.APP),
    Action("app.suspend", "ctrl+z", "suspend_process", "suspend; fg brings it back", Where.APP),
    Action("screen.leave", "escape", "leave", "leave find, filter or zoom", Where.SCREEN),
    Action("app.quit", "q", "app.done", "quit", Where.SCREEN),
    Action("passage.back", "left_square_bracket,q,s", "back", "back to exactly where you were", Where.SOURCE_TEXT),
    Action("passage.leave", "escape", "leave", "leave find; else back to exactly where you were", Where.SOURCE_TEXT),
    Action("passage.next", "n", "next(1)", "next cite of the item; after find the next hit", Where.SOURCE_TEXT),
    Action("passage.previous", "N", "next(-1)", "previous cite; after find the previous hit", Where.SOURCE_TEXT),
    Action("passage.find", "slash", "find", "find in the saved text", Where.SOURCE_TEXT),
    Action("passage.claim", "enter", "claim", "to the claim that quotes this line, or the source", Where.SOURCE_TEXT),
    Action("passage.source", "4,a", "source", "to the source in the Sources pane", Where.SOURCE_TEXT),
    Action("passage.pager", "p", "app.pager", "the saved text in your pager", Where.SOURCE_TEXT),
    Action("edit.confirm", "c", "app.confirm", "confirm the item, and go on to the next", Where.EDIT),
    Action("edit.drop", "x", "app.drop", "drop the item", Where.EDIT),
    Action("edit.reword", "t", "app.reword", "type other words for the item: text or label", Where.EDIT),
    Action(
        "edit.speaker", "B", "app.speaker", "who says the item: the article itself, or one of its speakers", Where.EDIT
    ),
    Action("edit.up", "less_than_sign", "app.move(-1)", "move the item up", Where.EDIT),
    Action("edit.down", "greater_than_sign", "app.move(1)", "move the item down", Where.EDIT),
    Action("edit.undo", "u", "app.undo", "undo the last change of the brief", Where.EDIT),
    Action("edit.finish", "W", "app.finish", "finish: what is wrong first, then status: final", Where.EDIT),
    Action("text.found", "tab", "found(1)", "next thing that no item quotes", Where.EDIT_TEXT),
    Action("text.found_before", "shift+tab", "found(-1)", "the thing before that no item quotes", Where.EDIT_TEXT),
    Action("text.add", "a", "app.add", "add what the cursor is on to the brief", Where.EDIT_TEXT),
    Action("text.select", "v", "select", "choose your own words; again: from the other end", Where.EDIT_TEXT),
    Action("text.quote", "Q", "app.quote", "your own words become the quote of an item that is there", Where.EDIT_TEXT),
    Action("text.down", "j,down", "sentence(1)", "next sentence", Where.EDIT_TEXT),
    Action("text.up", "k,up", "sentence(-1)", "sentence before", Where.EDIT_TEXT),
    Action("text.right", "l,right", "thing(1)", "next number, date or speaker", Where.EDIT_TEXT),
    Action("text.left", "h,left", "thing(-1)", "number, date or speaker before", Where.EDIT_TEXT),
    Action("text.word", "w", "word(1)", "next word", Where.EDIT_TEXT),
    Action("text.word_before", "b", "word(-1)", "word before", Where.EDIT_TEXT),
    Action("text.page_down", "space,pagedown", "page(1)", "a page down", Where.EDIT_TEXT),
    Action("text.page_up", "pageup,ctrl+b", "page(-1)", "a page up", Where.EDIT_TEXT),
    Action("text.start", "g,home", "end(-1)", "to the start", Where.EDIT_TEXT),
    Action("text.end", "G,end", "end(1)", "to the end", Where.EDIT_TEXT),
    Action("text.item", "enter", "item", "to the item that quotes these words", Where.EDIT_TEXT),
    Action("text.find", "slash", "find", "find in the text", Where.EDIT_TEXT),
    Action("text.next", "n", "hit(1)", "next hit", Where.EDIT_TEXT),
    Action("text.previous", "N", "hit(-1)", "hit before", Where.EDIT_TEXT),
    Action("text.back", "q,s,left_square_bracket", "back", "back to the brief", Where.EDIT_TEXT),
    Action("text.leave", "escape", "leave", "leave your own words, or find; else back to the brief", Where.EDIT_TEXT),
    Action("search.kind", "tab", "kind(1)", "one kind of hits at a time", Where.SEARCH),
    Action("search.kind_before", "shift+tab", "kind(-1)", "the kind of hits before", Where.SEARCH),
    Action("search.page_down", "pagedown", "page(1)", "a page of hits down", Where.SEARCH),
    Action("search.page_up", "pageup", "page(-1)", "a page of hits up", Where.SEARCH),
    Action("search.start", "home", "end(-1)", "to the first hit", Where.SEARCH),
    Action("search.end", "end", "end(1)", "to the last hit", Where.SEARCH),
    Action("pick.turn", "tab,f,slash", "change_focus", "from the filter to the list, and back", Where.PICK),
    Action("pick.leave", "escape,q", "leave", "pick nothing", Where.PICK),
    Action("page.next", "i", "next", "what falls with the next source of the claim", Where.PAGE),
    Action("page.edit", "e", "edit", "edit the file at this problem", Where.PAGE),
    Action("question.yes", "y,enter", "yes", "do what is asked about", Where.QUESTION),
    Action("question.no", "n,escape,q", "no", "do nothing", Where.QUESTION),
    Action("menu.page_down", "pagedown", "page(1)", "a page of choices down", Where.MENU),
    Action("menu.page_up", "pageup", "page(-1)", "a page of choices up", Where.MENU),
    Action("page.close", "escape,q", "close", "close this page", Where.PAGE),
)

IN_EDITING = {"mark.undo": "U"}
"""Keys of actions while a brief is edited, where `Where.EDIT` has the usual ones. The settings may give others."""

HINTS = (
    (("text.found",), "next found"),
    (("text.add",), "add"),
    (("edit.confirm",), "confirm"),
    (("edit.drop",), "drop"),
    (("text.select",), "own words"),
    (("edit.reword",), "reword"),
    (("edit.speaker",), "who says it"),
    (("edit.up", "edit.down"), "move"),
    (("edit.undo",), "undo"),
    (("edit.finish",), "finish"),
    (("text.back",), "back"),
    (("move.down", "move.up"), "item"),
    (("brief.next", "brief.previous"), "brief"),
    (("mark.next",), "unread"),
    (("pane.library", *(action.id for action in _TO_PANES)), "panes"),
    (("list.choose",), "read"),
    (("passage.next", "passage.previous"), "cite"),
    (("passage.back",), "back"),
    (("passage.claim",), "go there"),
    (("passage.source",), "source"),
    (("passage.pager",), "pager"),
    (("item.words",), "words"),
    (("find.ask", "passage.find"), "find"),
    (("library.filter",), "filter"),
    (("library.search",), "search"),
    (("pane.zoom",), "zoom"),
    (("item.copy",), "copy"),
    (("list.sort",), "sort"),
    (("app.quit",), "quit"),
    (("app.help",), "keys"),
    (("page.close",), "close"),
)
"""Hints of the last row: actions, and one word for them. If there is little room, the last hint stays."""

CHOOSING_HINTS = (
    (("text.word", "text.word_before"), "move this end"),
    (("text.select",), "the other end"),
    (("text.down", "text.up"), "whole sentences"),
    (("text.add",), "add"),
    (("text.quote",), "quote of an item"),
    (("text.leave",), "leave"),
)
"""Hints of the last row while words of a text are chosen."""

FIELD_HINTS = (("enter", "list"), ("esc", "all briefs"))
"""Hints while the filter is typed into. The field handles these keys itself."""

SEARCH_HINTS = (("enter", "go there"), ("↑ ↓", "hits"), ("tab", "one kind"), ("^u", "another search"), ("esc", "back"))
"""Hints while all briefs are searched."""

MENU_HINTS = (("enter", "do it"), ("↑ ↓", "choose"), ("esc", "close"))
"""Hints of a menu."""

PICK_HINTS = (("enter", "pick"), ("↑ ↓", "brief"), ("tab", "list"), ("esc", "none"))
"""Hints of `briefing pick`."""

WRITTEN = {
    "space": "space",
    "enter": "enter",
    "tab": "tab",
    "escape": "esc",
    "slash": "/",
    "full_stop": ".",
    "question_mark": "?",
    "exclamation_mark": "!",
    "asterisk": "*",
    "comma": ",",
    "colon": ":",
    "vertical_line": "|",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}
"""How keys with long names are written. Textual knows the others, which the first frame does not need."""
_DRAWN = {**WRITTEN, "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "pgup", "pagedown": "pgdn"}
"""How the keys in `ACTIONS` are written on the page of keys, as Textual writes them."""


def with_modifiers(key: str, written: str) -> str:
    """Return how a key is written, "^p" for "ctrl+p", from how it is written without modifiers."""
    modifiers = key.rpartition("+")[0]
    return f"^{written}" if modifiers == "ctrl" else f"{modifiers}+{written}" if modifiers else written


def default_keys(action: Action) -> str:
    """Return the keys of an action as people write them, unless the settings give it others."""
    names = [(key, key.rpartition("+")[2]) for key in split_keys(action.keys)]
    return " ".join(with_modifiers(key, _DRAWN.get(name, name)) for key, name in names)


def is_app_action(call: str) -> bool:
    """Tell whether an action, without its parameters, is one of the app that a key on a page could call."""
    calls = {Where.APP: call, Where.PANE: f"app.{call}", Where.LIST: f"app.{call}"}
    return any(action.call.partition("(")[0] == calls.get(action.where) for action in ACTIONS)


def action_of(binding_id: str | None) -> Action | None:
    """Return the action with an id, or None."""
    return next((action for action in ACTIONS if action.id == binding_id), None)


def split_keys(keys: str) -> list[str]:
    """Return the keys of a comma-separated list; a comma alone is the key comma."""
    return [","] if keys.strip() == "," else [key.strip() for key in keys.split(",") if key.strip()]


def hints_of(keys: Mapping[str, str], table: Sequence[tuple[Sequence[str], str]] = HINTS) -> list[tuple[str, str]]:
    """Return the hints, keys and word, for actions that are bound; `keys` has the first key of each by id."""
    found = [([keys[name] for name in names if name in keys], word) for names, word in table]
    return [(_joined(keys), word) for keys, word in found if keys]


def hints_in(places: Iterable[Where]) -> list[tuple[str, str]]:
    """Return the hints for these parts of the screen, with the default keys."""
    listening = frozenset(places)
    firsts = ((action.id, split_keys(action.keys)[0]) for action in ACTIONS if action.where in listening)
    return hints_of({name: WRITTEN.get(key, key) for name, key in firsts})


def _joined(keys: list[str]) -> str:
    digits = "".join(keys)
    run = len(keys) > 2 and digits.isdigit() and digits in "0123456789"  # noqa: PLR2004 - two keys need no range
    return f"{keys[0]}–{keys[-1]}" if run else " ".join(keys)
