"""Owns the marks of verdicts: one sign beside each cite mark, and one on a claim that its words do not carry.

No mark depends on colour. What is well is said faintly; what is wrong is said in the role of an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.evidence import Code, Evidence, State, Verdict
from briefing.frozen import frozen
from briefing.model import Brief, Cite
from briefing.problems import Problem, Severity, Spot
from briefing.typesetting.cells import NO_BREAK
from briefing.typesetting.lines import Kind, Role, Run, Target
from briefing.typesetting.look import Look, Signs

_WORST = (
    State.NOT_FOUND,
    State.MISPLACED,
    State.AMBIGUOUS,
    State.CHANGED,
    State.NOT_HELD,
    State.FOUND,
    State.NO_QUOTE,
)
"""Of several verdicts the first of these is shown."""
_ROLES = {
    State.NOT_FOUND: Role.ERROR,
    State.MISPLACED: Role.ERROR,
    State.AMBIGUOUS: Role.WARNING,
    State.CHANGED: Role.WARNING,
    State.NOT_HELD: Role.META,
    State.FOUND: Role.FAINT,
}
_SAID_BY_MARK = frozenset({Code.QUOTE_NOT_FOUND, Code.QUOTE_AMBIGUOUS, Code.QUOTE_MISPLACED})
"""Findings that the mark of the verdict says already."""


@frozen
class Marks:
    """What the check of one brief found, by where the brief shows it."""

    brief: Brief
    evidence: Evidence
    findings: Mapping[int | None, Sequence[Problem]]
    """What is wrong with each claim besides the verdicts on its quotes, by its place in `Brief.claims()`."""

    @property
    def unlike(self) -> int:
        """How many claims have all their quotes found, and yet say something that these do not."""
        wrong = (index for index, found in self.findings.items() if _has_error(found))
        return sum(index is not None and _is_found(self.evidence.cites.get(index, ())) for index in wrong)

    def beside(self, cited: Run, cites: Sequence[Cite], source_id: str, look: Look) -> list[Run]:
        """Return a cite mark with the worst verdict on the cites of that source behind it; it leads to that cite."""
        if cited.target is None:
            return [cited]
        known = enumerate(zip(cites, verdicts(self.brief, self.evidence, cited.target), strict=False))
        states = [(_WORST.index(verdict.state), index) for index, (cite, verdict) in known if cite.source == source_id]
        state = _WORST[min(states)[0]] if states else State.NO_QUOTE
        if state not in _ROLES:
            return [cited]
        target = cited.target._replace(cite=min(states)[1])
        sign = Run(sign_of(state, look.signs), _ROLES[state], target)
        if not cited.text.endswith("]"):
            return [cited, sign]
        opening = Run(cited.text[:-1], cited.role, cited.target)
        between = f":{NO_BREAK}" if look.plain else NO_BREAK
        return [opening, Run(between), _glued(sign), Run("]", cited.role, cited.target)]

    def doubts(self, target: Target, look: Look) -> list[Run]:
        """Return the warning sign of a claim that its words do not carry; it leads to the claim."""
        found = self.findings.get(claim_index(self.brief, target), ())
        if not found:
            return []
        role = Role.ERROR if _has_error(found) else Role.WARNING
        count = f"({len(found)}{NO_BREAK}{'problem' if len(found) == 1 else 'problems'})"
        sign = Run(count if look.plain else look.signs.warning, role, target)
        return [Run(NO_BREAK), sign]


def _has_error(findings: Sequence[Problem]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _is_found(known: Sequence[Verdict]) -> bool:
    states = {verdict.state for verdict in known}
    return State.FOUND in states and states <= {State.FOUND, State.NO_QUOTE}


def _glued(run: Run) -> Run:
    return Run(run.text.replace(" ", NO_BREAK), run.role, run.target)


def sign_of(state: State, signs: Signs) -> str:
    """Return the sign of a verdict, a word or two in the plain look."""
    match state:
        case State.FOUND:
            return signs.verified
        case State.AMBIGUOUS:
            return signs.ambiguous
        case State.NOT_HELD:
            return signs.not_held
        case State.CHANGED:
            return signs.changed
        case _:
            return signs.not_found


def role_of(state: State) -> Role:
    """Return the role in which a verdict is said."""
    return _ROLES.get(state, Role.META)


def marks_of(brief: Brief, evidence: Evidence | None) -> Marks | None:
    """Return the marks of a brief. None: they are not known yet."""
    if evidence is None:
        return None
    return Marks(brief, evidence, _by_claim(brief, evidence))


def claim_index(brief: Brief, target: Target) -> int | None:
    """Return the place of a claim in `Brief.claims()`. None: the target is no claim."""
    match target.kind:
        case Kind.POINT:
            return target.number
        case Kind.FIGURE:
            return len(brief.summary) + target.number
        case Kind.EVENT:
            return len(brief.summary) + len(brief.figures) + target.number
        case _:
            return None


def verdicts(brief: Brief, evidence: Evidence, target: Target) -> tuple[Verdict, ...]:
    """Return the verdicts on the cites of an item, one for each; none where nothing is known of it."""
    if target.kind is Kind.SOURCE and 0 <= target.number < len(brief.sources):
        return evidence.source_cites.get(brief.sources[target.number].id, ())
    index = claim_index(brief, target)
    return () if index is None else evidence.cites.get(index, ())


def _by_claim(brief: Brief, evidence: Evidence) -> Mapping[int | None, Sequence[Problem]]:
    """Return the findings on each claim: those whose place is one of its own or of its cites."""
    owners: dict[Spot, int] = {}
    for index, claim in enumerate(brief.claims()):
        for spots in (claim.spots, *(cite.spots for cite in claim.cites)):
            owners.update(dict.fromkeys(spots.values(), index))
    found: dict[int | None, list[Problem]] = {}
    for finding in evidence.findings:
        owner = owners.get(Spot(finding.place.line, finding.place.column))
        if owner is not None and finding.code not in _SAID_BY_MARK:
            found.setdefault(owner, []).append(finding)
    return found
