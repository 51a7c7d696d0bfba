"""The first frame: its colours, what becomes of keys that are typed at it, and a terminal that is given back."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.render.lines import Role
from briefing.tui.drawing.layout import Size
from briefing.tui.keys.actions import ACTIONS, Where
from briefing.tui.launch.draw import frame, text_styles_for
from briefing.tui.launch.preview import MOVES, TURNS
from briefing.tui.launch.type_ahead import TypedAhead
from briefing.tui.theme.colours import INK, roles, text_styles_of
from tests.support.app import brief, write
from tests.support.screen import Screen
from tests.support.terminal import ROOT, SAMPLES, Terminal, command, environment
from tests.support.terminal import Size as TerminalSize
from tests.tui.launch.test_frame_cache import TEXTUALS_FIRST

TRUE_COLOUR = {"COLORTERM": "truecolor"}


def test_every_cell_of_the_first_frame_is_drawn() -> None:
    drawn = frame({}, Size(7, 3), text_styles_of(INK))
    assert re.sub(r"\x1b\[[\d;]*[mH]", "", drawn) == " " * 21


def test_a_role_is_written_in_its_colour() -> None:
    assert roles(INK, INK.ground)[Role.ACCENT].colour == INK.accent


@pytest.mark.parametrize(
    ("theme", "variables", "is_coloured"),
    [
        pytest.param("ink", TRUE_COLOUR, True, id="usual"),
        pytest.param("paper", TRUE_COLOUR, True, id="paper"),
        pytest.param("nord", TRUE_COLOUR, True, id="theme-of-textual"),
        pytest.param("ansi", {}, True, id="the-terminals-own"),
        pytest.param("ink", {}, False, id="few-colours"),
        pytest.param("nonesuch", TRUE_COLOUR, False, id="no-theme"),
    ],
)
def test_the_first_frame_has_colours_where_they_are_sure(
    theme: str, variables: dict[str, str], *, is_coloured: bool
) -> None:
    assert (text_styles_for(theme, variables) is not None) == is_coloured


def test_keys_typed_at_the_first_frame_are_not_lost(tmp_path: Path) -> None:
    folder = write(tmp_path, a=brief("Alpha"), b=brief("Beta"))
    with Terminal(command(folder), TerminalSize(80, 24), environment(tmp_path)) as terminal:
        terminal.until_written(b"Point 1 of Alpha")
        assert TEXTUALS_FIRST not in terminal.written
        terminal.press("J")
        terminal.until_shown("Point 1 of Beta")


def indexed(folder: Path, home: Path) -> Path:
    """Index a library, as one finds it that has been here before."""
    subprocess.run(command("index", folder), env=environment(home), cwd=ROOT, check=True, capture_output=True)
    return folder


def test_a_key_that_turns_to_the_next_brief_does_not_wait_for_textual(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = indexed(write(tmp_path / "library", a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma")), tmp_path)
    with Terminal(command(folder), TerminalSize(120, 40), environment(tmp_path)) as terminal:
        terminal.press("JJK")
        for words in (b"Point 1 of Beta", b"2 of 3", b"Point 1 of Gamma", b"3 of 3"):
            terminal.until_written(words)
        assert TEXTUALS_FIRST not in terminal.written
        terminal.until_written(TEXTUALS_FIRST)
        terminal.settle(0.5)
        assert "Point 1 of Beta" in terminal.screen()
        terminal.press("[[")
        terminal.until_shown("Point 1 of Beta")
        terminal.until_shown("2 of 3")


def test_what_is_typed_behind_such_a_key_is_not_lost(tmp_path: Path) -> None:
    with Terminal(command(SAMPLES), TerminalSize(120, 40), environment(tmp_path)) as terminal:
        terminal.press("Jfbrid")
        terminal.until_shown("f brid")


def test_keys_are_kept_and_heard_until_one_comes_that_only_textual_knows() -> None:
    keyboard, typing = os.pipe()
    pressed: list[bytes] = []

    def press(key: bytes) -> bool:
        pressed.append(key)
        return key != b"x"

    typed = TypedAhead(keyboard, press, list[bool]().append)
    os.write(typing, b"JJKxJ")
    while len(pressed) < 4:
        time.sleep(0.001)
    os.write(typing, b"later")
    assert (typed.end(), typed.end()) == (b"JJKxJ", b"")
    assert pressed == [b"J", b"J", b"K", b"x"]
    assert os.read(keyboard, 99) == b"later"


def test_nothing_is_typed_at_a_terminal_that_has_gone() -> None:
    keyboard, typing = os.pipe()
    os.close(typing)
    assert TypedAhead(keyboard, lambda _: True, list[bool]().append).end() == b""


def test_the_keys_that_are_answered_before_textual_do_the_same_with_it() -> None:
    calls = {
        key: action.call
        for action in ACTIONS
        if action.where in {Where.SCREEN, Where.MOVE}
        for key in action.keys.split(",")
    }
    assert [calls[key.decode()] for key in TURNS] == [f"app.turn({step})" for step in TURNS.values()]
    names = ["space" if key == b" " else key.decode() for key in MOVES]
    assert [calls[name] for name in names] == ["down", "up", "page(1)", "page(-1)", "start", "end"]


def test_a_key_that_moves_is_not_lost_before_textual_has_given_any_part_the_focus(tmp_path: Path) -> None:
    folder = indexed(write(tmp_path, a=brief("Alpha")), tmp_path)
    with Terminal(command(folder), TerminalSize(120, 40), environment(tmp_path)) as terminal:
        terminal.until_written(b"Point 1 of Alpha")
        terminal.press("j")
        terminal.until_written(b"point 2 of")
        assert TEXTUALS_FIRST not in terminal.written
        terminal.until_written(TEXTUALS_FIRST)
        terminal.settle(0.5)
        assert "point 2 of" in terminal.screen()


def test_the_filter_opens_before_textual_which_finds_what_was_typed(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = indexed(write(tmp_path / "library", a=brief("Alpha"), b=brief("Beta")), tmp_path)
    with Terminal(
        [sys.executable, "-m", "briefing", str(folder)], TerminalSize(120, 40), environment(tmp_path)
    ) as terminal:
        terminal.until_written(b"Point 1 of Alpha")
        terminal.press("fBet")
        terminal.until_shown("Point 1 of Beta")
        terminal.settle(0.5)
        assert "f Bet▏" in terminal.screen()
        screen = Screen(120, 40)
        screen.feed(bytes(terminal.written.partition(TEXTUALS_FIRST)[0]))
        assert "f Bet▏" in screen.lines()[2]
        assert "all briefs" in screen.lines()[39]


def test_the_page_of_keys_opens_before_textual_which_shows_the_same_page(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = indexed(write(tmp_path / "library", a=brief("Alpha"), b=brief("Beta")), tmp_path)
    program = [sys.executable, "-m", "briefing", str(folder)]
    with Terminal(program, TerminalSize(120, 40), environment(tmp_path)) as terminal:
        terminal.until_written(b"Point 1 of Alpha")
        terminal.press("?j")
        terminal.until_written(TEXTUALS_FIRST)
        terminal.settle(0.5)
        screen = Screen(120, 40)
        screen.feed(bytes(terminal.written.partition(TEXTUALS_FIRST)[0]))
        page = [line[18:102].rstrip() for line in screen.lines()[2:38]]
        assert "KEYS: SUMMARY" in screen.lines()[1]
        assert page == [line.ljust(120)[18:102].rstrip() for line in terminal.screen().split("\n")[2:38]]
        assert "esc close" in screen.lines()[39]
        assert "close" in terminal.screen().split("\n")[39]
        assert "brief" not in terminal.screen().split("\n")[39], "the keys of the screen below"


def test_a_signal_at_the_first_frame_gives_the_terminal_back(tmp_path: Path) -> None:
    with Terminal(command(SAMPLES), TerminalSize(80, 24), environment(tmp_path)) as terminal:
        terminal.until_written(b"\x1b[?1049h")
        terminal.send(signal.SIGTERM)
        assert terminal.until_ended() == 143
        assert terminal.attributes() == terminal.attributes_before
        assert 1049 not in terminal.modes_left_on()


_SIGNALLED_WHERE_EXCEPTIONS_ARE_LOST = """
import os, signal, sys, time
from briefing.tui.terminal.session import TERMINAL

