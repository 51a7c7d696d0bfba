"""The rule for numbers in the writer's own words: those that no cite carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from briefing.evidence.abroad import may_say
from briefing.evidence.carrying import scales_of
from briefing.evidence.claimed import numbers_of
from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context, Outcome, Unchecked
from briefing.evidence.counting import counting_of
from briefing.evidence.folding import folded_dashes
from briefing.evidence.languages import Language
from briefing.evidence.numerals import Numeral, numerals
from briefing.evidence.stems import whole_stem
from briefing.evidence.units import spaced_unit
from briefing.evidence.when import published_of
from briefing.model import Amount, Claim, Event, Figure

SMALL = Decimal(12)
"""Number words up to here are not asked for: a writer may count what a source names ("two states")."""


def wording_findings(case: Case) -> Iterator[Outcome]:
    """Yield the numbers of the writer's own words that the cited words do not carry."""
    field = "label" if isinstance(case.claim, Figure) else "text"
    for words in _odd_not_carried(case):
        yield case.problem(Code.NUMBER_NOT_CITED, field, f"no cite of this claim carries '{words}'")
    if not case.own.numbers:
        return
    own = set(_own(case.claim))
    if isinstance(case.claim, Event):
        own |= set(_of_figures(case, case.claim))
    if not any(mention.year for context in case.contexts for mention in context.mentions()):
        own |= set(_years_of_publication(case))
    derived = [result.central for result in case.dossier.derived.values()]
    written = numbers_to_carry(case.claim.text, case.language)
    left = not_carried(written, own, case.contexts, derived)
    for words in left:
        yield _left(case, field, words, [one.numeral for one in written if one.words == words])
    if not left:
        yield from _small_numbers(case, own, field)


def _left(case: Case, field: str, words: str, wanted: Sequence[Numeral]) -> Outcome:
    """Return what follows from a number that no quote is seen to carry."""
    if not case.all_read:
        return Unchecked("a quote that may carry a number was not read")
    if _may_be_in_words(case, wanted):
        return Unchecked(f"'{words}' may be in words of the source's language")
    return case.problem(Code.NUMBER_NOT_CITED, field, f"no cite of this claim carries '{words}'")


def _may_be_in_words(case: Case, wanted: Sequence[Numeral]) -> bool:
    """Whether a quote in a language whose words are not known may carry a number."""
    values = [value for numeral in wanted for value in numeral.values]
    contexts = (context for context in case.contexts if not context.language.complete)
    return any(may_say(values, context.prose, context.numbers()) for context in contexts)


def _small_numbers(case: Case, own: set[Decimal], field: str) -> Iterator[Outcome]:
    """Yield the small numbers in words that no quote carries: a writer's own count, or another than the source's."""
    carried = own.union(*(_numbers_of(context) for context in case.contexts))
    for number in case.own.numbers:
        small = not number.numeral.digits and 1 < number.numeral.values[0] <= SMALL and number.is_amount
        if not small or not carried.isdisjoint(number.numeral.values):
            continue
        words = case.own.text[number.start : number.end]
        noun = counting_of(case.own, number).noun
        if noun is not None and _is_counted_otherwise(case, whole_stem(noun, case.language)):
            yield case.problem(Code.NUMBER_NOT_CITED, field, f"the source has another number of {noun} than '{words}'")
        else:
            yield Unchecked(f"'{words}' is the writer's own count")


def _is_counted_otherwise(case: Case, wanted: str) -> bool:
    """Whether a quote counts the same things by another number, and does not part them: "two of the five states"."""
    for context in case.contexts:
        if context.language is not case.language:
            return False
        found = [counting_of(context.prose, number) for number in context.numbers() if number.is_amount]
        same = [one for one in found if one.noun is not None and whole_stem(one.noun, context.language) == wanted]
        if len(same) == 1 and len(found) == 1:
            return True
    return False


_ODD = re.compile(r"(?<![\w.,:/-])\d[\d:./-]*\d(?![\w-])")


def _odd_not_carried(case: Case) -> Iterator[str]:
    """Yield times of day, scores and other digits with marks between them that no sentence of the quotes has."""
    taken = [(one.start, one.end) for one in case.own.mentions] + [(one.start, one.end) for one in case.own.numbers]
    for found in _ODD.finditer(case.own.text):
        if found.group().isdecimal() or any(start < found.end() and found.start() < end for start, end in taken):
            continue
        digits = re.findall(r"\d+", found.group())
        pattern = re.compile(r"(?<!\d)" + r"[\s:./h-]{1,3}".join(digits) + r"(?!\d)")
        if not any(pattern.search(context.text) for context in case.contexts):
            yield found.group()


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
        yield from _ends(claim.amount)


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
    scales = {Decimal(1), *(scale for scale, _ in scales_of(spaced_unit(figure.unit or "").lower(), language))}
    yield from (end * scale for scale in scales for end in _ends(figure.amount))


def _ends(amount: Amount) -> tuple[Decimal, ...]:
    """Return every number of a figure, without its sign as well: a text says "fell by 5"."""
    every = [amount.low, amount.high, *([amount.central] if amount.central is not None else [])]
    return (*every, *(abs(one) for one in every))
