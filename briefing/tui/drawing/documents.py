"""The documents that panes and pages show: a brief, its problems, what rests on a source, the keys.

A page is loaded when it is asked for: the panes need none.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial

from briefing.base.problems import Problem
from briefing.format.model import Source
from briefing.render.lines import Sheet, Target
from briefing.render.symbols import Look
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.drawing.sheets import BriefContent, brief_readout, item_count, least_lines, pane_sheet
from briefing.tui.keys.actions import Action, Where, split_keys
from briefing.tui.keys.bindings import key_label
from briefing.tui.panes import PANES


def brief_documents(key: Hashable, version: Hashable, content: BriefContent, look: Look) -> dict[str, Document]:
    """Return the document of each pane for a brief, by the pane's name."""
    return {
        name: Document(
            (key, name),
            version,
            partial(pane_sheet, name, content, look),
            in_form=partial(pane_sheet, name, content, look),
            readout=partial(brief_readout, content, look),
            least=partial(least_lines, name, content.reading.brief),
            count=item_count(name, content.reading.brief),
        )
        for name, _, _ in PANES
    }


def problems_document(found: Sequence[Problem], look: Look) -> Document:
    """Return the page of problems."""
    from briefing.render.pages.problems import problems_page

    return Document("problems", None, lambda width: problems_page(found, width, look))


def resting_document(content: BriefContent, source: Source, look: Look) -> Document:
    """Return the page of the claims that rest on a source."""
    from briefing.render.pages.dependents import resting_page

    brief, evidence = content.reading.brief, content.evidence
    return Document(
        "resting",
        source.id,
        lambda width: resting_page(brief, evidence, source.id, width, look) if brief and evidence else Sheet(()),
    )


def falling_documents(content: BriefContent, sources: Sequence[Source], look: Look) -> tuple[Document, ...]:
    """Return a page for each of these sources, of the claims that fall with it; each names the source after it."""
    from briefing.render.pages.dependents import falling_page

    brief, evidence = content.reading.brief, content.evidence

    def document(index: int) -> Document:
        asked = tuple(source.id for source in (*sources[index:], *sources[:index])[:2])
        return Document(
            ("falling", asked[0]),
            None,
            lambda width: falling_page(brief, evidence, asked, width, look) if brief and evidence else Sheet(()),
        )

    return tuple(map(document, range(len(sources))))


def quoting_document(content: BriefContent, targets: tuple[Target, ...], look: Look) -> Document:
    """Return the page of the items that rest on one line of a saved text."""
    from briefing.render.pages.dependents import quoting_page

    brief, evidence = content.reading.brief, content.evidence
    return Document(
        "quoting",
        targets,
        lambda width: quoting_page(brief, evidence, targets, width, look) if brief and evidence else Sheet(()),
    )


def keys_document(keymap: Mapping[str, str], look: Look, part: Where) -> Document:
    """Return the page of keys as they are mapped now."""
    from briefing.render.pages.help import help_page
    from briefing.tui.drawing.key_groups import key_groups

    def written(action: Action) -> str:
        return " ".join(map(key_label, split_keys(keymap.get(action.id, action.keys))))

    groups = key_groups(part, look, written)
    return Document("keys", None, lambda width: help_page(groups, width, look))
