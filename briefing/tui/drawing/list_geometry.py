"""Owns which line of the list is where: first what stands above the briefs, then the briefs, all equally high. Pure."""

from __future__ import annotations

from briefing.base.frozen import frozen


@frozen
class ListGeometry:
    """The lines of a list that may be longer than the screen; the first one is line 0."""

    lead: int
    """Lines above the first brief."""
    each: int
    """Lines of a brief."""
    count: int
    """Briefs."""
    room: int
    """Lines that fit on the screen, at least 1."""

    @property
    def fits(self) -> int:
        """Briefs that fit on the screen whole, at least 1."""
        return max(1, self.room // self.each)

    @property
    def lowest(self) -> int:
        """The line that is the first on screen when the end of the list is."""
        whole = self.fits * self.each if self.room >= self.each else self.each
        return self.aligned(max(0, self.lead + self.count * self.each - whole))

    def aligned(self, line: int) -> int:
        """Return the first line from this one on that the screen may begin with: above the briefs any, else a brief."""
        if line <= self.lead:
            return max(0, line)
        return self.lead + -((self.lead - line) // self.each) * self.each

    def brief_at(self, line: int) -> tuple[int, int]:
        """Return the brief of a line and which of its lines it is; above the first brief a negative number."""
        return divmod(line - self.lead, self.each)

    def top(self, top: int, index: int, above: int | None) -> int:
        """Return the first line on screen, as near to `top` as shows the brief `index`, or the line `above` them."""
        first = above if above is not None else self.lead + index * self.each
        last = first + (1 if above is not None else self.each)
        if above is None and index == 0 and last <= self.room:
            return 0
        top = max(0, min(top, self.lowest, first))
        return top if last - top <= self.room else min(first, self.aligned(last - self.room))
