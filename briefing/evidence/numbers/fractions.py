"""The rule for fractions in words of the writer's own: "a fifth" needs a fifth in a quote, or a share of about 20%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.numbers.numeral import Numeral
from briefing.evidence.numbers.numerals import numerals
from briefing.evidence.words.prose import prose_of
from briefing.format.model import Figure

_NEAR = Decimal("0.15")
"""How far a share may be from a fraction, relative to it: 47% is nearly half, 22% about a fifth."""
_PERCENT = 100


def fraction_findings(case: Case) -> Iterator[Problem]:
    """Yield the fractions in the words of a claim that neither its quotes nor its own value support."""
    if case.is_judgement or not case.contexts or not case.all_quotes_read:
        return
    figure = case.claim if isinstance(case.claim, Figure) else None
    values = [figure.amount.low, figure.amount.high] if figure is not None and figure.amount is not None else []
    for words in unsupported_fractions(case.own.text, case.language, values, case.contexts):
        yield case.problem(EvidenceCode.NUMBER_NOT_CITED, case.field, f"no cite of this claim carries '{words}'")


def unsupported_fractions(
    text: str, language: Language, values: Iterable[Decimal], contexts: Sequence[QuoteContext]
) -> Iterator[str]:
    """Yield the fractions of a text, as written, that neither some values nor the sentences of the quotes support."""
    if not language.fractions or any(context.language is not language for context in contexts):
        return
    own = prose_of(text, language)
    found = [one for one in numerals(own.text, language) if _is_fraction(one) and not own.is_in_date(one.start)]
    if not found:
        return
    carried = {abs(value) for value in values}
    carried.update(abs(value) for context in contexts for one in context.prose.numbers for value in one.numeral.values)
    for one in found:
        if not any(_is_near(one.values[0], value) for value in carried):
            yield own.text[one.start : one.end]


def _is_fraction(numeral: Numeral) -> bool:
    """Whether a numeral is a fraction between 0 and 1 in words: "two thirds"."""
    return numeral.fraction and not numeral.digits and 0 < numeral.values[0] < 1


def _is_near(fraction: Decimal, value: Decimal) -> bool:
    """Whether a value equals a fraction, or is about as many percent."""
    return value == fraction or abs(value - fraction * _PERCENT) <= _NEAR * fraction * _PERCENT
