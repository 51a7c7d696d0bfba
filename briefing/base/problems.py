"""Problems: what is wrong in a file, at which place, and how both are printed."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from briefing.base.frozen import field, frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import printed_path
from briefing.base.plurals import counted


class BriefingError(Exception):
    """The base of every exception that this program raises on purpose. The message is a sentence for the user."""


class Severity(StrEnum):
    """How serious a problem is."""

    ERROR = "error"
    """The brief cannot be shown in full: the wrong part is left out."""
    WARNING = "warning"
    """The brief is shown in full, and the reader should know of the problem."""
    NOTE = "note"
    """Nothing is wrong: information that was asked for."""


class Code(StrEnum):
    """Codes of the problems of a file, of its YAML and of the format. The values are stable: users name them."""

    UNREADABLE = "unreadable"
    """Missing, not a regular file, or not permitted."""
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    CONTROL_CHARACTER = "control-character"
    INVISIBLE = "invisible-character"
    """An invisible character that changes a key or the structure."""
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
    """Not one of the words that the field allows."""
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
    """A date with basis "editor" has no note that gives the reason."""


class Spot(NamedTuple):
    """A position in a file; the caller knows which file."""

    line: int
    """First line is 1."""
    column: int
    """First column is 1; counts characters, neither bytes nor terminal cells."""


class Place(NamedTuple):
    """A position in a file, with its path; printed as editors and compilers do."""

    path: Path
    line: int
    """First line is 1."""
    column: int
    """First column is 1; counts characters, neither bytes nor terminal cells."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def written(self) -> str:
        """The place with its path as `printed_path` gives it."""
        return f"{printed_path(self.path)}:{self.line}:{self.column}"


@frozen
class Problem:
    """One problem of a file, with its place. Sorts by place."""

    place: Place
    code: str
    """Stable name of the kind of problem: "date", "field-unknown"."""
    sentence: str
    """What is wrong, without a full stop. May contain text from the file: the caller makes it safe to print."""
    severity: Severity = Severity.ERROR
    instead: str | None = field(default=None, compare=False)
    """The text to put at this place instead, if it is certain what the writer meant. None: not certain."""

    def __lt__(self, other: Problem) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[Place, str, str, str]:
        return self.place, self.code, self.sentence, self.severity

    def __str__(self) -> str:
        return self.line_at(self.place.written)

    def line_at(self, place: str) -> str:
        """Return the problem as one line that begins with `place`, which may be written in another way than usual."""
        return f"{place}: {self.severity}: {self.sentence} [{self.code}]"


class ProblemCounts(NamedTuple):
    """How many problems there are, as list, title bar and panes say it: notes are not counted."""

    errors: int
    warnings: int


def counted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are counted, each once: errors and warnings, no notes."""
    return tuple(dict.fromkeys(problem for problem in problems if problem.severity is not Severity.NOTE))


def problem_counts(problems: Iterable[Problem]) -> ProblemCounts:
    """Count problems by severity, each once, without notes."""
    severities = [problem.severity for problem in counted_problems(problems)]
    return ProblemCounts(severities.count(Severity.ERROR), severities.count(Severity.WARNING))


def count_of_problems(problems: Iterable[Problem]) -> str:
    """Return the number of errors and warnings in words: "1 problem", "2 problems"."""
    return counted(len(counted_problems(problems)), "problem")


def count_errors(problems: Iterable[Problem]) -> int:
    """Return the number of problems that are errors."""
    return sum(problem.severity is Severity.ERROR for problem in problems)
