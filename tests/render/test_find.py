"""What find finds in a sheet: the same as a search character by character, with the work that its rows need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.words import GROUP_SIGNS, fold, fold_letters
from briefing.render.lines import ItemLines, Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.text.find import Found, SearchableSheet, WordQuery, find
from briefing.render.text.searchable import LineSpan
from briefing.tui.drawing.sheet_cache import SizedSheet

NOT_WORDS = {Role.CITE, Role.RULE, Role.BAR, Role.MARK}
CHARACTERS = st.sampled_from("ab aAß1,0éİﬁ-.\u0301\u0308\u00a0한\u1112\u1161漢")
"""Few, so that much is found: those that fold to none, one and several, that compose, and that group numbers."""
QUERIES = st.text(CHARACTERS, max_size=4)
RUNS = st.builds(Run, st.text(CHARACTERS, max_size=6), st.sampled_from([Role.BODY, Role.BODY, Role.CITE, Role.MARK]))
LINES = st.lists(st.lists(RUNS, max_size=3).map(tuple), max_size=8)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Return a sheet of which some lines belong to items."""
    lines = draw(LINES)
    items: list[ItemLines] = []
    line = 0
    while line < len(lines):
        length = draw(st.integers(0, 3))
        if length:
            last = min(len(lines), line + length) - 1
            items.append(ItemLines(line, last, Target(TargetKind.POINT, len(items))))
        line += length or 1
    return Sheet(tuple(lines), tuple(items))


def paragraphs(sheet: Sheet) -> Iterator[range]:
    """Yield the lines of each item, and of each paragraph outside the items."""
    firsts = {item.first: item.last for item in sheet.items}
    line = 0
    while line < len(sheet.lines):
        last = firsts.get(line, line)
        if line not in firsts:
            while (
                last + 1 < len(sheet.lines) and sheet.lines[last] and sheet.lines[last + 1] and last + 1 not in firsts
            ):
                last += 1
        yield range(line, last + 1)
        line = last + 1


def characters(line: Line) -> list[tuple[int, str]]:
    """Return offset and character of everything in a line that can be found."""
    found: list[tuple[int, str]] = []
    offset = 0
    for run in line:
        found += enumerate(run.text, offset) if run.role not in NOT_WORDS else ()
        offset += len(run.text)
    while found and found[0][1] == " ":
        found.pop(0)
    return found


def pattern(query: str) -> re.Pattern[str] | None:
    """Return the pattern of a query: a line may end after each character, and thousands may be grouped."""

    def of_word(word: str) -> str:
        parts = [
            f"[{GROUP_SIGNS}]?{sign}"
            if len(text) > 3 and text.isdecimal() and at and (len(text) - at) % 3 == 0
            else re.escape(sign)
            for text in re.findall(r"\d+|\D+", word)
            for at, sign in enumerate(text)
        ]
        return "\n?".join(parts)

    words = fold(query).split()
    return re.compile("[ \n]+".join(map(of_word, words))) if words else None


def plainly_found(sheet: Sheet, query: str) -> list[list[LineSpan]]:
    """Return where a query is, looked for character by character."""
    sought = pattern(query)
    hits: list[list[LineSpan]] = []
    for lines in paragraphs(sheet):
        text, places = "", list[tuple[int, int]]()
        for line in lines:
            broken = [(-1, "\n")] if text else []
            for offset, character in (*broken, *characters(sheet.lines[line])):
                folded = fold_letters(character)
                text += folded
                places += [(line, offset)] * len(folded)
        for match in sought.finditer(text) if sought else ():
            there = [place for place in places[slice(*match.span())] if place[1] >= 0]
            by_line = {line: [offset for at, offset in there if at == line] for line, _ in there}
            hits.append([LineSpan(line, min(at), max(at) + 1) for line, at in by_line.items()])
    return hits


def every(found: Found) -> list[list[LineSpan]]:
    return [list(found.spans(index)) for index in range(len(found))]


@settings(max_examples=300, deadline=None)
@given(sheets(), QUERIES)
def test_a_query_finds_what_a_search_character_by_character_finds(sheet: Sheet, query: str) -> None:
    expected = plainly_found(sheet, query)
    assert [list(hit.spans) for hit in find((sheet,), query)] == expected
    found = SearchableSheet(sheet).find(query)
    assert len(found) == len(expected)  # before anybody asks where they are
    assert every(found) == expected
    for line in range(len(sheet.lines)):
        on_line = [(span.start, span.end) for spans in expected for span in spans if span.line == line]
        first = next((index for index, spans in enumerate(expected) if spans[0].line >= line), None)
        assert (found.on_line(line), found.first_from(line)) == (on_line, first)


@settings(max_examples=100, deadline=None)
@given(sheets())
def test_words_of_a_search_are_found_as_they_are_written(sheet: Sheet) -> None:
    asked: list[str] = []

    def spans(text: str) -> Sequence[tuple[int, int]]:
        asked.append(text)
        return [match.span() for match in re.finditer("ab?", text)]

    found = every(SearchableSheet(sheet).find(WordQuery("ab", spans)))
    written = [
        "\n".join("".join(sign for _, sign in characters(sheet.lines[at])) for at in lines)
        for lines in paragraphs(sheet)
    ]
    assert asked == [text.lstrip("\n") for text in written]
    assert len(found) == sum(len(re.findall("ab?", text)) for text in written)


def items(count: int) -> Sheet:
    """Return a sheet of items of two lines."""
    lines = tuple((Run(f"{word} {number}"),) for number in range(count) for word in ("item", "below"))
    return Sheet(lines, tuple(ItemLines(2 * at, 2 * at + 1, Target(TargetKind.POINT, at)) for at in range(count)))


@pytest.mark.parametrize("count", [10, 10_000])
def test_a_row_that_is_drawn_costs_a_search_of_its_item(count: int) -> None:
    asked: list[str] = []

    def spans(text: str) -> Sequence[tuple[int, int]]:
        asked.append(text)
        return [(0, 4)]

    found = SearchableSheet(items(count)).find(WordQuery("item", spans))
    assert [found.on_line(line) for line in (6, 7, 8)] == [[(0, 4)], [], [(0, 4)]]
    assert asked == ["item 3\nbelow 3", "item 4\nbelow 4"]


class Counted(tuple[Line, ...]):
    """Lines that count how often all of them are read."""

    __slots__ = ()
    passes = 0

    def __iter__(self) -> Iterator[Line]:
        type(self).passes += 1
        return super().__iter__()


def test_a_sheet_is_read_once_however_many_letters_are_typed() -> None:
    sheet = items(500)
    sized = SizedSheet(Sheet(Counted(sheet.lines), sheet.items))
    Counted.passes = 0
    assert [len(sized.find("below"[:length])) for length in range(1, 6)] == [500] * 5
    assert [sized.find("elow").on_line(line) for line in (998, 999)] == [[], [(1, 5)]]
    assert Counted.passes == 1
