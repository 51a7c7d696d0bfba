"""From an item to its words in the saved text and back, driven by keys; hostile texts stay text."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from textual.geometry import Size
from textual.pilot import Pilot

from briefing.render.lines import Role, Target, TargetKind, text_of
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.external import ExternalProgramError, page_through, pager_command
from briefing.tui.screens.page import PageScreen
from briefing.tui.screens.question import QuestionScreen
from briefing.tui.screens.search import SearchScreen
from briefing.tui.widgets.results_list import ResultsList
from briefing.tui.widgets.sheet_pane import Pane
from tests.support import app as on_screen
from tests.support.app import reader, until, write
from tests.support.runs import TAKEN
from tests.support.terminal import Preloaded, Terminal, environment
from tests.support.terminal import Size as TerminalSize

at_reading_sizes = pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)], ids=str)

BRIEF = """\
briefing: 1
title: The bridge
marking: TLP:GREEN
summary:
  - text: Work is about to begin.
    cites:
      - {source: press, quote: work on the bridge begins soon}
      - {source: press, quote: The ambassador announced it on Monday}
figures:
  - {label: Length, value: 850, unit: metres, approx: about,
     cites: {source: press, quote: about 850 metres long}}
timeline:
  - {text: The old bridge opens, when: 1959, cites: {source: agency, quote: it opened}}
sources:
  press: {kind: article, title: Bridge news, file: press.txt, url: "https://example.org/bridge"}
  agency: {kind: organisation, name: Water agency, url: "https://example.org/agency"}
open: [When work begins.]
"""
FILLING = "\n\n".join(f"Paragraph {number} says nothing of the kind." for number in range(3, 60))
TEXT = f"""Bridge news

The ambassador announced it on Monday: work on the bridge begins soon.

It will be about 850 metres long.

{FILLING}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "press.txt").write_text(TEXT, encoding="utf-8")
    return write(tmp_path, bridge=BRIEF)


def lit(app: BriefingApp) -> str:
    """Return the words that are lit on screen."""
    view = app.source_text_screen.text_view
    rows = view.sheet.lines[view.position.top : view.position.top + view.rows]
    return " ".join(run.text for line in rows for run in line if run.role is Role.QUOTE)


def passage_text(app: BriefingApp) -> str:
    return on_screen.text_of(app.source_text_screen.text_view)


async def checked(pilot: Pilot[int], app: BriefingApp) -> None:
    await until(pilot, lambda: app.state.evidence is not None, "checked")


async def opened(pilot: Pilot[int], app: BriefingApp, *keys: str) -> None:
    """Open a passage with these keys."""
    await checked(pilot, app)
    await pilot.press(*keys)
    await until(
        pilot,
        lambda: app.screen is app.source_text_screen and app.source_text_screen.text_view.size.height > 2,
        "passage open",
    )


@at_reading_sizes
@pytest.mark.parametrize("key", ["s", "enter"])
async def test_two_keys_lead_to_the_words_lit_below_their_verdict(
    folder: Path, key: str, size: tuple[int, int]
) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, "2", key)
        assert lit(app) == "about 850 metres long"
        assert "found in paragraph 2, word for word" in passage_text(app).lower()


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
@pytest.mark.parametrize("key", ["left_square_bracket", "escape", "q", "s"])
async def test_the_way_back_leads_exactly_to_where_the_reader_was(
    folder: Path, key: str, size: tuple[int, int]
) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await checked(pilot, app)
        await pilot.press("2", "j")
        await until(
            pilot,
            lambda: (
                app.reading_screen.panes["figures"].size.height > 2 and app.reading_screen.panes["figures"].is_drawn
            ),
            "there",
        )
        before = app.reading_screen.current, app.item, app.reading_screen.panes["figures"].position
        await opened(pilot, app, "s", "j", "j")
        await pilot.press(key)
        await until(pilot, lambda: app.screen is app.reading_screen, "back")

        def here() -> bool:  # once the reading screen is laid out again
            return (app.reading_screen.current, app.item, app.reading_screen.panes["figures"].position) == before

        await until(pilot, here, "exactly there")
        assert app.focused is app.reading_screen.panes["figures"]


async def test_from_the_list_the_words_are_one_key_away(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "0", "s")
        assert lit(app) == "work on the bridge begins soon"


