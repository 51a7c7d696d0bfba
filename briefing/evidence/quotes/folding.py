"""Folding: a text in one standard form of white space and typography, with a map back to the original.

What is folded: runs of white space, page breaks included, to one space; all quotation marks to ', with the spaces
inside guillemets; all dashes to -, with the spaces around one; ellipses to three dots; soft hyphens, direction marks,
other characters without width, and the Markdown of emphasis, links and block quotes to nothing; everything else to
Unicode NFKC. Superscript and subscript digits and fractions stay what they are, since NFKC makes
102 of 10². A hyphen at a line end becomes `BREAK`, which means "a hyphen or nothing". Letters, digits and case never
change.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from briefing.base.frozen import frozen
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.text_cache import cached_by_text
from briefing.evidence.result import Span

BREAK = "\x01"
"""A hyphen at a line end, which may belong to the word or only to the line. No text holds this character: texts have
no C0 control characters left after `safe_text`."""

HYPHENS = "-\u2010\u2011"
"""Characters that join the parts of a word; dashes separate phrases."""
DASH = "\u2013"
"""Stands for a long dash or one with spaces around it where numbers are read: "Pluto - nine years" has no -9."""

_OPENING, _CLOSING, _MARKUP = "\x02", "\x03", "\x04"
"""Placeholders, used during folding, for guillemets and for the brackets and addresses of links."""
_PARTING = frozenset(" \t\n\r\u00a0\u2009\u202f\u2014\u2015\u2e3a\u2e3b")
_SOFT_HYPHEN = "\u00ad"
_NO_WIDTH = "\u200b"
_SAME_LENGTH = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d",
    "'": '"`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f'
    "\u2039\u203a\u02bc\u300c\u300d\u300e\u300f\uff02\uff07",
    " ": "\t\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\x85\u2028\u2029",
    _NO_WIDTH: "\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\u061c",
    _OPENING: "\u00ab",
    _CLOSING: "\u00bb",
}
"""Characters that fold to one other character. The first step: as fast as `str.replace`, and offsets do not change."""
_ASCII_STEP = tuple((old, new) for new, every in _SAME_LENGTH.items() for old in every if old.isascii())
_FULL_STEP = tuple((old, new) for new, every in _SAME_LENGTH.items() for old in every)
_KEPT_CHARACTER = LazyPattern("[\u00b2\u00b3\u00b9\u2070-\u209f\u00bc-\u00be\u2150-\u215f\u2189]")
_TWO_DOTS, _MORE_DOTS = r"(?>(?: ?\.){2,})", r"(?>(?: ?[\u2026.])*)"
_SPECIAL = (
    # Most white space is one space before a word, so that is tried first.
    rf"[ \n.'\-*_>\u2026{_SOFT_HYPHEN}{_NO_WIDTH}{_OPENING}{_CLOSING}{_MARKUP}]"
    rf"(?!(?<=[ \n'])[^ \n.'\-\u2026{_OPENING}{_CLOSING}])(?:"
    r"(?P<dash>(?<=[ \n])[ \n]*-+[ \n]+)"
    r"|(?P<space>(?<=[ \n])[ \n]+)"
    r"|(?P<broken>(?<=[^\W\d_]-) *\n *(?=[^\W\d_]))"
    r"|(?P<split>(?<=\S-) *\n *(?=\S)|(?<=-)-+)"
    rf"|(?P<dots>(?<=\.){_TWO_DOTS}|(?<=\u2026){_MORE_DOTS}|(?<= )(?:\u2026{_MORE_DOTS}|\.{_TWO_DOTS}))"
    rf"|(?P<quote>(?<=')(?>(?:['{_OPENING}{_CLOSING}]++|[ \n]++{_CLOSING}(?=[\s.,;:!?)]|\Z))+))"
    # Spaces outside guillemets stay (German: »so«); those inside are dropped (French: « ainsi »).
    rf"|(?P<guillemet>(?<=(?<![^\s(]){_OPENING})[ \n]+['{_OPENING}{_CLOSING}]*+|"
    rf"(?<=[{_OPENING}{_CLOSING}])['{_OPENING}{_CLOSING}]*+|(?<=[ \n])[ \n]*{_CLOSING}(?=[\s.,;:!?)]|\Z))"
    rf"|(?P<emphasis>(?<=(?<![^\W_])[*_])[*_]{{0,2}}(?=[^\s*_])|(?<=(?<=\S)[*_])[*_]{{0,2}}(?![^\W_]))"
    rf"|(?P<block_quote>(?<=\n>)(?: ?>)* ?(?=[^\s\d>]))"
    rf"|(?P<nothing>(?<={_MARKUP}){_MARKUP}*|(?<=[^\W\d_]{_SOFT_HYPHEN}) *\n *(?=[^\W\d_])"
    rf"|(?<=[{_SOFT_HYPHEN}{_NO_WIDTH}]))"
    r")"
)
"""What changes the length of a text. It begins with one character class, so that the regex engine can skip to it."""
_SPEEDY = LazyPattern(_SPECIAL)
_PLAIN = " -~\u00c0-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0410-\u044f"
"""ASCII, and the letters of European languages that NFKC leaves as they are."""
_CHANGED = LazyPattern(rf"[^{_PLAIN}]|[\"`*_>]|\](?=[(\[])|''|  | -+ |--|\.[. ]?\.")
"""A text that this does not match folds to itself."""
_INSTEAD = {"split": "-", "dash": "-", "space": " ", "dots": "...", "quote": "'", "nothing": "", "broken": BREAK}
_INSTEAD |= {"guillemet": "'", "emphasis": "", "block_quote": ""}
_LINK = LazyPattern(
    r"!?\[(?P<words>[^\[\]]{0,300})\]"
    r"(?P<address>\((?:[^()\s]|\([^()\s]*\)){1,2000}(?: '[^'\n]{0,300}')?\)|\[[^\[\]\n]{0,80}\])"
)
"""A Markdown link, with its address or the label of one."""
_LETTER = LazyPattern(r"[^\W\d_]")


_REMEMBERED = 5000
"""Longest text, in characters, that `fold_words` caches."""
_PART = 500_000
"""Characters of a text that are folded in one step."""
_CUT = LazyPattern("[a-z][a-z]")
_LONGEST_LINK = 5000
"""No link has more characters."""
_MOST_CHANGES = 400_000
"""Changes of length that are made in one text at most; the rest of the text stays as it is."""
_MOST_OTHER = 1_000_000
"""Characters that are neither ASCII nor NFKC and are folded in one text at most; quotes of the rest are not found."""


@frozen
class Folded:
    """A folded text with the offset in the original of each of its characters. Equal to itself only."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    text: str
    original: str
    starts: array[int]
    """Offsets in `text` where a stretch begins, ascending; the first is 0."""
    origins: array[int]
    """Offset in `original` of each stretch."""
    lengths: array[int]
    """Length in `original` of each stretch that was changed; -1: it was copied unchanged."""

    def origin(self, offset: int) -> int:
        """Return the offset in the original where the character at `offset` begins."""
        stretch = bisect_right(self.starts, offset) - 1
        if self.lengths[stretch] >= 0:
            return self.origins[stretch]
        return self.origins[stretch] + offset - self.starts[stretch]

    def origin_end(self, offset: int) -> int:
        """Return the offset in the original where the character before `offset` ends."""
        stretch = bisect_right(self.starts, offset - 1) - 1
        if self.lengths[stretch] >= 0:
            return self.origins[stretch] + self.lengths[stretch]
        return self.origins[stretch] + offset - self.starts[stretch]

    def within(self, original: Span) -> Span:
        """Return the stretch of `text` that comes from a stretch of the original."""
        return Span(self.offset(original.start), self.offset(original.end - 1) + 1)

    def offset(self, origin: int) -> int:
        """Return the offset in `text` of the first character that comes from `origin` or after it."""
        stretch = bisect_right(self.origins, origin) - 1
        if self.lengths[stretch] >= 0:
            return self.starts[stretch]
        return min(self.starts[stretch] + origin - self.origins[stretch], len(self.text))


