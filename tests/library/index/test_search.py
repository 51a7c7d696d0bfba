from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.library.entries import read_entry
from briefing.library.index.errors import IndexDamagedError
from briefing.library.index.record import record_of
from briefing.library.index.row_sets import ROWS_SQL, decoded_rows
from briefing.library.index.rows import BriefIndex
from briefing.library.index.schema import HEAD
from briefing.library.index.search import first_page as first_page_module
from briefing.library.index.search.cancel import CancelToken, SearchCancelledError
from briefing.library.index.search.first_page import FirstPage, PageWindow, first_page
from briefing.library.index.search.hits import ItemHit, hits, snippet
from briefing.library.index.search.search import Question, matching_rows
from briefing.library.index.search.source_texts import text_hits
from briefing.library.index.store import IndexStore, open_index
from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.index.write import remove_gone
from briefing.query import QueryError, parse_query
from briefing.query.highlight import Highlight
from briefing.query.times import with_times
from tests.support.searched import Naive, bring_in_step, indexed, keep_text, mark, naively, write_random

TERMS = [
    *("harb", "harbour", '"harbour"', '"harbour f*"', "foundry", "talks", "3,000", "3 000", "x-ray", "fusse", "naive"),
    *("говор", "реговор", "ово", "пере", "中", "中国", "华人民", "한국어", "국어", "어", "เรือ", "ท่า", "🚢", "a_b"),
    *("title:harb", "tag:rail", 'tag:"trade talks"', "tag:中", "entity:говор", "source:foundry", "by:desk", "id:rail"),
    *("since:2024", "until:2024-01", "since:2024~", "until:1990", "figure:>3", "figure:=3000", "figure:15..16"),
    *(
        "unit:km",
        "unit:m",
        'unit:"m"',
        "unit:%",
        "measure:sent",
        "measure:troops/s",
        'measure:"sent"',
        'measure:"troops"',
        "status:final",
        "marking:amber",
    ),
    *(
        "marking:none",
        "marking:red",
        "is:unread",
        "is:read",
        "is:starred",
        "is:changed",
        "is:new",
        "is:broken",
        "is:checked",
        "is:verified",
        "is:unreviewed",
    ),
    *(
        "near",
        "don't",
        "øre",
        "by:harb",
        "figure:<0",
        "by:unnamed",
        "source:organ",
        "source:organisation",
        "organisation",
    ),
    *("2024", "2024-01", "January 2024", 'measure:"sent"', 'measure:"troops"'),
]
QUERIES = st.recursive(
    st.sampled_from(TERMS),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(" or ".join),
        inner.map(lambda text: f"-({text})"),
        inner.map(lambda text: f"({text})"),
    ),
    max_leaves=6,
)


class Made(NamedTuple):
    """A library with everything that a query may ask."""

    brief_index: BriefIndex
    marks: MarkedBriefs
    briefs: Mapping[int, Naive]


@pytest.fixture(scope="module", params=[1, 2, 3])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    seed: int = request.param
    folder = tmp_path_factory.mktemp("random")
    root = folder / "root"
    root.mkdir()
    write_random(root, 30, seed)
    brief_index = indexed(root)
    for path in sorted(root.iterdir())[::7]:
        path.unlink()
    (root / "a-1.yml").write_text("briefing: 1\ntitle: harbour\n", encoding="utf-8")
    (root / "a-1.yaml").write_text("briefing: 1\ntitle: foundry\n", encoding="utf-8")
    bring_in_step(brief_index)
    known = brief_index.look_up(brief_index.order())
    marks = {
        one.entry.id: (one.hash if number % 4 else b"another", number % 3 > 0, number % 5 == 0)
        for number, one in enumerate(known.values())
        if number % 2
    }
    mark(folder / "marks.sqlite", root, marks)
    briefs = {row: Naive(one, record_of(read_entry(one.entry)), marks.get(one.entry.id)) for row, one in known.items()}
    return Made(brief_index, marked(brief_index, folder / "marks.sqlite"), briefs)


def marked(brief_index: BriefIndex, file: Path) -> MarkedBriefs:
    """Return the index with the marks in a file."""
    return MarkedBriefs(brief_index, os.fsencode(os.path.realpath(brief_index.root)), file)


