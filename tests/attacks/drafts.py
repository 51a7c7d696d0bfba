"""Drafts briefs from mutated articles: each draft has to check clean, quote its text, and be the same a second time.

`python -m tests.attacks.drafts 2000 [SEED]` drafts so many, and prints what is wrong, with the seed of each.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefing.articles.article import Article, ArticleError
from briefing.draft.compose import DraftOptions, compose
from tests.draft.articles import TEXTS, article_at, faults

_SLOW = 2.0
"""Seconds of processor time that no draft of a few pages may take."""
_SIGNS = "\"'“”‘’«»„()[]{}<>|*_#&!%@`~\\/:;,.–—-…\x00\x1b\x9b\u202e\u200b\u00ad\u2028\u00a0€$£%‰½²"
_WORDS = (
    "3,000",
    "1.234,5",
    "1 250 000",
    "-7",
    "5¼ %",
    "$1.4bn",
    "two thirds",
    "zwölf",
    "4 May 2024",
    "on Tuesday",
    "last year",
    "1990s",
    "im Jahr 2023",
    "said",
    "according to officials",
    "Ada Holt, the mayor, said",
    "sagte",
    "selon",
    "it was not clear whether",
    "about",
    "not",
    "may",
    "no fewer than",
    "- key: value",
    "&anchor",
    "reviewed: yes",
    "para 3",
)


class Fault(NamedTuple):
    """What is wrong with the draft of one mutated article."""

    seed: int
    sentence: str


def mutated(seed: int) -> Article:
    """Return one of the articles of the repository, or parts of several, changed in some places."""
    chance = random.Random(seed)  # noqa: S311 - for tests, not for secrets
    article = article_at(chance.choice(TEXTS))
    title, paragraphs = article.title, list(article.paragraphs)
    for _ in range(chance.randint(0, 12)):
        change = chance.choice(_CHANGES)
        at = chance.randrange(len(paragraphs) + 1)
        if at == len(paragraphs):
            title = change(title, chance)
        else:
            paragraphs[at] = change(paragraphs[at], chance)
    if chance.random() < 0.3:
        paragraphs += chance.sample(article_at(chance.choice(TEXTS)).paragraphs, 1)
    if chance.random() < 0.1:
        chance.shuffle(paragraphs)
    clean = [" ".join(one.split()) for one in paragraphs]
    return Article(title=" ".join(title.split()) or "Title", paragraphs=tuple(one for one in clean if one))


def _sign(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_SIGNS) * chance.choice((1, 1, 2, 5)) + text[at:]


def _word(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    words.insert(chance.randint(0, len(words)), chance.choice(_WORDS))
    return " ".join(words)


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.randint(1, 30) :]


def _again(text: str, chance: random.Random) -> str:
    return f"{text} {text}" if chance.random() < 0.5 else " ".join(text.split(". ") * 2)


def _swapped(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _other_number(text: str, chance: random.Random) -> str:
    return "".join(chance.choice("0123456789") if one.isdigit() and chance.random() < 0.5 else one for one in text)


def _other_case(text: str, chance: random.Random) -> str:
    return text.upper() if chance.random() < 0.5 else text.lower()


def _without_stops(text: str, _: random.Random) -> str:
    return text.replace(". ", " ").replace(",", "")


_CHANGES: Sequence[Callable[[str, random.Random], str]] = (
    _sign,
    _sign,
    _word,
    _word,
    _cut,
    _again,
    _swapped,
    _other_number,
    _other_case,
    _without_stops,
)


def faults_of(seed: int) -> Iterator[Fault]:
    """Yield what is wrong with the draft of the mutated article of a seed."""
    article = mutated(seed)
    published = (None, "2026-11-20", "unknown", "2024")[seed % 4]
    options = DraftOptions(published=published, every=seed % 3 == 0, language=("en", None)[seed % 5 > 0])
    started = time.process_time()
    try:
        draft = compose(article, options)
    except ArticleError:
        return
    took = time.process_time() - started
    yield from (Fault(seed, fault) for fault in faults(draft, published))
    if took > _SLOW:
        yield Fault(seed, f"takes {took:.1f} s")
    if seed % 10 == 0 and compose(article, options) != draft:
        yield Fault(seed, "differs the second time")


def main(arguments: Sequence[str]) -> int:
    """Draft so many, and print what is wrong."""
    count = int(arguments[0]) if arguments else 500
    first = int(arguments[1]) if len(arguments) > 1 else 0
    wrong = 0
    for seed in range(first, first + count):
        for fault in faults_of(seed):
            wrong += 1
            sys.stdout.write(f"{fault.seed}: {fault.sentence}\n")
    sys.stdout.write(f"{count} drafts, {wrong} faults\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
