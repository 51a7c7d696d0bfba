"""Owns the rules for doubt and denial: what a source leaves open or denies, and a claim says plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
from briefing.evidence.folding import fold_words
from briefing.evidence.languages import Language
from briefing.evidence.numerals import phrases
from briefing.model import Figure, Standing
from briefing.problems import Problem

_WORD = re.compile(r"[^\W\d_][^\W_]*")
_LETTERS = 5
"""Letters in which two words that speak of one thing agree: "weaken", "weakens"."""
_SHORT = 2
"""Words of so few letters say nothing by themselves."""
_GOVERNED = 4
"""Words behind a doubt or a negation that are compared with the writer's."""


def doubt_findings(case: Case) -> Iterator[Problem]:
    """Yield the doubts and denials of the sources that a plain claim does not pass on."""
    claim = case.claim
    if claim.standing is not Standing.REPORTED or case.is_judgement:
        return
    for context in case.contexts:
        yield from _left_outside(case, context)
    if not isinstance(claim, Figure):
        yield from _dropped(case)


def _dropped(case: Case) -> Iterator[Problem]:
    """Look for doubt and denial that stand in every quote that says what the writer says, and not in the writer's."""
    own = fold_words(f"{case.claim.text} {case.claim.stated or ''}")
    for context in case.contexts:
        if context.language is not case.language:
            continue  # words of two languages cannot be compared
        reach = _reach(context.language)
        kinds = (
            (Code.DOUBT_DROPPED, reach.doubt, (reach.doubt, reach.softer)),
            (Code.DOUBT_DROPPED, reach.intent, (reach.doubt, reach.softer, reach.intent, reach.ahead)),
            (Code.DENIAL_DROPPED, reach.negation, (reach.denial, reach.negation, reach.weaker)),
        )
        for code, pattern, passed_on in kinds:
            word = _unsaid(context, own, pattern, passed_on)
            if word is not None and not _is_attributed(case, context, word):
                sentence = f"the quote says '{word}', and the claim says it plainly"
                yield case.problem(code, "text", sentence)
                break


def _unsaid(context: Context, own: str, pattern: re.Pattern[str], passed_on: Sequence[re.Pattern[str]]) -> str | None:
    """Return the word of a quote that puts in doubt, or denies, what the writer's own words say without it."""
    found = list(pattern.finditer(context.words))
    if not found or any(each.search(own) for each in passed_on):
        return None
    reach = _reach(context.language)
    said = _stems(own, context.language)
    for match in found:
        behind = reach.stop.split(context.words[match.end() :])[0]
        if reach.unable.match(behind):
            continue
        governed = _stems(re.split(r"[.!?]", behind)[0], context.language)[:_GOVERNED]
        if governed and governed[0] in said:
            return match.group()
    return None


def _stems(text: str, language: Language) -> list[str]:
    """Return the beginnings of the words that say something, in order."""
    words = [word.lower() for word in _WORD.findall(text)]
    return [word[:_LETTERS] for word in words if len(word) > _SHORT and word not in language.empty]


def _is_attributed(case: Case, context: Context, word: str) -> bool:
    """Whether a claim passes a word of doubt on by saying who claims it."""
    return case.claim.by is not None and word.lower() in context.language.attributed


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
    intent: re.Pattern[str]
    """What is not yet so, or not yet sure."""
    ahead: re.Pattern[str]
    """A writer's words for what lies ahead."""
    softer: re.Pattern[str]
    """Other words of a writer's that pass doubt on."""
    weaker: re.Pattern[str]
    """Other words of a writer's that pass a denial on."""
    unable: re.Pattern[str]
    """Behind a word of doubt, what makes it none: "could not"."""
    idiom: re.Pattern[str]
    """Phrases that compare and do not deny."""
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
        re.compile(rf"(?<!\bthan )(?<!\bas ){edge}(?:{phrases(language.intent)})", re.IGNORECASE),
        re.compile(
            rf"{edge}(?:{phrases([*language.future, 'was to', 'were to', 'to come', 'suspect'])})", re.IGNORECASE
        ),
        re.compile(rf"{edge}(?:{_alternatives(language.softer) or '(?!)'})", re.IGNORECASE),
        re.compile(rf"{edge}(?:{_alternatives(language.weaker) or '(?!)'})", re.IGNORECASE),
        re.compile(rf"\s?(?:{phrases(language.negation)}|n't)", re.IGNORECASE),
        re.compile(rf"{edge}(?:{phrases(language.never_before)})", re.IGNORECASE),
        re.compile(rf",\s(?:{phrases(language.relatives)})[^,]*,"),
    )


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _left_outside(case: Case, context: Context) -> Iterator[Problem]:
    """Look for doubt and denial that reach into the quote from its own sentence."""
    reach = _reach(context.language)
    before = reach.stop.split(reach.aside.sub(",", reach.idiom.sub("", context.text[: context.quote.start])))[-1]
    behind = context.text[context.quote.end :]
    close = " ".join(reach.pause.split(behind)[0].split()[:2])
    tail = reach.tail.match(behind.lstrip("'"))
    doubt = reach.doubt.search(before) or reach.doubt.search(close)
    denial = (
        reach.denial.search(before) or reach.negation.search(before.rsplit(",", 1)[-1]) or reach.negation.search(close)
    )
    words = doubt.group() if doubt else tail["verb"] if tail else None
    attributed = words is not None and _is_attributed(case, context, words)
    if words is not None and not attributed and not _is_said(case, context, (reach.doubt,)):
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
    if case.language is context.language:
        return False
    reach = _reach(case.language)
    return any(pattern.search(own) for pattern in (reach.doubt, reach.denial, reach.negation))
