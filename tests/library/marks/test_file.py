from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from briefing.library.marks import MarksBusyError, MarksError, marks_file, open_marks
from briefing.library.marks.opening import file_identity, replace_damaged
from tests.support.marks import file_of, marks_in, problem_in, read, start

ASIDE = re.compile(r"marks\.sqlite\.damaged-\d{8}-\d{6}(-\d+)?")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a file of marks once: a disk takes its time."""
    folder = tmp_path_factory.mktemp("made")
    with marks_in(folder) as marks:
        read(marks, "rail")
    return file_of(folder)


@pytest.fixture
def file(tmp_path: Path, made: Path) -> Path:
    """Return the file of marks in which one brief, rail, is read."""
    file_of(tmp_path).parent.mkdir(parents=True, mode=0o700)
    shutil.copy(made, file_of(tmp_path))
    return file_of(tmp_path)


def names(file: Path) -> list[str]:
    return sorted(path.name for path in file.parent.iterdir())


def version_of(file: Path, number: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {number}")


@pytest.mark.parametrize(
    ("variables", "path"),
    [
        ({"XDG_STATE_HOME": "/state", "HOME": "/home/a"}, "/state/briefing/marks.sqlite"),
        ({"XDG_STATE_HOME": "state", "HOME": "/home/a"}, "/home/a/.local/state/briefing/marks.sqlite"),
        ({"HOME": "/home/a"}, "/home/a/.local/state/briefing/marks.sqlite"),
        ({"XDG_STATE_HOME": "", "HOME": "here"}, None),
        ({}, None),
    ],
)
def test_marks_are_kept_in_the_state_folder(variables: Mapping[str, str], path: str | None) -> None:
    assert marks_file(variables) == (None if path is None else Path(path))


def test_nobody_else_may_look(file: Path) -> None:
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_nobody_else_may_look_any_longer(file: Path, tmp_path: Path) -> None:
    file.chmod(0o644)
    file.parent.chmod(0o755)
    with marks_in(tmp_path):
        assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_the_file_outlasts_a_loss_of_power(tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks, marks._store.reading() as connection:  # noqa: SLF001 (asked of the very connection)
        assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")] == [
            "delete",
            2,
        ]
        assert connection.execute("PRAGMA busy_timeout").fetchone()[0] <= 300


def test_nothing_is_left_beside_the_file(file: Path) -> None:
    assert names(file) == ["marks.sqlite"]


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    file_of(tmp_path).parent.mkdir(parents=True)
    file_of(tmp_path).touch()
    with marks_in(tmp_path) as marks:
        read(marks, "rail")
    assert names(file_of(tmp_path)) == ["marks.sqlite"]


def in_wal(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def test_a_file_in_another_journal_mode_is_read_and_put_right(file: Path, tmp_path: Path) -> None:
    in_wal(file)
    with marks_in(tmp_path) as marks:
        assert marks.mark("rail").read
    assert names(file) == ["marks.sqlite"]


def begun_anew(file: Path, tmp_path: Path) -> None:
    """Require that what is in the file now is kept aside as it is, and said, and that marking goes on."""
    content = file.read_bytes()
    before = names(file)
    with problem_in(tmp_path) as (marks, problem):
        read(marks, "port")
        assert not marks.mark("rail").read
    (new,) = set(names(file)) - set(before)
    assert ASIDE.fullmatch(new)
    assert (file.parent / new).read_bytes() == content
    assert problem == f"{file} cannot be read as marks and was renamed {new}, so your marks start empty"
    with marks_in(tmp_path) as marks:
        assert marks.mark("port").read


@pytest.mark.parametrize(
    "content",
    [b"x", b"title: a brief\n" * 99, b"\0" * 8192, b"SQLite format 3\0", b"SQLite format 3\0" * 600, os.urandom(9000)],
    ids=["one byte", "text", "zeros", "only the magic", "magic again and again", "noise"],
)
def test_what_is_no_database_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    file = file_of(tmp_path)
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    begun_anew(file, tmp_path)


@pytest.mark.parametrize("size", [1, 15, 99, 100, 511, 512, 4000, 4096, 9000, -1])
def test_a_truncated_file_is_kept_aside(file: Path, tmp_path: Path, size: int) -> None:
    os.truncate(file, size if size > 0 else file.stat().st_size + size)
    begun_anew(file, tmp_path)


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE other (x)", "PRAGMA application_id = 7", "PRAGMA user_version = 99"],
)
def test_a_database_of_another_program_is_kept_aside(tmp_path: Path, statement: str) -> None:
    file = file_of(tmp_path)
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
    begun_anew(file, tmp_path)


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS library, i AS brief FROM n"


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE deed",
        "ALTER TABLE mark RENAME COLUMN seen TO looked",
        "DROP INDEX mark_hash",
        "CREATE TABLE more (x)",
        f"DROP TABLE mark; CREATE VIEW mark AS {ENDLESS}",
        "CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM mark; END",
        "DROP TABLE version; CREATE TABLE version (library, brief, data AS (x'00'))",
        "UPDATE sqlite_sequence SET seq = 9223372036854775807",
        f"PRAGMA user_version = {1 << 26}",
        "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = CAST(x'43fa' AS TEXT) WHERE name = 'deed'",
    ],
)
def test_marks_without_what_belongs_to_them_are_kept_aside(file: Path, tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript(statement)
    begun_anew(file, tmp_path)


@pytest.mark.parametrize(
    "harm",
    [
        "read = 'yes'",
        "read = 2",
        "starred = x'01'",
        "place = x'00'",
        "place = CAST(x'ff' AS TEXT)",
        "place = printf('%2000d', 1)",
        "hash = 'text'",
        "hash = zeroblob(3000000)",
        "seen = 'then'",
        "seen = 1.5",
    ],
)
def test_a_mark_that_is_none_is_kept_aside_with_its_file(file: Path, tmp_path: Path, harm: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"UPDATE mark SET {harm}")  # noqa: S608 - it is an attack
    content = file.read_bytes()
    with marks_in(tmp_path) as marks:
        with pytest.raises(MarksError, match="cannot be read as marks and was renamed") as caught:
            marks.mark("rail")
        (aside,) = file.parent.glob("*.damaged-*")
        assert str(file) in str(caught.value)
        assert aside.name in str(caught.value)
        assert aside.read_bytes() == content
        read(marks, "port")
        assert (marks.mark("rail").read, marks.mark("port").read) == (False, True)


def test_marks_that_become_something_else_while_they_are_open_are_kept_aside(file: Path, tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks:
        assert marks.mark("rail").read
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.executescript("DROP TABLE mark; CREATE VIEW mark AS SELECT 1 AS library, 2 AS brief")
        with pytest.raises(MarksError, match="cannot be read as marks and was renamed"):
            read(marks, "port")
        read(marks, "port")
        assert (marks.mark("port").read, len(names(file))) == (True, 2)


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_nobody_else_may_look_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with marks_in(tmp_path) as marks, marks._store.writing() as connection:  # noqa: SLF001 - its journal is there then
            connection.execute("INSERT INTO mark (library, brief) VALUES (x'00', zeroblob(10000))")
            modes = {path.name: path.stat().st_mode & 0o777 for path in file_of(tmp_path).parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"marks.sqlite": 0o600, "marks.sqlite-journal": 0o600}
    assert file_of(tmp_path).parent.stat().st_mode & 0o777 == 0o700


def test_files_that_are_kept_aside_never_replace_each_other(file: Path, tmp_path: Path) -> None:
    for number in range(3):
        file.write_bytes(b"damaged %d" % number)
        with problem_in(tmp_path):
            pass
    kept = [path for path in file.parent.iterdir() if ASIDE.fullmatch(path.name)]
    assert sorted(path.read_bytes() for path in kept) == [b"damaged 0", b"damaged 1", b"damaged 2"]


def test_the_journal_of_a_damaged_file_is_kept_with_it(file: Path) -> None:
    Path(f"{file}-journal").write_bytes(b"journal")
    assert "was renamed" in replace_damaged(file, file_identity(file))
    (kept,) = file.parent.glob("*.damaged-*-journal")
    assert (kept.read_bytes(), names(file)) == (b"journal", sorted([kept.name, kept.name.removesuffix("-journal")]))


def test_a_file_that_another_reader_has_begun_is_not_taken_for_the_damaged_one(file: Path) -> None:
    damaged = file_identity(file)
    replace_damaged(file, damaged)
    file.write_bytes(b"begun by another reader")
    assert "another reader has begun a new one" in replace_damaged(file, damaged)
    assert file.read_bytes() == b"begun by another reader"


def test_a_journal_of_nothing_does_no_harm(file: Path, tmp_path: Path) -> None:
    Path(f"{file}-journal").write_bytes(b"no journal")
    with marks_in(tmp_path) as marks:
        assert marks.mark("rail").read


def test_a_file_from_a_newer_version_is_left_as_it_is(file: Path, tmp_path: Path) -> None:
    version_of(file, 99)
    content = file.read_bytes()
    with problem_in(tmp_path) as (marks, problem):
        read(marks, "port")
        assert (marks.mark("port").read, marks.mark("rail").read, marks.path) == (True, False, None)
    assert problem == (
        f"{file} is from a newer version of this program, so marks last for this run only; update it to see your marks"
    )
    assert (file.read_bytes(), names(file)) == (content, ["marks.sqlite"])


@pytest.fixture
def locked(file: Path) -> Iterator[sqlite3.Connection]:
    """Yield the connection of another program, which locks the file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield connection


