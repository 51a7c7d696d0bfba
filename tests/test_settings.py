from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from briefing.base.problems import Problem, Severity
from briefing.library.sort_orders import SORT_ORDERS
from briefing.settings import Settings, config_file, load_settings

ORDERS = list(SORT_ORDERS)


def loaded(folder: Path, text: str | bytes) -> tuple[Settings, tuple[Problem, ...]]:
    path = folder / "briefing" / "config.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_settings({"XDG_CONFIG_HOME": str(folder), "HOME": "/home/reader"})


def choices(folder: Path, text: str) -> Settings:
    settings, problems = loaded(folder, text)
    assert problems == ()
    return settings


def said(folder: Path, text: str | bytes) -> list[str]:
    _, problems = loaded(folder, text)
    return [f"{each.place.line}:{each.place.column} {each.code}: {each.sentence}" for each in problems]


def test_the_config_folder_of_the_environment_is_used() -> None:
    assert config_file({"XDG_CONFIG_HOME": "/c", "HOME": "/h"}) == Path("/c/briefing/config.yaml")


@pytest.mark.parametrize("folder", ["", "relative"])
def test_a_config_folder_that_is_not_absolute_is_passed_by(folder: str) -> None:
    assert config_file({"XDG_CONFIG_HOME": folder, "HOME": "/h"}) == Path("/h/.config/briefing/config.yaml")


def test_without_a_home_nothing_is_chosen() -> None:
    assert load_settings({}) == (Settings(), ())


def test_without_a_file_nothing_is_chosen(tmp_path: Path) -> None:
    assert load_settings({"XDG_CONFIG_HOME": str(tmp_path)}) == (Settings(), ())


def test_every_choice_is_read(tmp_path: Path) -> None:
    text = "theme: ink\nlibrary: /srv/briefs\nascii: yes\nkeys:\n  app.quit: x\n  pane.down: [j, down]\n"
    assert choices(tmp_path, text) == Settings(
        theme="ink",
        library=Path("/srv/briefs"),
        ascii=True,
        keys={"app.quit": "x", "pane.down": "j,down"},
    )


@pytest.mark.parametrize(("word", "meaning"), [("true", True), ("On", True), ("no", False), ("False", False)])
def test_yes_and_no_have_several_words(tmp_path: Path, word: str, *, meaning: bool) -> None:
    assert choices(tmp_path, f"ascii: {word}\n").ascii is meaning


def test_a_tilde_is_the_home(tmp_path: Path) -> None:
    assert choices(tmp_path, "library: ~/briefs\n").library == Path("/home/reader/briefs")


def test_a_relative_library_counts_from_the_config_folder(tmp_path: Path) -> None:
    assert choices(tmp_path, "library: mine\n").library == tmp_path / "briefing" / "mine"


def test_a_file_of_comments_chooses_nothing(tmp_path: Path) -> None:
    assert choices(tmp_path, "# theme: ink\n") == Settings()


def test_a_choice_is_found_again_in_the_file(tmp_path: Path) -> None:
    place = choices(tmp_path, "keys:\n  app.quit: x\n").places["keys.app.quit"]
    assert (place.path.name, place.line, place.column) == ("config.yaml", 2, 13)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(
            "them: ink\n", "1:1 field-unknown: there is no setting them; did you mean “theme”?", id="misspelt"
        ),
        pytest.param("theme: a\u202eb\n", "1:9 control-character", id="direction"),
        pytest.param('"\\e[2J": 1\n', "1:1 control-character", id="escape"),
        pytest.param("theme: [ink]\n", "1:8 type: theme takes a text", id="list"),
        pytest.param("theme:\n", "1:7 type: theme takes a text", id="empty"),
        pytest.param("ascii: maybe\n", "1:8 value: ascii takes yes or no, not maybe", id="flag"),
        pytest.param(
            "sort: dat\n",
            f"1:7 value: sort takes {', '.join(ORDERS[:-1])} or {ORDERS[-1]}, not dat; did you mean “date”?",
            id="sort",
        ),
        pytest.param("keys: q\n", "1:7 type: keys takes lines of the form binding: key", id="keys"),
        pytest.param("keys:\n  app.quit: {a: b}\n", "2:13 type: keys.app.quit takes a text", id="key"),
        pytest.param(
            "copy: wl-copy\n",
            "1:7 type: copy takes a list of a program and its arguments, such as [wc, -w]",
            id="copy as a text",
        ),
        pytest.param("copy: []\n", "1:7 type: copy takes a list of a program", id="copy without a program"),
        pytest.param("copy: ['', a]\n", "1:8 value: copy has no program", id="copy with an empty program"),
        pytest.param(
            "drafters: {'': [a]}\n", "1:12 value: a program of drafters has no name", id="a drafter without a name"
        ),
        pytest.param("copy: [[a]]\n", "1:8 type: copy takes a list of texts", id="copy with a list"),
        pytest.param("pipe: [jq]\n", "1:7 type: pipe takes lines of the form name: [program", id="pipe"),
        pytest.param("pipe:\n  a: jq .\n", "2:6 type: pipe.a takes a list of a program", id="pipe as a text"),
        pytest.param("- ink\n", "1:1 type: settings are written as key: value", id="shape"),
        pytest.param("theme: ink\ntheme: paper\n", "2:1 field-twice", id="twice"),
        pytest.param("theme: &a ink\n", "1:8 yaml-anchor", id="anchor"),
        pytest.param("theme: 'ink\n", "1:8 yaml-syntax", id="syntax"),
        pytest.param(b"theme: caf\xe9\n", "1:11 not-utf8", id="bytes"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str | bytes, problem: str) -> None:
    assert said(tmp_path, text)[0].startswith(problem)


