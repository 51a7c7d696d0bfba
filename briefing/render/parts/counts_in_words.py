"""Counts of claims in words: of a brief by class, and of those that rest on a source."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.evidence import Counts, Support
from briefing.evidence.classes import CLASSES
from briefing.evidence.origins import Dependents
from briefing.render.text.cell_width import NO_BREAK


def resting_words(rest: Dependents | None) -> str:
    """Return how much rests on a source: "9 claims rest on it, 7 on nothing else"."""
    if rest is None or not rest.claims:
        return "no claim rests on it"
    count, alone = len(rest.claims), len(rest.alone)
    said = f"1{NO_BREAK}claim rests on it" if count == 1 else f"{count}{NO_BREAK}claims rest on it"
    if alone == count:
        return f"{said} alone"
    return f"{said}, {alone} on nothing else" if alone else f"{said} and on others"


def unchecked_count_parts(claims: int) -> tuple[str, str]:
    """Return the parts of the line of verdicts while claims are being checked."""
    return f"{claims} {'claim' if claims == 1 else 'claims'}", "being checked"


class CountPart(NamedTuple):
    """One number on the line that counts a brief's claims by class."""

    number: int
    words: str
    """What is counted: "claims", "doubtful"."""
    support: Support | None = None
    """The class that is counted. None: all claims, or their origins."""

    @property
    def text(self) -> str:
        """The part in words: "2 doubtful"."""
        return f"{self.number} {self.words}"


def count_parts(counts: Counts) -> tuple[CountPart, ...]:
    """Return the parts of the line that counts a brief's claims. Those of the classes add up to all claims.

    Classes without a claim are left out, except for "verified": that there is none has to be said.
    """
    classes = (
        CountPart(counts.of(support), shown.counted, support)
        for support, shown in CLASSES.items()
        if counts.of(support) or (support is Support.VERIFIED and counts.claims)
    )
    claims = CountPart(counts.claims, "claim" if counts.claims == 1 else "claims")
    return claims, *classes, CountPart(counts.origins, "origin" if counts.origins == 1 else "origins")
