from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.source_trees import lines, trees
from tests.support.terminal import ROOT

MODULES = sorted((ROOT / "briefing").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def found(pattern: str, paths: list[Path]) -> list[str]:
    """Return the lines that match, with their places."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(lines(path), 1)
        if re.search(pattern, line)
    ]


def test_the_top_level_holds_what_it_should_and_no_more() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    visible = {name.split("/")[0] for name in listed.splitlines() if not name.startswith(".")}
    assert visible == {"pyproject.toml", "README.md", "briefing", "briefs", "tests"}


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bexcept( Base)?( Exception)?:",
        r"except \(?(Base)?Exception\b",
        r"\bTYPE_CHECKING\b",
        r"\bcast\(",
        r"\bimport Any\b|\bAny,|, Any\b",
        r"\bTODO\b|\bFIXME\b",
        r"# type: ignore(?!\[)",
        r"# noqa(?!:)",
        r"\bshell=True\b|os\.system\(",
        r"[^(]\)(?:[*+?]|\{+\d*,?\d*\}+)\+",  # Python before 3.11.5 finds another end of a repeated group: (?>(...)*)
    ],
)
def test_the_code_has_none_of_what_it_promises_not_to_have(pattern: str) -> None:
    assert found(pattern, MODULES) == []


def test_no_test_is_switched_off() -> None:
    assert found(r"mark\.(skip|xfail)|pytest\.(skip|xfail)\(", [path for path in TESTS if path != Path(__file__)]) == []


def test_every_module_has_a_docstring_that_says_what_it_is() -> None:
    said = {path: ast.get_docstring(tree) or "" for path, tree in trees().items()}
    assert [path for path, text in said.items() if not text or text.startswith("Owns")] == []


def test_only_two_packages_are_needed_to_run() -> None:
    assert [re.split(r"[<>=]", name)[0] for name in PROJECT["project"]["dependencies"]] == ["textual", "pyyaml"]


def test_every_package_is_bounded() -> None:
    wanted = [*PROJECT["project"]["dependencies"]]
    wanted += [name for extra in PROJECT["project"]["optional-dependencies"].values() for name in extra]
    assert [name for name in wanted if not (">=" in name and "<" in name)] == []


def test_the_tests_have_what_reading_articles_needs() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    assert set(extras["articles"]) <= set(extras["test"])


def test_the_samples_are_in_git_once_and_go_into_the_wheel() -> None:
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"] == {"briefs": "briefing/samples"}
    assert not (ROOT / "briefing" / "samples").exists()


def lint(folder: Path) -> tuple[int, str]:
    """Run import-linter over a checkout."""
    program = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    done = subprocess.run([sys.executable, "-c", program, "--no-cache"], cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def test_the_import_floors_hold() -> None:
    code, said = lint(ROOT)
    assert code == 0, said


@pytest.mark.parametrize(
    ("library", "who"),
    [
        ("textual", {"tui", "cli"}),
        ("yaml", {"format"}),
        ("sqlite3", {"library"}),
        ("lxml", {"articles"}),
        ("trafilatura", {"articles"}),
    ],
)
def test_what_may_not_know_a_library_is_everything_else(library: str, who: set[str]) -> None:
    every = {
        path.stem
        for path in (ROOT / "briefing").iterdir()
        if not path.name.startswith("__") and path.name != "py.typed"
    }
    wanted = [
        one for one in PROJECT["tool"]["importlinter"]["contracts"] if library in one.get("forbidden_modules", ())
    ]
    assert [set(one["source_modules"]) for one in wanted] == [{f"briefing.{name}" for name in every - who}]


def test_the_import_floors_break_when_they_are_broken(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "briefing", tmp_path / "briefing", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, wrong in (
        ("base/files.py", "import briefing.library\nimport yaml\n"),
        ("render/symbols.py", "import textual\nimport lxml\n"),
        ("tui/data/brief_rows.py", "import sqlite3\nimport briefing.tui.screens.page\n"),
        ("extra.py", '"""Stands on no floor."""\n'),
        ("tui/extra.py", '"""Stands on no floor."""\n'),
    ):
        with (tmp_path / "briefing" / module).open("a", encoding="utf-8") as file:
            file.write(wrong)
    _, said = lint(tmp_path)
    assert "briefing.extra" in said  # a module without a floor stops the first contract
    (tmp_path / "briefing" / "extra.py").unlink()
    _, said = lint(tmp_path)
    assert "briefing.tui.extra" in said
    (tmp_path / "briefing" / "tui" / "extra.py").unlink()
    _, said = lint(tmp_path)
    assert said.count("BROKEN") == len(PROJECT["tool"]["importlinter"]["contracts"])
