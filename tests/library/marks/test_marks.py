from __future__ import annotations

import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.files import BRIEF_LIMIT, content_hash
from briefing.library.marks import NO_MARK, PLACE_LIMIT, BriefVersion, Mark, Marks, MarksError, open_marks
from tests.support.marks import environment, file_of, marks_in, quick_folder, read, seen

HOSTILE = [
    "a\nb",
    "\x1b]0;title\x07",
    "nul\0nul",
    os.fsdecode(b"caf\xe9"),
    "\u202egnp.lmay",
    "\ud800",
    "'; DROP TABLE mark; --",
    "",
    "x" * 100_000,
]


@pytest.fixture
def marks(tmp_path: Path) -> Iterator[Marks]:
    with marks_in(tmp_path) as opened:
        yield opened


def test_a_brief_with_which_nothing_was_done_has_no_mark(marks: Marks) -> None:
    assert marks.mark("rail") == NO_MARK


def test_what_was_read_is_known_after_a_restart(tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks:
        read(marks, "rail")
    with marks_in(tmp_path) as marks:
        mark = marks.mark("rail")
        assert (mark.read, mark.hash, marks.version("rail")) == (True, seen("rail").hash, b"title: one\n")


def test_when_a_brief_was_read_is_known(marks: Marks) -> None:
    before = int(time.time())
    read(marks, "rail")
    assert before <= (marks.mark("rail").seen or 0) <= time.time()


def test_an_unread_brief_keeps_the_version_last_read(marks: Marks) -> None:
    read(marks, "rail")
    marks.set_read([seen("rail", "title: two\n")], read=False, words="unread")
    assert (marks.mark("rail").read, marks.version("rail")) == (False, b"title: one\n")


def test_reading_a_new_version_replaces_the_old_one(marks: Marks) -> None:
    read(marks, "rail")
    marks.set_read([seen("rail", "title: two\n")], read=True, words="read")
    assert marks.version("rail") == b"title: two\n"


def test_a_version_that_was_marked_read_unopened_is_not_mistaken_for_the_one_before(marks: Marks) -> None:
    read(marks, "rail")
    marks.set_read([seen("rail", "title: two\n")._replace(data=None)], read=True, words="read")
    assert marks.version("rail") is None
    marks.undo()
    assert marks.version("rail") == b"title: one\n"


def test_the_version_of_a_brief_that_was_marked_read_is_kept_once_it_is_opened(marks: Marks) -> None:
    marks.set_read([seen("rail")._replace(data=None)], read=True, words="read")
    assert marks.set_read([seen("rail")], read=True, words="read") == 0
    assert marks.version("rail") == b"title: one\n"


@pytest.mark.parametrize(("size", "kept"), [(BRIEF_LIMIT, True), (BRIEF_LIMIT + 1, False)])
def test_a_version_is_kept_up_to_the_size_of_a_brief(marks: Marks, size: int, *, kept: bool) -> None:
    marks.set_read([seen("rail", "x" * size)], read=True, words="read")
    assert (marks.mark("rail").read, marks.version("rail") is not None) == (True, kept)


def test_a_star_is_given_and_taken(marks: Marks) -> None:
    assert marks.set_starred(["rail", "port"], starred=True, words="starred") == 2
    assert marks.set_starred(["rail", "port"], starred=True, words="starred") == 0
    assert marks.set_starred(["rail"], starred=False, words="star taken") == 1
    assert marks.marks(["rail", "port"]) == {"rail": NO_MARK, "port": Mark(starred=True)}


def test_the_place_in_a_brief_is_kept(tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks:
        marks.set_place("rail", "figures:figure:3")
    with marks_in(tmp_path) as marks:
        assert marks.mark("rail") == Mark(place="figures:figure:3")
        assert marks.undo() is None


@pytest.mark.parametrize("place", ["\ud800", "x" * (PLACE_LIMIT + 1)])
def test_a_place_that_is_no_place_is_none(marks: Marks, place: str) -> None:
    marks.set_place("rail", place)
    assert marks.mark("rail").place is None


def test_a_place_may_hold_anything_that_is_text(marks: Marks) -> None:
    marks.set_place("rail", "nul\0 esc\x1b \u202e é")
    assert marks.mark("rail").place == "nul\0 esc\x1b \u202e é"


@pytest.mark.parametrize("brief_id", HOSTILE, ids=range(len(HOSTILE)))
def test_a_brief_may_be_called_anything(tmp_path: Path, brief_id: str) -> None:
    with marks_in(tmp_path) as marks:
        read(marks, brief_id, "other")
        marks.set_starred([brief_id], starred=True, words=brief_id)
        marks.set_place(brief_id, "here")
    with marks_in(tmp_path) as marks:
        mark = marks.mark(brief_id)
        assert (mark.read, mark.starred, mark.place, marks.version(brief_id)) == (True, True, "here", b"title: one\n")
        assert marks.marks([brief_id, "none"]) == {brief_id: mark, "none": NO_MARK}
        marks.undo()
        assert not marks.mark(brief_id).starred


def test_words_that_are_unsafe_to_print_come_back_safe(marks: Marks) -> None:
    marks.set_starred(["rail"], starred=True, words="a\x1b\ud800b")
    assert marks.undo() == "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}b"


def test_a_library_is_the_same_through_a_link_and_another_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "link").symlink_to("library")
    with (
        marks_in(tmp_path, "library") as marks,
        marks_in(tmp_path, "link") as linked,
        marks_in(tmp_path, "elsewhere") as others,
    ):
        read(marks, "rail")
        assert (linked.mark("rail").read, others.mark("rail"), others.undo()) == (True, NO_MARK, None)


@pytest.mark.parametrize("library", ["nul\0", "\ud800", os.fsdecode(b"caf\xe9")])
def test_a_library_may_be_called_anything(tmp_path: Path, library: str) -> None:
    with marks_in(tmp_path, library) as marks:
        read(marks, "rail")
        assert marks.mark("rail").read


def test_more_briefs_are_marked_at_once_than_one_query_holds(marks: Marks) -> None:
    ids = [f"brief-{number}" for number in range(1234)]
    assert marks.set_read((seen(brief_id) for brief_id in ids), read=True, words="all marked read") == 1234
    assert all(mark.read for mark in marks.marks(ids).values())
    assert marks.undo() == "all marked read"
    assert set(marks.marks(ids).values()) == {NO_MARK}


def test_a_list_on_screen_takes_one_query(marks: Marks) -> None:
    ids = [f"brief-{number}" for number in range(50)]
    read(marks, *ids)
    statements: list[str] = []
    with marks._store.reading() as connection:  # noqa: SLF001 (only the connection knows what was asked of it)
        connection.set_trace_callback(statements.append)
        marks.marks(ids)
        connection.set_trace_callback(None)
    assert len(statements) == 1


def test_nothing_is_marked_when_one_of_many_cannot_be(marks: Marks) -> None:
    def items() -> Iterator[BriefVersion]:
        yield from (seen(f"brief-{number}") for number in range(600))
        raise RuntimeError("the list ended early")

    with pytest.raises(RuntimeError):
        marks.set_read(items(), read=True, words="all")
    assert (marks.mark("brief-1"), marks.undo()) == (NO_MARK, None)
    read(marks, "rail")
    assert marks.mark("rail").read


def test_undoing_goes_back_several_levels_after_a_restart(tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks:
        read(marks, "rail")
        marks.set_starred(["rail"], starred=True, words="rail starred")
        marks.set_read([seen("rail", "title: two\n")], read=True, words="rail read again")
    with marks_in(tmp_path) as marks:
        assert marks.undo() == "rail read again"
        assert (marks.version("rail"), marks.mark("rail").starred) == (b"title: one\n", True)
        assert [marks.undo(), marks.undo(), marks.undo()] == ["rail starred", "1 marked read", None]
        assert (marks.mark("rail"), marks.version("rail")) == (NO_MARK, None)


def test_undoing_leaves_what_another_reader_has_marked_in_between(tmp_path: Path) -> None:
    with marks_in(tmp_path) as one, marks_in(tmp_path) as other:
        read(one, "rail", "port")
        other.set_place("rail", "timeline")
        other.set_starred(["rail"], starred=True, words="rail starred")
        other.set_read([seen("dam")], read=True, words="dam read")
        assert one.undo() == "dam read"
        assert one.undo() == "rail starred"
        other.set_place("port", "sources")
        assert one.undo() == "2 marked read"
        assert other.marks(["rail", "port", "dam"]) == {
            "rail": Mark(place="timeline"),
            "port": Mark(place="sources"),
            "dam": NO_MARK,
        }


def test_what_changes_nothing_cannot_be_undone(marks: Marks) -> None:
    read(marks, "rail")
    read(marks, "rail")
    marks.set_read([seen("port")], read=False, words="port unread")
    marks.set_starred(["rail"], starred=False, words="no star")
    assert [marks.undo(), marks.undo()] == ["1 marked read", None]


def test_a_brief_that_is_named_twice_in_one_action_is_undone_to_what_it_was(marks: Marks) -> None:
    read(marks, "rail")
    twice = [seen("rail", "title: two\n"), seen("rail", "title: three\n")]
    assert marks.set_read(twice, read=True, words="twice") == 2
    assert marks.version("rail") == b"title: three\n"
    marks.undo()
    assert marks.version("rail") == b"title: one\n"


def test_a_hundred_actions_can_be_undone(tmp_path: Path) -> None:
    with closing(open_marks(tmp_path, {}).marks) as marks:
        for number in range(102):
            marks.set_starred(["rail"], starred=number % 2 == 0, words=str(number))
        undone = [marks.undo() for _ in range(101)]
    assert (undone[0], undone[99], undone[100]) == ("101", "2", None)


def test_a_damaged_undo_entry_is_skipped_with_a_sentence(tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks:
        read(marks, "rail")
        read(marks, "port")
        with closing(sqlite3.connect(file_of(tmp_path))) as connection, connection:
            connection.execute("UPDATE deed SET before = x'00ff' WHERE number = 2")
        with pytest.raises(MarksError, match="cannot be undone"):
            marks.undo()
        assert (marks.undo(), marks.mark("rail"), marks.mark("port").read) == ("1 marked read", NO_MARK, True)


BOMBS = {
    "a bomb": lambda: b"read\n" + bytes(1 << 26),
    "lines without end": lambda: b"read\n" + b"[]\n" * (1 << 22),
    "lists without end": lambda: b"read\n[" + b"[], " * (1 << 22) + b"[]]",
    "deep": lambda: b"read\n" + b"[" * 1_000_000,
    "a number beyond all": lambda: b'read\n[["6230", 1, 0, ' + b"9" * 400 + b", null, null]]",
    "words for numbers": lambda: b'read\n[["6230", "a", "b", null, null, null]]',
    "half a byte": lambda: b'read\n[["623", 1, 0, null, null, null]]',
    "no entry": lambda: b"gone\n[]",
    "cut short": lambda: b'read\n[["6230", 1, 0, null, null, null]',
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("words", ["NOT NULL", "NULL"])
def test_an_undo_entry_made_to_do_harm_is_skipped_and_a_copy_is_kept(
    tmp_path: Path, bomb: Callable[[], bytes], words: str
) -> None:
    with marks_in(tmp_path) as marks:
        read(marks, "rail")
        read(marks, "b0")
        marks.follow_renames(["b0"], [("b1", seen("b0").hash or b"")])
        with closing(sqlite3.connect(file_of(tmp_path))) as connection, connection:
            sql = f"UPDATE deed SET before = ? WHERE number = (SELECT max(number) FROM deed WHERE words IS {words})"  # noqa: S608
            connection.execute(sql, (zlib.compress(bomb(), 1),))
        began = time.process_time()
        with pytest.raises(MarksError, match="cannot be undone") as caught:
            marks.undo()
        assert time.process_time() - began < 2
        (aside,) = file_of(tmp_path).parent.glob("*.damaged-*")
        assert f"in {file_of(tmp_path)}, of which a copy is kept as {aside.name}" in str(caught.value)
        assert aside.stat().st_mode & 0o777 == 0o600
        with closing(sqlite3.connect(aside)) as copy:
            assert copy.execute("SELECT count(*) FROM deed").fetchone() == (3,)
        assert (marks.mark("rail").read, marks.mark("b1").read) == (True, True)


def test_a_version_that_is_damaged_is_none(tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks:
        read(marks, "rail")
        for damaged in (b"", b"\0", b"x" * 50):
            with closing(sqlite3.connect(file_of(tmp_path))) as connection, connection:
                connection.execute("UPDATE version SET data = :data", {"data": damaged})
            assert marks.version("rail") is None


def test_a_brief_that_changed_only_in_form_counts_as_the_one_last_read(marks: Marks) -> None:
    new = b"title:   one\n"
    marks.replace_version("rail", content_hash(new), new)
    assert marks.mark("rail") == NO_MARK
    read(marks, "rail")
    marks.replace_version("rail", content_hash(new), new)
    assert (marks.mark("rail").hash, marks.version("rail")) == (content_hash(new), new)
    assert [marks.undo(), marks.undo()] == ["1 marked read", None]


def test_a_renamed_brief_takes_its_marks_along(marks: Marks) -> None:
    read(marks, "old")
    marks.set_starred(["old"], starred=True, words="starred")
    marks.set_place("old", "figures")
    marks.set_place("new", "sources")
    before = marks.mark("old")
    assert marks.follow_renames(["old"], [("new", before.hash or b"")]) == {"new": "old"}
    assert marks.marks(["old", "new"]) == {"old": NO_MARK, "new": before._replace(place="sources")}
    assert marks.version("new") == b"title: one\n"


def test_what_was_done_before_a_brief_was_renamed_is_undone_under_its_new_names(tmp_path: Path) -> None:
    content = seen("a").hash or b""
    with marks_in(tmp_path) as marks:
        read(marks, "a")
        marks.follow_renames(["a"], [("b", content)])
        marks.set_starred(["b"], starred=True, words="b starred")
        marks.follow_renames(["b"], [("a", content)])
        marks.follow_renames(["a"], [("c", content)])
    with marks_in(tmp_path) as marks:
        assert marks.undo() == "b starred"
        assert (marks.mark("c").read, marks.mark("c").starred) == (True, False)
        assert marks.undo() == "1 marked read"
        assert set(marks.marks("abc").values()) == {NO_MARK}


def test_of_several_with_one_content_each_is_taken_once(marks: Marks) -> None:
    read(marks, "one", "two", "three")
    content = seen("one").hash or b""
    taken = marks.follow_renames(
        ["one", "two"], [("new", content), ("new", content), ("newer", content), ("newest", content)]
    )
    assert sorted(taken.values()) == ["one", "two"]
    assert set(taken) == {"new", "newer"}
    assert [name for name, mark in marks.marks(["one", "two", "three", *taken, "newest"]).items() if mark.read] == [
        "three",
        "new",
        "newer",
    ]


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        pytest.param([], [("new", seen("old").hash)], id="the old one is still there"),
        pytest.param(["old"], [("new", b"other content   ")], id="other content"),
        pytest.param(["old"], [("marked", seen("old").hash)], id="the new one has a mark"),
        pytest.param(["old"], [("old", seen("old").hash)], id="it has come back"),
        pytest.param(["old"], [], id="nothing came"),
    ],
)
def test_marks_are_not_moved(marks: Marks, missing: list[str], found: list[tuple[str, bytes]]) -> None:
    read(marks, "old")
    marks.set_starred(["marked"], starred=True, words="starred")
    assert marks.follow_renames(missing, found) == {}
    assert (marks.mark("old").read, marks.mark("marked").read) == (True, False)


def test_a_second_reader_sees_that_something_was_marked(tmp_path: Path) -> None:
    with marks_in(tmp_path) as one, marks_in(tmp_path) as other:
        before = other.generation()
        assert other.generation() == before
        read(one, "rail")
        assert other.generation() != before
        assert other.mark("rail").read


def test_a_reader_sees_that_it_has_marked_something(marks: Marks) -> None:
    before = marks.generation()
    read(marks, "rail")
    assert marks.generation() != before


def test_another_connection_joins_the_marks_and_cannot_change_them(tmp_path: Path) -> None:
    odd = tmp_path / "50% of? it#"
    odd.mkdir()
    with marks_in(odd) as marks, closing(sqlite3.connect(":memory:", uri=True)) as other:
        read(marks, "rail")
        assert marks.path is not None
        other.execute("ATTACH :uri AS marks", {"uri": f"{marks.path.as_uri()}?mode=ro"})
        key = {"library": marks.library}
        found = other.execute("SELECT brief FROM marks.mark WHERE library = :library AND read", key).fetchall()
        assert found == [(b"rail",)]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            other.execute("DELETE FROM marks.mark")


def test_several_threads_mark_at_once(marks: Marks) -> None:
    def work(name: str) -> None:
        for number in range(10):
            read(marks, f"{name}-{number}")
            marks.mark(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ids = [f"{name}-{number}" for name in "abcd" for number in range(10)]
    assert all(mark.read for mark in marks.marks(ids).values())


def test_marks_in_memory_can_do_all_of_it(tmp_path: Path) -> None:
    opened = open_marks(tmp_path, {})
    with closing(opened.marks) as marks:
        read(marks, "rail")
        assert (marks.mark("rail").read, marks.path) == (True, None)
        assert marks.follow_renames(["rail"], [("port", seen("rail").hash or b"")]) == {"port": "rail"}
        assert (marks.undo(), marks.mark("port")) == ("1 marked read", NO_MARK)


IDS = "abc"
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["read", "unread", "star", "unstar", "undo", "restart"]),
        st.lists(st.tuples(st.sampled_from(IDS), st.integers(1, 2)), max_size=4),
        st.integers(0, 1),
    ),
    max_size=9,
)
State = dict[str, tuple[bool, bool, bytes | None]]
"""By id: read, starred, and the text last read."""


def after(state: State, action: str, items: list[tuple[str, int]]) -> State:
    """Return the marks after an action."""
    state = dict(state)
    for brief_id, number in items:
        is_read, starred, text = state[brief_id]
        if action == "read":
            state[brief_id] = (True, starred, str(number).encode())
        elif action == "unread":
            state[brief_id] = (False, starred, text)
        else:
            state[brief_id] = (is_read, action == "star", text)
    return state


def do(marks: Marks, action: str, items: list[tuple[str, int]]) -> int:
    if action in {"star", "unstar"}:
        return marks.set_starred([brief_id for brief_id, _ in items], starred=action == "star", words=action)
    return marks.set_read([seen(brief_id, str(number)) for brief_id, number in items], action == "read", action)


@given(steps=STEPS)
@settings(max_examples=60)
def test_whatever_is_done_by_two_readers_is_as_if_it_was_done_in_memory(
    steps: list[tuple[str, list[tuple[str, int]], int]],
) -> None:
    with quick_folder() as folder:
        readers = [open_marks(folder, environment(folder)).marks for _ in range(2)]
        state: State = dict.fromkeys(IDS, (False, False, None))
        undone: list[tuple[str, State]] = []
        for action, items, who in steps:
            if action == "restart":
                readers[who].close()
                readers[who] = open_marks(folder, environment(folder)).marks
            elif action == "undo":
                words, state = undone.pop() if undone else (None, state)
                assert readers[who].undo() == words
            elif do(readers[who], action, items):
                undone.append((action, state))
                state = after(state, action, items)
            else:
                assert after(state, action, items) == state
        for marks in readers:
            assert {name: state_of(marks, name) for name in IDS} == state
            marks.close()


def state_of(marks: Marks, brief_id: str) -> tuple[bool, bool, bytes | None]:
    mark = marks.mark(brief_id)
    return mark.read, mark.starred, marks.version(brief_id)
