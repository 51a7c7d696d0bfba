"""Editing a brief by keys: each key changes the file at once, keeps the rest of it, and can be undone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste
from textual.geometry import Offset
from textual.pilot import Pilot

from briefing.draft.briefed_text import BriefedText
from briefing.format.model import Brief
from briefing.render.lines import Target, TargetKind
from briefing.render.text.cell_width import cells
from briefing.tui.edit_app import EditingApp
from briefing.tui.screens.menu import MenuScreen
from briefing.tui.screens.words import WordsScreen
from tests.support.app import SIZES, text_of, until
from tests.support.editing import ARTICLE, BRIEF, editor, write_ferry
from tests.support.terminal import ROOT


@asynccontextmanager
async def editing(path: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[EditingApp, Pilot[int]]]:
    """Run the app until the brief is checked."""
    app = editor(path)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.is_running and app.state.evidence is not None, "the check")
        yield app, pilot


def brief_of(app: EditingApp) -> Brief:
    brief = app.state.reading.brief
    assert brief is not None
    return brief


def screen(app: EditingApp) -> str:
    """Return the text of everything on the screen on top."""
    parts = app.text_screen.parts if app.has_text else app.reading_screen.parts
    return "\n".join(text_of(part) for part in parts if part.size)


def read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


async def press(app: EditingApp, pilot: Pilot[int], keys: str) -> None:
    """Press keys that are separated by blanks, and let the app come to rest."""
    await pilot.press(*keys.split())
    await pilot.pause()
    await until(pilot, lambda: app.state.evidence is not None, "the check of the changed brief")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_ferry(tmp_path)


# changes in the panes

CONFIRMED = BRIEF.replace("    reviewed: no\n", "", 1)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("c", CONFIRMED, id="confirm"),
        pytest.param("c c", CONFIRMED.replace("    reviewed: no\n", "", 1), id="confirm steps on"),
        pytest.param("c u", BRIEF, id="confirm and undo"),
        pytest.param(
            "j x", BRIEF.replace(BRIEF[BRIEF.index("  - text: The line") : BRIEF.index("\nfigures")], ""), id="drop"
        ),
        pytest.param("j x u", BRIEF, id="drop and undo"),
        pytest.param("2 x x u u", BRIEF, id="drop a whole block and undo"),
        pytest.param("less_than_sign", BRIEF, id="the first one cannot go up"),
        pytest.param("2 greater_than_sign less_than_sign", BRIEF, id="down and up"),
        pytest.param("2 greater_than_sign greater_than_sign u", BRIEF, id="the last one cannot go down"),
        pytest.param("u", BRIEF, id="nothing to undo"),
        pytest.param("4 c", BRIEF, id="a source is not confirmed"),
    ],
)
async def test_a_key_changes_the_file_and_leaves_the_rest_of_it(path: Path, keys: str, expected: str) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, keys)
        assert read(path) == expected


async def test_moving_an_item_takes_the_cursor_and_its_comment_with_it(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "greater_than_sign")
        assert [point.text[:9] for point in brief_of(app).summary] == ["The line ", "Passenger"]
        assert app.item == Target(TargetKind.POINT, 1)
        assert "  # the lede\n  - text: Passenger" in read(path)


async def test_a_source_that_items_cite_is_not_dropped(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "4 x")
        assert "stays: point 1, point 2, figure 1 and 1 more rest on it" in " ".join(screen(app).split())
        assert read(path) == BRIEF


async def test_a_source_that_is_dropped_says_nothing_any_more(tmp_path: Path) -> None:
    path = write_ferry(tmp_path, BRIEF.replace("sources:\n", EVENTS))
    async with editing(path) as (app, pilot):
        await press(app, pilot, "4 j x")
        assert brief_of(app).source("owner") is None
        assert [event.by for event in brief_of(app).timeline] == ["clerk", None, "clerk", None]
        assert "event 4 no longer names it; u undoes" in " ".join(screen(app).split())
        assert not [one for one in app.state.problems if "owner" in one.sentence]
        await press(app, pilot, "u")
        assert read(path) == BRIEF.replace("sources:\n", EVENTS)


async def test_a_key_says_who_says_an_item(tmp_path: Path) -> None:
    path = write_ferry(tmp_path, BRIEF.replace("sources:\n", EVENTS))
    async with editing(path) as (app, pilot):
        await press(app, pilot, "3 B enter")  # the first event is the second of the file, and said by the article
        assert read(path) == BRIEF.replace("sources:\n", EVENTS)
        await press(app, pilot, "B o w n e r enter")
        assert brief_of(app).timeline[1].by == "owner"
        await press(app, pilot, "G B enter")
        assert brief_of(app).timeline[3].by is None
        await press(app, pilot, "g B enter")
        assert brief_of(app).source("owner") is None  # nothing cites it any more
        await press(app, pilot, "B h o l t enter")
        assert [source.name for source in brief_of(app).sources if source.id == brief_of(app).timeline[1].by] == [
            "Maren Holt"
        ]
        await press(app, pilot, "u u u u")
        assert read(path) == BRIEF.replace("sources:\n", EVENTS)


EVENTS = """\
timeline:
  - {text: The third, when: 2003, by: clerk, cites: {quote: "The line, founded"}}
  - {text: The first, when: 2001, cites: {quote: "The line, founded"}}
  - {text: The second, when: 2002, by: clerk, cites: {quote: "The line, founded"}}
  - {text: The fourth, when: 2004, by: owner, cites: {quote: "The line, founded"}}

