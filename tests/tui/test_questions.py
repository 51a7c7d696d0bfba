"""Sixteen questions that readers ask of 28 briefs: each is answered on the screen, all of them in few keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.tui.app import BriefingApp
from briefing.tui.screens.search import SearchScreen
from tests.support.app import until
from tests.support.indexed import searcher
from tests.support.questions import change_library, write_library
from tests.support.screen import Screen

SIZE = (120, 40)
MOST = 110
"""Keys for all questions together."""


class Step(NamedTuple):
    """Keys that the reader presses, and the words that are on the screen then."""

    keys: tuple[str, ...]
    seen: tuple[str, ...]


class Question(NamedTuple):
    """A question, and the way from the answer before it to its own."""

    words: str
    steps: tuple[Step, ...]


def step(keys: str, *seen: str) -> Step:
    """Return a step: keys are separated by spaces, and what follows an apostrophe is typed."""
    parts = [tuple(key[1:]) if key.startswith("'") else (key,) for key in keys.split()]
    return Step(tuple("space" if key == "_" else key for part in parts for key in part), seen)


QUESTIONS = (
    Question(
        "What is new or has changed?",
        (step("w", "Δ Arden gets a bridge", "Arden gets a ferry", "Arden gets a bridge, the"),),
    ),
    Question("What has changed in it?", (step("d", "61 EUR million → 64 EUR million"),)),
    Question(
        "Who says that it protects 54 per cent?", (step("escape F '54", "54 per cent", "disputed, critics, unnamed"),)
    ),
    Question(
        "In which words?",
        (step("enter", "54 per cent Efficacy"), step("s", "“protection fell to 54 per cent after 18 months”")),
    ),
    Question("What rests on the critics alone?", (step("i", "4 of 11 claims fall", "Price of a dose"),)),
    Question("What do others say of the same?", (step("escape [ m", "75 per cent", "Tropical Trials", "[figures 2]"),)),
    Question("Is the difference stated or reckoned?", (step("ctrl+u 'lost", "between the two", "derived"),)),
    Question(
        "What happened in 2013, and what was under way?",
        (
            step(
                "ctrl+u '2013",
                "2013  The WHO sets the goal",
                "Dec 2013  Bond",
                "reach into",
                "2009–2014  Another vaccine",
            ),
        ),
    ),
    Question(
        "What do those say who are not named?",
        (step("ctrl+u 'by:un", "analysts, unnamed", "critics, unnamed", "two engineers, unnamed"),),
    ),
    Question("What rests on pictures?", (step("ctrl+u 'source:im", "140 square kilometres", "Satellite pictures"),)),
    Question(
        "How many were killed, by which of two briefs with one title?",
        (step("ctrl+u 'kill", "at least 31 people", "27 people", "valley · first-day", "valley · flood"),),
    ),
    Question("Where does a text speak of the dyke?", (step("ctrl+u 'dyke", "saved text", "inspected the dyke"),)),
    Question(
        "Is the warning verified?", (step("enter", "? Who told the residents"), step("s", "“they warned of cracks”"))
    ),
    Question("What does the article leave open?", (step("[", "? Who told the residents"),)),
    Question("What is planned for 2025?", (step("F '2025", "30 Jan 2025  The council meets again."),)),
    Question(
        "Which sums of euros are over 80 million?",
        (step("ctrl+u 'figure:>80 _ 'unit:E", "library: 81 EUR million", "museum: 82 EUR million"),),
    ),
)


def drawn(app: BriefingApp) -> str:
    """Return the text on the screen."""
    screen = Screen(*SIZE)
    screen.feed(app.drawn().encode())
    return "\n".join(screen.lines())


def is_drawn(app: BriefingApp, words: str) -> bool:
    """Tell whether words are on the screen, in one line."""
    return words in drawn(app)


async def test_sixteen_questions_are_answered_in_few_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SearchScreen, "pause", 0)  # hits are counted at once
    folder = write_library(tmp_path)
    app = searcher(folder)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("A", "enter")
        await until(pilot, lambda: "28 briefs marked read" in drawn(app), "all is read")
        change_library(folder)
        await pilot.press("R")
        await until(pilot, lambda: "1 of 29 · 1 unread · 1 changed" in drawn(app), "what is new is known")
        for question in QUESTIONS:
            for keys, seen in question.steps:
                await pilot.press(*("left_square_bracket" if key == "[" else key for key in keys))
                for words in seen:
                    await until(pilot, partial(is_drawn, app, words), f"{question.words} {words}")
                await until(pilot, lambda: app.state.evidence is not None, "the brief is checked")


def test_the_questions_take_few_keys() -> None:
    assert len(QUESTIONS) == 16
    assert sum(len(keys) for question in QUESTIONS for keys, _ in question.steps) <= MOST
