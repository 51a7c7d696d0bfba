"""What other programs are asked: never through a shell, never with more than one argument of a brief."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.tui.external import (
    ExternalProgramError,
    ascii_host,
    browse,
    browser_command,
    edit,
    editor_command,
    is_web_address,
    pager_command,
)

FILE = Path("/briefs/a b.yaml")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        pytest.param("vi", ["vi", "+7", "/briefs/a b.yaml"], id="vi"),
        pytest.param("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+7", "/briefs/a b.yaml"], id="options"),
        pytest.param("nano", ["nano", "+7", "/briefs/a b.yaml"], id="nano"),
        pytest.param("emacs -nw", ["emacs", "-nw", "+7", "/briefs/a b.yaml"], id="emacs"),
        pytest.param("hx", ["hx", "/briefs/a b.yaml:7"], id="helix"),
        pytest.param("code", ["code", "--wait", "--goto", "/briefs/a b.yaml:7"], id="code"),
        pytest.param("code --wait", ["code", "--wait", "--goto", "/briefs/a b.yaml:7"], id="code-waits-once"),
        pytest.param("ed; rm -rf /", ["ed;", "rm", "-rf", "/", "/briefs/a b.yaml"], id="no-shell"),
    ],
)
def test_the_editor_opens_the_file_at_the_line(editor: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, FILE, 7) == command


def test_visual_comes_before_editor() -> None:
    assert editor_command({"EDITOR": "ed", "VISUAL": "vim"}, FILE, 1)[0] == "vim"


def test_an_editor_that_cannot_be_understood_is_a_sentence() -> None:
    with pytest.raises(ExternalProgramError, match="cannot be understood"):
        editor_command({"EDITOR": "vi 'x"}, FILE, 1)


def test_an_editor_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(ExternalProgramError, match="No such file"):
        edit(["/nowhere/editor", "x"])


def test_the_editor_itself_can_be_interrupted() -> None:
    with pytest.raises(ExternalProgramError, match="ended with -2"):
        edit(["sh", "-c", "kill -INT $$; exit 5"])


def test_a_file_name_that_looks_like_an_option_is_no_option() -> None:
    assert editor_command({"EDITOR": "vi"}, Path("-c :q.yaml"), 1)[-1].startswith("/")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "-flag",
        "http://",
        "https://a b",
        "ftp://a",
        "https://a\x1b[0m",
        "http://[",
    ],
)
def test_only_web_addresses_are_opened(address: str) -> None:
    assert not is_web_address(address)
    with pytest.raises(ExternalProgramError, match="only http and https"):
        browser_command({"BROWSER": "x"}, address)


def test_an_address_is_one_argument() -> None:
    address = "https://example.org/?a=$(id)&b=;ls"
    assert browser_command({"BROWSER": "firefox --new-tab"}, address) == ["firefox", "--new-tab", address]
    assert browser_command({"BROWSER": "x %s -y:z"}, address) == ["x", address, "-y"]


ADDRESS = "https://example.org/"


@pytest.mark.parametrize(
    ("browser", "command"),
    [
        pytest.param("firefox", ["firefox", ADDRESS], id="a program"),
        pytest.param(":", [], id="only a colon"),
        pytest.param("", [], id="nothing"),
        pytest.param("  ", [], id="spaces"),
        pytest.param(":firefox", ["firefox", ADDRESS], id="behind a colon"),
        pytest.param("no-such-browser:sh -c", ["sh", "-c", ADDRESS], id="the first that there is"),
        pytest.param("'my browser' %s", ["my browser", ADDRESS], id="a name with a space"),
        pytest.param("x --url=%s", ["x", f"--url={ADDRESS}"], id="inside an option"),
    ],
)
def test_the_browser_is_the_one_that_is_named(
    browser: str, command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "xdg-open").write_text("")
    (tmp_path / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert browser_command({"BROWSER": browser}, ADDRESS) == (command or ["xdg-open", ADDRESS])


@pytest.mark.parametrize("browser", ["'", '"', "%s", "'%s' x", "''", "\\", "a\\"])
def test_a_browser_that_cannot_be_understood_is_a_sentence(browser: str) -> None:
    with pytest.raises(ExternalProgramError, match=r"the browser .* cannot be understood: "):
        browser_command({"BROWSER": browser}, ADDRESS)


@pytest.mark.parametrize("chosen", ["'", '"x', "''", "\\"])
def test_an_editor_or_pager_that_cannot_be_understood_is_a_sentence(chosen: str) -> None:
    for name in ("VISUAL", "EDITOR"):
        with pytest.raises(ExternalProgramError, match=r"the editor .* cannot be understood: "):
            editor_command({name: chosen}, FILE, 1)
    with pytest.raises(ExternalProgramError, match=r"the pager .* cannot be understood: "):
        pager_command({"PAGER": chosen}, 1)


def test_a_variable_of_spaces_says_nothing() -> None:
    assert editor_command({"VISUAL": " ", "EDITOR": "ed"}, FILE, 1)[0] == "ed"
    assert editor_command({"VISUAL": " ", "EDITOR": "\t"}, FILE, 1)[0] == "vi"
    assert pager_command({"PAGER": " "}, 1)[0] == "less"


@pytest.mark.parametrize("name", ["/", "/dev/null", "/nowhere", "x" * 5000, "\x1b]0;x\x07"])
def test_a_program_that_cannot_be_started_is_a_short_sentence(name: str) -> None:
    for start in (edit, browse):
        with pytest.raises(ExternalProgramError) as told:
            start([name, ADDRESS])
        assert str(told.value).isprintable()
        assert len(str(told.value)) < 80


def test_how_a_browser_ended_is_known_once_it_has() -> None:
    assert browse(["sh", "-c", "exit 3"]).wait(10) == 3


def test_a_host_in_other_letters_is_spelled_out() -> None:
    assert ascii_host("https://bücher.example/x") == "xn--bcher-kva.example"
    assert ascii_host("https://example.org/ü") is None
