from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.base.safe_text import one_line
from briefing.cli import main
from briefing.format.json_schema import schema_text
from briefing.format.parse import read_brief_text
from briefing.format.parse.schema import BLOCKS
from briefing.format.template import new_brief_text, slug

TODAY = "2024-10-21"
VALIDATOR = Draft202012Validator(json.loads(schema_text()))


def typed(text: str) -> object:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes texts only


def uncommented(text: str) -> str:
    return "\n".join(line.removeprefix("# ") for line in text.split("\n")[1:])


@settings(max_examples=200, deadline=None)
@given(title=st.text(min_size=1, max_size=30).filter(lambda text: one_line(text) != ""))
def test_any_title_makes_a_brief_that_reads_without_a_problem(title: str) -> None:
    reading = read_brief_text(new_brief_text(title, TODAY), Path("new.yaml"))
    assert reading.problems == ()
    assert reading.brief is not None
    assert reading.brief.title == one_line(title)


def test_everything_that_is_offered_is_valid_together() -> None:
    reading = read_brief_text(uncommented(new_brief_text("Talks", TODAY)), Path("new.yaml"))
    assert reading.problems == ()
    assert reading.brief is not None
    assert [len(block) for block in (reading.brief.summary, reading.brief.figures, reading.brief.timeline)] == [1, 1, 1]


def test_every_key_of_a_brief_is_offered() -> None:
    offered = typed(uncommented(new_brief_text("Talks", TODAY)))
    assert isinstance(offered, dict)
    assert set(offered) == {field.name for field in BLOCKS["brief"].fields}


def test_a_new_brief_is_valid_for_an_editor() -> None:
    assert not list(VALIDATOR.iter_errors(typed(new_brief_text("Talks: a", TODAY))))


def test_everything_that_is_offered_is_valid_for_an_editor() -> None:
    assert not list(VALIDATOR.iter_errors(typed(uncommented(new_brief_text("Talks", TODAY)))))


def test_editors_find_the_schema_in_the_first_line() -> None:
    assert new_brief_text("Talks", TODAY).startswith("# yaml-language-server: $schema=")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Harbour talks resume", "harbour-talks-resume", id="words"),
        pytest.param("Überblick: l'été 2024!", "uberblick-lete-2024", id="accents and marks"),
        pytest.param("../../etc/passwd", "etc-passwd", id="path"),
        pytest.param("한국 소식", "한국-소식", id="other script"),
        pytest.param("???", "brief", id="no letter"),
        pytest.param("word " * 30, "-".join(["word"] * 12), id="long"),
        pytest.param("a" * 200, "a" * 60, id="long word"),
    ],
)
def test_a_title_makes_a_file_name(title: str, expected: str) -> None:
    assert slug(title) == expected


@settings(max_examples=100, deadline=None)
@given(title=st.text(max_size=80))
def test_any_title_makes_a_file_name_without_folders_and_dots(title: str) -> None:
    name = slug(title)
    assert name
    assert not set(name) & set("/\\.\0\n ")
    assert not name.startswith("-")
    assert len(name) <= 60


def test_new_writes_the_brief_and_prints_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "Harbour talks", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'harbour-talks.yaml'}\n"
    assert "title: Harbour talks\n" in (tmp_path / "harbour-talks.yaml").read_text(encoding="utf-8")


def test_new_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "harbour-talks.yaml").write_text("mine")
    assert main(["new", "Harbour talks", str(tmp_path)]) == 2
    assert (tmp_path / "harbour-talks.yaml").read_text() == "mine"
    assert capsys.readouterr().err.endswith("harbour-talks.yaml: there is already a file of this name\n")


def test_new_does_not_follow_a_link_out(tmp_path: Path) -> None:
    (tmp_path / "harbour-talks.yaml").symlink_to(tmp_path / "elsewhere")
    assert main(["new", "Harbour talks", str(tmp_path)]) == 2
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("title", ["", "  ", "\n"])
def test_new_needs_a_title(tmp_path: Path, title: str) -> None:
    assert main(["new", title, str(tmp_path)]) == 2


def test_new_needs_a_folder_that_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "Talks", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err.endswith("nowhere: there is no such folder\n")


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_text()
