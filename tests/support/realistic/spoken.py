"""How numbers, people and dates are written in a language."""

from __future__ import annotations

import random
from functools import cache

from tests.support.realistic.languages import Language


def written(number: int, language: Language) -> str:
    """Return a number with the language's sign between thousands."""
    return f"{number:,}".replace(",", language.thousand)


def person(chance: random.Random, language: Language) -> str:
    """Return somebody's name."""
    return f"{chance.choice(language.first_names)} {chance.choice(language.last_names)}"


def dated(chance: random.Random, language: Language, before: int) -> tuple[str, str]:
    """Return a date before a year, as the language says it and in EDTF, of any precision."""
    year, month, day = chance.randrange(1850, before), chance.randrange(12), chance.randint(1, 28)
    form = chance.choices(range(5), (30, 25, 30, 7, 8))[0]
    decade, end = year - year % 10, min(year + chance.randint(2, 9), before)
    words = language.dates[form].format(day=day, month=language.months[month], year=year, decade=decade, end=end)
    numbers = f"{year}-{month + 1:02}-{day:02}", f"{year}-{month + 1:02}", f"{year}", f"{year // 10}X", f"{year}/{end}"
    return words, numbers[form]


@cache
def parts_of(sentence: str) -> tuple[str, str]:
    """Return a sentence without its square brackets, and what they hold."""
    return sentence.replace("[", "").replace("]", ""), sentence[sentence.index("[") + 1 : sentence.index("]")]
