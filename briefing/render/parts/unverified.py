"""The section that says why each claim that is not verified is not."""

from __future__ import annotations

from briefing.base.safe_text import visible
from briefing.evidence import Evidence, Support
from briefing.evidence.classes import CLASSES
from briefing.format.model import Brief
from briefing.render.lines import Run, Sheet
from briefing.render.parts.verdict_marks import class_role, sign_text
from briefing.render.parts.verdict_words import reasons
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look


def unverified(brief: Brief, evidence: Evidence, width: int, look: Look) -> Sheet:
    """Typeset each claim that is not verified for a known reason, with the sign of its class and the reasons below."""
    builder = SheetBuilder(width, look)
    for claim, assessed in zip(brief.claims(), evidence.claims, strict=True):
        said = reasons(assessed)
        if assessed.support is Support.VERIFIED or not said:
            continue
        shown = CLASSES[assessed.support]
        sign = sign_text(shown, look) or look.signs.bullet
        lead = f"{sign}: " if look.plain and shown.word else f"{sign} "
        indent = (Run("  "),)
        builder.add_paragraph((Run(claim.text.strip()),), (Run(lead, class_role(assessed.support)),), indent)
        for reason in said:
            builder.add_paragraph((Run(visible(reason)),), indent, indent)
    return builder.sheet()
