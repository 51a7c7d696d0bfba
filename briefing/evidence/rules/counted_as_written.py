"""The rule for how the writer puts a number that a quote carries: with its hedge, in its unit, of the same things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Context, Outcome, Unchecked
from briefing.evidence.languages import Language
from briefing.evidence.numbers.counted_nouns import CountedNoun, counted_noun, counted_nouns
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.hedges import NumberHedge, hedge_of
from briefing.evidence.numbers.units import FigureMatch, other_unit_beside
from briefing.evidence.words.prose import Prose, prose_of
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Figure, Hedge, Standing

_VAGUER = frozenset({Hedge.NEARLY, Hedge.UNDER})
"""What "about" puts rightly as well, in a sentence of the writer's."""


def own_number_context_findings(case: Case) -> Iterator[Outcome]:
    """Yield the numbers in the words of a point or an event that its quotes put otherwise."""
    if isinstance(case.claim, Figure):
        return
    matched = _matched(case.own, case.contexts)
    yield from _unsure(matched)
    settled = case.claim.standing is Standing.ESTIMATED
    for code, sentence in _all_put_otherwise(case.own, matched):
        if not (settled and code is EvidenceCode.HEDGE_DROPPED):
            yield case.problem(code, "text", sentence)


def _matched(words: Prose, contexts: Sequence[Context]) -> list[tuple[NumberMention, list[FigureMatch]]]:
    """Return the numbers of some words that quotes carry, each with those of the quotes."""
    theirs = [(context, one) for context in contexts for one in context.numbers()] if words.numbers else []
    every = ((number, [match for match in theirs if _is_same(number, match[1])]) for number in words.numbers)
    return [(number, matches) for number, matches in every if matches]


def _unsure(matched: Sequence[tuple[NumberMention, Sequence[FigureMatch]]]) -> Iterator[Unchecked]:
    """Yield what may be a hedge of a number or not: "over twelve months"."""
    for _, matches in matched:
        every = [hedge_of(context.prose, one) for context, one in matches]
        unsure = next((hedge for hedge in every if hedge.unsure), None)
        if unsure is not None:
            yield Unchecked(f"'{unsure.words}' may be a hedge of the number or not")


def put_otherwise(text: str, language: Language, contexts: Sequence[Context]) -> Iterator[tuple[EvidenceCode, str]]:
    """Yield what is said of each number of a text by every quote that carries it, and not by the text."""
    words = prose_of(text, language)
    yield from _all_put_otherwise(words, _matched(words, contexts))


def _all_put_otherwise(
    words: Prose, matched: Sequence[tuple[NumberMention, Sequence[FigureMatch]]]
) -> Iterator[tuple[EvidenceCode, str]]:
    for number, matches in matched:
        if number.is_amount and not any(date.start <= number.start < date.end for date in words.dates):
            yield from _put_otherwise(words, number, matches)


def _put_otherwise(
    own: Prose, number: NumberMention, matches: Sequence[FigureMatch]
) -> Iterator[tuple[EvidenceCode, str]]:
    words = own.text[number.start : number.end]
    yield from _hedged_otherwise(own, number, matches)
    unit = other_unit_beside(own, number, matches)
    if unit is not None:
        yield EvidenceCode.UNIT_DIFFERS, f"the source says '{unit}' beside {words}"
        return
    counted = _counted_otherwise(own, number, matches)
    if counted is not None:
        yield EvidenceCode.COUNTS_OTHERWISE, f"the source counts '{counted}' by {words}"


def _is_same(number: NumberMention, other: NumberMention) -> bool:
    return number.numeral.values[0] in other.numeral.values and number.numeral.fraction == other.numeral.fraction


def _hedged_otherwise(
    own: Prose, number: NumberMention, matches: Sequence[FigureMatch]
) -> Iterator[tuple[EvidenceCode, str]]:
    """Yield the hedge that every quote has and the text has not, the other way round, or another one in its place."""
    words = own.text[number.start : number.end]
    mine = hedge_of(own, number)
    theirs = [hedge_of(context.prose, one) for context, one in matches if context.language.complete]
    if not theirs or mine.unsure or any(hedge.unsure for hedge in theirs):
        return
    hedged = [hedge for hedge in theirs if hedge.hedges]
    if not mine.hedges:
        if len(hedged) == len(theirs) and not _is_called_estimate(own, theirs):
            yield EvidenceCode.HEDGE_DROPPED, f"the source says '{theirs[0].words}' of {words}"
    elif not hedged:
        if _is_plain(matches):
            yield EvidenceCode.HEDGE_NOT_IN_QUOTE, f"the source gives {words} without '{mine.words}'"
    elif not any(_agree(mine, hedge) for hedge in hedged):
        yield EvidenceCode.HEDGE_DIFFERS, f"the source says '{hedged[0].words}' of {words}, the text '{mine.words}'"


def _agree(mine: NumberHedge, theirs: NumberHedge) -> bool:
    """Whether two hedges put a number alike; "about" in a sentence is no lie of what is nearly so."""
    if not mine.hedges.isdisjoint(theirs.hedges):
        return True
    return Hedge.ABOUT in mine.hedges and not theirs.hedges.isdisjoint(_VAGUER)


def _is_called_estimate(own: Prose, theirs: Sequence[NumberHedge]) -> bool:
    """Whether the text says in other words that a number is estimated."""
    beginnings = own.language.quantities.estimates
    return all(hedge.estimated for hedge in theirs) and any(word.small.startswith(beginnings) for word in own.words)


def _is_plain(matches: Sequence[FigureMatch]) -> bool:
    """Whether the numbers stand alone: one end of a range may be put as "up to"."""
    return all(number.partner is None and number.loose < 0 for _, number in matches)


def _counted_otherwise(own: Prose, number: NumberMention, matches: Sequence[FigureMatch]) -> str | None:
    """Return what every quote counts by a number when the text counts what stands behind another number."""
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
        if not any(
            other.noun is not None and whole_stem(other.noun, own.language) == wanted for other in _others(context, one)
        ):
            return None
        said = theirs.noun
    return said


def _others(context: Context, number: NumberMention) -> Iterator[CountedNoun]:
    return (one for one in context.prose.once(counted_nouns) if one.number.start != number.start)
