"""The rule for numbers in the writer's own words: those that no cite carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Context, Outcome, Unchecked
from briefing.evidence.dates.mention_match import numbers_of
from briefing.evidence.languages import Language
from briefing.evidence.numbers.counted_nouns import counted_noun
from briefing.evidence.numbers.figure_match import scales_of
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.numerals import Numeral, numerals
from briefing.evidence.numbers.unit_parts import spaced_unit
from briefing.evidence.numbers.unknown_language import may_say
from briefing.evidence.quotes.folding import folded_dashes
from briefing.evidence.result import Span
from briefing.evidence.rules.dates import published_of
from briefing.evidence.words.prose import Prose, numbers_in, small_runs
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Amount, Claim, Event, Figure

SMALL = Decimal(12)
"""Number words up to here are not asked for: a writer may count what a source names ("two states")."""


def own_number_findings(case: Case) -> Iterator[Outcome]:
    """Yield the numbers of the writer's own words that the cited words do not carry."""
    field = "label" if isinstance(case.claim, Figure) else "text"
    for rule in (_odd_not_carried, _scores_not_carried, _ordinals_not_carried):
        for words in rule(case):
            yield case.problem(EvidenceCode.NUMBER_NOT_CITED, field, f"no cite of this claim carries '{words}'")
    if not case.own.numbers:
        return
    written = numbers_to_carry(case.claim.text, case.language)
    quoted = _quoted(case.contexts)
    unquoted = [one for one in written if quoted.isdisjoint(one.numeral.values)]
    small = [number for number in case.own.numbers if _is_small(number) and quoted.isdisjoint(number.numeral.values)]
    if not unquoted and not small:
        return
    own = _own(case)
    derived = [result.central for result in case.dossier.derived.values()]
    left = not_carried(unquoted, own, case.contexts, derived)
    for words in left:
        yield _left(case, field, words, [one.numeral for one in written if one.words == words])
    if not left:
        yield from _small_numbers(case, small, own, field)


def _left(case: Case, field: str, words: str, wanted: Sequence[Numeral]) -> Outcome:
    """Return what follows from a number that no quote is seen to carry."""
    if not case.all_read:
        return Unchecked("a quote that may carry a number was not read")
    if _may_be_in_words(case, wanted):
        return Unchecked(f"'{words}' may be in words of the source's language")
    return case.problem(EvidenceCode.NUMBER_NOT_CITED, field, f"no cite of this claim carries '{words}'")


def _may_be_in_words(case: Case, wanted: Sequence[Numeral]) -> bool:
    """Whether a quote in a language whose words are not known may carry a number."""
    values = [value for numeral in wanted for value in numeral.values]
    contexts = (context for context in case.contexts if not context.language.complete)
    return any(may_say(values, context.prose, context.numbers()) for context in contexts)


def _is_small(number: NumberMention) -> bool:
    """Whether a number is a small one in words."""
    return not number.numeral.digits and 1 < number.numeral.values[0] <= SMALL and number.is_amount


def _small_numbers(case: Case, small: Sequence[NumberMention], own: set[Decimal], field: str) -> Iterator[Outcome]:
    """Yield the small numbers in words that no quote carries: a writer's own count, or another than the source's."""
    for number in small:
        if not own.isdisjoint(number.numeral.values):
            continue
        words = case.own.text[number.start : number.end]
        noun = counted_noun(case.own, number).noun
        if noun is not None and _is_counted_otherwise(case, whole_stem(noun, case.language)):
            yield case.problem(
                EvidenceCode.NUMBER_NOT_CITED, field, f"the source has another number of {noun} than '{words}'"
            )
        else:
            yield Unchecked(f"'{words}' is the writer's own count")


def _is_counted_otherwise(case: Case, wanted: str) -> bool:
    """Whether a quote counts the same things by another number, and does not part them: "two of the five states"."""
    for context in case.contexts:
        if context.language is not case.language:
            return False
        found = [counted_noun(context.prose, number) for number in context.numbers() if number.is_amount]
        same = [one for one in found if one.noun is not None and whole_stem(one.noun, context.language) == wanted]
        if len(same) == 1 and len(found) == 1:
            return True
    return False


def _scores_not_carried(case: Case) -> Iterator[str]:
    """Yield pairs such as "3-1" of which no quote has both numbers next to each other."""
    for left, right in case.own.once(_pairs):
        pair = (left.numeral.values[0], right.numeral.values[0])
        theirs = [
            (one.numeral.values[0], two.numeral.values[0]) for each in case.contexts for one, two in _all_pairs(each)
        ]
        known = {number.numeral.values[0] for context in case.contexts for number in context.numbers()}
        if known.issuperset(pair) and pair not in theirs:
            yield case.own.text[left.start : right.end]


def _pairs(own: Prose) -> tuple[tuple[NumberMention, NumberMention], ...]:
    return tuple(
        (left, right)
        for left, right in pairwise(own.numbers)
        if own.text[left.end : right.start] in {"-", "\u2013", ":"} and left.numeral.digits and right.numeral.digits
    )


