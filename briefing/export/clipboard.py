"""One item as plain text for the clipboard: its words, its citations, and the marking of the brief."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.safe_text import one_line
from briefing.export.wording import Wording, citation, semicolon_list, source_details, when
from briefing.format.dates.wording import date_words
from briefing.format.model import Brief, Claim, Event, Figure, Source
from briefing.render.lines import Target, TargetKind


def item_text(brief: Brief, target: Target) -> str:
    """Return an item with its citations and the brief's marking as plain text; for one cite, only that citation."""
    match target.kind:
        case TargetKind.POINT:
            lines = _claim(brief.summary[target.number], brief, target)
        case TargetKind.FIGURE:
            lines = _claim(brief.figures[target.number], brief, target)
        case TargetKind.EVENT:
            lines = _claim(brief.timeline[target.number], brief, target)
        case TargetKind.SOURCE:
            lines = _source(brief.sources[target.number], brief)
        case TargetKind.OPEN:
            lines = [f"Left open: {one_line(brief.open[target.number])}"]
        case TargetKind.RELATED:
            lines = [brief.related[target.number].brief]
        case TargetKind.BRIEF | TargetKind.PROBLEM:
            lines = [brief.title, brief.lede or ""]
    return "\n".join([*(one_line(line) for line in lines if line), _brief_label(brief)]) + "\n"


def _claim(claim: Claim, brief: Brief, target: Target) -> Sequence[str]:
    wording = Wording(brief)
    match claim:
        case Figure():
            text = f"{claim.text}: {wording.amount(target.number)}"
        case Event():
            text = f"{when(claim)}: {claim.text}"
        case _:
            text = claim.text
    facts = semicolon_list(wording.facts(claim, target.number))
    cites = claim.cites if target.cite is None else claim.cites[target.cite : target.cite + 1]
    return [f"{one_line(text)} ({facts})" if facts else text, *(citation(each, brief) for each in cites)]


def _source(source: Source, brief: Brief) -> Sequence[str]:
    return [source.heading, semicolon_list(source_details(source, brief)), source.url or ""]


def _brief_label(brief: Brief) -> str:
    """Return title, status, date and marking of the brief, in brackets."""
    status = "" if brief.status == "final" else str(brief.status)
    said = [brief.title, status, date_words(brief.date) if brief.date else "", str(brief.marking or "")]
    return f"[{', '.join(one_line(part) for part in said if part)}]"
