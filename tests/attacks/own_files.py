"""An attack on what the program writes: killed at every line, under every umask, through links, on a full disk.

`python -m tests.attacks.own_files` kills and disturbs at every few lines of what replaces a file, makes one and keeps
a frame; with `--long` at every line, and real processes of `check --fix` at random moments, hundreds of times.
"""

from __future__ import annotations

import argparse
import io
import itertools
import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NoReturn

import briefing.base.files
import briefing.base.part_files
import briefing.base.private_files
import briefing.tui.launch.frame_cache
from briefing.base.files import FileProblemError, read_bytes, write_atomically
from briefing.base.part_files import is_part_file, remove_stale_part_files
from briefing.cli.program import main as run_program
from briefing.tui.launch.crash import log_crash
from briefing.tui.launch.frame_cache import keep_frame, kept_frame
from tests.support.terminal import ROOT, SAMPLES, Size, Terminal, command, environment

OLD = """\
briefing: 1
title: Talks
sumary:
  - {text: The office opens., cites: {quote: "The harbour master’s office will reopen"}}
sources:
  article: {kind: article, file: talks.txt}
"""
TEXT = "The harbour master’s office will reopen on Monday.\n"
NEW = OLD.replace("sumary", "summary")
UMASKS = (0o000, 0o022, 0o077, 0o777)

Trace = Callable[[FrameType, str, object], "Trace | None"]
"""What `sys.settrace` wants."""

_LINES = frozenset(
    module.__file__
    for module in (
        briefing.base.files,
        briefing.base.private_files,
        briefing.base.part_files,
        briefing.tui.launch.frame_cache,
    )
)
"""The modules that write: at every line of them something happens."""
_MODE = 0o640
_MODES = (0o600, 0o640, 0o644, 0o660, 0o666, 0o700, 0o755)
_KEY, _FRAME, _OTHER_FRAME = "a key", "A kept frame", "Another frame"
_KILLS = 400
"""Real processes that are killed in the long form."""
_STEP, _ROOM = 7, 50
"""The short form takes one of so many lines, and one of so many sizes of a disk in bytes."""
_BRIEFS = 12
"""That one of those processes mends."""
_WINDOW = 8
"""Lines between the last look at a file and the call that replaces it, some microseconds: no system call does both."""
_SMALL = 64 * 1024
"""Bytes of the disk that is full."""


@dataclass(slots=True)
class Tally:
    """What one attack has tried, and what went wrong."""

    what: str
    tries: int = 0
    wrong: list[str] = field(default_factory=list)

    def try_it(self, sentence: str, *, is_well: bool) -> None:
        """Take note of one try; the sentence says which, for one that went wrong."""
        self.tries += 1
        if not is_well:
            self.wrong.append(sentence)

    def __str__(self) -> str:
        wrong = "".join(f"\n    {sentence}" for sentence in self.wrong[:10])
        return f"{self.what:72} {self.tries:6,} tries, {len(self.wrong)} wrong{wrong}"


# something happens at a line


class Moment:
    """Does something once: at the n-th line that is run in the modules that write."""

    def __init__(self, number: int, do: Callable[[], None]) -> None:
        self.left = number
        self._do = do

    def trace(self, frame: FrameType, event: str, _argument: object) -> Trace | None:
        """Count a line."""
        if frame.f_code.co_filename not in _LINES:
            return None
        if event == "line":
            self.left -= 1
            if self.left == 0:
                self._do()
        return self.trace


def at_line(number: int, do: Callable[[], None], work: Callable[[], object]) -> int | None:
    """Do something at a line of work, in a process of its own, and return how that ended; None: it has fewer lines."""
    code = _in_child(Moment(number, do), work)
    return None if code == _UNREACHED else code


_UNREACHED = 99


