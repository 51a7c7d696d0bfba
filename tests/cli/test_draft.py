from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main

ARTICLE = """The dam holds

The dam of Orsk held 3,000 people on 4 May 2024, said Ada Holt, who has run it since 2009.

It was not immediately clear how many people live below the dam.
"""


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    path = tmp_path / "saved.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_it_writes_a_brief_and_its_text_and_prints_their_paths(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "briefs").mkdir()
    assert main(["draft", "--no-open", str(article)]) == 0
    assert capsys.readouterr().out == "./briefs/the-dam-holds.yaml\n./briefs/texts/the-dam-holds.txt\n"
    assert (tmp_path / "briefs/texts/the-dam-holds.txt").read_text(encoding="utf-8").startswith("The dam holds\n\nThe")
    assert main(["check", "--strict", "briefs"]) == 0


def test_it_says_how_many_items_there_are_and_that_nobody_has_confirmed_them(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", "--print", str(article)]) == 0
    said = capsys.readouterr()
    assert "open question" in said.err
    assert said.err.endswith("no person has confirmed any of it\n")
    assert "How many people live below the dam." in said.out


def test_printing_writes_no_file(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--print", str(article)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["saved.txt"]
    assert capsys.readouterr().out.startswith("# yaml-language-server: $schema=brief.schema.json\n")


def test_nothing_is_overwritten(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.yaml").write_text("mine", encoding="utf-8")
    assert main(["draft", "--no-open", "--name", "mine", str(article), "."]) == 2
    assert "mine.yaml: there is already a file of this name; --name gives" in capsys.readouterr().err
    assert not (tmp_path / "texts/mine.txt").exists()


def test_a_text_that_is_there_is_not_overwritten_either(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/mine.txt").write_text("mine", encoding="utf-8")
    assert main(["draft", "--no-open", "--name", "mine", str(article), "."]) == 2
    assert "texts/mine.txt: there is already a file of this name" in capsys.readouterr().err
    assert not (tmp_path / "mine.yaml").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--published", "2024-13"], "--published: no such month: 13"),
        (["--published", ""], "--published: "),
        (["--url", "javascript:alert(1)"], "--url: only http and https addresses are opened"),
        (["--language", "klingonese"], "--language: “klingonese” is no tag of a language"),
        (["--marking", "TLP:GREN"], "--marking: “TLP:GREN” is not one of TLP:RED"),
        (["--name", "../up"], "--name: “../up” cannot be the name of a brief"),
        (["--name", ".hidden"], "--name: “.hidden” cannot be the name of a brief"),
        (["--name", "a" * 300], "cannot be the name of a brief"),
        (["--tag", "  "], "--tag: this is empty"),
        (["--author", "\n"], "--author: this is empty"),
        (["no-such-folder"], "no-such-folder: there is no such folder"),
    ],
)
def test_a_wrong_option_gets_one_sentence(
    options: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["draft", "--no-open", "saved.txt", *options]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_is_no_file_gets_one_sentence(name: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert article.exists()
    assert main(["draft", "--no-open", name]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
