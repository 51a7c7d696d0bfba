"""Helpers for tests of searches: libraries with a complete index, and the app on them."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.library.index.scan.full import read_waiting, scan_library, waiting_batches, write_reads
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp


def index(folder: Path) -> None:
    """Let the index of a folder know everything in it."""
    opened = open_indexed([folder], os.environ)
    scan_library(opened.brief_index)
    for some in waiting_batches(opened.brief_index, 500):
        write_reads(opened.brief_index.store, map(read_waiting, some), last=False)
    write_reads(opened.brief_index.store, (), last=True)


def searcher(folder: Path, settings: Settings | None = None) -> BriefingApp:
    """Return the app on a folder of briefs that the index knows."""
    index(folder)
    return BriefingApp(open_indexed([folder], os.environ), settings or Settings())
