"""The search for the quotes of a brief in a saved text: one pass for all of them where they are many, and a bound.

A text is gone through once, in chunks, and each chunk gives the grams that begin at every eighth of its characters.
A quote that stands in a chunk has all of its own grams of one of the eight alignments among them. So the pass tells in
which few chunks a quote may stand, and only there it is looked for letter by letter. What may or may not be there at a
hyphen at a line end is left out of both: spaces, hyphens, and `BREAK`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from briefing.evidence.quotes.folding import BREAK, Folded, fold_words
from briefing.evidence.quotes.paragraphs import Blocks, paragraphs
from briefing.evidence.result import Span

MOST_WORK = 400_000_000
"""Characters that are searched for the quotes of one brief: about a second at the worst."""
_CHUNK = 8192
"""Characters of a text that are looked at together."""
_PREFIX = 32
"""Characters of a quote by which its chunks are found."""
_GRAMS = (8, 3)
"""Lengths of grams: the first of which a quote holds one in each alignment. Of a shorter quote nothing is known."""
_OF_BREAKS = 16
"""How many times as long a text takes in which a hyphen may be one of the line only."""
_OF_PLACE = 1000
"""Characters that are searched in the time in which a place is looked at where the letters of a quote stand."""
_OF_CHECK = 500
"""Characters that are searched in the time in which the grams of a quote are compared with those of a chunk."""


class WorkSpentError(Exception):
    """So much was searched for one brief that no more is. For the check alone: never shown."""


class Allowance:
    """The characters that may still be searched for one brief."""

    def __init__(self, most: int = MOST_WORK) -> None:
        self._left = most

    def spend(self, characters: int) -> None:
        """Take note that so many are going to be searched.

        Raises:
            WorkSpentError: there are not so many left.

        """
        if characters > self._left:
            self._left = 0
            raise WorkSpentError
        self._left -= characters


class QuoteSearch:
    """One saved text, in which the quotes of a brief are looked for."""

    def __init__(self, folded: Folded, quotes: Collection[str] = (), allowance: Allowance | None = None) -> None:
        """Take the folded quotes that will be looked for; of others less is known, and they take longer."""
        self.folded = folded
        self.blocks: Blocks = paragraphs(folded.original)
        self._allowance = allowance or Allowance()
        self.has_breaks = BREAK in self.folded.text
        """Whether a hyphen in it may be one of a line only."""
        self._cost, self._chunk = (_OF_BREAKS, _CHUNK // 4) if self.has_breaks else (1, _CHUNK)
        self._chunks: Mapping[str, Sequence[int]] = {}
        if len(quotes) * len(folded.text) * self._cost > MOST_WORK // 2:
            self._chunks = self._sieved(quotes)

    def stretches(self, quote: str, within: Span) -> Iterator[Span]:
        """Yield the parts of a stretch of the text in which a quote may begin, in order.

        Raises:
            WorkSpentError: more was searched for this brief than is allowed.

        """
        chunks = self._chunks.get(_prefix(quote))
        if chunks is None:
            self._allowance.spend((within.end - within.start) * self._cost)
            yield within
            return
        for number in chunks:
            part = Span(max(within.start, number * self._chunk), min(within.end, (number + 1) * self._chunk))
            if part.start < part.end:
                self._allowance.spend((part.end - part.start + len(quote)) * self._cost)
                yield part

    def tried(self) -> None:
        """Take note that a place was looked at where the letters of a quote stand.

        Raises:
            WorkSpentError: more was searched for this brief than is allowed.

        """
        self._allowance.spend(_OF_PLACE)

    def _sieved(self, quotes: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Return the numbers of the chunks in which quotes may begin, by their prefixes; without the very short."""
        found: dict[str, Sequence[int]] = {}
        prefixes = dict.fromkeys(map(_prefix, quotes))
        for gram in _GRAMS:
            fitting = [prefix for prefix in prefixes if prefix not in found and len(prefix) >= 2 * gram - 1]
            if fitting:
                found |= self._in_chunks(fitting, gram)
        return found

    def _in_chunks(self, prefixes: Sequence[str], gram: int) -> dict[str, list[int]]:
        """Return in which chunks prefixes may begin; of none where that takes too long to tell."""
        text, size = self.folded.text, self._chunk
        told = _tell_tales(prefixes, gram)
        found: dict[str, list[int]] = {prefix: [] for prefix in prefixes}
        behind = ""
        for number in range((len(text) - 1) // size, -1, -1):
            reach = _bare(text[number * size : (number + 1) * size]) + behind
            grams = {reach[at : at + gram] for at in range(0, len(reach), gram)}
            for one in told.keys() & grams:
                try:
                    self._allowance.spend(len(told[one]) * _OF_CHECK)
                except WorkSpentError:
                    return {}
                for prefix, others in told[one]:
                    if grams.issuperset(others) and found[prefix][-1:] != [number]:
                        found[prefix].append(number)
            behind = reach[:_PREFIX]
        return {prefix: chunks[::-1] for prefix, chunks in found.items()}


def searches(quoted: Iterable[tuple[str, str]], folded: Callable[[str], Folded]) -> Mapping[str, QuoteSearch]:
    """Return a search for each text, by the text: of pairs of a saved text and a quote that is looked for in it."""
    wanted: dict[str, dict[str, None]] = {}
    for text, quote in quoted:
        wanted.setdefault(text, {})[fold_words(quote)] = None
    allowance = Allowance()
    return {text: QuoteSearch(folded(text), quotes, allowance) for text, quotes in wanted.items()}


def _bare(text: str) -> str:
    return text.replace(" ", "").replace("-", "").replace(BREAK, "")


def _prefix(quote: str) -> str:
    return _bare(quote[: 4 * _PREFIX])[:_PREFIX]


def _tell_tales(prefixes: Sequence[str], gram: int) -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    """Return the prefixes by a gram of each alignment, the one that the fewest share, with the others beside it."""
    shared: Counter[str] = Counter()
    for prefix in prefixes:
        shared.update([prefix[at : at + gram] for at in range(len(prefix) - gram + 1)])
    told: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for prefix in prefixes:
        for first in range(gram):
            grams = tuple([prefix[at : at + gram] for at in range(first, len(prefix) - gram + 1, gram)])
            told.setdefault(min(grams, key=shared.__getitem__), []).append((prefix, grams))
    return told
