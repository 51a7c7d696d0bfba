"""Saved texts taken apart: the folded text of a source with its paragraphs and sentences, each found once."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from briefing.evidence.folding import Folded, fold, with_dashes
from briefing.evidence.languages import Language
from briefing.evidence.passages import Blocks, paragraphs
from briefing.evidence.prose import Prose
from briefing.evidence.result import Span
from briefing.evidence.sentences import sentence

_MOST_CHARACTERS = 1_000_000
"""Of all texts that are kept taken apart, together; the one in use is always kept."""


class SavedText:
    """One saved text in one language."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        """As it was read."""
        self.language = language
        self.folded: Folded = fold(text)
        self.blocks: Blocks = paragraphs(text)
        self._prose: dict[Span, Prose] = {}

    def paragraph(self, number: int) -> Prose:
        """Return a paragraph, 0 for the title. One that is not there is empty."""
        if not 0 <= number < len(self.blocks):
            return Prose("", self.language)
        return self._prose_of(self._within(number))

    def sentence(self, words: Span, paragraph: int) -> tuple[Prose, Span]:
        """Return the sentence or sentences that hold some words of the original, and where in these the words stand."""
        start, end = self.folded.offset(words.start), self.folded.offset(words.end - 1) + 1
        window = sentence(self.folded.text, Span(start, end), self._within(paragraph), self.language)
        return self._prose_of(window), Span(start - window.start, end - window.start)

    def _within(self, number: int) -> Span:
        block = self.blocks[number]
        return Span(self.folded.offset(block.start), self.folded.offset(block.end - 1) + 1)

    def _prose_of(self, span: Span) -> Prose:
        known = self._prose.get(span)
        if known is None:
            known = self._prose[span] = Prose(with_dashes(self.folded, span.start, span.end), self.language)
        return known


_kept: OrderedDict[tuple[str, str], SavedText] = OrderedDict()
_lock = Lock()


def saved_text(text: str, language: Language) -> SavedText:
    """Return a text taken apart; the last few are kept, since many cites and many briefs point into one text."""
    key = (language.tag, text)
    with _lock:
        known = _kept.get(key)
        if known is not None:
            _kept.move_to_end(key)
            return known
    made = SavedText(text, language)
    with _lock:
        _kept[key] = made
        while len(_kept) > 1 and sum(len(one.text) for one in _kept.values()) > _MOST_CHARACTERS:
            _kept.popitem(last=False)
    return made
