"""The log of the changes to one brief: what undoes each, in a private file of the state folder, for a later start too.

A change is written here before the brief is. Whatever stands in the file, a start goes on: a log that cannot be read is
set aside, and a change is undone only if the brief has exactly the content that it left.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import state_folder
from briefing.base.private_files import open_private_folder, write_private_file
from briefing.base.safe_text import safe_line

_FOLDERS = ("briefing", "edits")
_VERSION = 1
_MOST = 300
"""Changes that are kept, the last ones."""
_MOST_BYTES = 2 * 1024 * 1024
"""Bytes of the largest log that is written or read."""
_MOST_LOGS = 200
"""Logs that are kept, those written last."""
_WORDS = 200
"""Characters of what a change says of itself."""


def checksum(text: str) -> str:
    """Return the checksum of a brief's text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Change(NamedTuple):
    """One change of a text: a stretch that was replaced."""

    words: str
    """What it did, for the reader: "dropped figure 3"."""
    before: str
    """Checksum of the text before."""
    after: str
    """Checksum of the text after."""
    at: int
    """Offset of the stretch, in characters."""
    old: str
    new: str

    def undone(self, text: str) -> str | None:
        """Return the text before the change. None: this is not the text that the change has left."""
        end = self.at + len(self.new)
        if text[self.at : end] != self.new or checksum(text) != self.after:
            return None
        before = text[: self.at] + self.old + text[end:]
        return before if checksum(before) == self.before else None


def change_between(old: str, new: str, words: str) -> Change:
    """Return the change from one text to another: the shortest stretch that differs."""
    start = _longest(min(len(old), len(new)), lambda length: old[:length] == new[:length])
    most = min(len(old), len(new)) - start
    end = _longest(most, lambda length: old[len(old) - length :] == new[len(new) - length :])
    whole = (old[start : len(old) - end], new[start : len(new) - end])
    return Change(safe_line(words)[:_WORDS], checksum(old), checksum(new), start, *whole)


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """Return the greatest length up to `most` for which something holds; it holds for all that are less."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if holds(middle) else (least, middle - 1)
    return least


@frozen
class UndoLog:
    """The changes of one brief, the last one at the end."""

    path: Path
    """Real path of the brief."""
    changes: tuple[Change, ...] = ()

    def fitting(self, text: str) -> UndoLog:
        """Return the log without what does not lead to this text.

        A change that was noted but not written, since the program was ended, is left out; and so is every change, if
        somebody else has changed the text since.
        """
        kept, now = list(self.changes), checksum(text)
        if kept and kept[-1].after != now and kept[-1].before == now:
            kept.pop()
        if kept and kept[-1].after != now:
            return UndoLog(self.path)
        first = len(kept)
        while first and (first == len(kept) or kept[first - 1].after == kept[first].before):
            first -= 1
        return UndoLog(self.path, tuple(kept[first:]))

    def with_change(self, change: Change) -> UndoLog:
        """Return the log with one more change; the oldest ones give way."""
        kept = (*self.changes, change)[-_MOST:]
        while len(kept) > 1 and sum(len(one.old) + len(one.new) for one in kept) * 4 > _MOST_BYTES:
            kept = kept[len(kept) // 4 + 1 :]
        return UndoLog(self.path, kept)

    def without_last(self) -> UndoLog:
        """Return the log without its last change."""
        return UndoLog(self.path, self.changes[:-1])


class LoadedLog(NamedTuple):
    """A log as it was read."""

    log: UndoLog
    set_aside: str | None = None
    """The name to which a damaged log was renamed. None: it was not damaged."""


def load_log(path: Path, environment: Mapping[str, str]) -> LoadedLog:
    """Read the log of a brief; an empty one if there is none, or if it cannot be read."""
    nothing, base = LoadedLog(UndoLog(path)), state_folder(environment)
    if base is None:
        return nothing
    name = _name(path)
    try:
        with open_private_folder(base, *_FOLDERS) as folder:
            data = _read(folder, name)
            if data is None:
                return nothing
            changes = _changes(data, path)
            if changes is not None:
                return LoadedLog(UndoLog(path, changes))
            aside = f"{name.removesuffix('.json')}.damaged.json"
            os.replace(name, aside, src_dir_fd=folder, dst_dir_fd=folder)
            return nothing._replace(set_aside=str(base.joinpath(*_FOLDERS, aside)))
    except OSError:
        return nothing


def save_log(log: UndoLog, environment: Mapping[str, str]) -> bool:
    """Write a log; tell whether it was written. Without a state folder changes cannot be undone after a restart."""
    base = state_folder(environment)
    if base is None:
        return False
    held = {"version": _VERSION, "brief": str(log.path), "changes": [list(one) for one in log.changes]}
    try:
        data = json.dumps(held).encode("ascii")
        with open_private_folder(base, *_FOLDERS) as folder:
            is_new = not _has(folder, _name(log.path))
            write_private_file(folder, _name(log.path), data, is_durable=False)  # the brief itself is
            if is_new:
                _drop_oldest(folder)
    except OSError:
        return False
    return True


def _name(path: Path) -> str:
    return f"{sha256(os.fsencode(path)).hexdigest()[:24]}.json"


def _has(folder: int, name: str) -> bool:
    try:
        os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return False
    return True


def _read(folder: int, name: str) -> bytes | None:
    """Return the content of a log, more than any log may have if it is too large. None: there is none."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(name, flags, dir_fd=folder)
    except FileNotFoundError:
        return None
    with open(descriptor, "rb") as file:  # noqa: PTH123 (a Path is not a descriptor)
        return file.read(_MOST_BYTES + 1)


def _drop_oldest(folder: int) -> None:
    """Remove the logs that were written longest ago, if there are too many."""
    names = [name for name in os.listdir(folder) if name.endswith(".json")]
    if len(names) <= _MOST_LOGS:
        return
    written = {name: os.stat(name, dir_fd=folder, follow_symlinks=False).st_mtime_ns for name in names}
    for name in sorted(names, key=lambda one: written[one])[: len(names) - _MOST_LOGS]:
        os.unlink(name, dir_fd=folder)


def _changes(data: bytes, path: Path) -> tuple[Change, ...] | None:
    """Return the changes that a log holds. None: it is damaged, or of another brief."""
    if len(data) > _MOST_BYTES:
        return None
    try:
        held: object = json.loads(data)
    except (ValueError, RecursionError):
        return None
    match held:
        case {"version": int(version), "brief": str(brief), "changes": list(rows)} if version == _VERSION:
            found = [_change(row) for row in rows] if brief == str(path) else [None]
        case _:
            return None
    known = tuple(one for one in found if one is not None)
    return known if len(known) == len(found) else None


def _change(row: Sequence[object]) -> Change | None:
    match row:
        case [str(words), str(before), str(after), int(at), str(old), str(new)] if at >= 0:
            return Change(safe_line(words)[:_WORDS], before, after, at, old, new)
        case _:
            return None
