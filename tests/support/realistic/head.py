"""What is fixed first of brief number k: language, title, dates, and where it stands in the library."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tests.support.generated import OPENING
from tests.support.realistic.languages import LANGUAGES, Language
from tests.support.realistic.names import PLACES

__all__ = ["OPENING", "RARE", "SCARCE", "UNCOMMON", "UNIQUE", "Head", "head_of"]

UNIQUE = "halcyonite"
"""A word of one brief, number 777, in a library of any size above that."""
RARE, SCARCE, UNCOMMON = "quillwort", "periwinkle", "tamarisk"
"""Words of one brief in 10,000, in 1,000, in 100. `OPENING` is in all briefs, the tag "harbour" in a third."""

_SEED = 2026
_TURNS = 96
"""Titles of one town in one language: each of 12 subjects with each of 8 turns."""
_STRIDE = 1_000_003
"""Prime to the number of titles, so that no two briefs get the same town, subject and turn."""
_LAST_DAY = date(2026, 11, 20)
_MONTHLY = 2012
"""From this year on a year has too many briefs for one folder."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a brief before it is made."""

    number: int
    language: Language
    place: int
    """Index into the names of towns: that of the title, after which come those of the claims."""
    title: str
    published: date
    date: str
    """The brief's own date in EDTF, of any precision; empty if it has none."""
    folder: str
    name: str
    """Of the files, without their endings."""
    chance: random.Random
    """Decides everything else."""

    @property
    def words(self) -> list[str]:
        """The rare words that the brief has."""
        every = ((UNIQUE, 1_000_000, 777), (RARE, 10_000, 123), (SCARCE, 1000, 321), (UNCOMMON, 100, 17))
        return [word for word, modulus, rest in every if self.number % modulus == rest]


def head_of(number: int) -> Head:
    """Return what is fixed of brief `number`, at most 2.3 million."""
    chance = random.Random(_SEED * 10_000_000 + number)  # noqa: S311 - the same library on every run
    language = chance.choices(LANGUAGES, _shares())[0]
    place, turn = _title_of(number)
    subject = language.subjects[turn % len(language.subjects)]
    title = f"{subject} {language.turns[turn // len(language.subjects)].format(p=PLACES[place])}"
    published = _LAST_DAY - timedelta(days=int(11_000 * chance.random() ** 2.2))
    folder = f"{published.year}/{published.month:02}" if published.year >= _MONTHLY else str(published.year)
    name = f"{published.month:02}-{published.day:02}-{_plain(title)}"
    return Head(number, language, place, title, published, _dated(chance, published), folder, name, chance)


@cache
def _shares() -> list[int]:
    return [language.share for language in LANGUAGES]


def _title_of(number: int) -> tuple[int, int]:
    """Return the town of a title, and which of the town's titles it is."""
    at = number * _STRIDE % (len(PLACES) * _TURNS)
    return at % len(PLACES), at // len(PLACES)


def _dated(chance: random.Random, published: date) -> str:
    written = published + timedelta(days=chance.randrange(4))
    kind = chance.random()
    forms = ((0.80, "%Y-%m-%d"), (0.92, "%Y-%m"), (0.96, "%Y"), (0.98, "%Y-%m~"))
    return next((written.strftime(form) for limit, form in forms if kind < limit), "")


def _plain(title: str) -> str:
    """Return a title as people write it in the name of a file."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in letters).split())
