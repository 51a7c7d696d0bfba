"""A brief as a whole: its metadata, its items and sources, and finding a source or a figure by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefing.base.frozen import field, frozen_kw_only
from briefing.format.dates import Edtf
from briefing.format.model.claims import NO_SPOTS, Claim, Event, Figure, Point, Spots
from briefing.format.model.sources import Source
from briefing.format.model.vocabulary import Marking, Relation, Status

Untyped = str | list["Untyped"] | dict[str, "Untyped"] | None
"""A part of a file without a type: every scalar is text."""


@frozen_kw_only
class Entity:
    """A person, a place or an organisation that the brief is about."""

    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    """Other names, in any script; searches find them."""


@frozen_kw_only
class Related:
    """Another brief that a reader of this one should know."""

    brief: str
    """Its id: the path inside the library without .yaml."""
    relation: Relation | None = None
    """`as` in the file. None: not given."""


@frozen_kw_only
class Brief:
    """One briefing, derived from one or more articles."""

    id: str
    """Path inside the library without .yaml or .yml, with forward slashes."""
    title: str
    lede: str | None = None
    """What the reader must know if they read nothing else."""
    date: Edtf | None = None
    """The day the brief was written or last revised, not the article's date."""
    status: Status = Status.FINAL
    supersedes: str | None = None
    """Id of the brief that this one replaces."""
    author: str | None = None
    language: str = "en"
    """BCP 47 tag."""
    marking: Marking | None = None
    """Always visible where given; carried by every copy and export."""
    tags: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    summary: tuple[Point, ...] = ()
    figures: tuple[Figure, ...] = ()
    timeline: tuple[Event, ...] = ()
    """In the order of the file; `render` sorts them by time."""
    sources: tuple[Source, ...] = ()
    """In the order of the file; `Source.number` counts them from 1."""
    open: tuple[str, ...] = ()
    """What the article leaves open."""
    related: tuple[Related, ...] = ()
    note: str | None = None
    extras: Mapping[str, Untyped] = field(default_factory=lambda: MappingProxyType({}))
    """Keys that begin with "x-": data of other programs, kept as it is."""
    spots: Spots = field(default_factory=lambda: NO_SPOTS, compare=False, repr=False)
    """By key; items of lists are "open.0", "related.1", "tags.0"."""
    unreviewed: int = field(init=False, compare=False, repr=False)
    """The number of claims that a program drafted and no person has confirmed."""
    _sources: Mapping[str, Source] = field(init=False, compare=False, repr=False)
    """By id."""
    _figures: Mapping[str, Figure] = field(init=False, compare=False, repr=False)
    """By id; if an id occurs twice, its first figure."""

    def __post_init__(self) -> None:
        # Counted and indexed, as each line that is drawn asks for the one, and each cite for its source.
        object.__setattr__(self, "_sources", {source.id: source for source in reversed(self.sources)})
        object.__setattr__(self, "_figures", {each.id: each for each in reversed(self.figures) if each.id is not None})
        object.__setattr__(self, "unreviewed", sum(not claim.is_reviewed for claim in self.claims()))

    def source(self, source_id: str) -> Source | None:
        """Return the source with this id, or None."""
        return self._sources.get(source_id)

    def figure(self, figure_id: str) -> Figure | None:
        """Return the figure with this id, or None."""
        return self._figures.get(figure_id)

    def claims(self) -> Iterator[Claim]:
        """Yield every point, then every figure, then every event."""
        yield from self.summary
        yield from self.figures
        yield from self.timeline