async def test_n_and_capital_n_go_through_the_cites_of_the_item(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "1", "s")
        await pilot.press("n")
        assert lit(app) == "The ambassador announced it on Monday"
        await pilot.press("n")
        assert lit(app) == "work on the bridge begins soon"
        await pilot.press("N")
        assert app.item == Target(TargetKind.POINT, 0, 1)


async def test_an_item_with_one_cite_says_that_there_is_no_other(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "2", "s", "n")
        await until(pilot, lambda: "cites nothing else" in foot(app), "said")


def foot(app: BriefingApp) -> str:
    return on_screen.text_of(app.source_text_screen.parts[-2])


async def test_the_verdict_stays_while_the_text_scrolls(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app, "2", "s", "G")
        assert "found in paragraph 2" in passage_text(app)
        assert "Paragraph 59" in passage_text(app)
        await pilot.press("g")
        assert "¶1" in passage_text(app)


@at_reading_sizes
async def test_space_pages_through_all_of_the_text(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, "2", "s", "g")
        seen = ""
        for _ in range(60):
            seen += passage_text(app)
            await pilot.press("space")
            if "Paragraph 59" in seen:
                break
        assert [number for number in range(3, 60) if f"Paragraph {number} " not in seen] == []


@at_reading_sizes
async def test_a_resize_keeps_the_words_on_screen(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, "2", "s")
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: app.source_text_screen.size == Size(*size), "resized")
        await pilot.pause(0.05)
        assert lit(app) == "about 850 metres long"


@pytest.mark.parametrize("size", [(44, 16), (80, 24), (159, 40)], ids=str)
async def test_a_resize_keeps_the_line_under_the_cursor_on_screen(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, "2", "s", "k")
        await until(pilot, lambda: "enter goes to the point Work is" in passage_text(app), "at the quote of the point")
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: app.source_text_screen.size == Size(*size), "resized")
        await until(pilot, lambda: "enter goes to the point Work is" in passage_text(app), "still there")


async def test_a_terminal_without_room_for_the_text_and_back_leaves_its_keys_working(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "2", "s")
        screen = app.source_text_screen
        await pilot.resize_terminal(5, 1)
        await until(pilot, lambda: screen.size == (5, 1), "resized")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: screen.size == (80, 24), "resized back")
        assert app.focused is screen.text_view


@pytest.mark.parametrize("size", [(200, 60), (160, 18), (200, 18)], ids=str)
@pytest.mark.parametrize("pane", ["tab,shift+tab", "2"])
async def test_a_wide_screen_keeps_the_pane_of_the_reader_beside_the_text(
    folder: Path, pane: str, size: tuple[int, int]
) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, *pane.split(","), "s")
        here, over = (
            app.reading_screen.panes[app.reading_screen.current].region,
            app.source_text_screen.text_view.region,
        )
        assert (here.intersection(over).area, over.area > 0) == (0, True)


@pytest.mark.parametrize("key", ["s", "A"])
async def test_behind_another_screen_no_heading_is_that_of_the_part_with_the_keys(folder: Path, key: str) -> None:
    app = reader(folder)
    async with app.run_test(size=(200, 60)) as pilot:
        summary, focus = app.reading_screen.panes["summary"], app.themes.role_styles.plain[Role.FOCUS].bgcolor

        def is_lit() -> bool:
            return any(part.style is not None and part.style.bgcolor == focus for part in summary.strip_at(0))

        await until(pilot, is_lit, "the heading of the part with the keys")
        await pilot.press(key)
        await until(pilot, lambda: not app.is_on_reading_screen and not is_lit(), "the other screen")
        await pilot.press("escape")
        await until(pilot, is_lit, "the heading of the part with the keys")


@pytest.mark.parametrize("theme", ["ink", "ansi", "nord"])
async def test_only_on_a_wide_screen_the_panes_beside_the_text_are_drawn(folder: Path, theme: str) -> None:
    app = reader(folder, Settings(theme=theme))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app, "2", "s")
        screen = app.source_text_screen
        assert screen.styles.background.a == 1
        await pilot.resize_terminal(200, 60)
        await until(pilot, lambda: screen.styles.background.a == 0, "what is behind it shows through")


async def test_opened_from_another_pane_it_stands_beside_that_one(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(170, 18)) as pilot:
        await opened(pilot, app, "2", "s")
        beside_figures = app.source_text_screen.text_view.region
        await pilot.press("escape")
        await opened(pilot, app, "1", "s")
        panes, view = app.reading_screen.panes, app.source_text_screen.text_view
        assert (beside_figures.x, beside_figures.width) == (panes["summary"].region.x, panes["summary"].region.width)
        await until(pilot, lambda: view.region.x == panes["figures"].region.x, "over the side panes")


