"""Where a text belongs but YAML reads something else: a comment, or a set of dates that is read as a list."""

from __future__ import annotations

from briefing.base.problems import Code, Severity
from briefing.format import tree as yamltree
from briefing.format.parse.fields import quick_date
from briefing.format.parse.schema_types import Field, FieldType, Shape
from briefing.format.parse.state import ParseState
from briefing.format.tree import Node, Scalar, Sequence

DATES = frozenset({FieldType.DATE, FieldType.DATE_OR_UNKNOWN, FieldType.DATE_OR_TEXT})
_MOST_DATES = 20
"""Dates of a set that a sentence repeats at most."""


def set_of_dates(node: Node) -> str:
    """Return how to write a set of dates that YAML read as a list or a mapping. Empty: it is not a set of dates."""
    match node:
        case Sequence():
            parts, written = node.items, "[{}]"
        case yamltree.Mapping() if all(map(is_empty, node.values.values())):
            parts, written = [node.key(name) for name in node.values], "{{{}}}"
        case _:
            return ""
    text = written.format(",".join(part.text.strip() if isinstance(part, Scalar) else "?" for part in parts))
    is_date = len(parts) <= _MOST_DATES and quick_date(text) is not None
    return f'; put the date in quotes: "{text}"' if is_date else "; a set of dates stands in quotes"


def is_empty(node: Node) -> bool:
    """Tell whether a node is a text that is empty or white space."""
    return isinstance(node, Scalar) and not node.text.strip()


def report_comment(state: ParseState, value: Node, field: Field | None) -> None:
    """Report a comment in place of a field's text or an item (None): an error if it looks like a value."""
    comment = state.commented.get(value.spot)
    is_text = field is not None and field.shape is Shape.ONE and not field.required
    if comment is None or not (is_text or comment.is_value):
        return
    what = "this item" if field is None else f"“{field.name}”"
    sentence = f"{what} is empty: from # on this is a comment; put the text in quotes if it is the value"
    severity = Severity.ERROR if comment.is_value else Severity.WARNING
    state.report(Code.VALUE_COMMENTED, comment.spot, sentence, severity)
