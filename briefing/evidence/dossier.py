"""A brief together with the saved texts of its sources: which text holds the words of which source.

Apart from `context`, because the reader asks it which text to open, and loads none of the rules for that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from briefing.base.frozen import field, frozen
from briefing.base.problems import Place, Problem, Spot
from briefing.base.static_types import TypeVar
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.languages import Language, table
from briefing.evidence.origins import Vias, via_chain, vias
from briefing.evidence.quotes.folding import Folded, fold, fold_words
from briefing.evidence.result import Verdict
from briefing.format.arithmetic import Derived
from briefing.format.model import Brief, Source, SourceText, Spots, TextState

T = TypeVar("T")
Verdicts = dict[tuple[str, str, int | None], Verdict]
"""Verdicts on quotes, by source id, quote and paragraph."""


@frozen
class Dossier:
    """What one check works with: the brief, the saved texts, and what has been computed from them."""

    brief: Brief
    path: Path
    """The file of the brief, for the places of findings."""
    sources: Mapping[str, Source]
    text_sources: Mapping[str, str]
    """By source id, the id of the source whose saved text holds its words: its own, or the article that reports it."""
    texts: Mapping[str, SourceText]
    """By source id."""
    links: Vias
    """The `via` of every source."""
    language: Language
    """Of the brief's own words."""
    own_names: str = ""
    """The names that the brief gives, of its entities and sources: folded, one on each line."""
    derived: Mapping[str, Derived] = field(default_factory=dict)
    """The results of the derived figures, by their expression."""
    refused: Mapping[str, str] = field(default_factory=dict)
    """For derived figures that cannot be computed, a sentence that says why, by their expression."""
    verdicts: Verdicts = field(default_factory=dict, repr=False)
    """Verdicts so far: claims of one brief share many quotes."""

    _found: dict[object, object] = field(default_factory=dict, repr=False)
    _folded: dict[str, Folded] = field(default_factory=dict, repr=False)

    def folded(self, text: str) -> Folded:
        """Return a saved text folded, kept for the whole check: long texts are in no other cache."""
        if text not in self._folded:
            self._folded[text] = fold(text)
        return self._folded[text]

    def once(self, read: Callable[[Dossier], T]) -> T:
        """Return `read(self)`, computed on the first call only."""
        known = self._found.get(read, self)
        if known is self:
            self._found[read] = result = read(self)
            return result
        return known  # type: ignore[return-value]  # what `read` has returned is kept under `read`

    @property
    def changed(self) -> frozenset[str]:
        """Ids of the sources whose saved text has changed since the brief was checked against it."""
        return self.once(_changed)

    def text_source(self, source_id: str) -> Source | None:
        """Return the source whose saved text holds the words of a source. None: there is no such source."""
        return self.sources.get(self.text_sources.get(source_id, source_id))

    def text(self, source_id: str) -> SourceText | None:
        """Return the saved text that holds the words of a source. None: none was looked for."""
        return self.texts.get(self.text_sources.get(source_id, source_id))

    def own_text(self, source_id: str) -> str | None:
        """Return the saved text of a source itself. None: it has none that can be read."""
        held = self.texts.get(source_id)
        if held is None or held.state is not TextState.HELD or self.text_sources[source_id] != source_id:
            return None
        return held.text

    def language_of(self, source_id: str) -> Language:
        """Return the language of the saved text that holds the words of a source."""
        source = self.text_source(source_id)
        return self.language if source is None or source.language is None else table(source.language)

    def problem(self, code: EvidenceCode, spots: Spots, field: str, sentence: str) -> Problem:
        """Return a finding at a field of an item, or at the item itself if the field is absent."""
        spot = spots.get(field) or spots.get("") or Spot(1, 1)
        return Problem(Place(self.path, spot.line, spot.column), str(code), sentence, code.severity)


def _changed(dossier: Dossier) -> frozenset[str]:
    return frozenset(
        source.id
        for source in dossier.brief.sources
        if (held := dossier.texts.get(source.id)) is not None
        and held.state is TextState.HELD
        and source.sha256 is not None
        and source.sha256 != held.sha256
    )


def dossier_of(brief: Brief, texts: Mapping[str, SourceText], path: Path) -> Dossier:
    """Return a brief with the saved texts of its sources, by source id."""
    sources = {source.id: source for source in brief.sources}
    links = vias(brief)
    text_sources = {source_id: _text_source(source_id, sources, links) for source_id in sources}
    return Dossier(brief, path, sources, text_sources, texts, links, table(brief.language), _own_names(brief))


def _own_names(brief: Brief) -> str:
    named = [name for entity in brief.entities for name in (entity.name, *entity.aliases)]
    for source in brief.sources:
        named += [each for each in (source.title, source.name, source.role, source.publisher, source.author) if each]
    return fold_words("\n".join(named))


def text_source_of(source_id: str, brief: Brief) -> str:
    """Return the id of the source whose saved text holds the words of a source: itself, or the article reporting it."""
    return _text_source(source_id, {source.id: source for source in brief.sources}, vias(brief))


def _text_source(source_id: str, sources: Mapping[str, Source], links: Vias) -> str:
    for link in via_chain(source_id, links):
        source = sources.get(link)
        if source is not None and (source.file is not None or source.via is None):
            return link
    return source_id