class Last:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0)

TERMINAL.draw("A frame")
Last()
time.sleep(60)
"""


def test_a_signal_is_not_lost_where_python_ignores_exceptions(tmp_path: Path) -> None:
    program = [sys.executable, "-c", _SIGNALLED_WHERE_EXCEPTIONS_ARE_LOST, str(SAMPLES)]
    with Terminal(program, TerminalSize(80, 24), environment(tmp_path)) as terminal:
        assert terminal.until_ended() == 143
        assert terminal.attributes() == terminal.attributes_before
        assert 1049 not in terminal.modes_left_on()


def test_a_field_that_was_opened_during_the_start_goes_on_listening(tmp_path: Path) -> None:
    with Terminal(command(SAMPLES), TerminalSize(120, 40), environment(tmp_path)) as terminal:
        terminal.until_written(b"Satellite")
        terminal.press("fbrid")
        terminal.until_shown("f brid")
        terminal.settle(0.5)
        terminal.press("ge")
        terminal.until_shown("f bridge")


_LOADED = """
import sys
import briefing.cli.commands.open, briefing.tui.run, briefing.tui.launch.preview, briefing.tui.theme.textual_colours
import briefing.render.panes.figures, briefing.render.panes.sources, briefing.render.panes.timeline
import briefing.render.pages.problems, briefing.render.pages.search_results
late = ("textual", "rich", "asyncio", "briefing.library.index.search.search", "briefing.diff")
print(*(name for name in late if name in sys.modules))
"""


def test_until_the_first_frame_neither_textual_is_loaded_nor_what_finds_and_compares() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []


_AFTER_TEXTUAL = """
import sys
import briefing.tui.run, briefing.tui.app
late = (
    "briefing.evidence.check", "briefing.library.index.build.source_texts", "briefing.base.process_pool",
    "briefing.render.pages.dependents", "briefing.render.pages.help", "briefing.render.pages.piped",
    "briefing.render.pages.problems", "briefing.tui.screens.menu", "briefing.tui.screens.page",
    "briefing.tui.screens.question", "briefing.tui.screens.search", "briefing.query.parser",
)
print(*(name for name in late if name in sys.modules))
"""


def test_the_app_loads_no_page_menu_or_search_before_it_draws_and_nothing_that_reads_saved_texts() -> None:
    done = subprocess.run([sys.executable, "-c", _AFTER_TEXTUAL], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []


_UNTIL_THE_FIRST_PANE = """
import os, sys
from briefing.cli import main
from briefing.tui.terminal.session import TERMINAL

