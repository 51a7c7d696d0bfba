"""The search of all briefs, driven by keys."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from briefing.base.safe_text import first_unsafe
from briefing.library.open import open_indexed
from briefing.render.lines import Role, Target, TargetKind
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.panes import pane_of
from briefing.tui.screens.search import SearchScreen
from briefing.tui.theme.colours import Ground
from briefing.tui.widgets.line_widget import LineWidget
from briefing.tui.widgets.results_list import ResultsList
from tests.support.app import EDGES, brief, shown, text_of, until, write
from tests.support.indexed import index, searcher
from tests.support.searched import keep_text
from tests.tui.test_hostile import ESCAPES, MARKUP, hostile

pytestmark = pytest.mark.usefixtures("no_rest")

at_both_edges = pytest.mark.parametrize("size", EDGES, ids=lambda size: f"{size[0]}x{size[1]}")
WIDE = (120, 40)


@pytest.fixture
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count hits as soon as they stand there."""
    monkeypatch.setattr(SearchScreen, "pause", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta", 40), c=brief("港口 of Gamma"))


def searching(app: BriefingApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


def on_screen(app: BriefingApp) -> str:
    return "\n".join(text_of(part) for part in searching(app).parts)


def place_of(results: ResultsList) -> tuple[int, Target, str, int]:
    """Return where the chosen hit leads, which a second search for the same words does not change."""
    assert results.hit_target is not None
    row, target, _, source, paragraph = results.hit_target
    return row, target, source, paragraph


def lit_in(app: BriefingApp, part: LineWidget) -> list[str]:
    """Return the words that are lit in a part."""
    grounds = {
        app.themes.role_styles.plain[Role.HIT].bgcolor,
        app.themes.role_styles.on[Ground.CHOSEN][Role.HIT].bgcolor,
    }
    part.fit_to_size()
    rows = [part.strip_at(y) for y in range(part.rows)]
    return [segment.text for row in rows for segment in row if segment.style and segment.style.bgcolor in grounds]


def without_problems(drawn: str) -> str:
    return re.sub(r" +(! \d+ +)?", " ", drawn)


async def ask(pilot: Pilot[int], app: BriefingApp, words: str, said: str) -> None:
    """Search for words, and wait until this is said of what they find."""
    await pilot.press("F", "ctrl+u", *("space" if key == " " else key for key in words))
    await until(pilot, lambda: said in " ".join(on_screen(app).split()), said)


@at_both_edges
async def test_hits_stand_under_their_briefs_as_the_reader_types(folder: Path, size: tuple[int, int]) -> None:
    app = searcher(folder)
    async with app.run_test(size=size) as pilot:
        await ask(pilot, app, "treaty", "3 hits in 3 briefs")
        screen = text_of(searching(app).results)
        assert screen.index("Alpha") < screen.index("event") < screen.index("Beta")
        assert "The treaty is" in screen


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
async def test_the_first_row_has_the_title_and_the_marking_of_the_hits_below_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    points = "\n".join(f"  - {{text: Harbour point {number}.}}" for number in range(40))
    text = f"briefing: 1\ntitle: Talks\nmarking: TLP:RED\nnot-a-key: 1\nsummary:\n{points}\n"
    app = searcher(write(tmp_path, a=text, b=brief("Beta")))
    async with app.run_test(size=size) as pilot:
        await ask(pilot, app, "harbour", "hits in")
        for step in [*["down"] * 30, *["up"] * 30]:
            await pilot.press(step)
            first, *rest = text_of(searching(app).results).splitlines()
            assert "Talks" in first
            assert any(f"! {count} " in first for count in (1, 41))  # 41 once the open brief is checked
            assert first.rstrip().endswith("TLP:RED")
            assert sum(row.startswith("▌") for row in rest) == 1


@at_both_edges
async def test_enter_goes_to_the_very_item_and_the_words_stay_lit(folder: Path, size: tuple[int, int]) -> None:
    app = searcher(folder)
    async with app.run_test(size=size) as pilot:
        await ask(pilot, app, "treaty -alpha -beta", "in 1 brief")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reading_screen, "back on the reading screen")
        await until(pilot, lambda: app.item == Target(TargetKind.EVENT, 1), "the event")
        assert app.reading_screen.current == "timeline"
        assert app.state.entry.id == "c"
        await until(pilot, lambda: "treaty" in lit_in(app, app.reading_screen.panes["timeline"]), "the words lit")


async def test_enter_waits_for_what_is_found_for_the_words(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "treaty", "3 hits in 3 briefs")
        field = searching(app).field
        field.text = "treaty gamma"
        field.on_key(Key("enter", "\r"))  # before the words are even asked for
        await until(pilot, lambda: app.screen is app.reading_screen, "back on the reading screen")
        await until(pilot, lambda: app.state.entry.id == "c", "at the one that is found")
        await ask(pilot, app, "treaty", "3 hits in 3 briefs")
        field.text = "treaty ("
        field.on_key(Key("enter", "\r"))
        field.text = "treaty"
        await until(pilot, lambda: "3 hits" in on_screen(app), "more was typed after enter, which counts no longer")
        assert searching(app).field.text == "treaty"


@pytest.mark.parametrize(
    ("words", "part", "target"),
    [
        ("width", "figures", Target(TargetKind.FIGURE, 1)),
        ("work begins", "summary", Target(TargetKind.OPEN, 0)),
        ("water agency", "sources", Target(TargetKind.SOURCE, 1)),
        ("39 says", "summary", Target(TargetKind.POINT, 38)),
    ],
)
async def test_every_kind_of_item_is_gone_to(folder: Path, words: str, part: str, target: Target) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, words + " -gamma -alpha", "in 1 brief")
        screen = searching(app)
        for _ in range(60):
            hit_target = screen.results.hit_target
            if hit_target is None or hit_target.target == target:
                break
            await pilot.press("down")
        await pilot.press("enter")
        await until(pilot, lambda: app.item == target, "the item")
        assert app.reading_screen.current == part


