"""The width of text, and breaking it into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.render.lines import Line, Role, Run, Target, TargetKind, text_of
from briefing.render.parts import list_row
from briefing.render.parts.list_row import RowForm, RowSetting, list_row_lines
from briefing.render.parts.listed_brief import ListRow
from briefing.render.symbols import Look
from briefing.render.text import wrap
from briefing.render.text.cell_width import NO_BREAK, cells, columns, crop, is_single, tidy
from briefing.render.text.wrap import balanced, fill, first_lines, line_cells, separator, tied

ANY_TEXT = st.text(st.characters(), max_size=60)
SPICY = st.lists(
    st.sampled_from(
        [
            "word",
            "a",
            " ",
            "  ",
            "漢字",
            "한글",
            "👩‍👩‍👧",
            "e\u0301",
            "🇰🇷",
            "❤️",
            "soft\u00adhyphen",
            "\u0645\u06cc\u200c\u062e\u0648",
            "\u0915\u094d\u200d\u0937",
            "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
            "\u200b",
            "\u200c",
            "\U000e0041",
            "\t",
            "\n",
            "-",
            "—",
            "x" * 30,
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | SPICY)
def test_tidy_text_is_as_wide_as_the_screen_library_says(text: str) -> None:
    assert cells(tidy(text)) == cell_len(tidy(text))


def test_every_character_of_unicode_is_as_wide_as_the_screen_library_says() -> None:
    planes = [*range(0x20, 0x3000), *range(0xA000, 0xAC00), *range(0xD700, 0x12000), *range(0x1D300, 0x20000)]
    disagree = [code for code in planes if cells(tidy(chr(code))) != cell_len(tidy(chr(code)))]
    assert disagree == []


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("plain", 5, id="ascii"),
        pytest.param("漢字", 4, id="wide"),
        pytest.param("한글", 4, id="hangul"),
        pytest.param("\u1112\u1161\u11ab", 2, id="jamo make one syllable"),
        pytest.param("e\u0301", 1, id="combining"),
        pytest.param("\U0001f1f0\U0001f1f7", 2, id="regional indicators"),
        pytest.param("≈¹–“”●", 6, id="our own signs"),
    ],
)
def test_a_text_has_its_width(text: str, width: int) -> None:
    assert cells(tidy(text)) == width


@pytest.mark.parametrize(
    ("text", "became"),
    [
        pytest.param("soft\u00adhyphen", "softhyphen", id="soft hyphen"),
        pytest.param("a\tb", "a b", id="tab"),
        pytest.param("a \n  b", "a b", id="white space"),
        pytest.param("👩\u200d👧", "👩👧", id="joined emoji"),
        pytest.param("❤\ufe0f", "❤", id="selector"),
        pytest.param("a\u200bb\ufeffc", "a\ufffdb\ufffdc", id="zero width"),
        pytest.param("a\u00ad-", "a\ufffd-", id="soft hyphen at no letter"),
        pytest.param("a\U000e0041b\u3164\ufe0f", "a\ufffdb\ufffd\ufffd", id="tag, filler, selector of nothing"),
        pytest.param("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e", id="Persian"),
        pytest.param("\u0915\u094d\u200d\u0937", "\u0915\u094d\u0937", id="Hindi"),
        pytest.param("\ue000", "\ue000", id="private use"),
        pytest.param("a\u202eb", "a\N{REPLACEMENT CHARACTER}b", id="override"),
        pytest.param("3\u202f000", "3\u00a0000", id="narrow no-break space"),
    ],
)
def test_what_terminals_disagree_about_is_settled(text: str, became: str) -> None:
    assert tidy(text) == became


@given(ANY_TEXT)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(ANY_TEXT, st.integers(0, 40))
def test_a_cropped_text_is_never_too_wide(text: str, width: int) -> None:
    assert cells(crop(text, width)) <= width


@given(ANY_TEXT | SPICY)
def test_columns_end_at_the_width_of_the_text(text: str) -> None:
    assert columns(tidy(text))[-1] == cells(tidy(text))


@given(ANY_TEXT)
def test_single_text_has_as_many_cells_as_characters(text: str) -> None:
    assert not is_single(text) or cells(text) == len(text)


def folded(text: str) -> str:
    return "".join(tidy(text).split())


@settings(max_examples=200, deadline=None)
@given(SPICY | ANY_TEXT, st.integers(8, 80))
def test_a_filled_paragraph_fits_and_loses_nothing(text: str, width: int) -> None:
    first, rest = (Run("• "),), (Run("  "),)
    lines = fill((Run(text),), width, first, rest)
    assert all(line_cells(line) <= width for line in lines)
    assert folded("".join(text_of(line) for line in lines)) == "•" + folded(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["go", "begin.", "bridge", "undermining", "a"]), min_size=1), st.integers(14, 60))
def test_a_cite_mark_stays_with_its_word(words: list[str], width: int) -> None:
    mark = Run("¹", Role.CITE, Target(TargetKind.POINT, 0, 0))
    lines = fill((Run(" ".join(words)), mark), width)
    assert text_of(lines[-1]).endswith(f"{words[-1]}¹")


def test_a_number_stays_with_its_hedge_and_unit() -> None:
    lines = [text_of(line) for line in fill((Run("It will be as long as about 850 m they say"),), 27)]
    assert lines == ["It will be as long as", "about 850 m they say"]


def test_a_tie_gives_way_where_there_is_no_room_for_it() -> None:
    assert [text_of(line) for line in fill((Run("approximately 3,000 troops"),), 14)] == [
        "approximately",
        "3,000 troops",
    ]


def test_a_compound_may_be_broken_after_its_hyphen() -> None:
    assert text_of(fill((Run("many short-range missiles"),), 12)[0]) == "many short-"


def test_a_word_wider_than_the_line_is_broken_by_cells() -> None:
    assert [text_of(line) for line in fill((Run("漢字漢字漢字"),), 9)] == ["漢字漢字", "漢字"]


def test_no_line_begins_with_closing_punctuation_of_wide_text() -> None:
    assert [text_of(line) for line in fill((Run("漢字漢字。漢"),), 8)] == ["漢字漢", "字。漢"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("the two states are well on way.¹✓", 28, ["the two states are well", "on way.¹✓"], id="runt"),
        pytest.param("the two states are about to begin.", 28, ["the two states are about to", "begin."], id="a word"),
        pytest.param("a long misunderstanding far.", 23, ["a long misunderstanding", "far."], id="else a notch"),
    ],
)
def test_a_short_word_is_not_left_alone_on_the_last_line(text: str, width: int, lines: list[str]) -> None:
    assert [text_of(line) for line in fill((Run(text),), width)] == lines


def test_the_lines_of_a_headline_are_about_as_long_as_each_other() -> None:
    title = Run("North Korea sends more troops and supplies to Russia")
    assert [text_of(line) for line in balanced((title,), 46)] == [
        "North Korea sends more troops",
        "and supplies to Russia",
    ]


@given(ANY_TEXT | SPICY, st.integers(4, 60))
def test_a_balanced_headline_fits_in_as_many_lines_as_a_filled_one(text: str, width: int) -> None:
    lines = balanced((Run(text),), width)
    assert len(lines) == len(fill((Run(text),), width))
    assert all(cells(text_of(line)) <= width for line in lines)


@given(
    st.lists(st.sampled_from(["a", "word", "twenty-one", "over", "300", "km", "x" * 30, " ", "  ", "漢字", "e\u0301"])),
    st.integers(1, 3),
    st.integers(4, 30),
)
def test_the_first_lines_of_a_text_are_those_of_the_whole(words: list[str], count: int, width: int) -> None:
    text = " ".join(words * 20)
    begun, whole = (fill((Run(each),), width) for each in (first_lines(text, count + 1, width), text))
    assert begun[:count] == whole[:count]


def test_a_long_title_takes_no_more_work_than_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    filled: list[int] = []

    def counted(runs: Sequence[Run], width: int, *rest: Line, hyphens: bool = True) -> list[Line]:
        filled.append(sum(len(run.text) for run in runs))
        return fill(runs, width, *rest, hyphens=hyphens)

    monkeypatch.setattr(wrap, "fill", counted)
    monkeypatch.setattr(list_row, "fill", counted)
    title = "Harbour talks " * 5_000
    row = ListRow(title=title)
    for most in (1, 2, 40):
        list_row_lines(row, 40, Look(), RowSetting(form=RowForm.LINES, title_lines=most))
    balanced((Run(title),), 40)
    assert sum(filled) < 2 * len(title)


def test_roles_and_targets_survive_a_line_break() -> None:
    target = Target(TargetKind.SOURCE, 3)
    lines = fill((Run("one two three four", Role.LINK, target),), 9)
    assert {(run.role, run.target) for line in lines for run in line} == {(Role.LINK, target)}


def test_a_combining_mark_is_not_parted_from_its_letter() -> None:
    lines = [text_of(line) for line in fill((Run("e\u0301" * 12),), 8)]
    assert [unicodedata.normalize("NFC", line) for line in lines] == ["é" * 8, "é" * 4]


def test_a_voicing_mark_is_not_parted_from_its_wide_letter() -> None:
    lines = [text_of(line) for line in fill((Run("か\u3099" * 6),), 8)]
    assert lines == ["か\u3099" * 4, "か\u3099" * 2]


def test_a_voicing_mark_goes_along_when_its_letter_moves_down() -> None:
    lines = [text_of(line) for line in fill((Run("か\u3099か\u3099。か"),), 4)]
    assert lines == ["か\u3099", "か\u3099。", "か"]


def test_a_line_break_in_a_text_is_a_space() -> None:
    assert text_of(fill((Run("one\ntwo\tthree"),), 20)[0]) == "one two three"


def test_a_url_is_broken_after_a_slash() -> None:
    lines = [text_of(line) for line in fill((Run("https://example.org/path/page"),), 22)]
    assert lines == ["https://example.org/", "path/page"]


@given(st.lists(st.sampled_from(["12 claims", "verified", "a-b", "漢字", "long" * 9]), min_size=1), st.integers(4, 40))
@settings(max_examples=60, deadline=None)
def test_a_separator_stands_at_no_end_of_a_line(facts: list[str], width: int) -> None:
    parts = [Run(text) for fact in facts for text in (separator("·"), fact)][1:]
    lines = [text_of(line) for line in fill(parts, width)]
    assert [line for line in lines if line.strip(" ·") != line or line_cells((Run(line),)) > width] == []
    assert "".join("".join(lines).split()).replace("·", "") == "".join("".join(facts).split())


def test_a_dot_that_somebody_wrote_stays_where_a_line_ends() -> None:
    assert [text_of(line) for line in fill((Run("one · two"),), 5)] == ["one ·", "two"]


HEDGED = r"about|around|over|under|nearly|some|roughly|approximately|almost|at (?:least|most)|(?:more|less|fewer) than"
COUNTED = (
    r"%|per cent|percent|hundred|thousand|million|billion|trillion|[kcm]?m|km²|m²|kg|g|t|[kMGT]Wh?|°C|EUR|USD|euros?|"
    r"dollars?|people|troops|soldiers|tonnes?|hours?|days?|weeks?|months?|years?|January|February|March|April|May|June|"
    r"July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
TIED = re.compile(rf"\b({HEDGED}) (?=[\d€$£])|(?<=\d) (?=(?:{COUNTED})\b)|(?<=\d) (?=%)", re.IGNORECASE)
"""What is tied, as one pattern; to compile it takes as long as to import ten modules."""
PARTS = st.sampled_from(
    (
        *("about", "some", "at", "least", "most", "more", "than", "fewer", "About", "AT", "Least", "_about", "3about"),
        *("5", "12", "٣", "€", "$7", "%", "%a", "per", "cent", "centx", "Hundred", "m", "KM", "km²", "m³", "kWh", "MW"),
        *("°C", "°Cx", "euros", "People", "tonne", "Hours", "May", "Jan", "Janu", "x_", "ü5", ".", "(", "-"),
    )
)


@given(st.lists(st.tuples(PARTS, st.sampled_from([" ", " ", "", "-"])), max_size=8))
def test_a_number_stays_with_its_hedge_and_with_what_it_counts(parts: list[tuple[str, str]]) -> None:
    text = "".join(part + after for part, after in parts)
    wanted = TIED.sub(lambda found: found.group().replace(" ", NO_BREAK), tidy(text))
    assert tied(text) == (wanted if any(map(str.isdecimal, text)) else tidy(text))
