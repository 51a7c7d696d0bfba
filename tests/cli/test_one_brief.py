"""Commands about one brief load what that brief needs, and compile the patterns that its text needs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

_PROGRAM = """
import gc, pathlib, re._compiler, sys  # pathlib compiles patterns, of which each Python has its own
compiled = characters = 0
collections = []
compile_as_usual = re._compiler.compile
def counted(pattern, *others):
    global compiled, characters
    compiled += 1
    characters += len(pattern)
    return compile_as_usual(pattern, *others)
re._compiler.compile = counted
from briefing.cli import main
from briefing.cli.program import set_garbage_threshold
set_garbage_threshold()
gc.callbacks.append(lambda phase, _: collections.append(phase))
code = main({arguments!r})
print(code, compiled, characters, len(collections) // 2, *sys.modules, file=sys.stderr)
"""
_HEAVY = {
    "dataclasses",
    "inspect",
    "sqlite3",
    "hashlib",
    "subprocess",
    "selectors",
    "asyncio",
    "json",
    "yaml.loader",
    "shutil",
    "argparse",
    "typing",
    "threading",
    "heapq",
    "datetime",
    "briefing.tui.terminal.session",
    "gettext",
    "locale",
}
"""Modules that take a millisecond or more, and that neither command needs for a brief without a checksum."""
_ENGLISH = "The ministry said 1,200 people left the harbour on 4 May 2024."
_SPANISH = "El ministerio dijo que 1.200 personas salieron del puerto el 4 de mayo de 2024."


class Run(NamedTuple):
    """What a command did."""

    code: int
    patterns: int
    """How many it compiled."""
    characters: int
    """Length of their sources together."""
    collections: int
    """Collections of garbage."""
    modules: frozenset[str]

    def below(self, package: str) -> set[str]:
        """Return the modules of a package, without its name."""
        return {name.removeprefix(f"{package}.") for name in self.modules if name.startswith(f"{package}.")}


def run(folder: Path, *arguments: str) -> Run:
    variables = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:] = {_path()!r}\n{_PROGRAM.format(arguments=arguments)}"],
        capture_output=True,
        check=True,
        text=True,
        cwd=folder,
        env=variables,
    )
    code, patterns, characters, collections, *modules = done.stderr.splitlines()[-1].split()
    return Run(int(code), int(patterns), int(characters), int(collections), frozenset(modules))


def _path() -> Sequence[str]:
    return [folder for folder in sys.path if folder]


def brief(folder: Path, text: str, language: str) -> str:
    (folder / "text.txt").write_text(f"Talks\n\n{text}\n", encoding="utf-8")
    (folder / "brief.yaml").write_text(
        f"briefing: 1\ntitle: Talks\nlanguage: {language}\nsummary:\n  - text: {text}\n"
        f"    cites: {{quote: '{text}'}}\n"
        f"sources:\n  article: {{kind: article, file: text.txt, language: {language}}}\n",
        encoding="utf-8",
    )
    return "brief.yaml"


@pytest.mark.parametrize(("command", "most"), [("show", 117), ("check", 192)])
def test_neither_command_loads_what_takes_long_and_is_not_needed_or_collects_garbage(
    tmp_path: Path, command: str, most: int
) -> None:
    done = run(tmp_path, command, brief(tmp_path, _ENGLISH, "en"))
    assert (done.code, done.collections, done.modules & _HEAVY) == (0, 0, frozenset())
    assert done.below("briefing.library.index") == done.below("briefing.tui.launch") == set()
    assert len(done.below("briefing")) <= most


def test_a_brief_whose_text_is_not_held_loads_nothing_that_looks_for_quotes(tmp_path: Path) -> None:
    name = brief(tmp_path, _ENGLISH, "en")
    (tmp_path / "text.txt").unlink()
    loaded = run(tmp_path, "check", name).below("briefing.evidence")
    assert loaded & {"quote_places", "quotes.locate", "quotes.search", "dates.date_line", "dates.relative"} == set()
    assert not any(one.startswith("facts.") for one in loaded)


@pytest.mark.parametrize(
    ("columns", "width"),
    [pytest.param("40", 40, id="given"), pytest.param("0", 80, id="none"), pytest.param("x", 80, id="no number")],
)
def test_a_brief_is_as_wide_as_the_environment_says(tmp_path: Path, columns: str, width: int) -> None:
    name = brief(tmp_path, f"{_ENGLISH} {_ENGLISH}", "en")
    shown = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path[:] = {_path()!r}\nfrom briefing.cli import main; main()",
            "show",
            name,
        ],
        capture_output=True,
        check=True,
        text=True,
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8", "COLUMNS": columns},
    )
    widest = max(map(len, shown.stdout.splitlines()))
    assert width - 20 < widest <= width


def test_comparing_two_files_starts_no_git(tmp_path: Path) -> None:
    name = brief(tmp_path, _ENGLISH, "en")
    assert run(tmp_path, "diff", name, name).modules & {"subprocess", "tempfile", "briefing.cli.git"} == set()


def test_showing_checks_nothing(tmp_path: Path) -> None:
    done = run(tmp_path, "show", brief(tmp_path, _ENGLISH, "en"))
    assert done.below("briefing.evidence") == {"classes", "codes", "origins", "result"}
    assert done.below("briefing.fix") | done.below("briefing.report") | done.below("briefing.cli.checking") == set()
    assert done.patterns <= 15


@pytest.mark.parametrize(
    ("text", "language", "own"),
    [
        pytest.param(_ENGLISH, "en", "english", id="English"),
        pytest.param(_SPANISH, "es", "spanish", id="Spanish"),
        pytest.param("De minister zei dat 1.200 mensen vertrokken.", "nl", "", id="no table"),
    ],
)
def test_a_check_loads_the_languages_of_its_brief_only(tmp_path: Path, text: str, language: str, own: str) -> None:
    done = run(tmp_path, "check", brief(tmp_path, text, language))
    loaded = {name.partition("_")[0] for name in done.below("briefing.evidence.languages") if "connectors" not in name}
    assert loaded & {"english", "french", "german", "spanish"} == ({own} if own else set())


def test_a_brief_without_claims_compiles_no_pattern_for_its_texts(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("briefing: 1\ntitle: Talks\n", encoding="utf-8")
    of_empty = run(tmp_path, "check", "empty.yaml").patterns
    of_claim = run(tmp_path, "check", brief(tmp_path, _ENGLISH, "en")).patterns
    assert of_empty <= 11
    assert of_claim <= 67


def test_patterns_are_compiled_for_the_words_of_the_only_brief(tmp_path: Path) -> None:
    name = brief(tmp_path, _ENGLISH, "en")
    alone = run(tmp_path, "check", name)
    beside = run(tmp_path, "check", name, name)
    assert (alone.code, beside.code) == (0, 0)
    assert alone.characters < beside.characters / 2


def test_patterns_are_compiled_for_the_words_of_quotes_whose_text_is_not_held(tmp_path: Path) -> None:
    name = brief(tmp_path, _ENGLISH, "en")
    (tmp_path / name).write_text((tmp_path / name).read_text("utf-8").replace(f"text: {_ENGLISH}", "text: It ended."))
    (tmp_path / "text.txt").unlink()
    alone = run(tmp_path, "check", name)
    beside = run(tmp_path, "check", name, name)
    assert (alone.code, beside.code) == (0, 0)
    assert alone.characters < 0.6 * beside.characters
