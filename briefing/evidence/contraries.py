"""Owns the rule for contrary words: a claim says "injured", "rose" or "possible" where its source says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case
from briefing.evidence.folding import fold_words
from briefing.evidence.languages import Language
from briefing.model import Figure, Point
from briefing.problems import Problem

Group = re.Pattern[str]

_PREFIXED = re.compile(
    r"(?<!\w)(?P<whole>(?:un(?=[^\W\d_]{5})|im(?=p(?:ossib|robab|ractic|artial)))(?P<rest>[^\W\d_]+))"
)


def contrary_findings(case: Case) -> Iterator[Problem]:
    """Yield a word of a claim to which its sources have only the contrary."""
    language = case.dossier.language
    judgement = isinstance(case.claim, Point) and case.claim.is_judgement
    if language is None or judgement or not case.decidable:
        return
    if any(context.language is not language for context in case.contexts):
        return  # words of two languages cannot be compared
    own = fold_words(case.claim.text)
    quotes = " ".join(context.words for context in case.contexts)
    sentences = " ".join(context.text for context in case.contexts)
    found = _contrary(own, quotes, sentences, language) or _prefixed(own, quotes, language)
    if found is not None:
        field = "label" if isinstance(case.claim, Figure) else "text"
        yield case.problem(Code.SAYS_OTHERWISE, field, f"the claim says '{found[0]}', the source says '{found[1]}'")


def _contrary(own: str, quotes: str, sentences: str, language: Language) -> tuple[str, str] | None:
    for pair in _groups(language):
        for said, contrary in (pair, pair[::-1]):
            mine, theirs = said.search(own), contrary.search(quotes)
            if mine and theirs and not contrary.search(own) and not said.search(sentences):
                return mine.group(), theirs.group()
    return None


def _prefixed(own: str, quotes: str, language: Language) -> tuple[str, str] | None:
    """Find "possible" where the quote has "impossible"; a negation of the writer's says the same."""
    words = set(own.lower().split())
    if not words.isdisjoint(language.negation):
        return None
    for found in _PREFIXED.finditer(quotes):
        rest = found["rest"]
        if any(word.strip(".,;:") == rest for word in words) and found["whole"] not in own:
            return rest, found["whole"]
    return None


@lru_cache(maxsize=8)
def _groups(language: Language) -> tuple[tuple[Group, Group], ...]:
    return tuple((_group(first), _group(second)) for first, second in language.opposites)


def _group(beginnings: tuple[str, ...]) -> Group:
    alternatives = "|".join(re.escape(each) for each in beginnings)
    return re.compile(rf"(?<!\w)(?:{alternatives})\w*", re.IGNORECASE)
