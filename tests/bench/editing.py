"""The row about editing by keys: from the key that adds a number to the last byte that it causes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measures import Plan, Row, median_row
from tests.support.runs import QUIET
from tests.support.terminal import ROOT, Stroke, Terminal, environment

_ITEMS = 30
"""Items of the brief before anything is added: a third of them points."""
_LINES = 80
"""Sentences of the text, each with one number."""


def editing_rows(plan: Plan) -> Iterator[Row]:
    """Time `a` in the text of a brief of 30 items, each time on another number."""
    strokes: list[Stroke] = []
    for number in range(plan.rounds):
        path = _write(plan.folder / f"editing-{number}")
        home = environment(plan.folder / f"editing-home-{number}", PYTHONPATH=str(ROOT))
        program = [sys.executable, "-m", "briefing", "edit", str(path)]
        with Terminal(program, plan.sizes[0], home) as terminal:
            terminal.until_shown(f"{_ITEMS} verified")
            terminal.stroke("s", QUIET)
            for place in range(plan.warm_up + min(plan.presses, _LINES - _ITEMS - plan.warm_up)):
                terminal.stroke("\t", QUIET)
                stroke = terminal.stroke("a", QUIET)
                strokes += [stroke] if stroke and place >= plan.warm_up else []
    yield median_row("adding a number by key (a), 30 items", strokes, 16)


def _write(folder: Path) -> Path:
    """Write a text of numbers and a brief that has the first of them; return the path of the brief."""
    (folder / "texts").mkdir(parents=True)
    said = [
        f"Line {number} carried {1200 + 7 * number:,} passengers to island {_name(number)}." for number in range(_LINES)
    ]
    (folder / "texts" / "lines.txt").write_text("The lines\n\n" + "\n\n".join(said) + "\n", encoding="utf-8")
    points = [f'  - {{text: "{words}", cites: {{quote: "{words[:-1]}"}}}}\n' for words in said[: _ITEMS // 3]]
    figures = [
        f"  - {{label: Passengers to island {_name(number)}, value: {1200 + 7 * number}, unit: passengers,"
        f' cites: {{quote: "{1200 + 7 * number:,} passengers to island {_name(number)}"}}}}\n'
        for number in range(_ITEMS // 3, _ITEMS)
    ]
    source = "sources:\n  article: {kind: article, title: The lines, published: 2024-11-12, file: texts/lines.txt}\n"
    head = "briefing: 1\ntitle: The lines\nstatus: draft\n"
    path = folder / "lines.yaml"
    path.write_text(f"{head}summary:\n{''.join(points)}figures:\n{''.join(figures)}{source}", encoding="utf-8")
    return path


def _name(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:02}").capitalize() + "or"
