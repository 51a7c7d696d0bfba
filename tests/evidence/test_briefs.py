"""The results of a check for a whole brief: counts, dependents, what falls with a source, coverage."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.base.problems import Severity
from briefing.evidence import Evidence, QuoteState, Support
from briefing.evidence.check import check_brief
from briefing.evidence.coverage import coverage
from briefing.evidence.origins import fallen_claims
from briefing.evidence.quotes.allowance import Allowance
from briefing.evidence.quotes.folding import fold
from briefing.evidence.quotes.locate import nearest_words
from briefing.evidence.quotes.search import QuoteSearch
from briefing.format.model import Brief, SourceText, TextState
from tests.support.evidence import PATH, check, codes, held, read, texts_of
from tests.support.grounds import grounds

TEXT = "The title of the text\n\nTroops were sent in 2024.\n\nThe bridge is 850 metres long.\n"

BRIEF = """briefing: 1
title: Troops and a bridge
summary:
  - text: Troops were sent.
    by: envoy
    cites: {source: article, quote: Troops were sent in}
  - text: The bridge is long.
    cites:
      - {source: article, quote: The bridge is 850 metres long}
      - {source: other, quote: The bridge is long}
  - text: Nobody said this.
    cites: {source: article, quote: Nobody said this at all}
  - text: This is known from elsewhere.
    cites: {source: other, quote: known from elsewhere}
figures:
  - {id: length, label: Length, value: 850, unit: metres,
     cites: {source: article, quote: The bridge is 850 metres long}}
  - {id: double, label: Twice the length, derived: length + length}
  - {label: Four times the length, derived: double + double}
sources:
  article: {kind: article, file: text.txt}
  other: {kind: article, url: 'https://example.org/'}
  envoy: {kind: person, name: The envoy, via: article, cites: {source: article, quote: Troops were sent in}}
"""


def checked(yaml: str = BRIEF, text: str = TEXT) -> tuple[Brief, Evidence]:
    brief = read(yaml)
    return brief, check_brief(brief, texts_of(brief, text), PATH)


def test_every_cite_gets_a_verdict() -> None:
    _, evidence = checked()
    assert [verdict.state for verdicts in evidence.cites.values() for verdict in verdicts] == [
        QuoteState.FOUND,
        QuoteState.FOUND,
        QuoteState.NOT_HELD,
        QuoteState.NOT_FOUND,
        QuoteState.NOT_HELD,
        QuoteState.FOUND,
    ]


def test_a_source_has_verdicts_on_its_own_cites() -> None:
    _, evidence = checked()
    assert [verdict.state for verdict in evidence.source_cites["envoy"]] == [QuoteState.FOUND]


def test_a_claim_is_counted_once_by_the_worst_of_its_cites() -> None:
    _, evidence = checked()
    number = Counter(assessed.support for assessed in evidence.claims)
    assert [evidence.counts.of(support) for support in Support] == [number[support] for support in Support]
    assert (number[Support.NOT_HELD], number[Support.NOT_FOUND], number[Support.NO_QUOTE]) == (2, 1, 2)
    assert (evidence.counts.claims, evidence.counts.origins) == (7, 2)


def test_what_rests_on_a_source_is_counted_over_via() -> None:
    _, evidence = checked()
    assert {name: (rest.claims, rest.alone) for name, rest in evidence.dependents.items()} == {
        "article": ((0, 1, 2, 4), (0, 2, 4)),
        "other": ((1, 3), (3,)),
        "envoy": ((0,), (0,)),
    }


@pytest.mark.parametrize(("source", "fallen"), [("article", (0, 2, 4, 5, 6)), ("other", (3,)), ("envoy", (0,))])
def test_with_a_source_falls_what_rests_on_nothing_else(source: str, fallen: tuple[int, ...]) -> None:
    assert fallen_claims(source, read(BRIEF)) == fallen


def test_derived_figures_come_with_their_doubt() -> None:
    _, evidence = checked(BRIEF.replace("unit: metres,", "unit: metres, approx: about,"))
    assert (evidence.derived["length + length"].low, evidence.derived["length + length"].high) == (
        Decimal(1690),
        Decimal(1710),
    )


def test_a_changed_text_takes_away_every_verified_mark() -> None:
    pinned = BRIEF.replace("file: text.txt", f"file: text.txt, sha256: {'0' * 64}")
    _, evidence = checked(pinned)
    assert (evidence.counts.verified, evidence.cites[0][0].state) == (0, QuoteState.CHANGED)


def test_the_words_of_a_person_are_looked_for_in_the_article_that_reports_them() -> None:
    yaml = "summary:\n  - text: Sent.\n    cites: {source: envoy, quote: Troops were sent in}\n"
    sources = "sources:\n  article: {kind: article, file: text.txt}\n  envoy: {kind: person, via: article}\n"
    assert codes(check(yaml + sources, TEXT)) == []


def test_an_unreadable_text_gives_its_reason() -> None:
    brief = read(BRIEF)
    unreadable = SourceText(state=TextState.UNREADABLE, reason="no right to read text.txt")
    evidence = check_brief(brief, {"article": unreadable}, PATH)
    assert any("no right to read text.txt" in finding.sentence for finding in evidence.findings)


def test_a_number_is_compared_with_its_quote_even_when_no_text_is_held() -> None:
    yaml = "figures:\n  - {label: Men, value: 12, cites: {quote: about 11 men were there}}\n"
    assert codes(check(f"{yaml}sources:\n  a: {{kind: article}}\n")) == ["number-not-in-quote", "text-not-held"]


def test_a_quote_that_is_not_found_is_reported_alone() -> None:
    yaml = "figures:\n  - {label: Men, value: 12, when: 2020, cites: {quote: about 11 men were there}}\n"
    assert codes(check(f"{yaml}sources:\n  a: {{kind: article, file: text.txt}}\n", TEXT)) == ["quote-not-found"]


FINNISH = "language: fi\nfigures:\n  - {label: Silta, value: 12, cites: {quote: The bridge is 850 metres long}}\n"
FINNISH_SOURCES = """sources:
  a: {kind: article, file: text.txt, language: fi}
  b: {kind: article, file: text.txt, language: fi}
  c: {kind: article, file: text.txt}
