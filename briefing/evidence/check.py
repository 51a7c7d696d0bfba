"""The check of a brief against the saved texts of its sources: runs every rule and collects one result."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path

from briefing.base.frozen import replace
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.base.static_types import TypeVar
from briefing.evidence.claim_support import assess, counts
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import (
    LONG_QUOTE,
    LONGEST_TEXT,
    Case,
    Outcome,
    QuoteContext,
    Unchecked,
    case_of,
    context_of,
)
from briefing.evidence.dossier import Dossier, Verdicts, dossier_of
from briefing.evidence.numbers.fractions import fraction_findings
from briefing.evidence.origins import dependents
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.result import Assessment, Evidence, QuoteState, Verdict
from briefing.evidence.rules.attribution import attribution_findings
from briefing.evidence.rules.brief import brief_findings, claim_findings, derived_values, no_rules, text_findings
from briefing.evidence.rules.certainty import certainty_findings
from briefing.evidence.rules.dates import date_findings
from briefing.evidence.rules.doubt import doubt_findings
from briefing.evidence.rules.figures import figure_findings
from briefing.evidence.rules.label_places import label_place_findings
from briefing.evidence.rules.name_places import name_place_findings
from briefing.evidence.rules.names import name_findings
from briefing.evidence.rules.negation import negation_findings
from briefing.evidence.rules.opposites import opposite_findings
from briefing.evidence.rules.own_numbers import own_number_context_findings, own_number_findings
from briefing.evidence.rules.plans import plan_findings
from briefing.evidence.rules.speakers import source_findings, speaker_findings
from briefing.evidence.rules.substance import substance_findings
from briefing.evidence.rules.title_and_lede import title_and_lede_findings
from briefing.evidence.rules.weak_words import weak_word_findings
from briefing.format.model import Brief, Cite, Claim, Event, Figure, Source, SourceText, TextState

_Item = TypeVar("_Item")

SHORT_QUOTE = 12
"""A quote of fewer characters gets a warning: so few may stand in a text by chance."""
_CHARACTERS_OF_SIGN = 3
"""One Chinese, Japanese or Korean character counts as this many letters: it says as much as a short word."""

RULES: tuple[Callable[[Case], Iterator[Outcome]], ...] = (
    figure_findings,
    date_findings,
    own_number_findings,
    own_number_context_findings,
    fraction_findings,
    doubt_findings,
    opposite_findings,
    name_findings,
    name_place_findings,
    speaker_findings,
    attribution_findings,
    certainty_findings,
    negation_findings,
    plan_findings,
    substance_findings,
    label_place_findings,
    weak_word_findings,
)
"""The rules that every claim is checked against. A rule yields what is wrong, or why it cannot decide; it yields
nothing where it holds or does not apply. Each rule looks at every quote of the claim by itself."""

_VERDICT_CODES = {
    QuoteState.NOT_FOUND: (EvidenceCode.QUOTE_NOT_FOUND, "quote"),
    QuoteState.NOT_SOUGHT: (EvidenceCode.QUOTE_NOT_FOUND, "quote"),
    QuoteState.AMBIGUOUS: (EvidenceCode.QUOTE_AMBIGUOUS, "quote"),
    QuoteState.MISPLACED: (EvidenceCode.QUOTE_MISPLACED, "at"),
}


class Known(NamedTuple):
    """What was found in a brief before."""

    claims: Mapping[Claim, Assessment]
    """Of claims that are as they were."""
    verdicts: Verdicts
    """On quotes; what is found of others is added."""


class RepeatedCheck:
    """Checks one brief again and again while it is changed: a claim that stays the same is not checked again."""

    def __init__(self) -> None:
        self._of: object = None
        """What the kept results depend on besides the claims."""
        self._known: dict[Claim, tuple[Claim, Assessment]] = {}
        """By claim, the same claim where it stood, and what was found."""
        self._verdicts: Verdicts = {}

    def check(
        self, brief: Brief, texts: Mapping[str, SourceText], path: Path, known_ids: Container[str] | None = None
    ) -> Evidence:
        """Check the brief as `check_brief` does, with the same result."""
        derived, _ = derived_values(brief)
        now = (brief.sources, brief.entities, brief.language, dict(texts), dict(derived))
        if now != self._of:
            self._of, self._known, self._verdicts = now, {}, {}
        known = {claim: found for claim in brief.claims() if (found := self._found_before(claim)) is not None}
        evidence = check_brief(brief, texts, path, known_ids, Known(known, self._verdicts))
        claims = zip(brief.claims(), evidence.claims, strict=True)
        self._known = {claim: (claim, found) for claim, found in claims if _stands_alone(claim)}
        return evidence

    def _found_before(self, claim: Claim) -> Assessment | None:
        """Return what was found in a claim before, at the places where it stands now. None: it has to be checked."""
        was, found = self._known.get(claim, (None, None))
        if was is None or found is None or not found.findings:
            return found
        lines = _lines_moved(was, claim)
        if lines is None:
            return None
        moved = (replace(one, place=one.place._replace(line=one.place.line + lines)) for one in found.findings)
        return replace(found, findings=tuple(moved))


def _lines_moved(was: Claim, now: Claim) -> int | None:
    """Return by how many lines a claim stands lower in the file. None: its fields have not all moved alike."""
    before, after = ([one.spots, *(cite.spots for cite in one.cites)] for one in (was, now))
    moved = {
        (new[name].line - spot.line, new[name].column - spot.column)
        for old, new in zip(before, after, strict=True)
        for name, spot in old.items()
        if name in new
    }
    (lines, columns), *others = moved or {(0, 0)}
    return None if others or columns or any(set(o) != set(n) for o, n in zip(before, after, strict=True)) else lines


def _stands_alone(claim: Claim) -> bool:
    """Tell whether the check of a claim looks at no other claim."""
    match claim:
        case Figure():
            return claim.derived is None
        case Event():
            return not claim.figures
        case _:
            return True


def check_brief(  # noqa: PLR0913 - each is a thing by itself, and most callers give three
    brief: Brief,
    texts: Mapping[str, SourceText],
    path: Path,
    known_ids: Container[str] | None = None,
    known: Known | None = None,
    *,
    pause: Callable[[], None] | None = None,
) -> Evidence:
    """Check a brief against the saved texts of its sources.

    `texts` holds the texts by source id. `path` is the file of the brief, for the places of findings. `known_ids` are
    the briefs that `related` may name; None: that is not checked. `known` is what was found before, beside the same
    sources and texts. `pause` is called before each step: it may wait, or raise to give the check up.
    """
    derived, refused = derived_values(brief)
    known = known or Known({}, {})
    dossier = replace(dossier_of(brief, texts, path), derived=derived, refused=refused, verdicts=known.verdicts)
    claims = tuple(brief.claims())
    cites = {index: _verdicts(claim.cites, dossier) for index, claim in enumerate(_paced(claims, pause))}
    source_cites = {source.id: _verdicts(source.cites, dossier) for source in brief.sources}
    cases = [case_of(claim, cites[index], dossier) for index, claim in enumerate(_paced(claims, pause))]
    assessed = tuple(known.claims.get(case.claim) or _assessed(case) for case in _paced(cases, pause))
    findings = [
        *text_findings(dossier),
        *_of_date_lines(dossier),
        *brief_findings(dossier, known_ids),
        *title_and_lede_findings(dossier, cases),
    ]
    for source in brief.sources:
        findings += _cite_findings(source.cites, source_cites[source.id], dossier)
        findings += source_findings(source, _contexts(source, source_cites[source.id], dossier), dossier)
    findings += [finding for claim in assessed for finding in claim.findings]
    found = tuple(sorted(dict.fromkeys(findings)))
    return Evidence(
        cites=cites,
        source_cites=source_cites,
        claims=assessed,
        findings=found,
        counts=counts(brief, assessed, found),
        dependents=dependents(brief),
        derived=derived,
        texts={source_id: held.state for source_id, held in texts.items()},
        changed=dossier.changed,
    )


def _of_date_lines(dossier: Dossier) -> Iterator[Problem]:
    if any(dossier.own_text(source.id) is not None for source in dossier.brief.sources):
        from briefing.evidence.dates.date_line import date_line_findings  # not needed if no text is held

        yield from date_line_findings(dossier)


def _paced(items: Iterable[_Item], pause: Callable[[], None] | None) -> Iterator[_Item]:
    """Yield the items, with a pause before each."""
    for item in items:
        if pause is not None:
            pause()
        yield item


def _contexts(source: Source, verdicts: tuple[Verdict, ...], dossier: Dossier) -> list[QuoteContext]:
    found = (context_of(cite, verdict, dossier) for cite, verdict in zip(source.cites, verdicts, strict=True))
    return [context for context in found if context is not None]


def _verdicts(cites: tuple[Cite, ...], dossier: Dossier) -> tuple[Verdict, ...]:
    return tuple(_verdict(cite, dossier) for cite in cites)


def _verdict(cite: Cite, dossier: Dossier) -> Verdict:
    if cite.quote is None:
        return Verdict(QuoteState.NO_QUOTE)
    key = (cite.source, cite.quote, cite.at)
    if key not in dossier.verdicts:
        dossier.verdicts[key] = _looked_for(cite, cite.quote, dossier)
    return dossier.verdicts[key]


def _looked_for(cite: Cite, quote: str, dossier: Dossier) -> Verdict:
    held = dossier.text(cite.source)
    if held is None or held.state is not TextState.HELD:
        return Verdict(QuoteState.NOT_HELD)
    from briefing.evidence.quote_places import place_of_quote  # only if a text is held

    verdict = place_of_quote(quote, cite.at, held.text, dossier)
    source = dossier.text_source(cite.source)
    changed = verdict.verified and source is not None and source.id in dossier.changed
    return replace(verdict, state=QuoteState.CHANGED) if changed else verdict


def _assessed(case: Case) -> Assessment:
    outcomes: list[Outcome] = [
        *claim_findings(case.claim, case.dossier),
        *_cite_findings(case.claim.cites, case.verdicts, case.dossier),
        *_unread(case),
    ]
    for rule in RULES if case.contexts else ():
        outcomes += rule(case)
    return assess(case.verdicts, outcomes)


def _unread(case: Case) -> Iterator[Unchecked]:
    """Yield why the claim cannot be verified: a quote too short or too long, a language without a table of words."""
    for cite, verdict in zip(case.claim.cites, case.verdicts, strict=True):
        if cite.quote is not None and verdict.verified:
            if len(cite.quote) > LONG_QUOTE:
                yield Unchecked("quote too long")
            elif _is_short(cite.quote):
                yield Unchecked("quote too short")
    if len(case.claim.text) > LONGEST_TEXT:
        yield Unchecked("text too long")
    languages = dict.fromkeys([case.language, *(context.language for context in case.contexts)])
    for language in languages if case.contexts else ():
        if not language.complete:
            yield Unchecked(no_rules(language))


def _is_short(quote: str) -> bool:
    if len(quote) > LONG_QUOTE:
        return False
    words = fold_words(quote)
    if len(words) >= SHORT_QUOTE:
        return False
    signs = sum(character.isalpha() and unicodedata.east_asian_width(character) == "W" for character in words)
    return len(words) + (_CHARACTERS_OF_SIGN - 1) * signs < SHORT_QUOTE


def _cite_findings(cites: tuple[Cite, ...], verdicts: tuple[Verdict, ...], dossier: Dossier) -> Iterator[Problem]:
    for cite, verdict in zip(cites, verdicts, strict=True):
        if verdict.state in _VERDICT_CODES:
            from briefing.evidence.quote_places import sentence_on_quote  # loaded already, by the search for the quote

            code, field = _VERDICT_CODES[verdict.state]
            yield dossier.problem(code, cite.spots, field, sentence_on_quote(cite, verdict, dossier))
        elif cite.quote is not None and _is_short(cite.quote):
            sentence = f"the quote is shorter than {SHORT_QUOTE} characters"
            yield dossier.problem(EvidenceCode.QUOTE_SHORT, cite.spots, "quote", sentence)
        elif cite.quote is not None and len(cite.quote) > LONG_QUOTE:
            sentence = f"the quote is longer than {LONG_QUOTE} characters: quote the words that the claim rests on"
            yield dossier.problem(EvidenceCode.QUOTE_LONG, cite.spots, "quote", sentence)
