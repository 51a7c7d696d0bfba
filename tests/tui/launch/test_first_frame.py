"""The frame that is set before Textual is there: cell by cell what Textual paints first, whatever there is to show."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from briefing.base.problems import Code, Place, Problem
from briefing.library.index.scan.full import scan_library
from briefing.library.marks import BriefVersion, open_marks
from briefing.library.open import open_indexed
from briefing.settings import Settings
from briefing.tui.data.remembered import InLibrary, Remembered
from briefing.tui.drawing.layout import Size
from briefing.tui.drawing.list_form import ListForm
from briefing.tui.launch.frame_cache import is_a_frame
from briefing.tui.launch.preview import frame_of
from briefing.tui.theme.choice import THEMES
from briefing.tui.theme.colours import Palette
from briefing.tui.theme.styles import _derived_palette
from briefing.tui.theme.textual_colours import palette_of
from tests.support.app import EDGES, SIZES, brief, shown, until, write
from tests.support.indexed import index
from tests.tui.launch.first_frames import Compared, cells, differing
from tests.tui.test_hostile import ESCAPES, MARKUP, hostile

WIDE = (120, 40)
FOREIGN = "漢字かな交じり 👍🏽 e\u0301\u0323 שלום \u1160\u3164 ☰"
MANY = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library that its index knows."""
    (tmp_path / "library").mkdir()
    index(write(tmp_path / "library", a=brief("Alpha"), b=brief("Beta", 30), c=brief("Gamma")))
    return tmp_path / "library"


@pytest.mark.parametrize("size", [*SIZES, (79, 33), (90, 50), (159, 19)])
async def test_it_is_what_textual_paints_first(folder: Path, size: tuple[int, int]) -> None:
    assert await Compared(folder, size).differs() == []


@pytest.mark.parametrize("size", SIZES)
async def test_at_the_first_start_in_a_library_and_after_a_brief_was_edited_too(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    (tmp_path / "new").mkdir()
    folder = write(tmp_path / "new", a=brief("Alpha"), b=brief("Beta"))
    assert await Compared(folder, size).differs() == []
    index(folder)
    write(folder, a=brief("Delta", 20))
    assert await Compared(folder, size).differs() == []


async def test_in_every_theme_it_has_the_colours_of_textual(folder: Path) -> None:
    compared = Compared(folder, WIDE)
    app = compared.app()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.has_painted, "the first paint")
        for theme in sorted({*THEMES, *BUILTIN_THEMES}):
            app.themes.wear(theme)
            await until(pilot, lambda: app.reading_screen.library.role_styles == app.themes.role_styles, theme)
            await pilot.pause()
            assert differing(compared.frame(theme), app.drawn(), WIDE) == [], theme


@pytest.mark.parametrize("name", [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi])
def test_the_colours_of_each_theme_of_textual_are_those_that_are_derived_from_it(name: str) -> None:
    derived = _derived_palette(BUILTIN_THEMES[name])
    wanted = [getattr(derived, field.name).lower() for field in fields(Palette)]
    assert palette_of(name) == Palette(*wanted), " ".join(colour[1:] for colour in wanted)


async def test_without_colour_it_has_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    compared = Compared(folder, WIDE)
    assert await compared.differs() == []
    assert {(cell.fg, cell.bg) for row in cells(compared.frame(), WIDE) for cell in row} == {("default", "default")}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [MARKUP, ESCAPES, FOREIGN], ids=["markup", "escapes", "foreign"])
