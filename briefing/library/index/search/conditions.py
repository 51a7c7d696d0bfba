"""The conditions of a query other than words, as SQL: each becomes a query for distinct rows, with its values."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.result import Support
from briefing.library.index.schema import COUNTED
from briefing.query.nodes import (
    BriefState,
    DateConditions,
    FigureConditions,
    HasAmount,
    HasMarking,
    HasMeasure,
    HasState,
    HasStatus,
    HasUnit,
    InTime,
    Since,
    Until,
)

Value = str | int | float | bytes | None
Condition = DateConditions | FigureConditions | InTime | HasStatus | HasMarking | HasState


class RowQuery(NamedTuple):
    """SQL for distinct rows, in a column `row`."""

    sql: str
    """With `{within}` where further conditions on `row` may be inserted."""
    values: dict[str, Value]


_IN_TIME = "claimed AND dated AND (latest >= :first OR latest IS NULL) AND (earliest <= :last OR earliest IS NULL)"
NO_ROWS = RowQuery("SELECT row FROM brief WHERE 0", {})

_MARKED = """
    SELECT brief.row FROM marks.mark CROSS JOIN brief ON brief.stem = mark.brief
    WHERE mark.library = :library AND {what} AND brief.row NOT IN (SELECT row FROM brief WHERE twin)
    UNION ALL
    SELECT brief.row FROM brief CROSS JOIN marks.mark ON mark.library = :library AND mark.brief = brief.file
    WHERE twin AND {what}
"""
"""Briefs by their marks, looked up by id. An index of `brief` covers each of the columns used."""
_MARKED_AMONG = """
    SELECT brief.row FROM brief CROSS JOIN marks.mark
    ON mark.library = :library AND mark.brief = CASE WHEN brief.twin THEN brief.file ELSE brief.stem END
    WHERE {what}{{within}}
"""
"""The same for a few rows, whose marks are looked up."""
_MARKS = {
    BriefState.READ: "mark.read",
    BriefState.STARRED: "mark.starred",
    BriefState.CHANGED: "mark.hash IS NOT NULL AND brief.hash IS NOT NULL AND mark.hash != brief.hash",
}
_OTHERS = {
    BriefState.UNREAD: "mark.read",
    BriefState.NEW: "mark.read AND (mark.hash IS NULL OR brief.hash IS NULL OR mark.hash = brief.hash)",
}
"""States without a mark of their own, with the marks of all other briefs."""
OF_MARKS = frozenset((*_MARKS, *_OTHERS))
"""The states that marks decide."""
_BROKEN = tuple(
    column for support, column in zip(Support, COUNTED[1 : 1 + len(Support)], strict=True) if support.is_broken
)
_STATES = {
    BriefState.BROKEN: " OR ".join(f"{column} > 0" for column in ("errors", *_BROKEN)),
    BriefState.CHECKED: "claims IS NOT NULL",
    BriefState.VERIFIED: "claims > 0 AND verified = claims",
    BriefState.UNREVIEWED: "unreviewed > 0",
}


def row_query(node: Condition, library: bytes | None) -> RowQuery:
    """Return the query for a condition; for a time, without its words.

    `is:unread` and `is:new` are not supported: they are all rows without those of `others_query`.

    `library` is the library's key in the marks. None: there are no marks.
    """
    match node:
        case DateConditions():
            return _parts("span", [_date(one, number) for number, one in enumerate(node.conditions)])
        case FigureConditions():
            return _parts("figure", [_figure(one, number) for number, one in enumerate(node.conditions)])
        case InTime():
            return _parts("span", [(_IN_TIME, {"first": node.earliest, "last": node.latest})])
        case HasStatus():
            return _brief("status = :status", {"status": node.value})
        case HasMarking():
            return _brief("marking IS :marking AND title IS NOT NULL", {"marking": node.value})
        case HasState():
            return _state(node.state, library)


def others_query(node: Condition, library: bytes | None, *, among_few: bool = False) -> RowQuery | None:
    """Return the query for the rows that do not match `is:unread` or `is:new`; None: it is another condition.

    With `among_few` it is one that is quick for a few rows, at `{within}`.
    """
    what = _OTHERS.get(node.state) if isinstance(node, HasState) else None
    if what is None:
        return None
    marked = _MARKED_AMONG if among_few else _MARKED
    return NO_ROWS if library is None else RowQuery(marked.format(what=what), {"library": library})


def few_query(node: Condition, library: bytes | None) -> RowQuery:
    """Return the query of `row_query` in a form that is quick for a few rows, at `{within}`."""
    if library is None or not isinstance(node, HasState) or node.state not in _MARKS:
        return row_query(node, library)
    return RowQuery(_MARKED_AMONG.format(what=_MARKS[node.state]), {"library": library})


def _state(state: BriefState, library: bytes | None) -> RowQuery:
    if state in _STATES:
        return _brief(_STATES[state], {})
    if library is None or state not in _MARKS:
        return NO_ROWS
    return RowQuery(_MARKED.format(what=_MARKS[state]), {"library": library})


def _brief(condition: str, values: dict[str, Value]) -> RowQuery:
    return RowQuery(f"SELECT row FROM brief WHERE ({condition}){{within}}", values)  # noqa: S608 - our own text


def _parts(table: str, conditions: Sequence[tuple[str, dict[str, Value]]]) -> RowQuery:
    """Return a query that reads a whole table in the order of its rows.

    Through an SQL index SQLite would have to sort the rows again.
    """
    every = " AND ".join(sql for sql, _ in conditions)
    values = {name: value for _, some in conditions for name, value in some.items()}
    return RowQuery(f"SELECT row FROM {table} WHERE {every}{{within}} GROUP BY row", values)  # noqa: S608 - our own text


def _date(condition: Since | Until, number: int) -> tuple[str, dict[str, Value]]:
    name = f"day{number}"
    bound, sign = ("latest", ">=") if isinstance(condition, Since) else ("earliest", "<=")
    sql = f"({bound} {sign} :{name} OR {bound} IS NULL)"
    return (sql if condition.is_loose else f"({sql} AND dated)"), {name: condition.day}


def _figure(condition: HasAmount | HasUnit | HasMeasure, number: int) -> tuple[str, dict[str, Value]]:
    match condition:
        case HasAmount():
            return _amount(condition, number)
        case HasUnit():
            end = "" if condition.is_begun else " "
            return f"instr(' ' || unit || ' ', :unit{number}) > 0", {f"unit{number}": f" {condition.text}{end}"}
        case HasMeasure():
            end = "" if condition.is_begun else "\n"
            sql = f"instr('/' || measure || char(10), :measure{number}) > 0"
            return sql, {f"measure{number}": f"/{condition.text}{end}"}


def _amount(limits: HasAmount, number: int) -> tuple[str, dict[str, Value]]:
    equal = "" if limits.is_strict else "="
    parts: list[str] = []
    values: dict[str, Value] = {}
    if limits.least is not None:
        parts.append(f"high >{equal} :least{number}")
        values[f"least{number}"] = float(limits.least)
    if limits.most is not None:
        parts.append(f"low <{equal} :most{number}")
        values[f"most{number}"] = float(limits.most)
    return " AND ".join(parts), values
