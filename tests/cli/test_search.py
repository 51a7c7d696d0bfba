from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli import main
from briefing.library.marks import open_marks
from tests.support.searched import mark
from tests.support.terminal import ROOT, SAMPLES, environment

TALKS = """\
briefing: 1
title: Harbour talks resume
marking: TLP:GREEN
date: 2024-10-21
summary:
  - text: Both sides meet again on Monday.
    note: The quay is closed.
figures:
  - {label: Ships at the quay, value: '3,000', unit: ships}
"""
STRIKE = "briefing: 1\ntitle: Strike at the foundry\nsummary: [The harbour is not touched.]\n"


class Result(NamedTuple):
    """What a run printed and returned."""

    code: int
    out: str
    err: str


Search = Callable[..., Result]


@pytest.fixture
def search(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Search:
    """Return the command, run in a folder that holds a library of two."""
    for name in ("XDG_STATE_HOME", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "talks.yaml").write_text(TALKS)
    (tmp_path / "briefs" / "strike.yaml").write_text(STRIKE)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        code = main(["search", *arguments])
        return Result(code, *capsys.readouterr())

    return run


def test_every_item_that_holds_the_words_is_printed_with_its_line_and_marking(search: Search) -> None:
    assert search("harbour") == Result(
        0,
        "./briefs/strike.yaml:3: Strike at the foundry: The harbour is not touched.\n"
        "./briefs/talks.yaml:1: Harbour talks resume [TLP:GREEN]\n",
        "",
    )


def test_words_in_a_note_are_printed_where_the_text_has_none(search: Search) -> None:
    assert search("closed").out == "./briefs/talks.yaml:6: Harbour talks resume: The quay is closed. [TLP:GREEN]\n"


def test_several_arguments_are_one_query(search: Search) -> None:
    assert search("quay", "figure:>2,999").out.startswith(
        "./briefs/talks.yaml:9: Harbour talks resume: Ships at the quay: 3,000 ships [TLP:GREEN]\n"
    )


def test_the_last_argument_is_the_library_where_it_is_a_folder(search: Search, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.yaml").write_text("briefing: 1\ntitle: Harbour elsewhere\n")
    assert search("harbour", "other").out == "./other/a.yaml:1: Harbour elsewhere\n"


def test_a_query_may_begin_with_a_hyphen_behind_two(search: Search) -> None:
    assert search("--", "-foundry").out == "./briefs/talks.yaml:1: Harbour talks resume [TLP:GREEN]\n"


def test_nothing_found_is_one(search: Search) -> None:
    assert search("quarry") == Result(1, "", "")


def test_a_mistake_is_two_and_pointed_at(search: Search) -> None:
    assert search("港 tga:rail") == Result(
        2,
        "",
        "briefing: column 3: there is no field tga; did you mean “tag”?\n"
        "  港 tga:rail\n"
        "     ^\n",
    )  # fmt: skip


def test_a_hit_that_meets_only_a_part_of_the_query_says_so(search: Search) -> None:
    Path("briefs/parts.yaml").write_text(
        "briefing: 1\ntitle: P\nsummary: [{text: Quarries shut}]\nfigures: [{label: Dead, value: 7, unit: people}]\n"
    )
    assert "Quarries shut (meets a part of the query)" in search("figure:>5 quarries").out
    assert json.loads(search("figure:>5 quarries", "--json").out)["hits"][0]["apart"]
    assert "a part of the query" not in search("figure:>5 dead").out


@pytest.mark.parametrize("query", ["by:", "harbour by:", "figure:>"])
def test_a_field_without_a_value_does_not_find_everything(search: Search, query: str) -> None:
    result = search(query)
    assert (result.code, result.out, "needs a value" in result.err) == (2, "", True)


def test_a_mistake_far_into_a_long_hostile_query_is_shown_alone(search: Search) -> None:
    result = search("\x1b]52;c;x\x07 " * 50 + "tga:x")
    assert result.code == 2
    assert "\x1b" not in result.err
    assert max(map(len, result.err.splitlines())) < 400


@pytest.mark.parametrize("arguments", [[], ["a", "--limit", "0"], ["a", "--limit", "x"], ["a", "--wrong"]])
def test_wrong_use_is_two(search: Search, arguments: list[str]) -> None:
    result = search(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("briefing: ")


def test_no_more_lines_than_wanted_are_printed(search: Search) -> None:
    assert search("harbour", "--limit", "1").out.count("\n") == 1


def test_json_holds_every_hit_of_a_brief(search: Search) -> None:
    lines = search("--json", "quay", "is:unread").out.splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "brief": "talks",
            "title": "Harbour talks resume",
            "date": "2024-10-21",
            "status": "final",
            "marking": "TLP:GREEN",
            "path": "./briefs/talks.yaml",
            "hits": [
                {
                    "kind": "point",
                    "number": 0,
                    "line": 6,
                    "text": "Both sides meet again on Monday.",
                    "lit": [],
                    "snippet": "The quay is closed.",
                    "snippet_lit": [[4, 8]],
                },
                {
                    "kind": "figure",
                    "number": 0,
                    "line": 9,
                    "text": "Ships at the quay: 3,000 ships",
                    "lit": [[13, 17]],
                },
            ],
        }
    ]


def test_what_changed_since_the_last_search_is_found(search: Search) -> None:
    assert search("quarry").code == 1
    Path("briefs/strike.yaml").write_text(STRIKE.replace("foundry", "quarry itself"))
    Path("briefs/talks.yaml").unlink()
    assert search("quarry").out == "./briefs/strike.yaml:1: Strike at the quarry itself\n"
    assert search("harbour").out == "./briefs/strike.yaml:3: Strike at the quarry itself: The harbour is not touched.\n"


def test_marks_of_the_reader_are_seen(search: Search, tmp_path: Path) -> None:
    marks = tmp_path / "home" / ".local" / "state" / "briefing"
    marks.mkdir(parents=True)
    mark(marks / "marks.sqlite", tmp_path / "briefs", {"talks": (None, True, False)})
    assert search("is:unread").out == "./briefs/strike.yaml:1: Strike at the foundry\n"


def test_what_a_terminal_would_obey_is_never_printed(search: Search) -> None:
    name = os.fsdecode(b"briefs/\x1b]0;x\x07\n\xff.yaml")
    Path(name).write_text(
        'briefing: 1\ntitle: "\\e[31mHarbour \\x9b \\u202e red"\nsummary: ["harbour \\e]52;c;x\\a"]\n'
    )
    for result in (search("red"), search("--json", "red")):
        assert result.code == 0
        assert not set(result.out) & set("\x1b\x07\x9b\u202e")
        assert result.out.count("\n") == 1


def test_a_folder_that_cannot_be_looked_into_is_named(search: Search, tmp_path: Path) -> None:
    (tmp_path / "briefs" / "texts.yaml").mkdir()
    assert search("texts is:broken").out == "./briefs/texts.yaml:1: texts\n"


def test_an_index_that_another_program_writes_into_answers_with_what_it_holds(search: Search, tmp_path: Path) -> None:
    assert search("harbour").code == 0
    (index,) = (tmp_path / "cache" / "briefing").glob("*.sqlite")
    with sqlite3.connect(index) as other:
        other.execute("BEGIN IMMEDIATE")
        Path("briefs/talks.yaml").write_text(TALKS.replace("Harbour", "Airport"))
        result = search("foundry")
    other.close()
    assert result.out == "./briefs/strike.yaml:1: Strike at the foundry\n"
    assert result.err == "another program writes into the index: what is found is what it held before\n"


def test_briefs_that_could_not_be_read_in_time_are_counted(search: Search, tmp_path: Path) -> None:
    assert search("harbour").code == 0
    (index,) = (tmp_path / "cache" / "briefing").glob("*.sqlite")
    with closing(sqlite3.connect(index, isolation_level=None)) as other:
        other.execute("UPDATE brief SET hash = NULL WHERE row = 1")  # as if only its head were known
        other.execute("BEGIN IMMEDIATE")
        result = search("harbour")
    assert result.err.splitlines()[1:] == ["not read yet: 1 brief, of which at most the title is found"]
    assert search("harbour").err == ""


def harmed(tmp_path: Path, sql: str) -> None:
    """Write into the index what nobody would who means well."""
    (index,) = (tmp_path / "cache" / "briefing").glob("*.sqlite")
    with closing(sqlite3.connect(index, isolation_level=None)) as connection:
        connection.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE brief SET marking = CAST(x'1b5b33316d52454407' AS TEXT)",
        "UPDATE items SET packed = x'00'",
        "UPDATE brief SET file = CAST('../../etc/passwd.yaml' AS BLOB) WHERE row = 1",
        "UPDATE view SET rows = x'00ff'",
        "UPDATE words_data SET block = x'ff'",
        "DROP TABLE heads_idx",
    ],
)
def test_an_index_that_is_damaged_costs_a_sentence_and_no_hit(search: Search, tmp_path: Path, sql: str) -> None:
    right = search("harbour")
    harmed(tmp_path, sql)
    assert search("harbour") == right._replace(err="the index was damaged, so it is rebuilt\n")
    assert search("harbour") == right


