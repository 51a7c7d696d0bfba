"""JSON output: exact values, in ASCII without control characters, so that a terminal can show it safely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def json_text(value: Json, indent: int | None = None) -> str:
    """Return a value as JSON in ASCII. `json` escapes the other control characters; DEL is escaped here."""
    import json  # takes 2 ms, and most commands do not need it

    return json.dumps(value, indent=indent).replace("\x7f", "\\u007f")
