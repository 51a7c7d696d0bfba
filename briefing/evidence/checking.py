"""Owns checking a brief against the saved texts of its sources: every verdict, every rule, one result."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from briefing.derivation import Derived
from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, context, keeper, problem, text_of
from briefing.evidence.figures import figure_findings
from briefing.evidence.folding import fold_words
from briefing.evidence.languages import table
from briefing.evidence.origins import Resting, origins, resting
from briefing.evidence.verdicts import State, Verdict, locate, nearest, paragraph_words
from briefing.evidence.when import when_findings
from briefing.evidence.whole import brief_findings, derived_values, text_findings
from briefing.evidence.wording import SMALL, carried_by, figure_values, is_carried, numbers_to_carry, wording_findings
from briefing.model import Brief, Cite, Claim, Figure, SourceText, TextState
from briefing.problems import Problem

SHORT_QUOTE = 12
"""A quote of fewer characters says too little to be found by chance only once."""

_VERDICT_CODES = {
    State.NOT_FOUND: (Code.QUOTE_NOT_FOUND, "quote"),
    State.AMBIGUOUS: (Code.QUOTE_AMBIGUOUS, "quote"),
    State.MISPLACED: (Code.QUOTE_MISPLACED, "at"),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of a brief's one honest line. Every claim is counted once, by the worst of its cites."""

    claims: int
    verified: int
    """Claims of which every quote is found, and which have a quote."""
    not_held: int
    """Claims with a quote whose text is not held or has changed."""
    not_found: int
    """Claims with a quote that is not found, not there, or found more than once."""
    origins: int
    """Independent origins behind all claims."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of how a brief stands to the texts of its sources."""

    cites: Mapping[int, tuple[Verdict, ...]]
    """The verdicts on each claim's cites, by the claim's place in `Brief.claims()`, from 0."""
    source_cites: Mapping[str, tuple[Verdict, ...]]
    """The verdicts on a source's own cites (where `via` names it), by the id of the source."""
    findings: tuple[Problem, ...]
    """In the order of their places."""
    counts: Counts
    resting: Mapping[str, Resting]
    """What rests on each source, by id."""
    derived: Mapping[str, Derived]
    """The results of the derived figures, by expression."""


def check_brief(
    brief: Brief, texts: Mapping[str, SourceText], path: Path, known_ids: Collection[str] | None = None
) -> Evidence:
    """Check a brief against the saved texts of its sources, by source id.

    `known_ids` are the briefs that `related` may name; None: that is not checked.
    """
    claims = tuple(brief.claims())
    cites = {index: _verdicts(claim.cites, brief, texts) for index, claim in enumerate(claims)}
    source_cites = {source.id: _verdicts(source.cites, brief, texts) for source in brief.sources}
    derived, refused = derived_values(brief)
    findings = [*text_findings(brief, path, texts), *brief_findings(brief, path, known_ids)]
    cases = [_case(claim, cites[index], brief, texts, path) for index, claim in enumerate(claims)]
    for case in cases:
        findings += _case_findings(case, texts, refused, [result.central for result in derived.values()])
    for source in brief.sources:
        findings += _cite_findings(source.cites, source_cites[source.id], brief, texts, path)
    findings += _head(brief, path, cases, derived)
    counts = _counts(brief, cites)
    ordered = tuple(sorted(dict.fromkeys(findings)))
    return Evidence(cites, source_cites, ordered, counts, resting(brief), derived)


def _verdicts(cites: tuple[Cite, ...], brief: Brief, texts: Mapping[str, SourceText]) -> tuple[Verdict, ...]:
    return tuple(_verdict(cite, brief, texts) for cite in cites)


def _verdict(cite: Cite, brief: Brief, texts: Mapping[str, SourceText]) -> Verdict:
    if cite.quote is None:
        return Verdict(State.NO_QUOTE)
    held = text_of(cite.source, brief, texts)
    if held is None or held.state is not TextState.HELD:
        return Verdict(State.NOT_HELD)
    verdict = locate(cite.quote, held.text, cite.at)
    if verdict.state is State.FOUND and _has_changed(cite.source, held, brief):
        return Verdict(State.CHANGED, verdict.span, verdict.paragraph, verdict.tier, verdict.places)
    return verdict