@pytest.mark.parametrize("key", ["enter", "4", "a"])
async def test_the_source_of_the_passage_is_found_in_the_sources_pane(folder: Path, key: str) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "3", "s")
        await pilot.press(key)
        await until(
            pilot,
            lambda: app.screen is app.reading_screen and app.reading_screen.current == "sources",
            "sources listen",
        )
        assert app.item == Target(TargetKind.SOURCE, 1)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: app.reading_screen.current == "timeline", "back where the passage was opened")


@at_reading_sizes
async def test_enter_on_a_line_that_another_claim_quotes_goes_to_that_claim(
    folder: Path, size: tuple[int, int]
) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, "2", "s", "k")
        await until(pilot, lambda: "enter goes to the point Work is" in passage_text(app), "said")
        await pilot.press("enter")
        await until(pilot, lambda: app.reading_screen.current == "summary", "at the claim")
        assert app.item == Target(TargetKind.POINT, 0)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: app.item == Target(TargetKind.FIGURE, 0), "back where the text was opened")


@pytest.mark.parametrize("size", [(60, 14), (100, 15), (159, 14), (60, 24), (159, 30)], ids=str)
async def test_in_few_rows_claim_verdict_words_and_a_row_below_are_there(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, "2", "s")
        shown = passage_text(app)
        assert lit(app) == "about 850 metres long"
        assert "≈850 metres  Length" in shown
        assert "found in paragraph 2, word for word" in shown.lower()
        assert re.search("▌ quoted .*│ .*by others", "\n".join(shown.splitlines()[-2:]))
        top = next(number for number, row in enumerate(shown.splitlines()) if "It will be" in row)
        assert top <= len(shown.splitlines()) * 3 // 4


async def test_enter_on_a_line_that_several_claims_quote_lists_them_whole(folder: Path) -> None:
    events = (
        "timeline:\n  - {text: It is announced, when: 2024, cites: {source: press, quote: announced it on Monday}}\n"
    )
    write(folder, bridge=BRIEF.replace("timeline:\n", events))
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "2", "s", "k")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PageScreen), "page of claims")
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.reading_screen.current == "timeline", "at the claim")
        assert app.item == Target(TargetKind.EVENT, 0)
        await until(pilot, lambda: app.screen is app.reading_screen, "nothing lies over it")


async def test_a_text_that_is_not_held_says_so_and_gives_the_address(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "3", "s")
        assert "no text of this source is held" in passage_text(app)
        assert "https://example.org/agency" in passage_text(app)
        assert lit(app) == ""
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen), "question with the address")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.source_text_screen, "back in the passage")
        await pilot.press("p")
        await until(pilot, lambda: "no text of this source is held" in foot(app), "no pager")


async def test_a_copy_from_a_passage_holds_quote_citation_and_marking(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "1", "s", "n", "y")
        await until(pilot, lambda: "sent to the terminal" in foot(app), "said")
        assert "announced it on Monday" in app.clipboard
        assert "begins soon" not in app.clipboard
        assert "Bridge news" in app.clipboard
        assert "TLP:GREEN" in app.clipboard


async def test_the_text_of_a_passage_can_be_selected(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app, "2", "s")
        view = app.source_text_screen.text_view
        y = next(y for y, row in enumerate(passage_text(app).splitlines()) if "Paragraph 4 " in row)
        await pilot.mouse_down(view, offset=(3, y))
        await pilot.hover(view, offset=(60, y))
        await pilot.mouse_up(view, offset=(60, y))
        assert "Paragraph 4 says nothing" in (app.screen.get_selected_text() or "")


async def test_text_that_is_selected_leaves_out_the_notes_beside_it(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app, "2", "s")
        view = app.source_text_screen.text_view
        y = next(y for y, row in enumerate(passage_text(app).splitlines()) if "It will be about" in row)
        assert "2 Length" in passage_text(app).splitlines()[y]
        await pilot.mouse_down(view, offset=(3, y))
        await pilot.hover(view, offset=(110, y))
        await pilot.mouse_up(view, offset=(110, y))
        selected = app.screen.get_selected_text() or ""
        assert "850 metres long." in selected
        assert "Length" not in selected


