"""A claim that a program drafted never looks as if a person had confirmed it: its sign, its words, and the counts."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from briefing.cli import main
from briefing.export import item_text, markdown
from briefing.format.model import Event, Figure, Point, Reviewed, SourceText, Status, TextState
from briefing.render.cited import Cited
from briefing.render.form import Density, PaneForm
from briefing.render.lines import Target, TargetKind, text_of
from briefing.render.pages.source_text import source_text_page
from briefing.render.panes.figures import figures_pane
from briefing.render.panes.summary import summary_pane
from briefing.render.panes.timeline import timeline_pane
from briefing.render.parts.list_row import RowForm, RowSetting, list_row_lines, table_heads
from briefing.render.parts.listed_brief import ListRow
from briefing.render.parts.readout import readout_line, row_readout
from briefing.render.parts.verdict_words import heading_words
from briefing.render.plain import document
from briefing.render.symbols import Look
from briefing.tui.linear.said import cite_lines
from tests.support.render_samples import TROOPS, plain_text
from tests.support.terminal import ROOT

GOLDEN = ROOT / "tests" / "golden"
LOOKS = {"full": Look(), "ascii": Look(ascii=True), "console": Look(console=True), "plain": Look(plain=True)}


_Kind = TypeVar("_Kind", Point, Figure, Event)


def drafted(claims: tuple[_Kind, ...]) -> tuple[_Kind, ...]:
    """Return the claims, every second one of which a program drafted."""
    return tuple(claim if number % 2 else replace(claim, reviewed=Reviewed.NO) for number, claim in enumerate(claims))


DRAFT = replace(
    TROOPS,
    status=Status.DRAFT,
    summary=drafted(TROOPS.summary),
    figures=drafted(TROOPS.figures),
    timeline=drafted(TROOPS.timeline),
)
TARGETS = [
    *((Target(TargetKind.POINT, number), claim) for number, claim in enumerate(DRAFT.summary)),
    *((Target(TargetKind.FIGURE, number), claim) for number, claim in enumerate(DRAFT.figures)),
    *((Target(TargetKind.EVENT, number), claim) for number, claim in enumerate(DRAFT.timeline)),
]
COUNT = f"{DRAFT.unreviewed} of {len(TARGETS)} not reviewed"


def golden(name: str, shown: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 74])
@pytest.mark.parametrize("look", LOOKS)
def test_a_draft_looks_as_its_golden_file(look: str, width: int) -> None:
    golden(f"draft-{width}-{look}", plain_text(document(DRAFT, width, LOOKS[look])))


@pytest.mark.parametrize("form", Density)
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("look", [look for look in LOOKS if look != "plain"])
def test_the_sign_stands_before_the_verdicts_of_these_claims_alone(look: str, width: int, form: Density) -> None:
    for pane in (summary_pane, figures_pane, timeline_pane):
        sheet = pane(DRAFT, width, LOOKS[look], None, PaneForm(form))
        begun = {item.target: text_of(sheet.lines[item.first])[:1] for item in sheet.items}
        for target, claim in TARGETS:
            if target in begun:
                assert begun[target] == ("+" if not claim.is_reviewed else " "), (pane, target)


def test_a_brief_that_is_reviewed_has_no_column_for_the_sign() -> None:
    reviewed = tuple(replace(point, reviewed=Reviewed.YES) for point in DRAFT.summary)
    assert summary_pane(replace(TROOPS, summary=reviewed), 60, Look()) == summary_pane(TROOPS, 60, Look())


@pytest.mark.parametrize("width", [33, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("form", Density)
@pytest.mark.parametrize("look", LOOKS)
def test_the_head_counts_them_at_every_width(look: str, form: Density, width: int) -> None:
    sheet = summary_pane(DRAFT, width, LOOKS[look], None, PaneForm(form))
    said = " ".join(plain_text(sheet.lines).replace("\N{NO-BREAK SPACE}", " ").split())
    assert "draft" in said
    assert COUNT in said


@pytest.mark.parametrize("number", range(len(TARGETS)))
def test_readout_clipboard_and_markdown_say_it_of_these_claims_alone(number: int) -> None:
    target, claim = TARGETS[number]
    is_said = not claim.is_reviewed
    assert ("not reviewed" in text_of(readout_line(DRAFT, target, Look(), None))) == is_said
    assert ("not reviewed" in item_text(DRAFT, target)) == is_said
    lines = [line for line in markdown(DRAFT).splitlines() if claim.text.rstrip(".") in line and line.startswith("- ")]
    assert [("not reviewed" in line) for line in lines[:1]] == [is_said]


def test_every_export_says_that_the_brief_is_a_draft_and_counts_them() -> None:
    assert f"- Review: {COUNT}\n" in markdown(DRAFT)
    assert "- Status: draft\n" in markdown(DRAFT)
    assert "draft" in item_text(DRAFT, Target(TargetKind.BRIEF, 0))


ROW = ListRow(title="A title", status=Status.DRAFT, unreviewed=12)


@pytest.mark.parametrize(
    ("width", "setting", "said"),
    [
        pytest.param(40, RowSetting(), "draft, 12 not reviewed", id="lines"),
        pytest.param(20, RowSetting(), "draft, 12 to review", id="narrow"),
        pytest.param(12, RowSetting(), "draft", id="narrowest"),
        pytest.param(24, RowSetting(form=RowForm.LINE), "draft", id="one line"),
        pytest.param(80, RowSetting(form=RowForm.TABLE), "draft", id="table"),
        pytest.param(120, RowSetting(form=RowForm.TABLE), "12", id="wide table"),
    ],
)
def test_the_row_of_a_draft_says_so_as_far_as_there_is_room(width: int, setting: RowSetting, said: str) -> None:
    shown = text_of(list_row_lines(ROW, width, Look(), setting)[-1])
    assert said in shown
    assert "draft" in shown


def test_the_table_names_the_column_and_the_readout_of_the_list_says_it() -> None:
    assert "to review" in table_heads(120)
    assert (
        plain_text((row_readout(ROW, Look()),)).replace("\N{NO-BREAK SPACE}", " ")
        == "A title · draft · 12 not reviewed\n"
    )


_HALF = """\
briefing: 1
title: Talks
status: draft
summary:
  - {text: They resume., reviewed: no}
  - They were paused.
"""


def test_list_and_check_count_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talks.yaml").write_text(_HALF, encoding="utf-8")
    main(["list", str(tmp_path)])
    main(["list", "--json", str(tmp_path)])
    main(["check", str(tmp_path)])
    said = capsys.readouterr()
    assert "[draft, 1 of 2 not reviewed]" in said.out
    assert '"unreviewed": 1' in said.out
    assert "1 not reviewed" in said.err


def test_a_claim_with_another_word_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talks.yaml").write_text(_HALF.replace("reviewed: no", "reviewed: false"), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert "is not a valid reviewed: use yes, no; did you mean" in capsys.readouterr().out


def test_the_page_of_a_cite_says_it_at_every_height() -> None:
    texts = {source.id: SourceText(state=TextState.NOT_HELD) for source in DRAFT.sources}
    for target, claim in TARGETS:
        if claim.cites:
            cited = Cited(DRAFT, target, texts)
            whole = plain_text(source_text_page(cited, 80, Look()).sheet.lines)
            assert ("not reviewed" in whole) == (not claim.is_reviewed)
            assert heading_words(cited, Look(), 80).startswith("+") == (not claim.is_reviewed)
            assert any("not reviewed" in line for line in cite_lines(cited, Look())) == (not claim.is_reviewed)
