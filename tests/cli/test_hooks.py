from __future__ import annotations

import re

import pytest
import yaml

from briefing.cli.arguments import parse_command_line
from tests.support.terminal import ROOT

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_is_a_command_that_there_is() -> None:
    program, *arguments = HOOK["entry"].split() + HOOK["args"]
    assert program == "briefing"
    assert parse_command_line(arguments).command == "check"


@pytest.mark.parametrize("name", ["briefs/a.yaml", "briefs/a.yml", "briefs/texts/a.txt", "briefs/texts/a.md"])
def test_the_hook_runs_when_a_brief_or_a_saved_text_changes(name: str) -> None:
    assert re.search(HOOK["files"], name)


def test_the_readme_names_the_hook() -> None:
    assert f"- id: {HOOK['id']}\n" in (ROOT / "README.md").read_text(encoding="utf-8")
