"""The fields of a query that take words: one entry each, used by the query language, the index and its hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from briefing.base.frozen import frozen
from briefing.format.model import SourceKind


class SearchedItem(Protocol):
    """An item of a brief, or the brief itself, as a search sees it."""

    @property
    def kind(self) -> str:
        """Return brief, point, figure, event, source or open."""

    @property
    def text(self) -> str:
        """Return the text of it that is shown; for a brief its title."""

    @property
    def more(self) -> Iterable[str]:
        """Return its quotes, notes and other texts; for a source also its id and names."""

    @property
    def speakers(self) -> Iterable[str]:
        """Return the id, title and names of the source that says it."""

    @property
    def speaker_kinds(self) -> Iterable[str]:
        """Return the kind of the source that says it, if there is one."""

    @property
    def cited(self) -> Iterable[str]:
        """Return the texts of the sources that it rests on, and their kinds."""

    @property
    def source_kinds(self) -> Iterable[str]:
        """Return the kind of it, if it is a source."""

    @property
    def id(self) -> str:
        """Return the id of its brief."""

    @property
    def tags(self) -> Iterable[str]:
        """Return the tags of its brief."""

    @property
    def entities(self) -> Iterable[str]:
        """Return the names and aliases of the entities of its brief."""


@frozen
class WordField:
    """A field of a query that takes words. Its name is the key in `WORD_FIELDS`."""

    column: str
    """Column of the full-text index: one of `COLUMNS` in `library/index/schema.py`."""
    texts: Callable[[SearchedItem], Iterable[str]]
    """Returns the texts of an item that the field searches."""
    is_apart: bool = False
    """Whether they are texts of the brief that are in none of its items, so that words without a field must be
    searched in them as well."""
    labels: tuple[str, ...] = ()
    """Single words that only this field finds: in the column they stand after `words.LABEL_MARK`."""


def _title(thing: SearchedItem) -> Iterable[str]:
    return (thing.text,) if thing.kind == "brief" else ()


def _tags(thing: SearchedItem) -> Iterable[str]:
    return thing.tags if thing.kind == "brief" else ()


def _entities(thing: SearchedItem) -> Iterable[str]:
    return thing.entities if thing.kind == "brief" else ()


def _source(thing: SearchedItem) -> Iterable[str]:
    own = (thing.text, *thing.more, *thing.source_kinds) if thing.kind == "source" else ()
    return (*own, *thing.cited)


def _speakers(thing: SearchedItem) -> Iterable[str]:
    return (*thing.speakers, *thing.speaker_kinds)


def _id(thing: SearchedItem) -> Iterable[str]:
    return (thing.id,) if thing.kind == "brief" else ()


BY = "by"
_KINDS = tuple(map(str, SourceKind))
WORD_FIELDS = {
    "title": WordField("title", _title),
    "tag": WordField("tags", _tags, is_apart=True),
    "entity": WordField("entities", _entities, is_apart=True),
    "source": WordField("sources", _source, labels=_KINDS),
    BY: WordField("voices", _speakers, labels=_KINDS),
    "id": WordField("name", _id, is_apart=True),
}
"""By the name before the colon."""
