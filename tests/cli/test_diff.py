"""The command `diff`, as it is typed: files, standard input, revisions of git, and repositories that mean harm."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.cli import main
from tests.support.terminal import ROOT, SAMPLES

BEFORE = """\
briefing: 1
title: Talks
marking: TLP:GREEN
figures:
  - {label: killed or injured, value: "4,000", approx: about}
sources:
  paper: {kind: article, title: Talks resume}
"""
AFTER = BEFORE.replace("4,000", "4,700") + "  wire: {kind: media, title: Reuters}\nstatus: withdrawn\n"
SHOWN = """\
TLP:GREEN
THE BRIEF
  status → withdrawn
KEY FIGURES
  killed or injured: about 4,000 → about 4,700
SOURCES
  one source added: Reuters
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run printed and returned."""

    code: int
    out: str
    err: str


Diff = Callable[..., Result]


@pytest.fixture
def diff(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Diff:
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_CTYPE", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.chdir(tmp_path)
    Path("before.yaml").write_text(BEFORE)
    Path("after.yaml").write_text(AFTER)

    def run(*arguments: str) -> Result:
        code = main(["diff", *arguments])
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run


def git(*arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *arguments], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture
def repository(diff: Diff) -> Diff:
    """Commit the brief as it was in a folder of a repository, and change it there."""
    Path("library").mkdir()
    Path("library/talks.yaml").write_text(BEFORE)
    git("init", "-q")
    git("add", "library")
    git("commit", "-qm", "one")
    Path("library/talks.yaml").write_text(AFTER)
    return diff


# files


def test_two_files_are_compared(diff: Diff) -> None:
    assert diff("before.yaml", "after.yaml") == Result(1, SHOWN, "")


def test_what_is_the_same_prints_nothing_and_says_so_aside(diff: Diff) -> None:
    Path("again.yaml").write_text(f"# again\n{BEFORE}")
    assert diff("before.yaml", "again.yaml") == Result(0, "", "nothing changed by meaning\n")


def test_standard_input_is_one_of_the_two(diff: Diff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(AFTER.encode())))
    assert diff("before.yaml", "-").out == SHOWN


def test_standard_input_is_not_both(diff: Diff) -> None:
    assert diff("-", "-") == Result(2, "", "briefing: standard input can be one of the two briefs, not both\n")


def test_a_brief_that_cannot_be_read_is_trouble_with_its_place(diff: Diff) -> None:
    Path("broken.yaml").write_text("briefing: 1\ntitle: [\n")
    result = diff("before.yaml", "broken.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("./broken.yaml:")


def test_a_brief_with_an_error_is_compared_as_far_as_it_can_be_read(diff: Diff) -> None:
    Path("wrong.yaml").write_text(AFTER.replace("status: withdrawn", "date: 2024-02-30"))
    result = diff("before.yaml", "wrong.yaml")
    assert result.code == 2
    assert "about 4,000 → about 4,700" in result.out
    assert result.err.startswith("./wrong.yaml:9:")


def test_what_is_not_there_is_wrong_use(diff: Diff) -> None:
    result = diff("before.yaml", "aftr.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("; did you mean “after.yaml”?\n")


@pytest.mark.parametrize("arguments", [(), ("before.yaml",), ("a", "b", "c"), ("before.yaml", "after.yaml", "--word")])
def test_two_briefs_are_asked_for(diff: Diff, arguments: tuple[str, ...]) -> None:
    assert diff(*arguments).code == 2


def test_a_folder_is_no_brief(diff: Diff) -> None:
    assert diff("before.yaml", ".").err == "briefing: .: this is a folder, and diff compares two briefs\n"


def test_json_has_the_whole_words(diff: Diff) -> None:
    result = diff("before.yaml", "after.yaml", "--json")
    told = json.loads(result.out)
    assert (result.code, told["marking"], len(told["changes"])) == (1, "TLP:GREEN", 3)
    assert told["changes"][1] == {
        "block": "figures",
        "item": {"kind": "figure", "number": 0},
        "name": "killed or injured",
        "field": "amount",
        "source": None,
        "before": "about 4,000",
        "after": "about 4,700",
        "sentence": "killed or injured: about 4,000 → about 4,700",
    }


def test_json_of_what_is_the_same_is_an_empty_list(diff: Diff) -> None:
    assert diff("before.yaml", "before.yaml", "--json") == Result(0, '{"marking": "TLP:GREEN", "changes": []}\n', "")


def test_the_stricter_marking_stands_at_the_top(diff: Diff) -> None:
    Path("red.yaml").write_text(BEFORE.replace("GREEN", "RED"))
    for names in (("before.yaml", "red.yaml"), ("red.yaml", "before.yaml")):
        assert diff(*names).out.startswith("TLP:RED\n")


def test_ascii_is_ascii(diff: Diff) -> None:
    out = diff("before.yaml", "after.yaml", "--ascii").out
    assert out.isascii()
    assert "about 4,000 -> about 4,700" in out


def test_hostile_text_is_one_line_each(diff: Diff) -> None:
    hostile = 'note: "a\\e]0;x\\a\\nb\\u202e"\ntags: ["\\e[2J\\n"]\nx-desk: "\\x9b"\nopen: ["\\0"]\n'
    Path("evil\nname.yaml").write_text(BEFORE + hostile)
    result = diff("before.yaml", "evil\nname.yaml")
    assert len(result.out.splitlines()) == 1 + 1 + 3 + 2
    assert all(line.isprintable() for line in (result.out + result.err).splitlines())


def test_a_sample_is_compared_as_a_command(tmp_path: Path) -> None:
    changed = tmp_path / "troops.yaml"
    changed.write_text((SAMPLES / "troops.yaml").read_text(encoding="utf-8").replace("4,000", "4,700"))
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "diff", str(SAMPLES / "troops.yaml"), str(changed)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "  Troops killed or injured: about 4,000 troops → about 4,700 troops" in done.stdout.decode().splitlines()


# revisions


def test_a_revision_is_compared_with_the_file(repository: Diff) -> None:
    assert repository("HEAD:library/talks.yaml", "library/talks.yaml") == Result(1, SHOWN, "")


def test_two_revisions_are_compared(repository: Diff) -> None:
    git("commit", "-qam", "two")
    assert repository("HEAD~1:library/talks.yaml", "main:library/talks.yaml").out == SHOWN


def test_a_path_from_here_and_the_staged_brief_are_read(repository: Diff, monkeypatch: pytest.MonkeyPatch) -> None:
    git("add", "library")
    monkeypatch.chdir("library")
    assert repository("HEAD:./talks.yaml", ":library/talks.yaml").out == SHOWN


def test_a_file_comes_before_a_revision(repository: Diff) -> None:
    Path("HEAD:library").mkdir()
    Path("HEAD:library/talks.yaml").write_text(AFTER)
    assert repository("HEAD:library/talks.yaml", "library/talks.yaml").code == 0


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("HEAD:talks.yaml", "git says: path 'talks.yaml' does not exist in 'HEAD'"),
        ("nobody:library/talks.yaml", "git says: invalid object name 'nobody'."),
        ("HEAD:library", "git says: "),
        ("HEAD:", "git says: "),
        ("\x1b[2J:a\nb", "git says: "),
        ("a:\0", "this is neither a file nor a revision"),
    ],
)
def test_what_git_cannot_read_is_said_in_one_line(repository: Diff, name: str, sentence: str) -> None:
    result = repository(name, "library/talks.yaml")
    assert (result.code, result.out) == (2, "")
    assert sentence in result.err
    assert len(result.err.splitlines()) == 1
    assert result.err.rstrip("\n").isprintable()


@pytest.mark.parametrize("name", ["--textconv:x", "-p:library/talks.yaml", "--batch:", "--help:x"])
def test_a_revision_is_never_an_option(repository: Diff, name: str) -> None:
    result = repository("--", name, "library/talks.yaml")
    assert result.err == f"briefing: {name}: this is neither a file nor a revision\n"


def test_outside_of_a_repository_git_says_so(diff: Diff) -> None:
    result = diff("HEAD:before.yaml", "before.yaml")
    assert result.code == 2
    assert "not a git repository" in result.err


def test_without_git_a_revision_is_said_not_to_be_readable(repository: Diff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = repository("HEAD:library/talks.yaml", "library/talks.yaml")
    assert result.err.endswith("there is no such file, and no git command to read it as a revision\n")


def test_a_revision_that_is_too_large_is_not_read(repository: Diff) -> None:
    Path("library/talks.yaml").write_text(BEFORE + "#" * 1024 * 1024)
    git("commit", "-qam", "two")
    result = repository("HEAD:library/talks.yaml", "library/talks.yaml")
    assert result.err == "briefing: HEAD:library/talks.yaml: this is larger than 1 MiB, the most that is read\n"


def test_a_problem_of_a_revision_has_its_place(repository: Diff) -> None:
    Path("library/talks.yaml").write_text("briefing: 1\ntitle: T\ndate: 2024-02-30\n")
    git("commit", "-qam", "two")
    assert repository("HEAD:library/talks.yaml", "before.yaml").err.startswith("HEAD:library/talks.yaml:3:15: error: ")


# repositories that mean harm


@pytest.fixture
def trap() -> str:
    """Write a program that leaves a trace when it runs."""
    program = Path("trap").absolute()
    program.write_text('#!/bin/sh\ntouch "${0%/*}/sprung"\ncat\n')
    program.chmod(0o755)
    return str(program)


def test_nothing_that_a_repository_names_is_run(repository: Diff, trap: str) -> None:
    for setting in (
        "core.fsmonitor", "core.pager", "pager.cat-file", "core.editor", "core.sshCommand", "core.askPass",
        "diff.external", "diff.evil.textconv", "diff.evil.command", "filter.evil.clean", "filter.evil.smudge",
        "filter.evil.process", "credential.helper", "core.alternateRefsCommand", "gpg.program",
    ):  # fmt: skip
        git("config", setting, trap)
    git("config", "alias.cat-file", f"!{trap}")
    git("config", "core.hooksPath", ".")
    git("config", "filter.evil.required", "true")
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        Path(hook).symlink_to(trap)
    Path(".gitattributes").write_text("*.yaml filter=evil diff=evil\n")
    for name in ("HEAD:library/talks.yaml", ":library/talks.yaml", ":0:./library/talks.yaml"):
        assert repository(name, "library/talks.yaml").out == SHOWN
    assert not Path("sprung").exists()


def test_what_a_clone_does_not_hold_is_not_fetched(repository: Diff, trap: str) -> None:
    blob = git("rev-parse", "HEAD:library/talks.yaml").strip()
    (Path(".git/objects") / blob[:2] / blob[2:]).unlink()
    for setting, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", f"ext::{trap}"),
        ("remote.origin.uploadpack", trap),
        ("protocol.allow", "always"),
        ("protocol.ext.allow", "always"),
    ):
        git("config", setting, value)
    for url in (f"ext::{trap}", "ssh://example.invalid/x", str(Path.cwd())):
        git("config", "remote.origin.url", url)
        assert repository("HEAD:library/talks.yaml", "library/talks.yaml").code == 2
    assert not Path("sprung").exists()
