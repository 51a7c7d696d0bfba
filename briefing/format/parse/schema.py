"""The schema: every block and field of version 1 of the format.

Briefs are read with it, and suggestions, the template of a new brief and the JSON Schema are made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefing.format.model import (
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
from briefing.format.parse import synonyms
from briefing.format.parse.schema_types import Block, Field, FieldType, Shape

VERSION = 1
"""The version of the format."""


_TEXT, _LIST = FieldType.TEXT, Shape.LIST


def _claim(meaning: str, example: str, text: str = "text") -> tuple[Field, ...]:
    return (
        Field(text, _TEXT, meaning, required=True, example=example),
        Field(
            "id",
            FieldType.ID,
            "Needed only where another item names it: small letters, digits, hyphens",
            example="sent",
        ),
        Field("by", FieldType.SOURCE, "Who says it, if not the article itself", example="ministry"),
        Field(
            "standing",
            FieldType.WORD,
            "How the source puts it",
            words=tuple(Standing),
            default=Standing.REPORTED,
            meant=synonyms.STANDING,
            example="announced",
        ),
        Field(
            "when",
            FieldType.DATE,
            "The date that it holds for, or at which it happened, not that of publication",
            example="2024-10",
        ),
        Field(
            "basis",
            FieldType.WORD,
            "Where `when` comes from: in the quote; reckoned from it and the article's date; a person's reading",
            words=tuple(Basis),
            default=Basis.STATED,
            example="reckoned",
        ),
        Field(
            "stated",
            _TEXT,
            "The source's own words for a date or an amount that has no exact form",
            example="early in the 20th century",
        ),
        Field("note", _TEXT, "A remark of the writer", example="The article names no year."),
        Field(
            "reviewed",
            FieldType.WORD,
            "no: a program drafted it, and no person has confirmed it yet",
            words=tuple(Reviewed),
            default=Reviewed.YES,
            meant=synonyms.REVIEWED,
            example="no",
        ),
        Field(
            "cites",
            FieldType.BLOCK,
            "What it rests on: one cite or a list",
            shape=Shape.ONE_OR_LIST,
            block="cite",
            example="{quote: will meet again on Monday}",
        ),
    )


POINT = Block(
    "point",
    "a point",
    (
        *_claim("One thing that the brief says, in the writer's words", "The talks resume on Monday."),
        Field(
            "likelihood",
            FieldType.WORD,
            "The writer's judgement of the event, in the seven terms of ICD 203",
            words=tuple(Likelihood),
            meant=synonyms.LIKELIHOOD,
            example="very likely",
        ),
        Field(
            "confidence",
            FieldType.WORD,
            "The writer's confidence in the basis of a judgement",
            words=tuple(Confidence),
            example="moderate",
        ),
    ),
    bare="text",
    meant=MappingProxyType({"date": "when", "point": "text", "label": "text", "cite": "cites"}),
)

FIGURE = Block(
    "figure",
    "a figure",
    (
        *_claim("What the number is", "Troops sent in all", "label"),
        Field(
            "value",
            FieldType.NUMBER,
            "The number, in `unit`; with `low` and `high` the one inside the interval",
            example="11,000",
        ),
        Field("low", FieldType.NUMBER, "Lower end of an interval, in `unit`", example="300"),
        Field("high", FieldType.NUMBER, "Upper end of an interval, in `unit`", example="450"),
        Field(
            "derived",
            FieldType.ARITHMETIC,
            "Arithmetic on the ids of figures: + − × ÷ and brackets",
            example="killed / sent",
        ),
        Field("unit", _TEXT, "For people, with its scale: m, EUR million, % of GDP, people", example="EUR million"),
        Field(
            "approx",
            FieldType.WORD,
            "The source's hedge on the number",
            words=tuple(Hedge),
            meant=synonyms.HEDGE,
            example="about",
        ),
        Field(
            "kind",
            FieldType.WORD,
            "A state at a time, a running sum, or a difference",
            words=tuple(FigureKind),
            example="total",
        ),
        Field(
            "measure",
            FieldType.MEASURE,
            "The same key in two briefs makes their figures comparable",
            example="troops/sent",
        ),
    ),
    meant=MappingProxyType(
        {"text": "label", "name": "label", "title": "label", "date": "when", "amount": "value", "cite": "cites"}
    ),
)

EVENT = Block(
    "event",
    "an event",
    (
        *_claim("What happened, or is to happen", "The talks break off."),
        Field("place", _TEXT, "Where it happened", example="Lower Tarn"),
        Field("figures", FieldType.FIGURE, "Ids of the figures that belong to it", shape=_LIST, example="[sent]"),
    ),
    meant=MappingProxyType({"date": "when", "label": "text", "event": "text", "where": "place", "cite": "cites"}),
)

CITE = Block(
    "cite",
    "a cite",
    (
        Field(
            "source",
            FieldType.SOURCE,
            "Id of the source; may be left out when the brief has one article",
            example="article",
        ),
        Field("quote", _TEXT, "The exact words of the saved text, short", example="will meet again on Monday"),
        Field(
            "at", FieldType.PARAGRAPH, "Paragraph of the saved text, counted after its title: para 3", example="para 3"
        ),
        Field(
            "credibility",
            FieldType.GRADE,
            "NATO information credibility of this claim from this source, 1 to 6",
            example="2",
        ),
    ),
    bare="source",
    meant=MappingProxyType({"text": "quote", "para": "at", "paragraph": "at", "by": "source"}),
)

SOURCE = Block(
    "source",
    "a source",
    (
        Field(
            "kind",
            FieldType.WORD,
            "What it is",
            required=True,
            words=tuple(SourceKind),
            meant=synonyms.SOURCE_KIND,
            example="article",
        ),
        Field("title", _TEXT, "Title, as the source gives it", example="Harbour talks resume"),
        Field("name", _TEXT, "Name of a person or a body", example="Elsa Quint"),
        Field("role", _TEXT, "Office or function of a person", example="mayor of Lower Tarn"),
        Field("publisher", _TEXT, "Who published it", example="Example News"),
        Field("author", _TEXT, "Who wrote it", example="Ana Reyes"),
        Field(
            "language",
            FieldType.LANGUAGE,
            "BCP 47 tag of its text; picks the tables for numbers and dates in it",
            example="en",
        ),
        Field("url", FieldType.URL, "Its http or https address", example="https://example.org/talks"),
        Field(
            "file",
            FieldType.FILE,
            "Path of the saved text inside the library; quotes are checked against it",
            example="texts/talks.txt",
        ),
        Field(
            "sha256",
            FieldType.SHA256,
            "Checksum of the saved text, in hex",
            example="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        Field("published", FieldType.DATE_OR_UNKNOWN, "When it was published, or `unknown`", example="2024-10-21"),
        Field("retrieved", FieldType.DATE_OR_UNKNOWN, "When it was retrieved, or `unknown`", example="2024-10-22"),
        Field("via", FieldType.SOURCE, "Id of the article that reports what this source says", example="article"),
        Field("reliability", FieldType.WORD, "NATO source reliability", words=tuple(Reliability), example="B"),
        Field(
            "withdrawn",
            FieldType.DATE_OR_TEXT,
            "When or why it was retracted: everything that rests on it is marked",
            example="2024-11-02",
        ),
        Field(
            "cites",
            FieldType.BLOCK,
            "Where the article names this source",
            shape=Shape.ONE_OR_LIST,
            block="cite",
            example="{quote: the mayor said}",
        ),
        Field("note", _TEXT, "A remark of the writer", example="The text held is a digest."),
    ),
    meant=MappingProxyType({"type": "kind", "date": "published", "link": "url", "path": "file"}),
)

ENTITY = Block(
    "entity",
    "an entity",
    (
        Field("name", _TEXT, "Its name", required=True, example="Harbour Board"),
        Field("kind", _TEXT, "Person, organisation, place, or another word", example="organisation"),
        Field("aliases", _TEXT, "Other names in any script, for the search", shape=_LIST, example="[the Board]"),
    ),
    bare="name",
)

RELATED = Block(
    "related",
    "a related brief",
    (
        Field(
            "brief",
            FieldType.BRIEF,
            "Its id: the path inside the library without .yaml",
            required=True,
            example="rail/strike",
        ),
        Field("as", FieldType.WORD, "How it stands to this brief", words=tuple(Relation), example="background"),
    ),
    bare="brief",
)

BRIEF = Block(
    "brief",
    "a brief",
    (
        Field("briefing", FieldType.VERSION, "Version of the format", required=True, example="1"),
        Field("title", _TEXT, "Its title", required=True, example="Harbour talks resume"),
        Field(
            "lede",
            _TEXT,
            "What the reader must know if they read nothing else, in one or two sentences",
            example="Both sides meet again on Monday.",
        ),
        Field(
            "date",
            FieldType.DATE,
            "The day the brief was written or last revised, not the article's date",
            example="2024-10-21",
        ),
        Field(
            "status",
            FieldType.WORD,
            "Where it stands in its life",
            words=tuple(Status),
            default=Status.FINAL,
            example="draft",
        ),
        Field("supersedes", FieldType.BRIEF, "Id of the brief that this one replaces", example="harbour-talks-old"),
        Field("author", _TEXT, "A desk, a team or a name", example="Europe desk"),
        Field("language", FieldType.LANGUAGE, "BCP 47 tag of the brief", default="en", example="en"),
        Field(
            "marking",
            FieldType.MARKING,
            "FIRST's Traffic Light Protocol 2.0, spelled exactly",
            words=tuple(Marking),
            meant=synonyms.MARKING,
            example="TLP:GREEN",
        ),
        Field("tags", _TEXT, "Topics", shape=_LIST, example="[harbour, talks]"),
        Field(
            "entities",
            FieldType.BLOCK,
            "People, organisations, places",
            shape=_LIST,
            block="entity",
            example="[{name: Harbour Board, kind: organisation}]",
        ),
        Field(
            "summary",
            FieldType.BLOCK,
            "What it says",
            shape=_LIST,
            block="point",
            example="[The talks resume on Monday.]",
        ),
        Field(
            "figures",
            FieldType.BLOCK,
            "The numbers",
            shape=_LIST,
            block="figure",
            example="[{label: Pause in the talks, value: 3, unit: weeks}]",
        ),
        Field(
            "timeline",
            FieldType.BLOCK,
            "The dates",
            shape=_LIST,
            block="event",
            example="[{text: The talks break off., when: 2024-10}]",
        ),
        Field(
            "sources",
            FieldType.BLOCK,
            "What it rests on, by id",
            shape=Shape.MAP,
            block="source",
            example="{article: {kind: article, title: Harbour talks resume}}",
        ),
        Field("open", _TEXT, "What the article leaves open", shape=_LIST, example="[Who is to chair the meeting.]"),
        Field(
            "related",
            FieldType.BLOCK,
            "Briefs that a reader of this one should know",
            shape=_LIST,
            block="related",
            example="[{brief: rail/strike, as: background}]",
        ),
        Field("note", _TEXT, "A remark of the writer", example="For other editors."),
    ),
)

BLOCKS: Mapping[str, Block] = MappingProxyType(
    {block.name: block for block in (BRIEF, POINT, FIGURE, EVENT, CITE, SOURCE, ENTITY, RELATED)}
)
"""Every block by its name."""


@cache
def other_fields(block: str) -> tuple[Field, ...]:
    """Return the fields of a block that need no code of their own: they are in the attribute `others` of an item."""
    return tuple(field for field in BLOCKS[block].fields if field.says)
