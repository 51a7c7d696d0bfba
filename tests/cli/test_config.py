"""`briefing config`: which settings hold, and where each comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of the settings of a user whose folders are empty."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "config" / "briefing" / "config.yaml"
    path.parent.mkdir(parents=True)
    return path


def said(text: str) -> str:
    return " ".join(text.split())


def test_without_a_file_it_says_that_there_is_none(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert f"    {settings}\n" in out
    assert "There is no such file" in out
    assert "not set" in out


def test_a_setting_is_shown_with_its_place(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings.write_text("sort: date\nkeys:\n  app.quit: x\n")
    assert main(["config"]) == 0
    out = "".join(capsys.readouterr().out.split())
    assert f"sortdate({settings}:1:7)" in out
    assert f"keysapp.quit:x({settings}:3:13)" in out


def test_the_library_is_shown_with_the_reason(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.write_text(f"library: {tmp_path}\n")
    assert main(["config", "--show"]) == 0
    assert "the library of the settings" in said(capsys.readouterr().out)
    monkeypatch.setenv("BRIEFING_LIBRARY", "/else\x1b[31m")
    assert main(["config", "--show"]) == 0
    out = capsys.readouterr().out
    assert "$BRIEFING_LIBRARY" in out
    assert "\x1b" not in out


def test_only_the_path_is_printed_for_scripts(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out == f"{settings}\n"


def test_a_mistake_has_its_place_and_the_exit_code(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings.write_text("sort: dat\n")
    assert main(["config", "--check"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{settings}:1:7: warning: " in err
    settings.write_text("sort: date\n")
    assert main(["config", "--check"]) == 0
    assert capsys.readouterr().out == f"{settings}: no mistakes\n"


def test_without_a_home_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert main(["config"]) == 2
    assert "HOME" in capsys.readouterr().err


def test_keys_and_theme_are_checked_as_the_reader_takes_them(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text("theme: papr\nkeys:\n  brief.nxt: x\n  brief.next: q\n")
    assert main(["config", "--check"]) == 1
    told = capsys.readouterr().err
    assert f"{settings}:1:8: warning: there is no theme “papr”; did you mean “paper”?" in told
    assert f"{settings}:3:14: warning: no action is called “brief.nxt”; did you mean “brief.next”?" in told
    assert "taken by “app.quit”" in told
    settings.write_text("theme: paper\nkeys:\n  brief.next: ctrl+n\n")
    assert main(["config", "--check"]) == 0
    assert "no mistakes" in capsys.readouterr().out
