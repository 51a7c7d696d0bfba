"""Owns the disk: reads regular files only, within a size, never blocking; writes whole files or nothing.

Sentences of errors do not name the file: whoever shows them does, since only they know what the reader calls it.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from threading import RLock
from typing import BinaryIO, NamedTuple

from briefing.base.part_files import UnlikeError, part_of
from briefing.base.problems import BriefingError

BRIEF_LIMIT = 1024 * 1024
"""Bytes of a brief. Parsing this much stays under two seconds."""
TEXT_LIMIT = 16 * BRIEF_LIMIT
"""Bytes of a saved source text."""

_MEBIBYTE = 1024 * 1024
_CHUNK = 64 * 1024
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Not every system has these; none is needed to read a regular file, which is all that gets this far."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


_LONG = 1_000_000
_TURN = RLock()


@contextmanager
def one_at_a_time(length: int) -> Iterator[None]:
    """Let only one thread take a long text apart, of so many bytes or characters: two would take twice the memory."""
    with _TURN if length > _LONG else nullcontext():
        yield


class FileProblemError(BriefingError):
    """A file cannot be read or written. Its text is a sentence without a full stop and without the file's name."""


class FileMissingError(FileProblemError):
    """There is no such file."""


class FileChangedError(FileProblemError):
    """A file is another than the one that was read."""


class Stamp(NamedTuple):
    """What tells whether a file is still the one that was read."""

    times: int
    """When the file was changed: see `times_of`."""
    size: int
    """Bytes."""
    inode: int


_TIMES = 2**63 - 1
"""What SQLite holds."""


def times_of(status: os.stat_result) -> int:
    """Return a number that becomes another with every change of a file, whatever is done to its times.

    It is the sum of its two times of change: the one that can be set (`touch -r` sets it back) and the system's own.
    """
    return (status.st_mtime_ns + status.st_ctime_ns) & _TIMES


def stamp(path: Path) -> Stamp | None:
    """Return the stamp of what the path leads to, or None when there is none to be had."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return _stamp_of(status)


def _stamp_of(status: os.stat_result) -> Stamp:
    return Stamp(times_of(status), status.st_size, status.st_ino)


def content_hash(data: bytes) -> bytes:
    """Return 16 bytes that tell whether content is the same, whatever its file is called: BLAKE2b."""
    from hashlib import blake2b  # loads OpenSSL, which no first frame needs

    return blake2b(data, digest_size=16).digest()


def read_bytes(path: Path, limit: int, root: Path | None = None) -> bytes:
    """Read a regular file of at most `limit` bytes; with a root, only if it lies in there once links are followed.

    Raises:
        FileMissingError: nothing is there, or a link leads nowhere.
        FileProblemError: it is no regular file, too large, outside the root, or may not be read.

    """
    with _said_in_words(path):
        if root is not None:
            path = _inside(path, root)
        # Asked before it is opened: opening alone has effects on some devices.
        _require_regular(path.stat().st_mode)
        # A resolved path holds no link, unless somebody has put one there since.
        descriptor = os.open(path, os.O_RDONLY | _NO_WAIT | (_NO_LINK if root is not None else 0))
        with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 (a Path is not a descriptor)
            _require_regular(os.fstat(descriptor).st_mode)
            return read_stream(file, limit)


def read_head(path: Path, size: int) -> bytes:
    """Read the first `size` bytes of a regular file, or all of a shorter one.

    Raises:
        FileMissingError: nothing is there, or a link leads nowhere.
        FileProblemError: it is no regular file, or may not be read.

    """
    with _said_in_words(path):
        _require_regular(path.stat().st_mode)
        with open(os.open(path, os.O_RDONLY | _NO_WAIT), "rb", buffering=0) as file:  # noqa: PTH123 (as above)
            _require_regular(os.fstat(file.fileno()).st_mode)
            return file.read(size)


def read_stream(stream: BinaryIO, limit: int) -> bytes:
    """Read an open stream to its end.

    Raises:
        FileProblemError: it holds more than `limit` bytes.

    """
    chunks: list[bytes] = []
    left = limit + 1
    # Each as long as all before it: of many small ones the memory is not given back to the system.
    while left > 0 and (chunk := stream.read(min(left, max(_CHUNK, limit + 1 - left)))):
        chunks.append(chunk)
        left -= len(chunk)
    if left <= 0:
        raise FileProblemError(f"this is larger than {_amount(limit)}, the most that is read")
    return b"".join(chunks)


def write_atomically(path: Path, data: bytes, *, before: bytes | None = None, root: Path | None = None) -> int:
    """Replace the file's content, or make the file, so that a reader finds the old or the new and never a part.

    A link stays a link, and the file keeps its permissions, owner and attributes. With `before` it is written only if
    it still holds that, with a root only if it lies in there once links are followed. Returns how many other names the
    file has, which keep the old content: hard links.

    Raises:
        FileChangedError: it no longer holds what it should.
        FileProblemError: it may not or cannot be written; the old content is still there.

    """
    with _said_in_words(path):
        real = _inside(path, root) if root is not None else Path(os.path.realpath(path, strict=path.is_symlink()))
        try:
            was = real.lstat()
        except FileNotFoundError as error:
            if before is not None:
                raise FileChangedError(_CHANGED) from error
            _make(real, data)
            return 0
        _require_regular(was.st_mode)
        _require_writable(real, was)
        with part_of(real, data, was) as part:
            _require_same(real, was, before)
            part.replace(real)
        _keep_entry(real.parent)
        return was.st_nlink - 1


def write_new(path: Path, data: bytes) -> None:
    """Make a file with this content, whole or not at all, unless anything of its name is there already.

    Raises:
        FileProblemError: something is there, or the file may not or cannot be written.

    """
    with _said_in_words(path):
        _make(path, data)


def _make(path: Path, data: bytes) -> None:
    with part_of(path, data, None) as part:
        try:
            os.link(part, path)  # unlike a renamed file, it takes nobody's place
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _make_in_place(path, data)
    _keep_entry(path.parent)


def _make_in_place(path: Path, data: bytes) -> None:
    """Make a file where the file system knows no hard links."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o666)
    is_whole = False
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 (as above)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        is_whole = True
    finally:
        if not is_whole:
            path.unlink(missing_ok=True)


