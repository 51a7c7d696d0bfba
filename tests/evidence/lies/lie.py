"""What a lie is, the brief with one change; and what it is made from, a claim with the sentences of its quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from briefing.base.problems import Problem, Spot
from briefing.format.model import Brief, Cite, Claim, Event, Figure, Point, Source, SourceText
from tests.evidence.mutations import spots_of
from tests.support.grounds import Ground

_CAPITAL = r"(?=[^\W\d_a-zà-ÿ]|[“„«])"
_MONTHS = "Jan|Feb|Mär|Apr|Mai|Juni|Juli|Aug|Sep|Okt|Nov|Dez|Jahrhundert"
_SENTENCE_END = re.compile(
    rf"(?<!\bMr)(?<!\bDr)(?<!\bNo)(?<!\d)[.!?]['’\"”“»]?\s+(?:{_CAPITAL}|(?=\d))|(?<=\d)\.\s+{_CAPITAL}(?!{_MONTHS})"
)


@dataclass(frozen=True, slots=True)
class Lie:
    """One change to an honest brief that makes one of its claims, or a source, false."""

    kind: str
    ground: Ground
    """The honest brief."""
    brief: Brief
    texts: dict[str, SourceText]
    claim: int | None
    """Number of the false claim in `Brief.claims()`. None: the lie is in a source or in the head."""
    spots: frozenset[Spot]
    """Places that a finding about the lie may have."""
    words: str
    """What was changed: field, before, after."""
    problems: tuple[Problem, ...] = ()
    """Findings that parsing the changed field gives, before any check."""


class Changed(NamedTuple):
    """A claim made false."""

    claim: Claim
    words: str


@dataclass(frozen=True)
class Telling:
    """One claim of an honest brief with what its source says there."""

    ground: Ground
    index: int
    claim: Claim

    @cached_property
    def language(self) -> str:
        """The language of the text that the claim rests on."""
        sources = [self.ground.brief.source(cite.source) for cite in self.claim.cites]
        return next((source.language for source in sources if source and source.language), self.ground.brief.language)

    @cached_property
    def text(self) -> str:
        """The whole saved text of its sources, with one space for any white space."""
        return " ".join(
            _flat(self.ground.texts[name].text) for name in {cite.source: None for cite in self.claim.cites}
        )

    @cached_property
    def quotes(self) -> str:
        """The quotes, one after the other."""
        return " … ".join(_flat(cite.quote or "") for cite in self.claim.cites)

    @cached_property
    def sentences(self) -> str:
        """The whole sentences around its quotes."""
        found = [sentence_of(cite, self.ground.texts[cite.source].text) for cite in self.claim.cites]
        return " ".join(dict.fromkeys(found))


Kind = Callable[[Telling], Iterator[Changed]]
"""Yields every lie of one kind about a claim, in the same order on every run."""
HeadKind = Callable[[Ground], Iterator[Lie]]
"""The same for sources and the head."""


def sentence_of(cite: Cite, text: str) -> str:
    """Return the sentences that hold a quote; the quote itself where they are not found."""
    quote = _flat(cite.quote or "")
    for block in text.split("\n\n"):
        flat = _flat(block)
        at = flat.find(quote)
        if at >= 0:
            ends = [0, *(found.end() for found in _SENTENCE_END.finditer(flat)), len(flat)]
            start = max(end for end in ends if end <= at)
            stop = min(end for end in ends if end >= at + len(quote))
            return flat[start:stop].strip()
    return quote


def tellings(ground: Ground) -> Iterator[Telling]:
    """Yield each claim that has a quote."""
    for index, claim in enumerate(ground.brief.claims()):
        if any(cite.quote for cite in claim.cites):
            yield Telling(ground, index, claim)


def lie(kind: str, telling: Telling, changed: Changed) -> Lie:
    """Return the lie that replaces the honest claim by a changed one."""
    ground = telling.ground
    brief = with_claim(ground.brief, telling.index, changed.claim)
    spots = spots_of(telling.claim)
    return Lie(kind, ground, brief, ground.texts, telling.index, spots, changed.words)


def retold(claim: Claim, text: str, words: str = "") -> Changed:
    """Return a claim with other words of the writer."""
    field = "label" if isinstance(claim, Figure) else "text"
    return Changed(replace(claim, text=text), f"{field}: {claim.text} -> {text}{words}")


def with_claim(brief: Brief, index: int, new: Claim) -> Brief:
    """Return a brief with one claim exchanged."""
    claims = [new if place == index else claim for place, claim in enumerate(brief.claims())]
    return replace(
        brief,
        summary=tuple(claim for claim in claims if isinstance(claim, Point)),
        figures=tuple(claim for claim in claims if isinstance(claim, Figure)),
        timeline=tuple(claim for claim in claims if isinstance(claim, Event)),
    )


def with_source(brief: Brief, new: Source) -> Brief:
    """Return a brief with the source of that id exchanged."""
    return replace(brief, sources=tuple(new if source.id == new.id else source for source in brief.sources))


def speakers(brief: Brief) -> tuple[Source, ...]:
    """Return the sources that speak through an article."""
    return tuple(source for source in brief.sources if source.via is not None)


def names_of(source: Source) -> tuple[str, ...]:
    """Return the names of a speaker, the longest first: the whole name, and the last name of a person."""
    name = source.name or ""
    last = name.split(" ")[-1] if source.kind == "person" else ""
    return tuple(dict.fromkeys(each for each in (name, last) if each))


def are_kin(brief: Brief, one: str, other: str) -> bool:
    """Whether one of two sources speaks for the other, so that a claim may name either."""
    pairs = brief.extras.get("x-kin")
    return isinstance(pairs, list) and any(
        isinstance(pair, list) and {one, other} == set(map(str, pair)) for pair in pairs
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
