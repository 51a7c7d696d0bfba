"""The signs of a checked brief: one beside each claim for its class, one beside a quote that is not found.

No sign depends on colour, and that of "verified" is only ever on a verified claim.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.base.frozen import frozen
from briefing.evidence import Assessment, Evidence, Support, Verdict
from briefing.evidence.classes import CLASSES, ClaimClass, Tone
from briefing.format.model import Brief, Claim
from briefing.render.lines import Role, Run, Target, TargetKind
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK

_CONFLICT = "≠"
"""The one sign of a class that has no likeness in one cell on the Linux console."""
_ROLES = {Tone.GOOD: Role.GOOD, Tone.QUIET: Role.BODY, Tone.CAUTION: Role.WARNING, Tone.ALARM: Role.ERROR}
"""Roles of the signs and words of a class. None is fainter than a claim: whatever is not verified weakens it."""


@frozen
class VerdictMarks:
    """The evidence of one brief, looked up by targets."""

    brief: Brief
    evidence: Evidence

    def of_claim(self, target: Target, look: Look) -> Run | None:
        """Return the sign of a claim's class, leading to the first cite with that class. None: it has no sign."""
        assessed = assessment(self.brief, self.evidence, target)
        if assessed is None:
            return None
        known = verdicts(self.brief, self.evidence, target)
        at = [number for number, verdict in enumerate(known) if verdict.state.support is assessed.support]
        return class_sign(assessed.support, look, target._replace(cite=min(at, default=0)))

    def of_quotes(self, target: Target, cites: Iterable[int], look: Look) -> Run | None:
        """Return the sign of the worst of some of a claim's quotes, leading to it.

        None: all are found, or there is none.

        `cites` are their indexes among the claim's cites.
        """
        known = verdicts(self.brief, self.evidence, target)
        supports = [(support.rank, at) for at in cites if at < len(known) and (support := known[at].state.support)]
        if not supports:
            return None
        at = min(supports)[1]
        return quote_sign(known[at], look, target._replace(cite=at))


def verdict_bullet(marks: VerdictMarks | None, target: Target, look: Look) -> Run:
    """Return the sign at the beginning of an item: that of its class, so that the left edge is the audit.

    While nothing is known, for a claim without a quote, and in the plain look, whose signs are words that stand behind
    the claim, it is the bullet.
    """
    sign = marks.of_claim(target, look) if marks is not None and not look.plain else None
    return sign if sign is not None else Run(look.signs.bullet, Role.ACCENT)


def class_sign(support: Support, look: Look, target: Target | None = None) -> Run | None:
    """Return the sign of a class, without spaces at which a line could end. None: it has none."""
    text = sign_text(CLASSES[support], look)
    return Run(text.replace(" ", NO_BREAK), class_role(support), target) if text else None


def sign_text(shown: ClaimClass, look: Look) -> str:
    """Return the sign of a class in a look, a word or two in the plain one; empty if it has none."""
    if look.ascii or (look.console and shown.full == _CONFLICT):
        return shown.ascii
    return shown.word if look.plain else shown.full


def class_role(support: Support) -> Role:
    """Return the role of a class."""
    return _ROLES[CLASSES[support].tone]


def class_name(support: Support, look: Look) -> Run:
    """Return a class by its sign and word; only its word in looks without signs."""
    shown = CLASSES[support]
    text = shown.word if look.ascii or look.plain else f"{shown.full} {shown.word}"
    return Run(text.replace(" ", NO_BREAK), class_role(support))


def quote_sign(verdict: Verdict, look: Look, target: Target | None = None) -> Run | None:
    """Return the sign of the verdict on one quote.

    None: it is found, which alone verifies nothing, or there is no quote.
    """
    support = verdict.state.support
    return None if support in {None, Support.VERIFIED} else class_sign(support, look, target)


def mark_with_sign(cited: Run, shown: Run | None, look: Look) -> list[Run]:
    """Return a cite mark followed by a sign, which goes inside its brackets if it has any."""
    if shown is None:
        return [cited]
    if not cited.text.endswith("]"):
        return [cited, shown]
    opening = Run(cited.text[:-1], cited.role, cited.target)
    between = f":{NO_BREAK}" if look.plain else NO_BREAK
    return [opening, Run(between), shown, Run("]", cited.role, cited.target)]


def verdict_marks(brief: Brief, evidence: Evidence | None) -> VerdictMarks | None:
    """Return the marks of a brief. None: there is no evidence yet."""
    return None if evidence is None else VerdictMarks(brief, evidence)


def claim_index(brief: Brief, target: Target) -> int | None:
    """Return the index of a claim in `Brief.claims()`. None: the target is not a claim."""
    match target.kind:
        case TargetKind.POINT:
            return target.number
        case TargetKind.FIGURE:
            return len(brief.summary) + target.number
        case TargetKind.EVENT:
            return len(brief.summary) + len(brief.figures) + target.number
        case _:
            return None


def claim_of(brief: Brief, target: Target) -> Claim | None:
    """Return the claim that a target is. None: it is no claim."""
    match target.kind:
        case TargetKind.POINT:
            return brief.summary[target.number]
        case TargetKind.FIGURE:
            return brief.figures[target.number]
        case TargetKind.EVENT:
            return brief.timeline[target.number]
        case _:
            return None


def assessment(brief: Brief, evidence: Evidence, target: Target) -> Assessment | None:
    """Return the assessment of a claim. None: the target is not a claim, or nothing is known of it."""
    index = claim_index(brief, target)
    return evidence.claims[index] if index is not None and 0 <= index < len(evidence.claims) else None


def verdicts(brief: Brief, evidence: Evidence, target: Target) -> tuple[Verdict, ...]:
    """Return the verdicts on the cites of an item, one for each; empty if nothing is known of it."""
    if target.kind is TargetKind.SOURCE and 0 <= target.number < len(brief.sources):
        return evidence.source_cites.get(brief.sources[target.number].id, ())
    index = claim_index(brief, target)
    return () if index is None else evidence.cites.get(index, ())
