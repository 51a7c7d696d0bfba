"""Completion: what may stand at the cursor, and that the scripts work in the real shells and interpret nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.codes import ALL_CODES
from briefing.cli.command_table import COMMANDS
from briefing.cli.completion import FILES, SHELLS, completions
from briefing.cli.manual.topics import TOPICS
from briefing.report import FORMATS
from tests.support.terminal import ROOT

_BRIEF = "briefing: 1\ntitle: A\n"


def words(*typed: str, ids: Sequence[str] = ()) -> list[str]:
    """Return the words that may stand in place of the last one, without their help."""
    found = completions(typed, lambda start: [one for one in ids if one.startswith(start)])
    return [line.partition("\t")[0] for line in found]


def test_a_shell_that_is_not_known_is_answered_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "fihs"]) == 2
    assert capsys.readouterr().err == "briefing: “fihs” is not one of bash, zsh, fish; did you mean “fish”?\n"


def test_the_first_word_is_a_command_or_a_file() -> None:
    assert words("") == [*COMMANDS, FILES]
    assert words("che") == ["check", FILES]


def test_a_command_has_its_options_and_those_of_every_command() -> None:
    assert {"--markdown", "--verdicts", "--theme", "--ascii"} <= set(words("show", "-"))
    assert words("show", "--no-color", "--mark") == ["--markdown"]


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        (("check", "--format", ""), list(FORMATS)),
        (("check", "--explain", ""), list(ALL_CODES)),
        (("check", "--select", "quote-l"), ["quote-long"]),
        (("help", ""), list(TOPICS)),
        (("fields", "vers"), []),
        (("fields", "publ"), ["publisher", "published"]),
        (("completion", ""), list(SHELLS)),
        (("--theme", "pap"), ["paper"]),
    ],
)
def test_a_value_is_one_of_those_that_there_are(typed: Sequence[str], there: Sequence[str]) -> None:
    assert words(*typed) == there


def test_an_id_of_the_library_may_stand_where_a_command_takes_one() -> None:
    assert words("show", "br", ids=["bridge", "harbour"]) == ["bridge", FILES]
    assert words("list", "br", ids=["bridge"]) == [FILES]


def test_an_id_with_control_characters_is_left_out() -> None:
    assert words("show", "", ids=["a\x1b[31m", "b\nrm", "c"]) == ["c", FILES]


def test_the_ids_are_those_of_the_default_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "harbour.yaml").write_text(_BRIEF)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path))
    assert main(["completion", "words", "--", "show", "har"]) == 0
    assert capsys.readouterr().out == f"harbour\n{FILES}\n"
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "none"))
    assert main(["completion", "words", "--", "show", "har"]) == 0
    assert capsys.readouterr().out == f"{FILES}\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_is_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert capsys.readouterr().out == SHELLS[shell].lstrip("\n")


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "tcsh" in capsys.readouterr().err


def run(shell: str, program: str, library: Path) -> str:
    """Run a program in a shell in which `briefing` is this one; return what it prints."""
    folder = library.parent / "bin"
    folder.mkdir(exist_ok=True)
    command = folder / "briefing"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n')
    command.chmod(0o755)
    variables = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "HOME": str(library.parent),
        "PYTHONPATH": str(ROOT),
        "BRIEFING_LIBRARY": str(library),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
    }
    done = subprocess.run(
        [shell, *(["-f"] if shell == "zsh" else []), "-c", program],
        env=variables,
        cwd=library.parent,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    return done.stdout.decode()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for name in ("bridge", "$(touch owned)", "two words"):
        (folder / f"{name}.yaml").write_text(_BRIEF)
    return folder


def installed(shell: str) -> list[str]:
    """Return the shell, if this machine has it."""
    return [shell] if shutil.which(shell) else []


_IN_BASH = """
source <(briefing completion bash)
complete_words() {{
  COMP_WORDS=(briefing "$@"); COMP_CWORD=$#; COMPREPLY=(); _briefing; printf '%s\\n' "${{COMPREPLY[@]}}"
}}
compopt() {{ :; }}
{0}
"""


@pytest.mark.parametrize("shell", installed("bash"))
def test_bash_completes_commands_ids_and_files(shell: str, library: Path) -> None:
    assert run(shell, _IN_BASH.format("complete_words chec"), library) == "check\n"
    assert run(shell, _IN_BASH.format("complete_words show bri"), library) == "bridge\n"
    assert run(shell, _IN_BASH.format("complete_words show libr"), library) == "library/\n"


@pytest.mark.parametrize("shell", installed("bash"))
def test_bash_never_runs_what_an_id_says(shell: str, library: Path) -> None:
    found = run(shell, _IN_BASH.format("complete_words show ''"), library).splitlines()
    assert "\\$\\(touch\\ owned\\)" in found
    assert "two\\ words" in found
    assert not (library.parent / "owned").exists()


@pytest.mark.parametrize("shell", installed("fish"))
def test_fish_completes_commands_and_ids(shell: str, library: Path) -> None:
    program = "briefing completion fish | source; complete -C 'briefing chec'; complete -C 'briefing show bri'"
    assert [line.partition("\t")[0] for line in run(shell, program, library).splitlines()] == ["check", "bridge"]


@pytest.mark.parametrize("shell", installed("zsh"))
def test_zsh_reads_the_script(shell: str, library: Path) -> None:
    program = "autoload -Uz compinit; compinit -u -D; source <(briefing completion zsh); print $+functions[_briefing]"
    assert run(shell, program, library) == "1\n"
