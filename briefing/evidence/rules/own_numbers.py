"""The rules for numbers in words of the writer's own: a quote has each of them, with the same hedge, unit and noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.dates.mention_match import numbers_of_date
from briefing.evidence.languages import Language
from briefing.evidence.numbers.counted_nouns import counted_noun, other_counted_nouns
from briefing.evidence.numbers.figure_match import FigureMatch, scales_of
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.hedges import NumberHedge, hedge_of
from briefing.evidence.numbers.numeral import Numeral
from briefing.evidence.numbers.numerals import numerals
from briefing.evidence.numbers.unit_parts import spaced_unit
from briefing.evidence.numbers.units import other_unit_beside
from briefing.evidence.numbers.unknown_language import may_be_in_words
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.folding import folded_dashes
from briefing.evidence.result import Span
from briefing.evidence.rules.dates import published_of
from briefing.evidence.words.prose import Prose, numbers_in, prose_of, small_runs
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Amount, Claim, Event, Figure, Hedge, Standing

SMALL = Decimal(12)
"""Number words up to this value need no quote: a writer may count what a source names ("two states")."""


def own_number_findings(case: Case) -> Iterator[Outcome]:
    """Yield the numbers in the writer's own words that no quote has."""
    for rule in (_marked_digits_not_quoted, _pairs_not_quoted, _ordinals_not_quoted):
        for words in rule(case):
            yield case.problem(EvidenceCode.NUMBER_NOT_CITED, case.field, f"no cite of this claim carries '{words}'")
    if not case.own.numbers:
        return
    written = numbers_needing_quotes(case.claim.text, case.language)
    quoted = _quoted(case.contexts)
    unquoted = [one for one in written if quoted.isdisjoint(one.numeral.values)]
    small = [number for number in case.own.numbers if _is_small(number) and quoted.isdisjoint(number.numeral.values)]
    if not unquoted and not small:
        return
    own = _own_values(case)
    derived = [result.central for result in case.dossier.derived.values()]
    left = unsupported_numbers(unquoted, own, case.contexts, derived)
    for words in left:
        yield _unsupported_outcome(case, words, [one.numeral for one in written if one.words == words])
    if not left:
        yield from _small_numbers(case, small, own)


def _unsupported_outcome(case: Case, words: str, wanted: Sequence[Numeral]) -> Outcome:
    """Return the outcome for a number that no quote seems to have."""
    if not case.all_quotes_read:
        return Unchecked("a quote that may carry a number was not read")
    if _may_be_in_words(case, wanted):
        return Unchecked(f"'{words}' may be in words of the source's language")
    return case.problem(EvidenceCode.NUMBER_NOT_CITED, case.field, f"no cite of this claim carries '{words}'")


def _may_be_in_words(case: Case, wanted: Sequence[Numeral]) -> bool:
    """Whether a quote in a language without a table may have a number in words."""
    values = [value for numeral in wanted for value in numeral.values]
    contexts = (context for context in case.contexts if not context.language.complete)
    return any(may_be_in_words(values, context.prose, context.numbers()) for context in contexts)


def _is_small(number: NumberMention) -> bool:
    """Whether a number is small and written in words."""
    return not number.numeral.digits and 1 < number.numeral.values[0] <= SMALL and number.is_amount


def _small_numbers(case: Case, small: Sequence[NumberMention], own: set[Decimal]) -> Iterator[Outcome]:
    """Yield the outcomes for small numbers in words that no quote has: the writer's own count, or a wrong one."""
    for number in small:
        if not own.isdisjoint(number.numeral.values):
            continue
        words = case.own.text[number.start : number.end]
        noun = counted_noun(case.own, number).noun
        if noun is not None and _is_counted_otherwise(case, whole_stem(noun, case.language)):
            yield case.problem(
                EvidenceCode.NUMBER_NOT_CITED, case.field, f"the source has another number of {noun} than '{words}'"
            )
        else:
            yield Unchecked(f"'{words}' is the writer's own count")