def _in_child(moment: Moment, work: Callable[[], object]) -> int:
    with warnings.catch_warnings():
        # Python 3.12 and later warn of threads, of which the child uses none.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _work_in_child(moment, work)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _work_in_child(moment: Moment, work: Callable[[], object]) -> NoReturn:
    code = 1
    sys.dont_write_bytecode = True  # Python takes no notice of a disk that is full, and leaves half a file
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with redirect_stderr(io.StringIO()), redirect_stdout(_silence()):
            sys.settrace(moment.trace)
            result = work()
            sys.settrace(None)
        code = _UNREACHED if moment.left > 0 else result if isinstance(result, int) else 0
    except KeyboardInterrupt:
        code = 130
    finally:
        os._exit(code)


def _die(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)


# mending


def _library(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "talks.txt").write_text(TEXT, encoding="utf-8")
    return _old(folder / "talks.yaml")


def _old(path: Path) -> Path:
    path.write_text(OLD, encoding="utf-8")
    path.chmod(_MODE)
    return path


Mend = Callable[[Path], int]
"""Mends a file, or does what mending does to it."""


def fix(path: Path) -> int:
    """Mend a file by the command."""
    return run_program(["check", "--fix", str(path)])


def replace_text(path: Path) -> int:
    """Do to a file what the command does, without reading it as a brief: that takes most of the time."""
    remove_stale_part_files(path.parent)
    with suppress(FileProblemError):
        before = read_bytes(path, _SMALL)
        if before == OLD.encode():
            write_atomically(path, NEW.encode(), before=before, root=path.parent)
    return 0


def _quietly(work: Callable[[], object]) -> tuple[object, str]:
    """Return what some work returns, and what it says on standard error."""
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(_silence()):
        result = work()
    return result, said.getvalue()


def _silence() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO())


def _parts(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".part")]


def killed_while_mending(folder: Path, number: signal.Signals, step: int, mend: Mend = fix) -> Tally:
    """Kill `--fix` at every line: the file is the old or the new one, and the next run leaves nothing beside it."""
    tally = Tally(f"check --fix, {number.name} at every line")
    path = _library(folder)
    foreign = folder / ".0123456789abcdef-0123456789abcdef.part"
    foreign.write_text("somebody's")
    for line in itertools.count(1, step):
        _old(path)
        if at_line(line, partial(_die, number), partial(mend, path)) is None:
            break
        is_whole = path.read_text(encoding="utf-8") in {OLD, NEW} and stat.S_IMODE(path.stat().st_mode) == _MODE
        is_narrow = all(_mode_of(folder / name) & ~_MODE == 0 for name in _parts(folder) if is_part_file(name))
        _quietly(partial(mend, path))
        is_clean = _parts(folder) == [foreign.name] and path.read_text(encoding="utf-8") == NEW
        tally.try_it(f"line {line}: {is_whole=} {is_narrow=} {is_clean=}", is_well=is_whole and is_narrow and is_clean)
    return tally


def changed_while_mending(folder: Path, how: Callable[[Path], None], step: int, mend: Mend = fix) -> Tally:
    """Change the file at every line of `--fix`: what somebody else has written there stays."""
    tally = Tally(f"check --fix, the file {how.__name__.replace('_', ' ')} at every line")
    path = _library(folder)
    lost: list[int] = []
    for line in itertools.count(1, step):
        _old(path)
        if at_line(line, partial(how, path), partial(mend, path)) is None:
            break
        is_kept = not path.exists() if how is deleted else "# by another" in path.read_text(encoding="utf-8")
        lost += [] if is_kept else [line]
        tally.try_it(f"line {line}: {_parts(folder)}", is_well=not _parts(folder))
    tally.try_it(f"overwritten at {lost}", is_well=not lost or max(lost) - min(lost) < _WINDOW)
    return tally


