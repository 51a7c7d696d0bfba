"""Small inputs that once gave a wrong result, run as a user runs them, each with the right result."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

import pytest

from tests.cli.test_cli import Command, Result, briefing

__all__ = ["briefing"]


class Case(TypedDict):
    """One input, as `cases.json` holds it."""

    name: str
    expect: str
    """The right result in words."""
    brief: str
    texts: dict[str, str]


Check = Callable[[Command], None]

CASES: dict[str, Case] = {
    case["name"]: case for case in json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
}


@pytest.fixture
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    """Write the input of a case into the working directory."""
    found = CASES[request.param]
    (tmp_path / "brief.yaml").write_bytes(found["brief"].encode())
    (tmp_path / "texts").mkdir()
    for name, text in found["texts"].items():
        (tmp_path / "texts" / name).write_bytes(text.encode())
    return found


def _check(briefing: Command, *options: str) -> Result:
    return briefing("check", *options, "brief.yaml")


def _gives(*codes: str) -> Check:
    """Expect one of some findings."""

    def check(briefing: Command) -> None:
        result = _check(briefing)
        assert any(f"[{code}]" in result.out for code in codes), result.out

    return check


def _is_clean(briefing: Command) -> None:
    """Expect that nothing is found."""
    result = _check(briefing, "--strict")
    assert result.code == 0, result.out
    assert "[" not in result.out, result.out


def _says(code: int, *words: str) -> Check:
    """Expect an exit code, and words in what is printed."""

    def check(briefing: Command) -> None:
        result = _check(briefing)
        assert result.code == code, result
        for word in words:
            assert word in result.out, result.out

    return check


def _is_never_verified(briefing: Command) -> None:
    result = _check(briefing, "--strict")
    assert "[number-not-in-quote]" in result.out, result.out
    assert _verified(briefing) == "0"


def _verified(briefing: Command) -> str:
    """Return the number of verified claims in the head line."""
    shown = briefing("show", "--plain", "--verdicts", "brief.yaml").out
    counted = re.search(r"(-?\d+) verified", shown)
    return counted[1] if counted is not None else "0"


def _loses_no_summary(briefing: Command) -> None:
    result = _check(briefing)
    assert result.code == 1, result.out
    assert "U+00A0" in result.out, result.out
    assert "no-break space" in result.out, result.out


def _reads_the_emoji(briefing: Command) -> None:
    result = _check(briefing)
    if result.code:
        assert "surrogate" in result.out, result.out
    else:
        assert "\N{GRINNING FACE}" in briefing("show", "--plain", "brief.yaml").out


def _finds_each(*queries: str) -> Check:
    """Expect that each search finds the one brief."""

    def check(briefing: Command) -> None:
        for query in queries:
            assert len(briefing("search", query, ".").out.splitlines()) == 1, query

    return check


def _sees_an_edit_of_the_same_second_and_size(briefing: Command) -> None:
    path = Path("brief.yaml")
    before = path.stat()
    assert len(briefing("search", "Alpha", ".").out.splitlines()) == 1
    path.write_text(path.read_text(encoding="utf-8").replace("Alpha", "Gamma"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert len(briefing("search", "Gamma", ".").out.splitlines()) == 1
    assert briefing("search", "Alpha", ".").out == ""


def _reads_as_a_span_of_centuries(briefing: Command) -> None:
    shown = briefing("show", "--plain", "brief.yaml").out
    assert re.search(r"18th.*19th c|1700.{1,4}1899", shown), shown
    assert "XX" not in shown, shown


def _keeps_words_that_look_like_values(briefing: Command) -> None:
    assert json.loads(briefing("show", "--json", "brief.yaml").out)["tags"] == ["no", "10:00", "1.10", "017"]


def _finds_fault_with_no_quote(briefing: Command) -> None:
    result = _check(briefing)
    assert result.code == 1 or "[" in result.out, result.out
    assert _verified(briefing) == "0"


def _reads_every_date(briefing: Command) -> None:
    result = briefing("check", "--ignore", "claim-without-cite", "brief.yaml")
    assert result.code == 0, result.out
    assert "[" not in result.out, result.out


def _carries_the_marking(briefing: Command) -> None:
    for form in ("--plain", "--markdown", "--json"):
        assert "TLP:AMBER" in briefing("show", form, "brief.yaml").out, form
    for command in (("list",), ("list", "--json"), ("search", "Alpha"), ("search", "--json", "Alpha")):
        assert "TLP:AMBER" in briefing(*command, ".").out, command


RIGHT: dict[str, Check] = {
    "01-language-without-table": _is_never_verified,
    "04-date-bc-any-year": _gives("date-not-in-quote"),
    "05-date-form-not-read-is-accepted": _gives("date-not-in-quote"),
    "08-before-becomes-the-year": _gives("date-hedge-dropped", "date-not-in-quote"),
    "10-one-of-two-years": _gives("date-hedge-dropped", "date-not-in-quote"),
    "13-four-digits-are-a-year": _gives("date-not-in-quote"),
    "15-century-bc-as-ad": _gives("date-not-in-quote"),
    "16-percent-range-upper-end-negative": _is_clean,
    "17-percent-range-wrong-sign-accepted": _gives("number-not-in-quote"),
    "21-any-negative-matches-the-positive": _gives("number-not-in-quote", "says-otherwise"),
    "23-half-right-one-refused": _is_clean,
    "24-half-wrong-one-accepted": _gives("number-not-in-quote"),
    "27-reference-marker-is-an-amount": _gives("number-not-in-quote"),
    "28-ordinal-is-an-amount": _gives("number-not-in-quote"),
    "30-score-is-a-range": _gives("number-not-in-quote"),
    "33-negation-short-verb": _gives("denial-dropped"),
    "34-denied-inside-the-quote": _gives("denial-dropped"),
    "35-believed-to": _gives("doubt-dropped"),
    "37-indian-grouping": _is_clean,
    "39-years-below-1000": _is_clean,
    "41-two-centuries": _is_clean,
    "42-split-year": _is_clean,
    "44-form-feed-in-a-sentence": _is_clean,
    "45-direction-marks": _is_clean,
    "47-markdown-emphasis-and-links": _is_clean,
    "51-nbsp-indent-loses-the-summary": _loses_no_summary,
    "53-json-surrogate-pair": _reads_the_emoji,
    "54-merge-conflict": _says(1, "conflict"),
    "56-edtf-set-as-a-list": _says(1, "in quotes"),
    "57-hint-2023-24": _says(1, "2023/2024"),
    "59-hint-2024-Jan": _says(1, "2024-01"),
    "61-stroke-letters": _finds_each("Lukasz", "Dordevic", "Tromso"),
    "63-same-size-same-time": _sees_an_edit_of_the_same_second_and_size,
    "64-two-masked-ends": _reads_as_a_span_of_centuries,
    "79-any-two-numbers-are-an-interval": _gives("number-not-in-quote"),
    "66-bom-crlf": _is_clean,
    "67-title-with-colon": _says(1, "in quotes"),
    "68-norway": _keeps_words_that_look_like_values,
    "69-lookalike-quote": _gives("quote-not-found"),
    "70-same-quote-twice": _gives("quote-ambiguous"),
    "71-empty-quote": _finds_fault_with_no_quote,
    "72-wrong-official": _gives("name-not-in-source"),
    "73-paraphrase-as-quote": _gives("quote-not-found"),
    "74-hyphenated-query": _finds_each("BENCH-100821", "example.com", "don't or BENCH"),
    "76-edtf-odd-forms": _reads_every_date,
    "77-marking-in-every-output": _carries_the_marking,
}
"""The right result of each case."""


@pytest.mark.parametrize("case", CASES, indirect=True, ids=CASES)
def test_a_small_input_gets_the_right_answer(case: Case, briefing: Command) -> None:
    RIGHT[case["name"]](briefing)


def test_every_case_has_its_right_answer() -> None:
    assert list(CASES) == list(RIGHT)
