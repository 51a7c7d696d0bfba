"""Numbers that no draft takes for facts: the text denies them, asks for them, or only says what would have been."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.draft.draft_text import DraftText
from briefing.evidence.facts.values import NumberFact
from briefing.evidence.languages import Language
from briefing.evidence.words.cues import Cue, find_cues
from briefing.evidence.words.prose import word_before

_QUESTION = re.compile(r"[?？][\"'”’»)]*\s*$")
_BREAK = re.compile(r"[;:]|[.!?]\s")
_BRACKET = re.compile(r"[(\[/]\s?$")
_NAME_BEFORE = re.compile(r"[^\W\d_a-zß-ÿ][\w'’-]+,\s$")
_BEHIND = re.compile(r"[,.;)](?!\d)")
_NAME = 40
"""Characters before an age that hold the name."""
_YOUNGEST, _OLDEST = 1, 115
_NEAR = 12
"""Characters between a denial before a noun and the number that it denies: "no such 300"."""
_BESIDE = 3
"""Characters between an amount and the same one in another currency: " (£10bn)"."""


def is_supposed(fact: NumberFact, held: DraftText) -> bool:
    """Whether a text does not say that a number is so: it denies it, asks for it, or supposes it."""
    prose, place = held.saved.sentence(fact.place.span, fact.place.paragraph)
    if _QUESTION.search(prose.text):
        return True
    language, cues = held.saved.language, find_cues(prose)
    if word_before(prose.text, place.start) in language.negation:
        return True  # "300, not 400"
    supposed = _supposing(language)
    if any(
        one.start() <= place.start and (one.end() > place.start or _reaches(one.end(), place.start, prose.text))
        for one in supposed.finditer(prose.text)
    ):
        return True
    conditions = (one for one in cues.doubt if one.is_particle)
    if any(one.end <= place.start < one.comma for one in conditions):
        return True
    return any(_denies(one, place.start) for one in cues.denial)


def _denies(cue: Cue, start: int) -> bool:
    """Whether a denial reaches a number."""
    if not cue.end <= start < (cue.comma if cue.is_particle else cue.reach):
        return False
    return not cue.of_noun or start - cue.end <= _NEAR


def _reaches(end: int, start: int, text: str) -> bool:
    return _BREAK.search(text, end, start) is None


@lru_cache(maxsize=8)
def _supposing(language: Language) -> re.Pattern[str]:
    """Return a pattern of verb forms for what would have been."""
    forms = "|".join(language.discourse.counterfactual) or "(?!)"
    return re.compile(rf"(?<![^\W_])(?:{forms})(?![^\W_])", re.IGNORECASE)


def is_age(fact: NumberFact, held: DraftText) -> bool:
    """Whether a bare number behind a name is an age: "said Toby Wallace, 49, of Mobile"."""
    start, end = fact.place.span
    if fact.unit is not None or not held.text[start:end].isdecimal() or not _YOUNGEST <= fact.amount.high <= _OLDEST:
        return False
    is_named = _NAME_BEFORE.search(held.text, max(start - _NAME, 0), start) is not None
    return is_named and _BEHIND.match(held.text, end) is not None


def is_converted(fact: NumberFact, before: NumberFact | None, held: DraftText) -> bool:
    """Whether a number only gives the one before it in another unit: "$12.9bn (£10bn)"."""
    if before is None or fact.unit is None or before.unit in {None, fact.unit}:
        return False
    gap = held.text[before.place.span.end : fact.place.span.start]
    return len(gap) <= _BESIDE and _BRACKET.search(gap) is not None and fact.label == before.label
