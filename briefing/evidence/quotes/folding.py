"""The comparison of words: folds a text so that white space and typography no longer matter, with a map back.

What is folded: runs of white space, page breaks among them, to one space; all quote marks to ', with the spaces inside
of guillemets; all dashes to -, with the spaces on both sides of one; ellipses to three dots; soft hyphens, direction
marks and other characters of no width to nothing, and so is the Markdown of emphasis, links and block quotes;
everything else to Unicode NFKC. Superscript and subscript digits and fractions stay what they are, since NFKC makes
102 of 10². A hyphen at a line end becomes `BREAK`, which stands for "a hyphen, or none". Letters and digits are never
touched, nor is case.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.evidence.quotes.text_cache import cached_by_text

BREAK = "\x01"
"""A hyphen at a line end: of the word, or only of the line. Cannot come from a text: made-safe text has no C0."""

HYPHENS = "-\u2010\u2011"
"""What joins the parts of a word, as against dashes, which part phrases."""
DASH = "\u2013"
"""What a dash with space around it, or a long one, is among words whose numbers are read: "Pluto - nine years"."""

_OPENING, _CLOSING, _MARKUP = "\x02", "\x03", "\x04"
"""What stands for guillemets and for the brackets and addresses of links while a text is being folded."""
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
"""What is folded to one other character: the first step, at the speed of `str.replace`, with no change of offsets."""
_ASCII_STEP = tuple((old, new) for new, every in _SAME_LENGTH.items() for old in every if old.isascii())
_FULL_STEP = tuple((old, new) for new, every in _SAME_LENGTH.items() for old in every)
_KEPT_CHARACTER = re.compile("[\u00b2\u00b3\u00b9\u2070-\u209f\u00bc-\u00be\u2150-\u215f\u2189]")
_SPECIAL = (
    # Most white space is one space before a word: it is passed by first.
    rf"[ \n.'\-*_>\u2026{_SOFT_HYPHEN}{_NO_WIDTH}{_OPENING}{_CLOSING}{_MARKUP}]"
    rf"(?!(?<=[ \n'])[^ \n.'\-\u2026{_OPENING}{_CLOSING}])(?:"
    r"(?P<dash>(?<=[ \n])[ \n]*-+[ \n]+)"
    r"|(?P<space>(?<=[ \n])[ \n]+)"
    r"|(?P<broken>(?<=[^\W\d_]-) *\n *(?=[^\W\d_]))"
    r"|(?P<split>(?<=\S-) *\n *(?=\S)|(?<=-)-+)"
    r"|(?P<dots>(?<=\.)(?: ?\.){2,}+|(?<=\u2026)(?: ?[\u2026.])*+|(?<= )(?:\u2026(?: ?[\u2026.])*+|\.(?: ?\.){2,}+))"
    rf"|(?P<quote>(?<=')(?:['{_OPENING}{_CLOSING}]++|[ \n]++{_CLOSING}(?=[\s.,;:!?)]|\Z))++)"
    # Guillemets keep their spaces where these are outside of them, as in German: »so« and not « ainsi ».
    rf"|(?P<guillemet>(?<=(?<![^\s(]){_OPENING})[ \n]+['{_OPENING}{_CLOSING}]*+|"
    rf"(?<=[{_OPENING}{_CLOSING}])['{_OPENING}{_CLOSING}]*+|(?<=[ \n])[ \n]*{_CLOSING}(?=[\s.,;:!?)]|\Z))"
    rf"|(?P<emphasis>(?<=(?<![^\W_])[*_])[*_]{{0,2}}(?=[^\s*_])|(?<=(?<=\S)[*_])[*_]{{0,2}}(?![^\W_]))"
    rf"|(?P<block_quote>(?<=\n>)(?: ?>)* ?(?=[^\s\d>]))"
    rf"|(?P<nothing>(?<={_MARKUP}){_MARKUP}*|(?<=[^\W\d_]{_SOFT_HYPHEN}) *\n *(?=[^\W\d_])"
    rf"|(?<=[{_SOFT_HYPHEN}{_NO_WIDTH}]))"
    r")"
)
"""What changes the length of a text. One character class comes first, so that the engine can skip to it."""
_SPEEDY = re.compile(_SPECIAL)
_UNCHANGED = re.compile(r"[^ -~]|[\"`*_>]|\](?=[(\[])|''|  | -+ |--|\.[. ]?\.")
"""What an ASCII text without this holds is folded to itself."""
_INSTEAD = {"split": "-", "dash": "-", "space": " ", "dots": "...", "quote": "'", "nothing": "", "broken": BREAK}
_INSTEAD |= {"guillemet": "'", "emphasis": "", "block_quote": ""}
_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]]{0,300})\]"
    r"(?P<address>\((?:[^()\s]|\([^()\s]*\)){1,2000}(?: '[^'\n]{0,300}')?\)|\[[^\[\]\n]{0,80}\])"
)
"""A link of Markdown, with its address or the name of one."""
_LETTER = re.compile(r"[^\W\d_]")


_REMEMBERED = 5000
"""Characters up to which a short text that was folded is remembered."""
_PART = 500_000
"""Characters of a text that are folded together."""
_CUT = re.compile("[a-z][a-z]")
_LONGEST_LINK = 5000
"""More characters than a link has."""
_MOST_CHANGES = 400_000
"""Stretches of one text that are folded to something of another length; behind them nothing more is."""
_MOST_OTHER = 1_000_000
"""Characters outside ASCII and NFKC that are folded in one text; the rest stay as they are, and are not found."""


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A folded text that knows where each of its characters comes from."""

    text: str
    original: str
    starts: array[int]
    """Offsets in `text` at which a stretch begins, rising; the first is 0."""
    origins: array[int]
    """Offset in `original` of each stretch."""
    lengths: array[int]
    """For a stretch that was changed, its length in `original`; -1 for one that was copied."""

    def origin(self, offset: int) -> int:
        """Return where in the original the character at `offset` starts."""
        stretch = bisect_right(self.starts, offset) - 1
        if self.lengths[stretch] >= 0:
            return self.origins[stretch]
        return self.origins[stretch] + offset - self.starts[stretch]

    def origin_end(self, offset: int) -> int:
        """Return where in the original the character before `offset` ends."""
        stretch = bisect_right(self.starts, offset - 1) - 1
        if self.lengths[stretch] >= 0:
            return self.origins[stretch] + self.lengths[stretch]
        return self.origins[stretch] + offset - self.starts[stretch]

    def offset(self, origin: int) -> int:
        """Return the offset in `text` of the first character that comes from `origin` or from behind it."""
        stretch = bisect_right(self.origins, origin) - 1
        if self.lengths[stretch] >= 0:
            return self.starts[stretch]
        return min(self.starts[stretch] + origin - self.origins[stretch], len(self.text))


