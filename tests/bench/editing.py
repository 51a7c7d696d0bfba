"""The row about editing by keys: from the key that adds a number to the last byte that it causes."""

from __future__ import annotations

from pathlib import Path

from tests.bench.bench import USUAL, Bench, Rows
from tests.bench.rows import Kind, Row, Target
from tests.support.runs import QUIET

_ITEMS = 30
"""Items of the brief before anything is added: a third of them points."""
_LINES = 80
"""Sentences of the text, each with one number."""


def editing_rows(bench: Bench) -> Rows:
    """Time `a` in the text of a brief of 30 items, each time on another number."""
    row = Row("edit", f"a  adds a number, {_ITEMS} items", Kind.KEYS, "ms", bench.columns(), Target(16, is_time=True))
    if not bench.wants(row.section, row.name):
        return
    presses = min(max(1, bench.plan.strokes // bench.plan.rounds), _LINES - _ITEMS - bench.plan.warm_up)
    for turn in range(bench.plan.rounds):
        for program in bench.programs:
            path = _write(bench.folder / f"editing-{program.name}-{turn}")
            with program.terminal(["edit", path], program.home(f"editing-{turn}"), USUAL) as terminal:
                terminal.until_shown(f"{_ITEMS} verified")
                terminal.stroke("s", QUIET)
                for place in range(bench.plan.warm_up + presses):
                    terminal.stroke("\t", QUIET)
                    stroke = terminal.stroke("a", QUIET)
                    if place >= bench.plan.warm_up:
                        row.columns[program.name].add_stroke(stroke)
    yield row


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
