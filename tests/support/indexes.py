"""Helpers for tests of indexes: a library in a folder, and the content of its index without row numbers."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.library.index.build.build import BuildOptions, BuildResult, build
from briefing.library.index.record import unpack
from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan.full import ScanChanges, scan_library
from briefing.library.index.store import IndexStore, open_index

HERE = BuildOptions(busy_timeout=200)
"""Reads in the process of the test."""

GOOD = """\
briefing: 1
title: "{title}"
lede: Both sides meet again on Monday.
date: 2024-11-02
marking: TLP:AMBER
tags: [harbour, talks]
entities: [Harbour Board, {{name: Port, kind: place, aliases: [порт, 港口]}}]
summary:
- Both sides meet again.
- text: The port stays closed.
  by: mayor
  note: said twice
  cites: {{quote: 'stays closed', at: para 2}}
figures:
- {{id: ships, label: Ships waiting, value: "3,000", unit: ships, approx: about, when: 2024-10/2024-11}}
timeline:
- text: The port closes.
  when: 2024-10-21
  place: Northquay
sources:
  news: {{kind: article, title: Evening News, url: "https://example.org/a", file: texts/a.txt}}
  mayor: {{kind: person, name: Ada Quist, role: mayor}}
open:
- Who pays for the pilots?
"""


def good(title: str) -> str:
    """Return a brief with every block."""
    return GOOD.format(title=title)


def put(root: Path, file: str, text: str) -> Path:
    """Write a file of a library, with whatever folders it needs."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def library(root: Path, count: int = 3) -> Path:
    """Write a small library with a saved text, and return its folder."""
    put(root, "texts/a.txt", "Evening News\n\nThe port stays closed, said the pilots of Northquay.\n")
    for number in range(count):
        put(root, f"{'inner/' if number % 2 else ''}b{number}.yaml", good(f"Talks {number}"))
    return root


def brief_index_of(root: Path, cache: Path) -> BriefIndex:
    """Open the index of a folder; nothing may be wrong with it."""
    store, sentence = open_index(root, {"XDG_CACHE_HOME": str(cache)})
    assert sentence is None
    return BriefIndex(store, root)


def in_step(brief_index: BriefIndex, options: BuildOptions = HERE) -> tuple[ScanChanges, BuildResult]:
    """Bring an index in step with its folder."""
    return scan_library(brief_index), build(brief_index, options=options)


def content(store: IndexStore) -> Mapping[str, Sequence[object]]:
    """Return all that an index says, table by table, by the names of files instead of the numbers of rows."""
    ask = store.connection.execute
    files = {row: os.fsdecode(file) for row, file in ask("SELECT row, file FROM brief")}
    texts = {row: os.fsdecode(file) for row, file in ask("SELECT row, file FROM saved")}
    return {
        "brief": [one[1:] for one in ask("SELECT * FROM brief ORDER BY file")],
        "items": sorted((files[row], unpack(packed)) for row, packed in ask("SELECT * FROM items")),
        "span": sorted(((files[row], *rest) for row, *rest in ask("SELECT * FROM span")), key=repr),
        "figure": sorted(((files[row], *rest) for row, *rest in ask("SELECT * FROM figure")), key=repr),
        "saved": [
            (file, mtime, size, packed and zlib.decompress(packed))
            for _, file, mtime, size, packed in ask("SELECT * FROM saved ORDER BY file")
        ],
        "rests": sorted((texts[saved], files[row], source) for saved, row, source in ask("SELECT * FROM rests")),
        "name": [files[row] for row in BriefIndex(store, Path()).order()],
        "words": _words(store.connection, "words", files),
        "heads": _words(store.connection, "heads", files),
        "saved_words": _words(store.connection, "saved_words", texts),
    }


def _words(connection: sqlite3.Connection, table: str, files: Mapping[int, str]) -> Sequence[tuple[object, ...]]:
    """Return every word of a full text with the places at which it stands; a row that is no file's is an error."""
    connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_in USING fts5vocab(main, {table}, instance)")
    found = connection.execute(f"SELECT doc, term, col, offset FROM temp.{table}_in")  # noqa: S608 - our own names
    return sorted(((files[row], *rest) for row, *rest in found), key=repr)


def fresh(root: Path, cache: Path) -> Mapping[str, Sequence[object]]:
    """Return what an index says that is built from nothing."""
    brief_index = brief_index_of(root, cache)
    in_step(brief_index)
    said = content(brief_index.store)
    brief_index.store.close()
    return said


def found(brief_index: BriefIndex, words: str) -> list[str]:
    """Return the files of the briefs that hold these words, as FTS5 has them."""
    ask = "SELECT file FROM words JOIN brief ON brief.row = words.rowid WHERE words MATCH ? ORDER BY file"
    return [os.fsdecode(file) for (file,) in brief_index.store.connection.execute(ask, (words,))]


def print_of(root: Path) -> Mapping[str, tuple[int, int, bytes | None]]:
    """Return what tells whether anything in a folder was touched."""
    said = {}
    for path in sorted((root, *root.rglob("*"))):
        status = path.lstat()
        said[str(path)] = (status.st_mode, status.st_mtime_ns, path.read_bytes() if path.is_file() else None)
    return said
