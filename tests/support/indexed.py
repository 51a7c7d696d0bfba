"""Owns libraries whose index is whole, and the app on them: what searches in the tests are put to."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.library.index.scan.full import chunks, look, read, write
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp


def index(folder: Path) -> None:
    """Let the index of a folder know everything in it."""
    opened = open_indexed([folder], os.environ)
    look(opened.listing)
    for some in chunks(opened.listing, 500):
        write(opened.listing.store, map(read, some), last=False)
    write(opened.listing.store, (), last=True)


def searcher(folder: Path, settings: Settings | None = None) -> BriefingApp:
    """Return the app on a folder of briefs that the index knows."""
    index(folder)
    return BriefingApp(open_indexed([folder], os.environ), settings or Settings())
