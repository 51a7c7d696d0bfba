"""The rule for the unit of a figure: the source gives it beside the number, or counts the same things."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.languages import Connectors, Language, connectors, table
from briefing.evidence.numbers.counted_nouns import counted_noun, is_person, other_counted_nouns
from briefing.evidence.numbers.figure_match import FigureMatch
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.measures import measure_families, measure_pattern, units_beside
from briefing.evidence.numbers.number_role import NumberRole
from briefing.evidence.numbers.unit_parts import UnitPart, is_scale, unit_parts
from briefing.evidence.patterns import alternatives, phrases
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Figure


def unit_findings(case: Case, figure: Figure, matches: Sequence[FigureMatch]) -> Iterator[Outcome]:
    """Yield a finding if the source gives the number in another unit, or does not give the unit at all."""
    if figure.unit is None:
        yield from _without_unit(matches)
        return
    for part in unit_parts(figure.unit, case.language):
        outcome = _outcome(part, matches, case)
        if outcome is not None:
            yield outcome
            if isinstance(outcome, Problem):
                return
    if matches and all(number.numeral.percent for _, number in matches) and not _is_share(figure.unit, case):
        sentence = f"the source gives a percentage, the figure says '{figure.unit}'"
        yield case.problem(EvidenceCode.UNIT_DIFFERS, "unit", sentence)


def _without_unit(matches: Sequence[FigureMatch]) -> Iterator[Outcome]:
    """Yield that a figure has no unit, and the source gives one."""
    for context, number in matches:
        found = units_beside(context.prose, number).keys
        if found:
            yield Unchecked(
                f"the source gives the unit '{next(iter(found.values())).strip()}', and the figure has none"
            )
            return


def _counted_elsewhere(context: QuoteContext, number: NumberMention, wanted: str) -> str | None:
    """Return what a number counts if it does not count `wanted`, a stem, and another number does. None: otherwise."""
    mine = counted_noun(context.prose, number)
    if mine.noun is None or wanted in mine.stems:
        return None
    others = other_counted_nouns(context.prose, number)
    if any(one.noun is not None and whole_stem(one.noun, context.language) == wanted for one in others):
        return mine.noun
    return None


def _is_share(unit: str, case: Case) -> bool:
    """Whether a unit is percent or points."""
    return any(_shares(language).search(unit) for language in (case.language, table("en")))


@lru_cache(maxsize=64)
def _shares(language: Language) -> re.Pattern[str]:
    words = phrases((*language.percent, *language.points, *language.quantities.shares))
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)


def _outcome(part: UnitPart, matches: Sequence[FigureMatch], case: Case) -> Outcome | None:
    """Return what is wrong with one part of a unit, or why it cannot be decided. None: nothing."""
    if is_scale(part.text, case.language) and not (part.keys and part.must_be_beside and _stands_beside(part, matches)):
        return None
    if part.keys:
        return _measure_outcome(part, matches, case)
    return _counted_outcome(part, matches, case)


def _stands_beside(part: UnitPart, matches: Sequence[FigureMatch]) -> bool:
    return any(
        units_beside(context.prose, number).of_family(measure_families(part.keys)) for context, number in matches
    )


def _measure_outcome(part: UnitPart, matches: Sequence[FigureMatch], case: Case) -> Outcome | None:
    family = measure_families(part.keys)
    if part.keys & {"%"} and any(number.numeral.fraction for _, number in matches):
        return None  # "two thirds" needs no percent sign
    said = [units_beside(context.prose, number).of_family(family) for context, number in matches]
    values = _values(case)
    pairs = zip(said, matches, strict=True)
    if any(not part.keys.isdisjoint(_worth(each, number, values)) for each, (_, number) in pairs):
        return None
    if part.must_be_beside and said and all(said):
        other = next(iter(said[0].values())).strip()
        sentence = f"the source says '{other}' beside this number, the figure says '{part.text}'"
        return case.problem(EvidenceCode.UNIT_DIFFERS, "unit", sentence)
    return _said_elsewhere(part, matches, case)


def _values(case: Case) -> frozenset[Decimal]:
    """Return both ends of the value of a figure."""
    amount = case.claim.amount if isinstance(case.claim, Figure) else None
    return frozenset() if amount is None else frozenset({amount.low, amount.high})


def _worth(said: dict[str, str], number: NumberMention, values: Container[Decimal]) -> frozenset[str]:
    """Return the keys of the units beside a number, with years for decades: "two decades" are 20 years."""
    years = "decade" in said and number.numeral.bare * 10 in values
    return frozenset({*said, "year"} - {"decade"}) if years else frozenset(said)


def _said_elsewhere(part: UnitPart, matches: Sequence[FigureMatch], case: Case) -> Outcome | None:
    """Decide about a unit of measure that is not beside the number, but perhaps elsewhere in its sentence."""
    patterns = [
        (context, pattern)
        for context in case.contexts
        for key in part.keys
        if (pattern := measure_pattern(key, context.language)) is not None
    ]
    if any(pattern.search(context.text.lower()) for context, pattern in patterns):
        return _beside_another(part, matches, case) if part.must_be_beside else None
    if not patterns or any(not context.language.complete for context in case.contexts):
        return Unchecked("unit in another language")
    return _other_measure(part, matches, case) or _not_said(part, case)


def _beside_another(part: UnitPart, matches: Sequence[FigureMatch], case: Case) -> Outcome | None:
    """Decide about a unit beside another number: the numbers of a list share it, others do not."""
    counted = [counted_noun(context.prose, number).noun for context, number in matches]
    taken = all(_is_taken(part, context, number) for context, number in matches)
    in_words = all(not number.numeral.digits for _, number in matches)
    if taken and (all(counted) or in_words):
        sentence = f"'{part.text}' is beside another number of the sentence"
        return case.problem(EvidenceCode.COUNTS_OTHERWISE, "unit", sentence)
    return Unchecked(f"'{part.text}' does not stand beside the number") if all(counted) or taken else None


def _is_taken(part: UnitPart, context: QuoteContext, number: NumberMention) -> bool:
    """Whether another number of the sentence has the unit, and the two are not parts of one list."""
    if _joined(connectors()).match(context.text, number.behind):
        return False
    others = (one for one in context.prose.numbers if one.start != number.start)
    return any(not part.keys.isdisjoint(units_beside(context.prose, one).keys) for one in others)


@lru_cache(maxsize=8)
def _joined(known: Connectors) -> re.Pattern[str]:
    """Return a pattern of what joins a number to the next one of a list, which may have the unit of both."""
    return re.compile(rf"(?:,| (?:{alternatives(known.shared_unit)})|-)\s?[\w.]+")


def _not_said(part: UnitPart, case: Case) -> Problem:
    sentence = f"'{part.text}' is neither in a quote of this figure nor in its sentence"
    return case.problem(EvidenceCode.UNIT_NOT_IN_SENTENCE, "unit", sentence)


def _counted_outcome(part: UnitPart, matches: Sequence[FigureMatch], case: Case) -> Outcome | None:
    """Decide about a word for what is counted: "nurses", "people"."""
    language, small = case.language, part.text.lower()
    if any(context.language is not language for context in case.contexts):
        return _in_another_language(small, matches, case)
    if small in language.people:
        return _people_outcome(part, matches, case)
    wanted = whole_stem(small, language)
    if part.must_be_beside and matches:
        others = [_counted_elsewhere(context, number, wanted) for context, number in matches]
        if all(others):
            sentence = f"the source counts '{others[0]}' by this number, and '{part.text}' by another"
            return case.problem(EvidenceCode.COUNTS_OTHERWISE, "unit", sentence)
    if any(_has(context.prose, wanted, small) for context in case.contexts):
        return None
    if _is_said_nearby(wanted, small, matches):
        return Unchecked(f"'{part.text}' stands in another sentence")
    return _other_measure(part, matches, case) or _not_said(part, case)


def _is_said_nearby(wanted: str, small: str, matches: Sequence[FigureMatch]) -> bool:
    """Whether a number without a noun after it ("of them, 231 came") has the word elsewhere in its paragraph."""
    elliptic = (context for context, number in matches if _is_elliptic(context, number))
    return any(_has(near, wanted, small) for context in elliptic for near in context.near())


def _other_measure(part: UnitPart, matches: Sequence[FigureMatch], case: Case) -> Problem | None:
    """Return the finding that the source counts or measures something of another kind: kilometres, not people."""
    said = [_measure_or_noun(part, context, number) for context, number in matches]
    if not part.must_be_beside or not said or not all(said):
        return None
    sentence = f"the source says '{said[0]}' beside this number, the figure says '{part.text}'"
    return case.problem(EvidenceCode.UNIT_DIFFERS, "unit", sentence)


def _measure_or_noun(part: UnitPart, context: QuoteContext, number: NumberMention) -> str | None:
    """Return the other unit beside a number; or, for a unit of measure, the noun that the number counts instead."""
    if number.role is NumberRole.AGE:
        return None
    found = units_beside(context.prose, number).keys
    if found and part.keys.isdisjoint(found):
        return next(iter(found.values())).strip()
    return counted_noun(context.prose, number).noun if part.keys else None


def _has(prose: Prose, wanted: str, small: str) -> bool:
    """Whether a sentence has a word with this stem, alone or in a compound."""
    if any(whole_stem(word.small, prose.language) == wanted for word in prose.words):
        return True
    return len(wanted) > _SHORTEST and (wanted in (text := prose.text.lower()) or small in text)


_SHORTEST = 3


def _is_elliptic(context: QuoteContext, number: NumberMention) -> bool:
    """Whether a number has no noun after it: "of them, 231 completed it"."""
    return counted_noun(context.prose, number).noun is None


def _people_outcome(part: UnitPart, matches: Sequence[FigureMatch], case: Case) -> Outcome | None:
    """Decide about a unit that is a word for people in general."""
    found = [counted_noun(context.prose, number) for context, number in matches]
    if any(one.persons for one in found):
        return None
    if found and all(
        one.noun is not None and _counts_people_elsewhere(context, one.number)
        for (context, _), one in zip(matches, found, strict=True)
    ):
        sentence = f"the source counts '{found[0].noun}' by this number, and people by another"
        return case.problem(EvidenceCode.COUNTS_OTHERWISE, "unit", sentence)
    if any(is_person(word.small, context.language) for context in case.contexts for word in context.prose.words):
        return None
    return _other_measure(part, matches, case) or _not_said(part, case)


def _counts_people_elsewhere(context: QuoteContext, number: NumberMention) -> bool:
    return any(one.persons for one in other_counted_nouns(context.prose, number))


def _in_another_language(small: str, matches: Sequence[FigureMatch], case: Case) -> Outcome | None:
    """Decide about a word for what is counted if the source is in another language: only people can be compared."""
    for context in case.contexts:
        if not context.language.complete:
            return Unchecked("unit in another language")
    if small in case.language.people and any(
        counted_noun(context.prose, number).persons for context, number in matches
    ):
        return None
    return Unchecked("unit in another language")


def other_unit_beside(words: Prose, number: NumberMention, matches: Sequence[FigureMatch]) -> str | None:
    """Return the unit that every quote gives a number, if the text gives it another one of the same kind."""
    own = units_beside(words, number).keys
    if not own:
        return None
    kinds = measure_families(frozenset(own))
    theirs = [units_beside(context.prose, one).of_family(kinds) for context, one in matches]
    pairs = zip(theirs, matches, strict=True)
    value = {number.numeral.values[0]}
    if all(each and own.keys().isdisjoint(_worth(each, one, value)) for each, (_, one) in pairs):
        return next(iter(theirs[0].values())).strip()
    return None
