from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.progress import progress
from briefing.report.explanations import CODE_EXPLANATIONS
from tests.support.terminal import SAMPLES

TEXT = "Talks\n\nThe harbour master’s office opens on Monday.\n"
GOOD = """\
briefing: 1
title: Talks
summary:
  - text: The office opens.
    cites:
      quote: The harbour master’s office opens  # word for word
sources:
  article: {kind: article, file: talks.txt}
"""
WRONG_QUOTE = GOOD.replace("opens  #", "is shut  #")
UNTIDY = GOOD.replace("’", "'").replace("summary", "sumary")
WARNED = GOOD + "x-mine: 1\nledge: Talks resume.\n"


@dataclass(frozen=True, slots=True)
class Result:
    """What a run printed and returned."""

    code: int
    out: str
    err: str


class Check:
    """Runs `briefing check` inside the test, in a folder of its own."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *arguments: str) -> Result:
        code = main(["check", *arguments])
        out, err = self._capture.readouterr()
        return Result(code, out, err)


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Check:
    for name in ("BRIEFING_LIBRARY", "XDG_CONFIG_HOME", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Check(capsys)


def put(text: str, name: str = "talks.yaml") -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def summed(result: Result) -> tuple[int, str, str]:
    """Return what a check came to, without how many of its claims are in which class."""
    return result.code, result.out, result.err.split(" · ")[0]


def test_a_good_brief_has_no_problems(check: Check) -> None:
    put(GOOD)
    assert summed(check("talks.yaml")) == (0, "", "no problems in 1 brief")


def test_the_summary_says_which_library_was_looked_at(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = "the samples that come with briefing (no library was named or found here)"
    assert summed(check())[2] == f"no problems in 3 briefs of {samples}"
    Path("briefs").mkdir()
    put(GOOD.replace("talks.txt", "briefs/talks.txt"), "briefs/a.yaml")
    Path("talks.txt").rename("briefs/talks.txt")
    assert summed(check("--ignore", "text-not-held"))[2].endswith(" in 1 brief of ./briefs")
    put(GOOD)
    assert summed(check("--ignore", "text-not-held"))[2].endswith(" in 2 briefs of the current folder")
    monkeypatch.setenv("BRIEFING_LIBRARY", "briefs")
    assert summed(check("--ignore", "text-not-held"))[2].endswith(" in 1 brief of $BRIEFING_LIBRARY (briefs)")


def test_the_samples_have_no_problems(check: Check) -> None:
    assert check("--strict", str(SAMPLES)).code == 0


def test_a_quote_that_is_not_there_is_named_with_its_place(check: Check) -> None:
    put(WRONG_QUOTE)
    result = check("talks.yaml")
    assert result.code == 1
    assert result.out.startswith("./talks.yaml:6:14: error: the quote is not in the saved text")
    assert result.out.endswith("[quote-not-found]\n")
    assert result.err == "1 error in 1 brief · 0 of 1 claim verified, 1 not found\n"


def test_problems_are_in_the_order_of_their_places(check: Check) -> None:
    put(WRONG_QUOTE + "ledge: x\n", "b.yaml")
    put(WRONG_QUOTE + "date: never\n", "a.yaml")
    places = [line.split(": ")[0] for line in check(".").out.splitlines()]
    assert places == ["./a.yaml:6:14", "./a.yaml:9:7", "./b.yaml:6:14", "./b.yaml:9:1"]


def test_warnings_alone_are_well(check: Check) -> None:
    put(WARNED)
    assert check("talks.yaml").code == 0


def test_warnings_are_errors_when_strict(check: Check) -> None:
    put(WARNED)
    assert check("--strict", "talks.yaml").code == 1


def test_only_selected_codes_are_reported(check: Check) -> None:
    put(WRONG_QUOTE + "ledge: x\ndate: never\n")
    result = check("--select", "field-unknown,date", "talks.yaml")
    assert [line.rpartition("[")[2] for line in result.out.splitlines()] == ["field-unknown]", "date]"]


def test_ignored_codes_do_not_count(check: Check) -> None:
    put(WRONG_QUOTE)
    result = check("--ignore", "quote-not-found", "talks.yaml")
    assert result == Result(0, "", "no problems in 1 brief · 0 of 1 claim verified, 1 not found\n")


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_an_unknown_code_is_wrong_use_with_a_hint(check: Check, option: str) -> None:
    put(GOOD)
    result = check(option, "quote-not-fuond")
    assert (result.code, result.out) == (2, "")
    assert result.err == "briefing: there is no code quote-not-fuond; did you mean “quote-not-found”?\n"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("nowhere.yaml",), id="no such file"),
        pytest.param(("--format", "xml"), id="no such format"),
        pytest.param(("--pin", "talks.yaml"), id="pin without fix"),
        pytest.param(("--sort",), id="no such option"),
    ],
)
def test_wrong_use_ends_with_2_and_one_line(check: Check, arguments: tuple[str, ...]) -> None:
    put(GOOD)
    result = check(*arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)


def test_a_folder_that_cannot_be_read_in_part_is_reported_with_the_rest(check: Check) -> None:
    put(GOOD)
    Path("folder.yaml").mkdir()
    result = check(".")
    assert result.code == 1
    assert "[unreadable]" in result.out


def test_the_json_form_is_one_object(check: Check) -> None:
    put(WRONG_QUOTE)
    read = json.loads(check("--format", "json", "talks.yaml").out)
    assert (read["errors"], read["problems"][0]["line"], read["problems"][0]["code"]) == (1, 6, "quote-not-found")


def test_every_result_in_sarif_has_a_rule_with_its_meaning(check: Check) -> None:
    put(WRONG_QUOTE)
    run = json.loads(check("--format", "sarif", "talks.yaml").out)["runs"][0]
    rule = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert rule["fullDescription"]["text"] == CODE_EXPLANATIONS["quote-not-found"].meaning


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_hostile_text_and_names_print_no_control_and_no_command(check: Check, form: str) -> None:
    put(
        'briefing: 1\ntitle: "a\\e]0;x\\a\\n::error::b %0A"\n"k\\e\\n::error::": 1\nstatus: "\\n::error::"\n',
        "a\n::error::b.yaml",
    )
    printed = check("--format", form, ".").out
    assert printed.replace("\n", "").isprintable()
    starts = {line.partition(" ")[0] for line in printed.splitlines() if line.startswith("::")}
    assert starts <= {"::error", "::warning"}


def test_coverage_lists_what_no_figure_or_event_quotes(check: Check) -> None:
    put(GOOD)
    Path("talks.txt").write_text(f"{TEXT}\nIn May 2024\naround 11,000 people came.\n", encoding="utf-8")
    result = check("--strict", "--coverage", "talks.yaml")
    notes = [line for line in result.out.splitlines() if ": note: " in line]
    assert notes[0].startswith("./talks.txt:5:4: note: no figure or event of “talks” quotes this date: May 2024")
    assert "11,000 people" in notes[1]
    assert (result.code, len(notes)) == (0, 2)


@pytest.mark.parametrize("code", CODE_EXPLANATIONS)
def test_every_code_is_explained(check: Check, code: str) -> None:
    result = check("--explain", code)
    assert result.code == 0
    assert result.out.startswith(f"{code}\n\n")
    assert "\nBad:\n" in result.out
    assert "\nGood:\n" in result.out


def test_all_codes_can_be_listed(check: Check) -> None:
    assert [line.split()[0] for line in check("--explain", "all").out.splitlines()] == list(CODE_EXPLANATIONS)


def test_fix_mends_the_file_and_shows_the_difference(check: Check) -> None:
    path = put(UNTIDY)
    result = check("--fix", "talks.yaml")
    assert path.read_text(encoding="utf-8") == GOOD
    assert "-sumary:\n+summary:\n" in result.out
    assert (result.code, result.err.split(" · ")[0]) == (0, "places fixed: 2\nno problems in 1 brief")


def test_fix_twice_is_fix_once(check: Check) -> None:
    put(UNTIDY)
    check("--fix", "--pin", "talks.yaml")
    assert summed(check("--fix", "--pin", "talks.yaml")) == (0, "", "places fixed: 0\nno problems in 1 brief")


def test_fix_writes_nothing_where_there_is_nothing_to_mend(check: Check) -> None:
    path = put(WRONG_QUOTE)
    before = path.stat()
    assert check("--fix", "talks.yaml").code == 1
    assert path.stat() == before


def test_pin_notes_the_checksum(check: Check) -> None:
    path = put(GOOD)
    check("--fix", "--pin", "talks.yaml")
    assert hashlib.sha256(TEXT.encode()).hexdigest() in path.read_text(encoding="utf-8")


def test_a_mend_that_is_refused_is_said(check: Check) -> None:
    put(GOOD + "staus: finished\n")
    result = check("--fix", "talks.yaml")
    assert "talks.yaml:9:1: not fixed: the key “staus” becomes “status”; it would cause a new problem" in result.err


def test_fix_does_not_follow_a_link_out_of_the_library(check: Check, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "talks.yaml"
    elsewhere.write_text(UNTIDY, encoding="utf-8")
    Path("link.yaml").symlink_to(elsewhere)
    result = check("--fix", ".")
    assert elsewhere.read_text(encoding="utf-8") == UNTIDY
    assert "link.yaml: not fixed: this is a link that leads out of the library" in result.err


def test_fix_mends_a_link_that_was_named(check: Check) -> None:
    target = put(UNTIDY)
    Path("link.yaml").symlink_to("talks.yaml")
    check("--fix", "link.yaml")
    assert target.read_text(encoding="utf-8") == GOOD
    assert Path("link.yaml").is_symlink()


def test_fix_in_json_keeps_the_difference_out_of_it(check: Check) -> None:
    put(UNTIDY)
    assert json.loads(check("--fix", "--format", "json", "talks.yaml").out)["problems"] == []


def test_a_difference_prints_no_control_character(check: Check) -> None:
    put(UNTIDY.replace("title: Talks", "title: Talks # \x1b]0;x\x07"))
    assert check("--fix", "talks.yaml").out.replace("\n", "").isprintable()


def test_a_file_that_may_not_be_written_is_said_and_stays(
    check: Check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = put(UNTIDY)
    monkeypatch.setattr("os.fsync", _full)
    result = check("--fix", "talks.yaml")
    assert (result.code, path.read_text(encoding="utf-8")) == (1, UNTIDY)
    assert "talks.yaml: not fixed: there is no space left on the disk" in result.err
    assert {item.name for item in tmp_path.iterdir()} == {"talks.yaml", "talks.txt"}


def _full(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ticks(step: float) -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += step


def test_long_work_shows_a_bar_and_wipes_it_away() -> None:
    screen, clock = Terminal(), ticks(0.6)
    assert list(progress([1, 2, 3, 4], screen, lambda: next(clock))) == [1, 2, 3, 4]
    assert "] 2 of 4 briefs" in screen.getvalue()
    assert screen.getvalue().endswith(" \r")


def test_short_work_shows_nothing() -> None:
    screen, clock = Terminal(), ticks(0.1)
    list(progress([1, 2, 3], screen, lambda: next(clock)))
    assert screen.getvalue() == ""


def test_a_pipe_gets_no_bar() -> None:
    stream, clock = io.StringIO(), ticks(5)
    list(progress([1, 2, 3], stream, lambda: next(clock)))
    assert stream.getvalue() == ""


def test_check_imports_neither_the_screen_nor_the_typesetting() -> None:
    script = (
        "import sys\nfrom briefing.cli import main\n"
        f"main(['check', {str(SAMPLES)!r}])\n"
        "unwanted = ('textual', 'rich', 'briefing.tui', 'briefing.render', 'briefing.exp')\n"
        "light = {'briefing.tui', 'briefing.tui.terminal', 'briefing.tui.launch', 'briefing.tui.file_state'}\n"
        "light |= {'briefing.tui.terminal.session', 'briefing.tui.launch.frame_cache'}\n"
        "sys.exit(', '.join(name for name in {*sys.modules} - light if name.startswith(unwanted)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.split(" · ")[0]) == (0, "no problems in 3 briefs")


def test_a_saved_text_that_is_not_utf8_is_an_error(check: Check) -> None:
    Path("text.txt").write_bytes("Title\n\nThe café is closed.\n".encode("latin-1"))
    put(
        "briefing: 1\ntitle: Talks\nsummary:\n  - {text: It closes., cites: {quote: is closed today}}\n"
        "sources:\n  a: {kind: article, title: Piece, file: text.txt}\n"
    )
    result = check("talks.yaml")
    assert result.code == 1
    assert "error: the saved text of 'a' cannot be read" in result.out
    assert "[text-not-held]" in result.out