async def test_the_way_back_leads_to_where_the_reader_was_and_the_search_stands_as_it_was(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "j")
        before = app.state.row, app.reading_screen.current, app.item
        await ask(pilot, app, "says", "56 hits in 3 briefs")
        await pilot.press(*["pagedown"] * 2, "down")
        hit_target = searching(app).results.hit_target
        drawn = on_screen(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reading_screen, "there")
        assert (app.state.row, app.item) == (hit_target and hit_target.row, hit_target and hit_target.target)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: (app.state.row, app.reading_screen.current, app.item) == before, "back")
        await pilot.press("F")
        await until(pilot, lambda: app.screen is not app.reading_screen, "search again")
        assert searching(app).results.hit_target == hit_target
        assert searching(app).field.text == "says"
        below, before_below = (without_problems(text).partition("\n")[2] for text in (on_screen(app), drawn))
        assert below == before_below  # but for the problems: the brief is checked now


async def test_escape_leaves_the_search_and_changes_nothing(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "j")
        await until(pilot, lambda: "3 unread" in shown(app), "all is counted")
        before = app.state.row, app.reading_screen.current, app.item, shown(app)
        await ask(pilot, app, "treaty", "3 hits")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reading_screen, "left")
        assert (app.state.row, app.reading_screen.current, app.item, shown(app)) == before
        await pilot.press("F")
        await until(pilot, lambda: "treaty" in on_screen(app), "what was typed")


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
async def test_a_mistake_is_said_and_the_hits_stay(folder: Path, size: tuple[int, int]) -> None:
    app = searcher(folder)
    async with app.run_test(size=size) as pilot:
        await ask(pilot, app, "treaty", "3 hits in 3 briefs")
        await pilot.press("space", ")")
        await until(pilot, lambda: "never opened" in " ".join(on_screen(app).split()), "the mistake")
        assert "The treaty is" in on_screen(app)
        searching(app).field.text = "treaty tga:x"
        await until(pilot, lambda: "did you mean “tag”" in " ".join(on_screen(app).split()), "what was meant")
        assert "The treaty is" in on_screen(app)
        await pilot.press(*["backspace"] * 6)
        await until(pilot, lambda: "3 hits in 3 briefs" in on_screen(app), "mended")


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
async def test_what_is_nowhere_is_said_to_be_nowhere(folder: Path, size: tuple[int, int]) -> None:
    app = searcher(folder)
    async with app.run_test(size=size) as pilot:
        await ask(pilot, app, "zebra", "nothing found")
        await pilot.press("down", "up", "pagedown", "pageup", "home", "end", "enter")
        assert app.screen.id == "search"


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
async def test_every_hit_is_reached_and_seen_on_the_way(folder: Path, size: tuple[int, int]) -> None:
    app = searcher(folder)
    async with app.run_test(size=size) as pilot:
        await ask(pilot, app, "says", "56 hits in 3 briefs")
        results = searching(app).results
        ways = [place_of(results)]
        for _ in range(55):
            await pilot.press("down")
            await until(pilot, lambda: place_of(results) != ways[-1], "the next hit")
            ways.append(place_of(results))
            assert results._at in results._shown  # noqa: SLF001 - what stands on the screen
        assert len(set(ways)) == 56
        await pilot.press("home")
        await until(pilot, lambda: place_of(results) == ways[0], "the first")
        await pilot.press("end")
        await until(pilot, lambda: place_of(results) == ways[-1], "the last")
        await pilot.press("up")
        await until(pilot, lambda: place_of(results) == ways[-2], "the one before")