async def test_hostile_text_is_drawn_as_textual_draws_it(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    (tmp_path / "library").mkdir()
    index(write(tmp_path / "library", a=hostile(text)))
    compared = Compared(tmp_path / "library", size)
    assert await compared.differs() == []
    assert is_a_frame(compared.frame())


@pytest.mark.parametrize("size", [*SIZES, (120, 7), (80, 8), (30, 6)])
async def test_what_was_marked_and_where_the_reader_stood_is_shown(folder: Path, size: tuple[int, int]) -> None:
    marks = open_marks(folder, os.environ).marks
    marks.set_read((BriefVersion("a", None), BriefVersion("b", b"another")), True, "read")
    marks.set_starred(("a", "c"), True, "starred")
    marks.set_place("a", "timeline:event:1")
    assert await Compared(folder, size).differs() == []
    marks.set_place("a", "summary:point:7")
    assert await Compared(folder, size).differs() == []


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_wrong_is_told(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "library").mkdir()
    folder = write(tmp_path / "library", a=f"{brief('Alpha')}bogus: 1\n", b="briefing: [")
    index(folder)
    settings = Settings(ascii=True, searches={"what is new": "is:unread", "tides": "tide"})
    problem = Problem(Place(Path("config.yaml"), 1, 1), Code.VALUE, "a mistake")
    assert await Compared(folder, size, settings, problem).differs() == []
    write(folder, a="briefing: [")
    assert await Compared(folder, size, settings).differs() == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", ["J", "JJK", "JK", "j", "jjjk", " ", " b", "G", "Gkg", "jJkK"])
async def test_what_keys_lead_to_is_what_textual_paints_then(folder: Path, size: tuple[int, int], keys: str) -> None:
    marks = open_marks(folder, os.environ).marks
    marks.set_place("a", "figures:figure:1" if keys.startswith("J") else "summary:point:1")
    marks.set_place("b", "summary:point:20")
    assert await Compared(folder, size).differs(*keys) == []


@pytest.mark.parametrize("size", [*SIZES, (80, 24), (79, 33), (159, 19)])
@pytest.mark.parametrize("keys", ["f", "JJf", "jf"])
async def test_the_filter_opens_as_textual_opens_it(folder: Path, size: tuple[int, int], keys: str) -> None:
    assert await Compared(folder, size).differs(*keys) == []


@pytest.mark.parametrize("size", [*SIZES, (79, 33), (159, 19), (90, 10)])
@pytest.mark.parametrize("keys", ["?", "J?j ", "j?qj"])
async def test_the_page_of_keys_opens_as_textual_opens_it(folder: Path, size: tuple[int, int], keys: str) -> None:
    assert await Compared(folder, size).differs(*keys) == []


def test_a_page_whose_colours_are_not_known_waits_for_textual(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORTERM")
    previewer = Compared(folder, WIDE).previewer()
    assert (previewer.press(b"?"), previewer.press(b"f")) == (False, True)


@pytest.mark.parametrize("theme", ["paper", "ansi", "ansi-light", "nord"])
async def test_the_page_of_keys_has_the_colours_of_its_theme(folder: Path, theme: str) -> None:
    assert await Compared(folder, WIDE, Settings(theme=theme)).differs("?") == []


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_typed_into_the_filter_stands_in_its_field(folder: Path, size: tuple[int, int]) -> None:
    compared = Compared(folder, size)
    previewer, app = compared.previewer(), compared.app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.has_painted, "the first paint")
        for key in ("f", "a", "space", "B", "backspace", "J"):
            await pilot.press(key)
        assert all(map(previewer.press, (b"f", b"a", b" ", b"B", b"\x7f", b"J")))
        frames = [
            "".join(cell.data for row in cells(drawn, size) for cell in row)
            for drawn in (previewer.frame(), app.drawn())
        ]
        assert ["f a J▏ " in frame for frame in frames] == [True, True]


@pytest.mark.parametrize("key", [b"\r", b"\x1b", b"\xc3", b"\t", b"\x15"])
def test_other_keys_in_the_filter_wait_for_textual(folder: Path, key: bytes) -> None:
    previewer = Compared(folder, WIDE).previewer()
    assert previewer.press(b"f")
    assert not previewer.press(key)


def test_a_filter_that_stands_from_the_start_before_waits_for_textual(folder: Path) -> None:
    remembered = Remembered().with_library(library_of(folder), InLibrary("a", words="Alpha"))
    assert not Compared(folder, WIDE, remembered=remembered).previewer().press(b"f")


@pytest.mark.parametrize("text", [ESCAPES, FOREIGN], ids=["escapes", "foreign"])
@pytest.mark.parametrize("size", EDGES)
async def test_hostile_text_that_keys_turn_to_is_drawn_as_textual_draws_it(
    folder: Path, size: tuple[int, int], text: str
) -> None:
    index(write(folder, b=hostile(text)))
    assert await Compared(folder, size).differs("J") == []


@pytest.mark.parametrize("sort", ["title", "date", "read"])
async def test_the_list_is_in_its_order(folder: Path, sort: str) -> None:
    write(folder, d=brief("Aardvark"))
    index(folder)
    assert await Compared(folder, WIDE, Settings(sort=sort)).differs() == []


@pytest.mark.parametrize("form", list(ListForm))
async def test_the_list_has_the_form_order_and_brief_of_the_start_before(folder: Path, form: ListForm) -> None:
    remembered = Remembered(sort="title", form=str(form)).with_library(library_of(folder), InLibrary("c"))
    assert await Compared(folder, WIDE, remembered=remembered).differs() == []


@pytest.mark.parametrize("words", ["Beta", "nothing has this", "since:nonsense"])
async def test_a_filter_of_the_start_before_is_in_the_first_frame_of_textual(folder: Path, words: str) -> None:
    remembered = Remembered().with_library(library_of(folder), InLibrary("b", words))
    compared = Compared(folder, WIDE, remembered=remembered)
    app, frame = compared.app(), compared.frame()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.has_painted, "the first paint")
        rows = zip(cells(frame, WIDE), cells(app.drawn(), WIDE), strict=True)
        assert [mine[31:] == its[31:] for mine, its in rows] == [True] * 40
        assert (f"f {words}" in shown(app), "Gamma" in shown(app)) == (
            (True, False) if words == "Beta" else (False, True)
        )


