"""How a role looks in each theme: our own, the colours of the terminal, no colours, the themes of Textual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rich.style import Style
from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

from briefing.base.frozen import frozen
from briefing.render.lines import Role
from briefing.render.symbols import Look
from briefing.tui.theme.colours import ANSI, MONO, OWN, Palette, TextStyle, TextStyles, text_styles_of


@frozen
class RoleStyles:
    """How every role looks in one theme on one ground."""

    plain: Mapping[Role, Style]
    chosen: Mapping[Role, Style]
    """The same on the row of a list that is chosen."""
    now: Style
    """The hit that the reader stands on."""
    selected: Style
    """Laid over text that is selected with the mouse."""
    look: Look
    """What rules and cursors are drawn with."""


def theme_of(name: str, palette: Palette) -> Theme:
    """Return a Textual theme of these colours, for what is not drawn by line widgets."""
    return Theme(
        name=name,
        primary=palette.link,
        secondary=palette.accent,
        accent=palette.accent,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.raised,
        panel=palette.raised,
        success=palette.good,
        error=palette.bad,
        warning=palette.accent,
        dark=luminance(palette.ground) < _MIDDLE,
        variables={"screen-selection-background": palette.lit_ground, "input-selection-background": palette.chosen},
    )


THEMES = (*OWN, "ansi")
"""What the theme key goes through, beginning with that of a first start; the palette of commands has all others."""

_LEAST = 3.0
"""Contrast of whatever is written in a theme of Textual, at least."""

_TEXTUAL_NAMES = {"ansi": "ansi-dark"}


def textual_name(name: str) -> str:
    """Return Textual's name for a theme of ours."""
    return _TEXTUAL_NAMES.get(name, name)


def role_styles_of(theme: Theme, look: Look, *, colour: bool = True) -> RoleStyles:
    """Return how roles look in a theme; without colour, weight and reverse video say the same."""
    if not colour or theme.ansi:
        return replace(_ANSI if colour else _MONO, look=look)
    return replace(_dressed(OWN.get(theme.name) or _derived_palette(theme)), look=look)


def raised_role_styles_of(theme: Theme, look: Look, *, colour: bool = True) -> RoleStyles:
    """Return how roles look on a page that lies over the screen."""
    if not colour or theme.ansi:
        return role_styles_of(theme, look, colour=colour)
    palette = OWN.get(theme.name) or _derived_palette(theme)
    return replace(_dressed(replace(palette, ground=palette.raised)), look=look)


@lru_cache(16)
def _dressed(palette: Palette) -> RoleStyles:
    return _dress(
        text_styles_of(palette),
        now=Style(color=palette.ground, bgcolor=palette.accent, bold=True),
        selected=Style(bgcolor=palette.lit_ground),
    )


def _dress(styles: TextStyles, now: Style, selected: Style) -> RoleStyles:
    plain, chosen = ({role: _style(style) for role, style in written.items()} for written in styles)
    return RoleStyles(plain, chosen, now, selected, Look())


def _style(style: TextStyle) -> Style:
    return Style(
        color=style.colour or None,
        bgcolor=style.ground or None,
        bold=style.bold or None,
        italic=style.italic or None,
        underline=style.underline or None,
        reverse=style.reverse or None,
    )


_SHADES = {
    "text": (0.88, 5.5),
    "strong": (1, 5.5),
    "quiet": (0.68, 4.5),
    "meta": (0.6, 4.5),
    "faint": (0.52, _LEAST),
}
"""Shares of the colour of text in that of an ink, the rest of it ground, and the least contrast that it has to have."""
_HUES = {"accent": "accent", "link": "primary", "good": "success", "bad": "error"}
"""Colours of our palettes, and the names that a Textual theme has for them."""


def _derived_palette(theme: Theme) -> Palette:
    """Derive our colours from those of a Textual theme, some of which are not made for text."""
    colours = theme.to_color_system().generate()
    ground, text = Color.parse(colours["background"]), Color.parse(colours["foreground"])

    def mixed(share: float) -> str:
        return ground.blend(text, share, alpha=1).hex6

    raised = Color.parse(colours["surface"]).hex6 if "surface" in colours else mixed(0.08)
    grounds = (ground.hex6, raised, mixed(0.14))
    lit_ground = ground.blend(Color.parse(colours["accent"]), 0.3, alpha=1).hex6
    return Palette(
        ground=grounds[0],
        raised=grounds[1],
        chosen=grounds[2],
        hair=mixed(0.22),
        bar=mixed(0.45),
        lit_ground=lit_ground,
        lit=readable(mixed(1), [lit_ground], _SHADES["strong"][1]),
        **{style: readable(mixed(share), grounds, least) for style, (share, least) in _SHADES.items()},
        **{style: readable(Color.parse(colours[name]).hex6, grounds, _LEAST) for style, name in _HUES.items()},
    )


_STEPS = 20
_MIDDLE = 0.18
"""Luminance of a ground on which black and white are read equally well."""


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", from 0 to 1, as the Web Content Accessibility Guidelines 2.2 do."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio of the same guidelines, from 1 to 21."""
    darker, lighter = sorted((luminance(colour), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, grounds: Sequence[str], least: float) -> str:
    """Return the colour, moved away from its grounds no further than the least contrast on each of them takes."""
    away = WHITE if luminance(grounds[0]) < _MIDDLE else BLACK
    for step in range(_STEPS):
        moved = Color.parse(colour).blend(away, step / _STEPS, alpha=1).hex6
        if all(contrast(moved, ground) >= least for ground in grounds):
            return moved
    return away.hex6


_LIT = {"now": Style(reverse=True, bold=True, underline=True), "selected": Style(reverse=True)}
_ANSI, _MONO = _dress(ANSI, **_LIT), _dress(MONO, **_LIT)
OWN_THEMES = tuple(theme_of(name, palette) for name, palette in OWN.items())
"""Our own themes as Textual has them."""
