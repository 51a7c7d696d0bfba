"""Owns the rules for the writer's own words: numbers that no cite carries, and doubt or denial left outside a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.claimed import claimed
from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
from briefing.evidence.folding import fold_words
from briefing.evidence.languages import Language
from briefing.evidence.numerals import Numeral, numerals, phrases
from briefing.model import Claim, Event, Figure, Point, Standing
from briefing.problems import Problem

SMALL = Decimal(12)
"""Number words up to here are not asked for: a writer may count what a source names ("two states")."""


def wording_findings(case: Case, derived: Sequence[Decimal]) -> Iterator[Problem]:
    """Yield what the writer's own words say that the cited words do not, or leave out."""
    if not case.decidable:
        return
    yield from _uncarried(case, derived)
    if case.claim.standing is Standing.REPORTED and not (isinstance(case.claim, Point) and case.claim.is_judgement):
        for context in case.contexts:
            yield from _left_outside(case, context)


def _uncarried(case: Case, derived: Sequence[Decimal]) -> Iterator[Problem]:
    written = () if case.dossier.language is None else numbers_to_carry(case.claim.text, case.dossier.language)
    if not written:
        return
    own = set(_own(case.claim))
    if isinstance(case.claim, Event):
        own |= set(_of_figures(case, case.claim))
    field = "label" if isinstance(case.claim, Figure) else "text"
    for words in not_carried(written, own, case.contexts, derived):
        yield case.problem(Code.NUMBER_NOT_CITED, field, f"no cite of this claim carries '{words}'")


def not_carried(
    written: Sequence[Written], own: set[Decimal], contexts: Sequence[Context], derived: Sequence[Decimal]
) -> list[str]:
    """Return the numbers, as written, that neither quotes nor figures carry."""
    carried = own.union(*(_numbers_of(context) for context in contexts))
    left = [one for one in written if not _is_carried(one.numeral, carried, derived)]
    if left:
        dates = own.union(*(_dates_of(context) for context in contexts))
        left = [one for one in left if not _is_carried(one.numeral, dates, ())]
    return [one.words for one in left]


class Written(NamedTuple):
    """A number in the writer's own words."""

    words: str
    numeral: Numeral


def numbers_to_carry(text: str, language: Language) -> tuple[Written, ...]:
    """Return the numbers in a text of the writer's that its cites must carry."""
    folded = fold_words(text)
    return tuple(
        Written(folded[numeral.start : numeral.end], numeral)
        for numeral in numerals(folded, language)
        if numeral.digits or numeral.values[0] > SMALL
    )


def _is_carried(numeral: Numeral, carried: AbstractSet[Decimal], derived: Sequence[Decimal]) -> bool:
    """Whether a number is among those that are carried, or is a derived figure, rounded or in percent."""
    if not carried.isdisjoint(numeral.values):
        return True
    return any(_rounds_to(value, numeral.bare) for value in derived)


def _rounds_to(exact: Decimal, written: Decimal) -> bool:
    places = max(-int(written.as_tuple().exponent), 0)
    return exact.is_finite() and written in (round(exact, places), round(exact * 100, places))


def _numbers_of(context: Context) -> Iterator[Decimal]:
    for number in context.numbers():
        yield from number.numeral.values
        if number.numeral.fraction:
            yield Decimal(round(number.numeral.values[0] * 100))


def _dates_of(context: Context) -> Iterator[Decimal]:
    for mention in context.mentions():
        for part in (mention.year, mention.day, mention.century):
            if part is not None:
                yield Decimal(part)


def _own(claim: Claim) -> Iterator[Decimal]:
    """Yield the numbers of the claim's own fields, which have rules of their own."""
    for point in (claimed(claim.when) if claim.when is not None else None) or ():
        for part in (point.year, point.month, point.day, point.century, point.decade):
            if part is not None:
                yield Decimal(part)
    if isinstance(claim, Figure) and claim.amount is not None:
        yield claim.amount.low
        yield claim.amount.high


def _of_figures(case: Case, event: Event) -> Iterator[Decimal]:
    for name in event.figures:
        figure = case.dossier.brief.figure(name)
        if figure is not None:
            yield from figure_values(figure, case.dossier.language)


