"""Files of this program in the user's own folders: nobody else may read them, and none is written through a link."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FOLDER_MODE, _FILE_MODE, _ABOVE_MODE = 0o700, 0o600, 0o755
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def own_folder(base: Path, *names: str) -> Iterator[int]:
    """Give a descriptor of a folder of ours inside a folder of the user's; what is missing of the way is made.

    Only the user's own folder may be reached through links.

    Raises:
        OSError: it cannot be made, it is a link, or it belongs to somebody else.

    """
    if os.open not in os.supports_dir_fd:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    _make(base, _FOLDER_MODE)
    folder = os.open(base, _FOLDER)
    try:
        for name in names:
            inner = _inside(folder, name)
            os.close(folder)
            folder = inner
        yield folder
    finally:
        os.close(folder)


def write_own(folder: int, name: str, data: bytes) -> None:
    """Write a file of ours in a folder of ours, in place of the one of that name, so that nobody ever reads a part.

    Raises:
        OSError: it cannot be written, or what has the name is no file.

    """
    try:
        if not stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    except FileNotFoundError:
        pass  # the usual: there is none yet
    part = f".{name}.{os.urandom(4).hex()}.part"
    try:
        make_own(folder, part, data)
        os.replace(part, name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        with suppress(OSError):  # it has its name, or was never made
            os.unlink(part, dir_fd=folder)


def make_own(folder: int, name: str, data: bytes) -> None:
    """Make a file of ours in a folder of ours.

    Raises:
        OSError: it cannot be written, or something has the name.

    """
    descriptor = os.open(name, _NEW, _FILE_MODE, dir_fd=folder)
    with open(descriptor, "wb") as file:  # noqa: PTH123 (a Path is not a descriptor)
        os.fchmod(descriptor, _FILE_MODE)  # whatever the umask has taken
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing; one that is there is closed to others.

    Others may go through those above it, as they may where the user has made them.

    Raises:
        OSError: it cannot be made.

    """
    _make(folder, _ABOVE_MODE)
    close_to_others(folder)


def make_private_file(path: Path) -> None:
    """Make an empty file, for a library that opens files by their names.

    Raises:
        FileExistsError: something of that name is there, be it a link.
        OSError: it cannot be made.

    """
    descriptor = os.open(path, _NEW, _FILE_MODE)
    try:
        os.fchmod(descriptor, _FILE_MODE)  # whatever the umask has taken
    finally:
        os.close(descriptor)


def close_to_others(path: Path) -> None:
    """Take from others what they may do with a file or a folder of the reader's own."""
    with suppress(OSError):  # it belongs to somebody else, who decides
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & ~_FOLDER_MODE:
            path.chmod(mode & _FOLDER_MODE)


def _make(folder: Path, mode: int) -> None:
    """Make a folder and those above it that are missing, which others may use so far at most."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        with suppress(FileExistsError):
            missing.mkdir(mode)
            missing.chmod(stat.S_IMODE(missing.stat().st_mode) | _FOLDER_MODE)  # whatever the umask has taken


def _make_one(name: str, within: int) -> None:
    try:
        os.mkdir(name, _FOLDER_MODE, dir_fd=within)
    except FileExistsError:
        return
    if os.stat(name, dir_fd=within).st_mode & _FOLDER_MODE != _FOLDER_MODE:
        os.chmod(name, _FOLDER_MODE, dir_fd=within)  # whatever the umask has taken


def _inside(folder: int, name: str) -> int:
    """Return a descriptor of the folder of that name, which is ours."""
    _make_one(name, folder)
    inner = os.open(name, _FOLDER | _NO_LINK, dir_fd=folder)
    status = os.fstat(inner)
    if status.st_uid != os.geteuid():
        os.close(inner)
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
    if stat.S_IMODE(status.st_mode) & ~_FOLDER_MODE:
        os.fchmod(inner, _FOLDER_MODE & status.st_mode)
    return inner
