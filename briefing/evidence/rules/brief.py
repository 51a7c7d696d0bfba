"""The rules that need no saved text: what a claim cites, judgements, derived figures, sources, related briefs."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping

from briefing.base.frozen import replace
from briefing.base.problems import Problem, Severity
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.dossier import Dossier
from briefing.evidence.languages import Language
from briefing.evidence.origins import Vias, origins, via_loop
from briefing.evidence.patterns import LazyPattern, phrases
from briefing.evidence.quotes.folding import fold_words
from briefing.format.arithmetic import Calculation, DerivationError, Derived, UncomputableError
from briefing.format.language_tags import language_name
from briefing.format.model import Brief, Cite, Claim, Confidence, Figure, Point, Reliability, Source, TextState

_WEAK = frozenset({Reliability.D, Reliability.E, Reliability.F})
_DOUBTFUL = 4
"""Credibility 4 to 6: doubtful, improbable, cannot be judged."""
_SENTENCES = LazyPattern(r"(?<=[.!?;])\s+")


def brief_findings(dossier: Dossier, known_ids: Container[str] | None) -> Iterator[Problem]:
    """Yield what is wrong with a brief apart from its claims.

    `known_ids`: the ids that `related` may name; None: that is not checked.
    """
    brief = dossier.brief
    links = dossier.links
    used = _used(brief)
    yield from _languages(dossier)
    for source in brief.sources:
        yield from _source(source, dossier, links, used)
    if known_ids is not None:
        yield from _related(dossier, known_ids)


def derived_values(brief: Brief) -> tuple[Mapping[str, Derived], Mapping[str, str]]:
    """Compute the derived figures.

    Return the results, and for figures that cannot be computed a sentence that says why; both by their expression.
    """
    figures = {figure.id: figure for figure in brief.figures if figure.id is not None}
    calculation = Calculation(figures)
    results: dict[str, Derived] = {}
    refused: dict[str, str] = {}
    for figure in brief.figures:
        if figure.derived is not None:
            try:
                results[figure.derived] = calculation.result(figure.derived)
            except UncomputableError as error:
                refused[figure.derived] = str(error)
            except DerivationError:
                continue  # an unknown id, or a loop: parsing has reported it, with its place
    return results, refused


def text_findings(dossier: Dossier) -> Iterator[Problem]:
    """Yield the sources whose saved text is missing, unreadable or changed."""
    quoted = _quoted_texts(dossier)
    for source in dossier.brief.sources:
        held = dossier.texts.get(source.id)
        if held is not None and held.state is TextState.HELD:
            if source.id in dossier.changed:
                sentence = "the saved text has changed: its SHA-256 differs"
                yield dossier.problem(EvidenceCode.TEXT_CHANGED, source.spots, "sha256", sentence)
        elif source.id in quoted:
            reason = f": {held.reason}" if held is not None and held.reason else ""
            if held is not None and held.state is TextState.UNREADABLE:  # not UTF-8, for example
                sentence = f"the saved text of '{source.id}' cannot be read, so its quotes cannot be checked{reason}"
                problem = dossier.problem(EvidenceCode.TEXT_NOT_HELD, source.spots, "file", sentence)
                yield replace(problem, severity=Severity.ERROR)
                continue
            sentence = f"there is no saved text of '{source.id}', so its quotes cannot be checked{reason}"
            yield dossier.problem(EvidenceCode.TEXT_NOT_HELD, source.spots, "file", sentence)


def _quoted_texts(dossier: Dossier) -> set[str]:
    """Return the ids of the sources whose saved texts the claims quote."""
    cites = (cite for claim in dossier.brief.claims() for cite in claim.cites if cite.quote is not None)
    return {dossier.text_sources.get(cite.source, cite.source) for cite in cites}


def _languages(dossier: Dossier) -> Iterator[Problem]:
    """Yield the languages without a table of words: of the brief and of the sources that it quotes."""
    quoted = _quoted_texts(dossier)
    if quoted and not dossier.language.complete:
        yield dossier.problem(
            EvidenceCode.LANGUAGE_UNKNOWN, dossier.brief.spots, "language", _no_rules_sentence(dossier.language)
        )
    for source in dossier.brief.sources:
        language = dossier.language_of(source.id)
        if source.id in quoted and source.language is not None and not language.complete:
            yield dossier.problem(EvidenceCode.LANGUAGE_UNKNOWN, source.spots, "language", _no_rules_sentence(language))


def no_rules(language: Language) -> str:
    """Return the words, for a reader, that there are no rules for a language."""
    return f"no rules for {language_name(language.tag)}"


def _no_rules_sentence(language: Language) -> str:
    return f"{no_rules(language)}: digits, dates in digits and signs are compared, other words are not"


def claim_findings(claim: Claim, dossier: Dossier) -> Iterator[Problem]:
    """Yield what is wrong with a claim apart from its sources' words: its cites, grades and derivation."""
    if isinstance(claim, Figure) and claim.derived is not None and claim.derived in dossier.refused:
        yield dossier.problem(EvidenceCode.DERIVED_REFUSED, claim.spots, "derived", dossier.refused[claim.derived])
    derived = isinstance(claim, Figure) and claim.derived is not None
    if not claim.cites and not derived:
        yield dossier.problem(EvidenceCode.CLAIM_WITHOUT_CITE, claim.spots, "", "this claim cites nothing")
    judgement = isinstance(claim, Point) and claim.is_judgement
    if claim.cites and not derived and not judgement and all(cite.quote is None for cite in claim.cites):
        sentence = "this claim names a source but quotes no words of it"
        yield dossier.problem(EvidenceCode.CITE_WITHOUT_QUOTE, claim.spots, "cites", sentence)
    if isinstance(claim, Point) and claim.is_judgement:
        yield from _judgement(claim, dossier)
    yield from _confirmed(claim, dossier)


