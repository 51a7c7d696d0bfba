"""Owns places and problems: what is wrong in a file, where, and how it is said. Nobody else prints a place."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from briefing.base.frozen import frozen
from briefing.base.paths import written


class BriefingError(Exception):
    """The base of every exception that this program raises on purpose. Its text is a sentence for the user."""


class Severity(StrEnum):
    """How much a problem takes from the reader."""

    ERROR = "error"
    """The brief cannot be shown as it stands; what is wrong is left out."""
    WARNING = "warning"
    """The brief is shown whole, and the reader should know."""
    NOTE = "note"
    """Nothing is wrong: something that was asked for."""


class Code(StrEnum):
    """What a file can get wrong as YAML and as a brief. The values are stable: tests and users name them."""

    UNREADABLE = "unreadable"
    """Gone, no regular file, or not permitted."""
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    CONTROL_CHARACTER = "control-character"
    INVISIBLE = "invisible-character"
    """An invisible character that makes a key or an item another one, or none."""
    MERGE_CONFLICT = "merge-conflict"
    EMPTY = "empty"
    YAML_SYNTAX = "yaml-syntax"
    YAML_DEPTH = "yaml-depth"
    YAML_ANCHOR = "yaml-anchor"
    """An anchor or an alias."""
    YAML_TAG = "yaml-tag"
    YAML_MERGE = "yaml-merge"
    YAML_KEY = "yaml-key"
    """A list or a mapping used as a key."""
    YAML_DOCUMENT = "yaml-document"
    VALUE_COMMENTED = "value-commented"
    """A value, or the end of one, that became a comment."""
    FIELD_TWICE = "field-twice"
    FIELD_UNKNOWN = "field-unknown"
    FIELD_MISSING = "field-missing"
    TYPE = "type"
    """A list where a text belongs, and the like."""
    VALUE = "value"
    """Not one of the words that the format has for this field."""
    VERSION = "version"
    DATE = "date"
    NUMBER = "number"
    ID = "id"
    ID_TWICE = "id-twice"
    REFERENCE = "reference"
    """The id of a source or a figure that the brief does not have."""
    MARKING = "marking"
    LANGUAGE = "language"
    URL = "url"
    FILE_PATH = "file-path"
    SHA256 = "sha256"
    PARAGRAPH = "paragraph"
    CITE_SOURCE = "cite-source"
    """A cite that leaves out its source where the brief has not exactly one article."""
    FIGURE_AMOUNT = "figure-amount"
    """A figure has one of: `value`; `low` and `high`; `derived`."""
    INTERVAL = "interval"
    DERIVATION = "derivation"
    DERIVATION_LOOP = "derivation-loop"
    EVENT_WHEN = "event-when"
    BASIS_NOTE = "basis-note"
    """A date that is a person's reading has no note that says why."""


class Spot(NamedTuple):
    """A position in a file that is known from elsewhere."""

    line: int
    """First line is 1."""
    column: int
    """First column is 1; counts characters, neither bytes nor terminal cells."""


class Place(NamedTuple):
    """A position in a file, printed the way editors and compilers print it."""

    path: Path
    line: int
    """First line is 1."""
    column: int
    """First column is 1; counts characters, neither bytes nor terminal cells."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def written(self) -> str:
        """The place as it is printed for other programs."""
        return f"{written(self.path)}:{self.line}:{self.column}"


@frozen
class Problem:
    """One mistake of the writer, with its place. Sorts by place."""

    place: Place
    code: str
    """Stable name of the kind of mistake, for tests and for users: "date", "field-unknown"."""
    sentence: str
    """What is wrong in plain words, no full stop. May hold text from the file: whoever prints it makes it safe."""
    severity: Severity = Severity.ERROR
    instead: str | None = field(default=None, compare=False)
    """What the writer certainly meant at this place, where there is only one thing it can be. None: not known."""

    def __lt__(self, other: Problem) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[Place, str, str, str]:
        return self.place, self.code, self.sentence, self.severity

    def __str__(self) -> str:
        return self.said_at(self.place.written)

    def said_at(self, place: str) -> str:
        """Return the problem as one line that begins with a place of that name."""
        return f"{place}: {self.severity}: {self.sentence} [{self.code}]"
