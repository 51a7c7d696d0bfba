"""Owns reading a mapping of the file by its block of the schema: known keys, required keys, lists, and bare texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefing.base.problems import Code, Spot
from briefing.base.spelling import did_you_mean
from briefing.format import tree as yamltree
from briefing.format.parse.fields import Sure, Typed, not_an_id, typed, unsure
from briefing.format.parse.in_place import DATES, is_empty, report_comment, set_of_dates
from briefing.format.parse.schema import BLOCKS
from briefing.format.parse.schema_types import Block, Field, Kind, Shape
from briefing.format.parse.state import Desk
from briefing.format.parse.wording import quoted
from briefing.format.tree import Mark, Node, Refused, Scalar, Sequence, has_unseen, spot_of
from briefing.format.tree.nodes import new

Marks = dict[str, Mark | None]
"""The parser's marks by field."""


class Places(Mapping[str, Spot]):
    """Spots of the fields of one mapping, counted when they are asked for: of most nobody ever asks."""

    __slots__ = ("_marks",)

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def __getitem__(self, name: str) -> Spot:
        return spot_of(self._marks[name])

    def __contains__(self, name: object) -> bool:
        return name in self._marks

    def __iter__(self) -> Iterator[str]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


class Values(NamedTuple):
    """What was read of one mapping."""

    found: dict[str, object]
    """Typed values by field; a field that is absent, empty or wrong has none. Whoever builds of it may change it."""
    given: Marks
    """The fields that stand in the file, also wrong ones, but not empty ones; "" is the mapping."""
    spots: Places
    """Where they stand."""


Build = Callable[[Desk, Values], object]
"""Makes the model's value of what was read; None when nothing can be made of it."""
_Read = Callable[[Desk, Node, "_Slot", Marks], object]


@dataclass(slots=True)
class _Slot:
    """One field, ready to read."""

    field: Field
    sure: Sure
    """Takes the text of a scalar."""
    read: _Read
    """By the shape of the field."""
    item: _Read
    """Reads one of several values."""
    typed: Typed | None
    """None: the value is a block."""
    table: Table | None
    """None: the value is a text."""
    numbered: bool
    """Whether the places of the items are kept with the mapping, as "tags.0"."""


@dataclass(slots=True)
class Table:
    """One block of the schema, ready to read."""

    block: Block
    build: Build
    slots: dict[str, _Slot]
    required: tuple[str, ...]


def tables(builds: Mapping[str, Build]) -> dict[str, Table]:
    """Make the schema ready: for each block its fields by name, with what reads and builds them."""
    made = {
        name: Table(block, builds[name], {}, tuple(field.name for field in block.fields if field.required))
        for name, block in BLOCKS.items()
    }
    for table in made.values():
        for field in table.block.fields:
            inner = made[field.block] if field.block else None
            how = None if inner else typed(field)
            numbered = field.shape is Shape.LIST and field.block in {None, "entity", "related"}
            item = _read_block if inner else _read_text
            read = item if field.shape is Shape.ONE else _SHAPES[field.shape]
            sure = how.sure if how and field.shape is Shape.ONE else unsure
            table.slots[field.name] = _Slot(field, sure, read, item, how, inner, numbered)
    return made


def read_mapping(desk: Desk, node: yamltree.Mapping, table: Table) -> Values:
    """Read every key of a mapping, and report those that are unknown or missing."""
    found: dict[str, object] = {}
    marks: Marks = {"": node.start}
    slots = table.slots
    before = ""
    for name, value in node.values.items():
        slot = slots.get(name)
        read = None
        if slot is not None:
            read = slot.sure(value.text) if type(value) is Scalar else None
            read = read or slot.read(desk, value, slot, marks)
        if read is not None:
            found[name] = read
            marks[name] = value.start
        elif _cuts_text(desk, node, name, value):
            found.pop(before, None)
        elif slot is None:
            _report_unknown(desk, name, node, table.block)
        elif _given(desk, value, slot):
            marks[name] = value.start
        before = name
    if table.required and desk.whole:
        _report_missing(desk, node, table, marks)
    return new(Values, (found, marks, Places(marks)))


def _given(desk: Desk, value: Node, slot: _Slot) -> bool:
    """Tell whether a field that gave nothing has a value all the same, which is then wrong."""
    if is_empty(value):
        report_comment(desk, value, slot.field)
        return False
    return True


def _cuts_text(desk: Desk, node: yamltree.Mapping, name: str, value: Node) -> bool:
    """Report a key without a colon: the rest of a text or a number that a comma inside { } has cut."""
    key = node.key(name)
    if not name or not is_empty(value) or key.end_spot != value.spot:
        return False
    sentence = (
        f"{quoted(name)} has no colon: inside {{ }} a comma ends a value, so put a text or a number with one in quotes"
    )
    desk.report(Code.YAML_SYNTAX, key.spot, sentence)
    return True


