"""The search for all quotes of a brief in a saved text: one pass for many quotes, with a limit on the work.

The pass goes through the text in chunks and collects the n-grams that begin at every eighth character of each chunk. A
quote in a chunk has all its own n-grams of one of the eight alignments among these. So the pass finds the few chunks
that may hold a quote, and only these are searched letter by letter. Spaces, hyphens and `BREAK` are left out of the
n-grams, since a hyphen at a line end may add or drop them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from briefing.evidence.quotes.allowance import MOST_WORK, Allowance, WorkSpentError
from briefing.evidence.quotes.folding import BREAK, Folded, fold_words
from briefing.evidence.quotes.paragraphs import Blocks, paragraphs
from briefing.evidence.result import Span

_CHUNK = 8192
"""Characters of one chunk."""
_PREFIX = 32
"""Characters at the beginning of a quote that are used to find its chunks."""
_GRAMS = (8, 3)
"""Lengths of n-grams. A quote uses the first length of which it holds one in each alignment; shorter ones use none."""
_OF_BREAKS = 16
"""A text with hyphens at line ends costs this many times as much as one without."""
_OF_PLACE = 1000
"""Examining one match of a quote's letters costs as much as searching this many characters."""
_OF_CHECK = 500
"""Comparing the n-grams of a quote with those of a chunk costs as much as searching this many characters."""


class QuoteSearch:
    """One saved text with what the pass found out about the quotes of a brief."""

    def __init__(self, folded: Folded, quotes: Collection[str] = (), allowance: Allowance | None = None) -> None:
        """Run the pass for some folded quotes. Others can be looked for as well, but take longer."""
        self.folded = folded
        self.blocks: Blocks = paragraphs(folded.original)
        self._allowance = allowance or Allowance()
        self.has_breaks = BREAK in self.folded.text
        """True: the text has hyphens at line ends, which may belong only to the line."""
        self._cost, self._chunk = (_OF_BREAKS, _CHUNK // 4) if self.has_breaks else (1, _CHUNK)
        self._chunks: Mapping[str, Sequence[int]] = {}
        if len(quotes) * len(folded.text) * self._cost > MOST_WORK // 2:
            self._chunks = self._sieved(quotes)

    def stretches(self, quote: str, within: Span) -> Iterator[Span]:
        """Yield in order the parts of a stretch of the folded text in which a quote may begin.

        Raises:
            WorkSpentError: the limit of work for this brief is reached.

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

    def count_match(self) -> None:
        """Count the work of examining one match of a quote's letters.

        Raises:
            WorkSpentError: the limit of work for this brief is reached.

        """
        self._allowance.spend(_OF_PLACE)

    def _sieved(self, quotes: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Return the numbers of the chunks in which quotes may begin, by prefix; very short quotes are absent."""
        found: dict[str, Sequence[int]] = {}
        prefixes = dict.fromkeys(map(_prefix, quotes))
        for gram in _GRAMS:
            fitting = [prefix for prefix in prefixes if prefix not in found and len(prefix) >= 2 * gram - 1]
            if fitting:
                found |= self._in_chunks(fitting, gram)
        return found

    def _in_chunks(self, prefixes: Sequence[str], gram: int) -> dict[str, list[int]]:
        """Return the chunks in which each prefix may begin. Empty: finding out would take too long."""
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


def quote_searches(quoted: Iterable[tuple[str, str]], folded: Callable[[str], Folded]) -> Mapping[str, QuoteSearch]:
    """Return a search for each saved text, by the text. `quoted` has pairs of a saved text and a quote to look for."""
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
    """Return the prefixes by one n-gram of each alignment, the rarest, together with the other n-grams."""
    shared: Counter[str] = Counter()
    for prefix in prefixes:
        shared.update([prefix[at : at + gram] for at in range(len(prefix) - gram + 1)])
    told: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for prefix in prefixes:
        for first in range(gram):
            grams = tuple([prefix[at : at + gram] for at in range(first, len(prefix) - gram + 1, gram)])
            told.setdefault(min(grams, key=shared.__getitem__), []).append((prefix, grams))
    return told
