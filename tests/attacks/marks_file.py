"""A file of marks that is damaged or hostile, byte by byte and value by value, and every way to it.

`python -m tests.attacks.marks_file --long` takes many more of them, and prints how many there were of each kind.
"""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefing.base.files import content_hash
from briefing.base.problems import BriefingError
from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.marks import BriefVersion, Marks, MarksError, open_marks
from briefing.library.marks.schema import APPLICATION, VERSION
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from tests.attacks.driving import Harm, attacked_reader, remove, report, run
from tests.attacks.index_file import cuts, flips, harmful_values, with_sql
from tests.support.app import shown, until
from tests.support.indexes import library

_SECONDS = 2.0
"""That one way to the marks may take at most."""
_NAMES = ("b0", "inner/b1", "b2")
_LINE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


class Reader(NamedTuple):
    """Somebody with a library and marks in it."""

    root: Path
    home: Path
    marks: Path
    good: bytes

    @property
    def environment(self) -> dict[str, str]:
        """Where the reader's own files are."""
        return {"HOME": str(self.home), "PATH": os.environ.get("PATH", "")}

    def put(self, harm: Harm) -> bool:
        """Put a harmed file of marks in place of all that is there; tell whether that could be done."""
        for path in self.marks.parent.iterdir():
            remove(path)
        self.marks.write_bytes(self.good)
        try:
            harm.do(self.marks)
        except sqlite3.Error:
            return False
        return True


def made(folder: Path) -> Reader:
    """Make a library with marks of every kind."""
    root, home = library(folder / "library"), folder / "home"
    with closing(open_marks(root, {"HOME": str(home)}).marks) as marks:
        for name in _NAMES:
            data = (root / f"{name}.yaml").read_bytes()
            marks.set_read([BriefVersion(name, content_hash(data), data)], True, f"{name} read")
        marks.set_read([BriefVersion("gone", b"g" * 16, b"title: gone")], True, "gone read")
        marks.set_starred(_NAMES, True, "starred")
        marks.set_place("b0", "figures:figure:0")
        marks.follow_renames(["gone"], [("come", b"g" * 16)])
        assert marks.path is not None
        path = marks.path
    run(["index", str(root)], {"HOME": str(home)})
    return Reader(root, home, path, path.read_bytes())


# what is done


def values(good: bytes, folder: Path) -> Iterator[Harm]:
    """Yield each value in each column of each table."""
    for table, names in _columns(good, folder).items():
        for column in names:
            for value in harmful_values():
                sql = f'UPDATE OR REPLACE "{table}" SET "{column}" = {value}'  # noqa: S608 - it is an attack
                yield Harm(f"a value of {table}", sql[:120], with_sql(sql))


def _columns(good: bytes, folder: Path) -> Mapping[str, Sequence[str]]:
    copy = folder / "copy.sqlite"
    copy.write_bytes(good)
    with closing(sqlite3.connect(copy)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: [one[1] for one in connection.execute(f"PRAGMA table_info('{name}')")] for (name,) in tables}


def shapes() -> Iterator[Harm]:
    """Yield tables and indexes that are missing, or something else."""
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i"
    columns = {
        "mark": "AS library, i AS brief, i AS hash, 1 AS read, 1 AS starred, '' AS place, 1 AS seen",
        "version": "AS library, i AS brief, x'00' AS data",
        "deed": "AS number, x'2f' AS library, 'x' AS words, x'00' AS before",
    }
    for table, named in columns.items():
        yield Harm("missing", table, with_sql(f"DROP TABLE {table}"))
        yield Harm("a view", table, with_sql(f"DROP TABLE {table}; CREATE VIEW {table} AS {endless} {named} FROM n"))
        for deed in ("INSERT", "UPDATE", "DELETE"):
            when = f"{deed} ON {table}"
            trigger = f"CREATE TRIGGER t AFTER {when} BEGIN DELETE FROM mark; END"  # noqa: S608 - as above
            yield Harm("a trigger", when, with_sql(trigger))
        unsaid = f"UPDATE sqlite_master SET sql = 'x' WHERE name = '{table}'"  # noqa: S608 - as above
        yield Harm("unsaid", table, with_sql(unsaid))
        page = f"UPDATE sqlite_master SET rootpage = 2 WHERE name = '{table}'"  # noqa: S608 - as above
        yield Harm("a page", table, with_sql(page))
    for index in ("mark_hash", "deed_library"):
        yield Harm("missing", index, with_sql(f"DROP INDEX {index}"))
    for number in (0, VERSION + 1, VERSION ^ (1 << 26), -1, 2**31 - 1):
        yield Harm("a version", str(number), with_sql(f"PRAGMA user_version = {number}"))
    yield Harm("a version", "another application", with_sql(f"PRAGMA application_id = {APPLICATION ^ 1}"))
    worked_out = "DROP TABLE mark; CREATE TABLE mark (library, brief, hash, read AS (1), starred, place, seen)"
    yield Harm("a table", "worked out", with_sql(worked_out))
    yield Harm("a table", "one more", with_sql("CREATE TABLE more (x)"))


