"""While the reader reads, a large library is read by a process, and nothing that befalls the index harms the reader."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from briefing.cli.arguments import parse_command_line
from briefing.library.index.build.read import read_head_for_index
from briefing.library.index.scan.full import scan_library, write_reads
from briefing.library.open import open_indexed
from briefing.render.lines import Target, TargetKind
from briefing.render.parts.list_row import problems_run
from briefing.render.symbols import Look
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.build_process import build_command
from briefing.tui.widgets.bars import Bar
from briefing.tui.widgets.results_list import ResultsList
from tests.support.app import brief, reader, shown, text_of, until
from tests.support.app import write as write_briefs
from tests.support.following import SHORT, SIZE, at_rest, cold, held, index_of, locked, many, quick, titles
from tests.support.terminal import Preloaded, Size, Terminal, environment


def by_process(folder: Path) -> BriefingApp:
    """Return the app on a library that is read by a process, however small it is."""
    app = cold(folder)
    app.sync.index_build.reads_here = 20
    return app


def slow() -> list[str]:
    """Return a command that says how far it is, and comes to no end until it is told to."""
    return [sys.executable, "-c", "import time; print('briefs 150 400', flush=True); time.sleep(60)"]


def is_alive(number: int) -> bool:
    """Tell whether a process is at work still: a dead one that nobody has asked after is not."""
    with suppress(OSError):
        return "State:\tZ" not in Path(f"/proc/{number}/status").read_text()
    return False


def children(of: int) -> list[int]:
    """Return the processes that a process has started."""
    found: list[int] = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            found += [int(path.parent.name)] if int(fields[1]) == of else []
    return found


async def test_a_large_library_is_read_by_a_process_and_the_title_bar_says_how_far(tmp_path: Path) -> None:
    app = by_process(many(tmp_path, 400))
    said: list[str] = []
    async with app.run_test(size=SIZE) as pilot:

        def done() -> bool:
            said.append(app.state.build_progress)
            return (
                app.state.is_known
                and not app.sync.index_build.is_busy
                and not app.state.brief_rows.brief_index.count_waiting()
            )

        await until(pilot, done, "read")
        assert "reading 400 of 400" in said or any(text.startswith("reading") for text in said)
        await until(pilot, lambda: "reading" not in shown(app), "nothing said any more")
        assert (len(app.reading_screen.library.shown_rows), app.state.entry.id) == (400, "brief-0000")


@pytest.mark.parametrize("size", [(40, 12), SIZE], ids=str)
@pytest.mark.parametrize("is_left", [False, True])
async def test_a_search_says_how_much_is_read_and_finds_the_rest_once_all_is(
    tmp_path: Path, size: tuple[int, int], is_left: bool
) -> None:
    folder, gate = many(tmp_path / "library", 400), tmp_path / "gate"
    app = by_process(folder)
    app.background.build_command = held(folder, gate)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.state.build_progress == "reading 150 of 400", "reading")
        await pilot.press("F", *"number")
        await until(pilot, lambda: "reading 150 of 400" in said_of_search(app), "said")
        results = app.screen.query_one(ResultsList)
        await until(pilot, lambda: results.hit_target is not None, "something found")
        await pilot.press("down")
        chosen = row_of_hit(results)
        if is_left:
            await pilot.press("escape")
        gate.touch()
        await until(pilot, lambda: not app.state.build_progress, "all is read")
        if is_left:
            await pilot.press("F")
        await until(pilot, lambda: " 400 briefs" in said_of_search(app), "the rest is found")
        assert "reading" not in said_of_search(app)
        assert row_of_hit(results) == chosen


def row_of_hit(results: ResultsList) -> int | None:
    """Return the row of the brief of the chosen hit."""
    return results.hit_target and results.hit_target.row


def said_of_search(app: BriefingApp) -> str:
    """Return what stands above the hits, on one line. Empty: no search is open."""
    parts = app.screen.query("#said").results(Bar)
    return " ".join(" ".join(map(text_of, parts)).split())


async def test_the_reader_stops_the_reading_of_a_large_library_and_goes_on_with_it(tmp_path: Path) -> None:
    before = children(os.getpid())
    app = by_process(many(tmp_path, 40))
    app.background.build_command = slow()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "reading 150 of 400" in shown(app), "how far it is")
        (process,) = set(children(os.getpid())).difference(before)
        await pilot.press("X")
        await until(pilot, lambda: "stopped reading 150 of 400" in shown(app), "said so")
        await until(pilot, lambda: not is_alive(process), "the process has ended")
        await until(pilot, lambda: " not read" in shown(app), "how many are missing")
        assert app.state.brief_rows.brief_index.count_waiting() > 0
        app.background.build_command = None
        await pilot.press("R")
        await until(pilot, lambda: not app.state.brief_rows.brief_index.count_waiting(), "read")


async def test_a_row_of_which_only_the_head_is_known_says_so_until_the_brief_is_read(tmp_path: Path) -> None:
    folder = write_briefs(tmp_path, **{f"b{number}": brief(f"Brief {number}") for number in range(4)})
    app = by_process(folder)
    brief_index = app.state.brief_rows.brief_index
    scan_library(brief_index)
    waiting = brief_index.waiting(10)
    write_reads(brief_index.store, [read_head_for_index(one.row, one.entry) for one in waiting], last=True)
    row = waiting[2].row
    unknown, ellipsis = app.state.brief_rows.list_row(row), Look().signs.ellipsis
    assert (unknown.title, unknown.is_partial, problems_run(unknown, Look()).text) == ("Brief 2", True, ellipsis)
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await until(pilot, lambda: not app.state.brief_rows.list_row(row).is_partial, "read whole")
        assert app.state.build_progress == ""


async def test_with_nothing_to_stop_that_is_said(tmp_path: Path) -> None:
    app = cold(many(tmp_path, 3))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await pilot.press("X")
        assert "the library is not being read just now" in shown(app)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left_when_the_reader_is_ended(tmp_path: Path, end: signal.Signals) -> None:
    folder = many(tmp_path / "library", 310)
    with Terminal(Preloaded(folder), Size(80, 24), environment(tmp_path)) as terminal:
        terminal.until(lambda: bool(children(terminal.process.pid)), "a process that reads")
        processes = children(terminal.process.pid)
        terminal.send(end)
        assert terminal.until_ended() == 128 + end
    deadline = time.monotonic() + 10
    while any(map(is_alive, processes)):
        assert time.monotonic() < deadline, "a process is left"
        time.sleep(0.01)


def test_the_process_imports_nothing_from_the_folder_that_the_reader_stands_in(tmp_path: Path) -> None:
    for name in ("yaml.py", "sqlite3.py", "json.py", "briefing.py", "sitecustomize.py"):
        (tmp_path / name).write_text("import pathlib; pathlib.Path('planted').touch()")
    folder = many(tmp_path / "library", 3)
    done = subprocess.run(
        build_command(folder), cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=True
    )
    assert done.stdout.split(b"\n")[0].split() == [b"briefs", b"3", b"3"]
    assert not (tmp_path / "planted").exists()


def test_the_process_is_a_command_of_this_program(tmp_path: Path) -> None:
    *_, name, progress, path = build_command(Path("-odd\n\udcff"))
    arguments = parse_command_line([name, progress, path])
    assert (arguments.progress, arguments.folder) == (True, str(Path("-odd\n\udcff").absolute()))
    assert tmp_path.exists()


async def test_a_reader_that_leaves_wants_nothing_looked_at_any_more(tmp_path: Path) -> None:
    app = quick(reader(many(tmp_path, 3)))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        app.background.stop_library()
        (tmp_path / "new.yaml").write_text(SHORT.format(title="New"))
        await pilot.press("R", "J")
        await until(pilot, lambda: app.state.entry.id == "brief-0001", "the reader still turns")
    assert app.crash is None


async def test_what_another_program_writes_into_the_index_shows(tmp_path: Path) -> None:
    many(tmp_path, 5)
    app = quick(reader(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        app.sync.looks = 0
        other = open_indexed([tmp_path], os.environ).brief_index
        with other.store.writing() as connection:
            connection.execute("UPDATE brief SET title = 'By another' WHERE row = 2")
        await until(pilot, lambda: titles(app)[1] == "By another", "what the other wrote")
        assert app.sync.looks == 0
        other.store.close()


async def test_two_readers_of_one_library_both_follow_it(tmp_path: Path) -> None:
    many(tmp_path, 30)
    one, other = cold(tmp_path), cold(tmp_path)
    async with one.run_test(size=SIZE) as pilot, other.run_test(size=SIZE) as beside:
        for _ in range(2):
            await at_rest(pilot, one)
            await at_rest(beside, other)
        (tmp_path / "new.yaml").write_text(SHORT.format(title="New"))
        await until(pilot, lambda: titles(one)[-1] == "New", "the new one")
        await until(beside, lambda: titles(other)[-1] == "New", "the new one")
        (tmp_path / "new.yaml").unlink()
        await until(pilot, lambda: len(titles(one)) == 30, "gone")
        await until(beside, lambda: len(titles(other)) == 30, "gone")


async def test_while_another_program_writes_the_reader_waits_for_its_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.controllers.sync.follow._AGAIN", 0.02)
    many(tmp_path, 5)
    app = quick(reader(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        with locked(index_of(app)):
            (tmp_path / "new.yaml").write_text(SHORT.format(title="New"))
            await until(pilot, lambda: app.sync.looks > 2, "tried again")
            await pilot.press("J")
            assert app.state.entry.id == "brief-0001"
        await until(pilot, lambda: titles(app)[-1] == "New", "the new one")


def damage(path: Path) -> None:
    """Make every page of an index another, as a broken disk would."""
    for name in (path, path.with_name(path.name + "-wal")):
        if name.exists():
            name.write_bytes(b"\x1b[31mno index" * (max(1, name.stat().st_size) // 12 + 1))


@pytest.mark.parametrize("harm", [damage, Path.unlink], ids=["damaged", "removed"])
async def test_an_index_that_breaks_is_built_anew_and_the_reader_stays(tmp_path: Path, harm: object) -> None:
    write_briefs(tmp_path, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"))
    app = quick(reader(tmp_path))
    path = index_of(app)
    assert callable(harm)
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        await pilot.press("J", "1", "j", "j")
        await until(
            pilot, lambda: app.state.entry.id == "b" and app.item == Target(TargetKind.POINT, 2), "its third point"
        )
        place = app.reading_screen.panes["summary"].position
        harm(path)
        (tmp_path / "d.yaml").write_text(brief("Delta"))
        await until(pilot, lambda: "so it is rebuilt" in shown(app), "said so")
        await until(pilot, lambda: titles(app) == ["Alpha", "Beta", "Gamma", "Delta"], "all briefs")
        await at_rest(pilot, app)
        assert (app.state.entry.id, app.reading_screen.panes["summary"].position, app.reading_screen.library.index) == (
            "b",
            place,
            1,
        )
        await pilot.press("J")
        await until(pilot, lambda: app.state.entry.id == "c", "the next one")


def hits(app: BriefingApp) -> str:
    """Return the text of the hits that the search screen shows; nothing while it is closed."""
    return text_of(app.screen.query_one(ResultsList)) if app.screen.id == "search" else ""


def by_sql(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE items SET packed = x'00'",
        "UPDATE brief SET marking = CAST(x'1b5b33316d' AS TEXT)",
        "UPDATE brief SET file = CAST('../../etc/hostname.yaml' AS BLOB) WHERE row = 3",
        "DROP TABLE words",
    ],
)
async def test_damage_that_a_search_comes_upon_is_mended_and_the_search_goes_on(tmp_path: Path, sql: str) -> None:
    write_briefs(tmp_path, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"))
    app = quick(reader(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        by_sql(index_of(app), sql)
        await pilot.press("F", *"gamma")
        await until(pilot, lambda: bool(app.sync.old_stores), "rebuilt")
        await until(pilot, lambda: "Gamma" in hits(app), "found")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.entry.id == "c", "gone there")
        await until(pilot, lambda: titles(app) == ["Alpha", "Beta", "Gamma"], "all briefs")


async def test_a_row_that_is_damaged_is_not_what_the_reader_is_left_with(tmp_path: Path) -> None:
    write_briefs(tmp_path, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"))
    app = quick(reader(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await at_rest(pilot, app)
        by_sql(index_of(app), "UPDATE brief SET status = 'x'")
        app.state.brief_rows.forget()
        app.state.brief_rows._before.clear()  # noqa: SLF001 - as in a list that was never scrolled so far
        await pilot.press("J")
        await until(pilot, lambda: bool(app.sync.old_stores), "rebuilt")
        await until(pilot, lambda: app.state.entry.id in {"a", "b"} and app.state.reading.brief is not None, "a brief")
    assert app.crash is None


async def test_briefs_that_were_named_one_by_one_are_read_for_the_index_as_well(tmp_path: Path) -> None:
    many(tmp_path, 60)
    files = [tmp_path / f"brief-{number:04}.yaml" for number in range(60)]
    app = quick(BriefingApp(open_indexed(files, os.environ), Settings()))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: not app.state.brief_rows.brief_index.count_waiting(), "read")
        files[0].write_text(SHORT.format(title="Edited"))
        await until(pilot, lambda: titles(app)[0] == "Edited", "edited")


async def test_an_index_in_memory_is_filled_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    app = by_process(many(tmp_path / "library", 60))
    assert app.state.brief_rows.brief_index.store.path is None
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.state.is_known and not app.state.brief_rows.brief_index.count_waiting(), "read")
        assert len(titles(app)) == 60
