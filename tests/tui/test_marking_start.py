"""The first frame of a start after briefs were read: kept when the reader was left, and just what Textual draws."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.library.index.scan.full import scan_library
from briefing.library.open import open_indexed
from tests.support.app import brief, write
from tests.support.terminal import Preloaded, Size, Terminal, command, environment
from tests.tui.launch.test_frame_cache import PAINTED, TEXTUALS_FIRST, cells, frames

NAMES = ("Alpha", "Beta", "Gamma")


def library(folder: Path) -> dict[str, str]:
    """Write a library that is a while old and known to its index; return the environment of its reader."""
    (folder / "library").mkdir()
    write(folder / "library", **{name[0].lower(): brief(name) for name in NAMES})
    for path in (*(folder / "library").iterdir(), folder / "library", folder):
        os.utime(path, (1, 1))
    variables = environment(folder)
    scan_library(open_indexed([folder / "library"], variables).brief_index)
    return variables


def read(program: list[str] | Preloaded, size: Size, variables: dict[str, str], keys: str = "") -> bytes:
    """Start the reader, press these keys one by one, leave it, and return what it wrote."""
    with Terminal(program, size, variables) as terminal:
        terminal.until_written(TEXTUALS_FIRST)
        terminal.until(lambda: terminal.written.partition(TEXTUALS_FIRST)[2].count(PAINTED) > 1, "a frame of Textual")
        for key in keys:
            terminal.press(key)
            terminal.settle(0.1)
        terminal.settle(0.1)
        terminal.press("q")
        assert terminal.until_ended() == 0
        assert terminal.attributes() == terminal.attributes_before
        return bytes(terminal.written)


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
def test_a_start_after_briefs_were_read_draws_at_once_what_textual_draws_first_cell_by_cell(
    size: tuple[int, int], tmp_path: Path
) -> None:
    at = Size(*size)
    variables = library(tmp_path)
    read(command(tmp_path / "library"), at, variables, "rJ*r2jK2j")  # a kept frame is that of one installed program
    assert frames(tmp_path / "cache")
    written = read(command(tmp_path / "library"), at, variables)
    before, _, after = written.partition(TEXTUALS_FIRST)
    queries, painted, rest = after.partition(PAINTED)
    first, ended, _ = rest.partition(PAINTED)
    kept = cells(before, at)
    assert "".join(cell.data for cell in kept).strip()
    assert kept == cells(before + TEXTUALS_FIRST + queries + painted + first + ended, at)
    assert " ".join("keys") in " ".join(cell.data for cell in kept)


def test_leaving_shows_nothing_of_the_next_start(tmp_path: Path) -> None:
    variables = library(tmp_path)
    written = read(Preloaded(tmp_path / "library"), Size(120, 40), variables, "JJ")
    shown = cells(written.rpartition(b"\x1b[?1049l")[0], Size(120, 40))
    assert "Gamma" in "".join(cell.data for cell in shown)
