"""The panes of a brief, one entry each: the screen, its keys, the first frame and `briefing show` ask this table."""

from __future__ import annotations

from collections.abc import Callable

from briefing.base.frozen import frozen
from briefing.evidence import Evidence
from briefing.format.model import Brief
from briefing.render.form import PaneForm
from briefing.render.lines import Sheet, TargetKind
from briefing.render.symbols import Look

Typeset = Callable[[Brief, int, Look, Evidence | None, PaneForm], Sheet]
"""Typesets a pane of a brief at a width and in a form. Without evidence it says nothing of how claims are supported."""


@frozen
class PaneType:
    """One pane of a brief."""

    name: str
    """In small letters; also in positions that are saved, and in the id of the action that goes there: `pane.NAME`."""
    title: str
    short: str
    """Its title on a tab where there is little room."""
    load: Callable[[], Typeset]
    """Import the module that typesets the pane, and return its function: the first frame needs few of them."""
    empty: str = ""
    """What is shown where a brief has nothing for this pane."""
    kinds: tuple[TargetKind, ...] = ()
    """The kinds of items that it shows. Items of a kind that no pane names are shown in the first pane, or nowhere."""


def _summary() -> Typeset:
    from briefing.render.panes.summary import summary_pane

    return summary_pane


def _figures() -> Typeset:
    from briefing.render.panes.figures import figures_pane

    return figures_pane


def _timeline() -> Typeset:
    from briefing.render.panes.timeline import timeline_pane

    return timeline_pane


def _sources() -> Typeset:
    from briefing.render.panes.sources import sources_pane

    return sources_pane


PANES = (
    PaneType("summary", "Summary", "Summary", _summary, kinds=(TargetKind.POINT,)),
    PaneType("figures", "Key figures", "Figures", _figures, "This brief gives no figures.", (TargetKind.FIGURE,)),
    PaneType("timeline", "Timeline", "Timeline", _timeline, "This brief gives no dates.", (TargetKind.EVENT,)),
    PaneType("sources", "Sources", "Sources", _sources, "This brief names no sources.", (TargetKind.SOURCE,)),
)
"""In the order of the screen and of what is printed; their keys are the digits from 1. The first is the main pane."""
