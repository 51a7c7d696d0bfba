"""Owns the step from typed fields to the model: a builder for each block, and the rules inside one item."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypedDict

from briefing.dates import Edtf
from briefing.model import (
    Amount,
    Basis,
    Brief,
    Cite,
    Confidence,
    Entity,
    Event,
    Figure,
    FigureKind,
    Hedge,
    Likelihood,
    Marking,
    Point,
    Related,
    Relation,
    Reliability,
    Source,
    SourceKind,
    Spots,
    Standing,
    Status,
    Unknown,
)
from briefing.problems import Code
from briefing.reading.blocks import Build, Values, tables
from briefing.reading.desk import Desk


class _ClaimFields(TypedDict):
    id: str | None
    by: str | None
    standing: Standing
    stated: str | None
    when: Edtf | None
    basis: Basis
    note: str | None
    cites: tuple[Cite, ...]
    spots: Spots


def _claim(desk: Desk, values: Values) -> _ClaimFields:
    basis = values.one("basis", Basis) or Basis.STATED
    note = values.text("note")
    if basis is Basis.EDITOR and note is None and desk.whole:
        sentence = "a date that is a person's reading needs a `note` that says why"
        desk.warn(Code.BASIS_NOTE, values.spots["basis"], sentence)
    return {
        "id": values.text("id"),
        "by": values.text("by"),
        "standing": values.one("standing", Standing) or Standing.REPORTED,
        "stated": values.text("stated"),
        "when": values.one("when", Edtf),
        "basis": basis,
        "note": note,
        "cites": values.many("cites", Cite),
        "spots": values.spots,
    }


def _point(desk: Desk, values: Values) -> Point:
    return Point(
        text=values.text("text") or "",
        likelihood=values.one("likelihood", Likelihood),
        confidence=values.one("confidence", Confidence),
        **_claim(desk, values),
    )


def _figure(desk: Desk, values: Values) -> Figure:
    is_clear = _has_one_amount(desk, values)
    return Figure(
        text=values.text("label") or "",
        amount=_amount(desk, values) if is_clear else None,
        derived=values.text("derived") if is_clear else None,
        unit=values.text("unit"),
        approx=values.one("approx", Hedge),
        kind=values.one("kind", FigureKind),
        measure=values.text("measure"),
        **_claim(desk, values),
    )


def _has_one_amount(desk: Desk, values: Values) -> bool:
    spots = values.spots
    ways = [way for way in (("value",), ("low", "high"), ("derived",)) if any(name in spots for name in way)]
    if len(ways) > 1:
        sentence = "a figure has one of `value`, `low` and `high`, or `derived`, and this one has more"
        desk.report(Code.FIGURE_AMOUNT, max(spots[name] for way in ways for name in way if name in spots), sentence)
    elif not ways and desk.whole:
        sentence = "a figure needs `value`, or `low` and `high`, or `derived`"
        desk.report(Code.FIGURE_AMOUNT, spots[""], sentence)
    return len(ways) == 1


def _amount(desk: Desk, values: Values) -> Amount | None:
    value = values.one("value", Decimal)
    if value is not None:
        return Amount(value, value)
    low, high = values.one("low", Decimal), values.one("high", Decimal)
    if low is not None and high is not None:
        if low <= high:
            return Amount(low, high)
        sentence = f"the interval is the wrong way round: its `low` {low:,} is more than its `high` {high:,}"
        desk.report(Code.INTERVAL, values.spots["low"], sentence)
    for given, missing in (("low", "high"), ("high", "low")):
        if given in values.spots and missing not in values.spots and desk.whole:
            sentence = f"`{given}` without `{missing}`: an interval needs both; for one number use `value`"
            desk.report(Code.FIGURE_AMOUNT, values.spots[given], sentence)
    return None


def _event(desk: Desk, values: Values) -> Event:
    if desk.whole and "when" not in values.spots and "stated" not in values.spots:
        sentence = "an event needs `when`, or the source's own words for the time in `stated`"
        desk.report(Code.EVENT_WHEN, values.spots[""], sentence)
    return Event(
        text=values.text("text") or "",
        place=values.text("place"),
        figures=values.many("figures", str),
        **_claim(desk, values),
    )


def _cite(desk: Desk, values: Values) -> Cite | None:
    source = values.text("source") or (desk.article if "source" not in values.spots else None)
    if source is None:
        if desk.whole and "source" not in values.spots:
            sentence = "this cite needs a `source`: it may be left out only where the brief has exactly one article"
            desk.report(Code.CITE_SOURCE, values.spots[""], sentence)
        return None
    return Cite(
        source=source,
        quote=values.text("quote"),
        at=values.one("at", int),
        credibility=values.one("credibility", int),
        spots=values.spots,
    )


def _published(values: Values, name: str) -> Edtf | Unknown | None:
    return values.one(name, Edtf) or values.one(name, Unknown)


def _source(_desk: Desk, values: Values) -> Source:
    return Source(
        id=values.text("id") or "",
        number=values.one("number", int) or 0,
        kind=values.one("kind", SourceKind) or SourceKind.UNNAMED,
        title=values.text("title"),
        name=values.text("name"),
        role=values.text("role"),
        publisher=values.text("publisher"),
        author=values.text("author"),
        language=values.text("language"),
        url=values.text("url"),
        file=values.text("file"),
        sha256=values.text("sha256"),
        published=_published(values, "published"),
        retrieved=_published(values, "retrieved"),
        via=values.text("via"),
        reliability=values.one("reliability", Reliability),
        withdrawn=values.one("withdrawn", Edtf) or values.text("withdrawn"),
        cites=values.many("cites", Cite),
        note=values.text("note"),
        spots=values.spots,
    )


def _entity(_desk: Desk, values: Values) -> Entity | None:
    name = values.text("name")
    if name is None:
        return None
    return Entity(name=name, kind=values.text("kind"), aliases=values.many("aliases", str))


def _related(_desk: Desk, values: Values) -> Related | None:
    brief = values.text("brief")
    return None if brief is None else Related(brief=brief, relation=values.one("as", Relation))


def _brief(desk: Desk, values: Values) -> Brief:
    return Brief(
        id=desk.brief_id,
        title=values.text("title") or desk.brief_id,
        lede=values.text("lede"),
        date=values.one("date", Edtf),
        status=values.one("status", Status) or Status.FINAL,
        supersedes=values.text("supersedes"),
        author=values.text("author"),
        language=values.text("language") or "en",
        marking=values.one("marking", Marking),
        tags=values.many("tags", str),
        entities=values.many("entities", Entity),
        summary=values.many("summary", Point),
        figures=values.many("figures", Figure),
        timeline=values.many("timeline", Event),
        sources=values.many("sources", Source),
        open=values.many("open", str),
        related=values.many("related", Related),
        note=values.text("note"),
        spots=values.spots,
    )


_BUILDS: Mapping[str, Build] = {
    "brief": _brief,
    "point": _point,
    "figure": _figure,
    "event": _event,
    "cite": _cite,
    "source": _source,
    "entity": _entity,
    "related": _related,
}

TABLES = tables(_BUILDS)
"""The schema, ready to read."""