def _judgement(point: Point, dossier: Dossier) -> Iterator[Problem]:
    if point.confidence is Confidence.HIGH and point.cites and all(_is_weak(cite, dossier) for cite in point.cites):
        sentence = "high confidence rests only on sources graded D to F or information graded 4 to 6"
        yield dossier.problem(EvidenceCode.CONFIDENCE_UNFOUNDED, point.spots, "confidence", sentence)
    if _mixes(point.text, dossier.language):
        sentence = "one sentence gives both likelihood and confidence: separate them"
        yield dossier.problem(EvidenceCode.LIKELIHOOD_WITH_CONFIDENCE, point.spots, "text", sentence)


def _is_weak(cite: Cite, dossier: Dossier) -> bool:
    source = dossier.sources.get(cite.source)
    doubtful = cite.credibility is not None and cite.credibility >= _DOUBTFUL
    return doubtful or (source is not None and source.reliability in _WEAK)


def _mixes(text: str, language: Language) -> bool:
    likelihood = re.compile(rf"(?<!\w)(?:{phrases(language.likelihood)})", re.IGNORECASE)
    confidence = re.compile(rf"(?<!\w)(?:{phrases(language.confidence)})", re.IGNORECASE)
    return any(likelihood.search(part) and confidence.search(part) for part in _SENTENCES.split(fold_words(text)))


def _confirmed(claim: Claim, dossier: Dossier) -> Iterator[Problem]:
    graded = [cite for cite in claim.cites if cite.credibility == 1]
    if graded and len(origins(claim, dossier.links)) == 1:
        sentence = "credibility 1 means confirmed by other sources, and this claim has one origin"
        yield dossier.problem(EvidenceCode.CREDIBILITY_UNCONFIRMED, graded[0].spots, "credibility", sentence)


def _source(source: Source, dossier: Dossier, links: Vias, used: Collection[str]) -> Iterator[Problem]:
    around = via_loop(source.id, links)
    if source.id in around:
        if source.id == min(around):
            sentence = "following 'via' from this source leads back to it"
            yield dossier.problem(EvidenceCode.VIA_LOOP, source.spots, "via", sentence)
    elif source.id not in used:
        yield dossier.problem(
            EvidenceCode.SOURCE_NEVER_CITED, source.spots, "", f"nothing cites the source '{source.id}'"
        )


def _used(brief: Brief) -> set[str]:
    """Return the ids of the sources that a claim or another source cites or names in `by` or `via`."""
    used = {claim.by for claim in brief.claims()} | {source.via for source in brief.sources}
    used |= {cite.source for claim in brief.claims() for cite in claim.cites}
    used |= {cite.source for source in brief.sources for cite in source.cites if cite.source != source.id}
    return {source_id for source_id in used if source_id is not None}


def _related(dossier: Dossier, known_ids: Container[str]) -> Iterator[Problem]:
    brief = dossier.brief
    named = [(related.brief, f"related.{index}") for index, related in enumerate(brief.related)]
    named += [(brief.supersedes, "supersedes")] if brief.supersedes is not None else []
    for brief_id, field in named:
        if brief_id not in known_ids:
            sentence = f"no brief of this library has the id '{brief_id}'"
            yield dossier.problem(EvidenceCode.RELATED_UNKNOWN, brief.spots, field, sentence)
