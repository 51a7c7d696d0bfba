"""Finds the item of a brief that cites a paragraph of a saved text. Imported when a hit leads into one. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.evidence.dossier import dossier_of
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.quotes.paragraphs import paragraphs
from briefing.format.model import Brief, Cite
from briefing.render.lines import Target, TargetKind


def cite_at(brief: Brief, source: str, text: str, paragraph: int) -> Target | None:
    """Return the first cite whose quote is in a paragraph of a source's text, else the first that gives its number."""
    blocks = paragraphs(text)
    words = fold_words(text[slice(*blocks[paragraph])]) if paragraph < len(blocks) else ""
    by_number: Target | None = None
    for target, cite in _cites_of(brief, source):
        if cite.quote and words and fold_words(cite.quote) in words:
            return target
        if cite.at == paragraph and cite.quote is None:
            by_number = by_number or target
    return by_number


def _cites_of(brief: Brief, source: str) -> Iterator[tuple[Target, Cite]]:
    """Yield every cite of the text of a source, with the target that points at it."""
    text_sources = dossier_of(brief, {}, Path()).text_sources
    for kind, items in (
        (TargetKind.POINT, brief.summary),
        (TargetKind.FIGURE, brief.figures),
        (TargetKind.EVENT, brief.timeline),
    ):
        for number, item in enumerate(items):
            for index, cite in enumerate(item.cites):
                if text_sources.get(cite.source, cite.source) == source:
                    yield Target(kind, number, index), cite
