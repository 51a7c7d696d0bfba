"""Stems: all forms of a verb or noun give one string, so that the words of claim and source can be compared."""

from __future__ import annotations

from functools import lru_cache, partial

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern
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
    for ending in language.discourse.endings if base.endswith(language.discourse.endings) else ():
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
        if not word.endswith(_endings(language)):
            break
        ending = next(end for end in _endings(language) if word.endswith(end))
        if len(word) - len(ending) < _LEAST:
            break
        word = word.removesuffix(ending)
    return _DOUBLED.sub(r"\1", word)


_DOUBLED = LazyPattern(r"([^\W\d_])\1$")


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
    is_behind_auxiliary = False
    for start, end, _, whole in prose.words:
        word = _as_content(whole, language)
        if isinstance(word, bool):
            is_behind_auxiliary = word
            continue
        small, stemmed, is_past = word
        found.append(_content_word((start, end, small, stemmed, is_behind_auxiliary or is_past)))
        is_behind_auxiliary = False
    return tuple(found)


_content_word = partial(tuple.__new__, ContentWord)
"""Makes a content word of its five fields, in half the time of a call of `ContentWord`."""


@lru_cache(maxsize=20_000)
def _as_content(word: str, language: Language) -> tuple[str, str, bool] | bool:
    """Return a content word without the "'s" of an owner, its stem, and whether its form is that of a past.

    Of a word that is none: whether it is an auxiliary.
    """
    small, known = word.removesuffix("'s"), language.discourse
    if small in known.auxiliaries:
        return True
    if len(small) <= 1 or small in language.stop_words:
        return False
    is_past = (
        small in known.irregular
        or small.endswith(known.participle_ends)
        or bool(known.participle_prefix and small.startswith(known.participle_prefix))
    )
    return small, stem(small, language), is_past
