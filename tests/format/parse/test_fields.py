"""What each field of the format is read as, and what is said when it cannot be."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.base.problems import Spot
from briefing.format.dates import parse_date
from briefing.format.model import (
    Amount,
    Basis,
    Brief,
    Confidence,
    Entity,
    Hedge,
    Likelihood,
    Marking,
    Related,
    Relation,
    Source,
    SourceKind,
    Standing,
    Status,
    Unknown,
)
from briefing.format.parse import read_brief_bytes, read_brief_text
from briefing.format.parse.numbers import NumberError, parse_number
from briefing.format.parse.schema import BLOCKS

HEAD = "briefing: 1\ntitle: T\n"
ARTICLE = "sources:\n  a:\n    kind: article\n"


def brief(text: str) -> Brief:
    reading = read_brief_text(HEAD + text, Path("x.yaml"))
    assert reading.problems == ()
    assert reading.brief is not None
    return reading.brief


def source(text: str) -> Source:
    return brief(f"sources: {{s: {{kind: data, {text}}}}}").sources[0]


def said(text: str) -> str:
    (problem,) = read_brief_text(HEAD + text, Path("x.yaml")).problems
    return problem.sentence


def test_three_lines_are_a_valid_brief() -> None:
    text = "briefing: 1\ntitle: Harbour talks resume\nsummary: [Both sides meet again on Monday.]\n"
    reading = read_brief_text(text, Path("talks.yaml"))
    assert reading.problems == ()
    assert reading.brief is not None
    assert [point.text for point in reading.brief.summary] == ["Both sides meet again on Monday."]


def test_a_brief_is_called_as_it_is_told() -> None:
    reading = read_brief_text(HEAD, Path("a/b.yaml"), "a/b")
    assert reading.brief is not None
    assert reading.brief.id == "a/b"


def test_a_brief_without_a_title_is_called_by_its_id() -> None:
    reading = read_brief_text("briefing: 1\n", Path("a/b.yaml"), "a/b")
    assert reading.brief is not None
    assert reading.brief.title == "a/b"


def test_bytes_are_read_as_text_is() -> None:
    data = "briefing: 1\r\ntitle: ä 港\r\n".encode("utf-8-sig")
    reading = read_brief_bytes(data, Path("x.yaml"))
    assert (reading.problems, reading.brief and reading.brief.title) == ((), "ä 港")


def test_a_newer_version_is_refused_in_one_line_that_names_both() -> None:
    reading = read_brief_text("briefing: 3\nunknown: [a]\n", Path("x.yaml"))
    assert [problem.sentence for problem in reading.problems] == [
        "this brief is in version 3 of the format, and this program reads version 1"
    ]


def test_the_head_of_a_brief_is_read() -> None:
    read = brief(
        "lede: L\ndate: 2024-10\nstatus: draft\nsupersedes: old/one\nauthor: A\nlanguage: pt-BR\n"
        "marking: TLP:AMBER+STRICT\ntags: [x, y]\nopen: [o]\nnote: N\n"
    )
    assert read == Brief(
        id="x",
        title="T",
        lede="L",
        date=parse_date("2024-10"),
        status=Status.DRAFT,
        supersedes="old/one",
        author="A",
        language="pt-BR",
        marking=Marking.AMBER_STRICT,
        tags=("x", "y"),
        open=("o",),
        note="N",
    )


def test_what_is_absent_has_its_default() -> None:
    assert brief("") == Brief(id="x", title="T", status=Status.FINAL, language="en")


def test_an_entity_is_a_name_or_more() -> None:
    assert brief("entities: [A, {name: B, kind: place, aliases: [Б, 北]}]").entities == (
        Entity(name="A"),
        Entity(name="B", kind="place", aliases=("Б", "北")),
    )


def test_a_related_brief_is_an_id_or_more() -> None:
    assert brief("related: [a, {brief: b/c, as: see-also}]").related == (
        Related(brief="a"),
        Related(brief="b/c", relation=Relation.SEE_ALSO),
    )


def test_a_claim_is_read() -> None:
    (point,) = brief(
        ARTICLE + "summary:\n- {text: p, id: i, by: a, standing: planned, stated: soon, when: 2024, basis: reckoned,\n"
        "   note: n, likelihood: almost certain, confidence: high, cites: a}\n"
    ).summary
    assert (point.id, point.by, point.standing, point.stated) == ("i", "a", Standing.PLANNED, "soon")
    assert (point.when, point.basis, point.note) == (parse_date("2024"), Basis.RECKONED, "n")
    assert (point.likelihood, point.confidence) == (Likelihood.ALMOST_CERTAIN, Confidence.HIGH)


def test_a_cite_may_be_one_or_a_list_or_a_bare_source() -> None:
    points = brief(ARTICLE + "summary:\n- {text: p, cites: a}\n- {text: q, cites: [a, {quote: w}]}\n").summary
    assert [[(cite.source, cite.quote) for cite in point.cites] for point in points] == [
        [("a", None)],
        [("a", None), ("a", "w")],
    ]


def test_a_cite_is_read() -> None:
    (point,) = brief(ARTICLE + "summary: [{text: p, cites: {quote: q, at: para 12, credibility: 6}}]").summary
    assert [(cite.source, cite.at, cite.credibility) for cite in point.cites] == [("a", 12, 6)]


def test_a_cite_without_a_source_needs_exactly_one_article() -> None:
    two = "sources: {a: {kind: article}, b: {kind: article}}\nsummary: [{text: p, cites: {quote: q}}]\n"
    assert said(two).startswith("this cite needs a `source`")


def test_a_figure_is_read() -> None:
    (figure,) = brief(
        "figures: [{label: l, value: '3,000', unit: EUR million, approx: at least, kind: total, measure: a/b-c}]"
    ).figures
    assert figure.amount == Amount(Decimal(3000), Decimal(3000))
    assert (figure.text, figure.unit, figure.approx, figure.measure) == ("l", "EUR million", Hedge.AT_LEAST, "a/b-c")


def test_an_interval_is_read() -> None:
    (figure,) = brief("figures: [{label: l, low: -1.50, high: 2}]").figures
    assert (str(figure.amount.low) if figure.amount else "", figure.derived) == ("-1.50", None)


def test_an_interval_keeps_the_value_inside_it() -> None:
    (figure,) = brief("figures: [{label: l, value: 68.0, low: 61, high: 74}]").figures
    assert figure.amount == Amount(Decimal(61), Decimal(74), Decimal(68))
    assert figure.amount
    assert (figure.amount.is_interval, str(figure.amount.central)) == (True, "68.0")


def test_a_derived_figure_keeps_its_arithmetic() -> None:
    figures = brief("figures: [{label: l, id: a, value: 1}, {label: m, derived: (a + a) / a}]").figures
    assert (figures[1].amount, figures[1].derived) == (None, "(a + a) / a")


def test_an_event_is_read() -> None:
    (event,) = brief(
        "figures: [{label: l, id: f, value: 1}]\n"
        "timeline: [{text: e, when: XXXX-01/XXXX-02, stated: early, place: P, figures: [f]}]"
    ).timeline
    assert (event.when, event.stated, event.place, event.figures) == (
        parse_date("XXXX-01/XXXX-02"),
        "early",
        "P",
        ("f",),
    )


def test_an_event_in_the_words_of_the_source_needs_no_date() -> None:
    assert brief("timeline: [{text: e, stated: soon}]").timeline[0].when is None


def test_sources_are_numbered_in_the_order_of_the_file() -> None:
    sources = brief("sources: {b: {kind: data}, a: {kind: person, via: b}}").sources
    assert [(each.id, each.number, each.kind, each.via) for each in sources] == [
        ("b", 1, SourceKind.DATA, None),
        ("a", 2, SourceKind.PERSON, "b"),
    ]


def test_a_source_keeps_its_place_when_its_kind_is_wrong() -> None:
    reading = read_brief_text(HEAD + "sources: {a: {kind: x}, b: {kind: data, via: a}}", Path("x.yaml"))
    assert [problem.code for problem in reading.problems] == ["value"]


def test_a_publication_may_be_unknown() -> None:
    assert source("published: unknown, retrieved: 2024-10-21").published is Unknown.UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"), [("2024-10", parse_date("2024-10")), ("by its publisher", "by its publisher")]
)
def test_a_source_is_withdrawn_at_a_date_or_in_words(text: str, expected: object) -> None:
    assert source(f"withdrawn: {text}").withdrawn == expected


def test_a_withdrawal_that_looks_like_a_date_must_be_one() -> None:
    reading = read_brief_text(HEAD + "sources: {s: {kind: data, withdrawn: 2024-13-01}}", Path("x.yaml"))
    assert [problem.code for problem in reading.problems] == ["date"]


def test_a_checksum_is_kept_in_small_letters() -> None:
    assert source(f"sha256: {'AB' * 32}").sha256 == "ab" * 32


URLS = ["http://a", "https://example.org:8080/x?y=z#w", "HTTPS://münchen.example/ü", "http://[::1]/", "http://1.2.3.4"]


@pytest.mark.parametrize("url", URLS)
def test_web_addresses_are_read(url: str) -> None:
    assert source(f"url: '{url}'").url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "-flag",
        "--help",
        "example.org",
        "http://",
        "https:///x",
        "https://a b",
        "https://a/b c",
        "https://user@host/",
        "https://a:b@host/",
        "https://-a/",
        "https://a/\\b",
        "https://a/<b>",
        'https://a/"b',
        "data:text/html,x",
        "mailto:a@b",
        "https://a:99999999/",
    ],
)
def test_nothing_but_web_addresses_is_a_url(url: str) -> None:
    reading = read_brief_text(HEAD + f"sources: {{s: {{kind: data, url: '{url}'}}}}", Path("x.yaml"))
    assert [problem.code for problem in reading.problems] == ["url"]


@pytest.mark.parametrize("file", ["a.txt", "texts/ä ö.md", "./a", "a..b", "...", "-a"])
def test_paths_inside_the_library_are_read(file: str) -> None:
    assert source(f"file: '{file}'").file == file


@pytest.mark.parametrize(
    "file", ["/etc/passwd", "../a", "a/../b", "a/..", "~/a", "C:/a", "c:a", "a\\b", "a/", "file:///a"]
)
def test_paths_that_may_lead_out_of_the_library_are_refused(file: str) -> None:
    reading = read_brief_text(HEAD + f"sources: {{s: {{kind: data, file: '{file}'}}}}", Path("x.yaml"))
    assert [problem.code for problem in reading.problems] == ["file-path"]


NUMBERS = {
    "3,000": "3000",
    "3 000": "3000",
    "3000": "3000",
    "3\u00a0000": "3000",
    "3\u202f000": "3000",
    "3'000": "3000",
    "12,345,678.90": "12345678.90",
    "1.10": "1.10",
    "017": "17",
    "-5": "-5",
    "−5.0": "-5.0",
    "+5": "5",
    "0": "0",
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.items())
def test_a_number_keeps_its_digits(text: str, expected: str) -> None:
    assert str(parse_number(text)) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("3.000,5", "write the decimals behind a point"),
        ("1.000.000", "write thousands with a comma"),
        ("1,23", "a comma stands before groups of three digits"),
        ("1,2345", "a comma stands before groups of three digits"),
        ("1e6", "write the digits out"),
        ("inf", "must be finite"),
        ("NaN", "must be finite"),
        ("45%", "put % in `unit`"),
        ("3 million", "put the rest in `unit`"),
        ("$5", "put the rest in `unit`"),
        ("about 3,000", "put the hedge in `approx`"),
        ("~3000", "put the hedge in `approx`"),
        ("3-4", "use `low` and `high`"),
        ("3 to 4", "use `low` and `high`"),
        ("٣", "write it with the digits 0 to 9"),
    ],
)
def test_what_is_no_number_has_a_hint(text: str, hint: str) -> None:
    with pytest.raises(NumberError, match=hint.replace("%", "%")):
        parse_number(text)


@pytest.mark.parametrize("text", ["", "-", ".5", "5.", "1 00", "1,000 000", "1 ,000", "--5", "0x10", "1_000", "1,,000"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse_number(text)


def test_a_number_has_forty_digits_at_most() -> None:
    with pytest.raises(NumberError, match="40 digits"):
        parse_number("9" * 41)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3))
def test_a_number_with_commas_is_the_number_without(value: Decimal) -> None:
    assert parse_number(f"{value:,}") == value


HINTS = [
    ("sumary: [a]", "“sumary” is not a key of a brief; did you mean “summary”?"),
    ("Summary: [a]", "“Summary” is not a key of a brief; did you mean “summary”?"),
    ("figure: [a]", "“figure” is not a key of a brief; did you mean “figures”?"),
    ("xyz: [a]", "“xyz” is not a key of a brief"),
    ("figures: [{text: a, label: b, value: 1}]", "“text” is not a key of a figure: it belongs to a point or an event"),
    (
        "figures: [{label: b, value: 1, confidence: high}]",
        "“confidence” is not a key of a figure: it belongs to a point",
    ),
    ("timeline: [{text: a, date: 2024, stated: b}]", "“date” is not a key of an event; did you mean “when”?"),
    ("marking: TLP:WHITE", "did you mean “TLP:CLEAR”?"),
    ("marking: TLP AMBER", "did you mean “TLP:AMBER”?"),
    ("marking: amber", "did you mean “TLP:AMBER”?"),
    ("marking: tlp:red", "did you mean “TLP:RED”?"),
    ("status: drafft", "did you mean “draft”?"),
    ("language: english", "did you mean “en”?"),
    ("language: en_GB", "did you mean “en-GB”?"),
    ("timeline: [{text: a, when: [1667,1668]}]", 'a text, and this is a list; put the date in quotes: "[1667,1668]"'),
    ("date: [..1904]", 'put the date in quotes: "[..1904]"'),
    ("date: {1667, 1668}", 'put the date in quotes: "{1667,1668}"'),
    ("date: [soon, later]", "and this is a list; a set of dates stands in quotes"),
    ("language: eng", "“eng” is not the tag of English: write en"),
    ("language: ger-AT", "“ger-AT” is not the tag of German: write de-AT"),
    ("language: eng_US", "did you mean “en-US”?"),
    ("language: em", "did you mean “en”?"),
    ("language: jp", "did you mean “ja”?"),
    ("language: cz", "did you mean “cs”?"),
    ("language: dk", "did you mean “da”?"),
    ("language: Deutsch", "did you mean “de”?"),
    ("language: englisch", "did you mean “en”?"),
    ("language: Русский", "did you mean “ru”?"),
    ("language: xx", "“xx” is not a language tag, like en, de or pt-BR"),
    ("language: en-", "“en-” is not a language tag, like en, de or pt-BR"),
    ("language: de-x", "“de-x” is not a language tag, like en, de or pt-BR"),
    ("sources: {a: {kind: data, language: 'fre'}}", "“fre” is not the tag of French: write fr"),
    ("supersedes: a/b.yaml", "write “a/b”"),
    ("summary: [{text: a, standing: anounced}]", "did you mean “announced”?"),
    ("summary: [{text: a, likelihood: probable}]", "did you mean “likely”?"),
    ("figures: [{label: b, value: 1, approx: approximately}]", "did you mean “about”?"),
    ("sources: {a: {kind: organization}}", "did you mean “organisation”?"),
    ("sources: {a: {kind: data, reliability: a}}", "did you mean “A”?"),
    ("sources: {article: {kind: article}}\nsummary: [{text: a, cites: artcle}]", "did you mean “article”?"),
    ("sources: {a: {kind: article}}\nsummary: [{text: a, cites: {at: 3}}]", "did you mean “para 3”?"),
    ("summary: [{text: a, id: My Point}]", "for example “my-point”"),
]


@pytest.mark.parametrize(("text", "hint"), HINTS)
def test_a_slip_has_a_hint(text: str, hint: str) -> None:
    assert said(text).endswith(hint)


def test_a_number_that_a_comma_has_cut_is_not_shown() -> None:
    reading = read_brief_text(HEAD + "figures: [{label: a, value: 3,000}]", Path("x.yaml"))
    assert reading.brief is not None
    assert reading.brief.figures[0].amount is None


def test_an_empty_key_says_nothing() -> None:
    assert brief("lede:\nstatus:\nsummary:\nsources:\nfigures: []\n") == brief("")


def test_keys_for_others_are_kept_as_text() -> None:
    extras = brief("x-desk: {a: [1, no, {b: }], c: ''}\nx-y: z\n").extras
    assert extras == {"x-desk": {"a": ["1", "no", {"b": None}], "c": ""}, "x-y": "z"}


def test_keys_for_others_are_not_reported_inside_an_item() -> None:
    assert brief("summary: [{text: a, x-b: c}]").summary[0].text == "a"


def test_a_wrong_item_costs_no_other() -> None:
    reading = read_brief_text(HEAD + "summary: [a, [b], c]", Path("x.yaml"))
    assert reading.brief is not None
    assert [point.text for point in reading.brief.summary] == ["a", "c"]


@pytest.mark.parametrize(
    "amount", ["value: 1, derived: b", "value: 5, low: 1, high: 2", "value: x, low: 1, high: 2", "value: 1, low: 1"]
)
def test_a_figure_whose_numbers_do_not_agree_shows_none(amount: str) -> None:
    reading = read_brief_text(HEAD + f"figures: [{{label: a, {amount}}}]", Path("x.yaml"))
    assert reading.brief is not None
    assert reading.brief.figures[0].amount is None


def test_all_problems_are_found_in_one_go_in_the_order_of_the_file() -> None:
    text = "date: x\nfigures: [{label: a, value: y}]\nstatus: z\nlanguage: 12\ntitle: U\n"
    codes = [str(problem.code) for problem in read_brief_text(HEAD + text, Path("x.yaml")).problems]
    assert codes == ["date", "number", "value", "language", "field-twice"]


def test_loops_through_other_figures_are_found_once() -> None:
    text = "figures: [{label: a, id: a, derived: b + c}, {label: b, id: b, derived: a}, {label: c, id: c, value: 1}]"
    assert said(text) == "this figure is derived from itself by way of “b”"


def test_a_place_inside_a_date_is_the_place_of_the_mistake() -> None:
    (problem,) = read_brief_text(HEAD + "date: 2024-13-01\n", Path("x.yaml")).problems
    assert (problem.place.line, problem.place.column) == (3, 12)


SPOTS = """\
summary:
- bare
- text: a
  cites:
  - {quote: q, source: s}
