"""The class of a claim is the same wherever it is shown, counted, kept and searched for."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.evidence import Evidence, Support
from briefing.evidence.classes import CLASSES
from briefing.evidence.explanations import EXPLANATIONS
from briefing.format.model import Brief
from briefing.library.briefs import open_library
from briefing.library.index.schema import COUNTED
from briefing.render.brief_items import placed_claims
from briefing.render.cited import Cited
from briefing.render.lines import Sheet, Target, TargetKind, text_of
from briefing.render.pages.source_text import source_text_page
from briefing.render.parts.verdict_marks import sign_text
from briefing.render.plain import panes
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK
from tests.support.evidence import HEAD

EVERY_CLASS = """briefing: 1
title: One claim of every class
summary:
  - {text: A decision is expected., cites: {source: kept, quote: A decision is expected}}
  - {text: The old pier will be torn down., cites: {source: kept, quote: the old pier will be torn down}}
  - {text: They are from afar., cites: {source: wire, quote: people who came from afar}}
  - {text: The harbour was built in 1911., cites: {source: report, quote: The harbour was built in 1911}}
  - {text: Somebody said so., cites: wire}
  - {text: The talks are over.}
  - {text: Le port est grand., cites: {source: russian, quote: большая гавань закрыта}}
figures:
  - {label: Workers, value: 500, cites: {source: kept, quote: 400 workers wait for a decision}}
  - {label: Workers, value: 400, unit: workers, cites: [{source: kept, quote: 400 workers wait for a decision}, wire]}
sources:
  kept: {kind: article, file: text.txt}
  wire: {kind: article}
  report: {kind: document, file: text.txt, sha256: PIN}
  russian: {kind: article, file: text.txt, language: ru}
""".replace("PIN", "0" * 64)
EVERY_TEXT = """Harbour talks resume

The harbour was built in 1911. 400 workers wait for a decision. A decision is expected, большая гавань закрыта.

