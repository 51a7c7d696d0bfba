"""Recognises whether a folder is a library: it holds a brief, found by examining a limited number of files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from briefing.base.files import FileProblemError, read_head
from briefing.base.paths import is_folder, is_link
from briefing.library.entries import SUFFIXES

_HEAD = 8 * 1024
"""Bytes at the start of a file in which its `briefing:` must occur."""
_MOST_FILES = 200
"""Files that are opened, in one folder and in its subfolders together."""
_MOST_NAMES = 5_000
"""Names that are examined, in one folder and in its subfolders together: a home folder may hold any number."""


def holds_briefs(folder: Path) -> bool:
    """Tell whether a file directly in a folder is a brief. Never raises."""
    return any(map(_is_brief, islice(_files(folder), _MOST_FILES)))


def holds_briefs_below(folder: Path) -> bool:
    """Tell whether a file in a direct subfolder is a brief. Never raises."""
    files = (file for below in _folders(folder) for file in _files(below))
    return any(map(_is_brief, islice(files, _MOST_FILES)))


def _files(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in _names(folder) if name.endswith(SUFFIXES))


def _folders(folder: Path) -> Iterator[Path]:
    for name in _names(folder):
        path = folder / name
        if not name.endswith(SUFFIXES) and is_folder(path) and not is_link(path):
            yield path


def _names(folder: Path) -> Iterator[str]:
    """Yield the names in a folder that are not hidden, at most `_MOST_NAMES`."""
    try:
        with os.scandir(folder) as items:
            yield from (item.name for item in islice(items, _MOST_NAMES) if not item.name.startswith("."))
    except OSError:
        return


def _is_brief(path: Path) -> bool:
    try:
        head = read_head(path, _HEAD)
    except FileProblemError:
        return False
    return _key().search(head.decode("utf-8", "replace")) is not None


@lru_cache(1)
def _key() -> re.Pattern[str]:
    """Return a pattern for the key `briefing` at the top level: in the first column of YAML, or in JSON."""
    invisible = "[\u00a0\u200b-\u200f\u2060\ufeff]*"
    return re.compile(
        rf"""^{invisible}["']?briefing["']?[ \t]*:|\A\s*{invisible}\{{[^{{}}]*["']?briefing["']?\s*:""", re.MULTILINE
    )
