"""What a language has around numbers: what counts nothing, ages, directions, ranges, and what is counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quantities:
    """Words by which a language counts and measures. Every word is in small letters and folded."""

    small_words: frozenset[str] = frozenset()
    """Words that count nothing and name nothing: of, in, was, the. One behind a number is not what it counts."""
    ordinal_before: tuple[str, ...] = ()
    """Before digits with a full stop, what makes them an ordinal also where a capital follows: "die 2. Liga"."""
    numbered: tuple[str, ...] = ()
    """What has a number of its own, which counts nothing: "section", "flight", "no."."""
    clock: tuple[str, ...] = ()
    """Behind a number, what makes it a time of day: "a.m.", "o'clock"."""
    at_clock: tuple[str, ...] = ()
    """Before an hour, what makes "10 heures" a time of day: "à"."""
    aged_before: tuple[str, ...] = ()
    aged_behind: tuple[str, ...] = ()
    """What stands around an age: "aged", "-year-old"."""
    age_words: tuple[str, ...] = ()
    """Beginnings of words by which a label or a unit says that a figure is an age."""
    persons_pattern: str = ""
    """A pattern of further words for people, in small letters: "[a-z]{3,}ists". Empty: there is none."""
    before_one: tuple[str, ...] = ()
    """Before the word for one, what makes both mean nobody: "no one"."""
    nothing: tuple[str, ...] = ()
    """Words for none: "no", "nobody"."""
    single: tuple[str, ...] = ()
    """Words for one, besides the article: "single", "sole"."""
    minus: tuple[str, ...] = ()
    """Before a number, what makes it negative; with a full stop, behind one: "below zero."."""
    rises: tuple[str, ...] = ()
    falls: tuple[str, ...] = ()
    """Words that say in which direction a number changes; a final * stands for any ending."""
    changes: tuple[str, ...] = ()
    """Words for a change that leave its direction open, or say the usual one: "change", "growth"."""
    levels: tuple[str, ...] = ()
    """Between such a word and a number, what makes the number a level: "rose to"."""
    change_nouns: tuple[str, ...] = ()
    """Of `rises` and `falls`, the nouns behind which one of `change_amounts` gives the amount: "Verlust von"."""
    change_amounts: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    """Before four digits, what makes them a year: "in", "since"."""
    contests: tuple[str, ...] = ()
    """Beginnings of words by which two numbers are a score or a vote: "won", "goal"."""
    ranging: tuple[str, ...] = ()
    """Words behind which "from 3 to 4" is a range: "ranging", "between"."""
    telephone: tuple[str, ...] = ()
    """Words before the number of a telephone."""
    tolerance: tuple[str, ...] = ()
    """Between a value and what it may be off by: "plus or minus"."""
    counted: str | None = None
    """A pattern of a word that a number counts: in English a plural, in German a word with a capital."""
    not_counted: frozenset[str] = frozenset()
    """Words that have this form and are not counted: "was", "always"."""
    not_over: tuple[str, ...] = ()
    """Hedges that are prepositions before a span of time: "over twelve months"."""
    unsure_hedges: tuple[str, ...] = ()
    """Hedges that may be plain verbs before a small number: "passed 12 laws"."""
    estimated_things: tuple[str, ...] = ()
    """Patterns of an estimate that ends before a number: "estimated cost of"."""
    dimensions: tuple[tuple[tuple[str, ...], str], ...] = ()
    """Words for what is measured, with the keys of measures of the kinds that measure it: "height" in metres."""
    implied: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()
    """Names of measures, a key of their kind, and beginnings of words by which a text says the same: "height", "high";
    no such words: the unit says it."""
    by: tuple[str, ...] = ()
    """Before a number, what makes it the amount of a change: "by"."""
    estimates: tuple[str, ...] = ()
    """Beginnings of words by which a writer says that a number is an estimate."""
    fates: tuple[tuple[str, ...], ...] = ()
    """Groups of beginnings of words for what befalls people who are counted: killed, injured, missing."""
    references: frozenset[str] = frozenset()
    """Words that stand for what another sentence names: "it", "there"."""
    drops_subject: bool = False
    """Whether a sentence may begin with its verb and leave out its subject."""
    label_words: frozenset[str] = frozenset()
    """Words of a label that a text need not have, besides `generic` and `measuring`: "played", "term"."""
    qualifiers: frozenset[str] = frozenset()
    """Words before what is measured that make it another measure: "adjusted"."""
