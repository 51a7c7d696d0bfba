"""What holds for every date and for every text."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.format.dates import DateError, Day, Edtf, Order, order, parse_date, sort_key
from briefing.format.dates.wording import date_words, short_date_words

FIRST_YEAR, LAST_YEAR = 1800, 1999
DAYS = tuple(
    dt.date.fromordinal(ordinal).isoformat()
    for ordinal in range(dt.date(FIRST_YEAR, 1, 1).toordinal(), dt.date(LAST_YEAR + 1, 1, 1).toordinal())
)
"""Every day of two centuries, around 1900, which is not a leap year."""
ALL_DAYS = "\n".join(DAYS)


def optional(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | strategy


def pattern(*digits: str) -> st.SearchStrategy[str]:
    """Two or four digits, each from those given for its position, or X."""
    return st.tuples(*(st.sampled_from(choice + "X") for choice in digits)).map("".join)


# The year keeps its first two digits to the two centuries, so that every day can be tried.
CENTURY = st.sampled_from(["18", "19"])
NEAR_1900 = st.builds(lambda start, rest: start + rest, CENTURY, pattern("0123456789", "0123456789"))
MONTH = pattern("01", "0123456789")
DAY = pattern("0123", "0123456789")
QUALIFIER = st.sampled_from(["", "", "?", "~", "%"])
PLAIN = st.builds(
    lambda year, rest: year + rest,
    st.integers(-50, 2100).map(lambda year: f"-{-year:04d}" if year < 0 else f"{year:04d}"),
    optional(st.integers(1, 12).map("-{:02d}".format)) | st.integers(21, 41).map("-{}".format),
)
DOUBTED = st.builds(
    lambda year, month, day, signs: f"{signs[0]}{year}{signs[1]}-{signs[2]}{month}-{day}{signs[3]}",
    pattern("12", "089", "0123456789", "0123456789"),
    MONTH,
    DAY,
    st.tuples(QUALIFIER, QUALIFIER, QUALIFIER, QUALIFIER),
)
LONG = st.builds(
    lambda number, power, digits: f"Y{number}{power}{digits}",
    st.integers(-(10**9), 10**9).filter(lambda number: abs(number) > 9999),
    optional(st.integers(1, 5).map("E{}".format)),
    optional(st.integers(1, 5).map("S{}".format)),
)
POINT = PLAIN | DOUBTED | LONG
INTERVAL = st.builds(
    lambda *ends: "/".join(ends), POINT | st.sampled_from(["", ".."]), POINT | st.sampled_from(["", ".."])
)
CHOICE = st.builds(
    lambda brackets, before, members, after: brackets[0] + before + ",".join(members) + after + brackets[1],
    st.sampled_from(["[]", "{}"]),
    st.sampled_from(["", ".."]),
    st.lists(POINT, min_size=1, max_size=4),
    st.sampled_from(["", ".."]),
)
TOKENS = (
    *("21", "3rd", "2024", "1900", "1990s", "Oct", "January", "spring", "c.", "about", "the", "of", "to", "and", "or"),
    *("-", "/", ".", ",", " ", "–", "Q1", "H2", "BC", "AD", "20th", "century", "since", "until", "open", "early", "x"),
)
NEARLY = st.lists(st.sampled_from("0123456789X?~%-/.,[]{}YSETZ:+ "), max_size=24).map("".join)
SPOKEN = st.lists(st.sampled_from(TOKENS), max_size=8).flatmap(
    lambda tokens: st.sampled_from(["", " "]).map(lambda gap: gap.join(tokens))
)


def parsed(text: str) -> Edtf | None:
    try:
        return parse_date(text)
    except DateError:
        return None


def error_of(text: str) -> DateError | None:
    try:
        parse_date(text)
    except DateError as error:
        return error
    return None


DATES = (POINT | INTERVAL | CHOICE).map(parsed).filter(lambda date: date is not None)


@settings(max_examples=100, deadline=None)
@given(year=NEAR_1900, month=optional(MONTH), day=optional(DAY))
def test_the_bounds_are_the_first_and_the_last_day_that_match(year: str, month: str, day: str) -> None:
    month, day = month or "XX", (day or "XX") if month else "XX"
    expression = f"{year}-{month}-{day}".replace("X", "[0-9]")
    matching = re.findall(f"^{expression}$", ALL_DAYS, re.MULTILINE)
    date = parsed(f"{year}-{month}-{day}")
    bounds = (str(date.earliest), str(date.latest)) if date else None
    assert bounds == ((matching[0], matching[-1]) if matching else None)


@settings(max_examples=100, deadline=None)
@given(st.text() | NEARLY | SPOKEN | POINT | INTERVAL | CHOICE)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    error = error_of(text)
    assert error is None or error.sentence
    assert error is None or error.offset is None or 0 <= error.offset <= len(text)


@settings(max_examples=100, deadline=None)
@given(NEARLY | SPOKEN)
def test_what_a_hint_says_to_write_can_be_read(text: str) -> None:
    error = error_of(text)
    hint = (error and error.hint) or ""
    for written in re.findall(r"(?:write|\bor) ([0-9XY\[{.-][^ ]*)", hint):
        assert date_words(parse_date(written))


@settings(max_examples=100, deadline=None)
@given(DATES)
def test_words_are_one_line_of_text(date: Edtf) -> None:
    for said in (date_words(date), short_date_words(date)):
        assert said.strip() == said != ""
        assert not [character for character in said if unicodedata.category(character).startswith("C")]


@settings(max_examples=100, deadline=None)
@given(DATES)
def test_the_earliest_day_is_not_after_the_latest(date: Edtf) -> None:
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    assert date.has_year == (date.earliest is not None or date.latest is not None)


@settings(max_examples=100, deadline=None)
@given(DATES, DATES)
def test_one_date_is_before_another_when_the_other_is_after_it(a: Edtf, b: Edtf) -> None:
    opposite = {Order.BEFORE: Order.AFTER, Order.AFTER: Order.BEFORE, Order.UNKNOWN: Order.UNKNOWN}
    assert order(b, a) is opposite[order(a, b)]


@settings(max_examples=100, deadline=None)
@given(DATES, DATES)
def test_an_order_is_told_only_where_no_day_is_shared(a: Edtf, b: Edtf) -> None:
    apart = a.latest is not None and b.earliest is not None and a.latest.ordinal < b.earliest.ordinal
    assert (order(a, b) is Order.BEFORE) == apart


@settings(max_examples=100, deadline=None)
@given(DATES, DATES)
def test_dates_are_listed_in_the_order_that_is_told(a: Edtf, b: Edtf) -> None:
    if order(a, b) is Order.BEFORE and a.earliest is not None:
        assert sort_key(a) < sort_key(b)


@settings(max_examples=100, deadline=None)
@given(DATES)
def test_a_date_equals_itself_read_again(date: Edtf) -> None:
    again = parse_date(date.text)
    assert (again, hash(again)) == (date, hash(date))


@given(st.dates())
def test_the_number_of_a_day_is_that_of_the_calendar(day: dt.date) -> None:
    assert Day(day.year, day.month, day.day).ordinal == day.toordinal()


@given(st.integers(-(10**6), 10**6))
def test_a_year_follows_the_last_without_a_gap(year: int) -> None:
    assert Day(year + 1, 1, 1).ordinal == Day(year, 12, 31).ordinal + 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("../1945", "1950", Order.BEFORE),
        ("1950", "../1945", Order.AFTER),
        ("1985/..", "2024", Order.UNKNOWN),
        ("1985/..", "1984", Order.AFTER),
        ("1985/", "1990", Order.UNKNOWN),
        ("/1985", "1990", Order.BEFORE),
        ("2024", "2024-10", Order.UNKNOWN),
        ("2024-10-21", "2024-10-21", Order.UNKNOWN),
        ("XXXX-01/XXXX-02", "2024", Order.UNKNOWN),
        ("190X", "1959", Order.BEFORE),
        ("[1667,1800]", "1700", Order.UNKNOWN),
        ("-1985", "0001", Order.BEFORE),
    ],
)
def test_the_order_of_two_dates_is_told_where_it_can_be(a: str, b: str, expected: Order) -> None:
    assert order(parse_date(a), parse_date(b)) is expected


def test_dates_are_listed_by_start_then_end_and_without_a_year_last() -> None:
    listed = ["../1945", "1959", "1985", "1985/..", "1985-04", "2024-10-21", "XXXX-01"]
    shuffled = ["XXXX-01", "1985/..", "2024-10-21", "1985", "../1945", "1985-04", "1959"]
    assert sorted(shuffled, key=lambda text: sort_key(parse_date(text))) == listed
