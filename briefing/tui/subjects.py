"""Owns what each pane and page is given to show: from a reading, from the keys, from an address."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from briefing.evidence import Evidence
from briefing.model import Brief
from briefing.problems import Problem
from briefing.reading import Reading
from briefing.safetext import visible
from briefing.tui.keys import ACTIONS, Where, shown, split
from briefing.tui.leaves import Subject
from briefing.tui.outside import ascii_host
from briefing.typesetting.figures import figures
from briefing.typesetting.help import KeyGroup, help_page
from briefing.typesetting.lines import Item, Kind, Role, Run, Sheet, Target
from briefing.typesetting.look import Look
from briefing.typesetting.pages import Page
from briefing.typesetting.problems import problems
from briefing.typesetting.rests import falling, resting
from briefing.typesetting.sources import sources
from briefing.typesetting.summary import summary
from briefing.typesetting.timeline import timeline

_SETTERS: Mapping[str, Callable[[Brief, int, Look, Evidence | None], Sheet]] = {
    "summary": summary,
    "figures": figures,
    "timeline": timeline,
    "sources": sources,
}
_EMPTY = {
    "figures": "This brief gives no figures.",
    "timeline": "This brief gives no dates.",
    "sources": "This brief names no sources.",
}


class Known(NamedTuple):
    """What is known of a brief."""

    reading: Reading
    evidence: Evidence | None
    """None: not known yet, or the brief cannot be read."""


def subjects(place: Hashable, version: Hashable, known: Known, look: Look) -> dict[str, Subject]:
    """Return what the four panes show of a brief."""
    return {name: Subject((place, name), version, partial(_pane, name, known, look)) for name in _SETTERS}


def _pane(name: str, known: Known, look: Look, width: int) -> Sheet:
    reading, brief = known.reading, known.reading.brief
    if brief is None:
        return problems(reading.problems, width, look) if name == "summary" else Sheet(())
    sheet = _SETTERS[name](brief, width, look, known.evidence)
    if not sheet.lines:
        return _sentence(_EMPTY.get(name, ""), width, look)
    return _with_problems(sheet, reading.problems, width, look) if name == "summary" and reading.problems else sheet


def _with_problems(sheet: Sheet, found: Sequence[Problem], width: int, look: Look) -> Sheet:
    """Set a line that says there are problems above a sheet."""
    page = Page(width, look)
    page.fill(
        (Run(f"{look.signs.warning} {counted(found)} in this file", Role.ERROR), Run("  ! tells where", Role.META))
    )
    page.gap()
    down = len(page.lines)
    items = tuple(Item(item.first + down, item.last + down, item.target) for item in sheet.items)
    return Sheet((*page.lines, *sheet.lines), items)


def counted(found: Sequence[Problem]) -> str:
    """Return how many problems there are, in words."""
    return "1 problem" if len(found) == 1 else f"{len(found)} problems"


def _sentence(text: str, width: int, look: Look) -> Sheet:
    page = Page(width, look)
    page.text(text, Role.META)
    return page.sheet()


def problem_page(found: Sequence[Problem], look: Look) -> Subject:
    """Return the page of problems."""
    return Subject("problems", None, lambda width: problems(found, width, look))


def list_of_claims(name: str, known: Known, source_id: str, look: Look) -> Subject:
    """Return the page of what rests on a source, or of what falls with it: "resting" or "falling"."""
    brief, evidence = known.reading.brief, known.evidence
    setter = {"resting": resting, "falling": falling}[name]
    return Subject(
        name,
        source_id,
        lambda width: setter(brief, evidence, source_id, width, look) if brief and evidence else Sheet(()),
    )


def key_page(keymap: Mapping[str, str], look: Look, part: Where) -> Subject:
    """Return the page of keys, as they are mapped now: those of the part that listens first."""
    groups = tuple(
        KeyGroup(where.value, tuple((_keys(keymap.get(a.id, a.keys)), a.says) for a in ACTIONS if a.where is where))
        for where in dict.fromkeys((part, Where.MOVE, Where.SCREEN, Where.PASSAGE, Where.SEARCH, Where.APP, Where.PAGE))
    )
    return Subject("keys", None, lambda width: help_page(groups, width, look))


def _keys(keys: str) -> str:
    return " ".join(shown(key) for key in split(keys))


def address_page(address: str, look: Look) -> Subject:
    """Return the page that asks before an address is opened: all of it, as text."""

    def typeset(width: int) -> Sheet:
        page = Page(width, look)
        with page.item(Target(Kind.SOURCE, 0)):
            page.fill((Run(visible(address), Role.LINK),))
        if host := ascii_host(address):
            page.gap()
            page.fill((Run("the network knows this host as ", Role.META), Run(host, Role.STRONG)))
        page.gap()
        page.fill(
            (
                Run("enter", Role.KEY),
                Run(" opens it in the browser   ", Role.META),
                Run("esc", Role.KEY),
                Run(" does not", Role.META),
            )
        )
        return page.sheet()

    return Subject("address", address, typeset)
