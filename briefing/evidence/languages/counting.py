"""The words of a language between a number and what it counts; from them a figure gets its unit and its label."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from briefing.base.frozen import field, frozen_table


@frozen_table
class Counting:
    """All words are in small letters and folded, unless the field says otherwise. Empty: such words are not known."""

    # Units.
    money_first: bool = False
    """True: a brief writes the code of a currency before its scale, "USD million". False: as the text, after it."""
    long_scales: Mapping[Decimal, str] = field(default_factory=dict)
    """Scales that a text abbreviates, in the word that a brief has for them: "million" for "m"."""
    plural_units: Mapping[str, str] = field(default_factory=dict)
    """Units with an irregular plural: "foot" with "feet"."""
    points: str = "%"
    """The unit of percentage points."""
    wholes: tuple[str, ...] = ()
    """Phrases after a percentage that belong to its unit: "of GDP"."""
    per: str = "/"
    """The word of a unit before its divisor: "per"."""
    per_any: tuple[str, ...] = ()
    """Words of a text before any divisor: "per"."""
    per_some: tuple[str, ...] = ()
    """Words of a text that may stand before one of `per_nouns`: the "a" of "48 cents a share"."""
    per_nouns: tuple[str, ...] = ()
    interval_words: tuple[str, ...] = ()
    """Words before the interval around a value: "confidence interval"."""

    # Labels.
    level_verbs: tuple[str, ...] = ()
    """Verbs between a thing and its amount: "was", "totalled", the "stood" of "stood at"."""
    object_verbs: frozenset[str] = frozenset()
    """Those of `level_verbs` whose object may be the amount itself: the "raised" of "raised $20m"."""
    pace_nouns: tuple[str, ...] = ()
    """Nouns that say nothing of what has an amount: the "rate" of "inflation at the rate of 2 percent"."""
    weak_heads: frozenset[str] = frozenset()
    """Nouns that need the word before them in a unit: the "seekers" of "asylum seekers"."""
    elided: tuple[str, ...] = ()
    """Elided words, besides those of the connectors: "qu'"."""
    links: tuple[str, ...] = ()
    """Prepositions between such a verb, or a noun, and an amount: "to", "at"."""
    comparisons: tuple[str, ...] = ()
    """Words before an amount that another one is compared with: the "with" of "compared with"."""
    clause_words: frozenset[str] = frozenset()
    """Words that begin a clause: "that", "while"."""
    auxiliaries: frozenset[str] = frozenset()
    """Auxiliaries that may stand between a noun and its verb: "have", "will"."""
    passive: frozenset[str] = frozenset()
    """Those of the passive: "were", "been"."""
    modals: frozenset[str] = frozenset()
    """Those before an infinitive: "will", "could", "to"."""
    adverbs: frozenset[str] = frozenset()
    """Adverbs, besides those with an ending of adverbs, that may stand there: "still", "already"."""
    participle_pattern: str = ""
    """A pattern of further participles, in small letters. Empty: there is none."""
    participles: Mapping[str, str] = field(default_factory=dict)
    """Irregular forms of verbs, with the participle: "took" with "taken", "leaving" with "left"."""
    bases: Mapping[str, str] = field(default_factory=dict)
    """Irregular verbs in their base form, with the participle: "pay" with "paid"."""
    noun_verbs: frozenset[str] = frozenset()
    """Those of `level_verbs` that are also nouns: "costs"."""
    intransitive: frozenset[str] = frozenset()
    """Verbs of the things counted themselves: "died", "collapsed"."""
    particles: frozenset[str] = frozenset()
    """Words that belong to the verb before them: "off", "away"."""
    persons: frozenset[str] = frozenset()
    """Words for people, besides `Language.persons`: "miners"."""
    who: str = ""
    that: str = ""
    """Relative pronouns for people and things. Empty: a label has no relative clause."""
    to_do: str = ""
    """The word before an infinitive in a label: "to". Empty: a label has none."""
    share: str = ""
    """The word of a label for a percentage of something: "Share"."""
    rise: str = ""
    fall: str = ""
    """The words of a label for a change: "Rise in {}", with {} for what changes."""
    change: str = ""
    """The words of a label for a change whose direction is not known: "Change in {}"."""
    change_nouns: Mapping[str, str] = field(default_factory=dict)
    """Nouns for a change, with the preposition of what changes: "rise" with "in"."""
    amount: str = ""
    """The word of a label for an amount of which the text only says what was done with it: "Amount"."""
    of_it: str = ""
    """How a label joins a measure to the thing: "{} of the {}"."""
    before: str = ""
    """The word of a label for the earlier one of two amounts: "before"."""
    before_behind: str = " {}"
    """How that word follows its thing."""
    no_quantities: tuple[str, ...] = ()
    """Number words that say no number by themselves: "both"."""
    idioms: tuple[str, ...] = ()
    """Phrases with a number that counts nothing: "at one point", "911 calls"."""
    numbered: tuple[str, ...] = ()
    """Things that have a number in words, which counts nothing: the "day" of "day five"."""
    pieces: tuple[str, ...] = ()
    """Prepositions of a phrase that says what an amount is for: "for", "in", "on"."""
    not_objects: frozenset[str] = frozenset()
    """Words that are no noun where a noun is looked for: "it", "most"."""
    time_nouns: frozenset[str] = frozenset()
    """Nouns for a stretch of time, which say nothing of what is counted: "quarter", "season"."""
    spans: tuple[str, ...] = ()
    """Words before an amount of time that only says when: "within", "over the past"."""
    spans_behind: tuple[str, ...] = ()
    """Words after such an amount: "ago", "later"."""
    totals: frozenset[str] = frozenset()
    """Words of a label for what adds up: "toll", "sales"."""
    levels: frozenset[str] = frozenset()
    """Words of a label for a state at a time: "rate", "price"."""
    participles_behind: bool = False
    """True: a participle stands behind its noun: "personnes tuées"."""
    worth: frozenset[str] = frozenset()
    """Words between a noun and the amount of money that it is worth: "worth"."""
    foresees: frozenset[str] = frozenset()
    """Verbs whose object is what somebody expects, and not what happened to them: "expects"."""
    needs: frozenset[str] = frozenset()
    """Verbs in the present after a plural noun that no noun is mistaken for: the "need" of "bridges need repair"."""
    range_verbs: frozenset[str] = frozenset()
    """Verbs between a thing and the ends of a range: "ranged"."""
    range_ends: tuple[str, str] = ("{}", "{}")
    """The words of a label for the lower and the upper end of a range: "Minimum of {}"."""
    acts: Mapping[str, str] = field(default_factory=dict)
    """Verbs right after a number, with what it counts then: the "voted" of "123 voted" with "votes"."""
    sides: frozenset[str] = frozenset()
    """Prepositions that tell votes apart: "against"."""
    unnamed: frozenset[str] = frozenset()
    """Nouns that say nothing of what is counted, alone or behind an adjective: "estimates", "results"."""
    vague: frozenset[str] = frozenset()
    """Adjectives that leave such a noun as empty as it is: the "original" of "original estimate"."""
    respectively: frozenset[str] = frozenset()
    """Words after amounts that belong to the parts of a subject in order: "respectively"."""
    done_to_people: frozenset[str] = frozenset()
    """Participles of verbs whose number without a noun counts people: "killed"."""
    chances: frozenset[str] = frozenset()
    """Words behind "more" and "less" for how likely something is: "likely", "risques"."""
    state_verbs: frozenset[str] = frozenset()
    """Verbs beside a noun that is counted, if their number is that of a time: "employs", "remain"."""
    determiners: frozenset[str] = frozenset()
    """Words before a noun that a label leaves out, besides articles and possessives: "this", "another"."""
    not_adverbs: frozenset[str] = frozenset()
    """Words with an ending of adverbs that are none: "family"."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of adjectives, which may stand before a noun for a change: "sharp"."""
    in_kind: tuple[str, ...] = ()
    """Prepositions after an amount of money before what it is: the "in" of "$3 million in fines"."""
    to_be: str = ""
    """The words before a participle in a label of what is planned: "to be"."""
    label_participles: bool = False
    """True: a participle may follow its noun in a label: "bodies recovered"."""
    positions: tuple[str, ...] = ()
    """Prepositions after a distance: "above"."""
    verb_nouns: Mapping[str, str] = field(default_factory=dict)
    """Verbs of level, with the noun of a label for what they measure: "peaked" with "peak"."""
    level: str = ""
    """The noun of a label for how high something stands that rises and falls: "level"."""
    not_turns: frozenset[str] = frozenset()
    """Words among those for rises and falls that are nouns: "losses"."""
    pace_links: tuple[str, ...] = ()
    """Prepositions between a verb for a rise or fall and its percentage: the "at" of "grow at 1.5%"."""
    objects: tuple[str, ...] = ()
    """Pronouns, besides those of speakers, that may be an object: "it"."""
    gerund: tuple[str, str] = ("", "")
    """The ending of a gerund, and that of the participle instead of it: "ing" and "ed"."""
    present_endings: tuple[str, ...] = ()
    """Endings of irregular verbs that are no past: the "s" of "sends"."""
    turn_adverbs: frozenset[str] = frozenset()
    """Words for rises and falls that stand after a verb: the "up" of "edged up"."""
    scale_nouns: frozenset[str] = frozenset()
    """Measures that stand before their number, which stands before its thing: "magnitude 6.8 earthquake"."""
    money_nouns: frozenset[str] = frozenset()
    """Those of `change_nouns` that are an amount of money themselves: "a loss of $3m"."""
    from_words: tuple[str, ...] = ()
    """Prepositions before the amount from which something rose or fell: "from"."""
    distance: str = ""
    """The word of a label for a length of which the text only says what was done with it: "Distance"."""
    area: str = ""
    """The word of a label for an area of which the text only says what was done with it: "Area"."""
    no_passive: frozenset[str] = frozenset()
    """Verbs that have no passive: "travel"."""
    number_adjectives: frozenset[str] = frozenset()
    """Adjectives that may stand before a number: "record", "further"."""
    before_to: frozenset[str] = frozenset()
    """Words before `to_do` after which it is a preposition: the "compared" of "compared to"."""
    verb_pattern: str = ""
    """A pattern, as written, of verb forms that are no noun and no adjective. Empty: there is none."""
    of_more: tuple[str, ...] = ()
    """Further words for "of": the "des" of "la moitié des habitants"."""
    shifts: frozenset[str] = frozenset()
    """Verbs between two amounts that are no rise or fall by themselves: the "passé" of "passé de 7 à 8 %"."""
    multiples: tuple[str, ...] = ()
    """Words after a number by which something else is multiplied: "times"."""
    place_words: tuple[str, ...] = ()
    """Prepositions before a number whose noun is a place or origin, of which the verb says nothing: "in 15 states"."""
    in_all: str = ""
    """The words of a label for the whole of which another number is a part: "in all"."""
