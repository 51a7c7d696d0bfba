"""How the work that each key and a start wait for grows, and the memory of the reader, in a real terminal.

Work is processor time of all threads until the last byte that a key causes: what else the machine does is not in it.

`python -m tests.attacks.screen_growth` doubles each dimension three times and prints the exponents that are above the
limit; `--long` prints all of them. Words behind it narrow it down to dimensions whose names hold one of them; `--flat N
...` measures libraries of those sizes only, and what must be the same in all of them.
"""

from __future__ import annotations

import argparse
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import linear_regression
from typing import NamedTuple

from tests.attacks.screen_growing import DIMENSIONS, Dimension, briefs_of
from tests.support.runs import QUIET, TAKEN, peak_memory, processor_time, until_rest
from tests.support.terminal import ROOT, Size, Terminal, environment

STEEPEST = 1.1
"""The greatest exponent that is allowed of anything that a key waits for."""
FLAT = 1.25
"""How many times as much anything may take in the largest library as in the smallest: what two runs differ by."""
_SECONDS = 0.012
"""Seconds of work beyond the smallest size's below which an exponent would be noise."""
_MEGABYTES = 12.0
_STEPS = 4
_SIZE = Size(120, 40)
_TURNS = 6
"""Presses of each key; the first is not counted: it fills caches."""
_KEYS: Mapping[str, Sequence[str]] = {
    "J, K": ("J", "K"),
    "j, k": ("j", "k"),
    "page": (" ", "b"),
    "end, start": ("G", "g"),
}
"""Keys that lead there and back."""
_WORD = "people"
_FIRST = 1.0
"""Seconds after which a key counts as one that changes nothing."""


class Costs(NamedTuple):
    """What one size costs: seconds by what was done, and megabytes at the peak."""

    seconds: Mapping[str, float]
    megabytes: float


class Grown(NamedTuple):
    """How one thing grows with one dimension."""

    dimension: str
    what: str
    sizes: Sequence[int]
    values: Sequence[float]
    """Seconds of work, or megabytes."""
    exponent: float | None
    """None: it takes too little more for one."""

    @property
    def is_steep(self) -> bool:
        """Whether it grows faster than it may."""
        return self.exponent is not None and self.exponent > STEEPEST

    def __str__(self) -> str:
        unit = 1 if self.what == "memory" else 1000
        values = "  ".join(f"{size:,}: {value * unit:.1f}" for size, value in zip(self.sizes, self.values, strict=True))
        said = "-" if self.exponent is None else f"{self.exponent:.2f}"
        return f"{self.dimension:34} {self.what:14} {said:>5}   {values} {'MB' if unit == 1 else 'ms'}"


class _Ground:
    """A folder with a library and the user's folders, for one size of one dimension."""

    def __init__(self, top: Path) -> None:
        self.library = top / "library"
        self._home = top / "home"
        self.variables = environment(self._home, PYTHONPATH=str(ROOT))

    def write(self, dimension: Dimension, size: int) -> None:
        """Write the library, the settings and the marks, and build the index."""
        for folder in (self.library, self._home):
            shutil.rmtree(folder, ignore_errors=True)
        self._home.mkdir(parents=True)
        dimension.write(self.library, size)
        settings = self._home / "config" / "briefing" / "config.yaml"
        settings.parent.mkdir(parents=True)
        settings.write_text(dimension.settings(size), encoding="utf-8")
        program = [sys.executable, "-m", "briefing", "index", str(self.library)]
        subprocess.run(program, cwd=ROOT, env=self.variables, check=True, capture_output=True)
        dimension.mark(self.library, self.variables, size)

    def terminal(self) -> Terminal:
        """Start the reader on the library."""
        return Terminal([sys.executable, "-m", "briefing", str(self.library)], _SIZE, self.variables)


