"""The file of a brief that is edited: nothing is lost of it, whoever else writes, and whenever the program is ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.edit.brief_text import EditError
from briefing.edit.edited_file import ChangedElsewhereError, EditedFile
from briefing.edit.undo_log import UndoLog, change_between, checksum, load_log, save_log
from tests.support.terminal import ROOT

OLD = "briefing: 1\ntitle: Harbour talks resume\n"
NEW = OLD + "status: draft\n"


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "talks.yaml"
    path.write_bytes(OLD.encode())
    return path


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


def logs(environment: Mapping[str, str]) -> list[Path]:
    return sorted((Path(environment["XDG_STATE_HOME"]) / "briefing" / "edits").glob("*.json"))


def test_a_change_is_in_the_file_and_is_undone(brief: Path, environment: Mapping[str, str]) -> None:
    edited = EditedFile(brief, environment)
    edited.write(NEW, "made it a draft")
    assert brief.read_text() == edited.text == NEW
    assert edited.undoes == "made it a draft"
    assert edited.undo() == "made it a draft"
    assert (brief.read_text(), edited.text) == (OLD, OLD)
    with pytest.raises(EditError, match="there is nothing to undo"):
        edited.undo()


def test_it_can_be_undone_after_a_restart(brief: Path, environment: Mapping[str, str]) -> None:
    EditedFile(brief, environment).write(NEW, "one")
    EditedFile(brief, environment).write(NEW + "tags: [a]\n", "two")
    later = EditedFile(brief, environment)
    assert [later.undo(), later.undo()] == ["two", "one"]
    assert brief.read_text() == OLD


def test_the_way_to_another_place_of_the_file_is_the_same(
    brief: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(brief)
    EditedFile(link, environment).write(NEW, "through the link")
    assert link.is_symlink()
    assert EditedFile(brief, environment).undo() == "through the link"


def test_nothing_is_written_over_a_change_of_an_editor(brief: Path, environment: Mapping[str, str]) -> None:
    edited = EditedFile(brief, environment)
    edited.write(NEW, "one")
    others = NEW + "note: by an editor\n"
    brief.write_text(others)
    with pytest.raises(ChangedElsewhereError, match="which was read again"):
        edited.write(NEW + "tags: [a]\n", "two")
    assert (brief.read_text(), edited.text, edited.undoes) == (others, others, None)
    assert EditedFile(brief, environment).undoes is None


def test_undo_writes_nothing_over_a_change_of_an_editor(brief: Path, environment: Mapping[str, str]) -> None:
    edited = EditedFile(brief, environment)
    edited.write(NEW, "one")
    brief.write_text("briefing: 1\ntitle: Others\n")
    with pytest.raises(ChangedElsewhereError):
        edited.undo()
    assert brief.read_text() == "briefing: 1\ntitle: Others\n"


def test_it_sees_a_change_before_anything_is_written(brief: Path, environment: Mapping[str, str]) -> None:
    edited = EditedFile(brief, environment)
    assert not edited.look()
    brief.write_text(NEW)
    assert edited.look()
    assert (edited.text, edited.undoes) == (NEW, None)


def test_two_that_edit_one_file_lose_nothing_of_each_other(brief: Path, environment: Mapping[str, str]) -> None:
    one, other = EditedFile(brief, environment), EditedFile(brief, environment)
    one.write(NEW, "of one")
    with pytest.raises(ChangedElsewhereError):
        other.write(OLD + "tags: [a]\n", "of the other")
    other.write(other.text + "tags: [a]\n", "of the other")
    assert brief.read_text() == NEW + "tags: [a]\n"
    assert one.look()
    assert [one.undo(), one.undo()] == ["of the other", "of one"]


def test_a_change_that_was_noted_and_not_written_is_left_out(brief: Path, environment: Mapping[str, str]) -> None:
    edited = EditedFile(brief, environment)
    edited.write(NEW, "written")
    log = load_log(brief, environment).log
    save_log(log.with_change(change_between(NEW, NEW + "tags: [a]\n", "killed before it was written")), environment)
    later = EditedFile(brief, environment)
    assert later.undoes == "written"
    later.write(NEW + "tags: [b]\n", "after that")
    assert [later.undo(), later.undo()] == ["after that", "written"]
    assert brief.read_text() == OLD


def test_an_undo_whose_log_was_not_written_is_done_once(brief: Path, environment: Mapping[str, str]) -> None:
    edited = EditedFile(brief, environment)
    edited.write(NEW, "one")
    log = load_log(brief, environment).log
    edited.undo()
    save_log(log, environment)  # as if the program had been killed before
    assert EditedFile(brief, environment).undoes is None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\0\xff garbage", id="garbage"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"version": 1, "brief": "another", "changes": []}', id="of another brief"),
        pytest.param(b'{"version": 99, "brief": "", "changes": []}', id="newer"),
        pytest.param(b'{"version": 1, "brief": 3, "changes": [[1, 2]]}', id="wrong types"),
        pytest.param(b" " * 3_000_000, id="huge"),
    ],
)
def test_a_damaged_log_is_set_aside_and_the_brief_is_edited_all_the_same(
    data: bytes, brief: Path, environment: Mapping[str, str]
) -> None:
    EditedFile(brief, environment).write(NEW, "one")
    (log,) = logs(environment)
    log.write_bytes(data)
    edited = EditedFile(brief, environment)
    assert edited.undoes is None
    assert [log.name.replace(".json", ".damaged.json") in remark for remark in edited.remarks] == [True]
    edited.write(NEW + "tags: [a]\n", "two")
    assert edited.undo() == "two"


def test_a_log_that_says_something_else_than_the_brief_undoes_nothing(
    brief: Path, environment: Mapping[str, str]
) -> None:
    edited = EditedFile(brief, environment)
    edited.write(NEW, "one")
    (log,) = logs(environment)
    held = json.loads(log.read_text())
    held["changes"][0][4] = "title: Another\n"
    log.write_text(json.dumps(held))
    with pytest.raises(EditError, match="nothing to undo"):
        EditedFile(brief, environment).undo()
    assert brief.read_text() == NEW


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        pytest.param(lambda path: path.unlink(), "there is no such file", id="gone"),
        pytest.param(lambda path: path.write_bytes(b"\xff\xfe"), "is not UTF-8", id="not UTF-8"),
        pytest.param(as_folder, "this is a folder", id="folder"),
        pytest.param(as_pipe, "this is a named pipe", id="pipe"),
        pytest.param(lambda path: path.write_bytes(b" " * 1_100_000), "larger than 1 MiB", id="large"),
    ],
)
def test_a_file_that_cannot_be_edited_is_one_sentence(
    prepare: object, sentence: str, brief: Path, environment: Mapping[str, str]
) -> None:
    assert callable(prepare)
    prepare(brief)
    with pytest.raises(EditError, match=sentence):
        EditedFile(brief, environment)


def test_a_read_only_file_keeps_its_text(brief: Path, environment: Mapping[str, str]) -> None:
    edited = EditedFile(brief, environment)
    brief.chmod(0o444)
    with pytest.raises(EditError, match="the file is read-only"):
        edited.write(NEW, "one")
    assert (brief.read_text(), edited.text, edited.undoes) == (OLD, OLD, None)


def test_a_file_that_vanishes_is_not_made_again(brief: Path, environment: Mapping[str, str]) -> None:
    edited = EditedFile(brief, environment)
    brief.unlink()
    with pytest.raises(EditError):
        edited.write(NEW, "one")
    assert not brief.exists()


def test_a_link_out_of_the_library_is_not_followed(tmp_path: Path, environment: Mapping[str, str]) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "outside.yaml").write_text(OLD)
    (tmp_path / "library" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(EditError, match="leads out of the library"):
        EditedFile(tmp_path / "library" / "link.yaml", environment, tmp_path / "library")


def test_another_name_of_the_file_keeps_the_old_text_and_that_is_said_once(
    brief: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    os.link(brief, tmp_path / "other.yaml")
    edited = EditedFile(brief, environment)
    edited.write(NEW, "one")
    assert (tmp_path / "other.yaml").read_text() == OLD
    assert ["hard link" in remark for remark in edited.remarks] == [True]


def test_without_a_state_folder_changes_are_undone_until_the_end(brief: Path) -> None:
    edited = EditedFile(brief, {})
    edited.write(NEW, "one")
    assert edited.undo() == "one"
    assert brief.read_text() == OLD


def test_line_ends_and_the_byte_order_mark_stay(brief: Path, environment: Mapping[str, str]) -> None:
    brief.write_bytes(("\ufeff" + OLD).replace("\n", "\r\n").encode())
    edited = EditedFile(brief, environment)
    edited.write(edited.text + "status: draft\r\n", "one")
    assert brief.read_bytes() == ("\ufeff" + NEW).replace("\n", "\r\n").encode()


def test_the_log_is_private_and_bounded(brief: Path, environment: Mapping[str, str]) -> None:
    log = UndoLog(brief)
    for number in range(700):
        log = log.with_change(change_between(f"{number}", f"{number + 1}", "x"))
    assert len(log.changes) == 300
    large = log.with_change(change_between("a" * 400_000, "b" * 400_000, "x"))
    assert len(large.changes) == 1
    assert save_log(large, environment)
    (path,) = logs(environment)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
def test_every_change_leads_back(texts: list[str]) -> None:
    log = UndoLog(Path("x"))
    for old, new in pairwise(texts):
        if old != new:
            log = log.with_change(change_between(old, new, "x"))
    now = texts[-1]
    log = log.fitting(now)
    while log.changes:
        before = log.changes[-1].undone(now)
        assert before is not None
        assert checksum(before) == log.changes[-1].before
        now, log = before, log.without_last()
    assert now == texts[0]


_WRITER = """
import sys
from pathlib import Path
from briefing.edit.edited_file import EditedFile
edited = EditedFile(Path(sys.argv[1]), {"XDG_STATE_HOME": sys.argv[2]})
print("ready", flush=True)
for number in range(100000):
    edited.write(f"briefing: 1\\ntitle: Version {number}\\n", f"version {number}")
"""


@pytest.mark.parametrize("after", [0.0, 0.003, 0.01, 0.02])
def test_whenever_it_is_killed_the_brief_is_whole_and_what_can_be_undone_fits(
    after: float, brief: Path, environment: Mapping[str, str]
) -> None:
    program = [sys.executable, "-c", _WRITER, str(brief), environment["XDG_STATE_HOME"]]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(after)
        writer.kill()
    edited = EditedFile(brief, environment)
    number = OLD if edited.text == OLD else int(edited.text.removeprefix("briefing: 1\ntitle: Version "))
    assert edited.remarks == []
    if isinstance(number, int):
        assert edited.undo() == f"version {number}"
        assert edited.text == (f"briefing: 1\ntitle: Version {number - 1}\n" if number else OLD)
    assert [path.name for path in brief.parent.iterdir() if path.name not in {"state", brief.name}] == []
