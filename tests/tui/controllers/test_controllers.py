"""Controllers by themselves, without an app: each is given a state, a view that notes what is shown, and workers."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library.index.scan.folder import ScanCancelledError
from briefing.render.lines import Target, TargetKind
from briefing.tui.controllers.brief_list import BriefList
from briefing.tui.controllers.clipboard import Clipboard
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.external import External
from briefing.tui.controllers.navigation import Navigation
from briefing.tui.controllers.notifications import Notification
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.controllers.source_text import SourceTextReader
from briefing.tui.controllers.sync.list_update import ListUpdate
from briefing.tui.controllers.when_checked import WhenChecked
from tests.support.app import brief, write
from tests.support.view import NotedView, without_app


class Given:
    """Controllers that call each other, and the view that they show on."""

    def __init__(self, context: Context, view: NotedView) -> None:
        self.context, self.view, self.state = context, view, context.state
        self.open_brief = OpenBrief(context, BriefList(context))
        self.external = External(context, self.open_brief, Clipboard(context, None))
        self.navigation = Navigation(context, self.open_brief, self.external)
        self.when_checked = WhenChecked(context)
        self.source_text = SourceTextReader(context, self.navigation, self.when_checked)
        self.shown: list[int] = []
        """Rows that were opened; showing them needs a loop and is left out."""
        context.notifications.row_left.listen(lambda: self.shown.append(self.state.row))
        self.open_brief.show = lambda: None  # type: ignore[method-assign]


@pytest.fixture
def given(tmp_path: Path) -> Iterator[Given]:
    folder = write(tmp_path, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"))
    for context, view in without_app(folder):
        yield Given(context, view)


def test_listeners_are_called_in_the_order_in_which_they_were_added() -> None:
    notification, heard = Notification[[int]](), list[str]()
    notification.listen(lambda number: heard.append(f"first {number}"), lambda number: heard.append(f"second {number}"))
    notification.send(7)
    assert heard == ["first 7", "second 7"]


def test_a_row_is_drawn_anew_for_the_counts_of_a_check_only_if_it_did_not_say_them(given: Given) -> None:
    brief_rows, drawn = given.state.brief_rows, list[int | None]()

    def forget(row: int | None = None) -> None:
        drawn.append(row)

    given.state.row = brief_rows.rows[0]
    given.state.entry = brief_rows.entry(given.state.row)
    given.view.reading_screen.library.forget = forget  # type: ignore[method-assign]
    brief_rows.library.evidence(given.state.entry)
    for _ in range(2):  # each knows nothing of what the other has noted
        list_update = ListUpdate(given.context, BriefList(given.context), given.open_brief, given.navigation)
        list_update.note_counts(given.state.entry)
        assert list_update.has_counts
    assert drawn == [given.state.row]


def test_a_turn_opens_the_next_brief(given: Given) -> None:
    given.navigation.turn(1)
    assert given.shown == [given.state.brief_rows.rows[1]]


def test_before_the_first_move_there_is_nothing_to_go_back_to(given: Given) -> None:
    given.navigation.go_back(-1)
    assert given.view.said == ["there is nothing before this"]


def test_the_last_brief_has_none_after_it(given: Given) -> None:
    given.state.is_known = True
    given.navigation.go_to_place(3)
    assert (given.view.said, given.shown) == (["this is the last brief"], [])


def test_a_move_beyond_a_list_that_is_not_known_is_made_once_it_is(given: Given) -> None:
    given.navigation.go_to_place(3)
    assert given.view.said == ["the library is still being looked at: the reader goes on as soon as it is known"]
    given.state.is_known = True
    given.navigation.make_waiting_moves()
    assert given.shown == [given.state.brief_rows.rows[1]]


def test_what_cannot_be_copied_is_said(given: Given) -> None:
    given.external.copy()
    assert (given.view.said, given.view.copied) == (["there is nothing to copy here: Y copies the whole brief"], [])


def test_an_item_is_copied_with_its_source(given: Given) -> None:
    given.view.item = Target(TargetKind.FIGURE, 0)
    given.external.copy()
    assert "850 metres" in given.view.copied[0]
    assert "Bridge news" in given.view.copied[0]


def test_what_rests_on_no_source_has_no_words_to_show(given: Given) -> None:
    given.view.item = Target(TargetKind.OPEN, 0)
    given.source_text.open_item()
    assert (given.view.said, given.view.has_source_text) == (["no source says this: there are no words to show"], False)


def test_what_falls_with_a_source_is_shown_once_the_brief_is_checked(given: Given) -> None:
    given.view.item = Target(TargetKind.FIGURE, 0)
    given.source_text.list_dependents()
    assert (given.view.said, given.view.pages) == (
        ["the brief is still being checked: this comes as soon as it is"],
        [],
    )
    given.state.evidence = given.state.brief_rows.library.evidence(given.state.entry)
    given.when_checked.go_on()
    given.when_checked.go_on()
    assert given.view.pages == ["What falls with it"]


def test_what_waits_for_the_check_is_given_up_at_another_key_or_another_brief(given: Given) -> None:
    done: list[str] = []
    evidence = given.state.brief_rows.library.evidence(given.state.entry)
    given.when_checked.do(lambda: done.append("after a key"))
    given.context.workers.note_key()
    given.state.evidence = evidence
    given.when_checked.go_on()
    given.state.evidence = None
    given.when_checked.do(lambda: done.append("in another brief"))
    given.state.entry = given.state.brief_rows.entry(given.state.brief_rows.rows[1])
    given.state.evidence = evidence
    given.when_checked.go_on()
    assert done == []


async def test_workers_take_nothing_on_once_they_are_stopped(given: Given) -> None:
    workers = given.context.workers
    assert await workers.in_library(lambda: 1) == 1
    assert await workers.in_marks(lambda: 2) == 2
    workers.stop_library()
    workers.stop_asking()
    with pytest.raises(ScanCancelledError):
        await workers.in_library(lambda: 1)
    with pytest.raises(asyncio.CancelledError):
        await workers.in_marks(lambda: 2)


async def test_what_waits_for_quiet_waits_after_a_key(given: Given) -> None:
    workers, done = given.context.workers, asyncio.Event()
    workers.when_quiet(done.set)
    assert done.is_set()
    done.clear()
    workers.note_key()
    workers.when_quiet(done.set, 0.05)
    assert not done.is_set()
    await asyncio.wait_for(done.wait(), 5)


async def test_a_thread_waits_while_a_key_is_answered_and_no_longer(given: Given) -> None:
    workers, went_on = given.context.workers, threading.Event()

    def work() -> None:
        workers.give_way()
        went_on.set()

    work()
    assert went_on.is_set()  # no key has come
    went_on.clear()
    workers.begin_answer()
    waiting = asyncio.get_running_loop().run_in_executor(None, work)
    assert not went_on.wait(0.05)  # the loop is busy with the key
    await asyncio.wait_for(waiting, 5)
    assert went_on.is_set()


def test_leaving_puts_the_state_back_to_that_of_a_start(given: Given) -> None:
    state = given.state
    before = (state.row, state.entry, state.words, state.unread)
    given.open_brief.follow(state.brief_rows.rows[2], state.brief_rows.entry(state.brief_rows.rows[2]))
    state.words, state.unread, state.is_gone = "x", 3, True
    state.reset()
    assert ((state.row, state.entry, state.words, state.unread), state.is_gone) == (before, False)
