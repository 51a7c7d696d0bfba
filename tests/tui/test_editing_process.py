"""Editing in a process and a terminal of its own: the editor that has the terminal meanwhile, and undo after that."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.support.editing import ARTICLE, BRIEF, write_ferry
from tests.support.runs import until_rest
from tests.support.terminal import ROOT, Size, Terminal, environment

_EDITOR = """\
#!/bin/sh
for last; do :; done
sed -i 's/The line employs/The ferry line employs/' "$last"
"""


def test_what_the_editor_writes_is_taken_and_undo_begins_anew(tmp_path: Path) -> None:
    path = write_ferry(tmp_path)
    editor = tmp_path / "editor"
    editor.write_text(_EDITOR)
    editor.chmod(0o755)
    home = environment(tmp_path / "home", PYTHONPATH=str(ROOT), EDITOR=str(editor))
    with Terminal([sys.executable, "-m", "briefing", "edit", str(path)], Size(120, 40), home) as terminal:
        terminal.until_shown("of 4 verified")
        terminal.press("c")
        terminal.until_shown("2 of 4 not reviewed")
        terminal.press("e")
        terminal.until_shown("The ferry line employs")
        terminal.until_shown("undo begins anew")
        terminal.press("u")
        terminal.until_shown("there is nothing to undo")
        terminal.press("x")
        terminal.until_shown("dropped point 2")
        terminal.press("u")
        terminal.until_shown("The ferry line employs")
        terminal.press("q")
        assert terminal.until_ended() == 0
    expected = BRIEF.replace("    reviewed: no\n", "", 1).replace("The line employs", "The ferry line employs")
    assert path.read_text(encoding="utf-8") == expected


def test_after_a_draft_is_edited_the_last_line_says_what_it_has_by_then(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    home = environment(tmp_path / "home", PYTHONPATH=str(ROOT))
    command = [sys.executable, "-m", "briefing", "draft", str(tmp_path / "ferry.txt"), str(tmp_path)]
    with Terminal(command, Size(120, 40), home) as terminal:
        terminal.until_shown("verified")
        terminal.press("c")
        terminal.until_shown("confirmed point 1")
        terminal.press("W")
        terminal.until_shown("not reviewed")
        terminal.press("y")
        terminal.until_shown("status: final is written")
        terminal.press("q")
        terminal.until_shown("not confirmed by a person; status: final")
        assert terminal.until_ended() == 0


def test_a_move_in_the_text_is_one_frame_and_what_is_added_shows_in_the_first(tmp_path: Path) -> None:
    home = environment(tmp_path / "home", PYTHONPATH=str(ROOT))
    command = [sys.executable, "-m", "briefing", "edit", str(write_ferry(tmp_path))]
    with Terminal(command, Size(120, 40), home) as terminal:
        terminal.until_shown("of 4 verified")
        terminal.press("s")
        terminal.until_shown("STILL IN THE TEXT")
        until_rest(terminal)
        strokes = [terminal.stroke(key, 0.15) for key in ("\t", "l", "l", "h", "\t")]
        assert [stroke.frames if stroke else 0 for stroke in strokes] == [1] * 5
        before = len(terminal.written)
        terminal.press("a")
        terminal.until_shown("added")
        assert terminal.written[before:].count(b"\x1b[?2026h") == 1