def _is_counted_otherwise(case: Case, wanted: str) -> bool:
    """Whether a quote counts the same things by another number, its only one: not "two of the five states"."""
    for context in case.contexts:
        if context.language is not case.language:
            return False
        found = [counted_noun(context.prose, number) for number in context.numbers() if number.is_amount]
        same = [one for one in found if one.noun is not None and whole_stem(one.noun, context.language) == wanted]
        if len(same) == 1 and len(found) == 1:
            return True
    return False


def _pairs_not_quoted(case: Case) -> Iterator[str]:
    """Yield pairs such as "3-1" if the quotes have both numbers, but nowhere next to each other."""
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


def _all_pairs(context: QuoteContext) -> Iterator[tuple[NumberMention, NumberMention]]:
    return pairwise(context.prose.numbers)


def _ordinals_not_quoted(case: Case) -> Iterator[str]:
    """Yield ordinals in words ("the seventh week") if the quotes only have the number ("seven weeks")."""
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
    """Return the first words of the ordinals."""
    return frozenset(small_runs(word)[0] for word in language.ordinals)


_MARKED = LazyPattern(r"(?<![\w.,:/-])\d+(?:[:./-]\d+)+(?![\w-])")
_DIGITS = LazyPattern(r"\d+")


def _marked_digits(prose: Prose) -> dict[tuple[str, ...], str]:
    """Return times of day, scores and other digits with marks, except numbers and dates, by their digits."""
    found = {tuple(_DIGITS.findall(one.group())): one for one in _MARKED.finditer(prose.text)}
    if not found:
        return {}
    taken = [(one.start, one.end) for one in prose.dates] + [(one.start, one.end) for one in prose.numbers]
    return {
        digits: one.group()
        for digits, one in found.items()
        if not any(start < one.end() and one.start() < end for start, end in taken)
    }


_SPACED = LazyPattern(r"\d+(?:\s?[:.h/-]\s?\d+)+")


def _pairs_of_digits(prose: Prose) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_DIGITS.findall(one.group())) for one in _SPACED.finditer(prose.text))


def _marked_digits_not_quoted(case: Case) -> Iterator[str]:
    """Yield times of day, scores and the like that no sentence of the quotes has."""
    for digits, written in case.own.once(_marked_digits).items():
        if not any(digits in context.prose.once(_pairs_of_digits) for context in case.contexts):
            yield written


def _years_of_publication(case: Case) -> Iterator[Decimal]:
    """Yield the years of publication: a writer may add them to dates without a year."""
    for context in case.contexts:
        published = published_of(case.dossier, context.cite.source)
        yield from (Decimal(day.year) for day in (published.earliest, published.latest) if day) if published else ()


def unsupported_numbers(
    written: Sequence[OwnNumber], own: set[Decimal], contexts: Sequence[QuoteContext], derived: Sequence[Decimal]
) -> list[str]:
    """Return the numbers, as written, that neither the quotes nor some values support.

    `own` are values of the brief, `derived` the results of derived figures, which may be rounded or in percent.
    """
    carried = own | _quoted(contexts)
    left = [one for one in written if not _is_supported(one.numeral, carried, derived)]
    if left:
        dates = own.union(*(_dates_of(context) for context in contexts))
        left = [one for one in left if not _is_supported(one.numeral, dates, ())]
    return [one.words for one in left]


def _quoted(contexts: Sequence[QuoteContext]) -> frozenset[Decimal]:
    """Return the values that the numbers of the quotes may have."""
    return frozenset[Decimal]().union(*(context.prose.of_span(context.quote, _numbers_of) for context in contexts))


class OwnNumber(NamedTuple):
    """A number in the writer's own words."""

    words: str
    """As written."""
    numeral: Numeral


def numbers_needing_quotes(text: str, language: Language) -> tuple[OwnNumber, ...]:
    """Return the numbers in a text of the writer that need a quote."""
    folded = folded_dashes(text)
    return tuple(
        OwnNumber(folded[numeral.start : numeral.end], numeral)
        for numeral in numerals(folded, language)
        if numeral.digits or numeral.values[0] > SMALL
    )


def is_more_than_a_count(numeral: Numeral) -> bool:
    """Whether a number of a title or lede is more than a count of what the brief names ("two states")."""
    return numeral.values[0] > SMALL or numeral.percent or numeral.bare % 1 != 0


