"""The bar of the first row: the title of the brief, where it stands in the list, what is wrong, and its marking. Pure.

What gives way where there is little room, in this order: words of the position, the position, words of what is wrong,
the end of the title. Never the marking, the number of problems, or that the file is gone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefing.base.frozen import frozen, replace
from briefing.base.named_tuple import NamedTuple
from briefing.base.plurals import counted
from briefing.base.problems import ProblemCounts
from briefing.base.safe_text import visible
from briefing.format.model import Brief, Marking
from briefing.library.entries import Entry
from briefing.render.lines import Line, Role, Run
from briefing.render.parts.marking import marking_label
from briefing.render.sheet_builder import crop_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop, tidy
from briefing.render.text.wrap import line_cells

_GAP = 3
"""Cells between the parts at the right, and after the title."""
_NARROW = 60
"""Below so many columns the gap has one cell less."""


class Alarm(NamedTuple):
    """Something wrong that must be seen."""

    words: str
    short: str
    """The same where there is little room."""
    role: Role


@frozen
class TitleBar:
    """What the bar of the first row says."""

    title: str = ""
    marking: Marking | None = None
    alarms: tuple[Alarm, ...] = ()
    positions: tuple[str, ...] = ()
    """Where the brief stands in the list, in forms of which each is shorter than the one before."""
    listed: str = ""
    """Number of briefs in the list, which the list and its tab say."""


class ListPlace(NamedTuple):
    """Where the open brief stands in the list."""

    number: int = 0
    """From 1; 0 if it is not in the list."""
    total: str = ""
    """Number of briefs in the list. Empty: nothing is said of the place."""
    unread: int = 0
    changed: int = 0
    """Numbers of unread and changed briefs; 0 says nothing."""
    is_filtered: bool = False
    """Whether the list is filtered: `total` is then not the number of all briefs."""


class TitleFacts(NamedTuple):
    """What the bar shows besides the title, the marking and the place in the list."""

    build_progress: str = ""
    """Progress of reading a large library. Empty: none is being read."""
    is_gone: bool = False
    """Whether the file of the brief no longer exists."""
    found: ProblemCounts = ProblemCounts(0, 0)
    """Problems of the brief."""
    wrong: Mapping[str, ProblemCounts] = MappingProxyType({})
    """Other problems, by what has them: settings, folders."""
    is_sample: bool = False
    """Whether the samples are shown, since there is no other library."""
    edited: str = ""
    """Where a brief stands that is edited, and whether it is saved: "draft, saved". Empty: it is only read."""


def title_bar(entry: Entry, brief: Brief | None, place: ListPlace, facts: TitleFacts, look: Look) -> TitleBar:
    """Return the bar of a brief. `brief` is None if it cannot be read: then the bar has the id of the brief."""
    title = tidy(visible(entry.id)) if brief is None else tidy(brief.title.strip())
    listed = place.total if place.number else "0"
    marking = brief.marking if brief else None
    return TitleBar(title, marking, tuple(_alarms(facts)), _positions(place, facts, look), listed)


def list_bar(bar: TitleBar, title: str, marking: Marking | None) -> TitleBar:
    """Return the bar while several briefs are shown and none alone: `marking` is the highest of theirs."""
    return replace(bar, title=title, marking=marking)


def _alarms(facts: TitleFacts) -> list[Alarm]:
    alarms = [Alarm(facts.edited, facts.edited.partition(",")[0], Role.HEDGE)] if facts.edited else []
    if facts.is_gone:
        alarms.append(Alarm("! its file is gone", "! gone", Role.ERROR))
    if found := sum(facts.found):
        role = Role.ERROR if facts.found.errors else Role.WARNING
        alarms.append(Alarm(f"! {counted(found, 'problem')}", f"! {found:,}", role))
    wrong = {what: sum(counts) for what, counts in facts.wrong.items()}
    if others := sum(wrong.values()):
        said = [f"! {what}: {counted(number, 'problem')}" for what, number in wrong.items() if number]
        alarms.append(Alarm("   ".join(said), f"! +{others:,}", Role.ERROR))
    return alarms


def _positions(place: ListPlace, facts: TitleFacts, look: Look) -> tuple[str, ...]:
    if not place.total:
        return ()
    short = f"{place.number:,}/{place.total}" if place.number else f"0/{place.total}"
    words = f"{place.number:,} of {place.total}" if place.number else f"none of {place.total}"
    if place.is_filtered:
        short, words = f"{short} filtered", f"{words} filtered"
    new = ((place.unread, "unread"), (place.changed, "changed"))
    words = f" {look.signs.dot} ".join((words, *(f"{count:,} {word}" for count, word in new if count)))
    more = [facts.build_progress] if facts.build_progress else []
    more += ["a sample"] if facts.is_sample else []
    return tuple("   ".join(form) for form in ([*more, words], [*more, short], more))


def title_bar_line(bar: TitleBar, width: int, look: Look) -> Line:
    """Return the bar at a width in cells."""
    right = _right(bar, width, look)
    room = width - 1 - line_cells(right)
    title = bar.title if cells(bar.title) <= room else _cut(bar.title, room, look)
    free = width - 1 - cells(title) - line_cells(right)
    if free >= 0:
        return (Run(f" {title}", Role.TITLE), Run(" " * free, Role.META), *right)
    return _end(right, width)


def has_whole_title(bar: TitleBar, width: int) -> bool:
    """Tell whether the bar shows all of the title at a width in cells."""
    return 1 + cells(bar.title) + line_cells(_shortest(bar, width)) <= width


def _right(bar: TitleBar, width: int, look: Look) -> Line:
    """Return the right end of the bar, in the longest form beside which the whole title has room."""
    whole = tuple(alarm.words for alarm in bar.alarms)
    for position in (*bar.positions, ""):
        right = _joined(look.say(position), whole, bar, width)
        if 1 + cells(bar.title) + line_cells(right) <= width:
            return right
    return _shortest(bar, width)


def _shortest(bar: TitleBar, width: int) -> Line:
    return _joined("", tuple(alarm.short for alarm in bar.alarms), bar, width)


def _joined(position: str, alarms: Sequence[str], bar: TitleBar, width: int) -> Line:
    gap = Run(" " * (_GAP - (width < _NARROW)), Role.META)
    runs = [Run(position, Role.META)] if position else []
    runs += [Run(text, alarm.role) for text, alarm in zip(alarms, bar.alarms, strict=True)]
    spaced = [part for run in runs for part in (gap, run)]
    if bar.marking is not None:
        return (*spaced, gap, marking_label(bar.marking))
    return (*spaced, Run(" ", Role.META)) if spaced else ()


def _cut(title: str, room: int, look: Look) -> str:
    """Return a title cropped at a word where that does not cost half of the room."""
    cut = crop(title, max(0, room), look.signs.ellipsis)
    kept = cut.removesuffix(look.signs.ellipsis)
    at_word = kept.rpartition(" ")[0].rstrip() if title[len(kept) : len(kept) + 1] not in {"", " "} else kept
    return at_word + look.signs.ellipsis if kept != cut and len(at_word) * 2 > len(kept) else cut


def _end(line: Line, width: int) -> Line:
    """Return a line without what does not fit at its beginning: the marking stands at its end."""
    kept: list[Run] = []
    for run in reversed(line):
        if line_cells((run, *kept)) > width:
            break
        kept.insert(0, run)
    line = tuple(kept) or crop_line(line[-1:], width, "")
    return (Run(" " * (width - line_cells(line)), Role.META), *line)