def test_the_index_answers_each_term_as_asking_each_brief_does(made: Made) -> None:
    heads = {row: Head(*brief.made_of) for row, brief in made.briefs.items()}
    wrong = [
        (term, columns)
        for term in TERMS
        for columns, briefs in ((None, made.briefs), (HEAD, heads))
        if sorted(matching_rows(made.brief_index, parse_query(term), columns, made.marks))
        != sorted(naively(briefs, parse_query(term)))
    ]
    assert wrong == []


@hypothesis_settings(max_examples=120)
@given(text=QUERIES)
def test_the_index_answers_as_asking_each_brief_does(made: Made, text: str) -> None:
    query = with_times(parse_query(text))
    found = matching_rows(made.brief_index, query, marks=made.marks)
    assert sorted(found) == sorted(naively(made.briefs, query))


class Head(Naive):
    """A brief of which only what the list is filtered by is seen."""

    def texts(self, place: str | None) -> Iterable[str]:
        if place is not None:
            return super().texts(place)
        return [text for name in ("title", "tag", "entity", "id") for text in self.texts(name)]


@hypothesis_settings(max_examples=120)
@given(text=QUERIES)
def test_the_index_answers_of_heads_as_asking_each_brief_does(made: Made, text: str) -> None:
    query = parse_query(text)
    heads = {row: Head(*brief.made_of) for row, brief in made.briefs.items()}
    assert sorted(matching_rows(made.brief_index, query, HEAD, made.marks)) == sorted(naively(heads, query))


