"""Prose: a folded text in one language, with the words, numbers and dates that the rules read in it.

These are found when a rule first asks for them, once for all rules and claims. The sentences of a saved text are kept
with it (see `saved_text`), the own words of a claim with its case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from briefing.base.named_tuple import NamedTuple
from briefing.base.static_types import TypeVar
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.find import find_dates
from briefing.evidence.languages import Language
from briefing.evidence.numbers.find import NumberMention, find_numbers
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.folding import folded_dashes
from briefing.evidence.result import Span

T = TypeVar("T")

HEAD = 3
"""Longest beginning of a word, in letters, that `Prose.heads` has."""

_WORD = LazyPattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_RUN = LazyPattern(r"[^\W_]+")


class Word(NamedTuple):
    """A word of letters; a compound with a hyphen or an apostrophe is one word."""

    start: int
    end: int
    """Offsets in the text of the prose."""
    text: str
    """As written."""
    small: str
    """In small letters."""


_word = partial(tuple.__new__, Word)
"""Makes a word of its four fields, in half the time of a call of `Word`: texts have hundreds of words."""


class Prose:
    """A folded text in one language and what is read in it. Immutable for callers, so equal texts may share one."""

    __slots__ = ("_found", "dates", "heads", "language", "numbers", "runs", "text", "words")

    numbers: tuple[NumberMention, ...]
    """The numbers, in order."""
    dates: tuple[DateMention, ...]
    """The dates, in order."""
    words: tuple[Word, ...]
    """The words of letters, in order."""
    runs: frozenset[str]
    """The runs of letters and digits, in small letters; a compound gives its parts."""
    heads: frozenset[str]
    """The beginnings of the runs, of up to three letters: "d", "do" and "dou" for "doubt"."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        """Folded, with dashes between phrases kept (see `folding.with_dashes`)."""
        self.language = language
        self._found: dict[object, object] = {}

    def __getattr__(self, name: str) -> object:
        """Find the numbers, dates, words, runs or heads when they are first asked for; then they are attributes."""
        if name not in _READERS:
            raise AttributeError(name)
        found = _READERS[name](self)
        setattr(self, name, found)
        return found

    def is_in_date(self, offset: int) -> bool:
        """Whether the character at an offset is part of a date."""
        dates = self.dates
        return bool(dates) and any(one.start <= offset < one.end for one in dates)

    def once(self, read: Callable[[Prose], T]) -> T:
        """Return `read(self)`, computed on the first call only."""
        known = self._found.get(read, self)
        if known is self:
            self._found[read] = result = read(self)
            return result
        return known  # type: ignore[return-value]  # what `read` has returned is kept under `read`

    def of_number(self, number: NumberMention, read: Callable[[Prose, NumberMention], T]) -> T:
        """Return `read(self, number)` for one of the numbers, computed on the first call only."""
        numeral = number.numeral
        key = (read, numeral.start, numeral.end)
        known = self._found.get(key, self)
        if known is self:
            self._found[key] = result = read(self, number)
            return result
        return known  # type: ignore[return-value]  # what `read` has returned is kept under `read`

    def of_span(self, span: Span, read: Callable[[Prose, Span], T]) -> T:
        """Return `read(self, span)` for a stretch of the text, computed on the first call only."""
        key = (read, span)
        known = self._found.get(key, self)
        if known is self:
            self._found[key] = result = read(self, span)
            return result
        return known  # type: ignore[return-value]  # what `read` has returned is kept under `read`


def _words(prose: Prose) -> tuple[Word, ...]:
    found = _WORD.finditer(prose.text)
    return tuple([_word((start, end, text := one[0], text.lower())) for one in found for start, end in (one.span(),)])


def _heads(prose: Prose) -> frozenset[str]:
    longest = {run[:HEAD] for run in prose.runs}
    return frozenset([head[:length] for length in range(1, HEAD + 1) for head in longest])


_READERS: Mapping[str, Callable[[Prose], object]] = {
    "numbers": lambda prose: find_numbers(prose.text, prose.language),
    "dates": lambda prose: find_dates(prose.text, prose.language),
    "words": _words,
    "runs": lambda prose: frozenset(small_runs(prose.text)),
    "heads": _heads,
}
"""What fills each attribute of a `Prose` that is found in its text."""


def numbers_in(words: Prose, span: Span) -> tuple[NumberMention, ...]:
    """Return the numbers that lie wholly inside a stretch. Meant for `Prose.of_span`."""
    start, end = span
    return tuple([one for one in words.numbers if start <= one.start and one.end <= end])


def dates_in(words: Prose, span: Span) -> tuple[DateMention, ...]:
    """Return the dates that lie wholly inside a stretch. Meant for `Prose.of_span`."""
    start, end = span
    return tuple([one for one in words.dates if start <= one.start and one.end <= end])


def word_before(text: str, offset: int) -> str:
    """Return the last word before an offset, with the signs at it, in small letters. Empty: there is none."""
    return next(iter(text[:offset].rsplit(maxsplit=1)[-1:]), "").lower()


def small_runs(text: str) -> list[str]:
    """Return the runs of letters and digits of a text in small letters; a Turkish i is a plain i."""
    small = text.lower()
    return _RUN.findall(small if small.isascii() else small.replace("i\u0307", "i").replace("\u0131", "i"))


@lru_cache(maxsize=256)
def prose_of(text: str, language: Language) -> Prose:
    """Return the prose of a text that is not folded yet. The last ones are cached, since labels repeat."""
    return Prose(folded_dashes(text), language)
