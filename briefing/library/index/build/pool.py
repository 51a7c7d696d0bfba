"""The processes that read briefs for the index in parallel. A brief that kills every process is unreadable."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from briefing.base.process_pool import ProcessPool, Work
from briefing.library.index.build.read import BriefRead, read_for_index, unreadable_read
from briefing.library.index.build.reading_process import reading_command, reads_in, request_of
from briefing.library.index.rows import IndexedBrief

Batch = Sequence[IndexedBrief]


def reading_pool(root: Path, command: Sequence[str], count: int) -> ProcessPool[IndexedBrief, BriefRead]:
    """Return a pool that reads the briefs of one library.

    `command` starts a process; empty: that of `reading_command`.
    """
    work: Work[IndexedBrief, BriefRead] = Work(
        command or reading_command(),
        os.fsencode(root),
        lambda batch: request_of([(one.row, one.entry.id, one.entry.file) for one in batch]),
        reads_in,
        lambda one: read_for_index(one.row, one.entry),
        lambda one: unreadable_read(one.row, one.entry),
        "its briefs are read again",
    )
    return ProcessPool(work, count)
