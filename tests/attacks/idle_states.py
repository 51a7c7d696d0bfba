"""The states in which a reader may be left alone: what is there before it starts, and what is done to it then."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from briefing.base.files import BRIEF_LIMIT, TEXT_LIMIT
from tests.support.generated import write_library
from tests.support.runs import TAKEN
from tests.support.terminal import ROOT, Size, Terminal, command, environment

OPEN = "brief-000000"
"""The brief that a reader begins with."""
_TEXT = "texts/text-00.txt"
"""What that brief cites."""
WIDE = Size(120, 40)
_LARGE, _LARGER = 3000, 12_000
"""Briefs that take a second to be read, and some seconds."""
_OFTEN = 0.02
"""Seconds between two changes where something never stays as it is."""
_GONE_ON = 2.5
"""Seconds after which a brief counts as read, and all that comes of it is done."""

BARE = (
    sys.executable,
    "-c",
    """
import ctypes, os, sys
for power in (1, 2):
    ctypes.CDLL(None).prctl(24, power, 0, 0, 0)
os.execvp(sys.argv[1], sys.argv[1:])
""",
)
"""Runs a program without the power of root to read and write what the mode of a file forbids: PR_CAPBSET_DROP of
CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


@dataclass
class Ground:
    """Where one reader runs."""

    folder: Path
    """A folder of its own, which is empty at first."""
    arguments: list[str] = field(default_factory=list)
    """Of the program. Empty: the library."""
    variables: dict[str, str] = field(default_factory=dict)
    count: int = 3
    """Briefs of the library."""
    program: list[str] = field(default_factory=list)
    """What is run instead of the reader."""
    ready: bytes = TAKEN
    """What it has written as soon as it can be left alone."""
    size: Size = WIDE
    """Of the terminal."""
    takes_keys: bool = True
    """Whether keys reach the reader."""
    stack: ExitStack = field(default_factory=ExitStack)
    """What has to end with this."""
    opened: Terminal | None = None

    @property
    def library(self) -> Path:
        """The library's folder."""
        return self.folder / "library"

    @property
    def home(self) -> Path:
        """Holds the user's folders."""
        return self.folder / "home"

    @property
    def brief(self) -> Path:
        """The file that is open."""
        return self.library / f"{OPEN}.yaml"

    @property
    def terminal(self) -> Terminal:
        """The reader's."""
        if self.opened is None:
            raise AssertionError("the reader has not been started")
        return self.opened

    def make(self) -> None:
        """Write the library."""
        self.home.mkdir(parents=True)
        write_library(self.library, self.count)
        kind = "    kind: article"
        self.brief.write_text(self.brief.read_text().replace(kind, f"{kind}\n    url: https://example.org/a"))

    def command(self) -> list[str]:
        """Return what is to be run."""
        return [*BARE, *(self.program or command(*(self.arguments or [str(self.library)])))]

    def environment(self) -> dict[str, str]:
        """Return the variables of what is run."""
        return environment(self.home, **{"EDITOR": "true", "BROWSER": "true", "PAGER": "cat", **self.variables})

    def run(self, *arguments: str | Path) -> None:
        """Run the program to its end."""
        subprocess.run(command(*arguments), cwd=ROOT, env=self.environment(), check=False, capture_output=True)

    def index(self) -> Path:
        """Return the file of the library's index."""
        return next(path for path in (self.home / "cache" / "briefing").iterdir() if path.suffix == ".sqlite")

    def marks(self) -> Path:
        """Return the file of the marks."""
        return self.home / "state" / "briefing" / "marks.sqlite"

    def again_and_again(self, do: Callable[[int], object]) -> None:
        """Do something every 20 ms until this ends."""
        over = threading.Event()

        def work() -> None:
            number = 0
            while not over.wait(_OFTEN):
                number += 1
                do(number)

        thread = threading.Thread(target=work)
        thread.start()
        self.stack.callback(thread.join)
        self.stack.callback(over.set)


Steps = Iterator[None]
"""Prepares; the reader is started at the first `yield`, and left alone at the second or at the end."""


@dataclass(frozen=True)
class State:
    """One of them."""

    name: str
    steps: Callable[[Ground], Steps]
    is_busy: bool = False
    """Whether something goes on all the while, which the reader follows."""


_STATES: list[State] = []


def states() -> tuple[State, ...]:
    """Return all of them."""
    return tuple(_STATES)


