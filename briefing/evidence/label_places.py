"""The net under the rules for labels: in a sentence of several numbers, a label's words stand by the figure's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.evidence.contexts import Case, Context, Unchecked
from briefing.evidence.numbers import Number
from briefing.evidence.prose import prose
from briefing.evidence.substance import Token, tokens
from briefing.model import Figure, FigureKind


def label_place_findings(case: Case) -> Iterator[Unchecked]:
    """Say so when a word of a label or of a unit stands nearer to another number than to the figure's."""
    figure = case.claim
    if not isinstance(figure, Figure) or figure.amount is None:
        return
    if figure.amount.low < 0 and figure.kind is not FigureKind.CHANGE and not _has_minus(case):
        yield Unchecked("the minus is the writer's own")
    own = case.own.once(tokens)
    if all(token.text.lower() in case.language.generic for token in own):
        return
    unit = prose(figure.unit, case.language).once(tokens) if figure.unit else ()
    wanted = {token.key for token in (*own, *unit) if not token.key[:1].isdigit()}
    ends = (figure.amount.low, figure.amount.high, figure.amount.central)
    sizes = {abs(end) for end in ends if end is not None}
    for context in case.contexts:
        found = _nearer(context, wanted, sizes)
        if found is not None:
            yield Unchecked(f"'{found[0]}' stands nearer to another number: {found[1]}")
            return


def _has_minus(case: Case) -> bool:
    return any(value < 0 for context in case.contexts for one in context.numbers() for value in one.numeral.values)


def _nearer(context: Context, wanted: set[str], sizes: set[Decimal]) -> tuple[str, str] | None:
    """Return a word that stands nearer to another number of the sentence, and that number, as written."""
    amounts = [number for number in context.prose.numbers if number.is_amount]
    mine = [one for one in amounts if context.quote.start <= one.start < context.quote.end and _may_be(one, sizes)]
    others = [one for one in amounts if one not in mine]
    if not mine or not others:
        return None
    for token in context.prose.once(tokens):
        if token.key in wanted:
            other = _nearest(token, others)
            if _distance(token, other) < _distance(token, _nearest(token, mine)):
                return token.text, context.text[other.start : other.end]
    return None


def _may_be(number: Number, sizes: set[Decimal]) -> bool:
    """Whether a number may be one of some sizes, be it in thousands or millions, or as a share."""
    numeral = number.numeral
    return numeral.fraction or any(abs(value) in sizes for value in (*numeral.values, numeral.bare))


def _nearest(token: Token, numbers: Sequence[Number]) -> Number:
    return min(numbers, key=lambda number: _distance(token, number))


def _distance(token: Token, number: Number) -> int:
    return max(number.start - token.start - len(token.text), token.start - number.end, 0)
