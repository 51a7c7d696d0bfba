"""Commands: on one brief against a Python that does nothing, on a library with all cores, and on one core."""

from __future__ import annotations

import subprocess
import time

from tests.bench.bench import Bench, Rows
from tests.bench.first_start import watched
from tests.bench.programs import PYTHON, Program
from tests.bench.rows import Target
from tests.support.realistic import head_of

_LIMITS = {"show": 5.0, "check": 6.0}
_IN_PROCESS = 1000
"""Briefs that are read and checked on one core; all of a smaller library."""

_LOADED = """
import sys, time
from itertools import islice
from pathlib import Path
import yaml
from briefing.cli.program import set_garbage_threshold
from briefing.format.parse import read_brief_bytes
from briefing.library.briefs import open_library
set_garbage_threshold()
folder = Path(sys.argv[1])
paths = sorted(islice(folder.rglob("*.yaml"), int(sys.argv[2])))
data = [(path, path.read_bytes()) for path in paths]
started = time.process_time()
for path, content in data:
    read_brief_bytes(content, path, path.stem)
read = time.process_time()
for _, content in data:
    try:
        yaml.compose(content, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        pass
composed = time.process_time()
library = open_library([folder])
wanted = set(paths)
entries = [entry for entry in library.entries if entry.path in wanted]
begun = time.process_time()
for entry in entries:
    library.evidence(entry)
checked = time.process_time()
print(*(len(data) / taken for taken in (read - started, composed - read, checked - begun)))
"""


def command_rows(bench: Bench) -> Rows:
    """Time commands on one brief against `python -c pass`, in interleaved rounds."""
    head = head_of(0)
    library = bench.library()
    brief = library / head.folder / f"{head.name}.yaml"
    for name, limit in _LIMITS.items():
        row = bench.ratio("command", f"briefing {name}, one brief", limit)
        row.about = "python -c pass"
        if not bench.wants(row.section, row.name):
            continue
        for turn in range(bench.plan.warm_up + 2 * bench.plan.rounds):
            nothing = _nothing()
            for program in bench.programs:
                started = time.perf_counter()
                program.run([name, brief], program.home("command"))
                if turn >= bench.plan.warm_up:
                    row.columns[program.name].add((time.perf_counter() - started) * 1000, nothing)
        yield row


def _nothing() -> float:
    started = time.perf_counter()
    subprocess.run([PYTHON, "-c", "pass"], check=True)
    return (time.perf_counter() - started) * 1000


def library_check_rows(bench: Bench) -> Rows:
    """Check a whole library by `briefing check`: by the clock, with all cores."""
    rate = bench.amount("check", "a library, all cores", "briefs/s", Target(333, is_least=True, is_time=True))
    peak = bench.amount("check", "peak memory of all its processes", "MB")
    if not any(bench.wants(row.section, row.name) for row in (rate, peak)):
        return
    for _ in range(max(1, bench.plan.rounds // 3) if bench.briefs <= 1000 else 1):
        for program in bench.programs:
            seconds, megabytes = watched(program, ["check", bench.library()], program.home("check"))
            rate.columns[program.name].add(bench.briefs / seconds)
            peak.columns[program.name].add(megabytes)
    yield from bench.chosen([rate, peak])


def one_core_rows(bench: Bench) -> Rows:
    """Count briefs a second of one core: composed by the library for YAML, read with all checks, checked whole."""
    read, composed, checked = (
        bench.amount("one core", name, "briefs/s", target)
        for name, target in (
            ("loading, all checks of the format", Target(1500, is_least=True, is_time=True)),
            ("yaml.compose alone", None),
            ("reading and checking against the texts", Target(250, is_least=True, is_time=True)),
        )
    )
    if not any(bench.wants(row.section, row.name) for row in (read, composed, checked)):
        return
    for _ in range(bench.plan.rounds):
        for program in bench.programs:
            for row, rate in zip((read, composed, checked), _rates(bench, program), strict=False):
                row.columns[program.name].add(rate)
    yield from bench.chosen([read, composed, checked])


def _rates(bench: Bench, program: Program) -> list[float]:
    done = program.script(_LOADED, [bench.library(), str(_IN_PROCESS)], program.home("check"))
    return [float(rate) for rate in done.stdout.split()]
