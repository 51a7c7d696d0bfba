"""Marking several briefs at once: finds which of them change, and records the old marks for undo."""

from __future__ import annotations

import time
from collections.abc import Sequence

from briefing.library.marks.rows import MarkRow, MarkRows, brief_key, packed_yaml
from briefing.library.marks.undo_log import OldMark, UndoEntry
from briefing.library.marks.values import BriefVersion

_NOTHING = MarkRow()


def mark_read(rows: MarkRows, items: Sequence[BriefVersion], undo: UndoEntry) -> None:
    """Mark versions as read. A version without YAML keeps the YAML of an earlier one, which then does not count."""
    now = int(time.time())
    keys = [brief_key(item.id) for item in items]
    known = rows.find_all(keys)
    before: list[OldMark] = []
    after: list[tuple[bytes, MarkRow]] = []
    for key, item in zip(keys, items, strict=True):
        stored = packed_yaml(item.data)
        row = known.get(key, _NOTHING)
        if not row.read or row.hash != item.hash:
            before.append(OldMark(key, row, None if stored is None else rows.version(key) or b""))
        known[key] = new = MarkRow(1, row.starred, row.place, item.hash, now)
        after.append((key, new))
        if stored is not None:
            rows.set_version(key, stored)
    undo.add(before)
    rows.set_read(after)


def mark_unread(rows: MarkRows, items: Sequence[BriefVersion], undo: UndoEntry) -> None:
    """Mark briefs unread; the version last read stays stored."""
    known = rows.find_all([brief_key(item.id) for item in items])
    was = {brief: row for brief, row in known.items() if row.read}
    undo.add([OldMark(brief, row) for brief, row in was.items()])
    rows.set_only_read((brief, row._replace(read=0)) for brief, row in was.items())


def mark_starred(rows: MarkRows, brief_ids: Sequence[str], starred: bool, undo: UndoEntry) -> None:
    """Set or remove stars."""
    keys = dict.fromkeys(map(brief_key, brief_ids))
    known = rows.find_all(list(keys))
    was = {key: row for key in keys if bool((row := known.get(key, _NOTHING)).starred) != starred}
    undo.add([OldMark(brief, row) for brief, row in was.items()])
    rows.set_starred((brief, row._replace(starred=int(starred))) for brief, row in was.items())