def deeds() -> Iterator[Harm]:
    """Yield what is kept for undoing, as somebody would write it who means harm."""
    row = ["6230", 1, 0, None, None, None]
    kept: Mapping[str, Callable[[], bytes]] = {
        "a bomb": lambda: bytes(1 << 28),
        "a bomb of lines": lambda: b"read\n" * (1 << 25),
        "a bomb of empty lists": lambda: b"[]\n" * (1 << 24),
        "a bomb of lists": lambda: b"[" + b"[], " * (1 << 22) + b"[]]",
        "deep": lambda: b"[" * 1_000_000,
        "many rows": lambda: b"\n".join([json.dumps([row] * 500).encode()] * 2000),
        "large numbers": lambda: json.dumps([["6230", 1, 0, 10**400, None, None]]).encode(),
        "texts": lambda: json.dumps([["6230", "a", "b", None, None, None]]).encode(),
        "no rows": lambda: b"{}",
        "no end": lambda: b"[",
        "nothing": lambda: b"",
    }
    for what, plain in kept.items():
        for kind in (b"read\n", b"starred\n", b"nothing\n", b""):
            for words in ("NOT NULL", "NULL"):
                yield Harm("a deed", f"{what} {kind!r} ({words})", _with_deed(kind, plain, words))
    for data in (lambda: b"x" * 5, lambda: zlib.compress(bytes(1 << 28)), lambda: zlib.compress(b"briefing: 1")[:-4]):
        yield Harm("a version of a brief", repr(data), _with_blob("UPDATE version SET data = ?", data))


def _with_deed(kind: bytes, plain: Callable[[], bytes], words: str) -> Callable[[Path], None]:
    return _with_blob(f"UPDATE deed SET before = ? WHERE words IS {words}", lambda: zlib.compress(kind + plain(), 9))  # noqa: S608 - as above


def _with_blob(sql: str, blob: Callable[[], bytes]) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(sql, (blob(),))

    return do


def harms(one: Reader, *, is_long: bool, seed: int) -> list[Harm]:
    """Return what is done in a short or a long attack."""
    chance = random.Random(seed)  # noqa: S311 - the same attack on every run
    every = [*values(one.good, one.home), *shapes(), *cuts(one.good)]
    if is_long:
        return [*every, *deeds(), *flips(one.good, 3000, chance)]
    return [*chance.sample(every, 7), *flips(one.good, 4, chance)]


# what comes of it


def _ways() -> Mapping[str, Callable[[Marks], object]]:
    return {
        "mark": lambda marks: marks.mark("b0"),
        "marks": lambda marks: marks.marks([*_NAMES, "come"]),
        "version": lambda marks: marks.version("b0"),
        "every": lambda marks: marks.every(),
        "generation": lambda marks: marks.generation(),
        "place": lambda marks: marks.set_place("b2", "summary:point:0"),
        "undo": lambda marks: marks.undo(),
        "undo again": lambda marks: marks.undo(),
        "star": lambda marks: marks.set_starred(["b2"], True, "a star"),
        "follow_renames": lambda marks: marks.follow_renames(["come"], [("came", b"g" * 16)]),
        "read": lambda marks: marks.set_read([BriefVersion("b0", b"0" * 16, b"x")], True, "read"),
    }


def faults(one: Reader, harm: Harm) -> Iterator[str]:
    """Yield what is wrong with what becomes of marks whose file is harmed: by all ways, and by commands."""
    for what in (_by_ways, _by_index, _by_search):
        if one.put(harm):
            before, started = _whole(one.marks), time.monotonic()
            sentences: list[str] = []
            yield from what(one, sentences)
            if time.monotonic() - started > _SECONDS * 3:
                yield f"{what.__name__}: it took {time.monotonic() - started:.1f} s"
            yield from _lost(one, before, sentences)