sources:
  s:
    kind: article
tags: [x, y]
related: [z]
"""


def test_every_item_knows_where_it_stands() -> None:
    read = brief(SPOTS)
    assert read.summary[0].spots == {"": Spot(4, 3), "text": Spot(4, 3)}
    assert read.summary[1].spots == {"": Spot(5, 3), "text": Spot(5, 9), "cites": Spot(7, 3)}
    assert read.summary[1].cites[0].spots == {"": Spot(7, 5), "quote": Spot(7, 13), "source": Spot(7, 24)}
    assert read.sources[0].spots == {"": Spot(10, 5), "id": Spot(9, 3), "kind": Spot(10, 11)}


def test_the_items_of_plain_lists_have_places_in_the_brief() -> None:
    spots = brief(SPOTS).spots
    assert (spots["tags.1"], spots["related.0"], spots["title"]) == (Spot(11, 11), Spot(12, 11), Spot(2, 8))


def test_every_field_of_the_schema_has_a_meaning_without_a_full_stop() -> None:
    for block in BLOCKS.values():
        for field in block.fields:
            assert field.meaning
            assert not field.meaning.endswith(".")


def test_every_word_that_people_mean_is_a_word_of_the_field() -> None:
    for block in BLOCKS.values():
        names = {field.name for field in block.fields}
        assert set(block.meant.values()) <= names
        assert not names & set(block.meant)
        for field in block.fields:
            assert set(field.meant.values()) <= set(field.words)


def test_extras_cannot_be_changed() -> None:
    assert isinstance(brief("x-a: b").extras, MappingProxyType)
