"""Owns places and problems: what is wrong in a file, where, and how it is said. Nobody else prints a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class BriefingError(Exception):
    """The base of every exception that this program raises on purpose. Its text is a sentence for the user."""


class Severity(StrEnum):
    """How much a problem takes from the reader."""

    ERROR = "error"
    """The brief cannot be shown as it stands; what is wrong is left out."""
    WARNING = "warning"
    """The brief is shown whole, and the reader should know."""


class Spot(NamedTuple):
    """A position in a file that is known from elsewhere."""

    line: int
    """First line is 1."""
    column: int
    """First column is 1; counts characters, neither bytes nor terminal cells."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file, printed the way editors and compilers print it."""

    path: Path
    line: int
    """First line is 1."""
    column: int
    """First column is 1; counts characters, neither bytes nor terminal cells."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake of the writer, with its place. Sorts by place."""

    place: Place
    code: str
    """Stable name of the kind of mistake, for tests and for users: "date", "field-unknown"."""
    sentence: str
    """What is wrong in plain words, no full stop. May hold text from the file: whoever prints it makes it safe."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.sentence} [{self.code}]"