async def test_a_long_way_is_not_laid_out_before_it_is_gone(tmp_path: Path) -> None:
    texts = {f"b{number:03}": brief(f"Brief {number}") for number in range(120)}
    app = searcher(write(tmp_path, **texts))
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "says", "in 120 briefs")
        results = searching(app).results
        await pilot.press("end", "pageup")
        assert len(results._lines) < 40  # noqa: SLF001 - the work that was done
        await until(pilot, lambda: "960 hits in 120 briefs" in on_screen(app), "counted")


async def test_wide_characters_are_found_and_lit(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await ask(pilot, app, "港口", "in 1 brief")
        results = searching(app).results
        await until(pilot, lambda: "港口" in lit_in(app, results), "both lit: the first one alone is in 1 brief, too")
        assert all(results.strip_at(y).cell_length == 80 for y in range(results.rows))


async def test_only_ascii_signs_are_drawn_where_the_terminal_has_no_others(folder: Path) -> None:
    app = searcher(write(folder, c=brief("Gamma")), Settings(ascii=True))
    async with app.run_test(size=(60, 24)) as pilot:
        await ask(pilot, app, "treaty", "3 hits")
        assert on_screen(app).isascii()


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
@pytest.mark.parametrize("text", [MARKUP, ESCAPES], ids=["markup", "escapes"])
async def test_hostile_briefs_are_only_shown(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    app = searcher(write(tmp_path, a=hostile(text)))
    async with app.run_test(size=size) as pilot:
        await ask(pilot, app, "t or p or f or e or x or is:unread", "in 1 brief")
        await pilot.click(offset=(10, 4))
        await pilot.press("down", "end")
        assert first_unsafe(on_screen(app)) is None
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reading_screen, "there")
        assert first_unsafe(shown(app)) is None


HOSTILE_QUERIES = [
    '"',
    "NEAR(",
    "a\x00b",
    "(" * 300,
    "-",
    "*",
    "title:",
    "[/] [@click=app.quit]x[/]",
    "\u202eabc",
    "🚢 :",
    "a AND",
    ")",
]


async def test_hostile_queries_are_answered_or_refused(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "treaty", "3 hits")
        screen = searching(app)
        for query in HOSTILE_QUERIES:
            screen.field.text = ""
            screen.field.text = query
            await pilot.pause(0.02)
            assert first_unsafe(on_screen(app)) is None
        await ask_again(pilot, app, "treaty", "3 hits in 3 briefs")


async def ask_again(pilot: Pilot[int], app: BriefingApp, words: str, said: str) -> None:
    await pilot.press("ctrl+u", *words)
    await until(pilot, lambda: said in " ".join(on_screen(app).split()), said)


PARAGRAPHS = "Bridge news\n\nNobody was seen at the ferry.\n\nThe old lighthouse was sold to a baker.\n"
WITH_TEXT = """\
briefing: 1
title: Coast
summary:
  - {text: A ferry waits, cites: {source: press, quote: Nobody was seen at the ferry}}
sources:
  press: {kind: article, title: Bridge news, file: texts/news.txt}
"""


def with_saved_text(folder: Path, **briefs: str) -> BriefingApp:
    """Return the reader of these briefs, with a saved text that is in the index."""
    (folder / "texts").mkdir()
    (folder / "texts" / "news.txt").write_text(PARAGRAPHS)
    index(write(folder, **briefs))
    library = open_indexed([folder], os.environ)
    keep_text(library.brief_index, "texts/news.txt", PARAGRAPHS)
    return BriefingApp(library, Settings())


@pytest.mark.parametrize(
    ("word", "opened", "words"),
    [
        pytest.param("nobody", Target(TargetKind.POINT, 0, 0), "Nobody was seen", id="cited"),
        pytest.param("lighthouse", Target(TargetKind.SOURCE, 0), "The old lighthouse", id="not-cited"),
    ],
)
async def test_a_hit_in_a_saved_text_opens_the_text_there(
    tmp_path: Path, word: str, opened: Target, words: str
) -> None:
    app = with_saved_text(tmp_path, a=brief("Alpha"), coast=WITH_TEXT)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, word, "hit")
        await until(pilot, lambda: "saved text" in on_screen(app), "found in the text")
        await pilot.press("end")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.source_text_screen, "the saved text")
        assert app.source_text_screen.target._replace(cite=opened.cite) == opened
        await until(pilot, lambda: words in text_of(app.source_text_screen.text_view), "the words")
        await pilot.press("left_square_bracket", "left_square_bracket")
        await until(pilot, lambda: app.state.entry.id == "a", "back")


