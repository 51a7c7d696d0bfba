"""The same titles and words in newsboat and neomutt, where they are installed, beside the reader."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.bench.bench import USUAL, Bench, Rows
from tests.bench.memory import Peak
from tests.bench.peer_files import write_neomutt, write_newsboat
from tests.bench.programs import Program
from tests.bench.replay import Replay
from tests.bench.rows import Line
from tests.support.generated import OPENING
from tests.support.runs import QUIET, until_rest
from tests.support.terminal import Terminal, environment

SECTION = "peer"
_LONGEST = 120.0


class _Peer(NamedTuple):
    """Another program that shows items."""

    name: str
    write: Callable[[Path, int], list[str]]
    ways: tuple[tuple[str, str], ...]
    """What the screen shows, and the key that leads on from there to an item."""
    following: str
    """The key of the next item."""


_PEERS = (
    _Peer("newsboat", write_newsboat, (("Briefs", "\r"), ("Articles in feed", "\r")), "J"),
    _Peer("neomutt", write_neomutt, (("Msgs:", "\r"),), "J"),
)


def peer_rows(bench: Bench) -> Rows:
    """Time start to an item that can be read, the next item, and memory; the reader in the same rounds."""
    installed = [peer for peer in _PEERS if shutil.which(peer.name)]
    yield from (Line(f"{SECTION}: {peer.name}", "not installed", "", None) for peer in _PEERS if peer not in installed)
    for peer in installed:
        yield from _beside(bench, peer)


def _beside(bench: Bench, peer: _Peer) -> Rows:
    count = bench.plan.peers or bench.briefs
    names = [f"{what}, {peer.name}, {count:,} items" for what in ("start to an item", "next item (J)", "memory")]
    if not bench.wants(SECTION, *names):
        return
    command = peer.write(bench.folder / f"{peer.name}-{count}", count)
    units = ("ms", "ms", "MB")
    rows = [bench.ratio(SECTION, name, None, unit) for name, unit in zip(names, units, strict=True)]
    bench.indexed(bench.library())
    for turn in range(1 + max(1, bench.plan.rounds // 2)):
        theirs = _peer_run(bench, peer, command)
        if theirs is None:
            yield Line(f"{SECTION}: {peer.name}, {count:,} items", "never showed an item", "", None)
            return
        for program in bench.programs:
            ours = _own_run(bench, program)
            for row, own, other in zip(rows, ours, theirs, strict=True):
                row.about = peer.name
                if turn:  # the first fills the header cache
                    row.columns[program.name].add(own, other)
    for row in rows:
        median = statistics.median(row.mine.yardstick)
        row.about = f"{peer.name} ({median:,.1f} {row.unit})"
        yield row


def _has(words: str, screen: str) -> bool:
    return words in screen


def _peer_run(bench: Bench, peer: _Peer, command: list[str]) -> tuple[float, float, float] | None:
    """Return milliseconds to an item, milliseconds of the next (median), and megabytes."""
    home = bench.folder / "peer-home"
    home.mkdir(exist_ok=True)
    with Terminal(command, USUAL, environment(home)) as terminal:
        replay = Replay(terminal, USUAL)
        for shown, key in peer.ways:
            if replay.until(partial(_has, shown), _LONGEST) is None:
                return None
            terminal.press(key)
        seen = replay.until(partial(_has, OPENING), _LONGEST)
        if seen is None:
            return None
        return (
            (seen - terminal.started) * 1000,
            _next(bench, terminal, peer.following),
            Peak(terminal.process.pid).together(),
        )


def _own_run(bench: Bench, program: Program) -> tuple[float, float, float]:
    library = bench.library()
    with program.terminal(["read", "--fresh", library], bench.home(program, library), USUAL) as terminal:
        seen = terminal.until_written(OPENING.encode()) * 1000
        peak = Peak(terminal.process.pid)
        until_rest(terminal)
        return seen, _next(bench, terminal, "J"), peak.together()


def _next(bench: Bench, terminal: Terminal, key: str) -> float:
    """Return the median milliseconds of the next item."""
    terminal.settle(4 * QUIET)
    time.sleep(QUIET)
    strokes = [terminal.stroke(key, QUIET) for _ in range(max(2, bench.plan.strokes // 4))]
    return statistics.median(stroke.last * 1000 for stroke in strokes if stroke)
