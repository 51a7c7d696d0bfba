"""A pool answers in order, holds little at a time, and loses nothing when a process dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from briefing.base.process_pool import ProcessPool, Work
from tests.support.terminal import PATIENCE

_PROGRAM = f"""
import gc, os, sys, time
sys.path[:] = {[folder for folder in sys.path if folder]!r}
from briefing.base.worker_process import serve

def opened(opening):
    def one(item):
        if item == b"deadly":
            os._exit(9)
        if item.startswith(b"once "):
            try:
                os.mkdir(item[5:])
                os._exit(9)
            except FileExistsError:
                pass
        if item == b"garbage":
            before = sum(each["collections"] for each in gc.get_stats())
            kept = [[] for _ in range(50_000)]
            collections = sum(each["collections"] for each in gc.get_stats()) - before
            return b"%d %d %d" % (collections, len(kept), gc.get_freeze_count())
        if item.startswith(b"long "):
            os.mkdir(item[5:])
            return b"x" * 300_000
        time.sleep(0.02 if item == b"slow" else 0)
        return opening + item
    return lambda request: b"\\0".join(map(one, request.split(b"\\0")))

serve(opened)
"""


def work(command: Sequence[str] = (sys.executable, "-c", _PROGRAM)) -> Work[str, str]:
    return Work(
        command,
        b"<",
        lambda items: b"\0".join(map(os.fsencode, items)),
        lambda reply: [os.fsdecode(one) for one in reply.split(b"\0")],
        lambda item: f"here {item}",
        lambda item: f"deadly {item}",
        "it is asked again",
    )


def answered(pool: ProcessPool[str, str], *batches: Sequence[str]) -> list[str]:
    with pool:
        return [answer for answers in pool.answers(iter(batches)) for answer in answers]


def children() -> set[int]:
    return set(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()))


def test_answers_come_in_the_order_of_the_requests() -> None:
    batches = [("slow", "a"), ("b",), ("c", "d", "slow"), *((f"{number}",) for number in range(50))]
    before = children()
    assert answered(ProcessPool(work(), 3), *batches) == [f"<{item}" for batch in batches for item in batch]
    assert children() == before


def test_what_is_taken_and_not_answered_is_bounded() -> None:
    taken = 0

    def endless() -> Iterator[Sequence[str]]:
        nonlocal taken
        while True:
            taken += 1
            yield ("slow",)

    given = 0
    with ProcessPool(work(), 2) as pool:
        for answers in pool.answers(endless()):
            given += len(answers)
            assert taken - given <= 8
            if given > 40:
                break


def test_an_item_that_ends_every_process_is_named_and_the_others_are_answered() -> None:
    pool = ProcessPool(work(), 2)
    given = answered(pool, ("a", "deadly", "b"), ("c",), ("deadly",), ("d", "e"))
    assert given == ["<a", "deadly deadly", "<b", "<c", "deadly deadly", "<d", "<e"]
    assert pool.messages == ["a worker process ended early: it is asked again"]


def test_an_item_of_which_a_process_died_once_is_answered(tmp_path: Path) -> None:
    pool = ProcessPool(work(), 1)
    once = f"once {tmp_path / 'dead'}"
    assert answered(pool, ("a", once), ("b",)) == ["<a", f"<{once}", "<b"]


@pytest.mark.parametrize("broken", [("/nowhere",), (sys.executable, "-c", "raise SystemExit(3)")])
def test_where_no_process_can_be_started_this_one_answers(broken: tuple[str, ...]) -> None:
    pool = ProcessPool(work(broken), 2)
    assert answered(pool, ("a", "b"), ("c",)) == ["here a", "here b", "here c"]
    assert len(pool.messages) == 1
    assert pool.messages[0].startswith("no worker process can be started, so this process reads alone")


def test_a_caller_that_stops_leaves_no_process() -> None:
    before = children()
    with ProcessPool(work(), 2) as pool:
        assert next(pool.answers(iter([("slow",)] * 9))) == []
        assert len(children() - before) == 2
    assert children() == before


def test_long_requests_and_a_long_opening_pass_whole() -> None:
    long = work()._replace(opening=b"x" * 1_000_000)
    given = answered(ProcessPool(long, 2), ("y" * 20_000,), ("z",))
    assert [len(one) for one in given] == [1_020_000, 1_000_001]


def test_a_process_works_on_while_nobody_reads_its_answers(tmp_path: Path) -> None:
    """An answer is longer than a usual pipe, and while the caller writes one into the index it reads no other."""
    most = 4 if sys.platform == "linux" else 2
    begun = [tmp_path / str(number) for number in range(9)]
    with ProcessPool(work(), 1) as pool:
        answers = pool.answers(iter([(f"long {folder}",) for folder in begun]))
        next(each for each in answers if each)
        deadline = time.monotonic() + PATIENCE
        while (count := sum(folder.exists() for folder in begun)) < most and time.monotonic() < deadline:
            time.sleep(0.01)
    assert count == most


def test_a_process_collects_garbage_seldom_and_never_visits_what_it_has_imported() -> None:
    """A collection visits a whole brief and finds nothing. With Python's 700, a third of the time goes into them."""
    (said,) = answered(ProcessPool(work(), 1), ("garbage",))
    collections, kept, frozen = map(int, said.split())
    assert collections == 0, f"in making {kept:,} objects"
    assert frozen > 5_000
