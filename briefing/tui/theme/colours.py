"""The palettes of our own themes, and the colour and weight of each role in a palette or without one.

Imports neither Textual nor Rich, for the first frame.
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
    """Background of a page over the screen."""
    chosen: str
    """Background of the chosen row of a list."""
    text: str
    strong: str
    quiet: str
    """Units, dates, ledes: quieter, and as easy to read as text."""
    meta: str
    """Author, publisher, notes: quieter still, with a contrast of 4.5 : 1."""
    faint: str
    """What need not be read, with a contrast of 3 : 1."""
    hair: str
    """Hairlines and axes."""
    accent: str
    link: str
    bar: str
    good: str
    bad: str
    lit_ground: str
    """Background of highlighted words: a quote, a hit, a selection."""
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
    """The colour and weight of a text, independent of the library that draws it."""

    colour: str = ""
    """Of the text: "#rrggbb", or the name of a colour of the terminal. Empty: the terminal's default."""
    ground: str = ""
    """Of the background, in the same form."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


OWN = {"ink": INK, "paper": PAPER}
"""The palettes of our own themes by name, in the order of the key `T`; the first is the default."""


def roles(palette: Palette, ground: str) -> dict[Role, TextStyle]:
    """Return the style of every role on a background."""
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
        **TLP,
        Role.BAR: on(palette.bar),
        Role.MARK: on(palette.accent),
        Role.GOOD: on(palette.good),
        Role.WARNING: on(palette.accent),
        Role.ERROR: on(palette.bad),
        Role.KEY: on(palette.accent),
        Role.QUOTE: TextStyle(palette.lit, palette.lit_ground),
        Role.HIT: TextStyle(palette.lit, palette.lit_ground),
    }


TLP = {
    Role.TLP_RED: TextStyle("#ff2b2b", "#000000", bold=True),
    Role.TLP_AMBER: TextStyle("#ffc000", "#000000", bold=True),
    Role.TLP_GREEN: TextStyle("#33ff00", "#000000", bold=True),
    Role.TLP_CLEAR: TextStyle("#ffffff", "#000000", bold=True),
}
"""The labels of the Traffic Light Protocol 2.0 (FIRST, section 5), the same in every theme with colours."""
_TLP_IN_16_COLOURS = {
    Role.TLP_RED: TextStyle("bright_red", "black", bold=True),
    Role.TLP_AMBER: TextStyle("bright_yellow", "black", bold=True),
    Role.TLP_GREEN: TextStyle("bright_green", "black", bold=True),
    Role.TLP_CLEAR: TextStyle("bright_white", "black", bold=True),
}


class TextStyles(NamedTuple):
    """The style of every role in one theme."""

    plain: Mapping[Role, TextStyle]
    chosen: Mapping[Role, TextStyle]
    """On the chosen row of a list."""


def text_styles_of(palette: Palette) -> TextStyles:
    """Return the styles of all roles in a palette."""
    chosen = {**roles(palette, palette.chosen), Role.META: TextStyle(palette.quiet, palette.chosen)}
    return TextStyles(roles(palette, palette.ground), chosen)


def styles_without_palette(
    accent: str = "", link: str = "", good: str = "", bad: str = "", quiet: str = ""
) -> TextStyles:
    """Return styles that differ by weight, and by the colours of the terminal that are given."""
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
        **(_TLP_IN_16_COLOURS if accent else dict.fromkeys(TLP, TextStyle(bold=True))),
        Role.BAR: TextStyle(link),
        Role.GOOD: TextStyle(good),
        Role.ERROR: TextStyle(bad, bold=True),
        **dict.fromkeys((Role.QUOTE, Role.HIT), TextStyle(reverse=True)),
    }
    return TextStyles(plain, {role: style._replace(bold=True) for role, style in plain.items()})


ANSI = styles_without_palette("yellow", "cyan", "green", "red", "bright_black")
"""Styles in the terminal's own colours."""
MONO = styles_without_palette()
"""Styles without colour."""