def appended_to(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("# by another\n")


def replaced(path: Path) -> None:
    beside = path.with_name("beside")
    beside.write_text(f"{OLD}# by another\n", encoding="utf-8")
    beside.replace(path)


def deleted(path: Path) -> None:
    path.unlink()


def _mode_of(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def mended_under_umasks(folder: Path, modes: Sequence[int] = _MODES) -> Tally:
    """Mend files of every mode under every umask: their mode stays, and is that of the part file from the start."""
    tally = Tally("check --fix, modes and umasks")
    path = _library(folder)
    for umask, mode in itertools.product(UMASKS, modes):
        _old(path).chmod(mode)
        too_wide: list[str] = []

        def look(mode: int = mode, too_wide: list[str] = too_wide) -> None:
            too_wide += [name for name in _parts(folder) if _mode_of(folder / name) & ~mode]

        watch = Watch(look)
        _, said = _quietly(partial(watch.over, partial(_with_umask, umask, partial(fix, path))))
        is_well = path.read_text(encoding="utf-8") == NEW and _mode_of(path) == mode and not too_wide
        tally.try_it(f"umask {umask:03o}, mode {mode:03o}: {_mode_of(path):03o} {too_wide} {said}", is_well=is_well)
    return tally


class Watch:
    """Looks at something at every line of work."""

    def __init__(self, look: Callable[[], None]) -> None:
        self._look = look

    def over(self, work: Callable[[], object]) -> object:
        """Work."""
        before = sys.gettrace()
        sys.settrace(self._trace)
        try:
            return work()
        finally:
            sys.settrace(before)

    def _trace(self, frame: FrameType, event: str, _argument: object) -> Trace | None:
        if frame.f_code.co_filename not in _LINES:
            return None
        if event == "line":
            self._look()
        return self._trace


def _with_umask(umask: int, work: Callable[[], object]) -> object:
    before = os.umask(umask)
    try:
        return work()
    finally:
        os.umask(before)


def mended_where_it_may_not(folder: Path) -> Tally:
    """Try what is refused, and what leads elsewhere."""
    tally = Tally("check --fix, read-only files, links, hard links")
    path = _library(folder)
    for mode in (0o444, 0o400, 0o555, 0o464, 0o000):
        _old(path).chmod(mode)
        code, said = _quietly(partial(fix, path))
        is_old = path.read_text(encoding="utf-8") == OLD
        lines = [line for line in said.splitlines() if "not fixed" in line]
        tally.try_it(
            f"{mode:03o}: {said}", is_well=is_old and code == 1 and len(lines) == 1 and "read-only" in lines[0]
        )
    _old(path)
    link = folder / "link.yaml"
    link.symlink_to(path.name)
    _quietly(partial(fix, link))
    tally.try_it("a link", is_well=link.is_symlink() and path.read_text(encoding="utf-8") == NEW)
    link.unlink()
    outside = _old(folder.parent / "outside.yaml")
    link.symlink_to(outside)
    _, said = _quietly(partial(fix, folder))
    tally.try_it(f"a link out: {said}", is_well=outside.read_text(encoding="utf-8") == OLD and "leads out" in said)
    link.unlink()
    _old(path)
    os.link(path, folder / "other.txt")
    _, said = _quietly(partial(fix, path))
    others = (folder / "other.txt").read_text(encoding="utf-8")
    tally.try_it(f"a hard link: {said}", is_well=others == OLD and "hard link" in said)
    return tally


# a full disk


def full_while_mending(folder: Path, step: int) -> Tally:
    """Let no file be larger than so many bytes: the old one stays, and nothing is left beside it."""
    tally = Tally("check --fix, no room for so many bytes")
    path = _library(folder)
    before = {item.name for item in folder.iterdir()}
    for room in range(0, len(NEW.encode()), step):
        _old(path)
        code = _with_room(room, partial(fix, path))
        is_old = path.read_text(encoding="utf-8") == OLD and {item.name for item in folder.iterdir()} == before
        tally.try_it(f"{room} bytes: {code}", is_well=is_old and code == 1)
    return tally


def full_while_making(folder: Path, step: int) -> Tally:
    """Let no file be larger than so many bytes: `new` leaves nothing."""
    tally = Tally("new, no room for so many bytes")
    folder.mkdir()
    for room in range(0, 1000, step):
        code = _with_room(room, lambda: run_program(["new", "Harbour talks", str(folder)]))
        tally.try_it(f"{room} bytes: {code}", is_well=code == 2 and not list(folder.iterdir()))
    return tally


def _with_room(room: int, work: Callable[[], object]) -> int:
    def in_so_much() -> object:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        return work()

    return _in_child(Moment(0, lambda: None), in_so_much)


def on_a_small_disk(folder: Path) -> Tally:
    """Fill a disk of 64 KiB, where one can be mounted, and write on it."""
    tally = Tally("check --fix and new on a disk that is full")
    folder.mkdir()
    options = ("-t", "tmpfs", "-o", f"size={_SMALL}", "none", str(folder))
    if os.geteuid() != 0 or subprocess.run(["mount", *options], check=False, capture_output=True).returncode:
        tally.what += " (none can be mounted here)"
        return tally
    try:
        path = _library(folder)
        with suppress(OSError), (folder / "filler").open("wb") as filler:
            for _ in range(_SMALL):
                filler.write(b"x" * 1024)
        before = {item.name for item in folder.iterdir()}
        code, said = _quietly(partial(fix, path))
        tally.try_it(f"fix: {said}", is_well=code == 1 and "no space left" in said and path.read_text() == OLD)
        code, said = _quietly(lambda: run_program(["new", "Harbour", str(folder)]))
        tally.try_it(f"new: {said}", is_well="no space left" in said)
        tally.try_it("something is left", is_well={item.name for item in folder.iterdir()} == before)
    finally:
        subprocess.run(["umount", str(folder)], check=False)
    return tally


# making


def killed_while_making(folder: Path, number: signal.Signals, step: int) -> Tally:
    """Kill `new` at every line: there is no brief or a whole one, and the next run leaves nothing beside it."""
    tally = Tally(f"new, {number.name} at every line")
    folder.mkdir()
    path, other = folder / "harbour-talks.yaml", folder / "quay.yaml"
    run_program_quietly = partial(_quietly, lambda: run_program(["new", "Harbour talks", str(folder)]))
    run_program_quietly()
    whole = path.read_text(encoding="utf-8")
    for line in itertools.count(1, step):
        path.unlink(missing_ok=True)
        made = partial(run_program, ["new", "Harbour talks", str(folder)])
        if at_line(line, partial(_die, number), made) is None:
            break
        is_whole = not path.exists() or path.read_text(encoding="utf-8") == whole
        other.unlink(missing_ok=True)
        _quietly(lambda: run_program(["new", "Quay", str(folder)]))
        tally.try_it(f"line {line}", is_well=is_whole and not _parts(folder) and other.exists())
    return tally


def made_over_something(folder: Path) -> Tally:
    """Have something in the way of `new`: it stays, and nothing is written through a link."""
    tally = Tally("new, something of its name is there")
    folder.mkdir()
    path, target = folder / "talks.yaml", folder / "target"
    ways: Sequence[Callable[[], object]] = (
        lambda: path.symlink_to("target"),
        lambda: path.symlink_to("talks.yaml"),
        lambda: path.write_text("here"),
        path.mkdir,
        lambda: os.mkfifo(path),
    )
    for number, way in enumerate(ways):
        way()
        before = path.lstat()
        code, said = _quietly(lambda: run_program(["new", "Talks", str(folder)]))
        is_kept = path.lstat().st_ino == before.st_ino and path.lstat().st_size == before.st_size
        is_well = code == 2 and is_kept and not target.exists() and [path] == list(folder.iterdir())
        tally.try_it(f"{number}: {said}", is_well=is_well)
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    return tally


# files of our own


def _frame_of(folder: Path) -> str | None:
    try:
        return kept_frame(_KEY, {"XDG_CACHE_HOME": str(folder)})
    except (OSError, ValueError):
        return None


def _keep(folder: Path, frame: str) -> bool:
    return keep_frame(_KEY, {"XDG_CACHE_HOME": str(folder)}, [], frame)


def killed_while_keeping(folder: Path, step: int) -> Tally:
    """Kill the keeping of a frame at every line: there is the old one or the new one."""
    tally = Tally("a kept frame, SIGKILL at every line")
    for line in itertools.count(1, step):
        _keep(folder, _FRAME)
        if at_line(line, partial(_die, signal.SIGKILL), partial(_keep, folder, _OTHER_FRAME)) is None:
            break
        tally.try_it(f"line {line}: {_frame_of(folder)}", is_well=_frame_of(folder) in {_FRAME, _OTHER_FRAME})
    frames = folder / "briefing" / "frames"
    for number in range(30):
        keep_frame(f"{number}", {"XDG_CACHE_HOME": str(folder)}, [], _FRAME)
    tally.try_it(f"left: {sorted(_parts(frames))}", is_well=not _parts(frames))
    return tally


def kept_under_umasks(folder: Path) -> Tally:
    """Keep a frame and leave a crash log under every umask, in folders that are there or not."""
    tally = Tally("a kept frame and a log, umasks")
    folder.mkdir()
    for number, (umask, is_there) in enumerate(itertools.product(UMASKS, (False, True))):
        home = folder / str(number)
        if is_there:
            (home / "briefing" / "frames").mkdir(parents=True)
            for one in (home / "briefing", home / "briefing" / "frames"):
                one.chmod(0o777)
        _with_umask(umask, partial(_keep, home, _FRAME))
        _with_umask(umask, partial(log_crash, ValueError("secret"), {"XDG_STATE_HOME": str(home)}))
        wide = [
            path
            for path in (home, *home.rglob("*"))
            if _mode_of(path) != (0o700 if path.is_dir() else 0o600) and path != (home if is_there else None)
        ]
        logs = list((home / "briefing").glob("crash-*.log"))
        is_well = not wide and _frame_of(home) == _FRAME and len(logs) == 1
        tally.try_it(f"umask {umask:03o}, {is_there=}: {wide} {logs}", is_well=is_well)
    return tally


def kept_through_links(folder: Path) -> Tally:
    """Have links in the way of a frame and of a log: nothing is written through them."""
    tally = Tally("a kept frame and a log, links in the way")
    folder.mkdir()
    for number, place in enumerate(("briefing", "briefing/frames", "file", "briefing is a file", "frame is a folder")):
        home, victim = folder / str(number), folder / f"victim-{number}"
        frames = home / "briefing" / "frames"
        victim.mkdir()
        (victim / "file").write_text("somebody's")
        home.mkdir()
        _put_in_the_way(place, home, victim)
        before = sorted((path, path.lstat().st_mtime_ns) for path in victim.rglob("*"))
        kept = _keep(home, _FRAME)
        said = log_crash(ValueError("secret"), {"XDG_STATE_HOME": str(home)})
        log = Path(said.rpartition(" ")[2])
        is_same = before == sorted((path, path.lstat().st_mtime_ns) for path in victim.rglob("*"))
        is_well = is_same and not kept and log.is_file() and not (frames.is_dir() and _parts(frames))
        tally.try_it(f"{place}: {kept=} {is_same=} {said}", is_well=is_well)
        log.unlink(missing_ok=True)
    return tally


def _put_in_the_way(place: str, home: Path, victim: Path) -> None:
    if place == "briefing is a file":
        (home / "briefing").write_text("here")
    elif place in {"file", "frame is a folder"}:
        _keep(home, _FRAME)
        (frame,) = (home / "briefing" / "frames").iterdir()
        frame.unlink()
        frame.mkdir() if place != "file" else frame.symlink_to(victim / "file")
    else:
        link = home / place
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(victim)


def read_under_umasks(folder: Path) -> Tally:
    """Read in a real terminal under every umask: all that is left in the user's folders is for nobody else."""
    tally = Tally("a whole run of the reader, umasks")
    folder.mkdir()
    for umask in UMASKS[:3]:
        home = folder / f"{umask:03o}"
        home.mkdir()
        program = ["sh", "-c", f'umask {umask:03o}; exec "$@"', "sh", *command(SAMPLES)]
        with Terminal(program, Size(120, 40), environment(home)) as terminal:
            terminal.until_shown("j k")
            terminal.settle(1)
            terminal.press("r*J")
            terminal.settle(0.5)
            terminal.press("q")
            terminal.until_ended()
        made = [path for name in ("cache", "state") for path in (home / name).rglob("*")]
        wide = [f"{_mode_of(path):03o} {path.name}" for path in made if _mode_of(path) & 0o077]
        tally.try_it(f"umask {umask:03o}: {wide}", is_well=bool(made) and not wide)
    return tally


# real processes


def killed_at_random(folder: Path, kills: int) -> Tally:
    """Kill real processes of `check --fix .` at random moments."""
    tally = Tally("check --fix of 12 briefs, real processes killed at random")
    folder.mkdir()
    (folder / "talks.txt").write_text(TEXT, encoding="utf-8")
    briefs = [folder / f"brief-{number:02}.yaml" for number in range(_BRIEFS)]
    chance = random.Random(9)  # noqa: S311 - the same moments on every run
    run = partial(_start_fixing, folder)
    between = parts = 0
    taken = [_time(lambda: run().wait()) for _ in range(3) if all(map(_old, briefs))]
    for _ in range(kills):
        for path in briefs:
            _old(path)
        process = run()
        time.sleep(chance.uniform(0.4, 1.0) * min(taken))
        process.kill()
        process.wait()
        texts = {path.read_text(encoding="utf-8") for path in briefs}
        is_whole = texts <= {OLD, NEW} and {_mode_of(path) for path in briefs} == {_MODE}
        left = _parts(folder)
        between += len(texts) > 1
        parts += bool(left)
        _quietly(partial(fix, folder))
        is_well = is_whole and not _parts(folder) and {path.read_text(encoding="utf-8") for path in briefs} == {NEW}
        tally.try_it(f"{is_whole=} {left}", is_well=is_well)
    tally.what += f" ({between} between two of them, {parts} left a part file)"
    return tally


def _time(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


def _start_fixing(folder: Path) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    home = folder.parent / "home"
    return subprocess.Popen(
        command("check", "--fix", folder), cwd=ROOT, env=environment(home), stdout=quiet, stderr=quiet
    )


def attacks(folder: Path, step: int, room: int, *, long: bool) -> Iterator[Tally]:
    """Yield what became of each attack; each has a folder of its own."""
    places = (folder / str(number) for number in itertools.count())
    for number in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM):
        yield killed_while_mending(next(places), number, step)
    for how in (appended_to, replaced, deleted):
        yield changed_while_mending(next(places), how, step)
    yield mended_under_umasks(next(places))
    yield mended_where_it_may_not(next(places))
    yield full_while_mending(next(places), room)
    yield full_while_making(next(places), room)
    yield killed_while_making(next(places), signal.SIGKILL, step)
    yield made_over_something(next(places))
    yield killed_while_keeping(next(places), step)
    yield kept_under_umasks(next(places))
    yield kept_through_links(next(places))
    if long:
        yield on_a_small_disk(next(places))
        yield read_under_umasks(next(places))
        yield killed_at_random(next(places), _KILLS)


def main(argv: Sequence[str] | None = None) -> int:
    """Attack; the exit code is 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.own_files", description=__doc__)
    parser.add_argument("--long", action="store_true", help="every line, and hundreds of real processes")
    chosen = parser.parse_args(argv)
    folder = Path(tempfile.mkdtemp(prefix="own-files-"))
    wrong = 0
    os.environ.update(environment(folder / "home"))
    try:
        steps = (1, 1) if chosen.long else (_STEP, _ROOM)
        for tally in attacks(folder, *steps, long=chosen.long):
            sys.stdout.write(f"{tally}\n")
            sys.stdout.flush()
            wrong += len(tally.wrong)
    finally:
        shutil.rmtree(folder)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