async def test_a_brief_outside_the_filter_is_gone_to_as_well(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"alpha", "enter")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 1, "filtered")
        await ask(pilot, app, "gamma treaty", "in 1 brief")
        await pilot.press("down", "enter")
        await until(
            pilot,
            lambda: app.state.entry.id == "c" and len(app.reading_screen.library.shown_rows) == 3,
            "there, unfiltered",
        )
        assert app.reading_screen.library.shown_rows[app.reading_screen.library.index] == app.state.row


async def test_an_item_that_has_gone_since_is_said_to_be_gone(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "38 says", "in 1 brief")
        write(folder, b=brief("Beta", 3))
        await pilot.press("enter")
        await until(pilot, lambda: "this is no longer in the brief" in shown(app), "said")


async def test_a_newer_search_gives_the_older_one_up(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "treaty alpha", "in 1 brief")
        screen = searching(app)
        for query in ("says", "width", "treaty gamma"):  # each before the one before is answered
            screen.field.text = query
        await until(pilot, lambda: "港口 of Gamma" in on_screen(app), "the last one's answer")
        await pilot.pause(0.1)
        assert "Alpha" not in text_of(screen.results)


async def test_a_brief_found_by_its_saved_text_alone_stands_below_and_every_hit_is_seen_from_the_first(
    tmp_path: Path,
) -> None:
    app = with_saved_text(tmp_path, a=WITH_TEXT, b=brief("The lighthouse"))
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "lighthouse", "hits in 2 briefs")
        rows = text_of(searching(app).results)
        assert rows.index("The lighthouse") < rows.index("Coast") < rows.index("saved text")


async def test_enter_opens_the_saved_text_if_the_words_are_nowhere_else(tmp_path: Path) -> None:
    app = with_saved_text(tmp_path, a=brief("Alpha"), coast=WITH_TEXT)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, '"old lighthouse"', "1 hit in 1 brief [all 1] saved texts 1")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.source_text_screen, "the saved text")
        await until(pilot, lambda: "The old lighthouse" in text_of(app.source_text_screen.text_view), "the words")


