"""The words of a language around numbers: ages, directions, ranges, what is counted, what is not."""

from __future__ import annotations

from briefing.base.frozen import frozen_table


@frozen_table
class Quantities:
    """The words by which a language counts and measures. All are in small letters and folded."""

    small_words: frozenset[str] = frozenset()
    """Function words ("of", "in", "was", "the"): one after a number is not what it counts."""
    ordinal_before: tuple[str, ...] = ()
    """Words before digits with a full stop that are an ordinal, even before a capital: "die 2. Liga"."""
    numbered: tuple[str, ...] = ()
    """Things that have a number, which counts nothing: "section", "flight", "no."."""
    models: tuple[str, ...] = (
        r"(?-i:7[0-8]7(?:-\d{1,4}|-?(?:x|X|ER|LR)|s)?\s(?:MAX|Max|Dreamliners?|Freighter|jet|program|programme)\b)",
        r"(?-i:7[0-8]7(?:-\d{1,4}|-?(?:x|X|ER|LR))(?!\w))",
    )
    """Patterns of models that are written like numbers, in any language: "787-9", "737 Max"."""
    streets: tuple[str, ...] = ()
    """Patterns of what follows the number of a house: " Eighth Street"."""
    citations: tuple[str, ...] = ()
    """Patterns, with their capitals, of what follows a number in a citation: the "U.S.C." of "28 U.S.C."."""
    clock: tuple[str, ...] = ()
    """Words after a number that is a time of day: "a.m.", "o'clock"."""
    at_clock: tuple[str, ...] = ()
    """Words before an hour that is a time of day and no duration: the "à" of "à 10 heures"."""
    aged_before: tuple[str, ...] = ()
    aged_behind: tuple[str, ...] = ()
    """Words before and after an age: "aged", "-year-old"."""
    age_words: tuple[str, ...] = ()
    """First letters of words in a label or unit of a figure that is an age."""
    persons_pattern: str = ""
    """A pattern of further words for people, in small letters: "[a-z]{3,}ists". Empty: there is none."""
    before_one: tuple[str, ...] = ()
    """Words before "one" that make both mean nobody, or somebody who is not counted: "no", "another"."""
    nothing: tuple[str, ...] = ()
    """Words for 0: "no", "nobody"."""
    single: tuple[str, ...] = ()
    """Words for 1, besides the article: "single", "sole"."""
    minus: tuple[str, ...] = ()
    """Words before a negative number. One with a full stop comes after it: "below zero."."""
    rises: tuple[str, ...] = ()
    falls: tuple[str, ...] = ()
    """Words for rises and falls; a final * stands for any ending."""
    changes: tuple[str, ...] = ()
    """Words for a change whose direction is open, or is only usual: "change", "growth"."""
    levels: tuple[str, ...] = ()
    """Words between such a word and a number that is the new level: the "to" of "rose to"."""
    change_nouns: tuple[str, ...] = ()
    """Nouns among `rises` and `falls`, and the prepositions of their amount: "Verlust" and "von"."""
    change_amounts: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    """Words before four digits that are a year: "in", "since"."""
    contests: tuple[str, ...] = ()
    """First letters of words beside two numbers that are a score or a vote: "won", "goal"."""
    ranging: tuple[str, ...] = ()
    """Words before "from 3 to 4" that make it a range: "ranging", "between"."""
    telephone: tuple[str, ...] = ()
    """Words before a telephone number."""
    leaving_out: tuple[str, ...] = ()
    """Words before what an amount is without: "before", "excluding"."""
    contacts: tuple[str, ...] = ()
    """Headings above those who can be reached: "media contact"."""
    tolerance: tuple[str, ...] = ()
    """Words between a value and its tolerance: "plus or minus"."""
    counted: str | None = None
    """A pattern of words that a number may count: plurals in English, words with a capital in German."""
    not_counted: frozenset[str] = frozenset()
    """Words of this form that are not counted: "was", "always"."""
    not_over: tuple[str, ...] = ()
    """Hedges that may be prepositions before a span of time: "over twelve months"."""
    unsure_hedges: tuple[str, ...] = ()
    """Hedges that may be verbs before a small number: "passed 12 laws"."""
    estimated_things: tuple[str, ...] = ()
    """Patterns of phrases before a number that is an estimate: "estimated cost of"."""
    dimensions: tuple[tuple[tuple[str, ...], str], ...] = ()
    """Words for what is measured, with keys of the units of its kinds: "height" with "m"."""
    implied: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()
    """Names of measures ("height"), the key of a unit of their kind ("m"), and the first letters of words by which a
    text implies them ("high"). No such words: the unit alone implies them."""
    by: tuple[str, ...] = ()
    """Words before the amount of a change: "by"."""
    estimates: tuple[str, ...] = ()
    """First letters of words by which a writer says that a number is an estimate."""
    fates: tuple[tuple[str, ...], ...] = ()
    """Groups of words for the fate of people who are counted, by their first letters: killed, injured, missing."""
    references: frozenset[str] = frozenset()
    """Words for something that another sentence names: "it", "there"."""
    drops_subject: bool = False
    """True: a sentence may leave out its subject and begin with its verb."""
    label_words: frozenset[str] = frozenset()
    """Words of a label, besides `generic` and `measuring`, that a text need not have: "played", "term"."""
    qualifiers: frozenset[str] = frozenset()
    """Words that make a measure another one: "adjusted"."""
    leading_qualifiers: frozenset[str] = frozenset()
    """Those qualifiers that may begin a label which still lacks another one: "net"."""
    any_quantity: tuple[str, ...] = ()
    """First letters of words in the label of a figure that may be in any unit: "change"."""
    shares: tuple[str, ...] = ()
    """Words, besides those for percent and points, in the unit of a share: "share"."""
