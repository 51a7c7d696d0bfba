"""Owns the colours of our own themes, and which role is written in which; imports nothing that draws."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from briefing.frozen import frozen
from briefing.typesetting.lines import Role


@frozen
class Inks:
    """The colours of one theme, as "#rrggbb"."""

    ground: str
    raised: str
    """Ground of a page that lies over the screen."""
    chosen: str
    """Ground of the row that is chosen in a list."""
    text: str
    strong: str
    quiet: str
    """Units, dates, ledes: said quietly, and as easy to read as text."""
    meta: str
    """Author, publisher, notes: said more quietly, at 4.5 : 1."""
    faint: str
    """What need not be read: at 3 : 1."""
    hair: str
    """Hairlines and axes."""
    accent: str
    link: str
    bar: str
    good: str
    bad: str
    lit_ground: str
    """Ground of words that are lit: a quote, a hit, a selection."""
    lit: str


INK = Inks(
    ground="#16161a",
    raised="#202127",
    chosen="#2b2c34",
    text="#cfcac0",
    strong="#f0ebdf",
    quiet="#a39e93",
    meta="#8f8a81",
    faint="#7a7771",
    hair="#38393f",
    accent="#d9a860",
    link="#86aed1",
    bar="#5c7288",
    good="#8aa878",
    bad="#d58467",
    lit_ground="#4a3c1e",
    lit="#f6e3b4",
)
PAPER = Inks(
    ground="#faf6ec",
    raised="#f0ead9",
    chosen="#e9e0c9",
    text="#35322c",
    strong="#14120e",
    quiet="#665f51",
    meta="#6e6757",
    faint="#857c68",
    hair="#d8cfba",
    accent="#8c2f1b",
    link="#1f5c86",
    bar="#8fa9bd",
    good="#44702c",
    bad="#a8442a",
    lit_ground="#f7e2a0",
    lit="#2a2109",
)


class Ink(NamedTuple):
    """How one role is written."""

    colour: str
    ground: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


OWN = {"ink": INK, "paper": PAPER}
"""By the name of the theme."""


def roles(inks: Inks, ground: str) -> dict[Role, Ink]:
    """Return how every role is written on a ground."""
    on = partial(Ink, ground=ground)
    return {
        Role.BODY: on(inks.text),
        Role.STRONG: on(inks.strong, bold=True),
        Role.TITLE: on(inks.strong, bold=True),
        Role.LEDE: on(inks.quiet, italic=True),
        Role.META: on(inks.meta),
        Role.FAINT: on(inks.faint),
        Role.HEADING: on(inks.quiet, bold=True),
        Role.RULE: on(inks.hair),
        Role.ACCENT: on(inks.accent),
        Role.NUMBER: on(inks.strong, bold=True),
        Role.UNIT: on(inks.quiet),
        Role.HEDGE: on(inks.quiet, italic=True),
        Role.DATE: on(inks.quiet),
        Role.CITE: on(inks.link),
        Role.LINK: on(inks.link, underline=True),
        Role.GRADE: on(inks.quiet),
        Role.MARKING: on(inks.accent, bold=True),
        Role.BAR: on(inks.bar),
        Role.MARK: on(inks.accent),
        Role.GOOD: on(inks.good),
        Role.WARNING: on(inks.accent),
        Role.ERROR: on(inks.bad),
        Role.KEY: on(inks.accent),
        Role.QUOTE: Ink(inks.lit, inks.lit_ground),
        Role.HIT: Ink(inks.lit, inks.lit_ground),
    }
