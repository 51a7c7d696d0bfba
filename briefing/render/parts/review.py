"""Claims that a program drafted and no person has confirmed: their sign, their words, and how many a brief has."""

from __future__ import annotations

from briefing.format.model import Brief, Claim
from briefing.render.lines import Role, Run
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK

NOT_REVIEWED = "not reviewed"
"""What is said of such a claim in words."""


def review_cells(brief: Brief, look: Look) -> int:
    """Return the width of the column of signs before the verdicts: 0 if every claim of a brief is reviewed.

    It is the same in every pane of a brief. In the plain look words take its place.
    """
    return 0 if look.plain or not brief.unreviewed else 1


def review_sign(claim: Claim, look: Look) -> Run:
    """Return the sign that stands before the verdict of a claim; it has no text if the claim is reviewed."""
    return Run("" if claim.is_reviewed or look.plain else look.signs.unreviewed, Role.WARNING)


def review_words(claim: Claim) -> list[Run]:
    """Return that a claim is not reviewed, as one fact. Empty: it is."""
    return [] if claim.is_reviewed else [Run(NOT_REVIEWED, Role.WARNING)]


def review_count(brief: Brief) -> str:
    """Return how many claims of a brief are not reviewed: "12 of 27 not reviewed". Empty: all are reviewed."""
    number = brief.unreviewed
    return f"{number} of {sum(1 for _ in brief.claims())} {NOT_REVIEWED}" if number else ""


def review_count_runs(brief: Brief) -> list[Run]:
    """Return the same as one fact that no line breaks."""
    return [Run(said.replace(" ", NO_BREAK), Role.WARNING)] if (said := review_count(brief)) else []
