"""The index together with the marks: one statement gives the same as looking at each brief."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.files import content_hash
from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan.full import read_all_waiting, scan_library
from briefing.library.index.store import IndexStore
from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.marks import BriefVersion, Marks, open_marks
from briefing.library.open import open_indexed
from tests.support.app import brief
from tests.support.app import write as write_briefs

NAMES = "abcdef"
STATES = ("unread", "read", "changed", "again")


@pytest.fixture(scope="module")
def brief_index(tmp_path_factory: pytest.TempPathFactory) -> BriefIndex:
    folder = write_briefs(tmp_path_factory.mktemp("marked"), **{name: brief(name) for name in NAMES})
    brief_index = open_indexed([folder], {"HOME": str(folder / ".home")}).brief_index
    scan_library(brief_index)
    read_all_waiting(brief_index, 100)
    return brief_index


def marked(brief_index: BriefIndex, home: Path | None, states: Mapping[str, str]) -> tuple[MarkedBriefs, Marks]:
    """Mark briefs, in a file or in memory, and return them with the index."""
    marks = open_marks(brief_index.root, {} if home is None else {"HOME": str(home)}).marks
    for name, state in states.items():
        content = content_hash((brief_index.root / f"{name}.yaml").read_bytes())
        if state != "unread":
            marks.set_read([BriefVersion(name, b"x" * 16 if state == "changed" else content)], True, "x")
        if state == "again":
            marks.set_read([BriefVersion(name, None)], False, "x")
    return MarkedBriefs(brief_index, marks.library, marks.path, marks.every), marks


def names(brief_index: BriefIndex, rows: object) -> str:
    assert hasattr(rows, "__iter__")
    return "".join(entry.id for row in rows if (entry := brief_index.entry(row)))


@given(st.fixed_dictionaries({name: st.sampled_from(STATES) for name in NAMES}))
@settings(max_examples=25, deadline=None)
def test_one_statement_says_what_each_brief_does(brief_index: BriefIndex, states: dict[str, str]) -> None:
    joined, _ = marked(brief_index, None, states)
    unread = [name for name in NAMES if states[name] in {"unread", "again"}]
    changed = [name for name in NAMES if states[name] == "changed"]
    assert sorted(names(brief_index, joined.unseen())) == sorted(unread + changed)
    assert joined.count_unseen() == (len(unread), len(changed))
    assert sorted(names(brief_index, joined.unseen_of(brief_index.order()))) == sorted(unread + changed)
    assert joined.unseen_of(joined.unseen()[:1]) == frozenset(joined.unseen()[:1])
    rest = [name for name in NAMES if name not in unread + changed]
    assert names(brief_index, joined.order("changed")) == "".join(changed + unread + rest)
    assert sorted(names(brief_index, joined.order("read"))) == sorted(NAMES)
    rows = joined.unseen()[:2]
    assert "".join(one.id for one in joined.unseen_among(rows)) == names(brief_index, rows)


def test_where_few_briefs_have_marks_the_others_are_not_looked_at(tmp_path: Path) -> None:
    folder = write_briefs(tmp_path, **{f"b{number}": "" for number in range(300)})
    brief_index = open_indexed([folder], {"HOME": str(folder / ".home")}).brief_index
    scan_library(brief_index)
    joined, marks = marked(brief_index, folder / ".home", {"b1": "read"})
    rows, steps = brief_index.order(), list[int]()
    assert joined.count_unseen().unread == 299
    brief_index.store.connection.set_progress_handler(lambda: steps.append(1), 1)
    assert joined.count_unseen().unread == len(joined.unseen_of(rows)) == 299
    assert len(steps) < 300
    marks.set_read([BriefVersion(f"b{number}", None) for number in range(300)], True, "x")
    assert joined.count_unseen().unread == len(joined.unseen_of(rows)) == 0
    assert len(steps) > 300


def test_the_file_of_the_marks_is_read_as_it_is_now(brief_index: BriefIndex, tmp_path: Path) -> None:
    joined, marks = marked(brief_index, tmp_path, {"a": "read"})
    assert joined.count_unseen().unread == 5
    marks.set_read([BriefVersion("b", None)], True, "x")
    assert joined.count_unseen().unread == 4


def test_a_mark_whose_file_is_there_is_not_taken_by_a_copy(brief_index: BriefIndex, tmp_path: Path) -> None:
    joined, marks = marked(brief_index, tmp_path, {})
    content = content_hash((brief_index.root / "a.yaml").read_bytes())
    (brief_index.root / "new.yaml").write_text("not known yet")
    marks.set_read([BriefVersion("new", content), BriefVersion("old", content)], True, "x")
    moved = joined.moved()
    assert (list(moved.missing), [brief_id for brief_id, _ in moved.found]) == (["old"], ["a"])
    (brief_index.root / "new.yaml").unlink()


def test_somebody_who_reads_the_index_in_memory_keeps_nobody_from_the_marks(brief_index: BriefIndex) -> None:
    in_memory = BriefIndex(IndexStore(None), brief_index.root)
    scan_library(in_memory)
    joined, marks = marked(in_memory, None, {"a": "read"})
    reading = in_memory.store.connection.execute("SELECT row FROM brief")
    reading.fetchone()  # another thread is in the middle of it
    assert joined.count_unseen().unread == 5
    marks.set_read([BriefVersion("b", None)], True, "x")
    assert joined.count_unseen().unread == 4
    assert len(reading.fetchall()) == 5
