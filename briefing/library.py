"""Owns a library: which files are briefs, what they are called, and reading them and their saved texts when asked.

Opening a library reads no brief, so that 100,000 open like three.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Generic, NamedTuple, TypeVar

from briefing.files import (
    BRIEF_LIMIT,
    TEXT_LIMIT,
    FileProblemError,
    Stamp,
    read_bytes,
    read_stream,
    stamp,
)
from briefing.model import Source, SourceText, TextState
from briefing.problems import BriefingError, Place, Problem
from briefing.reading import Reading
from briefing.reading import read_bytes as read_brief
from briefing.safetext import safe, visible

SUFFIXES = (".yaml", ".yml")
STDIN = "-"
"""The path that stands for standard input."""
STDIN_ID = "stdin"

_READINGS_KEPT = 128
_TEXTS_KEPT = 8
_WHAT_A_LIBRARY_IS = "a library is a folder of briefs, and a brief is a file whose name ends in .yaml"


class LibraryError(BriefingError):
    """A library cannot be opened. Its text is a sentence that says why, without a full stop."""


class Entry(NamedTuple):
    """One file of a library. A library makes one for each file and reads none."""

    id: str
    """Path inside the root without .yaml or .yml, with forward slashes. Where two files would share an id, as
    a.yaml and a.yml, the later one keeps its suffix."""
    file: str
    """Path inside the root with forward slashes, as the system spells it; "-" for standard input."""
    root: Path
    """The library's folder as the reader named it; saved texts are named from here."""
    alone: bool = False
    """Whether the file was named by itself: its library is then its folder, or one above in the same git repository."""

    @property
    def path(self) -> Path:
        """Where the file is, as the reader would name it."""
        return Path(STDIN) if self.file == STDIN else self.root / self.file


class Library:
    """Briefs in the order of their ids, and what was read of them lately. May be used from several threads."""

    def __init__(
        self,
        entries: Sequence[Entry],
        problems: Sequence[Problem] = (),
        given: Mapping[Entry, Reading] | None = None,
    ) -> None:
        """Take the entries as they are; `given` holds the readings of what has no file."""
        self.entries = entries
        self.problems = problems
        """Folders that could not be looked into."""
        self._given = given or {}
        self._by_id: dict[str, Entry] | None = None
        self._readings = _Recent(_READINGS_KEPT, _read, lambda entry: entry.path)
        self._texts = _Recent(_TEXTS_KEPT, _read_text, lambda saved: saved.path)

    def find(self, brief_id: str) -> Entry | None:
        """Return the entry of that id, or None."""
        if self._by_id is None:
            self._by_id = {entry.id: entry for entry in reversed(self.entries)}
        return self._by_id.get(brief_id)

    def stamp(self, entry: Entry) -> Stamp | None:
        """Return what tells whether the file has changed, or None when it is gone."""
        return stamp(entry.path)

    def read(self, entry: Entry) -> Reading:
        """Read the brief, or return what was read before if the file is still the same. Never raises."""
        return self._given[entry] if entry in self._given else self._readings.get(entry)

    def text(self, entry: Entry, source: Source) -> SourceText:
        """Read the saved text of a source of that brief. Never raises: the state says what became of it."""
        if source.file is None:
            return SourceText(state=TextState.NOT_HELD, reason="no text of this source is held")
        for root in _roots(entry):
            saved = _Saved(source.file, root)
            if os.path.lexists(saved.path):
                return self._texts.get(saved)
        return SourceText(state=TextState.NOT_HELD, reason=f"{visible(source.file)}: there is no such file")


def open_library(paths: Sequence[Path], stdin: BinaryIO | None = None) -> Library:
    """Find the briefs at the paths: files, folders with all that is below them, and "-" for standard input.

    Hidden files and folders are passed by, and links to folders are not followed.

    Raises:
        LibraryError: a path leads nowhere, or a folder holds no brief.

    """
    entries: dict[Path, Entry] = {}
    problems: list[Problem] = []
    given: dict[Entry, Reading] = {}
    for path in paths:
        if str(path) == STDIN and stdin is not None:
            entry = Entry(STDIN_ID, STDIN, Path())
            given[entry] = _read_stream(stdin)
            entries[path] = entry
        elif path.is_dir():
            found = _in_folder(path, problems)
            if len(paths) == 1:
                return Library(found, problems)
            entries.update((entry.path, entry) for entry in found)
        else:
            entries.setdefault(path, _alone(path))
    return Library(tuple(entries.values()), problems, given)


def _alone(path: Path) -> Entry:
    if not os.path.lexists(path):
        raise LibraryError(f"{visible(str(path))}: there is no such file or folder{_nearest(path)}")
    return Entry(path.stem if path.suffix in SUFFIXES else path.name, path.name, path.parent, alone=True)


