"""A brief of the model written as YAML, for what takes the text of a brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum

from briefing.format.dates import Edtf
from briefing.format.model import Brief, Cite, Claim, Event, Figure, Point, Source
from briefing.format.write import PlainItem, PlainValue, mapping_lines


def written(brief: Brief) -> str:
    """Return the text of a brief, as far as tests of evidence need it."""
    entities = [_given({"name": one.name, "kind": one.kind, "aliases": one.aliases}) for one in brief.entities]
    whole: dict[str, PlainValue] = {
        "briefing": "1",
        **_given({key: getattr(brief, key) for key in ("title", "lede", "status", "language", "marking", "tags")}),
        "entities": entities,
        "summary": [_claim(one, "text") for one in brief.summary],
        "figures": [_claim(one, "label") for one in brief.figures],
        "timeline": [_claim(one, "text") for one in brief.timeline],
        "sources": {one.id: _source(one) for one in brief.sources},
        "open": list(brief.open),
    }
    return "\n".join(mapping_lines({key: value for key, value in whole.items() if value})) + "\n"


def _claim(claim: Claim, text: str) -> PlainItem:
    fields: dict[str, object] = {text: claim.text}
    fields |= {key: getattr(claim, key) for key in ("id", "by", "standing", "when", "basis", "stated", "note")}
    match claim:
        case Figure():
            fields |= {key: getattr(claim, key) for key in ("derived", "unit", "approx", "kind", "measure")}
            amount = claim.amount
            if amount is not None and amount.is_interval:
                fields |= {"low": amount.low, "high": amount.high, "value": amount.central}
            elif amount is not None:
                fields["value"] = amount.low
        case Event():
            fields |= {"place": claim.place, "figures": claim.figures}
        case Point():
            fields |= {"likelihood": claim.likelihood, "confidence": claim.confidence}
    return {**_given(fields), **_cites(claim.cites)}


def _source(source: Source) -> PlainItem:
    keys = ("kind", "title", "name", "role", "publisher", "author", "language", "url", "file", "sha256", "via", "note")
    fields = {key: getattr(source, key) for key in (*keys, "published", "retrieved", "reliability", "withdrawn")}
    return {**_given(fields), **_cites(source.cites)}


def _cites(cites: Iterable[Cite]) -> dict[str, PlainValue]:
    made = [
        _given(
            {
                "source": one.source,
                "quote": one.quote,
                "at": one.at and f"para {one.at}",
                "credibility": one.credibility,
            }
        )
        for one in cites
    ]
    return {"cites": made} if made else {}


def _given(fields: Mapping[str, object]) -> dict[str, PlainValue]:
    return {key: _plain(value) for key, value in fields.items() if value not in {None, ""} and value != ()}


def _plain(value: object) -> PlainValue:
    match value:
        case Enum():
            return str(value.value)
        case Edtf():
            return value.text
        case Decimal():
            return f"{value:f}"
        case tuple():
            return [_plain(one) for one in value]
        case _:
            return str(value)
