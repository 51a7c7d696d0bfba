"""What the manual says is true: its brief is verified, its examples are valid, and it names all that there is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.codes import ALL_CODES
from briefing.cli.commands.forms import FORMS
from briefing.cli.manual.fields import field_entry, names
from briefing.cli.manual.format_topic import BRIEF, PITFALLS, Pitfall
from briefing.cli.manual.keys_topic import key_name
from briefing.cli.manual.page import Entries
from briefing.cli.manual.topics import TOPICS
from briefing.cli.manual.typeset import page_lines
from briefing.evidence import Support
from briefing.evidence.classes import CLASSES
from briefing.format.parse import read_brief_text
from briefing.format.parse.schema import BLOCKS
from briefing.format.parse.schema_types import Block, Field
from briefing.library.briefs import open_library
from briefing.query.nodes import BriefState
from briefing.query.word_fields import WORD_FIELDS
from briefing.render.lines import text_of
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.settings import SETTINGS, load_settings
from briefing.tui.keys.actions import ACTIONS, split_keys
from briefing.tui.keys.bindings import key_label
from tests.support.terminal import SAMPLES

_ABOVE = "briefing: 1\ntitle: Harbour talks resume\n"


def text_of_topic(name: str, width: int = 100, look: Look | None = None) -> str:
    return "\n".join(map(text_of, page_lines(TOPICS[name].load(), width, look or Look())))


def problems(text: str) -> list[str]:
    found = read_brief_text(text, Path("brief.yaml"), "brief").problems
    return [str(problem.code) for problem in found if problem.code != "claim-without-cite"]


def test_every_claim_of_the_brief_in_the_manual_is_verified(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    shutil.copytree(SAMPLES / "texts", tmp_path / "texts")
    library = open_library([tmp_path])
    evidence = library.evidence(library.entries[0])
    assert evidence is not None
    assert {assessed.support for assessed in evidence.claims} == {Support.VERIFIED}
    assert len(evidence.claims) == 3
    assert BRIEF.splitlines()[0] in text_of_topic("format")


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda pitfall: pitfall.why[:30])
def test_a_pitfall_of_yaml_is_reported_and_its_remedy_is_not(pitfall: Pitfall) -> None:
    assert bool(problems(f"{_ABOVE}{pitfall.bad}\n".replace(f"{_ABOVE}title", "title"))) != pitfall.silent
    assert problems(f"{_ABOVE}{pitfall.good}\n") == []


def test_a_silent_pitfall_says_something_else() -> None:
    silent = [pitfall for pitfall in PITFALLS if pitfall.silent]
    assert silent
    for pitfall in silent:
        bad, good = (read_brief_text(f"{_ABOVE}{text}\n", Path("b.yaml"), "b").brief for text in pitfall[1:3])
        assert bad is not None
        assert good is not None
        assert bad.open != good.open


FIELDS = [
    pytest.param(block, field, id=f"{block.name}.{field.name}") for block in BLOCKS.values() for field in block.fields
]
_SOURCES = {
    "article": "{kind: article, file: texts/a.txt}",
    "ministry": "{kind: organisation, name: M, via: article}",
}
_LEAST = {
    "brief": {"briefing": "1", "title": "A"},
    "point": {"text": "A."},
    "figure": {"label": "A", "value": "1"},
    "event": {"text": "A.", "when": "2024"},
    "cite": {"source": "article", "quote": "a b"},
    "source": {"kind": "document"},
    "entity": {"name": "A"},
    "related": {"brief": "other"},
}
"""The fields that a block of each name needs."""
_AMOUNTS = {
    "low": {"label": "A", "high": "500"},
    "high": {"label": "A", "low": "100"},
    "derived": {"label": "A"},
}
"""What a figure needs beside a field that is no `value`."""


def whole(block: Block, field: Field) -> str:
    """Return a brief with the example of a field in its block, and what the example refers to."""
    example = field.example if field.example[0] in "[{" else json.dumps(field.example, ensure_ascii=False)
    least = _AMOUNTS.get(field.name, _LEAST["figure"]) if block.name == "figure" else _LEAST[block.name]
    values = {**least, field.name: example}
    item = f"{{{', '.join(f'{name}: {value}' for name, value in values.items())}}}"
    named = ["killed", "sent"] if field.name == "derived" else ["sent"] if field.name == "figures" else []
    figures = [f"{{id: {name}, label: A, value: 1}}" for name in named]
    brief = {"briefing": "1", "title": "A"}
    brief["sources"] = f"{{{', '.join(f'{name}: {source}' for name, source in _SOURCES.items())}}}"
    match block.name:
        case "brief":
            return "".join(f"{name}: {value}\n" for name, value in {**brief, **values}.items())
        case "source":
            brief["sources"] = f"{brief['sources'][:-1]}, paper: {item}}}"
        case "cite":
            brief["summary"] = f"[{{text: A., cites: {item}}}]"
        case _:
            key = next(one.name for one in BLOCKS["brief"].fields if one.block == block.name)
            brief[key] = f"[{item}]"
    if figures:
        brief["figures"] = f"[{', '.join([*figures, *([item] if block.name == 'figure' else [])])}]"
    return "".join(f"{name}: {value}\n" for name, value in brief.items())


@pytest.mark.parametrize(("block", "field"), FIELDS)
def test_the_example_of_a_field_is_valid(block: Block, field: Field) -> None:
    assert field.example
    assert problems(whole(block, field)) == []


def test_the_manual_names_every_field_with_its_type_and_meaning() -> None:
    page = TOPICS["format"].load()
    entries = [entry for part in page.parts if isinstance(part, Entries) for entry in part.entries]
    for block in BLOCKS.values():
        assert [field.name for field in block.fields if field_entry(field) not in entries] == []


def test_the_manual_names_all_that_there_is() -> None:
    keys = text_of_topic("keys")
    assert [action.id for action in ACTIONS if action.id not in keys] == []
    checks = text_of_topic("checks")
    assert [code for code in ALL_CODES if code not in checks] == []
    assert [one.word for one in CLASSES.values() if one.word not in checks] == []
    assert [name for name in SETTINGS if f"\n{name}" not in text_of_topic("settings")] == []
    queries = text_of_topic("queries")
    assert [name for name in (*WORD_FIELDS, *BriefState) if f"{name}" not in queries] == []
    exporting = text_of_topic("exporting")
    assert [name for name, form in FORMS.items() if form.help and f"--{name}" not in exporting] == []


def test_the_examples_of_the_settings_have_no_problems(tmp_path: Path) -> None:
    (tmp_path / "briefing").mkdir()
    text = "".join(f"{one.example}\n" for one in SETTINGS.values())
    (tmp_path / "briefing" / "config.yaml").write_text(text, encoding="utf-8")
    assert load_settings({"XDG_CONFIG_HOME": str(tmp_path), "HOME": "/home/reader"})[1] == ()


def test_a_key_is_written_as_the_reader_writes_it() -> None:
    keys = [key for action in ACTIONS for key in split_keys(action.keys) if "ctrl" not in key]
    arrows = {"up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
    assert [
        (key_name(key), key_label(key)) for key in keys if key not in arrows and key_name(key) != key_label(key)
    ] == []


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_fits_any_width_and_any_terminal(name: str) -> None:
    examples = {line for line in text_of_topic(name, 40).splitlines() if line.startswith("    ")}
    for width in (40, 59, 60, 80, 100):
        lines = text_of_topic(name, width).splitlines()
        assert [line for line in lines if cells(line) > width and not line.startswith(" ")] == []
    assert examples is not None
    assert text_of_topic(name, 80, Look(ascii=True))


def test_a_topic_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "queries"]) == 0
    assert "tag:rail" in capsys.readouterr().out
    assert main(["help"]) == 0
    out = capsys.readouterr().out
    assert [name for name in TOPICS if f"briefing help {name}" not in out] == []


def test_a_mistyped_topic_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "fromat"]) == 2
    assert "“format”" in capsys.readouterr().err


def test_the_fields_of_a_name_are_printed_wherever_they_occur(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields", "kind"]) == 0
    out = capsys.readouterr().out
    assert [title in out.lower() for title in ("field of a figure", "field of a source", "field of an entity")] == [
        True
    ] * 3
    assert main(["fields", "figure.kind"]) == 0
    assert capsys.readouterr().out.count("FIELD OF") == 1
    assert main(["fields", "figures"]) == 0
    assert "FIELDS OF A FIGURE" in capsys.readouterr().out


def test_every_field_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields"]) == 0
    words = capsys.readouterr().out.split()
    assert [name for name in names() if name not in words and name not in BLOCKS] == []


def test_a_mistyped_field_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields", "figure.vaule"]) == 2
    assert "“value”" in capsys.readouterr().err
    assert main(["fields", "x\x1b[31m"]) == 2
    assert "\x1b" not in capsys.readouterr().err