def _in_folder(root: Path, problems: list[Problem]) -> tuple[Entry, ...]:
    found = sorted((file.rpartition(".")[0], file) for file in _files(root, problems))
    if not found:
        raise LibraryError(_no_brief_in(root, problems))
    entries: list[Entry] = []
    before = ""
    for brief_id, file in found:
        entries.append(Entry(brief_id if brief_id != before else file, file, root))
        before = brief_id
    return tuple(entries)


def _files(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Yield the path inside the root of every brief, in no order; note the folders that cannot be looked into."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as items:
                for item in items:
                    if item.name.startswith("."):
                        continue
                    if item.name.endswith(SUFFIXES):
                        yield folder + item.name
                    elif item.is_dir(follow_symlinks=False):
                        waiting.append(f"{folder}{item.name}/")
        except OSError as error:
            problems.append(_problem(root / folder, f"this folder cannot be looked into: {error.strerror}"))


def _no_brief_in(root: Path, problems: Sequence[Problem]) -> str:
    name = visible(str(root))
    if problems:
        return f"{visible(str(problems[0].place.path))}: {problems[0].sentence}"
    with os.scandir(root) as items:
        what = "holds no brief" if any(items) else "is empty"
    return f"{name}: this folder {what}; {_WHAT_A_LIBRARY_IS}"


def _nearest(path: Path) -> str:
    """Return a hint at the name next to a misspelt one, or nothing."""
    from difflib import get_close_matches  # only for those who mistyped

    try:
        names = [name for name in os.listdir(path.parent) if not name.startswith(".")]  # noqa: PTH208 (names, not paths)
    except OSError:
        return ""
    close = get_close_matches(path.name, names, n=1)
    return f"; did you mean {visible(str(path.with_name(close[0])))}?" if close else ""


def _read(entry: Entry) -> Reading:
    try:
        return read_brief(read_bytes(entry.path, BRIEF_LIMIT), entry.path, entry.id)
    except FileProblemError as error:
        return Reading(None, (_problem(entry.path, str(error)),))


def _read_stream(stream: BinaryIO) -> Reading:
    path = Path(STDIN)
    try:
        return read_brief(read_stream(stream, BRIEF_LIMIT), path, STDIN_ID)
    except FileProblemError as error:
        return Reading(None, (_problem(path, str(error)),))


def _problem(path: Path, sentence: str) -> Problem:
    return Problem(Place(path, 1, 1), "unreadable", sentence)


class _Saved(NamedTuple):
    """A saved text, as a source names it."""

    file: str
    root: Path

    @property
    def path(self) -> Path:
        return self.root / self.file


def _roots(entry: Entry) -> Iterator[Path]:
    """Yield the folders that the entry's saved texts may be named from, the likeliest first."""
    yield entry.root
    if entry.alone:
        above = Path(os.path.realpath(entry.root))
        top = next((folder for folder in (above, *above.parents) if (folder / ".git").exists()), above)
        yield from (folder for folder in above.parents if folder.is_relative_to(top))


def _read_text(saved: _Saved) -> SourceText:
    name = visible(saved.file)
    try:
        data = read_bytes(saved.path, TEXT_LIMIT, saved.root)
        text = data.decode("utf-8-sig")
    except FileProblemError as error:
        return SourceText(state=TextState.UNREADABLE, reason=f"{name}: {error}")
    except UnicodeDecodeError as error:
        return SourceText(state=TextState.UNREADABLE, reason=f"{name}: byte {error.start + 1} is not UTF-8")
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceText(state=TextState.HELD, text=safe(unified), sha256=hashlib.sha256(data).hexdigest())


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class _Recent(Generic[_Key, _Value]):
    """What was made from the files that were asked for last, as long as those are unchanged."""

    def __init__(self, limit: int, make: Callable[[_Key], _Value], path_of: Callable[[_Key], Path]) -> None:
        self._limit = limit
        self._make = make
        self._path_of = path_of
        self._kept: OrderedDict[_Key, tuple[Stamp, _Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key) -> _Value:
        """Return the value made from the file as it is now."""
        # Taken before the file is read: should it change meanwhile, the next look sees another stamp.
        now = stamp(self._path_of(key))
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and kept[0] == now:
                self._kept.move_to_end(key)
                return kept[1]
        value = self._make(key)
        if now is not None:
            self._keep(key, now, value)
        return value

    def _keep(self, key: _Key, now: Stamp, value: _Value) -> None:
        with self._lock:
            self._kept[key] = (now, value)
            self._kept.move_to_end(key)
            if len(self._kept) > self._limit:
                self._kept.popitem(last=False)
