"""Suggestions for misspelt words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.base.suggestions import did_you_mean

COMMANDS = ("show", "list", "check", "search", "pick")


@pytest.mark.parametrize(
    ("word", "choices", "clause"),
    [
        ("chek", COMMANDS, "; did you mean “check”?"),
        ("--fomat", ("--format", "--fix"), "; did you mean “--format”?"),
        ("seach", COMMANDS, "; did you mean “search”?"),
        ("mark.al", ("mark.all", "mark.read"), "; did you mean “mark.all”?"),
        ("elephants", COMMANDS, ""),
        ("bat", ("cat", "hat"), ""),
        ("figurs", ("figure", "figures"), "; did you mean “figure”?"),
        ("", COMMANDS, ""),
        ("a" * 10_000, ("a" * 10_000,), ""),
        ("title", ("titles\x1b[2J",), "; did you mean “titles\\x1b[2J”?"),
    ],
)
def test_the_closest_choice_is_suggested_unless_two_are_equally_close(
    word: str, choices: Sequence[str], clause: str
) -> None:
    assert did_you_mean(word, choices) == clause