def costs(ground: _Ground) -> Costs:
    """Start the reader and press each key; return what each waits for, the median of its presses."""
    with ground.terminal() as reader:  # keeps nothing for the next start: it is killed
        seconds = _start(reader)
        reader.press("1")
        reader.settle(3 * QUIET)
        for what, keys in _KEYS.items():
            seconds[what] = _pressed(reader, list(keys) * (_TURNS // 2))
        for what, opener, word in (("find, a letter", "/", _WORD), ("filter, a letter", "f", _WORD)):
            reader.stroke(opener, QUIET)
            seconds[what] = _pressed(reader, list(word))
            reader.press("\x1b")
            reader.settle(2 * QUIET)
        reader.press("1")
        reader.settle(2 * QUIET)
        reader.stroke("j", QUIET)
        seconds["s, back"] = _pressed(reader, ["s", "["] * (_TURNS // 2))
        seconds["star, again"] = _pressed(reader, ["*"] * _TURNS)
        seconds["zoom, back"] = _pressed(reader, ["z"] * _TURNS)
        return Costs(seconds, peak_memory(reader))


def _start(reader: Terminal) -> dict[str, float]:
    reader.until_written(b"Harbour")
    readable = processor_time(reader)
    reader.until_written(TAKEN)
    reader.until(lambda: b"Harbour" in reader.written.partition(TAKEN)[2], "what Textual draws")
    drawn = processor_time(reader)
    until_rest(reader)
    return {"start: readable": readable, "start: drawn": drawn}


def _pressed(reader: Terminal, keys: Sequence[str]) -> float:
    """Return the median of the work that keys wait for, without the first key."""
    return statistics.median([_work(reader, key) for key in keys][1:])


def _work(reader: Terminal, key: str) -> float:
    """Press a key; return the processor's seconds until the last byte that it causes, 0 if it causes none."""
    before = last = processor_time(reader)
    reader.press(key)
    while reader.read(_FIRST if last == before else QUIET):
        last = processor_time(reader)
    reader.settle(QUIET)
    return last - before


def exponent(sizes: Sequence[int], values: Sequence[float], least: float) -> float | None:
    """Return the exponent of what comes on top of the smallest size, by least squares. None: that is too little."""
    more = [(size, value - values[0]) for size, value in zip(sizes, values, strict=True)][1:]
    if more[-1][1] < least:
        return None
    points = [(math.log(size), math.log(value)) for size, value in more if value > least / 4]
    return linear_regression(*zip(*points, strict=True)).slope if len(points) > 1 else None


def grown(dimension: Dimension, part: int = 1) -> Iterator[Grown]:
    """Yield how everything grows with a dimension, up to a part of its size."""
    largest = max(dimension.size // part, 2**_STEPS)
    sizes = [1, *(largest >> step for step in range(_STEPS - 1, -1, -1))]
    every = list(costs_at(dimension, sizes))
    for what in every[0].seconds:
        values = [one.seconds[what] for one in every]
        yield Grown(dimension.name, what, sizes, values, exponent(sizes, values, _SECONDS))
    values = [one.megabytes for one in every]
    yield Grown(dimension.name, "memory", sizes, values, exponent(sizes, values, _MEGABYTES))


def costs_at(dimension: Dimension, sizes: Sequence[int]) -> Iterator[Costs]:
    """Yield what each size of a dimension costs, in a fresh library with fresh folders of the user."""
    with tempfile.TemporaryDirectory(prefix="screens-") as name:
        ground = _Ground(Path(name))
        for size in sizes:
            ground.write(dimension, size)
            yield costs(ground)


def flat(sizes: Sequence[int]) -> Iterator[tuple[str, Sequence[float], bool]]:
    """Yield what was done in libraries of those sizes, its values, and whether the largest is like the smallest."""
    every = list(costs_at(briefs_of(max(sizes)), sizes))
    for what in (*every[0].seconds, "memory"):
        values = [one.megabytes if what == "memory" else one.seconds[what] for one in every]
        yield what, values, values[-1] <= FLAT * values[0] or values[-1] - values[0] < _SECONDS / 3


def main() -> int:
    """Print the exponents. Return 1 if one is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only dimensions whose names hold one of these")
    parser.add_argument("--long", action="store_true", help="every exponent is printed")
    parser.add_argument("--part", metavar="N", type=int, default=1, help="at an Nth of the full sizes")
    parser.add_argument("--flat", metavar="N", type=int, nargs="+", help="libraries of these sizes instead")
    arguments = parser.parse_args()
    if arguments.flat:
        return _print_flat(arguments.flat)
    steep = 0
    for dimension in DIMENSIONS:
        if arguments.names and not any(each in dimension.name for each in arguments.names):
            continue
        for found in grown(dimension, arguments.part):
            steep += found.is_steep
            if found.is_steep or arguments.long:
                print(f"{'!' if found.is_steep else ' '} {found}", flush=True)  # noqa: T201 - to print is its purpose
    return 1 if steep else 0


def _print_flat(sizes: Sequence[int]) -> int:
    steep = 0
    for what, values, is_flat in flat(sizes):
        unit = 1 if what == "memory" else 1000
        steep += not is_flat
        said = "  ".join(f"{size:,}: {value * unit:.1f}" for size, value in zip(sizes, values, strict=True))
        print(f"{' ' if is_flat else '!'} {what:18} {said}", flush=True)  # noqa: T201 - to print is its purpose
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
