"""Part files: what is to be a file is written whole beside its place, under a name of its own, and then takes its name.

A program that is killed leaves its part file. It can be told from any file that somebody else has called so: half of
its name is a checksum of the other half, and whoever is at work on it holds a lock.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"\.([0-9a-f]{16})-([0-9a-f]{16})\.part")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_LOOK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_OWN = 0o700
_OF_ACCESS = "system."
"""What the names of attributes begin with that decide who may read a file: the access lists of POSIX and NFS."""


class UnlikeError(OSError):
    """A file cannot be made like another one. Its text is a sentence without a full stop."""


@contextmanager
def part_of(path: Path, data: bytes, like: os.stat_result | None) -> Iterator[Path]:
    """Give a file beside a path with this content, which is on the disk; unless it is renamed it goes with this.

    It has the mode, the owner and the attributes of the file that is `like` it and stands at the path. None: those of
    a new file.

    Raises:
        UnlikeError: the system does not let it have them.
        OSError: it cannot be written.

    """
    descriptor, part = _begun(path.parent, 0o666 if like is None else _narrow(like, path.parent))
    try:
        if like is not None:
            _make_like(descriptor, path, like)
        with open(descriptor, "wb", closefd=False) as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        os.close(descriptor)  # and with it the lock: until here nobody else takes it for one that was left


def clear_parts(folder: Path) -> None:
    """Remove the part files that killed programs have left in a folder. Never raises: what cannot be removed stays."""
    try:
        with os.scandir(folder) as items:
            left = [Path(item.path) for item in items if is_part(item.name) and item.is_file(follow_symlinks=False)]
    except OSError:
        return
    for part in left:
        with suppress(OSError):
            _clear(part)


def is_part(name: str) -> bool:
    """Tell whether a part file of this program has this name."""
    found = _NAME.fullmatch(name)
    return found is not None and found[2] == _checksum(found[1])


def _clear(part: Path) -> None:
    if sys.platform == "win32":
        return  # whether anybody is at work on it cannot be told
    descriptor = os.open(part, _LOOK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        part.unlink()
    finally:
        os.close(descriptor)


def _begun(folder: Path, mode: int) -> tuple[int, Path]:
    """Make a part file and lock it."""
    while True:
        half = os.urandom(8).hex()
        part = folder / f".{half}-{_checksum(half)}.part"
        descriptor = os.open(part, _NEW, mode)
        if sys.platform != "win32":
            with suppress(OSError):  # the file system knows no locks
                fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return descriptor, part
        os.close(descriptor)  # before it was locked another program has taken it for one that was left


def _checksum(half: str) -> str:
    text = f"part file of briefing: {half}".encode()
    return f"{crc32(text):08x}{crc32(text[::-1]):08x}"


def _narrow(like: os.stat_result, folder: Path) -> int:
    """Return the mode to make a file with that is to be like another: nobody may open it who may not open that one."""
    if sys.platform == "win32":
        return stat.S_IMODE(like.st_mode)
    within = folder.stat()
    group = within.st_gid if within.st_mode & stat.S_ISGID else os.getegid()
    is_ours = (like.st_uid, like.st_gid) == (os.geteuid(), group)
    return stat.S_IMODE(like.st_mode) & (0o777 if is_ours else _OWN)


def _make_like(descriptor: int, path: Path, like: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (like.st_uid, like.st_gid):
        try:
            os.fchown(descriptor, like.st_uid, like.st_gid)
        except OSError as error:
            raise UnlikeError("this belongs to another user or group, who would lose it") from error
    if sys.platform == "linux":
        _copy_attributes(descriptor, path)
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


if sys.platform == "linux":

    def _copy_attributes(descriptor: int, path: Path) -> None:
        """Give a file the extended attributes of another, as far as the system lets it, and no others."""
        try:
            wanted = {name: os.getxattr(path, name, follow_symlinks=False) for name in os.listxattr(path)}
            there = os.listxattr(descriptor)
        except OSError:  # the file system knows none
            return
        for name in there:
            if name not in wanted:
                with suppress(OSError):
                    os.removexattr(descriptor, name)
        for name, value in wanted.items():
            try:
                os.setxattr(descriptor, name, value)
            except OSError as error:
                if name.startswith(_OF_ACCESS):
                    raise UnlikeError("who may read and write this cannot be kept") from error
