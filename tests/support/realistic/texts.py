"""The saved texts of a realistic library: sentences that claims rest on, between paragraphs of the same language."""

from __future__ import annotations

import random
from functools import cache
from math import log

from tests.support.realistic.languages import Language
from tests.support.realistic.names import COMPANIES
from tests.support.realistic.spoken import person, written
from tests.support.terminal import ROOT

_CORPUS = ROOT / "tests" / "evidence" / "corpus"
_PARAGRAPHS = 1000
"""That are made in each language, to choose from."""
_LEAST, _MOST, _MEDIAN = 2000, 60_000, 6000
"""Bytes of a text."""
_SPREAD = 0.75
_LARGE = 300_000


def text_of(chance: random.Random, language: Language, title: str, sentences: list[str], *, large: bool) -> str:
    """Return a text with a title that holds the sentences, in the order in which they are given."""
    size = _LARGE if large else min(max(chance.lognormvariate(log(_MEDIAN), _SPREAD), _LEAST), _MOST)
    every, usual = _filling(language)
    count = max(1, int((size - sum(map(len, sentences))) / usual) + 1)
    parts = chance.choices(every, k=count)
    places = sorted(chance.choices(range(count), k=len(sentences)))
    for place, sentence in zip(places, sentences, strict=True):
        parts[place] = f"{sentence} {parts[place]}"
    return "\n\n".join([title, *parts]) + "\n"


@cache
def _filling(language: Language) -> tuple[list[str], float]:
    """Return paragraphs that no claim rests on, and their mean length."""
    chance = random.Random(language.tag)  # noqa: S311 - the same paragraphs on every run
    made = [_paragraph(chance, language) for _ in range(_PARAGRAPHS)]
    for name in language.corpus:
        blocks = (_CORPUS / f"{name}.txt").read_text(encoding="utf-8").split("\n\n")[1:]
        made += [block.strip() for block in blocks] * 5
    return made, sum(len(paragraph.encode()) for paragraph in made) / len(made)


def _paragraph(chance: random.Random, language: Language) -> str:
    chosen = chance.sample(language.filling, chance.randint(2, 5))
    return (" " if chance.random() < 0.7 else "\n").join(_filled(chance, language, sentence) for sentence in chosen)


def _filled(chance: random.Random, language: Language, sentence: str) -> str:
    return sentence.format(
        n=written(chance.randint(12, 90), language),
        m=written(int(10 ** chance.uniform(2, 4.5)), language),
        year=chance.randint(1890, 2020),
        o=chance.choice(COMPANIES),
        s=person(chance, language),
    )