async def test_the_old_words_are_selected_so_that_typing_replaces_them_and_an_arrow_keeps_them(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "treaty", "3 hits in 3 briefs")
        await pilot.press("escape", "F")
        await until(pilot, lambda: lit_in(app, searching(app).field) == ["treaty"], "selected")
        await pilot.press(*"says")
        assert searching(app).field.text == "says"
        for key in ("end", "right", "down"):
            await pilot.press("escape", "F", key, "x", "backspace")
            assert searching(app).field.text == "says"
            assert lit_in(app, searching(app).field) == []
        await pilot.press("escape", "F", "backspace")
        assert not searching(app).field.text


async def test_the_filter_is_selected_when_it_is_opened_again(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"alpha", "enter")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 1, "filtered")
        await pilot.press("f", *"beta")
        assert app.reading_screen.filter_text == "beta"


def table(app: BriefingApp) -> list[str]:
    """Return the rows of the results, with one blank for several."""
    return [" ".join(row.split()) for row in text_of(searching(app).results).splitlines() if row.strip()]


MEASURED = """
figures:
- {{label: Sent so far, value: {}, unit: troops, approx: about, measure: troops/sent, by: board, when: {}}}
timeline:
- {{text: The talks begin, when: {}}}
- {{text: The talks go on, when: 2010/2020}}
sources:
  board: {{kind: unnamed, name: the board}}
"""


def measured(title: str, number: str, year: str) -> str:
    return f"briefing: 1\ntitle: {title}\nmarking: TLP:AMBER{MEASURED.format(number, year, year)}"


@pytest.fixture
def of_one_measure(tmp_path: Path) -> Path:
    return write(tmp_path, a=measured("Alpha", "3000", "2013"), b=measured("Beta", "11.5", "2012"), c=brief("Gamma"))


async def test_tab_shows_one_kind_of_hits_at_a_time_in_columns_with_who_says_it(of_one_measure: Path) -> None:
    app = searcher(of_one_measure)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "sent or talks", "[all 6]")
        await pilot.press("tab")
        await until(pilot, lambda: "[figures 2]" in on_screen(app), "the figures")
        assert table(app) == [
            "▌ 2013 ≈3,000 troops Sent so far the board, unnamed Alpha",
            "2012 ≈11.5 troops Sent so far the board, unnamed Beta",
        ]
        assert "TLP:AMBER" in on_screen(app)
        await pilot.press("tab")
        await until(pilot, lambda: "[events 4]" in on_screen(app), "the events")
        assert [row.split(" The talks")[0] for row in table(app)] == ["▌ 2010–2020", "2010–2020", "2012", "2013"]
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: app.item == Target(TargetKind.EVENT, 0) and app.state.entry.id == "b", "the event")
        await pilot.press("F", "shift+tab", "shift+tab")
        await until(pilot, lambda: "[all 6]" in on_screen(app), "all again")


async def test_briefs_in_which_one_item_meets_the_query_come_before_those_that_meet_it_only_as_a_whole(
    tmp_path: Path,
) -> None:
    apart = measured("Alpha", "3000", "2013").replace("The talks begin", "Troops are ferried")
    together = measured("Beta", "4000", "2012").replace("Sent so far", "Ferried so far")
    app = searcher(write(tmp_path, a=apart, b=together, c=brief("Gamma")))
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "figure:>1000 ferried", "[all 2]")
        rows = [row.split("  ")[0] for row in table(app)]
        assert [
            part
            for row in rows
            for part in ("Alpha", "Beta", "no single claim", "Troops are", "Ferried so")
            if part in row
        ] == ["Beta", "Ferried so", "Alpha", "no single claim", "Troops are"]


async def test_tab_and_enter_wait_for_the_words_before_them(of_one_measure: Path) -> None:
    app = searcher(of_one_measure)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("F", *"sent", "space", *"or", "space", *"talks", "tab", "tab", "enter")
        await until(pilot, lambda: app.item == Target(TargetKind.EVENT, 1), "the first event")


