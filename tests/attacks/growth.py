"""How time and memory grow with every dimension of a brief, a saved text, a query, the settings and a library.

`python -m tests.attacks.growth` prints the exponents that are above the limit; `--long` prints all of them, at the
full sizes. Words behind it narrow it down to dimensions whose names hold one of them.
"""

from __future__ import annotations

import argparse
import io
import math
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import linear_regression
from typing import NamedTuple

from briefing.cli.program import main as run
from briefing.library.briefs import open_library
from briefing.render.brief_items import every_cite
from briefing.render.cited import Cited
from briefing.render.pages.problems import problems_page
from briefing.render.pages.source_text import source_text_page
from briefing.render.plain import panes
from briefing.render.symbols import Look
from briefing.render.text.find import find
from tests.attacks.growing import EVERY, Growth

STEEPEST = 1.2
"""The greatest exponent that is allowed, of time and of memory."""
_SECONDS = 0.1
"""Processor time, less what the smallest size takes, below which an exponent would be noise."""
_MEGABYTES = 16.0
"""The same of memory."""
_LONGEST = 60
"""Seconds of processor time after which a run is ended."""
_STEPS = 4
"""Sizes that are tried, each twice the one before."""
_WIDTHS = (24, 100)
_NARROW = 40
_SHORT = 8
"""What the sizes of the short form are divided by."""


class Cost(NamedTuple):
    """What one run took."""

    seconds: float
    """Of the processor, of all processes."""
    megabytes: float
    """At the peak."""
    status: int
    """How it ended: 0 where by itself."""

    @property
    def ended(self) -> bool:
        """Whether it came to its end by itself."""
        return self.status == 0


class Grown(NamedTuple):
    """How one command grows with one dimension."""

    growth: str
    command: str
    size: int
    most: Cost
    """At that size."""
    time: float | None
    """The exponent. None: it takes too little for one."""
    memory: float | None

    @property
    def is_steep(self) -> bool:
        """Whether it grows faster than it may, or did not end."""
        return not self.most.ended or any(each is not None and each > STEEPEST for each in (self.time, self.memory))

    def __str__(self) -> str:
        said = [
            f"{name} {'-' if each is None else f'{each:.2f}'}"
            for name, each in zip(("time", "memory"), self[4:], strict=True)
        ]
        cost = (
            f"{self.most.seconds:.2f} s, {self.most.megabytes:.0f} MB"
            if self.most.ended
            else f"ended with {self.most.status}"
        )
        return f"{self.growth:44} {self.command:10} {' '.join(said):24} at {self.size:,}: {cost}"


def _panes(folder: Path, _: Growth, __: int) -> None:
    library = open_library([folder / "a.yaml"])
    entry = library.entries[0]
    reading, evidence = library.read(entry), library.evidence(entry)
    for width in _WIDTHS:
        problems_page([*reading.problems, *(evidence.findings if evidence else ())], width, Look())
        if reading.brief is not None:
            find(panes(reading.brief, width, Look(), evidence), "word")


def _source_text(folder: Path, _: Growth, __: int) -> None:
    library = open_library([folder / "a.yaml"])
    entry = library.entries[0]
    brief = library.read(entry).brief
    if brief is not None:
        cites = list(every_cite(brief))
        for target, _cite in (*cites[:1], *cites[-1:]):
            cited = Cited(brief, target, library.texts(entry, brief), library.evidence(entry))
            find([source_text_page(cited, _NARROW, Look()).sheet], "word")


def _command(*arguments: str) -> Callable[[Path, Growth, int], None]:
    def command(_: Path, growth: Growth, size: int) -> None:
        run([growth.query(size) if each == "QUERY" else each for each in arguments])

    return command


def _search(_: Path, growth: Growth, size: int) -> None:
    run(["search", "--", growth.query(size), "."])


COMMANDS: Mapping[str, Callable[[Path, Growth, int], None]] = {
    "check": _command("check", "a.yaml"),
    "sarif": _command("check", "--format", "sarif", "a.yaml"),
    "coverage": _command("check", "--coverage", "a.yaml"),
    "show": _command("show", "a.yaml"),
    "verdicts": _command("show", "--verdicts", "--plain", "a.yaml"),
    "json": _command("show", "--verdicts", "--json", "a.yaml"),
    "markdown": _command("show", "--verdicts", "--markdown", "a.yaml"),
    "diff": _command("diff", "a.yaml", "../other.yaml"),
    "impact": _command("impact", "s0", "."),
    "panes": _panes,
    "source_text": _source_text,
    "fix": _command("check", "--fix", "a.yaml"),
    "index": _command("index", "--rebuild", "."),
    "search": _search,
    "list": _command("list", "."),
    "check all": _command("check", "."),
}
"""By name, in the order in which they are measured in one library."""
_OF_BRIEFS = tuple(name for name in COMMANDS if name not in {"coverage", "list", "check all"})


