"""Owns the rules for a brief as a whole: its sources, judgements, derived figures and links to other briefs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from briefing.derivation import DerivationError, Derived, UncomputableError, compute
from briefing.evidence.codes import Code
from briefing.evidence.contexts import keeper, problem
from briefing.evidence.folding import fold_words
from briefing.evidence.languages import Language, table
from briefing.evidence.numerals import phrases
from briefing.evidence.origins import chain, origins, root
from briefing.model import Brief, Claim, Confidence, Figure, Point, Reliability, Source, SourceText, TextState
from briefing.problems import Problem

_WEAK = frozenset({Reliability.D, Reliability.E, Reliability.F})
_DOUBTFUL = 4
"""Credibility from here on: doubtful, improbable, cannot be judged."""
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")


def brief_findings(brief: Brief, path: Path, known_ids: Collection[str] | None) -> Iterator[Problem]:
    """Yield what is wrong with a brief beyond single cites and their words."""
    for claim in brief.claims():
        yield from _claim(claim, brief, path)
    for source in brief.sources:
        yield from _source(source, brief, path)
    if known_ids is not None:
        yield from _related(brief, path, known_ids)


def derived_values(brief: Brief) -> tuple[Mapping[str, Derived], Mapping[str, str]]:
    """Compute the derived figures: results by expression, and the sentences on those that cannot be computed."""
    figures = {figure.id: figure for figure in brief.figures if figure.id is not None}
    results: dict[str, Derived] = {}
    refused: dict[str, str] = {}
    for figure in brief.figures:
        if figure.derived is not None:
            try:
                results[figure.derived] = compute(figure.derived, figures)
            except UncomputableError as error:
                refused[figure.derived] = str(error)
            except DerivationError:
                continue  # an id that nothing has, or a loop: reading has said so, with the place
    return results, refused


def text_findings(brief: Brief, path: Path, texts: Mapping[str, SourceText]) -> Iterator[Problem]:
    """Yield the sources whose saved text is not there, or is no longer what it was."""
    quoted = {keeper(cite.source, brief) for claim in brief.claims() for cite in claim.cites if cite.quote is not None}
    for source in brief.sources:
        held = texts.get(source.id)
        if held is not None and held.state is TextState.HELD:
            if source.sha256 is not None and held.sha256 and source.sha256 != held.sha256:
                sentence = "the saved text has changed: its SHA-256 is another one"
                yield problem(Code.TEXT_CHANGED, path, source.spots, "sha256", sentence)
        elif source.id in quoted:
            reason = f": {held.reason}" if held is not None and held.reason else ""
            sentence = f"no saved text of '{source.id}' is held, so its quotes cannot be checked{reason}"
            yield problem(Code.TEXT_NOT_HELD, path, source.spots, "file", sentence)


def _claim(claim: Claim, brief: Brief, path: Path) -> Iterator[Problem]:
    derived = isinstance(claim, Figure) and claim.derived is not None
    if not claim.cites and not derived:
        yield problem(Code.CLAIM_WITHOUT_CITE, path, claim.spots, "", "this claim cites nothing")
    judgement = isinstance(claim, Point) and claim.is_judgement
    if claim.cites and not derived and not judgement and all(cite.quote is None for cite in claim.cites):
        sentence = "this claim names a source and quotes no words of it"
        yield problem(Code.CITE_WITHOUT_QUOTE, path, claim.spots, "cites", sentence)
    if isinstance(claim, Point):
        yield from _judgement(claim, brief, path)
    yield from _confirmed(claim, brief, path)


def _judgement(point: Point, brief: Brief, path: Path) -> Iterator[Problem]:
    if (
        point.confidence is Confidence.HIGH
        and point.cites
        and all(_is_weak(point, index, brief) for index in _all(point))
    ):
        sentence = "high confidence rests only on sources graded D to F or information graded 4 to 6"
        yield problem(Code.CONFIDENCE_UNFOUNDED, path, point.spots, "confidence", sentence)
    language = table(brief.language)
    if point.is_judgement and language is not None and _mixes(point.text, language):
        sentence = "one sentence speaks of likelihood and of confidence: say them apart"
        yield problem(Code.LIKELIHOOD_WITH_CONFIDENCE, path, point.spots, "text", sentence)


def _all(point: Point) -> range:
    return range(len(point.cites))


def _is_weak(point: Point, index: int, brief: Brief) -> bool:
    cite = point.cites[index]
    source = brief.source(cite.source)
    doubtful = cite.credibility is not None and cite.credibility >= _DOUBTFUL
    return doubtful or (source is not None and source.reliability in _WEAK)


def _mixes(text: str, language: Language) -> bool:
    likelihood = re.compile(rf"(?<!\w)(?:{phrases(language.likelihood)})", re.IGNORECASE)
    confidence = re.compile(rf"(?<!\w)(?:{phrases(language.confidence)})", re.IGNORECASE)
    return any(likelihood.search(part) and confidence.search(part) for part in _SENTENCES.split(fold_words(text)))


def _confirmed(claim: Claim, brief: Brief, path: Path) -> Iterator[Problem]:
    graded = [cite for cite in claim.cites if cite.credibility == 1]
    if graded and len(origins(claim, brief)) == 1:
        sentence = "credibility 1 means confirmed by other sources, and this claim has one origin"
        yield problem(Code.CREDIBILITY_UNCONFIRMED, path, graded[0].spots, "credibility", sentence)


def _source(source: Source, brief: Brief, path: Path) -> Iterator[Problem]:
    if source.via is not None and root(source.id, brief) is None and source.id in _circle(source.id, brief):
        if source.id == min(_circle(source.id, brief)):
            yield problem(Code.VIA_LOOP, path, source.spots, "via", "following 'via' from this source leads back to it")
        return
    if not _is_used(source.id, brief):
        yield problem(Code.SOURCE_NEVER_CITED, path, source.spots, "", f"nothing cites the source '{source.id}'")


def _circle(source_id: str, brief: Brief) -> tuple[str, ...]:
    """Return the sources of the circle that `via` runs into from here."""
    links = chain(source_id, brief)
    last = brief.source(links[-1])
    back = last.via if last is not None else None
    return links[links.index(back) :] if back in links else ()


def _is_used(source_id: str, brief: Brief) -> bool:
    for claim in brief.claims():
        if claim.by == source_id or any(cite.source == source_id for cite in claim.cites):
            return True
    return any(
        other.via == source_id or any(cite.source == source_id for cite in other.cites)
        for other in brief.sources
        if other.id != source_id
    )


def _related(brief: Brief, path: Path, known_ids: Collection[str]) -> Iterator[Problem]:
    for index, related in enumerate(brief.related):
        if related.brief not in known_ids:
            sentence = f"no brief of this library has the id '{related.brief}'"
            yield problem(Code.RELATED_UNKNOWN, path, brief.spots, f"related.{index}", sentence)
    if brief.supersedes is not None and brief.supersedes not in known_ids:
        sentence = f"no brief of this library has the id '{brief.supersedes}'"
        yield problem(Code.RELATED_UNKNOWN, path, brief.spots, "supersedes", sentence)
