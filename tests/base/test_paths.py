from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.base.paths import is_folder, printed_path, typed_path


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("a.yaml", "./a.yaml", id="a name"),
        pytest.param("-rf.yaml", "./-rf.yaml", id="an option"),
        pytest.param("+silent !x.yaml", "./+silent !x.yaml", id="a command of an editor"),
        pytest.param("~x/a.yaml", "./~x/a.yaml", id="a home"),
        pytest.param("../x/a.yaml", "../x/a.yaml", id="a folder beside"),
        pytest.param("..x.yaml", "./..x.yaml", id="two dots in a name"),
        pytest.param("/tmp/a.yaml", "/tmp/a.yaml", id="absolute"),  # noqa: S108 - a name only
        pytest.param(".", "./", id="here"),
        pytest.param("-", "-", id="standard input"),
    ],
)
def test_a_path_is_written_so_that_it_is_no_option(path: str, said: str) -> None:
    assert printed_path(Path(path)) == said


@given(st.text(st.characters(blacklist_characters="\0"), min_size=1).map(typed_path))
def test_a_path_that_is_written_leads_to_the_same_file_and_begins_like_a_path(path: Path) -> None:
    said = printed_path(path)
    assert said == "-" or said.startswith(("/", "./", "../")) or said == ".."
    assert os.path.normpath(said) == os.path.normpath(path)


def test_a_file_called_as_standard_input_is_told_from_it() -> None:
    assert printed_path(typed_path("./-")) == str(Path.cwd() / "-")
    assert printed_path(typed_path("-")) == "-"


@pytest.mark.parametrize("name", ["x" * 100_000, "a\0b", "nowhere"])
def test_a_name_that_cannot_be_one_is_no_folder(name: str) -> None:
    assert not is_folder(Path(name))
