"""The man pages are those that the tables make, and roff has nothing to say against them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib

import pytest

from briefing.cli.command_table import COMMANDS
from briefing.cli.manual.man import man_pages
from briefing.cli.manual.page import Entries, Entry, Example, Heading, Page, Text
from briefing.cli.manual.roff import ManPage, man_text
from tests.support.terminal import ROOT

_FOLDER = ROOT / "briefing" / "cli" / "manual" / "share"
_GROFF = [path for name in ("groff",) if (path := shutil.which(name))]
"""The program that typesets man pages, where it is installed."""
_HOSTILE = ".so /etc/passwd\\*(xx \\fB 'x' \"y\" - ` ^ ~"


@pytest.mark.parametrize("name", man_pages())
def test_a_man_page_is_what_the_tables_make(name: str) -> None:
    made = man_pages()[name]
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        (_FOLDER / name).write_text(made, encoding="utf-8")
    kept = (_FOLDER / name).read_text(encoding="utf-8")
    assert kept == made, "BRIEFING_GOLDEN=write before pytest writes it anew"


def test_the_wheel_installs_every_man_page() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert installed == {f"briefing/cli/manual/share/{name}": f"share/man/man{name[-1]}/{name}" for name in man_pages()}


@pytest.mark.parametrize("groff", _GROFF)
@pytest.mark.parametrize("name", man_pages())
def test_roff_has_no_warning(name: str, groff: str) -> None:
    done = subprocess.run(
        [groff, "-ww", "-man", "-Tutf8", "-Kutf8", str(_FOLDER / name)], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_first_page_has_every_command_with_its_options() -> None:
    page = man_pages()["briefing.1"]
    assert [name for name in COMMANDS if f'.SS "briefing {name}' not in page] == []
    assert "\\-\\-verdicts" in page


@pytest.mark.parametrize("groff", _GROFF)
def test_no_text_is_a_request_of_roff(groff: str) -> None:
    entry = Entry(_HOSTILE, _HOSTILE, _HOSTILE, _HOSTILE)
    parts = (Heading(_HOSTILE), Text(_HOSTILE), Example(f"{_HOSTILE}\n\n.x"), Entries((entry,)))
    page = man_text(ManPage("briefing", 1, _HOSTILE, _HOSTILE, (Page(_HOSTILE, parts),)), "1")
    done = subprocess.run(
        [groff, "-ww", "-man", "-Tutf8", "-Kutf8", "-P-cbou"], input=page.encode(), capture_output=True, check=False
    )
    shown = done.stdout.decode()
    assert done.stderr == b""
    assert shown.count("/etc/passwd\\*(xx \\fB 'x'") >= 5
