"""The page of what changed: nothing wider than asked, every item leads somewhere, and pictures in golden files."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.diff import Change, changes
from briefing.format.model import Brief, Point
from briefing.format.parse import read_brief_text
from briefing.render.lines import Role, Target, TargetKind, text_of
from briefing.render.pages.diff import change_lines, changes_page
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells
from tests.support.render_samples import BRIDGE, EVERYTHING, plain_text
from tests.support.terminal import ROOT, SAMPLES

GOLDEN = ROOT / "tests" / "golden"
LOOKS = {"full": Look(), "ascii": Look(ascii=True), "plain": Look(plain=True)}
EDITS = (
    ("marking: TLP:CLEAR", "marking: TLP:GREEN\nstatus: withdrawn"),
    ("tags: [", "tags: [casualties, "),
    ("about 4,000 have been killed", "about 4,700 have been killed"),
    ("About 4,000 of them", "About 4,700 of them"),
    ("value: 4,000", "value: 4,700"),
    ("publisher: bnn-news.com", "publisher: bnn-news.com\n    reliability: C"),
    ("open:\n", "open:\n  - Who counted.\n"),
    ("sources:\n", "sources:\n  wire: {kind: media, title: Reuters, published: 2024-12-01}\n"),
)


def read(text: str) -> Brief:
    brief = read_brief_text(text, Path("troops.yaml")).brief
    assert brief is not None
    return brief


def troops() -> tuple[Change, ...]:
    """Return what an analyst meets after a morning's edits."""
    before = after = (SAMPLES / "troops.yaml").read_text(encoding="utf-8")
    for old, new in EDITS:
        assert old in after
        after = after.replace(old, new, 1)
    later = read(after)
    added = Point(text="The count is disputed.")
    return changes(read(before), replace(later, summary=(*later.summary[1:], added)))


def golden(name: str, shown: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 72, 100])
def test_the_page_looks_as_its_golden_file(width: int) -> None:
    golden(f"changes-{width}", plain_text(changes_page(troops(), width, Look()).lines))


@pytest.mark.parametrize("look", ["ascii", "plain"])
def test_the_page_in_the_other_looks_is_as_its_golden_file(look: str) -> None:
    golden(f"changes-60-{look}", plain_text(changes_page(troops(), 60, LOOKS[look]).lines))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [20, 40, 72, 100])
def test_no_line_is_wider_than_asked(width: int, look: str) -> None:
    for found in (troops(), changes(BRIDGE, EVERYTHING), changes(EVERYTHING, BRIDGE)):
        for line in changes_page(found, width, LOOKS[look]).lines:
            assert cells(text_of(line)) <= width


def test_what_is_there_leads_to_its_item_and_what_is_gone_leads_nowhere() -> None:
    found = troops()
    sheet = changes_page(found, 72, Look())
    wanted = dict.fromkeys(Target(TargetKind(one.item.kind), one.item.number) for one in found if one.item is not None)
    assert [item.target for item in sheet.items] == list(wanted)
    (gone,) = (number for number, line in enumerate(sheet.lines) if "one point removed:" in text_of(line))
    assert not any(item.first <= gone <= item.last for item in sheet.items)
    assert all(run.target is None for run in sheet.lines[gone])


def test_old_words_are_quiet_and_new_ones_strong() -> None:
    runs = [run for line in changes_page(troops(), 100, Look()).lines for run in line]
    assert [run.role for run in runs if run.text in {"about 4,000 troops", "about 4,700 troops"}] == [
        Role.FAINT,
        Role.STRONG,
    ]


def test_nothing_changed_is_said() -> None:
    assert plain_text(changes_page((), 72, Look()).lines) == "Nothing changed by meaning.\n"


def test_of_very_many_changes_the_first_are_shown_and_the_others_counted() -> None:
    many = replace(BRIDGE, tags=tuple(f"tag-{number}" for number in range(3_000)))
    sheet = changes_page(changes(replace(BRIDGE, tags=()), many), 72, Look())
    assert text_of(sheet.lines[-1]) == "2,000 more changes: briefing diff prints all"
    assert len(sheet.lines) < 1_100


def test_each_change_is_one_line_where_lines_have_no_end() -> None:
    found = changes(EVERYTHING, BRIDGE)
    sections = {one.section for one in found}
    assert len(change_lines(found, Look())) == len(found) + len(sections)


def test_hostile_text_shows_no_control_character() -> None:
    evil = "a\x1b]0;x\x07\n\u202eb\x9b\0" * 20
    after = replace(BRIDGE, note=evil, tags=(evil,), title=evil, summary=(Point(text=evil, note=evil),))
    for pair in ((BRIDGE, after), (after, BRIDGE)):
        found = changes(*pair)
        for line in (*changes_page(found, 40, Look()).lines, *change_lines(found, Look())):
            assert text_of(line).isprintable()


def test_our_own_signs_are_ascii_where_they_must_be() -> None:
    page = plain_text(changes_page(troops(), 72, Look(ascii=True)).lines)
    assert page.isascii()
    assert "about 4,000 troops -> about 4,700 troops" in page
    assert "status -> withdrawn" in page
