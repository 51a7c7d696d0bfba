"""The types of the schema: FieldType, Shape, Field, Block; and the pattern of each type of text."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto
from types import MappingProxyType

from briefing.base.named_tuple import NamedTuple


class FieldType(StrEnum):
    """The type of a field's value."""

    TEXT = auto()
    WORD = auto()
    """One of `Field.words`."""
    MARKING = auto()
    """One of `Field.words`, spelled exactly."""
    VERSION = auto()
    DATE = auto()
    """EDTF, levels 0 to 2."""
    DATE_OR_UNKNOWN = auto()
    DATE_OR_TEXT = auto()
    NUMBER = auto()
    """A decimal number with the digits that the author wrote."""
    GRADE = auto()
    """A whole number from 1 to 6."""
    PARAGRAPH = auto()
    """`para N`, counted from 1."""
    ID = auto()
    SOURCE = auto()
    """Id of a source of this brief."""
    FIGURE = auto()
    """Id of a figure of this brief."""
    BRIEF = auto()
    """Id of a brief: its path inside the library without .yaml."""
    MEASURE = auto()
    ARITHMETIC = auto()
    """Ids of figures with + − × ÷ and brackets."""
    LANGUAGE = auto()
    URL = auto()
    FILE = auto()
    SHA256 = auto()
    BLOCK = auto()
    """A mapping, described by the block that `Field.block` names."""


class Shape(StrEnum):
    """How many values a field takes."""

    ONE = auto()
    LIST = auto()
    ONE_OR_LIST = auto()
    MAP = auto()
    """A mapping from ids to values."""


_ID = "[a-z0-9][a-z0-9-]*"

PATTERNS: Mapping[FieldType, str] = MappingProxyType(
    {
        FieldType.ID: _ID,
        FieldType.SOURCE: _ID,
        FieldType.FIGURE: _ID,
        FieldType.MEASURE: f"{_ID}(/{_ID})*",
        FieldType.PARAGRAPH: "para [1-9][0-9]{0,5}",
        FieldType.GRADE: "[1-6]",
        FieldType.VERSION: "[0-9]{1,9}",
        FieldType.SHA256: "[0-9A-Fa-f]{64}",
        FieldType.LANGUAGE: "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*",
    }
)
"""What the whole text of a field must match, in the syntax that JSON Schema and Python share."""


class Field(NamedTuple):
    """One key of one block."""

    name: str
    kind: FieldType
    meaning: str
    """What the field says, for editors: a sentence without a full stop."""
    required: bool = False
    shape: Shape = Shape.ONE
    words: tuple[str, ...] = ()
    """The allowed values, in the order in which to list them. Empty: any value of the type."""
    default: str | None = None
    """The value of an absent field. None: an absent field has no value."""
    block: str | None = None
    """Name of the block of the value or of each item. None: it is a text."""
    meant: Mapping[str, str] = MappingProxyType({})
    """What people write instead of a word, in small letters, and the word that they mean."""
    example: str = ""
    """A value as it is written in YAML: one line, or lines of a block, which begin below the key."""
    says: str = ""
    """What stands before its value wherever it is shown, copied or compared: "seen from". Only for one text, word, date
    or number of a point, a figure, an event or a source. Empty: the model has an attribute for it, and each output
    code of its own."""


class Block(NamedTuple):
    """One kind of mapping in a brief."""

    name: str
    title: str
    """Its name in a sentence: "a figure"."""
    fields: tuple[Field, ...]
    bare: str | None = None
    """The field that a text in place of the mapping fills. None: the block must be a mapping."""
    meant: Mapping[str, str] = MappingProxyType({})
    """Keys that people write instead, and the field that they mean."""
