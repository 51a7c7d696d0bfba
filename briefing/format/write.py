"""Writes parts of a brief as YAML that reads back as exactly the same text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

PlainValue = str | Sequence["PlainValue"] | Mapping[str, "PlainValue"]
"""A value of a brief: text, a list, or a mapping whose keys come in the order in which they are written."""
PlainItem = Mapping[str, PlainValue]
"""One item of a brief, such as a figure."""

_IN_FLOW = re.compile(r"[,\[\]{}]")
_PLAIN = re.compile(r"[^\W_](?:[\w ’“”.,()+%€£$/–—-]*[\w.)%])?")
"""A text that needs no quotes in YAML, in block style."""
_UNPRINTABLE = re.compile(r"[^ -~]")
_LAST_SHORT = 0xFFFF
"""The last character that an escape of four digits can name."""


def scalar(text: str) -> str:
    """Return a text as a YAML scalar on one line. Control characters are escaped."""
    if _PLAIN.fullmatch(text) and "  " not in text:
        return text
    return _quoted(text)


def flow_text(value: PlainValue, *, as_json: bool = False) -> str:
    """Return a value in flow style, on one line: `[a, b]`, `{a: b}`; with `as_json` as JSON has it."""
    if isinstance(value, str):
        return scalar(value) if not as_json and not _IN_FLOW.search(value) else _quoted(value)
    if isinstance(value, Mapping):
        keys = {key: _quoted(key) if as_json else scalar(key) for key in value}
        return "{" + ", ".join(f"{keys[key]}: {flow_text(one, as_json=as_json)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(flow_text(one, as_json=as_json) for one in value) + "]"


def item_lines(item: PlainItem) -> list[str]:
    """Return the lines of an item of a list: the first begins with "- ", the others are indented below it."""
    lines = list(mapping_lines(item))
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])] if lines else ["- {}"]


def mapping_lines(mapping: PlainItem) -> Iterator[str]:
    """Yield the lines of a mapping, without indentation of its own."""
    for key, value in mapping.items():
        name = scalar(key)
        if isinstance(value, str) or not value:
            yield f"{name}: {flow_text(value) if not isinstance(value, str) else scalar(value)}"
            continue
        yield f"{name}:"
        if isinstance(value, Mapping):
            yield from (f"  {line}" for line in mapping_lines(value))
            continue
        for one in value:
            yield from (f"  {line}" for line in list_item_lines(one))


def list_item_lines(item: PlainValue) -> list[str]:
    """Return the lines of any item of a list, as `item_lines` does for a mapping."""
    if isinstance(item, Mapping):
        return item_lines(item)
    return [f"- {scalar(item) if isinstance(item, str) else flow_text(item)}"]


def _quoted(text: str) -> str:
    """Return a text in double quotes, as YAML and JSON have them. What cannot be printed is escaped."""
    written = json.dumps(text, ensure_ascii=False)
    return written if written.isprintable() else _UNPRINTABLE.sub(_escaped, written)


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    return character if character.isprintable() or ord(character) > _LAST_SHORT else f"\\u{ord(character):04x}"
