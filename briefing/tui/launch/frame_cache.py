"""The frame kept for the next start: what it was drawn for, which files it shows, and drawing it.

A start reads it before importing anything else. It is drawn only if it is certainly what Textual would draw first.
It is a file of its own, since opening a database would take as long as all the rest.
"""

# ruff: noqa: PTH109, PTH117, PTH118 - to import pathlib takes as long as to read a frame

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from time import time_ns
from zlib import crc32

from briefing import __version__
from briefing.tui.file_state import file_state, is_unchanged
from briefing.tui.terminal.session import TERMINAL, terminal_size

FRAMES_KEPT = 20
"""Texts kept in one folder: frames, some 30 kB each, of all libraries, terminals and sizes together."""
FILES_KNOWN = 1000
"""Files that a kept text may depend on: checking more would take longer than it saves."""

_FRAMES = "frames"
"""Folder of the frames in the program's folder of the user's cache folder."""
_FORM = "briefing frame 2"
_LIMIT = 1024 * 1024
"""Bytes of the largest text that is read; 300 x 100 cells in many colours take a third of that."""
_TRUSTED = 0o170022
"""Bits of a file's mode: its type, and whether others may write it."""
_REGULAR = 0o100000
_VARIABLES = ("HOME", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "WT_SESSION")
_PREFIXES = ("BRIEFING_", "COLOR", "LC_", "TERM", "TEXTUAL", "XDG_", "PYTHON")
"""Environment variables that a frame depends on: they choose colours, symbols, library and settings."""


class Startup:
    """This start of the program: the frame that it looks for, and that it may keep for the next one."""

    def __init__(self) -> None:
        self.began = time_ns()
        """Time of the start, in nanoseconds since 1970."""
        self.key: str | None = None
        """What the first frame depends on besides files; see `frame_key`. None: not the command in a terminal."""
        self.size = (0, 0)
        """Columns and rows of the terminal."""
        self.is_shown = False
        """Whether a kept frame was drawn."""
        self.frame = ""
        """That frame."""


STARTUP = Startup()


def frame_key(arguments: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]) -> str:
    """Return in one line what the first frame depends on besides files; `size` is in columns and rows."""
    variables = {name: value for name, value in environment.items() if name in _VARIABLES or name.startswith(_PREFIXES)}
    streams = [getattr(stream, "encoding", None) for stream in (sys.stdout, sys.stderr)]
    return ascii((versions(_FORM), os.getcwd(), list(arguments), tuple(size), streams, sorted(variables.items())))


def versions(form: str) -> tuple[object, ...]:
    """Return what tells this program, in this place, from others that keep something in this form."""
    return (form, __version__, sys.version_info[:3], sys.prefix, __file__)


def cache_folder(environment: Mapping[str, str], name: str) -> str | None:
    """Return the folder of that name for what is kept for the next start, or None if there is no cache folder."""
    cache = environment.get("XDG_CACHE_HOME", "")
    home = environment.get("HOME", "")
    if not os.path.isabs(cache):  # the XDG Base Directory Specification: relative paths are ignored
        cache = os.path.join(home, ".cache") if os.path.isabs(home) else ""
    return os.path.join(cache, "briefing", name) if cache else None


def show_kept_frame(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Draw the frame kept for this start, if there is one."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if sys.platform == "win32" or not all(stream is not None and stream.isatty() for stream in streams):
        return
    try:
        STARTUP.size = terminal_size()
        STARTUP.key = frame_key(arguments, environment, STARTUP.size)
        frame = kept_frame(STARTUP.key, environment)
    except (OSError, ValueError):
        return
    STARTUP.frame = frame or ""
    STARTUP.is_shown = frame is not None and TERMINAL.draw(frame)


def kept_frame(key: str, environment: Mapping[str, str]) -> str | None:
    """Return the frame kept for a key, or None if a file that it shows has changed.

    Raises:
        OSError: there is none, or it cannot be read.
        ValueError: it is damaged.

    """
    frame = kept_text(key, environment, _FRAMES)
    return frame if frame is not None and is_a_frame(frame) else None


def kept_text(key: str, environment: Mapping[str, str], kind: str) -> str | None:
    """Return the text kept for a key in the folder `kind`, or None if a file that it depends on has changed.

    Raises:
        OSError: there is none, or it cannot be read.
        ValueError: it is damaged.

    """
    folder = cache_folder(environment, kind)
    if folder is None:
        return None
    head, _, text = _own_text(os.path.join(folder, _name(key))).partition("\n\n")
    form, *file_states = head.split("\n")
    return text if form == key and all(is_unchanged(line) for line in file_states) else None


def keep_frame(
    key: str, environment: Mapping[str, str], files: Iterable[str], frame: str, *, file_states: Sequence[str] = ()
) -> bool:
    """Keep a frame that shows these files as they are now; tell whether it was written. Never raises.

    `file_states` are lines of `file_state`, taken when they were shown, of files that may have changed since.
    """
    return is_a_frame(frame) and keep_text(key, environment, _FRAMES, [*file_states, *states_of(files)], frame)


def states_of(files: Iterable[str]) -> list[str]:
    """Return the lines of `file_state` of files as they are now."""
    return [*map(file_state, sorted(set(files)))]


def keep_text(key: str, environment: Mapping[str, str], kind: str, file_states: Sequence[str], text: str) -> bool:
    """Keep a text in the folder `kind` while these files do not change; tell whether it was written. Never raises."""
    folder = cache_folder(environment, kind)
    if folder is None or len(file_states) > FILES_KNOWN:
        return False
    from pathlib import Path  # not needed to read a frame

    from briefing.base.private_files import open_private_folder, write_private_file

    try:
        with open_private_folder(Path(folder).parent.parent, "briefing", kind) as own:
            write_private_file(own, _name(key), "\n".join((key, *file_states, "", text)).encode())
            _prune(own)
    except OSError:
        return False
    return True


def is_a_frame(frame: str) -> bool:
    """Tell whether a text is only what `draw` emits: styles, cursor positions and printable characters."""
    import re

    # It never goes back: a damaged frame of a megabyte is refused as fast as a good one is accepted.
    return (
        re.fullmatch(r"(?>(?:\x1b\[[\d;]{0,60}[mH]|[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]++)*)", frame)
        is not None
    )


def _name(key: str) -> str:
    data = key.encode()
    return f"{crc32(data):08x}{crc32(data[::-1]):08x}"


def _own_text(path: str) -> str:
    """Return the text of a file that only this user can have written.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not ours, others may write it, or it is damaged.

    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if status.st_uid != os.getuid() or status.st_mode & _TRUSTED != _REGULAR or status.st_size > _LIMIT:
            raise ValueError(path)
        return os.read(descriptor, _LIMIT).decode()
    finally:
        os.close(descriptor)


def _prune(folder: int) -> None:
    """Remove the oldest texts, and incomplete ones that a killed program has left."""
    with os.scandir(folder) as items:
        files = [item for item in items if item.is_file(follow_symlinks=False)]
    for item in sorted(files, key=lambda item: -item.stat(follow_symlinks=False).st_mtime_ns)[FRAMES_KEPT:]:
        os.unlink(item.name, dir_fd=folder)
