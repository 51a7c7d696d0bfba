from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.marks import marks_in, quick_folder, start

KILLS = 8
EACH = 200
"""Marks that each of two processes sets."""

# One fsync after the other lets the other process in only now and then: whoever is told that the file is busy tries
# again, as a person would who presses the key again.
SET_MARKS = f"""
import time
sys.stdin.readline()
busy = 0
with marks_in(folder) as marks:
    for number in range({EACH}):
        while True:
            try:
                marks.set_starred([f"{{name}}-{{number}}"], starred=True, words=f"{{name}} {{number}}")
                break
            except MarksBusyError:
                busy += 1
                time.sleep(0.001)
print(busy)
"""

MARK_UNTIL_KILLED = """
from itertools import count
with marks_in(folder) as marks:
    for number in count():
        read(marks, f"{name}-{number}")
        marks.set_place(f"{name}-{number}", "timeline")
        print(number, flush=True)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as name:
        yield name


def test_two_processes_that_mark_at_the_same_time_lose_no_mark(folder: Path) -> None:
    processes = [start(f"name = {name!r}\n{SET_MARKS}", folder) for name in ("one", "other")]
    for process in processes:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    assert [(process.communicate(timeout=60)[0].strip().isdigit(), process.returncode) for process in processes] == [
        (True, 0),
        (True, 0),
    ]
    ids = [f"{name}-{number}" for name in ("one", "other") for number in range(EACH)]
    with marks_in(folder) as marks:
        assert [brief_id for brief_id, mark in marks.marks(ids).items() if not mark.starred] == []
        undone = [marks.undo() for _ in range(100)]
    assert len(set(undone) - {None}) == 100


def kill_while_it_marks(name: str, folder: Path, moment: random.Random) -> int:
    """Kill a process at a random moment while it marks, and return how many marks it was told are kept."""
    process = start(f"name = {name!r}\n{MARK_UNTIL_KILLED}", folder)
    assert process.stdout
    said = [process.stdout.readline() for _ in range(moment.randrange(1, 8))]
    time.sleep(moment.uniform(0, 0.01))
    process.kill()
    said += process.stdout.readlines()
    process.communicate(timeout=10)
    return int(said[-1]) + 1


def test_a_process_that_is_killed_loses_at_most_the_mark_it_was_setting(folder: Path) -> None:
    moment = random.Random(4)  # noqa: S311 (no secret)
    known: dict[str, int] = {}
    for run in range(KILLS):
        name = f"run-{run}"
        known[name] = kill_while_it_marks(name, folder, moment)
        with marks_in(folder) as marks:
            for each, count in known.items():
                kept = marks.marks(f"{each}-{number}" for number in range(count))
                assert all(mark.read for mark in kept.values())
                assert marks.mark(f"{each}-{count + 1}").read is False
                assert marks.version(f"{each}-{count - 1}") == b"title: one\n"
