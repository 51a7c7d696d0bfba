"""The conversation: keys go in, lines come out, and nothing that was printed changes."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.library.open import open_indexed
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.mark_cache import MarkCache, marks_of
from briefing.tui.keys.actions import ACTIONS, split_keys
from briefing.tui.linear import marking
from briefing.tui.linear.keyboard import key_of
from briefing.tui.linear.printing import Setting
from briefing.tui.linear.reader import LinearReader
from tests.support.app import brief, write
from tests.support.indexed import index
from tests.support.terminal import SAMPLES

_HOSTILE = "A \x1b[31mred\x07 title \u202e[/] " + "x" * 300


class Talk:
    """A conversation in which a test presses the keys."""

    def __init__(self, folder: Path, *, ascii_signs: bool = False, width: int = 80) -> None:
        opened = open_indexed([folder], os.environ)
        self.mark_cache = MarkCache(opened, marks_of(opened, os.environ))
        self.lines: list[str] = []
        self.typed: list[str] = []
        look = Look(ascii=ascii_signs, plain=True)
        setting = Setting(look, width, {}, self.lines.append, self._line)
        self.reader = LinearReader(BriefRows(opened, self.mark_cache), self.mark_cache, setting)
        self.reader.start()

    def _line(self, begin: Callable[[], None]) -> str | None:
        begin()
        return self.typed.pop(0) if self.typed else None

    def press(self, keys: str, *typed: str) -> str:
        """Press keys, typing these lines where lines are asked for; return what the last one printed."""
        self.typed += typed
        for key in keys:
            before = len(self.lines)
            self.reader.press(key_of(key))
            assert len(self.lines) > before or self.reader.is_done
        return "\n".join(self.lines[before:])


@contextmanager
def talk(folder: Path, *, ascii_signs: bool = False, width: int = 80) -> Iterator[Talk]:
    index(folder)
    opened = Talk(folder, ascii_signs=ascii_signs, width=width)
    yield opened
    opened.mark_cache.close()


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return write(tmp_path, **{name: brief(f"Brief {name}", 3) for name in "abc"})


def said(text: str) -> str:
    return " ".join(text.split())


def test_it_says_how_many_briefs_there_are_and_opens_the_first(three: Path) -> None:
    with talk(three) as opened:
        out = said("\n".join(opened.lines))
    assert out.startswith("3 briefs. ? lists the keys, q quits. Brief 1 of 3: Brief a; TLP:GREEN, unread")
    assert "What the reader must know." in out
    assert opened.lines[-1] == "Summary, 4 items."


def test_each_move_prints_the_item_with_its_place(three: Path) -> None:
    with talk(three) as opened:
        assert said(opened.press("j")).startswith("Summary, 1 of 4: Point 1 of Brief a says something")
        assert said(opened.press("j")).startswith("Summary, 2 of 4: ")
        assert said(opened.press("2")) == "Key figures, 2 items."
        assert said(opened.press("j")).startswith("Key figures, 1 of 2: about 850 metres Length")
        assert said(opened.press("k")) == "This is the first."
        assert said(opened.press("G")).startswith("Key figures, 2 of 2: 12 metres Width")
        assert said(opened.press("j")) == "This is the last of 2."


def test_the_next_brief_begins_with_its_title_and_marking(three: Path) -> None:
    with talk(three) as opened:
        assert said(opened.press("J")).startswith("Brief 2 of 3: Brief b; TLP:GREEN, unread")
        assert said(opened.press("JJ")) == "This is the last brief."
        assert said(opened.press("[")).startswith("Brief 2 of 3: Brief b")


def test_nothing_that_is_printed_moves_the_cursor_or_has_a_colour(tmp_path: Path) -> None:
    text = brief("T", 3).replace("title: T", f"title: {_HOSTILE!r}".replace("\\x1b", "\\x1b"))
    write(tmp_path, a=text.replace(repr(_HOSTILE), '"A \\e[31mred\\a title \\u202e[/] ' + "x" * 300 + '"'))
    with talk(tmp_path, width=40) as opened:
        opened.press("jj2j3j4js0jkf/", "red", "red")
        opened.press("?!dySi")
    assert [line for line in opened.lines if re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)] == []
    assert [line for line in opened.lines if cells(line) > 40] == []


def test_every_line_is_ascii_where_the_terminal_shows_no_more(three: Path) -> None:
    with talk(three, ascii_signs=True) as opened:
        opened.press("jjs2j3j4j0?")
    assert [line for line in opened.lines if not line.isascii()] == []


def test_the_words_of_an_item_come_with_verdict_quote_and_paragraph() -> None:
    with talk(SAMPLES) as opened:
        out = said(opened.press("jjs"))
        assert "verified: found in paragraph 3, word for word" in out
        assert "Quote: “approximately 850 metres long”" in out
        assert "Paragraph 3: The bridge is to be approximately 850 metres long." in out
        assert said(opened.press("n")).startswith("Cite 2 of 2.")
        assert said(opened.press("n")) == "There is no further cite."
        assert said(opened.press("N")).startswith("Cite 1 of 2.")


def test_words_that_are_not_found_come_without_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nThe bridge is long.\n")
    text = brief("A", 1).replace("cites: [press, agency]", "cites: {source: press, quote: The bridge is short}")
    write(tmp_path, a=text.replace("press: {kind: article,", "press: {kind: article, file: a.txt,"))
    with talk(tmp_path) as opened:
        out = opened.press("js")
    assert "NOT FOUND" in out
    assert "Paragraph" not in out


def test_what_rests_on_a_source_is_listed(three: Path) -> None:
    with talk(three) as opened:
        out = said(opened.press("4j\n"))
    assert "Bridge news" in out
    assert "Point 1 of Brief a" in out


def test_the_list_names_each_brief_with_its_marking(three: Path) -> None:
    with talk(three) as opened:
        assert "Briefs, 1 of 3: Brief a; TLP:GREEN, unread" in said(opened.press("0"))
        assert said(opened.press("j")) == "Briefs, 2 of 3: Brief b; TLP:GREEN, unread"
        assert said(opened.press("\n")).startswith("Brief 2 of 3: Brief b")


def test_the_filter_asks_for_words(three: Path) -> None:
    with talk(three) as opened:
        assert said(opened.press("f", "id:c")).endswith(
            "1 brief in the list. Briefs, 1 of 1: Brief c; TLP:GREEN, unread"
        )
        assert "the list is as it was" in opened.press("f", "zzz")
        assert "mistake" in opened.press("f", "is:nothing")
        assert "All 3 briefs." in opened.press("f", "")


def test_briefs_of_one_title_are_told_apart_when_opened_and_in_the_list(tmp_path: Path) -> None:
    with talk(write(tmp_path, north=brief("Talks"), south=brief("Talks"), other=brief("Floods"))) as opened:
        assert "Floods; TLP:GREEN" in said(opened.press("J"))
        assert "Talks (south); TLP:GREEN" in said(opened.press("J"))
        opened.press("0")
        assert "Floods; " in said(opened.press("k"))
        assert "Talks (north); " in said(opened.press("k"))


def test_a_search_lists_hits_and_goes_to_the_one_that_is_named(three: Path) -> None:
    with talk(three) as opened:
        out = said(opened.press("F", "treaty", "2"))
        assert "1. Brief a (TLP:GREEN): event, 19 Jun 2024: The treaty is signed (Water agency)" in out
        assert "Brief 2 of 3: Brief b" in out
        assert "Timeline, 2 of 2: " in out
        assert said(opened.press("[")).startswith("Brief 1 of 3: Brief a")
        assert "You stay where you were." in opened.press("F", "treaty", "")
        assert "Nothing has zzz." in opened.press("F", "zzz")


def test_find_goes_to_the_items_with_the_words_and_round_again(three: Path) -> None:
    with talk(three) as opened:
        assert "Timeline, 2 of 2" in said(opened.press("/", "treaty"))
        assert "Timeline, 2 of 2" in said(opened.press("n"))
        assert "Summary, 1 of 4" in said(opened.press("/", "Point 1"))
        assert "is in no item" in opened.press("/", "zzz")


def test_to_find_words_from_the_list_opens_the_brief(three: Path) -> None:
    with talk(three) as opened:
        opened.press("0j")
        before = len(opened.lines)
        assert "Timeline, 2 of 2" in said(opened.press("/", "treaty"))
        assert any(line.startswith("Brief 2 of 3: Brief b") for line in opened.lines[before:])


def test_a_brief_counts_as_read_after_a_while_and_marks_can_be_undone(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marking, "_READ_AFTER", 0.0)
    with talk(three) as opened:
        opened.press("J")
        assert said(opened.press(".")).startswith("Brief 3 of 3")
        assert opened.press("*") == "Starred."
        assert opened.press("u").startswith("Undone: ")
        assert opened.press("r") == "Marked unread."
    with talk(three) as opened:
        assert "unread" not in opened.lines[1]


def test_a_brief_that_the_list_only_names_is_not_read(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "_READ_AFTER", 0.0)
    with talk(three) as opened:
        opened.press("0jj")
        time.sleep(0.01)
        assert said(opened.press("k")) == "Briefs, 2 of 3: Brief b; TLP:GREEN, unread"


def test_a_brief_with_mistakes_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    write(tmp_path, a="briefing: 1\ntitle: A\ndate: 2024-13\n", b="not: [a brief\n")
    with talk(tmp_path) as opened:
        assert "1 problem" in said("\n".join(opened.lines))
        assert "no such month" in said(opened.press("!"))
        assert "b" in opened.press("J")
        for key in "j2j3j4jsi/nydo":
            opened.press(key, "x")


def test_a_key_without_use_says_so(three: Path) -> None:
    with talk(three) as opened:
        assert opened.press("Q") == "Q does nothing here. ? lists the keys."
        assert opened.press("z").startswith("z (this pane alone, or all panes again) is for the screen only.")


def test_w_lists_what_is_new_and_again_all(three: Path) -> None:
    with talk(three) as opened:
        opened.press("r")
        assert said(opened.press("w")).startswith("2 briefs new or changed in the list. Briefs, 1 of 2: Brief b")
        assert opened.press("w") == "All 3 briefs."
        opened.press("w")
        assert opened.press("\x1b") == "All 3 briefs."
        assert opened.press("\x1b") == "There is no filter to leave."


def test_all_in_the_list_are_marked_read_after_asking_and_their_versions_are_kept(three: Path) -> None:
    with talk(three) as opened:
        assert opened.press("A", "").endswith("They are left as they are.")
        assert "3 briefs marked read" in opened.press("A", "y")
        assert opened.press("A") == "Everything in the list is read already."
        assert opened.press("w") == "No brief is new or has changed."
        assert "nothing has changed" in opened.press("d")
        assert opened.press("u").startswith("Undone: ")


def test_a_names_each_source_of_an_item_in_turn_and_i_what_falls_with_each(three: Path) -> None:
    with talk(three) as opened:
        opened.press("jjj")
        first, second = said(opened.press("a")), said(opened.press("a"))
        assert (first.startswith("Sources, "), first == second) == (True, False)
        assert said(opened.press("a")) == first
        assert said(opened.press("i")) != said(opened.press("i"))


def test_m_lists_the_same_measure_in_other_briefs_and_goes_there() -> None:
    with talk(SAMPLES) as opened:
        opened.press("m")
        assert opened.lines[-1].startswith("This is no figure")
        opened.press("J2j")
        out = said(opened.press("m", "2"))
    assert "1. " in out
    assert "(the article)" in out
    assert "Brief 3 of 3" in out


def test_help_lists_every_key_that_does_something(three: Path) -> None:
    with talk(three) as opened:
        listed = opened.press("?")
        keys = [line.partition(":")[0].split(" or ")[0] for line in listed.splitlines()]
        assert {"j", "J", "s", "F", "q"} <= set(keys)
        assert opened.press("q") == ""
        assert opened.reader.is_done


def test_keys_have_the_names_that_the_table_of_actions_has() -> None:
    names = {key for action in ACTIONS for key in split_keys(action.keys)}
    for character in "jJ?!/.,*:[] ":
        assert key_of(character) in names
    assert key_of("\x04") == "ctrl+d"
    assert key_of("é") == "é"
