"""A brief together with the saved texts of its sources: which text holds the words of which source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TypeVar

from briefing.base.frozen import frozen
from briefing.base.problems import Place, Problem, Spot
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.languages import Language, table
from briefing.evidence.origins import Vias, chain, vias
from briefing.evidence.quotes.folding import Folded, fold, fold_words
from briefing.evidence.result import Verdict
from briefing.format.arithmetic import Derived
from briefing.format.model import Brief, Source, SourceText, Spots

T = TypeVar("T")


@frozen
class Dossier:
    """All that one check works with."""

    brief: Brief
    path: Path
    """Of the brief, for the places of findings."""
    sources: Mapping[str, Source]
    text_sources: Mapping[str, str]
    """For each source the one whose text holds its words: itself, or the article that reports it."""
    texts: Mapping[str, SourceText]
    language: Language
    """Of the brief."""
    own_names: str = ""
    """The names that the brief itself gives: of its entities and its sources, folded, one a line."""
    derived: Mapping[str, Derived] = field(default_factory=dict)
    """The results of the derived figures, by expression."""
    refused: Mapping[str, str] = field(default_factory=dict)
    """Why derived figures cannot be computed: sentences, by expression."""
    verdicts: dict[tuple[str, str, int | None], Verdict] = field(default_factory=dict, repr=False)
    """By source, quote and paragraph, filled as quotes are looked for: claims of one brief share many."""

    _found: dict[object, object] = field(default_factory=dict, repr=False)
    _folded: dict[str, Folded] = field(default_factory=dict, repr=False)

    def folded(self, text: str) -> Folded:
        """Return a saved text folded, once for the whole check: a long one is in no cache."""
        if text not in self._folded:
            self._folded[text] = fold(text)
        return self._folded[text]

    def once(self, read: Callable[[Dossier], T]) -> T:
        """Return what a function reads in the brief and its texts; it is called the first time only."""
        known = self._found.get(read, self)
        if known is self:
            self._found[read] = result = read(self)
            return result
        return known  # type: ignore[return-value]  # what `read` has returned is kept under `read`

    @property
    def links(self) -> Vias:
        """The `via` of every source."""
        return self.once(_links)

    def text_source(self, source_id: str) -> Source | None:
        """Return the source whose text holds the words of a source. None: there is no such source."""
        return self.sources.get(self.text_sources.get(source_id, source_id))

    def text(self, source_id: str) -> SourceText | None:
        """Return the saved text that holds the words of a source. None: nobody has looked for one."""
        return self.texts.get(self.text_sources.get(source_id, source_id))

    def language_of(self, source_id: str) -> Language:
        """Return the language of that text."""
        source = self.text_source(source_id)
        return self.language if source is None or source.language is None else table(source.language)

    def problem(self, code: EvidenceCode, spots: Spots, field: str, sentence: str) -> Problem:
        """Return a finding at a field, or at the item itself where the field is not written."""
        spot = spots.get(field) or spots.get("") or Spot(1, 1)
        return Problem(Place(self.path, spot.line, spot.column), str(code), sentence, code.severity)


def _links(dossier: Dossier) -> Vias:
    return vias(dossier.brief)


def dossier_of(brief: Brief, texts: Mapping[str, SourceText], path: Path) -> Dossier:
    """Put a brief and the saved texts of its sources together."""
    sources = {source.id: source for source in brief.sources}
    links = vias(brief)
    text_sources = {source_id: _text_source(source_id, sources, links) for source_id in sources}
    return Dossier(brief, path, sources, text_sources, texts, table(brief.language), _own_names(brief))


def _own_names(brief: Brief) -> str:
    named = [name for entity in brief.entities for name in (entity.name, *entity.aliases)]
    for source in brief.sources:
        named += [each for each in (source.title, source.name, source.role, source.publisher, source.author) if each]
    return fold_words("\n".join(named))


def text_source_of(source_id: str, brief: Brief) -> str:
    """Return the source in whose text the words of a source stand: itself, or the article that reports it."""
    return dossier_of(brief, {}, Path()).text_sources.get(source_id, source_id)


def _text_source(source_id: str, sources: Mapping[str, Source], links: Mapping[str, str | None]) -> str:
    for link in chain(source_id, links):
        source = sources.get(link)
        if source is not None and (source.file is not None or source.via is None):
            return link
    return source_id
