"""The nouns that the numbers of a sentence count: "246 nurses in four hospitals"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Connectors, Language, connectors
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice, phrases
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.stems import whole_stem

_MOST_WORDS = 4
"""Words after a number among which its noun is looked for: "12 old Russian fighter jets"."""
_REACH = 60


class CountedNoun(NamedTuple):
    """What one number counts."""

    number: NumberMention
    noun: str | None
    """The noun that it counts, in small letters. None: no word after it is surely counted."""
    stems: frozenset[str]
    """Stems of all words of the noun phrase, those after "of" included: "12 boxes of shells"."""
    persons: bool
    """True: it counts people."""


def counted_nouns(prose: Prose) -> tuple[CountedNoun, ...]:
    """Return what the numbers of some prose count, in order. Meant for `Prose.once`."""
    return tuple(_counting(prose, number) for number in prose.numbers if number.is_amount)


def counted_noun(prose: Prose, number: NumberMention) -> CountedNoun:
    """Return what one number of some prose counts."""
    known = prose.once(_by_start).get(number.start)
    return known if known is not None else prose.of_number(number, _counting)


def other_counted_nouns(prose: Prose, number: NumberMention) -> Iterator[CountedNoun]:
    """Yield what the other numbers of some prose count."""
    return (one for one in prose.once(counted_nouns) if one.number.start != number.start)


def _by_start(prose: Prose) -> Mapping[int, CountedNoun]:
    """Return what each number counts by the offset of the number; the first one if two begin there."""
    return {one.number.start: one for one in reversed(prose.once(counted_nouns))}


def _counting(prose: Prose, number: NumberMention) -> CountedNoun:
    language = prose.language
    whole = _whole(prose, number)
    if whole is not None:
        return _counting(prose, whole)._replace(number=number)
    if number.numeral.percent or number.numeral.fraction:
        return CountedNoun(number, None, frozenset(), persons=False)
    phrase = _phrase(language).match(prose.text[number.behind : number.behind + _REACH])
    words = phrase["words"].split() if phrase is not None else []
    words = [part for word in words for part in (word, *word.split("-"))]
    counted = counted_pattern(language)
    noun = next(
        (word for word in words if counted.fullmatch(word) and word.lower() not in language.quantities.not_counted),
        None,
    )
    persons = [word for word in words if is_person(word.lower(), language)]
    if noun is None and persons:
        noun = persons[0]
    every = [*words, *(_WORD.findall(phrase["of"] or "") if phrase is not None else [])]
    small = noun.lower() if noun is not None else None
    return CountedNoun(
        number,
        small,
        frozenset([whole_stem(word.lower(), language) for word in every]),
        persons=bool(persons),
    )


def _whole(prose: Prose, number: NumberMention) -> NumberMention | None:
    """Return the number of the whole that a number is a part of: 31 for "two of their 31 matches". None: none."""
    part = _part(connectors())
    if part.match(prose.text, number.end) is None:
        return None
    following = next((one for one in prose.numbers if one.start > number.end), None)
    if following is None or not following.is_amount:
        return None
    return following if part.fullmatch(prose.text, number.end, following.start) else None


@lru_cache(maxsize=8)
def _part(known: Connectors) -> re.Pattern[str]:
    """Return a pattern of what stands between a part and the number of its whole: "two of their 31 matches"."""
    return re.compile(rf" (?:{phrases(known.part_of)}) (?:(?:{phrases(known.whole_articles)}) )?(?:\w+'s )?")


_WORD = LazyPattern(r"[^\W\d_]+")


@lru_cache(maxsize=64)
def _phrase(language: Language) -> GrowingPattern:
    return GrowingPattern(lambda choice: _words_behind(language, choice), re.IGNORECASE)


def _words_behind(language: Language, choice: WordChoice) -> str:
    small = choice.phrases(sorted(language.quantities.small_words))
    word = rf"(?!(?:{small})(?![\w'-]))[^\W\d_][^\W\d_'-]*(?:[-'][^\W\d_]+)*"
    known = connectors()
    of = choice.parts([*known.of, *known.genitive_articles])
    return (
        rf"(?:\s(?:{of}|{choice.parts(known.more)}))?(?P<words>(?:[ -]{word}){{1,{_MOST_WORDS}}})"
        rf"(?P<of>\s(?:{of})\s(?:(?:{choice.phrases(known.of_articles)})\s)?{word}(?:\s{word})?)?"
    )


@lru_cache(maxsize=64)
def counted_pattern(language: Language) -> re.Pattern[str]:
    """Return a pattern of the words that a number may count."""
    return re.compile(language.quantities.counted or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_person(word: str, language: Language) -> bool:
    """Whether a word, in small letters, is a word for people."""
    if word in language.persons or word in language.people:
        return True
    return _persons(language).fullmatch(word) is not None


@lru_cache(maxsize=64)
def _persons(language: Language) -> re.Pattern[str]:
    return re.compile(language.quantities.persons_pattern or "(?!)")
