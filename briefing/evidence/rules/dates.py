"""The rules for dates: `when` and `stated` agree with the words that a claim cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.dates.clauses import date_of_other_clause
from briefing.evidence.dates.compare import ClaimedDate, DateResult, ResultLevel, best_result, compare_date
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import DateStatement, date_statements, statements_of
from briefing.evidence.dates.other_verbs import is_of_other_verb
from briefing.evidence.dates.own_dates import own_date_findings
from briefing.evidence.dossier import Dossier
from briefing.evidence.languages import Language
from briefing.evidence.origins import via_chain
from briefing.evidence.patterns import GrowingPattern, phrases
from briefing.evidence.quotes.folding import folded_dashes
from briefing.evidence.result import Span
from briefing.evidence.rules.sentence_parts import sentence_parts
from briefing.evidence.words.prose import Prose
from briefing.format.dates import Edtf
from briefing.format.dates.calendar import GREATEST_PLAIN_YEAR
from briefing.format.dates.forms import CalendarDate, DateForm, Interval, MissingEnd, Year, single_dates
from briefing.format.model import Basis, Figure, Standing

_AHEAD = frozenset({Standing.ANNOUNCED, Standing.PLANNED, Standing.EXPECTED})
"""Standings of what lies in the future."""
_MOST_READINGS = 2
"""Dates that a finding names at most. If the quotes have more, most of them belong to other facts."""


def date_findings(case: Case) -> Iterator[Outcome]:
    """Yield what is wrong with the dates of a claim, and what cannot be decided."""
    yield from _stated(case)
    yield from own_date_findings(case)
    when = case.claim.when
    if when is None:
        return
    if case.claim.basis is Basis.EDITOR:
        yield Unchecked("editor's reading")
    elif case.claim.basis is Basis.RECKONED:
        yield from _reckoned(case, when)
    else:
        yield from _in_quote(case, when)


def _stated(case: Case) -> Iterator[Problem]:
    if case.claim.stated is None:
        return
    wanted = folded_dashes(case.claim.stated).casefold()
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    if not any(pattern.search(context.text.casefold()) for context in case.contexts):
        sentence = f"the words '{case.claim.stated}' are not in a quote of this claim, nor in its sentence"
        yield case.problem(EvidenceCode.STATED_NOT_IN_QUOTE, "stated", sentence)


def _in_quote(case: Case, when: Edtf) -> Iterator[Outcome]:
    if any(isinstance(point, Year) and abs(point.value) > GREATEST_PLAIN_YEAR for point in single_dates(when.form)):
        yield from _distant_year(case, when)
        return
    quoted = [one for context in case.contexts for one in _quoted(context, context.prose.once(date_statements))]
    result = best_result(compare_date(_claimed_date(case, when), quoted), hedged=when.approximate)
    if (result is None or result.level is ResultLevel.FINDING) and _is_of_story(case, when):
        yield Unchecked("a date that may be of another year")
    elif result is None:
        yield from _not_said(case, when)
    elif result.level is ResultLevel.FINDING:
        yield case.problem(result.code, "when", result.words)
    elif result.level is ResultLevel.UNSURE:
        yield Unchecked(result.words)
    else:
        yield from _hedge_and_time(case, when, result)


def _quoted(context: QuoteContext, every: Sequence[DateStatement]) -> Iterator[DateStatement]:
    """Yield the date statements of a sentence that have a date inside the quote."""
    for one in every:
        outside = frozenset(
            place for place, (first, *_) in enumerate(one.places) if not context.quote.holds(first.start, first.end)
        )
        if len(outside) < len(one.places):
            yield one._replace(unquoted=outside) if outside else one


def _claimed_date(case: Case, when: Edtf) -> ClaimedDate:
    language, own = case.language, case.own
    small = own.text.lower()
    return ClaimedDate(
        when=when,
        is_figure=isinstance(case.claim, Figure),
        begins=_beginnings(language.begins).search(small) is not None,
        ends=not _names_period(own)
        and (_beginnings(language.ends).search(small) is not None or _until(language).search(small) is not None),
        closes=any(_beginnings(one.language.ending_words).search(one.text.lower()) for one in case.contexts),
        is_vague=_is_vague(case),
        relations=frozenset(statement.relation for statement in own.once(date_statements)),
    )


def _names_period(own: Prose) -> bool:
    """Whether the writer's words name a period by its last day: "profits for the year ending 31 March"."""
    every = (one for statement in own.once(date_statements) for readings in statement.places for one in readings)
    return any(one.months for one in every)


@lru_cache(maxsize=64)
def _beginnings(stems: tuple[str, ...]) -> GrowingPattern:
    return GrowingPattern(lambda choice: rf"(?<!\w)(?:{choice.parts(stems)})")


