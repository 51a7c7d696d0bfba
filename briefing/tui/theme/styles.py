"""The styles of roles for widgets in each theme: ours, the terminal's colours, no colours, Textual's themes."""

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
    """The Rich styles of all roles in one theme, on one background."""

    plain: Mapping[Role, Style]
    chosen: Mapping[Role, Style]
    """On the chosen row of a list."""
    current_hit: Style
    """The style of the current hit."""
    selected: Style
    """Added to text that is selected with the mouse."""
    look: Look
    """The symbols of rules and cursors."""


def theme_of(name: str, palette: Palette) -> Theme:
    """Return a palette as a Textual theme, for what Textual's own widgets draw."""
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
"""The themes of the key `T` in its order; the first is the default. The command palette has all others too."""

_LEAST = 3.0
"""The least contrast of any text in a theme of Textual."""

_TEXTUAL_NAMES = {"ansi": "ansi-dark"}


def textual_name(name: str) -> str:
    """Return the name that Textual has for a theme."""
    return _TEXTUAL_NAMES.get(name, name)


def role_styles_of(theme: Theme, look: Look, *, colour: bool = True) -> RoleStyles:
    """Return the styles of roles in a theme; without `colour`, in weight and reverse video only."""
    if not colour or theme.ansi:
        return replace(_ANSI if colour else _MONO, look=look)
    return replace(_role_styles_in(_palette_of(theme)), look=look)


def raised_role_styles_of(theme: Theme, look: Look, *, colour: bool = True) -> RoleStyles:
    """Return the styles of roles on a page over the screen."""
    if not colour or theme.ansi:
        return role_styles_of(theme, look, colour=colour)
    palette = _palette_of(theme)
    return replace(_role_styles_in(replace(palette, ground=palette.raised)), look=look)


def _palette_of(theme: Theme) -> Palette:
    return OWN.get(theme.name) or _derived_palette(theme)


@lru_cache(16)
def _role_styles_in(palette: Palette) -> RoleStyles:
    return _in_rich(
        text_styles_of(palette),
        current_hit=Style(color=palette.ground, bgcolor=palette.accent, bold=True),
        selected=Style(bgcolor=palette.lit_ground),
    )


def _in_rich(styles: TextStyles, current_hit: Style, selected: Style) -> RoleStyles:
    plain, chosen = ({role: _style(style) for role, style in written.items()} for written in styles)
    return RoleStyles(plain, chosen, current_hit, selected, Look())


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
"""By colour of a palette: the share of the text colour that is mixed into the background, and the least contrast."""
_HUES = {"accent": "accent", "link": "primary", "good": "success", "bad": "error"}
"""Colours of our palettes, and the names that a Textual theme has for them."""


def _derived_palette(theme: Theme) -> Palette:
    """Derive a palette from a Textual theme. Some colours of the theme are not made for text and are adjusted."""
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


def readable(colour: str, grounds: Sequence[str], least: float) -> str:
    """Return the nearest colour that has the least contrast on each background."""
    away = WHITE if luminance(grounds[0]) < _MIDDLE else BLACK
    for step in range(_STEPS):
        moved = Color.parse(colour).blend(away, step / _STEPS, alpha=1).hex6
        if all(contrast(moved, ground) >= least for ground in grounds):
            return moved
    return away.hex6


_LIT = {"current_hit": Style(reverse=True, bold=True, underline=True), "selected": Style(reverse=True)}
_ANSI, _MONO = _in_rich(ANSI, **_LIT), _in_rich(MONO, **_LIT)
OWN_THEMES = tuple(theme_of(name, palette) for name, palette in OWN.items())
"""Our own themes, for Textual."""
