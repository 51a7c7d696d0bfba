"""The parts of a measurement: how much is measured, the samples of one thing, and its row in the table."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.generated import write_library
from tests.support.terminal import Size, Stroke, Terminal, environment

LARGEST_PAINT = 45_000
"""Bytes that one key may send, at any size."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    figure: str
    target: str
    met: bool | None
    """None: a figure to compare with, which has no target."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured, and where."""

    folder: Path
    """A temporary folder that holds the libraries and the user's folders."""
    rounds: int
    briefs: int
    """In the large library."""
    sizes: tuple[Size, ...]
    turns: int
    """Turns there and back of each key at each size in each round."""
    presses: int
    """There, and as many back, in one turn."""
    warm_up: int
    """Rounds and presses that come before the measured ones: the first of anything fills caches."""
    idle: float
    """Seconds."""

    def library(self, name: str, count: int, length: int = 1) -> Path:
        """Return the library of that name, written when it is first asked for."""
        folder = self.folder / name
        if not folder.exists():
            write_library(folder, count, length)
        return folder

    def terminal(self, program: Sequence[str], size: Size | None = None) -> Terminal:
        """Start a program in a terminal."""
        return Terminal(program, size or self.sizes[0], environment(self.folder / "home"))


@dataclass(slots=True)
class Samples:
    """What was measured for one thing, and for the same thing of `hello` or another yardstick in the same round."""

    values: list[float] = field(default_factory=list)
    yardstick: list[float] = field(default_factory=list)

    def add(self, value: float, yardstick: float) -> None:
        """Keep what one round has measured."""
        self.values.append(value)
        self.yardstick.append(yardstick)

    def row(self, what: str, limit: float, unit: str) -> Row:
        """Return the ratio of the medians and the worst ratio of a round, against a limit."""
        return Row(what, self._figure(unit), f"<= {limit} x", self.ratio <= limit)

    def comparison(self, what: str, unit: str) -> Row:
        """Return the same without a limit."""
        return Row(what, self._figure(unit), "", None)

    @property
    def ratio(self) -> float:
        """The median against the yardstick's median."""
        return statistics.median(self.values) / statistics.median(self.yardstick)

    def _figure(self, unit: str) -> str:
        worst = max(value / yard for value, yard in zip(self.values, self.yardstick, strict=True))
        return f"{self.ratio:.2f} x {unit} (worst {worst:.2f}) {statistics.median(self.values):,.0f}"


def stroke_row(what: str, strokes: Sequence[Stroke], limits: tuple[float, float] | None) -> Row:
    """Return the median and the 95th percentile of what keys cost, in milliseconds, against limits of both."""
    if not strokes:
        return Row(what, "changed nothing", "", limits is None)
    times = sorted(stroke.last * 1000 for stroke in strokes)
    median, high = statistics.median(times), times[min(len(times) - 1, round(0.95 * len(times)))]
    frames, size = max(stroke.frames for stroke in strokes), max(stroke.size for stroke in strokes)
    figure = f"{median:.1f} / {high:.1f} ms, at most {frames} frames, {size / 1000:.0f} kB, n={len(times)}"
    if limits is None:
        return Row(what, figure, "", None)
    met = median <= limits[0] and high <= limits[1] and frames == 1 and size <= LARGEST_PAINT
    return Row(what, figure, f"<= {limits[0]} / {limits[1]} ms, 1 frame, {LARGEST_PAINT // 1000} kB", met)


def median_row(what: str, strokes: Sequence[Stroke], limit: float) -> Row:
    """Return the same against a limit of the median alone, in milliseconds."""
    row = stroke_row(what, strokes, None)
    met = bool(strokes) and statistics.median(stroke.last for stroke in strokes) * 1000 <= limit
    return Row(what, row.figure, f"median <= {limit} ms", met)
