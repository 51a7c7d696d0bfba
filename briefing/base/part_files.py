"""Part files: temporary files beside the file to be written, which are renamed once they are complete.

A program that is killed leaves its part file. Its name tells it from files of other programs, as the second half is a
checksum of the first; and a program that still writes to a part file holds a lock on it.
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

from briefing.base.files import MetadataError

if sys.platform != "win32":
    import fcntl

_NAME = r"\.([0-9a-f]{16})-([0-9a-f]{16})\.part"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_LOOK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_OWN = 0o700
_OF_ACCESS = "system."
"""Prefix of the extended attributes that hold access lists (POSIX and NFS)."""


@contextmanager
def part_file(path: Path, data: bytes, like: os.stat_result | None) -> Iterator[Path]:
    """Yield a part file beside `path` with this content, flushed to disk. It is removed at the end unless renamed.

    `like` is the status of the file at `path`: the part file gets its mode, owner and extended attributes. None: it
    gets those of a new file.

    Raises:
        MetadataError: the system does not allow the owner or the access list.
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
        os.close(descriptor)  # also releases the lock: until here no other program removes it as stale


def remove_stale_part_files(folder: Path) -> None:
    """Remove the part files that killed programs left in a folder. Never raises: what cannot be removed stays."""
    try:
        with os.scandir(folder) as items:
            left = [
                Path(item.path) for item in items if is_part_file(item.name) and item.is_file(follow_symlinks=False)
            ]
    except OSError:
        return
    for part in left:
        with suppress(OSError):
            _clear(part)


def is_part_file(name: str) -> bool:
    """Tell whether this is the name of a part file of this program."""
    found = re.fullmatch(_NAME, name)
    return found is not None and found[2] == _checksum(found[1])


def _clear(part: Path) -> None:
    if sys.platform == "win32":
        return  # there is no lock that tells whether a program still writes to it
    descriptor = os.open(part, _LOOK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        part.unlink()
    finally:
        os.close(descriptor)


def _begun(folder: Path, mode: int) -> tuple[int, Path]:
    """Create a part file and lock it."""
    while True:
        half = os.urandom(8).hex()
        part = folder / f".{half}-{_checksum(half)}.part"
        descriptor = os.open(part, _NEW, mode)
        if sys.platform != "win32":
            with suppress(OSError):  # the file system has no locks
                fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return descriptor, part
        os.close(descriptor)  # another program removed it as stale before it was locked


def _checksum(half: str) -> str:
    text = f"part file of briefing: {half}".encode()
    return f"{crc32(text):08x}{crc32(text[::-1]):08x}"


def _narrow(like: os.stat_result, folder: Path) -> int:
    """Return the mode to create the part file with: it allows nobody who may not open the file it replaces."""
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
            raise MetadataError("this belongs to another user or group, who would lose it") from error
    if sys.platform == "linux":
        _copy_attributes(descriptor, path)
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


if sys.platform == "linux":

    def _copy_attributes(descriptor: int, path: Path) -> None:
        """Give a file exactly the extended attributes of another, as far as the system allows.

        Raises:
            MetadataError: an access list cannot be copied.

        """
        try:
            wanted = {name: os.getxattr(path, name, follow_symlinks=False) for name in os.listxattr(path)}
            there = os.listxattr(descriptor)
        except OSError:  # the file system has none
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
                    raise MetadataError("who may read and write this cannot be kept") from error
