"""The kept frame: cell by cell what Textual draws first, and nothing where it might not be."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from pyte.screens import Char
from textual._compositor import Compositor, LayoutUpdate
from textual.theme import BUILTIN_THEMES

from briefing.library.index.scan.full import scan_library
from briefing.library.open import open_indexed
from briefing.tui.launch.frame_cache import FILES_KNOWN, FRAMES_KEPT, frame_key, is_a_frame, keep_frame, kept_frame
from briefing.tui.theme.choice import THEMES
from tests.support.app import SIZES, brief, reader, until, write
from tests.support.screen import Screen
from tests.support.terminal import SAMPLES, Size, Terminal, command, environment
from tests.tui.launch.first_frames import differing

TEXTUALS_FIRST = b"\x1b[?1004h"
"""Textual asks to be told of the focus as soon as it has the terminal."""
PAINTED = b"\x1b[1;1H"
"""Where Textual leaves the cursor after each paint."""
KEPT = "\x1b[1;1H\x1b[1;38;2;1;2;3mA kept frame\x1b[0m"


class Starts(NamedTuple):
    """What two starts wrote that followed one another, and the size of their terminal."""

    size: Size
    first: bytes
    second: bytes


def frames(cache: Path) -> list[Path]:
    return list(cache.glob("briefing/frames/[!.]*"))


def start(folder: Path, size: Size, *arguments: str) -> bytes:
    """Start the reader on a library, let it come to rest, end it, and return what it wrote: a frame is kept then."""
    with Terminal(command(folder / "library", *arguments), size, environment(folder)) as terminal:
        terminal.until_written(TEXTUALS_FIRST)
        terminal.until(lambda: terminal.written.partition(TEXTUALS_FIRST)[2].count(PAINTED) > 1, "a frame of Textual")
        terminal.settle(0.3)
        terminal.press("q")
        assert terminal.until_ended() == 0
    at_size = f"{size.columns}, {size.rows}"
    assert any(at_size in path.read_text() for path in frames(folder / "cache"))
    return bytes(terminal.written)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module", params=SIZES)
def starts(request: pytest.FixtureRequest, folder: Path) -> Starts:
    size = Size(*request.param)
    return Starts(size, start(folder, size), start(folder, size))


def library(folder: Path) -> Path:
    """Write a library of two briefs that are a while old: of a file that is just written nobody knows what was read."""
    (folder / "library").mkdir()
    write(folder / "library", a=brief("Alpha"), b=brief("Beta"))
    for path in (*(folder / "library").iterdir(), folder / "library", folder):
        os.utime(path, (1, 1))
    opened = open_indexed([folder / "library"], environment(folder))
    scan_library(opened.brief_index)  # a list that becomes another in the first seconds is not kept
    opened.brief_index.store.close()
    return folder


def cells(written: bytes, size: Size) -> list[Char]:
    """Return every cell of the screen that output makes: its sign, colours and weight."""
    screen = Screen(*size)
    screen.feed(written)
    return [cell for y in range(size.rows) for cell in screen.row(y)]


def test_a_second_start_draws_at_once_what_textual_draws_first_cell_by_cell(starts: Starts) -> None:
    before, _, after = starts.second.partition(TEXTUALS_FIRST)
    queries, painted, rest = after.partition(PAINTED)
    first, ended, _ = rest.partition(PAINTED)
    kept = cells(before, starts.size)
    assert kept == cells(before + TEXTUALS_FIRST + queries + painted + first + ended, starts.size)
    assert any(cell.data.strip() for cell in kept)


def test_a_first_start_draws_what_textual_draws_first_as_well(starts: Starts) -> None:
    before, _, after = starts.first.partition(TEXTUALS_FIRST)
    queries, painted, rest = after.partition(PAINTED)
    first, ended, _ = rest.partition(PAINTED)
    whole = before + TEXTUALS_FIRST + queries + painted + first + ended
    assert differing(before.decode(), whole.decode(), starts.size) == []
    assert " ".join("keys") in " ".join(cell.data for cell in cells(before, starts.size))


def test_the_alternate_screen_is_entered_and_left_once(starts: Starts) -> None:
    for written in (starts.first, starts.second):
        assert written.count(b"\x1b[?1049h") == written.count(b"\x1b[?1049l") == 1


async def test_in_every_theme_the_frame_that_is_kept_is_the_one_on_the_screen(tmp_path: Path) -> None:
    size = Size(80, 24)
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "the evidence")
        for theme in sorted({*THEMES, *BUILTIN_THEMES}):
            app.themes.wear(theme)
            await pilot.pause()
            own = app.reading_screen._compositor.render_full_update().render_segments(app.console)  # noqa: SLF001 - to compare
            own, drawn = own.replace("\n", ""), app.drawn()
            assert drawn == own or cells(drawn.encode(), size) == cells(own.encode(), size), theme
            assert is_a_frame(drawn)


def test_textual_still_draws_by_these_names() -> None:
    assert callable(Compositor.render_full_update)
    assert callable(LayoutUpdate.render_segments)
    assert Compositor()._dirty_regions == set()  # noqa: SLF001 - this is the canary


_IMPORTED = """
import sys
sys.argv = ["briefing"]
before = set(sys.modules)
import briefing.tui.launch.frame_cache
print(*sorted(name for name in set(sys.modules) - before))
"""


def test_a_frame_is_drawn_before_anything_is_imported_that_takes_long() -> None:
    done = subprocess.run([sys.executable, "-S", "-c", _IMPORTED], capture_output=True, check=True, cwd=SAMPLES.parent)
    names = set(done.stdout.decode().split())
    packages = {"briefing", "briefing.tui", "briefing.tui.terminal", "briefing.tui.launch"}
    ours = packages | {"briefing.tui.terminal.session", "briefing.tui.launch.frame_cache", "briefing.tui.file_state"}
    assert {name for name in names if name.startswith("briefing")} == ours
    assert names.isdisjoint(
        {"typing", "pathlib", "argparse", "sqlite3", "json", "yaml", "rich", "textual", "dataclasses"}
    )


def test_keys_typed_at_a_kept_frame_are_not_lost(folder: Path) -> None:
    with Terminal(command(folder / "library"), Size(80, 24), environment(folder)) as terminal:
        terminal.until_written(b"keys")
        assert TEXTUALS_FIRST not in terminal.written
        terminal.press("J")
        terminal.until_shown("Point 1 of Beta")


def test_a_signal_at_a_kept_frame_gives_the_terminal_back(folder: Path) -> None:
    with Terminal(command(folder / "library"), Size(80, 24), environment(folder)) as terminal:
        terminal.until_written(b"\x1b[?1049h")
        terminal.send(signal.SIGTERM)
        assert terminal.until_ended() == 143
        assert terminal.attributes() == terminal.attributes_before
        assert 1049 not in terminal.modes_left_on()


# what is kept, and what is not taken


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "TERM": "xterm"}


def cache(variables: dict[str, str]) -> Path:
    return Path(variables["HOME"], ".cache")


def test_a_frame_comes_back_as_it_was_kept(variables: dict[str, str], tmp_path: Path) -> None:
    name = tmp_path / "it's \\ “brief”\n\udc80.yaml"
    name.write_text("x")
    assert keep_frame("key", variables, [str(name)], KEPT)
    assert kept_frame("key", variables) == KEPT
    assert [path.stat().st_mode & 0o777 for path in frames(cache(variables))] == [0o600]
    name.write_text("xy")
    assert kept_frame("key", variables) is None


@pytest.mark.parametrize(
    "changes",
    [{"NO_COLOR": "1"}, {"TERM": "linux"}, {"LC_ALL": "C"}, {"BRIEFING_LIBRARY": "/x"}, {"COLORTERM": "truecolor"}],
    ids=lambda changes: next(iter(changes)),
)
def test_a_frame_is_for_one_environment(changes: dict[str, str], variables: dict[str, str]) -> None:
    assert frame_key([], variables, (80, 24)) != frame_key([], {**variables, **changes}, (80, 24))


def test_a_frame_is_for_one_size_and_one_command_line(variables: dict[str, str]) -> None:
    keys = {frame_key(arguments, variables, size) for arguments in ([], ["a"]) for size in ((80, 24), (80, 25))}
    assert len(keys) == 4
    assert frame_key([], {**variables, "EDITOR": "vi"}, (80, 24)) in keys


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data + b"\x1b]0;title\x07", id="title"),
        pytest.param(lambda data: data + b"\x1b[2J", id="clears"),
        pytest.param(lambda data: data + b"\x1b[?1049l", id="mode"),
        pytest.param(lambda data: data + b"\x1b", id="cut"),
        pytest.param(lambda data: data + "\x9b2J".encode(), id="c1"),
        pytest.param(lambda data: data + b"\n", id="control"),
        pytest.param(lambda data: data + b"\xff", id="not-utf8"),
        pytest.param(lambda data: data[::-1], id="reversed"),
        pytest.param(lambda data: data[:0], id="empty"),
        pytest.param(lambda data: data.replace(b"key", b"yek"), id="of-another-start"),
    ],
)
def test_a_damaged_frame_is_not_drawn(damage: object, variables: dict[str, str]) -> None:
    assert callable(damage)
    keep_frame("key", variables, [], KEPT)
    (path,) = frames(cache(variables))
    path.write_bytes(damage(path.read_bytes()))
    try:
        assert kept_frame("key", variables) is None
    except ValueError:
        assert True


@pytest.mark.parametrize("mode", [0o620, 0o602], ids=oct)
def test_a_frame_that_others_may_write_is_not_drawn(mode: int, variables: dict[str, str]) -> None:
    keep_frame("key", variables, [], KEPT)
    frames(cache(variables))[0].chmod(mode)
    with pytest.raises(ValueError, match="frames"):
        kept_frame("key", variables)


def test_a_frame_with_a_control_is_not_kept(variables: dict[str, str]) -> None:
    assert not keep_frame("key", variables, [], "\x1b]52;c;eA==\x07")
    assert not keep_frame("key", variables, map(str, range(FILES_KNOWN + 1)), KEPT)


def test_so_many_frames_are_kept_and_no_more(variables: dict[str, str]) -> None:
    for number in range(FRAMES_KEPT + 3):
        keep_frame(f"key {number}", variables, [], KEPT)
    assert len(frames(cache(variables))) == FRAMES_KEPT
    assert kept_frame(f"key {FRAMES_KEPT + 2}", variables) == KEPT


def test_nothing_is_kept_where_nothing_can_be_written(variables: dict[str, str]) -> None:
    Path(variables["HOME"], ".cache").write_text("a file where the folder should be")
    assert not keep_frame("key", variables, [], KEPT)
    assert not keep_frame("key", {}, [], KEPT)
    assert kept_frame("key", {}) is None


def test_a_changed_brief_is_set_anew(folder: Path) -> None:
    size = Size(80, 24)
    (folder / "library" / "a.yaml").write_text(brief("Gamma"))
    written = start(folder, size)
    assert b"Point 1 of Alpha" not in written
    assert b"Point 1 of Gamma" in written.partition(TEXTUALS_FIRST)[0]