@hypothesis_settings(max_examples=200)
@given(text=QUERIES, most=st.integers(1, 40), place=st.integers(0, 29), chance=st.randoms(use_true_random=False))
def test_the_first_page_is_the_beginning_of_all_results_or_what_is_around_the_selected_one(
    made: Made, text: str, most: int, place: int, chance: Random
) -> None:
    query, order, is_rising = parse_query(text), sorted(made.briefs), chance.random() < 1 / 2
    here = order[place % len(order)]
    if not is_rising:
        chance.shuffle(order)
    found = set(matching_rows(made.brief_index, query, marks=made.marks))
    whole = [row for row in order if row in found]
    window = PageWindow(most, here, order, is_rising=is_rising)
    seen = first_page(made.brief_index, Question(query, marks=made.marks), window)
    assert (seen is None) == (query.node is None)
    if seen is not None:
        rows = sorted(seen.rows, key=order.index) if seen.is_complete else list(seen.rows)
        first = 0 if seen.is_first else whole.index(rows[0])
        assert rows == whole[first:][: len(rows)]
        assert len(rows) >= min(most, len(whole))
        assert rows == whole or not seen.is_complete
        assert here in rows or here not in whole


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few briefs count as many."""
    monkeypatch.setattr(first_page_module, "FEW_OF_MANY", 5)
    monkeypatch.setattr(first_page_module, "_AT_FIRST", 3)
    monkeypatch.setattr(first_page_module, "FEW_OF_WORDS", 8)


@pytest.mark.usefixtures("few_at_once")
@hypothesis_settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=QUERIES, most=st.integers(1, 4), place=st.integers(0, 29), chance=st.randoms(use_true_random=False))
def test_so_it_is_where_not_all_briefs_can_be_tried(
    made: Made, text: str, most: int, place: int, chance: Random
) -> None:
    query, order = parse_query(text), sorted(made.briefs)
    here = order[place % len(order)]
    chance.shuffle(order)
    found = set(matching_rows(made.brief_index, query, marks=made.marks))
    whole = [row for row in order if row in found]
    window = PageWindow(most, here, order, is_rising=False)
    seen = first_page(made.brief_index, Question(query, marks=made.marks), window)
    if seen is not None:
        rows = sorted(seen.rows, key=order.index) if seen.is_complete else list(seen.rows)
        first = 0 if seen.is_first else whole.index(rows[0])
        assert rows == whole[first:][: len(rows)]
        assert rows == whole or not seen.is_complete
        assert here in rows or here not in whole


@given(
    text=st.one_of(
        st.text(max_size=20), st.lists(st.sampled_from([*TERMS, '"', "(", "*", "\0", "NEAR("])).map(" ".join)
    )
)
def test_nothing_that_is_typed_is_too_much_for_the_index(made: Made, text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError:
        return
    found = matching_rows(made.brief_index, query, HEAD, made.marks)
    hits(made.brief_index, query, found)
    text_hits(made.brief_index, query, 5)
    assert set(found) <= set(made.brief_index.order())


def library(root: Path, **briefs: str) -> BriefIndex:
    """Return a folder of briefs, each a title and what may follow it, with its index."""
    for name, text in briefs.items():
        (root / f"{name}.yaml").write_text(f"briefing: 1\ntitle: {text}\n", encoding="utf-8")
    return indexed(root)


def found(brief_index: BriefIndex, text: str, columns: tuple[str, ...] | None = None) -> list[str]:
    rows = matching_rows(brief_index, parse_query(text), columns)
    return sorted(one.entry.id for one in brief_index.look_up(rows).values())


def items(brief_index: BriefIndex, text: str) -> list[ItemHit]:
    query = with_times(parse_query(text))
    return [item for one in hits(brief_index, query, matching_rows(brief_index, query)) for item in one.items]


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("Переговоры возобновились", "говор"),
        ("대한민국의 수도", "민국"),
        ("中华人民共和国", "华"),
        ("中华人民共和国", "人民"),
        ("中华人民共和国", "民共和"),
        ("การเจรจาท่าเรือ", "ท่าเรือ"),
        ("Café société", "cafe SOCIETE"),
        ("Cafe societe", "café"),
        ("Große Straße", "grosse strasse"),
        ("Ørsted", "ørsted"),
        ("ﬁnance", "fin"),
        ("Ship 🚢 arrives", "ship 🚢"),
        ("𝐁𝐨𝐥𝐝 letters", "bold"),
    ],
)  # fmt: skip
def test_words_of_any_script_are_found_and_lit(tmp_path: Path, title: str, query: str) -> None:
    brief_index = library(tmp_path, a=title, b="Nothing of it")
    assert found(brief_index, query) == ["a"]
    assert found(brief_index, query, HEAD) == ["a"]
    assert items(brief_index, query)[0].highlights


@pytest.mark.parametrize(
    ("text", "query", "lit"),
    [
        ("Harbour talks", "harb", "Harb"),
        ("Große Häfen", "grosse", "Große"),
        ("Große Häfen", "hafen", "Häfen"),
        ("of ﬁnance, now", "now", "now"),
        ("of ﬁnance, now", "fi", "ﬁ"),
        ("cafe\u0301 noir", "cafe", "cafe\u0301"),
        ("Переговоры", "говор", "говор"),
        ("中华人民共和国", "人民", "人民"),
        ("about 3,000 people", "3,000", "3,000"),
    ],
)
def test_the_letters_that_were_found_are_lit_in_the_text_itself(
    tmp_path: Path, text: str, query: str, lit: str
) -> None:
    (item,) = items(library(tmp_path, a=text), query)
    assert [item.text[start:end] for start, end in item.highlights] == [lit]


def test_a_filter_of_the_list_looks_at_the_head_of_a_brief_only(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a="Talks\nsummary: [Harbour, Переговоры]")
    assert (found(brief_index, "harbour"), found(brief_index, "говор")) == (["a"], ["a"])
    assert (found(brief_index, "harbour", HEAD), found(brief_index, "говор", HEAD)) == ([], [])


@pytest.mark.parametrize("columns", [None, HEAD])
@pytest.mark.parametrize("query", ["harbou", "-harbou", "harbou or quarr", "title:harbou", "harbou quarr", "harbourz"])
def test_few_words_and_many_that_begin_so_are_found_alike(
    tmp_path: Path, query: str, columns: tuple[str, ...] | None
) -> None:
    few = {f"b{number}": f"Harbour{chr(97 + number)} quarry" for number in range(3)}
    many = few | {f"b{number}": f"Harbour{chr(97 + number)}" for number in range(3, 26)} | {"z": "Harbourz quarry"}
    (tmp_path / "few").mkdir()
    (tmp_path / "many").mkdir()
    among_few, among_many = library(tmp_path / "few", **few), library(tmp_path / "many", **many)
    known = {one.entry.id for one in among_few.look_up(among_few.order()).values()}
    assert found(among_few, query, columns) == [name for name in found(among_many, query, columns) if name in known]


def test_what_is_found_at_once_knows_whether_it_is_all(tmp_path: Path) -> None:
    brief_index = library(tmp_path, **{f"b{number}": "Harbour" for number in range(9)})
    query = parse_query("harbour")
    question, order = Question(query), brief_index.order()
    assert first_page(brief_index, question, PageWindow(10)) == FirstPage(order, is_complete=True)
    assert first_page(brief_index, question, PageWindow(4, selected=2)) == FirstPage(order[:4], is_complete=False)
    around = first_page(brief_index, question, PageWindow(2, selected=7))
    assert around == FirstPage([5, 6, 7, 8], is_complete=False, is_first=False)
    unread = Question(parse_query("harbour is:unread"))
    assert first_page(brief_index, unread, PageWindow(4)) is None
    assert first_page(brief_index, unread, PageWindow(4, order=order)) == FirstPage(tuple(order), is_complete=True)


@pytest.mark.parametrize("words", ["harbour", "-quarry", "harbour is:new", "since:2020", "har or since:2020", "is:new"])
def test_the_first_page_of_any_order_costs_the_same_however_many_briefs_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(first_page_module, "FEW_OF_MANY", 20)
    few, many = (_statements_of_a_page(tmp_path / str(count), count, words) for count in (200, 400))
    assert few == many


def _statements_of_a_page(folder: Path, count: int, words: str) -> int:
    """Return how many statements find the first ten of so many briefs, those that FTS5 runs included."""
    folder.mkdir()
    brief_index = library(folder, **{f"b{number:03}": "Harbour\ndate: 2024" for number in range(count)})
    brief_index.store.connection.execute("INSERT INTO words (words) VALUES ('optimize')")  # into one part each
    order, statements = list(brief_index.order()[::-1]), list[str]()
    brief_index.store.connection.set_trace_callback(statements.append)
    page = first_page(brief_index, Question(parse_query(words)), PageWindow(10, order=order, is_rising=False))
    brief_index.store.connection.set_trace_callback(None)
    assert page == FirstPage(order[:10], is_complete=False)
    return len(statements)


def test_a_date_without_a_year_is_found_with_a_tilde_only(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a="A\ntimeline:\n  - {text: B, when: XXXX-01/XXXX-02}", b="B\ndate: 2024-05-01")
    assert (found(brief_index, "since:2024"), found(brief_index, "since:2024~")) == (["b"], ["a", "b"])


def test_two_conditions_side_by_side_hold_of_one_date(tmp_path: Path) -> None:
    two = "A\ntimeline:\n  - {text: B, when: 2020}\n  - {text: C, when: 2024}"
    brief_index = library(tmp_path, a=two)
    assert found(brief_index, "since:2022 until:2021") == []
    assert found(brief_index, "(since:2022) (until:2021)") == ["a"]


def test_two_conditions_side_by_side_hold_of_one_figure(tmp_path: Path) -> None:
    two = "A\nfigures:\n  - {label: B, value: 5, unit: km}\n  - {label: C, low: 10, high: 20, unit: m}"
    brief_index = library(tmp_path, a=two)
    assert (found(brief_index, "figure:5 unit:km"), found(brief_index, "figure:5 unit:m")) == (["a"], [])
    assert [item.text for item in items(brief_index, "figure:15..16")] == ["C: 10–20 m"]


SAID = """\
Trial
summary:
  - {text: The trial was hasty, by: critics, cites: {source: news, quote: hasty}}
  - {text: The vaccine works, cites: {source: news, quote: works}}