@lru_cache(maxsize=64)
def _until(language: Language) -> GrowingPattern:
    """Return a pattern of words such as "until this", by which a writer tells of an end."""
    bounds = [word for word, bound in language.date_bounds.items() if bound == "until"]
    return GrowingPattern(lambda choice: rf"(?<!\w)(?:{choice.phrases(bounds)})\s(?:{choice.phrases(language.this)})")


def _is_vague(case: Case) -> bool:
    """Whether the writer's words only say that something happens."""
    return all(word.small in case.language.happens for word in case.own.words)


def _hedge_and_time(case: Case, when: Edtf, result: DateResult) -> Iterator[Outcome]:
    """Yield what is wrong with a date that a quote does give: its hedge or its time of day."""
    if when.approximate and not any(one.about or one.part for one in result.mentions):
        sentence = f"{when.text} is marked approximate, and the quote gives the date without a hedge"
        yield case.problem(EvidenceCode.DATE_HEDGE_NOT_IN_QUOTE, "when", sentence)
    elif when.uncertain and not any(_doubts(case)):
        sentence = f"{when.text} is marked uncertain, and the sentence of the quote has no word of doubt"
        yield case.problem(EvidenceCode.DATE_HEDGE_NOT_IN_QUOTE, "when", sentence)
    elif _drops_about(when, result):
        sentence = f"the quote hedges this date: write {_hedged(when)}"
        yield case.problem(EvidenceCode.DATE_HEDGE_DROPPED, "when", sentence)
    elif _is_of_other_verb(case, result.mentions):
        yield Unchecked("the date stands with another verb than the number")
    elif isinstance(when.form, CalendarDate):
        if when.form.time:
            from briefing.evidence.dates.times_of_day import time_of_day_findings  # few dates have a time

            yield from time_of_day_findings(case, when.form)
        yield from date_of_other_clause(case, result.mentions)


def _is_of_other_verb(case: Case, said: Sequence[DateMention]) -> bool:
    """Whether the date of a figure goes with another verb than its number, or is in an aside that the number is not."""
    figure = case.claim
    if not isinstance(figure, Figure) or figure.amount is None or not said:
        return False
    sizes = {abs(end) for end in (figure.amount.low, figure.amount.high)}
    pairs = [
        _are_apart(context, Span(one.start, one.end), Span(number.start, number.end))
        for context in case.contexts
        for number in context.numbers()
        if not sizes.isdisjoint((abs(number.numeral.values[0]), abs(number.numeral.bare)))
        for one in context.prose.dates
        if one in said and context.quote.holds(one.start, one.end)
    ]
    return bool(pairs) and all(pairs)


def _are_apart(context: QuoteContext, date: Span, number: Span) -> bool:
    if context.prose.once(sentence_parts).is_aside(date.start, number.start):
        return True
    return is_of_other_verb(context.text, 0, date, number, context.language)


def _drops_about(when: Edtf, result: DateResult) -> bool:
    """Whether the text hedges every date that the claim gives as exact. A wider date needs no hedge."""
    if when.approximate or when.uncertain or not result.mentions:
        return False
    return all(one.about and not _is_wider(when, one) for one in result.mentions)


def _is_wider(when: Edtf, mention: DateMention) -> bool:
    form, days = when.form, mention.days
    if days is None or not isinstance(form, CalendarDate) or form.earliest is None or form.latest is None:
        return False
    return form.latest.ordinal - form.earliest.ordinal > days[1].ordinal - days[0].ordinal


def _hedged(when: Edtf) -> str:
    return when.text.replace("/", "~/") + "~" if _has_both_ends(when.form) else f"{when.text}~"


def _has_both_ends(form: DateForm) -> bool:
    return (
        isinstance(form, Interval) and not isinstance(form.start, MissingEnd) and not isinstance(form.end, MissingEnd)
    )


def _doubts(case: Case) -> Iterator[bool]:
    for context in case.contexts:
        yield _doubt(context.language).search(context.text) is not None


@lru_cache(maxsize=64)
def _doubt(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases([*language.doubt, *language.about_dates])})")


def _not_said(case: Case, when: Edtf) -> Iterator[Outcome]:
    """Yield that no quote gives a date, with a hint where the source does."""
    from briefing.evidence.dates.unknown_language import unknown_language_outcome  # most dates are said

    outcomes = [unknown_language_outcome(when, context) for context in case.contexts if not context.language.complete]
    if any(isinstance(one, Unchecked) for one in outcomes):
        yield from (one for one in outcomes if isinstance(one, Unchecked))
        return
    sentence = f"no quote of this claim gives the date {when.text}"
    claimed = _claimed_date(case, when)
    for context in case.contexts:
        if _holds(claimed, context.prose.once(date_statements)):
            sentence += "; it is in the sentence, outside the quote: quote it as well"
            break
    else:
        if _holds(claimed, tuple(_reckoned_statements(case))):
            sentence += "; counted from the article's date it is right: add basis: reckoned"
    yield case.problem(EvidenceCode.DATE_NOT_IN_QUOTE, "when", sentence)


