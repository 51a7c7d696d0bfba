"""Dates without a year in a text that tells of another year before them: which year is theirs cannot be decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.evidence.context import QuoteContext
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.facts.date_words import DateWords
from briefing.evidence.facts.story_years import StoryYears


def told_again(context: QuoteContext, found: Iterable[DateMention]) -> Iterator[DateMention]:
    """Yield reckoned dates; one after another year that is told of is unsure, and given in that year as well."""
    years = _story_years(context)
    written = frozenset(context.prose.dates)
    for one in found:
        told = (
            years.of_another(one) if years is not None and one not in written and _may_be_told(context, one) else None
        )
        yield one if told is None else one._replace(sure=False)
        if told is not None and one.stretch is None:
            yield one._replace(year=told, sure=False)


def in_story(context: QuoteContext) -> tuple[DateMention, ...]:
    """Return the dates without a year, each in the year that is told of before it, as unsure ones."""
    years = _story_years(context)
    if years is None:
        return ()
    bare = [one for one in context.prose.dates if one.lacks_year]
    told = [(one, years.before(one.start)) for one in bare]
    return tuple(one._replace(year=year, sure=False) for one, year in told if year is not None)


def _may_be_told(context: QuoteContext, mention: DateMention) -> bool:
    """Whether a date is a day, month or part of a year without a year, or a weekday."""
    return mention.stretch is None or DateWords(context.prose, mention.start, mention.end).is_weekday()


def _story_years(context: QuoteContext) -> StoryYears | None:
    if context.saved is None or context.paragraph is None or context.verdict.span is None:
        return None
    start = context.saved.folded.within(context.verdict.span).start - context.quote.start
    return StoryYears(context.saved, context.paragraph, start)
