"""The changes of a brief: as a page with an item for each changed item, and as lines with one change each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.diff import ARROW, Change, Section
from briefing.render.lines import Line, Role, Run, Sheet, Target, TargetKind
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK

_INDENT: Line = (Run("  "),)
_MOST = 1_000
"""Changes on one page: more would keep the reader waiting."""


def changes_page(changes: Sequence[Change], width: int, look: Look) -> Sheet:
    """Typeset the changes of a brief, in the order given.

    All changes of one item are one item of the page, which leads to the item in the present brief, or nowhere if it is
    gone.
    """
    builder = SheetBuilder(width, look)
    if not changes:
        builder.add_text("Nothing changed by meaning.", Role.META)
    for section, in_section in groupby(changes[:_MOST], _section):
        builder.add_heading(section.heading)
        for _, of_item in groupby(in_section, _place):
            _add(builder, tuple(of_item))
    if len(changes) > _MOST:
        builder.add_gap()
        builder.add_text(f"{len(changes) - _MOST:,} more changes: briefing diff prints all", Role.META)
    return builder.sheet()


def change_lines(changes: Sequence[Change], look: Look) -> tuple[Line, ...]:
    """Return a heading for each section, followed by one line for each change, however long it is."""
    lines: list[Line] = []
    for section, in_section in groupby(changes, _section):
        lines.append((Run(section.heading.upper(), Role.HEADING),))
        lines.extend((*_INDENT, *map(_drawable, _named_change(change, look, None))) for change in in_section)
    return tuple(lines)


def _drawable(run: Run) -> Run:
    """Return a run as it is drawn outside of a paragraph."""
    return Run(run.text.replace(NO_BREAK, " "), run.role, run.target)


def _section(change: Change) -> Section:
    return change.section


def _place(change: Change) -> tuple[int | None, str]:
    return change.number, change.name


def _add(builder: SheetBuilder, changes: Sequence[Change]) -> None:
    """Add all changes of one item."""
    item = changes[0].item
    if item is None:
        _lines(builder, changes, None)
        return
    target = Target(TargetKind(item.kind), item.number)
    with builder.item(target):
        _lines(builder, changes, target)


def _lines(builder: SheetBuilder, changes: Sequence[Change], target: Target | None) -> None:
    """Add a single change as one paragraph; several changes of a named item, below its name."""
    bullet: Line = (Run(f"{builder.look.signs.bullet} ", Role.ACCENT),)
    if len(changes) == 1 or not changes[0].name:
        for change in changes:
            builder.add_paragraph(tuple(_named_change(change, builder.look, target)), bullet, _INDENT)
        return
    if not changes[0].names_itself:
        builder.add_paragraph((_name(changes[0], builder.look, target),), bullet, _INDENT)
    for number, change in enumerate(changes):
        is_first = number == 0 and change.names_itself
        builder.add_paragraph(_spaced(_parts(change, builder.look, target)), bullet if is_first else _INDENT, _INDENT)


def _named_change(change: Change, look: Look, target: Target | None) -> list[Run]:
    """Return a change as runs, beginning with the name of the changed item."""
    runs = _spaced(_parts(change, look, target))
    return runs if change.names_itself else [_name(change, look, target), Run(": "), *runs]


def _name(change: Change, look: Look, target: Target | None) -> Run:
    return Run(change.named(look.signs.ellipsis), Role.BODY, target)


def _spaced(parts: Iterator[Run]) -> list[Run]:
    runs: list[Run] = []
    for run in parts:
        # The arrow stays on the line of the old value.
        gap = Run(NO_BREAK if run.role is Role.RULE else " ")
        runs += [gap, run] if runs else [run]
    return runs


def _parts(change: Change, look: Look, target: Target | None) -> Iterator[Run]:
    """Yield our words, the old value in a quiet role, and the new value in a strong one."""
    before, after = change.values(look.signs.ellipsis)
    if change.said:
        yield Run(look.say(change.said.replace(ARROW, look.signs.becomes)), Role.META)
    if change.of:
        colon = "" if before is None and after is None else ":"
        yield Run(f"{change.named_beside(look.signs.ellipsis)}{colon}", Role.META)
    if before is not None:
        yield Run(_value_text(before, change, look), Role.FAINT)
    if before is not None and after is not None:
        yield Run(look.signs.becomes, Role.RULE)
    if after is not None:
        yield Run(_value_text(after, change, look), Role.STRONG, target)


def _value_text(words: str, change: Change, look: Look) -> str:
    if change.is_prose:
        return f"{look.signs.open_quote}{words}{look.signs.close_quote}"
    return look.say(words) if change.is_ours else words
