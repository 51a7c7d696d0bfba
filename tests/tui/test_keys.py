"""The keys as data: what is shown of them, and what becomes of a reader's own."""

from __future__ import annotations

import pytest

from briefing.tui.app import BriefingApp
from briefing.tui.edit_app import EditingApp
from briefing.tui.keys.actions import ACTIONS, IN_EDITING, Where, default_keys, split_keys
from briefing.tui.keys.bindings import hints, key_label, usable_keymap, written_keys
from briefing.tui.screens.menu import MenuScreen
from briefing.tui.screens.page import PageScreen
from briefing.tui.screens.pick import PickScreen
from briefing.tui.screens.question import QuestionScreen
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.screens.search import SearchScreen
from briefing.tui.screens.source_text import SourceTextScreen
from briefing.tui.screens.text_to_brief import TextToBriefScreen
from briefing.tui.widgets.brief_list import LibraryList
from briefing.tui.widgets.sheet_pane import Pane


def test_every_action_has_an_id_of_its_own() -> None:
    names = [action.id for action in ACTIONS]
    assert len(names) == len(set(names))


def test_every_action_is_one_of_the_part_that_listens() -> None:
    parts: dict[Where, tuple[type[object], ...]] = {
        Where.APP: (BriefingApp,),
        Where.SCREEN: (ReadingScreen,),
        Where.MOVE: (Pane, LibraryList),
        Where.PANE: (Pane,),
        Where.LIST: (LibraryList,),
        Where.SOURCE_TEXT: (SourceTextScreen,),
        Where.SEARCH: (SearchScreen,),
        Where.PICK: (PickScreen,),
        Where.PAGE: (PageScreen,),
        Where.MENU: (MenuScreen,),
        Where.QUESTION: (QuestionScreen,),
        Where.EDIT: (EditingApp,),
        Where.EDIT_TEXT: (TextToBriefScreen,),
    }
    calls = [(part, action.call.partition("(")[0]) for action in ACTIONS for part in parts[action.where]]
    apps = {EditingApp, TextToBriefScreen}
    names = [
        (EditingApp if part in apps else BriefingApp, name[4:]) if name.startswith("app.") else (part, name)
        for part, name in calls
    ]
    assert [name for part, name in names if not hasattr(part, f"action_{name}")] == []


def test_no_two_actions_share_a_key_where_both_listen() -> None:
    for where in (Where.PANE, Where.LIST, Where.SOURCE_TEXT):
        parts = {Where.APP, Where.MOVE, where} | ({Where.SCREEN} if where is not Where.SOURCE_TEXT else set())
        keys = [key for action in ACTIONS if action.where in parts for key in split_keys(action.keys)]
        assert len(keys) == len(set(keys))


def test_the_keys_of_editing_are_those_of_no_other_action_then() -> None:
    for places in (
        (Where.APP, Where.MOVE, Where.SCREEN, Where.PANE, Where.EDIT),
        (Where.APP, Where.EDIT, Where.EDIT_TEXT),
    ):
        bound = [
            key
            for action in ACTIONS
            if action.where in places
            for key in split_keys(IN_EDITING.get(action.id, action.keys))
        ]
        assert sorted(bound) == sorted(set(bound))


def test_a_key_of_editing_is_free_for_reading() -> None:
    wanted = {"app.quit": "x", "item.copy": "c", "brief.next": "W"}
    assert usable_keymap(wanted) == (wanted, ())


def test_a_key_of_ones_own_is_taken() -> None:
    assert usable_keymap({"brief.next": "ctrl+n, f5"})[0] == {"brief.next": "ctrl+n, f5"}


@pytest.mark.parametrize(
    ("name", "keys", "part"),
    [
        pytest.param("brief.nxt", "x", "did you mean “brief.next”?", id="unknown-action"),
        pytest.param("nothing-like-it", "x", "no action is called", id="no-hint"),
        pytest.param("brief.next", "blurb", "“blurb” for “brief.next” is not a key", id="unknown-key"),
        pytest.param("brief.next", "wheel+x", "is not a key", id="unknown-modifier"),
        pytest.param("brief.next", "q", "taken by “app.quit”", id="clash"),
        pytest.param("brief.next", "?", "taken by “app.help”", id="clash-by-character"),
        pytest.param("brief.next", "ctrl+q", "always quits", id="the-way-out"),
        pytest.param("brief.next", " ", "has no key", id="empty"),
    ],
)
def test_what_cannot_be_mapped_is_said_and_left_out(name: str, keys: str, part: str) -> None:
    keymap, faults = usable_keymap({name: keys})
    assert keymap == {}
    assert [part in sentence for _, sentence in faults] == [True]


def test_a_key_that_another_action_gave_up_is_free() -> None:
    wanted = {"app.quit": "Q", "brief.next": "q"}
    assert usable_keymap(wanted) == (wanted, ())


def test_the_list_and_a_pane_may_use_the_same_key() -> None:
    wanted = {"list.choose": "x", "pane.follow": "x"}
    assert usable_keymap(wanted) == (wanted, ())


@pytest.mark.parametrize(
    ("key", "written"),
    [("question_mark", "?"), ("ctrl+p", "^p"), ("J", "J"), ("space", "space"), ("shift+tab", "shift+tab")],
)
def test_keys_are_written_as_people_write_them(key: str, written: str) -> None:
    assert key_label(key) == written


def test_default_keys_are_written_the_same_without_textual() -> None:
    assert [default_keys(action) for action in ACTIONS] == [written_keys(action.id, {}) for action in ACTIONS]


def test_hints_tell_only_what_is_bound_now() -> None:
    active = [("pane.library", "0"), ("pane.summary", "1"), ("pane.figures", "2"), ("app.quit", "f10"), (None, "x")]
    assert hints(active) == [("0–2", "panes"), ("f10", "quit")]


def test_of_many_wrong_names_the_first_get_a_suggestion() -> None:
    _, faults = usable_keymap({f"app.quit{number}": "x" for number in range(200)})
    assert len(faults) == 200
    assert ["did you mean" in sentence for _, sentence in faults] == [True] * 20 + [False] * 180
