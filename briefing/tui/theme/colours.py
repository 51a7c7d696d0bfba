"""The palettes of our own themes, and the colour and weight of each role in a palette or without one.

There is one accent (focus, keys, links, what is new), one colour of caution (what weakens a claim), one of alarm (what
is wrong) and one quiet colour of what was verified. Imports neither Textual nor Rich, for the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Role


class Ground(StrEnum):
    """The backgrounds of lines."""

    SCREEN = "screen"
    """What most lines stand on."""
    CHOSEN = "chosen"
    """The open brief in a list, the chosen hit: raised a little."""
    CURSOR = "cursor"
    """The item under the cursor, in the part of the screen that has the focus."""
    BAR = "bar"
    """The bars across the screen: the title, the readout."""


@frozen
class Palette:
    """The colours of one theme, as "#rrggbb"."""

    ground: str
    raised: str
    """Background of a page over the screen."""
    chosen: str
    """Background of `Ground.CHOSEN`."""
    cursor: str
    """Background of `Ground.CURSOR` and `Ground.BAR`."""
    text: str
    strong: str
    quiet: str
    """Who says it, dates, units: quieter, with a contrast of about 7 : 1."""
    faint: str
    """What need not be read, with a contrast of 3 : 1."""
    hair: str
    """Hairlines and axes."""
    accent: str
    on_accent: str
    """Text on the accent: the heading of the pane that has the focus."""
    bar: str
    """The bars of figures."""
    good: str
    caution: str
    """What weakens a claim. Its contrast is at least that of `text`."""
    alarm: str
    lit_ground: str
    """Background of highlighted words: a quote, a hit, a selection."""
    lit: str


INK = Palette(
    ground="#15161a",
    raised="#1e1f25",
    chosen="#22232a",
    cursor="#23293a",
    text="#cfccc3",
    strong="#ffffff",
    quiet="#aeaca4",
    faint="#888680",
    hair="#3b3d45",
    accent="#86b6f6",
    on_accent="#0d1118",
    bar="#5c7288",
    good="#7fa582",
    caution="#f0cc78",
    alarm="#ffa79a",
    lit_ground="#574513",
    lit="#fff3c9",
)
PAPER = Palette(
    ground="#f7f4ec",
    raised="#efeadd",
    chosen="#ebe6d9",
    cursor="#dfe6f0",
    text="#3a3832",
    strong="#000000",
    quiet="#57544d",
    faint="#6d6a61",
    hair="#cfcabd",
    accent="#1f5fae",
    on_accent="#ffffff",
    bar="#8fa9bd",
    good="#3f6b43",
    caution="#552b00",
    alarm="#7d0f0b",
    lit_ground="#ffe08a",
    lit="#2b1e00",
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
"""The palettes of our own themes by name, in the order of the key `T`."""

MIDDLE = 0.18
"""Luminance of a background on which black and white have the same contrast."""


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", from 0 to 1, by the Web Content Accessibility Guidelines 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio by the same guidelines, from 1 to 21."""
    darker, lighter = sorted((luminance(colour), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def roles(palette: Palette, ground: str) -> dict[Role, TextStyle]:
    """Return the style of every role on a background."""
    on = partial(TextStyle, ground=ground)
    lit = TextStyle(palette.lit, palette.lit_ground, bold=True)
    is_light = luminance(palette.ground) > MIDDLE  # on which a dark brown beside dark grey needs weight to be seen
    return {
        Role.BODY: on(palette.text),
        Role.STRONG: on(palette.strong, bold=True),
        Role.TITLE: on(palette.strong, bold=True),
        Role.LEDE: on(palette.strong),
        Role.META: on(palette.quiet),
        Role.FAINT: on(palette.faint),
        Role.HEADING: on(palette.quiet, bold=True),
        Role.FOCUS: TextStyle(palette.on_accent, palette.accent, bold=True),
        Role.RULE: on(palette.hair),
        Role.ACCENT: on(palette.accent),
        Role.NUMBER: on(palette.strong, bold=True),
        Role.UNIT: on(palette.quiet),
        Role.HEDGE: on(palette.caution, bold=is_light, italic=True),
        Role.DATE: on(palette.quiet),
        Role.CITE: on(palette.accent),
        Role.LINK: on(palette.accent, underline=True),
        Role.GRADE: on(palette.quiet),
        Role.MARKING: on(palette.strong, bold=True),
        **TLP,
        Role.BAR: on(palette.bar),
        Role.MARK: on(palette.accent),
        Role.GOOD: on(palette.good),
        Role.WARNING: on(palette.caution, bold=True),
        Role.ERROR: on(palette.alarm, bold=True),
        Role.KEY: on(palette.accent, bold=True),
        Role.QUOTE: lit,
        Role.HIT: lit,
        Role.FOUND: on(palette.strong, underline=True),
        Role.AT: on(palette.strong, bold=True),
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

TextStyles = Mapping[Ground, Mapping[Role, TextStyle]]
"""The style of every role in one theme, on each ground."""


def text_styles_of(palette: Palette) -> TextStyles:
    """Return the styles of all roles in a palette."""
    cursor = _raised(palette, palette.cursor)
    return {
        Ground.SCREEN: roles(palette, palette.ground),
        Ground.CHOSEN: _raised(palette, palette.chosen),
        Ground.CURSOR: cursor,
        Ground.BAR: cursor,
    }


_DIMMED = 0.7
"""How much of the background is mixed into what a page lies over; app.tcss says the same."""


def dimmed(styles: TextStyles, palette: Palette) -> TextStyles:
    """Return styles for what a page lies over."""

    def mixed(colour: str) -> str:
        pairs = ((int(colour[at : at + 2], 16), int(palette.ground[at : at + 2], 16)) for at in (1, 3, 5))
        return f"#{''.join(f'{int(part + (ground - part) * _DIMMED):02x}' for part, ground in pairs)}"

    return {
        ground: {
            role: style._replace(colour=mixed(style.colour), ground=mixed(style.ground)) for role, style in on.items()
        }
        for ground, on in styles.items()
    }


def _raised(palette: Palette, ground: str) -> Mapping[Role, TextStyle]:
    return {**roles(palette, ground), Role.FAINT: TextStyle(palette.quiet, ground)}


class _Colours(NamedTuple):
    """Colours of the terminal's own 16, for a dark or a light background."""

    strong: str
    caution: str
    alarm: str
    accent: str
    on_accent: str
    good: str
    hair: str


_ON_DARK = _Colours("bright_white", "bright_yellow", "bright_red", "cyan", "black", "green", "bright_black")
_ON_LIGHT = _Colours("", "", "red", "blue", "bright_white", "green", "bright_black")
"""No colour of caution: yellow cannot be read there, so it has its weight alone."""


def _in_own_colours(colours: _Colours) -> TextStyles:
    """Return styles in the terminal's own colours, on its own background."""
    is_light = not colours.caution
    lit = TextStyle("black", "yellow", bold=True)
    caution = TextStyle(colours.caution, bold=is_light, italic=True)
    plain = {
        **dict.fromkeys(Role, TextStyle()),
        **dict.fromkeys((Role.ACCENT, Role.MARK, Role.CITE, Role.BAR), TextStyle(colours.accent)),
        **dict.fromkeys((Role.STRONG, Role.TITLE, Role.NUMBER, Role.MARKING), TextStyle(colours.strong, bold=True)),
        **dict.fromkeys((Role.QUOTE, Role.HIT), lit),
        Role.LEDE: TextStyle(colours.strong),
        Role.HEADING: TextStyle(bold=True),
        Role.FOCUS: TextStyle(colours.on_accent, colours.accent, bold=is_light),
        Role.HEDGE: caution,
        Role.WARNING: TextStyle(colours.caution, bold=True),
        Role.ERROR: TextStyle(colours.alarm, bold=True),
        Role.GOOD: TextStyle(colours.good),
        Role.KEY: TextStyle(colours.accent, bold=True),
        Role.LINK: TextStyle(colours.accent, underline=True),
        Role.RULE: TextStyle(colours.hair),
        Role.FOUND: TextStyle(colours.strong, underline=True),
        Role.AT: TextStyle(colours.strong, bold=True),
        **_TLP_IN_16_COLOURS,
    }
    bar = {role: style._replace(colour="black", ground="white") for role, style in plain.items()}
    bar |= {role: plain[role] for role in (*TLP, Role.QUOTE, Role.HIT, Role.FOCUS)}
    bar[Role.ERROR] = TextStyle("red", "white", bold=True)
    return _on_grounds(plain, bar)


def _without_colour() -> TextStyles:
    """Return styles that differ by weight and reverse video only."""
    plain = {
        **dict.fromkeys(Role, TextStyle()),
        **dict.fromkeys(
            (Role.STRONG, Role.TITLE, Role.HEADING, Role.NUMBER, Role.MARKING, Role.KEY, Role.WARNING, Role.ERROR),
            TextStyle(bold=True),
        ),
        **dict.fromkeys(TLP, TextStyle(bold=True)),
        **dict.fromkeys((Role.QUOTE, Role.HIT), TextStyle(reverse=True)),
        Role.HEDGE: TextStyle(italic=True),
        **dict.fromkeys((Role.LINK, Role.FOUND), TextStyle(underline=True)),
        Role.AT: TextStyle(bold=True),
        Role.FOCUS: TextStyle(bold=True, reverse=True),
    }
    bar = {role: style if role in TLP else style._replace(reverse=True) for role, style in plain.items()}
    return _on_grounds(plain, bar)


def _on_grounds(plain: Mapping[Role, TextStyle], bar: Mapping[Role, TextStyle]) -> TextStyles:
    """Return the styles where only bars have a ground of their own; what is chosen is bold."""
    chosen = {role: style._replace(bold=True) for role, style in plain.items()}
    return {Ground.SCREEN: plain, Ground.CHOSEN: chosen, Ground.CURSOR: plain, Ground.BAR: bar}


ANSI = _in_own_colours(_ON_DARK)
"""Styles in the terminal's own colours, on a dark background."""
ANSI_LIGHT = _in_own_colours(_ON_LIGHT)
"""Styles in the terminal's own colours, on a light background."""
MONO = _without_colour()
"""Styles without colour."""