@lru_cache(maxsize=1)
def _thorough() -> re.Pattern[str]:
    return re.compile(rf"{_SPECIAL}|(?P<other>[A-Za-z]?[^\x00-\x7f\u2026{_SOFT_HYPHEN}{_NO_WIDTH}]+)")


def _fold(text: str) -> Folded:
    """Fold a text. The last few are kept, since many cites point into one text."""
    folding = _Folding(text)
    for start, end in _parts(text):
        folding.fold(start, end)
    return folding.finish()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts in which a text is folded: a long one all at once would take the memory of five.

    A part ends between two small letters, which nothing that is folded holds both of but a link: none begins near it.
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


def _levelled(text: str) -> str:
    """Return a text in which what is folded to one other character is that, and links are their words; same length."""
    for old, new in _ASCII_STEP if text.isascii() else _FULL_STEP:
        text = text.replace(old, new)
    return _LINK.sub(_without_address, text) if "](" in text or "][" in text else text


def _without_address(link: re.Match[str]) -> str:
    """Return the words of a link among characters that are folded to nothing; same length. "[2](#note)" keeps [2]."""
    words, before = link["words"], link.start("words") - link.start()
    if _LETTER.search(words) is None:
        return link.group()[: len(link.group()) - len(link["address"])] + _MARKUP * len(link["address"])
    return _MARKUP * before + words + _MARKUP * (len(link.group()) - before - len(words))


def fold_words(text: str) -> str:
    """Fold a short text with no map back, without white space around it."""
    return _remembered(text) if len(text) < _REMEMBERED else _words(text)


@lru_cache(maxsize=512)
def _remembered(text: str) -> str:
    return _words(text)


def _words(text: str) -> str:
    if text.isascii() and _UNCHANGED.search(text) is None:
        return text.strip(" ")
    return _fold(text).text.strip()


def with_dashes(folded: Folded, start: int, end: int) -> str:
    """Return a stretch of a folded text in which what parts phrases is a dash again, as against a hyphen."""
    text = folded.text[start:end]
    if "-" not in text:
        return text
    characters = list(text)
    for index, character in enumerate(text):
        if character == "-" and folded.original[folded.origin(start + index)] in _PARTING:
            characters[index] = DASH
    return "".join(characters)


def folded_dashes(text: str) -> str:
    """Fold a short text, without white space around it, and keep the dashes that part phrases."""
    if "-" not in fold_words(text):
        return fold_words(text)
    folded = _fold(text)
    return with_dashes(folded, 0, len(folded.text)).strip()


class _Folding:
    """Collects the stretches of one text."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._folded: list[str] = []
        """The parts that are folded."""
        self._size = 0
        self._starts = array("i")
        self._origins = array("i")
        self._lengths = array("i")
        self._left = _MOST_OTHER
        # Of the part that is being folded:
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
        """Copy what lies before `start`, then put `instead` in the place of the characters up to `end`."""
        self._copy(start)
        if instead:
            self._note(start, end - start, instead)
        self._done = end

    def put_other(self, start: int, end: int) -> None:
        """Bring a stretch that is not ASCII to NFKC, character by character with its combining marks."""
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
        """Return all that was folded."""
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
    """Whether a character belongs to the one before it: a combining mark, or a Hangul vowel or final."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff" or character in "\uff9e\uff9f"
