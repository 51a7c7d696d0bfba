"""The program's own files in the user's folders (cache, state): private to the user, never written through a link."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_FOLDER_MODE, _FILE_MODE, _ABOVE_MODE = 0o700, 0o600, 0o755
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_TRIES, _BETWEEN = 5, 0.01
"""How often, and after how many seconds each, it is asked for the lock that another program holds."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def open_private_folder(base: Path, *names: str) -> Iterator[int]:
    """Yield a descriptor of the folder `base/name/name…`; missing folders are created.

    `base` may be reached through links. The folders named below it may not be links.

    Raises:
        OSError: a folder cannot be created, is a link, or belongs to another user.

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


def lock_folder(folder: int) -> None:
    """Take the lock of an open folder until it is closed; go on without it if another program does not give it back."""
    if sys.platform == "win32":
        return
    for _ in range(_TRIES):
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            time.sleep(_BETWEEN)
        else:
            return


def write_private_file(folder: int, name: str, data: bytes, *, is_durable: bool = True) -> None:
    """Write a file in a private folder, or replace it. Other programs never see a part of it.

    Without `is_durable` a loss of power may take the change back; it is not waited for.

    Raises:
        OSError: it cannot be written, or something else than a regular file has the name.

    """
    try:
        if not stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    except FileNotFoundError:
        pass  # the usual case: there is none yet
    part = f".{name}.{os.urandom(4).hex()}.part"
    try:
        create_private_file(folder, part, data, is_durable=is_durable)
        os.replace(part, name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        with suppress(OSError):  # it has been renamed, or was never created
            os.unlink(part, dir_fd=folder)


def create_private_file(folder: int, name: str, data: bytes, *, is_durable: bool = True) -> None:
    """Create a file in a private folder.

    Raises:
        OSError: it cannot be written, or something of that name is there.

    """
    descriptor = os.open(name, _NEW, _FILE_MODE, dir_fd=folder)
    with open(descriptor, "wb") as file:  # noqa: PTH123 (a Path is not a descriptor)
        os.fchmod(descriptor, _FILE_MODE)  # restores what the umask removed
        file.write(data)
        file.flush()
        if is_durable:
            os.fsync(descriptor)


def make_private_folder(folder: Path) -> None:
    """Create a folder that only the user can enter, and the missing folders above it, which others can enter.

    If the folder exists, the access of others is removed.

    Raises:
        OSError: it cannot be created.

    """
    _make(folder, _ABOVE_MODE)
    close_to_others(folder)


def create_empty_private_file(path: Path) -> None:
    """Create an empty private file, which SQLite then opens by its name.

    Raises:
        FileExistsError: something of that name is there, even a link.
        OSError: it cannot be created.

    """
    descriptor = os.open(path, _NEW, _FILE_MODE)
    try:
        os.fchmod(descriptor, _FILE_MODE)  # restores what the umask removed
    finally:
        os.close(descriptor)


def close_to_others(path: Path) -> None:
    """Remove the permissions of other users on a file or a folder."""
    with suppress(OSError):  # it belongs to another user, who decides
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & ~_FOLDER_MODE:
            path.chmod(mode & _FOLDER_MODE)


def _make(folder: Path, mode: int) -> None:
    """Create a folder and the missing folders above it, each with at most the permissions `mode`."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        with suppress(FileExistsError):
            missing.mkdir(mode)
            missing.chmod(stat.S_IMODE(missing.stat().st_mode) | _FOLDER_MODE)  # restores what the umask removed


def _make_one(name: str, within: int) -> None:
    try:
        os.mkdir(name, _FOLDER_MODE, dir_fd=within)
    except FileExistsError:
        return
    if os.stat(name, dir_fd=within).st_mode & _FOLDER_MODE != _FOLDER_MODE:
        os.chmod(name, _FOLDER_MODE, dir_fd=within)  # restores what the umask removed


def _inside(folder: int, name: str) -> int:
    """Return a descriptor of the folder `name` in a folder; create it if it is missing."""
    _make_one(name, folder)
    inner = os.open(name, _FOLDER | _NO_LINK, dir_fd=folder)
    status = os.fstat(inner)
    if status.st_uid != os.geteuid():
        os.close(inner)
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
    if stat.S_IMODE(status.st_mode) & ~_FOLDER_MODE:
        os.fchmod(inner, _FOLDER_MODE & status.st_mode)
    return inner
