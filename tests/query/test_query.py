from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.query import Query, QueryError, parse_query
from briefing.query.fields import OTHER_NAMES
from briefing.query.match import item_conditions
from briefing.query.nodes import InTime
from briefing.query.times import with_times

PIECES = [
    *(
        "harbour",
        "harb*",
        '"two words"',
        '"two wor*"',
        "-",
        "not",
        "or",
        "OR",
        "and",
        "(",
        ")",
        "()",
        '"',
        "“",
        "3 000",
    ),
    *("tag:rail", "by:", 'source:"news', "title:x", "id:a/b", "entity:é", "since:2024", "since:2024~", "until:2024-10"),
    *("since:XXXX-01", "status:dr", "marking:amber", "marking:none", "is:unread", "is:c", "figure:>3 000", "000"),
    *("figure:", "figure:>", "figure:=-2.50", "figure:5..1", "unit:km", 'unit:"% of GDP"', "measure:a/b", "tga:x"),
    *("http://x.y/z", "12:30", "NEAR(", "中国", "ท่าเรือ", "한국", "слово", "🚢", "\0", "\ud800", "*", "--", "a-b", "ß"),
]
QUERIES = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=8).map("".join),
)


def mistake(text: str) -> tuple[str, int]:
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    return caught.value.sentence, caught.value.column


def refusal(text: str) -> QueryError | None:
    try:
        parse_query(text)
    except QueryError as error:
        return error
    return None


@given(QUERIES)
def test_whatever_is_typed_is_a_query_or_a_mistake_inside_it(text: str) -> None:
    error = refusal(text)
    assert error is None or (1 <= error.column <= len(text) + 1 and error.sentence[-1:] not in {"", "."})


@given(QUERIES)
def test_a_query_prints_as_a_text_that_reads_as_the_same(text: str) -> None:
    if refusal(text) is None:
        query = parse_query(text)
        assert parse_query(str(query)) == query


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param("harb", "harb*", id="a-bare-word-is-a-beginning"),
        pytest.param('"a b"', "“a b”", id="typographic-quotation-marks"),
        pytest.param("a and b", "a b", id="and-is-side-by-side"),
        pytest.param("a OR b", "a or b", id="capitals"),
        pytest.param("not a", "-a", id="not"),
        pytest.param("a b or c", "(a b) or c", id="side-by-side-binds-closer"),
        pytest.param('"a b', '"a b"', id="open-quotation"),
        pytest.param("(a or b", "(a or b)", id="open-bracket"),
        pytest.param("a or", "a", id="dangling-or"),
        pytest.param("a -", "a", id="dangling-hyphen"),
        pytest.param("a not", "a", id="dangling-not"),
        pytest.param("a tag:", "a", id="field-still-to-be-typed"),
        pytest.param("a figure:>", "a", id="number-still-to-be-typed"),
        pytest.param("a ()", "a", id="nothing-in-brackets-at-the-end"),
        pytest.param("a — b", "a b", id="signs-beside-words"),
        pytest.param("a 🚢", "a", id="emoji-beside-words"),
        pytest.param("TAG:rail", "tag:rail", id="field-in-capitals"),
        pytest.param("figure:>3,000", "figure:>3000", id="comma"),
        pytest.param("figure:>3 000", "figure:>3000", id="space"),
        pytest.param("figure:3 000..4 000", "figure:3000..4,000", id="range-with-spaces"),
        pytest.param("figure:3000", "figure:=3000.0", id="equal"),
        pytest.param("figure:−5", "figure:-5", id="minus"),
        pytest.param("figure:5..1", "figure:1..5", id="range-the-other-way-round"),
        pytest.param("marking:TLP:AMBER+STRICT", "marking:amber+", id="marking"),
        pytest.param("status:dr", "status:draft", id="status-begun"),
        pytest.param("is:unr", "is:unread", id="state-begun"),
        pytest.param("since:2024 a until:2025", "since:2024 until:2025 a", id="one-date"),
        pytest.param("-(-a)", "a", id="twice-not"),
        pytest.param("warning: a", "warning a", id="a-colon-of-ordinary-writing"),
    ],
)
def test_two_ways_to_say_the_same(text: str, same: str) -> None:
    assert parse_query(text) == parse_query(same)


