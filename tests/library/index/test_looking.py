"""One scan finds what is new, changed and gone, and the index then equals one built from scratch."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.files import content_hash
from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan.full import scan_library
from tests.support.indexes import brief_index_of, content, found, fresh, good, in_step, library, print_of, put


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return library(tmp_path / "library")


@pytest.fixture
def known(root: Path, tmp_path: Path) -> Iterator[BriefIndex]:
    brief_index = brief_index_of(root, tmp_path / "cache")
    in_step(brief_index)
    yield brief_index
    brief_index.store.close()


def agrees(brief_index: BriefIndex, tmp_path: Path) -> bool:
    """Bring the index in step and compare it with one that is built from nothing."""
    in_step(brief_index)
    return content(brief_index.store) == fresh(brief_index.root, tmp_path / "fresh")


Change = Callable[[Path], object]


def age(path: Path, nanoseconds: int) -> None:
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + nanoseconds))


def edit_and_set_back(root: Path) -> None:
    path = root / "b0.yaml"
    status, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("a", "b", 1), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace(root: Path) -> None:
    put(root, "part", good("Replaced")).replace(root / "b0.yaml")


def twin(root: Path) -> None:
    put(root, "b0.yml", good("A twin"))


def link_out(root: Path) -> None:
    put(root.parent, "outside.yaml", good("Outside"))
    (root / "link.yaml").symlink_to("../outside.yaml")


CHANGES = [
    pytest.param(lambda root: put(root, "new.yaml", good("New")), (1, 0, 0), id="added"),
    pytest.param(lambda root: put(root, "b0.yaml", good("Talks now")), (0, 1, 0), id="changed in place"),
    pytest.param(edit_and_set_back, (0, 1, 0), id="the same time and size"),
    pytest.param(lambda root: age(root / "b0.yaml", 1), (0, 1, 0), id="a new time, the same size"),
    pytest.param(lambda root: (root / "b0.yaml").rename(root / "c.yaml"), (1, 0, 1), id="renamed"),
    pytest.param(replace, (0, 1, 0), id="replaced"),
    pytest.param(lambda root: (root / "b0.yaml").unlink(), (0, 0, 1), id="deleted"),
    pytest.param(lambda root: (root / "inner").rename(root / "outer"), (1, 0, 1), id="a folder renamed"),
    pytest.param(lambda root: put(root, ".hidden.yaml", good("Hidden")), (0, 0, 0), id="hidden"),
    pytest.param(lambda root: put(root, ".git/a.yaml", good("Hidden")), (0, 0, 0), id="in a hidden folder"),
    pytest.param(twin, (1, 0, 0), id="a twin"),
    pytest.param(link_out, (1, 0, 0), id="a link out of the library"),
    pytest.param(lambda root: (root / "x.yaml").symlink_to("nowhere"), (1, 0, 0), id="a link that leads nowhere"),
    pytest.param(lambda root: (root / "x.yaml").symlink_to("x.yaml"), (1, 0, 0), id="a link to itself"),
    pytest.param(lambda root: os.mkfifo(root / "x.yaml"), (1, 0, 0), id="a pipe"),
    pytest.param(lambda root: (root / "x.yaml").mkdir(), (1, 0, 0), id="a folder named as a brief"),
    pytest.param(lambda root: put(root, "x.yaml", ""), (1, 0, 0), id="empty"),
    pytest.param(lambda root: put(root, "x.yaml", "a" * 1_100_000), (1, 0, 0), id="too large"),
    pytest.param(lambda root: put(root, "a\nb\x1b[2J\u202e.yaml", good("Odd")), (1, 0, 0), id="an odd name"),
    pytest.param(lambda root: put(root, os.fsdecode(b"\xff.yaml"), good("Bytes")), (1, 0, 0), id="not UTF-8"),
]


@pytest.mark.parametrize(("change", "counts"), CHANGES)
def test_whatever_is_done_to_files_the_index_then_says_what_a_new_one_would(
    known: BriefIndex, tmp_path: Path, change: Change, counts: tuple[int, int, int]
) -> None:
    change(known.root)
    before = print_of(known.root)
    assert scan_library(known)[:3] == counts
    assert agrees(known, tmp_path)
    assert print_of(known.root) == before


def test_a_twin_that_goes_gives_the_id_back(known: BriefIndex) -> None:
    twin(known.root)
    in_step(known)
    assert [known.find("b0"), known.find("b0.yml")].count(None) == 0
    (known.root / "b0.yaml").unlink()
    in_step(known)
    assert known.find("b0") is not None
    assert known.find("b0.yml") is None


def test_a_file_that_is_no_brief_is_said_to_be_broken_in_the_list(known: BriefIndex) -> None:
    os.mkfifo(known.root / "x.yaml")
    in_step(known)
    row = known.find("x") or 0
    said = known.look_up([row])[row]
    assert (said.title, said.counts.errors, said.hash) == (None, 1, content_hash(b""))


def test_a_link_out_of_the_library_is_not_read(known: BriefIndex) -> None:
    link_out(known.root)
    in_step(known)
    assert found(known, "outside") == []


def test_what_is_below_a_folder_that_cannot_be_looked_into_stays_known(
    known: BriefIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def shut(path: os.PathLike[str]) -> object:
        if os.fspath(path).rstrip("/").endswith("inner"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("os.scandir", shut)
    (known.root / "b0.yaml").unlink()
    step = scan_library(known)
    assert (step.gone, step.failed) == (1, (("inner/", "Permission denied"),))
    assert known.find("inner/b1") is not None


# what a look knows of the one before


@pytest.mark.parametrize(("change", "counts"), CHANGES)
def test_a_look_that_knows_the_one_before_finds_the_same(
    known: BriefIndex, tmp_path: Path, change: Change, counts: tuple[int, int, int]
) -> None:
    before = scan_library(known).for_next_scan
    change(known.root)
    assert scan_library(known, before)[:3] == counts
    assert agrees(known, tmp_path)


def test_what_another_program_takes_out_comes_back(known: BriefIndex) -> None:
    before = scan_library(known).for_next_scan
    other = sqlite3.connect(known.store.path or "")
    with other:
        other.execute("DELETE FROM brief WHERE file = CAST('b0.yaml' AS BLOB)")
    other.close()
    assert scan_library(known, before).added == 1


# what is searched


def test_words_that_a_brief_no_longer_holds_are_not_found(known: BriefIndex) -> None:
    put(known.root, "b0.yaml", good("Entirely different"))
    (known.root / "b2.yaml").unlink()
    in_step(known)
    assert (found(known, "title : talks"), found(known, "entirely")) == (["inner/b1.yaml"], ["b0.yaml"])
    rows = known.store.connection.execute("SELECT count(*) FROM words WHERE words MATCH 'talks'").fetchone()
    assert rows == (2,)  # both still hold it as a tag: nothing is left of the one that is gone


def test_the_full_text_is_whole_after_changes(known: BriefIndex) -> None:
    for number in range(4):
        put(known.root, "b0.yaml", good(f"Version {number}"))
        put(known.root, f"more{number}.yaml", good("More"))
        put(known.root, "texts/a.txt", f"Text {number}\n")
        in_step(known)
    for table in ("words", "heads", "saved_words"):
        known.store.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608 - or raises


# work


OPENED: list[str] = []
_IS_HOOKED: list[bool] = []


def opened(work: Callable[[], object], root: Path) -> list[str]:
    """Return the files of a library that are opened meanwhile."""
    if not _IS_HOOKED:
        _IS_HOOKED.append(True)
        sys.addaudithook(lambda event, given: OPENED.append(str(given[0])) if event == "open" else None)
    OPENED.clear()
    work()
    return [os.path.relpath(path, root) for path in OPENED if path.startswith(f"{root}/")]


def test_where_nothing_has_changed_no_file_is_opened(known: BriefIndex) -> None:
    assert opened(lambda: in_step(known), known.root) == []


def test_where_one_file_has_changed_that_one_is_opened(known: BriefIndex) -> None:
    age(known.root / "b0.yaml", 1)
    assert opened(lambda: in_step(known), known.root) == ["b0.yaml"]


def test_a_saved_text_is_opened_when_it_has_changed(known: BriefIndex) -> None:
    age(known.root / "texts/a.txt", 1)
    assert opened(lambda: in_step(known), known.root) == ["texts/a.txt"]


def test_where_nothing_has_changed_nothing_is_written(known: BriefIndex) -> None:
    other = sqlite3.connect(known.store.path or "", isolation_level=None)
    before = other.execute("PRAGMA data_version").fetchone()
    in_step(known)
    assert other.execute("PRAGMA data_version").fetchone() == before
    other.close()


# any changes


FILES = st.sampled_from(["a.yaml", "a.yml", "b.yaml", "d/a.yaml", "d/b.yaml", "texts/a.txt"])
ACTION = st.one_of(
    st.tuples(st.just("write"), FILES, st.sampled_from(["One", "Two", "порт", "港口"])),
    st.tuples(st.just("delete"), FILES, st.just("")),
    st.tuples(st.just("rename"), FILES, FILES),
    st.tuples(st.just("look"), st.just(""), st.just("")),
)


def do(root: Path, action: tuple[str, str, str], brief_index: BriefIndex) -> None:
    what, file, more = action
    path = root / file
    if what == "write":
        put(root, file, good(more))
    elif what == "look":
        in_step(brief_index)
    elif path.is_file():
        if what == "delete":
            path.unlink()
        else:
            (root / more).parent.mkdir(parents=True, exist_ok=True)
            path.replace(root / more)


@given(actions=st.lists(ACTION, max_size=10))
@settings(max_examples=8, deadline=None)
def test_after_any_changes_an_index_says_what_a_new_one_would(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("changes")
    root = folder / "library"
    root.mkdir()
    brief_index = brief_index_of(root, folder / "cache")
    before = scan_library(brief_index).for_next_scan
    for action in actions:
        do(root, action, brief_index)
        before = scan_library(brief_index, before).for_next_scan
    assert agrees(brief_index, folder)
    brief_index.store.close()
