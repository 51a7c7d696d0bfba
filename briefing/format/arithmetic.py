"""Owns arithmetic on figures: reads "killed / sent" and recomputes it with its doubt. Nobody else calculates with them.

The operators are + − - × * ÷ / and brackets; the operands are ids of figures, nothing else. Ids may hold hyphens, so
an ASCII hyphen between two id characters belongs to the id: `a-b` is one figure, `a - b` is a difference. The real
minus sign − (U+2212) is always an operator.

Doubt is carried by interval arithmetic. An interval stands for its two ends. "about" and "nearly" stand for rounding to
the last digit that is not zero ("about 11,000": 10,500 to 11,500; "nearly 4,000": 3,000 to 4,000). "over" and "at
least" have no upper end, "under" and "at most" no lower one (zero, where the number is not a change). The same figure
named twice counts as two doubts, so the result may be wider than need be, never narrower.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Context, Decimal, DecimalException, DivisionByZero, InvalidOperation, Overflow, localcontext
from functools import lru_cache
from typing import NamedTuple

from briefing.base.problems import BriefingError
from briefing.format.model import Amount, Figure, FigureKind, Hedge

MAX_LENGTH = 500
"""Characters of one expression."""
MAX_DEPTH = 20
"""Brackets inside brackets, and derived figures that rest on derived figures."""

_TOKEN = re.compile(r"\s*(?:(?P<name>[a-z0-9]+(?:-+[a-z0-9]+)*)|(?P<sign>[-+*/()−×÷]))")
_SIGNS = {"−": "-", "×": "*", "÷": "/"}
_BINDING = {"(": 0, "+": 1, "-": 1, "*": 2, "/": 2}
_TOO_DEEP = f"more than {MAX_DEPTH} derived figures rest on each other"
_ZERO = Decimal(0)
_INFINITY = Decimal("Infinity")
_CONTEXT = Context(prec=40, traps=[DivisionByZero, InvalidOperation, Overflow])


class DerivationError(BriefingError, ValueError):
    """An expression that cannot be read or must not be computed. Its text is a sentence for the user."""

    def __init__(self, sentence: str, offset: int | None = None) -> None:
        super().__init__(sentence)
        self.offset = offset
        """0-based character in the expression. None: the whole of it."""


class UncomputableError(DerivationError):
    """The expression is sound, and its numbers do not allow it."""


class Expression(NamedTuple):
    """Arithmetic that has been read."""

    steps: tuple[str, ...]
    """In postfix order: ids, and the operators + - * / as ASCII."""

    @property
    def names(self) -> tuple[str, ...]:
        """The ids it names, each once, in the order of the text."""
        return tuple(dict.fromkeys(step for step in self.steps if step not in _BINDING))


class Derived(NamedTuple):
    """The result of an expression."""

    low: Decimal
    """-Infinity when nothing bounds it from below."""
    high: Decimal
    """Infinity when nothing bounds it from above."""
    central: Decimal
    """What the numbers give as written, intervals by the value inside them or by their middle.

    To 40 digits: whoever shows it rounds it.
    """
    doubtful: bool
    """Whether any number that it rests on is hedged or an interval."""


def figure_ids(expression: str) -> tuple[str, ...]:
    """Return the ids of the figures that an expression names, each once, in order.

    Raises: DerivationError.
    """
    return parse_expression(expression).names


@lru_cache(maxsize=2048)
def parse_expression(expression: str) -> Expression:
    """Read an expression.

    Raises: DerivationError with the offset of the first character that cannot be read.
    """
    if len(expression) > MAX_LENGTH:
        raise DerivationError(f"the arithmetic is longer than {MAX_LENGTH} characters", MAX_LENGTH)
    reader = _Reader()
    position = 0
    end = len(expression.rstrip())
    while position < end:
        token = _TOKEN.match(expression, position)
        if token is None:
            raise _unreadable(expression, position)
        start = token.start("name") if token["name"] else token.start("sign")
        reader.take(token["name"], token["sign"], start)
        position = token.end()
    return reader.finish(end)


def compute(expression: str, figures: Mapping[str, Figure]) -> Derived:
    """Compute an expression from the figures that it names, by id; derived figures among them are computed first.

    Raises: DerivationError for an unknown or empty figure, a loop, or a division by what may be zero.
    """
    return Calculation(figures).result(expression)


class Calculation:
    """Computes many expressions from the same figures: one that many others name is computed once."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures by id."""
        self._figures = figures
        self._computed: dict[str, tuple[Derived, int]] = {}
        """With how many derived figures it rests on, one below the other."""

    def result(self, expression: str) -> Derived:
        """Compute an expression.

        Raises: DerivationError, as `compute` does.
        """
        with localcontext(_CONTEXT):
            try:
                return self._result(expression, ())[0]
            except DecimalException as error:
                raise UncomputableError("the result is too large or too small to be computed") from error

    def _result(self, expression: str, above: tuple[str, ...]) -> tuple[Derived, int]:
        stack: list[Derived] = []
        below = 0
        for step in parse_expression(expression).steps:
            if step in _BINDING:
                right, left = stack.pop(), stack.pop()
                stack.append(_apply(step, left, right))
            else:
                value, depth = self._value(step, above)
                below = max(below, depth)
                stack.append(value)
        return stack.pop(), below

    def _value(self, name: str, above: tuple[str, ...]) -> tuple[Derived, int]:
        if name in self._computed:
            if len(above) + self._computed[name][1] >= MAX_DEPTH:
                raise DerivationError(_TOO_DEEP)
            return self._computed[name]
        figure = self._figures.get(name)
        if figure is None:
            raise DerivationError(f"no figure has the id '{name}'")
        if name in above:
            raise DerivationError(f"'{name}' is derived from itself")
        if len(above) >= MAX_DEPTH:
            raise DerivationError(_TOO_DEEP)
        if figure.amount is not None:
            found = _with_doubt(figure, figure.amount), 0
        elif figure.derived is None:
            raise DerivationError(f"the figure '{name}' has no number")
        else:
            value, depth = self._result(figure.derived, (*above, name))
            found = value, depth + 1
        self._computed[name] = found
        return found


