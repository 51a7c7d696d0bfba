"""What tells briefs of one title apart: their date, else their id. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.base.frozen import frozen_kw_only
from briefing.render.text.cell_width import tidy


@frozen_kw_only
class Naming:
    """What a row may name a brief by."""

    title: str
    id: str
    date: str = ""
    """In words, as the row shows it. Empty: no date."""


def told_apart(rows: Sequence[Naming], *, has_dates: bool = False) -> tuple[str, ...]:
    """Return for each row what it needs beside its title; empty if no other row has that title.

    With `has_dates` the rows show their dates anyway, so that briefs of different dates need nothing more.
    """
    found = [""] * len(rows)
    groups: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        groups[tidy(row.title).casefold()].append(at)
    for group in groups.values():
        if len(group) > 1:
            for at, words in zip(group, _differences([rows[at] for at in group], has_dates=has_dates), strict=True):
                found[at] = words
    return tuple(found)


def _differences(group: Sequence[Naming], *, has_dates: bool) -> list[str]:
    """Return for each row its date if no other row of the group has it, else its id."""
    dates = [one.date for one in group]
    shown = [""] * len(dates) if has_dates else _without_shared_year(dates)
    ids = _distinct_ends([one.id for one in group])
    return [
        short if date and dates.count(date) == 1 else own for date, short, own in zip(dates, shown, ids, strict=True)
    ]


def _without_shared_year(words: Sequence[str]) -> list[str]:
    """Return dates without their year if it is the same in all of them."""
    parts = [each.rpartition(" ") for each in words]
    years = {year for day, _, year in parts if day and len(year) == len("2026") and year.isdigit()}
    is_shared = len(years) == 1 and all(day and year in years for day, _, year in parts)
    return [day for day, _, _ in parts] if is_shared else list(words)


def _distinct_ends(ids: Sequence[str]) -> list[str]:
    """Return the ids without the folders that all of them are in."""
    parts = [each.split("/") for each in ids]
    shared = 0
    while all(len(path) > shared + 1 and path[shared] == parts[0][shared] for path in parts):
        shared += 1
    return ["/".join(path[shared:]) for path in parts]
