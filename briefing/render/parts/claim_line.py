"""The parts of a claim's paragraph: its verdict as the bullet, its words, who says it running on, its source marks."""

from __future__ import annotations

from briefing.evidence.origins import origins, vias
from briefing.format.model import Brief, Claim
from briefing.render.lines import Line, Role, Run, Target, TargetKind
from briefing.render.parts.claims import SourceMarks, speaker_name, standing_run
from briefing.render.parts.review import review_cells, review_sign
from briefing.render.parts.verdict_marks import claim_of, verdict_bullet
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK, cells, tidy

_WHOLE_NAME = 19
"""Greatest width in cells of a name that is not broken."""


class ClaimLines:
    """Sets the claims of one brief in one pane, all in the same way."""

    def __init__(self, builder: SheetBuilder, brief: Brief) -> None:
        self._builder, self._brief = builder, brief
        self._marks = SourceMarks(builder, brief)

    def lead(self, target: Target) -> tuple[Line, Line]:
        """Return what begins the first line of a claim, its verdict, and the indent of the other lines.

        It leads to the words that the verdict is about, or to the first that the claim rests on.
        """
        look, before = self._builder.look, review_cells(self._brief, self._builder.look)
        sign = verdict_bullet(self._builder.verdict_marks, target, look)
        sign = Run(sign.text, sign.role, sign.target or target._replace(cite=0))
        claim = claim_of(self._brief, target)
        review = Run("") if claim is None else review_sign(claim, look)
        column = lead_cells(self._brief, look)
        gap = Run(" " * max(1, column - before - cells(sign.text)))
        whole = (review if review.text else Run(" " * before), sign, gap)
        return tuple(run for run in whole if run.text), (Run(" " * column),)

    def words(self, claim: Claim, target: Target, *, is_named: bool = True) -> list[Run]:
        """Return the words of a claim, the marks of its sources, and who says it, ready for a paragraph.

        Without `is_named`, who says it is one of the marks.
        """
        said = said_by(claim, self._brief, self._builder.look, is_named=is_named)
        return [Run(claim.text.strip()), *self.marks(claim, target, is_named=is_named), *said]

    def breaks_hyphens(self, claim: Claim) -> bool:
        """Tell whether a line may end after a hyphen inside a word: not beside a short name that has one."""
        name = "" if claim.by is None else _name(claim.by, self._brief)
        return "-" not in name or not _is_short(name)

    def marks(self, claim: Claim, target: Target, *, is_named: bool = True) -> list[Run]:
        """Return the marks behind the words of a claim."""
        return self._marks.of(claim, target, speaker=not is_named)


def lead_cells(brief: Brief, look: Look) -> int:
    """Return the width of the column of verdicts with the gap after it, and with the signs of review before it.

    A long word of the ASCII look stands out of it.
    """
    verdicts = 3 if (look.ascii or look.console) and not look.plain else 2
    return review_cells(brief, look) + verdicts


def said_by(claim: Claim, brief: Brief, look: Look, *, is_named: bool = True) -> list[Run]:
    """Return what runs on behind the words of a claim: " — disputed, two engineers". Empty: the article reports it.

    A short name is not broken, and no line ends with the dash. In the plain look it is a sentence in brackets.
    """
    hedge = standing_run(claim)
    standing = [hedge] if hedge is not None else []
    source = brief.source(claim.by) if claim.by is not None and is_named else None
    name = "" if claim.by is None or not is_named else _name(claim.by, brief)
    if not name and not standing:
        return []
    where = Target(TargetKind.SOURCE, source.number - 1) if source is not None else None
    if look.plain:
        by = [Run("according to ", Role.META), Run(name, Role.META, where)] if name else []
        return [Run(" ("), *standing, *([Run(", ")] if standing and by else []), *by, Run(")")]
    begins = name.replace(" ", NO_BREAK) if _is_short(name) else name
    by = [Run(begins, Role.META, where)] if name else []
    between = [Run(", ", Role.META)] if standing and by else []
    return [Run(" "), Run(f"{look.signs.says}{NO_BREAK}", Role.META), *standing, *between, *by]


def _name(source_id: str, brief: Brief) -> str:
    source = brief.source(source_id)
    return tidy(speaker_name(source, brief) if source is not None else source_id).strip()


def _is_short(name: str) -> bool:
    """Tell whether a name is not to be broken."""
    return cells(name) <= _WHOLE_NAME


def origin_count(brief: Brief) -> int:
    """Return the number of independent origins of a brief's claims. 0: no claim names one."""
    links = vias(brief)
    return len(frozenset[str]().union(*(origins(claim, links) for claim in brief.claims())))
