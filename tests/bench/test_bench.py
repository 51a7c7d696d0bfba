"""The measures run, and the tables of what is measured are complete: no time is asserted."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from briefing.tui.keys.actions import ACTIONS, Where
from tests.bench.drills import DRILLS, LEFT_OUT, TARGETS
from tests.bench.programs import Program, another_commit, is_committed
from tests.bench.report import compared, written
from tests.bench.rows import Kind, Measured, Row, Target
from tests.bench.run import main
from tests.bench.sections import SECTIONS
from tests.bench.starts import FIRST_KEYS

_EDITING = {Where.EDIT, Where.EDIT_TEXT}


def test_a_small_run_prints_its_rows_and_keeps_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "rows.json"
    few = ["--rounds", "1", "--briefs", "3", "--quick", "--strokes", "1", "--json", str(kept)]
    assert main([*few, "--only", "start: J", "key: *"]) == 0
    printed = capsys.readouterr().out
    for what in (
        "start: J answered, with a kept frame",
        "start: J answered, without a kept frame",
        "key: *  star this brief",
        "hello at the beginning",
        "drift: slowest stage against fastest",
        "targets met",
    ):
        assert what in printed
    assert "changed nothing" not in printed
    assert all(column["values"] for row in json.loads(kept.read_text())["rows"] for column in row["columns"].values())


def test_every_action_is_pressed_or_left_out_for_a_reason() -> None:
    pressed = {step.action for drill in DRILLS for step in drill.cycle if step.action}
    wanted = {action.id for action in ACTIONS if action.where not in _EDITING}
    assert pressed | set(LEFT_OUT) == wanted
    assert not pressed & set(LEFT_OUT)


def test_no_two_rows_of_keys_have_the_same_name_and_every_target_has_its_row() -> None:
    names = [name for drill in DRILLS for name in {step.row for step in drill.cycle if step.row}]
    assert len(names) == len(set(names))
    assert set(TARGETS) <= set(names)


def test_starts_are_measured_with_any_key() -> None:
    assert [first.key for first in FIRST_KEYS] == ["J", "j", "?", "f"]


def test_all_that_is_promised_has_a_section() -> None:
    assert [section.name for section in SECTIONS] == [
        "starts",
        "keys",
        "memory",
        "rest",
        "commands",
        "check",
        "one core",
        "index",
        "first start",
        "change",
        "peers",
        "drafting",
        "editing",
    ]


def test_two_runs_are_printed_beside_each_other(tmp_path: Path) -> None:
    for name, values, hello in (("before", [10.0, 20.0, 30.0], 200.0), ("after", [5.0, 10.0, 15.0], 100.0)):
        row = Row("key", "J", Kind.AMOUNT, "ms", {"this tree": Measured(values)}, Target(8, 16, is_time=True))
        written([row], {"hello ms": hello}, tmp_path / name)
    head, line = compared(tmp_path / "before", tmp_path / "after")
    assert head == "hello: 200 ms in before, 100 ms in after: x 0.50"
    assert line.split()[:4] == ["key:", "J", "20.0", "ms"]
    assert line.endswith("x 0.50 (1.00 without the machine)")


def test_another_commit_runs_from_its_own_tree(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    package = repository / "briefing"
    package.mkdir(parents=True)
    git = ["git", "-C", str(repository), "-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", "init", "-q", str(repository)], check=True)
    (package / "__init__.py").touch()
    for said in ("old", "new"):
        (package / "__main__.py").write_text(f"print({said!r})\n")
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, "commit", "-q", "-m", said], check=True)
    with another_commit("HEAD~1", tmp_path / "tree", repository) as tree:
        program = Program("HEAD~1", tree, tmp_path / "homes")
        assert is_committed(tree)
        assert program.run(["show"], program.home("any")).stdout == b"old\n"
        (tree / "briefing" / "more.py").touch()
        assert not is_committed(tree)
    assert not tree.exists()


def test_a_target_in_milliseconds_grows_with_hello() -> None:
    assert Target(8, 16, is_time=True).words(2) == "<= 16 / 32 (<= 8 / 16)"
    assert Target(0.35).words(2) == "<= 0.35"
    assert Target(1200, is_least=True, is_time=True).scaled(2).limit == 600
