"""Owns checking a brief against the saved texts of its sources: every verdict, every rule, one result."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from briefing.derivation import Derived
from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, context
from briefing.evidence.contraries import contrary_findings
from briefing.evidence.dossier import Dossier, dossier
from briefing.evidence.doubts import doubt_findings
from briefing.evidence.figures import figure_findings
from briefing.evidence.folding import fold_words
from briefing.evidence.names import name_findings
from briefing.evidence.origins import origins, resting, vias
from briefing.evidence.result import Counts, Evidence, State, Verdict, paragraph_words
from briefing.evidence.verdicts import locate, nearest
from briefing.evidence.when import when_findings
from briefing.evidence.whole import brief_findings, derived_values, text_findings
from briefing.evidence.wording import (
    dates_of,
    figure_values,
    is_telling,
    not_carried,
    numbers_to_carry,
    wording_findings,
)
from briefing.evidence.written import put_otherwise, written_findings
from briefing.model import Brief, Cite, Claim, Figure, SourceText, TextState
from briefing.problems import Problem

SHORT_QUOTE = 12
"""A quote of fewer characters says too little to be found by chance only once."""

_VERDICT_CODES = {
    State.NOT_FOUND: (Code.QUOTE_NOT_FOUND, "quote"),
    State.AMBIGUOUS: (Code.QUOTE_AMBIGUOUS, "quote"),
    State.MISPLACED: (Code.QUOTE_MISPLACED, "at"),
}


def check_brief(
    brief: Brief, texts: Mapping[str, SourceText], path: Path, known_ids: Container[str] | None = None
) -> Evidence:
    """Check a brief against the saved texts of its sources, by source id.

    `known_ids` are the briefs that `related` may name; None: that is not checked.
    """
    works = dossier(brief, texts, path)
    claims = tuple(brief.claims())
    cites = {index: _verdicts(claim.cites, works) for index, claim in enumerate(claims)}
    source_cites = {source.id: _verdicts(source.cites, works) for source in brief.sources}
    derived, refused = derived_values(brief)
    findings = [*text_findings(works), *brief_findings(works, known_ids)]
    cases = [_case(claim, cites[index], works) for index, claim in enumerate(claims)]
    for case in cases:
        findings += _case_findings(case, refused, [result.central for result in derived.values()])
    for source in brief.sources:
        findings += _cite_findings(source.cites, source_cites[source.id], works)
    findings += _head(works, cases, derived)
    counts = _counts(brief, cites)
    ordered = tuple(sorted(dict.fromkeys(findings)))
    states = {source_id: held.state for source_id, held in texts.items()}
    return Evidence(cites, source_cites, ordered, counts, resting(brief), derived, states, _changed(works))


def _changed(works: Dossier) -> frozenset[str]:
    return frozenset(
        source.id
        for source in works.brief.sources
        if (held := works.texts.get(source.id)) is not None
        and held.state is TextState.HELD
        and source.sha256 is not None
        and source.sha256 != held.sha256
    )


def _verdicts(cites: tuple[Cite, ...], works: Dossier) -> tuple[Verdict, ...]:
    return tuple(_verdict(cite, works) for cite in cites)


def _verdict(cite: Cite, works: Dossier) -> Verdict:
    if cite.quote is None:
        return Verdict(State.NO_QUOTE)
    key = (cite.source, cite.quote, cite.at)
    if key not in works.verdicts:
        works.verdicts[key] = _looked_for(cite, cite.quote, works)
    return works.verdicts[key]


def _looked_for(cite: Cite, quote: str, works: Dossier) -> Verdict:
    held = works.text(cite.source)
    if held is None or held.state is not TextState.HELD:
        return Verdict(State.NOT_HELD)
    verdict = locate(quote, held.text, cite.at)
    source = works.keeper(cite.source)
    pinned = source.sha256 if verdict.verified and source is not None else None
    changed = pinned is not None and pinned != held.sha256
    return replace(verdict, state=State.CHANGED) if changed else verdict


def _case(claim: Claim, verdicts: tuple[Verdict, ...], works: Dossier) -> Case:
    pairs = zip(claim.cites, verdicts, strict=True)
    contexts = tuple(found for cite, verdict in pairs if (found := context(cite, verdict, works)) is not None)
    return Case(works, claim, verdicts, contexts)


def _case_findings(case: Case, refused: Mapping[str, str], derived: list[Decimal]) -> Iterator[Problem]:
    claim = case.claim
    yield from _cite_findings(claim.cites, case.verdicts, case.dossier)
    if isinstance(claim, Figure):
        if claim.derived is not None and claim.derived in refused:
            yield case.problem(Code.DERIVED_REFUSED, "derived", refused[claim.derived])
        yield from figure_findings(case, claim)
    yield from when_findings(case)
    yield from wording_findings(case, derived)
    yield from written_findings(case)
    yield from doubt_findings(case)
    yield from contrary_findings(case)
    yield from name_findings(case)


def _cite_findings(cites: tuple[Cite, ...], verdicts: tuple[Verdict, ...], works: Dossier) -> Iterator[Problem]:
    for cite, verdict in zip(cites, verdicts, strict=True):
        if verdict.state in _VERDICT_CODES:
            code, field = _VERDICT_CODES[verdict.state]
            yield works.problem(code, cite.spots, field, _sentence(cite, verdict, works))
        elif cite.quote is not None and len(fold_words(cite.quote)) < SHORT_QUOTE:
            sentence = f"the quote is shorter than {SHORT_QUOTE} characters"
            yield works.problem(Code.QUOTE_SHORT, cite.spots, "quote", sentence)


def _sentence(cite: Cite, verdict: Verdict, works: Dossier) -> str:
    if verdict.state is State.AMBIGUOUS:
        remedy = "quote more words" if cite.at is not None else "quote more words, or say at: para N"
        return f"the quote is {verdict.words}; {remedy}"
    if verdict.state is State.MISPLACED:
        return f"the quote is {verdict.words}"
    held = works.text(cite.source)
    hint = nearest(cite.quote or "", held.text) if held is not None else None
    if hint is None:
        return "the quote is not in the saved text"
    return f"the quote is not in the saved text; the nearest words, in {paragraph_words(hint[0])}: {hint[1]}"


def _head(works: Dossier, cases: list[Case], derived: Mapping[str, Derived]) -> Iterator[Problem]:
    """Compare the numbers of the title and the lede with those of the whole brief."""
    brief, language = works.brief, works.language
    if language is None or any(_is_undecided(case) for case in cases):
        return
    carried = {value for figure in brief.figures for value in figure_values(figure, language)}
    carried.update(value for case in cases for value in dates_of(case.claim))
    contexts = [found for case in cases for found in case.contexts]
    exact = [result.central for result in derived.values()]
    for name, text in (("title", brief.title), ("lede", brief.lede or "")):
        written = [one for one in numbers_to_carry(text, language) if is_telling(one.numeral)]
        for words in not_carried(written, carried, contexts, exact) if written else ():
            sentence = f"no figure and no quote of this brief carries '{words}'"
            yield works.problem(Code.NUMBER_NOT_CITED, brief.spots, name, sentence)
        # A title may leave out the hedges that its brief has; the lede may not.
        for code, sentence in put_otherwise(text, language, contexts) if name == "lede" else ():
            yield works.problem(code, brief.spots, name, sentence)


def _is_undecided(case: Case) -> bool:
    """Whether a claim has a quote that cannot be compared with: it may carry any number."""
    return not case.decidable and any(cite.quote is not None for cite in case.claim.cites)


def _counts(brief: Brief, cites: Mapping[int, tuple[Verdict, ...]]) -> Counts:
    claims, links = tuple(brief.claims()), vias(brief)
    states = [{verdict.state for verdict in verdicts} for verdicts in cites.values()]
    bad = {State.NOT_FOUND, State.AMBIGUOUS, State.MISPLACED}
    unknown = {State.NOT_HELD, State.CHANGED}
    return Counts(
        claims=len(claims),
        verified=sum(State.FOUND in found and not found & (bad | unknown) for found in states),
        not_held=sum(bool(found & unknown) and not found & bad for found in states),
        not_found=sum(bool(found & bad) for found in states),
        origins=len(frozenset[str]().union(*(origins(claim, links) for claim in claims))),
    )