@pytest.mark.usefixtures("locked")
def test_a_locked_file_is_passed_by_with_a_sentence(file: Path, tmp_path: Path) -> None:
    with problem_in(tmp_path) as (marks, problem):
        read(marks, "port")
        assert marks.path is None
    assert problem == (
        f"{file} cannot be used: another program is using its file, so marks last for this run only; "
        "try again when it is done"
    )


def test_what_cannot_be_marked_because_of_a_lock_can_be_marked_afterwards(file: Path, tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks, closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(MarksBusyError) as caught:
            read(marks, "port")
        assert str(caught.value) == "nothing was marked: another program is using its file; try again when it is done"
        assert marks.mark("rail").read
        other.execute("ROLLBACK")
        read(marks, "port")
        assert marks.mark("port").read


def test_what_cannot_be_read_because_of_a_lock_is_said_and_the_generation_stays(file: Path, tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks, closing(sqlite3.connect(file, isolation_level=None)) as other:
        generation = marks.generation()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MarksBusyError, match="your marks cannot be read: another program"):
            marks.mark("rail")
        assert marks.generation() == generation


def test_a_commit_that_a_reader_holds_up_marks_nothing(file: Path, tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks, closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM mark").fetchall()
        with pytest.raises(MarksBusyError):
            read(marks, "port")
        other.execute("COMMIT")
        assert not marks.mark("port").read


def link(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


def dangling(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere")


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def pipe_as_journal(file: Path) -> None:
    os.mkfifo(f"{file}-journal")


def link_as_journal(file: Path) -> None:
    Path(f"{file}-journal").symlink_to("elsewhere")


@pytest.mark.parametrize("make", [link, dangling, pipe, folder, pipe_as_journal, link_as_journal])
def test_what_is_no_file_is_refused_and_left(file: Path, tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(file)
    before = names(file)
    with problem_in(tmp_path) as (marks, problem):
        read(marks, "port")
        assert (marks.mark("port").read, marks.path) == (True, None)
    assert "is not a regular file" in problem
    assert ("a link, through which nothing is written" in problem) == (make in {link, dangling})
    assert names(file) == before


def test_a_state_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with problem_in(tmp_path) as (marks, problem):
        read(marks, "rail")
        assert (marks.mark("rail").read, "cannot be used: " in problem) == (True, True)


def test_without_a_home_marks_are_for_this_run(tmp_path: Path) -> None:
    opened = open_marks(tmp_path, {})
    opened.marks.close()
    assert opened.problem == (
        "there is no place to keep marks, so marks last for this run only; set HOME or XDG_STATE_HOME"
    )


def test_a_sentence_shows_an_unsafe_name_safely(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"esc\x1b[2J caf\xe9\n")
    file_of(odd).mkdir(parents=True)
    with problem_in(odd) as (_, problem):
        assert r"esc\x1b[2J caf\udce9\n" in problem


def test_a_file_that_is_found_to_be_damaged_later_is_kept_aside_and_said(file: Path, tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks:
        with file.open("r+b") as damaged:
            damaged.seek(100)
            damaged.write(b"\xff" * (file.stat().st_size - 100))
        with pytest.raises(MarksError, match="cannot be read as marks and was renamed"):
            read(marks, "port", "rail")
        read(marks, "port")
    with marks_in(tmp_path) as marks:
        assert (marks.mark("port").read, len(names(file))) == (True, 2)


def test_of_two_readers_who_find_damage_only_one_begins_anew(file: Path, tmp_path: Path) -> None:
    with marks_in(tmp_path) as one, marks_in(tmp_path) as other:
        file.write_bytes(b"\xff" * file.stat().st_size)
        with pytest.raises(MarksError):
            read(one, "port")
        read(one, "port")
        read(other, "dam")
        assert one.mark("dam").read
    assert len(names(file)) == 2


def test_a_file_that_is_taken_away_is_begun_anew(file: Path, tmp_path: Path) -> None:
    with marks_in(tmp_path) as marks:
        before = marks.generation()
        shutil.move(file, tmp_path / "away")
        read(marks, "port")
        assert marks.generation() != before
    with marks_in(tmp_path) as marks:
        assert (marks.mark("port").read, marks.mark("rail").read) == (True, False)


def test_a_file_that_is_replaced_by_what_is_no_file_is_said_before_marks_are_for_this_run(
    file: Path, tmp_path: Path
) -> None:
    with marks_in(tmp_path) as marks:
        link(file)
        with pytest.raises(MarksError, match="not a regular file"):
            read(marks, "port")
        read(marks, "port")
        assert (marks.mark("port").read, marks.path) == (True, None)


FORGOTTEN = "marks last for this run only; make the file and its folder writable"
READ_ONLY = """
import encodings.idna, urllib.parse
if os.geteuid() == 0:
    os.setuid(65534)  # nobody: root may write everywhere
opened = open_marks(Path("/briefs"), environment(folder))
print(opened.problem)
read(opened.marks, "port")
print(opened.marks.mark("rail").read, opened.marks.mark("port").read, opened.marks.path)
"""


def said(program: str, tmp_path: Path) -> list[str]:
    """Return what a process says that marks in the folder."""
    process = start(program, tmp_path)
    output, _ = process.communicate(timeout=10)
    assert process.returncode == 0
    return output.splitlines()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Yield a folder that every user can look into; that of the tests is closed."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_marks_that_may_not_be_written_are_shown_and_added_to_for_this_run(open_folder: Path) -> None:
    with marks_in(open_folder) as marks:
        read(marks, "rail")
    file = file_of(open_folder)
    file.chmod(0o444)
    file.parent.chmod(0o555)
    content = file.read_bytes()
    assert said(READ_ONLY, open_folder) == [
        f"{file} cannot be used: it may not be written, so {FORGOTTEN}",
        "True True None",
    ]
    assert file.read_bytes() == content
    file.parent.chmod(0o755)


def test_a_folder_that_may_not_be_written_is_said(open_folder: Path) -> None:
    (open_folder / "state").mkdir(mode=0o555)
    assert said(READ_ONLY, open_folder) == [
        f"{file_of(open_folder)} cannot be used: Permission denied, so {FORGOTTEN}",
        "False True None",
    ]


FULL = """
import resource
with marks_in(folder) as marks:
    read(marks, "rail")
    size = marks.path.stat().st_size
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        read(marks, *(f"brief-{number}" for number in range(300)))
    except MarksError as error:
        print(error)
    print(marks.mark("rail").read, marks.mark("brief-1").read)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    read(marks, "port")
    print(marks.mark("port").read)
"""


def test_a_disk_that_takes_no_more_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    assert said(FULL, tmp_path) == [
        "nothing was marked: the disk reports an error; check whether the disk is full or failing",
        "True False",
        "True",
    ]


NEWLY_FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
opened = open_marks(Path("/briefs"), environment(folder))
read(opened.marks, "port")
print(opened.marks.mark("port").read, opened.marks.path, "last for this run only" in opened.problem)
"""


def test_on_a_full_disk_a_damaged_file_is_kept_aside_and_said_all_the_same(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"damaged " * 999)
    assert said(NEWLY_FULL, tmp_path) == ["True None True"]
    assert max(path.stat().st_size for path in file.parent.iterdir()) == 8 * 999


def test_a_full_disk_leaves_marks_for_this_run(tmp_path: Path) -> None:
    assert said(NEWLY_FULL, tmp_path) == ["True None True"]
    with marks_in(tmp_path) as marks:
        read(marks, "rail")
