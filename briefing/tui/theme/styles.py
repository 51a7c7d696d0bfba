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
from briefing.tui.theme.colours import ANSI, MONO, OWN, Ink, Inking, Inks, inking_of


@frozen
class Dress:
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


def theme_of(name: str, inks: Inks) -> Theme:
    """Return a Textual theme of these colours, for what is not drawn by line widgets."""
    return Theme(
        name=name,
        primary=inks.link,
        secondary=inks.accent,
        accent=inks.accent,
        foreground=inks.text,
        background=inks.ground,
        surface=inks.raised,
        panel=inks.raised,
        success=inks.good,
        error=inks.bad,
        warning=inks.accent,
        dark=luminance(inks.ground) < _MIDDLE,
        variables={"screen-selection-background": inks.lit_ground, "input-selection-background": inks.chosen},
    )


THEMES = (*OWN, "ansi")
"""What the theme key goes through, beginning with that of a first start; the palette of commands has all others."""

_LEAST = 3.0
"""Contrast of whatever is written in a theme of Textual, at least."""

_TEXTUAL_NAMES = {"ansi": "ansi-dark"}


def textual_name(name: str) -> str:
    """Return Textual's name for a theme of ours."""
    return _TEXTUAL_NAMES.get(name, name)


def dress_of(theme: Theme, look: Look, *, colour: bool = True) -> Dress:
    """Return how roles look in a theme; without colour, weight and reverse video say the same."""
    if not colour or theme.ansi:
        return replace(_ANSI if colour else _MONO, look=look)
    return replace(_dressed(OWN.get(theme.name) or _inks(theme)), look=look)


def raised_dress_of(theme: Theme, look: Look, *, colour: bool = True) -> Dress:
    """Return how roles look on a page that lies over the screen."""
    if not colour or theme.ansi:
        return dress_of(theme, look, colour=colour)
    inks = OWN.get(theme.name) or _inks(theme)
    return replace(_dressed(replace(inks, ground=inks.raised)), look=look)


@lru_cache(16)
def _dressed(inks: Inks) -> Dress:
    return _dress(
        inking_of(inks),
        now=Style(color=inks.ground, bgcolor=inks.accent, bold=True),
        selected=Style(bgcolor=inks.lit_ground),
    )


def _dress(inking: Inking, now: Style, selected: Style) -> Dress:
    plain, chosen = ({role: _style(ink) for role, ink in written.items()} for written in inking)
    return Dress(plain, chosen, now, selected, Look())


def _style(ink: Ink) -> Style:
    return Style(
        color=ink.colour or None,
        bgcolor=ink.ground or None,
        bold=ink.bold or None,
        italic=ink.italic or None,
        underline=ink.underline or None,
        reverse=ink.reverse or None,
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
"""Our inks, and the colours of a Textual theme that they are."""


def _inks(theme: Theme) -> Inks:
    """Derive our colours from those of a Textual theme, some of which are not made for text."""
    colours = theme.to_color_system().generate()
    ground, text = Color.parse(colours["background"]), Color.parse(colours["foreground"])

    def mixed(share: float) -> str:
        return ground.blend(text, share, alpha=1).hex6

    raised = Color.parse(colours["surface"]).hex6 if "surface" in colours else mixed(0.08)
    grounds = (ground.hex6, raised, mixed(0.14))
    lit_ground = ground.blend(Color.parse(colours["accent"]), 0.3, alpha=1).hex6
    return Inks(
        ground=grounds[0],
        raised=grounds[1],
        chosen=grounds[2],
        hair=mixed(0.22),
        bar=mixed(0.45),
        lit_ground=lit_ground,
        lit=readable(mixed(1), [lit_ground], _SHADES["strong"][1]),
        **{ink: readable(mixed(share), grounds, least) for ink, (share, least) in _SHADES.items()},
        **{ink: readable(Color.parse(colours[name]).hex6, grounds, _LEAST) for ink, name in _HUES.items()},
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
OWN_THEMES = tuple(theme_of(name, inks) for name, inks in OWN.items())
"""Our own themes as Textual has them."""