def _state(name: str, *, busy: bool = False) -> Callable[[Callable[[Ground], Steps]], Callable[[Ground], Steps]]:
    def kept(steps: Callable[[Ground], Steps]) -> Callable[[Ground], Steps]:
        _STATES.append(State(name, steps, busy))
        return steps

    return kept


# what stands in the place of a brief


def _put(data: bytes, path: Path) -> None:
    path.write_bytes(data)


def _link(to: str, path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(to)


def _folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _socket(path: Path) -> None:
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as listener:
        place = os.open(path.parent, os.O_PATH)
        listener.bind(f"/proc/self/fd/{place}/{path.name}")  # the name of a socket is short
        os.close(place)


def _forbid(path: Path) -> None:
    path.chmod(0)


UNREADABLE: Mapping[str, Callable[[Path], None]] = {
    "empty": partial(_put, b""),
    "not UTF-8": partial(_put, b"briefing: 1\ntitle: caf\xe9\n"),
    "UTF-16": partial(_put, "briefing: 1\ntitle: a\n".encode("utf-16")),
    "over the limit": partial(_put, b"# " + b"x" * BRIEF_LIMIT),
    "broken YAML": partial(_put, b"briefing: 1\ntitle: [\n"),
    "no brief": partial(_put, b"a: 1\n"),
    "a bomb": partial(_put, b"[" * 100_000),
    "a folder": _folder,
    "a named pipe": _pipe,
    "a socket": _socket,
    "a dangling link": partial(_link, "nothing"),
    "a link to itself": partial(_link, f"{OPEN}.yaml"),
    "a link out of the library": partial(_link, "/etc/passwd"),
    "a device": partial(_link, "/dev/zero"),
    "mode 000": _forbid,
}
"""What puts something in the place of a brief that cannot be read as one, by what it is."""


def _among_three(put: Callable[[Path], None], ground: Ground) -> Steps:
    put(ground.brief)
    yield


def _only(put: Callable[[Path], None], ground: Ground) -> Steps:
    ground.library.joinpath("brief-000001.yaml").unlink()
    ground.library.joinpath("brief-000002.yaml").unlink()
    put(ground.brief)
    yield


def _named(put: Callable[[Path], None], ground: Ground) -> Steps:
    put(ground.brief)
    ground.arguments = [str(ground.brief)]
    yield


def _while_open(put: Callable[[Path], None], ground: Ground) -> Steps:
    yield
    put(ground.brief)


def _beside(put: Callable[[Path], None], ground: Ground) -> Steps:
    for number in (1, 2):
        path = ground.library / f"brief-{number:06}.yaml"
        put(path)
        if path.is_symlink() and path.readlink() == Path(f"{OPEN}.yaml"):
            _link(path.name, path)
    yield


for _name, _put_there in UNREADABLE.items():
    for _how, _way in (
        ("", _among_three),
        (", the only one", _only),
        (", named", _named),
        (", all at once", _while_open),
        (", beside the open one", _beside),
    ):
        _STATES.append(State(f"{_name}{_how}", partial(_way, _put_there)))


def _hello(ground: Ground) -> Steps:
    ground.program = [sys.executable, str(Path(__file__).parents[1] / "bench" / "hello.py")]
    yield


HELLO = State("a bare Textual app", _hello)
"""What the others are compared with."""


@_state("a good brief")
def _good(_ground: Ground) -> Steps:
    yield


@_state("one brief")
def _one(ground: Ground) -> Steps:
    yield from _only(lambda _path: None, ground)


@_state("deleted while open")
def _deleted(ground: Ground) -> Steps:
    yield
    ground.brief.unlink()


@_state("deleted while open, the only one")
def _deleted_only(ground: Ground) -> Steps:
    yield from _only(lambda _path: None, ground)
    ground.brief.unlink()


@_state("deleted while open, named")
def _deleted_named(ground: Ground) -> Steps:
    ground.arguments = [str(ground.brief)]
    yield
    ground.brief.unlink()


@_state("renamed while open")
def _renamed(ground: Ground) -> Steps:
    yield
    ground.brief.rename(ground.library / "zzz.yaml")


@_state("renamed while open and read by nobody")
def _renamed_away(ground: Ground) -> Steps:
    yield
    ground.brief.rename(ground.library / "kept.txt")


@_state("all briefs deleted while open")
def _all_deleted(ground: Ground) -> Steps:
    yield
    for path in ground.library.glob("*.yaml"):
        path.unlink()


# the library


@_state("the library is gone")
def _library_gone(ground: Ground) -> Steps:
    yield
    shutil.rmtree(ground.library)


@_state("the library and its index are gone")
def _both_gone(ground: Ground) -> Steps:
    yield
    index = ground.index()
    shutil.rmtree(ground.library)
    index.unlink()


@_state("the library was renamed")
def _library_renamed(ground: Ground) -> Steps:
    yield
    ground.library.rename(ground.folder / "other")


@_state("the library may not be looked into")
def _library_forbidden(ground: Ground) -> Steps:
    yield
    ground.stack.callback(ground.library.chmod, 0o700)
    ground.library.chmod(0)


@_state("a folder of the library may not be looked into")
def _folder_forbidden(ground: Ground) -> Steps:
    below = ground.library / "below"
    below.mkdir()
    shutil.copy(ground.brief, below / "a.yaml")
    ground.stack.callback(below.chmod, 0o700)
    below.chmod(0)
    yield


@_state("the library is a link that dangles now")
def _library_dangles(ground: Ground) -> Steps:
    link = ground.folder / "link"
    link.symlink_to("library")
    ground.arguments = [str(link)]
    yield
    ground.library.rename(ground.folder / "other")


def _inside(ground: Ground, *arguments: str) -> Steps:
    """Start the reader in the library's folder, and remove that."""
    ground.program = ["sh", "-c", 'cd "$0" && exec "$@"', str(ground.library), *command(*arguments)]
    yield
    shutil.rmtree(ground.library)


@_state("the current folder is gone, which is the library")
def _here_gone(ground: Ground) -> Steps:
    yield from _inside(ground, ".")


@_state("the current folder is gone, in which a brief was named")
def _here_gone_named(ground: Ground) -> Steps:
    yield from _inside(ground, ground.brief.name)


@_state("the current folder is gone, which was looked for")
def _here_gone_unnamed(ground: Ground) -> Steps:
    yield from _inside(ground)


@_state("the folder above the library may not be looked into")
def _above_forbidden(ground: Ground) -> Steps:
    yield
    ground.stack.callback(ground.folder.chmod, 0o700)
    ground.folder.chmod(0)


@_state("a named brief whose folder may not be looked into")
def _named_forbidden(ground: Ground) -> Steps:
    ground.arguments = [str(ground.brief)]
    yield
    ground.stack.callback(ground.library.chmod, 0o700)
    ground.library.chmod(0)


@_state("the folder of the saved texts may not be looked into")
def _texts_forbidden(ground: Ground) -> Steps:
    texts = ground.library / "texts"
    yield
    ground.stack.callback(texts.chmod, 0o700)
    texts.chmod(0)


@_state("the cache and the state may not be looked into any more")
def _home_forbidden(ground: Ground) -> Steps:
    yield
    for name in ("cache", "state"):
        ground.stack.callback((ground.home / name).chmod, 0o700)
        (ground.home / name).chmod(0)


@_state("a named link that dangles")
def _dangling(ground: Ground) -> Steps:
    link = ground.folder / "link.yaml"
    link.symlink_to("nothing")
    ground.arguments = [str(link)]
    yield


@_state("the library is a file now")
def _library_file(ground: Ground) -> Steps:
    yield
    ground.library.rename(ground.folder / "other")
    ground.library.write_text("here")


# the index


def _lock(path: Path, ground: Ground, how: str = "EXCLUSIVE") -> None:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    ground.stack.callback(connection.close)
    connection.execute(f"BEGIN {how}")


@_state("the index is written by another")
def _index_locked(ground: Ground) -> Steps:
    yield
    _lock(ground.index(), ground, "IMMEDIATE")
    (ground.library / "new.yaml").write_text(ground.brief.read_text())


@_state("the index is written by another from the start")
def _index_locked_before(ground: Ground) -> Steps:
    ground.run("index", ground.library)
    _lock(ground.index(), ground, "IMMEDIATE")
    (ground.library / "new.yaml").write_text(ground.brief.read_text())
    yield


@_state("the index is locked for everybody from the start")
def _index_locked_for_all(ground: Ground) -> Steps:
    ground.run("index", ground.library)
    connection = sqlite3.connect(ground.index(), isolation_level=None, check_same_thread=False)
    ground.stack.callback(connection.close)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("UPDATE brief SET errors = 1")
    yield


@_state("the index of 3,000 briefs is written by another")
def _large_locked(ground: Ground) -> Steps:
    shutil.rmtree(ground.library)
    write_library(ground.library, _LARGE)
    ground.run("index", ground.library)
    yield
    _lock(ground.index(), ground, "IMMEDIATE")
    (ground.library / "new.yaml").write_text(ground.brief.read_text())


@_state("the index was removed")
def _index_removed(ground: Ground) -> Steps:
    yield
    ground.index().unlink()


@_state("the index is removed again and again", busy=True)
def _index_removed_often(ground: Ground) -> Steps:
    yield
    path = ground.index()
    ground.again_and_again(lambda _number: path.unlink(missing_ok=True))


@_state("the index is garbage")
def _index_garbage(ground: Ground) -> Steps:
    yield
    path = ground.index()
    path.write_bytes(os.urandom(path.stat().st_size))


@_state("the cache may not be written")
def _cache_forbidden(ground: Ground) -> Steps:
    cache = ground.home / "cache"
    cache.mkdir()
    cache.chmod(0o500)
    yield


@_state("the index may not be written")
def _index_forbidden(ground: Ground) -> Steps:
    ground.run("index", ground.library)
    ground.index().chmod(0o400)
    ground.index().parent.chmod(0o500)
    yield


@_state("the cache is a file")
def _cache_file(ground: Ground) -> Steps:
    (ground.home / "cache").write_text("here")
    yield


@_state("the user has no folders")
def _homeless(ground: Ground) -> Steps:
    ground.variables = dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"), "")
    yield


@_state("the index is from a newer version")
def _index_newer(ground: Ground) -> Steps:
    ground.run("index", ground.library)
    with sqlite3.connect(ground.index()) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    yield


@_state("another process builds the index", busy=True)
def _index_built(ground: Ground) -> Steps:
    shutil.rmtree(ground.library)
    write_library(ground.library, _LARGER)
    group = _builder(ground)
    # A quarter of the time: it is to take longer than what is measured.
    ground.again_and_again(lambda number: os.killpg(group, signal.SIGSTOP if number % 4 else signal.SIGCONT))
    yield


def _builder(ground: Ground) -> int:
    """Start another process that builds the index; return its group."""
    quiet = subprocess.DEVNULL
    builder = subprocess.Popen(
        command("index", ground.library),
        cwd=ROOT,
        env=ground.environment(),
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    )
    ground.stack.callback(builder.wait)
    ground.stack.callback(os.killpg, builder.pid, signal.SIGKILL)
    return builder.pid


@_state("a process that builds the index is stopped")
def _index_stuck(ground: Ground) -> Steps:
    shutil.rmtree(ground.library)
    write_library(ground.library, _LARGE)
    group = _builder(ground)
    time.sleep(1.5)
    os.killpg(group, signal.SIGSTOP)
    yield


# the marks


@_state("the marks are locked")
def _marks_locked(ground: Ground) -> Steps:
    yield
    _lock(ground.marks(), ground)
    ground.terminal.press("r*")


@_state("the marks are locked from the start")
def _marks_locked_before(ground: Ground) -> Steps:
    ground.marks().parent.mkdir(parents=True)
    _lock(ground.marks(), ground)
    yield


@_state("the marks were set aside at the start")
def _marks_damaged(ground: Ground) -> Steps:
    ground.marks().parent.mkdir(parents=True)
    ground.marks().write_bytes(os.urandom(9000))
    yield


@_state("the marks were set aside while open")
def _marks_damaged_later(ground: Ground) -> Steps:
    yield
    ground.marks().write_bytes(os.urandom(9000))


@_state("the marks were removed")
def _marks_removed(ground: Ground) -> Steps:
    yield
    ground.marks().unlink()


@_state("the marks are a named pipe now")
def _marks_pipe(ground: Ground) -> Steps:
    yield
    _pipe(ground.marks())


@_state("the marks may not be written")
def _marks_forbidden(ground: Ground) -> Steps:
    ground.marks().parent.mkdir(parents=True)
    ground.marks().parent.chmod(0o500)
    yield


@_state("another marks all the time", busy=True)
def _marks_busy(ground: Ground) -> Steps:
    yield
    connection = sqlite3.connect(ground.marks(), isolation_level=None, check_same_thread=False)
    ground.stack.callback(connection.close)
    ground.again_and_again(lambda number: connection.execute(f"PRAGMA user_version = {number % 2 + 1}"))


# saved texts


def _text_is(put: Callable[[Path], None], ground: Ground) -> Steps:
    put(ground.library / _TEXT)
    yield


def _text_becomes(put: Callable[[Path], None], ground: Ground) -> Steps:
    yield
    put(ground.library / _TEXT)


_TEXTS: dict[str, Callable[[Path], None]] = {
    "gone": Path.unlink,
    "too large": partial(_put, b"x" * (TEXT_LIMIT + 1)),
    "as large as can be": partial(_put, b"word " * (TEXT_LIMIT // 5)),
    "empty": partial(_put, b""),
    "not UTF-8": partial(_put, b"\xff\xfe\xfd" * 100),
    "a named pipe": _pipe,
    "a folder": _folder,
    "a dangling link": partial(_link, "nothing"),
    "a link out of the library": partial(_link, "/etc/passwd"),
    "mode 000": _forbid,
}
for _name, _put_there in _TEXTS.items():
    _STATES.append(State(f"the saved text: {_name}", partial(_text_is, _put_there)))
    _STATES.append(State(f"the saved text, while open: {_name}", partial(_text_becomes, _put_there)))


# what never stays as it is


@_state("the open brief is written all the time", busy=True)
def _never_settled(ground: Ground) -> Steps:
    yield
    text = ground.brief.read_text()
    ground.again_and_again(lambda number: ground.brief.write_text(f"{text}# {number}\n"))


@_state("the open brief is replaced all the time", busy=True)
def _never_the_same(ground: Ground) -> Steps:
    yield
    text, part = ground.brief.read_text(), ground.library / ".part"

    def replace(number: int) -> None:
        part.write_text(f"{text}# {number}\n")
        part.replace(ground.brief)

    ground.again_and_again(replace)


@_state("the open brief comes and goes all the time", busy=True)
def _comes_and_goes(ground: Ground) -> Steps:
    yield
    text = ground.brief.read_text()

    def turn(number: int) -> None:
        if number % 2:
            ground.brief.unlink(missing_ok=True)
        else:
            ground.brief.write_text(text)

    ground.again_and_again(turn)


@_state("the saved text is written all the time", busy=True)
def _text_never_settled(ground: Ground) -> Steps:
    yield
    path = ground.library / _TEXT
    text = path.read_text()
    ground.again_and_again(lambda number: path.write_text(f"{text}{number}\n"))


@_state("another brief is written all the time", busy=True)
def _other_never_settled(ground: Ground) -> Steps:
    yield
    path = ground.library / "brief-000002.yaml"
    text = path.read_text()
    ground.again_and_again(lambda number: path.write_text(f"{text}# {number}\n"))


@_state("files come and go all the time", busy=True)
def _folder_never_settled(ground: Ground) -> Steps:
    yield
    path = ground.library / "new.yaml"
    text = ground.brief.read_text()

    def turn(number: int) -> None:
        if number % 2:
            path.write_text(text)
        else:
            path.unlink(missing_ok=True)

    ground.again_and_again(turn)


# where the reader is


def _keys(keys: tuple[str, ...], ground: Ground) -> Steps:
    yield
    for key in keys:
        ground.terminal.press(key)
        ground.terminal.settle(0.3)


_KEYS: dict[str, tuple[str, ...]] = {
    "a dialog": ("4", "o"),
    "asking whether to mark all": ("A",),
    "a saved text": ("j", "s"),
    "the help": ("?",),
    "the problems": ("!",),
    "the palette": (":",),
    "the palette with words": (":", "theme"),
    "the search of all briefs": ("F",),
    "the search with hits": ("F", "harbour"),
    "the search without hits": ("F", "zzzzzz"),
    "the search with a mistake": ("F", "date:zz"),
    "the list": ("0",),
    "a filter": ("f", "part"),
    "a filter that is kept": ("f", "part\r"),
    "a filter without hits": ("f", "zzzzzz"),
    "a filter without hits that is kept": ("f", "zzzzzz\r"),
    "a filter with a mistake": ("f", "date:zz"),
    "find": ("/", "harbour"),
    "one pane": ("z",),
    "what fell": ("4", "i"),
    "what changed": ("d",),
    "half of a key sequence": ("\x1b[",),
    "half of a paste": ("\x1b[200~abc",),
    "half of a letter": ("\udcc3",),
    "another order": ("0", "S", "S"),
}
for _name, _typed in _KEYS.items():
    _STATES.append(State(_name, partial(_keys, _typed)))


@_state("a saved text whose file is gone")
def _saved_text_gone(ground: Ground) -> Steps:
    yield from _keys(("j", "s"), ground)
    (ground.library / _TEXT).unlink()


@_state("a saved text whose brief is empty now")
def _saved_text_empty(ground: Ground) -> Steps:
    yield from _keys(("j", "s"), ground)
    ground.brief.write_bytes(b"")


@_state("a filter, and the open brief is deleted")
def _filter_deleted(ground: Ground) -> Steps:
    yield from _keys(("f", "part 1\r"), ground)
    ground.brief.unlink()


@_state("a page over a brief that is deleted")
def _page_deleted(ground: Ground) -> Steps:
    yield from _keys(("!",), ground)
    ground.brief.unlink()


@_state("picking")
def _picking(ground: Ground) -> Steps:
    ground.arguments = ["pick", str(ground.library)]
    yield


@_state("picking without hits")
def _picking_nothing(ground: Ground) -> Steps:
    ground.arguments = ["pick", str(ground.library)]
    yield from _keys(("zzzzzz",), ground)


@_state("picking, and the library is gone")
def _picking_gone(ground: Ground) -> Steps:
    ground.arguments = ["pick", str(ground.library)]
    yield
    shutil.rmtree(ground.library)


@_state("picking in a library of an empty brief")
def _picking_empty(ground: Ground) -> Steps:
    ground.brief.write_bytes(b"")
    ground.arguments = ["pick", str(ground.library)]
    yield


# other programs


@_state("an editor has the terminal")
def _editing(ground: Ground) -> Steps:
    ground.variables, ground.takes_keys = {"EDITOR": "sh -c 'sleep 60'"}, False
    yield from _keys(("e",), ground)


@_state("a pager has the terminal")
def _paging(ground: Ground) -> Steps:
    ground.variables, ground.takes_keys = {"PAGER": "sleep 60"}, False
    yield from _keys(("j", "s", "p"), ground)


@_state("a browser was started")
def _browsing(ground: Ground) -> Steps:
    ground.variables = {"BROWSER": "true"}
    yield from _keys(("4", "o", "\r"), ground)


@_state("git has left its lock")
def _git_stuck(ground: Ground) -> Steps:
    git = ground.library / ".git"
    git.mkdir()
    (git / "index").write_text("here")
    (git / "index.lock").write_text("")
    yield
    ground.brief.write_text(f"{ground.brief.read_text()}# changed\n")


@_state("briefs that were named, one of them gone")
def _named_gone(ground: Ground) -> Steps:
    paths = sorted(ground.library.glob("*.yaml"))
    ground.arguments = [*map(str, paths)]
    yield
    paths[0].unlink()
    paths[1].write_bytes(b"")


# the terminal


@_state("a small terminal")
def _small(ground: Ground) -> Steps:
    ground.size = Size(20, 5)
    yield


@_state("the list in front of the brief")
def _folded(ground: Ground) -> Steps:
    ground.size = Size(60, 20)
    yield from _keys(("0",), ground)


@_state("stopped and gone on")
def _continued(ground: Ground) -> Steps:
    yield
    ground.terminal.send(signal.SIGSTOP)
    time.sleep(0.3)
    ground.terminal.send(signal.SIGCONT)


@_state("suspended with ctrl+z, and in front again")
def _suspended(ground: Ground) -> Steps:
    ground.program = ["bash", "--norc", "-i"]
    ground.variables = {"PS1": "here> "}
    ground.ready = b"here>"
    yield
    ground.terminal.until_shown("here>")
    ground.terminal.press(f"{shlex.join(command(ground.library))}\r")
    ground.terminal.until_written(TAKEN)
    ground.terminal.settle(0.5)
    ground.terminal.press("\x1a")
    ground.terminal.until(lambda: 1049 not in ground.terminal.modes_left_on(), "the shell's own screen")
    ground.terminal.settle(0.5)
    ground.terminal.press("fg\r")
    ground.terminal.until(lambda: 1049 in ground.terminal.modes_left_on(), "the reader's screen")


@_state("the focus is away")
def _unfocused(ground: Ground) -> Steps:
    yield
    ground.terminal.press("\x1b[O")


@_state("the settings have a mistake")
def _settings(ground: Ground) -> Steps:
    folder = ground.home / "config" / "briefing"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("thme: dark\nsearches:\n  a: is:unread\n  b: 'date:zz'\n  c: harbour\n")
    yield


@_state("searches are counted")
def _searches(ground: Ground) -> Steps:
    folder = ground.home / "config" / "briefing"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("searches:\n  a: is:unread\n  b: harbour\n  c: zzzz\n")
    yield


@_state("read and left")
def _read(ground: Ground) -> Steps:
    yield
    ground.terminal.settle(_GONE_ON)
    ground.terminal.press("JJKK")
