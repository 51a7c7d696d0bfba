"""Whatever is in the place of an index, a library opens with one that works, and with at most one sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from briefing.library.index.build.build import BuildOptions, build
from briefing.library.index.create import delete_index
from briefing.library.index.errors import IndexBusyError, IndexDamagedError, IndexUnusableError
from briefing.library.index.rows import BriefIndex, IndexedBrief
from briefing.library.index.scan.full import scan_library
from briefing.library.index.schema import VERSION
from briefing.library.index.store import IndexStore, index_file, open_cached_index, open_index
from briefing.library.index.write import add_file
from briefing.library.open import first_existing
from tests.support.indexes import HERE, brief_index_of, content, fresh, good, in_step, library, print_of, put


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return library(tmp_path / "library")


@pytest.fixture
def place(root: Path, tmp_path: Path) -> Path:
    """Where the index of the library is kept; a good one is there."""
    brief_index = brief_index_of(root, tmp_path / "cache")
    in_step(brief_index)
    brief_index.store.close()
    path = index_file(root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert path is not None
    assert path.is_file()
    return path


def with_sql(script: str) -> Callable[[Path], object]:
    def damage(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.executescript(script)
        connection.close()

    return damage


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def another(path: Path) -> None:
    path.unlink()
    with_sql("PRAGMA application_id = 7; CREATE TABLE mine (precious)")(path)


def instead(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def damage(path: Path) -> None:
        delete_index(path)
        make(path)

    return damage


ANEW, TEMPORARY, SILENT = "so it is rebuilt", "so it is built for this run only", ""
TROUBLES = [
    pytest.param(delete_index, SILENT, id="none"),
    pytest.param(lambda path: path.write_bytes(b""), ANEW, id="no bytes"),
    pytest.param(lambda path: path.write_bytes(b"\x1b[2J" * 5000), ANEW, id="garbage"),
    pytest.param(lambda path: path.write_bytes(path.read_bytes()[:50]), ANEW, id="the head only"),
    pytest.param(cut, ANEW, id="cut in the middle"),
    pytest.param(with_sql(f"PRAGMA user_version = {VERSION - 1}"), ANEW, id="older"),
    pytest.param(with_sql(f"PRAGMA user_version = {VERSION + 1}"), TEMPORARY, id="newer"),
    pytest.param(another, ANEW, id="of another application"),
    pytest.param(with_sql(f"PRAGMA user_version = {VERSION + (1 << 26)}"), ANEW, id="of no version"),
    pytest.param(with_sql("DROP TABLE view"), ANEW, id="without a table"),
    pytest.param(with_sql("DROP INDEX brief_order"), ANEW, id="without an index"),
    pytest.param(with_sql("DROP TABLE gone; CREATE VIEW gone AS SELECT 1 AS row"), ANEW, id="a view for a table"),
    pytest.param(with_sql("CREATE TRIGGER t AFTER INSERT ON gone BEGIN DELETE FROM brief; END"), ANEW, id="a trigger"),
    pytest.param(with_sql("CREATE TABLE more (x, y AS (1))"), ANEW, id="with another table"),
    pytest.param(with_sql("UPDATE sqlite_sequence SET seq = 9223372036854775807"), ANEW, id="no row is left"),
    pytest.param(with_sql("UPDATE brief SET row = 9223372036854775807 WHERE row = 1"), ANEW, id="a row beyond all"),
    pytest.param(
        with_sql(
            "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = CAST(x'43fa' AS TEXT) WHERE name = 'gone'"
        ),
        ANEW,
        id="not UTF-8",
    ),
    pytest.param(instead(Path.mkdir), TEMPORARY, id="a folder"),
    pytest.param(instead(os.mkfifo), TEMPORARY, id="a pipe"),
    pytest.param(instead(lambda path: path.symlink_to("/etc/passwd")), TEMPORARY, id="a link"),
    pytest.param(instead(lambda path: path.symlink_to("nowhere")), TEMPORARY, id="a link that leads nowhere"),
]


@pytest.mark.parametrize(("trouble", "said"), TROUBLES)
def test_with_a_bad_index_a_library_has_a_good_one(
    root: Path, place: Path, tmp_path: Path, trouble: Callable[[Path], object], said: str
) -> None:
    trouble(place)
    before = print_of(root)
    store, sentence = open_index(root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert (sentence or "").endswith(said)
    assert "\n" not in (sentence or "")
    assert (sentence is None) == (said == SILENT)
    in_step(BriefIndex(store, root))
    assert content(store) == fresh(root, tmp_path / "fresh")
    assert print_of(root) == before
    store.close()


@pytest.mark.parametrize(("trouble", "said"), [case for case in TROUBLES if case.values[1] == TEMPORARY])
def test_what_is_not_ours_is_left_alone(
    root: Path, place: Path, tmp_path: Path, trouble: Callable[[Path], object], said: str
) -> None:
    trouble(place)
    before = (place.lstat().st_mtime_ns, place.read_bytes() if place.is_file() else None)
    open_index(root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})[0].close()
    assert (place.lstat().st_mtime_ns, place.read_bytes() if place.is_file() else None) == before
    with pytest.raises(IndexUnusableError) as caught:
        open_cached_index(root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert said not in str(caught.value)


@pytest.mark.parametrize("environment", [{}, {"HOME": ""}, {"HOME": "here", "XDG_CACHE_HOME": "there"}])
def test_without_a_home_the_index_is_for_this_time(root: Path, environment: dict[str, str]) -> None:
    store, sentence = open_index(root, environment)
    assert sentence is not None
    assert sentence.startswith("there is no folder to keep the index in")
    folder = store.path and store.path.parent
    in_step(BriefIndex(store, root))
    store.close()
    assert folder is not None
    assert not folder.exists()


@pytest.mark.parametrize("damage", ["a file in the way", "nothing may be made"])
def test_where_no_folder_can_be_made_the_index_is_for_this_time(
    root: Path, tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if damage == "a file in the way":
        put(tmp_path, "cache", "")
    else:
        monkeypatch.setattr("os.mkdir", _refused)
    store, sentence = open_index(root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert sentence is not None
    assert sentence.startswith("the index cannot be stored: ")
    assert in_step(BriefIndex(store, root))[1].briefs == 3
    store.close()


def _refused(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_where_there_is_no_temporary_place_either_the_index_is_in_memory(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.TemporaryDirectory", _refused)
    store, sentence = open_index(root, {})
    assert (store.path, (sentence or "").endswith("so it is built in memory")) == (None, True)
    in_step(BriefIndex(store, root), BuildOptions(min_briefs=1))
    assert content(store) == fresh(root, tmp_path / "fresh")
    store.close()


def test_an_index_that_was_removed_while_in_use_is_known_to_be(root: Path, place: Path, tmp_path: Path) -> None:
    brief_index = brief_index_of(root, tmp_path / "cache")
    scan_library(brief_index)
    delete_index(place)
    put(root, "more.yaml", good("More"))
    in_step(brief_index)
    assert not brief_index.store.is_same_file()
    brief_index.store.close()
    again = brief_index_of(root, tmp_path / "cache")
    in_step(again)
    assert content(again.store) == fresh(root, tmp_path / "fresh")
    again.store.close()


def test_an_index_in_place_of_a_removed_one_has_side_files_of_its_own(root: Path, place: Path, tmp_path: Path) -> None:
    """SQLite cuts the `-shm` file of the old one short otherwise: who still has it mapped is killed by SIGBUS."""
    old = brief_index_of(root, tmp_path / "cache")
    scan_library(old)
    before = content(old.store)
    side_files = [place.with_name(place.name + suffix) for suffix in ("-shm", "-wal")]
    with ExitStack() as stack:
        mapped = [stack.enter_context(path.open("rb")) for path in side_files]
        sizes = [path.stat().st_size for path in side_files]
        place.unlink()
        again = brief_index_of(root, tmp_path / "cache")
        in_step(again)
        assert [os.fstat(file.fileno()).st_size for file in mapped] == sizes
        assert all(os.fstat(file.fileno()).st_nlink == 0 for file in mapped)
        assert content(old.store) == before
        assert content(again.store) == fresh(root, tmp_path / "fresh")
    old.store.close()
    again.store.close()


def test_an_index_that_is_damaged_inside_says_so_when_that_is_come_upon(
    root: Path, place: Path, tmp_path: Path
) -> None:
    with_sql("UPDATE items SET packed = x'00'")(place)
    put(root, "b0.yaml", good("Other"))
    brief_index = brief_index_of(root, tmp_path / "cache")
    with pytest.raises(IndexDamagedError, match="damaged"):
        in_step(brief_index)
    brief_index.store.close()


def locked(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection


def test_a_look_while_another_writes_says_so_and_harms_nothing(root: Path, place: Path, tmp_path: Path) -> None:
    brief_index = brief_index_of(root, tmp_path / "cache")
    other = locked(place)
    put(root, "more.yaml", good("More"))
    with pytest.raises(IndexBusyError, match="another program writes into the index"):
        scan_library(brief_index)
    other.close()
    in_step(brief_index)
    assert content(brief_index.store) == fresh(root, tmp_path / "fresh")
    brief_index.store.close()


def test_a_build_while_another_writes_waits_and_then_says_so(root: Path, place: Path, tmp_path: Path) -> None:
    brief_index = brief_index_of(root, tmp_path / "cache")
    put(root, "more.yaml", good("More"))
    scan_library(brief_index)
    other = locked(place)
    with pytest.raises(IndexBusyError):
        build(brief_index, options=HERE)
    other.close()
    assert build(brief_index, options=HERE).is_whole
    assert content(brief_index.store) == fresh(root, tmp_path / "fresh")
    brief_index.store.close()


def test_a_full_disk_is_said_and_what_was_written_stays(root: Path, tmp_path: Path) -> None:
    library(root, 40)
    brief_index = brief_index_of(root, tmp_path / "cache")
    scan_library(brief_index)
    used = brief_index.store.connection.execute("PRAGMA page_count").fetchone()[0]
    brief_index.store.connection.execute(f"PRAGMA max_page_count = {used}")
    with pytest.raises(IndexUnusableError, match="full"):
        build(brief_index, options=HERE)
    brief_index.store.connection.execute("PRAGMA max_page_count = 1000000")
    assert brief_index.count_waiting() == 40
    assert build(brief_index, options=HERE).is_whole
    brief_index.store.close()


def test_two_that_open_a_new_index_at_once_have_the_same(root: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom briefing.library.index.store import open_index\n"
        "store, sentence = open_index(Path(sys.argv[1]), {'XDG_CACHE_HOME': sys.argv[2]})\n"
        "print(store.is_same_file(), sentence, store.connection.execute('SELECT count(*) FROM brief').fetchone())\n"
    )
    command = [sys.executable, "-c", script, str(root), str(tmp_path / "cache")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [one.communicate()[0] for one in both] == ["True None (0,)\n"] * 2


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_nobody_else_can_read_an_index_whatever_the_umask(root: Path, tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        store, _ = open_index(root, {"XDG_CACHE_HOME": str(tmp_path / "deep" / "cache")})
        in_step(BriefIndex(store, root))
    finally:
        os.umask(before)
    folder = tmp_path / "deep" / "cache" / "briefing"
    modes = {path.stat().st_mode & 0o777 for path in folder.iterdir() if not path.name.endswith("-turn")}
    assert (folder.stat().st_mode & 0o777, modes) == (0o700, {0o600})
    assert len(list(folder.glob("*-wal"))) == 1
    assert not (tmp_path / "deep").stat().st_mode & 0o022
    store.close()


def test_an_index_that_others_could_read_is_closed_to_them(root: Path, place: Path, tmp_path: Path) -> None:
    place.chmod(0o644)
    place.parent.chmod(0o755)
    open_index(root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})[0].close()
    assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize("suffix", ["-wal", "-journal", "-shm"])
def test_what_stands_beside_an_index_is_not_followed(root: Path, place: Path, tmp_path: Path, suffix: str) -> None:
    os.mkfifo(f"{place}{suffix}")
    store, sentence = open_index(root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert "not a regular file" in (sentence or "")
    store.close()


FOREIGN = [
    ("title", "x'00'"),
    ("title", "CAST(x'1b5b326d' AS TEXT)"),
    ("title", "CAST(x'eda080' AS TEXT)"),
    ("date", "x'05'"),
    ("status", "'gone'"),
    ("marking", "CAST(x'1b5b33316d524544' AS TEXT)"),
    ("errors", "-1"),
    ("warnings", "'many'"),
    ("hash", "'text'"),
    ("times", "'then'"),
    ("size", "1.5"),
    ("twin", "7"),
    ("stem", "x'63'"),
    ("file", "CAST('/etc/hostname.yaml' AS BLOB)"),
    ("file", "CAST('../b0.yaml' AS BLOB)"),
    ("file", "CAST('inner/../../b0.yaml' AS BLOB)"),
    ("file", "CAST('.hidden.yaml' AS BLOB)"),
    ("file", "CAST('b0.txt' AS BLOB)"),
    ("file", "x'6200622e79616d6c'"),
    ("file", "'b0.yaml'"),
    ("row", "-4"),
]


@pytest.mark.parametrize(("column", "value"), FOREIGN)
def test_what_no_index_says_of_a_brief_is_damage(tmp_path: Path, column: str, value: str) -> None:
    brief_index = BriefIndex(IndexStore(None), tmp_path)
    with brief_index.store.writing() as connection:
        for file in ("a.yaml", "b.yaml"):
            add_file(connection, file, None)
        connection.execute(f"UPDATE brief SET {column} = {value} WHERE row = 2")  # noqa: S608 - it is an attack
    with pytest.raises(IndexDamagedError, match="the index cannot be used: "):
        brief_index.page(-9, 10)
    brief_index.store.close()


class Counted(BriefIndex):
    """An index that counts the rows that are looked up."""

    def __init__(self, store: IndexStore, root: Path) -> None:
        super().__init__(store, root)
        self.looked_up: list[int] = []

    def look_up(self, rows: Sequence[int]) -> dict[int, IndexedBrief]:
        self.looked_up.append(len(rows))
        return super().look_up(rows)


def test_of_a_brief_that_exists_no_other_row_is_looked_up_to_open_it(root: Path, tmp_path: Path) -> None:
    brief_index = brief_index_of(root, tmp_path / "cache")
    in_step(brief_index)
    counted = Counted(brief_index.store, root)
    first, second, *others = counted.order("name")
    assert first_existing(counted, "name") == first
    assert counted.looked_up == [1]
    (root / brief_index.look_up((first,))[first].entry.file).unlink()
    assert first_existing(counted, "name") == second
    assert counted.looked_up == [1, 1, 1 + len(others)]