figures:
  - {label: Killed by it, value: 3, unit: people, by: critics, standing: disputed}
  - {label: Given to, value: 500, unit: people}
  - {label: Seen from above, value: 2, cites: {source: satellite}}
timeline:
  - {text: The goal is set, when: 2013, basis: reckoned}
  - {text: The trial runs, when: 2009/2014}
  - {text: The trial ends, when: 2014-06-08}
  - {text: Some are killed in 2013}
sources:
  news: {kind: article, title: The news}
  critics: {kind: unnamed, name: critics, role: physician}
  satellite: {kind: imagery, title: Picture}
"""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("by:unnamed", ["The trial was hasty", "Killed by it: 3 people"], id="kind-of-speaker"),
        pytest.param("by:physic", ["The trial was hasty", "Killed by it: 3 people"], id="role-of-speaker"),
        pytest.param("by:unn hasty", ["The trial was hasty"], id="words-beside-a-speaker"),
        pytest.param("source:imagery", ["Seen from above: 2", "Picture"], id="kind-of-source"),
        pytest.param("source:unnamed", ["The trial was hasty", "Killed by it: 3 people", "critics"], id="voice"),
        pytest.param("figure:>0 killed", ["Killed by it: 3 people"], id="words-of-the-figure"),
        pytest.param(
            "figure:>0 trial", ["Killed by it: 3 people", "Given to: 500 people", "Seen from above: 2"], id="title"
        ),
        pytest.param("figure:>400 hasty", ["The trial was hasty"], id="words-elsewhere"),
        pytest.param("figure:>400 or hasty", ["The trial was hasty", "Given to: 500 people"], id="either"),
        pytest.param("since:2014 ends", ["The trial ends"], id="words-of-the-date"),
        pytest.param("since:2014 hasty", ["The trial was hasty"], id="undated-words"),
        pytest.param("2013", ["The goal is set", "Some are killed in 2013", "The trial runs"], id="year"),
        pytest.param("2013 goal", ["The goal is set"], id="year-and-words"),
        pytest.param('"2013"', ["Some are killed in 2013"], id="quoted-year"),
        pytest.param("2014-06", ["The trial ends", "The trial runs"], id="month"),
        pytest.param("June 2014", ["The trial ends", "The trial runs"], id="month-in-words"),
        pytest.param("8 June 2014", ["The trial ends", "The trial runs"], id="day-in-words"),
    ],
)
def test_the_items_that_meet_all_that_an_item_can_meet_are_shown(
    tmp_path: Path, query: str, expected: list[str]
) -> None:
    shown = [item.text for item in items(library(tmp_path, a=SAID), query)]
    assert [text for text in shown if text != "Trial"] == expected


def test_kinds_of_sources_are_found_by_their_fields_only(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a=SAID)
    assert (found(brief_index, "unnamed"), found(brief_index, "imagery")) == ([], [])
    assert found(brief_index, "source:unnamed -by:imagery") == ["a"]


def test_a_hit_knows_who_says_it_how_surely_and_when(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a=SAID)
    told = {item.text: item for query in ("2013", "people", "works") for item in items(brief_index, query)}
    assert told["Killed by it: 3 people"].said_by == "critics, unnamed"
    assert told["Killed by it: 3 people"].facts[:1] + told["Killed by it: 3 people"].facts[4:] == (
        "disputed",
        "Killed by it",
        "",
        "3",
        "people",
    )
    assert told["The vaccine works"].said_by == "the article"
    assert (told["The goal is set"].when, told["The goal is set"].facts.basis) == ("2013", "reckoned")
    assert [text for text, item in told.items() if item.is_beyond] == ["The trial runs"]


@pytest.mark.parametrize(
    ("query", "apart"),
    [
        pytest.param("figure:>400 hasty", True, id="another-claim-has-the-word"),
        pytest.param("by:critics 2013", True, id="another-claim-has-the-date"),
        pytest.param("figure:>0 killed", False, id="one-claim-meets-both"),
        pytest.param("figure:>400 trial", False, id="the-title-has-the-word"),
        pytest.param("hasty works", False, id="words-only"),
    ],
)
def test_hits_are_apart_where_no_single_claim_meets_the_query(tmp_path: Path, query: str, apart: bool) -> None:
    assert {item.is_apart for item in items(library(tmp_path, a=SAID), query)} == {apart}


def test_only_what_a_date_was_found_by_reaches_into_the_time(tmp_path: Path) -> None:
    found_items = items(library(tmp_path, a=SAID), "by:critics 2013")
    assert [item.text for item in found_items if item.is_beyond] == ["The trial runs"]


def test_the_article_that_a_brief_is_named_after_is_not_called_by_its_title(tmp_path: Path) -> None:
    text = """Trial
