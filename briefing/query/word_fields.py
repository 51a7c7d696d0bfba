"""The fields of a query that take words, one entry each: the language of searches, the index and its hits ask here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from briefing.base.frozen import frozen


class Searched(Protocol):
    """An item of a brief, or the brief itself, as a search sees it."""

    @property
    def kind(self) -> str:
        """Return brief, point, figure, event, source or open."""

    @property
    def text(self) -> str:
        """Return what is shown of it; of a brief its title."""

    @property
    def more(self) -> Iterable[str]:
        """Return its quotes, notes and the like; of a source also its id and names."""

    @property
    def speakers(self) -> Iterable[str]:
        """Return the id, title and names of the source that says it."""

    @property
    def cited(self) -> Iterable[str]:
        """Return all that is known of the sources that it cites."""

    @property
    def id(self) -> str:
        """Return the id of the brief that it stands in."""

    @property
    def tags(self) -> Iterable[str]:
        """Return the tags of that brief."""

    @property
    def entities(self) -> Iterable[str]:
        """Return the names and aliases of the entities of that brief."""


@frozen
class WordField:
    """One field of a query that takes words. Its name is the key in `WORD_FIELDS`."""

    column: str
    """Column of the index's full text: one of `COLUMNS` in `library/index/schema.py`."""
    texts: Callable[[Searched], Iterable[str]]
    """Return the texts of an item that the field is about."""
    is_apart: bool = False
    """Whether they are texts of the brief itself that stand in none of its items: words without a field are looked for
    in them too."""


def _title(thing: Searched) -> Iterable[str]:
    return (thing.text,) if thing.kind == "brief" else ()


def _tags(thing: Searched) -> Iterable[str]:
    return thing.tags if thing.kind == "brief" else ()


def _entities(thing: Searched) -> Iterable[str]:
    return thing.entities if thing.kind == "brief" else ()


def _source(thing: Searched) -> Iterable[str]:
    own = (thing.text, *thing.more) if thing.kind == "source" else ()
    return (*own, *thing.cited)


def _speakers(thing: Searched) -> Iterable[str]:
    return thing.speakers


def _id(thing: Searched) -> Iterable[str]:
    return (thing.id,) if thing.kind == "brief" else ()


BY = "by"
WORD_FIELDS = {
    "title": WordField("title", _title),
    "tag": WordField("tags", _tags, is_apart=True),
    "entity": WordField("entities", _entities, is_apart=True),
    "source": WordField("sources", _source),
    BY: WordField("voices", _speakers),
    "id": WordField("name", _id, is_apart=True),
}
"""By the name that is typed before the colon."""
