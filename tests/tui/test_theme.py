"""Every role can be read: contrast is reckoned, not judged."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from briefing.render.lines import Role
from briefing.render.symbols import Look
from briefing.tui.theme.colours import OWN, Palette, TextStyle, roles
from briefing.tui.theme.styles import RoleStyles, raised_role_styles_of, role_styles_of
from briefing.tui.theme.styles import contrast as reckoned

in_each_theme = pytest.mark.parametrize("palette", OWN.values(), ids=OWN)

TEXT = {Role.BODY, Role.STRONG, Role.TITLE, Role.NUMBER, Role.QUOTE, Role.HIT}
DRAWN = {Role.RULE, Role.BAR}
"""Hairlines and bars: nothing is read in them."""


def contrast(style: TextStyle) -> float:
    return reckoned(style.colour, style.ground)


def too_low(palette: Palette, ground: str, wanted: set[Role], least: float) -> dict[Role, float]:
    written = roles(palette, ground)
    return {role: contrast(written[role]) for role in wanted if contrast(written[role]) < least}


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast(TextStyle("#ffffff", "#000000")) == pytest.approx(21)
    assert contrast(TextStyle("#767676", "#ffffff")) == pytest.approx(4.54, abs=0.01)


@in_each_theme
def test_text_has_a_contrast_of_7_on_every_ground(palette: Palette) -> None:
    assert [too_low(palette, ground, TEXT, 7) for ground in (palette.ground, palette.raised, palette.chosen)] == [
        {}
    ] * 3


@in_each_theme
def test_what_is_said_quietly_has_a_contrast_of_4_5_on_the_screen_and_on_pages(palette: Palette) -> None:
    quiet = set(Role) - TEXT - DRAWN - {Role.FAINT}
    assert [too_low(palette, ground, quiet, 4.5) for ground in (palette.ground, palette.raised)] == [{}] * 2


@in_each_theme
def test_the_faintest_text_has_a_contrast_of_3_on_every_ground(palette: Palette) -> None:
    assert [
        too_low(palette, ground, {Role.FAINT}, 3) for ground in (palette.ground, palette.raised, palette.chosen)
    ] == [{}] * 3


@in_each_theme
def test_there_is_one_accent_and_a_hedge_in_words_is_not_in_it(palette: Palette) -> None:
    written = roles(palette, palette.ground)
    accented = {role for role, style in written.items() if style.colour == palette.accent}
    assert accented == {Role.ACCENT, Role.MARKING, Role.MARK, Role.WARNING, Role.KEY}
    assert written[Role.HEDGE].italic


def shown(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    return reckoned(style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex)


def unread(role_styles: RoleStyles, least: float, roles: set[Role]) -> list[Role]:
    return [role for styles in (role_styles.plain, role_styles.chosen) for role in roles if shown(styles[role]) < least]


@pytest.mark.parametrize("name", sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi))
def test_every_theme_of_textual_can_be_read(name: str) -> None:
    both = [make(BUILTIN_THEMES[name], Look()) for make in (role_styles_of, raised_role_styles_of)]
    assert [unread(role_styles, 3, set(Role) - DRAWN) for role_styles in both] == [[], []]
    assert [unread(role_styles, 4.5, {Role.BODY, Role.STRONG, Role.QUOTE, Role.META}) for role_styles in both] == [
        [],
        [],
    ]
    assert [shown(role_styles.current_hit) >= 3 for role_styles in both] == [True, True]
