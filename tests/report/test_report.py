from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.problems import Code, Place, Problem, Severity
from briefing.evidence import Assessment, Support
from briefing.report import FORMATS, Report, Tally, summary_line
from briefing.report.sarif import path_uri

HOSTILE = "no “a\x1b]0;x\x07\n::error file=x::gone 100%\r\u202e\x9b31m\x7f” [x](https://evil.example) {0}"
PLAIN = Problem(Place(Path("briefs/rail.yaml"), 5, 12), Code.DATE, "month 13: there are 12")
ODD = Problem(Place(Path("a\n::error::b,c:d%.yaml"), 1, 2), Code.VALUE, HOSTILE, Severity.WARNING)


def report(*problems: Problem, briefs: int = 1) -> Report:
    return Report([problems], briefs)


def printed(form: str, made: Report) -> str:
    return "".join(FORMATS[form](made))


def summary_of(made: Report) -> str:
    """Return the summary of a report that has been printed."""
    printed("text", made)
    return summary_line(made)


def test_a_line_is_place_severity_sentence_and_code() -> None:
    assert printed("text", report(PLAIN)) == "./briefs/rail.yaml:5:12: error: month 13: there are 12 [date]\n"


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_control_character_through(form: str) -> None:
    text = printed(form, report(ODD, PLAIN)).replace("\n", "")
    assert text.isprintable()


@pytest.mark.parametrize("form", ["text", "github"])
def test_hostile_text_makes_no_line_of_its_own(form: str) -> None:
    assert len(printed(form, report(ODD, PLAIN)).splitlines()) == 2


def test_a_github_annotation_names_file_line_and_column() -> None:
    expected = "::error file=briefs/rail.yaml,line=5,col=12,title=date::month 13: there are 12\n"
    assert printed("github", report(PLAIN)) == expected


def test_a_file_name_cannot_add_properties_to_a_github_annotation() -> None:
    properties = printed("github", report(ODD)).partition("::warning ")[2].partition("::")[0]
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "col", "title"]


def test_percent_signs_are_escaped_for_github() -> None:
    assert "100%25" in printed("github", report(ODD))


def test_json_keeps_texts_exactly() -> None:
    read = json.loads(printed("json", report(ODD)))
    assert read["problems"][0]["sentence"] == HOSTILE


def test_json_counts_problems_by_severity() -> None:
    read = json.loads(printed("json", report(ODD, PLAIN, PLAIN, briefs=7)))
    assert (read["briefs"], read["errors"], read["warnings"], read["notes"]) == (7, 2, 1, 0)


def test_a_sarif_result_points_at_its_rule() -> None:
    run = json.loads(printed("sarif", report(ODD, PLAIN)))["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_sarif_rule_explains_itself() -> None:
    rule = json.loads(printed("sarif", report(PLAIN)))["runs"][0]["tool"]["driver"]["rules"][0]
    assert "EDTF" in rule["fullDescription"]["text"]


def test_a_sarif_message_holds_no_link_and_no_placeholder() -> None:
    result = json.loads(printed("sarif", report(ODD)))["runs"][0]["results"][0]
    assert result["message"]["text"].endswith(r"\[x\](https://evil.example) {{0}}")


def test_a_sarif_place_counts_characters_from_one() -> None:
    run = json.loads(printed("sarif", report(PLAIN)))["runs"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (run["columnKind"], region) == ("unicodeCodePoints", {"startLine": 5, "startColumn": 12})


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("briefs/rail.yaml", "briefs/rail.yaml", id="relative"),
        pytest.param("/home/a b/rail.yaml", "file:///home/a%20b/rail.yaml", id="absolute"),
        pytest.param("http:x.yaml", "http%3Ax.yaml", id="scheme"),
        pytest.param("\udcff.yaml", "%FF.yaml", id="not UTF-8"),
    ],
)
def test_a_sarif_uri_is_a_uri(path: str, expected: str) -> None:
    assert path_uri(Path(path)) == expected


@settings(max_examples=50, deadline=None)
@given(sentence=st.text(max_size=40), name=st.text(min_size=1, max_size=20))
def test_any_text_gives_one_printable_line(sentence: str, name: str) -> None:
    problem = Problem(Place(Path(name), 1, 1), Code.VALUE, sentence)
    for form in ("text", "github"):
        line = printed(form, report(problem))
        assert line.endswith("\n")
        assert line.count("\n") == 1
        assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in line[:-1])


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        pytest.param((), "no problems in 1 brief", id="none"),
        pytest.param((PLAIN,), "1 error in 1 brief", id="one"),
        pytest.param((PLAIN, PLAIN, ODD), "2 errors and 1 warning in 1 brief", id="both"),
    ],
)
def test_the_summary_counts(problems: tuple[Problem, ...], expected: str) -> None:
    assert summary_of(report(*problems)) == expected


Counted = tuple[Support, int, tuple[str, ...]]
"""A class, how many claims are in it, and why they could not be checked."""


def claims(*counted: Counted) -> Tally:
    def every() -> Iterator[Assessment]:
        for support, number, unchecked in counted:
            yield from [Assessment(support, (), unchecked)] * number

    tally = Tally()
    tally.add(every())
    return tally


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        pytest.param((), "no problems in 1 brief", id="none"),
        pytest.param(((Support.VERIFIED, 1, ()),), "no problems in 1 brief · 1 of 1 claim verified", id="one"),
        pytest.param(
            (
                (Support.WORDS_FOUND, 4, ("no rules for Russian",)),
                (Support.WORDS_FOUND, 2, ("quote too long",)),
                (Support.DOUBTFUL, 3, ("quote too long",)),
                (Support.VERIFIED, 1031, ()),
            ),
            "no problems in 1 brief · 1,031 of 1,040 claims verified, 3 doubtful, "
            "6 words found (no rules for Russian: 4; quote too long: 2)",
            id="reasons of those whose words are found",
        ),
        pytest.param(
            (
                (Support.WORDS_FOUND, 1, ("in words of the writer's own: pier", "quote too long")),
                (Support.WORDS_FOUND, 1, ("in words of the writer's own: \x1b[2J",)),
                (Support.WORDS_FOUND, 1, ("no rules for \x1b[2J\n",)),
                *((Support.WORDS_FOUND, 1, (f"rule {number}",)) for number in range(2)),
            ),
            "no problems in 1 brief · 0 of 5 claims verified, 5 words found (in words of the writer's own: 2; "
            "quote too long: 1; no rules for \ufffd[2J\ufffd: 1; 2 other reasons)",
            id="what is of one claim, many reasons, made safe",
        ),
        pytest.param(
            tuple((support, 1, ()) for support in Support),
            "no problems in 1 brief · 1 of 8 claims verified, 1 doubtful, 1 words found, 1 not found, 1 ambiguous, "
            "1 text not held, 1 text changed, 1 without a quote",
            id="every class",
        ),
    ],
)
def test_the_summary_counts_the_claims_by_class(counted: tuple[Counted, ...], said: str) -> None:
    assert summary_of(Report((), 1, claims=claims(*counted))) == said


def test_json_counts_the_claims_by_class_and_reason() -> None:
    tally = claims((Support.WORDS_FOUND, 2, ("quote too long",)), (Support.VERIFIED, 1, ()))
    read = json.loads(printed("json", Report((), 1, claims=tally)))
    assert sum(read["claims"].values()) == 3
    assert (read["claims"]["words found"], read["claims"]["verified"], read["claims"]["doubtful"]) == (2, 1, 0)
    assert read["unchecked"] == {"quote too long": 2}
