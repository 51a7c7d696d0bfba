"""The words of a language around speakers: verbs by what they tell, and nouns for those who speak or show."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.base.frozen import field, frozen_table


@frozen_table
class Speaking:
    """All words are in small letters and folded. Nouns are beginnings of words, in compounds also later parts."""

    # Verbs, besides `says` and `says_clause` of the discourse.
    acts: frozenset[str] = frozenset()
    """Verbs that attribute what follows, whatever it is, if their subject can speak: "announced", "expects"."""
    clauses: frozenset[str] = frozenset()
    """Verbs that attribute only a clause after them, or what comes before them: "added that"."""
    as_words: frozenset[str] = frozenset()
    """Verbs that attribute only words in quotation marks: "called it 'dangerous'"."""
    shows: frozenset[str] = frozenset()
    """Verbs of documents, data and images: "showed". Of others they attribute only a clause."""
    with_word: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Verbs that attribute only before one of these words, with those words: "called" with "for"."""
    with_object: frozenset[str] = frozenset()
    """Verbs before the one who is told: "told"."""
    participles: frozenset[str] = frozenset()
    """Forms that go on from the speaker of the sentence: "saying", "adding"."""
    command_links: frozenset[str] = frozenset()
    """Words after the one who is told that begin a command: the "to" of "told him to go"."""
    catenatives: tuple[str, ...] = ()
    """Verbs, with what links them, before a verb that says something nevertheless: "continues to", "went on to"."""
    on_record: frozenset[str] = frozenset()
    """Words of a sentence that make a single name that speaks a person's: "interview"."""
    participle_links: frozenset[str] = frozenset()
    """Words before a participle with a clause, besides joiners: the "after" of "after finding that"."""
    nouns_too: frozenset[str] = frozenset()
    """Verbs that may be nouns: "estimates", "report"."""
    quoted: tuple[str, ...] = ()
    """Phrases in the passive whose subject speaks: "was quoted as saying"."""
    behind_name: tuple[str, ...] = ()
    """Phrases of attribution that follow the speaker: "zufolge"."""
    standings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By value of `standing`, the beginnings of verbs and nouns that say it: "expect" for "expected"."""
    not_yet: frozenset[str] = frozenset()
    """Words before a verb after which nothing is said: "to", "would", "may"."""
    own_past: frozenset[str] = frozenset()
    """Auxiliaries and adverbs between a subject and its verb: "has", "also"."""
    not_said: frozenset[str] = frozenset()
    """Words before a verb that deny it: "did not say" says nothing. Verbs of `standings` are said nevertheless."""
    idioms: frozenset[str] = frozenset()
    """Words right after a verb that attributes nothing then: "up" of "showed up"."""

    # The grammar of subjects.
    clause_starts: frozenset[str] = frozenset()
    """Words that begin a clause: "that", "while", "because"."""
    relatives: frozenset[str] = frozenset()
    """Relative pronouns: "who"."""
    determiners: frozenset[str] = frozenset()
    """Articles, numbers and possessives that begin a noun phrase: "the", "two", "his"."""
    indefinite: frozenset[str] = frozenset()
    """Those of them after which nobody certain is meant: "a", "some"."""
    inner: frozenset[str] = frozenset()
    """Prepositions that continue a noun phrase: "of", "at", "for"."""
    inner_of_names: frozenset[str] = frozenset()
    """Those of them that continue it only before a name: "in"."""
    name_particles: frozenset[str] = frozenset()
    """Small words inside the names of persons: "von", "de la"."""
    long_particles: tuple[str, ...] = ()
    """The same in several words of which the last is a particle only there: "von der"."""
    tail_words: frozenset[str] = frozenset()
    """Words between what is said and the speaker: the "so" of "..., so der Minister"."""
    name_links: frozenset[str] = frozenset()
    """Words, besides "of", inside the names of organisations: "for"."""
    joining: frozenset[str] = frozenset()
    """Words between two verbs of one subject: "and", "but"."""
    inverts: bool = False
    """True: a subject may follow its verb anywhere."""
    prepositions: frozenset[str] = frozenset()
    """Other prepositions, which end one: "in", "on"."""
    singular_persons: frozenset[str] = frozenset()
    """Pronouns for one person: "he", "she"."""
    plural_pronouns: frozenset[str] = frozenset()
    thing_pronouns: frozenset[str] = frozenset()
    """Pronouns for an organisation: "it"."""
    first_persons: frozenset[str] = frozenset()
    """Pronouns of the writer or the reader: "I", "we", "you"."""
    perfect: frozenset[str] = frozenset()
    """Participles that end a clause, with the subject beside an auxiliary before them: "angekündigt"."""
    perfect_auxiliaries: frozenset[str] = frozenset()
    """Those auxiliaries: "hat"."""
    adjectives_behind: bool = False
    """True: an adjective may follow its noun: "source judiciaire"."""
    omits_pronouns: bool = False
    """True: a verb without a subject means the last speaker: "aseguró"."""

    elided: tuple[str, ...] = ()
    """Elided words, with their apostrophe: "l'"."""

    clitic_subjects: tuple[str, ...] = ()
    """Pronouns joined to a verb or its auxiliary: the "-il" of "ajoute-t-il", "a-t-il ajouté"."""
    reflexives: frozenset[str] = frozenset()
    """Pronouns with which an auxiliary makes no passive: the "s'" of "s'est réjoui"."""

    # Nouns.
    capital_nouns: bool = False
    """True: all nouns have capitals, so that a capital does not make a name."""
    persons: tuple[str, ...] = ()
    """Words for one who has a role or an office: "minister", "professor"."""
    person_endings: tuple[str, ...] = ()
    """Endings of long words for persons: the "ist" of "geophysicist"."""
    mouthpieces: tuple[str, ...] = ()
    """Beginnings of those for people who speak for others, and are nobody by themselves: "spokes"."""
    groups: tuple[str, ...] = ()
    """Words for people without a name: "official", "source"."""
    bodies: tuple[str, ...] = ()
    """Words for organisations, besides `generic_bodies`: "prosecutors' office"."""
    documents: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    imagery: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    media_names: frozenset[str] = frozenset()
    """Words in the names of media, in small letters: "times", "reuters"."""
    legal_forms: frozenset[str] = frozenset()
    """Words after the name of a company: "plc", "gmbh"."""
    name_bodies: frozenset[str] = frozenset()
    """Words inside the names of organisations that by themselves are none: "airlines", "systems"."""
    place_beginnings: frozenset[str] = frozenset()
    """First words of the names of countries, places and companies: "South", "New"."""
    author_links: frozenset[str] = frozenset()
    """Words between a document and its authors, besides "of": "by"."""
    comparing: frozenset[str] = frozenset()
    """Words before something that is only compared with: "than"."""
    nobody: frozenset[str] = frozenset()
    """Words that begin a subject that says nothing: "neither"."""
    company_things: frozenset[str] = frozenset()
    """Words right after the name of a company: the "shares" of "Home Depot shares"."""
    finders: tuple[str, ...] = ()
    """Beginnings of words for people who find something out: "researcher" may take `shows` as documents do."""
    clause_only: frozenset[str] = frozenset()
    """Verbs of `says` of the discourse that attribute only a clause: "conceded a penalty" says nothing."""
    unsigned: tuple[str, ...] = ()
    """Beginnings of those words for data that nobody is named for: "estimate"."""
    civil: frozenset[str] = frozenset()
    """Words of address before a surname: "mr", "frau"."""
    titles: frozenset[str] = frozenset()
    """Words before a name that are a role, with a capital or without: "president", "sir", "chief", "executive"."""
    same_body: tuple[str, ...] = ()
    """Beginnings of words that mean the company that a text is about: "company", "group"."""
    plural_endings: Mapping[str, str] = field(default_factory=dict)
    """Endings of plurals that replace one of the singular: "ies" for "y"."""
    in_compounds: bool = False
    """True: nouns may be the later part of a longer word: "Wirtschaftsminister"."""
