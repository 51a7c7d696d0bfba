"""The entries of a library: which files of a folder are briefs, their ids, and reading one of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

from briefing.base.files import BRIEF_LIMIT, FileProblemError, read_bytes
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import STDIN, is_folder, is_link
from briefing.base.problems import Place, Problem
from briefing.format.model import Reading

SUFFIXES = (".yaml", ".yml")
STDIN_ID = "stdin"


class Entry(NamedTuple):
    """One brief file of a library, not read yet."""

    id: str
    """Path inside the root without .yaml or .yml, with forward slashes. If two files would share an id, as a.yaml
    and a.yml, the later one keeps its suffix."""
    file: str
    """Path inside the root with forward slashes, spelled as the system does; "-" for standard input."""
    root: Path
    """The library's folder as the reader named it; saved texts are relative to it."""
    alone: bool = False
    """True if the file itself was named on the command line. Its saved texts may then also be relative to a folder
    above, within the same git repository."""

    @property
    def path(self) -> Path:
        """The path of the file, as the reader would name it."""
        return Path(STDIN) if self.file == STDIN else self.root / self.file


def without_suffix(file: str) -> str:
    """Return the path of a brief without its suffix: its id, unless another file shares it."""
    return file.rpartition(".")[0]


def walk(
    root: Path,
    failed: Callable[[str, OSError], None],
    folders: list[str] | None = None,
    start: Iterable[str] = ("",),
    known: Container[str] = (),
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every brief below a folder, in no order: its path inside the root, and its directory entry.

    Hidden files and folders are skipped, and links to folders are not followed. `failed` gets each folder that cannot
    be read, by its path inside the root, which ends with a slash or is empty, and the error. Each folder is appended to
    `folders` before it is read. The walk begins at the folders `start` and does not enter subfolders that are in
    `known`.
    """
    waiting = list(start)
    while waiting:
        folder = waiting.pop()
        if folders is not None:
            folders.append(folder)
        try:
            with os.scandir(root / folder) as items:
                for item in items:
                    if item.name.startswith("."):
                        continue
                    if item.name.endswith(SUFFIXES):
                        yield folder + item.name, item
                    elif item.is_dir(follow_symlinks=False) and (below := f"{folder}{item.name}/") not in known:
                        waiting.append(below)
        except OSError as error:
            failed(folder, error)


def entries_of(root: Path, files: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries of these files of a folder, in the order of their ids."""
    before = ""
    for brief_id, file in sorted((without_suffix(file), file) for file in files):
        yield Entry(brief_id if brief_id != before else file, file, root)
        before = brief_id


def first_entry(root: Path) -> Entry | None:
    """Return the first brief of a folder in the order of the ids, reading as few folders as possible.

    None: the folder holds no brief, or cannot be read.
    """
    from heapq import heappop, heappush  # a brief that is named needs no search

    # (sort key, path): a folder sorts where its briefs would.
    waiting: list[tuple[str, str]] = [("", "")]
    while waiting:
        called, path = heappop(waiting)
        if path.endswith(SUFFIXES):
            return Entry(called, path, root)
        for one in _first_inside(root, path):
            heappush(waiting, one)
    return None


def _first_inside(root: Path, folder: str) -> list[tuple[str, str]]:
    """Return the first brief directly in a folder and the subfolders that sort before it, each as (sort key, path)."""
    try:
        # Names only: for 100,000 files this takes half the time of `scandir`.
        names = os.listdir(root / folder)  # noqa: PTH208
    except OSError:
        return []  # the walk through the whole folder reports it
    briefs = [name for name in names if name.endswith(SUFFIXES) and name[0] != "."]
    found: list[tuple[str, str]] = []
    if briefs:
        called = min(map(without_suffix, briefs))
        first = min(called + suffix for suffix in SUFFIXES if called + suffix in briefs)
        found.append((folder + called, folder + first))
    for name in names if len(briefs) < len(names) else ():
        if not name.endswith(SUFFIXES) and name[0] != ".":
            below = f"{folder}{name}/"
            path = root / below
            if (not found or below < found[0][0]) and is_folder(path) and not is_link(path):
                found.append((below, below))
    return found


def read_entry(entry: Entry) -> Reading:
    """Read the brief of an entry. Never raises: what is wrong is a problem of the reading."""
    return read_with_bytes(entry)[1]


def read_with_bytes(entry: Entry) -> tuple[bytes, Reading]:
    """Read the brief of an entry, and return its bytes too; no bytes if the file cannot be read. Never raises."""
    try:
        data = read_file(entry)
    except FileProblemError as error:
        return b"", Reading(None, (unreadable_problem(entry.path, str(error)),))
    from briefing.format.parse import read_brief_bytes  # needs YAML, as a start in a library that is known does not

    return data, read_brief_bytes(data, entry.path, entry.id)


def read_file(entry: Entry) -> bytes:
    """Return the bytes of an entry's file.

    Raises:
        FileProblemError: the file cannot be read, or a link leads out of the library.

    """
    # The walk follows no link to a folder, but a brief may be named through one.
    path = entry.path
    may_lead_out = not entry.alone and ("/" in entry.file or is_link(path))
    return read_bytes(path, BRIEF_LIMIT, entry.root if may_lead_out else None)


def unreadable_problem(path: Path, sentence: str) -> Problem:
    """Return the problem of a file or folder that cannot be read."""
    return Problem(Place(path, 1, 1), "unreadable", sentence)
