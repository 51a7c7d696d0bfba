"""Where a hit leads, and the search screen as the app knows it. Cheap to import: the screen itself takes 40 ms."""

from __future__ import annotations

from typing import Protocol

from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import Target
from briefing.render.pages.hit_tables import HitKind
from briefing.render.text.find import WordQuery
from briefing.tui.theme.styles import RoleStyles


class HitTarget(NamedTuple):
    """Where a hit leads."""

    row: int
    """Row of the brief in the library."""
    target: Target
    """The item in the brief; the brief itself if the hit belongs to no item."""
    sought: WordQuery
    """The words that stay highlighted there."""
    source: str = ""
    """Id of the source whose saved text has the words. Empty: the brief has them."""
    paragraph: int = 0
    """Paragraph of the saved text, counted as a cite counts it."""


class HitScreen(Protocol):
    """The search screen, for code that must not import it."""

    def apply_styles(self, role_styles: RoleStyles) -> None:
        """Draw everything in these styles."""

    def ask_for(self, words: str, kind: HitKind | None, elsewhere: int) -> None:
        """Search for words and show one kind of hits, on the first outside the brief of a row. None: all kinds."""

    def renew(self) -> None:
        """Show the same hits with the present text of their briefs."""

    def start_over(self) -> None:
        """Search again, since all rows have other numbers."""

    def take_in(self) -> None:
        """Search again if nothing was found before, since the index has changed."""

    def show_progress(self, progress: str) -> None:
        """Say how much of the library is read. Empty: all is, and what was searched for before is searched again."""
