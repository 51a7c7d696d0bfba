"""`briefing pick` in a real terminal: the list is drawn there, and the path goes where the output goes."""

from __future__ import annotations

import os
import shlex
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.app import brief, write
from tests.support.terminal import ROOT, Preloaded, Size, Terminal, command, environment

SIZE = Size(60, 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "briefs"
    home.mkdir()
    return write(home, a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"))


def picked(
    home: Path, arguments: Sequence[str | Path], *keys: tuple[str, str], here: Path = ROOT, code: int = 0
) -> tuple[bytes, str]:
    """Press keys once the words before them are shown; return what was printed to a file, and the last screen."""
    output = home / "output"
    program = Preloaded("pick", *arguments, folder=here, output=output)
    with Terminal(program, SIZE, environment(home)) as terminal:
        for words, typed in keys:
            terminal.until_shown(words)
            terminal.press(typed)
        assert terminal.until_ended() == code
        assert 1049 not in terminal.modes_left_on()
        assert terminal.attributes() == terminal.attributes_before
        return output.read_bytes(), terminal.screen()


def test_enter_prints_the_path_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    output, _ = picked(tmp_path, [folder], ("Gamma", "gam\r"))  # enter waits for what is found
    assert output == os.fsencode(folder / "c.yaml") + b"\n"


def test_a_query_is_typed_already_and_the_list_is_moved_in(folder: Path, tmp_path: Path) -> None:
    output, _ = picked(
        tmp_path, ["title:a", "or", "beta", folder], ("beta▏ 2 TLP:GREEN ▌● Alpha", "\x1b[B"), ("▌● Beta", "\r")
    )
    assert output == os.fsencode(folder / "b.yaml") + b"\n"


def test_words_are_found_in_everything_that_a_brief_says(folder: Path, tmp_path: Path) -> None:
    (folder / "b.yaml").write_text(brief("Beta").replace("The treaty", "The armistice"))
    output, _ = picked(tmp_path, [folder], ("Gamma", "armistice\r"))
    assert output == os.fsencode(folder / "b.yaml") + b"\n"


@pytest.mark.parametrize("keys", ["\x1b", "\tq", "\x03"], ids=["escape", "q-in-the-list", "ctrl-c"])
def test_who_picks_nothing_prints_nothing(folder: Path, tmp_path: Path, keys: str) -> None:
    output, _ = picked(tmp_path, [folder], ("Gamma", keys), code=1)
    assert output == b""


def test_a_name_that_is_no_text_is_printed_byte_by_byte(folder: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"z\xff\x1b[31m\n.yaml")
    (folder / name).write_text(brief("Omega"))
    output, _ = picked(tmp_path, [folder], ("Omega", "omega"), ("▌● Omega", "\r"))
    assert output == os.fsencode(folder / name) + b"\n"


def test_a_path_may_end_with_a_nul(folder: Path, tmp_path: Path) -> None:
    output, _ = picked(tmp_path, ["-0", folder], ("Gamma", "\r"))
    assert output == os.fsencode(folder / "a.yaml") + b"\0"


def test_what_is_printed_to_a_terminal_is_made_safe_there(tmp_path: Path) -> None:
    (tmp_path / "+\x1b]0;owned\x07\n\u202e.yaml").write_text(brief("Omega"))
    with Terminal(Preloaded("pick", folder=tmp_path), SIZE, environment(tmp_path)) as terminal:
        terminal.until_shown("Omega")
        terminal.press("\r")
        assert terminal.until_ended() == 0
        assert b"./+\\x1b]0;owned\\x07\\n\\u202e.yaml\r\n" in terminal.written
        assert b"\x1b]0;" not in terminal.written


def test_an_editor_gets_a_file_and_no_command(tmp_path: Path) -> None:
    (tmp_path / "+silent !touch owned.yaml").write_text(brief("Omega"))
    line = f'cd "$1"; printf %s "$({shlex.join(command("pick"))})" > picked; echo "ended with $?"'
    with Terminal(["sh", "-c", line, "sh", str(tmp_path)], SIZE, environment(tmp_path)) as terminal:
        terminal.until_shown("Omega")
        terminal.press("\r")
        terminal.until_shown("ended with 0")
    assert (tmp_path / "picked").read_text() == "./+silent !touch owned.yaml"


def test_the_samples_are_named_where_nothing_else_is_found(tmp_path: Path) -> None:
    output, _ = picked(tmp_path, [], ("samples: ▏", "bridge\r"), here=tmp_path)
    assert output.endswith(b"/bridge.yaml\n")


def test_enter_waits_for_briefs_that_are_still_to_be_indexed(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    folder = write(tmp_path / "home", **{f"b{number}": brief("Alpha") for number in range(200)}, z=brief("Omega"))
    output, _ = picked(tmp_path, [folder], ("▏", "omega\r"))
    assert output == os.fsencode(folder / "z.yaml") + b"\n"


def test_a_name_like_an_option_is_printed_as_a_path(tmp_path: Path) -> None:
    (tmp_path / "-x.yaml").write_text(brief("Omega"))
    output, _ = picked(tmp_path, [], ("Omega", "\r"), here=tmp_path)
    assert output == b"./-x.yaml\n"


def test_keys_come_from_the_terminal_when_standard_input_is_something_else(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    line = f'echo no keys | {shlex.join(command("pick", folder))} > "$OUTPUT"; echo "ended with $?"'
    with Terminal(["sh", "-c", line], SIZE, environment(tmp_path, OUTPUT=str(output))) as terminal:
        terminal.until_shown("Gamma")
        terminal.press("\r")
        terminal.until_shown("ended with 0")
        terminal.until_ended()
        assert 1049 not in terminal.modes_left_on()
        assert terminal.attributes() == terminal.attributes_before
    assert output.read_bytes() == os.fsencode(folder / "a.yaml") + b"\n"


def test_a_mistake_in_the_query_is_said_and_can_be_mended(folder: Path, tmp_path: Path) -> None:
    keys = (("did you mean", "\x15"), ("Beta", "\r"))
    output, _ = picked(tmp_path, ["tga:x", folder], *keys)
    assert output == os.fsencode(folder / "a.yaml") + b"\n"


def test_without_a_terminal_it_says_so(folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        command("pick", folder),
        cwd=ROOT,
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=20,
        start_new_session=True,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"pick needs a terminal" in done.stderr
    assert b"\x1b" not in done.stderr


def test_a_dumb_terminal_is_none(folder: Path, tmp_path: Path) -> None:
    with Terminal(Preloaded("pick", folder), SIZE, environment(tmp_path, TERM="dumb")) as terminal:
        assert terminal.until_ended() == 2
        assert b"pick needs a terminal" in terminal.written


def test_an_index_that_is_damaged_is_built_anew_and_said(folder: Path, tmp_path: Path) -> None:
    picked(tmp_path, [folder], ("Gamma", "\x1b"), code=1)
    (index,) = (tmp_path / "cache" / "briefing").glob("index-*.sqlite")
    with closing(sqlite3.connect(index, isolation_level=None)) as connection:
        connection.execute("UPDATE brief SET marking = x'1b'")
    (folder / "b.yaml").write_text(brief("Delta"))
    output, screen = picked(tmp_path, [folder], ("Delta", "gam"), ("gam▏ 1", "\r"))
    assert output == os.fsencode(folder / "c.yaml") + b"\n"
    assert "briefing: the index was damaged, so it is rebuilt" in " ".join(screen.split())
