"""Programs that draft, as they come: honest, lying, garbage, endless, silent, huge, rude, deaf, and with children."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.cli import main
from tests.draft.test_answer import ANSWER, ARTICLE

PROGRAM = """\
import os, sys, time
kind = sys.argv[1]
if kind != "deaf":
    task = sys.stdin.read()
    assert "Port Selby" in task and "Rules" in task
if kind in {"honest", "deaf"}:
    print("Here it is:\\n```yaml\\n" + open(sys.argv[2]).read() + "```")
elif kind == "lying":
    print(open(sys.argv[2]).read().replace('"4,200"', "'5,200'"))
elif kind == "garbage":
    print("I am not able to do that: sorry.")
elif kind == "endless":
    while True:
        print("#", flush=True)
        time.sleep(0.01)
elif kind == "huge":
    while True:
        sys.stdout.write("# more\\n" * 10000)
elif kind == "failing":
    sys.stderr.write("no \\x1b]0;owned\\x07 such model\\n")
    sys.exit(3)
elif kind == "latin":
    sys.stdout.buffer.write(b"summary: [\\xe9]")
elif kind == "forking":
    if os.fork() == 0:
        time.sleep(60)
    open(sys.argv[3], "w").write(str(os.getpid()))
    print(open(sys.argv[2]).read())
elif kind == "sleeping":
    open(sys.argv[3], "w").write(str(os.getpid()))
    time.sleep(60)
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config/briefing").mkdir(parents=True)
    (tmp_path / "strike.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "answer").write_text(ANSWER, encoding="utf-8")
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


def command(kind: str) -> list[str]:
    return [sys.executable, "-S", "-E", "program.py", kind, "answer", "pid"]


def run(kind: str, *options: str) -> int:
    return main(["draft", "strike.txt", "--print", *options, "--with-command", *command(kind)])


def has_ended(group: int) -> bool:
    """Tell whether no process of a group is left, apart from dead ones that nobody has asked for."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        states = [
            path.read_text(encoding="utf-8").rpartition(")")[2].split()[0]
            for path in Path("/proc").glob("[0-9]*/stat")
            if os.getpgid(int(path.parent.name)) == group
        ]
        if set(states) <= {"Z"}:
            return True
        time.sleep(0.02)
    return False


def test_an_honest_program_drafts(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "config/briefing/config.yaml").write_text(f"drafters:\n  local: {command('honest')}\n", encoding="utf-8")
    assert main(["draft", "--no-open", "--with", "local", "--name", "strike", "strike.txt", "."]) == 0
    printed = capsys.readouterr()
    assert "2 items in the draft, 0 withheld" in printed.err
    assert "lede: \"The dockers'" in (here / "strike.yaml").read_text(encoding="utf-8")
    assert main(["check", "--strict", "strike.yaml"]) == 0
    assert main(["draft", "--no-open", "--with", "local", "--name", "strike", "strike.txt", "."]) == 2
    assert "there is already a file of this name" in capsys.readouterr().err


def test_a_program_that_does_not_read_its_task_drafts_as_well(here: Path) -> None:
    assert here.is_dir()
    assert run("deaf", "--alone") == 0


def test_what_a_program_has_made_up_is_withheld(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert here.is_dir()
    assert run("lying") == 0
    printed = capsys.readouterr()
    assert "withheld: figure: “Containers waiting on the quay”: no quote of this figure carries 5,200" in printed.err
    assert "5,200" not in printed.out
    assert "4,200" in printed.out


@pytest.mark.parametrize(
    ("kind", "options", "sentence"),
    [
        ("garbage", (), "its answer is no brief"),
        ("silent", (), "has answered nothing"),
        ("endless", ("--time-limit", "0.3"), "was ended after 0.3 s"),
        ("huge", (), "was ended: it printed more than 1024 kB"),
        ("failing", (), "has failed, with exit code 3"),
        ("latin", (), "its answer is not in UTF-8"),
    ],
)
def test_a_program_that_fails_gives_one_sentence_and_no_brief(
    kind: str, options: tuple[str, ...], sentence: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert here.is_dir()
    assert run(kind, *options) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert sentence in printed.err
    assert "\x1b" not in printed.err
    assert ("such model" in printed.err) == (kind == "failing")


def test_what_a_program_has_started_ends_with_it(here: Path) -> None:
    assert run("forking") == 0
    assert has_ended(int((here / "pid").read_text(encoding="utf-8")))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_program_ends_with_the_one_that_waits_for_it(number: signal.Signals, here: Path) -> None:
    arguments = ["draft", "strike.txt", "--print", "--with-command", *command("sleeping")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, "-m", "briefing", *arguments], env=environment) as process:
        for _ in range(500):
            if (here / "pid").exists() and (here / "pid").read_text(encoding="utf-8"):
                break
            time.sleep(0.02)
        process.send_signal(number)
        assert process.wait(10) == 128 + number
    assert has_ended(int((here / "pid").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--with", "local"], "the settings have no drafter local; such as drafters:"),
        (["--with-command"], "--with-command needs a program"),
        (["--with", "a", "--with-command", "b"], "exclude each other"),
        (["--time-limit", "soon"], "--time-limit takes seconds"),
        (["--time-limit", "5"], "--time-limit are for a program that drafts"),
        (["--alone"], "--alone and --time-limit are for a program"),
        (["--time-limit", "nan"], "--time-limit takes seconds"),
    ],
)
def test_wrong_usage_is_said(options: list[str], sentence: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert here.is_dir()
    assert main(["draft", "strike.txt", "--print", *options]) == 2
    assert sentence in capsys.readouterr().err


def test_a_program_that_is_not_there_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert here.is_dir()
    assert main(["draft", "strike.txt", "--print", "--with-command", "no-such-program-here"]) == 1
    assert "no-such-program-here cannot be started: No such file or directory" in capsys.readouterr().err


def test_the_task_is_printed_and_nothing_else(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--task", "strike.txt"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("Draft a brief of the article")
    assert ARTICLE.splitlines()[2] in printed.out
    assert printed.err == ""
    assert sorted(path.name for path in here.iterdir()) == ["answer", "config", "program.py", "strike.txt"]
