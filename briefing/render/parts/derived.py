"""Derived figures: recomputed with their range, rounded, and always labelled as derived."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from briefing.base.frozen import frozen
from briefing.format.arithmetic import Calculation, DerivationError, Derived, parse_expression
from briefing.format.model import Amount, Brief, Figure, Hedge
from briefing.render.lines import Role, Run
from briefing.render.parts.amounts import AmountParts, amount_parts, grouped, rounded, rounded_to
from briefing.render.parts.claims import stated_runs
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, crop, tidy

_OPERATORS = frozenset("+-*/")
_TOKENS = r"[a-z0-9]+(?:-+[a-z0-9]+)*|[-+*/−×÷]"
"""The ids and the operators of an expression."""
_OPERAND = 60
"""Cells of one operand of a formula at most: a formula may name one figure 250 times."""
_PERCENT = frozenset({None, "%", "per cent", "percent"})
"""Units with which a part of a whole is shown in percent."""
_LEAST_SHARE = Decimal("0.001")
"""Smaller parts are clearer as they are than in percent."""
_MIXED = "*"
"""In place of a unit: several units, or a power of one."""


@frozen
class DerivedNumber:
    """Result of recomputing a derived figure."""

    derived: Derived | None
    """The value with its range; of a share, in percent. None: it could not be computed."""
    share: bool = False
    """True if it is a part of a whole of the same unit."""
    reason: str = ""
    """Why it could not be computed, as a sentence. Empty: it was computed."""


def derived_numbers(brief: Brief) -> dict[int, DerivedNumber]:
    """Recompute the derived figures of a brief that give no number of their own, by index."""
    known = {figure.id: figure for figure in brief.figures if figure.id}
    calculation = Calculation(known)
    found: dict[int, DerivedNumber] = {}
    for index, figure in enumerate(brief.figures):
        if figure.derived and figure.amount is None:
            try:
                found[index] = _derived_number(figure, calculation.result(figure.derived), known)
            except DerivationError as error:
                found[index] = DerivedNumber(None, reason=str(error))
    return found


def _derived_number(figure: Figure, derived: Derived, known: Mapping[str, Figure]) -> DerivedNumber:
    """Return the result of a derived figure, in percent for a part of a whole."""
    is_part = figure.unit in _PERCENT and _LEAST_SHARE <= derived.central <= 1
    if not is_part or not is_share(figure.derived or "", known):
        return DerivedNumber(derived)
    percent = Derived(derived.low * 100, derived.high * 100, derived.central * 100, derived.doubtful)
    return DerivedNumber(percent, share=True)


def figure_parts(figure: Figure, computed: DerivedNumber | None, look: Look) -> AmountParts | None:
    """Return the number of a figure in parts, computed if it is derived. None: it has none."""
    if figure.amount is not None:
        return amount_parts(figure.amount, figure.approx, look)
    if computed is None or computed.derived is None:
        return None
    hedge, value = _hedged_value(computed.derived)
    number = amount_parts(Amount(value, value), figure.approx or hedge, look)
    is_percent = computed.share and not figure.unit
    return AmountParts(number.hedge, number.whole, number.fraction, "%") if is_percent else number


def number_runs(figure: Figure, computed: DerivedNumber | None, look: Look) -> list[Run]:
    """Return the number of a figure with its hedge and unit on one line, or the source's words for it."""
    number = figure_parts(figure, computed, look)
    unit = tidy((number.unit if number is not None else "") or figure.unit or "")
    if number is None:
        runs = no_number_runs(figure, computed, look)
    else:
        runs = [hedge_run(number), Run(number.whole + number.fraction, Role.NUMBER)]
    return [run for run in (*runs, *((Run(" "), Run(unit, Role.UNIT)) if unit else ())) if run.text]


def no_number_runs(figure: Figure, computed: DerivedNumber | None, look: Look) -> list[Run]:
    """Return what stands in the place of a number that a figure does not have."""
    if computed is not None:
        return [Run("not computed", Role.WARNING)]
    return [Run(run.text, Role.NUMBER) for run in stated_runs(figure, look)] or [Run("no number", Role.HEDGE)]


def hedge_run(number: AmountParts) -> Run:
    """Return the hedge of a number, a sign or a word; its text is empty if there is none."""
    return Run(number.hedge.replace(" ", NO_BREAK), Role.HEDGE)


def derivation_runs(figure: Figure, computed: DerivedNumber | None, look: Look) -> list[list[Run]]:
    """Return that a figure is derived, how, with the ids of others, and the range of the result: for writers."""
    if not figure.derived:
        return []
    how = f"derived: {figure.derived.replace(' ', NO_BREAK)}"
    return [[Run(how, Role.META)], *doubt_runs(computed, look)]


def doubt_runs(computed: DerivedNumber | None, look: Look) -> list[list[Run]]:
    """Return the range of a computed number, or why it could not be computed. Empty: it is exact."""
    if computed is None:
        return []
    if computed.derived is None:
        return [[Run(f"not computed: {computed.reason}", Role.WARNING)]]
    unit = "%" if computed.share else ""
    return [[Run(_range_words(computed.derived, unit, look), Role.HEDGE)]] if computed.derived.doubtful else []


def stated_beside(figure: Figure, look: Look) -> list[Run]:
    """Return the source's words for a figure that has a number; of one without, they stand in its place."""
    return stated_runs(figure, look) if figure.amount is not None or figure.derived else []