async def test_a_click_below_the_text_goes_nowhere(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "1", "s")
        view, at = app.source_text_screen.text_view, app.item
        for row in (1, 2):
            await pilot.click(view, offset=(12, view.size.height - row))
        assert (app.screen, app.item) == (app.source_text_screen, at)


@pytest.mark.parametrize(("key", "says"), [("enter", "rest on it"), ("i", "fall")])
async def test_a_source_tells_what_rests_on_it_and_what_falls_with_it(folder: Path, key: str, says: str) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await checked(pilot, app)
        await pilot.press("4", key)
        await until(pilot, lambda: isinstance(app.screen, PageScreen), "page of claims")
        page = app.screen.query_one("#page", Pane)
        await until(pilot, lambda: page.size.height > 3, "laid out")
        assert says in on_screen.text_of(page)
        await pilot.press("j", "enter")
        await until(
            pilot, lambda: app.screen is app.reading_screen and app.reading_screen.current == "figures", "at the claim"
        )
        assert app.item == Target(TargetKind.FIGURE, 0)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: app.reading_screen.current == "sources", "back at the source")


async def test_i_asks_about_who_says_the_claim_and_again_about_the_article(folder: Path) -> None:
    write(folder, bridge=BRIEF.replace("approx: about,", "approx: about, by: agency,"))
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await checked(pilot, app)
        await pilot.press("2", "i")
        await until(pilot, lambda: isinstance(app.screen, PageScreen), "page of claims")
        page = app.screen.query_one("#page", Pane)
        await until(pilot, lambda: "2 Water agency" in on_screen.text_of(page), "who says so")
        assert "i asks about Bridge news" in on_screen.text_of(page)
        await pilot.press("i")
        await until(pilot, lambda: "1 Bridge news" in on_screen.text_of(page), "the article")
        assert "2 of 3 claims fall" in on_screen.text_of(page)
        await pilot.press("i")
        await until(pilot, lambda: "2 Water agency" in on_screen.text_of(page), "who says so again")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reading_screen, "at the claim")
        assert app.item == Target(TargetKind.FIGURE, 0)


@pytest.mark.parametrize("size", [(80, 16), (80, 18), (60, 17)], ids=str)
async def test_claim_and_quote_are_whole_on_a_low_screen(folder: Path, size: tuple[int, int]) -> None:
    long = "Work on the bridge over the river is about to begin, says the ambassador in the capital."
    write(folder, bridge=BRIEF.replace("Work is about to begin.", long))
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, "1", "s")
        said = " ".join(passage_text(app).split())
        assert " ".join(long.split()[-8:]) in said
        assert "“work on the bridge begins soon”" in said


async def test_words_are_found_in_a_saved_text_and_escape_leaves_find_before_the_text(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "1", "s", "slash", *"paragraph 4")
        await pilot.press("enter")
        view = app.source_text_screen.text_view
        await until(pilot, lambda: "Paragraph 4 says" in passage_text(app), "the first hit is in view")
        await until(pilot, lambda: "1 of 11" in foot(app), "said which hit it is")
        at = view.position
        await pilot.press("N")
        await until(pilot, lambda: "Paragraph 49" in passage_text(app) and view.position != at, "the last hit")
        await pilot.press("escape")
        assert app.is_in_source_text
        await pilot.press("escape")
        await until(pilot, lambda: app.is_on_reading_screen, "left")


async def test_words_that_a_saved_text_does_not_have_are_said_to_be_missing(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "1", "s", "slash", *"nowhere", "enter")
        await until(pilot, lambda: "“nowhere” is not in this text" in foot(app), "said")
        await pilot.press("left_square_bracket")
        await opened(pilot, app, "s", "n")
        await until(pilot, lambda: "cite 2 of 2" in foot(app), "n goes to the next cite again")


@pytest.mark.parametrize(("words", "leads_to"), [("opens", "timeline"), ("metres", "figures")])
async def test_a_search_from_a_saved_text_comes_back_to_it_or_goes_to_the_hit(
    folder: Path, words: str, leads_to: str
) -> None:
    app = reader(folder)
    on_screen.index(app.state.brief_rows.brief_index)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "1", "s")
        await pilot.press("F", "escape")
        await until(pilot, lambda: app.screen is app.source_text_screen, "back in the saved text")
        await pilot.press("F", *words, "enter")
        await until(pilot, lambda: app.screen is app.reading_screen, "at the hit")
        assert app.reading_screen.current == leads_to


