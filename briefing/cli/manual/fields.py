"""The fields of the format as entries of the manual, made from the schema: type, meaning, example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from briefing.cli.manual.page import Entry
from briefing.format.parse.schema import BLOCKS
from briefing.format.parse.schema_types import Block, Field, FieldType, Shape

_TYPES: Mapping[FieldType, str] = MappingProxyType(
    {
        FieldType.TEXT: "text",
        FieldType.WORD: "word",
        FieldType.MARKING: "marking",
        FieldType.VERSION: "1",
        FieldType.DATE: "date (EDTF)",
        FieldType.DATE_OR_UNKNOWN: "date (EDTF) or unknown",
        FieldType.DATE_OR_TEXT: "date (EDTF) or text",
        FieldType.NUMBER: "number",
        FieldType.GRADE: "1 to 6",
        FieldType.PARAGRAPH: "para N",
        FieldType.ID: "id",
        FieldType.SOURCE: "id of a source",
        FieldType.FIGURE: "id of a figure",
        FieldType.BRIEF: "id of a brief",
        FieldType.MEASURE: "ids with slashes",
        FieldType.ARITHMETIC: "arithmetic",
        FieldType.LANGUAGE: "language tag (BCP 47)",
        FieldType.URL: "http or https address",
        FieldType.FILE: "path inside the library",
        FieldType.SHA256: "64 hexadecimal digits",
        FieldType.BLOCK: "",
    }
)
"""What a value of each type is, in a word or two. A block is called by its own name."""
_SHAPES: Mapping[Shape, str] = MappingProxyType(
    {Shape.ONE: "{0}", Shape.LIST: "list of: {0}", Shape.ONE_OR_LIST: "{0}, or a list", Shape.MAP: "by id: {0}"}
)


def field_type(field: Field) -> str:
    """Return the type of a field in words: "list of: a point"."""
    one = BLOCKS[field.block].title if field.block is not None else _TYPES[field.kind]
    bare = BLOCKS[field.block].bare if field.block is not None else None
    return _SHAPES[field.shape].format(f"{one} or its {bare} alone" if bare else one)


def field_entry(field: Field, *, example: bool = True) -> Entry:
    """Return the entry of a field: its name and type, what it says, the words it takes, and an example."""
    notes = [field_type(field), *(["required"] if field.required else [])]
    sentences = [f"{field.meaning}."]
    if field.words:
        sentences.append(f"One of: {', '.join(field.words)}.")
    if field.default is not None:
        sentences.append(f"Without it: {field.default}.")
    shown = f"{field.name}: {field.example}" if example and field.example else ""
    return Entry(field.name, " ".join(sentences), ", ".join(notes), shown)


def blocks_named(name: str) -> list[Block]:
    """Return the block of a name: "figure", or the key of a brief that has such items, "figures"."""
    keys = {field.name: field.block for field in BLOCKS["brief"].fields if field.block is not None}
    block = BLOCKS.get(keys.get(name) or name)
    return [] if block is None else [block]


def fields_named(name: str) -> list[tuple[Block, Field]]:
    """Return the fields of a name with their blocks: "value", or "figure.value" in one block only."""
    block_name, dot, field_name = name.rpartition(".")
    blocks: Iterable[Block] = blocks_named(block_name) if dot else BLOCKS.values()
    return [(block, field) for block in blocks for field in block.fields if field.name == field_name]


def names() -> list[str]:
    """Return every name that may be asked for."""
    return list(dict.fromkeys((*BLOCKS, *(field.name for block in BLOCKS.values() for field in block.fields))))