summary:
  - {text: It was hasty, by: own}
  - {text: It was late, by: other}
sources:
  own: {kind: article, title: Trial}
  other: {kind: article, title: The news}
"""
    said = {item.text: item.said_by for item in items(library(tmp_path, a=text), "was")}
    assert said == {"It was hasty": "the article", "It was late": "The news"}


def test_briefs_with_one_title_are_known_as_such(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a="Talks", b="Talks", c="Talks end")
    query = parse_query("talks")
    found_hits = hits(brief_index, query, brief_index.order())
    assert [(one.name, one.is_namesake) for one in found_hits] == [("a", True), ("b", True), ("c", False)]


def test_a_brief_that_is_gone_is_not_found_though_its_words_are_still_there(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a="Harbour\ndate: 2024", b="Harbour")
    (tmp_path / "a.yaml").unlink()
    bring_in_step(brief_index)
    for query in ("harb", "since:2020 or harbour", "harbour -foundry", "-since:2020"):
        assert found(brief_index, query) == ["b"]
        assert len(matching_rows(brief_index, parse_query(query))) == 1
    with brief_index.store.writing() as connection:
        assert (remove_gone(connection, 5), remove_gone(connection, 5)) == (1, 0)
    assert found(brief_index, "harb") == ["b"]


def test_marks_are_read_beside_an_index_in_a_file(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    for name in ("a.yaml", "b.yaml", "b.yml"):
        (root / name).write_text("briefing: 1\ntitle: T\n", encoding="utf-8")
    store, _ = open_index(root, {"XDG_CACHE_HOME": str(tmp_path)})
    brief_index = BriefIndex(store, root)
    bring_in_step(brief_index)
    file = tmp_path / "marks.sqlite"
    marks = marked(brief_index, file)
    assert len(matching_rows(brief_index, parse_query("is:unread"), marks=marks)) == 3
    mark(file, root, {"a": (b"old", True, False), "b.yml": (None, False, True)})
    before = file.read_bytes()
    assert len(matching_rows(brief_index, parse_query("is:unread"), marks=marks)) == 2
    assert len(matching_rows(brief_index, parse_query("is:changed"), marks=marks)) == 1
    assert [
        one.entry.file
        for one in brief_index.look_up(matching_rows(brief_index, parse_query("is:star"), None, marks)).values()
    ] == ["b.yml"]
    assert file.read_bytes() == before
    store.close()


def test_a_search_that_nobody_waits_for_does_not_begin(tmp_path: Path) -> None:
    running = CancelToken()
    running.cancel()
    with pytest.raises(SearchCancelledError):
        matching_rows(library(tmp_path, a="Harbour"), parse_query("harb"), token=running)


def test_a_search_is_given_up_while_it_runs() -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    running = CancelToken()
    timer = threading.Timer(0.05, running.cancel)
    timer.start()
    with pytest.raises(SearchCancelledError), running.running_on(connection):
        connection.execute(endless).fetchone()
    timer.join()
    connection.close()


@example(rows=[*range(1, 20_002)])  # more than are taken apart at once
@given(rows=st.lists(st.integers(1, 2**32 - 1)))
def test_rows_come_out_as_they_went_in(rows: list[int]) -> None:
    connection = IndexStore(None).connection
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS some (row INTEGER)")
    connection.executemany("INSERT INTO some VALUES (?)", ((row,) for row in rows))
    assert list(decoded_rows(connection.execute(f"SELECT {ROWS_SQL} FROM some").fetchone()[0])) == rows  # noqa: S608
    connection.close()


@pytest.mark.parametrize(
    "text", ["abc", "-10000000", "10000001,1.5", "10000001,-1", "1000000,100000012", "99999999999999"]
)
def test_what_is_no_row_is_damage(text: str) -> None:
    with pytest.raises(IndexDamagedError):
        decoded_rows(text)


def test_the_title_comes_first_then_what_holds_everything(tmp_path: Path) -> None:
    text = "Harbour\nsummary: [The harbour, A foundry, The foundry by the harbour, Else]"
    assert [(item.kind, item.number) for item in items(library(tmp_path, a=text), "harbour foundry")] == [
        ("brief", 0),
        ("point", 2),
        ("point", 0),
        ("point", 1),
    ]


def test_what_is_said_in_a_note_or_quote_is_shown_around_the_words(tmp_path: Path) -> None:
    text = f"A\nsummary:\n  - {{text: B, note: '{'so it is, ' * 20}the harbour{', so it is' * 20}'}}"
    (item,) = items(library(tmp_path, a=text), "harbour")
    assert len(item.snippet.text) <= 162
    assert [item.snippet.text[start:end] for start, end in item.snippet.highlights] == ["harbour"]


def test_a_brief_without_an_item_of_its_own_to_show_shows_itself(tmp_path: Path) -> None:
    assert [item.kind for item in items(library(tmp_path, a="A\nsummary: [B]"), "-harbour")] == ["brief"]


def test_a_source_is_shown_with_what_cites_it(tmp_path: Path) -> None:
    text = "A\nsummary: [{text: B, cites: press}, C]\nsources: {press: {kind: article, title: Harbour news}}"
    assert [item.kind for item in items(library(tmp_path, a=text), "source:harbour")] == ["point", "source"]


@given(text=st.text(max_size=400), start=st.integers(0, 399), length=st.integers(1, 20))
def test_a_snippet_lights_the_same_letters(text: str, start: int, length: int) -> None:
    span = Highlight(min(start, len(text)), min(start + length, len(text)))
    shown = snippet(text, [span])
    assert "".join(shown.text[start:end] for start, end in shown.highlights) == text[span.start : span.end]


def test_a_saved_text_is_found_with_its_paragraph_and_who_rests_on_it(tmp_path: Path) -> None:
    source = "A\nsources: {press: {kind: article, file: texts/news.txt}}"
    brief_index = library(tmp_path, b=source, a=source, c="C")
    keep_text(
        brief_index, "texts/news.txt", "The harbour\n\nOne line.\nA foundry.\n\nThe foundry\nof the harbour 🚢.\n"
    )
    (hit,) = text_hits(brief_index, parse_query("harb foundry is:unread -nothing"), 10)
    assert (hit.file, hit.source, hit.paragraph, hit.line) == ("texts/news.txt", "press", 2, 6)
    assert [one.entry.id for one in brief_index.look_up([hit.row]).values()] == ["a"]
    assert hit.snippet.text == "The foundry of the harbour 🚢."
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.highlights] == ["foundry", "harb"]
    assert text_hits(brief_index, parse_query("quarry"), 10) == []
    assert text_hits(brief_index, parse_query("(foundry -tag:x) or harbour"), 10) == []


def test_dates_and_numbers_are_looked_up_once_while_words_are_typed(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a="Harbour\ndate: 2024", b="Harbour\ndate: 1999")
    statements: list[str] = []
    brief_index.store.connection.set_trace_callback(statements.append)
    for typed in ("since:2020", "-since:2020 h", "-since:2020 ha", "-since:2020 har"):
        found(brief_index, typed)
    assert len([sql for sql in statements if "FROM span" in sql]) == 1
    statements.clear()
    (tmp_path / "b.yaml").write_text("briefing: 1\ntitle: Harbour\ndate: 2025\n", encoding="utf-8")
    bring_in_step(brief_index)
    assert found(brief_index, "since:2020 har") == ["a", "b"]
    brief_index.store.connection.set_trace_callback(None)


def test_what_is_kept_of_one_search_is_not_changed_by_whoever_has_it(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a="Harbour\ndate: 2024")
    matching_rows(brief_index, parse_query("since:2020")).pop()
    assert found(brief_index, "since:2020") == ["a"]


def test_a_mark_that_was_set_meanwhile_is_seen(tmp_path: Path) -> None:
    brief_index = library(tmp_path, a="Harbour", b="Harbour")
    file = tmp_path / "marks.sqlite"
    marks = marked(brief_index, file)
    mark(file, tmp_path, {"a": (None, True, False)})
    query = parse_query("is:unread since:1990 or is:unread")
    assert len(matching_rows(brief_index, query, marks=marks)) == 1
    with sqlite3.connect(file) as other:
        other.execute("UPDATE mark SET read = 0")
    other.close()
    assert len(matching_rows(brief_index, query, marks=marks)) == 2
