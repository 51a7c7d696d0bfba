"""Phrases inside a sentence that have a time of their own: "nine others selected by the agency in 2018"."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span

_REACH = 120
"""Characters before a date in which its phrase begins."""
_BEHIND = 48
"""Characters beside a date in which the article and the participle of a noun stand."""
_AUXILIARIES = 3
"""Words before a participle among which its auxiliary stands: "was not yet selected"."""
_END = re.compile(r"[,;:()]\s|[.!?]\s|\s[-–—]\s")


def inner_phrase(text: str, sentence: Span, date: Span, language: Language) -> Span | None:
    """Return the phrase inside a sentence that a date belongs to, and nothing else of it. None: there is none.

    "nine others selected by the agency in 2018", "der seit 1977 angebotene Wagen".
    """
    rules = (_behind_noun, _before_noun, _bare_relative, _between_commas)
    return next((found for rule in rules if (found := rule(text, sentence, date, language)) is not None), None)


def is_in_adjunct(text: str, sentence: Span, date: Span, language: Language) -> bool:
    """Whether a date stands in what a participle adds behind a comma: "can bid, helping to land there by 2024"."""
    pattern = _patterns(language).adjunct
    found = list(pattern.finditer(text, max(sentence.start, date.start - _REACH), date.start)) if pattern else []
    return bool(found) and _END.search(text, found[-1].end(), date.start) is None


def bracket_around(text: str, sentence: Span, words: Span) -> Span | None:
    """Return the bracket of a sentence that holds some words. None: none does."""
    opened = text.rfind("(", sentence.start, words.start)
    closed = text.find(")", words.end, sentence.end)
    if opened < 0 or closed < 0 or ")" in text[opened : words.start] or "(" in text[words.end : closed]:
        return None
    return Span(opened, closed + 1)


def _behind_noun(text: str, sentence: Span, date: Span, language: Language) -> Span | None:
    patterns = _patterns(language)
    begin = max(sentence.start, date.start - _REACH)
    for found in patterns.behind.finditer(text, begin, date.start) if patterns.behind is not None else ():
        words = text[begin : found.start()].lower().split()[-_AUXILIARIES:]
        if not words or not patterns.auxiliaries.isdisjoint(words) or _END.search(text, found.end(), date.start):
            continue
        end = _END.search(text, date.end, sentence.end)
        return Span(found.start(), sentence.end if end is None else end.start())
    return None


def _before_noun(text: str, sentence: Span, date: Span, language: Language) -> Span | None:
    patterns = _patterns(language)
    if patterns.before is None:
        return None
    opened = patterns.article.search(text, max(sentence.start, date.start - _BEHIND), date.start)
    closed = patterns.before.match(text, date.end, min(sentence.end, date.end + _BEHIND))
    if opened is None or closed is None:
        return None
    is_bare = text[opened.end() : date.start + 1].strip()[:1].isupper()
    return None if is_bare else Span(opened.start(), closed.end())


def _bare_relative(text: str, sentence: Span, date: Span, language: Language) -> Span | None:
    """Return a relative clause that begins with its pronoun: "he appointed in May" behind "the panel"."""
    if not language.discourse.bare_relatives:
        return None
    found = _patterns(language).bare.search(text, max(sentence.start, date.start - _REACH), date.start)
    if found is None:
        return None
    known, before = language.discourse, found["before"]
    small = {*language.function_words, *known.says, *known.says_clause, *known.clause_words, *known.auxiliaries}
    is_noun = before not in small and not before.endswith((*known.adverb_endings, *known.participle_ends))
    return Span(found.start("clause"), date.end) if is_noun else None


def _between_commas(text: str, sentence: Span, date: Span, language: Language) -> Span | None:
    """Return what a participle says between two commas, up to its date: "the society, founded in 1863, sent"."""
    pattern = _patterns(language).aside
    closed = _END.search(text, date.end, min(sentence.end, date.end + _BEHIND))
    if pattern is None or closed is None or text[closed.start()] != ",":
        return None
    found = pattern.search(text, max(sentence.start, date.start - _REACH), date.start)
    return None if found is None else Span(found.start("aside"), date.end)


class _Patterns:
    """The words of one language that make such phrases."""

    def __init__(self, language: Language) -> None:
        known, small = language.discourse, re.IGNORECASE
        behind, before = "|".join(known.participles_behind), "|".join(known.participles_before)
        by = phrases(known.passive)
        self.behind = re.compile(rf"(?<=\s)(?:{behind})\s(?:{by})\s", small) if behind else None
        aside = rf",\s(?P<aside>(?:{behind})(?:\s[^\W\d_]+){{0,3}}\s)$"
        self.aside = re.compile(aside, small) if behind else None
        self.auxiliaries = frozenset(known.passive_auxiliaries)
        self.article = re.compile(rf"(?<!\w)(?:{phrases(connectors().articles)})\s(?:[a-zß-ÿ]+\s)?$", small)
        self.before = re.compile(rf"(?:\s[^\s,;:.()]+){{0,3}}?\s(?:{before})\s[^\W\d_]") if before else None
        pronouns = phrases(known.pronouns)
        past = rf"(?:[a-z]+ed|{behind or '(?!)'})"
        clause = rf"(?P<clause>(?:{pronouns})\s{past}\s(?:[a-z]+\s){{0,2}})"
        self.bare = re.compile(rf"(?<=\s)(?P<before>[a-z]{{3,}})\s{clause}$")
        adjunct = "|".join(known.adjuncts)
        self.adjunct = re.compile(rf",\s(?:{adjunct})(?!\w)", small) if adjunct else None


@lru_cache(maxsize=8)
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)