_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""What file systems say that know no hard links."""


def _require_writable(path: Path, status: os.stat_result) -> None:
    """Refuse a file that is read-only: it could be replaced all the same, and by root even be written."""
    if not status.st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise FileProblemError("this may not be written: the file is read-only")


def _require_same(path: Path, was: os.stat_result, before: bytes | None) -> None:
    """Refuse a file that is no longer the one that was looked at, or holds something else than before."""
    try:
        if before is not None:
            # Times have ticks: two changes within one, and to the same size, are told by the content alone.
            descriptor = os.open(path, os.O_RDONLY | _NO_WAIT | _NO_LINK)
            with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 (as above)
                if file.read(len(before) + 1) != before:
                    raise FileChangedError(_CHANGED)
        now = path.lstat()
    except FileNotFoundError as error:
        raise FileChangedError(_CHANGED) from error
    if _stamp_of(now) != _stamp_of(was):
        raise FileChangedError(_CHANGED)


_CHANGED = "somebody has just changed it"


def _keep_entry(folder: Path) -> None:
    """Make the folder remember the new name through a loss of power. Not every file system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _inside(path: Path, root: Path) -> Path:
    """Return the path with every link followed, if that is in the root."""
    real = Path(os.path.realpath(path, strict=True))
    if not real.is_relative_to(os.path.realpath(root)):
        raise FileProblemError("this leads out of the library, where nothing is read")
    return real


def _require_regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise FileProblemError(f"this is {_KINDS.get(stat.S_IFMT(mode), 'something else')}, not a file")


_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}

_REASONS = {
    errno.EACCES: "this may not be read or written: permission denied",
    errno.EPERM: "this may not be read or written: permission denied",
    errno.EROFS: "this may not be written: the disk is read-only",
    errno.ELOOP: "this is a link that leads back to itself",
    errno.ENOSPC: "there is no space left on the disk",
    errno.EDQUOT: "there is no space left for you on the disk",
    errno.EFBIG: "the system takes no file of this size",
    errno.EEXIST: "there is already a file of this name",
    errno.ENAMETOOLONG: "the name is too long",
}


@contextmanager
def _said_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissingError(
            "this is a link that leads nowhere" if path.is_symlink() else "there is no such file"
        ) from error
    except UnlikeError as error:
        raise FileProblemError(str(error)) from error
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"the system says: {error.strerror or error}")
        raise FileProblemError(reason) from error
    except ValueError as error:  # a NUL in the name
        raise FileProblemError("the name holds a character that no file name can have") from error


def _amount(limit: int) -> str:
    return f"{limit // _MEBIBYTE} MiB" if limit % _MEBIBYTE == 0 else f"{limit:,} bytes"
