"""Whether a date tells when that happened which the words around it say, so that both make one event."""

from __future__ import annotations

import re

from briefing.draft.draft_text import DraftText
from briefing.evidence.facts.inner_phrases import bracket_around, inner_phrase, is_in_adjunct
from briefing.evidence.facts.values import DateFact
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import phrases

_WORD = re.compile(r"(?P<comma>,\s)?(?P<word>[^\W\d_]+)")
_BEFORE = re.compile(r"(?P<word>\S+)\s\Z")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_BEHIND = re.compile(r"\s(?P<word>[^\W\d_]+)")
_REACH = 40
"""Characters before and after a date in which the words beside it lie."""


def dates_its_sentence(fact: DateFact, held: DraftText) -> bool:
    """Whether a date tells when that happened which its sentence says.

    It does not if it is part of a name ("the March 21 call"), if it belongs to a clause inside the sentence ("a firm
    that was founded in 2010"), or if it only tells the numbers of the sentence apart ("2.3% in 2024, 2.0% in 2025").
    """
    rules = (_is_attribute, _is_inside, _is_in_phrase, _is_of_reason, _is_half, _is_of_amount, _tells_numbers_apart)
    return not any(rule(fact, held) for rule in rules)


def _is_attribute(fact: DateFact, held: DraftText) -> bool:
    """Whether a date stands between an article and its noun."""
    language, (start, end) = held.saved.language, fact.place.span
    if not language.name_articles:
        return False
    before = _BEFORE.search(held.text, max(start - _REACH, 0), start)
    behind = _BEHIND.match(held.text, end, end + _REACH)
    if before is None or behind is None or not _is_noun(behind["word"], language):
        return False
    if _HYPHENED.fullmatch(held.text, start, end):
        return True  # "third-quarter earnings"
    first = before["word"].lower().replace("’", "'")
    return first.endswith("'s") or first in (
        *language.name_articles,
        *connectors().articles,
        *language.discourse.possessives,
    )


def _is_noun(word: str, language: Language) -> bool:
    """Whether a word behind a date may be the noun that it belongs to: no verb, and no small word."""
    small, counting = word.lower(), language.counting
    return not (
        small in language.function_words
        or small in language.discourse.auxiliaries
        or small in (*language.discourse.says, *language.discourse.says_clause, *counting.level_verbs)
        or small.endswith(language.discourse.participle_ends)
    )


def _is_inside(fact: DateFact, held: DraftText) -> bool:
    """Whether a date belongs to a clause inside its sentence, apart from the clause that somebody says."""
    span, language = fact.place.span, held.saved.language
    start = fact.place.sentence.start
    speaker = held.speaker_of(span)
    if speaker is not None:
        start = max(start, speaker.covers.start)
    known = language.discourse
    is_in = is_relative = False
    for found in _WORD.finditer(held.text, start, span.start):
        word = found["word"].lower()
        if found.start() == start:
            is_in = word in known.inner_first
        elif word in known.inner_clauses and (found["comma"] or not known.verb_last):
            is_in = True
            is_relative = known.verb_last or word in language.relatives
        elif is_in and word not in language.function_words:
            return True
    return is_relative


def _is_in_phrase(fact: DateFact, held: DraftText) -> bool:
    """Whether a date belongs to a phrase inside its sentence: "joins others selected by the agency in 2018"."""
    sentence, span, language = fact.place.sentence, fact.place.span, held.saved.language
    if inner_phrase(held.text, sentence, span, language) is not None:
        return True
    is_limit = fact.when is not None and fact.when.text.startswith("..")
    return is_limit and is_in_adjunct(held.text, sentence, span, language)


def _is_of_reason(fact: DateFact, held: DraftText) -> bool:
    """Whether a date behind another one is that of a reason, and not of the main verb: "fined for selling in 2012"."""
    sentence, span, language = fact.place.sentence, fact.place.span, held.saved.language
    known = language.discourse
    if not known.adjuncts or not any(one.place.span.end < span.start for one in held.dates_in(sentence)):
        return False
    links = phrases([*language.appointed, *language.causes])
    pattern = re.compile(rf"(?<!\w)(?:{links})\s(?:{'|'.join(known.adjuncts)})(?!\w)", re.IGNORECASE)
    return pattern.search(held.text, sentence.start, span.start) is not None


def _is_half(fact: DateFact, held: DraftText) -> bool:
    """Whether a date may be one end of a span that was read as two dates: "between 17 May, a Friday, and 3 June"."""
    known = tuple(f"{word} " for word in held.saved.language.date_between)
    if not known:
        return False
    dates = [
        one.place.span for one in held.dates_in(fact.place.sentence) if one.when is None or "/" not in one.when.text
    ]
    return fact.place.span in dates and any(held.text[one.start : one.end].lower().startswith(known) for one in dates)


def _is_of_amount(fact: DateFact, held: DraftText) -> bool:
    """Whether a year says what amounts are of, and not when something happened: "revised the forecast for 2024"."""
    start, end = fact.place.span
    before = _BEFORE.search(held.text, max(start - _REACH, 0), start)
    is_for = before is not None and before["word"].lower() in held.saved.language.appointed
    return is_for and held.text[start:end].isdecimal()


def _tells_numbers_apart(fact: DateFact, held: DraftText) -> bool:
    """Whether a date is that of a number, and another number of the sentence in the same unit has another date."""
    numbers = [one for one in held.numbers_in(fact.place.sentence) if one.when is not None]
    own = {one.unit for one in numbers if one.when == fact}
    if any(one.unit in own and one.when != fact for one in numbers):
        return True
    bracket = bracket_around(held.text, fact.place.sentence, fact.place.span)
    every = held.numbers_in(fact.place.sentence)
    return bracket is not None and any(bracket.holds(*one.place.span) for one in every)
