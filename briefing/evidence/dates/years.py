"""Whether four digits are a year ("in 1998"), or a count or number of something ("2000 people")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import LazyPattern
from briefing.format.model import Hedge

_REACH = 28
"""Characters before and after the digits that are read."""
_SIDES = frozenset({Hedge.OVER, Hedge.UNDER})
_SHORT = 6
"""Letters of words that only count whole."""
_LATEST = 2100
"""A later year needs a preposition before it."""
_NUMBER_BEHIND = LazyPattern(r"\s\d")
"""A number right behind the digits, as in a row of a table."""
_SIGNS = "€$£¥₽₩₹₺₴#§@&+*=<>≈"
"""Signs before digits that are no year."""
_CODES = frozenset({"usd", "eur", "gbp", "chf", "jpy", "cny", "rub", "rs", "mt", "mp", "co"})
_BEFORE = LazyPattern(r"(?P<word>[^\W\d_]+)?(?P<mark>[^\w\s]?)(?P<space>\s?)\Z")
_AFTER = LazyPattern(r"(?P<sign>\s?[€$£¥%‰°²³])|[\s-](?P<word>[^\W\d_]+(?:'s)?)")
_CODE = LazyPattern(r"[^\W\d_]{2,}(?=\s\Z)")
_OPENING = frozenset("([,;:/\u2013-")


class _Words(NamedTuple):
    """The words of one language, in small letters."""

    numbered: frozenset[str]
    """Words before digits that are the number of something: "section"."""
    joined: frozenset[str]
    """Words that a hyphen may join to a year: the mid of "mid-1998"."""
    counted: Mapping[str, tuple[str, ...]]
    """Phrases that follow a count, by their first word."""
    person_ends: tuple[str, ...]
    """Words for people, and the ends of their compounds: "children" and "schoolchildren"."""
    in_year: frozenset[str]
    placed: frozenset[str]
    """The last words of the phrases that may stand before a date."""
    hedges: tuple[str, ...]
    unsure: frozenset[str]
    """Hedges of numbers that may also be prepositions before a year: "over 2023"."""
    plural: re.Pattern[str] | None
    streets: re.Pattern[str]
    """What follows the number of a house."""


def may_be_year(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the digits of a folded text from `start` to `end` may be a year: nothing around them says otherwise."""
    words = _words(language)
    before = " " + text[max(start - _REACH, 0) : start].lower()
    found = _BEFORE.search(before)
    word, mark = (found["word"] or "", found["mark"]) if found is not None else ("", "")
    if (mark and mark in _SIGNS) or word in words.numbered or (word in _CODES and found is not None):
        return False
    if mark == "-" and found is not None and not found["space"] and word and word not in words.joined:
        return False
    if before.endswith(words.hedges):
        return False
    if word not in words.in_year and words.streets.match(text, end):
        return False  # "of 1119 Eighth St."
    return not _is_counted(text, end, word, words)


def _is_counted(text: str, end: int, word: str, words: _Words) -> bool:
    """Whether the word after some digits is what they count."""
    after = _AFTER.match(text, end)
    if after is None:
        return False
    if after["sign"]:
        return True
    noun = after["word"].lower()
    if text[end] == "-" and f"{noun}s" in words.counted:
        return True  # "a 1600-seat hall"
    small = text[after.start("word") : end + _REACH].lower()
    if any(small.startswith(phrase) for phrase in words.counted.get(noun, ())):
        return True
    return f" {noun}".endswith(words.person_ends) and word not in words.in_year


def is_surely_year(text: str, start: int, end: int, language: Language) -> bool:
    """Whether digits that may be a year can be nothing else. Not so: "1914 dogs were there", "over 1200", "AB 1800"."""
    words = _words(language)
    word = _CODE.search(text, max(start - _REACH, 0), start)
    if word is not None and (word.group().isupper() or word.group().lower() in words.unsure):
        return False
    is_far = int(text[start:end]) > _LATEST or _NUMBER_BEHIND.match(text, end) is not None
    if not is_far and (words.plural is None or words.plural.match(text, end) is None):
        return True
    found = _BEFORE.search(text[max(start - _REACH, 0) : start].lower())
    return found is not None and (found["mark"] in _OPENING if found["mark"] else found["word"] in words.placed)


@lru_cache(maxsize=64)
def _words(language: Language) -> _Words:
    bounds = [*language.date_bounds, *language.date_parts, *language.date_to, *language.about_dates]
    hedges = [
        word
        for word in language.hedges_before
        if word not in language.about_dates and word not in language.date_bounds and word not in language.date_fillers
    ]
    unsure = frozenset(word for word in hedges if language.hedges_before[word] & _SIDES and " " not in word)
    hedges = [word for word in hedges if word not in unsure]
    units = [word for every in language.measures.values() for word in every if word[:1].isalpha()]
    counted = [
        *units,
        *language.time_units,
        *language.percent,
        *language.points,
        *language.counted_nouns,
        *language.scales,
    ]
    before = [*language.in_year, *language.year_words, *bounds, *language.date_and, *language.date_or]
    before += connectors().before_year
    return _Words(
        numbered=frozenset(word.strip(".") for word in (*language.quantities.numbered, *language.no_year_after)),
        joined=_last_words(bounds),
        counted=_by_first_word(counted),
        # A short word may be the end of any other: "men".
        person_ends=tuple(word if len(word) > _SHORT else f" {word}" for word in (*language.people, *language.persons)),
        in_year=_last_words([*language.in_year, *language.year_words]),
        placed=_last_words([*before, *language.date_fillers]),
        unsure=unsure,
        hedges=tuple(f" {word} " for word in hedges) + tuple(f"{word} " for word in hedges if not word[0].isalpha()),
        streets=re.compile("|".join(language.quantities.streets) or "(?!)"),
        plural=re.compile(rf"\s(?:{language.plural})(?![\w'])") if language.plural else None,
    )


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(re.split(r"[\s']", phrase)[-1].strip(".") for phrase in phrases)


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(re.split(r"[^\w]", phrase)[0], []).append(phrase)
    return {first: tuple(every) for first, every in found.items()}
