"""The format as JSON Schema (draft 2020-12), for editors; made from the same tables that briefs are read with.

A schema cannot express that ids are unique, that references exist, or that a date exists. It never refuses what the
program accepts. Values that YAML itself types, such as 1959 or true, are allowed as numbers and booleans.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.base.json_text import Json, json_text
from briefing.format.parse.numbers import SEPARATORS
from briefing.format.parse.schema import BLOCKS, VERSION
from briefing.format.parse.schema_types import PATTERNS, Block, Field, FieldType, Shape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = f"urn:briefing:schema:{VERSION}"
"""Names the schema. It is no address: nothing is ever fetched."""
_NULL: Json = {"type": "null"}

_GROUPS = "|".join(f"[0-9]{{1,3}}(?:{gap}[0-9]{{3}})+" for gap in SEPARATORS)
_DATE = r"[0-9XYES+\-?~%/.,\[\]{} ]*"
_PATH = r"(?![/~])(?!.*\\)(?!(?:.*/)?\.\.(?:/|\s*$))(?!.*/\s*$)(?!.*://)(?![A-Za-z]:).*"
_NUMBER = rf"[-+−]?(?:[0-9]+|{_GROUPS})(?:\.[0-9]+)?"

_TYPED_WORDS = {"yes": True, "no": False}
"""Words that older YAML types as booleans."""

_TEXTS: dict[FieldType, str] = {
    **{kind: pattern for kind, pattern in PATTERNS.items() if kind not in {FieldType.VERSION, FieldType.GRADE}},
    FieldType.DATE: _DATE,
    FieldType.DATE_OR_UNKNOWN: f"unknown|{_DATE}",
    FieldType.NUMBER: _NUMBER,
    FieldType.URL: r"[Hh][Tt][Tt][Pp][Ss]?://\S+",
    FieldType.FILE: _PATH,
    FieldType.BRIEF: rf"(?!.*\.ya?ml\s*$){_PATH}",
    FieldType.ARITHMETIC: r"[a-z0-9\s()+\-−*×/÷]*",
}
"""Regular expressions of the text of a field, in the syntax that JSON Schema and Python share."""


def schema_text(*, compact: bool = False) -> str:
    """Return the schema as indented JSON; on one line if `compact`."""
    return json_text(schema(), indent=None if compact else 2) + "\n"


def schema() -> Mapping[str, Json]:
    """Return the schema of a brief."""
    brief = BLOCKS["brief"]
    return {
        "$schema": _DIALECT,
        "$id": _ID,
        "title": f"A brief, version {VERSION} of the format",
        **_block(brief),
        "$defs": {name: _block(block) for name, block in BLOCKS.items() if block is not brief},
    }


def reduced_schema_text(blocks: Iterable[Block]) -> str:
    """Return the schema of a brief with these blocks only, which may have fewer fields, as JSON on one line."""
    by_name = {block.name: block for block in blocks}
    brief = by_name.pop("brief")
    definitions = {name: _block(block) for name, block in by_name.items()}
    return json_text({"$schema": _DIALECT, **_block(brief), "$defs": definitions})


def _block(block: Block) -> dict[str, Json]:
    required = [field.name for field in block.fields if field.required]
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in block.fields},
        "patternProperties": {"^x-": {"description": "Kept for others"}},
        "additionalProperties": False,
        **({"required": required} if required else {}),
        **_rules(block),
    }


def _property(field: Field) -> Json:
    default: dict[str, Json] = {} if field.default is None else {"default": field.default}
    return {"description": field.meaning, **default, **_shaped(field)}


def _shaped(field: Field) -> dict[str, Json]:
    one = _one(field)
    many: Json = {"type": "array", "items": one}
    match field.shape:
        case Shape.LIST:
            return {"type": ["array", "null"], "items": one}
        case Shape.ONE_OR_LIST:
            return {"anyOf": [one, many, _NULL]}
        case Shape.MAP:
            names: Json = {"pattern": f"^(?:{PATTERNS[FieldType.ID]})$"}
            return {"type": ["object", "null"], "propertyNames": names, "additionalProperties": one}
        case _:
            return one


def _one(field: Field) -> dict[str, Json]:
    if field.block is None:
        return _scalar(field)
    block = BLOCKS[field.block]
    reference: dict[str, Json] = {"$ref": f"#/$defs/{block.name}"}
    if block.bare is None:
        return reference
    bare = next(one for one in block.fields if one.name == block.bare)
    return {"anyOf": [_scalar(bare), reference]}


def _scalar(field: Field) -> dict[str, Json]:
    """Return the schema of a text. An empty text counts as absent, so only a required one may not be empty."""
    nothing: list[Json] = [] if field.required else [None]
    if field.kind is FieldType.VERSION:
        return {"enum": [VERSION, str(VERSION)]}
    if field.kind is FieldType.GRADE:
        return {"enum": [*range(1, 7), *map(str, range(1, 7)), *nothing]}
    if field.words:
        typed: list[Json] = [_TYPED_WORDS[word] for word in field.words if word in _TYPED_WORDS]
        return {"enum": [*map(str, field.words), *typed, *nothing]}
    types: list[Json] = ["string", "number", "boolean", *([] if field.required else ["null"])]
    if field.kind not in _TEXTS:
        return {"type": types, **({"pattern": r"\S"} if field.required else {})}
    optional = "" if field.required else "?"
    return {
        "type": [one for one in types if one != "boolean"],
        "pattern": rf"^\s*(?:{_TEXTS[field.kind]}){optional}\s*$",
    }


def _given(*names: str) -> dict[str, Json]:
    """Return a schema that requires keys with a value."""
    return {"required": list(names), "properties": {name: {"not": _NULL} for name in names}}


def _rules(block: Block) -> dict[str, Json]:
    """Return the rules between the keys of a block."""
    rules: dict[str, Json] = {}
    names = {field.name for field in block.fields}
    if "basis" in names:
        rules |= {"if": {"required": ["basis"], "properties": {"basis": {"const": "editor"}}}, "then": _given("note")}
    if block.name == "figure":
        rules["oneOf"] = [
            _only(("value",), ["low", "high", "derived"]),
            _only(("low", "high"), ["derived"]),
            _only(("derived",), ["value", "low", "high"]),
        ]
    if block.name == "event":
        rules["anyOf"] = [_given("when"), _given("stated")]
    return rules


def _only(way: tuple[str, ...], others: list[str]) -> Json:
    return {**_given(*way), "not": {"anyOf": [_given(name) for name in others]}}
