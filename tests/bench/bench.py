"""What every measurement is given: how much is measured, where, and of which programs; and what `hello` took."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.programs import HELLO, Program
from tests.bench.rows import QUIET_HELLO, Kind, Line, Measured, Row, Target
from tests.support.realistic import OPENING, write_realistic_library
from tests.support.realistic.large import write_large_library
from tests.support.runs import processor_time
from tests.support.terminal import Size, Terminal, environment

Rows = Iterator[Row | Line]

WIDE = Size(200, 60)
USUAL = Size(120, 40)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    rounds: int
    strokes: int
    """Of each key."""
    warm_up: int
    """Rounds and passes that come before the measured ones: the first of anything fills caches."""
    hellos: int
    """Starts of hello before and after each part of the run."""
    idle: float
    """Seconds of rest."""
    only: tuple[str, ...] = ()
    """Words: rows that have one of them in their name, or in that of their section. Empty: all rows."""
    sizes: tuple[Size, ...] = (USUAL, WIDE)
    peers: int = 0
    """Items of the other programs' libraries; 0: as many as the library that is measured."""


@dataclass(slots=True)
class Hello:
    """What the bare Textual app took to start, in milliseconds, in the order of the run: the machine's own drift."""

    home: Path
    work: float = 0.0
    """Milliseconds of the processor in the last start."""
    stages: list[tuple[str, list[float]]] = field(default_factory=list)

    def stage(self, name: str) -> None:
        """Begin a new part of the run."""
        self.stages.append((name, []))

    def start(self) -> float:
        """Start it once, and return milliseconds until its words are written."""
        with Terminal(HELLO, USUAL, environment(self.home)) as terminal:
            took = terminal.until_written(OPENING.encode()) * 1000
            self.work = processor_time(terminal) * 1000
        self.stages[-1][1].append(took)
        return took

    def slowness(self) -> float:
        """Return how many times as long as on the quiet machine it takes, so far in this run."""
        return statistics.median(self.every()) / QUIET_HELLO

    def every(self) -> list[float]:
        """Return all starts."""
        return [took for _, stage in self.stages for took in stage]


@dataclass(slots=True)
class Bench:
    """One run of the bench."""

    plan: Plan
    folder: Path
    """Temporary."""
    libraries: Path
    """Where libraries are, or are written."""
    programs: Sequence[Program]
    hello: Hello
    briefs: int
    """In the library that is measured now."""

    def library(self) -> Path:
        """Return the realistic library of `briefs`, written when it is first asked for."""
        folder = self.libraries / f"briefs-{self.briefs}"
        if not folder.exists():
            part = folder.with_name(f"{folder.name}.part")
            write_realistic_library(part, self.briefs)
            part.rename(folder)
        return folder

    def large(self) -> Path:
        """Return a library of three, the second of which is a brief of 300 KB."""
        folder = self.libraries / "large"
        if not folder.exists():
            write_large_library(folder)
        return folder

    def wants(self, section: str, *names: str) -> bool:
        """Tell whether one of these rows is to be measured. A section without names: whether any of it may be."""
        words = self.plan.only
        return not words or any(word in f"{section}: {name}" for name in names or ("",) for word in words)

    def indexed(self, library: Path) -> None:
        """See that each program has an index of a library."""
        for program in self.programs:
            home = self.home(program, library)
            if not (home / "indexed").exists():
                program.run(["index", library], home)
                (home / "indexed").touch()

    def home(self, program: Program, library: Path) -> Path:
        """Return the home in which a program reads a library."""
        return program.home(library.name)

    def columns(self) -> dict[str, Measured]:
        """Return an empty column for each program."""
        return {program.name: Measured() for program in self.programs}

    def ratio(self, section: str, name: str, limit: float | None = None, unit: str = "ms") -> Row:
        """Return an empty row of ratios to hello."""
        target = None if limit is None else Target(limit)
        return Row(section, name, Kind.RATIO, unit, self.columns(), target, "hello", self.briefs)

    def amount(self, section: str, name: str, unit: str, target: Target | None = None) -> Row:
        """Return an empty row of amounts."""
        return Row(section, name, Kind.AMOUNT, unit, self.columns(), target, briefs=self.briefs)

    def keys(self, section: str, name: str, target: tuple[float, float]) -> Row:
        """Return an empty row of keys, whose target is a median and a 95th percentile in milliseconds."""
        limits = Target(*target, is_time=True)
        return Row(section, name, Kind.KEYS, "ms", self.columns(), limits, briefs=self.briefs)

    def chosen(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows that are wanted."""
        return (row for row in rows if self.wants(row.section, row.name))