def _is_supported(numeral: Numeral, carried: AbstractSet[Decimal], derived: Sequence[Decimal]) -> bool:
    """Whether a number is among some values, or is a derived figure, rounded or in percent."""
    if not carried.isdisjoint(numeral.values):
        return True
    return any(_rounds_to(value, numeral.bare) for value in derived)


def _rounds_to(exact: Decimal, written: Decimal) -> bool:
    places = max(-int(written.as_tuple().exponent), 0)
    return exact.is_finite() and written in (round(exact, places), round(exact * 100, places))


def _numbers_of(words: Prose, quote: Span) -> frozenset[Decimal]:
    """Return the values that the numbers of a quote may have; a share counts in percent as well."""
    numerals_of = [number.numeral for number in words.of_span(quote, numbers_in)]
    shares = [Decimal(round(numeral.values[0] * 100)) for numeral in numerals_of if numeral.fraction]
    return frozenset([*(value for numeral in numerals_of for value in numeral.values), *shares])


def _dates_of(context: QuoteContext) -> Iterator[Decimal]:
    for mention in context.dates():
        yield from map(Decimal, mention.numbers)


def _own_values(case: Case) -> set[Decimal]:
    """Return the values that need no quote here: of the claim's other fields, which other rules check, and of dates."""
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
    """Yield the numbers in the date of a claim, which other rules check."""
    if claim.when is not None:
        yield from map(Decimal, numbers_of_date(claim.when))


def _of_figures(case: Case, event: Event) -> Iterator[Decimal]:
    for name in event.figures:
        figure = case.dossier.brief.figure(name)
        if figure is not None:
            yield from figure_values(figure, case.dossier.language)


def figure_values(figure: Figure, language: Language) -> Iterator[Decimal]:
    """Yield the values by which a writer may give a figure: in its unit, and multiplied by the scale of the unit."""
    if figure.amount is None:
        return
    scales = {Decimal(1), *(scale for scale, _ in scales_of(spaced_unit(figure.unit or "").lower(), language))}
    yield from (end * scale for scale in scales for end in _ends(figure.amount))


def _ends(amount: Amount) -> tuple[Decimal, ...]:
    """Return every value of a figure, and each without its sign: a text may say "fell by 5"."""
    every = [amount.low, amount.high, *([amount.central] if amount.central is not None else [])]
    return (*every, *(abs(one) for one in every))


_VAGUER = frozenset({Hedge.NEARLY, Hedge.UNDER})
"""Hedges of a source that a writer may give as "about"."""


def own_number_context_findings(case: Case) -> Iterator[Outcome]:
    """Yield the numbers in the words of a point or event to which its quotes give another hedge, unit or noun."""
    if isinstance(case.claim, Figure):
        return
    matched = _matched(case.own, case.contexts)
    yield from _unsure(matched)
    settled = case.claim.standing is Standing.ESTIMATED
    for code, sentence in _all_put_otherwise(case.own, matched):
        if not (settled and code is EvidenceCode.HEDGE_DROPPED):
            yield case.problem(code, "text", sentence)


def _matched(words: Prose, contexts: Sequence[QuoteContext]) -> list[tuple[NumberMention, list[FigureMatch]]]:
    """Return the numbers of some prose that quotes have as well, each with those of the quotes."""
    theirs = [(context, one) for context in contexts for one in context.numbers()] if words.numbers else []
    every = ((number, [match for match in theirs if _is_same(number, match[1])]) for number in words.numbers)
    return [(number, matches) for number, matches in every if matches]


def _unsure(matched: Sequence[tuple[NumberMention, Sequence[FigureMatch]]]) -> Iterator[Unchecked]:
    """Yield the numbers with words that may be a hedge or not: "over twelve months"."""
    for _, matches in matched:
        every = [hedge_of(context.prose, one) for context, one in matches]
        unsure = next((hedge for hedge in every if hedge.unsure), None)
        if unsure is not None:
            yield Unchecked(f"'{unsure.words}' may be a hedge of the number or not")


def context_differences(
    text: str, language: Language, contexts: Sequence[QuoteContext]
) -> Iterator[tuple[EvidenceCode, str]]:
    """Yield a code and a sentence for each number of a text to which every quote gives another hedge, unit or noun."""
    words = prose_of(text, language)
    yield from _all_put_otherwise(words, _matched(words, contexts))


