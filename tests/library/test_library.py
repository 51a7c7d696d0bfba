from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.format.model import Source, SourceKind, SourceText, TextState
from briefing.library.briefs import Library, LibraryError, open_library
from briefing.library.entries import Entry, read_entry

BRIEF = "briefing: 1\ntitle: Harbour talks resume\nsummary: [Both sides meet again on Monday.]\n"


def made(root: Path, *files: str) -> Path:
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BRIEF)
    return root


def ids(library: Library) -> list[str]:
    return [entry.id for entry in library.entries]


def refusal(*paths: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        open_library(paths)
    return str(caught.value)


def problem(library: Library, brief_id: str) -> str:
    entry = library.find(brief_id)
    assert entry is not None
    reading = library.read(entry)
    return reading.problems[0].sentence


def text(library: Library, file: str | None) -> SourceText:
    return library.text(library.entries[0], Source(id="s", number=1, kind=SourceKind.ARTICLE, file=file))


def test_briefs_are_found_in_all_folders_in_the_order_of_their_ids(tmp_path: Path) -> None:
    made(tmp_path, "b.yaml", "a/z.yml", "a/y/x.yaml", "notes.txt", "B.yaml")
    assert ids(open_library([tmp_path])) == ["B", "a/y/x", "a/z", "b"]


@pytest.mark.parametrize("hidden", [".git/x.yaml", ".hidden.yaml", "a/.b/x.yaml"])
def test_what_is_hidden_is_passed_by(tmp_path: Path, hidden: str) -> None:
    assert ids(open_library([made(tmp_path, "a.yaml", hidden)])) == ["a"]


def test_of_two_files_with_one_id_the_second_keeps_its_suffix(tmp_path: Path) -> None:
    assert ids(open_library([made(tmp_path, "a.yml", "a.yaml")])) == ["a", "a.yml"]


def test_links_between_folders_end(tmp_path: Path) -> None:
    made(tmp_path, "a/x.yaml")
    (tmp_path / "a" / "up").symlink_to("..")
    (tmp_path / "b").symlink_to("a")
    assert ids(open_library([tmp_path])) == ["a/x"]


def test_a_library_may_be_a_link(tmp_path: Path) -> None:
    made(tmp_path / "real", "x.yaml")
    (tmp_path / "link").symlink_to("real")
    assert ids(open_library([tmp_path / "link"])) == ["x"]


def test_opening_reads_no_brief(tmp_path: Path) -> None:
    for number in range(50):
        os.mkfifo(tmp_path / f"{number}.yaml")  # reading one would wait for a writer
    assert len(open_library([tmp_path]).entries) == 50


def test_a_brief_is_read_with_its_id_and_path(tmp_path: Path) -> None:
    library = open_library([made(tmp_path, "a/x.yaml")])
    brief = library.read(library.entries[0]).brief
    assert brief is not None
    assert (brief.id, library.entries[0].path) == ("a/x", tmp_path / "a" / "x.yaml")


def test_a_brief_is_read_once(tmp_path: Path) -> None:
    library = open_library([made(tmp_path, "x.yaml")])
    assert library.read(library.entries[0]) is library.read(library.entries[0])


def test_a_changed_brief_is_read_again(tmp_path: Path) -> None:
    library = open_library([made(tmp_path, "x.yaml")])
    before = library.read(library.entries[0])
    (tmp_path / "x.yaml").write_text(BRIEF.replace("Harbour", "Airport"))
    after = library.read(library.entries[0])
    assert before.brief != after.brief


def test_a_library_forgets_what_was_read_long_ago(tmp_path: Path) -> None:
    library = open_library([made(tmp_path, *(f"{number:03}.yaml" for number in range(200)))])
    first = library.read(library.entries[0])
    for entry in library.entries:
        library.read(entry)
    assert library.read(library.entries[0]) is not first


def test_a_deleted_brief_says_so(tmp_path: Path) -> None:
    library = open_library([made(tmp_path, "x.yaml")])
    (tmp_path / "x.yaml").unlink()
    assert problem(library, "x") == "there is no such file"


def test_odd_things_named_like_a_brief_are_listed_with_a_sentence_each(tmp_path: Path) -> None:
    made(tmp_path, "good.yaml")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "dangling.yaml").symlink_to("nothing")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "large.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    library = open_library([tmp_path])
    assert {brief_id: problem(library, brief_id) for brief_id in ids(library) if brief_id != "good"} == {
        "dangling": "this is a link that leads nowhere",
        "folder": "this is a folder, not a file",
        "large": "this is larger than 1 MiB, the most that is read",
        "loop": "this is a link that leads back to itself",
        "pipe": "this is a named pipe, not a file",
    }


