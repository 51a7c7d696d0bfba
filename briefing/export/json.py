"""A reading as JSON: every field of the format under its own name, dates with their bounds, problems with their places.

Numbers are strings with the digits that the author wrote, since JSON numbers would lose some. A field without a value
is null, so that all records of a kind have the same keys. The output is ASCII; other characters are escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from briefing.base.json_text import Json, json_text
from briefing.base.paths import printed_path
from briefing.base.problems import count_errors
from briefing.evidence import Assessment, Evidence
from briefing.evidence.classes import CLASSES
from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words
from briefing.format.model import Brief, Cite, Claim, Event, Figure, Other, Point, Source, Unknown
from briefing.format.model.brief import Untyped
from briefing.format.parse import Reading
from briefing.format.parse.schema import other_fields
from briefing.report.problem_record import problem_record

_VERSION = 1
"""Version of the format. The fields are in the order of the format's description."""


def reading_json(reading: Reading, evidence: Evidence | None = None) -> str:
    """Return the brief, as far as it could be read, and its problems as one JSON object on one line.

    With `evidence`, each claim says how well its sources support it.
    """
    brief: Mapping[str, Json] = {} if reading.brief is None else _brief(reading.brief, evidence)
    return json_text({**brief, "problems": [problem_record(problem) for problem in reading.problems]})


def list_row_json(brief_id: str, path: Path, reading: Reading, evidence: Evidence | None = None) -> str:
    """Return what the list shows of a brief as one JSON object on one line."""
    brief = reading.brief
    errors = count_errors(reading.problems)
    row: Mapping[str, Json] = {
        "id": brief_id,
        "path": printed_path(path),
        "title": None if brief is None else brief.title,
        "date": None if brief is None else _date(brief.date),
        "status": None if brief is None else brief.status,
        "marking": None if brief is None else brief.marking,
        "tags": None if brief is None else brief.tags,
        "errors": errors,
        "warnings": len(reading.problems) - errors,
        "claims": _counts(evidence),
        "unreviewed": None if brief is None else brief.unreviewed,
    }
    return json_text(row)


def _counts(evidence: Evidence | None) -> Json:
    """Return the number of claims in each class. None: the brief was not checked."""
    return None if evidence is None else {str(support): evidence.counts.of(support) for support in CLASSES}


def _support(assessed: Assessment | None) -> Mapping[str, Json]:
    """Return how well a claim is supported, and what keeps it from being better."""
    if assessed is None:
        return {"support": None, "findings": None, "unchecked": None}
    return {
        "support": assessed.support,
        "findings": [problem_record(problem) for problem in assessed.findings],
        "unchecked": assessed.unchecked,
    }


def _brief(brief: Brief, evidence: Evidence | None) -> Mapping[str, Json]:
    known = iter(evidence.claims if evidence is not None else ())
    return {
        "briefing": _VERSION,
        "id": brief.id,
        "title": brief.title,
        "lede": brief.lede,
        "date": _date(brief.date),
        "status": brief.status,
        "supersedes": brief.supersedes,
        "author": brief.author,
        "language": brief.language,
        "marking": brief.marking,
        "tags": brief.tags,
        "entities": [{"name": one.name, "kind": one.kind, "aliases": one.aliases} for one in brief.entities],
        "summary": [{**_point(point), **_support(next(known, None))} for point in brief.summary],
        "figures": [{**_figure(figure), **_support(next(known, None))} for figure in brief.figures],
        "timeline": [{**_event(event), **_support(next(known, None))} for event in brief.timeline],
        "sources": {source.id: _source(source) for source in brief.sources},
        "open": brief.open,
        "related": [{"brief": other.brief, "as": other.relation} for other in brief.related],
        "note": brief.note,
        "claims": _counts(evidence),
        "unreviewed": brief.unreviewed,
        **{key: _plain(value) for key, value in brief.extras.items()},
    }


def _claim(claim: Claim, text: str = "text") -> Mapping[str, Json]:
    """Return what points, figures and events share."""
    return {
        "id": claim.id,
        text: claim.text,
        "by": claim.by,
        "standing": claim.standing,
        "when": _date(claim.when),
        "basis": claim.basis,
        "stated": claim.stated,
        "note": claim.note,
        "reviewed": claim.reviewed,
        "cites": _cites(claim.cites),
    }


def _point(point: Point) -> Mapping[str, Json]:
    return {
        **_claim(point),
        "likelihood": point.likelihood,
        "confidence": point.confidence,
        **_others("point", point.others),
    }


def _figure(figure: Figure) -> Mapping[str, Json]:
    amount = figure.amount
    value = None if amount is None else amount.central if amount.is_interval else amount.low
    low, high = (_number(amount.low), _number(amount.high)) if amount and amount.is_interval else (None, None)
    return {
        **_claim(figure, "label"),
        "value": None if value is None else _number(value),
        "low": low,
        "high": high,
        "derived": figure.derived,
        "unit": figure.unit,
        "approx": figure.approx,
        "kind": figure.kind,
        "measure": figure.measure,
        **_others("figure", figure.others),
    }


def _event(event: Event) -> Mapping[str, Json]:
    return {**_claim(event), "place": event.place, "figures": event.figures, **_others("event", event.others)}


def _source(source: Source) -> Mapping[str, Json]:
    withdrawn = source.withdrawn
    return {
        "kind": source.kind,
        "title": source.title,
        "name": source.name,
        "role": source.role,
        "publisher": source.publisher,
        "author": source.author,
        "language": source.language,
        "url": source.url,
        "file": source.file,
        "sha256": source.sha256,
        "published": _date(source.published),
        "retrieved": _date(source.retrieved),
        "via": source.via,
        "reliability": source.reliability,
        "withdrawn": _date(withdrawn) if isinstance(withdrawn, Edtf) else withdrawn,
        "cites": _cites(source.cites),
        "note": source.note,
        **_others("source", source.others),
    }


def _others(block: str, others: Sequence[Other]) -> Mapping[str, Json]:
    """Return the fields that need no code of their own."""
    given = {other.name: _other(other.value) for other in others}
    return {field.name: given.get(field.name) for field in other_fields(block)}


def _other(value: str | Edtf | Decimal) -> Json:
    match value:
        case Edtf():
            return _date(value)
        case Decimal():
            return _number(value)
        case _:
            return value


def _cites(cites: Sequence[Cite]) -> Sequence[Json]:
    return [
        {
            "source": cite.source,
            "quote": cite.quote,
            "at": None if cite.at is None else f"para {cite.at}",
            "credibility": cite.credibility,
        }
        for cite in cites
    ]


def _date(date: Edtf | Unknown | None) -> Json:
    if date is None:
        return None
    if isinstance(date, Unknown):
        return {"edtf": None, "earliest": None, "latest": None, "words": "unknown"}
    earliest = None if date.earliest is None else str(date.earliest)
    latest = None if date.latest is None else str(date.latest)
    return {"edtf": date.text, "earliest": earliest, "latest": latest, "words": date_words(date)}


def _number(value: Decimal) -> str:
    return f"{value:f}"


def _plain(value: Untyped) -> Json:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
