"""Whether the saved texts have some words of the writer: each sentence, against the sentences that are most like it.

A sentence counts as carried if a saved text has it word for word, or if the check would verify it as a point that
quotes one sentence of a saved text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import one_line
from briefing.draft.guarding.examined import PATH, Examined
from briefing.draft.guarding.left_out import word_left_out
from briefing.evidence.check import check_brief
from briefing.evidence.context import LONG_QUOTE, case_of
from briefing.evidence.dossier import dossier_of
from briefing.evidence.quotes.folding import fold, fold_words
from briefing.evidence.quotes.sentences import sentences_of
from briefing.evidence.result import Span, Support
from briefing.evidence.rules.substance import NOTHING_TO_COMPARE, has_words_of_source
from briefing.evidence.saved_text import SavedText
from briefing.format.model import Cite, Point

_TRIED = 3
"""Sentences of the saved texts that one sentence is compared with at most, those with most words in common."""
_MOST = 200
"""Sentences of the writer that are compared at most; the others count as not carried."""
_LOOKED_UP = 2000
"""Sentences with one word that are looked at, at most."""
_WORD = re.compile(r"\w+")


class _Saved(NamedTuple):
    """A sentence of a saved text."""

    source_id: str
    paragraph: int
    """0 is the title."""
    quote: str
    """As the text has it."""
    folded: str


def titles_of(saved: SavedText) -> tuple[str, ...]:
    """Return the title of a saved text: its first line, and its first block on one line. Empty: it has no text."""
    if not len(saved.blocks):
        return ()
    block = saved.folded.original[saved.blocks[0].start : saved.blocks[0].end].strip()
    return tuple(dict.fromkeys([one_line(block.partition("\n")[0]), one_line(block)]))


class OwnWords:
    """The sentences of the saved texts of a brief."""

    def __init__(self, examined: Examined) -> None:
        self._examined = examined

    def carried(self, texts: Sequence[str]) -> list[bool]:
        """Return for each text whether the saved texts carry every sentence of it."""
        parts = [list(self._sentences_of(text)) for text in texts]
        wanted = list(dict.fromkeys(sentence for part in parts for sentence in part))
        found = {sentence: fold_words(sentence) in self._verbatim for sentence in wanted}
        open_ones = [sentence for sentence in wanted if not found[sentence]][:_MOST]
        found |= dict(zip(open_ones, self._verified(open_ones), strict=True))
        return [bool(part) and all(found[sentence] for sentence in part) for part in parts]

    def has_words(self, text: str) -> bool:
        """Whether a sentence of a saved text has these words next to each other."""
        folded = fold_words(text)
        words = _WORD.findall(folded.lower())
        if not words:
            return False
        wanted = re.compile(rf"(?<!\w){re.escape(folded)}(?!\w)", re.IGNORECASE)
        rarest = min((self._words.get(word, []) for word in words), key=len)
        return any(wanted.search(self._saved[number].folded) for number in rarest[:_LOOKED_UP])

    def has_each_word(self, text: str) -> bool:
        """Whether the saved texts have every word of a text, anywhere."""
        words = _WORD.findall(fold_words(text).lower())
        return bool(words) and all(word in self._words for word in words)

    def titles(self) -> Iterator[str]:
        """Yield the titles of the saved texts."""
        for _, saved in self._examined.holders():
            yield from titles_of(saved)

    @cached_property
    def _saved(self) -> tuple[_Saved, ...]:
        return tuple(
            _Saved(source.id, number, saved.folded.original[start:end], saved.folded.text[span.start : span.end])
            for source, saved in self._examined.holders()
            for number in range(len(saved.blocks))
            for span, _ in saved.sentences(number)
            for start, end in [(saved.folded.origin(span.start), saved.folded.origin_end(span.end))]
        )

    @cached_property
    def _verbatim(self) -> frozenset[str]:
        return frozenset({fold_words(one.quote) for one in self._saved} | {fold_words(one) for one in self.titles()})

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """The sentences that have a word, by their numbers."""
        found: dict[str, list[int]] = {}
        for number, one in enumerate(self._saved):
            for word in set(_WORD.findall(one.folded.lower())):
                found.setdefault(word, []).append(number)
        return found

    def _sentences_of(self, text: str) -> Iterator[str]:
        folded = fold(text)
        language = self._examined.dossier.language
        for span in sentences_of(folded.text, Span(0, len(folded.text)), language):
            if sentence := folded.text[span.start : span.end].strip():
                yield sentence

    def _verified(self, sentences: Sequence[str]) -> list[bool]:
        """Return for each sentence whether the check verifies it with a quote of one saved sentence."""
        if not sentences:
            return []
        points: list[Point] = []
        owners: list[int] = []
        for number, sentence in enumerate(sentences):
            for saved in self._likest(sentence):
                cite = Cite(source=saved.source_id, quote=saved.quote, at=saved.paragraph or None)
                points.append(Point(text=sentence, cites=(cite,)))
                owners.append(number)
        brief = replace(
            self._examined.brief, title="", lede=None, summary=tuple(points), figures=(), timeline=(), open=()
        )
        checked = check_brief(brief, self._examined.texts, PATH)
        dossier = dossier_of(brief, self._examined.texts, PATH)
        right: set[int] = set()
        for index, (point, owner) in enumerate(zip(points, owners, strict=True)):
            one = checked.claims[index]
            is_bare = one.support is Support.WORDS_FOUND and one.unchecked == (NOTHING_TO_COMPARE,)
            if one.findings or owner in right:
                continue
            case = case_of(point, checked.cites[index], dossier)
            is_carried = one.support is Support.VERIFIED or (is_bare and has_words_of_source(case))
            if is_carried and word_left_out(case) is None:
                right.add(owner)
        return [number in right for number in range(len(sentences))]

    def _likest(self, sentence: str) -> list[_Saved]:
        """Return the saved sentences with most words in common; a word counts more the fewer sentences have it."""
        shared: Counter[int] = Counter()
        for word in set(_WORD.findall(sentence.lower())):
            known = self._words.get(word, ())
            for number in known[:_LOOKED_UP]:
                shared[number] += 1
        best = (self._saved[number] for number, _ in shared.most_common(_TRIED))
        return [one for one in best if len(one.quote) <= LONG_QUOTE]
