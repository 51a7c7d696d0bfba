"""What comes back at the next start, and what a damaged or hostile file of it does: nothing."""

from __future__ import annotations

import json
import os
import signal
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.cli.arguments import parse_command_line
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.data.remembered import (
    Begun,
    InLibrary,
    Remembered,
    begin,
    load,
    remembered_file,
    update,
)
from briefing.tui.drawing.list_form import ListForm
from tests.support.app import brief, index, shown, until, write
from tests.support.terminal import Size, Terminal, command
from tests.support.terminal import environment as terminal_environment

GOOD = {
    "version": 1,
    "theme": "nord",
    "sort": "date",
    "form": "line",
    "light": True,
    "libraries": {"/srv/briefs": {"brief": "a", "filter": "is:unread"}},
}


def environment(folder: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder)}


def written(folder: Path, text: str | bytes) -> Path:
    path = remembered_file(environment(folder))
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


class Sitting:
    """One start on a library, and the keys that are pressed until the reader leaves."""

    def __init__(self, folder: Path, own: Settings | None = None, *, is_fresh: bool = False) -> None:
        self.environment = environment(folder)
        begun, self.sentence = begin(own or Settings(), self.environment, is_fresh=is_fresh)
        opened = open_indexed([folder / "library"], self.environment, sort=begun.settings.sort or "name")
        index(opened.brief_index)
        begun, opened = begun.opened(opened)
        self.app = BriefingApp(opened, begun.settings, begun=begun)

    async def press(self, *keys: str, filtered: str = "") -> None:
        app = self.app
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: app.is_running, "the app")
            await pilot.press(*keys)
            await until(pilot, lambda: app.state.words == filtered or not filtered, "filtered")
            await pilot.pause()
            self.seen = shown(app)
            self.title = app.state.reading.brief.title if app.state.reading.brief else ""
            self.theme, self.sort, self.words = app.theme, app.state.brief_rows.sort, app.state.words
            app.leave.keep_place()
        app.memory.write()


def library_in(folder: Path) -> str:
    return os.path.realpath(folder / "library")


def remember(folder: Path, library: str, kept: InLibrary) -> None:
    update(environment(folder), lambda before: before.with_library(library, kept))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "library").mkdir()
    write(tmp_path / "library", a=brief("Alpha"), b=brief("Beta"), c=brief("Gamma"))
    return tmp_path


async def test_theme_order_filter_and_brief_come_back_at_the_next_start(folder: Path) -> None:
    before = Sitting(folder)
    await before.press("T", "J", "S", "f", *"beta", "enter", filtered="beta")
    assert before.theme == "paper"
    after = Sitting(folder)
    await after.press()
    assert (after.title, after.theme, after.sort, after.words) == ("Beta", "paper", "date", "beta")
    assert "f beta" in after.seen
    assert "Gamma" not in after.seen


async def test_the_form_of_the_list_comes_back_too(folder: Path) -> None:
    before = Sitting(folder)
    await before.press("L")
    form = before.app.state.list_form
    assert form is not ListForm.AUTO
    after = Sitting(folder)
    await after.press()
    assert (after.app.state.list_form, after.app.reading_screen.library.form) == (form, form)
    fresh = Sitting(folder, is_fresh=True)
    await fresh.press()
    assert fresh.app.reading_screen.library.form is ListForm.AUTO


async def test_a_fresh_start_has_nothing_of_it_and_forgets_it(folder: Path) -> None:
    await Sitting(folder).press("T", "S", "J")
    fresh = Sitting(folder, is_fresh=True)
    await fresh.press()
    assert (fresh.title, fresh.theme, fresh.sort) == ("Alpha", "ink", "name")
    after = Sitting(folder)
    await after.press()
    assert (after.title, after.theme, after.sort) == ("Alpha", "ink", "name")


def test_the_option_stands_before_or_behind_the_path() -> None:
    for words in (
        ["--fresh"],
        ["--fresh", "briefs"],
        ["briefs", "--fresh"],
        ["open", "--fresh", "--theme", "ink", "x"],
    ):
        assert parse_command_line(words).fresh


async def test_what_the_reader_chose_last_wins_over_the_settings(folder: Path) -> None:
    own = Settings(theme="paper", sort="title")
    first = Sitting(folder, own)
    await first.press("T")
    assert (first.theme, first.sort) == ("ansi-dark", "title")
    second = Sitting(folder, own)
    await second.press()
    assert (second.theme, second.sort) == ("ansi-dark", "title")


@pytest.mark.parametrize(
    ("kept", "title", "words"),
    [
        pytest.param(InLibrary("gone", "nothing-has-this"), "Alpha", "", id="both-gone"),
        pytest.param(InLibrary("c", "alpha"), "Gamma", "alpha", id="hidden-by-the-filter"),
    ],
)
async def test_what_is_gone_is_forgotten_and_a_brief_that_the_filter_hides_stays_open(
    folder: Path, kept: InLibrary, title: str, words: str
) -> None:
    remember(folder, library_in(folder), kept)
    start = Sitting(folder)
    await start.press()
    assert (start.title, start.words) == (title, words)


