"""Part files: told from others' files, never taken from whoever writes them, like the file that they replace."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.base.files import FileProblemError, write_atomically, write_new
from briefing.base.part_files import is_part_file, part_file, remove_stale_part_files

FOREIGN = (".part", "x.part", ".0123456789abcdef-0123456789abcdef.part", ".4711-0a1b2c3d.part")


def left(folder: Path) -> Path:
    """Leave a part file, as a killed program does."""
    with part_file(folder / "file", b"half", None) as part:
        kept = part.rename(folder / "kept")
    return kept.rename(part)


def test_what_was_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    part = left(tmp_path)
    for name in FOREIGN:
        (tmp_path / name).write_text("somebody's")
    remove_stale_part_files(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(FOREIGN)
    assert (is_part_file(part.name), list(map(is_part_file, FOREIGN))) == (True, [False] * len(FOREIGN))


def test_a_part_file_that_is_written_is_left_alone(tmp_path: Path) -> None:
    with part_file(tmp_path / "file", b"new", None) as part:
        remove_stale_part_files(tmp_path)
        assert part.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", ["folder", "link"])
def test_what_is_no_file_is_no_part_file(tmp_path: Path, what: str) -> None:
    part = left(tmp_path)
    part.unlink()
    part.mkdir() if what == "folder" else part.symlink_to("somewhere")
    remove_stale_part_files(tmp_path)
    assert os.path.lexists(part)


def test_a_part_file_that_was_taken_before_it_was_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    made = os.open

    def taken(path: str | Path, flags: int, mode: int = 0o777) -> int:
        descriptor = made(path, flags, mode)
        opened.append(str(path))
        if len(opened) == 1:
            os.unlink(path)  # noqa: PTH108 - as another program does
        return descriptor

    monkeypatch.setattr("briefing.base.part_files.os.open", taken)
    with part_file(tmp_path / "file", b"new", None) as part:
        assert (len(opened), part.read_bytes()) == (2, b"new")


def test_a_folder_that_cannot_be_looked_into_is_passed_by(tmp_path: Path) -> None:
    remove_stale_part_files(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_replaced_keeps_its_owner_and_attributes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with suppress(OSError):  # the file system knows none
        os.setxattr(path, "user.mine", b"here")
    if os.geteuid() == 0:
        os.chown(path, 1234, 4321)
    path.chmod(0o664)
    before, attributes = path.stat(), os.listxattr(path)
    write_atomically(path, b"new")
    now = path.stat()
    assert (now.st_uid, now.st_gid, now.st_mode) == (before.st_uid, before.st_gid, before.st_mode)
    assert (path.read_bytes(), os.listxattr(path)) == (b"new", attributes)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        pytest.param("fchown", "this belongs to another user or group, who would lose it", id="owner"),
        pytest.param("setxattr", "who may read and write this cannot be kept", id="access list"),
    ],
)
def test_a_file_that_cannot_stay_what_it_is_is_not_replaced(
    tmp_path: Path, call: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def refused(*_given: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    status = os.fstat

    def of_another(descriptor: int) -> os.stat_result:
        now = status(descriptor)
        return os.stat_result((*now[:4], now.st_uid + 1, *now[5:]))

    monkeypatch.setattr(f"briefing.base.part_files.os.{call}", refused)
    if call == "fchown":
        monkeypatch.setattr("briefing.base.part_files.os.fstat", of_another)
    monkeypatch.setattr("briefing.base.part_files.os.listxattr", lambda _file: ["system.posix_acl_access"])
    monkeypatch.setattr("briefing.base.part_files.os.getxattr", lambda *_given, **_named: b"")
    with pytest.raises(FileProblemError, match=sentence):
        write_atomically(path, b"new")
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (b"old", ["file"])


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("nothing")
    for write in (write_atomically, write_new):
        with pytest.raises(FileProblemError):
            write(link, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["link"]


def test_a_file_outside_the_root_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "outside").write_bytes(b"old")
    link = tmp_path / "library" / "link"
    link.symlink_to("../outside")
    with pytest.raises(FileProblemError, match="leads out of the library"):
        write_atomically(link, b"new", root=tmp_path / "library")
    assert (tmp_path / "outside").read_bytes() == b"old"


def test_where_there_are_no_hard_links_a_file_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("briefing.base.files.os.link", refused)
    write_new(tmp_path / "file", b"new")
    assert ((tmp_path / "file").read_bytes(), len(list(tmp_path.iterdir()))) == (b"new", 1)
    with pytest.raises(FileProblemError, match="already a file of this name"):
        write_new(tmp_path / "file", b"other")
    monkeypatch.setattr("briefing.base.files.os.fsync", refused)
    with pytest.raises(FileProblemError, match="permission denied"):
        write_new(tmp_path / "other", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_new(tmp_path / "file", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o640
