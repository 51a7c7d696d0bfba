"""Helpers for tests of searches: libraries with a complete index, and the app on them."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.library.index.scan.full import read_all_waiting, scan_library
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp


def index(folder: Path) -> None:
    """Let the index of a folder know everything in it."""
    opened = open_indexed([folder], os.environ)
    scan_library(opened.brief_index)
    read_all_waiting(opened.brief_index, 500)


def searcher(folder: Path, settings: Settings | None = None) -> BriefingApp:
    """Return the app on a folder of briefs that the index knows."""
    index(folder)
    return BriefingApp(open_indexed([folder], os.environ), settings or Settings())
