"""Briefs for the tests of typesetting, made in code: one as a reader meets it, one that has every field."""

from __future__ import annotations

from decimal import Decimal

from briefing.format.dates import parse_date
from briefing.format.model import (
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
    Standing,
    Status,
    Unknown,
)
from briefing.render.lines import Line, text_of


def number(text: str) -> Amount:
    """Return one number as an amount."""
    return Amount(Decimal(text), Decimal(text))


def cite(quote: str, at: int) -> tuple[Cite, ...]:
    """Return one cite of the digest."""
    return (Cite(source="digest", quote=quote, at=at),)


BRIDGE = Brief(
    id="bridge",
    title="Russia and North Korea prepare to build a road bridge over the Tumen River",
    lede="Work is said to be about to begin on a bridge of about 850 m beside the railway bridge of 1959. "
    "No date, no cost and no load are given.",
    date=parse_date("2026-11-23"),
    author="Sample desk",
    marking=Marking.CLEAR,
    tags=("bridge", "Tumen River", "sanctions"),
    summary=(
        Point(
            text="Construction of a bridge over the Tumen River between the two states is about to begin.",
            by="matsegora",
            standing=Standing.ANNOUNCED,
            cites=cite("construction is about to begin", 2),
        ),
        Point(
            text="The bridge is to be about 850 m long and to stand beside an existing railway bridge.",
            standing=Standing.PLANNED,
            cites=cite("about 850 metres", 3),
        ),
        Point(
            text="Preliminary work on foundations and on road connections may already be under way.",
            by="si-analytics",
            standing=Standing.SUGGESTED,
            cites=(
                Cite(source="digest", quote="preliminary work may be under way", at=4),
                Cite(source="si-analytics"),
            ),
        ),
        Point(
            text="Design documents are being finished; construction teams and machinery are being brought together.",
            cites=cite("Design documents are being finished", 3),
        ),
        Point(
            text="A fixed road link will make existing sanctions harder to hold.",
            likelihood=Likelihood.LIKELY,
            confidence=Confidence.LOW,
            cites=cite("may undermine existing sanctions", 4),
        ),
    ),
    figures=(
        Figure(
            text="Length of the bridge",
            id="length",
            amount=number("850"),
            unit="m",
            approx=Hedge.ABOUT,
            kind=FigureKind.LEVEL,
            standing=Standing.PLANNED,
            cites=cite("about 850 metres", 3),
        ),
    ),
    timeline=(
        Event(
            text="An earlier wooden bridge, used for border crossings, is destroyed.",
            stated="early in the 20th century",
            by="records",
            cites=cite("until it was destroyed early in the 20th century", 3),
        ),
        Event(
            text="The railway bridge beside the site is built.", when=parse_date("1959"), cites=cite("built in 1959", 3)
        ),
        Event(
            text="Vladimir Putin visits North Korea; the two states agree a comprehensive strategic partnership.",
            when=parse_date("2024"),
            place="North Korea",
            cites=cite("visited North Korea in 2024", 2),
        ),
        Event(
            text="Construction of the new bridge begins.",
            stated="about to begin",
            standing=Standing.ANNOUNCED,
            by="matsegora",
            figures=("length",),
            cites=cite("construction is about to begin", 2),
        ),
    ),
    sources=(
        Source(
            id="digest",
            number=1,
            kind=SourceKind.ARTICLE,
            title="Russia and North Korea Prepare for Bridge Construction, Enhancing Strategic Ties",
            publisher="bnn-news.com",
            file="sources/digest.txt",
            published=Unknown.UNKNOWN,
            reliability=Reliability.F,
        ),
        Source(
            id="matsegora",
            number=2,
            kind=SourceKind.PERSON,
            name="Alexander Matsegora",
            role="Russian ambassador to North Korea",
            via="digest",
        ),
        Source(id="si-analytics", number=3, kind=SourceKind.IMAGERY, name="SI Analytics", via="digest"),
        Source(id="records", number=4, kind=SourceKind.UNNAMED, name="Historical records", via="digest"),
    ),
    open=(
        "When building starts and how long it takes.",
        "Cost, width, load, and who pays.",
        "What “undermining sanctions” would look like in practice.",
    ),
    related=(Related(brief="troops", relation=Relation.SEE_ALSO), Related(brief="partnership")),
)

