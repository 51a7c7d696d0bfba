"""A brief with its saved texts, checked as the guard wants it: what the brief says of itself counts for nothing."""

from __future__ import annotations

import pathlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Row
from dataclasses import replace
from functools import cached_property

from briefing.base.problems import Place, Problem, Spot
from briefing.draft.language import UNDETERMINED, language_of
from briefing.draft.page import BLOCKS
from briefing.edit.brief_text import ParsedBrief, Path
from briefing.evidence.check import check_brief
from briefing.evidence.context import Case, case_of
from briefing.evidence.dossier import Dossier, dossier_of
from briefing.evidence.facts.text import text_facts
from briefing.evidence.facts.values import NumberFact, SpeakerFact, TextFacts
from briefing.evidence.languages import TABLES, Language
from briefing.evidence.result import Evidence, Span, Support
from briefing.evidence.saved_text import SavedText, saved_text
from briefing.format.language_tags import primary_language
from briefing.format.model import Brief, Claim, Event, Figure, Point, Source, SourceText, Standing, TextState
from briefing.format.tree import Mapping as Map
from briefing.format.tree import Node, Sequence

PATH = pathlib.Path("brief.yaml")
_READ = 40_000
"""Characters of a text that its language is told by."""
_LISTS = ("tags", "entities", "open")


class Examined:
    """A brief, and what the check finds in it.

    The language of each text is told by its words, since the tables of another one would miss its hedges. Names that
    the brief gives to its entities do not count: an alias would make two people one.
    """

    def __init__(self, parsed: ParsedBrief, brief: Brief, texts: Mapping[str, SourceText]) -> None:
        self.parsed = parsed
        self.given = brief
        """As the brief says it."""
        self.texts = texts
        languages = {one.text: _language(one.text, brief.language) for one in texts.values() if one.text}
        self.brief = replace(
            brief, entities=(), sources=tuple(_in_its_language(one, texts, languages) for one in brief.sources)
        )
        """As it was checked."""
        self.evidence: Evidence = check_brief(self.brief, texts, PATH)
        self.as_given: Evidence = self.evidence if self.brief == brief else check_brief(brief, texts, PATH)
        """The check of the brief as it stands."""
        self._saved: dict[str, SavedText] = {}
        self._facts: dict[str, TextFacts] = {}
        self._by_paragraph: dict[str, Mapping[int, Row[NumberFact | SpeakerFact]]] = {}

    @cached_property
    def dossier(self) -> Dossier:
        """The brief with its texts."""
        return dossier_of(self.brief, self.texts, PATH)

    @cached_property
    def claims(self) -> tuple[tuple[Path, Claim], ...]:
        """The claims with their paths, in the order of `Brief.claims()`."""
        return claims_of(self.parsed, self.brief)

    @cached_property
    def paragraphs(self) -> tuple[frozenset[tuple[str, int]], ...]:
        """The paragraphs that each claim quotes, each with the id of the source that holds it."""
        holder = self.dossier.text_sources
        return tuple(
            frozenset(
                (holder.get(cite.source, cite.source), verdict.paragraph)
                for cite, verdict in zip(claim.cites, self.evidence.cites[number], strict=True)
                if verdict.paragraph is not None
            )
            for number, (_, claim) in enumerate(self.claims)
        )

    @cached_property
    def undisputed(self) -> Mapping[int, Support]:
        """How far the check supports each disputed claim if it is put as if nobody disputed it, by its number."""
        disputed = {n: claim for n, (_, claim) in enumerate(self.claims) if claim.standing is Standing.DISPUTED}
        plain = {number: replace(claim, standing=Standing.REPORTED) for number, claim in disputed.items()}
        brief = replace(
            self.brief,
            summary=tuple(one for one in plain.values() if isinstance(one, Point)),
            figures=tuple(one for one in plain.values() if isinstance(one, Figure)),
            timeline=tuple(one for one in plain.values() if isinstance(one, Event)),
        )
        checked = check_brief(brief, self.texts, PATH).claims
        return {number: one.support for number, one in zip(plain, checked, strict=True)}

    @cached_property
    def numbers(self) -> Mapping[Path, int]:
        """The number of each claim, by its path."""
        return {path: number for number, (path, _) in enumerate(self.claims)}

    @cached_property
    def by_id(self) -> Mapping[str, int]:
        """The number of each claim that has an id."""
        return {claim.id: number for number, (_, claim) in enumerate(self.claims) if claim.id}

    @cached_property
    def _listed(self) -> Mapping[Spot, Path]:
        return {node.spot: (key, number) for key in _LISTS for number, node in enumerate(_items(self.parsed, key))}

    def listed(self, key: str, number: int) -> Path:
        """Return the path of an item of a list of the head, such as a tag, by its number in the brief."""
        return self._listed[self.given.spots[f"{key}.{number}"]]

    def case(self, number: int, claim: Claim) -> Case:
        """Return a claim as the rules of evidence take it."""
        return case_of(claim, self.evidence.cites[number], self.dossier)

    def is_holder(self, source: Source) -> bool:
        """Whether the words of a source are in a saved text of its own."""
        return self.dossier.own_text(source.id) is not None and source.via is None

    def saved(self, source_id: str) -> SavedText | None:
        """Return the saved text that holds the words of a source. None: there is none."""
        held = self.dossier.text(source_id)
        if held is None or held.state is not TextState.HELD:
            return None
        if source_id not in self._saved:
            self._saved[source_id] = saved_text(held.text, self.dossier.language_of(source_id))
        return self._saved[source_id]

    def facts(self, source_id: str) -> TextFacts:
        """Return what the saved text says that holds the words of a source."""
        saved = self.saved(source_id)
        if saved is None:
            return TextFacts()
        text = saved.folded.original
        if text not in self._facts:
            self._facts[text] = text_facts(saved, None)
        return self._facts[text]

    def beside(self, number: int) -> Iterator[NumberFact | SpeakerFact]:
        """Yield the numbers and speakers that the saved texts have in the sentences that a claim quotes."""
        for cite, verdict in zip(self.claims[number][1].cites, self.evidence.cites[number], strict=True):
            span, known = verdict.span, self._facts_of(cite.source)
            if span is not None:
                said = known.get(verdict.paragraph or 0, ())
                yield from (one for one in said if _overlap(one.place.sentence, span))

    def _facts_of(self, source_id: str) -> Mapping[int, Row[NumberFact | SpeakerFact]]:
        """Return the numbers and speakers of the saved text of a source, by paragraph."""
        if source_id not in self._by_paragraph:
            facts = self.facts(source_id)
            found: dict[int, list[NumberFact | SpeakerFact]] = {}
            every: tuple[NumberFact | SpeakerFact, ...] = (*facts.numbers, *facts.speakers)
            for one in every:
                found.setdefault(one.place.paragraph, []).append(one)
            self._by_paragraph[source_id] = found
        return self._by_paragraph[source_id]

    def holders(self) -> Iterator[tuple[Source, SavedText]]:
        """Yield the sources that have a saved text of their own, with it."""
        for source in self.brief.sources:
            saved = self.saved(source.id) if self.is_holder(source) else None
            if saved is not None:
                yield source, saved

    @cached_property
    def findings(self) -> Mapping[Path, Row[Problem]]:
        """What the check finds outside of claims, by the first two steps of the paths."""
        found: dict[Path, list[Problem]] = {}
        places = Places(self.parsed)
        of_claims = {
            id(one) for each in (self.evidence, self.as_given) for claim in each.claims for one in claim.findings
        }
        for finding in (*self.evidence.findings, *self.as_given.findings):
            if id(finding) not in of_claims:
                found.setdefault(places.path(finding.place)[:2], []).append(finding)
        return found


