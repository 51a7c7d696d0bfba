"""How much room a pane has for a brief, and what stands above it: what panes are typeset for, beside their width.

The layout chooses the roomiest density at which the panes of a column fit beside each other.
"""

from __future__ import annotations

from enum import IntEnum

from briefing.base.frozen import frozen


class Density(IntEnum):
    """How much a pane says of each item, the most first. At no density has a sheet more lines than at the one before.

    What a density leaves out is in the readout row for the item under the cursor, and whole in the zoomed pane.
    """

    FULL = 0
    """All that is known: a zoomed pane, and what is printed."""
    EXPLAINED = 1
    """As ROOMY, with what the check finds wrong, in words."""
    ROOMY = 2
    """Who says it in a row of its own, rows between points, the axis. A brief takes as many rows once it is checked."""
    CLOSE = 3
    """Each item in as few rows as it needs: who says it is a source number."""
    TIGHT = 4
    """As CLOSE, without what a brief can be read without: the axis, names."""


@frozen
class PaneForm:
    """What a pane is typeset for."""

    density: Density = Density.FULL
    has_title: bool = True
    """Whether the pane begins with the title of the brief. False: it stands whole on the bar above."""


FULL = PaneForm()
"""Everything, with the title: what `briefing show` prints."""
