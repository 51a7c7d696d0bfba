"""Changes to a brief's text: confirm, drop, move, set a key, add an item. Comments, order and layout are kept.

Each change is verified: the new text has the content of the old one except for the change. What is laid out so oddly
that this fails is written anew: its block, or else the whole file. `BriefText` keeps what it has parsed, for several
changes in a row; the functions do one change each.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from briefing.edit.block_style import BlockStyle
from briefing.edit.brief_text import (
    Content,
    EditError,
    ParsedBrief,
    Path,
    content_of,
    items_of,
    named,
    part_at,
    plain,
    values_of,
    with_part,
)
from briefing.edit.extents import OddLayoutError, Parts, parts_at
from briefing.edit.flow_style import FlowStyle
from briefing.edit.key_order import place_for
from briefing.edit.references import ItemPath, references_to
from briefing.fix.rewrite import Edit, edited, rewrites
from briefing.format import tree as yamltree
from briefing.format.parse.schema import BLOCKS, BRIEF
from briefing.format.tree import Scalar
from briefing.format.write import PlainItem, PlainValue, flow_text, list_item_lines, mapping_lines

__all__ = [
    "BriefText",
    "EditError",
    "ItemPath",
    "confirm",
    "drop",
    "insert",
    "move",
    "put",
    "put_head",
    "references",
]

_WIDTH = 120
"""Columns that an item in flow style may have; a longer one is written in block style."""
_INDENT = 2


def confirm(text: str, path: ItemPath) -> str:
    """Return the text with an item that a person has confirmed: without its `reviewed`."""
    return BriefText(text).confirmed(path).text


def drop(text: str, path: ItemPath) -> str:
    """Return the text without an item, with its comments; the key of a block that becomes empty goes, too."""
    return BriefText(text).without([path]).text


def move(text: str, path: ItemPath, by: int) -> str:
    """Return the text with an item moved within its block: by -1 up, by 1 down, at most to its end."""
    return BriefText(text).moved(path, by).text


def put(text: str, path: ItemPath, key: str, value: PlainValue) -> str:
    """Return the text with a key of an item set. For an item that is a bare text, that text has the key "text"."""
    return BriefText(text).with_key(path, key, value).text


def insert(text: str, block: str, item: PlainValue, index: int | None = None, key: str | None = None) -> str:
    """Return the text with a new item in a block, which is made if it is missing.

    `index` counts from 0; None: at the end. `key` is the id of a source.
    """
    return BriefText(text).with_item(block, item, index, key).text


def put_head(text: str, key: str, value: str) -> str:
    """Return the text with a key of the brief itself set, such as `status`."""
    return BriefText(text).with_key((), key, value).text


def references(text: str, path: ItemPath) -> tuple[ItemPath, ...]:
    """Return the items that refer to a source or a figure, and would be wrong without it."""
    return BriefText(text).references(path)


class BriefText:
    """The text of a brief, parsed once. Each change returns a new one, or raises EditError."""

    def __init__(self, text: str | ParsedBrief) -> None:
        """Parse a text.

        Raises:
            EditError: it cannot be read as YAML with keys.
        """
        self._parsed = ParsedBrief(text) if isinstance(text, str) else text

    @property
    def text(self) -> str:
        """The whole text."""
        return self._parsed.text

    def count(self, block: str) -> int:
        """Return how many items a block has in the file, also those that cannot be read as items."""
        held = self._parsed.root.values.get(block)
        return 0 if held is None else len(items_of(held) or values_of(held))

    def confirmed(self, path: ItemPath) -> BriefText:
        """Return it without `reviewed` of an item; itself, if the item has none."""
        if "reviewed" not in values_of(self._parsed.node(path)):
            return self
        return self.without([(*path, "reviewed")])

    def without(self, paths: Collection[Path]) -> BriefText:
        """Return it without several parts: items, or keys and cites of items. What becomes empty goes, too."""
        gone = self._with_emptied(paths)
        if not gone:
            return self
        expected: Content = self._parsed.root
        for holder, steps in gone.items():
            expected = with_part(expected, holder, _remaining(part_at(expected, holder), steps))

        def edits() -> Iterator[list[Edit]]:
            found: list[Edit] = []
            for holder, steps in gone.items():
                order: Sequence[str | int] = list(self._steps(holder))
                numbers = {number for number, step in enumerate(order) if step in steps}
                found += self._style(holder).without(numbers)
            yield found

        return self._made(edits, expected, {holder[0] for holder in gone if holder})

    def moved(self, path: ItemPath, by: int) -> BriefText:
        """Return it with an item moved within its block; itself, if the item is at that end already."""
        self._parsed.node(path)
        holder, step = path[:1], path[1]
        order = list(self._steps(holder))
        number = order.index(step)
        target = min(max(number + by, 0), len(order) - 1)
        now = self
        while number != target:
            upper = number if target > number else number - 1
            now = now._swapped(path[0], upper)
            number += 1 if target > number else -1
        return now

    def with_key(self, path: Path, key: str, value: PlainValue) -> BriefText:
        """Return it with a key of an item, or of the brief itself, set."""
        node, content = self._parsed.node(path), content_of(value)
        first: set[str | int] = {path[0]} if path else {key}
        if isinstance(node, Scalar):
            bare = _bare_key(str(path[0]))
            if key == bare:
                return self._made(
                    lambda: self._rewritten(node, value), with_part(self._parsed.root, path, content), first
                )
            return self._spelt_out(path, node, {key: value})
        values: dict[str, Content] = {**values_of(node)}
        if key in values:
            values[key] = content
            expected = with_part(self._parsed.root, path, values)
            return self._made(lambda: self._replaced(path, key, value), expected, first)
        number = place_for(key, list(values), _kind(path))
        return self._added(path, number, key, value, first)

    def with_item(self, block: str, item: PlainValue, index: int | None = None, key: str | None = None) -> BriefText:
        """Return it with a new item in a block, which is made if it is missing."""
        held = self._parsed.root.values.get(block)
        inner = [item] if key is None else {key: item}
        if held is None:
            return self.with_key((), block, inner)
        count = len(items_of(held) or values_of(held))
        if not count:
            expected = with_part(self._parsed.root, (block,), content_of(inner))
            return self._made(lambda: self._filled(block, inner), expected, {block})
        number = count if index is None else min(max(index, 0), count)
        if key is not None:
            if key in values_of(held):
                raise EditError(f"the brief has {named((block, key))} already")
            return self._added((block,), number, key, item, {block})
        items: list[Content] = [*items_of(held)]
        items.insert(number, content_of(item))

        def edits() -> Iterator[list[Edit]]:
            style = self._style((block,))
            if isinstance(style, FlowStyle):
                yield style.inserted(number, self._flow(item))
            else:
                yield style.inserted(number, self._item_lines(items[number - 1 if number else 1], item, style.column))

        return self._made(edits, with_part(self._parsed.root, (block,), items), {block})

    def references(self, path: ItemPath) -> tuple[ItemPath, ...]:
        """Return the items that refer to a source or a figure, and would be wrong without it."""
        return references_to(self._parsed.root, path)

    def _swapped(self, block: str, number: int) -> BriefText:
        held = self._parsed.node((block,))
        expected: Content
        if isinstance(held, yamltree.Sequence):
            items: list[Content] = [*held.items]
            items[number : number + 2] = [items[number + 1], items[number]]
            expected = items
        else:
            pairs = [*values_of(held).items()]
            pairs[number : number + 2] = [pairs[number + 1], pairs[number]]
            expected = dict(pairs)
        whole = with_part(self._parsed.root, (block,), expected)
        return self._made(lambda: iter([self._style((block,)).swapped(number)]), whole, {block})

    def _added(self, path: Path, number: int, key: str, value: PlainValue, blocks: Collection[str | int]) -> BriefText:
        """Return it with a new key in a mapping, as its part `number`."""
        pairs: list[tuple[str, Content]] = [*values_of(self._parsed.node(path)).items()]
        pairs.insert(number, (key, content_of(value)))

        def edits() -> Iterator[list[Edit]]:
            style = self._style(path)
            if isinstance(style, FlowStyle):
                yield style.inserted(number, self._flow({key: value})[1:-1])
            elif path == ("sources",):
                yield style.inserted(number, self._entry_lines(path, key, value, style.column))
            elif number:
                empty = int(not path and not isinstance(value, str) and style.has_empty_lines)
                yield style.inserted_below(number - 1, self._entry_lines(path, key, value, style.column), empty)
            else:
                yield style.inserted(0, self._entry_lines(path, key, value, style.column))

        return self._made(edits, with_part(self._parsed.root, path, dict(pairs)), blocks)

    def _spelt_out(self, path: Path, node: Scalar, more: PlainItem) -> BriefText:
        """Return it with an item that is a bare text as a mapping, with more keys."""
        bare = _bare_key(str(path[0]))
        if bare is None or path[0] == "open":
            raise EditError(f"{named(path)} is a text, and takes no keys")
        item: PlainItem = {bare: node.text, **more}
        positions = self._parsed.positions

        def edits() -> Iterator[list[Edit]]:
            parts = parts_at(self._parsed, path[:1])
            number = list(self._steps(path[:1])).index(path[1])
            start, end = parts.inside[number].start, parts.inside[number].end
            if parts.is_flow:
                yield [Edit(start, end, self._flow(item))]
                return
            column = start - positions.line_start(positions.line_of(start))
            rest = [f"{' ' * column}{line}" for line in mapping_lines(more)]
            below = positions.line_start(positions.line_of(max(end - 1, start)) + 1)
            newline = positions.newline()
            added = newline.join(rest) + newline
            if not self.text[:below].endswith(("\n", "\r")):
                added = newline + added.removesuffix(newline)
            yield [Edit(start, start, f"{bare}: "), Edit(below, below, added)]
            lines = [line if not at else f"{' ' * column}{line}" for at, line in enumerate(mapping_lines(item))]
            yield [Edit(start, end, newline.join(lines))]

        return self._made(edits, with_part(self._parsed.root, path, content_of(item)), path[:1])

    def _rewritten(self, node: Scalar, value: PlainValue) -> Iterator[list[Edit]]:
        """Yield the edits that put a text in place of another one, that which changes the least first."""
        positions = self._parsed.positions
        start, end = positions.offset(node.spot), positions.offset(node.end_spot)
        style = node.style or ""
        if style in {"|", ">"}:
            end = start + len(self.text[start:end].rstrip())
        if isinstance(value, str):
            ways = list(rewrites(self.text[start:end], style, node.text, value))
            # A text without quotes is written anew without quotes, if it can be.
            anew = [] if style or not ways or not ways[0].startswith('"') else [flow_text(value)]
            for way in (*anew, *ways, flow_text(value)):
                yield [Edit(start, end, way if end > start else f" {way}")]

    def _replaced(self, path: Path, key: str, value: PlainValue) -> Iterator[list[Edit]]:
        """Yield the edits that put another value in place of that of a key."""
        node = self._parsed.node((*path, key))
        if isinstance(node, Scalar):
            yield from self._rewritten(node, value)
        parts = parts_at(self._parsed, path)
        part = parts.inside[list(self._steps(path)).index(key)]
        if parts.is_flow:
            yield [Edit(part.value, part.end, f"{' ' if part.end == part.value else ''}{self._flow(value)}")]
            return
        column = self._block(parts).column
        lines = self._entry_lines(path, key, value, column)
        newline = self._parsed.positions.newline()
        yield [Edit(part.start, part.end, f"{newline}{' ' * column}".join(lines))]

    def _filled(self, block: str, value: PlainValue) -> Iterator[list[Edit]]:
        """Yield the edits that put items into a block that has none: `figures: []`, or nothing behind its colon."""
        parts = parts_at(self._parsed, ())
        number = list(self._steps(())).index(block)
        part = parts.inside[number]
        if parts.is_flow:
            yield [Edit(part.value, part.end, f"{' ' if part.end == part.value else ''}{self._flow(value)}")]
            return
        style = self._block(parts)
        bare = part.start + len(self.text[part.start : part.value].rstrip())
        lines = self._entry_lines((), block, value, style.column)[1:]
        yield [Edit(bare, part.end, ""), *style.inserted_below(number, lines)]

    def _made(
        self,
        ways: Callable[[], Iterator[list[Edit]]],
        expected: Content,
        blocks: Collection[str | int],
    ) -> BriefText:
        """Return the text with the first edits that give it the expected content; else with these blocks anew."""
        for ways_to_edit in (ways, lambda: self._anew(expected, blocks), lambda: self._all_anew(expected)):
            try:
                for edits in ways_to_edit():
                    new = edited(self.text, edits)
                    if new is not None and (parsed := _parsed_as(new, expected)) is not None:
                        return BriefText(parsed)
            except OddLayoutError:
                continue
        raise EditError("this change of the brief would change something else as well, or make it too large")

    def _anew(self, expected: Content, blocks: Collection[str | int]) -> Iterator[list[Edit]]:
        """Yield the edits that write whole blocks anew."""
        parts = parts_at(self._parsed, ())
        if parts.is_flow:
            return
        edits: list[Edit] = []
        values = values_of(expected)
        newline = self._parsed.positions.newline()
        for name, part in zip(self._steps(()), parts.inside, strict=True):
            if name in blocks and isinstance(name, str) and name in values:
                edits.append(Edit(part.start, part.end, newline.join(mapping_lines({name: plain(values[name])}))))
        yield edits

    def _all_anew(self, expected: Content) -> Iterator[list[Edit]]:
        """Yield the edit that writes the whole file anew; comments at its top are kept."""
        start = self._parsed.positions.offset(self._parsed.root.spot)
        whole = plain(expected)
        if isinstance(whole, Mapping):
            newline = self._parsed.positions.newline()
            yield [Edit(start, len(self.text), newline.join(mapping_lines(whole)) + newline)]

    def _with_emptied(self, paths: Collection[Path]) -> dict[Path, set[str | int]]:
        """Return what goes, by what holds it, with what becomes empty in place of its parts; the outermost only."""
        gone: dict[Path, set[str | int]] = {}
        waiting = sorted({path for path in paths if path}, key=len, reverse=True)
        while waiting:
            depth = len(waiting[0])
            level = [path for path in waiting if len(path) == depth]
            waiting = waiting[len(level) :]
            by_holder: dict[Path, set[str | int]] = {}
            for path in level:
                self._parsed.node(path)
                by_holder.setdefault(path[:-1], set()).add(path[-1])
            for holder, steps in by_holder.items():
                node = self._parsed.node(holder)
                goes_whole = isinstance(node, yamltree.Sequence) or holder == ("sources",)
                if goes_whole and holder and len(steps) == len(list(self._steps(holder))):
                    waiting = sorted({*waiting, holder}, key=len, reverse=True)
                else:
                    gone[holder] = steps
        return {
            holder: steps
            for holder, steps in gone.items()
            if not any(holder[depth] in gone.get(holder[:depth], ()) for depth in range(len(holder)))
        }

    def _steps(self, path: Path) -> Iterator[str | int]:
        """Yield the last steps of the paths of the parts at a path, in the order of the file."""
        node = self._parsed.node(path)
        yield from range(len(node.items)) if isinstance(node, yamltree.Sequence) else values_of(node)

    def _style(self, path: Path) -> BlockStyle | FlowStyle:
        parts = parts_at(self._parsed, path)
        return FlowStyle(self._parsed.positions, parts) if parts.is_flow else self._block(parts)

    def _block(self, parts: Parts) -> BlockStyle:
        if not parts.inside:
            raise OddLayoutError
        return BlockStyle(self._parsed.positions, parts)

    def _flow(self, value: PlainValue) -> str:
        first = next(iter(self._parsed.root.key_events.values()), None)
        as_json = first is not None and first.style == '"' and self.text.lstrip("\ufeff \t\r\n").startswith("{")
        return flow_text(value, as_json=as_json)

    def _item_lines(self, beside: Content, item: PlainValue, column: int) -> list[str]:
        """Return the lines of a new item, in flow style if the one beside it is."""
        if isinstance(item, Mapping) and self._is_braced(beside):
            written = f"- {self._flow(item)}"
            if column + len(written) <= _WIDTH:
                return [written]
        return list_item_lines(item)

    def _entry_lines(self, path: Path, key: str, value: PlainValue, column: int) -> list[str]:
        """Return the lines of a new key with its value, in the style of its surroundings."""
        if path == ("sources",) and isinstance(value, Mapping):
            written = f"{key}: {self._flow(value)}"
            last = next(reversed(values_of(self._parsed.node(path)).values()))
            if self._is_braced(last) and column + len(written) <= _WIDTH:
                return [written]
        lines = list(mapping_lines({key: value}))
        if not path and isinstance(value, Sequence) and not isinstance(value, str):
            indent = " " * self._list_indent()
            return [lines[0], *(indent + line[_INDENT:] for line in lines[1:])]
        return lines

    def _list_indent(self) -> int:
        """Return how far the items of this brief's lists are indented below their keys."""
        for node in self._parsed.root.values.values():
            if isinstance(node, yamltree.Sequence) and self.text[self._parsed.positions.offset(node.spot)] == "-":
                return node.spot.column - 1
        return _INDENT

    def _is_braced(self, content: Content) -> bool:
        if not isinstance(content, yamltree.Mapping):
            return False
        return self.text[self._parsed.positions.offset(content.spot)] == "{"


def _parsed_as(text: str, expected: Content) -> ParsedBrief | None:
    """Parse a text. None: it cannot be read, or has another content."""
    try:
        parsed = ParsedBrief(text)
    except EditError:
        return None
    return parsed if parsed.says(expected) else None


def _remaining(content: Content, steps: Collection[str | int]) -> Content:
    if items := items_of(content):
        return [item for number, item in enumerate(items) if number not in steps]
    return {key: value for key, value in values_of(content).items() if key not in steps}


def _kind(path: Path) -> str:
    """Return the block of the schema that a path belongs to: "figure" for ("figures", 3)."""
    if not path:
        return "brief"
    field = next((field for field in BRIEF.fields if field.name == path[0]), None)
    return (field.block if field else None) or "brief"


def _bare_key(block: str) -> str | None:
    """Return the key that a bare text in place of an item has. None: an item of this block is always a mapping."""
    return "text" if block == "open" else BLOCKS[_kind((block,))].bare