def test_a_link_out_of_the_library_is_not_read_and_one_inside_is(tmp_path: Path) -> None:
    secret, root = made(tmp_path, "secret.yaml") / "secret.yaml", made(tmp_path / "root", "good.yaml")
    (root / "out.yaml").symlink_to(secret)
    (root / "over.yaml").symlink_to("out.yaml")
    (root / "in.yaml").symlink_to("good.yaml")
    library = open_library([root])
    assert library.read(library.entries[1]).problems == ()
    assert {brief_id: problem(library, brief_id) for brief_id in ("out", "over")} == dict.fromkeys(
        ("out", "over"), "this leads out of the library, where nothing is read"
    )


def test_a_file_that_is_named_by_itself_may_be_a_link(tmp_path: Path) -> None:
    secret, root = made(tmp_path, "secret.yaml") / "secret.yaml", made(tmp_path / "root", "good.yaml")
    (root / "out.yaml").symlink_to(secret)
    library = open_library([root / "out.yaml"])
    assert library.read(library.entries[0]).problems == ()


def test_one_broken_brief_costs_no_other(tmp_path: Path) -> None:
    made(tmp_path, "good.yaml")
    (tmp_path / "bad.yaml").write_text("[" * 100_000)
    library = open_library([tmp_path])
    assert [library.read(entry).brief is None for entry in library.entries] == [True, False]


def test_names_that_are_not_utf_8_are_opened(tmp_path: Path) -> None:
    made(tmp_path, os.fsdecode(b"caf\xe9.yaml"), "a\nb.yaml", "-x.yaml")
    library = open_library([tmp_path])
    assert all(library.read(entry).brief for entry in library.entries)


def test_an_entry_is_found_by_its_id(tmp_path: Path) -> None:
    library = open_library([made(tmp_path, "a/x.yaml", "y.yaml")])
    assert (library.find("a/x"), library.find("z")) == (library.entries[0], None)


def test_a_file_alone_is_a_library(tmp_path: Path) -> None:
    made(tmp_path, "a.yaml", "b.yaml")
    assert open_library([tmp_path / "b.yaml"]).entries == (Entry("b", "b.yaml", tmp_path, alone=True),)


def test_a_file_alone_may_have_any_name(tmp_path: Path) -> None:
    assert ids(open_library([made(tmp_path, "brief.txt") / "brief.txt"])) == ["brief.txt"]


def test_several_paths_make_one_library_with_each_file_once(tmp_path: Path) -> None:
    made(tmp_path, "a/x.yaml", "b/y.yaml")
    library = open_library([tmp_path / "b", tmp_path / "a", tmp_path / "a" / "x.yaml"])
    assert ids(library) == ["y", "x"]


def test_standard_input_is_a_brief() -> None:
    library = open_library([Path("-")], io.BytesIO(BRIEF.encode()))
    brief = library.read(library.entries[0]).brief
    assert brief is not None
    assert brief.title == "Harbour talks resume"


def test_standard_input_has_a_limit() -> None:
    library = open_library([Path("-")], io.BytesIO(b"#" * (1024 * 1024 + 1)))
    assert "larger than 1 MiB" in problem(library, "stdin")


def test_a_missing_path_is_named_with_the_nearest_there_is(tmp_path: Path) -> None:
    made(tmp_path, "bridge.yaml")
    assert refusal(tmp_path / "brigde.yaml") == (
        f"{tmp_path}/brigde.yaml: there is no such file or folder; did you mean “{tmp_path}/bridge.yaml”?"
    )


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    assert "this folder is empty; a library is a folder of briefs" in refusal(tmp_path)


