"""The measures run: no time is asserted."""

from __future__ import annotations

import pytest

from tests.bench.run import main


def test_everything_that_is_promised_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rounds", "1", "--briefs", "3", "--quick"]) == 0
    printed = capsys.readouterr().out
    for what in (
        "start",
        "next brief",
        "page",
        "line",
        "peak memory",
        "at rest",
        "loading",
        "checking",
        "briefing show",
        "opening a passage",
        "briefing check",
        "the drafting itself",
        "draft of 100 kB",
        "adding a number by key",
    ):
        assert what in printed
    assert "changed nothing" not in printed
