"""Finds words of a query in a text and returns their offsets in the original, although folding changes the length."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.base.words import fold, fold_letters, group_signs, has_trigrams, is_spaceless, token_spans
from briefing.query.fields import is_word_character
from briefing.query.nodes import Words

_SHORT = 2000
"""Characters of a text whose folded form is cached."""


class Highlight(NamedTuple):
    """The range of a text that matches."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""


class FoldedText(NamedTuple):
    """A folded text with the offsets of the original."""

    folded: str
    origins: Sequence[tuple[int, int]] | None
    """For each character of `folded` the range (start, end) in the original. None: the offsets are the same."""


def folded_text(text: str) -> FoldedText:
    """Fold a text. Short texts are cached, since they are searched for one word after the other."""
    return _scanned(text) if len(text) <= _SHORT else _scanned.__wrapped__(text)


@lru_cache(maxsize=256)
def _scanned(text: str) -> FoldedText:
    letters, origins = (fold_letters(text), None) if text.isascii() else _folded(text)
    signs = group_signs(letters)
    if not signs:
        return FoldedText(letters, origins)
    kept = _without(range(len(letters)), signs)
    origins = [(at, at + 1) for at in kept] if origins is None else [origins[at] for at in kept]
    return FoldedText("".join(letters[at] for at in kept), origins)


def _without(places: range, signs: Sequence[int]) -> list[int]:
    left = set(signs)
    return [at for at in places if at not in left]


def is_in_text(words: Words, text: str) -> bool:
    """Tell whether the words are in a text."""
    return may_contain(words, fold(text)) and is_in_folded(words, folded_text(text).folded)


def is_in_folded(words: Words, folded: str) -> bool:
    """Tell whether the words are in a folded text."""
    return may_contain(words, folded) and next(_found(words, folded), None) is not None


def highlights(words: Words, text: str) -> list[Highlight]:
    """Return every range of a text that matches the words, in order; ranges may overlap."""
    if not may_contain(words, fold(text)):
        return []
    scan = folded_text(text)
    return [_origin(scan, start, end) for start, end in _found(words, scan.folded)]


def merged(spans: list[Highlight]) -> tuple[Highlight, ...]:
    """Return ranges in order; those that touch or overlap are merged."""
    kept: list[Highlight] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Highlight(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def may_contain(words: Words, folded: str) -> bool:
    """Tell whether all words are in a folded text as plain strings: a fast test that excludes most texts."""
    for token in words.tokens:  # called for hundreds of texts at each key: `all` takes three times as long
        if token not in folded:
            return False
    return bool(words.tokens)


def _found(words: Words, folded: str) -> Iterator[tuple[int, int]]:
    """Yield the range of each match in a folded text."""
    if words.is_begun and len(words.tokens) == 1 and words.field_name is None and has_trigrams(words.tokens[0]):
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
    """Yield the range of each match of a single word, for which the text need not be split into tokens."""
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
    """Return the pattern of a word, or of its beginning, in a folded ASCII text."""
    return re.compile(f"(?<![a-z0-9]){token}{'' if is_begun else '(?![a-z0-9])'}")


def _is_letter(character: str) -> bool:
    return character.isalnum() and not is_spaceless(character)


def _places(folded: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return the starts and the ends of the tokens of a folded text."""
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
    return not is_spaceless(character) or is_word_character(character)


def _origin(scan: FoldedText, start: int, end: int) -> Highlight:
    if scan.origins is None:
        return Highlight(start, end)
    return Highlight(scan.origins[start][0], scan.origins[end - 1][1])


def _folded(text: str) -> tuple[str, Sequence[tuple[int, int]]]:
    """Fold a text character by character, each with its combining marks, and return the range of each in the text."""
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
    """Tell whether a character belongs to the one before it: a combining mark, or a vowel or final of Hangul."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
