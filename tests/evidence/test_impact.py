"""Impact: the claims of all briefs that rest on a source, and those that fall with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.evidence.impact import Impact, impacts
from briefing.format.model import Brief
from briefing.format.parse import read_brief_text

FIRST = """\
briefing: 1
title: Bridge
summary:
  - {text: Only the article says so., cites: {source: article, quote: one}}
  - {text: Both say so., cites: [article, {source: report}]}
  - {text: The report says so., cites: report}
  - {text: The envoy says so., by: envoy, cites: [article, report]}
figures:
  - {id: sent, label: Sent, value: 9, cites: article}
  - {id: dead, label: Killed, value: 3, cites: report}
  - {id: share, label: Share, derived: dead / sent}
sources:
  article: {kind: article, title: The bridge, url: 'https://example.org/bridge'}
  report: {kind: document, title: A report}
  envoy: {kind: person, name: The envoy, via: article}
"""
SECOND = """\
briefing: 1
title: Troops
summary: [{text: It is so., cites: news}]
sources:
  news: {kind: article, title: Troops, url: 'https://example.org/bridge/'}
"""
THIRD = """\
briefing: 1
title: Else
summary: [{text: Something else is so., cites: article}]
sources:
  article: {kind: article, title: Another one, url: 'https://example.org/other'}
"""


def brief(text: str, name: str) -> Brief:
    reading = read_brief_text(text, Path(f"{name}.yaml"))
    assert reading.problems == ()
    assert reading.brief is not None
    return reading.brief


def found(wanted: str, *texts: str) -> tuple[Impact, ...]:
    return impacts([brief(text, f"brief-{number}") for number, text in enumerate(texts)], wanted)


def rows(impact: Impact) -> list[tuple[str, bool]]:
    return [(hit.claim.text, hit.falls) for one in impact.briefs for hit in one.hits]


def test_what_rests_on_a_source_and_on_nothing_else_is_told_apart() -> None:
    assert rows(found("report", FIRST)[0]) == [
        ("Both say so.", False),
        ("The report says so.", True),
        ("The envoy says so.", False),
        ("Killed", True),
        ("Share", True),
    ]


def test_what_is_known_only_through_a_source_rests_on_it() -> None:
    assert ("The envoy says so.", True) in rows(found("article", FIRST)[0])


def test_the_other_sources_of_a_claim_are_named() -> None:
    hit = next(hit for hit in found("article", FIRST)[0].briefs[0].hits if hit.claim.text == "Both say so.")
    assert hit.also == ("report",)


def test_the_same_address_is_the_same_source_in_another_brief() -> None:
    (one,) = found("news", FIRST, SECOND)
    assert [each.source.id for each in one.briefs] == ["article", "news"]


def test_the_same_id_alone_is_not_the_same_source() -> None:
    assert [len(one.briefs) for one in found("article", FIRST, THIRD)] == [1, 1]


@pytest.mark.parametrize("wanted", ["article", "The bridge", "https://example.org/bridge"])
def test_a_source_is_found_by_id_title_and_url(wanted: str) -> None:
    assert len(found(wanted, FIRST)) == 1


def test_a_source_that_nobody_has_is_not_found() -> None:
    assert found("nobody", FIRST) == ()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name, text in (("first", FIRST), ("second", SECOND), ("third", THIRD)):
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def test_impact_prints_places(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "report", str(library)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "report: A report: 5 claims rest on it, 3 on nothing else"
    assert lines[1] == f"{library / 'first.yaml'}:5:5: rests also on article: Both say so."


def test_sources_of_one_name_are_told_apart_by_their_briefs_and_unused_ones_are_only_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, by in enumerate(("agency", "agency", "paper", "paper")):
        (tmp_path / f"brief-{number}.yaml").write_text(
            f"briefing: 1\ntitle: T\nsummary: [{{text: It is so, by: {by}}}]\n"
            "sources:\n  agency: {kind: organisation, name: Reuter}\n  paper: {kind: article, title: T}\n"
        )
    assert main(["impact", "Reuter", str(tmp_path)]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if line and ": rests on" not in line]
    assert heads == [
        "agency: Reuter (brief-0): 1 claim rests on it, 1 on nothing else",
        "agency: Reuter (brief-1): 1 claim rests on it, 1 on nothing else",
        "nothing rests on 2 sources of that name in other briefs",
    ]


def test_the_marking_goes_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "first.yaml").write_text(f"{FIRST}marking: TLP:RED\n")
    main(["impact", "report", str(tmp_path)])
    _, *places = capsys.readouterr().out.splitlines()
    assert places
    assert [line for line in places if not line.endswith(" [TLP:RED]")] == []


def test_impact_as_json_counts_what_falls(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["impact", "report", str(library), "--json"])
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["claims"], one["falling"], one["briefs"][0]["brief"]) == (5, 3, "first")


def test_a_misspelt_source_is_wrong_use_with_a_hint(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "reprot", str(library)]) == 2
    assert capsys.readouterr().err.endswith("“reprot”; did you mean “report”?\n")


def test_a_misspelt_part_of_a_name_is_answered_with_the_whole_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(
        "briefing: 1\ntitle: T\nsources:\n  staff: {kind: organisation, name: South Korea's Joint Chiefs of Staff}\n"
    )
    assert main(["impact", "Joint Chefs of Staff", str(tmp_path)]) == 2
    assert capsys.readouterr().err.endswith("; did you mean “South Korea's Joint Chiefs of Staff”?\n")


@pytest.mark.parametrize(
    ("wanted", "source"),
    [
        ("the envoy", "envoy"),
        ("envoy", "envoy"),
        ("THE BRIDGE", "article"),
        ("The envoy, person", "envoy"),
        ("another", "article"),
        ("a rep", "report"),
    ],
)
def test_a_source_is_found_by_what_the_screen_shows_or_by_a_part_of_it(wanted: str, source: str) -> None:
    (one,) = found(wanted, FIRST, THIRD)
    assert one.source.id == source


def test_all_sources_of_a_publisher_are_found_by_its_name() -> None:
    texts = (FIRST.replace("title: The bridge", "title: The bridge, publisher: Daily"), SECOND, THIRD)
    published = THIRD.replace("title: Another one", "title: Another one, publisher: DAILY")
    assert [one.source.heading for one in found("daily", texts[0], published)] == ["The bridge", "Another one"]


def test_sources_that_a_part_of_a_name_fits_are_listed(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "the", str(library)]) == 2
    said = "“the” is part of 3 sources; did you mean article (The bridge), envoy (The envoy), article (Another one)?"
    assert capsys.readouterr().err == f"briefing: {said}\n"


def test_the_name_of_a_source_is_suggested_for_a_misspelt_one(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["impact", "Annother one", str(library)]) == 2
    assert capsys.readouterr().err.endswith("; did you mean “Another one”?\n")


def test_hostile_texts_stay_on_their_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = 'summary: [{text: "a\\e]0;x\\a\\nb", cites: s}]'
    text = f'briefing: 1\ntitle: T\n{summary}\nsources: {{s: {{kind: data, title: "\\e[2J\\n"}}}}\n'
    (tmp_path / "a\nb.yaml").write_text(text)
    main(["impact", "s", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)