def _report_missing(desk: Desk, node: yamltree.Mapping, table: Table, given: Marks) -> None:
    title = table.block.title
    for name in table.required:
        if name in given:
            continue
        if name not in node.values:
            desk.report(Code.FIELD_MISSING, node.spot, f"“{name}” is missing: {title} needs it")
        else:
            why = (
                " (from # on this is a comment: put the text in quotes)"
                if node.values[name].spot in desk.commented
                else ""
            )
            desk.report(Code.FIELD_MISSING, node.key(name).spot, f"“{name}” is empty: {title} needs it{why}")


def _report_unknown(desk: Desk, name: str, node: yamltree.Mapping, block: Block) -> None:
    if name.startswith("x-") or has_unseen(name):
        return  # kept for others, or reported with the character that makes it another key
    said = f"{quoted(name)} is no key of {block.title}"
    near = None
    meant = block.meant.get(name)
    owners = [other.title for other in BLOCKS.values() if any(field.name == name for field in other.fields)]
    if meant is not None and meant not in node.values:
        said = f"{said}; did you mean “{meant}”?"
    elif owners:
        said = f"{said}: it belongs to {' or '.join(owners)}"
    else:
        near = desk.near(name, (field.name for field in block.fields if field.name not in node.values))
        said += did_you_mean(near)
    desk.warn(Code.FIELD_UNKNOWN, node.key(name).spot, said, instead=near)


def _read_text(desk: Desk, node: Node, slot: _Slot, _marks: Marks) -> object:
    how = slot.typed
    if how is not None and isinstance(node, Scalar):
        text = node.text.strip()
        return how.parse(desk, node, text, how) if text else None
    _wrong_type(desk, node, slot, "a text", set_of_dates(node) if slot.field.kind in DATES else "")
    return None


def _read_block(desk: Desk, node: Node, slot: _Slot, _marks: Marks) -> object:
    table = slot.table
    if table is None:
        return None
    if type(node) is yamltree.Mapping:
        return table.build(desk, read_mapping(desk, node, table))
    bare = table.block.bare
    if bare is not None and isinstance(node, Scalar):
        inner = table.slots[bare]
        value = inner.read(desk, node, inner, {})
        given: Marks = {"": node.start, bare: node.start}
        return None if value is None else table.build(desk, Values({bare: value}, given, Places(given)))
    _wrong_type(desk, node, slot, "“key: value” lines" if bare is None else "a text or “key: value” lines")
    return None


def _read_list(desk: Desk, node: Node, slot: _Slot, marks: Marks) -> object:
    if type(node) is not Sequence:
        _wrong_type(desk, node, slot, "a list")
        return None
    items: list[object] = []
    for item in node.items:
        value = slot.item(desk, item, slot, marks)
        if value is None and desk.commented and is_empty(item):
            report_comment(desk, item, None)
        if value is not None:
            if slot.numbered:
                marks[f"{slot.field.name}.{len(items)}"] = item.start
            items.append(value)
    return tuple(items)


def _read_one_or_list(desk: Desk, node: Node, slot: _Slot, marks: Marks) -> object:
    if type(node) is Sequence:
        return _read_list(desk, node, slot, marks)
    value = slot.item(desk, node, slot, marks)
    return None if value is None else (value,)


def _read_map(desk: Desk, node: Node, slot: _Slot, _marks: Marks) -> object:
    table = slot.table
    if table is None or not isinstance(node, yamltree.Mapping):
        _wrong_type(desk, node, slot, "a mapping of ids, each with “key: value” lines")
        return None
    items: list[object] = []
    for name, value in node.values.items():
        key = node.key(name)
        if _ID.pattern is not None and not _ID.pattern.fullmatch(name):
            desk.report(Code.ID, key.spot, not_an_id(name))
        if isinstance(value, yamltree.Mapping):
            found, given, _ = read_mapping(desk, value, table)
        else:
            _wrong_type(desk, value, slot, "“key: value” lines under each id")
            if is_empty(value) and desk.whole:
                desk.report(
                    Code.FIELD_MISSING,
                    key.spot,
                    f"{quoted(name)} is empty: {table.block.title} needs “key: value” lines",
                )
            found, given = {}, {"": key.start}
        found.update(id=name, number=len(items) + 1)
        given["id"] = key.start
        items.append(table.build(desk, Values(found, given, Places(given))))
    return tuple(items)


_ID = typed(Field("id", Kind.ID, "Key of a source"))

_SHAPES: Mapping[Shape, _Read] = {
    Shape.LIST: _read_list,
    Shape.ONE_OR_LIST: _read_one_or_list,
    Shape.MAP: _read_map,
}


def _wrong_type(desk: Desk, node: Node, slot: _Slot, wanted: str, hint: str = "") -> None:
    if isinstance(node, Refused) or is_empty(node) or node.spot in desk.unfinished:
        return
    if slot.field.shape is Shape.LIST and isinstance(node, Scalar) and not node.style and re.match(r"-\S", node.text):
        desk.report(Code.TYPE, node.spot, f"“{slot.field.name}” takes a list: an item needs a space after its dash")
        return
    given = {Scalar: "a text", Sequence: "a list", yamltree.Mapping: "“key: value” lines"}[type(node)]
    desk.report(Code.TYPE, node.spot, f"“{slot.field.name}” takes {wanted}, and this is {given}{hint}")
