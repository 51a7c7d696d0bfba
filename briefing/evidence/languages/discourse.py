"""What a language is to the rules for who says it, for doubt, denial, certainty and time: words, and forms of verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Discourse:
    """Every word is in small letters and folded. What is empty is not known, and then not looked for."""

    irregular: Mapping[str, str] = field(default_factory=dict)
    """Forms of irregular verbs, to the form in which they are compared: "sent" to "send"."""
    endings: tuple[str, ...] = ()
    """Endings of words that are taken off before they are compared, the longest first: "ing", "ed"."""
    participle_prefix: str = ""
    """What a participle may begin with: "ge"."""
    stem_letters: int = 5
    """Letters in which two words that speak of one thing agree."""
    participle_ends: tuple[str, ...] = ()
    """Endings by which a verb is known in the past or as a participle: "ed"."""
    auxiliaries: frozenset[str] = frozenset()
    """Words before a verb: "was", "been", "to"."""
    past_auxiliaries: tuple[str, ...] = ()
    """Words that say of a verb behind them that it is done: "has", "was", "did"."""
    passive_auxiliaries: tuple[str, ...] = ()
    """Words between what is done to and a participle: "been"."""
    verb_last: bool = False
    """Whether the verb that a plan governs may stand at the end of the clause."""
    definite: tuple[str, ...] = ()
    """Articles before things that a sentence takes as given: "the"."""
    settled: tuple[str, ...] = ()
    """Participles behind a comma that say what is so, whatever is said before: "dating"."""
    not_done: tuple[str, ...] = ()
    """Beginnings of a writer's words that leave a plan a plan, besides `future` and `intent`: "would", "agree to"."""
    plans: tuple[str, ...] = ()
    """Phrases for what is still to be done: "will", "plans to"."""
    says: tuple[str, ...] = ()
    """Verbs that say whose words these are: "said"."""
    says_clause: tuple[str, ...] = ()
    """Verbs that do so only before a clause, or behind what is said: "announced that"."""
    nouns_too: frozenset[str] = frozenset()
    """Of the verbs, and of `clause_doubt`, those that are nouns as well: "claims"."""
    noun_marks: frozenset[str] = frozenset()
    """Words behind which they are nouns: "the", "insurance"."""
    clause_words: tuple[str, ...] = ()
    """What begins such a clause: "that"."""
    attributions: tuple[str, ...] = ()
    """Phrases before the name of who says it: "according to"."""
    passes_on: tuple[str, ...] = ()
    """Beginnings of a writer's words that say that somebody else says it: "report", "accord"."""
    pronouns: tuple[str, ...] = ()
    """Words that stand for somebody who has been named: "he"."""
    of_things: tuple[str, ...] = ()
    """Of these, what stands for no speaker: "its"."""
    possessives: tuple[str, ...] = ()
    """Of these, what only says whose a thing is: "his"."""
    small_names: frozenset[str] = frozenset()
    """Words inside names that name nobody: "of", "the"."""
    generic_bodies: tuple[str, ...] = ()
    """Beginnings of words that name an organisation only with what stands beside them: "minist", "bank"."""
    same_roles: tuple[str, ...] = ()
    """Beginnings of words for a role that go on in several ways: "spokes", as in "spokeswoman"."""
    acts: tuple[str, ...] = ()
    """Verbs of those who are said to speak, besides `says` and `says_clause`: "rejected"."""
    unnamed: tuple[str, ...] = ()
    """Beginnings of words for those who say something and are not named: "official", "source"."""
    certain: tuple[str, ...] = ()
    """Beginnings of words of certainty: "undoubtedly"."""
    certain_enough: tuple[str, ...] = ()
    """Beginnings of a source's words that say as much: "sure"."""
    proven: tuple[str, ...] = ()
    """Beginnings of words that say that a thing is proved: "confirm"."""
    proven_enough: tuple[str, ...] = ()
    """Beginnings of a source's words that say as much: "verif"."""
    probable: tuple[str, ...] = ()
    """Beginnings of a writer's words of likelihood: "likely", "probab"."""
    probable_enough: tuple[str, ...] = ()
    """Beginnings of a source's words that say as much: "expect"."""
    split_negation: str = ""
    """A pattern of the first part of a negation that stands on both sides of its verb: "ne ... pas"."""
    plan_forms: str = ""
    """A pattern of forms of the verb that speak of what is to be done."""
    denying: tuple[str, ...] = ()
    """Beginnings of a source's words that a writer may put with a negation, besides `weaker`: "exclud"."""
    clause_doubt: tuple[str, ...] = ()
    """Verbs that put in doubt only before one of `clause_starts`, or behind what is doubted: "claims"."""
    clause_starts: tuple[str, ...] = ()
    doubt_forms: tuple[str, ...] = ()
    """Patterns of further words of doubt: forms of the verb that a table cannot list."""
    ahead: tuple[str, ...] = ()
    """Words of a writer's for what lies ahead, besides `future`: "was to"."""
    before_nouns: tuple[str, ...] = ()
    """Of the particles that deny, those that stand before a noun: "no"."""
    limits: tuple[str, ...] = ()
    """Words over which no particle reaches: "until"."""
    conditions: tuple[str, ...] = ()
    """What makes a clause a condition: "if"."""
    inner_denial: tuple[str, ...] = ()
    """Phrases of a quote that deny the verb behind them, besides `denial`: "failed to", "ruled out"."""
    opposite_verbs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Pairs of groups of verbs that say otherwise of the same thing: "approve" and "reject"."""
    converses: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Pairs that say one thing of two sides, and otherwise of the same subject: "buy" and "sell"."""
    directions: tuple[tuple[str, str], ...] = ()
    """Pairs of words that say otherwise before the same word: ("before", "after")."""
    passive: tuple[str, ...] = ()
    """What stands between a verb in the passive and who does it: "by"."""
