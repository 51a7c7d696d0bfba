"""Writes one large brief and the text that it cites: many items or a few long ones, in English, German or Chinese."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

RARE = "zeppelin"
"""A word that is in the last item of a large brief only, and once in its saved text."""
LEDE = "Dispatch"
"""The first word of the lede."""

_SEED = 13
_QUOTED = 60
"""Characters of a quote."""
_SENTENCE = 180
"""Characters of a sentence, about."""
_LONG = 40_000
"""Characters of the text of a long item, about."""


class _Language(NamedTuple):
    """The words that sentences are made of."""

    tag: str
    opening: str
    """With places for a number that no other sentence has, and for another one."""
    words: tuple[str, ...]
    space: str
    stop: str

    def sentence(self, chance: random.Random, number: int, length: int = _SENTENCE) -> str:
        """Return a sentence of about so many characters that no other number has."""
        parts = [self.opening.format(number, chance.randrange(100, 999))]
        left = length - len(parts[0])
        while left > 0:
            parts.append(chance.choice(self.words))
            left -= len(parts[-1]) + len(self.space)
        return self.space.join(parts) + self.stop


LANGUAGES = {
    "en": _Language(
        "en",
        "In the harbour at Quay {} about {} crates",
        (
            *("barrels", "rails", "bricks", "planks", "lamps", "ropes", "wheels", "depot", "junction", "workshop"),
            *("granary", "quarry", "received", "stored", "moved", "counted", "more", "than", "in", "any", "week"),
            *("before", "according", "to", "the", "reports", "which", "office", "gave", "out", "well-known", "naïve"),
        ),
        " ",
        ".",
    ),
    "de": _Language(
        "de",
        "In der Straße Nummer {} wurden etwa {} Kisten",
        (
            *("Fässer", "Schienen", "Ziegel", "Bohlen", "Lampen", "Seile", "Räder", "Lagerhäuser", "Knotenpunkte"),
            *("Werkstätten", "gezählt", "geprüft", "überführt", "während", "größere", "Mengen", "zurückgehalten"),
            *("würden", "sagte", "die", "Behörde", "für", "Verkehr", "Donaudampfschifffahrtsgesellschaft"),
        ),
        " ",
        ".",
    ),
    "zh": _Language(
        "zh",
        "在港口第{}号码头大约有{}箱",
        tuple("货物铁路工厂仓库检查报告政府部门人员运输数量增加减少周围地区城市河流"),
        "",
        "。",
    ),
}
"""By tag."""


def write_large_brief(folder: Path, kilobytes: int, language: str = "en", *, is_long: bool = False) -> Path:
    """Write a brief of about so many kilobytes, and its text, of about as many; return the path of the brief.

    It has many points, figures and events, or, if `is_long`, a few points, each of which is very long.
    """
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    words, chance = LANGUAGES[language], random.Random(_SEED)  # noqa: S311 - the same brief on every run
    name = f"large-{kilobytes}-{language}{'-long' if is_long else ''}"
    write_large_text(folder / "texts" / f"{name}.txt", kilobytes, language)
    said = (folder / "texts" / f"{name}.txt").read_text(encoding="utf-8").split("\n\n")
    lines, written, number = [*_head(name, words)], 0, 0
    blocks: dict[str, list[str]] = {"summary": [], "figures": [], "timeline": []}
    while written < kilobytes * 1000:
        item = _long_point(words, chance, number) if is_long else "\n".join(_items(words, chance, number, said))
        blocks["summary" if is_long or number % 2 == 0 else "figures" if number % 4 == 1 else "timeline"].append(item)
        written += len(item.encode())
        number += 1
    blocks["summary"].append(f"  - text: The {RARE} left.")
    for block, items in blocks.items():
        lines += [f"{block}:", *items] if items else []
    path = folder / f"{name}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_large_text(path: Path, kilobytes: int, language: str = "en") -> None:
    """Write a text of about so many kilobytes, a paragraph a sentence."""
    words, chance = LANGUAGES[language], random.Random(_SEED + 1)  # noqa: S311 - the same text on every run
    size = 0
    sentences: list[str] = []
    while size < kilobytes * 1000:
        sentences.append(words.sentence(chance, len(sentences)))
        size += len(sentences[-1].encode()) + 2
    path.write_text("\n\n".join([*sentences, f"The {RARE} left."]) + "\n", encoding="utf-8")


def _head(name: str, words: _Language) -> Iterator[str]:
    yield "briefing: 1"
    yield f"title: {name}"
    yield f"lede: {LEDE} on what was received."
    yield "date: 2026-12-28"
    yield "marking: TLP:CLEAR"
    yield f"language: {words.tag}"
    yield "sources:"
    yield f"  article: {{kind: article, title: Reports, published: unknown, file: texts/{name}.txt}}"


def _long_point(words: _Language, chance: random.Random, number: int) -> str:
    said = words.space.join(words.sentence(chance, number * 1000 + at) for at in range(_LONG // _SENTENCE))
    return f"  - text: {said}"


def _items(words: _Language, chance: random.Random, number: int, said: list[str]) -> Iterator[str]:
    """Yield the lines of an item: a point, a figure, a point, an event."""
    quote = said[number % (len(said) - 1)][:_QUOTED].rsplit(words.space or None, 1)[0]
    text = words.sentence(chance, number, 90)
    if number % 2 == 0:
        yield f"  - text: {text}"
    elif number % 4 == 1:
        yield f"  - {{id: f-{number}, label: '{text}', value: '{chance.randrange(100, 999)}', unit: crates,"
        yield f"    cites: {{quote: '{quote}'}}}}"
        return
    else:
        yield f"  - text: {text}"
        yield f"    when: {1900 + number % 120}-{1 + number % 12:02}-{1 + number % 28:02}"
        yield f"    figures: [f-{number - 2}]"
    yield f"    cites: {{quote: '{quote}'}}"
