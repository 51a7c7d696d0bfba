"""Which files of a folder are briefs, their ids, and which one is the first."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.entries import entries_of, first_entry, walk

NAMES = st.sampled_from(["a", "b", "a-b", "B", "é", "a.b", "0"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def put(root: Path, *files: str) -> Path:
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("briefing: 1\ntitle: T\n")
    return root


def failed(folder: str, error: OSError) -> None:
    raise AssertionError(folder) from error


def files(root: Path) -> list[str]:
    return [file for file, _ in walk(root, failed)]


@given(names=st.lists(st.tuples(PATHS, st.sampled_from([".yaml", ".yml", ".txt"])), max_size=8))
def test_the_first_brief_is_the_first_of_the_list(names: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = put(Path(folder), *(f"{path}{suffix}" for path, suffix in names))
        assert first_entry(root) == next(entries_of(root, files(root)), None)


def test_to_find_the_first_brief_only_the_folders_before_it_are_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "b.yaml", "a/x.txt", "c/y.yaml")
    looked: list[Path] = []
    scan = os.listdir

    def noted(folder: Path) -> list[str]:
        looked.append(folder)
        return scan(folder)

    monkeypatch.setattr(os, "listdir", noted)
    first = first_entry(tmp_path)
    assert first is not None
    assert (first.id, [folder.name for folder in looked[1:]]) == ("b", ["a"])


def test_a_folder_without_briefs_has_no_first_one(tmp_path: Path) -> None:
    assert first_entry(put(tmp_path, "a/x.txt", ".hidden.yaml", ".b/c.yaml")) is None
    assert first_entry(tmp_path / "missing") is None


def test_every_folder_is_told_before_it_is_looked_into(tmp_path: Path) -> None:
    put(tmp_path, "x.yaml", "a/b/y.yaml", ".c/z.yaml")
    folders: list[str] = []
    assert sorted(file for file, _ in walk(tmp_path, failed, folders)) == ["a/b/y.yaml", "x.yaml"]
    assert sorted(folders) == ["", "a/", "a/b/"]
