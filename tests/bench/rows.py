"""Rows of the table: what was measured, for one program or two, and the target."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from tests.support.terminal import Stroke

QUIET_HELLO = 175.0
"""Milliseconds that `hello` takes to start on the quiet machine for which targets in milliseconds are given."""
LARGEST_PAINT = 45_000
"""Bytes that one key may send, at any size."""


class Line(NamedTuple):
    """A line that is only printed: a measure that has its own form."""

    what: str
    figure: str
    target: str
    met: bool | None
    """None: a figure to compare with, which has no target."""


class Kind(StrEnum):
    """What the figures of a row are."""

    KEYS = "keys"
    """Milliseconds from a key to the last byte that it causes: median and 95th percentile."""
    RATIO = "ratio"
    """Against a yardstick in the same rounds: the ratio of the medians."""
    AMOUNT = "amount"
    """Something by itself: its median."""


class Target(NamedTuple):
    """What a row is to reach."""

    limit: float
    high: float | None = None
    """Of the 95th percentile."""
    is_least: bool = False
    """True: more is better."""
    is_time: bool = False
    """True: holds where `hello` takes `QUIET_HELLO`, and grows with it (a rate shrinks)."""

    def scaled(self, slowness: float) -> Target:
        """Return the target on a machine that is so many times as slow as the quiet one."""
        if not self.is_time:
            return self
        factor = 1 / slowness if self.is_least else slowness
        return Target(self.limit * factor, None if self.high is None else self.high * factor, self.is_least, True)

    def words(self, slowness: float) -> str:
        """Return the scaled target, and in brackets the target on the quiet machine."""
        here = self.scaled(slowness).numbers()
        return f"{here} ({self.numbers()})" if self.is_time else here

    def numbers(self) -> str:
        """Return it as it is printed, without regard to the machine."""
        sign = ">=" if self.is_least else "<="
        return f"{sign} {self.limit:,.4g}" + ("" if self.high is None else f" / {self.high:,.4g}")


@dataclass(slots=True)
class Measured:
    """What one program was measured at in one row, raw."""

    values: list[float] = field(default_factory=list)
    yardstick: list[float] = field(default_factory=list)
    """Of the same rounds, in the same unit; empty if the row is no ratio."""
    first: list[float] = field(default_factory=list)
    """Milliseconds to the first byte, of keys."""
    frames: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    """Bytes, of keys."""
    note: str = ""
    """Why nothing was measured, or what else there is to say."""

    def add(self, value: float, yardstick: float | None = None) -> None:
        """Keep what one round has measured."""
        self.values.append(value)
        if yardstick is not None:
            self.yardstick.append(yardstick)

    def add_stroke(self, stroke: Stroke | None) -> None:
        """Keep what one key has caused; None: nothing."""
        if stroke is not None:
            self.values.append(stroke.last * 1000)
            self.first.append(stroke.first * 1000)
            self.frames.append(stroke.frames)
            self.sizes.append(stroke.size)

    def figure(self) -> float:
        """Return the one number that is compared: a median, or the ratio of two."""
        middle = statistics.median(self.values)
        return _ratio(middle, statistics.median(self.yardstick)) if self.yardstick else middle

    def high(self) -> float:
        """Return the 95th percentile."""
        return percentile(self.values, 0.95)


def _ratio(value: float, yardstick: float) -> float:
    """Return how many times the yardstick a value is; without end if the yardstick is nothing."""
    return value / yardstick if yardstick else math.inf


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share of the values is."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


@dataclass(slots=True)
class Row:
    """One line of the table."""

    section: str
    name: str
    kind: Kind
    unit: str
    """Of the values: ms, MB, s, briefs/s."""
    columns: dict[str, Measured]
    """By the name of the program: what was measured first is what the target is for."""
    target: Target | None = None
    about: str = ""
    """Behind the figures: what the yardstick is."""
    briefs: int = 0
    """In the library; 0: it does not depend on one."""

    def met(self, slowness: float) -> bool | None:
        """Tell whether the target is reached; None: there is none, or nothing was measured."""
        mine = self.mine
        if self.target is None or not mine.values:
            return None
        target = self.target.scaled(slowness)
        if target.is_least:
            return mine.figure() >= target.limit
        return mine.figure() <= target.limit and (target.high is None or mine.high() <= target.high)

    @property
    def mine(self) -> Measured:
        """The column of the program that is measured."""
        return next(iter(self.columns.values()))

    def text(self, measured: Measured) -> str:
        """Return the figures of a column as they are printed."""
        if not measured.values:
            return measured.note or "changed nothing"
        note = f"  {measured.note}" if measured.note else ""
        return f"{self._figures(measured)}  n={len(measured.values)}{note}"

    def _figures(self, measured: Measured) -> str:
        if self.kind is Kind.KEYS:
            first, frames = statistics.median(measured.first), max(measured.frames)
            kilobytes = max(measured.sizes) / 1000
            times = f"{measured.figure():6.1f} / {measured.high():5.1f} ms"
            return f"{times}  first {first:5.1f}  {frames} fr {kilobytes:3.0f} kB"
        middle = statistics.median(measured.values)
        digits = 0 if middle >= 100 else 1 if middle >= 10 else 2
        if self.kind is Kind.RATIO:
            rounds = zip(measured.values, measured.yardstick, strict=True)
            worst = max(_ratio(value, yard) for value, yard in rounds)
            return f"{measured.figure():5.2f} x {self.about}: {middle:,.{digits}f} {self.unit} (worst {worst:.2f} x)"
        ends = f"{min(measured.values):,.{digits}f} to {max(measured.values):,.{digits}f}"
        return f"{middle:,.{digits}f} {self.unit}" + (f" ({ends})" if len(measured.values) > 1 else "")
