"""A change, and its sentence in one line."""

from __future__ import annotations

from enum import StrEnum

from briefing.base.frozen import frozen_kw_only
from briefing.base.named_tuple import NamedTuple
from briefing.diff.shorten import ELLIPSIS, NAME_BESIDE, abridge, collapse_spaces, shorten_name

ARROW = "→"
ITEM = "item"
"""The `field` of a change that adds or removes a whole item."""
TEXT = "text"
"""The `field` of a change of an item's own text, which is also its name."""


_OURS = frozenset({"amount", "when", "date", "published", "retrieved", "basis", "reliability", "cites"})
"""Fields whose values are worded by this program, unless they are prose."""


class Section(StrEnum):
    """A section of a brief."""

    BRIEF = "brief"
    """Its metadata: title, lede, status, tags, entities, note, keys of other programs."""
    SUMMARY = "summary"
    FIGURES = "figures"
    TIMELINE = "timeline"
    SOURCES = "sources"
    OPEN = "open"
    RELATED = "related"

    @property
    def heading(self) -> str:
        """Its title for readers."""
        return _TITLES[self]

    @property
    def item_kind(self) -> str:
        """What an item of it is called, in `ItemPosition.kind`."""
        return _KINDS[self]


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
    """An item of the later brief."""

    kind: str
    """"brief", "point", "figure", "event", "source", "open" or "related"."""
    number: int
    """Index in its section, from 0."""


class ShownValues(NamedTuple):
    """The two sides of a change as they are shown."""

    before: str | None
    after: str | None


@frozen_kw_only
class Change:
    """One change of meaning from the earlier to the later brief."""

    section: Section
    number: int | None = None
    """Index of the item in its section of the later brief, from 0. None: the item is gone."""
    name: str = ""
    """The words of the item, in full: "killed or injured". Empty: it is the brief itself."""
    field: str
    """The field of the model that changed; `ITEM`: the whole item; "cites": its cites."""
    said: str = ""
    """The phrase before the values: "confidence", "one source added:". Empty: the values suffice."""
    of: str = ""
    """Heading of the source or label of the figure that follows `said`. Empty: none."""
    before: str | None = None
    """The words of the earlier brief, in full. None: there were none, or it was the default."""
    after: str | None = None
    """The words of the later brief, in full. None: there are none."""
    is_prose: bool = False
    """Whether both are the writer's words, which are put in quote marks, and abridged if they are long."""

    @property
    def item(self) -> ItemPosition | None:
        """The item in the later brief. None: it is gone."""
        return None if self.number is None else ItemPosition(self.section.item_kind, self.number)

    @property
    def names_itself(self) -> bool:
        """Whether the values are the item's own words, so that its name need not be shown as well."""
        return not self.name or self.field in {ITEM, TEXT}

    @property
    def is_ours(self) -> bool:
        """Whether the values are worded by this program: a number, a date, a grade."""
        return not self.is_prose and self.field in _OURS

    def named(self, ellipsis: str = ELLIPSIS) -> str:
        """Return the name of the item, short enough for a line."""
        return shorten_name(self.name, ellipsis)

    def named_beside(self, ellipsis: str = ELLIPSIS) -> str:
        """Return the name of the source or figure after `said`, shorter still."""
        return shorten_name(self.of, ellipsis, NAME_BESIDE)

    def values(self, ellipsis: str = ELLIPSIS) -> ShownValues:
        """Return each side as one line; of two long similar texts only the parts that differ."""
        if self.is_prose and self.before is not None and self.after is not None:
            return ShownValues(*abridge(self.before, self.after, ellipsis))
        return ShownValues(*(None if words is None else collapse_spaces(words) for words in (self.before, self.after)))


def change_sentence(change: Change) -> str:
    """Return a change as one line. It may contain text of the brief: the caller makes it safe to print."""
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
