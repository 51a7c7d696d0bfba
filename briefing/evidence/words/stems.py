"""Stems: all forms of a verb or noun give one string, so that the words of claim and source can be compared."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Language
from briefing.evidence.words.prose import Prose

_LEAST = 3
"""Letters that remain at least when an ending is removed."""


@lru_cache(maxsize=20_000)
def stem(word: str, language: Language) -> str:
    """Return the stem of a word in small letters, at most `stem_letters` long: "sign" for "signed" and "signs"."""
    known = language.discourse.irregular.get(word)
    base = _without_endings(word, language) if known is None else known
    return base[: max(language.discourse.stem_letters, _LEAST)]


def _without_endings(word: str, language: Language) -> str:
    base = word
    prefix = language.discourse.participle_prefix
    if prefix and base.startswith(prefix) and base.endswith(("t", "en")) and len(base) > len(prefix) + 2 + _LEAST:
        base = base[len(prefix) :]
    for ending in language.discourse.endings:
        if base.endswith(ending) and len(base) - len(ending) >= _LEAST:
            base = base[: len(base) - len(ending)]
            if f"{base}e" in _irregular(language):
                return f"{base}e"
            break
    return base[:-1] if len(base) > _LEAST and base[-1] == base[-2] else base


@lru_cache(maxsize=64)
def _irregular(language: Language) -> frozenset[str]:
    """Return the base forms of the irregular verbs: "take"."""
    return frozenset(language.discourse.irregular.values())


@lru_cache(maxsize=20_000)
def whole_stem(word: str, language: Language) -> str:
    """Return the stem of a word in small letters in full length, so that it is shared by forms of this word only.

    "receive" and "received" share it, "company" and "companies", "long" and "length".
    """
    word = word.removesuffix("'s").removesuffix("'")
    word = language.irregular.get(word) or language.discourse.irregular.get(word) or word
    for _ in range(2):
        ending = next((end for end in _endings(language) if word.endswith(end)), None)
        if ending is None or len(word) - len(ending) < _LEAST:
            break
        word = word.removesuffix(ending)
    return _DOUBLED.sub(r"\1", word)


_DOUBLED = re.compile(r"([^\W\d_])\1$")


@lru_cache(maxsize=64)
def _endings(language: Language) -> tuple[str, ...]:
    return tuple(sorted(language.endings, key=len, reverse=True))


class ContentWord(NamedTuple):
    """A content word: one that is no article, pronoun, auxiliary or the like."""

    start: int
    end: int
    small: str
    stem: str
    verbal: bool
    """True: its form, or the word before it, shows that it is a verb."""


def content_words(prose: Prose) -> tuple[ContentWord, ...]:
    """Return the content words of some prose, in order."""
    return prose.once(_content_words)


def content_stems(prose: Prose) -> frozenset[str]:
    """Return the stems of the content words. Meant for `Prose.once`."""
    return frozenset(word.stem for word in content_words(prose))


def _content_words(prose: Prose) -> tuple[ContentWord, ...]:
    language = prose.language
    found: list[ContentWord] = []
    before = ""
    empty, auxiliaries = language.stop_words, language.discourse.auxiliaries
    for word in prose.words:
        small = word.small.removesuffix("'s")
        if len(small) > 1 and small not in empty and small not in auxiliaries:
            verbal = before in auxiliaries or _is_past(small, language)
            found.append(ContentWord(word.start, word.end, small, stem(small, language), verbal))
        before = small
    return tuple(found)


@lru_cache(maxsize=20_000)
def _is_past(small: str, language: Language) -> bool:
    return (
        small in language.discourse.irregular
        or small.endswith(language.discourse.participle_ends)
        or bool(language.discourse.participle_prefix and small.startswith(language.discourse.participle_prefix))
    )