class _Reader:
    """Turns tokens into postfix order (the shunting yard), with no recursion."""

    def __init__(self) -> None:
        self._steps: list[str] = []
        self._waiting: list[tuple[str, int]] = []
        self._depth = 0
        self._wants_figure = True

    def take(self, name: str | None, sign: str | None, offset: int) -> None:
        """Read one token."""
        operator = _SIGNS.get(sign or "", sign or "")
        if name is None and operator == "(":
            self._open(offset)
        elif self._wants_figure:
            self._figure(name, sign, offset)
        elif name is not None:
            raise DerivationError(f"an operator is missing before '{name}'", offset)
        elif operator == ")":
            self._close(offset)
        else:
            self._operator(operator, offset)

    def finish(self, end: int) -> Expression:
        """Return what was read."""
        if self._wants_figure:
            raise DerivationError("the arithmetic ends where a figure is expected", end)
        while self._waiting:
            operator, offset = self._waiting.pop()
            if operator == "(":
                raise DerivationError("this bracket is never closed", offset)
            self._steps.append(operator)
        return Expression(tuple(self._steps))

    def _open(self, offset: int) -> None:
        if not self._wants_figure:
            raise DerivationError("an operator is missing before the bracket", offset)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise DerivationError(f"more than {MAX_DEPTH} brackets inside each other", offset)
        self._waiting.append(("(", offset))

    def _figure(self, name: str | None, sign: str | None, offset: int) -> None:
        if name is None:
            raise DerivationError(f"the id of a figure is expected, not '{sign}'", offset)
        self._steps.append(name)
        self._wants_figure = False

    def _close(self, offset: int) -> None:
        while self._waiting:
            operator, _ = self._waiting.pop()
            if operator == "(":
                self._depth -= 1
                return
            self._steps.append(operator)
        raise DerivationError("this bracket was never opened", offset)

    def _operator(self, operator: str, offset: int) -> None:
        while self._waiting and _BINDING[self._waiting[-1][0]] >= _BINDING[operator]:
            self._steps.append(self._waiting.pop()[0])
        self._waiting.append((operator, offset))
        self._wants_figure = True


def _unreadable(expression: str, position: int) -> DerivationError:
    offset = position + len(expression[position:]) - len(expression[position:].lstrip())
    return DerivationError(
        f"'{expression[offset]}' has no meaning here: ids of figures, + − × ÷ and brackets only", offset
    )


def _with_doubt(figure: Figure, amount: Amount) -> Derived:
    low, high = amount.low, amount.high
    central = (low + high) / 2 if amount.central is None else amount.central
    doubtful = low != high or figure.approx is not None
    match figure.approx:
        case Hedge.ABOUT:
            low, high = low - _last_digit(low) / 2, high + _last_digit(high) / 2
        case Hedge.NEARLY:
            low -= _last_digit(low)
        case Hedge.OVER | Hedge.AT_LEAST:
            high = _INFINITY
        case Hedge.UNDER | Hedge.AT_MOST:
            low = _ZERO if low >= 0 and figure.kind is not FigureKind.CHANGE else -_INFINITY
        case None:
            pass
    return Derived(low, high, central, doubtful)


def _last_digit(number: Decimal) -> Decimal:
    """Return what one of the last digit that is not zero is worth: 1,000 for 11,000; 0.1 for 2.5; 0 for 0."""
    if number == 0:
        return _ZERO
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _apply(operator: str, left: Derived, right: Derived) -> Derived:
    doubtful = left.doubtful or right.doubtful
    match operator:
        case "+":
            return Derived(left.low + right.low, left.high + right.high, left.central + right.central, doubtful)
        case "-":
            return Derived(left.low - right.high, left.high - right.low, left.central - right.central, doubtful)
        case "*":
            low, high = _product(left, right)
            return Derived(low, high, left.central * right.central, doubtful)
        case _:
            return _quotient(left, right, doubtful)


def _quotient(left: Derived, right: Derived, doubtful: bool) -> Derived:
    if right.low <= 0 <= right.high:
        raise UncomputableError("a division by zero, or by a number that may be zero")
    inverse = Derived(1 / right.high, 1 / right.low, 1 / right.central, doubtful)
    low, high = _product(left, inverse)
    return Derived(low, high, left.central / right.central, doubtful)


def _product(left: Derived, right: Derived) -> tuple[Decimal, Decimal]:
    """Return the ends of a product. Zero times no bound is zero: the bound is never reached."""
    ends = [
        one * other if one and other else _ZERO for one in (left.low, left.high) for other in (right.low, right.high)
    ]
    return min(ends), max(ends)
