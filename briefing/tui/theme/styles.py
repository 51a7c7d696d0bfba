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
from briefing.tui.theme.colours import (
    ANSI,
    ANSI_LIGHT,
    MIDDLE,
    MONO,
    OWN,
    Ground,
    Palette,
    TextStyle,
    TextStyles,
    contrast,
    luminance,
    text_styles_of,
)


@frozen
class RoleStyles:
    """The Rich styles of all roles in one theme."""

    on: Mapping[Ground, Mapping[Role, Style]]
    """By the ground of a line."""
    current_hit: Style
    """The style of the current hit."""
    selected: Style
    """Added to text that is selected with the mouse."""
    look: Look
    """The symbols of rules and cursors."""
    has_links: bool = False
    """Whether the terminal gets addresses that it opens by itself."""

    @property
    def plain(self) -> Mapping[Role, Style]:
        """The styles of most lines."""
        return self.on[Ground.SCREEN]


def blanks_look_alike(one: Style, other: Style) -> bool:
    """Tell whether a blank looks the same in two styles: one ground, and nothing that is drawn without a letter."""
    return one.bgcolor == other.bgcolor and not any(
        style.underline or style.reverse or style.strike or style.link for style in (one, other)
    )


def theme_of(name: str, palette: Palette) -> Theme:
    """Return a palette as a Textual theme, for what Textual's own widgets draw."""
    return Theme(
        name=name,
        primary=palette.accent,
        secondary=palette.accent,
        accent=palette.accent,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.raised,
        panel=palette.raised,
        success=palette.good,
        error=palette.alarm,
        warning=palette.caution,
        dark=luminance(palette.ground) < MIDDLE,
        variables={"screen-selection-background": palette.lit_ground, "input-selection-background": palette.chosen},
    )


_LEAST = 3.0
"""The least contrast of any text in a theme of Textual."""
_TEXTUAL_NAMES = {"ansi": "ansi-dark"}


def textual_name(name: str) -> str:
    """Return the name that Textual has for a theme."""
    return _TEXTUAL_NAMES.get(name, name)


def role_styles_of(theme: Theme, look: Look, *, colour: bool = True) -> RoleStyles:
    """Return the styles of roles in a theme; without `colour`, in weight and reverse video only."""
    if not colour or theme.ansi:
        return replace((_ANSI if theme.dark else _ANSI_LIGHT) if colour else _MONO, look=look)
    return replace(_role_styles_in(_palette_of(theme)), look=look)


def raised_role_styles_of(theme: Theme, look: Look, *, colour: bool = True) -> RoleStyles:
    """Return the styles of roles on a page over the screen."""
    if not colour or theme.ansi:
        return role_styles_of(theme, look, colour=colour)
    palette = _palette_of(theme)
    return replace(_role_styles_in(replace(palette, ground=palette.raised)), look=look)


def _palette_of(theme: Theme) -> Palette:
    return OWN.get(theme.name) or _derived_palette(theme)


@lru_cache(256)
def linked(style: Style, address: str) -> Style:
    """Return a style whose text the terminal opens an address with; lines that share one are lit together."""
    return style + Style(link=address)


@lru_cache(16)
def _role_styles_in(palette: Palette) -> RoleStyles:
    return _in_rich(
        text_styles_of(palette),
        current_hit=Style(color=palette.on_accent, bgcolor=palette.accent, bold=True),
        selected=Style(bgcolor=palette.lit_ground),
    )


def _in_rich(styles: TextStyles, current_hit: Style, selected: Style) -> RoleStyles:
    on = {ground: {role: _style(style) for role, style in written.items()} for ground, written in styles.items()}
    return RoleStyles(on, current_hit, selected, Look())


def _style(style: TextStyle) -> Style:
    return Style(
        color=style.colour or None,
        bgcolor=style.ground or None,
        bold=style.bold or None,
        italic=style.italic or None,
        underline=style.underline or None,
        reverse=style.reverse or None,
    )


_SHADES = {"text": (0.88, 5.5), "strong": (1, 5.5), "quiet": (0.74, 4.8), "faint": (0.52, _LEAST)}
"""By colour of a palette: the share of the text colour that is mixed into the background, and the least contrast."""
_HUES = {"accent": ("primary", 4.5), "good": ("success", 4.5)}
"""By colour of a palette: its name in a Textual theme, and the least contrast."""
_ALARM = 5.5
"""The least contrast of alarm, which is never less than that of `quiet` either."""


def _derived_palette(theme: Theme) -> Palette:
    """Derive a palette from a Textual theme. Some colours of the theme are not made for text and are adjusted."""
    colours = {
        name: Color.parse(colour) for name, colour in theme.to_color_system().generate().items() if name in _USED
    }
    ground, foreground = colours["background"], colours["foreground"]

    def mixed(share: float) -> str:
        return ground.blend(foreground, share, alpha=1).hex6

    raised = colours["surface"].hex6 if "surface" in colours else mixed(0.08)
    grounds = (ground.hex6, raised, mixed(0.1), ground.blend(colours["primary"], 0.16, alpha=1).hex6)
    lit_ground = ground.blend(colours["accent"], 0.3, alpha=1).hex6
    shades = {name: readable(mixed(share), _at_least(least, grounds)) for name, (share, least) in _SHADES.items()}
    hues = {name: readable(colours[used].hex6, _at_least(least, grounds)) for name, (used, least) in _HUES.items()}
    return Palette(
        ground=grounds[0],
        raised=grounds[1],
        chosen=grounds[2],
        cursor=grounds[3],
        hair=mixed(0.22),
        bar=mixed(0.45),
        on_accent=max(("#000000", "#ffffff"), key=lambda colour: contrast(colour, hues["accent"])),
        caution=readable(colours["warning"].hex6, {on: contrast(shades["text"], on) for on in grounds}),
        alarm=readable(colours["error"].hex6, {on: max(_ALARM, contrast(shades["quiet"], on)) for on in grounds}),
        lit_ground=lit_ground,
        lit=readable(mixed(1), {lit_ground: _SHADES["strong"][1]}),
        **shades,
        **hues,
    )


_USED = ("background", "foreground", "surface", "primary", "accent", "success", "warning", "error")
"""The colours of a Textual theme that a palette is made of."""
_STEPS = 20


def _at_least(least: float, grounds: Sequence[str]) -> Mapping[str, float]:
    return dict.fromkeys(grounds, least)


def readable(colour: str, least: Mapping[str, float]) -> str:
    """Return the nearest colour that has the least contrast on each background; `least` is by background."""
    away = WHITE if luminance(next(iter(least))) < MIDDLE else BLACK
    for step in range(_STEPS):
        moved = Color.parse(colour).blend(away, step / _STEPS, alpha=1).hex6
        if all(contrast(moved, ground) >= wanted for ground, wanted in least.items()):
            return moved
    return away.hex6


_LIT = {"current_hit": Style(reverse=True, bold=True, underline=True), "selected": Style(reverse=True)}
_ANSI, _ANSI_LIGHT, _MONO = (_in_rich(styles, **_LIT) for styles in (ANSI, ANSI_LIGHT, MONO))
OWN_THEMES = tuple(theme_of(name, palette) for name, palette in OWN.items())
"""Our own themes, for Textual."""
