"""What a quantity counts or measures, before it becomes a label."""

from __future__ import annotations

from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.sentence_tokens import Phrase, SentenceTokens
from briefing.evidence.languages import Language
from briefing.evidence.numbers.directions import Direction

MOST_WORDS = 9
"""Words of the longest label."""


class Core(NamedTuple):
    """What a quantity counts or measures, before it is told apart from the others of its sentence."""

    base: str = ""
    """The thing, without a capital: "container volumes". Empty: nothing says so."""
    noun: str | None = None
    """The noun that a bare number counts, as written: "houses". None: it is measured."""
    turn: Direction = Direction.NONE
    """UP or DOWN: it is the amount of a rise or fall of the thing."""
    is_change: bool = False
    """True: it is such an amount, also where `base` says so itself: "rise in volumes"."""
    is_before: bool = False
    """True: it is the amount that another one is compared with."""
    is_conversion: bool = False
    """True: it gives the amount before it in another unit."""
    is_done: bool = False
    """True: the text says what happened to the things, or what was done with the amount."""
    is_state: bool = False
    """True: the text says that it is so at a time."""
    is_place: bool = False
    """True: a preposition before the number makes it a place: "in 15 states"."""
    phrase: Phrase | None = None
    """Where the words stand, if they stand in one place."""
    thing: str = ""
    """The noun phrase alone, for a number after it that has none: "houses" of "houses swept away"."""


def core_of(line: SentenceTokens, phrase: Phrase | None) -> Core | None:
    """Return a noun phrase as what a quantity measures; a long one without its last prepositions."""
    if phrase is None:
        return None
    phrase = line.shortened(phrase, MOST_WORDS)
    text = line.text(phrase)
    return Core(text, phrase=phrase, thing=text)


class LabelWords(NamedTuple):
    """The small words of one language around what is counted."""

    links: frozenset[str]
    """Prepositions between a verb or noun and its amount."""
    of: frozenset[str]
    more: frozenset[str]
    """Words between a number and its noun: "more"."""
    determiners: frozenset[str]
    """Articles and possessive pronouns."""
    comparisons: tuple[str, ...]
    """Words before an amount that another one is compared with, each after a space."""


@lru_cache(maxsize=64)
def label_words(language: Language) -> LabelWords:
    """Return the small words of a language."""
    own = language.connectors
    return LabelWords(
        links=frozenset(language.counting.links),
        of=frozenset([*own.of, *own.of_the, *own.genitive_articles, *language.counting.of_more]),
        more=frozenset(own.more),
        determiners=frozenset(
            [*own.articles, *own.whole_articles, *language.discourse.possessives, *language.counting.determiners]
        ),
        comparisons=tuple(f" {one}" for one in language.counting.comparisons),
    )