async def test_a_hit_in_a_saved_text_is_opened_from_another_saved_text(folder: Path) -> None:
    app = reader(folder)
    on_screen.index(app.state.brief_rows.brief_index)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "1", "s")
        await pilot.press("F", *'"paragraph 40"')
        await until(pilot, lambda: isinstance(app.screen, SearchScreen), "the search")
        results = app.screen.query_one("#results", ResultsList)
        await until(pilot, lambda: "saved text" in on_screen.text_of(results), "found in the text")
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen is app.source_text_screen, "the text is open")
        await until(pilot, lambda: "Paragraph 40" in passage_text(app), "at the words")
        assert app.screen_stack.count(app.source_text_screen) == 1
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reading_screen, "back")


async def test_m_in_a_saved_text_speaks_of_the_figure_that_rests_on_it(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "2", "s", "m")
        await until(pilot, lambda: "this figure has no measure" in foot(app), "said")


async def test_what_is_left_open_rests_on_no_words(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "s")
        await until(pilot, lambda: "there are no words to show" in on_screen.shown(app), "said")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        pytest.param("3", "no text of this source is held", id="not-held"),
        pytest.param("1 G", "nothing here that rests on a source", id="open-question"),
    ],
)
async def test_the_pager_says_why_it_has_no_text_to_show(folder: Path, keys: str, said: str) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await checked(pilot, app)
        await pilot.press(*keys.split(), "p")
        await until(pilot, lambda: said in on_screen.shown(app), "said")


def test_the_pager_shows_the_text_of_the_item_under_the_cursor(folder: Path) -> None:
    variables = environment(folder / "home", PAGER="cat")
    with Terminal(Preloaded(folder), TerminalSize(80, 24), variables) as terminal:
        terminal.until_written(TAKEN)
        terminal.press("2p")
        terminal.until_shown("cat has ended: it had the saved text")
        assert b"Paragraph 59 says nothing" in terminal.written


async def test_the_palette_offers_the_keys_of_a_passage(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app, "1", "s")
        offered = {entry.choice.setting for entry in app.palette_entries}
        assert {"passage.next", "passage.back", "passage.pager", "source.falls", "item.copy"} <= offered
        assert "brief.next" not in offered


HOSTILE = {
    "escapes": "\x1b[31m \x1b]0;pwn\x07 \x1b]52;c;cHdu\x07 \x9b2J \x00\x7f",
    "markup": "[/] [@click=app.quit]x[/] [link=x]",
    "bidi": "\u202edesrever\u202c \u2066x\u2069",
    "one long line": "word " * 100_000,
    "one long word": "x" * 500_000,
}


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=str)
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
async def test_a_hostile_text_is_only_shown(folder: Path, hostile: str, size: tuple[int, int]) -> None:
    (folder / "press.txt").write_text(f"Title\n\n{hostile} it is about 850 metres long {hostile}\n", encoding="utf-8")
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, "2", "s")
        assert "about 850 metres long" in lit(app)
        await pilot.press("j", "space", "G", "g", "y")
        await pilot.click(offset=(size[0] // 2, size[1] // 2))
        strips = app.screen._compositor.render_strips()  # noqa: SLF001 - what goes out
        written = "".join(strip.text for strip in strips) + "".join(
            map(text_of, app.source_text_screen.text_view.sheet.lines)
        )
        assert written.isprintable(), [character for character in written if not character.isprintable()]
        assert app.is_running


@pytest.mark.parametrize(
    ("pager", "command"),
    [
        pytest.param(None, ["less", "+7"], id="less-unless-said"),
        pytest.param("less -R", ["less", "-R", "+7"], id="options"),
        pytest.param("most", ["most"], id="another"),
        pytest.param("more; rm -rf /", ["more;", "rm", "-rf", "/"], id="no-shell"),
    ],
)
def test_the_pager_begins_at_the_words(pager: str | None, command: list[str]) -> None:
    assert pager_command({} if pager is None else {"PAGER": pager}, 7) == command


def test_a_pager_is_given_the_text(tmp_path: Path) -> None:
    program = f"import sys, pathlib; pathlib.Path({str(tmp_path / 'got')!r}).write_text(sys.stdin.read())"
    page_through([sys.executable, "-c", program], "The words.\n")
    assert (tmp_path / "got").read_text() == "The words.\n"


def test_a_pager_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(ExternalProgramError, match="No such file"):
        page_through(["/nowhere/pager"], "x")
