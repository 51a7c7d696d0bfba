"""The lines of a search: hits below the brief that has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.plurals import counted
from briefing.format.dates import Edtf
from briefing.format.dates.wording import short_date_words
from briefing.format.model import Basis, Hedge, Marking
from briefing.render.lines import Line, Role, Run
from briefing.render.parts.list_row import count_run
from briefing.render.parts.marking import marking_label
from briefing.render.sheet_builder import crop_line, spread_line
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop, tidy
from briefing.render.text.find import highlighted
from briefing.render.text.wrap import line_cells

Highlights = Sequence[tuple[int, int]]
"""Highlighted stretches of a text, in order: offsets of the first character and after the last one."""

_ROOMY = 60
"""Width in cells from which there is room for long words, and for the name of the item beside a hit."""
_BEFORE = 3
"""If a hit is far inside a text, this fraction of the line (1/3) is text before it."""
_GAP = 2
_CUT = "…"
"""The ellipsis where the index has cut a text."""


@frozen
class HitLine:
    """One hit."""

    word: str
    """Its kind: figure, event, point, source, open, saved text."""
    text: str
    highlights: Highlights = ()
    """In `text`."""
    more: str = ""
    """Words of a quote or a note that were found. Empty: the hit is in `text` itself."""
    more_highlights: Highlights = ()
    """In `more`."""
    who: str = ""
    """Who says it; of a source its kind and role. Empty: nobody is named."""
    is_own: bool = False
    """Whether it is a claim of the article itself: where there is little room, that is not said."""
    standing: str = ""
    """How the source presents it: planned, estimated, disputed and so on; derived. Empty: it is only reported."""
    date: Edtf | None = None
    basis: str = ""
    """Where the date comes from: reckoned or editor. Empty: it is in the quote."""
    label: str = ""
    """Label of a figure without its number."""
    hedge: Hedge | None = None
    number: str = ""
    """Number of a figure without hedge and unit. Empty: it is derived."""
    unit: str = ""
    is_beyond: bool = False
    """Whether its date only reaches into the time that was asked for."""
    is_apart: bool = False
    """Whether it meets only a part of the query, and other items of its brief meet the rest."""


@frozen
class BriefResults:
    """The hits of one brief."""

    title: str
    highlights: Highlights = ()
    """In `title`."""
    date: Edtf | None = None
    marking: Marking | None = None
    is_hit: bool = False
    """True if the brief itself was found: then its title is the first hit."""
    hits: tuple[HitLine, ...] = ()
    left_out: int = 0
    """Number of hits of the brief that are not in `hits`."""
    name: str = ""
    """Its id, if another brief has the same title. Empty: none has."""
    errors: int = 0
    """Problems of severity error of the brief, as far as they are known."""
    warnings: int = 0


class PlacedLine(NamedTuple):
    """One line of a brief's results."""

    line: Line
    hit: int | None
    """Index of the hit on this line, in the order of the lines. None: no hit."""


def group_lines(group: BriefResults, width: int, look: Look) -> tuple[PlacedLine, ...]:
    """Return the lines of a brief's results: its title with date and marking, and a line for each hit."""
    stands = group.is_hit or not group.hits
    placed = [PlacedLine(_title(group, width, look), 0 if stands else None)]
    before = None
    for at, result in enumerate(group.hits):
        placed += limits_lines(result, before, width, look)
        placed.append(PlacedLine(_result(result, width, look), at + stands))
        before = result
    if group.left_out:
        word = "hit" if group.left_out == 1 else "hits"
        line = (Run(" " * _GAP), Run(look.say(f"{group.left_out:,} more {word} in this brief"), Role.META))
        placed.append(PlacedLine(crop_line(line, width, look.signs.ellipsis), None))
    return tuple(placed)


def limits_lines(hit: HitLine, before: HitLine | None, width: int, look: Look) -> tuple[PlacedLine, ...]:
    """Return the line that says how a hit meets the query only in part, unless the hit above it does likewise."""
    words = _limits(hit)
    if not words or (before is not None and _limits(before) == words):
        return ()
    line = crop_line((Run(" " * _GAP), Run(words, Role.META)), width, look.signs.ellipsis)
    return (PlacedLine(line, None),)


def _limits(hit: HitLine) -> str:
    if hit.is_apart:
        return "no single claim meets all of this; the brief as a whole does:"
    return "dates that only reach into this time, or may be in it:" if hit.is_beyond else ""


def hit_counts(hits: int | None, briefs: int, *, more: bool = False) -> str:
    """Return how many hits there are in how many briefs.

    `hits` is None while they are not counted yet; with `more` they are at least that many.
    """
    where = counted(briefs, "brief")
    if not briefs:
        return "nothing found"
    if hits is None:
        return where
    return f"{'more than ' if more else ''}{counted(hits, 'hit')} in {where}"


