"""Owns where a hit leads, and what every screen of hits can do: all that the app needs to know before one is opened."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from briefing.render.lines import Target
from briefing.render.text.find import WordQuery
from briefing.tui.theme.styles import RoleStyles


class HitTarget(NamedTuple):
    """Where a hit leads."""

    row: int
    """Of the library."""
    target: Target
    """The item; the brief itself where its text as a whole was found."""
    sought: WordQuery
    """What stays lit there."""
    source: str = ""
    """Id of the source in whose saved text the words stand. Empty: they stand in the brief."""
    paragraph: int = 0
    """Of the saved text, as a cite counts it."""


class HitScreen(Protocol):
    """The screen of the search, as far as those know it who do not load it."""

    def apply_styles(self, role_styles: RoleStyles) -> None:
        """Draw everything anew in another dress."""

    def renew(self) -> None:
        """Show the same hits as their briefs are now."""

    def start_over(self) -> None:
        """Search again: all rows have other numbers."""

    def take_in(self) -> None:
        """Search again where nothing was found: the index says something else now."""