def test_what_is_found_before_damage_is_come_upon_is_printed_once(
    search: Search, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = search("harbour")
    monkeypatch.setattr("briefing.cli.commands.search._AT_ONCE", 1)
    harmed(tmp_path, "UPDATE items SET packed = x'00' WHERE row = (SELECT max(row) FROM items)")
    assert search("harbour") == right._replace(err="the index was damaged, so it is rebuilt\n")


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS library FROM n"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE mark SET read = 'yes'",
        "UPDATE mark SET brief = 7",
        "DROP TABLE mark",
        f"DROP TABLE mark; CREATE VIEW mark AS {ENDLESS}",
        "CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM mark; END; DROP TABLE mark",
    ],
)
def test_marks_that_are_damaged_are_kept_aside_and_named(search: Search, tmp_path: Path, sql: str) -> None:
    folder = tmp_path / "home" / ".local" / "state" / "briefing"
    with closing(open_marks(tmp_path / "briefs", {"HOME": str(tmp_path / "home")}).marks) as marks:
        marks.set_starred(["talks"], True, "starred")
    with closing(sqlite3.connect(folder / "marks.sqlite", isolation_level=None)) as connection:
        connection.executescript(sql)
    before = (folder / "marks.sqlite").read_bytes()
    found = search("is:unread")
    (aside,) = folder.glob("*.damaged-*")
    assert (found.code, found.out.count("\n")) == (0, 2)
    assert found.err == (
        f"{folder / 'marks.sqlite'} cannot be read as marks and was renamed {aside.name}, so your marks start empty\n"
    )
    assert aside.read_bytes() == before