def snippet_line(text: str, lit: Highlights, width: int, look: Look, role: Role = Role.BODY) -> Line:
    """Return a text on one line, with the first highlighted words visible."""
    text, lit = _with_own_ellipses(text, lit, look)
    runs = [Run(tidy(run.text), run.role) for run in highlighted((Run(text, role),), lit)]
    first = next((at for at, run in enumerate(runs) if run.role is Role.HIT), None)
    if first is not None and line_cells(tuple(runs)) > width:
        ahead = "".join(run.text for run in runs[:first])
        tail = _tail(ahead, max(0, width // _BEFORE), look.signs.ellipsis)
        if line_cells((*runs[: first + 1],)) > width - width // _BEFORE:
            runs = [Run(tail, role), *runs[first:]]
    return crop_line(tuple(run for run in runs if run.text), max(0, width), look.signs.ellipsis)


def _with_own_ellipses(text: str, lit: Highlights, look: Look) -> tuple[str, Highlights]:
    """Return a text whose ellipses, where the index has cut it, are drawn in the look."""
    sign = look.signs.ellipsis
    if sign == _CUT or _CUT not in text:
        return text, lit
    text = text.removesuffix(_CUT) + sign if text.endswith(_CUT) else text
    if text.startswith(_CUT):
        shift = len(sign) - len(_CUT)
        text, lit = sign + text.removeprefix(_CUT), [(start + shift, end + shift) for start, end in lit]
    return text, lit


def _tail(text: str, width: int, ellipsis: str) -> str:
    """Return the end of a text in at most `width` cells, whole words if there are any."""
    if cells(text) <= width:
        return text
    tail = text[-max(1, width) :]
    while tail and cells(tail) > width - len(ellipsis):
        tail = tail[1:]
    space = tail.find(" ", 0, len(tail) - 1)
    return ellipsis + (tail[space + 1 :] if space >= 0 else tail)


def _title(group: BriefResults, width: int, look: Look) -> Line:
    """Return the line of a brief. Marking and number of problems are never cropped: date, then title give way."""
    label: Line = () if group.marking is None else (marking_label(group.marking),)
    date: Line = () if group.date is None else (Run(look.say(short_date_words(group.date)), Role.DATE),)
    problems = count_run(group.errors, group.warnings, look)
    found: Line = (problems,) if problems.text else ()
    right = _spaced(found, date, label)
    if width - line_cells(right) - _GAP < width // 2:
        right = _spaced(found, label)
    room = max(0, width - line_cells(right) - _GAP)
    left = snippet_line(group.title, group.highlights, room, look, Role.STRONG)
    if group.name:
        left = _with_name(group, left, room, look)
    return spread_line(left, right, width, look.signs.ellipsis) if right else left


def _spaced(*parts: Line) -> Line:
    """Return parts that are not empty side by side, a blank between them."""
    line: list[Run] = []
    for part in parts:
        line += [*([Run(" ")] if line and part else []), *part]
    return tuple(line)


def _with_name(group: BriefResults, title: Line, room: int, look: Look) -> Line:
    """Return a title with the id of its brief behind it, for which the title is cropped to half of the room."""
    dot = f" {look.signs.dot} "
    own = crop(tidy(group.name), max(1, room - min(line_cells(title), room // 2) - cells(dot)), look.signs.ellipsis)
    left = max(0, room - cells(own) - cells(dot))
    title = snippet_line(group.title, group.highlights, left, look, Role.STRONG)
    return crop_line((*title, Run(dot, Role.RULE), Run(own, Role.META)), room, look.signs.ellipsis)


def _result(result: HitLine, width: int, look: Look) -> Line:
    roomy = width >= _ROOMY
    column = 10 if roomy else 6
    word = crop(result.word, column, "")
    lead = (Run(" " * _GAP), Run(word + " " * (column - cells(word)), Role.META), Run(" " * _GAP))
    told = replace(result, who="") if result.is_own and not roomy else result
    who = who_runs(told, max(0, (width - line_cells(lead)) // 3), look)
    room = max(1, width - line_cells(lead) - (line_cells(who) + _GAP if who else 0))
    line = crop_line((*lead, *_found_runs(result, room, look, roomy=roomy)), width, look.signs.ellipsis)
    return spread_line(line, who, width, look.signs.ellipsis) if who else line


def _found_runs(result: HitLine, room: int, look: Look, *, roomy: bool) -> Line:
    """Return the date and the text of a hit, with the words that were found, in at most `room` cells."""
    dated = date_runs(result, look)
    date = (*dated, Run(" " * _GAP)) if dated else ()
    if line_cells(date) > room * 2 // 3:
        date = ()
    room -= line_cells(date)
    if not result.more:
        return (*date, *snippet_line(result.text, result.highlights, room, look))
    return (*date, *more_line(result, room, look, is_named=roomy))


def more_line(result: HitLine, room: int, look: Look, *, is_named: bool = True) -> Line:
    """Return the words of a quote or a note that were found, behind the item if there is room to name it."""
    named = snippet_line(result.text, result.highlights, room * 2 // 3, look) if is_named else ()
    between = (Run(f" {look.signs.dot} ", Role.RULE),) if named else ()
    rest = max(1, room - line_cells(named) - line_cells(between))
    return (*named, *between, *snippet_line(result.more, result.more_highlights, rest, look, Role.META))


def date_runs(result: HitLine, look: Look) -> Line:
    """Return the date of a hit, with a sign if it is not in the quote. Empty: it has none."""
    if result.date is None:
        return ()
    date = Run(look.say(short_date_words(result.date)), Role.DATE)
    signs: dict[str, str] = {Basis.RECKONED: look.signs.reckoned, Basis.EDITOR: look.signs.editor}
    sign = signs.get(result.basis)
    if sign is None:
        return (date,)
    return (date, Run(f" ({result.basis})" if look.ascii or look.plain else sign, Role.HEDGE))


def who_runs(result: HitLine, most: int, look: Look) -> Line:
    """Return how surely a source puts it and who says it, in at most `most` cells; the name is cropped first."""
    standing = Run(result.standing, Role.HEDGE)
    if not result.who:
        return crop_line((standing,), most, look.signs.ellipsis) if result.standing else ()
    before = (standing, Run(", ", Role.META)) if result.standing else ()
    return crop_line((*before, Run(tidy(result.who), Role.META)), most, look.signs.ellipsis)
