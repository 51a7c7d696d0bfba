"""Names of files as they are printed: none like an option, and byte for byte where they are printed alone."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli import main

ODD = [b"-rf.yaml", b"+x.yaml", b"a\nb.yaml", b"\x1b]0;x\x07.yaml", b"\xff.yaml", b"sub/-x.yaml"]
BRIEF = "briefing: 1\ntitle: Harbour\ndate: x\nsources: {s: {kind: article, title: T, file: saved.txt}}\n"

Printed = Callable[..., bytes]


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Printed:
    """Return the program, run beside a library of odd names; it returns what it prints."""
    for name in ("LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "odd" / "sub").mkdir(parents=True)
    for each in ODD:
        (tmp_path / "odd" / os.fsdecode(each)).write_text(BRIEF)
    (tmp_path / "odd" / "saved.txt").write_text("The harbour is open.\n")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> bytes:
        main(arguments)
        return capsysbinary.readouterr().out

    return run


@pytest.mark.parametrize("option", ["-0", "--print0"])
def test_what_is_found_is_named_byte_for_byte(option: str, printed: Printed) -> None:
    names = printed("search", option, "harbour", "odd").split(b"\0")
    assert names.pop() == b""
    assert sorted(names) == sorted([*(b"./odd/" + name for name in ODD), b"./odd/saved.txt"])
    assert all(os.path.lexists(name) for name in names)


def test_a_number_below_zero_is_still_a_query_and_a_folder(printed: Printed) -> None:
    assert printed("search", "-5", "odd").count(b"\n") >= len(ODD)
    Path("odd").rename("-2024")
    assert printed("list", "-2024", "-0").count(b"\0") == len(ODD)


def test_a_library_is_listed_byte_for_byte(printed: Printed) -> None:
    assert sorted(printed("list", "-0", "odd").split(b"\0")) == sorted([*(b"./odd/" + name for name in ODD), b""])


def test_a_new_brief_is_named_byte_for_byte(printed: Printed) -> None:
    folder = os.fsdecode(b"-\xff\n")
    Path(folder).mkdir()
    assert printed("new", "--", "Harbour", folder) == b"./-\xff\n/harbour.yaml\n"


@pytest.mark.usefixtures("printed")
def test_what_is_to_be_typed_for_a_new_brief_is_quoted(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("; touch owned;").mkdir()
    main(["new", "Harbour", "; touch owned;"])
    said = capsysbinary.readouterr().err.decode()
    assert shlex.split(said)[-1] == "./; touch owned;/brief.schema.json"


@pytest.mark.parametrize(
    "command", [("list", "--json", "."), ("search", "--json", "harbour", "."), ("check", "--format", "json", ".")]
)
def test_the_paths_of_json_lead_to_the_file(command: tuple[str, ...], printed: Printed, tmp_path: Path) -> None:
    os.chdir(tmp_path / "odd")
    lines = [json.loads(line) for line in printed(*command).splitlines()]
    paths = {one["path"] for line in lines for one in line.get("problems", [line])}
    assert {os.fsencode(path) for path in paths} - {b"./saved.txt"} == {b"./" + name for name in ODD}


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("search", "harbour", "."), id="search"),
        pytest.param(("check", "."), id="check"),
        pytest.param(("list", "."), id="list"),
        pytest.param(("list", "--", "sub"), id="list of a folder"),
    ],
)
def test_no_line_begins_like_an_option(command: tuple[str, ...], printed: Printed, tmp_path: Path) -> None:
    os.chdir(tmp_path / "odd")
    lines = printed(*command).splitlines()
    assert lines
    assert [line for line in lines if line.startswith((b"-", b"+"))] == []
    assert command[0] == "list" or [line for line in lines if not line.startswith(b"./")] == []


def test_an_id_that_looks_like_an_option_is_taken_as_it_is_printed(printed: Printed, tmp_path: Path) -> None:
    os.chdir(tmp_path / "odd")
    ids = [line.split()[0].decode() for line in printed("list", ".").splitlines()]
    assert {"./-rf", "./+x", "sub/-x"} < set(ids)
    for each in ("./-rf", "./+x", "sub/-x"):
        assert printed("show", each).startswith(b"Harbour\n")


def test_a_file_called_as_standard_input_is_read_by_its_path(printed: Printed) -> None:
    Path("-").write_text(BRIEF)
    assert printed("show", "./-").startswith(b"Harbour\n")
    assert printed("check", "--ignore", "claim-without-cite", "./-").startswith(os.fsencode(Path.cwd() / "-:3:7: "))


def test_a_name_that_is_too_long_is_no_file(printed: Printed) -> None:
    del printed
    for command in (
        ("diff", "a", "x" * 5000),
        ("search", "a", "x" * 5000),
        ("index", "x" * 5000),
        ("list", "x" * 5000),
    ):
        assert main(command) in {1, 2}
    assert main(["diff", "x" * 5000, "a"]) == 2