A decision is expected by nobody.
"""
BRIEFS = {
    "every class": (EVERY_CLASS, EVERY_TEXT),
    **{str(one.code): (f"{HEAD}{one.bad}\n", one.text) for one in EXPLANATIONS.values()},
}
BLOCKS = ("summary", "figures", "timeline")


class Library:
    """A library of one brief, as each part of the program shows it."""

    def __init__(self, root: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capture = capture
        library = open_library([root])
        [entry] = library.entries
        brief, evidence = library.read(entry).brief, library.evidence(entry)
        assert brief is not None
        assert evidence is not None
        self.brief: Brief = brief
        self.evidence: Evidence = evidence
        self.texts = library.texts(entry, brief)

    @property
    def classes(self) -> list[Support]:
        return [assessed.support for assessed in self.evidence.claims]

    def run(self, *arguments: str) -> tuple[str, str]:
        main([*arguments])
        captured = self._capture.readouterr()
        return captured.out, captured.err


@pytest.fixture(params=BRIEFS)
def library(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Library:
    for name in ("BRIEFING_LIBRARY", "XDG_CONFIG_HOME", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    brief, text = BRIEFS[request.param]
    root = tmp_path / "briefs"
    root.mkdir()
    (root / "one.yaml").write_text(brief, encoding="utf-8")
    if text is not None:
        (root / "text.txt").write_text(text, encoding="utf-8")
    return Library(root, capsys)


def test_the_brief_of_every_class_has_a_claim_of_every_class(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.yaml").write_text(EVERY_CLASS, encoding="utf-8")
    (tmp_path / "text.txt").write_text(EVERY_TEXT, encoding="utf-8")
    assert set(Library(tmp_path, capsys).classes) == set(Support)


def signs(sheets: Sequence[Sheet], target: Target, look: Look) -> list[str]:
    """Return the signs of classes that stand in an item, in order."""
    every = {sign_text(shown, look) for shown in CLASSES.values()} - {""}
    found = []
    for sheet in sheets:
        at = sheet.index_of(target)
        if at is not None:
            lines = sheet.lines[sheet.items[at].first : sheet.items[at].last + 1]
            texts = [run.text.replace(NO_BREAK, " ") for line in lines for run in line if run.target]
            runs = [re.sub(r"^[\[(](?:\d+: )?|[\])]$", "", text) for text in texts]
            found += [run for run in runs if run in every]
    return found


@pytest.mark.parametrize("look", [Look(), Look(ascii=True), Look(plain=True)], ids=["full", "ascii", "plain"])
def test_the_last_sign_of_a_claim_is_that_of_its_class_and_only_a_verified_one_has_that(
    library: Library, look: Look
) -> None:
    sheets = panes(library.brief, 200, look, library.evidence)[:3]
    verified = sign_text(CLASSES[Support.VERIFIED], look)
    for (target, _), support in zip(placed_claims(library.brief), library.classes, strict=True):
        found = signs(sheets, target, look)
        assert found[-1:] == [sign for sign in [sign_text(CLASSES[support], look)] if sign]
        assert (verified in found) == (support is Support.VERIFIED)


def test_nothing_but_a_verified_claim_has_its_sign(library: Library) -> None:
    said = " ".join(
        text_of(line) for sheet in panes(library.brief, 200, Look(), library.evidence) for line in sheet.lines
    )
    head = 1 if "✓ ·" in said else 0
    assert said.count("✓") == head + library.classes.count(Support.VERIFIED)


def test_a_passage_says_verified_of_a_verified_claim_only(library: Library) -> None:
    for (target, claim), support in zip(placed_claims(library.brief), library.classes, strict=True):
        if claim.cites and target.kind is not TargetKind.SOURCE:
            shown = source_text_page(Cited(library.brief, target, library.texts, library.evidence), 76, Look())
            head = " ".join(text_of(line) for line in shown.sheet.lines[: shown.head])
            assert ("✓" in head) == (support is Support.VERIFIED)
            assert "verified" not in head or support is Support.VERIFIED


def numbers(said: str) -> Counter[Support]:
    """Return how many claims of each class a line of words gives."""
    found = {
        support: re.search(rf"(\d+) (?:of \d+ (?:claims? )?)?{one.counted}", said) for support, one in CLASSES.items()
    }
    return +Counter({support: int(match[1]) for support, match in found.items() if match})


def test_all_counts_are_those_of_the_classes(library: Library) -> None:
    counted = Counter(library.classes)
    assert +Counter({support: library.evidence.counts.of(support) for support in Support}) == counted
    shown, _ = library.run("show", "--plain", "--verdicts", str(library.root / "one.yaml"))
    head = re.search(r"^\d+ (?:claims?|of \d+).*(?:\n.+)*", shown, re.MULTILINE)
    assert counted.total() == 0 or (head is not None and numbers(" ".join(head[0].splitlines())) == counted)
    _, said = library.run("check", str(library.root))
    assert numbers(said.splitlines()[-1]) == counted
    listed, _ = library.run("list", "--verdicts", str(library.root))
    assert numbers(listed) == counted
    markdown, _ = library.run("show", "--markdown", "--verdicts", str(library.root / "one.yaml"))
    assert numbers(next(line for line in markdown.splitlines() if line.startswith("- Checked: "))) == counted


def test_json_says_the_class_of_each_claim_and_what_could_not_be_checked(library: Library) -> None:
    printed, _ = library.run("show", "--json", "--verdicts", str(library.root / "one.yaml"))
    brief = json.loads(printed)
    claims = [claim for block in BLOCKS for claim in brief[block]]
    assert [claim["support"] for claim in claims] == [str(support) for support in library.classes]
    assert [claim["unchecked"] for claim in claims] == [list(one.unchecked) for one in library.evidence.claims]
    found = [[problem["code"] for problem in claim["findings"]] for claim in claims]
    assert found == [[problem.code for problem in one.findings] for one in library.evidence.claims]
    row, _ = library.run("list", "--json", "--verdicts", str(library.root))
    assert json.loads(row)["claims"] == brief["claims"] == {str(one): library.classes.count(one) for one in CLASSES}
    report, _ = library.run("check", "--format", "json", str(library.root))
    assert json.loads(report)["claims"] == brief["claims"]


def test_json_without_a_check_says_nothing_of_it(library: Library) -> None:
    brief = json.loads(library.run("show", "--json", str(library.root / "one.yaml"))[0])
    said = [claim[name] for block in BLOCKS for claim in brief[block] for name in ("support", "unchecked", "findings")]
    assert {*said, brief["claims"]} == {None}


def test_the_index_keeps_the_counts_and_searches_go_by_them(library: Library, tmp_path: Path) -> None:
    library.run("index", str(library.root))
    assert library.run("search", "is:checked", str(library.root))[0] == ""
    library.run("check", str(library.root))
    [path] = (tmp_path / "cache").glob("*/*.sqlite")
    with sqlite3.connect(path) as connection:
        kept = connection.execute(f"SELECT {', '.join(COUNTED)} FROM brief").fetchone()  # noqa: S608 - our own names
    connection.close()
    assert kept == tuple(library.evidence.counts)
    found = {
        name: bool(library.run("search", f"is:{name}", str(library.root))[0])
        for name in ("checked", "broken", "verified")
    }
    wrong = {Support.NOT_FOUND, Support.AMBIGUOUS, Support.DOUBTFUL}
    classes = set(library.classes)
    assert found == {"checked": True, "broken": bool(classes & wrong), "verified": classes == {Support.VERIFIED}}
