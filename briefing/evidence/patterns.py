"""Regular expressions for lists of words.

Compiling them is what a command about one brief does longest. `LazyPattern` is compiled when it is first used,
`GrowingPattern` at first for those words only that the texts of one brief have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from briefing.base.named_tuple import NamedTuple

NEVER = "(?!)"
"""A pattern that matches nothing."""


def phrases(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words or phrases, each whole at its end; longer ones are tried first.

    No words at all give a pattern that matches nothing. What is the same behind many words is written once: compiling
    a pattern takes longer than most searches with it.
    """
    ordered = sorted(words, key=len, reverse=True)
    groups = groupby(ordered, key=lambda word: word[-1:].isalnum())
    return (
        "|".join(_whole([*group]) if is_word else "|".join(map(_literal, group)) for is_word, group in groups) or NEVER
    )


def _whole(words: Sequence[str]) -> str:
    joined = "|".join(map(_literal, words))
    return rf"(?:{joined})(?!\w)" if len(words) > 1 else rf"{joined}(?!\w)"


def _literal(word: str) -> str:
    """Return a pattern that matches a word as it is; a blank and a hyphen stand for themselves."""
    return re.escape(word).replace("\\ ", " ").replace("\\-", "-")


def starred(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words; a final * stands for any ending."""
    return "|".join(_literal(word).replace(r"\*", r"\w*") for word in words) or NEVER


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, also as the beginning of a longer word; longer ones first."""
    return "|".join(_literal(word) for word in sorted(words, key=len, reverse=True)) or NEVER


class LazyPattern:
    """A regular expression that is compiled when it is first used: many are for words that a text does not have."""

    __slots__ = ("_flags", "_source", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")

    findall: Callable[..., list[str]]
    finditer: Callable[..., Iterator[re.Match[str]]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Take the pattern as it is written."""
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Return a method of the compiled pattern, and keep them all: Python calls this only until they are there."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        method: Callable[..., object] = getattr(compiled, name)
        return method


_METHODS = frozenset({"findall", "finditer", "fullmatch", "match", "search", "split", "sub"})


_RUN = re.compile(r"[^\W\d_]+")
_FRACTIONS = "\u00bc\u00bd\u00be\u2189" + "".join(map(chr, range(0x2150, 0x2160)))
_SAME_LETTER = str.maketrans(f"\u0130\u0131\u017f\u00b5{_FRACTIONS}", "iis\u03bc" + " " * len(_FRACTIONS))
"""Letters that are equal to others for `re.IGNORECASE`, while their small letters differ; a fraction is no letter."""


def in_small(text: str) -> str:
    """Return a text in letters that are the same if `re.IGNORECASE` takes them for the same."""
    return (text if text.isascii() else text.translate(_SAME_LETTER)).lower()


class _Words(NamedTuple):
    """What of a text decides which words of a pattern can match in it."""

    runs: frozenset[str]
    """Its runs of letters, in small letters."""
    small: str
    """The text in small letters."""


@lru_cache(maxsize=256)
def _words_of(text: str) -> _Words:
    small = in_small(text)
    return _Words(frozenset(_RUN.findall(small)), small)


_OF_FOLDED = "'-"
"""Characters that a folded text has in place of others, which the text itself may have."""
_expected: list[_Words] = []
"""The words of the only texts that are to be searched. Empty: more texts follow, or nobody knows."""


def expect_texts(texts: Iterable[str]) -> None:
    """Say which texts are the only ones to be searched: patterns are then compiled for the words of these.

    No texts: many are to be searched. What is found is the same in each case.
    """
    every = [*texts]
    _expected[:] = [_words_of("\n".join(every))] if every else []


class WordChoice:
    """Writes patterns of those words only that some texts have, and knows which words it has left out."""

    __slots__ = ("_left_out", "_left_out_parts", "_there")

    def __init__(self, there: _Words | None) -> None:
        """Take the words of the texts. None: no word is left out."""
        self._there = there
        self._left_out: set[str] = set()
        """Of each phrase that was left out, a run of letters that the texts do not have."""
        self._left_out_parts: set[str] = set()

    @property
    def is_whole(self) -> bool:
        """Whether no word was left out so far."""
        return not self._left_out and not self._left_out_parts

    def phrases(self, words: Iterable[str]) -> str:
        """Return `phrases` of the words that are there. No letter may stand right before one of them in a match."""
        there = self._there
        if there is None:
            return phrases(words)
        every = [*words]
        # Most words are one run of small letters, and most of them are not there.
        absent = {word for word in {*every} - there.runs if word.isascii() and word.isalpha() and word.islower()}
        self._left_out |= absent
        return phrases([word for word in every if word not in absent and self._is_there(word, *there)])

    def phrases_inside(self, words: Iterable[str]) -> str:
        """Return `phrases` of the words whose letters are there, also as parts of other words."""
        there = self._there
        return phrases(words if there is None else [word for word in words if self._has_parts(word, there.small)])

    def parts(self, words: Iterable[str]) -> str:
        """Return `alternatives` of the words that are there, also as parts of other words."""
        return alternatives(self.parts_there(words))

    def parts_there(self, words: Iterable[str]) -> Iterable[str]:
        """Return the words that are there, also as parts of other words."""
        there = self._there
        return words if there is None else [word for word in words if self._is_part(word, there.small)]

    def characters(self, every: str) -> str:
        """Return a pattern of any of some characters that are there; a set of few is compiled quickly."""
        there = self._there
        kept = [one for one in every if there is None or one in _OF_FOLDED or self._is_part(one, there.small)]
        return f"[{re.escape(''.join(kept))}]" if kept else NEVER

    def starred(self, words: Iterable[str]) -> str:
        """Return `starred` of the words that are there, also as parts of other words."""
        there = self._there
        if there is None:
            return starred(words)
        return starred(word for word in words if self._is_part(word.rstrip("*"), there.small))

    def has_all_of(self, text: str) -> bool:
        """Whether no word was left out that can match in a text."""
        if self.is_whole:
            return True
        words = _words_of(text)
        return self._left_out.isdisjoint(words.runs) and not any(map(words.small.__contains__, self._left_out_parts))

    def _is_there(self, word: str, runs: frozenset[str], text: str) -> bool:
        small = in_small(word)
        if small in runs:
            return True
        missing = small if small.isalpha() else next((run for run in _RUN.findall(small) if run not in runs), None)
        if missing is None:
            return " " in small or self._is_part(small, text)  # a blank may be the end of a line there
        self._left_out.add(missing)
        return False

    def _has_parts(self, word: str, text: str) -> bool:
        if " " not in word:
            return self._is_part(word, text)
        missing = next((run for run in _RUN.findall(in_small(word)) if run not in text), None)
        if missing is not None:
            self._left_out_parts.add(missing)
        return missing is None

    def _is_part(self, word: str, text: str) -> bool:
        small = in_small(word)
        if small in text:
            return True
        self._left_out_parts.add(small)
        return False


class GrowingPattern:
    """A regular expression of many words, compiled for those that the expected texts have (see `expect_texts`).

    A word that a text does not have can match nothing there, so the matches are those of the expression with all words.
    With all words it is compiled when a text has a word that was left out, and at once if no texts are expected.
    """

    __slots__ = ("_flags", "_made", "_write", "finditer", "fullmatch", "match", "search", "split", "sub")

    finditer: Callable[..., Iterator[re.Match[str]]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, write: Callable[[WordChoice], str], flags: re.RegexFlag = re.NOFLAG) -> None:
        """Take what writes the expression with the words of a choice."""
        self._write = write
        self._flags = flags
        self._made: tuple[WordChoice, re.Pattern[str]] | None = None
        self.finditer = lambda text, *bounds: self.of(text).finditer(text, *bounds)
        self.fullmatch = lambda text, *bounds: self.of(text).fullmatch(text, *bounds)
        self.match = lambda text, *bounds: self.of(text).match(text, *bounds)
        self.search = lambda text, *bounds: self.of(text).search(text, *bounds)
        self.split = lambda text, *bounds, **named: self.of(text).split(text, *bounds, **named)
        self.sub = lambda instead, text: self.of(text).sub(instead, text)

    def of(self, text: str) -> re.Pattern[str]:
        """Return the compiled expression for a text, or for a part of it."""
        if self._made is None:
            if not _expected:
                return self._whole()
            choice = WordChoice(_expected[0])
            self._made = choice, re.compile(self._write(choice), self._flags)
            if choice.is_whole:
                self._keep(self._made[1])
        choice, compiled = self._made
        return compiled if choice.has_all_of(text) else self._whole()

    def _whole(self) -> re.Pattern[str]:
        """Compile the expression with all words; its methods take the place of those that look at the text first."""
        choice = WordChoice(None)
        self._made = choice, re.compile(self._write(choice), self._flags)
        self._keep(self._made[1])
        return self._made[1]

    def _keep(self, compiled: re.Pattern[str]) -> None:
        for name in ("finditer", "fullmatch", "match", "search", "split", "sub"):
            setattr(self, name, getattr(compiled, name))
