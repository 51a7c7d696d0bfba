"""Every role can be read: contrast is computed, not judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from briefing.render.lines import Role
from briefing.render.symbols import Look
from briefing.tui.theme.colours import (
    ANSI,
    ANSI_LIGHT,
    MONO,
    OWN,
    TLP,
    Ground,
    Palette,
    TextStyle,
    TextStyles,
    contrast,
    text_styles_of,
)
from briefing.tui.theme.styles import RoleStyles, raised_role_styles_of, role_styles_of
from briefing.tui.theme.textual_colours import palette_of

FOREIGN = sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)
in_each_of_ours = pytest.mark.parametrize("palette", OWN.values(), ids=OWN)
in_each_theme = pytest.mark.parametrize(
    "palette", [*OWN.values(), *(palette for name in FOREIGN if (palette := palette_of(name)))], ids=[*OWN, *FOREIGN]
)
without_palette = pytest.mark.parametrize("styles", [ANSI, ANSI_LIGHT, MONO], ids=["ansi", "ansi-light", "none"])

TEXT = {Role.BODY, Role.STRONG, Role.TITLE, Role.LEDE, Role.NUMBER, Role.HEDGE, Role.WARNING, Role.QUOTE, Role.HIT}
DRAWN = {Role.RULE, Role.BAR}
"""Hairlines and bars: nothing is read in them."""
CAUTION, ALARM = {Role.HEDGE, Role.WARNING}, Role.ERROR


def of(style: TextStyle) -> float:
    return contrast(style.colour, style.ground)


def too_low(styles: TextStyles, wanted: Iterable[Role], least: float) -> list[tuple[Ground, Role, float]]:
    return [(ground, role, of(on[role])) for ground, on in styles.items() for role in wanted if of(on[role]) < least]


def test_contrast_is_computed_as_the_guidelines_do() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@in_each_of_ours
def test_text_has_a_contrast_of_7_on_every_ground(palette: Palette) -> None:
    assert too_low(text_styles_of(palette), TEXT, 7) == []


@in_each_of_ours
def test_everything_that_is_read_has_a_contrast_of_4_5_on_every_ground(palette: Palette) -> None:
    assert too_low(text_styles_of(palette), set(Role) - DRAWN, 4.5) == []


def test_on_dark_ground_who_says_it_has_a_contrast_of_8() -> None:
    assert of(text_styles_of(OWN["ink"])[Ground.SCREEN][Role.META]) == pytest.approx(8, abs=0.1)


@in_each_theme
def test_what_weakens_a_claim_is_never_fainter_than_the_claim(palette: Palette) -> None:
    styles = text_styles_of(palette)
    assert [
        (ground, role) for ground, on in styles.items() for role in CAUTION if of(on[role]) < of(on[Role.BODY])
    ] == []
    assert all(on[Role.HEDGE].italic and on[Role.WARNING].bold for on in styles.values())


@in_each_of_ours
def test_in_256_colours_neither(palette: Palette) -> None:
    def shown_as(colour: str) -> str:
        return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex

    for on in text_styles_of(palette).values():
        of_role = {role: contrast(shown_as(style.colour), shown_as(style.ground)) for role, style in on.items()}
        assert all(of_role[role] >= of_role[Role.BODY] for role in CAUTION)
        assert min(of_role[role] for role in set(Role) - DRAWN) >= 3


@in_each_theme
def test_what_is_wrong_is_bold_and_more_prominent_than_who_says_it(palette: Palette) -> None:
    styles = text_styles_of(palette)
    assert all(on[ALARM].bold and of(on[ALARM]) >= of(on[Role.META]) for on in styles.values())


@without_palette
def test_without_a_palette_what_weakens_a_claim_has_weight_and_no_faint_colour(styles: TextStyles) -> None:
    for on in styles.values():
        assert on[Role.HEDGE].italic
        assert on[Role.WARNING].bold
        assert on[ALARM].bold
        assert {on[role].colour for role in CAUTION}.isdisjoint({"bright_black", "yellow", "blue"})


@in_each_theme
def test_each_label_of_a_marking_has_the_colours_of_first_on_black(palette: Palette) -> None:
    for on in text_styles_of(palette).values():
        assert [on[role] for role in TLP] == [*TLP.values()]
        assert {on[role].ground for role in TLP} == {"#000000"}
    assert [style.colour for style in TLP.values()] == ["#ff2b2b", "#ffc000", "#33ff00", "#ffffff"]


@without_palette
def test_without_a_palette_a_label_stands_out_from_the_bar(styles: TextStyles) -> None:
    bar = styles[Ground.BAR]
    assert [role for role in TLP if bar[role][1:] == bar[Role.STRONG][1:]] == []


@in_each_of_ours
def test_there_is_one_accent(palette: Palette) -> None:
    on = text_styles_of(palette)[Ground.SCREEN]
    accented = {role for role, style in on.items() if palette.accent in {style.colour, style.ground}}
    assert accented == {Role.ACCENT, Role.MARK, Role.KEY, Role.CITE, Role.LINK, Role.FOCUS}


def is_amber(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red > green > blue and red - blue > 80


@in_each_of_ours
def test_the_accent_is_not_taken_for_a_marking(palette: Palette) -> None:
    assert not is_amber(palette.accent)


def shown(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex)


def unread(role_styles: RoleStyles, least: float, roles: set[Role]) -> list[tuple[Ground, Role]]:
    each: Mapping[Ground, Mapping[Role, Style]] = role_styles.on
    return [(ground, role) for ground, on in each.items() for role in roles if shown(on[role]) < least]


@pytest.mark.parametrize("name", FOREIGN)
def test_every_theme_of_textual_can_be_read(name: str) -> None:
    both = [make(BUILTIN_THEMES[name], Look()) for make in (role_styles_of, raised_role_styles_of)]
    assert [unread(role_styles, 3, set(Role) - DRAWN) for role_styles in both] == [[], []]
    assert [unread(role_styles, 4.5, set(Role) - DRAWN - {Role.FAINT}) for role_styles in both] == [[], []]
    assert [shown(role_styles.current_hit) >= 4.5 for role_styles in both] == [True, True]
