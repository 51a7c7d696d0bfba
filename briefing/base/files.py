"""Reading and writing files: reads only regular files up to a size and never blocks; writes a whole file or nothing.

The sentences of errors do not name the file. The caller adds the name, as it knows how the user wrote it.
"""

from __future__ import annotations

import errno
import os
import stat
from _thread import RLock  # `threading` takes ten times as long to import
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import BriefingError
from briefing.base.static_types import BinaryIO

BRIEF_LIMIT = 1024 * 1024
"""Bytes of a brief at most. Parsing this much takes less than two seconds."""
TEXT_LIMIT = 16 * BRIEF_LIMIT
"""Bytes of a saved source text at most."""

_MEBIBYTE = 1024 * 1024
_CHUNK = 64 * 1024
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Flags of `os.open`, where the system has them. They matter for devices and pipes, which `stat` has refused before."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


_LONG = 1_000_000
"""Bytes or characters from which on a text is parsed by one thread at a time."""
_TURN = RLock()


@contextmanager
def one_at_a_time(length: int) -> Iterator[None]:
    """Let only one thread at a time parse a text of this length, if it is long, to limit the memory in use.

    `length` is in bytes or characters. Short texts do not wait.
    """
    with _TURN if length > _LONG else nullcontext():
        yield


class FileProblemError(BriefingError):
    """A file cannot be read or written. The message is a sentence without a full stop and without the file's name."""


class MetadataError(OSError):
    """A new file cannot get the owner or access list of the old one. The message is a sentence without a full stop."""


class FileMissingError(FileProblemError):
    """There is no such file."""


class FileChangedError(FileProblemError):
    """A file has changed since it was read."""


class Stamp(NamedTuple):
    """The state of a file: two equal stamps mean that the file is unchanged."""

    times: int
    """When the file was changed: see `change_time`."""
    size: int
    """Bytes."""
    inode: int


_TIMES = 2**63 - 1
"""The largest integer that SQLite stores."""


def change_time(status: os.stat_result) -> int:
    """Return a number that differs after every change of a file, even if its time of modification was set back.

    It is the sum of mtime, which `touch -r` can set, and ctime, which only the system sets; in nanoseconds.
    """
    return (status.st_mtime_ns + status.st_ctime_ns) & _TIMES


def stamp(path: Path) -> Stamp | None:
    """Return the stamp of the file at a path, links followed. None: nothing is there, or it cannot be looked at."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return _stamp_of(status)


def _stamp_of(status: os.stat_result) -> Stamp:
    return Stamp(change_time(status), status.st_size, status.st_ino)


def content_hash(data: bytes) -> bytes:
    """Return the BLAKE2b hash of a file's content: 16 bytes."""
    from briefing.base.blake2 import blake2b  # the first frame needs no hash of contents

    return blake2b(data, digest_size=16).digest()


def read_bytes(path: Path, limit: int, root: Path | None = None) -> bytes:
    """Read a regular file of at most `limit` bytes. With `root`, the file must lie inside it, links followed.

    Raises:
        FileMissingError: nothing is there, or a link leads nowhere.
        FileProblemError: it is not a regular file, too large, outside the root, or may not be read.

    """
    with _errors_in_words(path):
        if root is not None and not _is_plainly_inside(path, root):
            path = _inside(path, root)
        # Before it is opened: opening alone has effects on some devices.
        _require_regular(path.stat().st_mode)
        # The path ends with no link, unless one was put there since: O_NOFOLLOW refuses that.
        descriptor = os.open(path, os.O_RDONLY | _NO_WAIT | (_NO_LINK if root is not None else 0))
        with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 (a Path is not a descriptor)
            status = os.fstat(descriptor)
            _require_regular(status.st_mode)
            return read_stream(file, limit, status.st_size)


def read_head(path: Path, size: int) -> bytes:
    """Read the first `size` bytes of a regular file; all of it if it is shorter.

    Raises:
        FileMissingError: nothing is there, or a link leads nowhere.
        FileProblemError: it is not a regular file, or may not be read.

    """
    with _errors_in_words(path):
        _require_regular(path.stat().st_mode)
        with open(os.open(path, os.O_RDONLY | _NO_WAIT), "rb", buffering=0) as file:  # noqa: PTH123 (as above)
            _require_regular(os.fstat(file.fileno()).st_mode)
            return file.read(size)


