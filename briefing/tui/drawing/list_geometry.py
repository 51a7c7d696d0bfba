"""The lines of a scrolling list: some lines above the briefs, then the briefs, all of them in sight or of equal height.

Pure.
"""

from __future__ import annotations

from itertools import accumulate

from briefing.base.frozen import frozen


@frozen
class ListGeometry:
    """The lines of a list that may be longer than the screen, counted from 0."""

    lead: int
    """Lines above the first brief."""
    each: int
    """Lines that each brief takes, if `heights` is empty."""
    count: int
    """Number of briefs."""
    room: int
    """Lines that are visible at a time, at least 1."""
    heights: tuple[int, ...] = ()
    """Lines of each brief, if all of them are visible: such a list does not scroll."""

    @property
    def fits(self) -> int:
        """Whole briefs that are visible at a time, at least 1."""
        return max(1, self.count if self.heights else self.room // self.each)

    @property
    def lowest(self) -> int:
        """The first visible line when the list is scrolled to its end."""
        if self.heights:
            return 0
        whole = self.fits * self.each if self.room >= self.each else self.each
        return self.aligned(max(0, self.lead + self.count * self.each - whole))

    def aligned(self, line: int) -> int:
        """Return the next line that may be the first visible one: any above the briefs, else the first of a brief."""
        if line <= self.lead:
            return max(0, line)
        return self.lead + -((self.lead - line) // self.each) * self.each

    def brief_at(self, line: int) -> tuple[int, int]:
        """Return the index of the brief that has a line (negative above the briefs), and which of its lines it is."""
        if not self.heights or line < self.lead:
            return divmod(line - self.lead, self.each)
        begin = self.lead
        for index, end in enumerate(accumulate(self.heights, initial=self.lead)):
            if line < end:
                return index - 1, line - begin
            begin = end
        return self.count, line - begin

    def first_brief(self, top: int) -> int:
        """Return the index of the first brief that is visible when the list is scrolled to line `top`."""
        return max(0, self.brief_at(top)[0])

    def top(self, top: int, index: int, above: int | None) -> int:
        """Return the first visible line: the nearest to `top` that shows brief `index`, or the line `above` them."""
        if self.heights:
            return 0
        first = above if above is not None else self.lead + index * self.each
        last = first + (1 if above is not None else self.each)
        if above is None and index == 0 and last <= self.room:
            return 0
        top = max(0, min(top, self.lowest, first))
        return top if last - top <= self.room else min(first, self.aligned(last - self.room))
