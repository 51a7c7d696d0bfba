"""The language of a text, told by its own words; what else names it counts first unless the words clearly say no."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefing.evidence.languages import TABLES
from briefing.evidence.languages.frequent import FREQUENT, LETTERS, SCRIPTS
from briefing.format.language_tags import primary_language

UNDETERMINED = "und"
_READ = 10_000
"""Characters of a text that its language is told by."""
_LEAST_WORDS = 12
"""Words that it takes to tell a language."""
_CLEAR = 0.1
"""Share of a text that the frequent words of its language have at least, where they tell it clearly."""
_AHEAD = 1.5
"""How many times as many words the language has as the next one."""
_LETTERS_OF = 0.006
"""Share of the letters of a text that those of its language alone have at least."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, given: str | None) -> str:
    """Return the tag of the language of a text: "en", or "und" where nothing tells it.

    `given`: what the page says of itself, which is sometimes wrong. It is overruled only by words that are clear.
    """
    told = _told(text[:_READ])
    if given is None:
        return told or UNDETERMINED
    named = primary_language(given)
    # A script tells one of its languages only: Persian is written as Arabic is.
    is_sure = told is not None and (told not in (*SCRIPTS, *LETTERS) or named in _frequent())
    return told if told is not None and told != named and is_sure else given


def _told(text: str) -> str | None:
    """Return the language that the words of a text clearly are in. None: they do not tell."""
    words = [word.lower() for word in _WORD.findall(text)]
    letters = "".join(words)
    script = _by_script(letters)
    if script is not None:
        return script
    if len(words) < _LEAST_WORDS:
        return None
    counts = Counter(words)
    shares = sorted(
        (
            (sum(counts[word] * weight for word, weight in known.items() if word in counts) / len(words), tag)
            for tag, known in _frequent().items()
        ),
        reverse=True,
    )
    (best, tag), (second, _) = shares[:2]
    return tag if best >= _CLEAR and best >= _AHEAD * second else None


@lru_cache(maxsize=1)
def _frequent() -> Mapping[str, Mapping[str, float]]:
    """Return the frequent words of each language, with what each tells: the less, the more languages have it."""
    lists = dict(_lists())
    spread = Counter(word for words in lists.values() for word in set(words))
    return {tag: {word: 1 / spread[word] for word in words} for tag, words in lists.items()}


def _lists() -> Iterator[tuple[str, tuple[str, ...]]]:
    for tag, words in FREQUENT.items():
        yield tag, words
    for tag in TABLES.keys() - FREQUENT.keys():
        yield tag, tuple(sorted(TABLES[tag].function_words))


def _by_script(letters: str) -> str | None:
    """Return the language of a script that is used for one language only, if most letters are of it."""
    sample = letters[:2000]
    if not sample or sample.isascii():
        return None
    counts = Counter[str]()
    for letter, times in Counter(sample).items():
        for tag, ranges in SCRIPTS.items():
            if any(low <= letter <= high for low, high in ranges):
                counts[tag] += times
    if not counts:
        return None
    if counts["ja"] and counts["ja"] * 10 >= counts["zh"]:
        return "ja"
    tag, count = counts.most_common(1)[0]
    if tag == "ru":
        own = (one for one, known in LETTERS.items() if sum(map(sample.count, known)) > _LETTERS_OF * len(sample))
        tag = next(own, tag)
    return tag if 2 * count > len(sample) else None
