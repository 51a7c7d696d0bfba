"""Owns where words stand in a text as it is shown: offsets in the text itself, however folding changes its length."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.base.words import fold, fold_letters, group_signs, has_trigrams, is_spaceless, token_spans
from briefing.query.fields import is_word
from briefing.query.nodes import Words

_SHORT = 2000
"""Characters."""


class Lit(NamedTuple):
    """A stretch of a text that was looked for."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""


class Scanned(NamedTuple):
    """A text that is folded, to be looked through more than once."""

    folded: str
    origins: Sequence[tuple[int, int]] | None
    """For each character of `folded`, where that comes from begins and ends in the text; None: at the same offset."""


def scanned(text: str) -> Scanned:
    """Fold a text; short ones are kept, since they are looked through for one word after the other."""
    return _scanned(text) if len(text) <= _SHORT else _scanned.__wrapped__(text)


@lru_cache(maxsize=256)
def _scanned(text: str) -> Scanned:
    letters, origins = (fold_letters(text), None) if text.isascii() else _folded(text)
    signs = group_signs(letters)
    if not signs:
        return Scanned(letters, origins)
    kept = _without(range(len(letters)), signs)
    origins = [(at, at + 1) for at in kept] if origins is None else [origins[at] for at in kept]
    return Scanned("".join(letters[at] for at in kept), origins)


def _without(places: range, signs: Sequence[int]) -> list[int]:
    left = set(signs)
    return [at for at in places if at not in left]


def is_found(words: Words, text: str) -> bool:
    """Tell whether a text holds the words."""
    return may_hold(words, fold(text)) and is_held(words, scanned(text).folded)


def is_held(words: Words, folded: str) -> bool:
    """Tell whether a folded text holds the words."""
    return may_hold(words, folded) and next(_found(words, folded), None) is not None


def lit(words: Words, text: str) -> list[Lit]:
    """Return every place of a text that holds the words, in order; they may overlap."""
    if not may_hold(words, fold(text)):
        return []
    scan = scanned(text)
    return [_origin(scan, start, end) for start, end in _found(words, scan.folded)]


def joined(spans: list[Lit]) -> tuple[Lit, ...]:
    """Return stretches in order; those that touch or overlap become one."""
    kept: list[Lit] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Lit(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def may_hold(words: Words, folded: str) -> bool:
    """Tell whether the letters of the words are in a folded text at all, which they seldom are."""
    for token in words.tokens:  # asked of hundreds of texts for one key: `all` would take three times as long
        if token not in folded:
            return False
    return bool(words.tokens)


def _found(words: Words, folded: str) -> Iterator[tuple[int, int]]:
    """Yield where the words begin and end in a folded text."""
    if words.is_begun and len(words.tokens) == 1 and words.place is None and has_trigrams(words.tokens[0]):
        yield from _inside(words.tokens[0], folded)
        return
    if len(words.tokens) == 1:
        yield from _alone(words, folded)
        return
    *before, last = words.tokens
    begins, ends = _places(folded)
    for at in _occurrences(last, folded):
        index = bisect_left(begins, at)
        first = index - len(before)
        if first < 0 or index == len(begins) or begins[index] != at:
            continue
        if (ends[index] - at == len(last) or words.is_begun) and all(
            folded[begins[first + place] : ends[first + place]] == token for place, token in enumerate(before)
        ):
            yield begins[first], at + len(last)


def _alone(words: Words, folded: str) -> Iterator[tuple[int, int]]:
    """Yield where one word begins and ends: the text need not be taken apart for that."""
    token = words.tokens[0]
    if token.isascii() and folded.isascii():
        yield from (found.span() for found in _word(token, is_begun=words.is_begun).finditer(folded))
        return
    is_free = is_spaceless(token)
    for at in _occurrences(token, folded):
        end = at + len(token)
        if is_free or not (
            _is_letter(folded[at - 1 : at]) or (_is_letter(folded[end : end + 1]) and not words.is_begun)
        ):
            yield at, end


@lru_cache(maxsize=64)
def _word(token: str, *, is_begun: bool) -> re.Pattern[str]:
    """Return what finds a word, or its beginning, in a folded text that is ASCII."""
    return re.compile(f"(?<![a-z0-9]){token}{'' if is_begun else '(?![a-z0-9])'}")


def _is_letter(character: str) -> bool:
    return character.isalnum() and not is_spaceless(character)


def _places(folded: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where each word of a folded text begins, and where it ends."""
    is_plain = folded.isascii()
    found = [place for place in token_spans(folded) if is_plain or _counts(folded[place[0]])]
    return [start for start, _ in found], [end for _, end in found]


def _inside(token: str, folded: str) -> Iterator[tuple[int, int]]:
    return ((at, at + len(token)) for at in _occurrences(token, folded))


def _occurrences(token: str, folded: str) -> Iterator[int]:
    at = folded.find(token)
    while at >= 0:
        yield at
        at = folded.find(token, at + 1)


def _counts(character: str) -> bool:
    return not is_spaceless(character) or is_word(character)


def _origin(scan: Scanned, start: int, end: int) -> Lit:
    if scan.origins is None:
        return Lit(start, end)
    return Lit(scan.origins[start][0], scan.origins[end - 1][1])


def _folded(text: str) -> tuple[str, Sequence[tuple[int, int]]]:
    """Fold a text stretch by stretch: a character with the marks that belong to it."""
    origins: list[tuple[int, int]] = []
    parts: list[str] = []
    at = 0
    while at < len(text):
        stop = at + 1
        while stop < len(text) and _joins(text[stop]):
            stop += 1
        part = _folded_stretch(text[at:stop])
        parts.append(part)
        origins.extend([(at, stop)] * len(part))
        at = stop
    return "".join(parts), origins


_folded_stretch = lru_cache(maxsize=4096)(fold_letters)


def _joins(character: str) -> bool:
    """Tell whether a character belongs to the one before it: a mark, or a vowel or final of Hangul."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