def claims_of(parsed: ParsedBrief, brief: Brief) -> tuple[tuple[Path, Claim], ...]:
    """Return the claims of a brief with their paths in its text, in the order of `Brief.claims()`."""
    by_spot = {node.spot: (block, number) for block in BLOCKS for number, node in enumerate(_items(parsed, block))}
    return tuple((by_spot[claim.spots[""]], claim) for claim in brief.claims())


def _items(parsed: ParsedBrief, key: str) -> Row[Node]:
    node = parsed.root.values.get(key)
    return node.items if isinstance(node, Sequence) else ()


class Places:
    """The places of a text, for finding what stands there."""

    def __init__(self, parsed: ParsedBrief) -> None:
        self._parts = list(_parts(parsed.root, ()))
        self._spots = [spot for spot, _ in self._parts]

    def path(self, place: Place) -> Path:
        """Return the path of the innermost part that begins at a place, or else last before it."""
        number = bisect_right(self._spots, Spot(place.line, place.column))
        return self._parts[number - 1][1] if number else ()


def _parts(node: Node, path: Path) -> Iterator[tuple[Spot, Path]]:
    """Yield every part of a text with its place, in the order of the text."""
    if isinstance(node, Map):
        for name, value in node.values.items():
            yield node.key(name).spot, (*path, name)
            yield from _parts(value, (*path, name))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield item.spot, (*path, number)
            yield from _parts(item, (*path, number))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _in_its_language(source: Source, texts: Mapping[str, SourceText], languages: Mapping[str, str]) -> Source:
    held = texts.get(source.id)
    return source if held is None or not held.text else replace(source, language=languages[held.text])


def _language(text: str, claimed: str) -> str:
    """Return the language of a text: by its words; where these are too few, the claimed one unless another fits better.

    "und", for which there are no rules: neither is clear.
    """
    told = language_of(text, None)
    if told != UNDETERMINED:
        return told
    named = primary_language(claimed)
    words = Counter(text[:_READ].lower().split())
    fits = {tag: _fit(words, one) for tag, one in TABLES.items()}
    is_best = named in fits and fits[named] > 0 and fits[named] == max(fits.values())
    return named if is_best else UNDETERMINED


def _fit(words: Counter[str], language: Language) -> int:
    return sum(count for word, count in words.items() if word in language.function_words)
