"""The sort orders that an index keeps: by what briefs say, and by what checks have counted."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.cli import main
from briefing.library.index.rows import BriefIndex
from briefing.library.open import open_indexed
from tests.support.app import brief, index, write

WRONG = "  - {label: x, value: 1, cites: {source: press, quote: not there}}\n"


def names(brief_index: BriefIndex, order: str) -> str:
    return "".join(entry.id for row in brief_index.order(order) if (entry := brief_index.entry(row)))


def indexed(folder: Path) -> BriefIndex:
    brief_index = open_indexed([folder], os.environ).brief_index
    index(brief_index)
    return brief_index


def test_briefs_are_put_in_order_by_marking_and_by_figures(tmp_path: Path) -> None:
    write(
        tmp_path,
        a=brief("a"),
        b=brief("b").replace("TLP:GREEN", "TLP:RED"),
        c=brief("c").replace("marking: TLP:GREEN\n", "").replace("figures:\n", f"figures:\n{WRONG}"),
    )
    brief_index = indexed(tmp_path)
    assert (names(brief_index, "marking"), names(brief_index, "figures")) == ("bac", "cab")


def test_the_order_by_problems_follows_what_a_check_finds(tmp_path: Path) -> None:
    text = brief("b").replace("figures:\n", f"figures:\n{WRONG}")
    write(tmp_path, a=brief("a"), b=text + "titel: x\n", c=text + "extra: 1\nmore: 2\n")
    brief_index = indexed(tmp_path)
    assert names(brief_index, "problems") == "cba"
    (tmp_path / "t.txt").write_text("A text.\n")
    write(tmp_path, b=text.replace("title: Bridge news", "title: Bridge news, file: t.txt") + "titel: x\n")
    index(brief_index)
    before = brief_index.look_up([1, 2, 3])
    main(["check", str(tmp_path)])
    counted = [sum(one.counts[i] for i in (0, 1, 5, 6)) for one in brief_index.look_up([1, 2, 3]).values()]
    assert counted != [sum(one.counts[i] for i in (0, 1, 5, 6)) for one in before.values()]
    by_number = sorted(zip(counted, "abc", strict=True), key=lambda pair: (-pair[0], pair[1]))
    assert names(brief_index, "problems") == "".join(name for _, name in by_number)