def _holds(claimed: ClaimedDate, every: Sequence[DateStatement]) -> bool:
    result = best_result(compare_date(claimed, every)) if every else None
    return result is not None and result.level is ResultLevel.HOLDS


def _distant_year(case: Case, when: Edtf) -> Iterator[Outcome]:
    """Compare a year of more than four digits with the numbers of the quotes: "170 million years ago"."""
    wanted = {abs(point.value) for point in single_dates(when.form) if isinstance(point, Year)}
    found = {int(value) for context in case.contexts for one in context.numbers() for value in one.numeral.values}
    if not wanted <= found:
        sentence = f"no quote of this claim gives the year {when.text}"
        yield case.problem(EvidenceCode.DATE_NOT_IN_QUOTE, "when", sentence)
    elif not all(isinstance(point, Year) for point in single_dates(when.form)):
        yield Unchecked(f"no rule for a date like {when.text}")


def _reckoned(case: Case, when: Edtf) -> Iterator[Outcome]:
    if not any(published_of(case.dossier, context.cite.source) for context in case.contexts):
        sentence = "the date cannot be reckoned: the source has no 'published' date"
        yield case.problem(EvidenceCode.DATE_NOT_RECKONED, "when", sentence)
        return
    every = tuple(_reckoned_statements(case))
    result = best_result(compare_date(_claimed_date(case, when), every), hedged=when.approximate)
    if result is None:
        if not all(context.language.complete for context in case.contexts):
            yield Unchecked("a date reckoned from words that no table has")
            return
        yield case.problem(EvidenceCode.DATE_NOT_RECKONED, "when", _dates_meant(every))
    elif result.level is ResultLevel.FINDING:
        code = EvidenceCode.DATE_NOT_RECKONED if result.code is EvidenceCode.DATE_NOT_IN_QUOTE else result.code
        yield case.problem(code, "when", result.words)
    elif result.level is ResultLevel.UNSURE:
        yield Unchecked(result.words)
    else:
        yield from _hedge_and_time(case, when, result)


def _reckoned_statements(case: Case) -> Iterator[DateStatement]:
    from briefing.evidence.dates.relative import relative_dates  # most dates are given in full
    from briefing.evidence.rules.dates_of_story import told_again

    ahead = case.claim.standing in _AHEAD
    for context in case.contexts:
        published = published_of(case.dossier, context.cite.source)
        if published is not None:
            found = told_again(context, relative_dates(context.prose, published, ahead=ahead))
            yield from _quoted(context, statements_of(context.text, context.language, found))


def _is_of_story(case: Case, when: Edtf) -> bool:
    """Whether a date without a year has the claimed year if it is that of which the text tells before it."""
    from briefing.evidence.rules.dates_of_story import in_story  # most dates are given in full

    claimed = _claimed_date(case, when)
    if _holds(claimed, tuple(_reckoned_statements(case))):
        return False
    for context in case.contexts:
        found = in_story(context)
        every = tuple(_quoted(context, statements_of(context.text, context.language, found))) if found else ()
        result = best_result(compare_date(claimed, every)) if every else None
        if result is not None and result.level is ResultLevel.UNSURE:
            return True
    return False


def _dates_meant(every: Sequence[DateStatement]) -> str:
    """Return a sentence with the dates that the quotes mean, counted from the date of the article."""
    days = [one.days for statement in every for readings in statement.places for one in readings if one.days]
    if not days:
        return "no quote of this claim gives this date relative to the article's"
    readings = list(dict.fromkeys(str(start) if start == end else f"{start}/{end}" for start, end in days))
    if len(readings) > _MOST_READINGS:
        return "counted from the article's date, the quote means another date"
    return f"counted from the article's date, the quote means {' or '.join(readings)}"


def published_of(dossier: Dossier, source_id: str) -> Edtf | None:
    """Return when a source was published, or else the article that reports it. None: not known."""
    return dossier.once(_published).get(source_id)


def _published(dossier: Dossier) -> dict[str, Edtf]:
    """Return when each source was published, by its id."""
    links = dossier.links
    every = {source_id: _published_first(via_chain(source_id, links), dossier) for source_id in dossier.sources}
    return {source_id: published for source_id, published in every.items() if published is not None}


def _published_first(links: Sequence[str], dossier: Dossier) -> Edtf | None:
    for link in links:
        source = dossier.sources.get(link)
        if source is not None and isinstance(source.published, Edtf):
            return source.published if source.published.has_year else None
    return None
