"""The brief kept as it was parsed: it is used while its file is the same, and without a kept frame only."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from briefing.library.briefs import open_library
from briefing.tui.launch.brief_cache import keep_brief, kept_reading, parsed_brief
from tests.support.app import brief, write
from tests.support.terminal import Size, Terminal, environment
from tests.tui.launch.test_draw import UNTIL_DRAWN
from tests.tui.launch.test_frame_cache import PAINTED, TEXTUALS_FIRST, library


class Kept:
    """A brief of a library, kept."""

    def __init__(self, folder: Path, text: str) -> None:
        self.environment = environment(folder)
        (folder / "library").mkdir()
        self.library = open_library([write(folder / "library", a=text)])
        self.entry = self.library.entries[0]
        self.parsed = parsed_brief(self.library, self.entry)
        self.is_kept = self.parsed is not None and keep_brief(self.parsed, self.environment)

    @property
    def file(self) -> Path:
        """What is kept."""
        (found,) = Path(self.environment["XDG_CACHE_HOME"]).glob("briefing/briefs/*")
        return found

    def is_found(self) -> bool:
        return kept_reading(self.entry, self.environment) is not None


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path, brief("Alpha"))


def test_what_is_kept_is_what_was_read(kept: Kept) -> None:
    assert kept_reading(kept.entry, kept.environment) == kept.library.read(kept.entry)


def test_a_brief_that_was_edited_is_parsed_again(kept: Kept) -> None:
    kept.entry.path.write_text(brief("Beta"), encoding="utf-8")
    assert not kept.is_found()


def test_a_brief_that_was_edited_while_it_was_read_is_not_found(tmp_path: Path) -> None:
    kept = Kept(tmp_path, brief("Alpha"))
    assert kept.parsed is not None
    before = kept.entry.path.stat()
    kept.entry.path.write_text(brief("Omega"), encoding="utf-8")  # as long as the other
    os.utime(kept.entry.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    keep_brief(kept.parsed, kept.environment)
    assert not kept.is_found()


def test_a_brief_with_problems_is_parsed_at_each_start(tmp_path: Path) -> None:
    assert not Kept(tmp_path, f"{brief('Alpha')}\nnonesuch: 1\n").is_kept


@pytest.mark.parametrize("at", range(-40, 0, 8))
def test_a_damaged_file_is_as_none(kept: Kept, at: int) -> None:
    data = bytearray(kept.file.read_bytes())
    data[at] ^= 1
    kept.file.write_bytes(data)
    assert not kept.is_found()


@pytest.mark.parametrize("content", [b"", b"\xff", b"\n\n", b"[" * 100_000])
def test_any_other_content_is_as_none(kept: Kept, content: bytes) -> None:
    head, _, _ = kept.file.read_bytes().partition(b"\n\n")
    for data in (content, head + b"\n\n" + content):
        kept.file.write_bytes(data)
        assert not kept.is_found()


def test_a_file_that_others_may_write_is_not_believed(kept: Kept) -> None:
    kept.file.chmod(0o622)
    assert not kept.is_found()


def start(folder: Path) -> bytes:
    """Start the reader on a library without a kept frame, let it come to rest, end it, and return what it wrote."""
    shutil.rmtree(folder / "cache" / "briefing" / "frames", ignore_errors=True)
    program = [sys.executable, "-m", "briefing", str(folder / "library")]
    with Terminal(program, Size(120, 40), environment(folder)) as terminal:
        terminal.until_written(TEXTUALS_FIRST)
        terminal.until(lambda: terminal.written.partition(TEXTUALS_FIRST)[2].count(PAINTED) > 1, "a frame of Textual")
        terminal.settle(0.3)
        terminal.press("q")
        assert terminal.until_ended() == 0
    return bytes(terminal.written)


def modules_of_the_first_frame(folder: Path) -> list[str]:
    """Return the modules of the program that a start without a kept frame has loaded when it draws."""
    shutil.rmtree(folder / "cache" / "briefing" / "frames", ignore_errors=True)
    names = folder / "modules"
    program = [sys.executable, "-c", UNTIL_DRAWN, str(folder / "library")]
    with Terminal(program, Size(120, 40), environment(folder, LOADED=str(names))) as terminal:
        terminal.until_ended()
    return names.read_text(encoding="utf-8").split()


def test_the_frame_drawn_from_it_is_the_one_drawn_from_its_file_and_loads_no_parser(tmp_path: Path) -> None:
    folder, parser = library(tmp_path), {"briefing.format.parse", "briefing.format.tree", "yaml", "yaml._yaml"}
    assert parser.issubset({*modules_of_the_first_frame(folder), "yaml"})
    start(folder)
    assert parser.isdisjoint(modules_of_the_first_frame(folder))
    kept = start(folder)
    shutil.rmtree(folder / "cache" / "briefing" / "briefs")
    parsed = start(folder)
    assert kept.partition(TEXTUALS_FIRST)[0] == parsed.partition(TEXTUALS_FIRST)[0]