def _has_changed(source_id: str, held: SourceText, brief: Brief) -> bool:
    source = brief.source(keeper(source_id, brief))
    return source is not None and source.sha256 is not None and source.sha256 != held.sha256


def _case(
    claim: Claim, verdicts: tuple[Verdict, ...], brief: Brief, texts: Mapping[str, SourceText], path: Path
) -> Case:
    pairs = zip(claim.cites, verdicts, strict=True)
    contexts = tuple(found for cite, verdict in pairs if (found := context(cite, verdict, brief, texts)) is not None)
    return Case(brief, claim, path, verdicts, contexts, table(brief.language))


def _case_findings(
    case: Case, texts: Mapping[str, SourceText], refused: Mapping[str, str], derived: list[Decimal]
) -> Iterator[Problem]:
    claim = case.claim
    yield from _cite_findings(claim.cites, case.verdicts, case.brief, texts, case.path)
    if isinstance(claim, Figure):
        if claim.derived is not None and claim.derived in refused:
            yield case.problem(Code.DERIVED_REFUSED, "derived", refused[claim.derived])
        yield from figure_findings(case, claim)
    yield from when_findings(case)
    yield from wording_findings(case, derived)


def _cite_findings(
    cites: tuple[Cite, ...], verdicts: tuple[Verdict, ...], brief: Brief, texts: Mapping[str, SourceText], path: Path
) -> Iterator[Problem]:
    for cite, verdict in zip(cites, verdicts, strict=True):
        if verdict.state in _VERDICT_CODES:
            code, field = _VERDICT_CODES[verdict.state]
            yield problem(code, path, cite.spots, field, _sentence(cite, verdict, brief, texts))
        elif cite.quote is not None and len(fold_words(cite.quote)) < SHORT_QUOTE:
            sentence = f"the quote is shorter than {SHORT_QUOTE} characters"
            yield problem(Code.QUOTE_SHORT, path, cite.spots, "quote", sentence)


def _sentence(cite: Cite, verdict: Verdict, brief: Brief, texts: Mapping[str, SourceText]) -> str:
    if verdict.state is State.AMBIGUOUS:
        remedy = "quote more words" if cite.at is not None else "quote more words, or say at: para N"
        return f"the quote is {verdict.words}; {remedy}"
    if verdict.state is State.MISPLACED:
        return f"the quote is {verdict.words}"
    held = text_of(cite.source, brief, texts)
    hint = nearest(cite.quote or "", held.text) if held is not None else None
    if hint is None:
        return "the quote is not in the saved text"
    return f"the quote is not in the saved text; the nearest words, in {paragraph_words(hint[0])}: {hint[1]}"


def _head(brief: Brief, path: Path, cases: list[Case], derived: Mapping[str, Derived]) -> Iterator[Problem]:
    """Compare the numbers of the title and the lede with those of the whole brief."""
    language = table(brief.language)
    if language is None or not all(case.decidable or not case.claim.cites for case in cases):
        return
    written = [
        (field, words, numeral)
        for field, text in (("title", brief.title), ("lede", brief.lede or ""))
        for words, numeral in numbers_to_carry(text, language)
        if numeral.values[0] > SMALL
    ]
    if not written:
        return
    carried = {value for figure in brief.figures for value in figure_values(figure, language)}
    carried |= {value for case in cases for found in case.contexts for value in carried_by(found)}
    exact = [result.central for result in derived.values()]
    for field, words, numeral in written:
        if not is_carried(numeral, carried, exact):
            sentence = f"no figure and no quote of this brief carries '{words}'"
            yield problem(Code.NUMBER_NOT_CITED, path, brief.spots, field, sentence)


def _counts(brief: Brief, cites: Mapping[int, tuple[Verdict, ...]]) -> Counts:
    claims = tuple(brief.claims())
    states = [{verdict.state for verdict in verdicts} for verdicts in cites.values()]
    bad = {State.NOT_FOUND, State.AMBIGUOUS, State.MISPLACED}
    unknown = {State.NOT_HELD, State.CHANGED}
    return Counts(
        claims=len(claims),
        verified=sum(State.FOUND in found and not found & (bad | unknown) for found in states),
        not_held=sum(bool(found & unknown) and not found & bad for found in states),
        not_found=sum(bool(found & bad) for found in states),
        origins=len(frozenset[str]().union(*(origins(claim, brief) for claim in claims))),
    )
