from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.evidence import Support
from briefing.evidence.classes import CLASSES, MEANING
from briefing.format.parse import read_brief_text
from briefing.settings import load_settings
from tests.support import documented
from tests.support.documented import README
from tests.support.terminal import ROOT, SAMPLES, Preloaded, Size, Terminal, environment

MAP = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


def test_the_first_command_opens_the_reader_and_the_second_runs_the_tests() -> None:
    reader, tests = blocks("sh")[:2]
    assert reader == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/briefing\n"
    assert tests == "python3 -m venv .venv && .venv/bin/pip install -q '.[test]' && .venv/bin/python -m pytest\n"


def test_ci_runs_the_second_command_word_for_word() -> None:
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").endswith(f"\n{blocks('sh')[1]}")


def test_ci_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("block", blocks("console"))
def test_a_command_prints_what_is_shown(block: str, tmp_path: Path) -> None:
    command, shown = block.removeprefix("$ ").split("\n", 1)
    shell = f'briefing() {{ "{sys.executable}" -m briefing "$@"; }}; {command}'
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", shell], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.stdout.decode() == shown


def test_the_picture_is_what_the_reader_shows(tmp_path: Path) -> None:
    picture = blocks("text")[0].splitlines()
    with Terminal(Preloaded(SAMPLES), Size(100, len(picture)), environment(tmp_path)) as terminal:
        terminal.until_shown("Satellite")
        terminal.press("JJ")
        terminal.until(lambda: terminal.screen().splitlines() == picture, "the picture")


def test_it_says_what_the_sign_of_a_verified_claim_means_as_the_reader_does() -> None:
    assert f"`{CLASSES[Support.VERIFIED].full}` means that {MEANING}" in " ".join(README.split())


def test_it_names_every_class_with_its_sign() -> None:
    rows = " ".join(line for line in README.splitlines() if line.startswith("|"))
    assert all(f"`{one.full}`" in rows for one in CLASSES.values() if one.full)
    assert all(one.counted in rows for one in CLASSES.values())


def test_the_brief_has_no_problems() -> None:
    assert read_brief_text(blocks("yaml")[0], Path("readme.yaml"), "readme").problems == ()


def test_the_settings_have_no_problems(tmp_path: Path) -> None:
    (tmp_path / "briefing").mkdir()
    block = README[README.index("\n## Settings\n") :].split("```")[1].removeprefix("yaml\n")
    (tmp_path / "briefing" / "config.yaml").write_text(block, encoding="utf-8")
    settings, problems = load_settings({"XDG_CONFIG_HOME": str(tmp_path), "HOME": "/home/reader"})
    assert problems == ()
    assert (settings.theme, settings.library, settings.ascii) == ("ink", Path("/home/reader/briefs"), False)


def test_every_module_is_on_the_map() -> None:
    listed = re.search(r"^    briefing/\n((?:      .*\n)+)", MAP, re.MULTILINE)
    assert listed is not None
    here = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (ROOT / "briefing").iterdir()
        if not path.name.startswith("_") and path.name != "py.typed"
    }
    assert {line.split()[0] for line in listed[1].splitlines()} == here


def test_every_room_of_the_screen_is_on_the_map() -> None:
    listed = re.search(r"^## The screen\n(?:.*\n)*?\n((?:      .*\n)+)", MAP, re.MULTILINE)
    assert listed is not None
    here = {
        f"{path.name}/" if path.is_dir() else path.stem
        for path in (ROOT / "briefing" / "tui").iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }
    assert {line.split()[0] for line in listed[1].splitlines()} == here


def test_a_file_that_the_map_names_is_there() -> None:
    named = re.findall(r"`([\w/]+(?:\.py|\.tcss|/))`", MAP)
    paths = [name for name in named if "/" in name.rstrip("/")]
    assert paths
    assert [name for name in paths if not (ROOT / name).exists() and not (ROOT / "briefing" / name).exists()] == []


@pytest.mark.parametrize(
    ("name", "link"),
    [
        (name, link)
        for name in ("README.md", ".github/CONTRIBUTING.md", ".github/CHANGELOG.md")
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    ],
)
def test_a_link_leads_somewhere(name: str, link: str) -> None:
    assert (ROOT / name).parent.joinpath(link).exists()


def test_the_readme_links_the_map_and_the_changes() -> None:
    assert {".github/CONTRIBUTING.md", ".github/CHANGELOG.md"} <= set(re.findall(r"\]\(([^)]+)\)", README))


def test_it_names_every_command_and_every_form_of_a_brief_and_of_problems() -> None:
    assert (documented.commands(), documented.forms()) == ([], [])
    said, there = documented.report_formats()
    assert said == there


def test_the_manual_names_every_field_of_a_query() -> None:
    assert documented.conditions() == []


def test_it_names_no_key_that_does_nothing() -> None:
    assert documented.no_keys() == []


def test_it_can_be_read_in_five_minutes() -> None:
    assert len(README.splitlines()) <= 270


@pytest.mark.parametrize("compared", [documented.panes, documented.themes, documented.settings, documented.languages])
def test_it_lists_what_there_is(compared: Callable[[], tuple[list[str], list[str]]]) -> None:
    said, there = compared()
    assert said == there


def test_it_names_every_sort_order() -> None:
    assert [(said, there) for said, there in documented.sort_orders() if said != there] == []


def test_it_says_how_many_processes_run_the_tests() -> None:
    (said,) = re.findall(r"pytest uses \w+ processes \(`(-n \d)`", README)
    assert f"{said} " in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
