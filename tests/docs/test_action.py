"""The action for GitHub: its script is run with the program in the place of an installation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.terminal import ROOT, SAMPLES

_ACTION = yaml.safe_load((ROOT / ".github" / "action.yml").read_text(encoding="utf-8"))


def run(tmp_path: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the only step of the action; installing is replaced by commands that do nothing."""
    (step,) = _ACTION["runs"]["steps"]
    assert step["env"] == {"PATHS": "${{ inputs.paths }}", "OPTIONS": "${{ inputs.options }}"}
    folder = tmp_path / "briefing" / "bin"
    folder.mkdir(parents=True)
    for name, does in (("pip", "true"), ("briefing", f'exec "{sys.executable}" -m briefing "$@"')):
        (folder / name).write_text(f"#!/bin/sh\n{does}\n")
        (folder / name).chmod(0o755)
    (tmp_path / "python3").write_text("#!/bin/sh\ntrue\n")
    (tmp_path / "python3").chmod(0o755)
    values = {name: one["default"] for name, one in _ACTION["inputs"].items()} | inputs
    variables = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_ACTION_PATH": str(ROOT / ".github"),
        **{name.upper(): value for name, value in values.items()},
    }
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        cwd=SAMPLES,
    )


def test_the_samples_pass(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("no problems in 3 briefs")


@pytest.mark.parametrize("options", ["", "--strict --select date"])
def test_a_problem_is_an_annotation_at_its_line(tmp_path: Path, options: str) -> None:
    (tmp_path / "bad.yaml").write_text("briefing: 1\ntitle: A\ndate: 2024-13\n")
    done = run(tmp_path, paths=str(tmp_path / "bad.yaml"), options=options)
    assert done.returncode == 1
    assert "::error file=" in done.stdout
    assert "line=3" in done.stdout


def test_what_is_given_is_not_run(tmp_path: Path) -> None:
    done = run(tmp_path, paths="$(touch owned)", options="; touch owned")
    assert done.returncode == 2
    assert not list(tmp_path.glob("**/owned"))
