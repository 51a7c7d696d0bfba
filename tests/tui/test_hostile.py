"""Text from a brief is never obeyed, whatever field of whatever pane it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.console import Console
from textual.strip import Strip

from briefing.base.safe_text import safe_lines
from briefing.tui.app import BriefingApp
from tests.support.app import SIZES, reader, shown, until, write

MARKUP = "[/] [@click=app.quit]x[/] [link=x]"
ESCAPES = "\\e[31m\\e]0;pwn\\a\\x9b2J\\x7f\\u202e"
UNSEEN = "a\\u200bb\\u2060c\\ufeffd\\U000e0041e\\u3164f\\ufe0fg\\u200dh"


def hostile(text: str) -> str:
    """Return a brief with this text in every field that takes one."""
    claim = f'by: s, stated: "{text}", note: "{text}", cites: {{source: s, quote: "{text}"}}'
    return f"""\
briefing: 1
title: "T {text}"
lede: "L {text}"
author: "{text}"
marking: TLP:RED
tags: ["{text}"]
entities: [{{name: "{text}", kind: "{text}", aliases: ["{text}"]}}]
summary:
  - {{text: "P {text}", likelihood: likely, confidence: low, {claim}}}
figures:
  - {{label: "F {text}", value: 1, unit: "{text}", {claim}}}
timeline:
  - {{text: "E {text}", when: 1959, place: "{text}", {claim}}}
sources:
  s:
    {{kind: article, title: "{text}", name: "{text}", role: "{text}", publisher: "{text}", author: "{text}"}}
open: ["{text}"]
related: ["x {text}"]
note: "{text}"
x-own: "{text}"
"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text", [MARKUP, ESCAPES + UNSEEN], ids=["markup", "escapes"])
async def test_hostile_text_is_only_shown(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    app = reader(write(tmp_path, a=hostile(text)))
    async with app.run_test(size=size) as pilot:
        for key in "01234":
            await pilot.press(key, "j")
            await pilot.click(offset=(size[0] // 2, size[1] // 2))
        await pilot.press("slash", *"pwn", "enter", "y", "exclamation_mark")
        await until(pilot, lambda: app.screen is not app.reading_screen, "page of problems")
        written = shown(app) + drawn(app.screen._compositor.render_strips())  # noqa: SLF001 - what goes out
        assert [character for character in written if not character.isprintable() and character != "\n"] == []
        assert safe_lines(written) == written
        assert app.is_running


async def test_what_nobody_sees_is_shown_in_a_passage_and_in_what_is_found(tmp_path: Path) -> None:
    text = hostile(UNSEEN).replace("publisher:", "file: saved.txt, publisher:")
    (tmp_path / "saved.txt").write_text("The quay a\u200bb is\U000e0041 open.\n", encoding="utf-8")
    app = reader(write(tmp_path, a=text))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "g", "s")
        await until(pilot, lambda: app.is_in_source_text, "the passage")
        await until(pilot, lambda: "The quay a\ufffdb is\ufffd open." in drawn_on(app), "the saved text")
        await pilot.press("escape", "F", *"quay")
        await until(pilot, lambda: "quay a\ufffdb is\ufffd open" in drawn_on(app), "what is found")
        assert safe_lines(drawn_on(app)) == drawn_on(app)


def drawn_on(app: BriefingApp) -> str:
    """Return the text of the screen."""
    return drawn(app.screen._compositor.render_strips())  # noqa: SLF001 - what goes out


def drawn(strips: Sequence[Strip]) -> str:
    """Return the text of what the screen is about to write."""
    return "\n".join(strip.text for strip in strips)


async def test_a_title_of_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    app = reader(write(tmp_path, a=hostile(MARKUP)))
    async with app.run_test(size=(200, 60)):
        assert "[@click=app.quit]x[/]" in shown(app)


def test_rich_would_have_obeyed_it() -> None:
    """Guards the tests above: the payload is one that does harm where it is parsed."""
    with pytest.raises(Exception, match="closing tag"):
        Console().render_str(MARKUP)
