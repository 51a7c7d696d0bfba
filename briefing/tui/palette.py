"""Owns how a role looks: the themes `ink` and `paper`, the terminal's own colours, no colours, and Textual's themes.

Nobody else names a colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from briefing.typesetting.lines import Role
from briefing.typesetting.look import Look


@dataclass(frozen=True, slots=True)
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
    faint: str
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
    quiet="#979288",
    faint="#716e69",
    hair="#38393f",
    accent="#d9a860",
    link="#86aed1",
    bar="#5c7288",
    good="#8fb573",
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
    quiet="#716a5b",
    faint="#8d836d",
    hair="#d8cfba",
    accent="#8c2f1b",
    link="#1f5c86",
    bar="#8fa9bd",
    good="#44702c",
    bad="#a8442a",
    lit_ground="#f7e2a0",
    lit="#2a2109",
)


@dataclass(frozen=True, slots=True)
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


def theme_of(name: str, inks: Inks, *, dark: bool) -> Theme:
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
        dark=dark,
        variables={"screen-selection-background": inks.lit_ground, "input-selection-background": inks.chosen},
    )


OWN_THEMES = (theme_of("ink", INK, dark=True), theme_of("paper", PAPER, dark=False))
_OWN = {"ink": INK, "paper": PAPER}

THEMES = ("ink", "paper", "ansi")
"""What the theme key goes through; every other theme is in the palette of commands."""

_TEXTUAL_NAMES = {"ansi": "ansi-dark"}


def textual_name(name: str) -> str:
    """Return Textual's name for a theme of ours."""
    return _TEXTUAL_NAMES.get(name, name)


def dress_of(theme: Theme, look: Look, *, colour: bool = True) -> Dress:
    """Return how roles look in a theme; without colour, weight and reverse video say the same."""
    if not colour or theme.ansi:
        return replace(_ANSI if colour else _MONO, look=look)
    return replace(_dressed(_OWN.get(theme.name) or _inks(theme)), look=look)


def raised_dress_of(theme: Theme, look: Look, *, colour: bool = True) -> Dress:
    """Return how roles look on a page that lies over the screen."""
    if not colour or theme.ansi:
        return dress_of(theme, look, colour=colour)
    inks = _OWN.get(theme.name) or _inks(theme)
    return replace(_dressed(replace(inks, ground=inks.raised)), look=look)


@lru_cache(16)
def _dressed(inks: Inks) -> Dress:
    return Dress(
        plain=_roles(inks, inks.ground),
        chosen={**_roles(inks, inks.chosen), Role.META: Style(color=inks.quiet, bgcolor=inks.chosen)},
        now=Style(color=inks.ground, bgcolor=inks.accent, bold=True),
        selected=Style(bgcolor=inks.lit_ground),
        look=Look(),
    )


def _roles(inks: Inks, ground: str) -> dict[Role, Style]:
    def on(colour: str, *, bold: bool = False, italic: bool = False, underline: bool = False) -> Style:
        return Style(
            color=colour, bgcolor=ground, bold=bold or None, italic=italic or None, underline=underline or None
        )

    lit = Style(color=inks.lit, bgcolor=inks.lit_ground)
    return {
        Role.BODY: on(inks.text),
        Role.STRONG: on(inks.strong, bold=True),
        Role.TITLE: on(inks.strong, bold=True),
        Role.LEDE: on(inks.quiet, italic=True),
        Role.META: on(inks.faint),
        Role.FAINT: on(inks.faint),
        Role.HEADING: on(inks.quiet, bold=True),
        Role.RULE: on(inks.hair),
        Role.ACCENT: on(inks.accent),
        Role.NUMBER: on(inks.strong, bold=True),
        Role.UNIT: on(inks.quiet),
        Role.HEDGE: on(inks.accent, italic=True),
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
        Role.QUOTE: lit,
        Role.HIT: lit,
    }


def _inks(theme: Theme) -> Inks:
    """Derive our colours from those of a Textual theme."""
    colours = theme.to_color_system().generate()
    ground, text = Color.parse(colours["background"]), Color.parse(colours["foreground"])

    def mixed(share: float) -> str:
        return ground.blend(text, share, alpha=1).hex6

    def named(name: str) -> str:
        return Color.parse(colours[name]).hex6

    return Inks(
        ground=ground.hex6,
        raised=named("surface") if "surface" in colours else mixed(0.08),
        chosen=mixed(0.14),
        text=mixed(0.88),
        strong=mixed(1),
        quiet=mixed(0.68),
        faint=mixed(0.52),
        hair=mixed(0.22),
        accent=named("accent"),
        link=named("primary"),
        bar=mixed(0.45),
        good=named("success"),
        bad=named("error"),
        lit_ground=ground.blend(Color.parse(colours["accent"]), 0.3, alpha=1).hex6,
        lit=mixed(1),
    )


def _by_weight(
    accent: str | None, link: str | None, good: str | None, bad: str | None, quiet: str | None
) -> dict[Role, Style]:
    """Return roles told apart by weight, and by the terminal's own colours where they are given."""
    plain, bold, lit = Style(), Style(bold=True), Style(reverse=True)
    soft = Style(color=quiet) if quiet else plain
    marked = Style(color=accent) if accent else bold
    return {
        Role.BODY: plain,
        Role.STRONG: bold,
        Role.TITLE: bold,
        Role.LEDE: Style(italic=True),
        Role.META: soft,
        Role.FAINT: soft,
        Role.HEADING: bold,
        Role.RULE: soft,
        Role.ACCENT: marked,
        Role.NUMBER: bold,
        Role.UNIT: plain,
        Role.HEDGE: Style(color=accent, italic=True),
        Role.DATE: plain,
        Role.CITE: Style(color=link),
        Role.LINK: Style(color=link, underline=True),
        Role.GRADE: plain,
        Role.MARKING: Style(color=accent, bold=True),
        Role.BAR: Style(color=link),
        Role.MARK: marked,
        Role.GOOD: Style(color=good),
        Role.WARNING: marked,
        Role.ERROR: Style(color=bad, bold=True),
        Role.KEY: marked,
        Role.QUOTE: lit,
        Role.HIT: lit,
    }


def _weighted(roles: Mapping[Role, Style]) -> Dress:
    chosen = {role: style + Style(bold=True) for role, style in roles.items()}
    return Dress(
        plain=roles,
        chosen=chosen,
        now=Style(reverse=True, bold=True, underline=True),
        selected=Style(reverse=True),
        look=Look(),
    )


_ANSI = _weighted(_by_weight("yellow", "cyan", "green", "red", "bright_black"))
_MONO = _weighted(_by_weight(None, None, None, None, None))
