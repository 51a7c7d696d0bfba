"""Of many problems a person is shown the first of each file and how many more there are; programs get all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.base.problem_limit import MOST, MOST_OF_A_FILE, limited
from briefing.base.problems import Place, Problem, Severity
from briefing.cli import main
from briefing.cli.commands import check as checking
from briefing.render.pages.problems import problems_page
from briefing.render.symbols import Look
from tests.support.render_samples import plain_text

COUNT = 250
WRONG = "briefing: 1\ntitle: T\ntags:\n" + "  - [a]\n" * COUNT
CODE = "type"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")
    return tmp_path


def lines(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], list[str]]:
    """Return the exit code, and the lines of standard output and standard error."""
    code = main(arguments)
    out, err = capfd.readouterr()
    return code, out.splitlines(), err.splitlines()


def test_a_check_prints_the_first_problems_of_a_file_and_how_many_more_there_are(
    capfd: pytest.CaptureFixture[str],
) -> None:
    code, out, err = lines(capfd, "check", "a.yaml")
    assert len(out) == MOST_OF_A_FILE + 1
    assert out[-1] == f"./a.yaml: {COUNT - MOST_OF_A_FILE} more errors (--all prints all)"
    assert code == 1
    assert err[-1].startswith(f"{COUNT} errors in 1 brief")


@pytest.mark.parametrize("arguments", [("--all",), ("--format", "sarif"), ("--format", "json")])
def test_all_problems_are_printed_for_programs_and_where_they_are_asked_for(
    capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, _ = lines(capfd, "check", *arguments, "a.yaml")
    assert "\n".join(out).count(CODE) >= COUNT
    assert code == 1


def test_annotations_are_as_many_and_a_notice(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = lines(capfd, "check", "--format", "github", "a.yaml")
    assert len(out) == MOST_OF_A_FILE + 1
    assert out[-1] == f"::notice title=more::./a.yaml: {COUNT - MOST_OF_A_FILE} more errors (--all prints all)"


def test_what_is_left_out_tells_errors_from_warnings() -> None:
    file = Path("b.yaml")
    many = [Problem(Place(file, at + 1, 1), "date", "wrong", Severity.WARNING) for at in range(COUNT)]
    many[-1] = Problem(many[-1].place, "date", "wrong")
    *_, last = limited(many)
    assert str(getattr(last, "words", last)) == f"{COUNT - MOST_OF_A_FILE} more problems, 1 of them error"


def test_a_check_of_many_files_ends_as_well(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number in range(12):
        (folder / f"b{number:02}.yaml").write_text(WRONG, encoding="utf-8")
    code, out, err = lines(capfd, "check", ".")
    assert sum(CODE in line for line in out) == MOST
    assert out[-1] == f"{3 * COUNT} more errors in 3 other files (--all prints all)"
    assert code == 1
    assert err[-1].startswith(f"{13 * COUNT:,} errors in 13 briefs")


@pytest.mark.parametrize("arguments", [("show", "a.yaml"), ("list", "."), ("diff", "a.yaml", "a.yaml")])
def test_other_commands_complain_as_briefly(capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    files = 2 if arguments[0] == "diff" else 1
    _, _, err = lines(capfd, *arguments)
    assert sum(CODE in line for line in err) == files * MOST_OF_A_FILE
    assert err.count(f"./a.yaml: {COUNT - MOST_OF_A_FILE} more errors (briefing check --all says which)") == files


def test_mistakes_in_the_settings_are_as_few(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    (folder / "briefing").mkdir()
    (folder / "briefing" / "config.yaml").write_text("".join(f"them{at}: a\n" for at in range(COUNT)), encoding="utf-8")
    _, _, err = lines(capfd, "list", "a.yaml")
    assert sum("them" in line for line in err) == MOST_OF_A_FILE
    assert f"and {COUNT - MOST_OF_A_FILE} more like these" in err


def test_a_difference_is_begun_and_its_length_said(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_MOST_LINES", 20)
    items = "".join(f"  - {{text: P {at}, standng: planned}}\n" for at in range(30))
    (folder / "a.yaml").write_text(f"briefing: 1\ntitle: T\nsummary:\n{items}", encoding="utf-8")
    _, out, _ = lines(capfd, "check", "--fix", "a.yaml")
    more = next(line for line in out if line.startswith("... and "))
    assert out.index(more) == 20
    assert "standng" not in (folder / "a.yaml").read_text(encoding="utf-8")


def test_the_page_of_problems_is_bounded_and_its_items_are_those_problems() -> None:
    many = [Problem(Place(Path("a.yaml"), at + 1, 1), "date", f"wrong {at}") for at in range(COUNT)]
    others = [Problem(Place(Path("config.yaml"), 1, 1), "type", "other")]
    sheet = problems_page([*many, *others], 80, Look())
    assert [item.target.number for item in sheet.items] == [*range(MOST_OF_A_FILE), COUNT]
    assert f"{COUNT - MOST_OF_A_FILE} more errors (briefing check --all says which)" in plain_text(sheet.lines)
