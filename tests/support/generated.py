"""Generates libraries to measure with: the same briefs on every run, each of about 4 KB, every quote in its text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

OPENING = "Dispatch"
"""The first word of every lede, and of nothing else: when it is on the screen, a brief can be read."""

_SEED = 20
_TEXTS = 20
_SENTENCES = 100
"""In one saved text, which makes it about 10 KB."""
_POINTS = 12
"""In a brief of 4 KB; with a figure and an event for every third, that is 20 cites."""

_PLACES = ["harbour", "depot", "junction", "workshop", "granary", "quarry", "lighthouse", "foundry", "sawmill", "ferry"]
_GOODS = ["crates", "barrels", "rails", "bricks", "sacks", "planks", "lamps", "ropes", "sails", "wheels"]
_MONTHS = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November"]
_NUMBERS = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]


class _Delivery(NamedTuple):
    """One made-up fact."""

    place: str
    amount: str
    goods: str
    year: int
    month: int
    """Index into the lists of months."""
    day: int

    @property
    def sentence(self) -> str:
        return (
            f"The {self.place} received about {self.amount} {self.goods} "
            f"on {self.day} {_MONTHS[self.month]} {self.year}, more than in any week before."
        )

    @property
    def quote(self) -> str:
        return self.sentence.split(", more", maxsplit=1)[0]

    @property
    def date(self) -> str:
        return f"{self.year}-{_NUMBERS[self.month]:02}-{self.day:02}"


def write_library(folder: Path, count: int, length: int = 1) -> list[Path]:
    """Write so many briefs of `length` (1 to 8) times 4 KB and the texts that they cite; return the briefs' paths."""
    (folder / "texts").mkdir(parents=True)
    chance = random.Random(_SEED)  # noqa: S311 - the same library on every run
    texts = [list(_deliveries(chance, number)) for number in range(_TEXTS)]
    for number, deliveries in enumerate(texts):
        (folder / _text_name(number)).write_text(_text(deliveries), encoding="utf-8")
    paths = [folder / f"brief-{number:06}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        reported = chance.sample(texts[number % _TEXTS], _POINTS * length)
        path.write_text("\n".join(_brief(number, reported)) + "\n", encoding="utf-8")
    return paths


def _text_name(number: int) -> str:
    return f"texts/text-{number:02}.txt"


def _deliveries(chance: random.Random, text: int) -> Iterator[_Delivery]:
    for number in range(_SENTENCES):
        yield _Delivery(
            place=f"{chance.choice(_PLACES)} at Quay {text * _SENTENCES + number + 1}",
            amount=f"{chance.randrange(1_000, 9_999):,}",
            goods=chance.choice(_GOODS),
            year=chance.randrange(1950, 2020),
            month=chance.randrange(len(_MONTHS)),
            day=chance.randrange(1, 29),
        )


def _text(deliveries: list[_Delivery]) -> str:
    sentences = [delivery.sentence for delivery in deliveries]
    paragraphs = ["\n".join(sentences[first : first + 4]) for first in range(0, len(sentences), 4)]
    return "\n\n".join(["Deliveries, week by week", *paragraphs]) + "\n"


def _brief(number: int, reported: list[_Delivery]) -> Iterator[str]:
    yield "briefing: 1"
    yield f"title: Deliveries, part {number + 1}"
    yield f"lede: {OPENING} on what was received, where, and when. {' '.join(['All of it was counted twice.'] * 8)}"
    yield f"date: 2026-{1 + number % 12:02}-{1 + number % 28:02}"
    yield "marking: TLP:CLEAR"
    yield "tags: [deliveries, goods]"
    yield "summary:"
    for delivery in reported:
        yield f"  - text: The {delivery.place} received about {delivery.amount} {delivery.goods}."
        yield f"    cites: {{quote: '{delivery.quote}'}}"
    yield "figures:"
    for place, delivery in enumerate(reported[::3]):
        yield f"  - {{id: received-{place}, label: Received, value: '{delivery.amount}',"
        yield f"    unit: {delivery.goods}, approx: about, kind: change,"
        yield f"    cites: {{quote: '{delivery.quote}'}}}}"
    yield "timeline:"
    for place, delivery in enumerate(reported[::3]):
        yield f"  - text: The {delivery.place} is supplied."
        yield f"    when: {delivery.date}"
        yield f"    figures: [received-{place}]"
        yield f"    cites: {{quote: '{delivery.quote}'}}"
    yield "sources:"
    yield "  article:"
    yield "    kind: article"
    yield "    title: Deliveries, week by week"
    yield "    published: unknown"
    yield f"    file: {_text_name(number % _TEXTS)}"
    yield "open: [Who sent the goods.]"