def _all_pairs(context: Context) -> Iterator[tuple[NumberMention, NumberMention]]:
    return pairwise(context.prose.numbers)


def _ordinals_not_carried(case: Case) -> Iterator[str]:
    """Yield ordinals in words ("the seventh week") where the quotes have only the number ("seven weeks")."""
    language = case.language
    if _ordinal_words(language).isdisjoint(case.own.runs):
        return
    for word in case.own.words:
        value = language.ordinals.get(word.small)
        if value is None or value == 1 or any(context.language is not language for context in case.contexts):
            continue
        found = [number for context in case.contexts for number in context.prose.numbers]
        spoken = any(one.small == word.small for context in case.contexts for one in context.prose.words)
        same = [number for number in found if number.numeral.values[0] == value]
        if same and not spoken and not any(number.numeral.ordinal for number in same):
            yield word.text


@lru_cache(maxsize=64)
def _ordinal_words(language: Language) -> frozenset[str]:
    """Return the words that an ordinal begins with."""
    return frozenset(small_runs(word)[0] for word in language.ordinals)


_ODD = re.compile(r"(?<![\w.,:/-])\d+(?:[:./-]\d+)+(?![\w-])")
_DIGITS = re.compile(r"\d+")


def _odd(prose: Prose) -> dict[tuple[str, ...], str]:
    """Return the times of day, scores and other digits with marks between them that are no number and no date."""
    found = {tuple(_DIGITS.findall(one.group())): one for one in _ODD.finditer(prose.text)}
    if not found:
        return {}
    taken = [(one.start, one.end) for one in prose.dates] + [(one.start, one.end) for one in prose.numbers]
    return {
        digits: one.group()
        for digits, one in found.items()
        if not any(start < one.end() and one.start() < end for start, end in taken)
    }


_SPACED = re.compile(r"\d+(?:\s?[:.h/-]\s?\d+)+")


def _pairs_of_digits(prose: Prose) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_DIGITS.findall(one.group())) for one in _SPACED.finditer(prose.text))


def _odd_not_carried(case: Case) -> Iterator[str]:
    """Yield times of day, scores and the like that no sentence of the quotes has."""
    for digits, written in case.own.once(_odd).items():
        if not any(digits in context.prose.once(_pairs_of_digits) for context in case.contexts):
            yield written


def _years_of_publication(case: Case) -> Iterator[Decimal]:
    """Yield the years of the articles: a writer may add them to what quotes without a year say."""
    for context in case.contexts:
        published = published_of(case.dossier, context.cite.source)
        yield from (Decimal(day.year) for day in (published.earliest, published.latest) if day) if published else ()


def not_carried(
    written: Sequence[OwnNumber], own: set[Decimal], contexts: Sequence[Context], derived: Sequence[Decimal]
) -> list[str]:
    """Return the numbers, as written, that neither quotes nor figures carry."""
    carried = own | _quoted(contexts)
    left = [one for one in written if not _is_carried(one.numeral, carried, derived)]
    if left:
        dates = own.union(*(_dates_of(context) for context in contexts))
        left = [one for one in left if not _is_carried(one.numeral, dates, ())]
    return [one.words for one in left]


def _quoted(contexts: Sequence[Context]) -> frozenset[Decimal]:
    """Return what the numbers of the quotes may be worth."""
    return frozenset[Decimal]().union(*(context.prose.of_span(context.quote, _numbers_of) for context in contexts))


class OwnNumber(NamedTuple):
    """A number in the writer's own words."""

    words: str
    numeral: Numeral


def numbers_to_carry(text: str, language: Language) -> tuple[OwnNumber, ...]:
    """Return the numbers in a text of the writer's that its cites must carry."""
    folded = folded_dashes(text)
    return tuple(
        OwnNumber(folded[numeral.start : numeral.end], numeral)
        for numeral in numerals(folded, language)
        if numeral.digits or numeral.values[0] > SMALL
    )


def is_more_than_a_count(numeral: Numeral) -> bool:
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


def _numbers_of(words: Prose, quote: Span) -> frozenset[Decimal]:
    """Return what the numbers of a quote may be worth, a share in percent as well."""
    numerals_of = [number.numeral for number in words.of_span(quote, numbers_in)]
    shares = [Decimal(round(numeral.values[0] * 100)) for numeral in numerals_of if numeral.fraction]
    return frozenset([*(value for numeral in numerals_of for value in numeral.values), *shares])


def _dates_of(context: Context) -> Iterator[Decimal]:
    for mention in context.dates():
        yield from map(Decimal, mention.numbers)


def _own(case: Case) -> set[Decimal]:
    """Return the numbers of the claim's own fields, which have rules of their own, and of the articles' dates."""
    claim = case.claim
    own = set(dates_of(claim))
    if isinstance(claim, Figure) and claim.amount is not None:
        own.update(_ends(claim.amount))
    if isinstance(claim, Event):
        own.update(_of_figures(case, claim))
    if not any(mention.year for context in case.contexts for mention in context.dates()):
        own.update(_years_of_publication(case))
    return own


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
