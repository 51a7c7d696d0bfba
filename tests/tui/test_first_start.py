"""The first start in a library, by real readers: one that is killed and started again, and two beside each other."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.support.following import many
from tests.support.indexes import brief_index_of, content, fresh
from tests.support.terminal import Preloaded, Size, Terminal, environment
from tests.tui.test_sync_index import children

BRIEFS = 5000
"""Enough that heads are read first, and that briefs are written more than once."""
PROGRESS = re.compile(r"reading (?:titles: |saved texts: )?[\d,]+ of [\d,]+")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return many(tmp_path / "library", BRIEFS)


def start(folder: Path, tmp_path: Path) -> Terminal:
    return Terminal(Preloaded(folder), Size(100, 24), environment(tmp_path / "home"))


def asked(tmp_path: Path, sql: str, patience: float = 10) -> int:
    """Ask the index for a number; 0: there is no index yet."""
    path = next((tmp_path / "home/cache/briefing").glob("index-*.sqlite"), None)
    if path is None:
        return 0
    with closing(sqlite3.connect(path, isolation_level=None, timeout=patience)) as connection:
        cursor = connection.execute(sql)
        return cursor.rowcount if sql.startswith("UPDATE") else int(cursor.fetchone()[0])


def count(tmp_path: Path, condition: str) -> int:
    """Return the number of briefs in the index for which something holds."""
    return asked(tmp_path, f"SELECT count(*) FROM brief WHERE {condition}")  # noqa: S608 - our own text


def is_at_rest(terminal: Terminal, tmp_path: Path) -> bool:
    """Tell whether all briefs are read, and nothing is said of reading any more."""
    is_read = count(tmp_path, "hash NOTNULL") == BRIEFS
    return is_read and f"of {BRIEFS:,}" in terminal.screen() and not PROGRESS.search(terminal.screen())


def is_reading(terminal: Terminal) -> bool:
    """Tell whether a process reads for a reader, which says how far it is."""
    return PROGRESS.search(terminal.screen()) is not None and bool(children(terminal.process.pid))


def is_right(folder: Path, tmp_path: Path) -> bool:
    """Tell whether the index has the words that one has which is built at once."""
    brief_index = brief_index_of(folder, tmp_path / "home/cache")
    said = content(brief_index.store)
    brief_index.store.close()
    return said["words"] == fresh(folder, tmp_path / "fresh")["words"]


def test_a_second_start_goes_on_where_the_first_was_killed(folder: Path, tmp_path: Path) -> None:
    with start(folder, tmp_path) as first:
        first.until(lambda: count(tmp_path, "hash NOTNULL") > BRIEFS // 4, "a good part is read")
        first.send(signal.SIGKILL)
        first.until_ended()
    kept = count(tmp_path, "hash NOTNULL")
    asked(tmp_path, "UPDATE brief SET claims = 77 WHERE hash NOTNULL")  # which reading a brief again would take away
    with start(folder, tmp_path) as second:
        second.until(lambda: is_at_rest(second, tmp_path), "all is read")
    assert count(tmp_path, "claims = 77") >= kept - 30  # those that the reader opened, or checked ahead
    assert is_right(folder, tmp_path)


def test_a_second_reader_beside_the_first_says_how_far_it_is_and_is_complete_with_it(
    folder: Path, tmp_path: Path
) -> None:
    with start(folder, tmp_path) as first:
        first.until(lambda: is_reading(first), "how far it is")
        with held_up(first, tmp_path), start(folder, tmp_path) as second:
            second.until(lambda: PROGRESS.search(second.screen()) is not None, "how far the other is")
            second.press("q")
            second.until_ended()
        with start(folder, tmp_path) as second:
            for terminal in (first, second):
                terminal.until(partial(is_at_rest, terminal, tmp_path), "all is read")
                assert "could not be read" not in terminal.screen()


@contextmanager
def held_up(terminal: Terminal, tmp_path: Path) -> Iterator[None]:
    """Let the process that reads for a reader stand still, while it does not write."""
    (process,) = children(terminal.process.pid)
    while True:
        os.kill(process, signal.SIGSTOP)
        try:
            asked(tmp_path, "UPDATE brief SET claims = 1 WHERE 0", patience=0.3)
            break
        except sqlite3.OperationalError:  # it writes
            os.kill(process, signal.SIGCONT)
            time.sleep(0.01)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)
