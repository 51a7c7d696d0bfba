"""The verbs and phrases of attribution of a language, and whether such a word attributes something where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.speaker_nouns import noun_kind
from briefing.evidence.facts.speaker_phrases import Phrase
from briefing.evidence.facts.speech_tokens import Token, TokenKind
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern, phrases
from briefing.format.model import SourceKind, Standing

_SHOWING = frozenset({SourceKind.DOCUMENT, SourceKind.DATA, SourceKind.IMAGERY, SourceKind.MEDIA})
_FAR = 14
"""Tokens after a verb among which the verb of its clause, or the second part of the verb, is looked for."""
_LONGEST_TOLD = 9
"""Tokens from a verb to the command that follows the one who is told."""


_WORDS = LazyPattern(r"[^\W\d_]+")


class VerbTable(NamedTuple):
    """The verbs and phrases of a language."""

    says: frozenset[str]
    every: frozenset[str]
    by: re.Pattern[str]
    """Phrases beside a speaker; the group `behind` follows it, the speaker of the group `quoted` is its subject."""
    words: frozenset[str]
    """The other words."""
    phrases: tuple[str, ...]
    """The phrases that `by` finds."""


@lru_cache(maxsize=8)
def verb_table(language: Language) -> VerbTable:
    """Return the verbs and phrases of a language, made on the first call."""
    known, discourse = language.speaking, language.discourse
    says = frozenset(each for each in discourse.says if " " not in each)
    clauses = frozenset((*discourse.says_clause, *known.clauses, *known.clause_only))
    says -= frozenset((*known.behind_name, *known.clause_only))
    every = says | known.perfect | known.as_words | clauses | known.acts | known.shows | known.participles
    parts = (
        rf"(?P<behind>{phrases(known.behind_name)})|(?P<quoted>{phrases(known.quoted)})",
        rf"(?:{phrases(discourse.attributions)})",
    )
    by = rf"(?<![^\W_])(?:{'|'.join(parts)})"
    beside = (*known.tail_words, *known.behind_name, *known.quoted, *discourse.attributions)
    single = every | {each for each in beside if _WORDS.fullmatch(each) is not None}
    named = (*known.behind_name, *known.quoted, *discourse.attributions)
    return VerbTable(says, every, re.compile(by, re.IGNORECASE), single - set(named), named)


def may_speak(text: str, language: Language) -> bool:
    """Whether a text has a verb or phrase that may attribute something."""
    table, small = verb_table(language), text.lower()
    return not table.words.isdisjoint(_WORDS.findall(small)) or any(each in small for each in table.phrases)


def standing_of(word: str, language: Language) -> Standing:
    """Return the standing that a verb gives to what it attributes."""
    small = word.lower()
    found = (name for name, beginnings in language.speaking.standings.items() if small.startswith(beginnings))
    return Standing(next(found, Standing.REPORTED.value))


class SpeechVerbs:
    """Decides about the verbs of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], language: Language) -> None:
        self._text = text
        self._tokens = tokens
        self._language = language
        self._known = language.speaking
        self._table = verb_table(language)
        signs = (index for index, each in enumerate(tokens) if each.kind is TokenKind.SIGN and each.text in ",'")
        self._first_sign = next(signs, len(tokens))
        """The first comma or quotation mark, before which nothing has been said yet."""

    def may_attribute(self, index: int) -> bool:
        """Whether the word at an index is a verb of attribution, and no noun or idiom."""
        token = self._tokens[index]
        if token.small not in self._table.every:
            return False
        if token.is_capital and index and self._tokens[index - 1].text != "'":
            return False
        return not self._is_noun(index) and not self._is_idiom(index)

    def _is_noun(self, index: int) -> bool:
        small, discourse, known = self._tokens[index].small, self._language.discourse, self._known
        if small not in known.nouns_too and small not in discourse.nouns_too:
            return False
        if self.behind_catenative(index - 1) != index - 1:
            return False
        if index == 0 or self._is_noun_behind(index):
            return True
        before = self._tokens[index - 1]
        if before.kind is TokenKind.SIGN:
            return before.text in ";:(-"
        if before.kind is not TokenKind.WORD or before.small in discourse.noun_marks:
            return True
        return any(before.small in words for words in (known.determiners, known.prepositions, known.inner))

    def _is_noun_behind(self, index: int) -> bool:
        """Whether what follows a word makes it a noun: "falsified documents.", "the reports of"."""
        small, discourse, known = self._tokens[index].small, self._language.discourse, self._known
        behind = self._tokens[index + 1].small if index + 1 < len(self._tokens) else ""
        links = (*self._language.connectors.of, *known.author_links)
        if self._only_shows(small) and noun_kind(small, self._language) is not None and not behind.isalnum():
            return not (index and self._is_showing_noun(index - 1))
        if behind in discourse.auxiliaries - {"to"} or behind in links:
            return True
        return (not behind and not self.is_tail(index)) or self._is_plain_verb(behind)

    def _is_showing_noun(self, index: int) -> bool:
        kind = noun_kind(self._tokens[index].small, self._language)
        return kind is not None and kind.value in _SHOWING

    def _is_plain_verb(self, word: str) -> bool:
        """Whether a word is a verb and no noun: the "show" of "hospital records show"."""
        nouns = (self._known.nouns_too, self._language.discourse.nouns_too)
        return word in self._table.every and not any(word in each for each in nouns)

    def _is_idiom(self, index: int) -> bool:
        behind = [each.small for each in self._tokens[index + 1 : index + 3]]
        if behind[:1] and behind[0] in self._known.idioms:
            return True
        if " ".join(behind) in self._language.discourse.not_attributing:
            return True
        if " ".join((self._tokens[index].small, *behind[:1])) in self._known.catenatives:
            return True
        wanted = self._known.with_word.get(self._tokens[index].small)
        if wanted is None:
            return False
        far, begin = (_FAR, index + 1) if self._language.discourse.verb_last else (1, self._behind_asides(index + 1))
        reach = {each.small for each in self._tokens[begin : begin + far]}
        return reach.isdisjoint(wanted) and not self.is_tail(index)

    def _behind_asides(self, at: int) -> int:
        """Return the index after adverbs, votes and days that part a verb from its clause: "ruled 6-3 that"."""
        adverbs, tokens = self._language.discourse.adverb_endings or ("\0",), self._tokens
        while at + 1 < len(tokens):
            is_led = tokens[at].small in self._known.prepositions or tokens[at].small in self._known.determiners
            is_day = is_led and self._is_weekday(at + 1)
            is_vote = tokens[at].kind is TokenKind.NUMBER or (tokens[at].text in "-\u2013" and at > 0)
            if not (is_day or is_vote or self._is_weekday(at) or tokens[at].small.endswith(adverbs)):
                break
            at += 1
        return at

    def is_passive(self, between: Sequence[str]) -> bool:
        """Whether the words between a subject and its verb make it passive: "was reported"."""
        if not self._known.reflexives.isdisjoint(between):
            return False
        return any(each in self._language.discourse.passive_auxiliaries for each in between)

    def is_unsaid(self, index: int, before: str, between: Sequence[str]) -> bool:
        """Whether the words before a verb say that nothing is said: "did not say", "is to announce"."""
        known = self._known
        if before in known.joining and self._is_infinitive(index):
            return True
        if before in known.not_yet or any(each in known.not_yet for each in between):
            return True
        small = self._tokens[index].small
        is_reflexive = not known.reflexives.isdisjoint((before, *between))
        if is_reflexive and small in known.shows and small not in known.clauses:
            return True  # "se montre optimiste"
        if is_reflexive and standing_of(small, self._language) is Standing.DISPUTED:
            return True  # "se negó a decir"
        is_plain = standing_of(self._tokens[index].small, self._language) is Standing.REPORTED
        return is_plain and any(each in known.not_said for each in between)

    def _is_infinitive(self, index: int) -> bool:
        """Whether a verb after an "and" may go on from a "to" before it: "to submit designs and suggest a use"."""
        is_base = f"{self._tokens[index].small}s" in self._table.every
        return is_base and any(token.small in self._known.not_yet for token in self._tokens[:index])

    def is_said_by(self, phrase: Phrase, index: int) -> bool:
        """Whether a verb with its subject attributes something."""
        small, known = self._tokens[index].small, self._known
        is_known = phrase.is_certain or phrase.pronoun is not None
        if small in known.as_words:
            return is_known and (self.has_words(index) or (self.is_tail(index) and self._is_quoted_before(index)))
        if small in self._table.says:
            is_plain = standing_of(small, self._language) is Standing.REPORTED
            if is_known or (small in known.shows and self.has_plain_clause(index)):
                return True
            return is_plain and (self.has_clause(index) or self.is_tail(index))
        if not is_known:
            behind = [each.small for each in self._tokens[index + 1 : index + 2]]
            return any(each in self._language.discourse.clause_words for each in behind)
        if small in known.acts or known.with_word.get(small):
            return True
        return self._is_shown_by(phrase, index)

    def _is_shown_by(self, phrase: Phrase, index: int) -> bool:
        """Whether a verb that may be one of documents and data, or takes a clause, attributes something."""
        small = self._tokens[index].small
        is_showing = phrase.kind in _SHOWING or self._is_showing_group(phrase)
        if is_showing and small in self._known.shows:
            return True
        if self._only_shows(small):
            return self.has_plain_clause(index) or (self.is_tail(index) and not self._has_object(index))
        return self.has_clause(index) or self.is_tail(index)

    def _only_shows(self, small: str) -> bool:
        """Whether a verb is one of documents and data alone: "showed", unlike "noted"."""
        known, discourse = self._known, self._language.discourse
        others = (known.clauses, known.acts, known.clause_only, discourse.says_clause, self._table.says)
        return small in known.shows and not any(small in each for each in others)

    def _has_object(self, index: int) -> bool:
        return index + 1 < len(self._tokens) and self._tokens[index + 1].is_word

    def has_plain_clause(self, index: int) -> bool:
        """Whether a word that begins a clause, or a sign before a quotation, stands right after a verb."""
        at = self._behind_asides(index + 1)
        words = self._language.discourse.clause_words
        return at < len(self._tokens) and (self._tokens[at].small in words or self._tokens[at].text in "':")

    def is_command(self, index: int) -> bool:
        """Whether a verb with one who is told leads to what that one shall do: "told a teller to fill a bag"."""
        if self._tokens[index].small not in self._known.with_object:
            return False
        discourse = self._language.discourse
        begun = (discourse.clause_words, discourse.auxiliaries - self._known.command_links)
        for at in range(index + 2, min(index + _LONGEST_TOLD, len(self._tokens) - 1)):
            token, behind = self._tokens[at], self._tokens[at + 1]
            inner = self._known.inner | self._known.prepositions
            is_second = token.small in self._known.determiners and self._tokens[at - 1].small not in inner
            if token.kind is TokenKind.SIGN or is_second or any(token.small in each for each in begun):
                return False
            if token.small in self._known.command_links:
                is_verb = behind.kind is TokenKind.WORD and not behind.is_capital
                is_verb = is_verb and behind.small not in self._known.determiners
                return is_verb and not self._has_auxiliary(at + 2)
        return False

    def _has_auxiliary(self, at: int) -> bool:
        """Whether an auxiliary follows in the same clause: the "had" of "plans to close the plant had been dropped"."""
        discourse = self._language.discourse
        ends = (discourse.clause_words, self._known.clause_starts)
        for each in self._tokens[at : at + _FAR]:
            if each.small in discourse.auxiliaries - self._known.command_links and not each.is_capital:
                return True
            if each.kind is TokenKind.SIGN or any(each.small in words for words in ends):
                return False
        return False

    def behind_catenative(self, at: int) -> int:
        """Return the index before a verb such as "continues to" that ends at an index; else the index itself."""
        for each in self._known.catenatives:
            words = each.split()
            first = at + 1 - len(words)
            if first > 0 and [token.small for token in self._tokens[first : at + 1]] == words:
                return first - 1
        return at

    def has_words(self, index: int) -> bool:
        """Whether words in quotation marks follow a verb in its clause."""
        begin = index + 2 if self._opens_words(index + 1) else index + 1
        for each in self._tokens[begin : index + 1 + _FAR]:
            if each.kind is TokenKind.SIGN:
                return each.text == "'"
            if self._text.startswith(self._known.quoted or ("\0",), each.start):
                return False
        return False

    def _opens_words(self, at: int) -> bool:
        """Whether a comma or colon and a quotation mark stand at an index: 'asked, "Why?"'."""
        return [each.text for each in self._tokens[at : at + 2]] in ([",", "'"], [":", "'"])

    def _is_quoted_before(self, index: int) -> bool:
        """Whether words in quotation marks come before a verb and its subject."""
        return any(each.text == "'" and each.kind is TokenKind.SIGN for each in self._tokens[:index])

    def _is_showing_group(self, phrase: Phrase) -> bool:
        """Whether a phrase without a name stands for data or for those who find it: "estimates", "researchers"."""
        if phrase.role is None or phrase.kind is not SourceKind.UNNAMED:
            return False
        words = self._text[phrase.role.start : phrase.role.end].lower().split()
        if any(each.startswith(self._known.finders or ("\0",)) for each in words):
            return True
        return any((kind := noun_kind(each, self._language)) is not None and kind.value in _SHOWING for each in words)

    def has_clause(self, index: int) -> bool:
        """Whether a clause or a quotation follows a verb."""
        tokens, discourse = self._tokens, self._language.discourse
        at = index + 1
        while at < len(tokens) and (tokens[at].small in self._known.own_past or self._is_weekday(at)):
            at += 1
        if at < len(tokens) and tokens[at].text == ",":
            behind = tokens[at + 1 : at + 2]
            return any(each.text == "'" or each.small in discourse.clause_words for each in behind)
        if at < len(tokens) and tokens[at].text in {"'", ":"}:
            return True
        if at < len(tokens) and tokens[at].small in discourse.clause_words:
            return True
        return self._has_verb(at) or self._has_colon(at)

    def _has_colon(self, at: int) -> bool:
        """Whether a colon and a quotation follow in the same clause: "wrote on Sunday in a letter: '...'"."""
        for index in range(at, min(at + _FAR, len(self._tokens))):
            if self._opens_words(index):
                return True
            if self._tokens[index].kind is TokenKind.SIGN and self._tokens[index].text in ".;,'":
                return False
        return False

    def _is_weekday(self, at: int) -> bool:
        return self._tokens[at].small in self._language.weekdays

    def _has_verb(self, at: int) -> bool:
        """Whether a clause with a verb of its own begins at an index."""
        discourse = self._language.discourse
        for each in self._tokens[at : at + _FAR]:
            if (each.kind is TokenKind.SIGN and each.text in ";.,'") or each.small in self._language.joiners:
                return False
            if each.small in self._table.every and each.small not in self._known.participles:
                return True
            if each.small in discourse.clause_words or each.small in discourse.auxiliaries - {"to"}:
                return True
        return False

    def is_tail(self, index: int) -> bool:
        """Whether what is said comes before a verb: "..., the ministry added"."""
        tokens = self._tokens
        if index <= self._first_sign:
            return False
        behind = tokens[index + 1] if index + 1 < len(tokens) else None
        if behind is None or (behind.kind is TokenKind.SIGN and behind.text in ".,;:!?'-\u2013"):
            return True
        known = self._known
        if any(behind.small in words for words in (known.prepositions, known.inner, known.own_past)):
            return True
        return self._is_weekday(index + 1) or (index > 0 and tokens[index - 1].text in ",'")

    def is_inverted(self, phrase: Phrase, index: int, before: Token | None) -> bool:
        """Whether a phrase after a verb is its subject: "..., said Ada Holt", unlike "..., told the court that"."""
        if self._tokens[index].small in self._known.with_object:
            return False
        behind = next((token for token in self._tokens[index + 1 :] if token.start >= phrase.end), None)
        known = self._known
        ends = behind is None or behind.kind is TokenKind.SIGN
        if behind is not None and not ends:
            ends = any(behind.small in words for words in (known.prepositions, known.inner, known.own_past))
        if before is None or before.text == "'":
            return phrase.is_certain or ends
        is_said = self._tokens[index].small in self._table.says
        return (phrase.is_certain or is_said) and (ends or (known.inverts and phrase.is_certain))
