"""Reads a mapping of the file by its block of the schema: known and required keys, lists, texts in place of blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Code, Spot
from briefing.base.suggestions import suggestion
from briefing.format import tree as yamltree
from briefing.format.dates import Edtf
from briefing.format.model import Other
from briefing.format.parse.fields import QuickParser, TextType, id_error, no_quick_parse, text_type_of
from briefing.format.parse.in_place import DATES, is_empty, report_comment, set_of_dates
from briefing.format.parse.schema import BLOCKS, other_fields
from briefing.format.parse.schema_types import Block, Field, FieldType, Shape
from briefing.format.parse.state import ParseState, quoted
from briefing.format.tree import Node, ParserMark, Refused, Scalar, Sequence, has_invisible, spot_of_mark
from briefing.format.tree.nodes import new_tuple

FieldMarks = dict[str, ParserMark | None]
"""The parser's marks (positions from 0) by field."""


class LazySpots(Mapping[str, Spot]):
    """Spots of the fields of one mapping, made from the parser's marks when asked for, as most never are."""

    __slots__ = ("_marks",)

    def __init__(self, marks: FieldMarks) -> None:
        self._marks = marks

    def __getitem__(self, name: str) -> Spot:
        return spot_of_mark(self._marks[name])

    def __contains__(self, name: object) -> bool:
        return name in self._marks

    def __iter__(self) -> Iterator[str]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


class FieldValues(NamedTuple):
    """The fields of one mapping."""

    found: dict[str, object]
    """Typed values by field, without fields that are absent, empty or wrong. The builder may change it."""
    given: FieldMarks
    """The marks of the fields in the file, also of wrong ones, but not of empty ones; "" is the mapping itself."""
    spots: LazySpots
    """The positions of `given`."""


Builder = Callable[[ParseState, FieldValues], object]
"""Makes a value of the model from the fields of a mapping. None: it cannot."""
_Read = Callable[[ParseState, Node, "_Slot", FieldMarks], object]


@frozen
class _Slot:
    """How to read one field."""

    field: Field
    quick: QuickParser
    """Parses the text of a correct scalar."""
    read: _Read
    """Reads any node, by the shape of the field."""
    item: _Read
    """Reads one item of a list."""
    text_type: TextType | None
    """None: the value is a block."""
    table: Table | None
    """The table of the block. None: the value is a text."""
    numbered: bool
    """Whether the positions of the items are kept with the mapping, as "tags.0"."""


@frozen
class Table:
    """How to read one block of the schema."""

    block: Block
    build: Builder
    slots: dict[str, _Slot]
    required: tuple[str, ...]
    others: tuple[Field, ...]
    """Fields that go into the attribute `others` of what is built."""


def build_tables(builds: Mapping[str, Builder]) -> dict[str, Table]:
    """Return the table of each block of the schema, by name; `builds` are the builders by block."""
    made = {
        name: Table(
            block, builds[name], {}, tuple(field.name for field in block.fields if field.required), other_fields(name)
        )
        for name, block in BLOCKS.items()
    }
    for table in made.values():
        for field in table.block.fields:
            inner = made[field.block] if field.block else None
            text_type = None if inner else text_type_of(field)
            numbered = field.shape is Shape.LIST and field.block in {None, "entity", "related"}
            item = _read_block if inner else _read_text
            read = item if field.shape is Shape.ONE else _SHAPES[field.shape]
            quick = text_type.quick if text_type and field.shape is Shape.ONE else no_quick_parse
            table.slots[field.name] = _Slot(field, quick, read, item, text_type, inner, numbered)
    return made


def read_mapping(state: ParseState, node: yamltree.Mapping, table: Table) -> FieldValues:
    """Read every key of a mapping, and report keys that are unknown or missing."""
    found: dict[str, object] = {}
    marks: FieldMarks = {"": node.start}
    slots = table.slots
    before = ""
    for name, value in node.values.items():
        slot = slots.get(name)
        read = None
        if slot is not None:
            read = slot.quick(value.text) if type(value) is Scalar else None
            read = read or slot.read(state, value, slot, marks)
        if read is not None:
            found[name] = read
            marks[name] = value.start
        elif _cuts_text(state, node, name, value):
            found.pop(before, None)
        elif slot is None:
            _report_unknown(state, name, node, table.block)
        elif _given(state, value, slot):
            marks[name] = value.start
        before = name
    if table.required and state.whole:
        _report_missing(state, node, table, marks)
    _take_others(table, found)
    return new_tuple(FieldValues, (found, marks, LazySpots(marks)))


def _take_others(table: Table, found: dict[str, object]) -> None:
    """Put the fields that need no code of their own into one value."""
    if table.others:
        given = ((field, found.pop(field.name, None)) for field in table.others)
        found["others"] = tuple(
            Other(field.name, field.says, value) for field, value in given if isinstance(value, str | Edtf | Decimal)
        )


def _given(state: ParseState, value: Node, slot: _Slot) -> bool:
    """Tell whether a field that gave no value is not empty, so that its value is wrong."""
    if is_empty(value):
        report_comment(state, value, slot.field)
        return False
    return True


def _cuts_text(state: ParseState, node: yamltree.Mapping, name: str, value: Node) -> bool:
    """Report a key without a colon: the rest of a text or a number that contains a comma inside { }."""
    key = node.key(name)
    if not name or not is_empty(value) or key.end_spot != value.spot:
        return False
    sentence = (
        f"{quoted(name)} has no colon: inside {{ }} a comma ends a value, so put a text or a number with one in quotes"
    )
    state.report(Code.YAML_SYNTAX, key.spot, sentence)
    return True


