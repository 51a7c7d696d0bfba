"""Swapped names: a claim has one do to the other what its source has the other do to the one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.evidence.contexts import Context
from briefing.evidence.prose import Prose
from briefing.evidence.stems import stem

_NEAR = 4
"""Words that may stand between a verb and a name on either side of it."""
_BREAK = re.compile(r"[.,;:!?()]")


class Deed(NamedTuple):
    """Who did what to whom, as one clause has it: two names with one verb between them."""

    doer: str
    verb: str
    """Its stem."""
    other: str


def swapped_names(own: Prose, contexts: Sequence[Context]) -> tuple[str, str] | None:
    """Return who does what to whom in a claim, and in its source, where it is the other way round."""
    mine = own.once(_deeds)
    if not mine:
        return None
    theirs = {deed for context in contexts for deed in context.prose.once(_deeds)}
    for deed in mine:
        turned = Deed(deed.other, deed.verb, deed.doer)
        if turned in theirs and deed not in theirs:
            return f"{deed.doer} ... {deed.other}", f"{turned.doer} ... {turned.other}"
    return None


def _deeds(prose: Prose) -> frozenset[Deed]:
    return frozenset(_in_clause(prose))


def _in_clause(prose: Prose) -> Iterator[Deed]:
    names = [at for at, word in enumerate(prose.words) if _is_name(prose, at)]
    for first, second in pairwise(names):
        one, other = prose.words[first], prose.words[second]
        between = prose.words[first + 1 : second]
        if not 0 < len(between) <= _NEAR or _BREAK.search(prose.text, one.end, other.start):
            continue
        language = prose.language
        small = [word.small for word in between]
        if any(
            word in language.statements.pronouns or word in language.breaks or word in language.joiners
            for word in small
        ):
            continue
        verbs = [word for word in small if word not in language.empty and word not in language.statements.small_names]
        passive = small[-1] in language.statements.passive
        names_here = (_name(one.text), _name(other.text))
        doer, done_to = reversed(names_here) if passive else names_here
        yield from (
            Deed(doer, stem(verb, language), done_to) for verb in verbs if verb not in language.statements.auxiliaries
        )


def _is_name(prose: Prose, at: int) -> bool:
    word = prose.words[at]
    return word.text[0].isupper() and len(word.text) > 1 and word.small not in prose.language.statements.small_names


def _name(word: str) -> str:
    return word.lower().removesuffix("'s")
