"""Owns the rule for contrary words: a claim says "injured", "rose" or "possible" where its source says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
from briefing.evidence.languages import Language
from briefing.problems import Problem

Group = re.Pattern[str]


def contrary_findings(case: Case) -> Iterator[Problem]:
    """Yield a word of a claim to which its sources have only the contrary."""
    if case.is_judgement:
        return
    language = case.language
    contexts = [context for context in case.contexts if context.language is language]
    own = case.own.text
    found = _contrary(own, contexts, language) or _prefixed(own, contexts, language)
    if found is not None:
        yield case.problem(
            Code.SAYS_OTHERWISE, case.field, f"the claim says '{found[0]}', the source says '{found[1]}'"
        )


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
        for found in _prefix(language).finditer(context.words):
            words = {word.strip(".,;:") for word in own.lower().split()}
            if found["rest"] in words and found["whole"] not in own and words.isdisjoint(language.negation):
                return found["rest"], found["whole"]
    return None


@lru_cache(maxsize=8)
def _prefix(language: Language) -> re.Pattern[str]:
    beginnings = "|".join(f"{re.escape(prefix)}(?={behind})" for prefix, behind in language.negative_prefixes)
    return re.compile(rf"(?<!\w)(?P<whole>(?:{beginnings or '(?!)'})(?P<rest>[^\W\d_]+))")


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
