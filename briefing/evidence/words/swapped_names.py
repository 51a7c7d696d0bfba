"""Swapped names: in the claim A does to B what B does to A in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.context import QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.words.prose import Prose, Word
from briefing.evidence.words.stems import stem

_NEAR = 4
"""Words that may lie between the two names of a proposition."""
_BREAK = LazyPattern(r"[.,;:!?()]")


class Proposition(NamedTuple):
    """Who does what to whom in one clause: two names with a verb between them."""

    agent: frozenset[str]
    """The words of the name of who does it, in small letters."""
    verb: str
    """The stem of the verb."""
    patient: frozenset[str]
    """The words of the name of the one to whom it is done, in small letters."""


def swapped_names(own: Prose, contexts: Sequence[QuoteContext]) -> tuple[str, str] | None:
    """Return the names of a claim and of its source, if the source has them the other way round. None: it does not."""
    claimed = own.once(_propositions)
    if not claimed:
        return None
    sourced = [one for context in contexts for one in context.prose.once(_propositions)]
    for mine in claimed:
        if any(_is_same(mine, one) for one in sourced):
            continue
        swapped = Proposition(mine.patient, mine.verb, mine.agent)
        found = next((one for one in sourced if _is_same(swapped, one)), None)
        if found is not None:
            return _words(mine), _words(found)
    return None


def _is_same(one: Proposition, other: Proposition) -> bool:
    return one.verb == other.verb and bool(one.agent & other.agent) and bool(one.patient & other.patient)


def _words(proposition: Proposition) -> str:
    return f"{' '.join(sorted(proposition.agent))} ... {' '.join(sorted(proposition.patient))}"


def _propositions(prose: Prose) -> tuple[Proposition, ...]:
    return tuple(dict.fromkeys(_in_clauses(prose)))


def _in_clauses(prose: Prose) -> Iterator[Proposition]:
    language, words = prose.language, prose.words
    for (begin, first), (second, last) in pairwise(_names(prose)):
        between = words[first:second]
        if not 0 < len(between) <= _NEAR or _BREAK.search(prose.text, words[first - 1].end, words[second].start):
            continue
        small = [word.small for word in between]
        if any(
            word in language.discourse.pronouns or word in (*language.clause_breaks, *language.joiners)
            for word in small
        ):
            continue
        one, other = (_parts(words[start:end]) for start, end in ((begin, first), (second, last)))
        agent, patient = (other, one) if small[-1] in language.discourse.passive else (one, other)
        verb = next((word for word in small if _is_telling(word, language)), None)
        if verb is not None:
            yield Proposition(agent, stem(verb, language), patient)


def _is_telling(word: str, language: Language) -> bool:
    known = language.discourse
    return word not in language.stop_words and word not in known.small_names and word not in known.auxiliaries


def _names(prose: Prose) -> list[tuple[int, int]]:
    """Return the names, neighbouring words with capitals, as ranges of word indexes."""
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
