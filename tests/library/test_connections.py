"""A database that nobody uses any more is closed, also without being told."""

from __future__ import annotations

import gc
import sqlite3
from pathlib import Path

import pytest

from briefing.library.connections import ClosingConnection
from briefing.library.index.store import IndexStore
from briefing.library.marks.store import MarkStore


def is_open(file: Path) -> bool:
    """Whether this process has a file open."""
    return any(each.exists() and each.samefile(file) for each in Path("/proc/self/fd").iterdir())


def test_a_connection_that_is_left_behind_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    connection = sqlite3.connect(file, factory=ClosingConnection)
    connection.execute("CREATE TABLE one (two)")
    assert is_open(file)
    del connection
    gc.collect()
    assert not is_open(file)


def test_one_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite3.connect(tmp_path / "nowhere" / "a.sqlite", factory=ClosingConnection)


@pytest.mark.parametrize("store", [IndexStore, MarkStore])
def test_the_databases_of_the_library_are_such(store: type[IndexStore | MarkStore]) -> None:
    with store(None).reading() as connection:
        assert isinstance(connection, ClosingConnection)
