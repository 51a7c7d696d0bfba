"""A saved text in one language: folded, with its paragraphs and sentences, each found when first asked for."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.folding import Folded, fold, with_dashes
from briefing.evidence.quotes.paragraphs import Blocks, paragraphs
from briefing.evidence.quotes.sentences import sentence_around, sentence_ends, sentences_of
from briefing.evidence.quotes.text_cache import cached_by_text
from briefing.evidence.result import Span
from briefing.evidence.words.prose import Prose

_LONGEST_SENTENCE = 2000
"""Characters of a sentence that are read together."""
MOST_KEPT = 16
"""Saved texts of which is kept what was read in them: thirty times their characters. The reader checks the open brief
and its neighbours, `edit` one brief again and again."""
MOST_CHARACTERS_KEPT = 120_000
"""Total length of these texts, beside the last one."""
_SPACE = LazyPattern(r"\s*")


class SavedText:
    """The saved text of a source, folded, in its language."""

    def __init__(self, folded: Folded, language: Language) -> None:
        self.folded = folded
        self.language = language
        self.blocks: Blocks = paragraphs(folded.original)
        self._prose: dict[Span, Prose] = {}
        self._sentences: dict[tuple[Span, int], tuple[Prose, Span]] = {}
        self._within: dict[int, Span] = {}
        self._ends: dict[int, tuple[Span, ...]] = {}
        """What stands between the sentences of each paragraph."""

    def paragraph(self, number: int) -> Prose:
        """Return a paragraph by its number; 0 is the title. A number that does not exist gives an empty one."""
        if not 0 <= number < len(self.blocks):
            return Prose("", self.language)
        return self._prose_of(self.within(number))

    def sentence(self, words: Span, paragraph: int) -> tuple[Prose, Span]:
        """Return the sentence or sentences that hold some words, and the offsets of the words in them.

        `words` are offsets in the original text, `paragraph` is the number of the paragraph that holds them.
        """
        known = self._sentences.get((words, paragraph))
        if known is None:
            folded = self.folded.within(words)
            window = self.sentence_around(folded, paragraph)
            known = self._prose_of(window), Span(folded.start - window.start, folded.end - window.start)
            self._sentences[words, paragraph] = known
        return known

    def sentences(self, number: int) -> Iterator[tuple[Span, Prose]]:
        """Yield the sentences of a paragraph, each with its offsets in the folded text; a very long one in pieces."""
        for sentence in self.sentence_spans(number):
            start = sentence.start
            while sentence.end - start > _LONGEST_SENTENCE:
                cut = self.folded.text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
                cut = cut if cut > start else start + _LONGEST_SENTENCE
                yield Span(start, cut), self._prose_of(Span(start, cut))
                start = cut
            yield Span(start, sentence.end), self._prose_of(Span(start, sentence.end))

    def sentence_around(self, words: Span, paragraph: int) -> Span:
        """Return where the sentence or sentences begin and end that hold some words; all are offsets in folded text."""
        within, ends = self.within(paragraph), self._ends_of(paragraph)
        return sentence_around(self.folded.text, words, within, self.language, ends)

    def sentence_spans(self, number: int) -> Iterator[Span]:
        """Yield the offsets of each sentence of a paragraph in the folded text."""
        return sentences_of(self.folded.text, self.within(number), self.language, self._ends_of(number))

    def forget(self, part: Span) -> None:
        """Forget what was read in a sentence or paragraph, by its offsets; it is read again when it is asked for."""
        self._prose.pop(part, None)

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the original text that a stretch of the folded text comes from.

        It has no space at its beginning: a dash is folded with the space around it, blank lines included.
        """
        first, last = self.folded.origin(start), self.folded.origin_end(end)
        space = _SPACE.match(self.folded.original, first, last)
        return Span(space.end() if space is not None and space.end() < last else first, last)

    def within(self, number: int) -> Span:
        """Return the offsets of a paragraph in the folded text."""
        known = self._within.get(number)
        if known is None:
            known = self._within[number] = self.folded.within(self.blocks[number])
        return known

    def _ends_of(self, number: int) -> tuple[Span, ...]:
        known = self._ends.get(number)
        if known is None:
            known = self._ends[number] = sentence_ends(self.folded.text, self.within(number), self.language)
        return known

    def _prose_of(self, span: Span) -> Prose:
        known = self._prose.get(span)
        if known is None:
            known = self._prose[span] = Prose(with_dashes(self.folded, span.start, span.end), self.language)
        return known


def _saved_text(text: str, language: Language) -> SavedText:
    return SavedText(fold(text), language)


saved_text = cached_by_text(_saved_text, most=MOST_KEPT, characters=MOST_CHARACTERS_KEPT)
"""Return a saved text by its original, in a language; the last few are cached, since many briefs cite one text."""
