"""Every role can be read: contrast is reckoned, not judged."""

from __future__ import annotations

import pytest

from briefing.tui.inks import INK, PAPER, Ink, Inks, roles
from briefing.typesetting.lines import Role

in_each_theme = pytest.mark.parametrize("inks", [INK, PAPER], ids=["ink", "paper"])

TEXT = {Role.BODY, Role.STRONG, Role.TITLE, Role.NUMBER, Role.QUOTE, Role.HIT}
DRAWN = {Role.RULE, Role.BAR}
"""Hairlines and bars: nothing is read in them."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: Ink) -> float:
    """Return the contrast ratio of the Web Content Accessibility Guidelines 2.2, from 1 to 21."""
    darker, lighter = sorted((luminance(ink.colour), luminance(ink.ground)))
    return (lighter + 0.05) / (darker + 0.05)


def too_low(inks: Inks, ground: str, wanted: set[Role], least: float) -> dict[Role, float]:
    written = roles(inks, ground)
    return {role: contrast(written[role]) for role in wanted if contrast(written[role]) < least}


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast(Ink("#ffffff", "#000000")) == pytest.approx(21)
    assert contrast(Ink("#767676", "#ffffff")) == pytest.approx(4.54, abs=0.01)


@in_each_theme
def test_text_has_a_contrast_of_7_on_every_ground(inks: Inks) -> None:
    assert [too_low(inks, ground, TEXT, 7) for ground in (inks.ground, inks.raised, inks.chosen)] == [{}] * 3


@in_each_theme
def test_what_is_said_quietly_has_a_contrast_of_4_5_on_the_screen_and_on_pages(inks: Inks) -> None:
    quiet = set(Role) - TEXT - DRAWN - {Role.FAINT}
    assert [too_low(inks, ground, quiet, 4.5) for ground in (inks.ground, inks.raised)] == [{}] * 2


@in_each_theme
def test_the_faintest_text_has_a_contrast_of_3_on_every_ground(inks: Inks) -> None:
    assert [too_low(inks, ground, {Role.FAINT}, 3) for ground in (inks.ground, inks.raised, inks.chosen)] == [{}] * 3


@in_each_theme
def test_there_is_one_accent_and_a_hedge_in_words_is_not_in_it(inks: Inks) -> None:
    written = roles(inks, inks.ground)
    accented = {role for role, ink in written.items() if ink.colour == inks.accent}
    assert accented == {Role.ACCENT, Role.MARKING, Role.MARK, Role.WARNING, Role.KEY}
    assert written[Role.HEDGE].italic