def _measured(work: Callable[[], None]) -> Cost:
    """Run something in a process of its own, whose output goes nowhere."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST))
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            sys.stdout, sys.stderr = (io.TextIOWrapper(io.FileIO(stream, "w", closefd=False)) for stream in (1, 2))
            work()
            status = 0
        finally:
            os._exit(status)
    _, status, usage = os.wait4(child, 0)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, status)


class _Ground:
    """A folder of its own, with the settings, the index and the marks of the runs in it."""

    def __init__(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="growth-"))
        self.folder = self.top / "library"
        for name in ("CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(self.top / name.lower())

    def write(self, growth: Growth, size: int) -> None:
        """Write a library of that size, and beside its brief another version of it."""
        for folder in (self.folder, self.top / "config", self.top / "cache", self.top / "state"):
            shutil.rmtree(folder, ignore_errors=True)
        for name, text in growth.files(size).items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        text = (self.folder / "a.yaml").read_text(encoding="utf-8")
        (self.top / "other.yaml").write_text(_changed(text), encoding="utf-8")
        settings = self.top / "config" / "briefing" / "config.yaml"
        settings.parent.mkdir(parents=True)
        settings.write_text(growth.settings(size), encoding="utf-8")
        os.chdir(self.folder)

    def close(self) -> None:
        """Take it away."""
        os.chdir("/")
        shutil.rmtree(self.top)


def _changed(text: str) -> str:
    """Return another version of a brief: its items in another order, and each of them changed a little."""
    lines = text.splitlines(keepends=True)
    items = [line.replace("o", "a").replace("1", "7") for line in lines if line.startswith("  - ")]
    return "".join(items.pop() if line.startswith("  - ") else line for line in lines)


def _costs(ground: _Ground, growth: Growth, size: int, commands: Sequence[str]) -> dict[str, Cost]:
    ground.write(growth, size)
    costs: dict[str, Cost] = {}
    for name in commands:
        if name == "search" and "index" not in commands:
            _measured(lambda: COMMANDS["index"](ground.folder, growth, size))
        costs[name] = _measured(lambda name=name: COMMANDS[name](ground.folder, growth, size))  # type: ignore[misc]
    return costs


def _least(ground: _Ground, growth: Growth, size: int, commands: Sequence[str]) -> dict[str, Cost]:
    """Return the less of two runs each: whatever else the machine does makes one dearer, never cheaper."""
    first, second = (_costs(ground, growth, size, commands) for _ in range(2))
    return {name: min(first[name], second[name]) for name in commands}


def _exponent(sizes: Sequence[int], values: Sequence[float], least: float) -> float | None:
    """Return the exponent of what came on top of the smallest run, by least squares. None: that was too little."""
    points = [(math.log(size), math.log(value)) for size, value in zip(sizes, values, strict=True) if value > least / 9]
    if len(points) < 2 or values[-1] < least:
        return None
    return linear_regression(*zip(*points, strict=True)).slope


def grown(growths: Sequence[Growth], part: int = 1, *, is_whole: bool = False) -> Iterator[Grown]:
    """Yield how each command grows with each dimension, at a part of the sizes."""
    ground = _Ground()
    try:
        needed = {name for growth in growths for name in growth.commands or _OF_BRIEFS}
        least = Growth("", lambda _: {"a.yaml": "briefing: 1\ntitle: A\n"}, 1)
        rest = _costs(ground, least, 1, tuple(name for name in COMMANDS if name in needed))
        for growth in growths:
            yield from _grown(ground, growth, max(growth.size // part, 2**_STEPS), rest, is_whole)
    finally:
        ground.close()


def _grown(ground: _Ground, growth: Growth, size: int, rest: Mapping[str, Cost], is_whole: bool) -> Iterator[Grown]:
    commands = tuple(name for name in COMMANDS if name in (growth.commands or _OF_BRIEFS))
    most = _costs(ground, growth, size, commands)
    dear = tuple(
        name
        for name in commands
        if most[name].ended
        and (
            most[name].seconds - rest[name].seconds > _SECONDS
            or most[name].megabytes - rest[name].megabytes > _MEGABYTES
        )
    )
    sizes = [size >> step for step in range(_STEPS - 1, -1, -1)]
    # What is less steep than allowed from a quarter of the size to all of it is not looked at more closely.
    quarter = {1: rest, sizes[1]: _costs(ground, growth, sizes[1], () if is_whole else dear), size: most}
    doubted = dear if is_whole else tuple(name for name in dear if _of(growth, name, size, quarter).is_steep)
    series = {each: _least(ground, growth, each, doubted) for each in ((1, *sizes) if doubted else ())}
    costs = {each: {**quarter.get(each, {}), **series.get(each, {})} for each in (1, *sizes)}
    for name in commands:
        yield _of(growth, name, size, costs)


def _of(growth: Growth, name: str, size: int, costs: Mapping[int, Mapping[str, Cost]]) -> Grown:
    """Return how one command grows, from what it took at the sizes at which it was measured, and at 1."""
    most, known = costs[size][name], {each: cost[name] for each, cost in sorted(costs.items()) if name in cost}
    base = known.pop(1, most)
    sizes = list(known)
    time = _exponent(sizes, [each.seconds - base.seconds for each in known.values()], _SECONDS)
    memory = _exponent(sizes, [each.megabytes - base.megabytes for each in known.values()], _MEGABYTES)
    return Grown(growth.name, name, size, most, time, memory)


def main() -> int:
    """Print the exponents. Return 1 if one is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only dimensions whose names hold one of these")
    parser.add_argument("--long", action="store_true", help="at the full sizes, and every exponent is printed")
    parser.add_argument("--part", metavar="N", type=int, default=1, help="at an Nth of the full sizes")
    arguments = parser.parse_args()
    chosen = [one for one in EVERY if not arguments.names or any(each in one.name for each in arguments.names)]
    steep = 0
    for found in grown(chosen, arguments.part, is_whole=arguments.long):
        steep += found.is_steep
        if found.is_steep or (arguments.long and (found.time is not None or found.memory is not None)):
            print(f"{'!' if found.is_steep else ' '} {found}", flush=True)  # noqa: T201 - to print is its purpose
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
