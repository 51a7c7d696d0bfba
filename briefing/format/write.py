"""Writes parts of a brief as YAML that reads back as exactly the same text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

PlainValue = str | Sequence["PlainValue"] | Mapping[str, "PlainValue"]
"""A value of a brief: text, a list, or a mapping whose keys come in the order in which they are written."""
PlainItem = Mapping[str, PlainValue]
"""One item of a brief, such as a figure."""

_PLAIN = re.compile(r"[^\W_](?:[\w ’“”.,()+%€£$/–—-]*[\w.)%])?")
"""A text that needs no quotes in YAML, in block style."""


def scalar(text: str) -> str:
    """Return a text as a YAML scalar on one line. Control characters are escaped."""
    if _PLAIN.fullmatch(text) and "  " not in text:
        return text
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f")


def item_lines(item: PlainItem) -> list[str]:
    """Return the lines of an item of a list: the first begins with "- ", the others are indented below it."""
    lines = list(mapping_lines(item))
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])] if lines else ["- {}"]


def mapping_lines(mapping: PlainItem) -> Iterator[str]:
    """Yield the lines of a mapping, without indentation of its own."""
    for key, value in mapping.items():
        if isinstance(value, str):
            yield f"{key}: {scalar(value)}"
            continue
        yield f"{key}:"
        if isinstance(value, Mapping):
            yield from (f"  {line}" for line in mapping_lines(value))
            continue
        for one in value:
            lines = (
                [f"- {scalar(one)}"] if isinstance(one, str) else item_lines(one) if isinstance(one, Mapping) else []
            )
            yield from (f"  {line}" for line in lines)
