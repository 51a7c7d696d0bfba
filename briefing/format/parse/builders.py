"""Builders: make the values of the model from typed fields, and check the rules inside one item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from briefing.base.problems import Code
from briefing.format.model import Amount, Basis, Brief, Cite, Entity, Event, Figure, Point, Related, Source, SourceKind
from briefing.format.parse.mapping import Builder, FieldValues, build_tables
from briefing.format.parse.state import ParseState

_cite_of: Callable[..., Cite] = Cite
_point_of: Callable[..., Point] = Point
_figure_of: Callable[..., Figure] = Figure
_event_of: Callable[..., Event] = Event
_source_of: Callable[..., Source] = Source
_entity_of: Callable[..., Entity] = Entity
_related_of: Callable[..., Related] = Related
_brief_of: Callable[..., Brief] = Brief
"""The classes of the model, called with the fields that have a value; the others get the defaults of the model.

They are declared as callables of any arguments, as mypy does not know the types of the fields. A test compares the
types of the schema with those of the model.
"""

_AMOUNTS = ("value", "low", "high", "derived")


def _check_basis(state: ParseState, values: FieldValues) -> None:
    found = values.found
    if "basis" in found and found["basis"] is Basis.EDITOR and "note" not in found and state.whole:
        sentence = "a date that is a person's reading needs a `note` that says why"
        state.warn(Code.BASIS_NOTE, values.spots["basis"], sentence)


def _point(state: ParseState, values: FieldValues) -> Point:
    found = values.found
    _check_basis(state, values)
    found.setdefault("text", "")
    return _point_of(**found, spots=values.spots)


def _figure(state: ParseState, values: FieldValues) -> Figure:
    found = values.found
    if _has_one_amount(state, values):
        found["amount"] = _amount(state, values)
    else:
        for name in _AMOUNTS:
            found.pop(name, None)
    found["text"] = found.pop("label", "")
    _check_basis(state, values)
    return _figure_of(**found, spots=values.spots)


def _has_one_amount(state: ParseState, values: FieldValues) -> bool:
    _, given, spots = values
    has_number = any(name in given for name in ("value", "low", "high"))
    is_derived = "derived" in given
    if has_number and is_derived:
        sentence = "a figure has a number (`value`, `low` and `high`, or all three) or `derived`, and this one has both"
        last = max(spots[name] for name in _AMOUNTS if name in given)
        state.report(Code.FIGURE_AMOUNT, last, sentence)
        return False
    if not has_number and not is_derived and state.whole:
        sentence = "a figure needs `value`, or `low` and `high`, or `derived`"
        state.report(Code.FIGURE_AMOUNT, spots[""], sentence)
    return has_number or is_derived


def _amount(state: ParseState, values: FieldValues) -> Amount | None:
    found, given, spots = values
    value, low, high = found.pop("value", None), found.pop("low", None), found.pop("high", None)
    if isinstance(value, Decimal) and "low" not in given and "high" not in given:
        return Amount(value, value)
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return _interval(state, values, Amount(low, high, value if isinstance(value, Decimal) else None))
    for end, missing in (("low", "high"), ("high", "low")):
        if end in given and missing not in given and state.whole:
            sentence = f"`{end}` without `{missing}`: an interval needs both; for one number use `value`"
            state.report(Code.FIGURE_AMOUNT, spots[end], sentence)
    return None


def _interval(state: ParseState, values: FieldValues, amount: Amount) -> Amount | None:
    low, high, central = amount.low, amount.high, amount.central
    if low > high:
        sentence = f"the ends of the interval are swapped: its `low` {low:,} is more than its `high` {high:,}"
        state.report(Code.INTERVAL, values.spots["low"], sentence)
        return None
    if central is not None and not low <= central <= high:
        sentence = f"the `value` {central:,} lies outside its own interval, from `low` {low:,} to `high` {high:,}"
        state.report(Code.INTERVAL, values.spots["value"], sentence)
        return None
    return amount if "value" not in values.given or central is not None else None


def _event(state: ParseState, values: FieldValues) -> Event:
    found, given, spots = values
    if "when" not in given and "stated" not in given and state.whole:
        sentence = "an event needs `when`, or the source's own words for the time in `stated`"
        state.report(Code.EVENT_WHEN, spots[""], sentence)
    _check_basis(state, values)
    found.setdefault("text", "")
    return _event_of(**found, spots=spots)


def _cite(state: ParseState, values: FieldValues) -> Cite | None:
    found, given, spots = values
    if "source" not in found:
        if "source" in given:
            return None
        if state.article is None:
            if state.whole:
                sentence = "this cite needs a `source`: it may be left out only where the brief has exactly one article"
                state.report(Code.CITE_SOURCE, spots[""], sentence)
            return None
        found["source"] = state.article
    return _cite_of(**found, spots=spots)


def _source(_state: ParseState, values: FieldValues) -> Source:
    found = values.found
    found.setdefault("kind", SourceKind.UNNAMED)
    return _source_of(**found, spots=values.spots)


def _entity(_state: ParseState, values: FieldValues) -> Entity | None:
    return _entity_of(**values.found) if "name" in values.found else None


def _related(_state: ParseState, values: FieldValues) -> Related | None:
    found = values.found
    return _related_of(brief=found["brief"], relation=found.get("as")) if "brief" in found else None


def _brief(state: ParseState, values: FieldValues) -> Brief:
    found = values.found
    found.pop("briefing", None)
    found.setdefault("title", state.brief_id)
    return _brief_of(**found, id=state.brief_id, spots=values.spots)


_BUILDS: Mapping[str, Builder] = {
    "brief": _brief,
    "point": _point,
    "figure": _figure,
    "event": _event,
    "cite": _cite,
    "source": _source,
    "entity": _entity,
    "related": _related,
}

TABLES = build_tables(_BUILDS)
"""The table of each block, by name, see `build_tables`."""
