"""The cache of values made from files: one thread makes each, and no thread waits for another in vain."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefing.base.file_cache import FileCache

PATIENCE = 10


class Made:
    """A cache whose values are made when the test says so."""

    def __init__(self) -> None:
        self.stamp: int | None = 1
        self.begun: list[str] = []
        self.has_begun, self.may_end = threading.Event(), threading.Event()
        self.breaks = False
        self.cache = FileCache[str, str](3, self._make, lambda _: self.stamp)

    def _make(self, key: str) -> str:
        self.begun.append(key)
        value, breaks = f"{key} of {self.stamp}", self.breaks
        self.has_begun.set()
        assert self.may_end.wait(PATIENCE)
        if breaks:
            raise ValueError("it broke")
        return value


def test_what_another_thread_is_making_is_waited_for_and_not_made_again() -> None:
    made = Made()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(made.cache.get, "a")
        assert made.has_begun.wait(PATIENCE)
        second = pool.submit(made.cache.get, "a")
        threading.Timer(0.05, made.may_end.set).start()
        assert first.result(PATIENCE) is second.result(PATIENCE)
    assert made.begun == ["a"]


def test_what_is_made_of_other_files_or_of_none_is_not_waited_for() -> None:
    made = Made()
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(made.cache.get, "a")
        assert made.has_begun.wait(PATIENCE)
        for made.stamp in (2, None):
            made.has_begun.clear()
            pool.submit(made.cache.get, "a")
            assert made.has_begun.wait(PATIENCE)
        made.may_end.set()
        assert first.result(PATIENCE) == "a of 1"
    assert made.begun == ["a"] * 3


def test_who_has_waited_for_what_broke_makes_it_anew() -> None:
    made = Made()
    made.breaks = True
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(made.cache.get, "a")
        assert made.has_begun.wait(PATIENCE)
        made.breaks = False
        second = pool.submit(made.cache.get, "a")
        threading.Timer(0.05, made.may_end.set).start()
        with pytest.raises(ValueError, match="it broke"):
            first.result(PATIENCE)
        assert second.result(PATIENCE) == "a of 1"
    assert made.begun == ["a", "a"]


def test_a_thread_does_not_wait_for_itself() -> None:
    made = Made()
    made.may_end.set()
    assert made.cache.get("a", lambda key: f"{made.cache.get(key)} twice") == "a of 1 twice"
    assert made.cache.get("a") == "a of 1 twice"
