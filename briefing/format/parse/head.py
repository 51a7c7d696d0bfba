"""Reads the head of a brief alone: what stands before its first list of claims or sources, without parsing these.

What comes back is what reading the whole file gives. That is certain only for a plain layout: every line that begins in
the first column is a comment, an item, or a key without quotes, and no key of the head stands behind the cut. All else
is declined, and has to be read whole.
"""

from __future__ import annotations

import re
from pathlib import Path

from briefing.base.files import BRIEF_LIMIT
from briefing.format.model import Brief
from briefing.format.parse.plain_head import read_plain_head
from briefing.format.parse.reader import read_brief_text
from briefing.format.parse.schema import BLOCKS
from briefing.format.parse.schema_types import Shape

HEAD_KEYS = frozenset(("briefing", "title", "lede", "date", "status", "marking", "tags", "entities"))
"""The keys of which a head says all. The others may also stand behind the cut."""
_LISTS = frozenset(
    field.name for field in BLOCKS["brief"].fields if field.shape is not Shape.ONE and field.name not in HEAD_KEYS
)
"""The keys at the first of which a brief is cut."""
_OTHERS = frozenset(field.name for field in BLOCKS["brief"].fields) - HEAD_KEYS
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FIRST_COLUMN = re.compile(rb"\n([^ \n][^\n]*)")
"""A line that does not begin with a space; the parser breaks lines nowhere else (see `tree.decoding`)."""
_PLAIN_LINE = re.compile(rb"#|-(?: |\Z)|([a-z][a-z0-9-]*):(?: |\Z)")


def read_head(data: bytes, path: Path, brief_id: str) -> Brief | None:
    """Return the brief that the bytes of a file begin with, without its claims and sources.

    The fields of `HEAD_KEYS` are those of the whole brief; of other fields it may lack some. None: the whole file has
    to be read.
    """
    head = _cut_head(data)
    if head is None:
        return None
    brief = read_plain_head(head, brief_id)
    if brief is not None:
        return brief
    reading = read_brief_text(head, path, brief_id)
    return None if reading.problems else reading.brief


def _cut_head(data: bytes) -> str | None:
    """Return the text before the first list of a brief, if that can be told for certain."""
    if len(data) > BRIEF_LIMIT:
        return None
    data = b"\n" + data.removeprefix(_BYTE_ORDER_MARK)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    cut = _cut(data)
    # A surrogate written as an escape is read by what else stands in the file.
    if not cut or b"\\" in data[:cut]:
        return None
    try:
        return data[1:cut].decode()
    except UnicodeDecodeError:
        return None


def _cut(data: bytes) -> int:
    """Return where the first list begins; 0: there is none, or the layout is not plain."""
    cut = 0
    for found in _FIRST_COLUMN.finditer(data):
        line = _PLAIN_LINE.match(found[1])
        if line is None:
            return 0
        if line[1] is None:
            continue
        key = line[1].decode("ascii")
        if not cut and key in _LISTS:
            cut = found.start(1)
        elif cut and key not in _OTHERS and not key.startswith("x-"):
            return 0
    return cut