async def test_the_list_goes_along_with_what_keys_turn_to(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = write(tmp_path / "library", **{f"b{number:02}": brief(f"B {number}", 1) for number in range(MANY)})
    index(folder)
    assert await Compared(folder, WIDE).differs(*"J" * 14, *"K" * 12) == []


def library_of(folder: Path) -> str:
    return str(folder.resolve())


def blank(compared: Compared) -> set[int]:
    """Return the rows of which nothing is drawn in the columns of the list."""
    rows = cells(compared.frame(), compared.size)
    return {y for y, row in enumerate(rows) if not "".join(cell.data for cell in row[:27]).strip()}


async def test_a_list_that_would_have_to_be_read_first_is_left_to_the_app(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    folder = write(tmp_path / "library", **{f"b{number:02}": brief(f"B {number}", 1) for number in range(MANY)})
    brief_index = open_indexed([folder], os.environ).brief_index
    scan_library(brief_index)
    brief_index.store.close()
    compared = Compared(folder, WIDE)
    assert set(range(2, 38)) <= blank(compared)
    app, frame = compared.app(), compared.frame()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.has_painted, "the first paint")
        rows = zip(cells(frame, WIDE), cells(app.drawn(), WIDE), strict=True)
        assert [mine[27:] == its[27:] for mine, its in rows] == [True] * 40


async def test_of_own_keys_no_hint_is_given(folder: Path) -> None:
    compared = Compared(folder, WIDE, Settings(keys={"brief.next": "ctrl+n"}))
    assert [row.split(":")[0] for row in await compared.differs()] == ["39"]
    assert 39 in blank(compared)


def test_at_first_only_what_is_read_is_drawn_and_in_its_place(folder: Path) -> None:
    compared = Compared(folder, WIDE)
    whole = cells(compared.frame(), WIDE)
    first = cells(
        frame_of(compared.first_screen.content(Size(*WIDE), with_list=False), compared.setup(), "summary"), WIDE
    )
    assert [row[27:72] for row in first[1:24]] == [row[27:72] for row in whole[1:24]]
    assert "".join(cell.data for row in first[24:38] for cell in row[27:72]).strip() == ""  # the sources come later
    assert first[0] == whole[0]
    assert "".join(cell.data for cell in first[39]).strip() == ""


@pytest.mark.parametrize("size", [(9, 3), (20, 2), (3, 5), (130, 4), (1, 1)])
async def test_in_a_terminal_that_is_hardly_there_it_is_the_same_too(folder: Path, size: tuple[int, int]) -> None:
    assert await Compared(folder, size).differs() == []
