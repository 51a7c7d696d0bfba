"""The position in a sheet, the first visible line and the chosen item, and how keys move it. Pure.

Lines and items count from 0. `height` is the number of lines that fit on screen, at least 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from briefing.base.named_tuple import NamedTuple
from briefing.render.lines import ItemLines, Sheet, Target


class Position(NamedTuple):
    """The scroll position and the chosen item."""

    top: int = 0
    """The line of the sheet in the first row for text."""
    item: int = 0
    """Index of the chosen item; 0 if the sheet has no items."""


Move = Callable[[Sheet, int, Position], Position]
"""Takes a sheet, its height on the screen and a position, and returns where a key goes from there."""


def limit(sheet: Sheet, height: int) -> int:
    """Return the greatest `top` that leaves no empty rows below the sheet."""
    return max(0, len(sheet.lines) - height)


def clamped(sheet: Sheet, height: int, at: Position) -> Position:
    """Return the nearest position that the sheet has."""
    return Position(max(0, min(at.top, limit(sheet, height))), max(0, min(at.item, len(sheet.items) - 1)))


def down(sheet: Sheet, height: int, at: Position) -> Position:
    """Go to the next item, or scroll a line if text would otherwise be skipped."""
    if at.item + 1 >= len(sheet.items):
        return clamped(sheet, height, Position(at.top + 1, at.item))
    here, item = sheet.items[at.item], sheet.items[at.item + 1]
    bottom = at.top + height
    if here.last >= bottom:
        return Position(min(at.top + 1, limit(sheet, height)), at.item)
    top = max(at.top, min(item.last - height + 1, item.first, bottom))
    if top <= item.first < top + height:
        return Position(top, at.item + 1)
    return clamped(sheet, height, Position(max(top, at.top + 1), at.item))


def up(sheet: Sheet, height: int, at: Position) -> Position:
    """Go to the previous item, or scroll a line if text would otherwise be skipped."""
    if not sheet.items or at.item == 0 or sheet.items[at.item].first < at.top:
        return clamped(sheet, height, Position(at.top - 1, at.item))
    item = sheet.items[at.item - 1]
    top = min(at.top, max(item.first, item.last - height + 1, at.top - height))
    if top <= item.last < top + height:
        return Position(top, at.item - 1)
    return clamped(sheet, height, Position(min(top, at.top - 1), at.item))


def by_lines(sheet: Sheet, height: int, at: Position, lines: int) -> Position:
    """Scroll by lines, and choose an item that is then visible, if there is one."""
    if lines > 0 and at.top >= limit(sheet, height):
        return end(sheet, height)
    if lines < 0 and at.top == 0:
        return start()
    top = clamped(sheet, height, Position(at.top + lines)).top
    return Position(top, _item_in_view(sheet, height, Position(top, at.item)))


def by_pages(sheet: Sheet, height: int, at: Position, pages: int) -> Position:
    """Scroll by pages; one line stays visible."""
    return by_lines(sheet, height, at, pages * max(1, height - 1))


def start() -> Position:
    """Go to the first line and item."""
    return Position()


def end(sheet: Sheet, height: int) -> Position:
    """Go to the last line and item."""
    return Position(limit(sheet, height), max(0, len(sheet.items) - 1))


def on_item(sheet: Sheet, height: int, at: Position, item: int) -> Position:
    """Choose an item, and scroll as little as needed to show all of it."""
    if not 0 <= item < len(sheet.items):
        return at
    lines = sheet.items[item]
    top = at.top
    if lines.first < top or lines.last >= top + height:
        top = lines.first if lines.first < top else min(lines.first, lines.last - height + 1)
    return clamped(sheet, height, Position(top, item))


def initial(sheet: Sheet, height: int, at: Position, start: Target | None) -> Position:
    """Choose the item that a reader left in an earlier session, if the sheet has it."""
    item = None if start is None else sheet.index_of(start)
    return at if item is None else on_item(sheet, height, at, item)


def on_line(sheet: Sheet, height: int, at: Position, line: int) -> Position:
    """Make a line visible, a third from the top if it was not, and choose its item."""
    top = at.top if at.top <= line < at.top + height else line - height // 3
    item = item_at(sheet, line)
    return clamped(sheet, height, Position(top, at.item if item is None else item))


def item_at(sheet: Sheet, line: int) -> int | None:
    """Return the index of the item that a line belongs to, or None."""
    index = bisect_left(sheet.items, line, key=_last)
    return index if index < len(sheet.items) and sheet.items[index].first <= line else None


def in_other_sheet(old: Sheet, at: Position, new: Sheet, height: int) -> Position:
    """Return the corresponding position in the sheet of another width, or of the changed brief."""
    if at == Position() or not new.items or not old.items:
        return clamped(new, height, at)
    was = old.items[min(at.item, len(old.items) - 1)]
    item = next(
        (i for i, other in enumerate(new.items) if other.target == was.target), min(at.item, len(new.items) - 1)
    )
    now = new.items[item]
    row = was.first - at.top
    if row < 0:  # a long item begins above the screen: keep the share of it that is hidden
        row = -round(-row / (was.last - was.first + 1) * (now.last - now.first + 1))
    top = min(max(now.first - row, now.last - height + 1), max(now.first, now.first - row))
    return clamped(new, height, Position(top, item))


def _item_in_view(sheet: Sheet, height: int, at: Position) -> int:
    seen = [i for i, item in enumerate(sheet.items) if item.last >= at.top and item.first < at.top + height]
    if not seen:
        return at.item
    whole = [i for i in seen if sheet.items[i].first >= at.top]
    inside = whole or seen
    return max(inside[0], min(at.item, inside[-1]))


def _last(item: ItemLines) -> int:
    return item.last
