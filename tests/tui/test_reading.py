"""The reading screen, driven by keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual import events
from textual._compositor import Compositor
from textual.geometry import Size
from textual.widget import Widget

from briefing.base.problems import problem_counts
from briefing.render.form import FULL, PaneForm
from briefing.render.lines import Role, Sheet, Target, TargetKind
from briefing.render.parts.listed_brief import ListRow
from briefing.render.symbols import Look
from briefing.render.text.searchable import SearchableText
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.drawing import documents
from briefing.tui.drawing.sheets import BriefContent, pane_sheet
from briefing.tui.panes import NAMES
from briefing.tui.screens.question import QuestionScreen
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.theme.choice import CHOICES
from briefing.tui.theme.colours import Ground
from briefing.tui.theme.styles import textual_name
from briefing.tui.widgets.edge import Edge
from briefing.tui.widgets.sheet_pane import Pane
from tests.support.app import SIZES, brief, reader, shown, text_of, until, write
from tests.support.indexed import searcher
from tests.support.terminal import SAMPLES

at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, a=brief("Alpha"), b=brief("Beta", 40), c=brief("Gamma"))


def title(app: BriefingApp) -> str:
    return app.state.reading.brief.title if app.state.reading.brief else ""


def listens(app: BriefingApp, part: str) -> bool:
    return app.focused is not None and app.focused.id == part and app.focused.size.height > 2


def ends_in(pane: Pane, last: str) -> bool:
    return last in text_of(pane)


@at_every_size
async def test_the_first_brief_is_on_screen(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "What the reader must" in shown(app), "lede on screen")


@at_every_size
async def test_capital_j_and_k_turn_to_other_briefs_from_any_part(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        for key in "01234":
            await pilot.press(key, "J")
            await until(pilot, lambda: title(app) == "Beta", f"next brief from {key}")
            await pilot.press("K")
            await until(pilot, lambda: title(app) == "Alpha", f"brief before from {key}")


@at_every_size
async def test_digits_lead_to_panes_and_show_them(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        for key, part in (("2", "figures"), ("3", "timeline"), ("4", "sources"), ("1", "summary"), ("0", "library")):
            await pilot.press(key)
            await until(pilot, partial(listens, app, part), f"{part} listens and is seen")


@pytest.mark.parametrize("size", [(40, 12), (200, 60)], ids=str)
async def test_the_same_digit_again_zooms_and_escape_leaves(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "3")
        await until(
            pilot, lambda: app.reading_screen.panes["timeline"].size.width == min(123, size[0]), "timeline alone"
        )
        assert app.reading_screen.is_zoomed
        await pilot.press("escape")
        await until(pilot, lambda: not app.reading_screen.is_zoomed, "zoom left")


@at_every_size
async def test_j_reaches_the_last_line_of_every_pane(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("J")
        for key in "1234":
            await pilot.press(key)
            pane = app.reading_screen.pane
            assert pane is not None
            await pilot.press(*"j" * (len(pane.sheet.lines) + 1) if len(pane.sheet.lines) < 60 else "G")
            last = "".join(run.text for run in pane.sheet.lines[-1]).strip()
            await until(pilot, partial(ends_in, pane, last), f"last line of pane {key}")


async def test_g_and_capital_g_go_to_the_ends(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("J", "G")
        pane = app.reading_screen.panes["summary"]
        assert pane.item == Target(TargetKind.OPEN, 0)
        await pilot.press("g")
        assert pane.position.top == 0


async def test_space_and_b_page_through_every_line(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        pane = app.reading_screen.panes["summary"]
        seen: set[str] = set()
        for _ in range(12):
            seen.update(line.strip(" ▌") for line in text_of(pane).splitlines())
            await pilot.press("space")
        assert {"".join(run.text for run in line).strip() for line in pane.sheet.lines} <= seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_a_goes_to_the_source_of_the_item_and_back(folder: Path, size: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "G", "a")
        await until(pilot, lambda: app.reading_screen.current == "sources", "sources listen")
        assert app.item == Target(TargetKind.SOURCE, 1)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: app.reading_screen.current == "timeline", "back in the timeline")
        assert app.item == Target(TargetKind.EVENT, 1)
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: app.reading_screen.current == "sources", "forward again")


async def test_a_again_on_an_item_goes_to_its_next_source(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", *"j" * 7, "a")
        assert app.item == Target(TargetKind.SOURCE, 0)
        await pilot.press("left_square_bracket", "a")
        assert app.item == Target(TargetKind.SOURCE, 1)


async def test_the_verdict_on_a_figure_leads_to_its_words_by_a_click(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        pane = app.reading_screen.panes["figures"]
        y, line = next((y, row) for y, row in enumerate(text_of(pane).splitlines()) if "850" in row)
        await pilot.click(pane, offset=(len(line) - len(line.lstrip()), y))
        await until(pilot, lambda: app.screen is app.source_text_screen, "passage open")
        assert app.item == Target(TargetKind.FIGURE, 0, 0)


async def test_the_list_is_filtered_as_the_reader_types(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", *"gam")
        await until(pilot, lambda: title(app) == "Gamma", "the one that matches is shown")
        assert len(app.reading_screen.library.shown_rows) == 1
        await pilot.press("escape")
        await until(pilot, lambda: len(app.reading_screen.library.shown_rows) == 3, "all of them again")


@at_every_size
async def test_a_letter_of_find_folds_nothing_once_find_has_opened(
    folder: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    folded: list[Sheet] = []

    def noted(sheet: Sheet) -> SearchableText:
        folded.append(sheet)
        return SearchableText(sheet)

    monkeypatch.setattr("briefing.render.text.find.SearchableText", noted)
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        assert folded == []
        await pilot.press("slash")
        await until(pilot, lambda: len(folded) == len(app.reading_screen.panes), "the text of each pane folded")
        folded.clear()
        await pilot.press("b", "r")
        assert app.reading_screen.sought == "br"
        assert folded == []


async def test_find_lights_every_hit_and_counts_them(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"bridge", "enter")
        await until(pilot, lambda: "1 of 2" in shown(app), "first hit")
        await pilot.press("n")
        await until(pilot, lambda: "2 of 2" in shown(app), "second hit")
        assert app.reading_screen.current == "sources"
        await pilot.press("N", "N")
        await until(pilot, lambda: "2 of 2" in shown(app), "around the start")
        await pilot.press("escape")
        await until(pilot, lambda: "of 2" not in text_of(app.reading_screen.parts[-2]), "light out")


async def test_what_a_narrow_pane_leaves_out_is_said_to_be_in_the_whole_one(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"example.org", "enter")
        await until(pilot, lambda: "“example.org” is shown only when 4 Sources is alone: z" in shown(app), "sentence")


async def test_what_is_not_there_is_said_to_be_not_there(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"zebra", "enter")
        await until(pilot, lambda: "“zebra” is not in this brief" in shown(app), "sentence")


@pytest.mark.parametrize("there", [(40, 12), (80, 24), (200, 60)])
async def test_a_resize_and_back_keeps_the_place(folder: Path, there: tuple[int, int]) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("J", *"j" * 25)
        pane = app.reading_screen.panes["summary"]
        place, item = pane.position, pane.item
        await pilot.resize_terminal(*there)
        await until(pilot, lambda: app.reading_screen.size == there, "resized")
        assert pane.item == item
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: pane.size.width == 45, "resized back")
        assert pane.position == place


@pytest.mark.parametrize("there", [(80, 1), (10, 3), (120, 3), (200, 5)])
async def test_a_terminal_without_room_for_it_and_back_leaves_the_reader_in_its_part(
    folder: Path, there: tuple[int, int]
) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        for part in NAMES:
            app.reading_screen.go_to(part)
            await pilot.resize_terminal(*there)
            await until(pilot, lambda: app.reading_screen.size == there, f"resized, in {part}")
            await pilot.resize_terminal(120, 40)
            await until(pilot, lambda: app.reading_screen.size == (120, 40), f"resized back, in {part}")
            assert app.reading_screen.current == part
            assert app.focused is app.reading_screen.panes.get(part, app.reading_screen.library), part


async def test_a_remapped_key_works_and_the_old_one_does_not(folder: Path) -> None:
    app = reader(folder, Settings(keys={"brief.next": "ctrl+n"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        assert title(app) == "Alpha"
        await pilot.press("ctrl+n")
        await until(pilot, lambda: title(app) == "Beta", "next brief")


async def test_a_clash_is_reported_and_not_fatal(folder: Path) -> None:
    app = reader(folder, Settings(keys={"brief.next": "q"}, theme="mauve"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "settings: 2 problems" in shown(app), "said in the title bar")
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: app.screen is not app.reading_screen, "page of problems")


async def test_a_brief_with_problems_says_so_and_shows_the_rest(folder: Path) -> None:
    broken = brief("Broken").replace("value: 850", "value: eight")
    app = reader(write(folder, a=broken))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "! 1 problem " in shown(app), "said in the first row")
        assert "Point 1 of Broken" in shown(app)


async def test_a_file_that_cannot_be_read_costs_no_other(folder: Path) -> None:
    (folder / "a.yaml").write_bytes(b"\x00\xff[[[[")
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        await until(pilot, lambda: "Beta" in shown(app), "next brief")


async def test_a_file_that_goes_away_is_a_sentence(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        (folder / "b.yaml").unlink()
        await pilot.press("J")
        await until(pilot, lambda: app.state.reading.brief is None, "nothing to show")
        assert "b.yaml" in shown(app)


async def test_copies_say_that_they_were_sent_to_the_terminal(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: "sent to the terminal" in shown(app), "said")
        assert "Point 1 of Alpha" in app.clipboard
        assert "TLP:GREEN" in app.clipboard
        await pilot.press("Y")
        await until(pilot, lambda: app.clipboard.startswith(("#", "**", "TLP")), "Markdown of the brief")


async def test_an_address_is_shown_in_full_before_it_is_opened(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: app.screen is not app.reading_screen, "page with the address")
        page = app.screen.query_one("#page", Pane)
        await until(pilot, lambda: page.size.height > 3, "laid out")
        assert "https://example.org/bridge" in text_of(page)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reading_screen, "nothing opened")


async def test_the_keys_of_a_question_are_whole_while_words_are_being_found(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("slash", "t", "h", "e", "enter")
        await until(pilot, lambda: "1 of " in shown(app), "found")
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen), "question")
        foot = app.screen.query_one("#edge-bottom", Edge)
        await until(pilot, lambda: text_of(foot).strip() == "y enter open it   n esc do not", "its keys alone")


@pytest.mark.parametrize("theme", ["ink", "paper", "nord", "textual-light"])
async def test_the_theme_of_the_start_has_the_stylesheet_parsed_once(
    folder: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[str] = []
    monkeypatch.setattr(BriefingApp, "refresh_css", lambda app, **_: again.append(app.theme))
    app = reader(folder, Settings(theme=theme))
    async with app.run_test() as pilot:
        await until(pilot, lambda: listens(app, "summary"), "there")
        assert (app.theme, again) == (theme, [])
        assert app.screen.styles.background.hex == app.get_css_variables()["background"]
        assert [name for name in app.classes if name.startswith("-theme-")] == [f"-theme-{theme}"]
        assert app.has_class("-dark-mode") == app.current_theme.dark != app.has_class("-light-mode")


async def test_one_key_goes_through_all_themes_by_name_and_back_to_following_the_terminal(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.theme == "ink"
        worn, said = [], []
        for _ in range(len(CHOICES)):
            await pilot.press("T")
            worn.append(app.theme)
            said.append(text_of(app.reading_screen.parts[-2]))
        assert worn[:3] == ["paper", "ansi-dark", "atom-one-dark"]
        assert {*worn} == {theme for theme in app.available_themes if theme in {*map(textual_name, CHOICES[:-1])}}
        assert f"theme: nord, {CHOICES.index('nord') + 1} of {len(CHOICES)}" in "\n".join(said)
        assert f"theme: auto, {len(CHOICES)} of {len(CHOICES)}, ink, as the background is dark" in "\n".join(said)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_runs_an_action(folder: Path, key: str) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key, *"next brief")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: title(app) == "Beta", "next brief")


async def test_the_page_of_keys_opens_and_closes(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: app.screen is not app.reading_screen, "page of keys")
        await pilot.press("q")
        await until(pilot, lambda: app.screen is app.reading_screen, "closed")


async def test_a_paste_into_the_field_is_bounded(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        app.post_message(events.Paste("\x1b[31m" + "x" * 30_000))
        await until(pilot, lambda: "�" in shown(app) or "x" in shown(app), "pasted")
        assert app.reading_screen.filter_text.count("x") < 1000
        assert "\x1b" not in app.reading_screen.filter_text


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_reader_quits(folder: Path, key: str) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
    assert app.return_code == 0


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["slash", *"bridge", "enter"], id="found"),
        pytest.param(["slash", *"bridge", "enter", "n", "n"], id="found-again"),
        pytest.param(["f", *"Gamma", "enter", "enter"], id="filtered"),
        pytest.param(["f", *"Gamma", "escape"], id="filtered-and-left"),
    ],
)
async def test_there_is_a_way_back_from_where_words_took_the_reader(folder: Path, keys: list[str]) -> None:
    app = searcher(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j")
        before = app.state.row, app.reading_screen.current, app.item
        await pilot.press(*keys)
        await until(pilot, lambda: (app.state.row, app.reading_screen.current, app.item) != before, "elsewhere")
        after = app.state.row, app.reading_screen.current, app.item
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: (app.state.row, app.reading_screen.current, app.item) == before, "back")
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: (app.state.row, app.reading_screen.current, app.item) == after, "forward")


async def test_what_the_list_is_filtered_by_is_lit_in_any_case(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", *"GaMMa")
        await until(
            pilot,
            lambda: len(app.reading_screen.library.shown_rows) == 1 and "Gamma" in lit(app),
            "lit in the one of three",
        )


async def test_what_was_typed_counts_although_the_list_is_asked_for_anew_meanwhile(folder: Path) -> None:
    app = searcher(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", *"Ga")
        await until(pilot, lambda: "Ga" in lit(app), "found")
        app.on_reading_screen_filtered(ReadingScreen.Filtered("Gamma"))
        app.brief_list.find_again()  # a brief has changed before the words are answered
        await until(pilot, lambda: "Gamma" in lit(app), "all of it lit")
        app.on_reading_screen_filtered(ReadingScreen.Filtered("Beta"))
        app.brief_list.find_again()
        await until(pilot, lambda: app.state.brief_rows.list_row(app.state.row).title == "Beta", "opened")


def lit(app: BriefingApp) -> str:
    """Return what is lit in the first brief of the list, which stands below the search for what is new."""
    app.reading_screen.library.fit_to_size()
    return "".join(
        seg.text
        for seg in app.reading_screen.library.strip_at(app.reading_screen.library.header.scrolling_lines)
        if seg.style == app.themes.role_styles.on[Ground.CHOSEN][Role.ACCENT]
    )


async def test_news_of_the_focus_that_come_late_take_the_reader_nowhere(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: listens(app, "sources"), "sources")
        app.reading_screen.on_descendant_focus(events.DescendantFocus(app.reading_screen.panes["summary"]))
        assert app.reading_screen.current == "sources"


async def test_list_title_bar_and_pane_count_the_same_problems(folder: Path) -> None:
    extra = "figures:\n  - {label: x, value: 1}\n"
    text = brief("Zeta").replace("lede:", "titel: x\nlede:").replace("figures:\n", extra)
    write(folder, a=text, b=text)
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        other = app.state.brief_rows.entry(app.state.brief_rows.rows[1])
        errors, warnings = problem_counts(app.state.problems)
        assert errors + warnings > len(app.state.reading.problems) > 0
        row = app.state.brief_rows.list_row(app.state.row)
        assert (row.errors, row.warnings) == (errors, warnings)
        assert f"! {errors + warnings} problems" in shown(app)
        await until(pilot, lambda: app.state.brief_rows.library.is_checked(other), "the next one is checked ahead")
        await pilot.press("J")
        await until(pilot, lambda: app.state.entry == other and app.state.evidence is not None, "opened")
        row, counted = app.state.brief_rows.list_row(app.state.row), problem_counts(app.state.problems)
        assert (row.errors, row.warnings) == counted
        assert sum(counted) > len(app.state.reading.problems)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=str)
async def test_nothing_is_typeset_twice_and_the_next_brief_is_typeset_ahead_in_its_forms(
    folder: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int, str, PaneForm, bool]] = []

    def counted(name: str, content: BriefContent, look: Look, width: int, form: PaneForm = FULL) -> Sheet:
        brief_id = content.reading.brief.id if content.reading.brief else ""
        asked.append((name, width, brief_id, form, content.evidence is None))
        return pane_sheet(name, content, look, width, form)

    monkeypatch.setattr(documents, "pane_sheet", counted)
    app = reader(folder)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        await until(pilot, lambda: app.open_brief._typesetting is None and len(asked) > 4, "typeset ahead")  # noqa: SLF001

        def is_ahead() -> bool:
            is_checked = any(each[2] == "b" and not each[4] for each in asked)
            return is_checked and app.open_brief._typesetting is None  # noqa: SLF001

        await until(pilot, is_ahead, "the next one is checked, and typeset")
        before = len(asked)
        await pilot.press("J")
        await until(pilot, lambda: title(app) == "Beta", "next brief")
        visible = [name for name, pane in app.reading_screen.panes.items() if pane.region]
        assert [each for each in asked[before:] if each[2] == "b" and each[0] in visible] == []
        assert len(asked) == len(set(asked))


async def test_moving_the_cursor_arranges_nothing_and_asks_for_no_row_of_the_list(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    list_row, arrange = BriefRows.list_row, Compositor._arrange_root  # noqa: SLF001 - what a needless refresh costs

    def counted_row(rows: BriefRows, row: int) -> ListRow:
        done.append("asked for a row")
        return list_row(rows, row)

    def counted_arrange(compositor: Compositor, root: Widget, size: Size, *, visible_only: bool = True) -> object:
        done.append("arranged")
        return arrange(compositor, root, size, visible_only=visible_only)

    monkeypatch.setattr(BriefRows, "list_row", counted_row)
    monkeypatch.setattr(Compositor, "_arrange_root", counted_arrange)
    app = reader(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("J")
        await until(pilot, lambda: app.state.evidence is not None and title(app) == "Beta", "checked")
        await pilot.pause(0.1)
        done.clear()
        for _ in range(3):
            await pilot.press("j")
        await until(pilot, lambda: "point 4 of 40" in shown(app), "three items further down")
        assert done == []


async def test_a_list_shown_alone_carries_the_highest_marking_in_view(tmp_path: Path) -> None:
    briefs = {f"b{number:02}": brief(f"Brief {number}", 1) for number in range(60)}
    briefs["b59"] = briefs["b59"].replace("TLP:GREEN", "TLP:RED")
    app = reader(write(tmp_path, **briefs))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("0", "z")
        await until(pilot, lambda: text_of(app.reading_screen.parts[0]).startswith(" Briefs "), "its name")
        assert text_of(app.reading_screen.parts[0]).endswith(" TLP:GREEN ")
        await pilot.press("G")
        await until(pilot, lambda: text_of(app.reading_screen.parts[0]).endswith(" TLP:RED "), "the highest")
        await pilot.press("z", "1", "K")
        await until(pilot, lambda: text_of(app.reading_screen.parts[0]).startswith(" Brief 58 "), "the open brief")


@pytest.mark.parametrize(("columns", "is_cut"), [(40, True), (79, True), (100, False), (200, False)])
async def test_a_title_that_the_bar_cuts_begins_the_summary_whole(tmp_path: Path, columns: int, is_cut: bool) -> None:
    name = "At least thirty one people are dead as a river bursts its banks in a valley"
    app = reader(write(tmp_path, a=brief(name, 1)))
    async with app.run_test(size=(columns, 30)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        summary = " ".join(text_of(app.reading_screen.panes["summary"]).split())
        bar = text_of(app.reading_screen.parts[0])
        assert (name in bar, name in summary) == (not is_cut, is_cut)
        assert "TLP:GREEN" in bar
        assert "TLP:GREEN" not in summary


async def test_what_comes_after_the_end_finds_no_screen_and_does_not_break(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    assert not app.is_on_reading_screen
    assert not app.is_in_source_text


async def test_escape_leaves_the_filter_for_where_it_was_opened(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("0", "f", "escape")
        await until(pilot, lambda: not app.reading_screen.is_filtering, "the filter is left")
        assert app.reading_screen.current == "library"
        await pilot.press("2", "f", "escape")
        await until(pilot, lambda: app.reading_screen.current == "figures", "back in the figures")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_readout_is_about_the_item_under_the_cursor_of_a_zoomed_pane(size: tuple[int, int]) -> None:
    app = reader(SAMPLES)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        await pilot.press("3")
        await until(pilot, lambda: "dated in words only" in shown(app).splitlines()[-2], "the first event")
        await pilot.press("3")
        await until(pilot, lambda: app.reading_screen.is_zoomed and app.reading_screen.is_laid_out, "zoomed")
        assert app.item == Target(TargetKind.EVENT, 1)  # the table has dated events first
        await until(pilot, lambda: shown(app).splitlines()[-2].strip().startswith("1959"), "its readout")


async def test_a_frame_that_waits_for_an_answer_does_not_wait_for_long(folder: Path) -> None:
    app = reader(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.state.evidence is not None, "checked")
        with app.answer_near():  # which never comes
            await pilot.press("j")
            await until(pilot, lambda: not app.reading_screen.has_to_paint, "painted all the same")
