from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli import main
from briefing.cli.arguments import parse_command_line
from briefing.cli.command_table import COMMANDS
from briefing.cli.commands.forms import FORMS, forms_of_list
from briefing.cli.parsed import Arguments, plain_arguments
from briefing.cli.targets import default_library, samples_folder
from briefing.settings import Settings
from tests.support.terminal import ROOT, SAMPLES, Preloaded, Size, Terminal, environment

BRIEF = "briefing: 1\ntitle: Harbour talks resume\nsummary: [Both sides meet again on Monday.]\nmarking: TLP:GREEN\n"
BROKEN = "briefing: 1\ntitle: Harbour talks resume\ndate: 2024-02-30\n"
SCREENS = ("textual", "rich")


def option_of(form: str) -> list[str]:
    """Return the option that asks for an output form; the text is what is printed without one."""
    return [] if form == "text" else [f"--{form}"]


WITHOUT_SCREEN: tuple[list[str], ...] = (
    [],
    *(["show", *option_of(name)] for name in FORMS),
    *(["list", *option_of(name)] for name in forms_of_list()),
    ["--version"],
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a run printed and returned."""

    code: int
    out: str
    err: str


class Command:
    """Runs the program inside the test, in an empty folder, with no settings."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *arguments: str) -> Result:
        code = main(arguments)
        out, err = self._capture.readouterr()
        return Result(code, out, err)


@pytest.fixture
def briefing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    for name in ("BRIEFING_LIBRARY", "XDG_CONFIG_HOME", "NO_COLOR", "COLUMNS", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    return Command(capsys)


def write(path: str, text: str = BRIEF) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)


def program(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own, with nothing on standard input."""
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **variables}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


# which library


def test_a_path_is_opened_before_anything_else(briefing: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.yaml")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(SAMPLES))
    assert "Harbour talks resume" in briefing("a.yaml").out


def test_the_library_of_the_environment_comes_first() -> None:
    chosen = default_library({"BRIEFING_LIBRARY": "/one"}, Settings(library=Path("/two")))
    assert chosen.path == Path("/one")


def test_the_library_of_the_settings_comes_second() -> None:
    assert default_library({}, Settings(library=Path("/two"))).path == Path("/two")


@pytest.mark.usefixtures("briefing")
def test_the_current_folder_comes_third_if_it_holds_briefs() -> None:
    write("briefs/a.yaml")
    write("b.yaml")
    assert default_library({}, Settings()).path == Path()


@pytest.mark.usefixtures("briefing")
def test_the_folder_briefs_comes_fourth() -> None:
    write("briefs/a.yaml")
    write("2024/b.yaml")
    write("docker-compose.yaml", "services:\n  briefing:\n    image: a\n")
    assert default_library({}, Settings()).path == Path("briefs")


@pytest.mark.usefixtures("briefing")
def test_the_samples_come_last() -> None:
    assert (default_library({}, Settings()).path, default_library({}, Settings()).is_samples) == (
        samples_folder(),
        True,
    )


@pytest.mark.parametrize(
    ("path", "text", "holds"),
    [
        pytest.param("a.yml", "# of May\n\nbriefing: 1\n", True, id="behind a comment"),
        pytest.param("a.yaml", '{"title": "A", "briefing": 1}', True, id="JSON"),
        pytest.param("a.yaml", "\ufeffbriefing: 1\r\n", True, id="byte order mark"),
        pytest.param("a.yaml", "\u200bbriefing: 1\n", True, id="with an invisible mistake"),
        pytest.param("2024/a.yaml", BRIEF, True, id="in a folder"),
        pytest.param("2024/05/a.yaml", BRIEF, False, id="too deep to be looked for"),
        pytest.param("a.yaml", "services:\n  briefing: {image: a}\n", False, id="not at the top level"),
        pytest.param("a.yaml", "text: briefing\nbriefings: 1\n", False, id="another key"),
        pytest.param("a.txt", BRIEF, False, id="another suffix"),
        pytest.param(".hidden.yaml", BRIEF, False, id="hidden"),
        pytest.param("a.yaml/b.txt", BRIEF, False, id="a folder named like a brief"),
    ],
)
@pytest.mark.usefixtures("briefing")
def test_a_folder_with_a_brief_is_a_library(path: str, text: str, holds: bool) -> None:
    write(path, text)
    assert (default_library({}, Settings()).path == Path()) is holds


@pytest.mark.usefixtures("briefing")
def test_the_home_folder_is_no_library_for_a_brief_in_some_folder() -> None:
    write("news/a.yaml")
    assert default_library({"HOME": str(Path.cwd())}, Settings()).is_samples


@pytest.mark.parametrize("arguments", [["list"], ["show"], ["show", "bridge"], ["search", "bridge"], ["index"], []])
def test_the_samples_are_named_as_such(briefing: Command, arguments: Sequence[str]) -> None:
    said = "briefing: this is about the samples that come with briefing (no library was named or found here)\n"
    assert briefing(*arguments).err.count(said) == 1


@pytest.mark.parametrize("command", ["list", "show", "check"])
def test_the_current_folder_is_looked_at(briefing: Command, command: str) -> None:
    write("a.yaml", "briefing: 1\ntitle: Harbour\ndate: never\n")
    result = briefing(command)
    assert (result.code, "a.yaml:3:7: error" in result.out + result.err) == (1, True)


def test_the_samples_of_a_checkout_are_its_briefs() -> None:
    assert samples_folder() == SAMPLES


def test_a_wrong_library_of_the_environment_is_named(briefing: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", "/nowhere")
    assert briefing().err == "briefing: $BRIEFING_LIBRARY: /nowhere: there is no such file or folder\n"


def test_a_library_of_the_settings_is_used(briefing: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    write("config/briefing/config.yaml", "library: ../../mine\n")
    write("mine/a.yaml")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(Path("config").absolute()))
    assert briefing("list").out.startswith("a ")


# show


def test_without_a_terminal_the_reader_prints_what_show_prints(briefing: Command) -> None:
    write("briefs/a.yaml")
    assert briefing().out == briefing("show", "a").out


def test_show_prints_each_pane_and_the_marking_at_both_ends(briefing: Command) -> None:
    lines = briefing("show", str(SAMPLES / "troops.yaml")).out.splitlines()
    assert (lines[0], lines[-1]) == ("TLP:CLEAR", "TLP:CLEAR")
    assert [line for line in lines if line in {"KEY FIGURES", "TIMELINE", "SOURCES"}] == [
        "KEY FIGURES",
        "TIMELINE",
        "SOURCES",
    ]


def test_show_finds_a_brief_by_its_id(briefing: Command) -> None:
    write("briefs/deep/a.yaml")
    assert briefing("show", "deep/a").out == briefing("show", "deep/a.yaml").out == briefing("show", "briefs").out


def test_show_without_a_path_prints_the_library(briefing: Command) -> None:
    write("briefs/a.yaml")
    write("briefs/b.yaml", BRIEF.replace("Harbour", "Airport"))
    assert briefing("show").out.count("talks resume") == 2


def test_show_as_markdown(briefing: Command) -> None:
    write("a.yaml")
    assert briefing("show", "--markdown", "a.yaml").out.startswith("**TLP:GREEN**\n\n# Harbour talks resume\n")


def test_show_as_json_is_one_line_a_brief(briefing: Command) -> None:
    write("briefs/a.yaml")
    write("briefs/b.yaml")
    found = [json.loads(line)["id"] for line in briefing("show", "--json").out.splitlines()]
    assert found == ["a", "b"]


def test_show_plain_has_no_box_characters(briefing: Command) -> None:
    out = briefing("show", "--plain", str(SAMPLES)).out
    assert not [character for character in out if "\u2500" <= character <= "\u259f"]


def test_standard_input_is_shown(briefing: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "piped").write_text(BRIEF)
    with (tmp_path / "piped").open() as piped:
        monkeypatch.setattr(sys, "stdin", piped)
        assert "Harbour talks resume" in briefing("show", "-").out


def test_a_file_named_like_a_command_is_opened_by_its_name(briefing: Command) -> None:
    write("list")
    assert "Harbour talks resume" in briefing("open", "list").out


def test_two_dashes_end_the_options(briefing: Command) -> None:
    write("-a.yaml")
    assert "Harbour talks resume" in briefing("--", "-a.yaml").out


# list


def test_list_has_a_line_for_each_brief(briefing: Command) -> None:
    write("briefs/a.yaml")
    write("briefs/b.yaml", BROKEN)
    assert [line.split() for line in briefing("list").out.splitlines()] == [
        ["a", "Harbour", "talks", "resume", "[TLP:GREEN]"],
        ["b", "Harbour", "talks", "resume", "[1", "error]"],
    ]


def test_list_as_json_is_one_line_a_brief(briefing: Command) -> None:
    write("briefs/a.yaml")
    row = json.loads(briefing("list", "--json").out)
    assert (row["id"], row["path"], row["title"]) == ("a", "./briefs/a.yaml", "Harbour talks resume")


# exit codes and errors


def test_a_good_brief_is_well(briefing: Command) -> None:
    write("a.yaml")
    assert (briefing("show", "a.yaml").code, briefing("show", "a.yaml").err) == (0, "")


def test_a_brief_with_an_error_is_shown_and_its_error_told_apart(briefing: Command) -> None:
    write("a.yaml", BROKEN)
    result = briefing("show", "a.yaml")
    assert result.code == 1
    assert "Harbour talks resume" in result.out
    assert result.err.startswith("./a.yaml:3:15: error: ")


def test_json_tells_the_errors_itself(briefing: Command) -> None:
    write("a.yaml", BROKEN)
    result = briefing("show", "--json", "a.yaml")
    assert (result.code, result.err, len(json.loads(result.out)["problems"])) == (1, "", 1)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.yaml"], "nowhere.yaml: there is no such file"),
        (["show", "brifs"], "brifs: there is no such file, and no brief of that id"),
        (["list", "nowhere"], "nowhere: there is no such file or folder"),
        (["--colour"], "unrecognized arguments: --colour"),
        (["show", "--plain", "--json"], "argument --json: not allowed with argument --plain"),
        (["show", "\x1b[2J"], r"\x1b[2J: there is no such file"),
        (["--\x1b[2J"], r"unrecognized arguments: --\x1b[2J"),
    ],
)
def test_wrong_use_is_one_sentence(briefing: Command, arguments: Sequence[str], sentence: str) -> None:
    result = briefing(*arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith(f"briefing: {sentence}")


def test_verdicts_are_printed_when_they_are_asked_for(briefing: Command) -> None:
    shown = briefing("show", "--verdicts", "troops").out
    assert [line for line in shown.splitlines() if " verified · " in line] == [
        "12 claims · 10 verified · 2 words found"
    ]
    assert "verified" not in briefing("show", "troops").out


@pytest.mark.parametrize("order", [("troops", "bridge", "--plain"), ("troops", "--plain", "bridge")])
def test_paths_and_options_come_in_any_order(briefing: Command, order: tuple[str, ...]) -> None:
    result = briefing("show", *order)
    assert result.code == 0
    assert "Tumen" in result.out


def test_a_misspelt_id_is_answered_with_the_nearest(briefing: Command) -> None:
    write("briefs/bridge.yaml")
    assert briefing("show", "brigde").err.endswith("; did you mean “bridge”?\n")


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["chek"], "check"),
        (["lst", "briefs"], "list"),
        (["check", "--fomat", "json"], "--format"),
        (["check", "--format=jsn"], "json"),
        (["list", "--print1"], "--print0"),
        (["--asci"], "--ascii"),
        (["check", "--explain", "qoute-short"], "quote-short"),
        (["check", "--select", "dat"], "date"),
    ],
)
def test_a_misspelt_word_of_the_command_line_is_answered_with_the_nearest(
    briefing: Command, arguments: Sequence[str], meant: str
) -> None:
    write("briefs/bridge.yaml")
    result = briefing(*arguments)
    assert (result.code, result.out) == (2, "")
    assert f"; did you mean “{meant}”?" in result.err


def test_problems_of_the_settings_cost_nothing(briefing: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    write("config/briefing/config.yaml", "them: ink\n")
    write("a.yaml")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(Path("config").absolute()))
    result = briefing("show", "a.yaml")
    assert result.code == 0
    assert "config.yaml:1:1: warning: there is no setting them; did you mean “theme”?" in result.err


@pytest.mark.parametrize("name", ["\x1b]0;owned\x07.yaml", "a\nb.yaml", os.fsdecode(b"caf\xe9.yaml")])
@pytest.mark.parametrize(
    "command",
    [*(["show", *option_of(name)] for name in FORMS), *(["list", *option_of(name)] for name in forms_of_list())],
)
def test_hostile_names_print_no_control_character(briefing: Command, command: Sequence[str], name: str) -> None:
    write(f"briefs/{name}", BROKEN)
    result = briefing(*command)
    assert not [
        character for character in result.out + result.err if not (character.isprintable() or character == "\n")
    ]


HOSTILE = "\\x7f\\x9b2J\\e]52;c;Zm9v\\a [/] [@click=app.quit]x[/] <script> \\u202e"


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_prints_no_control_character(briefing: Command, form: str) -> None:
    write("a.yaml", f'briefing: 1\ntitle: "{HOSTILE}"\nnote: "{HOSTILE}"\ntags: ["{HOSTILE}"]\n')
    out = briefing("show", *option_of(form), "a.yaml").out
    assert not [character for character in out if not (character.isprintable() or character == "\n")]


@pytest.mark.parametrize("form", FORMS)
def test_the_marking_is_part_of_every_form(briefing: Command, form: str) -> None:
    write("a.yaml", "briefing: 1\ntitle: Harbour\nmarking: TLP:AMBER+STRICT\n")
    assert "TLP:AMBER+STRICT" in briefing("show", *option_of(form), "a.yaml").out


# help and version


def test_the_version_is_printed(briefing: Command) -> None:
    assert briefing("--version").out == f"briefing {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["show", "--help"]])
def test_help_is_printed(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert (left.value.code, capsys.readouterr().out.startswith("usage: briefing")) == (0, True)


# without a parser


_WORDS = (
    "./briefs",
    "a/b",
    "Briefs",
    "x.yaml",
    "",
    "~",
    " ",
    "-",
    "--",
    "-5",
    "--help",
    "--version",
    "--json",
    "--all",
)
"""Arguments, besides names of commands."""


@pytest.mark.parametrize("argv", [(), ("./briefs",), ("a/b", "list"), ("Briefs", "x.yaml"), ("",), ("~", "show")])
def test_a_start_without_options_needs_no_parser(argv: Sequence[str]) -> None:
    assert vars(plain_arguments(argv) or Arguments()).items() <= vars(parse_command_line(("open", *argv))).items()


@pytest.mark.parametrize("command", ["show", "check"])
@pytest.mark.parametrize("paths", [(), ("a.yaml",), ("",), ("check", "a b", "show"), ("x=y", "~", "list")])
def test_show_and_check_without_options_need_no_parser(command: str, paths: Sequence[str]) -> None:
    assert plain_arguments((command, *paths)) is not None


@pytest.mark.parametrize("command", [*COMMANDS, *_WORDS])
def test_what_needs_no_parser_says_what_the_parser_says(command: str) -> None:
    """Said of every command line of up to three words."""
    words = (*COMMANDS, *_WORDS)
    for others in ((), *((one,) for one in words), *product(words, _WORDS)):
        plain = plain_arguments((command, *others))
        if plain is not None:
            assert vars(plain) == vars(parse_command_line((command, *others)))


@pytest.mark.parametrize(
    "argv",
    [
        *((name,) for name in COMMANDS if name not in {"show", "check"}),
        ("briefs",),
        ("-",),
        ("./a", "--theme", "ink"),
        ("show", "-"),
        ("check", "a.yaml", "--all"),
        ("--ascii", "show", "a.yaml"),
    ],
)
def test_commands_words_and_options_are_parsed(argv: Sequence[str]) -> None:
    assert plain_arguments(argv) is None


# as a process


def test_commands_without_a_screen_import_neither_textual_nor_rich() -> None:
    script = (
        "import sys\nfrom briefing.cli import main\n"
        f"for arguments in {WITHOUT_SCREEN}:\n    assert main(arguments) == 0\n"
        f"print([name for name in {SCREENS} if name in sys.modules], file=sys.stderr)\n"
    )
    assert program("-c", script).stderr.decode() == "[]\n"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    shell = f"{sys.executable} -m briefing show briefs briefs briefs briefs | head -1"
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"TLP:CLEAR\n", b"")


def test_a_closed_output_is_no_traceback() -> None:
    shell = f"{sys.executable} -m briefing show briefs >&-"
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_one_sentence() -> None:
    shell = f"{sys.executable} -m briefing show briefs > /dev/full"
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"briefing: No space left on device\n")


def test_a_terminal_of_ascii_gets_ascii() -> None:
    done = program("-m", "briefing", "show", "briefs", LC_ALL="C")
    assert (done.returncode, done.stdout.isascii(), done.stderr) == (0, True, b"")


def on_terminal(home: Path, **variables: str) -> bytes:
    """Return what `show` writes to a terminal."""
    with Terminal(Preloaded("show", SAMPLES / "bridge.yaml"), Size(80, 24), environment(home, **variables)) as terminal:
        terminal.process.wait(10)
        while terminal.read(0.1):
            pass
        return bytes(terminal.written)


def test_a_terminal_gets_colours(tmp_path: Path) -> None:
    assert b"\x1b[1m" in on_terminal(tmp_path)


def test_no_color_means_no_codes_at_all(tmp_path: Path) -> None:
    assert b"\x1b" not in on_terminal(tmp_path, NO_COLOR="1")


def test_a_dumb_terminal_gets_plain_text(tmp_path: Path) -> None:
    assert b"\x1b" not in on_terminal(tmp_path, TERM="dumb")
