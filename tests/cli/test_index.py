"""`briefing index` brings the index in step, says what that took, and ends well whatever is in its way."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library.index.build.source_texts import count_new_texts
from briefing.library.index.schema import VERSION
from briefing.library.index.store import index_file
from tests.support.indexes import brief_index_of, content, fresh, good, library, print_of, put


class Command:
    """Runs the command inside the test, and has its folders."""

    def __init__(self, capture: pytest.CaptureFixture[str], home: Path, root: Path) -> None:
        self._capture = capture
        self.home = home
        self.root = root

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = main(["index", *arguments])
        said = self._capture.readouterr()
        return code, said.out, said.err

    @property
    def place(self) -> Path:
        """Where the index is kept."""
        return index_file(self.root, {"HOME": str(self.home)}) or Path()

    def is_right(self, tmp_path: Path) -> bool:
        """Tell whether the index says what one does that is built from nothing."""
        brief_index = brief_index_of(self.root, self.home / ".cache")
        said = content(brief_index.store)
        brief_index.store.close()
        return said == fresh(self.root, tmp_path / "fresh")


@pytest.fixture
def index(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    for name in ("BRIEFING_LIBRARY", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return Command(capsys, tmp_path / "home", library(tmp_path / "library"))


def test_the_last_line_says_how_many_how_long_how_large_and_where(index: Command, tmp_path: Path) -> None:
    code, out, err = index("library")
    words = out.split()
    assert (code, err, words[:5]) == (0, "", ["indexed", "3", "briefs", "(3", "new)"])
    assert (words[5], words[7], words[9:11]) == ("in", "s,", ["MB", "in"])
    assert out.endswith(f"~/.cache/briefing/{index.place.name}\n")
    assert index.is_right(tmp_path)


def test_it_says_what_has_changed(index: Command) -> None:
    index("library")
    assert " (nothing new) " in index("library")[1]
    put(index.root, "b0.yaml", good("Changed"))
    put(index.root, "new.yaml", good("New"))
    (index.root / "b2.yaml").unlink()
    assert " 3 briefs (1 new, 1 changed, 1 gone) " in index("library")[1]


def test_one_brief_is_one(index: Command, tmp_path: Path) -> None:
    library(tmp_path / "single", 1)
    assert index("single")[1].startswith("indexed 1 brief (1 new)")


def test_without_a_path_it_is_the_readers_own_library(index: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(index.root))
    assert index()[1].startswith("indexed 3 briefs")


def test_the_library_is_not_touched(index: Command) -> None:
    before = print_of(index.root)
    index("library")
    index("--rebuild", "library")
    assert print_of(index.root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["library/b0.yaml"], "briefing: library/b0.yaml: this is no folder, and an index is made of a folder\n"),
        (["nowhere"], "briefing: nowhere: there is no such folder\n"),
        (["-"], "briefing: -: there is no such folder\n"),
        (["a\x1b[2J"], "briefing: a\\x1b[2J: there is no such folder\n"),
        (["library/texts"], "briefing: library/texts: this folder holds no brief; a library is a folder of briefs"),
        (["a", "b"], "briefing: unrecognized arguments: b"),
    ],
)
def test_only_a_folder_of_briefs_can_be_indexed(index: Command, arguments: Sequence[str], said: str) -> None:
    code, out, err = index(*arguments)
    assert (code, out, err[: len(said)]) == (2, "", said)


def test_rebuild_begins_anew(index: Command, tmp_path: Path) -> None:
    index("library")
    before = index.place.stat().st_ino
    other = index.place.open("rb")  # keeps the number of the file from being given again
    assert " (3 new) " in index("--rebuild", "library")[1]
    assert index.place.stat().st_ino != before
    assert index.is_right(tmp_path)
    other.close()


def with_sql(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


def test_a_bad_index_costs_a_sentence(index: Command, tmp_path: Path) -> None:
    index("library")
    index.place.write_bytes(b"garbage")
    code, _, err = index("library")
    assert (code, err) == (0, "briefing: the index was damaged, so it is rebuilt\n")
    assert index.is_right(tmp_path)


def test_damage_that_shows_only_later_is_mended_as_well(index: Command, tmp_path: Path) -> None:
    index("library")
    with_sql(index.place, "UPDATE items SET packed = x'00'")
    put(index.root, "b0.yaml", good("Changed"))
    code, _, err = index("library")
    assert (code, err) == (0, "briefing: the index was damaged, so it is rebuilt\n")
    assert index.is_right(tmp_path)


def test_an_index_from_a_newer_version_is_left_alone_unless_it_is_to_be_built_anew(index: Command) -> None:
    index("library")
    with_sql(index.place, f"PRAGMA user_version = {VERSION + 1}")
    before = index.place.read_bytes()
    code, out, err = index("library")
    assert (code, out) == (1, "")
    assert err.startswith("briefing: the index is from a newer version of this program, and is left alone (")
    assert index.place.read_bytes() == before
    assert index("--rebuild", "library")[0] == 0


@pytest.mark.parametrize("rebuild", [[], ["--rebuild"]])
def test_a_folder_in_the_place_of_the_index_is_said(index: Command, rebuild: Sequence[str]) -> None:
    index.place.mkdir(parents=True)
    code, out, err = index(*rebuild, "library")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert str(index.place) in err


def test_without_a_home_there_is_nowhere_to_keep_it(index: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    said = "briefing: there is no folder to keep the index in: HOME and XDG_CACHE_HOME are not set\n"
    assert index("library") == (1, "", said)


def test_an_index_in_which_another_writes_is_said_to_be(index: Command) -> None:
    index("library")
    put(index.root, "new.yaml", good("New"))
    other = sqlite3.connect(index.place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert index("library") == (1, "", "briefing: another program writes into the index\n")
    other.close()


def test_a_folder_that_cannot_be_looked_into_is_named(index: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def shut(path: Path) -> object:
        if os.fspath(path).rstrip("/").endswith("inner"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("os.scandir", shut)
    code, out, err = index("library")
    assert (code, out.startswith("indexed 2 briefs (2 new)")) == (1, True)
    said = "./library/inner:1:1: error: this folder cannot be read: Permission denied [unreadable]\n"
    assert err == said


# as a process


def started(index: Command, *arguments: str, to: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    variables = {"PATH": os.environ["PATH"], "HOME": str(index.home), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "briefing", "index", *arguments, str(index.root)]
    return subprocess.Popen(command, env=variables, stdin=subprocess.DEVNULL, stdout=to, stderr=to)


def test_the_reader_is_told_how_far_it_is_and_nothing_else(index: Command, tmp_path: Path) -> None:
    out, err = started(index, "--progress").communicate()
    assert (out.split(b"\n")[-3:], err) == ([b"briefs 3 3", b"texts 1 1", b""], b"")
    assert all(len(line.split()) == 3 for line in out.splitlines())
    assert index.is_right(tmp_path)


def test_it_ends_when_nobody_listens_any_more(index: Command) -> None:
    library(index.root, 600)
    process = started(index, "--progress")
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(20) == 128 + signal.SIGPIPE
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_by_a_signal_and_keeps_what_it_has(index: Command, number: signal.Signals) -> None:
    library(index.root, 1400)
    heard, told = os.pipe()
    room = len(b"briefs 1400 1400\n")
    full = fcntl.fcntl(told, fcntl.F_GETPIPE_SZ) - room
    os.write(told, b"." * full)  # it can say once how far it is, and is held up as it says so again
    process = started(index, "--progress", to=told)
    os.close(told)
    until(lambda: waiting_in(heard) > full, "it writes")
    process.send_signal(number)
    with os.fdopen(heard, "rb") as pipe:
        first = pipe.read()[full:].splitlines()[0]
    assert process.wait(20) == 128 + number
    brief_index = brief_index_of(index.root, index.home / ".cache")
    assert brief_index.count_waiting() <= 1400 - int(first.split()[1])
    brief_index.store.close()


def killed_at(index: Command, step: bytes) -> int:
    """Kill an update as soon as it says that it has written something of a step, and return how much."""
    process = started(index, "--progress")
    assert process.stdout is not None
    line = next(line for line in process.stdout if line.startswith(step))
    process.kill()
    process.communicate()
    return int(line.split()[1])


def test_heads_that_were_written_before_a_kill_are_kept(index: Command, tmp_path: Path) -> None:
    library(index.root, 1600)
    written = killed_at(index, b"heads")
    brief_index = brief_index_of(index.root, index.home / ".cache")
    assert brief_index.count_named_only() <= 1600 - written
    brief_index.store.close()
    assert started(index, "--progress").communicate()[0].endswith(b"texts 1 1\n")
    assert index.is_right(tmp_path)


def test_saved_texts_that_were_written_before_a_kill_are_kept(index: Command, tmp_path: Path) -> None:
    for number in range(1000):
        put(index.root, f"texts/{number}.txt", f"Paper {number}\n\nThe port stays closed.\n")
        put(index.root, f"{number}.yaml", good(f"Talks {number}").replace("texts/a.txt", f"texts/{number}.txt"))
    written = killed_at(index, b"texts")
    brief_index = brief_index_of(index.root, index.home / ".cache")
    left = count_new_texts(brief_index)
    brief_index.store.close()
    assert left <= 1001 - written
    again = started(index, "--progress").communicate()[0].splitlines()
    assert again[-1:] == ([b"texts %d %d" % (left, left)] if left else [])
    assert not any(line.startswith(b"briefs") for line in again)
    assert index.is_right(tmp_path)


@pytest.mark.parametrize("count", [0, 1])
def test_of_a_library_that_is_nearly_empty_no_head_is_read_first(index: Command, count: int) -> None:
    for path in sorted(index.root.rglob("*.yaml"))[count:]:
        path.unlink()
    out, err = started(index, "--progress").communicate()
    assert (out, b"no brief" in err) == (b"briefs 1 1\ntexts 1 1\n" if count else b"", not count)


def waiting_in(pipe: int) -> int:
    """Return how many bytes can be read from a pipe."""
    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


def until(done: Callable[[], bool], what: str) -> None:
    """Wait until `done()`; fail by name if it still is not in 20 s."""
    deadline = time.monotonic() + 20
    while not done():
        assert time.monotonic() < deadline, f"never happened: {what}"
        time.sleep(0.005)


def test_on_a_terminal_there_is_a_line_and_no_bar_for_short_work(index: Command) -> None:
    own, its = pty.openpty()
    process = started(index, to=its)
    process.wait(20)
    os.close(its)
    said = os.read(own, 10_000)
    os.close(own)
    assert said.startswith(b"indexed 3 briefs (3 new) in ")
