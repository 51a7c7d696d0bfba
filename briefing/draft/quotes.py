"""The shortest quote that carries something: long enough, in one place of the text, and not too long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum

from briefing.base.named_tuple import NamedTuple
from briefing.draft.clauses import clause_around
from briefing.draft.draft_text import DraftError, DraftText
from briefing.evidence.check import SHORT_QUOTE
from briefing.evidence.context import LONG_QUOTE
from briefing.evidence.quotes.locate import look_for
from briefing.evidence.quotes.paragraphs import paragraph_at
from briefing.evidence.result import QuoteState, Span
from briefing.format.write import PlainItem, PlainValue

_TURN = 3
"""Steps in a turn: two words behind are taken for one before."""
_STEPS = 24
"""Words that a quote is made longer by at most, to be long enough and in one place only."""
_WORD = re.compile(r"\S+")
_FULL_STOP = re.compile(r"(?<=[^\W_])(?<!\.[^\W_])(?<!\b[^\W\d_])\.\Z")
"""A full stop at the end, which is not that of an initial or of "U.S."."""
_EDGE = " \t\n,;:"
"""What is left out at both ends of a quote."""


class Width(IntEnum):
    """How many words around the needed ones are quoted at least."""

    WORDS = 0
    NUMBER = 1
    """Of a figure: its number alone, without the words of its label."""
    CLAUSE = 2
    SENTENCE = 3


class Quote(NamedTuple):
    """A quote from a saved text."""

    words: str
    at: int | None
    """The paragraph that a cite has to name, since the words stand elsewhere as well. None: it need not."""
    span: Span
    """Where the words are in the saved text."""


def shortest_quote(needed: Sequence[Span], sentence: Span, held: DraftText, width: Width = Width.WORDS) -> Quote:
    """Return the shortest quote that holds the needed words of a sentence.

    Raises:
        DraftError: none of up to 400 characters does.

    """
    core = Span(min(one.start for one in needed), max(one.end for one in needed))
    if width >= Width.CLAUSE:
        around = sentence if width is Width.SENTENCE else clause_around(held.text, core, sentence, held.saved.language)
        core = Span(min(core.start, around.start), max(core.end, around.end))
    for window in _windows(core, sentence, held.text):
        words = " ".join(held.text[window.start : window.end].split())
        if len(words) > LONG_QUOTE:
            break
        if len(words) >= SHORT_QUOTE and (quote := _placed(words, window, held)) is not None:
            return quote
    raise DraftError("no quote of 12 to 400 characters that stands in one place only has these words")


def _placed(words: str, window: Span, held: DraftText) -> Quote | None:
    """Return a quote with the paragraph that its cite needs. None: the words are not in one place even so."""
    found = look_for(words, held.search)
    if found.state is QuoteState.FOUND:
        return Quote(words, None, window)
    number = paragraph_at(held.saved.blocks, window.start)
    if number and look_for(words, held.search, number).state is QuoteState.FOUND:
        return Quote(words, number, window)
    return None


def _windows(core: Span, sentence: Span, text: str) -> Iterator[Span]:
    """Yield stretches that hold the core, each longer than the one before, up to the sentence."""
    start, end = core
    low, high = min(sentence.start, start), max(sentence.end, end)
    while low < start and not text[start - 1].isspace() and text[start - 1].isalnum():
        start -= 1
    while end < high and text[end].isalnum():
        end += 1
    for step in range(_STEPS):
        yield _trimmed(Span(start, end), text)
        if (start, end) == (low, high):
            return
        behind = _WORD.search(text, end, high)
        if behind is not None and ((step + 1) % _TURN or start == low):
            end = behind.end()
        else:
            end = high if behind is None else end
            start = max(text.rfind(" ", low, max(start - 1, low)) + 1, low)


def _trimmed(window: Span, text: str) -> Span:
    start, end = window
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end - 1 if _FULL_STOP.search(text, start, end) else end)


def cite_of(quote: Quote, held: DraftText) -> PlainItem:
    """Return a quote as a cite of a brief."""
    cite: dict[str, PlainValue] = {"source": held.article} if held.names_article else {}
    cite["quote"] = quote.words
    if quote.at is not None:
        cite["at"] = f"para {quote.at}"
    return cite
