"""The outcome of a lie: its worst finding that the honest brief does not have, and the class of the claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.base.problems import Problem, Severity, Spot
from briefing.evidence import Evidence, Support
from briefing.format.model import Brief
from tests.evidence.lies.lie import Lie
from tests.evidence.lies.sources import TABLES
from tests.evidence.mutations import alone, checked, spots_of
from tests.support.grounds import Ground


@dataclass(frozen=True, slots=True)
class Outcome:
    """One lie, tried."""

    lie: Lie
    severity: Severity | None
    """Severity of the worst finding about it. None: it was missed."""
    overclaimed: bool
    """True: it was missed, and the false claim is called verified."""
    has_table: bool
    """True: the text is in a language with a table. Otherwise it only matters that nothing is called verified."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding on an honest brief."""

    ground: Ground
    claim: int | None
    """None: the finding is about the head or a source."""
    problem: Problem


class Judge:
    """Tries lies. It knows the findings on each honest brief."""

    def __init__(self) -> None:
        self._honest: dict[int, frozenset[tuple[str, Spot]]] = {}

    def outcome(self, lie: Lie) -> Outcome:
        """Check the brief that holds a lie."""
        honest = self._findings_of(lie.ground)
        brief = lie.brief if lie.claim is None else alone(lie.brief, lie.spots)
        evidence = checked(brief, lie.texts)
        found = [
            problem
            for problem in evidence.findings
            if _spot(problem) in lie.spots and (problem.code, _spot(problem)) not in honest
        ]
        severities = {problem.severity for problem in (*found, *lie.problems)}
        worst = next((each for each in (Severity.ERROR, Severity.WARNING) if each in severities), None)
        return Outcome(lie, worst, worst is None and _is_overclaimed(lie, brief, evidence), has_table(lie.ground))

    def _findings_of(self, ground: Ground) -> frozenset[tuple[str, Spot]]:
        if id(ground.brief) not in self._honest:
            found = checked(*ground).findings
            self._honest[id(ground.brief)] = frozenset((problem.code, _spot(problem)) for problem in found)
        return self._honest[id(ground.brief)]


def has_table(ground: Ground) -> bool:
    """Whether the texts of a brief are in languages that have a table."""
    return all(source.language in TABLES for source in ground.brief.sources if source.file is not None)


def supports(ground: Ground) -> list[Support]:
    """Return the class of each claim of an honest brief."""
    return [assessment.support for assessment in checked(*ground).claims]


def alarms(grounds: Iterable[Ground]) -> list[Alarm]:
    """Return every error and warning on honest briefs."""
    found = []
    for ground in grounds:
        claims = [spots_of(claim) for claim in ground.brief.claims()]
        for problem in checked(*ground).findings:
            if problem.severity is not Severity.NOTE:
                index = next((place for place, spots in enumerate(claims) if _spot(problem) in spots), None)
                found.append(Alarm(ground, index, problem))
    return found


def _is_overclaimed(lie: Lie, brief: Brief, evidence: Evidence) -> bool:
    """Whether the false claim is called verified; `brief` is what was checked."""
    if lie.claim is not None:
        place = next(place for place, claim in enumerate(brief.claims()) if spots_of(claim) & lie.spots)
        return evidence.claims[place].support is Support.VERIFIED
    of_the_text = lie.kind.startswith("language")
    return of_the_text and any(assessment.support is Support.VERIFIED for assessment in evidence.claims)


def _spot(problem: Problem) -> Spot:
    return Spot(problem.place.line, problem.place.column)
