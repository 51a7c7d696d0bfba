"""What the terminal is told beside the text: addresses that it opens, and the title of its window. Both are safe."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from briefing.format.model import Brief
from briefing.format.parse import read_brief_text
from briefing.library.entries import Entry
from briefing.render.lines import Run, linkable
from briefing.render.sheet_builder import crop_line
from briefing.render.text.wrap import fill
from briefing.tui.drawing.window_title import window_title
from briefing.tui.terminal.session import TerminalSession, TerminalUser
from tests.support.app import brief, reader, text_of, until, write
from tests.support.terminal import ROOT, Size, Terminal, command, environment

ADDRESS = "https://example.org/bridge"
LINK = re.compile(rb"\x1b\]8;([^;]*);([^\x1b\x07]*)\x1b\\")
HOSTILE = [
    pytest.param("javascript:alert(1)", id="script"),
    pytest.param("file:///etc/passwd", id="file"),
    pytest.param("https://a.org/\x1b\\\x1b]52;c;x\x07", id="escape"),
    pytest.param("https://a.org/\x9c", id="c1"),
    pytest.param("https://a.org/ -flag", id="space"),
    pytest.param("https://a.org/\u202egro", id="direction"),
    pytest.param("https://b\u00fccher.example/", id="other-letters"),
    pytest.param("https://a.org/" + "a" * 5000, id="long"),
    pytest.param("HTTPS://a.org", id="capitals"),
    pytest.param("https://", id="empty"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("address", HOSTILE)
def test_a_terminal_is_given_no_address_that_could_do_harm(address: str) -> None:
    assert not linkable(address)
    assert Run("here", link=address).link is None


@pytest.mark.parametrize("address", [ADDRESS, "http://[::1]:80/?q=a;b#c", "mailto:press@example.org"])
def test_an_address_is_one_link_in_all_lines_it_is_broken_over(address: str) -> None:
    assert linkable(address)
    lines = fill((Run(address, link=address),), 12)
    assert len(lines) > 1
    assert {run.link for line in lines for run in line if run.text.strip()} == {address}
    assert crop_line(lines[0], 5)[0].link == address


def shown(folder: Path, *options: str, **changes: str) -> bytes:
    with Terminal(command("show", *options, folder), Size(80, 24), environment(folder, **changes)) as terminal:
        terminal.until_written(b"When work begins")
        assert terminal.until_ended() == 0
        return bytes(terminal.written)


def test_show_links_addresses_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    folder = write(tmp_path, a=brief("Alpha"))
    assert {address for _, address in LINK.findall(shown(folder))} == {ADDRESS.encode(), b""}
    assert {address for _, address in LINK.findall(shown(folder, "--no-color"))} == {ADDRESS.encode(), b""}
    for plain in (
        shown(folder, "--plain"),
        shown(folder, TERM="dumb"),
        shown(folder, TERM="linux"),
        subprocess.run(
            command("show", folder), env=environment(folder), cwd=ROOT, check=True, capture_output=True
        ).stdout,
    ):
        assert ADDRESS.encode() in plain
        assert b"\x1b]8" not in plain


async def test_the_reader_links_the_address_of_a_source(tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=brief("Alpha")))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "z")
        pane = app.reading_screen.panes["sources"]
        await until(pilot, lambda: "example.org/bridge" in text_of(pane), "the address")
        styles = [segment.style for y in range(pane.rows) for segment in pane.strip_at(y) if segment.style]
        assert {style.link for style in styles if style.link} == {ADDRESS}
        assert "\x1b]8" not in app.drawn()


def of(text: str) -> Brief | None:
    return read_brief_text(text, Path("a.yaml")).brief


def test_the_title_says_the_marking_first_and_nothing_unsafe() -> None:
    entry = Entry("a\x1b]", "a.yaml", Path())
    good = of(brief("Talks"))
    assert good is not None
    assert window_title(entry, good) == "TLP:GREEN Talks - briefing"
    assert window_title(entry, None) == "a\\x1b] - briefing"
    hostile = of(brief('"\\e]0;x\\a \\u202e" #').replace("Point", "P"))
    assert hostile is None or window_title(entry, hostile).isprintable()


def test_the_title_is_saved_once_and_given_back() -> None:
    written: list[str] = []
    session = TerminalSession()
    session._app = TerminalUser(written.append, written.append, lambda: None, lambda _: None)  # noqa: SLF001 - without a terminal
    session._attributes = []  # noqa: SLF001
    for title in ("A\x1b]0;x\x07\x9c", "A\x1b]0;x\x07\x9c", "B", "C" * 999):
        session.name(title)
    assert written[0] == "\x1b[22;2t\x1b]2;A]0;x\x1b\\"
    assert written[1:] == ["\x1b]2;B\x1b\\", f"\x1b]2;{'C' * 200}\x1b\\"]


def test_the_window_has_the_title_of_the_brief_until_the_reader_leaves(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = write(tmp_path / "library", a=brief("Alpha"), b=brief("Beta"))
    with Terminal(command(folder), Size(80, 24), environment(tmp_path)) as terminal:
        terminal.until_written(b"\x1b]2;TLP:GREEN Alpha - briefing\x1b\\")
        terminal.press("J")
        terminal.until_written(b"\x1b]2;TLP:GREEN Beta - briefing\x1b\\")
        terminal.press("q")
        assert terminal.until_ended() == 0
        assert terminal.written.count(b"\x1b[22;2t") == terminal.written.count(b"\x1b[23;2t") == 1
        assert terminal.written.rindex(b"\x1b]2;\x1b\\\x1b[23;2t") > terminal.written.rindex(b"Beta")
