"""Tells which text of a page of a PDF nobody sees: drawn invisibly, or in white where nothing else was painted."""

from __future__ import annotations

from collections.abc import Sequence

_INVISIBLE = frozenset({3, 7})
"""Modes of drawing text that leave nothing on the page: no ink, and an edge for later drawing only."""
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_PICTURES = frozenset({b"Do", b"sh", b"INLINE IMAGE"})
_WHITE = {b"g": 1, b"rg": 1, b"sc": 1, b"scn": 1, b"k": 0}
"""Operators that set the colour, and the value of all their numbers that means white."""
_LOWEST = 6.0
"""Height of what is painted, in points, from which on white text may stand on it; lines are lower."""


class Ink:
    """Follows the drawing of one page."""

    def __init__(self) -> None:
        self._now = (0, False)
        """The mode of drawing text, and whether the colour is white."""
        self._kept: list[tuple[int, bool]] = []
        self._is_tall = False
        self._is_painted = False
        self._seen = 0
        self._unseen = 0
        """Bytes or characters shown since `is_hidden` was asked last."""
        self.has_picture = False
        """True once the page has drawn a picture, or something that may be one."""

    def follow(self, operator: bytes, operands: Sequence[object], outer: Sequence[float], _: Sequence[float]) -> None:
        """Take the next operator of the page; `outer` says how large it draws."""
        if operator in _SHOWS:
            mode, is_white = self._now
            if mode in _INVISIBLE or (is_white and not self._is_painted):
                self._unseen += _length(operands)
            else:
                self._seen += _length(operands)
        elif operator == b"q":
            self._kept.append(self._now)
        elif operator == b"Q":
            self._now = self._kept.pop() if self._kept else self._now
        elif operator == b"Tr":
            given = operands[0] if operands else 0
            self._now = (int(given) if isinstance(given, int | float) else 0, self._now[1])
        elif operator in _WHITE:
            self._now = (self._now[0], bool(operands) and all(one == _WHITE[operator] for one in operands))
        else:
            self._paint(operator, operands, outer)

    def _paint(self, operator: bytes, operands: Sequence[object], outer: Sequence[float]) -> None:
        if operator == b"re":
            height = operands[-1] if operands else 0
            self._is_tall |= isinstance(height, int | float) and abs(height * outer[3]) >= _LOWEST
        elif operator == b"m":
            self._is_tall = True
        elif operator in _FILLS:
            self._is_painted |= self._is_tall and not self._now[1]
            self._is_tall = False
        elif operator in {b"n", b"S", b"s"}:
            self._is_tall = False
        elif operator in _PICTURES:
            self.has_picture = self._is_painted = True

    def is_hidden(self) -> bool:
        """Tell whether nobody sees most of the text that was drawn since the last time this was asked."""
        is_hidden = self._unseen > self._seen
        self._seen = self._unseen = 0
        return is_hidden


def _length(operands: Sequence[object]) -> int:
    """Return the length of the strings that an operator shows."""
    given = operands[-1] if operands else b""
    every = given if isinstance(given, list) else [given]
    return sum(len(one) for one in every if isinstance(one, str | bytes))
