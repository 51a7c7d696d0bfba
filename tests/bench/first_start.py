"""The first start ever: until a brief can be read, the list is complete, everything is indexed; and keys meanwhile."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from functools import partial
from pathlib import Path

from tests.bench.bench import USUAL, Bench, Rows
from tests.bench.memory import Peak, tree_of
from tests.bench.programs import Program
from tests.bench.replay import Replay
from tests.bench.rows import Row, Target
from tests.support.runs import QUIET, until_ready, until_rest
from tests.support.terminal import Stroke, Terminal

SECTION = "first start"
_SECONDS_A_BRIEF = 0.05
"""After so long a build counts as one that never ends."""
_LEAST = 60.0
_ALONE = 1.0
"""Seconds without processes of its own and without progress after which a reader has indexed everything."""
_FEW = 1000
"""Briefs that may be read before a screen says so."""
_PROGRESS = re.compile(r"reading (titles: )?(?:saved texts: )?[\d,]+ of [\d,]+")
"""What the title bar says while the library is read; a commit that reads no titles first has the list with the rest."""
_KEYS = "JjjGgK"
"""Pressed while the library is read."""
_SLOWEST = 1.0
"""Seconds after which a key that has shown nothing counts as one that changes nothing."""
_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"
"""What encloses a frame."""
_PLACE = re.compile(rb"\x1b\[(\d+);\d+H")
"""The row that the cursor is put in."""
_FOCUS = "\x1b[I"
"""What a terminal sends when the reader comes back to it: files are looked at."""
_SHARE = 100_000
"""Briefs for which the targets in seconds are given."""


def first_start_rows(bench: Bench) -> Rows:
    """Start without index, press keys until everything is indexed, and note when what was there."""
    share = bench.briefs / _SHARE
    readable = bench.ratio(SECTION, "readable", 1.5)
    listed = bench.amount(SECTION, "list complete", "s", Target(max(2.0, 15 * share), is_time=True))
    done = bench.amount(SECTION, "everything indexed", "s", Target(max(3.0, 70 * share), is_time=True))
    keys = bench.keys(SECTION, "keys meanwhile", (8, 16))
    rows = [readable, listed, done, keys]
    if not any(bench.wants(row.section, row.name) for row in rows):
        return
    for _ in range(1 if bench.briefs > 1000 else max(1, bench.plan.rounds // 3)):
        for program in bench.programs:
            hello = bench.hello.start()
            home = program.home("first")
            shutil.rmtree(home)
            with program.terminal([bench.library()], program.home("first"), USUAL) as terminal:
                first = _followed(bench, terminal, keys, program)
            readable.columns[program.name].add(first[0] * 1000, hello)
            for row, seconds in ((listed, first[1]), (done, first[2])):
                if seconds is not None:
                    row.columns[program.name].add(seconds)
    yield from bench.chosen(rows)


def _followed(
    bench: Bench, terminal: Terminal, keys: Row, program: Program
) -> tuple[float, float | None, float | None]:
    """Press keys until the reader has no process of its own left; return seconds since the start."""
    readable = terminal.until_written(b"Dispatch")
    until_ready(terminal)
    total = f"of {bench.briefs:,} ".encode()
    listed = done = None
    has_begun = has_titles = False  # before that it looks for files
    quiet_since = time.perf_counter()
    stop = terminal.started + max(_LEAST, _SECONDS_A_BRIEF * bench.briefs)
    turn = 0
    while done is None and time.perf_counter() < stop:
        keys.columns[program.name].add_stroke(_answered(terminal, _KEYS[turn % len(_KEYS)]))
        turn += 1
        now = time.perf_counter()
        said = _PROGRESS.search(terminal.screen())
        is_reading_titles = said is not None and said[1] is not None
        has_titles |= is_reading_titles
        has_begun |= said is not None or (bench.briefs <= _FEW and total in terminal.written)
        if listed is None and has_titles and not is_reading_titles:
            listed = now - terminal.started
        if said is not None or len(tree_of(terminal.process.pid)) > 1:
            quiet_since = now
        elif has_begun and now - quiet_since > _ALONE:
            done = quiet_since - terminal.started
    return readable, listed or done, done


def _answered(terminal: Terminal, key: str) -> Stroke | None:
    """Press a key and wait for the end of the first frame that shows more than the title bar. None: there is none.

    The reader tells by itself several times a second how far the library is read, so that its last frame before it
    falls quiet need not be the key's.
    """
    before = len(terminal.written)
    pressed = time.perf_counter()
    terminal.press(key)
    first = 0.0
    stroke = None
    while stroke is None and (left := pressed + _SLOWEST - time.perf_counter()) > 0:
        if not terminal.read(left):
            break
        now = time.perf_counter() - pressed
        first = first or now
        *ended, _ = bytes(terminal.written[before:]).split(_END)
        frames = [frame.partition(_BEGIN)[2] for frame in ended]
        if any(set(_PLACE.findall(frame)) - {b"1"} for frame in frames):
            stroke = Stroke(first, now, sum(map(len, frames)), len(frames))
    terminal.settle(QUIET)
    return stroke


def build_rows(bench: Bench) -> Rows:
    """Build the index from nothing by `briefing index`, and weigh it."""
    rate = bench.amount("index", "`briefing index`", "briefs/s", Target(1200, is_least=True, is_time=True))
    size = bench.amount("index", "on disk, as a share of the YAML", "x", Target(1.5))
    peak = bench.amount("index", "peak memory of all its processes", "MB")
    if not any(bench.wants(row.section, row.name) for row in (rate, size, peak)):
        return
    library = bench.library()
    yaml = sum(file.stat().st_size for file in library.rglob("*.yaml"))
    for program in bench.programs:
        home = program.home("build")
        shutil.rmtree(home)
        seconds, megabytes = watched(program, ["index", library], program.home("build"))
        rate.columns[program.name].add(bench.briefs / seconds)
        peak.columns[program.name].add(megabytes)
        kept = sum(file.stat().st_size for file in (home / "cache").rglob("*") if file.is_file())
        size.columns[program.name].add(kept / yaml)
    yield from bench.chosen([rate, size, peak])


def watched(program: Program, arguments: list[str | Path], home: Path) -> tuple[float, float]:
    """Run a command; return seconds, and the sum of its processes' peaks in megabytes."""
    started = time.perf_counter()
    with subprocess.Popen(
        program.command(*arguments),
        cwd=program.tree,
        env=program.environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        peak = Peak(process.pid)
        while process.poll() is None:
            time.sleep(0.02)
            peak.look()
    return time.perf_counter() - started, peak.together()


def change_rows(bench: Bench) -> Rows:
    """Time from the moment the reader looks until a brief that an editor has changed stands on the screen."""
    row = bench.amount("change", "one changed file is on the screen", "ms", Target(300, is_time=True))
    if not bench.wants(row.section, row.name):
        return
    library = bench.library()
    bench.indexed(library)
    for program in bench.programs:
        with program.terminal(["read", "--fresh", library], bench.home(program, library), USUAL) as terminal:
            until_ready(terminal)
            until_rest(terminal)
            file = min(library.rglob("*.yaml"), key=lambda file: str(file.relative_to(library).with_suffix("")))
            before = file.read_bytes()
            try:
                for number in range(bench.plan.rounds):
                    row.columns[program.name].add(_changed(terminal, file, before, number))
            finally:
                file.write_bytes(before)
    yield row


def _changed(terminal: Terminal, file: Path, before: bytes, number: int) -> float:
    title = f"Changed to {number * 7919 + 13}"
    part = file.with_suffix(".part")
    part.write_bytes(re.sub(rb"(?m)^title: .*$", b"title: " + title.encode(), before, count=1))
    part.replace(file)
    replay = Replay(terminal, USUAL)
    started = time.perf_counter()
    terminal.press(_FOCUS)
    seen = replay.until(partial(_has, title), 10)
    terminal.settle(1.2)
    return ((seen or time.perf_counter()) - started) * 1000


def _has(words: str, screen: str) -> bool:
    return words in screen
