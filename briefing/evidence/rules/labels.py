"""The rule for the label of a figure: it names what the number counts or measures in the source."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.languages import Language, connectors
from briefing.evidence.numbers.counted_nouns import (
    CountedNoun,
    counted_noun,
    counted_pattern,
    is_person,
    other_counted_nouns,
)
from briefing.evidence.numbers.directions import Direction, direction_of
from briefing.evidence.numbers.figure_match import FigureMatch
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.measures import measure_families, measure_keys, units_beside
from briefing.evidence.patterns import LazyPattern, alternatives
from briefing.evidence.rules.label_words import (
    change_words,
    has_word_of_root,
    is_counted,
    label_not_said,
    measured_dimensions,
    stands_in_text,
)
from briefing.evidence.words.prose import Prose, Word
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Figure

_NOT_PEOPLE = measure_families(frozenset({"EUR", "m", "ha", "kg", "l", "MW", "°C"}))


def label_findings(case: Case, matches: Sequence[FigureMatch]) -> Iterator[Outcome]:
    """Yield a finding if the label names something other than what the quotes count or measure."""
    language = case.language
    known = [match for match in matches if match[0].language is language]
    if not known or len(known) < len(matches) or not language.complete:
        return
    found = [counted_noun(context.prose, number) for context, number in known]
    for rule in (_counted_by_another_number, _another_kind_of_quantity, _another_dimension, _another_fate):
        sentence = rule(case, known, found)
        if sentence is not None:
            yield case.problem(EvidenceCode.COUNTS_OTHERWISE, "label", sentence)
            return
    sentence = _unsaid(case, known, found) or _unlike_its_unit(case, known) or label_not_said(case, known)
    if sentence is not None:
        yield case.problem(EvidenceCode.LABEL_NOT_IN_SOURCE, "label", sentence)
    else:
        yield from _no_change(case, known)


def _head(own: Prose) -> Word | None:
    """Return the noun that a label counts: the first one that can be counted, before any preposition. None: none."""
    language = own.language
    for word in own.words:
        if word.small in language.quantities.small_words:
            return None
        if word.small in language.generic or word.small in language.quantities.not_counted:
            continue
        if counted_pattern(language).fullmatch(word.text) or is_person(word.small, language):
            return word
    return None


def _counted_by_another_number(case: Case, matches: Sequence[FigureMatch], found: Sequence[CountedNoun]) -> str | None:
    """Return a sentence if another number of the sentence counts the noun of the label, and this one does not."""
    head, own = _head(case.own), _stems(case.own)
    if head is None or any(one.noun is None or not one.stems.isdisjoint(own) for one in found):
        return None
    wanted = whole_stem(head.small, case.language)
    if all(_is_counted_by_another(context, one, wanted) for (context, _), one in zip(matches, found, strict=True)):
        return f"the source counts '{found[0].noun}' by this number, and '{head.text}' by another"
    return None


def _is_counted_by_another(context: QuoteContext, mine: CountedNoun, wanted: str) -> bool:
    return any(
        one.noun is not None and whole_stem(one.noun, context.language) == wanted
        for one in other_counted_nouns(context.prose, mine.number)
    )


def _another_kind_of_quantity(case: Case, matches: Sequence[FigureMatch], found: Sequence[CountedNoun]) -> str | None:
    """Return a sentence if the label names another kind of quantity: a price for a length, people for money."""
    language, words = case.language, case.own.words
    if not words or any(word.small.startswith(language.quantities.any_quantity) for word in words):
        return None
    allowed = measured_dimensions(language).get(words[0].small)
    head = _head(case.own)
    said = [units_beside(context.prose, number).keys for context, number in matches]
    if allowed is not None and (len(words) == 1 or words[1].small in language.quantities.small_words):
        if all(each and allowed.isdisjoint(each) and not {"%", "pp"} & set(each) for each in said):
            return f"the label says '{words[0].text}', the source says '{_first(said)}' beside the number"
        counted = [one.noun for one in found]
        if not any(said) and all(counted) and "EUR" not in allowed:
            return f"the label says '{words[0].text}', the source counts '{counted[0]}' by the number"
    persons = head is not None and is_person(head.small, language) and head is words[0]
    if persons and all(not _NOT_PEOPLE.isdisjoint(each) for each in said):
        return f"the label counts '{words[0].text}', the source says '{_first(said)}' beside the number"
    return None


def _first(said: Sequence[dict[str, str]]) -> str:
    return next(iter(said[0].values())).strip()


def _another_dimension(case: Case, matches: Sequence[FigureMatch], _: Sequence[CountedNoun]) -> str | None:
    """Return a sentence if the label names another dimension: "width", where the source says "long"."""
    language = case.language
    sides = {
        whole_stem(word, language): word
        for words, keys in language.quantities.dimensions
        if keys[0] == "m"
        for word in words
    }
    own = next((stem for word in case.own.words[:1] if (stem := whole_stem(word.small, language)) in sides), None)
    if own is None:
        return None
    said = [_side_behind(context, number, sides) for context, number in matches]
    if all(each is not None and whole_stem(each, language) != own for each in said):
        return f"the label says '{case.own.words[0].text}', the source '{said[0]}'"
    return None


def _side_behind(context: QuoteContext, number: NumberMention, sides: Container[str]) -> str | None:
    """Return the word after a number and its unit that names the dimension: "4 km long". None: there is none."""
    behind = context.text[number.behind : number.behind + _BEHIND]
    words = [found.group().lower() for found in _WORD.finditer(re.split("[.,;:)]", behind)[0])][:_FEW]
    return next((word for word in words if whole_stem(word, context.language) in sides), None)


_BEHIND = 32
_FEW = 3
_WORD = LazyPattern(r"[^\W\d_]+")


def _another_fate(case: Case, matches: Sequence[FigureMatch], _: Sequence[CountedNoun]) -> str | None:
    """Return a sentence if the label and the source count people with different fates: killed, injured."""
    own = _fates_in(case.own.text, case.language)
    if not own:
        return None
    said = [_fates_of(context, number) for context, number in matches]
    if all(each and own.isdisjoint(each) for each in said):
        return "the label gives these people another fate than the source"
    return None


def _fates_of(context: QuoteContext, number: NumberMention) -> frozenset[int]:
    """Return the fates of the people whom a number counts, by their index: named up to the next number, or anywhere."""
    others = [one for one in context.prose.numbers if one.is_amount and one.start != number.start]
    end = min((one.start for one in others if one.start > number.start), default=len(context.text))
    behind = _fates_in(context.text[number.end : end], context.language)
    before = _WORD.findall(context.text[max(number.hedge_offset - _BEHIND, 0) : number.hedge_offset])
    done = _fates_in(before[-1], context.language) if before else frozenset[int]()  # "killing 107 and wounding 238"
    return behind | done if done else behind or _fates_in(context.text, context.language)


def _fates_in(text: str, language: Language) -> frozenset[int]:
    return frozenset(index for index, pattern in enumerate(_fates(language)) if pattern.search(text))


@lru_cache(maxsize=64)
def _fates(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{alternatives(group)})", re.IGNORECASE) for group in language.quantities.fates)


def _unsaid(case: Case, matches: Sequence[FigureMatch], found: Sequence[CountedNoun]) -> str | None:
    """Return a sentence if the number counts something else, and its sentence does not name the noun of the label."""
    head, own, language = _head(case.own), _stems(case.own), case.language
    if head is None or any(units_beside(context.prose, number).keys for context, number in matches):
        return None
    nouns = [one.noun for one in found]
    if any(noun is None or whole_stem(noun, language) in own for noun in nouns):
        return None
    if is_person(head.small, language) and any(one.persons for one in found):
        return None
    if any(has_word_of_root(context.prose, head.small) for context, _ in matches):
        return None
    if any(stands_in_text(context, head.small) and not is_counted(context, head.small) for context, _ in matches):
        return None
    return f"the source counts '{nouns[0]}' by this number, the label '{head.text}'"


def _unlike_its_unit(case: Case, matches: Sequence[FigureMatch]) -> str | None:
    """Return a sentence if the text nowhere names the noun of the label, and the unit names something else."""
    head, language = _head(case.own), case.language
    unit = case.claim.unit if isinstance(case.claim, Figure) else None
    if head is None or unit is None or not _counts(unit.lower(), language):
        return None
    if whole_stem(head.small, language) in {whole_stem(word, language) for word in unit.lower().split()}:
        return None
    if is_person(head.small, language) and any(is_person(word, language) for word in unit.lower().split()):
        return None
    if any(stands_in_text(context, head.small) for context, _ in matches):
        return None
    return f"the label counts '{head.text}', which the source does not name, and the unit is '{unit}'"


def _counts(unit: str, language: Language) -> bool:
    """Whether a unit is a word for what is counted, and no unit of measure."""
    return not any(measure_keys(word, language) or word in {*connectors().of, "%"} for word in unit.split())


def _no_change(case: Case, matches: Sequence[FigureMatch]) -> Iterator[Outcome]:
    """Yield an outcome if the label speaks of a change, and the words beside the number do not."""
    words, language = case.own.words, case.language
    if not words or change_words(language).fullmatch(words[0].small) is None or len(words) == 1:
        return
    if any(word.small in language.quantities.levels for word in words):
        return
    if all(_is_level(words[0].small, context, number) for context, number in matches):
        sentence = f"the label says '{words[0].text}', and the source gives the level that was reached"
        yield case.problem(EvidenceCode.LABEL_NOT_IN_SOURCE, "label", sentence)
        return
    ways = [direction_of(context.prose, number) for context, number in matches]
    if all(way is Direction.NONE for way in ways):
        yield Unchecked("the label speaks of a change, the words beside the number do not")


def _is_level(label: str, context: QuoteContext, number: NumberMention) -> bool:
    """Whether a number after a verb of change is the level that was reached: "rose by 4 to 262,000 tonnes"."""
    before, language = [word for word in context.prose.words if word.end <= number.start], context.language
    if not before or before[-1].small not in language.quantities.levels or number.numeral.percent:
        return False
    # "losses of 3 million" is an amount: the word of the label itself does not count as a change to a level.
    return any(word.small != label and change_words(language).fullmatch(word.small) for word in before)


def _stems(own: Prose) -> set[str]:
    return {whole_stem(word.small, own.language) for word in own.words}
