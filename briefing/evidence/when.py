"""Owns the rules for dates: `when` and `stated` against the words that a claim cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.dates import Edtf
from briefing.evidence.claimed import Claimed, claimed
from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context, Outcome, Unchecked
from briefing.evidence.dossier import Dossier
from briefing.evidence.folding import folded_dashes
from briefing.evidence.numerals import phrases
from briefing.evidence.origins import chain, vias
from briefing.evidence.reckoning import follows, reckoned
from briefing.model import Basis, Standing
from briefing.problems import Problem

_AHEAD = frozenset({Standing.ANNOUNCED, Standing.PLANNED, Standing.EXPECTED})
"""How a source puts what is yet to come."""


def when_findings(case: Case) -> Iterator[Outcome]:
    """Yield what is wrong with the dates of a claim."""
    yield from _stated(case)
    when = case.claim.when
    if when is None:
        return
    if case.claim.basis is Basis.EDITOR:
        yield Unchecked("editor's reading")
        return
    points = claimed(when)
    if points is None:
        yield Unchecked(f"no rule for a date like {when.text}")
        return
    if case.claim.basis is Basis.RECKONED:
        yield from _reckoned(case, points)
    else:
        yield from _in_quote(case, when, points)


def _stated(case: Case) -> Iterator[Problem]:
    if case.claim.stated is None:
        return
    wanted = folded_dashes(case.claim.stated).casefold()
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    if not any(pattern.search(context.text.casefold()) for context in case.contexts):
        sentence = f"the words '{case.claim.stated}' are not in a quote of this claim, nor in its sentence"
        yield case.problem(Code.STATED_NOT_IN_QUOTE, "stated", sentence)


def _in_quote(case: Case, when: Edtf, points: tuple[Claimed, ...]) -> Iterator[Problem]:
    found = [mention for context in case.contexts for mention in context.mentions()]
    if len(set(points)) < len(points) or not all(point.said_by(found) for point in points):
        yield case.problem(Code.DATE_NOT_IN_QUOTE, "when", f"no quote of this claim gives the date {when.text}")
        return
    said = [mention for point in points for mention in point.said_by(found)]
    if when.approximate and not any(mention.about for mention in said):
        sentence = f"{when.text} is marked approximate, and the quote gives the date without a hedge"
        yield case.problem(Code.DATE_HEDGE_NOT_IN_QUOTE, "when", sentence)
    elif when.uncertain and not any(_doubts(case)):
        sentence = f"{when.text} is marked uncertain, and the sentence of the quote has no word of doubt"
        yield case.problem(Code.DATE_HEDGE_NOT_IN_QUOTE, "when", sentence)
    elif not (when.approximate or when.uncertain) and said and all(mention.about for mention in said):
        sentence = f"the quote hedges this date: write {when.text}~"
        yield case.problem(Code.DATE_HEDGE_DROPPED, "when", sentence)


def _doubts(case: Case) -> Iterator[bool]:
    for context in case.contexts:
        words = phrases([*context.language.doubt, *context.language.about_dates])
        yield re.search(rf"(?<!\w)(?:{words})", context.text) is not None


def _reckoned(case: Case, points: tuple[Claimed, ...]) -> Iterator[Problem]:
    published = [
        date for context in case.contexts if (date := published_of(case.dossier, context.cite.source)) is not None
    ]
    if not published:
        sentence = "the date cannot be reckoned: the source has no 'published' date"
        yield case.problem(Code.DATE_NOT_RECKONED, "when", sentence)
        return
    ahead = case.claim.standing in _AHEAD
    found = [
        days
        for context in case.contexts
        for date in published
        for days in reckoned(context.words, context.language, date, ahead=ahead or _is_ahead(context))
    ]
    if not found:
        sentence = "nothing in the quotes of this claim leads from the article's date to this one"
        yield case.problem(Code.DATE_NOT_RECKONED, "when", sentence)
    elif not follows(points, found):
        start, end = found[-1]
        means = str(start) if start == end else f"{start}/{end}"
        sentence = f"reckoned from the article's date, the quote means {means}"
        yield case.problem(Code.DATE_NOT_RECKONED, "when", sentence)


def _is_ahead(context: Context) -> bool:
    """Whether the sentence of a quote, before it, shows that what is said lies ahead."""
    words = rf"(?<!\w)(?:{phrases(context.language.future)})"
    return re.search(words, context.text[: context.quote.start], re.IGNORECASE) is not None


def published_of(dossier: Dossier, source_id: str) -> Edtf | None:
    """Return when a source was published, or else the article that reports it."""
    for link in chain(source_id, vias(dossier.brief)):
        source = dossier.sources.get(link)
        if source is not None and isinstance(source.published, Edtf):
            return source.published if source.published.has_year else None
    return None