@lru_cache(maxsize=1)
def _thorough() -> re.Pattern[str]:
    return re.compile(rf"{_SPECIAL}|(?P<other>[A-Za-z]?[^\x00-\x7f\u2026{_SOFT_HYPHEN}{_NO_WIDTH}]+)")


def _fold(text: str) -> Folded:
    """Return a text folded."""
    folding = _Folding(text)
    for start, end in _parts(text):
        folding.fold(start, end)
    return folding.finish()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts in which a text is folded: a long text in one step would take five times its memory.

    A part ends between two small letters, and no link begins near its end: only links fold across two small letters.
    """
    start = 0
    while start < len(text):
        cut = _CUT.search(text, start + _PART)
        while cut is not None and "[" in text[max(cut.start() - _LONGEST_LINK, start) : cut.end()]:
            cut = _CUT.search(text, cut.end() + _LONGEST_LINK)
        end = cut.end() - 1 if cut is not None else len(text)
        yield start, end
        start = end


fold = cached_by_text(_fold)
"""The same, with the last results cached: many cites point into one text."""


def _levelled(text: str) -> str:
    """Return a text of the same length with one-to-one characters folded and links reduced to their words."""
    for old, new in _ASCII_STEP if text.isascii() else _FULL_STEP:
        text = text.replace(old, new)
    return _LINK.sub(_without_address, text) if "](" in text or "][" in text else text


def _without_address(link: re.Match[str]) -> str:
    """Return a link of the same length with all but its words as placeholders. "[2](#note)" keeps its [2]."""
    words, before = link["words"], link.start("words") - link.start()
    if _LETTER.search(words) is None:
        return link.group()[: len(link.group()) - len(link["address"])] + _MARKUP * len(link["address"])
    return _MARKUP * before + words + _MARKUP * (len(link.group()) - before - len(words))


def fold_words(text: str) -> str:
    """Return a short text folded and stripped, without a map back."""
    return _remembered(text) if len(text) < _REMEMBERED else _words(text)


@lru_cache(maxsize=512)
def _remembered(text: str) -> str:
    return _words(text)


def _words(text: str) -> str:
    if _CHANGED.search(text) is None:
        return text.strip(" ")
    if "\n" in text and "-\n" not in text and _CHANGED.search(line := text.replace("\n", " ")) is None:
        return line.strip()
    return _fold(text).text.strip()


def with_dashes(folded: Folded, start: int, end: int) -> str:
    """Return a stretch of a folded text in which dashes between phrases are dashes again, unlike hyphens."""
    text = folded.text[start:end]
    if "-" not in text:
        return text
    characters = list(text)
    for index, character in enumerate(text):
        if character == "-" and folded.original[folded.origin(start + index)] in _PARTING:
            characters[index] = DASH
    return "".join(characters)


def folded_dashes(text: str) -> str:
    """Return a short text folded and stripped, with dashes between phrases kept, unlike hyphens."""
    words = fold_words(text)
    if "-" not in words or _CHANGED.search(text) is None:
        return words
    folded = _fold(text)
    return with_dashes(folded, 0, len(folded.text)).strip()


class _Folding:
    """Builds the folded form of one text, stretch by stretch."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._folded: list[str] = []
        """The parts folded so far."""
        self._size = 0
        self._starts = array("i")
        self._origins = array("i")
        self._lengths = array("i")
        self._left = _MOST_OTHER
        # State of the part that is being folded:
        self._before = 0
        self._text = ""
        self._pieces: list[str] = []
        self._done = 0

    def fold(self, start: int, end: int) -> None:
        """Fold the next part of the text."""
        self._before, self._text, self._pieces, self._done = start, _levelled(self._original[start:end]), [], 0
        pattern = _SPEEDY if unicodedata.is_normalized("NFKC", self._text) else _thorough()
        for found in pattern.finditer(self._text):
            if len(self._starts) > _MOST_CHANGES:
                break
            kind = found.lastgroup or ""
            if kind == "other":
                self.put_other(found.start(), found.end())
            else:
                self.put(found.start(), found.end(), _INSTEAD[kind])
        self._copy(end - start)
        self._folded.append("".join(self._pieces).replace("\n", " "))

    def put(self, start: int, end: int, instead: str) -> None:
        """Copy the text up to `start`, then put `instead` for the characters from `start` to `end`."""
        self._copy(start)
        if instead:
            self._note(start, end - start, instead)
        self._done = end

    def put_other(self, start: int, end: int) -> None:
        """Put a stretch that is not ASCII as NFKC, one character with its combining marks at a time."""
        text = self._text
        if end - start > self._left or unicodedata.is_normalized("NFKC", text[start:end]):
            return
        self._left -= end - start
        while start < end:
            stop = start + 1
            while stop < end and _joins(text[stop]):
                stop += 1
            cluster = text[start:stop]
            folded = cluster if _KEPT_CHARACTER.match(cluster) else unicodedata.normalize("NFKC", cluster)
            if folded != cluster and " " not in folded:
                self.put(start, stop, folded)
            start = stop

    def finish(self) -> Folded:
        """Return the folded text."""
        if not self._starts:
            self._note(0, -1, "")
        return Folded("".join(self._folded), self._original, self._starts, self._origins, self._lengths)

    def _copy(self, end: int) -> None:
        if end > self._done:
            self._note(self._done, -1, self._text[self._done : end])

    def _note(self, origin: int, length: int, part: str) -> None:
        self._starts.append(self._size)
        self._origins.append(self._before + origin)
        self._lengths.append(length)
        self._pieces.append(part)
        self._size += len(part)


def _joins(character: str) -> bool:
    """Whether a character combines with the one before it: a combining mark, or a Hangul vowel or final consonant."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff" or character in "\uff9e\uff9f"