def _report_missing(state: ParseState, node: yamltree.Mapping, table: Table, given: FieldMarks) -> None:
    title = table.block.title
    for name in table.required:
        if name in given:
            continue
        if name not in node.values:
            state.report(Code.FIELD_MISSING, node.spot, f"“{name}” is missing: {title} needs it")
        else:
            why = (
                " (from # on this is a comment: put the text in quotes)"
                if node.values[name].spot in state.commented
                else ""
            )
            state.report(Code.FIELD_MISSING, node.key(name).spot, f"“{name}” is empty: {title} needs it{why}")


def _report_unknown(state: ParseState, name: str, node: yamltree.Mapping, block: Block) -> None:
    if name.startswith("x-") or has_invisible(name):
        return  # for other programs; or reported because of its invisible character
    said = f"{quoted(name)} is not a key of {block.title}"
    correction = None
    meant = block.meant.get(name)
    owners = [other.title for other in BLOCKS.values() if any(field.name == name for field in other.fields)]
    if meant is not None and meant not in node.values:
        said += suggestion(meant)
    elif owners:
        said = f"{said}: it belongs to {' or '.join(owners)}"
    else:
        correction = state.suggest(name, (field.name for field in block.fields if field.name not in node.values))
        said += suggestion(correction)
    state.warn(Code.FIELD_UNKNOWN, node.key(name).spot, said, instead=correction)


def _read_text(state: ParseState, node: Node, slot: _Slot, _marks: FieldMarks) -> object:
    text_type = slot.text_type
    if text_type is not None and isinstance(node, Scalar):
        text = node.text.strip()
        return text_type.parse(state, node, text, text_type) if text else None
    _wrong_type(state, node, slot, "a text", set_of_dates(node) if slot.field.kind in DATES else "")
    return None


def _read_block(state: ParseState, node: Node, slot: _Slot, _marks: FieldMarks) -> object:
    table = slot.table
    if table is None:
        return None
    if type(node) is yamltree.Mapping:
        return table.build(state, read_mapping(state, node, table))
    bare = table.block.bare
    if bare is not None and isinstance(node, Scalar):
        inner = table.slots[bare]
        value = inner.read(state, node, inner, {})
        given: FieldMarks = {"": node.start, bare: node.start}
        return None if value is None else table.build(state, FieldValues({bare: value}, given, LazySpots(given)))
    _wrong_type(state, node, slot, "“key: value” lines" if bare is None else "a text or “key: value” lines")
    return None


def _read_list(state: ParseState, node: Node, slot: _Slot, marks: FieldMarks) -> object:
    if type(node) is not Sequence:
        _wrong_type(state, node, slot, "a list")
        return None
    items: list[object] = []
    for item in node.items:
        value = slot.item(state, item, slot, marks)
        if value is None and state.commented and is_empty(item):
            report_comment(state, item, None)
        if value is not None:
            if slot.numbered:
                marks[f"{slot.field.name}.{len(items)}"] = item.start
            items.append(value)
    return tuple(items)


def _read_one_or_list(state: ParseState, node: Node, slot: _Slot, marks: FieldMarks) -> object:
    if type(node) is Sequence:
        return _read_list(state, node, slot, marks)
    value = slot.item(state, node, slot, marks)
    return None if value is None else (value,)


def _read_map(state: ParseState, node: Node, slot: _Slot, _marks: FieldMarks) -> object:
    table = slot.table
    if table is None or not isinstance(node, yamltree.Mapping):
        _wrong_type(state, node, slot, "a mapping of ids, each with “key: value” lines")
        return None
    items: list[object] = []
    for name, value in node.values.items():
        key = node.key(name)
        if _ID.pattern is not None and not _ID.pattern.fullmatch(name):
            state.report(Code.ID, key.spot, id_error(name))
        if isinstance(value, yamltree.Mapping):
            found, given, _ = read_mapping(state, value, table)
        else:
            _wrong_type(state, value, slot, "“key: value” lines under each id")
            if is_empty(value) and state.whole:
                state.report(
                    Code.FIELD_MISSING,
                    key.spot,
                    f"{quoted(name)} is empty: {table.block.title} needs “key: value” lines",
                )
            found, given = {}, {"": key.start}
        found.update(id=name, number=len(items) + 1)
        given["id"] = key.start
        items.append(table.build(state, FieldValues(found, given, LazySpots(given))))
    return tuple(items)


_ID = text_type_of(Field("id", FieldType.ID, "Key of a source"))

_SHAPES: Mapping[Shape, _Read] = {
    Shape.LIST: _read_list,
    Shape.ONE_OR_LIST: _read_one_or_list,
    Shape.MAP: _read_map,
}


def _wrong_type(state: ParseState, node: Node, slot: _Slot, wanted: str, hint: str = "") -> None:
    if isinstance(node, Refused) or is_empty(node) or node.spot in state.unfinished:
        return
    if slot.field.shape is Shape.LIST and isinstance(node, Scalar) and not node.style and re.match(r"-\S", node.text):
        state.report(Code.TYPE, node.spot, f"“{slot.field.name}” takes a list: an item needs a space after its dash")
        return
    given = {Scalar: "a text", Sequence: "a list", yamltree.Mapping: "“key: value” lines"}[type(node)]
    state.report(Code.TYPE, node.spot, f"“{slot.field.name}” takes {wanted}, and this is {given}{hint}")
