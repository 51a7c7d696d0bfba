"""Owns JSON as it leaves the program: exact values, and nothing in it that a terminal would obey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def json_text(value: Json, indent: int | None = None) -> str:
    """Return a value as JSON in ASCII. C0 and all that is not ASCII are escaped by `json`, DEL is here."""
    import json  # 2 ms that most commands save

    return json.dumps(value, indent=indent).replace("\x7f", "\\u007f")
