"""Owns where words stand in a text as it is shown: offsets in the text itself, however folding changes its length."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.query.fields import is_word
from briefing.query.values import Words
from briefing.words import fold, has_grams, is_spaceless, places

_SHORT = 2000
"""Characters."""


class Lit(NamedTuple):
    """A stretch of a text that was looked for."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""


class Scanned(NamedTuple):
    """A text taken apart into words, to be looked through more than once."""

    folded: str
    tokens: Sequence[tuple[int, int]]
    """Where each word begins and ends in `folded`."""
    starts: Sequence[int] | None
    """For each character of `folded`, where that comes from begins in the text; None: at the same offset."""
    ends: Sequence[int] | None


def scanned(text: str) -> Scanned:
    """Take a text apart; short ones are kept, since they are looked through for one word after the other."""
    return _scanned(text) if len(text) <= _SHORT else _scanned.__wrapped__(text)


@lru_cache(maxsize=256)
def _scanned(text: str) -> Scanned:
    if text.isascii():
        folded, starts, ends = fold(text), None, None
    else:
        folded, starts, ends = _folded(text)
    return Scanned(folded, [place for place in places(folded) if _counts(folded[place[0]])], starts, ends)


def is_found(words: Words, text: str) -> bool:
    """Tell whether a text holds the words."""
    return _may_hold(words, text) and next(_found(words, scanned(text)), None) is not None


def lit(words: Words, text: str) -> list[Lit]:
    """Return every place of a text that holds the words, in order; they may overlap."""
    if not _may_hold(words, text):
        return []
    scan = scanned(text)
    return [_origin(scan, start, end) for start, end in _found(words, scan)]


def joined(spans: list[Lit]) -> tuple[Lit, ...]:
    """Return stretches in order; those that touch or overlap become one."""
    kept: list[Lit] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Lit(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def _may_hold(words: Words, text: str) -> bool:
    """Tell whether the letters of the words are in a text at all, which they seldom are."""
    folded = fold(text)
    return bool(words.tokens) and all(token in folded for token in words.tokens)


def _found(words: Words, scan: Scanned) -> Iterator[tuple[int, int]]:
    """Yield where the words begin and end in a folded text."""
    if words.is_begun and len(words.tokens) == 1 and words.place is None and has_grams(words.tokens[0]):
        yield from _inside(words.tokens[0], scan)
        return
    *before, last = words.tokens
    folded, tokens = scan.folded, scan.tokens
    for index in range(len(tokens) - len(before)):
        start, end = tokens[index + len(before)]
        if not (folded.startswith(last, start, end) and (words.is_begun or end - start == len(last))):
            continue
        if all(folded[slice(*tokens[index + place])] == token for place, token in enumerate(before)):
            yield tokens[index][0], start + len(last)


def _inside(token: str, scan: Scanned) -> Iterator[tuple[int, int]]:
    for start, end in scan.tokens:
        at = scan.folded.find(token, start, end)
        if at >= 0:
            yield at, at + len(token)


def _counts(character: str) -> bool:
    return not is_spaceless(character) or is_word(character)


def _origin(scan: Scanned, start: int, end: int) -> Lit:
    if scan.starts is None or scan.ends is None:
        return Lit(start, end)
    return Lit(scan.starts[start], scan.ends[end - 1])


def _folded(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Fold a text stretch by stretch: a character with the marks that belong to it."""
    starts, ends, parts = array("l"), array("l"), []
    at = 0
    while at < len(text):
        stop = at + 1
        while stop < len(text) and _joins(text[stop]):
            stop += 1
        part = _folded_stretch(text[at:stop])
        parts.append(part)
        starts.extend([at] * len(part))
        ends.extend([stop] * len(part))
        at = stop
    return "".join(parts), starts, ends


_folded_stretch = lru_cache(maxsize=4096)(fold)


def _joins(character: str) -> bool:
    """Tell whether a character belongs to the one before it: a mark, or a vowel or final of Hangul."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
