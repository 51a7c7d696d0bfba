"""The processes that read briefs for the index in parallel. A brief that kills every process is unreadable."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.base.process_pool import ProcessPool, Work
from briefing.library.index.build.read import BriefRead, read_for_index, read_head_for_index, unreadable_read
from briefing.library.index.build.reading_process import reading_command, reads_in, request_of
from briefing.library.index.rows import IndexedBrief


class ToRead(NamedTuple):
    """One brief that a process is asked for."""

    brief: IndexedBrief
    is_head: bool = False
    """Whether its head is enough."""

    def read(self) -> BriefRead:
        """Read it in this process."""
        read = read_head_for_index if self.is_head else read_for_index
        return read(self.brief.row, self.brief.entry)


Batch = Sequence[ToRead]


def reading_pool(root: Path, command: Sequence[str], count: int) -> ProcessPool[ToRead, BriefRead]:
    """Return a pool that reads the briefs of one library.

    `command` starts a process; empty: that of `reading_command`.
    """
    work: Work[ToRead, BriefRead] = Work(
        command or reading_command(),
        os.fsencode(root),
        lambda batch: request_of([(one.row, one.entry.id, one.entry.file, is_head) for one, is_head in batch]),
        reads_in,
        ToRead.read,
        lambda one: unreadable_read(one.brief.row, one.brief.entry),
        "its briefs are read again",
    )
    return ProcessPool(work, count)