def test_a_folder_of_other_things_is_said_to_hold_no_brief(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    assert "this folder holds no brief; a library is a folder of briefs" in refusal(tmp_path)


def test_an_error_shows_a_hostile_name_spelled_out(tmp_path: Path) -> None:
    assert r"\x1b[2J" in refusal(tmp_path / "\x1b[2J")


def test_a_saved_text_is_read_with_its_checksum(tmp_path: Path) -> None:
    made(tmp_path, "x.yaml")
    (tmp_path / "t.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\x1b\n")
    data = (tmp_path / "t.txt").read_bytes()
    assert text(open_library([tmp_path]), "t.txt") == SourceText(
        state=TextState.HELD,
        text="one\ntwo\nthree\N{REPLACEMENT CHARACTER}\n",
        checksum=hashlib.sha256(data).hexdigest(),
    )


@pytest.mark.parametrize(
    "data", [b"", b"one\ntwo\n", "n\u00e9\n".encode() * 300_000, b"\xef\xbb\xbfone", b"one\r\n", b"\x1b"]
)
def test_the_checksum_of_a_saved_text_is_that_of_its_file(tmp_path: Path, data: bytes) -> None:
    made(tmp_path, "x.yaml")
    (tmp_path / "t.txt").write_bytes(data)
    assert text(open_library([tmp_path]), "t.txt").sha256 == hashlib.sha256(data).hexdigest()


OUTSIDE: Mapping[str, str] = {
    "../secret.txt": "../secret.txt: this leads out of the library, where nothing is read",
    "/etc/passwd": "/etc/passwd: this leads out of the library, where nothing is read",
    "link.txt": "link.txt: this leads out of the library, where nothing is read",
    "pipe": "pipe: this is a named pipe, not a file",
    "latin.txt": "latin.txt: the file is not UTF-8: byte 0xe9 is not valid here (save the file as UTF-8), "
    "line 1, column 4",
    "dangling": "dangling: this is a link that leads nowhere",
}


@pytest.mark.parametrize("file", OUTSIDE)
def test_a_saved_text_that_may_not_be_read_says_why(tmp_path: Path, file: str) -> None:
    root = made(tmp_path / "library", "x.yaml")
    (tmp_path / "secret.txt").write_text("secret")
    (root / "link.txt").symlink_to("../secret.txt")
    (root / "dangling").symlink_to("nothing")
    os.mkfifo(root / "pipe")
    (root / "latin.txt").write_bytes(b"caf\xe9")
    found = text(open_library([root]), file)
    assert (found.state, found.reason) == (TextState.UNREADABLE, OUTSIDE[file])


@pytest.mark.parametrize("file", [None, "nothing.txt", "a\0b"])
def test_a_text_that_is_not_there_is_not_held(tmp_path: Path, file: str | None) -> None:
    assert text(open_library([made(tmp_path, "x.yaml")]), file).state is TextState.NOT_HELD


def test_a_changed_saved_text_is_read_again(tmp_path: Path) -> None:
    library = open_library([made(tmp_path, "x.yaml")])
    (tmp_path / "t.txt").write_text("one")
    before = text(library, "t.txt").text
    (tmp_path / "t.txt").write_text("two, longer")
    assert (before, text(library, "t.txt").text) == ("one", "two, longer")


def test_a_file_alone_finds_its_texts_in_the_library_above_it(tmp_path: Path) -> None:
    made(tmp_path, "briefs/2024/x.yaml", "briefs/texts/t.txt")
    (tmp_path / ".git").mkdir()
    library = open_library([tmp_path / "briefs" / "2024" / "x.yaml"])
    assert text(library, "texts/t.txt").state is TextState.HELD


def test_a_file_alone_finds_no_text_above_its_repository(tmp_path: Path) -> None:
    made(tmp_path, "repository/x.yaml", "texts/t.txt")
    (tmp_path / "repository" / ".git").mkdir()
    library = open_library([tmp_path / "repository" / "x.yaml"])
    assert text(library, "texts/t.txt").state is TextState.NOT_HELD


def test_a_file_alone_outside_of_git_finds_texts_only_beside_it(tmp_path: Path) -> None:
    made(tmp_path, "a/x.yaml", "texts/t.txt")
    library = open_library([tmp_path / "a" / "x.yaml"])
    assert text(library, "texts/t.txt").state is TextState.NOT_HELD


def test_a_brief_beyond_a_link_to_a_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").write_text("briefing: 1\ntitle: Secret\n")
    root = tmp_path / "library"
    root.mkdir()
    (root / "link").symlink_to(tmp_path / "outside")
    reading = read_entry(Entry("link/secret", "link/secret.yaml", root))
    assert [problem.sentence for problem in reading.problems] == [
        "this leads out of the library, where nothing is read"
    ]
