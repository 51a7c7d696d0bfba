"""The documents that panes and pages show: a brief, problems, the keys, an address, a question."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial

from briefing.base.problems import Problem
from briefing.base.safe_text import visible
from briefing.format.model import Source
from briefing.render.lines import Role, Run, Sheet, Target, TargetKind
from briefing.render.pages.dependents import falling_page, quoting_page, resting_page
from briefing.render.pages.help import KeyGroup, class_group, help_page
from briefing.render.pages.problems import problems_page
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop, tidy
from briefing.render.text.wrap import fill
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.drawing.sheets import BriefContent, pane_sheet
from briefing.tui.external import ascii_host, host_of
from briefing.tui.keys.actions import ACTIONS, Where, split_keys
from briefing.tui.keys.bindings import key_label
from briefing.tui.panes import PANES

_KEY_GROUPS = (Where.MOVE, Where.SCREEN, Where.SOURCE_TEXT, Where.SEARCH, Where.APP, Where.PAGE)
"""The groups of the page of keys, in their order."""
_ADDRESS_LINES = 3
"""An address of at most so many lines stands above the question; a longer one stands below it."""


def brief_documents(key: Hashable, version: Hashable, content: BriefContent, look: Look) -> dict[str, Document]:
    """Return the document of each pane for a brief, by the pane's name."""
    return {name: Document((key, name), version, partial(pane_sheet, name, content, look)) for name, _, _ in PANES}


def problems_document(found: Sequence[Problem], look: Look) -> Document:
    """Return the page of problems."""
    return Document("problems", None, lambda width: problems_page(found, width, look))


def resting_document(content: BriefContent, source: Source, look: Look) -> Document:
    """Return the page of the claims that rest on a source."""
    brief, evidence = content.reading.brief, content.evidence
    return Document(
        "resting",
        source.id,
        lambda width: resting_page(brief, evidence, source.id, width, look) if brief and evidence else Sheet(()),
    )


def falling_documents(content: BriefContent, sources: Sequence[Source], look: Look) -> tuple[Document, ...]:
    """Return a page for each of these sources, of the claims that fall with it; each names the source after it."""
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
    brief, evidence = content.reading.brief, content.evidence
    return Document(
        "quoting",
        targets,
        lambda width: quoting_page(brief, evidence, targets, width, look) if brief and evidence else Sheet(()),
    )


def keys_document(keymap: Mapping[str, str], look: Look, part: Where) -> Document:
    """Return the page of keys as they are mapped now: those of `part`, then the signs of the panes, then all others."""
    groups = tuple(
        KeyGroup(
            where.value, tuple((_keys(keymap.get(a.id, a.keys)), a.description) for a in ACTIONS if a.where is where)
        )
        for where in dict.fromkeys((part, *_KEY_GROUPS))
    )
    first, *others = groups
    with_signs = (first, class_group(look), *others)
    return Document("keys", None, lambda width: help_page(with_signs, width, look))


def _end_of(host: str, width: int, look: Look) -> str:
    """Return the end of a host name, which tells whose it is, in at most `width` cells."""
    host = tidy(host)
    if cells(host) <= width:
        return host
    sign = look.signs.ellipsis
    while cells(host := host[-width:]) > width - len(sign):
        host = host[1:]
    return sign + host


def _key(name: str, does: str) -> tuple[Run, Run]:
    return Run(name, Role.KEY), Run(does, Role.META)


def _keys(keys: str) -> str:
    return " ".join(key_label(key) for key in split_keys(keys))


def address_document(address: str, look: Look) -> Document:
    """Return the page that asks before an address is opened. It shows all of the address as text.

    The host and the keys are visible on the smallest screen, however long the address is.
    """

    def typeset(width: int) -> Sheet:
        page = SheetBuilder(width, look)
        link = (Run(visible(address), Role.LINK, link=address),)
        is_long = len(fill(link, page.measure)) > _ADDRESS_LINES
        with page.item(Target(TargetKind.SOURCE, 0)):
            if is_long:
                page.add_line(Run(_end_of(visible(host_of(address)), page.measure, look), Role.STRONG))
            else:
                page.add_paragraph(link)
        if known_as := ascii_host(address):
            page.add_line(Run(crop("the network knows this host as", page.measure, look.signs.ellipsis), Role.META))
            page.add_line(Run(_end_of(known_as, page.measure, look), Role.STRONG))
        page.add_gap()
        page.add_paragraph((*_key("enter", " opens it in the browser   "), *_key("esc", " does not")))
        if is_long:
            page.add_gap()
            page.add_paragraph(link)
        return page.sheet()

    return Document("address", address, typeset)


def count_of_briefs(count: int) -> str:
    """Return a number of briefs in words: "1 brief", "2 briefs"."""
    return "1 brief" if count == 1 else f"{count:,} briefs"


def question_document(count: int, words: str, look: Look) -> Document:
    """Return the page that asks before so many briefs are marked read; `words` are what the list is filtered by."""

    def typeset(width: int) -> Sheet:
        page = SheetBuilder(width, look)
        with page.item(Target(TargetKind.BRIEF, 0)):
            page.add_paragraph((Run(f"{count_of_briefs(count)} in the list", Role.STRONG), Run(_which(count))))
        if words.strip():
            page.add_gap()
            page.add_paragraph(
                (
                    Run("the list is filtered by ", Role.META),
                    Run(crop(words.strip(), page.measure, look.signs.ellipsis), Role.STRONG),
                )
            )
        page.add_gap()
        does = " marks it read   " if count == 1 else " marks them read   "
        page.add_paragraph((*_key("enter", does), *_key("esc", " does not   ")))
        page.add_paragraph(_key("u", " undoes it afterwards"))
        return page.sheet()

    return Document("question", (count, words), typeset)


def _which(count: int) -> str:
    return (
        " is unread, or has changed since you read it"
        if count == 1
        else " are unread, or have changed since you read them"
    )