def _whole(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _lost(one: Reader, before: bytes | None, sentences: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with what is kept aside and said of it."""
    aside = [path for path in one.marks.parent.iterdir() if ".damaged-" in path.name]
    said = "\n".join(sentences)
    if _LINE.search(said):
        yield f"a control byte: {said!r}"
    for path in aside:
        if path.name not in said or str(one.marks) not in said:
            yield f"kept aside as {path.name} and not said: {said!r}"
        if path.stat().st_mode & 0o077:
            yield f"others may read {path.name}"
    # What is found to be harmed later may have been marked in before.
    if "was renamed" in sentences[0] and before not in [path.read_bytes() for path in aside]:
        yield f"what was there is lost: {said!r}"


def _by_ways(one: Reader, sentences: list[str]) -> Iterator[str]:
    opened = open_marks(one.root, one.environment)
    sentences.append(opened.problem or "")
    with closing(opened.marks) as marks:
        for name, way in _ways().items():
            try:
                way(marks)
            except MarksError as error:
                sentences.append(str(error))
            except Exception as broken:  # noqa: BLE001 - whatever it is, it is what is looked for
                yield f"{name}: {broken!r:.200}"


def _by_index(one: Reader, sentences: list[str]) -> Iterator[str]:
    opened = open_marks(one.root, one.environment)
    sentences.append(opened.problem or "")
    brief_index = open_indexed([one.root], one.environment).brief_index
    with closing(brief_index.store), closing(opened.marks) as marks:
        joined = MarkedBriefs(brief_index, marks.library, marks.path, marks.every, marks.replace_damaged)
        asks: Sequence[Callable[[], object]] = (
            joined.unseen,
            joined.count_unseen,
            joined.moved,
            lambda: joined.order("read"),
            lambda: joined.unseen_among([1, 2, 3]),
        )
        for ask in asks:
            try:
                ask()
            except BriefingError as error:
                sentences.append(str(error))
                if "index" in str(error):
                    yield f"the index is blamed: {error}"
            except Exception as broken:  # noqa: BLE001 - as above
                yield f"by the index: {broken!r:.200}"


def _by_search(one: Reader, sentences: list[str]) -> Iterator[str]:
    sentences.append("")
    for query in ("is:read", "is:unread"):
        done = run(["search", query, str(one.root)], one.environment)
        sentences.append(done.err.decode())
        if done.error is not None or done.code not in {0, 1} or b"index" in done.err:
            yield f"search {query}: {done.code} {done.error} {done.err!r}"


async def reader_faults(one: Reader, harm: Harm, *, is_open: bool) -> list[str]:
    """Return what is wrong with a reader that finds harmed marks, or has them while it reads."""
    if not one.put(harm if not is_open else Harm("", "", lambda _path: None)):
        return []
    os.environ.update(one.environment)
    app = BriefingApp(open_indexed([one.root], os.environ), Settings())
    app.start_delay, app.sync.watch.look_every, app.marks.marks_every = 0, 0.05, 0.05
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, lambda: app.state.is_known and not app.sync.watch.is_looking, "looked at")
        if is_open:
            with suppress(sqlite3.Error):
                harm.do(one.marks)
        for key in ("*", "J", "m", "u", "u", "S", "S", "S", ".", "d", "escape", "f", *"is:read", "enter"):
            await pilot.press(key)
            await pilot.pause(0.005)
        await pilot.press("escape", "*")
        await pilot.pause(0.1)
        said = shown(app)
    app.close()
    found = [f"a crash: {app.crash!r}"] if app.crash else []
    return found + ["a control byte"] * bool(_LINE.search(said.replace("\n", "")))


def attack(folder: Path, *, is_long: bool = False, seed: int = 1) -> tuple[Counter[str], list[str]]:
    """Attack every way to harmed marks; return how many there were of each kind, and what went wrong."""
    one, counts, wrong = made(folder), Counter[str](), []
    for harm in harms(one, is_long=is_long, seed=seed):
        counts[harm.kind] += 1
        wrong += [f"{harm.what}: {fault}" for fault in faults(one, harm)]
    return counts, wrong


def attack_reader(folder: Path, count: int, seed: int = 1) -> tuple[Counter[str], list[str]]:
    """Attack the reader with some harmed marks, found at the start and while it is open."""
    one = made(folder)
    return attacked_reader(harms(one, is_long=True, seed=seed), partial(reader_faults, one), count, seed)


if __name__ == "__main__":
    sys.exit(report(sys.argv[1:], __doc__, attack, attack_reader))
