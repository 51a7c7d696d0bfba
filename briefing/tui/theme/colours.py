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
class Palette:
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


INK = Palette(
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
PAPER = Palette(
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


class TextStyle(NamedTuple):
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


def roles(palette: Palette, ground: str) -> dict[Role, TextStyle]:
    """Return how every role is written on a ground."""
    on = partial(TextStyle, ground=ground)
    return {
        Role.BODY: on(palette.text),
        Role.STRONG: on(palette.strong, bold=True),
        Role.TITLE: on(palette.strong, bold=True),
        Role.LEDE: on(palette.quiet, italic=True),
        Role.META: on(palette.meta),
        Role.FAINT: on(palette.faint),
        Role.HEADING: on(palette.quiet, bold=True),
        Role.RULE: on(palette.hair),
        Role.ACCENT: on(palette.accent),
        Role.NUMBER: on(palette.strong, bold=True),
        Role.UNIT: on(palette.quiet),
        Role.HEDGE: on(palette.quiet, italic=True),
        Role.DATE: on(palette.quiet),
        Role.CITE: on(palette.link),
        Role.LINK: on(palette.link, underline=True),
        Role.GRADE: on(palette.quiet),
        Role.MARKING: on(palette.accent, bold=True),
        Role.BAR: on(palette.bar),
        Role.MARK: on(palette.accent),
        Role.GOOD: on(palette.good),
        Role.WARNING: on(palette.accent),
        Role.ERROR: on(palette.bad),
        Role.KEY: on(palette.accent),
        Role.QUOTE: TextStyle(palette.lit, palette.lit_ground),
        Role.HIT: TextStyle(palette.lit, palette.lit_ground),
    }


class TextStyles(NamedTuple):
    """How every role is written on a screen."""

    plain: Mapping[Role, TextStyle]
    chosen: Mapping[Role, TextStyle]
    """The same on the row of a list that is chosen."""


def text_styles_of(palette: Palette) -> TextStyles:
    """Return how roles are written in these colours."""
    chosen = {**roles(palette, palette.chosen), Role.META: TextStyle(palette.quiet, palette.chosen)}
    return TextStyles(roles(palette, palette.ground), chosen)


def styles_without_palette(
    accent: str = "", link: str = "", good: str = "", bad: str = "", quiet: str = ""
) -> TextStyles:
    """Return roles told apart by weight, and by the terminal's own colours where they are given."""
    marked = TextStyle(accent) if accent else TextStyle(bold=True)
    plain = {
        **dict.fromkeys(Role, TextStyle()),
        **dict.fromkeys((Role.ACCENT, Role.MARK, Role.WARNING, Role.KEY), marked),
        **dict.fromkeys((Role.STRONG, Role.TITLE, Role.HEADING, Role.NUMBER), TextStyle(bold=True)),
        **dict.fromkeys((Role.LEDE, Role.HEDGE), TextStyle(italic=True)),
        **dict.fromkeys((Role.META, Role.FAINT, Role.RULE), TextStyle(quiet)),
        Role.CITE: TextStyle(link),
        Role.LINK: TextStyle(link, underline=True),
        Role.MARKING: TextStyle(accent, bold=True),
        Role.BAR: TextStyle(link),
        Role.GOOD: TextStyle(good),
        Role.ERROR: TextStyle(bad, bold=True),
        **dict.fromkeys((Role.QUOTE, Role.HIT), TextStyle(reverse=True)),
    }
    return TextStyles(plain, {role: style._replace(bold=True) for role, style in plain.items()})


ANSI = styles_without_palette("yellow", "cyan", "green", "red", "bright_black")
"""In the terminal's own colours."""
MONO = styles_without_palette()
"""Without any colour."""
