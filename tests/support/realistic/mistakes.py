"""Files with a mistake: one in 500 of a realistic library."""

from __future__ import annotations

_EVERY = 500
_FIRST = 250
_MISTAKES = (
    ("title: ", "titel: "),
    ("language: ", "language: no such\nlanguage: "),
    ("sources:\n", "sources:\n\t"),
    ("summary:\n", "summary: [\n"),
    ("date: ", "date: on "),
)


def damaged(yaml: str, number: int) -> str:
    """Return a brief as it is, or with the mistake that its number gives it."""
    if number % _EVERY != _FIRST:
        return yaml
    right, wrong = _MISTAKES[number // _EVERY % len(_MISTAKES)]
    return yaml.replace(right, wrong, 1)