def _all_put_otherwise(
    words: Prose, matched: Sequence[tuple[NumberMention, Sequence[FigureMatch]]]
) -> Iterator[tuple[EvidenceCode, str]]:
    for number, matches in matched:
        if number.is_amount and not words.is_in_date(number.start):
            yield from _put_otherwise(words, number, matches)


def _put_otherwise(
    own: Prose, number: NumberMention, matches: Sequence[FigureMatch]
) -> Iterator[tuple[EvidenceCode, str]]:
    words = own.text[number.start : number.end]
    yield from _hedged_otherwise(own, number, matches)
    unit = other_unit_beside(own, number, matches)
    if unit is not None:
        yield EvidenceCode.UNIT_DIFFERS, f"the source gives {words} in another unit: '{unit}'"
        return
    counted = _counted_otherwise(own, number, matches)
    if counted is not None:
        yield EvidenceCode.COUNTS_OTHERWISE, f"the source counts something else by {words}: '{counted}'"


def _is_same(number: NumberMention, other: NumberMention) -> bool:
    return number.numeral.values[0] in other.numeral.values and number.numeral.fraction == other.numeral.fraction


def _hedged_otherwise(
    own: Prose, number: NumberMention, matches: Sequence[FigureMatch]
) -> Iterator[tuple[EvidenceCode, str]]:
    """Yield the findings for a hedge that is dropped, added or changed."""
    words = own.text[number.start : number.end]
    mine = hedge_of(own, number)
    theirs = [hedge_of(context.prose, one) for context, one in matches if context.language.complete]
    if not theirs or mine.unsure or any(hedge.unsure for hedge in theirs):
        return
    hedged = [hedge for hedge in theirs if hedge.hedges]
    if not mine.hedges:
        if len(hedged) == len(theirs) and not _is_called_estimate(own, theirs):
            yield EvidenceCode.HEDGE_DROPPED, f"the source hedges {words}: '{theirs[0].words}'"
    elif not hedged:
        if _is_plain(matches):
            yield EvidenceCode.HEDGE_NOT_IN_QUOTE, f"the source gives {words} without '{mine.words}'"
    elif not any(_agree(mine, hedge) for hedge in hedged):
        yield (
            EvidenceCode.HEDGE_DIFFERS,
            f"the source hedges {words} with '{hedged[0].words}', the text with '{mine.words}'",
        )


def _agree(mine: NumberHedge, theirs: NumberHedge) -> bool:
    """Whether two hedges agree; "about" agrees with "nearly" and "under" as well."""
    if not mine.hedges.isdisjoint(theirs.hedges):
        return True
    return Hedge.ABOUT in mine.hedges and not theirs.hedges.isdisjoint(_VAGUER)


def _is_called_estimate(own: Prose, theirs: Sequence[NumberHedge]) -> bool:
    """Whether the source says "estimated", and the text says so in other words."""
    beginnings = own.language.quantities.estimates
    return all(hedge.estimated for hedge in theirs) and any(word.small.startswith(beginnings) for word in own.words)


def _is_plain(matches: Sequence[FigureMatch]) -> bool:
    """Whether no number is the end of a range: that may be given as "up to"."""
    return all(number.other_end is None and number.loose < 0 for _, number in matches)


def _counted_otherwise(own: Prose, number: NumberMention, matches: Sequence[FigureMatch]) -> str | None:
    """Return what every quote counts by a number, if another number counts the noun of the text. None: otherwise."""
    mine = counted_noun(own, number)
    if mine.noun is None:
        return None
    wanted = whole_stem(mine.noun, own.language)
    said: str | None = None
    for context, one in matches:
        theirs = counted_noun(context.prose, one)
        same_language = context.language is own.language
        if not same_language or theirs.noun is None or not theirs.stems.isdisjoint(mine.stems):
            return None
        others = other_counted_nouns(context.prose, one)
        if not any(other.noun is not None and whole_stem(other.noun, own.language) == wanted for other in others):
            return None
        said = theirs.noun
    return said
