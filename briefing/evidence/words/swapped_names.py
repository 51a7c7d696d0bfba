"""Swapped names: a claim has one do to the other what its source has the other do to the one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.evidence.context import Context
from briefing.evidence.languages import Language
from briefing.evidence.words.prose import Prose, Word
from briefing.evidence.words.stems import stem

_NEAR = 4
"""Words that may stand between a verb and a name on either side of it."""
_BREAK = re.compile(r"[.,;:!?()]")


class Proposition(NamedTuple):
    """Who did what to whom, as one clause has it: two names with one verb between them."""

    doer: frozenset[str]
    """The words of the name, in small letters."""
    verb: str
    """Its stem."""
    other: frozenset[str]


def swapped_names(own: Prose, contexts: Sequence[Context]) -> tuple[str, str] | None:
    """Return who does what to whom in a claim, and in its source, where it is the other way round."""
    mine = own.once(_deeds)
    if not mine:
        return None
    theirs = [deed for context in contexts for deed in context.prose.once(_deeds)]
    for deed in mine:
        if any(_is_same(deed, one) for one in theirs):
            continue
        turned = next((one for one in theirs if _is_same(Proposition(deed.other, deed.verb, deed.doer), one)), None)
        if turned is not None:
            return _words(deed), _words(turned)
    return None


def _is_same(one: Proposition, other: Proposition) -> bool:
    return one.verb == other.verb and bool(one.doer & other.doer) and bool(one.other & other.other)


def _words(deed: Proposition) -> str:
    return f"{' '.join(sorted(deed.doer))} ... {' '.join(sorted(deed.other))}"


def _deeds(prose: Prose) -> tuple[Proposition, ...]:
    return tuple(dict.fromkeys(_in_clauses(prose)))


def _in_clauses(prose: Prose) -> Iterator[Proposition]:
    language, words = prose.language, prose.words
    for (begin, first), (second, last) in pairwise(_names(prose)):
        between = words[first:second]
        if not 0 < len(between) <= _NEAR or _BREAK.search(prose.text, words[first - 1].end, words[second].start):
            continue
        small = [word.small for word in between]
        if any(word in language.discourse.pronouns or word in (*language.breaks, *language.joiners) for word in small):
            continue
        one, other = (_parts(words[start:end]) for start, end in ((begin, first), (second, last)))
        doer, done_to = (other, one) if small[-1] in language.discourse.passive else (one, other)
        verb = next((word for word in small if _is_telling(word, language)), None)
        if verb is not None:
            yield Proposition(doer, stem(verb, language), done_to)


def _is_telling(word: str, language: Language) -> bool:
    known = language.discourse
    return word not in language.empty and word not in known.small_names and word not in known.auxiliaries


def _names(prose: Prose) -> list[tuple[int, int]]:
    """Return the names as stretches of words: capitals side by side."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(prose.words):
        if not word.text[0].isupper() or word.small in prose.language.discourse.small_names or len(word.text) == 1:
            continue
        if found and found[-1][1] == at and prose.text[prose.words[at - 1].end : word.start] == " ":
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _parts(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.small.removesuffix("'s") for word in words)
