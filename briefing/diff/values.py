"""Owns what a change is, and how it is said in one line of plain words."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from briefing.base.frozen import frozen_kw_only
from briefing.diff.shorten import ELLIPSIS, NAME_BESIDE, abridge, collapse_spaces, short_name

ARROW = "→"
ITEM = "item"
"""The `field` of a change that adds or takes away a whole item."""
TEXT = "text"
"""The `field` of an item's own words, by which it is named."""


_OURS = frozenset({"amount", "when", "date", "published", "retrieved", "basis", "reliability", "cites"})
"""Fields whose values are put in words by us, unless they are prose."""


class Section(StrEnum):
    """Which part of a brief a change is in."""

    BRIEF = "brief"
    """Its head: title, lede, status, tags, names, note, and what is kept for others."""
    SUMMARY = "summary"
    FIGURES = "figures"
    TIMELINE = "timeline"
    SOURCES = "sources"
    OPEN = "open"
    RELATED = "related"

    @property
    def heading(self) -> str:
        """What a reader calls it."""
        return _TITLES[self]


_TITLES = {
    Section.BRIEF: "The brief",
    Section.SUMMARY: "Summary",
    Section.FIGURES: "Key figures",
    Section.TIMELINE: "Timeline",
    Section.SOURCES: "Sources",
    Section.OPEN: "Left open",
    Section.RELATED: "Related",
}
_KINDS = {
    Section.BRIEF: "brief",
    Section.SUMMARY: "point",
    Section.FIGURES: "figure",
    Section.TIMELINE: "event",
    Section.SOURCES: "source",
    Section.OPEN: "open",
    Section.RELATED: "related",
}


class ItemPosition(NamedTuple):
    """Where a change can be seen in the later brief."""

    kind: str
    """"brief", "point", "figure", "event", "source", "open" or "related"."""
    number: int
    """Index in its block, from 0."""


class ShownValues(NamedTuple):
    """The two sides of a change as they are shown."""

    before: str | None
    after: str | None


@frozen_kw_only
class Change:
    """One thing that means something else in the later brief than in the earlier one."""

    block: Section
    number: int | None = None
    """Index of the item in its block of the later brief, from 0. None: it is gone."""
    name: str = ""
    """The words of the item, whole: "killed or injured". Empty: it is the brief itself."""
    field: str
    """The field of the model that changed; `ITEM` for the whole item, "cites" for what it rests on."""
    said: str = ""
    """Our words before the values: "confidence", "one source added:". Empty: the values say it all."""
    of: str = ""
    """Heading of the source, or label of the figure, that stands behind `said`. Empty: none does."""
    before: str | None = None
    """Words of the earlier brief, whole. None: nothing was said, or the usual was meant."""
    after: str | None = None
    """Words of the later brief, whole. None: nothing is said any more."""
    is_prose: bool = False
    """Whether both are the writer's own words; they are then set in quote marks, and long ones abridged."""

    @property
    def item(self) -> ItemPosition | None:
        """Where it can be seen in the later brief. None: it is gone."""
        return None if self.number is None else ItemPosition(_KINDS[self.block], self.number)

    @property
    def names_itself(self) -> bool:
        """Whether the values are the item's own words, so that it need not be named besides."""
        return not self.name or self.field in {ITEM, TEXT}

    @property
    def is_ours(self) -> bool:
        """Whether the values are in our words: a number, a date, a grade."""
        return not self.is_prose and self.field in _OURS

    def named(self, ellipsis: str = ELLIPSIS) -> str:
        """Return the name of the item, short enough for a line."""
        return short_name(self.name, ellipsis)

    def named_beside(self, ellipsis: str = ELLIPSIS) -> str:
        """Return the name of the source or figure behind `said`, shorter still."""
        return short_name(self.of, ellipsis, NAME_BESIDE)

    def values(self, ellipsis: str = ELLIPSIS) -> ShownValues:
        """Return both sides in one line each; of two long texts that are nearly alike only where they differ."""
        if self.is_prose and self.before is not None and self.after is not None:
            return ShownValues(*abridge(self.before, self.after, ellipsis))
        return ShownValues(*(None if words is None else collapse_spaces(words) for words in (self.before, self.after)))


def change_sentence(change: Change) -> str:
    """Say a change in one line. May hold text of the brief: whoever prints it makes it safe."""
    before, after = change.values()
    opening, closing = ("“", "”") if change.is_prose else ("", "")
    named = "" if change.names_itself else f"{change.named()}:"
    colon = ":" if change.of and not (before is None and after is None) else ""
    parts = (
        named,
        change.said,
        f"{change.named_beside()}{colon}",
        "" if before is None else f"{opening}{before}{closing}",
        ARROW if before is not None and after is not None else "",
        "" if after is None else f"{opening}{after}{closing}",
    )
    return " ".join(part for part in parts if part)