def kind_runs(figure: Figure) -> list[Run]:
    """Return what kind of number a figure is: "a total". Empty: its brief does not say."""
    return [Run(f"a {figure.kind}", Role.META)] if figure.kind else []


def measure_runs(figure: Figure) -> list[Run]:
    """Return as what a figure is compared with those of other briefs. Empty: it is not."""
    return [Run(f"compared as {figure.measure}", Role.META)] if figure.measure else []


class Formulas:
    """How the figures of a brief are computed from others, without their ids, which are for writers.

    What a formula names that does not exist stands as it was written.
    """

    def __init__(self, brief: Brief, computed: Mapping[int, DerivedNumber], look: Look) -> None:
        self._brief, self._computed, self._look = brief, computed, look
        self._indexes = {figure.id: index for index, figure in enumerate(brief.figures) if figure.id}

    def numbers(self, figure: Figure) -> str:
        """Return a formula with the numbers of figures, "27 + 4", or the label of one without. Empty: no formula."""
        return _written(figure.derived, self._number, self._look) if figure.derived else ""

    def runs(self, figure: Figure) -> list[Run]:
        """Return a formula with the numbers of figures as a fact: "= 27 + 4". Empty: no formula."""
        formula = self.numbers(figure)
        return [Run(f"= {formula}", Role.META)] if formula else []

    def labels(self, figure: Figure) -> str:
        """Return a formula with the labels of figures: "Bodies recovered + Died in hospital"."""
        return _written(figure.derived, self._label, self._look) if figure.derived else ""

    def _number(self, name: str) -> str:
        index = self._indexes.get(name)
        if index is None:
            return name
        number = figure_parts(self._brief.figures[index], self._computed.get(index), self._look)
        return self._label(name) if number is None else crop(_bracketed(number), _OPERAND)

    def _label(self, name: str) -> str:
        index = self._indexes.get(name)
        return name if index is None else crop(self._brief.figures[index].text.strip(), _OPERAND)


def _bracketed(number: AmountParts) -> str:
    """Return a number of a formula, in brackets if it is not one plain number."""
    is_plain = number.whole[:1].isdigit() and not re.search("[^0-9,.]", number.whole + number.fraction)
    return number.text if is_plain else f"({number.text})"


def _written(expression: str, operand: Callable[[str], str], look: Look) -> str:
    """Return an expression with other operands, and the signs of a look."""
    is_plain = look.ascii or look.plain
    signs = {"×": "*", "÷": "/", "−": "-"} if is_plain else {"*": "×", "/": "÷", "-": look.signs.minus}

    def replaced(token: re.Match[str]) -> str:
        text = token.group()
        return operand(text) if text[0].isalnum() else signs.get(text, text)

    return tidy(re.sub(_TOKENS, replaced, expression)).strip()


def _hedged_value(derived: Derived) -> tuple[Hedge | None, Decimal]:
    """Return the number that represents a derived one, and its hedge. If only one end is known, that end."""
    low, high = _rounded_ends(derived)
    if low is not None and high is None:
        return Hedge.AT_LEAST, low
    if high is not None and low is None:
        return Hedge.AT_MOST, high
    if not derived.doubtful:
        return None, rounded(derived.central)
    return Hedge.ABOUT, rounded_to(derived.central, _place(derived))


def _range_words(derived: Derived, unit: str, look: Look) -> str:
    """Return the range of the true number in words, as far as it is known."""
    low, high = (f"{grouped(end, look)} {unit}".strip() if end is not None else "" for end in _rounded_ends(derived))
    if low and high:
        return f"between {low} and {high}".replace(" %", f"{NO_BREAK}%")
    if low or high:
        return f"at least {low}, how much more is not known" if low else f"at most {high}, how much less is not known"
    return "how much more or less is not known"


def _rounded_ends(derived: Derived) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends of the range, rounded outward. None: no bound there.

    A lower end of zero is left out if the operands only have upper bounds: it says nothing.
    """
    place = _place(derived)
    low = rounded_to(derived.low, place, ROUND_FLOOR) if derived.low.is_finite() else None
    high = rounded_to(derived.high, place, ROUND_CEILING) if derived.high.is_finite() else None
    is_below = derived.low == 0 and (high is None or derived.high <= derived.central)
    return None if is_below else low, high


def _place(derived: Derived) -> int:
    """Return the power of ten to which an uncertain number is rounded: the range is about five such steps."""
    ends = [end for end in (derived.low, derived.high) if end.is_finite()]
    width = derived.high - derived.low if len(ends) > 1 else Decimal(0)
    leading = max((end.adjusted() for end in (*ends, derived.central) if end), default=0)
    if not width:
        return leading - 1
    return min((width / 5).adjusted(), leading)


def is_share(expression: str, known: Mapping[str, Figure]) -> bool:
    """Tell whether an expression divides figures of one unit by figures of the same unit.

    The result then has no unit.

    Raises:
        DerivationError: the expression cannot be read.

    """
    steps = parse_expression(expression).steps
    units: list[str] = []
    same = False
    for step in steps:
        if step not in _OPERATORS:
            units.append(_unit(known.get(step)))
            continue
        right, left = units.pop(), units.pop()
        same = left == right != _MIXED
        units.append(left if same and step in "+-" else _MIXED)
    return same and steps[-1:] == ("/",)


def _unit(figure: Figure | None) -> str:
    """Return the unit of an operand; `_MIXED` for a derived number without one, which may be a count or a share."""
    if figure is None or (figure.derived and not figure.unit):
        return _MIXED
    return figure.unit or ""