def figure_values(figure: Figure, language: Language | None) -> Iterator[Decimal]:
    """Yield what a figure says as a writer may write it: in its unit, and with the unit's scale multiplied."""
    if figure.amount is None:
        return
    scales = [Decimal(1)]
    if language is not None and figure.unit is not None:
        tokens = [token.removesuffix("s") for token in figure.unit.lower().split()]
        scales += [language.scales[token] for token in tokens if token in language.scales]
    for scale in scales:
        yield figure.amount.low * scale
        yield figure.amount.high * scale


class _Reach(NamedTuple):
    """How doubt and denial reach into a quote from its sentence, in one language."""

    doubt: re.Pattern[str]
    denial: re.Pattern[str]
    """Verbs: "denied"."""
    negation: re.Pattern[str]
    """Particles: "not"."""
    tail: re.Pattern[str]
    """Behind the quote: ", the ministry claimed"."""
    stop: re.Pattern[str]
    """What no doubt reaches over."""
    pause: re.Pattern[str]
    """What ends the words that still belong to a quote."""
    aside: re.Pattern[str]
    """A clause between commas that says something of its own: ", which may be weak,"."""


@lru_cache(maxsize=8)
def _reach(language: Language) -> _Reach:
    edge = r"(?<![^\W_])"
    months = [word for word in language.doubt if word in language.months]
    doubt = rf"(?:{phrases(months)})|(?i:{phrases(word for word in language.doubt if word not in months)})"
    particles = "|".join((phrases(word for word in language.negation if "'" not in word), r"\w+n't(?!\w)"))
    return _Reach(
        re.compile(rf"{edge}(?:{doubt})"),
        re.compile(rf"{edge}(?:{phrases(language.denial)})", re.IGNORECASE),
        re.compile(rf"{edge}(?:{particles})(?!\s(?:{phrases(language.no_negation)}))", re.IGNORECASE),
        re.compile(rf",\s(?:[\w'.-]+\s){{0,6}}?(?P<verb>{phrases(language.doubt_tail)})"),
        re.compile(rf"[;:]|, (?:{_alternatives(language.joiners)})\b|{edge}(?:{phrases(language.breaks)})"),
        re.compile(rf"[,.;:!?]|\s(?:{_alternatives(language.joiners)})\s"),
        re.compile(rf",\s(?:{phrases(language.relatives)})[^,]*,"),
    )


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _left_outside(case: Case, context: Context) -> Iterator[Problem]:
    """Look for doubt and denial that reach into the quote from its own sentence."""
    reach = _reach(context.language)
    before = reach.stop.split(reach.aside.sub(",", context.text[: context.quote.start]))[-1]
    behind = context.text[context.quote.end :]
    close = " ".join(reach.pause.split(behind)[0].split()[:2])
    tail = reach.tail.match(behind.lstrip("'"))
    doubt = reach.doubt.search(before) or reach.doubt.search(close)
    denial = (
        reach.denial.search(before) or reach.negation.search(before.rsplit(",", 1)[-1]) or reach.negation.search(close)
    )
    words = doubt.group() if doubt else tail["verb"] if tail else None
    if words is not None and not _is_said(case, context, (reach.doubt,)):
        sentence = f"the source says '{words}' in the same sentence, outside the quote"
        yield case.dossier.problem(Code.DOUBT_OUTSIDE_QUOTE, context.cite.spots, "quote", sentence)
    if denial is not None and not _is_said(case, context, (reach.denial, reach.negation)):
        sentence = f"the source says '{denial.group()}' in the same sentence, outside the quote"
        yield case.dossier.problem(Code.DENIAL_OUTSIDE_QUOTE, context.cite.spots, "quote", sentence)


def _is_said(case: Case, context: Context, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether the quote or the writer's own words pass the doubt or the denial on."""
    own = f"{case.claim.text} {case.claim.stated or ''}"
    if any(pattern.search(f"{own} {context.words}") for pattern in patterns):
        return True
    language = case.dossier.language
    if language is None or language is context.language:
        return language is None
    reach = _reach(language)
    return any(pattern.search(own) for pattern in (reach.doubt, reach.denial, reach.negation))
