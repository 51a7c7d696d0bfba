"""What lies over a screen: pages, questions, menus. The rows at its edges, which say the marking, stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip

from briefing.base.named_tuple import NamedTuple
from briefing.tui.keys.bindings import hints
from briefing.tui.textual_compat import DimmedGround, OneFrameScreen
from briefing.tui.widgets.bars import Bar
from briefing.tui.widgets.edge import Edge

_Result = TypeVar("_Result")


class Edges(NamedTuple):
    """The bars of a screen that stay visible while something lies over it."""

    top: Sequence[Bar]
    bottom: Sequence[Bar]


class Ground(Protocol):
    """A screen that something may lie over."""

    @property
    def edges(self) -> Edges:
        """The bars that stay visible meanwhile."""

    def say(self, sentence: str) -> None:
        """Show a message in the last rows until the next key."""


class Overlay(OneFrameScreen[_Result], ModalScreen[_Result]):
    """A screen over another, of which the edges are shown; the last row there says the keys of this one."""

    def __init__(self, edges: Edges, own_keys: Sequence[tuple[str, str]] = (), note: str = "") -> None:
        """Make it; `own_keys` are its keys and what they do. Without them the last row says the keys that are bound.

        `note` is said in place of the readout.
        """
        super().__init__()
        self._own_keys = own_keys
        self.note = note
        self._ground = DimmedGround(self)
        self._edges = Edge(edges.top, id="edge-top"), Edge(edges.bottom, id="edge-bottom")

    def compose(self) -> ComposeResult:
        """Compose the edges; what a subclass adds lies between them."""
        yield from self._edges

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is seen of the screen below."""
        return self._ground.rows(crop) or super().render_lines(crop)

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What the last row says of the keys."""
        return self._own_keys or hints((each.binding.id, key) for key, each in self.active_bindings.items())

    def refresh_edges(self) -> None:
        """Draw the edges again, since the screen below has others."""
        for edge in self._edges:
            edge.refresh()
