"""Owns the rule for numbers in the writer's own words: those that no cite carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from briefing.evidence.claimed import numbers_of
from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
from briefing.evidence.folding import folded_dashes
from briefing.evidence.languages import Language
from briefing.evidence.numerals import Numeral, numerals
from briefing.evidence.when import published_of
from briefing.model import Claim, Event, Figure
from briefing.problems import Problem

SMALL = Decimal(12)
"""Number words up to here are not asked for: a writer may count what a source names ("two states")."""


def wording_findings(case: Case) -> Iterator[Problem]:
    """Yield the numbers of the writer's own words that the cited words do not carry."""
    derived = [result.central for result in case.dossier.derived.values()]
    written = numbers_to_carry(case.claim.text, case.language)
    if not written:
        return
    own = set(_own(case.claim))
    if isinstance(case.claim, Event):
        own |= set(_of_figures(case, case.claim))
    if not any(mention.year for context in case.contexts for mention in context.mentions()):
        own |= set(_years_of_publication(case))
    field = "label" if isinstance(case.claim, Figure) else "text"
    for words in not_carried(written, own, case.contexts, derived):
        yield case.problem(Code.NUMBER_NOT_CITED, field, f"no cite of this claim carries '{words}'")


def _years_of_publication(case: Case) -> Iterator[Decimal]:
    """Yield the years of the articles: a writer may add them to what quotes without a year say."""
    for context in case.contexts:
        published = published_of(case.dossier, context.cite.source)
        yield from (Decimal(day.year) for day in (published.earliest, published.latest) if day) if published else ()


def not_carried(
    written: Sequence[Written], own: set[Decimal], contexts: Sequence[Context], derived: Sequence[Decimal]
) -> list[str]:
    """Return the numbers, as written, that neither quotes nor figures carry."""
    carried = own.union(*(_numbers_of(context) for context in contexts))
    left = [one for one in written if not _is_carried(one.numeral, carried, derived)]
    if left:
        dates = own.union(*(_dates_of(context) for context in contexts))
        left = [one for one in left if not _is_carried(one.numeral, dates, ())]
    return [one.words for one in left]


class Written(NamedTuple):
    """A number in the writer's own words."""

    words: str
    numeral: Numeral


def numbers_to_carry(text: str, language: Language) -> tuple[Written, ...]:
    """Return the numbers in a text of the writer's that its cites must carry."""
    folded = folded_dashes(text)
    return tuple(
        Written(folded[numeral.start : numeral.end], numeral)
        for numeral in numerals(folded, language)
        if numeral.digits or numeral.values[0] > SMALL
    )


def is_telling(numeral: Numeral) -> bool:
    """Whether a number of a title or a lede is more than a count of what the brief names ("two states")."""
    return numeral.values[0] > SMALL or numeral.percent or numeral.bare % 1 != 0


def _is_carried(numeral: Numeral, carried: AbstractSet[Decimal], derived: Sequence[Decimal]) -> bool:
    """Whether a number is among those that are carried, or is a derived figure, rounded or in percent."""
    if not carried.isdisjoint(numeral.values):
        return True
    return any(_rounds_to(value, numeral.bare) for value in derived)


def _rounds_to(exact: Decimal, written: Decimal) -> bool:
    places = max(-int(written.as_tuple().exponent), 0)
    return exact.is_finite() and written in (round(exact, places), round(exact * 100, places))


def _numbers_of(context: Context) -> Iterator[Decimal]:
    for number in context.numbers():
        yield from number.numeral.values
        if number.numeral.fraction:
            yield Decimal(round(number.numeral.values[0] * 100))


def _dates_of(context: Context) -> Iterator[Decimal]:
    for mention in context.mentions():
        yield from map(Decimal, mention.numbers)


def _own(claim: Claim) -> Iterator[Decimal]:
    """Yield the numbers of the claim's own fields, which have rules of their own."""
    yield from dates_of(claim)
    if isinstance(claim, Figure) and claim.amount is not None:
        yield claim.amount.low
        yield claim.amount.high


def dates_of(claim: Claim) -> Iterator[Decimal]:
    """Yield the numbers of the date of a claim, which has rules of its own."""
    if claim.when is not None:
        yield from map(Decimal, numbers_of(claim.when))


def _of_figures(case: Case, event: Event) -> Iterator[Decimal]:
    for name in event.figures:
        figure = case.dossier.brief.figure(name)
        if figure is not None:
            yield from figure_values(figure, case.dossier.language)


def figure_values(figure: Figure, language: Language) -> Iterator[Decimal]:
    """Yield what a figure says as a writer may write it: in its unit, and with the unit's scale multiplied."""
    if figure.amount is None:
        return
    scales = [Decimal(1)]
    if figure.unit is not None:
        tokens = [token.removesuffix("s") for token in figure.unit.lower().split()]
        scales += [language.scales[token] for token in tokens if token in language.scales]
    for scale in scales:
        yield figure.amount.low * scale
        yield figure.amount.high * scale
