"""An index that is damaged or hostile, byte by byte and value by value, and every command and the reader on it.

`python -m tests.attacks.index_file --long` takes many more of them, and prints how many there were of each kind.
"""

from __future__ import annotations

import os
import random
import re
import sqlite3
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from briefing.library.index.schema import APPLICATION, VERSION
from briefing.library.index.store import index_file
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from tests.attacks.driving import Harm, Run, attacked_reader, remove, report, run
from tests.support.app import shown, until
from tests.support.indexes import library

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("search", "stays"),
    ("search", "--json", "pilots"),
    ("search", "since:2024", "figure:>10", "is:unread"),
    ("search", "tit", "or", "is:checked"),
    ("check",),
    ("index",),
)
"""Each is given the library as its last argument."""
_SECONDS = 5.0
"""That a command may take at most. The machine may have other work."""
_BOMB = 1 << 27
"""Bytes to which a small packed value grows."""
_ESCAPES = "\x1b[31mred\x1b]0;title\x07\x9b2J\u202e"


@cache
def harmful_values() -> tuple[str, ...]:
    """Return values that mean harm, as SQL has them."""
    return (
        "NULL",
        "-1",
        "0",
        "9223372036854775807",
        "4294967296",
        "1.5",
        "9e999",
        "'text'",
        "x'ff'",
        "CAST(x'ff' AS TEXT)",
        "CAST(x'eda080' AS TEXT)",
        f"CAST(x'{_ESCAPES.encode().hex()}' AS TEXT)",
        f"x'{_ESCAPES.encode().hex()}'",
        f"x'{zlib.compress(b'[' * _BOMB, 9).hex()}'",
        f"x'{zlib.compress(b'[' * 100_000).hex()}'",
        f"x'{zlib.compress(bytes(1 << 24)).hex()}'",
        "zeroblob(3000000)",
        "x'2f6574632f686f73746e616d652e79616d6c'",  # /etc/hostname.yaml
        "x'2e2e2f2e2e2f6574632f782e79616d6c'",  # ../../etc/x.yaml
        "x'2f6465762f747479'",  # /dev/tty
    )


class Attacked(NamedTuple):
    """A library under attack."""

    root: Path
    home: Path
    place: Path
    """Of the index."""
    good: bytes
    """The index as it is when all is well."""
    answers: dict[tuple[str, ...], bytes]
    """What the commands print then."""

    @property
    def environment(self) -> dict[str, str]:
        """Where the reader's own files are."""
        return {"HOME": str(self.home), "PATH": os.environ.get("PATH", "")}

    def restore(self) -> None:
        """Put the good index in place of all that is there."""
        for path in self.place.parent.glob(f"{self.place.name}*"):
            remove(path)
        self.place.write_bytes(self.good)

    def put(self, harm: Harm) -> bool:
        """Put a harmed index in place; tell whether that could be done: not every value gets past a table."""
        self.restore()
        try:
            harm.do(self.place)
        except sqlite3.Error:
            return False
        return True


def made(folder: Path) -> Attacked:
    """Make a library with a whole index."""
    root, home = library(folder / "library"), folder / "home"
    place = index_file(root, {"HOME": str(home)})
    assert place is not None
    one = Attacked(root, home, place, b"", {})
    for command in (("index",), ("check",)):
        run([*command, str(root)], one.environment)
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    answers = {command: run([*command, str(root)], one.environment).out for command in COMMANDS}
    return one._replace(good=place.read_bytes(), answers=answers)


# what is done


