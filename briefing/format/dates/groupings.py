"""Parts of a year, written as months 21 to 41: seasons, quarters, halves (specification: Sub-year groupings)."""

from __future__ import annotations

from enum import Enum

from briefing.base.named_tuple import NamedTuple


class GroupingKind(Enum):
    """The kind of a part of a year."""

    SEASON = "season"
    QUARTER = "quarter"
    QUADRIMESTER = "quadrimester"
    HALF = "half"


class Grouping(NamedTuple):
    """A part of a year."""

    kind: GroupingKind
    name: str
    short: str
    first: int
    """The first month. 0: December of the year before."""
    last: int
    """The last month. Above 12: a month of the next year."""
    note: str = ""
    """Shown with the name: the hemisphere, the months. Empty: nothing."""


_ACROSS = (0, 14)
"""From December of the year before to February of the next: "winter 2001" may be either of two winters."""


def _season(name: str, months: tuple[int, int], place: str = "") -> Grouping:
    return Grouping(GroupingKind.SEASON, name, name, *months, place)


def _part(kind: GroupingKind, number: int, length: int) -> Grouping:
    nth = ("first", "second", "third", "fourth")[number - 1]
    first, last = (number - 1) * length + 1, number * length
    if kind is GroupingKind.QUADRIMESTER:
        short, months = _QUADRIMESTERS[number - 1]
        return Grouping(kind, f"{nth} {kind.value}", short, first, last, months)
    return Grouping(kind, f"{nth} {kind.value}", f"{kind.value[0].upper()}{number}", first, last)


_QUADRIMESTERS = (("Jan–Apr", "January to April"), ("May–Aug", "May to August"), ("Sep–Dec", "September to December"))
_NORTH = "northern hemisphere"
_SOUTH = "southern hemisphere"

GROUPINGS = {
    # 21 to 24 are "independent of location" and so have no months. They get those of the northern hemisphere, where
    # most texts were written; for the southern one there are 29 to 32.
    "21": _season("spring", (3, 5)),
    "22": _season("summer", (6, 8)),
    "23": _season("autumn", (9, 11)),
    "24": _season("winter", _ACROSS),
    "25": _season("spring", (3, 5), _NORTH),
    "26": _season("summer", (6, 8), _NORTH),
    "27": _season("autumn", (9, 11), _NORTH),
    "28": _season("winter", _ACROSS, _NORTH),
    "29": _season("spring", (9, 11), _SOUTH),
    "30": _season("summer", _ACROSS, _SOUTH),
    "31": _season("autumn", (3, 5), _SOUTH),
    "32": _season("winter", (6, 8), _SOUTH),
    "33": _part(GroupingKind.QUARTER, 1, 3),
    "34": _part(GroupingKind.QUARTER, 2, 3),
    "35": _part(GroupingKind.QUARTER, 3, 3),
    "36": _part(GroupingKind.QUARTER, 4, 3),
    "37": _part(GroupingKind.QUADRIMESTER, 1, 4),
    "38": _part(GroupingKind.QUADRIMESTER, 2, 4),
    "39": _part(GroupingKind.QUADRIMESTER, 3, 4),
    "40": _part(GroupingKind.HALF, 1, 6),
    "41": _part(GroupingKind.HALF, 2, 6),
}
"""By the two digits in place of the month. Seasons begin with a month, as in meteorology."""