async def test_new_words_are_searched_for_in_all_kinds_again(of_one_measure: Path) -> None:
    app = searcher(of_one_measure)
    async with app.run_test(size=WIDE) as pilot:
        await ask(pilot, app, "sent", "[all 2]")
        await pilot.press("tab")
        await until(pilot, lambda: "[figures 2]" in on_screen(app), "the figures")
        await pilot.press("escape", "F", *"talks")
        await until(pilot, lambda: "[all 4]" in on_screen(app), "all of the new words")


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
async def test_a_year_finds_events_and_those_that_only_reach_into_it_stand_below(
    of_one_measure: Path, size: tuple[int, int]
) -> None:
    app = searcher(of_one_measure)
    async with app.run_test(size=size) as pilot:
        await ask(pilot, app, "2013", "4 hits in 2 briefs")
        await pilot.press("tab", "tab")
        await until(pilot, lambda: "[events 3]" in on_screen(app), "the events")
        rows = [row for row in table(app) if "TALKS" in row.upper() or "reach" in row]
        assert [row.split(" The talks")[0].removesuffix(", or may be in it:") for row in rows][:2] == [
            "▌ 2013",
            "dates that only reach into this time" if size == WIDE else rows[1],
        ]
        assert rows[1].startswith("dates that only reach")
        assert rows[2].startswith("2010–2020")


async def test_m_shows_the_same_measure_in_other_briefs_and_the_way_back_leads_to_the_figure(
    of_one_measure: Path,
) -> None:
    app = searcher(of_one_measure)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: app.item == Target(TargetKind.FIGURE, 0), "a figure")
        await pilot.press("m")
        await until(pilot, lambda: app.screen.id == "search" and "[figures 2]" in on_screen(app), "the same measure")
        assert [row.startswith("▌") for row in table(app)] == [False, True]
        await pilot.press("enter")
        await until(pilot, lambda: app.state.entry.id == "b" and app.screen is app.reading_screen, "the other figure")
        assert app.item == Target(TargetKind.FIGURE, 0)
        assert "0 found" not in shown(app)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: app.state.entry.id == "a", "back")
        await pilot.press("1", "m")
        await until(pilot, lambda: "stand on a figure" in shown(app), "only figures have one")


async def test_a_figure_without_a_measure_is_said_to_have_none(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "m")
        await until(pilot, lambda: "no measure" in shown(app), "said")


EVERYWHERE = """\
briefing: 1
title: Titleword
lede: Ledeword
tags: [tagword]
entities: [{name: Nameword, aliases: [aliasword]}]
summary:
- First
- {text: Second, cites: {source: press, quote: quoteword}}
- {text: Third, by: agency}
figures:
- {label: A, value: 1}
- {label: Figureword, value: 2}
timeline:
- {text: B, when: 1959}
- {text: Eventword, when: 1960, note: noteword}
sources:
  press: {kind: article, title: Bridge news}
  agency: {kind: organisation, name: Agency, role: roleword}
open: [C, Openword]
"""


@pytest.mark.parametrize(
    ("words", "item"),
    [
        *(
            (words, Target(TargetKind.POINT, 0))
            for words in ("titleword", "ledeword", "tagword", "nameword", "aliasword")
        ),
        ("quoteword", Target(TargetKind.POINT, 1)),
        ("by:roleword", Target(TargetKind.POINT, 2)),
        ("figureword", Target(TargetKind.FIGURE, 1)),
        ("figure:2", Target(TargetKind.FIGURE, 1)),
        ("eventword", Target(TargetKind.EVENT, 1)),
        ("noteword", Target(TargetKind.EVENT, 1)),
        ("1960", Target(TargetKind.EVENT, 1)),
        ("source:org roleword", Target(TargetKind.POINT, 2)),
        ("openword", Target(TargetKind.OPEN, 1)),
    ],
)
async def test_enter_leads_to_the_very_place_of_the_words(tmp_path: Path, words: str, item: Target) -> None:
    app = searcher(write(tmp_path, a=brief("Alpha"), b=EVERYWHERE))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("4")
        await ask(pilot, app, words, "in 1 brief")
        await until(pilot, lambda: searching(app)._words == words, "found for the whole words")  # noqa: SLF001
        await pilot.press("enter")
        await until(pilot, lambda: app.state.entry.id == "b" and app.item == item, "there")
        assert app.reading_screen.current == pane_of(item.kind)
