"""The words of a language for who says what, doubt, denial, certainty and plans, and its verb forms."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.base.frozen import field, frozen_table


@frozen_table
class Discourse:
    """All words are in small letters and folded. An empty field: such words are not looked for."""

    irregular: Mapping[str, str] = field(default_factory=dict)
    """Forms of irregular verbs, with their base form: "sent" with "send"."""
    endings: tuple[str, ...] = ()
    """Endings that are removed before words are compared, the longest first: "ing", "ed"."""
    participle_prefix: str = ""
    """Prefix of participles: "ge"."""
    stem_letters: int = 5
    """Length of a stem, in letters: words with the same stem mean the same thing."""
    participle_ends: tuple[str, ...] = ()
    """Endings of verbs in the past and of participles: "ed"."""
    auxiliaries: frozenset[str] = frozenset()
    """Auxiliaries, which come before a verb: "was", "been", "to"."""
    past_auxiliaries: tuple[str, ...] = ()
    """Auxiliaries of a past tense: "has", "was", "did"."""
    passive_auxiliaries: tuple[str, ...] = ()
    """Auxiliaries of the passive: "been"."""
    verb_last: bool = False
    """True: a verb may come at the end of its clause."""
    definite: tuple[str, ...] = ()
    """Articles before things taken for granted: "the"."""
    settled: tuple[str, ...] = ()
    """Participles after a comma that no doubt before it covers: "dating"."""
    not_done: tuple[str, ...] = ()
    """First letters of words, besides `future` and `intent`, by which a writer passes a plan on: "would"."""
    plans: tuple[str, ...] = ()
    """Phrases for plans: "will", "plans to"."""
    says: tuple[str, ...] = ()
    """Verbs of attribution: "said"."""
    tells: tuple[str, ...] = ()
    """Those verbs that name first who is told: "told"."""
    not_attributing: tuple[str, ...] = ()
    """Phrases after such a verb that attributes nothing then: "said to be"."""
    says_clause: tuple[str, ...] = ()
    """Verbs that attribute only before a clause, or after what is said: "announced that"."""
    nouns_too: frozenset[str] = frozenset()
    """Those verbs, also of `clause_doubt`, that may be nouns: "claims"."""
    noun_marks: frozenset[str] = frozenset()
    """Words after which they are nouns: "the", "insurance"."""
    clause_words: tuple[str, ...] = ()
    """Words that begin such a clause: "that"."""
    attributions: tuple[str, ...] = ()
    """Phrases before the name of the speaker: "according to"."""
    passes_on: tuple[str, ...] = ()
    """First letters of words by which a writer attributes something: "report", "accord"."""
    pronouns: tuple[str, ...] = ()
    """Pronouns: "he"."""
    of_things: tuple[str, ...] = ()
    """Pronouns that mean no speaker: "its"."""
    possessives: tuple[str, ...] = ()
    """Possessive pronouns: "his"."""
    small_names: frozenset[str] = frozenset()
    """Words inside names that are no names: "of", "the"."""
    generic_bodies: tuple[str, ...] = ()
    """First letters of words for kinds of organisation: "minist", "bank"."""
    same_roles: tuple[str, ...] = ()
    """First letters of roles with several endings: "spokes" ("spokeswoman")."""
    acts: tuple[str, ...] = ()
    """Verbs of speakers, besides `says` and `says_clause`: "rejected"."""
    unnamed: tuple[str, ...] = ()
    """First letters of words for speakers without a name: "official", "source"."""
    certain: tuple[str, ...] = ()
    """First letters of words of certainty: "undoubtedly"."""
    certain_enough: tuple[str, ...] = ()
    """First letters of further words of a source that say as much: "sure"."""
    proven: tuple[str, ...] = ()
    """First letters of words for what is proven: "confirm"."""
    proven_enough: tuple[str, ...] = ()
    """First letters of further words of a source that say as much: "verif"."""
    probable: tuple[str, ...] = ()
    """First letters of a writer's words of likelihood: "likely", "probab"."""
    probable_enough: tuple[str, ...] = ()
    """First letters of further words of a source that say as much: "expect"."""
    split_negation: str = ""
    """A pattern of the first part of a negation around its verb: the "ne" of "ne ... pas"."""
    plan_forms: str = ""
    """A pattern of verb forms for plans."""
    denying: tuple[str, ...] = ()
    """First letters of words of a source, besides `weaker`, that a writer may express by a negation: "exclud"."""
    clause_doubt: tuple[str, ...] = ()
    """Verbs that express doubt only before one of `clause_starts`, or after what is doubted: "claims"."""
    clause_starts: tuple[str, ...] = ()
    """Words that begin a clause after such a verb: "that"."""
    doubt_forms: tuple[str, ...] = ()
    """Patterns of verb forms that express doubt, such as the German subjunctive."""
    inner_clauses: tuple[str, ...] = ()
    """Words that begin a clause or phrase inside a sentence, with a time of its own: "who", "after"."""
    inner_first: tuple[str, ...] = ()
    """Those that do so even at the beginning of a sentence: "after"."""
    counterfactual: tuple[str, ...] = ()
    """Patterns of verb forms for what would have been: "would have been"."""
    ahead: tuple[str, ...] = ()
    """Further words of a writer for the future: "was to"."""
    negative_endings: tuple[str, ...] = ()
    """Endings of verbs that contain a negative particle: "n't"."""
    negative_verbs: tuple[str, ...] = ()
    """Further verbs that contain a negative particle: "cannot"."""
    negative_beginnings: tuple[str, ...] = ()
    """First letters, hyphen included, of words that contain a negation: "non-"."""
    negation_adverbs: tuple[str, ...] = ()
    """Adverbs between a negation and the word that it denies: "yet"."""
    adverb_endings: tuple[str, ...] = ()
    """Endings of adverbs: "ly"."""
    before_nouns: tuple[str, ...] = ()
    """Negative particles before a noun: "no"."""
    limits: tuple[str, ...] = ()
    """Words that end the scope of a particle: "until"."""
    conditions: tuple[str, ...] = ()
    """Words that begin a condition: "if"."""
    inner_denial: tuple[str, ...] = ()
    """Phrases, besides `denial`, that deny the verb after them: "failed to", "ruled out"."""
    opposite_verbs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Pairs of groups of verbs that are opposites for the same thing: "approve" and "reject"."""
    converses: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Pairs of groups of verbs that are opposites for the same subject: "buy" and "sell"."""
    directions: tuple[tuple[str, str], ...] = ()
    """Pairs of words that are opposites before the same word: ("before", "after")."""
    complementizers: tuple[str, ...] = ()
    """Words between a verb of saying and the sentence that is said: "that"."""
    leaning: tuple[str, ...] = ()
    """Words at the beginning of a sentence that needs the one before it: "this", "however"."""
    document_names: tuple[str, ...] = ()
    """Names of documents with a word that puts nothing in doubt there: "preliminary report"."""
    bare_relatives: bool = False
    """True: a pronoun behind a noun may begin a relative clause: "the panel he appointed in May"."""
    participles_behind: tuple[str, ...] = ()
    """Patterns of participles that shorten a clause behind a noun: "selected" in "others selected by"."""
    participles_before: tuple[str, ...] = ()
    """Patterns of participles between an article and its noun, with a date: "gegründete"."""
    adjuncts: tuple[str, ...] = ()
    """Patterns of participles that add something behind a comma: "helping"."""
    passive: tuple[str, ...] = ()
    """Words between a verb in the passive and its agent: "by"."""
