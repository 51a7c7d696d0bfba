"""The tables of the languages by tag, each imported when it is first asked for: a text needs one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages.connectors import Connectors, united
from briefing.evidence.languages.table import Language


class LanguageSource(NamedTuple):
    """What is known of a language before its table is imported."""

    connectors: Connectors
    """Its small words, which count in texts of all languages."""
    load: Callable[[], Language]
    """Imports its table."""


class LanguageTables(MutableMapping[str, Language]):
    """Languages with a table, by their tag."""

    def __init__(self, sources: Mapping[str, LanguageSource], others: Callable[[], tuple[Connectors, ...]]) -> None:
        """Take the languages, and a function that gives the small words of languages without a table."""
        self._sources = dict(sources)
        self._others = others
        self._loaded: dict[str, Language] = {}
        self._united: Connectors | None = None

    def __getitem__(self, tag: str) -> Language:
        """Return a language; import its table if that has not been done."""
        if tag not in self._loaded:
            self._loaded[tag] = self._sources[tag].load()
        return self._loaded[tag]

    def __setitem__(self, tag: str, language: Language) -> None:
        """Add a language, or put another one in its place."""
        self._sources[tag] = LanguageSource(language.connectors, lambda: language)
        self._loaded[tag] = language
        self._united = None

    def __delitem__(self, tag: str) -> None:
        """Remove a language."""
        del self._sources[tag]
        self._loaded.pop(tag, None)
        self._united = None

    def __contains__(self, tag: object) -> bool:
        """Tell whether there is a language of that tag."""
        return tag in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def connectors(self) -> Connectors:
        """Return the small words of all languages together; the same object as long as the languages are the same."""
        if self._united is None:
            self._united = united((*(one.connectors for one in self._sources.values()), *self._others()))
        return self._united
