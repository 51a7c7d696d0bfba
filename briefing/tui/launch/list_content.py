"""The list of briefs in a frame of the reading screen: what it shows, and what `list_frame` makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Line
from briefing.render.parts.listed_brief import ListRow
from briefing.tui.drawing.list_form import ListForm
from briefing.tui.theme.colours import Ground


class ListContent(NamedTuple):
    """The list of briefs."""

    total: int
    at: int
    """Index of the open brief."""
    list_row: Callable[[int], ListRow]
    """Returns what the list says of the brief at an index."""
    searches: tuple[str, ...] = ()
    """Names of the kept searches above the briefs."""
    scroll_top: int = 0
    """The first visible line in the frame before, of those that scroll."""
    form: ListForm = ListForm.AUTO
    """How the reader wants the rows."""


class ListedFrame(NamedTuple):
    """The list as it is drawn."""

    heading: Callable[[int, str, str], Line]
    """Returns its heading, given the width, the number of briefs and the order, both in words."""
    lines: Iterable[tuple[Line, Ground]]
    """Its lines, and the ground of each."""
