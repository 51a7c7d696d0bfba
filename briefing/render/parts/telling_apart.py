"""What tells briefs apart: of one title their date, else their id; of titles cut alike a cut in the middle. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from briefing.base.frozen import frozen_kw_only
from briefing.render.text.cell_width import cells, columns, crop, is_drawn, tidy

_ROUNDS = 3
"""How often what was cut in the middle, and looks alike still, is cut anew."""
_LEAST = 6
"""Cells from which on a title is cut in the middle: in fewer, neither part says anything."""
_MARKS = 8
"""Characters that are looked at for each cell of the end of a title: a letter may have combining marks."""
_BACK = (0, 2, 4)
"""Characters before the first difference from which on a title is shown after the ellipsis."""


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
    counts = Counter(dates)
    ids = _distinct_ends([one.id for one in group])
    return [short if date and counts[date] == 1 else own for date, short, own in zip(dates, shown, ids, strict=True)]


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


def distinct_cuts(titles: Sequence[str], rooms: Sequence[int | None], ellipsis: str) -> tuple[str, ...]:
    """Return for each title how it is cut to its room in cells; empty where a cut at its end, or none, tells it apart.

    Titles that would look alike, although they differ, are cut in the middle. None: the title has several lines.
    """
    texts = [tidy(title) for title in titles]
    at_end = [text if room is None else crop(text, room, ellipsis) for text, room in zip(texts, rooms, strict=True)]
    shown = list(at_end)
    for number in range(_ROUNDS):
        for group in _alike(texts, shown) if number else _cut_alike(texts, at_end, ellipsis):
            others = {each for at, each in enumerate(shown) if at not in group}
            cuts = _middle_cuts([texts[at] for at in group])
            tried = [[_cut_by(cut, texts[at], rooms[at], ellipsis) for at in group] for cut in cuts]
            best = max(tried, key=lambda shown_so: len(set(shown_so) - others))
            for at, each in zip(group, best, strict=True):
                shown[at] = each
    return tuple("" if each == end else each for each, end in zip(shown, at_end, strict=True))


def _cut_alike(texts: Sequence[str], at_end: Sequence[str], ellipsis: str) -> list[list[int]]:
    """Return the groups of rows whose titles are cut so that what is left begins another title that is cut, too."""
    stems = {at: cut[: len(cut) - len(ellipsis)] for at, cut in enumerate(at_end) if cut != texts[at]}
    groups: list[list[int]] = []
    first: str | None = None
    for at in sorted(stems, key=stems.__getitem__):
        if first is None or not stems[at].startswith(first):
            first = stems[at]
            groups.append([])
        groups[-1].append(at)
    names = [text.casefold() for text in texts]

    def is_unclear(at: int, group: Sequence[int]) -> bool:
        return any(texts[other].startswith(stems[at]) and names[other] != names[at] for other in group)

    return [unclear for group in groups if (unclear := [at for at in group if is_unclear(at, group)])]


def _alike(texts: Sequence[str], shown: Sequence[str]) -> list[list[int]]:
    """Return the groups of rows that look alike although their titles differ."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(shown):
        groups[each].append(at)
    return [group for group in groups.values() if len({texts[at].casefold() for at in group}) > 1]


_Cut = Callable[[str, int], tuple[int, str]]
"""Returns where the part begins that is shown after the ellipsis, and that part, of a text and a room in cells."""


def _middle_cuts(names: Sequence[str]) -> Iterator[_Cut]:
    """Yield ways to cut titles in the middle, those that read best first."""
    yield lambda text, room: _last(text, room // 2, whole_words=True)
    yield lambda text, room: _last(text, room // 2)
    yield lambda text, room: _last(text, room * 2 // 3)
    least, most = min(names), max(names)
    differs = next((at for at, (one, other) in enumerate(zip(least, most, strict=False)) if one != other), len(least))
    word = names[0].rfind(" ", 0, differs) + 1
    for first in (word, *(max(0, differs - back) for back in _BACK)):
        yield partial(_from, first)


def _cut_by(cut: _Cut, text: str, room: int | None, ellipsis: str) -> str:
    """Return a text with an ellipsis where its middle is left out; as it is if it is not too long."""
    if room is None or cells(text) <= room:
        return text
    free = room - len(ellipsis)
    if free < _LEAST:
        return crop(text, room, ellipsis)
    begins, end = cut(text, free)
    end = crop(end, free - free // 3, ellipsis)
    start = crop(text[:begins], free - cells(end), "").rstrip()
    return f"{start}{ellipsis}{end}"


def _last(text: str, width: int, *, whole_words: bool = False) -> tuple[int, str]:
    """Return the end of a text that fits in `width` cells, and where it begins."""
    before = max(0, len(text) - _MARKS * (width + 1))
    at = columns(text[before:])
    begins = before + bisect_left(at, at[-1] - width)
    while begins < len(text) and (not is_drawn(text[begins]) or text[begins] == " "):
        begins += 1
    is_in_word = begins > 0 and text[begins - 1] != " "
    blank = text.find(" ", begins) + 1 if whole_words and is_in_word else 0
    begins = blank if blank and blank < len(text) else begins
    return begins, text[begins:]


def _from(first: int, text: str, _room: int) -> tuple[int, str]:
    """Return the part of a text from a character on, with the one that a combining mark stands on."""
    while 0 < first < len(text) and not is_drawn(text[first]):
        first -= 1
    return first, text[first:]