TROOPS = Brief(
    id="troops",
    title="North Korea sends more troops and supplies to Russia",
    lede="About 3,000 more troops went in January and February of a year that the article does not give.",
    date=parse_date("2026-11"),
    author="Sample desk",
    status=Status.DRAFT,
    marking=Marking.AMBER_STRICT,
    summary=(
        Point(
            text="About 3,000 more North Korean troops were sent to Russia in January and February.",
            by="jcs",
            when=parse_date("XXXX-01/XXXX-02"),
            cites=cite("approximately 3,000 additional troops", 5),
        ),
        Point(
            text="About 11,000 troops have been sent in all.",
            note="The article does not say whether the 3,000 are included.",
            cites=cite("around 11,000 troops in total", 6),
        ),
        Point(
            text="Further troops will follow.",
            likelihood=Likelihood.ROUGHLY_EVEN_CHANCE,
            confidence=Confidence.MODERATE,
            cites=(*cite("around 11,000 troops in total", 6), Cite(source="jcs")),
        ),
    ),
    figures=(
        Figure(
            text="More troops sent in January and February",
            id="more",
            amount=number("3000"),
            unit="people",
            approx=Hedge.ABOUT,
            kind=FigureKind.CHANGE,
            measure="dprk-troops-in-russia/sent-more",
            when=parse_date("XXXX-01/XXXX-02"),
            by="jcs",
            cites=cite("approximately 3,000 additional troops", 5),
        ),
        Figure(
            text="Troops sent in all",
            id="sent",
            amount=number("11000"),
            unit="people",
            approx=Hedge.ABOUT,
            kind=FigureKind.TOTAL,
            measure="dprk-troops-in-russia/sent",
            cites=cite("around 11,000 troops in total", 6),
        ),
        Figure(
            text="Killed or injured among them",
            id="lost",
            amount=number("4000"),
            unit="people",
            approx=Hedge.ABOUT,
            kind=FigureKind.TOTAL,
            by="estimates",
            standing=Standing.ESTIMATED,
            cites=cite("estimates suggest approximately 4,000", 6),
        ),
        Figure(text="Killed or injured, as a share of those sent", derived="lost / sent"),
        Figure(text="Missiles and launchers sent", stated="more military supplies", cites=cite("rocket launchers", 5)),
    ),
    timeline=(
        Event(
            text="About 3,000 more troops are sent.",
            when=parse_date("XXXX-01/XXXX-02"),
            by="jcs",
            figures=("more",),
            cites=cite("in January and February", 5),
        ),
        Event(
            text="North Korea enters into a large-scale conflict.",
            when=parse_date("2024-10"),
            cites=cite("the first", 6),
        ),
        Event(text="A convoy leaves.", when=parse_date("2024-10-21"), place="Rason", cites=cite("a convoy", 6)),
        Event(
            text="A second convoy leaves.",
            when=parse_date("2024-11-02"),
            basis=Basis.RECKONED,
            cites=cite("a convoy", 6),
        ),
        Event(text="The railway is said to carry supplies.", when=parse_date("2024-12/.."), cites=cite("supplies", 6)),
        Event(text="A pause is agreed.", when=parse_date("2025-03-15~"), cites=cite("supplies", 6)),
    ),
    sources=(
        Source(
            id="digest",
            number=1,
            kind=SourceKind.ARTICLE,
            title="Russia and North Korea Prepare for Bridge Construction, Enhancing Strategic Ties",
            publisher="bnn-news.com",
            file="sources/digest.txt",
            published=Unknown.UNKNOWN,
            reliability=Reliability.C,
        ),
        Source(
            id="jcs", number=2, kind=SourceKind.ORGANISATION, name="South Korea’s Joint Chiefs of Staff", via="digest"
        ),
        Source(
            id="estimates",
            number=3,
            kind=SourceKind.UNNAMED,
            name="Estimates, nobody named",
            via="digest",
            withdrawn="no longer to be found",
        ),
    ),
    open=("The year of “January and February”.", "Whether the 3,000 are part of the 11,000."),
)