@pytest.mark.parametrize("text", ["", "  ", "or", "-", "(", "((((", "not", "tag:", "()", '"', "(-", "and"])
def test_nothing_typed_asks_for_everything(text: str) -> None:
    assert parse_query(text) == Query(None)


@pytest.mark.parametrize("text", ["http://example.org", "https://example.org/a?b", "12:30", "1:2"])
def test_what_only_looks_like_a_field_is_words(text: str) -> None:
    assert str(parse_query(text)) == f'"{text}*"'


@pytest.mark.parametrize(
    ("text", "sentence", "column"),
    [
        ("harbour tga:x", "there is no field tga; did you mean “tag”?", 9),
        ("autor:x", "there is no field autor; did you mean “by”?", 1),
        ("when:2013", "there is no field when; did you mean “since”?", 1),
        ("a since:soon", "since takes a date: a date is written 2024-10-21, 2024-10 or 2024", 3),
        ("until:2023-02-30", "until takes a date: no such day: 30 February 2023 (February has 28 days)", 1),
        ("since:XXXX-01", "since takes a date with a year: 2024, 2024-10 or 2024-10-21", 1),
        (
            "is:red",
            "did you mean “read”? is takes unread, read, starred, changed, new, broken, checked, verified, unreviewed",
            1,
        ),
        ("status:finel", "did you mean “final”? status takes draft, final, superseded, withdrawn", 1),
        ("marking:blue", "marking takes red, amber, amber+strict, green, clear, none", 1),
        ("figure:many", "figure takes a number: >3000, <=3,000, 2.5 or 100..200", 1),
        ("tag: a", "tag: needs a value after its colon", 1),
        ("a )", "this bracket was never opened: leave it out", 3),
        ("a () b", "there is nothing in these brackets", 3),
        ("a or or b", "“or” has nothing before it; in quotation marks it is a word to be found", 6),
        ("or b", "“or” has nothing before it; in quotation marks it is a word to be found", 1),
        ("(a or) b", "“or” has nothing after it", 6),
        ("not or b", "“not” has nothing after it; in quotation marks it is a word to be found", 1),
        ("(" * 1000, "brackets are nested more than 40 deep", 42),
        ("a " * 101, "a query has at most 100 words and conditions", 201),
        ("a" * 2001, "a query has at most 2,000 characters", 2001),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_its_column(text: str, sentence: str, column: int) -> None:
    assert mistake(text) == (sentence, column)


def test_a_field_that_is_like_no_other_is_told_which_there_are() -> None:
    assert mistake("qqqqq:x")[0] == (
        "there is no field qqqqq: there are title, tag, entity, source, by, id, since, until, status, marking, is,"
        " figure, unit, measure; put text to be found in quotation marks"
    )


def test_two_dates_in_brackets_of_their_own_may_be_two() -> None:
    assert parse_query("(since:2024) (until:2020)") != parse_query("since:2024 until:2020")


@pytest.mark.parametrize("name", sorted(OTHER_NAMES))
def test_another_name_of_a_field_suggests_a_field_that_there_is(name: str) -> None:
    sentence, _ = mistake(f"{name}:x")
    meant = sentence.partition("“")[2].partition("”")[0]
    assert parse_query(f"{meant}:").node is None


DATES = ("2013", "2024-10", "1980s", "October 2024", "8 June 2024", "spring 2022", "0000", "2024-13", "9999", "May 20")


@given(st.lists(st.one_of(st.sampled_from([*PIECES, *DATES]), st.text(max_size=3)), max_size=8).map(" ".join))
def test_a_time_in_a_query_changes_nothing_else_of_it(text: str) -> None:
    if refusal(text) is None:
        query = parse_query(text)
        assert str(with_times(query)) in {str(query), str(query).replace("(", "").replace(")", "")}


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2013", ["2013"]),
        ("troops 2024-10 or may 2013", ["2024-10", "2013-05"]),
        ("8 June 2024 flood", ["2024-06-08"]),
        ("1980s", ["198X"]),
        ('"2013" title:2013 3000m 2024-13 june', []),
    ],
)
def test_bare_years_and_months_are_times_as_well(text: str, times: list[str]) -> None:
    conditions = item_conditions(with_times(parse_query(text)).node)
    assert [one.text for one in conditions if isinstance(one, InTime)] == times