LATE = (
    "briefing.format.parse.head", "briefing.library.marks.mark", "briefing.library.marks.renames",
    "briefing.library.marks.undo_log", "briefing.render.parts.readout", "briefing.tui.drawing.key_groups",
    "briefing.tui.keys.actions", "briefing.tui.launch.type_ahead", "select",
)

def draw(frame):
    os.write(1, f"loaded: {[late for late in LATE if late in sys.modules]}, ended".encode())
    os._exit(0)

TERMINAL.draw = draw
main()
"""


def test_the_pane_that_is_drawn_first_waits_for_nothing_that_is_needed_later(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = indexed(write(tmp_path / "library", a=brief("Alpha")), tmp_path)
    program = [sys.executable, "-c", _UNTIL_THE_FIRST_PANE, str(folder)]
    with Terminal(program, TerminalSize(120, 40), environment(tmp_path)) as terminal:
        terminal.until_written(b"ended")
        assert b"loaded: [], ended" in terminal.written


_UNTIL_THE_FIRST_FRAME = """
import atexit, gc, os, sys
from briefing.cli import main

LATE = (
    "argparse", "asyncio", "briefing.cli.command_table", "briefing.evidence.check", "briefing.library.index.record",
    "briefing.library.index.write", "briefing.query", "briefing.render.pages", "briefing.render.text.find",
    "briefing.settings.file", "briefing.tui.data.query_highlights", "concurrent", "dataclasses", "inspect", "logging",
    "tempfile", "yaml.loader",
)

class AfterTheFrame:
    def find_spec(self, name, path=None, target=None):
        if name == "briefing.tui.app":
            loaded = [late for late in LATE if late in sys.modules]
            os.write(1, f"loaded: {loaded}, collections: {len(collections)}, ended".encode())
            os._exit(0)

collections = []
gc.callbacks.append(lambda phase, about: collections.append(about) if gc.get_threshold()[0] > 700 else None)
sys.meta_path.insert(0, AfterTheFrame())
main()
"""


def test_a_start_loads_nothing_for_its_first_frame_that_it_does_not_need_and_collects_no_garbage(
    tmp_path: Path,
) -> None:
    program = [sys.executable, "-c", _UNTIL_THE_FIRST_FRAME]
    written = b"['briefing.library.index.record', 'briefing.library.index.write', 'tempfile']"
    for loaded in (written, b"[]"):  # the first start creates the index, in a file of a new name
        with Terminal(program, TerminalSize(120, 40), environment(tmp_path)) as terminal:
            terminal.until_written(b"ended")
            assert b"loaded: %s, collections: 0, ended" % loaded in terminal.written


UNTIL_DRAWN = """
import os, sys
from briefing.tui.terminal.session import TerminalSession
def draw(self, text):
    with open(os.environ["LOADED"], "w") as file:
        file.write(" ".join(sys.modules))
    os._exit(0)
TerminalSession.draw = draw
from briefing.cli import main
sys.exit(main())
"""


def modules_of_the_first_frame(folder: Path, home: Path) -> set[str]:
    """Return the modules that a start in a library has loaded when it draws the pane that is read."""
    names = home / "modules"
    program = [sys.executable, "-c", UNTIL_DRAWN, str(folder)]
    with Terminal(program, TerminalSize(120, 40), environment(home, LOADED=str(names))) as terminal:
        terminal.until_ended()
    return set(names.read_text(encoding="utf-8").split())


def test_the_pane_that_is_read_is_drawn_before_what_is_beside_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = indexed(write(tmp_path / "library", a=brief("Alpha"), b=brief("Beta")), tmp_path)
    loaded = modules_of_the_first_frame(folder, tmp_path)
    assert "briefing.render.panes.summary" in loaded
    panes = {"briefing.render.panes.figures", "briefing.render.panes.timeline"}
    of_list = {"briefing.render.parts.list_row", "briefing.tui.drawing.list_lines", "briefing.tui.launch.list_frame"}
    of_checks = {"briefing.render.cited", "briefing.render.parts.verdict_words", "briefing.evidence.codes"}
    assert loaded.isdisjoint(panes | of_list | of_checks | {"typing", "threading"})


def test_the_first_frame_needs_no_openssl(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = indexed(write(tmp_path / "library", a=brief("Alpha")), tmp_path)
    assert modules_of_the_first_frame(folder, tmp_path).isdisjoint({"hashlib", "_hashlib", "ssl"})