def flips(good: bytes, count: int, chance: random.Random) -> Iterator[Harm]:
    """Yield so many single bytes turned over, spread over all of them."""
    step = max(1, len(good) // count)
    for first in range(0, len(good), step):
        at, by = min(len(good) - 1, first + chance.randrange(step)), chance.choice((0xFF, 0x01, 0x80, 0x20))
        yield Harm("a byte", f"byte {at} by {by:#x}", lambda path, at=at, by=by: _flip(path, at, by))  # type: ignore[misc]


def _flip(path: Path, at: int, by: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= by
    path.write_bytes(data)


def values(good: bytes, folder: Path) -> Iterator[Harm]:
    """Yield each value in each column of each table, those of the full text as well, in one row and in all."""
    copy = folder / "copy.sqlite"
    copy.write_bytes(good)
    with closing(sqlite3.connect(copy)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in {"words", "saved_words", "heads", "words_vocabulary", "heads_vocabulary"}
        ]
        columns = {table: [one[1] for one in connection.execute(f"PRAGMA table_info('{table}')")] for table in tables}
    for table, names in columns.items():
        for column in names:
            for value in harmful_values():
                sql = f'UPDATE OR REPLACE "{table}" SET "{column}" = {value}'  # noqa: S608 - it is an attack
                yield Harm(f"a value of {table}", sql[:120], with_sql(sql))


def with_sql(script: str) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            connection.executescript(script)

    return do


def shapes(good: bytes, folder: Path) -> Iterator[Harm]:
    """Yield tables and indexes that are missing, or something else."""
    copy = folder / "copy.sqlite"
    copy.write_bytes(good)
    with closing(sqlite3.connect(copy)) as connection:
        made = connection.execute("SELECT type, name FROM sqlite_master WHERE sql NOT NULL").fetchall()
    for kind, name in made:
        at = f"WHERE name = '{name}'"
        if name != "sqlite_sequence":
            yield Harm("missing", f"no {kind} {name}", with_sql(f'DROP {kind} "{name}"'))
            yield Harm("missing", f"{name} unsaid", with_sql(f"DELETE FROM sqlite_master {at}"))  # noqa: S608 - as above
        yield Harm("unsaid", name, with_sql(f"UPDATE sqlite_master SET sql = 'x' {at}"))  # noqa: S608 - as above
        yield Harm("a page", name, with_sql(f"UPDATE sqlite_master SET rootpage = 3 {at}"))  # noqa: S608 - as above
        if kind == "table":
            endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"
            yield Harm("a view", name, with_sql(f'DROP TABLE "{name}"; CREATE VIEW "{name}" AS {endless}'))
            when = f'UPDATE ON "{name}"'
            trigger = f"CREATE TRIGGER t AFTER {when} BEGIN DELETE FROM brief; END"  # noqa: S608 - as above
            yield Harm("a trigger", name, with_sql(trigger))
    for number in (0, 1, VERSION - 1, VERSION + 1, VERSION ^ (1 << 26), -1, 2**31 - 1):
        yield Harm("a version", str(number), with_sql(f"PRAGMA user_version = {number}"))
    yield Harm("a version", "another application", with_sql(f"PRAGMA application_id = {APPLICATION ^ 1}"))
    yield Harm("a table", "one more", with_sql("CREATE TABLE more (x)"))


def cuts(good: bytes) -> Iterator[Harm]:
    """Yield what is no whole file, or no file."""
    for size in (0, 1, 16, 100, 4095, 4096, len(good) // 2, len(good) - 1, len(good) - 4096):
        yield Harm("cut", f"{size} bytes", lambda path, size=size: os.truncate(path, size))  # type: ignore[misc]
    yield Harm("cut", "and more", lambda path: path.write_bytes(good + b"\xff" * 5000))
    yield Harm("beside", "a log of noise", lambda path: _beside(path, "-wal").write_bytes(os.urandom(9000)))
    yield Harm("beside", "a journal of noise", lambda path: _beside(path, "-journal").write_bytes(os.urandom(9000)))
    yield Harm("beside", "a pipe", lambda path: os.mkfifo(_beside(path, "-wal")))
    yield Harm("beside", "a link", lambda path: _beside(path, "-wal").symlink_to("/dev/tty"))
    yield Harm("no file", "a pipe", _instead(os.mkfifo))
    yield Harm("no file", "a link", _instead(lambda path: path.symlink_to("/dev/zero")))
    yield Harm("no file", "a folder", _instead(Path.mkdir))


def _instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        path.unlink()
        make(path)

    return do


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def harms(one: Attacked, *, is_long: bool, seed: int) -> list[Harm]:
    """Return what is done in a short or a long attack."""
    chance = random.Random(seed)  # noqa: S311 - the same attack on every run
    folder = one.home
    every = [*values(one.good, folder), *shapes(one.good, folder), *cuts(one.good)]
    if is_long:
        return [*every, *flips(one.good, 3000, chance)]
    return [*chance.sample(every, 10), *flips(one.good, 5, chance)]


# what comes of it

_LINE = re.compile(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]")


def faults(one: Attacked, harm: Harm, command: tuple[str, ...]) -> Iterator[str]:
    """Yield what is wrong with what a command makes of a harmed index."""
    if not one.put(harm):
        return
    before = time.monotonic()
    first = run([*command, str(one.root)], one.environment)
    seconds = time.monotonic() - before
    again = run([*command, str(one.root)], one.environment)
    yield from _told(first, "")
    yield from _told(again, "again: ")
    if seconds > _SECONDS:
        yield f"it took {seconds:.1f} s"
    if sum(b"index" in line for line in first.err.splitlines()) > 1:
        yield f"more than a sentence: {first.err!r}"
    if b"rebuilt" in first.err and b"rebuilt" in again.err:
        yield f"it is rebuilt each time: {again.err!r}"
    # What a check has found is not known to a new index.
    is_told = command[0] == "search" and "is:checked" not in command
    if b"rebuilt" in first.err and is_told and first.out != one.answers[command]:
        yield f"it is rebuilt and says something else: {first.out[:200]!r}"


def _told(run: Run, when: str) -> Iterator[str]:
    if run.error is not None:
        yield f"{when}{run.error}"
    if run.code not in {0, 1}:
        yield f"{when}exit {run.code}: {run.err!r}"
    if _LINE.search(run.out) or _LINE.search(run.err):
        yield f"{when}a control byte: {run.out[:200]!r} {run.err[:200]!r}"


async def reader_faults(one: Attacked, harm: Harm, *, is_open: bool) -> list[str]:
    """Return what is wrong with a reader that finds a harmed index, or has one while it reads."""
    if not is_open and not one.put(harm):
        return []
    if is_open:
        one.restore()
    os.environ.update(one.environment)
    app = BriefingApp(open_indexed([one.root], os.environ), Settings())
    app.start_delay, app.sync.watch.look_every = 0, 0.05
    async with app.run_test(size=(160, 40)) as pilot:
        if is_open:
            await until(pilot, lambda: app.state.is_known and not app.sync.watch.is_looking, "looked at")
            with suppress(sqlite3.Error):
                harm.do(one.place)
        await pilot.press("j", "J", "k", "l")
        await pilot.press("F", *"stays")
        await pilot.pause(0.1)
        await pilot.press("escape")
        await until(
            pilot,
            lambda: app.state.is_known and not app.sync.watch.is_looking and len(app.state.brief_rows) == 3,
            f"known: {harm}",
        )
        if '"title"' not in harm.what:  # another one may be as good
            await until(pilot, lambda: all(f"Talks {number}" in shown(app) for number in range(3)), f"listed: {harm}")
        said = shown(app)
    app.close()
    found = [f"a crash: {app.crash!r}"] if app.crash else []
    return found + ["a control byte"] * bool(_LINE.search(said.encode("utf-8", "surrogatepass").replace(b"\n", b"")))


def attack(folder: Path, *, is_long: bool = False, seed: int = 1) -> tuple[Counter[str], list[str]]:
    """Attack commands with harmed indexes; return how many there were of each kind, and what went wrong."""
    one, counts, wrong = made(folder), Counter[str](), []
    chance = random.Random(seed)  # noqa: S311 - the same attack on every run
    for harm in harms(one, is_long=is_long, seed=seed):
        for command in chance.sample(COMMANDS, 2 if is_long else 1):
            counts[harm.kind] += 1
            wrong += [f"{harm.what}: {' '.join(command)}: {fault}" for fault in faults(one, harm, command)]
    return counts, wrong


def attack_reader(folder: Path, count: int, seed: int = 1) -> tuple[Counter[str], list[str]]:
    """Attack the reader with some harmed indexes, found at the start and while it is open."""
    one = made(folder)
    return attacked_reader(harms(one, is_long=True, seed=seed), partial(reader_faults, one), count, seed)


if __name__ == "__main__":
    sys.exit(report(sys.argv[1:], __doc__, attack, attack_reader))