def test_a_command_is_a_program_and_its_arguments_that_no_shell_sees(tmp_path: Path) -> None:
    settings = choices(tmp_path, "copy: [wl-copy, '$HOME; *']\npipe:\n  Count: [wc, -w]\n  b: [b]\n")
    assert settings.copy == ("wl-copy", "$HOME; *")
    assert list(settings.pipe.items()) == [("Count", ("wc", "-w")), ("b", ("b",))]


def test_a_program_with_a_slash_is_never_looked_for_in_the_current_folder(tmp_path: Path) -> None:
    settings = choices(tmp_path, "copy: [./clip, ./x]\npipe: {a: [~/bin/a]}\n")
    assert settings.copy == (str(tmp_path / "briefing" / "clip"), "./x")
    assert settings.pipe["a"] == ("/home/reader/bin/a",)


def test_at_most_twenty_programs_are_kept(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, "pipe:\n" + "".join(f"  p{number}: [a]\n" for number in range(22)))
    assert len(settings.pipe) == 20
    assert [problem.sentence for problem in problems] == [
        "at most 20 programs are kept: p20 and what follows are left out"
    ]


def test_searches_are_kept_in_their_order(tmp_path: Path) -> None:
    settings = choices(tmp_path, "searches:\n  New: is:unread\n  Big: 'figure:>3000'\n  Alike: is:unread\n")
    assert list(settings.searches.items()) == [("New", "is:unread"), ("Big", "figure:>3000"), ("Alike", "is:unread")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("searches: is:unread\n", "1:11 type: searches takes lines of the form name: query", id="text"),
        pytest.param("searches:\n  New: [is:unread]\n", "2:8 type: searches.New takes a text", id="list"),
        pytest.param("searches:\n  New: ''\n", "2:8 type: searches.New takes a text", id="empty"),
        pytest.param(
            "searches:\n  New: harbour tga:x\n",
            "2:8 value: searches.New, character 9 of the query: there is no field tga; did you mean “tag”?",
            id="mistake",
        ),
    ],
)
def test_a_search_that_cannot_be_kept_is_named_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    settings, _ = loaded(tmp_path, text)
    assert said(tmp_path, text) == [problem]
    assert not settings.searches


def test_a_wrong_search_leaves_the_others(tmp_path: Path) -> None:
    settings, _ = loaded(tmp_path, "searches:\n  A: a\n  B: ')'\n  C: c\n")
    assert list(settings.searches) == ["A", "C"]


def test_at_most_twenty_searches_are_kept(tmp_path: Path) -> None:
    lines = "".join(f"  S{number}: word\n" for number in range(25))
    settings, problems = loaded(tmp_path, f"searches:\n{lines}")
    assert len(settings.searches) == 20
    assert [str(each.place).rpartition("config.yaml:")[2] for each in problems] == ["22:3"]


def test_the_order_of_the_list_is_chosen(tmp_path: Path) -> None:
    assert loaded(tmp_path, "sort: changed\n")[0].sort == "changed"


def test_one_mistake_leaves_the_other_choices(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, "theme: [ink]\nascii: yes\ncolour: blue\n")
    assert (settings.ascii, len(problems)) == (True, 2)


def test_no_mistake_is_fatal(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, "theme: 'ink")
    assert {each.severity for each in problems} == {Severity.WARNING}


def test_a_settings_file_that_is_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "briefing" / "config.yaml").mkdir(parents=True)
    _, problems = load_settings({"XDG_CONFIG_HOME": str(tmp_path)})
    assert problems[0].sentence == "the settings cannot be read: this is a folder, not a file"


def test_a_settings_file_that_is_a_pipe_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "briefing").mkdir()
    os.mkfifo(tmp_path / "briefing" / "config.yaml")
    _, problems = load_settings({"XDG_CONFIG_HOME": str(tmp_path)})
    assert problems[0].sentence == "the settings cannot be read: this is a named pipe, not a file"


GOOD = "theme: ink\nlibrary: ~/briefs\nascii: yes\nkeys:\n  app.quit: x\n  pane.down: [j, down]\n"


@given(at=st.integers(0, len(GOOD)), cut=st.integers(0, 20), put=st.text(max_size=5))
@tried(max_examples=80, deadline=None)
def test_damaged_settings_are_reported_inside_the_file(
    tmp_path_factory: pytest.TempPathFactory, at: int, cut: int, put: str
) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    data = text.encode("utf-8", "surrogatepass")
    _, problems = loaded(tmp_path_factory.getbasetemp(), data)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= each.place.line <= lines + 1 for each in problems)


@pytest.mark.parametrize("text", ["keys: [a", "theme: {a", "keys: " + "[" * 60])
def test_what_a_syntax_error_leaves_open_is_not_called_wrong_as_well(tmp_path: Path, text: str) -> None:
    assert len(said(tmp_path, text)) == 1


def test_settings_inside_a_library_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "library"
    for place in (library, library / "briefing", library / ".config" / "briefing"):
        place.mkdir(parents=True, exist_ok=True)
        (place / "config.yaml").write_text("copy: [owned]\npipe: {a: [owned]}\nlibrary: owned\n")
    monkeypatch.chdir(library)
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path / "home")}
    assert load_settings(environment) == (Settings(), ())
    assert load_settings({"XDG_CONFIG_HOME": ".", "HOME": str(tmp_path / "home")}) == (Settings(), ())