"""


def test_a_brief_in_a_language_without_rules_is_said_to_be_one_and_is_not_verified() -> None:
    evidence = check(f"{FINNISH}sources:\n  a: {{kind: article, file: text.txt}}\n", TEXT)
    assert "language-unknown" in codes(evidence)
    assert (evidence.findings[0].severity, evidence.findings[0].place.line) == (Severity.NOTE, 3)
    assert evidence.counts.verified == 0


def test_a_language_without_rules_is_said_once_for_each_source_that_is_quoted() -> None:
    quoted = "".join(f"  - {{text: Men., cites: {{source: {name}, quote: Troops were sent}}}}\n" for name in "aabc")
    evidence = check(f"summary:\n{quoted}{FINNISH_SOURCES}", TEXT)
    lines = [finding.place.line for finding in evidence.findings if finding.code == "language-unknown"]
    assert lines == [9, 10]
    assert ["no rules for Finnish" in one.unchecked for one in evidence.claims] == [True, True, True, False]


@pytest.mark.parametrize(
    ("quote", "is_short"),
    [
        ("军队被派往北方", False),
        ("四百人死", False),
        ("三百人", True),
        ("병력 파견", False),
        ("カンパニ", False),
        ("войска ушли", True),
        ("四 men left", False),
        ("四 men go", True),
    ],
)
def test_a_sign_of_chinese_japanese_or_korean_says_as_much_as_a_word(quote: str, *, is_short: bool) -> None:
    evidence = check(
        f"summary:\n  - {{text: It is so., cites: {{quote: '{quote}'}}}}\n"
        "sources:\n  a: {kind: article, file: text.txt, language: zh}\n",
        f"The title\n\n{quote}",
    )
    assert ("quote-short" in codes(evidence)) == is_short


def test_the_nearest_passage_is_a_hint() -> None:
    assert nearest_words("The bridge is 950 metres long", QuoteSearch(fold(TEXT)), Allowance()) == (
        2,
        "The bridge is 850 metres long.",
    )


def test_words_that_share_nothing_have_no_nearest_passage() -> None:
    assert nearest_words("Quite another matter", QuoteSearch(fold(TEXT)), Allowance()) is None


def test_coverage_lists_the_numbers_and_dates_that_no_figure_or_event_quotes() -> None:
    brief, evidence = checked()
    found = coverage(brief, texts_of(brief, TEXT), evidence)
    assert [(one.source, one.paragraph, TEXT[one.span.start : one.span.end], one.is_date) for one in found] == [
        ("article", 1, "2024", True)
    ]


def test_what_is_quoted_in_one_place_is_not_missed_in_another() -> None:
    brief, evidence = checked()
    text = TEXT + "\nIt is 850 metres, not 900 metres.\n"
    assert [one.words for one in coverage(brief, texts_of(brief, text), evidence)] == ["2024", "900 metres"]


def test_a_decoy_is_never_lit() -> None:
    decoy = "The title\n\nTroops were sent in March. Troops were not sent in May.\n\nTroops were sent in May.\n"
    _, evidence = checked(BRIEF.replace("Troops were sent in", "Troops were sent in May"), decoy)
    span = evidence.cites[0][0].span
    assert span is not None
    assert (decoy[span.start : span.end], evidence.cites[0][0].paragraph) == ("Troops were sent in May", 2)


def test_findings_come_in_the_order_of_the_file() -> None:
    _, evidence = checked(text="Nothing of all this\n\nwas ever said.\n")
    places = [finding.place for finding in evidence.findings]
    assert len(places) > 1
    assert places == sorted(places)


def test_a_check_touches_no_disk() -> None:
    brief = grounds()[0].brief
    evidence = check_brief(brief, {"article": held("gone")}, Path("/nowhere/at/all.yaml"))
    assert {finding.place.path for finding in evidence.findings} == {Path("/nowhere/at/all.yaml")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a " * 200_000, id="one letter"),
        pytest.param("-" * 200_000, id="dashes"),
        pytest.param(". " * 200_000, id="dots"),
        pytest.param("abc-\n" * 50_000, id="hyphens at line ends"),
        pytest.param("1,1 to " * 50_000, id="numbers"),
        pytest.param("ﬁ e\u0301" * 50_000, id="ligatures"),
        pytest.param(").' " * 50_000, id="ends of sentences"),
    ],
)
def test_a_hostile_text_is_checked_like_any_other(text: str) -> None:
    _, evidence = checked(text=f"{text} Troops were sent in. {text}")
    assert evidence.counts.claims == 7


UNQUOTED = "sources:\n  article: {kind: article, title: Headline, file: text.txt}\n"


@pytest.mark.parametrize(
    "line",
    [
        "Published 12 May 2024",
        "Updated: 12 May 2024, 14:05 GMT",
        "12 May 2024",
        "May 12, 2024 · 5 min read",
        "By Jane Doe | 12 May 2024",
        "Jane Doe, London, Sunday 12 May 2024",
        "PARIS, May 12 (Reuters) - The talks go on.",
        "Berlin, 12 May 2024 (dpa) – The talks go on, and nobody knows for how long they will.",
        "By Jane Doe\n\nPublished 12 May 2024 at 2:05 p.m.",
    ],
)
def test_the_date_line_of_a_text_is_not_reported(line: str) -> None:
    brief, evidence = checked(UNQUOTED)
    text = f"Headline\n\n{line}\n\nIn June 2023 they met.\n"
    assert [one.words for one in coverage(brief, texts_of(brief, text), evidence)] == ["June 2023"]


@pytest.mark.parametrize(
    "line",
    [
        "On 12 May 2024 the talks broke off.",
        "The bridge, closed on 12 May 2024",
        "The minister - in office since 12 May 2024 - has resigned.",
        "The talks go on.\n\nPublished on 12 May 2024 the report has no author.",
    ],
)
def test_a_date_of_the_report_itself_is_reported(line: str) -> None:
    brief, evidence = checked(UNQUOTED)
    text = f"Headline\n\n{line}\n"
    assert [one.words for one in coverage(brief, texts_of(brief, text), evidence)] == ["12 May 2024"]