def read_stream(stream: BinaryIO, limit: int, expected: int | None = None) -> bytes:
    """Read an open stream to its end. It may have more or fewer bytes than the `expected` ones.

    Raises:
        FileProblemError: it has more than `limit` bytes.

    """
    chunks: list[bytes] = []
    left = limit + 1
    # Chunks double in size: the memory of many small ones would not be given back to the system.
    size = expected + 1 if expected else _CHUNK
    while left > 0 and (chunk := stream.read(min(left, max(size, limit + 1 - left)))):
        chunks.append(chunk)
        left -= len(chunk)
    if left <= 0:
        raise FileProblemError(f"this is larger than {_amount(limit)}, the most that is read")
    return b"".join(chunks)


def write_atomically(path: Path, data: bytes, *, before: bytes | None = None, root: Path | None = None) -> int:
    """Replace a file's content, or create the file. Other programs see the old or the new content, never a part.

    A link stays a link, and the file keeps its permissions, owner and extended attributes. With `before`, it is written
    only if its content still equals that; with `root`, only if it lies inside, links followed. Returns the number of
    other hard links to the file, which keep the old content.

    Raises:
        FileChangedError: its content is no longer `before`.
        FileProblemError: it may not or cannot be written; the old content is still there.

    """
    with _errors_in_words(path):
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
        from briefing.base.part_files import part_file  # not needed to read

        with part_file(real, data, was) as part:
            _require_same(real, was, before)
            part.replace(real)
        _keep_entry(real.parent)
        return was.st_nlink - 1


def write_new(path: Path, data: bytes) -> None:
    """Create a file with this content, whole or not at all. Never overwrites.

    Raises:
        FileProblemError: something of that name is there, or the file may not or cannot be written.

    """
    with _errors_in_words(path):
        _make(path, data)


def _make(path: Path, data: bytes) -> None:
    from briefing.base.part_files import part_file  # not needed to read

    with part_file(path, data, None) as part:
        try:
            os.link(part, path)  # unlike a rename, this never replaces a file
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _make_in_place(path, data)
    _keep_entry(path.parent)


def _make_in_place(path: Path, data: bytes) -> None:
    """Create a file where the file system has no hard links."""
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
"""The errors of file systems that have no hard links."""


def _require_writable(path: Path, status: os.stat_result) -> None:
    """Refuse a read-only file. Without this check a rename would replace it, and root could write to it."""
    if not status.st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise FileProblemError("this may not be written: the file is read-only")


def _require_same(path: Path, was: os.stat_result, before: bytes | None) -> None:
    """Refuse a file that has changed since its status `was` was taken, or whose content is not `before`."""
    try:
        if before is not None:
            # Clocks have ticks: two changes within one tick, to the same size, differ only in their content.
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
    """Flush a folder to disk, so that a new name in it survives a loss of power. Not every file system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _is_plainly_inside(path: Path, root: Path) -> bool:
    """Tell whether a path leads from the root on through no link and no "..", so that it need not be resolved.

    False: it may lie inside all the same, or nothing is there.
    """
    above, parts = root.parts, path.parts
    below = parts[len(above) :]
    if parts[: len(above)] != above or ".." in below or (not above and path.is_absolute()):
        return False
    at = str(root)
    try:
        for part in below:
            at = os.path.join(at, part)  # noqa: PTH118 - a Path for each would take four times as long
            if stat.S_ISLNK(os.lstat(at).st_mode):
                return False
    except (OSError, ValueError):
        return False
    return True


def _inside(path: Path, root: Path) -> Path:
    """Return the path with every link followed.

    Raises:
        FileProblemError: it lies outside the root.

    """
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
def _errors_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissingError(
            "this is a link that leads nowhere" if path.is_symlink() else "there is no such file"
        ) from error
    except MetadataError as error:
        raise FileProblemError(str(error)) from error
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"the system says: {error.strerror or error}")
        raise FileProblemError(reason) from error
    except ValueError as error:  # a NUL in the name
        raise FileProblemError("the name holds a character that no file name can have") from error


def _amount(limit: int) -> str:
    return f"{limit // _MEBIBYTE} MiB" if limit % _MEBIBYTE == 0 else f"{limit:,} bytes"
