"""The rule for the unit of a figure: what stands beside its number, and what the words that it cites count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context, Outcome, Unchecked
from briefing.evidence.counting import counting_of, countings, is_person
from briefing.evidence.languages import Language, table
from briefing.evidence.measures import beside, families_of, keys_of, spoken
from briefing.evidence.numbers import Number
from briefing.evidence.numerals import phrases
from briefing.evidence.prose import Prose
from briefing.evidence.stems import whole_stem
from briefing.model import Figure
from briefing.problems import Problem

TOKEN = re.compile(r"%|(?:(?<=\b[dl]')|(?!\b[dl]'))[^\s/%]+")
"""A word of a unit."""

_GLUED = re.compile(
    r"(?<!\w)(?P<money>[a-z]{0,2}[€$£¥₹]|usd|eur|gbp|chf|jpy|inr)(?P<scale>k|mn|mln|mio|m|bn|b|tn|trn|cr)(?!\w)"
    r"|(?<!\w)(?P<first>k|t|m)(?P<last>€|usd|eur|gbp|chf)(?!\w)",
    re.IGNORECASE,
)
_RATIO = re.compile(r"(?:/|(?<!\w)(?:per|pro|par|je)(?!\w))", re.IGNORECASE)
"""Behind it stands what a unit is counted by: that need not stand beside the number."""
_SKIPPED = frozenset({"of", "per", "the", "a", "an", "in", "der", "des", "pro", "je", "de", "du", "d", "par"})
_LONGEST_MEASURE = 4
"""Words of the longest name of a measure: "new zealand dollars"."""

Match = tuple[Context, Number]
"""A number that carries a figure, in the words that hold it."""


class Part(NamedTuple):
    """One word of a unit, or the name of one measure."""

    text: str
    keys: frozenset[str]
    """The measures that it may be. Empty: it is a word for what is counted."""
    beside: bool
    """Whether it must stand beside the number, being no part behind "per" or "of"."""


def spaced_unit(unit: str) -> str:
    """Return a unit with a space between a currency and its scale: "€m" is "€ m", "TEUR" is "k EUR"."""

    def spaced(found: re.Match[str]) -> str:
        if found["money"]:
            return f"{found['money']} {found['scale']}"
        return f"{'k' if found['first'].lower() == 't' else found['first']} {found['last']}"

    return _GLUED.sub(spaced, unit)


def unit_findings(case: Case, figure: Figure, matches: Sequence[Match]) -> Iterator[Outcome]:
    """Yield the unit of a figure when the words that it cites say another one, or none like it."""
    if figure.unit is None:
        yield from _without_unit(case, matches)
        return
    for part in parts_of(figure.unit, case.language):
        outcome = _outcome(part, matches, case)
        if outcome is not None:
            yield outcome
            if isinstance(outcome, Problem):
                return
    if matches and all(number.numeral.percent for _, number in matches) and not _is_share(figure.unit, case):
        sentence = f"the source gives a percentage, the figure says '{figure.unit}'"
        yield case.problem(Code.UNIT_DIFFERS, "unit", sentence)


def _without_unit(case: Case, matches: Sequence[Match]) -> Iterator[Outcome]:
    """Yield that a figure without a unit has a number that measures something."""
    for context, number in matches:
        found = beside(context.text, number, context.language).keys
        if found:
            yield Unchecked(
                f"the source says '{next(iter(found.values())).strip()}' beside the number, the figure no unit"
            )
            return
    yield from label_findings(case, matches)


def label_findings(case: Case, matches: Sequence[Match]) -> Iterator[Outcome]:
    """Yield that the first noun of a label stands behind another number, and not behind that of the figure."""
    own = next(iter(_nouns_of_label(case.own)), None)
    if own is None or not matches:
        return
    stems = {whole_stem(word.small, case.language) for word in case.own.words}
    others = [_counted_elsewhere(context, number, frozenset({own}), stems) for context, number in matches]
    if all(others):
        sentence = f"the source counts '{others[0]}' by this number, and '{case.own.text}' by another"
        yield case.problem(Code.COUNTS_OTHERWISE, "label", sentence)


def _nouns_of_label(own: Prose) -> Iterator[str]:
    """Yield the stems of the words that a label may count by its number, up to its first preposition."""
    language = own.language
    pattern = re.compile(language.counted or "(?!)", re.IGNORECASE)
    for word in own.words:
        if word.small in language.small_words:
            return
        if word.small not in language.generic and pattern.fullmatch(word.text):
            yield whole_stem(word.small, language)


def _counted_elsewhere(
    context: Context, number: Number, wanted: frozenset[str], own: set[str] | frozenset[str]
) -> str | None:
    """Return what a number counts when it is none of `own`, and another number counts what is wanted."""
    mine = counting_of(context.prose, number)
    if mine.noun is None or not mine.stems.isdisjoint(wanted) or not mine.stems.isdisjoint(own):
        return None
    for one in context.prose.once(countings):
        if (
            one.number.start != number.start
            and one.noun is not None
            and whole_stem(one.noun, context.language) in wanted
        ):
            return mine.noun
    return None


def _is_share(unit: str, case: Case) -> bool:
    """Whether a unit speaks of percent or of points."""
    languages = (case.language, table("en"))
    words = phrases(word for each in languages for word in (*each.percent, *each.points, "point", "points", "share"))
    return re.search(rf"(?<!\w)(?:{words})", unit, re.IGNORECASE) is not None


@lru_cache(maxsize=256)
def parts_of(unit: str, language: Language) -> tuple[Part, ...]:
    """Return the words of a unit; "percentage points" is one."""
    whole = keys_of(unit, language)
    if whole:
        return (Part(unit, whole, beside=True),)
    found: list[Part] = []
    text = spaced_unit(unit)
    ratio = _RATIO.search(text)
    edge = ratio.start() if ratio is not None else len(text)
    tokens = list(TOKEN.finditer(text))
    index = 0
    while index < len(tokens):
        size = next(
            (size for size in range(_LONGEST_MEASURE, 1, -1) if _named(text, tokens[index : index + size], language)), 1
        )
        last = tokens[min(index + size, len(tokens)) - 1]
        words = text[tokens[index].start() : last.end()]
        if words.lower() not in _SKIPPED:
            found.append(Part(words, keys_of(words, language), beside=tokens[index].start() < edge))
        index += size
    return tuple(found)


def _named(text: str, tokens: Sequence[re.Match[str]], language: Language) -> bool:
    """Whether some words of a unit together are the name of one measure."""
    return bool(tokens) and bool(keys_of(text[tokens[0].start() : tokens[-1].end()], language))


def _outcome(part: Part, matches: Sequence[Match], case: Case) -> Outcome | None:
    """Return what is wrong or open with one part of a unit."""
    if is_scale(part.text, case.language) and not (part.keys and part.beside and _stands_beside(part, matches)):
        return None
    if part.keys:
        return _of_measure(part, matches, case)
    return _of_noun(part, matches, case)


def _stands_beside(part: Part, matches: Sequence[Match]) -> bool:
    return any(
        beside(context.text, number, context.language).of_family(families_of(part.keys)) for context, number in matches
    )


def _of_measure(part: Part, matches: Sequence[Match], case: Case) -> Outcome | None:
    family = families_of(part.keys)
    if part.keys & {"%"} and any(number.numeral.fraction for _, number in matches):
        return None  # "two thirds" needs no percent sign
    said = [beside(context.text, number, context.language).of_family(family) for context, number in matches]
    if any(
        not part.keys.isdisjoint(_worth(each, figure_number)) for each, figure_number in zip(said, matches, strict=True)
    ):
        return None
    if part.beside and said and all(said):
        other = next(iter(said[0].values())).strip()
        sentence = f"the source says '{other}' beside this number, the figure says '{part.text}'"
        return case.problem(Code.UNIT_DIFFERS, "unit", sentence)
    return _said_elsewhere(part, matches, case)


def _worth(said: dict[str, str], match: Match) -> frozenset[str]:
    """Return the measures beside a number; "two decades" are 20 years as well."""
    years = len(match[1].numeral.values) > 1 and "decade" in said
    return frozenset(said) | ({"year"} if years else frozenset())


def _said_elsewhere(part: Part, matches: Sequence[Match], case: Case) -> Outcome | None:
    """Decide on a measure that does not stand beside the number, but maybe in its sentence."""
    patterns = [
        (context, pattern)
        for context in case.contexts
        for key in part.keys
        if (pattern := spoken(key, context.language)) is not None
    ]
    if any(pattern.search(context.text.lower()) for context, pattern in patterns):
        counted = [counting_of(context.prose, number).noun for context, number in matches]
        if part.beside and counted and all(counted):
            return Unchecked(f"the source says '{counted[0]}' behind the number, the figure says '{part.text}'")
        return None
    if not patterns or any(not context.language.complete for context in case.contexts):
        return Unchecked("unit in another language")
    return _not_said(part, case)


def _not_said(part: Part, case: Case) -> Problem:
    sentence = f"'{part.text}' is neither in a quote of this figure nor in its sentence"
    return case.problem(Code.UNIT_NOT_IN_SENTENCE, "unit", sentence)


def _of_noun(part: Part, matches: Sequence[Match], case: Case) -> Outcome | None:
    """Decide on a word for what is counted: "nurses", "people"."""
    language, small = case.language, part.text.lower()
    if any(context.language is not language for context in case.contexts):
        return _abroad(small, matches, case)
    if small in language.people:
        return _of_people(part, matches, case)
    wanted = whole_stem(small, language)
    if part.beside and matches:
        own = {whole_stem(word.small, language) for word in case.own.words} - {wanted}
        others = [_counted_elsewhere(context, number, frozenset({wanted}), own) for context, number in matches]
        if all(others):
            sentence = f"the source counts '{others[0]}' by this number, and '{part.text}' by another"
            return case.problem(Code.COUNTS_OTHERWISE, "unit", sentence)
    if any(_has(context.prose, wanted, small) for context in case.contexts):
        return None
    if any(
        _has(near, wanted, small)
        for context, number in matches
        if _is_elliptic(context, number)
        for near in context.near()
    ):
        return Unchecked(f"'{part.text}' stands in another sentence")
    return _not_said(part, case)


def _has(prose: Prose, wanted: str, small: str) -> bool:
    """Whether a sentence has a word of this stem, alone or in a compound."""
    if any(whole_stem(word.small, prose.language) == wanted for word in prose.words):
        return True
    return len(wanted) > _SHORTEST and (wanted in (text := prose.text.lower()) or small in text)


_SHORTEST = 3


def _is_elliptic(context: Context, number: Number) -> bool:
    """Whether nothing that is counted stands behind a number: "of them, 231 completed it"."""
    return counting_of(context.prose, number).noun is None


def _of_people(part: Part, matches: Sequence[Match], case: Case) -> Outcome | None:
    """Decide on a unit that counts anybody."""
    found = [counting_of(context.prose, number) for context, number in matches]
    if any(one.persons for one in found):
        return None
    if found and all(
        one.noun is not None and _counts_people_elsewhere(context, one.number)
        for (context, _), one in zip(matches, found, strict=True)
    ):
        sentence = f"the source counts '{found[0].noun}' by this number, and people by another"
        return case.problem(Code.COUNTS_OTHERWISE, "unit", sentence)
    if any(is_person(word.small, context.language) for context in case.contexts for word in context.prose.words):
        return None
    return _not_said(part, case)


def _counts_people_elsewhere(context: Context, number: Number) -> bool:
    return any(one.persons for one in context.prose.once(countings) if one.number.start != number.start)


def _abroad(small: str, matches: Sequence[Match], case: Case) -> Outcome | None:
    """Decide on what is counted when a source is in another language: only people are known in both."""
    for context in case.contexts:
        if not context.language.complete:
            return Unchecked("unit in another language")
    if small in case.language.people and any(counting_of(context.prose, number).persons for context, number in matches):
        return None
    return Unchecked("unit in another language")


def is_scale(word: str, language: Language) -> bool:
    """Whether a word of a unit multiplies, such as "million"."""
    small = word.lower()
    return small.removesuffix("s") in language.scales or small in language.scales or small in language.short_scales


def differs(text: str, number: Number, language: Language, matches: Sequence[Match]) -> str | None:
    """Return the unit that every quote has beside a number when a text has another one of its kind beside it."""
    own = beside(text, number, language).keys
    if not own:
        return None
    kinds = families_of(frozenset(own))
    theirs = [beside(context.text, one, context.language).of_family(kinds) for context, one in matches]
    if all(each and own.keys().isdisjoint(_worth(each, match)) for each, match in zip(theirs, matches, strict=True)):
        return next(iter(theirs[0].values())).strip()
    return None
