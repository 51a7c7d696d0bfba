"""How far the machine itself has drifted during the run, and which figures grow with the library."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

from tests.bench.bench import Bench, Rows
from tests.bench.rows import QUIET_HELLO, Line, Row

_STEADY = 1.15
"""Ratio up to which a run counts as steady."""


def drift_rows(bench: Bench) -> Rows:
    """Yield what hello took at each stage, and the slowest stage against the fastest."""
    stages = [(name, statistics.median(took)) for name, took in bench.hello.stages if took]
    for name, took in stages:
        yield Line(f"hello {name}", f"{took:.0f} ms", "", None)
    ratio = max(took for _, took in stages) / min(took for _, took in stages)
    yield Line("drift: slowest stage against fastest", f"x {ratio:.2f}", f"<= x {_STEADY}", ratio <= _STEADY)
    slowness = bench.hello.slowness()
    yield Line("this machine against the quiet one", f"x {slowness:.2f}", "targets in ms are scaled", None)


def growth_rows(rows: Sequence[Row], sizes: Sequence[int]) -> Iterator[Line]:
    """Yield a line for each row that was measured at several sizes: its figures, and the last to the first."""
    if len(sizes) < 2:
        return
    yield Line("growth, by briefs", "  ".join(f"{size:>9,}" for size in sizes), "", None)
    for name, figures in _by_size(rows, sizes).items():
        shown = "  ".join(f"{figure:9.2f}" for figure in figures)
        ratio = figures[-1] / figures[0] if figures[0] else 0.0
        yield Line(name, f"{shown}   x {ratio:.2f}", "", None)


def _by_size(rows: Sequence[Row], sizes: Sequence[int]) -> dict[str, list[float]]:
    """Return the figures of the rows that have one for each size."""
    found: dict[str, list[float]] = {}
    for row in rows:
        if row.briefs and row.mine.values:
            found.setdefault(f"{row.section}: {row.name}", []).append(row.mine.figure())
    return {name: figures for name, figures in found.items() if len(figures) == len(sizes)}


def met_line(rows: Sequence[Row], slowness: float) -> Line:
    """Return how many targets are met, judged by what hello took in the whole run."""
    judged = [met for row in rows if (met := row.met(slowness)) is not None]
    hello = f"{slowness * QUIET_HELLO:.0f} ms"
    return Line(f"targets met, where hello takes {hello}", f"{sum(judged)} of {len(judged)}", "", None)
