"""Arithmetic on figures: parses an expression such as "killed / sent" and computes it with its uncertainty.

The operators are + − - × * ÷ / and brackets; the operands are ids of figures. Ids may contain hyphens, so an ASCII
hyphen between two id characters belongs to the id: `a-b` is one figure, `a - b` a difference. The minus sign − (U+2212)
is always an operator.

Uncertainty is computed by interval arithmetic. "about" and "nearly" mean rounding to the last digit that is not zero
("about 11,000": 10,500 to 11,500; "nearly 4,000": 3,000 to 4,000). "over" and "at least" have no upper end, "under" and
"at most" no lower one (zero, if the number is not a change). A figure that is named twice is treated as two independent
numbers, so the result may be too wide, never too narrow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Context, Decimal, DecimalException, DivisionByZero, InvalidOperation, Overflow, localcontext
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import BriefingError
from briefing.format.model import Amount, Figure, FigureKind, Hedge

MAX_LENGTH = 500
"""Characters of one expression."""
MAX_DEPTH = 20
"""Nested brackets, and derived figures that depend on each other, at most."""

_NAME_OR_SIGN = r"\s*(?:(?P<name>[a-z0-9]+(?:-+[a-z0-9]+)*)|(?P<sign>[-+*/()−×÷]))"
_SIGNS = {"−": "-", "×": "*", "÷": "/"}
_BINDING = {"(": 0, "+": 1, "-": 1, "*": 2, "/": 2}
_TOO_DEEP = f"more than {MAX_DEPTH} derived figures rest on each other"
_ZERO = Decimal(0)
_INFINITY = Decimal("Infinity")
_CONTEXT = Context(prec=40, traps=[DivisionByZero, InvalidOperation, Overflow])


class DerivationError(BriefingError, ValueError):
    """An expression cannot be parsed or computed. The message is a sentence for the user."""

    def __init__(self, sentence: str, offset: int | None = None) -> None:
        super().__init__(sentence)
        self.offset = offset
        """Offset of the mistake in the expression, in characters. None: the whole expression is meant."""


class UncomputableError(DerivationError):
    """The expression is valid, but its numbers have no result: division by zero, or out of range."""


class Expression(NamedTuple):
    """A parsed expression."""

    steps: tuple[str, ...]
    """Ids and the operators + - * / in postfix order."""

    @property
    def names(self) -> tuple[str, ...]:
        """The ids in it, each once, in the order of the text."""
        return tuple(dict.fromkeys(step for step in self.steps if step not in _BINDING))


class Derived(NamedTuple):
    """The result of an expression."""

    low: Decimal
    """Lower end. -Infinity: there is none."""
    high: Decimal
    """Upper end. Infinity: there is none."""
    central: Decimal
    """The result for the numbers as written; an interval counts by its central value, else by its middle.

    It has up to 40 digits: the caller rounds it.
    """
    doubtful: bool
    """Whether any number in it is hedged or an interval."""


def figure_ids(expression: str) -> tuple[str, ...]:
    """Return the ids of the figures in an expression, each once, in order.

    Raises:
        DerivationError: the expression cannot be parsed.
    """
    return parse_expression(expression).names


@lru_cache(maxsize=2048)
def parse_expression(expression: str) -> Expression:
    """Parse an expression.

    Raises:
        DerivationError: it cannot be parsed; `offset` is that of the first wrong character.
    """
    if len(expression) > MAX_LENGTH:
        raise DerivationError(f"the arithmetic is longer than {MAX_LENGTH} characters", MAX_LENGTH)
    reader = _Reader()
    position = 0
    end = len(expression.rstrip())
    while position < end:
        token = re.compile(_NAME_OR_SIGN).match(expression, position)
        if token is None:
            raise _unreadable(expression, position)
        start = token.start("name") if token["name"] else token.start("sign")
        reader.take(token["name"], token["sign"], start)
        position = token.end()
    return reader.finish(end)


class Calculation:
    """Computes several expressions on the same figures; each figure is computed once."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        """Take all figures by id, derived ones as well."""
        self._figures = figures
        self._computed: dict[str, tuple[Derived, int]] = {}
        """By id: the value, and the number of levels of derived figures below it."""

    def result(self, expression: str) -> Derived:
        """Compute an expression, and before it the derived figures that it names.

        Raises:
            DerivationError: a figure is unknown, has no number, or depends on itself.
            UncomputableError: the divisor is or may be zero, or the result is out of range.
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
    """Puts tokens into postfix order, by the shunting-yard algorithm."""

    def __init__(self) -> None:
        self._steps: list[str] = []
        self._waiting: list[tuple[str, int]] = []
        self._depth = 0
        self._wants_figure = True

    def take(self, name: str | None, sign: str | None, offset: int) -> None:
        """Take the next token: a name or a sign."""
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
        """Return the expression; `end` is the offset of its end."""
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
    """Return the place value of the last digit that is not zero: 1,000 for 11,000; 0.1 for 2.5; 0 for 0."""
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
    """Return the ends of a product. Zero times infinity is zero here, as infinity only means that there is no end."""
    ends = [
        one * other if one and other else _ZERO for one in (left.low, left.high) for other in (right.low, right.high)
    ]
    return min(ends), max(ends)
