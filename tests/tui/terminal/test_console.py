"""The Linux console: its fonts have the characters of code page 437, and no other sign of ours is sent to it."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from briefing.evidence.classes import CLASSES
from briefing.render.parts.verdict_marks import sign_text
from briefing.render.symbols import Look, Signs
from briefing.render.text.cell_width import cells
from briefing.tui.terminal.console import console_signs
from tests.support.terminal import SAMPLES, Size, Terminal, command, environment

LOW = frozenset("☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼")
"""The signs of code page 437 in the places of control characters."""


def unshown(text: str) -> set[str]:
    """Return the characters that the console has no picture of."""
    return {character for character in text if character not in LOW and not character.encode("cp437", "ignore")}


@pytest.mark.parametrize("field", fields(Signs), ids=lambda field: field.name)
def test_every_sign_has_one_there_of_the_same_width(field: object) -> None:
    sign = getattr(Signs(), getattr(field, "name", ""))
    assert unshown(console_signs(sign)) == set()
    assert cells(console_signs(sign)) == cells(sign)


def test_every_verdict_has_a_sign_of_its_own() -> None:
    signs = [console_signs(sign_text(shown, Look(console=True))) for shown in CLASSES.values()]
    assert signs == ["√", "!", "♦", "x", "?", "0", "!=", ""]


def test_a_source_is_numbered_in_brackets_since_digits_would_join_the_word() -> None:
    assert Look(console=True).cite(13) == "[13]"


@pytest.mark.parametrize("arguments", [(), ("show", "--verdicts")], ids=["reader", "show"])
def test_nothing_is_sent_there_that_it_cannot_show(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    variables = environment(tmp_path, TERM="linux", COLORTERM="")
    with Terminal(command(*arguments, SAMPLES / "bridge.yaml"), Size(80, 24), variables) as terminal:
        terminal.until_written(b"bridge")
        terminal.settle(0.8)
        if not arguments:
            terminal.press("q")
        assert terminal.until_ended() == 0
        assert b"\x1b]" not in terminal.written, "a command that it would print"
        text = re.sub(r"\x1b[^A-Za-z]*[A-Za-z]", "", terminal.written.decode())
        assert unshown(text) == set()
        assert "√" in text
