"""The model: Brief, Claim, Figure, Event, Source, Cite and their parts, as frozen values without behaviour."""

from briefing.format.model.brief import Brief, Entity, Related
from briefing.format.model.claims import Amount, Cite, Claim, Event, Figure, Other, Point, Spots
from briefing.format.model.reading import Reading
from briefing.format.model.sources import Published, Source, SourceText, TextState, Unknown
from briefing.format.model.vocabulary import (
    Basis,
    Confidence,
    FigureKind,
    Hedge,
    Likelihood,
    Marking,
    Relation,
    Reliability,
    Reviewed,
    SourceKind,
    Standing,
    Status,
)

__all__ = [
    "Amount",
    "Basis",
    "Brief",
    "Cite",
    "Claim",
    "Confidence",
    "Entity",
    "Event",
    "Figure",
    "FigureKind",
    "Hedge",
    "Likelihood",
    "Marking",
    "Other",
    "Point",
    "Published",
    "Reading",
    "Related",
    "Relation",
    "Reliability",
    "Reviewed",
    "Source",
    "SourceKind",
    "SourceText",
    "Spots",
    "Standing",
    "Status",
    "TextState",
    "Unknown",
]