def test_what_is_no_file_of_marks_is_named_and_left(search: Search, tmp_path: Path) -> None:
    folder = tmp_path / "home" / ".local" / "state" / "briefing"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "marks.sqlite")
    found = search("is:unread")
    assert (found.code, found.out.count("\n")) == (0, 2)
    assert found.err == f"{folder / 'marks.sqlite'} is not a regular file, so no marks can be read\n"
    assert search("is:broken") == Result(1, "", "")


def test_the_library_is_left_alone(search: Search, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "briefs").rglob("*")}
    search("harbour")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "briefs").rglob("*")} == before


def test_a_file_cannot_be_searched(search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", "briefs/talks.yaml")
    assert search("a").err == "briefing: $BRIEFING_LIBRARY: briefs/talks.yaml: only a folder can be searched\n"


QUOTED = """\
briefing: 1
title: Quoted
summary: [{text: The talks resume., cites: {source: paper, quote: the talks resume}}]
sources: {paper: {kind: article, title: Paper, file: paper.txt}}
"""


def test_what_a_check_has_found_is_known_until_the_brief_or_its_text_changes(
    search: Search, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "briefs" / "paper.txt"
    (tmp_path / "briefs" / "quoted.yaml").write_text(QUOTED)
    paper.write_text("Nothing of the kind.")

    def checked() -> int:
        code = main(["check", "briefs"])
        capsys.readouterr()
        return code

    assert checked() == 1  # and there is no index yet, nor is one made
    assert not list((tmp_path / "cache").glob("*/*.sqlite"))
    assert search("is:broken").out == ""
    assert (checked(), search("is:broken").out) == (1, "./briefs/quoted.yaml:1: Quoted\n")
    assert len(search("is:checked").out.splitlines()) == 3
    paper.write_text("On Monday the talks resume.")
    assert (search("is:broken").out, "quoted" in search("is:checked").out) == ("", False)
    assert (checked(), search("is:broken").out, "quoted" in search("is:checked").out) == (0, "", True)
    paper.unlink()
    assert "quoted" not in search("is:checked").out
    (tmp_path / "briefs" / "quoted.yaml").write_text(QUOTED.replace("Quoted", "Other"))
    assert "Other" not in search("is:checked").out


@pytest.mark.parametrize("sql", ["DROP TABLE view", "UPDATE brief SET row = -1 WHERE row = 1"])
def test_a_check_says_that_an_index_is_damaged(
    search: Search, tmp_path: Path, capsys: pytest.CaptureFixture[str], sql: str
) -> None:
    search("harbour")
    harmed(tmp_path, sql)
    assert main(["check", "briefs"]) == 0
    assert capsys.readouterr().err.count("the index was damaged, so it is rebuilt\n") == 1
    main(["check", "briefs"])
    assert "rebuilt" not in capsys.readouterr().err
    assert search("harbour").err == ""


def test_a_search_loads_neither_the_manual_nor_the_typesetting(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom briefing.cli import main\n"
        f"main(['search', 'bridge', {str(SAMPLES)!r}])\n"
        "unwanted = ('textual', 'rich', 'briefing.cli.manual', 'briefing.render')\n"
        "sys.exit(', '.join(name for name in sys.modules if name.startswith(unwanted)) or 0)"
    )
    program = [sys.executable, "-c", script]
    done = subprocess.run(program, capture_output=True, text=True, check=False, env=environment(tmp_path), cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
