"""Arithmetic on figures: what it reads, what it refuses, and that its doubt always holds the truth."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.format.arithmetic import (
    MAX_DEPTH,
    MAX_LENGTH,
    Calculation,
    DerivationError,
    Derived,
    figure_ids,
    parse_expression,
)
from briefing.format.model import Amount, Figure, FigureKind, Hedge


def compute(expression: str, figures: Mapping[str, Figure]) -> Derived:
    return Calculation(figures).result(expression)


def figure(low: str, high: str | None = None, approx: Hedge | None = None, kind: FigureKind | None = None) -> Figure:
    return Figure(text="label", amount=Amount(Decimal(low), Decimal(high or low)), approx=approx, kind=kind)


PLAIN = {"a": figure("6"), "b": figure("3"), "a-b": figure("100"), "c": figure("2")}


def central(expression: str) -> Decimal:
    return compute(expression, PLAIN).central


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        pytest.param("a", "6", id="alone"),
        pytest.param("a + b", "9", id="sum"),
        pytest.param("a - b", "3", id="difference"),
        pytest.param("a − b", "3", id="real minus"),
        pytest.param("a−b", "3", id="real minus without spaces"),
        pytest.param("a-b", "100", id="hyphen inside an id"),
        pytest.param("a -b", "3", id="hyphen after a space"),
        pytest.param("a × b", "18", id="times"),
        pytest.param("a*b", "18", id="asterisk"),
        pytest.param("a ÷ b", "2", id="divided"),
        pytest.param("a/b", "2", id="slash"),
        pytest.param("a + b × c", "12", id="times binds more than plus"),
        pytest.param("(a + b) × c", "18", id="brackets"),
        pytest.param("a - b - c", "1", id="from the left"),
        pytest.param("a / b / c", "1", id="divided from the left"),
        pytest.param("((a))", "6", id="idle brackets"),
    ],
)
def test_an_expression_is_computed(expression: str, expected: str) -> None:
    assert central(expression) == Decimal(expected)


@pytest.mark.parametrize(
    ("expression", "offset"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("a +", 3, id="ends early"),
        pytest.param("a b", 2, id="no operator"),
        pytest.param("a (b)", 2, id="no operator before a bracket"),
        pytest.param("(a", 0, id="never closed"),
        pytest.param("a)", 1, id="never opened"),
        pytest.param("()", 1, id="nothing in brackets"),
        pytest.param("−a", 0, id="sign"),
        pytest.param("a ** b", 3, id="power"),
        pytest.param("a.real", 1, id="attribute"),
        pytest.param("__import__('os')", 0, id="code"),
        pytest.param("a +  %", 5, id="unknown sign"),
        pytest.param("A", 0, id="capital"),
        pytest.param("(" * (MAX_DEPTH + 1) + "a" + ")" * (MAX_DEPTH + 1), MAX_DEPTH, id="too deep"),
        pytest.param("a + " * MAX_LENGTH + "a", MAX_LENGTH, id="too long"),
    ],
)
def test_what_is_no_arithmetic_is_refused_where_it_stands(expression: str, offset: int) -> None:
    with pytest.raises(DerivationError) as caught:
        parse_expression(expression)
    assert caught.value.offset == offset


def test_names_come_once_and_in_order() -> None:
    assert figure_ids("(killed + wounded) / sent + killed") == ("killed", "wounded", "sent")


@pytest.mark.parametrize(
    ("doubted", "low", "high"),
    [
        pytest.param(figure("11000", approx=Hedge.ABOUT), "10500", "11500", id="about"),
        pytest.param(figure("2.5", approx=Hedge.ABOUT), "2.45", "2.55", id="about a decimal"),
        pytest.param(figure("4000", approx=Hedge.NEARLY), "3000", "4000", id="nearly"),
        pytest.param(figure("4000", approx=Hedge.OVER), "4000", "Infinity", id="over"),
        pytest.param(figure("4000", approx=Hedge.AT_LEAST), "4000", "Infinity", id="at least"),
        pytest.param(figure("4000", approx=Hedge.UNDER), "0", "4000", id="under"),
        pytest.param(
            figure("5", approx=Hedge.AT_MOST, kind=FigureKind.CHANGE), "-Infinity", "5", id="a change at most"
        ),
        pytest.param(figure("3", "4"), "3", "4", id="interval"),
        pytest.param(figure("3", "4", Hedge.ABOUT), "2.5", "4.5", id="about an interval"),
        pytest.param(figure("0", approx=Hedge.ABOUT), "0", "0", id="about nothing"),
    ],
)
def test_a_hedge_or_an_interval_gives_two_ends(doubted: Figure, low: str, high: str) -> None:
    result = compute("x", {"x": doubted})
    assert (result.low, result.high, result.doubtful) == (Decimal(low), Decimal(high), True)


def test_the_value_inside_an_interval_is_its_centre() -> None:
    share = Figure(text="label", amount=Amount(Decimal(61), Decimal(74), Decimal(68)))
    assert compute("a + b", {**PLAIN, "a": share}) == Derived(Decimal(64), Decimal(77), Decimal(71), doubtful=True)


def test_a_plain_number_leaves_no_doubt() -> None:
    assert compute("a / b", PLAIN) == Derived(Decimal(2), Decimal(2), Decimal(2), doubtful=False)


def test_a_share_of_rounded_numbers_is_a_range() -> None:
    figures = {"killed": figure("4000", approx=Hedge.ABOUT), "sent": figure("11000", approx=Hedge.ABOUT)}
    share = compute("killed / sent", figures)
    assert (round(share.low, 3), round(share.central, 3), round(share.high, 3)) == (
        Decimal("0.304"),
        Decimal("0.364"),
        Decimal("0.429"),
    )


def test_a_derived_figure_may_rest_on_a_derived_figure() -> None:
    both = PLAIN | {"share": Figure(text="share", derived="a / b")}
    assert compute("share × c", both).central == Decimal(4)


@pytest.mark.parametrize(
    ("expression", "figures", "part"),
    [
        pytest.param("a / zero", PLAIN | {"zero": figure("0")}, "zero", id="zero"),
        pytest.param("a / x", {"a": figure("1"), "x": figure("-1", "1")}, "zero", id="interval around zero"),
        pytest.param("a / x", {"a": figure("1"), "x": figure("5", approx=Hedge.UNDER)}, "zero", id="no lower end"),
        pytest.param("a / nobody", PLAIN, "'nobody'", id="unknown"),
        pytest.param("a", {"a": Figure(text="empty")}, "no number", id="empty"),
        pytest.param(
            "x", {"x": Figure(text="loop", derived="y"), "y": Figure(text="loop", derived="x")}, "itself", id="loop"
        ),
        pytest.param("a × a", {"a": figure("1E+999999")}, "too large", id="overflow"),
    ],
)
def test_what_must_not_be_computed_is_refused(expression: str, figures: dict[str, Figure], part: str) -> None:
    with pytest.raises(DerivationError, match=part):
        compute(expression, figures)


def test_figures_that_double_each_other_are_computed_once_each() -> None:
    tower = {f"x{step}": Figure(text="", derived=f"x{step + 1} + x{step + 1}") for step in range(MAX_DEPTH - 1)}
    tower[f"x{MAX_DEPTH - 1}"] = figure("1")
    assert compute("x0", tower).central == 2 ** (MAX_DEPTH - 1)


NUMBERS = st.integers(1, 50)


@settings(deadline=None, max_examples=100)
@given(
    ends=st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=3),
    inside=st.lists(st.fractions(0, 1), min_size=3, max_size=3),
    operators=st.lists(st.sampled_from("+-*/"), min_size=2, max_size=2),
)
def test_the_range_holds_every_result_within_the_doubt(
    ends: list[tuple[int, int]], inside: list[Fraction], operators: list[str]
) -> None:
    figures = {name: figure(str(min(pair)), str(max(pair))) for name, pair in zip("xyz", ends, strict=True)}
    real = [min(pair) + share * (max(pair) - min(pair)) for pair, share in zip(ends, inside, strict=True)]
    result = compute(f"(x {operators[0]} y) {operators[1]} z", figures)
    truth = _apply(operators[1], _apply(operators[0], real[0], real[1]), real[2])
    slack = Fraction(1, 10**20)
    assert Fraction(result.low) - slack <= truth <= Fraction(result.high) + slack


def _apply(operator: str, left: Fraction, right: Fraction) -> Fraction:
    if operator == "/":
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[operator]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="ab-+−×÷*/() \n1.é", max_size=40))
def test_any_text_is_read_or_refused_inside_it(text: str) -> None:
    offset: int | None = 0
    try:
        parse_expression(text)
    except DerivationError as error:
        offset = error.offset
    assert offset is None or 0 <= offset <= len(text)
