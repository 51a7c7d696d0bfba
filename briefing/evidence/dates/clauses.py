"""The clause that a date belongs to: which of several dates in a quote goes with the words of the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import Combination, DateStatement, date_statements
from briefing.evidence.languages import Language
from briefing.evidence.patterns import phrases
from briefing.evidence.words.prose import Prose

_STEM, _SHORTEST = 5, 4


def date_of_other_clause(case: Case, said: tuple[DateMention, ...]) -> Iterator[Outcome]:
    """Yield an outcome if the words of the claim are in the clause of another date, not in that of the claimed date.

    `said` are the mentions that agree with the claimed date.
    """
    places = {(one.start, one.end) for one in said}
    for context in case.contexts:
        every = [
            one
            for one in context.prose.once(date_statements)
            if one.kind is Combination.ONE and context.quote.holds(one.start, one.end)
        ]
        right = [one for one in every if (one.start, one.end) in places]
        others = [one for one in every if one not in right and _is_other(one, said)]
        if not right or not others or context.language is not case.language:
            continue
        own = _stems(case.own)
        if any(own & _clause(context, one) for one in right):
            return
        if any(own & _clause(context, one) for one in others):
            yield Unchecked("several dates in the quote")
            return


def _is_other(statement: DateStatement, said: tuple[DateMention, ...]) -> bool:
    """Whether a statement is about another time than the claimed one. "May 1959" is not, beside "1959"."""
    days = statement.places[0][0].days
    known = [one.days for one in said if one.days is not None]
    return days is None or not any(first <= days[1] and days[0] <= last for first, last in known)


def _stems(prose: Prose) -> frozenset[str]:
    skipped = {*prose.language.happens, *prose.language.stop_words}
    return frozenset(
        word.small[:_STEM] for word in prose.words if len(word.small) >= _SHORTEST and word.small not in skipped
    )


def _clause(context: QuoteContext, statement: DateStatement) -> frozenset[str]:
    """Return the first letters of the words in the clause of a date."""
    text, pattern = context.text, _ends(context.language)
    start = max((found.end() for found in pattern.finditer(text, 0, statement.start)), default=0)
    end = pattern.search(text, statement.end)
    last = len(text) if end is None else end.start()
    return frozenset(
        word.small[:_STEM]
        for word in context.prose.words
        if start <= word.start < last and len(word.small) >= _SHORTEST
    )


@lru_cache(maxsize=64)
def _ends(language: Language) -> re.Pattern[str]:
    words = phrases([*language.date_and, *language.clause_breaks])
    return re.compile(rf"[,;:.()\u2013]\s|\s(?:{words})\s", re.IGNORECASE)
