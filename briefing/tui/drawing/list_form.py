"""The form of the list that the reader chooses, and how many briefs make it dense."""

from __future__ import annotations

from enum import StrEnum

MANY = 2_000
"""Briefs of a library from which on each takes one line."""


class ListForm(StrEnum):
    """What the reader chose with the key of `list.form`."""

    AUTO = "auto"
    LINE = "line"
    LINES = "lines"


FORMS = {
    ListForm.AUTO: "as the room allows",
    ListForm.LINE: "one row a brief",
    ListForm.LINES: "whole titles, two rows and more a brief",
}
"""The forms, and what the reader is told of each."""


def is_dense(choice: ListForm, total: int) -> bool:
    """Tell whether each brief of a library takes one line beside the panes: then the list has more columns."""
    return choice is ListForm.LINE or (choice is ListForm.AUTO and total >= MANY)