def test_briefs_that_are_named_one_by_one_are_the_ones_that_are_shown(folder: Path) -> None:
    library = library_in(folder)
    remember(folder, library, InLibrary("c", "gamma"))
    begun, _ = begin(Settings(), environment(folder))
    begun, opened = begun.opened(open_indexed([folder / "library" / "b.yaml"], environment(folder)))
    assert (begun.words, opened.first) == ("", 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe", id="bytes"),
        pytest.param("{", id="half"),
        pytest.param("[" * 100_000, id="deep"),
        pytest.param("[]", id="list"),
        pytest.param(json.dumps({**GOOD, "version": 2}), id="newer"),
        pytest.param(" " * 300_000, id="long"),
    ],
)
def test_a_damaged_file_is_set_aside_with_one_sentence(tmp_path: Path, text: str | bytes) -> None:
    path = written(tmp_path, text)
    remembered, sentence = load(environment(tmp_path))
    assert remembered == Remembered()
    assert sentence == (
        "reader.json in the state folder was damaged: it is now reader.damaged.json, and nothing is remembered"
    )
    assert not path.exists()
    assert path.with_name("reader.damaged.json").exists()
    assert load(environment(tmp_path)) == (Remembered(), None)


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    assert load(environment(tmp_path))[0] == Remembered()
    assert update(environment(tmp_path), lambda kept: kept) is None
    assert not (tmp_path / "elsewhere").exists()
    path.unlink()
    os.mkfifo(path)
    remembered, sentence = load(environment(tmp_path))
    assert (remembered, sentence is None) == (Remembered(), False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("theme", "\x1b]0;x\x07", id="escape"),
        pytest.param("theme", 3, id="number"),
        pytest.param("sort", "1; DROP TABLE brief", id="sql"),
        pytest.param("form", "[/]", id="form"),
        pytest.param("light", "yes", id="word"),
    ],
)
def test_a_value_that_nobody_could_have_chosen_is_ignored(tmp_path: Path, name: str, value: object) -> None:
    written(tmp_path, json.dumps({**GOOD, name: value}))
    remembered, sentence = load(environment(tmp_path))
    field = "is_light" if name == "light" else name
    assert (getattr(remembered, field), sentence) == (None, None)


_VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9), st.lists, max_leaves=5)


@given(
    libraries=_VALUES | st.dictionaries(st.text(max_size=9), _VALUES | st.dictionaries(st.text(max_size=6), _VALUES))
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_value_of_the_libraries_breaks_a_start(tmp_path: Path, libraries: object) -> None:
    written(tmp_path, json.dumps({**GOOD, "libraries": libraries}))
    remembered, _ = load(environment(tmp_path))
    assert remembered.theme == "nord"
    assert all(isinstance(each, InLibrary) for each in remembered.libraries.values())


@pytest.mark.parametrize("words", ["\x1b[31m\x00[/]", "f" * 4000, "(((", '"', "\ud800 \u202e", "since:nonsense"])
async def test_a_hostile_filter_is_shown_safely_or_not_at_all(folder: Path, words: str) -> None:
    library = library_in(folder)
    path = written(folder, json.dumps({**GOOD, "libraries": {library: {"brief": "\x1b/../b", "filter": words}}}))
    start = Sitting(folder)
    await start.press()
    assert start.title == "Alpha"
    assert not any(character in start.seen for character in "\x1b\x00\u202e")
    assert path.exists()


def test_two_readers_lose_nothing_of_each_other(tmp_path: Path) -> None:
    def leave(number: int) -> None:
        remember(tmp_path, f"/library/{number}", InLibrary(f"b{number}"))

    threads = [threading.Thread(target=leave, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    remembered, _ = load(environment(tmp_path))
    assert {each.brief for each in remembered.libraries.values()} == {f"b{number}" for number in range(8)}


def test_the_libraries_that_were_read_last_are_remembered(tmp_path: Path) -> None:
    for number in (*range(60), 30):
        remember(tmp_path, f"/{number}", InLibrary("x"))
    remembered, _ = load(environment(tmp_path))
    assert (len(remembered.libraries), [*remembered.libraries][-1]) == (50, "/30")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_the_reader_leaves_it_remembered(folder: Path, number: signal.Signals) -> None:
    with Terminal(command(folder / "library"), Size(80, 24), terminal_environment(folder)) as terminal:
        terminal.until_written(b"\x1b[?2031h")
        terminal.settle(0.3)
        terminal.press("J")
        terminal.until_shown("Beta")
        terminal.send(number)
        assert terminal.until_ended() == 128 + number
    remembered, _ = load(environment(folder))
    assert remembered.of(library_in(folder)).brief == "b"


def test_without_a_state_folder_nothing_is_kept_and_nothing_breaks(tmp_path: Path) -> None:
    assert load({}) == (Remembered(), None)
    assert update({}, lambda kept: kept) is None
    (tmp_path / "state").write_text("a file")
    assert update(environment(tmp_path), lambda kept: kept) is None


@pytest.mark.parametrize(
    ("variables", "is_light"), [({}, True), ({"COLORFGBG": "15;0"}, False), ({"COLORFGBG": "0;default;15"}, True)]
)
def test_the_terminal_is_believed_before_what_was_remembered(variables: dict[str, str], *, is_light: bool) -> None:
    begun = Begun(Settings(), Remembered(is_light=True), variables)
    assert begun.is_light == is_light
