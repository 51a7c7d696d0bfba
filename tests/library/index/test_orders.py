"""The sort orders that an index keeps: by what briefs say, and by what checks have counted."""

from __future__ import annotations

import os
import sqlite3
import tracemalloc
from array import array
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library.connections import ClosingConnection
from briefing.library.index.errors import IndexDamagedError
from briefing.library.index.rows import BriefIndex
from briefing.library.index.write import are_orders_complete
from briefing.library.open import open_indexed
from tests.support.app import brief, index, write

WRONG = "  - {label: x, value: 1, cites: {source: press, quote: not there}}\n"


def names(brief_index: BriefIndex, order: str) -> str:
    return "".join(entry.id for row in brief_index.order(order) if (entry := brief_index.entry(row)))


def indexed(folder: Path) -> BriefIndex:
    brief_index = open_indexed([folder], os.environ).brief_index
    index(brief_index)
    return brief_index


def test_briefs_are_put_in_order_by_marking_and_by_figures(tmp_path: Path) -> None:
    write(
        tmp_path,
        a=brief("a"),
        b=brief("b").replace("TLP:GREEN", "TLP:RED"),
        c=brief("c").replace("marking: TLP:GREEN\n", "").replace("figures:\n", f"figures:\n{WRONG}"),
    )
    brief_index = indexed(tmp_path)
    assert (names(brief_index, "marking"), names(brief_index, "figures")) == ("bac", "cab")


def test_the_order_by_problems_follows_what_a_check_finds(tmp_path: Path) -> None:
    text = brief("b").replace("figures:\n", f"figures:\n{WRONG}")
    write(tmp_path, a=brief("a"), b=text + "titel: x\n", c=text + "extra: 1\nmore: 2\n")
    brief_index = indexed(tmp_path)
    assert names(brief_index, "problems") == "cba"
    (tmp_path / "t.txt").write_text("A text.\n")
    write(tmp_path, b=text.replace("title: Bridge news", "title: Bridge news, file: t.txt") + "titel: x\n")
    index(brief_index)
    before = brief_index.look_up([1, 2, 3])
    main(["check", str(tmp_path)])
    counted = [sum(one.counts[i] for i in (0, 1, 5, 6)) for one in brief_index.look_up([1, 2, 3]).values()]
    assert counted != [sum(one.counts[i] for i in (0, 1, 5, 6)) for one in before.values()]
    by_number = sorted(zip(counted, "abc", strict=True), key=lambda pair: (-pair[0], pair[1]))
    assert names(brief_index, "problems") == "".join(name for _, name in by_number)


@pytest.mark.parametrize(
    ("stored", "is_complete"),
    [
        ([[3, 1, 2], [1, 2, 3]], True),
        ([], False),
        ([[1, 2, 3], [1, 2]], False),
        ([[1, 2, 2]], False),
        ([[1, 2, 4], [1, 2, 3]], False),
        ([[1, 2, 3, 3]], False),
    ],
)
def test_orders_are_complete_if_each_has_every_brief_once(stored: list[list[int]], is_complete: bool) -> None:
    with closing(_stored([1, 2, 3], stored)) as connection:
        assert are_orders_complete(connection) is is_complete


def test_a_damaged_order_is_damage_also_after_one_that_is_incomplete() -> None:
    with closing(_stored([1, 2, 3], [[1, 2]])) as connection:
        connection.execute("INSERT INTO view VALUES ('cut', x'00ff')")
        with pytest.raises(IndexDamagedError):
            are_orders_complete(connection)


def test_orders_are_looked_at_one_after_the_other() -> None:
    rows = list(range(300, 50_300))
    with closing(_stored(rows, [rows, rows[::-1], rows])) as connection:
        tracemalloc.start()
        try:
            assert are_orders_complete(connection)
            most = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert most < 24 * len(rows), "as Python's numbers one order takes 40 bytes a row"


def test_rows_that_are_far_apart_are_counted_in_little_memory_too() -> None:
    rows = [number * 80_000 for number in range(1, 50_000)]
    with closing(_stored(rows, [rows, rows[::-1]])) as connection:
        tracemalloc.start()
        try:
            assert are_orders_complete(connection)
            most = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert most < 50_000_000


def _stored(rows: Sequence[int], orders: Sequence[Sequence[int]]) -> sqlite3.Connection:
    """Return a database with the two tables of the index that know rows."""
    connection = sqlite3.connect(":memory:", factory=ClosingConnection)
    connection.execute("CREATE TABLE brief (row INTEGER PRIMARY KEY)")
    connection.execute("CREATE TABLE view (name TEXT PRIMARY KEY, rows BLOB NOT NULL)")
    connection.executemany("INSERT INTO brief VALUES (?)", [(row,) for row in rows])
    packed = [(str(number), array("I", order).tobytes()) for number, order in enumerate(orders)]
    connection.executemany("INSERT INTO view VALUES (?, ?)", packed)
    return connection
