"""The topic `format`: how a brief is written, the pitfalls of YAML, and every field."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.base.named_tuple import NamedTuple
from briefing.cli.manual.fields import field_entry
from briefing.cli.manual.page import Entries, Entry, Example, Heading, Page, Part, Text
from briefing.format.parse.schema import BLOCKS
from briefing.format.parse.schema_types import Field

BRIEF = """\
briefing: 1
title: A bridge over the Tumen River is about to be built
lede: Construction is about to begin, says the Russian ambassador.
date: 2026-11-23
marking: TLP:CLEAR

summary:
  - text: Construction is about to begin.
    by: ambassador
    standing: announced
    cites:
      quote: >-
        Alexander Matsegora, the Russian ambassador to North Korea,
        has announced that construction is about to begin

figures:
  - label: Length of the bridge
    value: 850
    unit: metres
    approx: about
    cites:
      quote: The bridge is to be approximately 850 metres long

timeline:
  - text: The existing railway bridge was built.
    when: 1959
    cites:
      quote: existing railway bridge, built in 1959

sources:
  article:
    kind: article
    title: Russia and North Korea Prepare for Bridge Construction
    publisher: bnn-news.com
    published: unknown
    file: texts/bridge-digest.txt
  ambassador:
    kind: person
    name: Alexander Matsegora
    role: Russian ambassador to North Korea
    via: article

open:
  - When the bridge is to be finished.
"""
"""A brief of the article of the samples; every claim of it is verified."""


class Pitfall(NamedTuple):
    """A line of YAML that does not say what was meant."""

    why: str
    bad: str
    """The line, below `briefing:` and `title:`; `briefing check` reports it, unless it is `silent`."""
    good: str
    silent: bool = False
    """Whether it is a valid brief that says something else than was meant."""


PITFALLS = (
    Pitfall("A colon and a space begin a value", "lede: Rail: the strike is over", 'lede: "Rail: the strike is over"'),
    Pitfall("A space and a # begin a comment", "lede: Platform #2 is open", 'lede: "Platform #2 is open"'),
    Pitfall(
        "A text must not begin with [ { ' \" @ ` % & * ! | > ? or a hyphen and a space",
        "lede: [sic] the talks resume",
        'lede: "[sic] the talks resume"',
    ),
    Pitfall(
        "Quote marks around a text enclose all of it",
        'lede: "No", said the minister',
        "lede: '\"No\", said the minister'",
    ),
    Pitfall(
        "Inside { } a comma ends a value",
        "figures: [{label: Dead, value: 1,100}]",
        'figures: [{label: Dead, value: "1,100"}]',
    ),
    Pitfall(
        "Inside [ ] a comma ends an item",
        "open: [Who, if anyone, is to chair]",
        'open: ["Who, if anyone, is to chair"]',
        silent=True,
    ),
    Pitfall(
        "A point with a colon needs quotes",
        "summary:\n  - The result: a draw",
        'summary:\n  - "The result: a draw"',
    ),
    Pitfall(
        "Keys of one item stand below one another",
        "figures:\n  - label: Dead\n     value: 31",
        "figures:\n  - label: Dead\n    value: 31",
    ),
)
"""The mistakes that people make in YAML."""
_STEPS = (
    "Save the text of the article beside the brief, as texts/NAME.txt: the title, a blank line, then paragraphs with"
    " blank lines between them. Name it in `file` of the source. Write each point, figure and event in your own words,"
    " and copy the words that carry it from the saved text into `quote`: short, exact, with the number, its hedge, its"
    " unit and its date. What the article does not say stays out; what it leaves open goes into `open`. Then `briefing"
    " check` says of every claim whether the quoted words are there and carry it."
)


def format_page() -> Page:
    """Return the page about the format."""
    parts: list[Part] = [
        Text(
            "A brief is one YAML file, in UTF-8. Three lines are a valid brief; everything else earns the reader"
            " something. All values are text until the format decides their type, so that YAML cannot turn NO into"
            " false or 12:30 into 750."
        ),
        Example("briefing: 1\ntitle: Harbour talks resume\nsummary: [Both sides meet again on Monday.]"),
        Heading("From an article to a brief"),
        Text(_STEPS),
        Example(BRIEF),
        Text(
            "A long text goes on in lines below >- and may then contain any sign. The id of a brief is its path"
            " inside the library without .yaml. `briefing new TITLE` writes a file to start from."
        ),
        Heading("Where YAML trips people up"),
    ]
    for pitfall in PITFALLS:
        said = "says something else" if pitfall.silent else "is wrong"
        parts += [
            Text(f"{pitfall.why}:"),
            Example(f"{pitfall.bad}   # {said}\n{pitfall.good}"),
        ]
    parts += [
        Heading("Dates"),
        Text(
            "Dates are EDTF (ISO 8601-2, levels 0 to 2). A date that the source does not state is not guessed: a"
            " month without a year has XXXX for the year."
        ),
        Entries(
            tuple(
                Entry(term, text)
                for term, text in (
                    ("2024-10-21", "a day"),
                    ("2024-10, 1959", "a month, a year"),
                    ("2025-01/2025-02", "from one to the other"),
                    ("2024-21", "spring 2024; 22 summer, 23 autumn, 24 winter, 33 to 36 quarters"),
                    ("190X, 19XX", "some year of the decade, of the century"),
                    ("XXXX-01/XXXX-02", "January to February, year not stated"),
                    ("1900~, 2025?-01", "about 1900; January of a year that is uncertain"),
                    ("../1945, 1985/..", "until 1945; from 1985 on"),
                )
            )
        ),
    ]
    claims = [BLOCKS[name].fields for name in ("point", "figure", "event")]
    shared = [field for field in claims[0] if all(field in fields for fields in claims)]
    for block in BLOCKS.values():
        if block.name == "point":
            parts += _fields("points, figures and events", [field for field in block.fields if field in shared])
        parts += _fields(block.title, [field for field in block.fields if field not in shared])
        if block.bare:
            parts.append(Text(f"A text in place of {block.title} is its `{block.bare}`."))
    parts.append(Text("Keys that begin with x- are kept for other tools, and never reported."))
    return Page("The format of a brief", tuple(parts))


def _fields(whose: str, fields: Iterable[Field]) -> list[Part]:
    return [Heading(f"Fields of {whose}"), Entries(tuple(map(field_entry, fields)))]
