"""What the number of a figure counts: the noun behind it, and not a part of that, as label and unit must say it.

"Two of 30 nurses were dismissed" has all words of "Nurses dismissed", and 30 is the number of nurses.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import connectors
from briefing.evidence.numbers.counted_nouns import CountedNoun, counted_noun, is_person
from briefing.evidence.numbers.figure_match import figure_matcher
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.measures import measure_keys, units_beside
from briefing.evidence.rules.substance import content_tokens
from briefing.evidence.words.prose import Prose, prose_of
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Figure


def counts_otherwise(case: Case) -> str | None:
    """Return why the number of a figure may count something else than its label says. None: no number of a quote does.

    Where a quote has the number several times, one that counts what the label says is enough.
    """
    figure = case.claim
    if not isinstance(figure, Figure) or figure.amount is None:
        return None
    matches = figure_matcher(case, figure).matches(figure.amount.low)
    unit = prose_of(figure.unit or "", case.language)
    reasons = [
        next(_reasons(case.own, unit, context, number), None)
        for context, number in matches
        if context.language is case.language
    ]
    return reasons[0] if reasons and all(reasons) else None


def _reasons(label: Prose, unit: Prose, context: QuoteContext, number: NumberMention) -> Iterator[str]:
    counted, language = counted_noun(context.prose, number), context.language
    words = [*label.words, *unit.words]
    said = {whole_stem(part, language) for word in words for part in (word.small, *word.small.split("-"))}
    is_measured = bool(units_beside(context.prose, number).keys)
    is_of_people = counted.persons and any(is_person(word.small, language) for word in words)
    if counted.noun is None or is_measured:
        return
    if not is_of_people and whole_stem(counted.noun, language) not in said:
        yield f"the number counts “{counted.noun}”"
    if unit.words and not _is_unit_of(unit, counted):
        yield f"the text does not have “{unit.text}” beside the number"
    whole = _part_of(context, number)
    behind = context.text.lower().find(counted.noun, number.behind) + len(counted.noun)
    told = {token.key for token in context.prose.once(content_tokens) if number.start <= token.start < behind}
    beyond = [token for token in label.once(content_tokens) if token.key not in told]
    if whole is not None and beyond and whole.lower() not in {token.text.lower() for token in beyond}:
        yield f"the text says “{whole}” of this number, and “{beyond[0].text}” may not be said of all"


def _is_unit_of(unit: Prose, counted: CountedNoun) -> bool:
    """Whether a unit is one of measure, or has a word of what is counted."""
    language = unit.language
    return any(
        measure_keys(word.small, language)
        or whole_stem(word.small, language) in counted.stems
        or (counted.persons and is_person(word.small, language))
        for word in unit.words
    )


def _part_of(context: QuoteContext, number: NumberMention) -> str | None:
    """Return the word or number that a preposition joins to a number: the "Two" of "Two of 30". None: there is none."""
    before = [token for token in context.prose.once(content_tokens) if token.start < number.hedge_offset]
    if not before:
        return None
    last = before[-1]
    between = context.text[last.start + len(last.text) : number.hedge_offset].lower().split()
    known = connectors()
    is_joined = " ".join(between[-1:]) in {*known.of, *known.of_the} and len(between) <= _BETWEEN
    return last.text if is_joined and last.text.lower() not in context.language.generic else None


_BETWEEN = 2
"""Words between a part and its whole: "two of the 30"; "60 percent of 2,000"."""
