"""What a claim leaves out of the sentence that it quotes: the rest must still say what the sentence says.

"The minister was arrested" has the words of "The minister's brother was arrested", in their order, and says what nobody
said. So words go only where they are set apart: behind or before a sign, with a preposition, as the words of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language, connectors
from briefing.evidence.result import Span
from briefing.evidence.rules.attribution import attributions
from briefing.evidence.rules.substance import ContentToken, content_tokens
from briefing.evidence.words.cues import cue_patterns
from briefing.evidence.words.prose import Prose
from briefing.format.model import Figure

_MOST_STARTS = 8
"""Places of a sentence, at most, from which its words are compared with those of a claim."""
_SIGN = re.compile(r"[,;:()–—.!?\"]|\s-\s|(?<!\w)'|'(?!\w)")
"""A sign that sets words apart; no apostrophe inside a word."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

_Kept = Sequence[int]
"""The numbers of the words of a sentence that a claim has."""


def word_left_out(case: Case) -> str | None:
    """Return a word that a claim leaves out and that may change what the rest says. None: there is none.

    Empty: no quoted sentence has all words of the claim. The label of a figure is no sentence, and leaves out most.
    """
    if isinstance(case.claim, Figure):
        return None
    every = [token.key for token in case.own.once(content_tokens)]
    found = ""
    for own in (every, _without_speaker(case.own)):
        for context in case.contexts:
            told = context.prose.once(content_tokens)
            for kept in _alignments(own, told):
                word = next(_risky(context, told, kept), None)
                if word is None:
                    return None
                found = found or word
    return found


def _without_speaker(own: Prose) -> list[str]:
    """Return the keys of the words of a claim, but for those that say who says it: other rules check these."""
    said = attributions(own)
    names = {word.lower() for one in said for tokens in one.tokens for word in tokens.words if word[:1].isupper()}
    return [
        token.key
        for token in own.once(content_tokens)
        if token.text.lower() not in names and not any(one.start <= token.start < one.end for one in said)
    ]


def _alignments(own: Sequence[str], told: Sequence[ContentToken]) -> Iterator[_Kept]:
    """Yield the ways in which a sentence has the words of a claim in their order, each from another first word on."""
    starts = [number for number, token in enumerate(told) if own and token.key == own[0]][:_MOST_STARTS]
    for start in starts:
        kept = [start]
        for number in range(start + 1, len(told)):
            if len(kept) < len(own) and told[number].key == own[len(kept)]:
                kept.append(number)
        if len(kept) == len(own):
            yield kept


def _risky(context: QuoteContext, told: Sequence[ContentToken], kept: _Kept) -> Iterator[str]:
    """Yield the words that are left out where nothing sets them apart."""
    text, language = context.text, context.language
    first, last = told[kept[0]], told[kept[-1]]
    yield from _conditions(context.prose, Span(first.start, _end(last)))
    if kept[0] and not _may_begin_at(first.start, told[kept[0] - 1], context.prose):
        yield told[kept[0] - 1].text
    for one, other in pairwise(kept):
        left = told[one + 1 : other]
        if left and not _may_go(text, told[one], left, told[other], language):
            yield left[0].text
    behind = told[kept[-1] + 1 :]
    if behind and _joins(text[_end(last) : behind[0].start], language):
        yield behind[0].text


def _conditions(prose: Prose, held: Span) -> Iterator[str]:
    """Yield the words of a condition outside of what is held: "if" of "If talks fail, the port closes"."""
    for found in cue_patterns(prose.language).conditions.finditer(prose):
        if not held.has(found.start()):
            yield found.group()


def _may_begin_at(start: int, before: ContentToken, prose: Prose) -> bool:
    """Whether a clause may begin at an offset: behind a sign, or behind the words of saying."""
    if _SIGN.search(prose.text[_end(before) : start]):
        return True
    return any(before.start < one.end <= start for one in attributions(prose))


def _may_go(
    text: str, one: ContentToken, left: Sequence[ContentToken], other: ContentToken, language: Language
) -> bool:
    """Whether words between two others are an aside between two signs, or names or one word behind a preposition."""
    ahead, behind = text[_end(one) : left[0].start], text[_end(left[-1]) : other.start]
    if _SIGN.search(ahead) and _SIGN.search(behind):
        return True
    if len(left) > 1 and not all(token.text[:1].isupper() or token.text[:1].isdigit() for token in left):
        return False
    words = [word.lower() for word in _WORD.findall(ahead)]
    return any(word in _prepositions(language) for word in words)


def _joins(between: str, language: Language) -> bool:
    """Whether nothing but articles stands between two words: the second belongs to the first."""
    words = [word.lower() for word in _WORD.findall(between)]
    articles = {*language.indefinite_articles, *language.name_articles}
    return not _SIGN.search(between) and all(word in articles for word in words)


def _prepositions(language: Language) -> frozenset[str]:
    known = connectors()
    return language.speaking.prepositions.union(known.of, known.of_the)


def _end(token: ContentToken) -> int:
    return token.start + len(token.text)
