"""Owns the colours of our own themes, which role is written in which, and in which weight where there are none.

Imports nothing that draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.render.lines import Role


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

    colour: str = ""
    """As "#rrggbb", or the name of one of the terminal's own colours. Empty: the one that the terminal writes in."""
    ground: str = ""
    """In the same way."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


OWN = {"ink": INK, "paper": PAPER}
"""Our own themes by name, in the order of the key `T`; the first is worn where none is chosen."""


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


class Inking(NamedTuple):
    """How every role is written on a screen."""

    plain: Mapping[Role, Ink]
    chosen: Mapping[Role, Ink]
    """The same on the row of a list that is chosen."""


def inking_of(inks: Inks) -> Inking:
    """Return how roles are written in these colours."""
    chosen = {**roles(inks, inks.chosen), Role.META: Ink(inks.quiet, inks.chosen)}
    return Inking(roles(inks, inks.ground), chosen)


def weighted(accent: str = "", link: str = "", good: str = "", bad: str = "", quiet: str = "") -> Inking:
    """Return roles told apart by weight, and by the terminal's own colours where they are given."""
    marked = Ink(accent) if accent else Ink(bold=True)
    plain = {
        **dict.fromkeys(Role, Ink()),
        **dict.fromkeys((Role.ACCENT, Role.MARK, Role.WARNING, Role.KEY), marked),
        **dict.fromkeys((Role.STRONG, Role.TITLE, Role.HEADING, Role.NUMBER), Ink(bold=True)),
        **dict.fromkeys((Role.LEDE, Role.HEDGE), Ink(italic=True)),
        **dict.fromkeys((Role.META, Role.FAINT, Role.RULE), Ink(quiet)),
        Role.CITE: Ink(link),
        Role.LINK: Ink(link, underline=True),
        Role.MARKING: Ink(accent, bold=True),
        Role.BAR: Ink(link),
        Role.GOOD: Ink(good),
        Role.ERROR: Ink(bad, bold=True),
        **dict.fromkeys((Role.QUOTE, Role.HIT), Ink(reverse=True)),
    }
    return Inking(plain, {role: ink._replace(bold=True) for role, ink in plain.items()})


ANSI = weighted("yellow", "cyan", "green", "red", "bright_black")
"""In the terminal's own colours."""
MONO = weighted()
"""Without any colour."""
