"""The command `guard`, as it is typed: files, standard input, a text of one's own, JSON, garbage."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from briefing.cli import main

TEXT = """\
Talks resume

The talks of the harbour board resume on Monday. Ada Holt has chaired the board, which is one of nine, since 2019.
"""
BRIEF = """\
briefing: 1
title: Talks resume
summary:
  - text: The talks of the harbour board resume on Monday.  # the words
    cites: {quote: The talks of the harbour board resume on Monday}
  - text: The talks of the harbour board were cancelled.
    cites: {quote: The talks of the harbour board resume on Monday}
sources:
  article: {kind: article, file: texts/talks.txt}
"""
HOLDS = BRIEF.replace(
    "  - text: The talks of the harbour board were cancelled.\n"
    "    cites: {quote: The talks of the harbour board resume on Monday}\n",
    "",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/talks.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.txt").write_text(TEXT.replace("resume on", "end on"), encoding="utf-8")
    (tmp_path / "talks.yaml").write_text(BRIEF, encoding="utf-8")
    (tmp_path / "holds.yaml").write_text(HOLDS, encoding="utf-8")
    return tmp_path


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_it_prints_what_holds_and_names_what_does_not(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guard", "talks.yaml"]) == 1
    printed = capsys.readouterr()
    assert printed.out == HOLDS
    said = "the sentences that it quotes do not have its words in this order"
    what = "“The talks of the harbour board were cancelled.”"
    assert printed.err == f"./talks.yaml:6:5: withheld: {what}: {said} [not-verified]\n"
    assert (here / "talks.yaml").read_text(encoding="utf-8") == BRIEF


def test_a_brief_that_holds_is_printed_as_it_is(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert here.is_dir()
    assert main(["guard", "holds.yaml"]) == 0
    assert capsys.readouterr() == (HOLDS, "")


def test_another_text_takes_the_place_of_the_one_that_the_brief_names(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["guard", "--text", "other.txt", "holds.yaml"]) == 1
    assert "no claim is left" in capsys.readouterr().err
    text = HOLDS.replace("texts/talks.txt", "nowhere.txt, sha256: " + "0" * 64)
    give(monkeypatch, text.encode())
    assert main(["guard", "--text", str(here / "texts/talks.txt"), "-"]) == 1
    printed = capsys.readouterr()
    assert printed.out == HOLDS.replace("texts/talks.txt", "nowhere.txt")
    assert "another text [text-changed]" in printed.err


def test_json_has_the_brief_and_what_was_withheld(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert here.is_dir()
    assert main(["guard", "--json", "talks.yaml"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert (printed["brief"], printed["refused"]) == (HOLDS, None)
    (one,) = printed["withheld"]
    assert one["path"] == ["summary", 1]
    assert one["place"] == {"file": "./talks.yaml", "line": 6, "column": 5}
    assert (one["words"], one["code"]) == ("The talks of the harbour board were cancelled.", "not-verified")


@pytest.mark.parametrize("data", [b"a: [", b"\xff\xfe", b"", b"#" * 2_000_000, b"briefing: 1\ntitle: t\n"])
def test_garbage_gives_one_sentence_and_nothing_else(
    data: bytes, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert here.is_dir()
    give(monkeypatch, data)
    assert main(["guard", "-"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("briefing: -: nothing is passed on: ")
    assert printed.err.count("\n") == 1


def test_json_says_why_nothing_is_passed_on(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert here.is_dir()
    give(monkeypatch, b"- a\n")
    assert main(["guard", "--json", "-"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert (printed["brief"], printed["withheld"]) == (None, [])
    assert "this is a list" in printed["refused"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nobody.yaml"], "there is no such file"),
        (["--text", "nowhere.txt", "talks.yaml"], "--text: nowhere.txt: there is no such file"),
        (["--text", "texts", "talks.yaml"], "--text: texts: this is a folder"),
        (["--published", "Monday", "talks.yaml"], "--published: "),
        (["."], "guard takes one brief, and this is 2"),
        ([], "arguments are required: BRIEF"),
    ],
)
def test_wrong_usage_is_said(arguments: list[str], words: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert here.is_dir()
    assert main(["guard", *arguments]) == 2
    assert words in capsys.readouterr().err
