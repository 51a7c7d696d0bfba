"""The modifiers of a date: the words right before it ("not before about the end of")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern

_REACH = 56
"""Characters before a date that are read."""
_MOST = 8
"""Phrases before one date that are read at most."""
_LONGEST_WORD = 24
_LAST_WORD = LazyPattern(r"(?:[^\W_]+|[^\w\s])\Z")


class ModifierKind(StrEnum):
    """What a phrase before a date says about it."""

    FILLER = "filler"
    """Nothing: "the", "the year"."""
    PART = "part"
    """Which part of it is meant. The value is the part, as in `DateMention.part`."""
    ABOUT = "about"
    BOUND = "bound"
    """How something is related to it. The value is the `DateRelation`."""
    BETWEEN = "between"
    """It is the first of the two ends of a range."""
    INSTEAD = "instead"
    """It is not this date: "rather than"."""
    WEEK_OF = "week of"
    WEEK_TO = "week to"
    MONTHS_TO = "months to"
    MONTHS_BEFORE = "year to"
    """It ends with this date. The value is its length in months: "year to", "quarter ended"."""


class _Phrase(NamedTuple):
    words: str
    kinds: Mapping[ModifierKind, str]


class DateModifiers(NamedTuple):
    """The modifiers of one date."""

    filled: int
    """Offset where its fillers, parts and hedges begin; the start of the date if it has none."""
    start: int
    """Offset where all modifiers begin."""
    part: str
    """The part of the date that is meant, as in `DateMention.part`. Empty: the whole."""
    about: bool
    kinds: Mapping[ModifierKind, str]
    """What the phrase before the fillers says, with the value of each kind. Empty: there is no such phrase."""


_FILLING = frozenset({ModifierKind.FILLER, ModifierKind.PART, ModifierKind.ABOUT})
_AROUND = frozenset({"after", "before"})
"""Relations to an hour that leave its day as it is."""
_NOTHING: Mapping[ModifierKind, str] = MappingProxyType({})


@lru_cache(maxsize=256)
def modifiers_before(text: str, start: int, language: Language) -> DateModifiers:
    """Return the modifiers of the date that begins at an offset of a folded text."""
    table = _phrases(language)
    first = max(start - _REACH, 0)
    before = text[first:start].lower()
    part, about, filled = "", False, start
    for _ in range(_MOST):
        words = before.rstrip(" -,")
        found = _last(words, table) if len(words) < len(before) or not words[-1:].isalnum() else None
        if found is None:
            break
        if found.words in language.adjoining_words and filled < start:
            break  # "will end on Friday"
        if found.kinds.keys().isdisjoint(_FILLING):
            if filled < start and _is_hour(before[len(words) :] + text[filled:start], found, language):
                break  # "after midnight on Friday"
            return DateModifiers(filled, first + len(words) - len(found.words), part, about, found.kinds)
        before = words[: len(words) - len(found.words)]
        filled = first + len(before)
        part = part or found.kinds.get(ModifierKind.PART, "")
        about = about or ModifierKind.ABOUT in found.kinds
    return DateModifiers(filled, filled, part, about, _NOTHING)


def _is_hour(fillers: str, bound: _Phrase, language: Language) -> bool:
    """Whether a bound is that of an hour of the day that follows: the "after" of "after midnight on Friday"."""
    first = next(iter(fillers.split()), "").lower()
    return first in language.noon and bound.kinds.get(ModifierKind.BOUND) in _AROUND


def _last(words: str, table: Mapping[str, tuple[_Phrase, ...]]) -> _Phrase | None:
    """Return the longest phrase at the end of some words. None: there is none."""
    last = _LAST_WORD.search(words, max(len(words) - _LONGEST_WORD, 0))
    for phrase in table.get(last.group(), ()) if last is not None else ():
        begins = len(words) - len(phrase.words)
        if words.endswith(phrase.words) and not (
            begins > 0 and words[begins - 1].isalnum() and phrase.words[0].isalnum()
        ):
            return phrase
    return None


@lru_cache(maxsize=64)
def _phrases(language: Language) -> Mapping[str, tuple[_Phrase, ...]]:
    """Return the phrases of a language by their last word or sign, the longest first."""
    kinds: dict[str, dict[ModifierKind, str]] = {}
    for phrase, kind, value in _entries(language):
        kinds.setdefault(phrase, {})[kind] = value
    by_last: dict[str, list[_Phrase]] = {}
    for phrase in sorted(kinds, key=len, reverse=True):
        last = _LAST_WORD.search(phrase)
        if last is not None:
            by_last.setdefault(last.group(), []).append(_Phrase(phrase, kinds[phrase]))
    return {last: tuple(every) for last, every in by_last.items()}


def _entries(language: Language) -> Iterator[tuple[str, ModifierKind, str]]:
    sides = (word for word in (*language.last, *language.next, *language.this) if word not in language.date_bounds)
    for kind, words in (
        (ModifierKind.FILLER, (*language.date_fillers, *language.weekdays, *language.fiscal, *sides)),
        (ModifierKind.ABOUT, language.about_dates),
        (ModifierKind.BETWEEN, language.date_between),
        (ModifierKind.INSTEAD, language.instead_of),
        (ModifierKind.WEEK_OF, language.week_of),
        (ModifierKind.WEEK_TO, language.week_to),
        (ModifierKind.MONTHS_TO, language.months_to),
    ):
        yield from ((word.lower(), kind, "") for word in words)
    yield from ((word, ModifierKind.MONTHS_BEFORE, str(months)) for word, months in language.period_to.items())
    yield from ((word, ModifierKind.PART, part) for word, part in language.date_parts.items())
    yield from ((word, ModifierKind.BOUND, bound) for word, bound in language.date_bounds.items())
