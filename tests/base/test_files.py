from __future__ import annotations

import io
import os
import socket
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.files import (
    FileMissingError,
    FileProblemError,
    read_bytes,
    read_stream,
    stamp,
    write_atomically,
)
from briefing.base.private_files import create_empty_private_file, make_private_folder


def refusal(path: Path, limit: int = 100, root: Path | None = None) -> str:
    with pytest.raises(FileProblemError) as caught:
        read_bytes(path, limit, root)
    return str(caught.value)


@given(data=st.binary(max_size=300), limit=st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_a_file_is_read_whole_or_refused_for_its_size(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, limit: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "file"
    path.write_bytes(data)
    if len(data) <= limit:
        assert read_bytes(path, limit) == data
    else:
        assert "larger than" in refusal(path, limit)


def test_a_file_longer_than_one_chunk_is_read_whole(tmp_path: Path) -> None:
    data = os.urandom(300_000)
    (tmp_path / "file").write_bytes(data)
    assert read_bytes(tmp_path / "file", 300_000) == data


def test_the_limit_is_said_in_the_sentence(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    assert refusal(path, 1024 * 1024) == "this is larger than 1 MiB, the most that is read"


def test_a_file_that_reports_no_size_is_limited_too() -> None:
    with pytest.raises(FileProblemError, match="larger than 10 bytes"), Path("/dev/zero").open("rb") as endless:
        read_stream(endless, 10)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert refusal(tmp_path / "x.yaml") == "this is a named pipe, not a file"


def test_a_device_is_refused() -> None:
    assert refusal(Path("/dev/zero")) == "this is a device, not a file"


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("x.yaml")
        assert refusal(Path("x.yaml")) == "this is a socket, not a file"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "this is a folder, not a file"


def test_a_missing_file_is_told_from_other_trouble(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError, match="no such file"):
        read_bytes(tmp_path / "nothing", 10)


def test_a_dangling_link_is_named_as_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nothing")
    assert refusal(tmp_path / "link") == "this is a link that leads nowhere"


@pytest.mark.parametrize("rooted", [False, True])
def test_a_link_to_itself_is_refused(tmp_path: Path, *, rooted: bool) -> None:
    (tmp_path / "link").symlink_to("link")
    assert refusal(tmp_path / "link", root=tmp_path if rooted else None) == "this is a link that leads back to itself"


def test_a_name_with_a_nul_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a\0b") == "the name holds a character that no file name can have"


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("a" * 300)) == "the name is too long"


def test_a_name_that_is_not_utf_8_is_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    path.write_bytes(b"here")
    assert read_bytes(path, 10) == b"here"


def test_a_file_in_the_root_is_read_through_a_link_in_the_root(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"here")
    (tmp_path / "link").symlink_to("text")
    assert read_bytes(tmp_path / "link", 10, tmp_path) == b"here"


def test_a_root_that_is_a_link_itself_holds_its_files(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "text").write_bytes(b"here")
    (tmp_path / "root").symlink_to("real")
    assert read_bytes(tmp_path / "root" / "text", 10, tmp_path / "root") == b"here"


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "link", "folder/secret", "sub/../../secret"])
def test_nothing_outside_the_root_is_read(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"secret")
    (root / "link").symlink_to("../secret")
    (root / "folder").symlink_to("..")
    assert refusal(root / name, root=root) == "this leads out of the library, where nothing is read"


@pytest.mark.parametrize("name", ["/etc/passwd", "../secret", "link"])
def test_nothing_outside_the_current_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "link").symlink_to("../secret")
    (tmp_path / "root" / "text").write_bytes(b"here")
    monkeypatch.chdir(tmp_path / "root")
    assert refusal(Path(name), root=Path()) == "this leads out of the library, where nothing is read"
    assert read_bytes(Path("text"), 10, Path()) == b"here"


def test_a_path_without_links_below_the_root_is_not_resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real" / "inner").mkdir(parents=True)
    (tmp_path / "real" / "inner" / "text").write_bytes(b"here")
    (tmp_path / "real" / "inner" / "link").symlink_to("text")
    root = tmp_path / "root"
    root.symlink_to("real")
    resolved: list[object] = []
    resolve = os.path.realpath

    def note(path: Path, *, strict: bool = False) -> str:
        resolved.append(path)
        return resolve(path, strict=strict)

    monkeypatch.setattr(os.path, "realpath", note)
    assert (read_bytes(root / "inner" / "text", 10, root), resolved) == (b"here", [])
    assert read_bytes(root / "inner" / "link", 10, root) == b"here"
    assert read_bytes(root / "inner" / ".." / "inner" / "text", 10, root) == b"here"
    assert resolved == [root / "inner" / "link", root, root / "inner" / ".." / "inner" / "text", root]


def test_a_file_that_is_longer_or_shorter_than_the_system_says_is_read_to_its_end() -> None:
    assert [read_stream(io.BytesIO(b"12345"), 9, expected) for expected in (0, 3, 5, 7)] == [b"12345"] * 4


def test_a_folder_whose_name_begins_like_the_root_is_outside(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs-secret").write_bytes(b"secret")
    assert "out of the library" in refusal(tmp_path / "briefs" / ".." / "briefs-secret", root=tmp_path / "briefs")


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one")
    before = stamp(path)
    write_atomically(path, b"two")
    assert stamp(path) != before


@pytest.mark.parametrize("name", ["nothing", "a\0b", "a" * 300])
def test_what_is_not_there_has_no_stamp(tmp_path: Path, name: str) -> None:
    assert stamp(tmp_path / name) is None


def test_writing_makes_a_new_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new", b"here")
    assert (tmp_path / "new").read_bytes() == b"here"


def test_writing_keeps_the_permissions(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "real").read_bytes()) == (True, b"new")


def test_writing_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_failed_writing_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileProblemError):
        write_atomically(tmp_path / "folder", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_writing_where_there_is_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        write_atomically(tmp_path / "nowhere" / "file", b"new")


def test_a_stamp_is_another_after_an_edit_whose_time_was_set_back(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("Alpha")
    before, status = stamp(path), path.stat()
    until = time.monotonic() + 5
    while stamp(path) == before and time.monotonic() < until:  # the clock of a file system has ticks of some ms
        path.write_text("Gamma")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert stamp(path) != before


def test_the_times_of_a_far_future_fit_an_index(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("a")
    os.utime(path, ns=(2**62, 2**62))
    now = stamp(path)
    assert now is not None
    assert 0 <= now.times < 2**63


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_what_is_private_is_so_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "a" / "b" / "ours"
    before = os.umask(umask)
    try:
        make_private_folder(folder)
        create_empty_private_file(folder / "file")
    finally:
        os.umask(before)
    assert (folder.stat().st_mode & 0o777, (folder / "file").stat().st_mode & 0o777) == (0o700, 0o600)
    assert [path.stat().st_mode & 0o722 for path in (folder.parent, folder.parent.parent)] == [0o700, 0o700]


def test_a_private_file_is_made_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("elsewhere")
    with pytest.raises(FileExistsError):
        create_empty_private_file(tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()
