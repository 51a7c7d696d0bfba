"""Which theme is worn: the one that was chosen, or one that suits the terminal. Imports neither Textual nor Rich."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.base.safe_text import visible
from briefing.tui.theme.colours import OWN
from briefing.tui.theme.textual_colours import FOREIGN

AUTO = "auto"
"""The name of the choice to follow the terminal: dark or light, many colours or few."""
THEMES = (*OWN, "ansi")
"""Our own themes."""
_TEXTUALS_ANSI = "ansi-dark"
"""What Textual calls the theme "ansi"."""
CHOICES = (*THEMES, *FOREIGN, "ansi-light", AUTO)
"""What `T` goes through, in this order: our themes, those of Textual, and what suits the terminal."""

MANY, _SOME, _FEW = 1 << 24, 256, 16
"""Numbers of colours: 24 bits, the usual table, the terminal's own."""
_TRUE_COLOUR = ("truecolor", "24bit")
_256_COLOURS = ("256color", "kitty")
_DARK_OF_16 = frozenset((*range(7), 8))
"""Of the terminal's 16 colours all that are dark; 7 and 15 are white."""


def colours_in(environment: Mapping[str, str]) -> int:
    """Return how many colours Textual writes to this terminal: 16, 256 or 16,777,216."""
    if environment.get("COLORTERM", "").strip().lower() in _TRUE_COLOUR:
        return MANY
    return _SOME if environment.get("TERM", "").strip().lower().rpartition("-")[2] in _256_COLOURS else _FEW


def is_light_by(environment: Mapping[str, str]) -> bool | None:
    """Return whether the terminal's background is light by $COLORFGBG, "15;0". None: it does not say."""
    *others, ground = environment.get("COLORFGBG", "").split(";")
    if not others or not (ground.isascii() and ground.isdecimal() and len(ground) <= len("15")):
        return None
    return int(ground) not in _DARK_OF_16


def worn(choice: str | None, environment: Mapping[str, str], *, is_light: bool) -> str:
    """Return the name of the theme that a choice means on a light or a dark background. None: nothing was chosen."""
    if choice and choice != AUTO:
        return choice
    if colours_in(environment) == _FEW:
        return "ansi-light" if is_light else "ansi"
    return "paper" if is_light else "ink"


def next_choice(now: str, worn_now: str) -> str:
    """Return the choice after `now`; from `AUTO` on one that looks different from `worn_now`."""
    at = CHOICES.index(now) if now in CHOICES else -1
    after = CHOICES[(at + 1) % len(CHOICES)]
    if now == AUTO and after == worn_now:
        after = CHOICES[(at + 2) % len(CHOICES)]
    return after


def theme_fault(name: str) -> str | None:
    """Return a sentence when there is no theme of this name."""
    if name in CHOICES or name == _TEXTUALS_ANSI:
        return None
    from briefing.base.suggestions import did_you_mean  # needed only for those who mistyped

    hint = did_you_mean(name, CHOICES) or f"; there are {', '.join(CHOICES)}"
    return f"there is no theme “{visible(name)}”{hint}"
