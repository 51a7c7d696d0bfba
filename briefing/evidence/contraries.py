"""Owns the rule for contrary words: a claim says "injured", "rose" or "possible" where its source says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
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
    found = _contrary(own, case.contexts, language) or _prefixed(own, case.contexts, language)
    if found is not None:
        field = "label" if isinstance(case.claim, Figure) else "text"
        yield case.problem(Code.SAYS_OTHERWISE, field, f"the claim says '{found[0]}', the source says '{found[1]}'")


def _contrary(own: str, contexts: Sequence[Context], language: Language) -> tuple[str, str] | None:
    for said, contrary in _groups(language) if _any(language).search(own) else ():
        mine = said.search(own)
        if mine is None or contrary.search(own):
            continue
        theirs = next((found for context in contexts if (found := contrary.search(context.words))), None)
        if theirs is not None and not any(said.search(context.text) for context in contexts):
            return mine.group(), theirs.group()
    return None


def _prefixed(own: str, contexts: Sequence[Context], language: Language) -> tuple[str, str] | None:
    """Find "possible" where the quote has "impossible"; a negation of the writer's says the same."""
    for context in contexts:
        for found in _PREFIXED.finditer(context.words):
            words = {word.strip(".,;:") for word in own.lower().split()}
            if found["rest"] in words and found["whole"] not in own and words.isdisjoint(language.negation):
                return found["rest"], found["whole"]
    return None


@lru_cache(maxsize=8)
def _groups(language: Language) -> tuple[tuple[Group, Group], ...]:
    pairs = [(_group(first), _group(second)) for first, second in language.opposites]
    return tuple(pair for first, second in pairs for pair in ((first, second), (second, first)))


@lru_cache(maxsize=8)
def _any(language: Language) -> Group:
    return _group(tuple(word for pair in language.opposites for group in pair for word in group))


def _group(beginnings: tuple[str, ...]) -> Group:
    alternatives = "|".join(re.escape(each) for each in beginnings)
    return re.compile(rf"(?<!\w)(?:{alternatives})\w*", re.IGNORECASE)