sources:
  clerk: {kind: person, name: A clerk, via: article}
  owner: {kind: person, name: An owner, via: article}
"""


async def test_events_are_dropped_in_the_order_in_which_they_are_shown(tmp_path: Path) -> None:
    path = write_ferry(tmp_path, BRIEF.replace("sources:\n", EVENTS))
    async with editing(path) as (app, pilot):
        await press(app, pilot, "3 j x")
        assert [event.text for event in brief_of(app).timeline] == ["The third", "The first", "The fourth"]
        assert app.item is not None
        assert brief_of(app).timeline[app.item.number].text == "The third"
        await press(app, pilot, "x")
        assert [event.text for event in brief_of(app).timeline] == ["The first", "The fourth"]
        assert [source.id for source in brief_of(app).sources] == ["owner", "article"]
        assert "and clerk, which nothing else cites; u undoes" in " ".join(screen(app).split())
        await press(app, pilot, "x u u u")
        assert read(path) == BRIEF.replace("sources:\n", EVENTS)


async def test_other_words_are_typed_on_one_line(path: Path) -> None:
    async with editing(path) as (app, pilot):
        assert not brief_of(app).figures[0].is_reviewed
        await press(app, pilot, "2 t")
        assert isinstance(app.screen, WordsScreen)
        await press(app, pilot, "F l e e t enter")
        assert "  - label: Fleet\n    value: 41\n" in read(path)
        assert brief_of(app).figures[0].is_reviewed  # a person has typed it
        await press(app, pilot, "t end space o f space s h i p s enter")
        assert brief_of(app).figures[0].text == "Fleet of ships"
        await press(app, pilot, "t x escape")
        assert brief_of(app).figures[0].text == "Fleet of ships"
        await press(app, pilot, "u u")
        assert read(path) == BRIEF


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("home O u r space", "Our Vessels", id="home"),
        pytest.param("end left left backspace E", "VessEls", id="left and backspace"),
        pytest.param("ctrl+a right delete x ctrl+e y", "Vxsselsy", id="ends and delete"),
        pytest.param("end space o n e space t w o left left left ctrl+w", "Vessels two", id="a word before"),
        pytest.param("home right right ctrl+k", "Ve", id="what follows"),
        pytest.param("end left left ctrl+u", "ls", id="what is before"),
    ],
)
async def test_a_line_of_words_is_changed_anywhere(path: Path, keys: str, expected: str) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, f"2 t {keys} enter")
        assert brief_of(app).figures[0].text == expected


async def test_a_long_line_shows_its_cursor_and_takes_a_paste_there(path: Path) -> None:
    async with editing(path, (40, 24)) as (app, pilot):
        await press(app, pilot, "t end")
        screen = app.screen
        assert isinstance(screen, WordsScreen)
        assert "third quarter.▏" in text_of(screen.field)
        await press(app, pilot, "home")
        assert "▏Passenger numbers" in text_of(screen.field)
        screen.field.post_message(Paste("船 and\n"))
        await press(app, pilot, "space")
        assert "船 and ▏Passenger" in text_of(screen.field)
        for _ in range(40):
            await press(app, pilot, "right")
            assert "▏" in text_of(screen.field)
            assert cells(text_of(screen.field)) <= 40
        await press(app, pilot, "enter")
        assert brief_of(app).summary[0].text == "船 and Passenger numbers rose 7.4 percent in the third quarter."


async def test_typed_words_that_cannot_be_written_stay_on_their_line(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "t N e w")
        put(path, BRIEF.replace("The line employs", "The ferry line employs"))
        await press(app, pilot, "enter")
        assert "The ferry line employs" in read(path)
        assert isinstance(app.screen, WordsScreen)
        await press(app, pilot, "enter")
        assert brief_of(app).summary[0].text == "New"
        await press(app, pilot, "u u")
        assert "The ferry line employs" in read(path)


async def test_a_mark_that_turns_is_seen_where_it_happens(path: Path) -> None:
    async with editing(path) as (app, pilot):
        pane = app.reading_screen.panes["summary"]
        assert "+✓ Passenger numbers rose 7.4" in text_of(pane)
        await press(app, pilot, "t N u m b e r s space r o s e space 9 space p e r c e n t . enter")
        assert " ! Numbers rose 9 percent." in text_of(pane)


async def test_the_last_row_says_at_the_start_how_to_add(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await until(pilot, lambda: "s opens the article, where a adds to the brief" in screen(app), "the sentence")
        await press(app, pilot, "j")
        assert "s opens the article" not in screen(app)


async def test_the_first_row_says_that_it_is_a_draft_and_saved(path: Path) -> None:
    async with editing(path, (80, 24)) as (app, _):
        assert "draft, saved" in screen(app).splitlines()[0]


# the article


async def test_what_is_found_is_added_in_the_order_of_the_text(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s")
        assert app.is_in_text
        added: list[str] = []
        for _ in range(40):
            await press(app, pilot, "tab")
            thing = app.text_screen.cursor.thing if app.text_screen.cursor else None
            if thing is None:
                break
            before = read(path)
            await press(app, pilot, "a")
            added.append(str(thing.kind))
            if read(path) == before:
                break
        assert {"number", "date", "speaker"} <= set(added)
        named = [source.heading for source in brief_of(app).sources]
        assert len(named) == len(set(named)) > 2
        brief = brief_of(app)
        new = [figure for figure in brief.figures if figure.text not in {"Vessels", "Revenue"}]
        places = [ARTICLE.replace("\n", " ").find(figure.cites[0].quote or "") for figure in new]
        assert places == sorted(places)
        assert len(places) > 2
        assert all(figure.is_reviewed for figure in new)
        assert app.state.evidence is not None
        assert app.state.evidence.counts.not_found == 0


async def test_a_number_is_added_with_its_quote_and_undone(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "2 s")
        screen_of_text = app.text_screen
        assert screen_of_text.cursor is not None
        await press(app, pilot, "g")
        while screen_of_text.cursor.thing is None or "1.14" not in ARTICLE[slice(*screen_of_text.cursor.span)]:
            await press(app, pilot, "l")
        await press(app, pilot, "a")
        new = next(figure for figure in brief_of(app).figures if "1.14" in (figure.cites[0].quote or ""))
        assert (str(new.amount.low) if new.amount else "", new.unit, new.is_reviewed) == ("1.14", "USD billion", True)
        assert screen_of_text.current == Target(TargetKind.FIGURE, brief_of(app).figures.index(new))
        assert "+ added figure" in screen(app)
        await press(app, pilot, "t R e v e n u e space b e f o r e enter")
        assert "label: Revenue before" in read(path)
        await press(app, pilot, "u u")
        assert read(path) == BRIEF


async def test_a_number_of_which_nothing_says_what_it_counts_asks_for_that(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BriefedText, "needs_label", lambda _self, _thing: True)
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s g l l a")
        assert isinstance(app.screen, WordsScreen)
        await press(app, pilot, "F o r e c a s t enter")
        figure = next(one for one in brief_of(app).figures if one.text == "Forecast")
        assert figure.amount is not None
        assert f"{figure.amount.low} to {figure.amount.high}" == "410 to 430"


async def test_a_sentence_is_added_as_a_point(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s G a")
        point = brief_of(app).summary[-1]
        assert (point.text, point.is_reviewed) == ("A new terminal opens on 6 December.", True)
        await press(app, pilot, "x")
        assert read(path) == BRIEF


async def go_to(app: EditingApp, pilot: Pilot[int], words: str) -> None:
    """Walk to the number, date or speaker that has some words."""
    cursor = app.text_screen.cursor
    assert cursor is not None
    await press(app, pilot, "g")
    while cursor.thing is None or words not in ARTICLE[slice(*cursor.span)]:
        before = cursor.span
        await press(app, pilot, "l")
        assert cursor.span != before, f"there is no {words}"


async def test_what_is_in_the_brief_is_not_added_again(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s")
        await go_to(app, pilot, "1.26")
        await press(app, pilot, "a")
        assert "this is in the brief already: figure 2 “Revenue”" in screen(app)
        assert app.item == Target(TargetKind.FIGURE, 1)
        await press(app, pilot, "G a g G a")
        assert "this is in the brief already: point 3" in screen(app)
        await press(app, pilot, "u")
        assert read(path) == BRIEF


async def test_the_readout_says_what_is_lit_and_what_its_keys_change(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s")
        await go_to(app, pilot, "7.4")
        said = " ".join(text_of(app.text_screen.parts[4]).split())
        assert said.startswith("“7.4 percent”, a number")
        assert "only point 1 quotes it · a adds it as a figure" in said
        await press(app, pilot, "x")
        assert "no item is about just these words: point 1 quotes them" in screen(app)
        assert read(path) == BRIEF
        await go_to(app, pilot, "1.26")
        assert " ".join(text_of(app.text_screen.parts[4]).split()).startswith("figure 2 ")
        await press(app, pilot, "x")
        assert [figure.text for figure in brief_of(app).figures] == ["Vessels"]


async def test_the_text_opens_at_the_item_that_one_comes_from(tmp_path: Path) -> None:
    shared = "employs 5,200 people and runs 41 vessels"
    brief = BRIEF.replace("runs 41 vessels", shared).replace(
        "figures:\n", f"figures:\n  - {{label: Staff, value: '5,200', unit: people, cites: {{quote: '{shared}'}}}}\n"
    )
    path = write_ferry(tmp_path, brief)
    async with editing(path) as (app, pilot):
        for number, words in ((0, "5,200"), (1, "41")):
            await press(app, pilot, f"2 g {'j ' * number}s")
            assert app.text_screen.cursor is not None
            assert words in ARTICLE[slice(*app.text_screen.cursor.span)]
            assert app.text_screen.current == Target(TargetKind.FIGURE, number)
            await press(app, pilot, "q")


async def test_a_sentence_inside_a_quotation_has_its_speaker(tmp_path: Path) -> None:
    said = (
        "“Demand is strong. Ships are full every day of the season. Nothing will change that,” chief executive Maren"
        " Holt told analysts.\n\n“Some people still doubt it. The numbers speak for themselves.”\n"
    )
    path = write_ferry(tmp_path, article=ARTICLE + "\n" + said)
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s G k k k a")
        point = brief_of(app).summary[-1]
        assert point.text == "Ships are full every day of the season."
        assert [one.name for one in brief_of(app).sources if one.id == point.by] == ["Maren Holt"]
        assert app.state.evidence is not None
        assert not app.state.problems
        before = read(path)
        await press(app, pilot, "G a")
        assert "this is a part of a quotation, and the text does not say here whose" in " ".join(screen(app).split())
        assert read(path) == before


async def test_a_speaker_is_added_with_what_it_says(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s")
        await go_to(app, pilot, "Maren Holt")
        await press(app, pilot, "a")
        said = next(point for point in brief_of(app).summary if point.by == brief_of(app).sources[-1].id)
        assert "Demand has been stronger" in said.text
        assert not app.state.problems
        await press(app, pilot, "u")
        assert read(path) == BRIEF


async def test_own_words_become_what_they_begin_on_or_what_the_reader_says(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s")
        await go_to(app, pilot, "mid-2025")
        await press(app, pilot, "v v b b b a")
        event = brief_of(app).timeline[0]
        assert (event.text, event.cites[0].quote) == ("Hire 350 sailors by mid-2025.", "hire 350 sailors by mid-2025")
        await press(app, pilot, "u")
        await go_to(app, pilot, "350")
        await press(app, pilot, "b v w w w w a")  # begins on a plain word, and has a number and a date
        assert isinstance(app.screen, MenuScreen)
        await press(app, pilot, "down down enter")
        assert brief_of(app).summary[-1].cites[0].quote == "hire 350 sailors by mid-2025"


async def test_the_last_row_names_the_keys_that_choose_words_while_words_are_chosen(path: Path) -> None:
    async with editing(path, (80, 24)) as (app, pilot):
        await press(app, pilot, "s v")
        assert "w b move this end   v the other end" in screen(app)
        await press(app, pilot, "escape")
        assert "tab next found   a add" in screen(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_long_reason_is_read_to_its_end(path: Path, size: tuple[int, int]) -> None:
    put(path, BRIEF.replace("Passenger numbers rose 7.4 percent", "Passenger numbers definitely rose 9 percent"))
    async with editing(path, size) as (app, pilot):
        await press(app, pilot, "s")
        readout = " ".join(text_of(app.text_screen.parts[4]).split())
        assert readout.startswith("point 1 ")
        assert "no cite of this claim carries '9 percent'" in readout
        assert readout.endswith("point 1 of 2")


async def test_an_item_gets_other_words_as_its_quote(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s Q")
        assert "v chooses words first" in screen(app)
        await go_to(app, pilot, "5,200")
        await press(app, pilot, "l v v b b b b Q enter")
        assert [cite.quote for cite in brief_of(app).figures[0].cites] == ["5,200 people and runs 41"]
        assert app.text_screen.current == Target(TargetKind.FIGURE, 0)
        await press(app, pilot, "u")
        assert read(path) == BRIEF


async def test_own_words_are_the_quote(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s g")
        cursor = app.text_screen.cursor
        assert cursor is not None
        while cursor.thing is None or "350" not in ARTICLE[slice(*cursor.span)]:
            await press(app, pilot, "l")
        await press(app, pilot, "v w v b b b a")
        figure = next(one for one in brief_of(app).figures if one.amount is not None and one.amount.low == 350)
        assert figure.cites[0].quote == "plans to hire 350 sailors"
        await press(app, pilot, "v escape")
        assert cursor.chosen is None


async def test_the_mouse_goes_to_words_and_chooses_them(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s g")
        view, cursor = app.text_screen.parts[1], app.text_screen.cursor
        assert cursor is not None

        def spot(words: str, further: int = 0) -> Offset:
            rows = text_of(view).split("\n")
            y = next(y for y, row in enumerate(rows) if words in row)
            return view.region.offset + Offset(rows[y].index(words) + further, y)

        await pilot.click(offset=spot("350 sailors"))
        await pilot.pause()
        assert ARTICLE[slice(*cursor.span)] == "350"
        await pilot.click(offset=spot("Net profit"))
        await pilot.pause()
        assert ARTICLE[slice(*cursor.span)] == "Net profit was $96.3 million."
        await pilot.mouse_down(offset=spot("plans to hire"))
        await pilot.hover(offset=spot("350 sailors", 11))
        await pilot.mouse_up(offset=spot("350 sailors", 11))
        await until(pilot, lambda: bool(app.screen.get_selected_text()), "selected")
        await press(app, pilot, "a")
        figure = next(one for one in brief_of(app).figures if one.amount is not None and one.amount.low == 350)
        assert figure.cites[0].quote == "plans to hire 350 sailors"
        assert figure.when is None  # the words that were chosen have no date


async def test_enter_and_back_lead_to_the_item(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "2 j enter")
        assert app.is_in_text
        assert app.text_screen.current == Target(TargetKind.FIGURE, 1)
        await press(app, pilot, "enter")
        assert (app.is_in_text, app.item) == (False, Target(TargetKind.FIGURE, 1))


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_the_text_its_cursor_and_how_much_is_in_the_brief(
    path: Path, size: tuple[int, int]
) -> None:
    async with editing(path, size) as (app, pilot):
        await press(app, pilot, "s tab")
        shown = screen(app)
        assert "THE ARTICLE" in shown
        assert "▌" in shown
        assert ("numbers" in shown) == (size[1] >= 16)
        assert all(len(line) <= size[0] for line in shown.splitlines())
        for key in (
            "j",
            "G",
            "g",
            "pageup",
            "space",
            "w",
            "b",
            "v",
            "escape",
            "slash x escape",
            "n",
            "question_mark q",
        ):
            await press(app, pilot, key)
        assert app.is_in_text


async def test_the_keys_of_the_text_are_shown_and_are_in_the_palette(path: Path) -> None:
    async with editing(path) as (app, pilot):
        ids = {entry.choice.setting for entry in app.palette_entries}
        assert {"edit.confirm", "edit.drop", "edit.undo", "edit.finish", "mark.undo"} <= ids
        await press(app, pilot, "s")
        ids = {entry.choice.setting for entry in app.palette_entries}
        assert {"text.add", "text.found", "text.select", "edit.drop"} <= ids
        assert "tab next found   a add" in screen(app)


# finishing


async def test_finishing_asks_about_what_is_left_and_writes_the_status(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "W")
        assert not app.is_on_reading_screen
        await press(app, pilot, "n")
        assert read(path) == BRIEF
        await press(app, pilot, "W y")
        assert read(path) == BRIEF.replace("status: draft", "status: final")
        assert "final, saved" in screen(app).splitlines()[0]
        await press(app, pilot, "W u")
        assert read(path) == BRIEF


# others who write, and files that are not as they should be


async def test_a_change_of_an_editor_is_taken_and_never_written_over(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "c")
        others = BRIEF.replace("The line employs", "The ferry line employs")
        put(path, others)
        await press(app, pilot, "x")
        assert read(path) == others
        assert "another program has changed the brief" in " ".join(screen(app).split())
        await until(pilot, lambda: "The ferry line" in brief_of(app).summary[1].text, "the other text")
        await press(app, pilot, "u")
        assert read(path) == others


async def test_an_editor_that_changes_the_brief_ends_what_can_be_undone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "c")
        monkeypatch.setattr(
            app.external, "edit", lambda: put(path, BRIEF.replace("The line employs", "The ferry line employs"))
        )
        await press(app, pilot, "e")
        said = " ".join(screen(app).split())
        assert "another program has changed the brief: it was read again, and undo begins anew" in said


async def test_undo_goes_on_after_a_restart(path: Path) -> None:
    async with editing(path) as (app, pilot):
        await press(app, pilot, "c 2 x")
    async with editing(path) as (app, pilot):
        await press(app, pilot, "u u")
        assert read(path) == BRIEF


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        pytest.param(lambda path: path.chmod(0o444), "the file is read-only", id="read-only"),
        pytest.param(lambda path: path.unlink(), "there is no such file", id="gone"),
    ],
)
async def test_a_change_that_cannot_be_written_is_one_sentence(
    path: Path, prepare: Callable[[Path], None], sentence: str
) -> None:
    async with editing(path) as (app, pilot):
        prepare(path)
        await press(app, pilot, "c")
        assert sentence in " ".join(screen(app).split())


async def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    path = write_ferry(tmp_path, BRIEF.replace("\n", "\r\n"))
    async with editing(path) as (app, pilot):
        await press(app, pilot, "c s G a q")
        data = path.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n")
        await press(app, pilot, "u u")
        assert path.read_bytes().decode() == BRIEF.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("brief", "sentence"),
    [
        pytest.param("briefing: 1\ntitle: &a x\nlede: *a\n", "cannot be", id="anchors"),
        pytest.param("briefing: 1\ntitle: [\n", "cannot be", id="not YAML"),
        pytest.param("", "cannot be", id="empty"),
    ],
)
async def test_a_brief_that_cannot_be_read_leads_to_the_editor(tmp_path: Path, brief: str, sentence: str) -> None:
    path = write_ferry(tmp_path, brief)
    app = editor(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.is_running, "the app")
        for key in ("s", "c", "x", "t", "W", "u", "greater_than_sign"):
            await pilot.press(key)
            await pilot.pause()
            assert app.is_running
        await pilot.press("s")
        await pilot.pause()
        shown = " ".join(screen(app).split())
        assert sentence in shown or "no article" in shown
    assert read(path) == brief


async def test_of_two_articles_the_text_of_the_item_opens(tmp_path: Path) -> None:
    brief = BRIEF.replace(
        "open: [", "  other: {kind: article, title: Another, file: texts/other.txt}\nopen: ["
    ).replace("cites: {quote: runs 41 vessels}", "cites: {source: other, quote: forty-one vessels sail}")
    brief = brief.replace("cites: {quote", "cites: {source: article, quote")
    path = write_ferry(tmp_path, brief)
    (tmp_path / "texts" / "other.txt").write_text("Another\n\nToday forty-one vessels sail to 12 islands.\n")
    async with editing(path) as (app, pilot):
        await press(app, pilot, "s")
        assert "Marlow Ferries" in screen(app)
        await press(app, pilot, "q 2 g s")
        assert "forty-one vessels" in screen(app)
        await press(app, pilot, "tab a")
        assert (
            brief_of(app).figures[-1].cites[0].source == "other" or brief_of(app).figures[1].cites[0].source == "other"
        )


async def test_a_long_text_opens_once_it_is_known_what_it_says(tmp_path: Path) -> None:
    title, _, body = ARTICLE.partition("\n\n")
    many = "\n\n".join(body.replace("1968", f"{1000 + number}") for number in range(140))
    path = write_ferry(tmp_path, article=f"{title}\n\n{many}\n")
    async with editing(path) as (app, pilot):
        await pilot.press("s")
        await until(pilot, lambda: app.is_in_text, "the long text")
        await press(app, pilot, "G k h h a")
        assert app.text_screen.cursor is not None
        assert app.text_screen.current is not None
        shown = screen(app)
        assert "1139" in shown
        await press(app, pilot, "g")
        assert "Marlow Ferries" in screen(app)


HOSTILE = (
    "Title \x1b]0;x\x07\n\n[/] [@click=app.quit]5 people[/] said \x1b[31m7 million\x1b[0m dollars "
    "\u202e12 ships. \ufeff\n\n" + "9 " * 400
)


async def test_a_hostile_text_is_walked_and_added_without_harm(tmp_path: Path) -> None:
    path = write_ferry(tmp_path, article=HOSTILE)
    app = editor(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.is_running and app.state.evidence is not None, "the check")
        await pilot.press("s")
        for key in ("tab", "a", "tab", "a", "l", "a", "j", "a", "v", "w", "a", "x", "u", "G", "a", "c", "t"):
            await pilot.press(key)
            await pilot.pause()
        assert app.is_running
        assert not [character for character in screen(app) if ord(character) < 32 and character != "\n"]


# without the mode


def test_a_usual_start_loads_nothing_of_the_mode() -> None:
    program = (
        "import sys; import briefing.tui.app, briefing.tui.run, briefing.cli.commands.open\n"
        "mode = ('briefing.edit', 'briefing.draft', 'briefing.tui.edit', 'briefing.tui.controllers.editing')\n"
        "print([name for name in sys.modules if name.startswith((*mode, 'briefing.tui.screens.text'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["-"], "standard input cannot be edited: name a file", id="stdin"),
        pytest.param(["--linear", "x"], "a brief is edited on a screen", id="linear"),
        pytest.param(["nowhere.yaml"], "nowhere.yaml: there is no such file", id="missing"),
        pytest.param(["briefs"], "this is a folder of 3 briefs; name the one to edit", id="folder"),
        pytest.param(
            ["briefs/bridge.yaml"], "a brief is edited on a screen, and there is no terminal", id="no terminal"
        ),
    ],
)
def test_what_cannot_be_edited_is_one_sentence(arguments: list[str], sentence: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "edit", *arguments],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert sentence in done.stderr
