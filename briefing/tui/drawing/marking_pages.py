"""Owns the page that asks before many briefs are marked."""

from __future__ import annotations

from briefing.render.lines import Role, Run, Sheet, Target, TargetKind
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import crop
from briefing.tui.drawing.sheet_cache import Subject


def numbered(count: int) -> str:
    """Return how many briefs, in words."""
    return "1 brief" if count == 1 else f"{count:,} briefs"


def question_page(count: int, words: str, look: Look) -> Subject:
    """Return the page that asks before so many briefs are marked read; `words` are what the list is filtered by."""

    def typeset(width: int) -> Sheet:
        page = SheetBuilder(width, look)
        with page.item(Target(TargetKind.BRIEF, 0)):
            page.add_paragraph((Run(f"{numbered(count)} in the list", Role.STRONG), Run(_which(count))))
        if words.strip():
            page.add_gap()
            page.add_paragraph(
                (
                    Run("the list is filtered by ", Role.META),
                    Run(crop(words.strip(), page.measure, look.signs.ellipsis), Role.STRONG),
                )
            )
        page.add_gap()
        keys = (("enter", f" {'marks it' if count == 1 else 'marks them'} read   "), ("esc", " does not   "))
        page.add_paragraph((*(run for key, does in keys for run in (Run(key, Role.KEY), Run(does, Role.META))),))
        page.add_paragraph((Run("u", Role.KEY), Run(" undoes it afterwards", Role.META)))
        return page.sheet()

    return Subject("question", (count, words), typeset)


def _which(count: int) -> str:
    return (
        " is unread, or has changed since you read it"
        if count == 1
        else " are unread, or have changed since you read them"
    )
