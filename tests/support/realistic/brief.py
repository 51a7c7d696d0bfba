"""A brief of a realistic library, and its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property
from math import log
from typing import NamedTuple

from tests.support.realistic.head import OPENING, Head, head_of
from tests.support.realistic.languages import Saying
from tests.support.realistic.mistakes import damaged
from tests.support.realistic.names import COMPANIES, PLACES
from tests.support.realistic.spoken import dated, parts_of, written
from tests.support.realistic.texts import text_of
from tests.support.realistic.words import words

_FEWEST, _MOST, _MEDIAN, _SPREAD = 2, 30, 9.5, 0.5
"""Claims of a brief."""
_MANY = 200
_STEP = 7919
"""From the town of one claim to that of the next, so that no two quotes of a brief are the same."""
_TAGS = words(
    "harbour transport housing energy water schools courts health trade farming weather council budget labour forest"
    " rail ferry mining fishing elections police culture sport science"
)
_OFTEN = [8, *[1] * (len(_TAGS) - 1)]
_MARKINGS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED", ""]
_QUESTIONS = ("Who is to pay.", "Whether the court agrees.", "When the work begins.", "How many are affected.")


class Brief(NamedTuple):
    """What is written for one brief."""

    yaml: str
    text: str


class _Speaker(NamedTuple):
    id: str
    name: str
    role: str


class _Claim(NamedTuple):
    """A claim as it is written: its sentence in the text, and its lines in the brief."""

    sentence: str
    lines: list[str]


def made(head: Head, claims: int | None = None) -> Brief:
    """Return brief and text, with so many claims if it is said."""
    maker = _Maker(head, claims)
    sentences = [claim.sentence for block in maker.claims.values() for claim in block]
    introduced = [maker.introduced(speaker) for speaker in maker.speakers]
    large = head.number % 1000 == 500
    text = text_of(head.chance, head.language, head.title, [*introduced, *sentences], large=large)
    yaml = "\n".join(maker.lines()) + "\n"
    return Brief(damaged(yaml, head.number), text)


class _Maker:
    """Makes the parts of one brief, each when it is first asked for."""

    def __init__(self, head: Head, claims: int | None = None) -> None:
        self._head = head
        self._count = claims
        self._chance = head.chance
        self._language = head.language
        self._draft = self._chance.random() < 0.05
        trouble = self._chance.random()
        self._lost = 0.35 if trouble < 0.07 else 0.0
        """Share of the quotes that the text does not have."""
        self._doubted = 0.3 if trouble > 0.96 else 0.0
        """Share of the figures with another number than the text's."""
        self._disputed = 0.3 if trouble > 0.9 else 0.0
        self._has_report = self._chance.random() < 0.25
        self._companies = self._chance.sample(COMPANIES, 3)

    @cached_property
    def speakers(self) -> list[_Speaker]:
        """One to four people, by whom claims are."""
        chance, language = self._chance, self._language
        names = chance.sample(language.last_names, chance.choices((1, 2, 3, 4), (40, 35, 15, 10))[0])
        return [
            _Speaker(f"speaker-{place}", f"{chance.choice(language.first_names)} {name}", chance.choice(language.roles))
            for place, name in enumerate(names, 1)
        ]

    def introduced(self, speaker: _Speaker) -> str:
        """Return the sentence that says who a speaker is."""
        return parts_of(self._language.introduction)[0].format(s=speaker.name, r=speaker.role)

    @cached_property
    def claims(self) -> dict[str, list[_Claim]]:
        """The claims of each block."""
        chance, language = self._chance, self._language
        many = self._head.number % 1000 == 501
        wanted = chance.lognormvariate(log(_MEDIAN), _SPREAD)
        count = self._count or (_MANY if many else int(min(max(wanted, _FEWEST), _MOST)))
        blocks = chance.choices(("summary", "figures", "timeline"), (50, 28, 22), k=count)
        blocks[0] = "summary"
        sayings = {"summary": language.points, "figures": language.figures, "timeline": language.events}
        found: dict[str, list[_Claim]] = {"summary": [], "figures": [], "timeline": []}
        for place, block in enumerate(blocks):
            reckoned = block == "timeline" and chance.random() < 0.15
            saying = language.closed if reckoned else chance.choice(sayings[block])
            found[block].append(
                self._claim(saying, block, PLACES[(self._head.place + 1 + place * _STEP) % len(PLACES)])
            )
        return found

    def _claim(self, saying: Saying, block: str, town: str) -> _Claim:
        chance, language = self._chance, self._language
        speaker = chance.choice(self.speakers)
        company = chance.choice(self._companies)
        amount = int(10 ** chance.uniform(1.1, 5))
        more = amount + max(1, int(amount * chance.random()))
        decimal = f"{chance.randrange(1, 90)}.{chance.randrange(1, 10)}"
        ago = chance.randint(1, 6)
        day = self._head.published - timedelta(days=ago)
        spoken, when = dated(chance, language, self._head.published.year)
        slots = {
            "p": town,
            "o": company,
            "s": speaker.name,
            "n": written(amount, language),
            "m": written(more, language),
            "x": decimal.replace(".", language.decimal),
            "d": spoken,
            "y": language.weekdays[day.weekday()],
        }
        sentence, quote = (part.format_map(slots) for part in parts_of(saying.sentence))
        plain = {"n": amount, "m": more, "x": decimal, "b": speaker.id, "O": company.lower()}
        if block == "figures" and chance.random() < self._doubted:
            plain["n"], plain["x"] = amount + 1, f"{decimal}1"
        fields = saying.fields.format_map(plain).split("\n") if saying.fields else []
        if block == "timeline":
            fields.append(f"when: {day:%Y-%m-%d}\n    basis: reckoned" if "{y}" in saying.sentence else f"when: {when}")
        said = saying.claim.format_map(slots)
        return _Claim(sentence[:1].upper() + sentence[1:], self._lines(block, said, fields, quote))

    def _lines(self, block: str, said: str, fields: list[str], quote: str) -> list[str]:
        chance = self._chance
        if chance.random() < self._lost:
            quote = f"{quote} as agreed"
        if chance.random() < self._disputed and not any(field.startswith("standing") for field in fields):
            fields = [*fields, "standing: disputed"]
        if self._draft and chance.random() < 0.7:
            fields = [*fields, "reviewed: no"]
        first = f"  - {'label' if block == 'figures' else 'text'}: {_quoted(said)}"
        cite = f"{{quote: {_quoted(quote)}}}"
        cites = f"[{cite}, report]" if self._has_report and chance.random() < 0.2 else cite
        return [first, *(f"    {field}" for field in fields), f"    cites: {cites}"]

    def lines(self) -> Iterator[str]:
        """Yield the lines of the brief."""
        yield from self._top()
        for block, claims in self.claims.items():
            if claims:
                yield f"{block}:"
                for claim in claims:
                    yield from claim.lines
        yield from self._sources()
        yield from self._end()

    def _top(self) -> Iterator[str]:
        head, chance = self._head, self._chance
        yield "briefing: 1"
        yield f"title: {_quoted(head.title)}"
        yield f"lede: {_quoted(self._lede())}"
        if head.date:
            yield f"date: {head.date}"
        if self._draft:
            yield "status: draft"
        yield f"language: {head.language.tag}"
        marking = chance.choices(_MARKINGS, (50, 20, 15, 3, 2, 10))[0]
        if marking:
            yield f"marking: {marking}"
        yield f"tags: [{', '.join(dict.fromkeys(chance.choices(_TAGS, _OFTEN, k=chance.randint(1, 5))))}]"
        yield "entities:"
        for company in self._companies:
            yield f"  - {{name: {company}, kind: organisation}}"

    def _end(self) -> Iterator[str]:
        head, chance = self._head, self._chance
        if chance.random() < 0.6:
            yield f"open: [{', '.join(chance.sample(_QUESTIONS, chance.randint(1, 3)))}]"
        if head.number and chance.random() < 0.05:
            earlier = head_of(chance.randrange(head.number))
            yield f"related: [{{brief: {earlier.folder}/{earlier.name}, as: background}}]"

    def _lede(self) -> str:
        extra = "".join(f" It has to do with {word}." for word in self._head.words)
        chosen = [sentence for sentence in self._language.filling if "{" not in sentence]
        return f"{OPENING} {PLACES[self._head.place]}: {self._chance.choice(chosen)}{extra}"

    def _sources(self) -> Iterator[str]:
        head = self._head
        written = "\n".join(line for block in self.claims.values() for claim in block for line in claim.lines)
        yield "sources:"
        yield "  article:"
        yield "    kind: article"
        yield f"    title: {_quoted(head.title)}"
        yield f"    publisher: {PLACES[head.number % 60 * 400]} Post"
        yield f"    language: {head.language.tag}"
        yield f"    url: https://news.example/{head.folder}/{head.name}"
        yield f"    file: {head.folder}/texts/{head.name}.txt"
        yield f"    published: {head.published:%Y-%m-%d}"
        for speaker in self.speakers:
            if f"by: {speaker.id}" not in written:
                continue
            quote = parts_of(self._language.introduction)[1].format(s=speaker.name, r=speaker.role)
            yield f"  {speaker.id}:"
            yield "    kind: person"
            yield f"    name: {speaker.name}"
            yield f"    role: {speaker.role}"
            yield "    via: article"
            yield f"    cites: {{quote: {_quoted(quote)}}}"
        if ", report]" in written:
            yield "  report:"
            yield "    kind: document"
            yield f"    title: Annual report of {self._companies[0]}"
            yield f"    published: {head.published.year - 1}"
            yield "    via: article"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