EVERYTHING = Brief(
    id="everything",
    title="A title with 漢字 and e\u0301 in it",
    lede="The lede says it at once.",
    date=parse_date("2026-11-23"),
    status=Status.WITHDRAWN,
    supersedes="old/everything",
    author="The whole desk",
    language="de",
    marking=Marking.RED,
    tags=("first-tag", "second tag"),
    entities=(Entity(name="Rason", kind="place", aliases=("나선", "Rajin-Sŏnbong")), Entity(name="Tumen")),
    summary=(
        Point(
            text="A point that has everything.",
            id="point",
            by="person",
            standing=Standing.DISPUTED,
            stated="at some time",
            when=parse_date("2024"),
            basis=Basis.EDITOR,
            note="A note on the point.",
            cites=(Cite(source="article", quote="words of the point", at=3, credibility=2), Cite(source="person")),
        ),
        Point(text="A judgement.", likelihood=Likelihood.ALMOST_NO_CHANCE, confidence=Confidence.HIGH),
    ),
    figures=(
        Figure(
            text="An interval",
            id="interval",
            amount=Amount(Decimal("-2.50"), Decimal("1234567.125")),
            unit="EUR million",
            approx=Hedge.AT_LEAST,
            kind=FigureKind.CHANGE,
            measure="some/measure",
            when=parse_date("2023-05"),
            by="person",
            standing=Standing.EXPECTED,
            stated="up to a million",
            note="A note on the figure.",
            cites=(Cite(source="article", quote="words of the figure"),),
        ),
        Figure(text="Another of the kind", amount=number("-700"), unit="EUR million", kind=FigureKind.CHANGE),
        Figure(text="A figure in words", stated="dozens"),
        Figure(text="Half of it", derived="interval / 2", unit="EUR million"),
    ),
    timeline=(
        Event(
            text="An event that has everything.",
            when=parse_date("1900~/1930~"),
            stated="early in the century",
            basis=Basis.RECKONED,
            place="Sŏnbong",
            figures=("interval", "nowhere"),
            by="person",
            standing=Standing.PLANNED,
            note="A note on the event.",
            cites=(Cite(source="article", quote="words of the event"), Cite(source="lost")),
        ),
    ),
    sources=(
        Source(
            id="article",
            number=1,
            kind=SourceKind.ARTICLE,
            title="The title",
            name="The name",
            role="The role",
            publisher="The publisher",
            author="The author",
            language="ko",
            url="https://example.org/a/very/long/path/that/has/to/be/broken/somewhere/because/it/is/wide",
            file="texts/article.md",
            sha256="0123456789abcdef" * 4,
            published=parse_date("2024-06-19"),
            retrieved=parse_date("2024-06-20"),
            reliability=Reliability.B,
            withdrawn=parse_date("2024-07-01"),
            note="A note on the source.",
        ),
        Source(
            id="person",
            number=2,
            kind=SourceKind.PERSON,
            name="A person",
            via="article",
            withdrawn="took it back",
            retrieved=Unknown.UNKNOWN,
            cites=(Cite(source="article", quote="a person said"),),
        ),
    ),
    open=("What is open.",),
    related=(Related(brief="other/brief", relation=Relation.CONTRADICTS),),
    note="A note on the brief.\n\nIts second paragraph.",
    extras={"x-desk": {"row": ["one", "two"], "flag": "yes"}, "x-empty": None},
)


def plain_text(lines: tuple[Line, ...]) -> str:
    """Return lines as text, each ended by a newline, without trailing spaces."""
    return "".join(f"{text_of(line).rstrip()}\n" for line in lines)
