"""Owns the frame that is kept for the next start: what it was drawn for, which files it shows, and drawing it again.

A start reads it before anything else is imported; one that is not surely what Textual would draw first is not drawn.
It is a file of its own: opening a database would take as long as all the rest.
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
"""Frames of all libraries, terminals and sizes: each is some 30 kB."""
FILES_KNOWN = 1000
"""Files that a kept frame may rest on: more would take longer to look at than the frame saves."""

_FOLDERS = ("briefing", "frames")
"""Inside the user's cache."""
_FORM = "briefing frame 2"
_LIMIT = 1024 * 1024
"""Bytes of a frame that is read; one of 300 x 100 cells in many colours has a third of that."""
_TRUSTED = 0o170022
"""Of a file's mode: its kind, and whether others may write it."""
_REGULAR = 0o100000
_VARIABLES = ("HOME", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "WT_SESSION")
_PREFIXES = ("BRIEFING_", "COLOR", "LC_", "TERM", "TEXTUAL", "XDG_", "PYTHON")
"""What the frame depends on in the environment: colours, signs, which library and which settings."""


class Startup:
    """What a start of this program was like, for the frame that it wants, and that it may keep for the next."""

    def __init__(self) -> None:
        self.began = time_ns()
        """Nanoseconds since 1970."""
        self.key: str | None = None
        """All that the first frame depends on besides files. None: this is not the command in a terminal."""
        self.size = (0, 0)
        """Columns and rows of the terminal."""
        self.is_shown = False
        """Whether a frame was kept for this start, and stands on the screen."""
        self.frame = ""
        """That frame."""


STARTUP = Startup()


def key_of(arguments: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]) -> str:
    """Return all that the first frame depends on besides files, in one line; the size is in columns and rows."""
    said = {name: value for name, value in environment.items() if name in _VARIABLES or name.startswith(_PREFIXES)}
    streams = [getattr(stream, "encoding", None) for stream in (sys.stdout, sys.stderr)]
    versions = (_FORM, __version__, sys.version_info[:3], sys.prefix, __file__)
    return ascii((versions, os.getcwd(), list(arguments), tuple(size), streams, sorted(said.items())))


def frames_folder(environment: Mapping[str, str]) -> str | None:
    """Return the folder of kept frames, or None where there is no place for any."""
    cache = environment.get("XDG_CACHE_HOME", "")
    home = environment.get("HOME", "")
    if not os.path.isabs(cache):  # the XDG Base Directory Specification: relative paths are ignored
        cache = os.path.join(home, ".cache") if os.path.isabs(home) else ""
    return os.path.join(cache, *_FOLDERS) if cache else None


def show_kept_frame(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Draw the frame that was kept for this start, where there is one and it can be drawn."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if sys.platform == "win32" or not all(stream is not None and stream.isatty() for stream in streams):
        return
    try:
        STARTUP.size = terminal_size()
        STARTUP.key = key_of(arguments, environment, STARTUP.size)
        frame = kept_frame(STARTUP.key, environment)
    except (OSError, ValueError):
        return
    STARTUP.frame = frame or ""
    STARTUP.is_shown = frame is not None and TERMINAL.draw(frame)


def kept_frame(key: str, environment: Mapping[str, str]) -> str | None:
    """Return the frame that was kept for this start, or None where one file that it shows is no longer the same.

    Raises:
        OSError: there is none, or it cannot be read.
        ValueError: it is damaged.

    """
    folder = frames_folder(environment)
    if folder is None:
        return None
    text = _own_text(os.path.join(folder, _name(key)))
    head, _, frame = text.partition("\n\n")
    form, *known = head.split("\n")
    is_same = form == key and all(is_unchanged(line) for line in known)
    return frame if is_same and is_a_frame(frame) else None


def keep_frame(
    key: str, environment: Mapping[str, str], files: Iterable[str], frame: str, *, known: Sequence[str] = ()
) -> bool:
    """Keep a frame that shows these files as they are now; tell whether it was. Never raises.

    `known` are lines of `file_state` of files that may have changed since they were shown.
    """
    lines = [*known, *map(file_state, sorted(set(files)))]
    folder = frames_folder(environment)
    if folder is None or len(lines) > FILES_KNOWN or not is_a_frame(frame):
        return False
    text = "\n".join((key, *lines, "", frame))
    from pathlib import Path  # not needed to read a frame

    from briefing.base.private_files import open_private_folder, write_private_file

    try:
        with open_private_folder(Path(folder).parent.parent, *_FOLDERS) as own:
            write_private_file(own, _name(key), text.encode())
            _prune(own)
    except OSError:
        return False
    return True


def is_a_frame(frame: str) -> bool:
    """Tell whether a text is only what our own renderer emits: styles, places of the cursor, printable signs."""
    import re

    # Possessive: a damaged frame of a megabyte fails as fast as a good one is found good.
    return (
        re.fullmatch(r"(?:\x1b\[[\d;]{0,60}[mH]|[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]++)*+", frame) is not None
    )


def _name(key: str) -> str:
    data = key.encode()
    return f"{crc32(data):08x}{crc32(data[::-1]):08x}"


def _own_text(path: str) -> str:
    """Return what a file of ours holds.

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
    """Forget the frames that were kept longest ago, and parts of frames that a killed program has left."""
    with os.scandir(folder) as items:
        files = [item for item in items if item.is_file(follow_symlinks=False)]
    for item in sorted(files, key=lambda item: -item.stat(follow_symlinks=False).st_mtime_ns)[FRAMES_KEPT:]:
        os.unlink(item.name, dir_fd=folder)
