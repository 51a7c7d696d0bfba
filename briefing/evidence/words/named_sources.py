"""The sources of a brief by the words that may name them, so that no text is compared with each of many sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.evidence.languages import Language
from briefing.evidence.words.source_names import (
    HEAD,
    NameTokens,
    SourceNames,
    forms_of_name,
    name_of_source,
    names_of_source,
)
from briefing.format.model import Brief, Entity, Source

MOST_ALIKE = 50
"""Sources that the words of one text may name at most: more cannot be told apart in little time."""
_Named = tuple[Source, SourceNames]


class NamedSources:
    """The sources of a brief in one language, in their order, found by the words of a text."""

    def __init__(self, brief: Brief, language: Language) -> None:
        self._language = language
        self._entities = _by_name(brief.entities)
        self._named: list[_Named] = []
        self._by_word: dict[str, list[int]] = {}
        """The numbers of sources, by whole words that name them."""
        self._by_beginning: dict[str, list[int]] = {}
        """The numbers of sources that are no people, by first letters of words that name or describe them."""
        for source in brief.sources:
            self._add(source)
        self._lengths = sorted({len(beginning) for beginning in self._by_beginning})

    def names(self, source: Source) -> SourceNames:
        """Return how a text may name a source, which need not be one of the brief."""
        named = self._entities.get(name_of_source(source), ())
        return names_of_source(source, tuple(named), self._language)

    def named_in(self, text: NameTokens) -> list[_Named]:
        """Return the sources that a text may name, in the order of the brief: all whom it names, and some others.

        The role of a person is left out, as many people may have it. If there are more than `MOST_ALIKE`, one more than
        these is returned.
        """
        found = {number for word in self._by_word.keys() & text.small for number in self._by_word[word]}
        for length in self._lengths:
            begun = self._by_beginning.keys() & {word[:length] for word in text.small}
            found.update([number for one in begun for number in self._by_beginning[one]])
        return [self._named[number] for number in sorted(found)[: MOST_ALIKE + 1]]

    def _add(self, source: Source) -> None:
        who, number = self.names(source), len(self._named)
        self._named.append((source, who))
        _note(number, {one.lower() for one in who.acronyms}, self._by_word)
        if who.is_person:
            words = {form for parts in who.names for form in forms_of_name(parts[-1], self._language)}
            _note(number, words | {parts[0] for parts in who.names}, self._by_word)
        else:
            _note(number, set(self._beginnings(who)), self._by_beginning)

    def _beginnings(self, who: SourceNames) -> Iterator[str]:
        for parts in who.names:
            yield from (part.removesuffix("s")[:HEAD] or part for part in parts)
        for role in who.roles:
            same = (one for one in self._language.discourse.same_roles if role[-1].startswith(one))
            yield next(same, role[-1])[:HEAD]


def _note(number: int, words: Collection[str], found: dict[str, list[int]]) -> None:
    for word in words:
        found.setdefault(word, []).append(number)


def _by_name(entities: Collection[Entity]) -> dict[str, list[Entity]]:
    """Return entities by their names and aliases."""
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        for name in {entity.name, *entity.aliases}:
            found.setdefault(name, []).append(entity)
    return found
