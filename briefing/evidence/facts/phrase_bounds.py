"""Where the noun phrase before or after a verb begins and ends, and its apposition."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.names_of_text import NamesOfText
from briefing.evidence.facts.speaker_nouns import NounKind, noun_kind
from briefing.evidence.facts.speech_tokens import Token, TokenKind
from briefing.evidence.languages import Language

_LONGEST_PHRASE = 24
"""Tokens of a noun phrase that are read."""
_LONGEST_APPOSITION = 18
"""Tokens between its two commas."""

_DATE_LINE = 12
"""Tokens of the place and agency before the dash that a report begins with."""

_WITH_AUTHORS = frozenset({NounKind.DOCUMENT, NounKind.DATA, NounKind.IMAGERY})
"""What has authors or origins, named by a preposition behind it: "a report by the ministry"."""

Range = tuple[int, int]
"""Indexes of the first token of a stretch and of the one after its last."""


class PhraseBounds:
    """Finds the noun phrases of one sentence."""

    def __init__(self, tokens: Sequence[Token], names: NamesOfText, language: Language) -> None:
        self.tokens = tokens
        self.names = names
        self.language = language
        self._known = language.speaking
        self._words = _words(language)

    def skip_back(self, at: int) -> int:
        """Return the last index before a verb that is no auxiliary, adverb or date."""
        while at >= 0 and (self.is_adverb(at) or self.is_calendar(at) or self._opens_date(at) or self._is_year(at)):
            at -= 1
        return at

    def is_adverb(self, at: int) -> bool:
        """Whether a token is an auxiliary or an adverb."""
        token = self.tokens[at]
        if token.small in self._known.own_past:
            return True
        is_adverb = token.is_word and not token.is_capital and token.small.endswith(self._words.adverbs)
        return is_adverb and noun_kind(token.small, self.language) is None and not self._is_alone(at)

    def _is_alone(self, at: int) -> bool:
        """Whether only an article or owner stands before a word and a verb behind it, as with "the family said"."""
        before = self.tokens[at - 1] if at else None
        if before is None or not (before.small in self._known.determiners or before.kind is TokenKind.OWNER):
            return False
        behind = self.tokens[at + 1].small if at + 1 < len(self.tokens) else ""
        return not behind or behind in self._words.spoken or behind in self._words.auxiliaries

    def is_calendar(self, at: int) -> bool:
        """Whether a token is a weekday or a month."""
        return self.tokens[at].small in self._words.calendar

    def _opens_date(self, at: int) -> bool:
        """Whether a token is a preposition before a date: the "on" of "on Tuesday"."""
        return self.tokens[at].small in self._known.prepositions and at + 1 < len(self.tokens) and self.is_time(at + 1)

    def _is_year(self, at: int) -> bool:
        return self.tokens[at].kind is TokenKind.NUMBER and at > 0 and (self.is_calendar(at - 1) or self._precedes(at))

    def _precedes(self, at: int) -> bool:
        return self.tokens[at - 1].small in self._known.prepositions

    def is_time(self, at: int) -> bool:
        """Whether a token may be part of a date."""
        token = self.tokens[at]
        is_adverb = token.small in self._known.own_past and not token.is_capital
        return self.is_calendar(at) or token.kind is TokenKind.NUMBER or is_adverb

    def is_sign(self, at: int, signs: str) -> bool:
        """Whether a token is one of some signs."""
        return self.tokens[at].kind is TokenKind.SIGN and self.tokens[at].text in signs

    def is_preposition(self, at: int) -> bool:
        """Whether a token is a preposition."""
        small = self.tokens[at].small
        return small in self._known.prepositions or (
            small in self._known.inner and small not in self._known.determiners
        )

    def opens_clause(self, at: int) -> bool:
        """Whether a noun opens a clause of time before a comma: the "Hours" of "Hours before the vote, Holt said"."""
        behind = self.tokens[at + 1].small if at + 1 < len(self.tokens) else ""
        is_word = self.tokens[at].is_word and self.tokens[at].small not in self._known.determiners
        return is_word and behind in self._known.clause_starts - self._known.relatives - frozenset(
            self.language.joiners
        )

    def behind_date_line(self) -> int:
        """Return the index of the first word after the place that opens a report: "LYON, France - ...". 0: none."""
        if not self.tokens or not self.tokens[0].text.isupper():
            return 0
        for index, token in enumerate(self.tokens[:_DATE_LINE]):
            if self.is_sign(index, "-\u2013"):
                return index + 1
            if token.is_word and not token.is_capital:
                return 0
        return 0

    def kind_within(self, start: int, end: int) -> NounKind | None:
        """Return the kind of the main noun of a stretch: the last one before a preposition, else the first one."""
        found: list[tuple[int, NounKind]] = []
        for index in range(start, end):
            token = self.tokens[index]
            is_inner = token.small in self._known.inner or self.is_preposition(index)
            if found and (is_inner or token.kind is TokenKind.SIGN):
                break
            kind = noun_kind(token.small, self.language) if token.is_word else None
            if kind is not None:
                found.append((index, kind))
        return found[-1][1] if found else None

    def opening_of(self, at: int) -> int | None:
        """Return the index of the sign that opens the apposition or aside that the sign at an index closes.

        None: it closes none.
        """
        closing = self.tokens[at].text
        opening = "(" if closing == ")" else closing
        for index in range(at - 1, max(at - _LONGEST_APPOSITION - 1, 0), -1):
            if self.is_sign(index, opening):
                return index if closing == ")" or self._may_be_apposition(index + 1, at) else None
            if self.is_sign(index, ";:'"):
                return None
        return None

    def _may_be_apposition(self, start: int, end: int) -> bool:
        token, before = self.tokens[start], self.tokens[start - 2] if start > 1 else None
        if start >= end or before is None or not (before.is_word or before.text == ")"):
            return False
        if token.small in self._known.relatives or token.kind is TokenKind.NUMBER:
            return True
        if token.small in self._known.clause_starts or self._has_verb(start, end):
            return False
        is_speaker = before.is_capital or noun_kind(before.small, self.language) is not None
        if token.small in self._known.prepositions:
            return is_speaker
        return is_speaker or token.is_capital or self.kind_within(start, end) is not None

    def _has_verb(self, start: int, end: int) -> bool:
        """Whether a stretch has an auxiliary outside a relative clause, so that it is a clause of its own."""
        for token in self.tokens[start:end]:
            if token.small in self._known.relatives:
                return False
            if token.small in self.language.discourse.auxiliaries and token.small not in self._known.inner:
                return True
        return False

    def apposition_behind(self, end: int) -> Range | None:
        """Return the tokens of an apposition that begins at an index: ", chief executive of Alder,"."""
        if end + 1 >= len(self.tokens) or self.tokens[end].text != ",":
            return None
        last = min(len(self.tokens), end + 1 + _LONGEST_APPOSITION)
        is_age = self.tokens[end + 1].kind is TokenKind.NUMBER and self.tokens[end + 2 : end + 3] != []
        if is_age and self.is_sign(end + 2, ","):
            return self.apposition_behind(end + 2) or (end + 1, end + 2)
        stop = next((index for index in range(end + 1, last) if self._stops(index)), last)
        return (end + 1, stop) if stop > end + 1 else None

    def _stops(self, index: int) -> bool:
        return self.tokens[index].kind is TokenKind.SIGN and self.tokens[index].text not in "&-"

    def start_of(self, at: int) -> int:
        """Return the index where the phrase begins that ends with the token at an index."""
        known, small = self._known, self.tokens[at].small
        if any(small in words for words in (known.singular_persons, known.plural_pronouns, known.thing_pronouns)):
            return at
        start = at
        for index in range(at, max(at - _LONGEST_PHRASE, -1), -1):
            if self._ends_backwards(index, at):
                break
            start = index
            if self._begins_phrase(index):
                break
        while start < at and (self.is_preposition(start) or self.is_adverb(start)):
            start += 1
            while start < at and self.is_time(start):
                start += 1
        return start

    def _begins_phrase(self, index: int) -> bool:
        """Whether an article begins a phrase: that of "quoted an official", unlike that of "head of the agency"."""
        known = self._known
        if index == 0 or self.tokens[index].small not in known.determiners or self.tokens[index].is_capital:
            return False
        before = self.tokens[index - 1]
        if before.small in known.determiners or before.small in known.inner or self._joins(index - 1):
            return False
        if self.tokens[index].small in known.inner:
            return False  # a genitive: "Präsident des Verbandes"
        return before.kind is not TokenKind.OWNER

    def is_first_person(self, index: int) -> bool:
        """Whether a token is a pronoun of the writer: "I", "us", unlike "US"."""
        token = self.tokens[index]
        is_acronym = len(token.text) > 1 and token.text.isupper()
        return token.small in self._known.first_persons and not is_acronym

    def _ends_backwards(self, index: int, at: int) -> bool:
        token, known = self.tokens[index], self._known
        if token.kind is TokenKind.SIGN and token.text != "&":
            return True
        if token.small in known.tail_words and index and self.tokens[index - 1].kind is TokenKind.SIGN:
            return True  # '"...", so Ministerin Holm'
        if token.small in known.clause_starts and not (token.is_capital and index):
            return not self._joins(index)
        if index < at and (token.small in known.singular_persons or self.is_first_person(index)):
            return True
        if index < at and token.small in self._words.spoken and not token.is_capital:
            return True
        return token.small in known.prepositions and token.small not in known.inner

    def _joins(self, index: int) -> bool:
        """Whether an "and" is inside one phrase: "Control and Prevention", "de la statistique et des études"."""
        if self.tokens[index].small not in self.language.joiners or not 0 < index < len(self.tokens) - 1:
            return False
        before, behind = self.tokens[index - 1], self.tokens[index + 1]
        if self.names.is_joined(before.text, behind.text):
            return True
        if behind.small in self._known.inner and before.is_word and not before.is_capital:
            return True
        kinds = (noun_kind(before.small, self.language), noun_kind(behind.small, self.language))
        return kinds[0] is not None and kinds[1] is not None and not before.is_capital

    def end_of(self, at: int) -> int:
        """Return the index where the phrase ends that begins at an index."""
        if at < len(self.tokens) and self.tokens[at].small in self._known.singular_persons:
            return at + 1
        index = at
        while index < min(len(self.tokens), at + _LONGEST_PHRASE) and not self._ends_forwards(index, at):
            index += 1
        while index > at and (
            self.is_preposition(index - 1) or self.tokens[index - 1].small in self._known.determiners
        ):
            index -= 1
        return index

    def _ends_forwards(self, index: int, at: int) -> bool:
        token, known = self.tokens[index], self._known
        if token.kind is TokenKind.SIGN and token.text != "&":
            return True
        if token.small in known.clause_starts and not token.is_capital:
            return not self._joins(index)
        return index > at and (self._is_foreign(index) or self._ends_name(index, at))

    def _is_foreign(self, index: int) -> bool:
        """Whether a token inside a phrase can no longer belong to it: a number, a date, a pronoun, a new article."""
        token, known = self.tokens[index], self._known
        if token.kind is TokenKind.NUMBER or self.is_calendar(index):
            return True
        if token.small in self._words.auxiliaries and not token.is_capital:
            return True
        if token.small in known.singular_persons or self.is_first_person(index) or token.small in known.own_past:
            return True
        if token.small in known.determiners and token.small not in known.inner and not token.is_capital:
            return self.tokens[index - 1].small not in known.inner
        is_inner = token.small in known.inner or self.is_preposition(index)
        return is_inner and not token.is_capital and not self._goes_on(index)

    def _goes_on(self, index: int) -> bool:
        """Whether the preposition at an index continues a noun phrase: "of the", "at Corwin"."""
        if index + 1 >= len(self.tokens) or self.tokens[index].small not in self._known.inner:
            return False
        behind = self.tokens[index + 1]
        if self.is_calendar(index + 1) or behind.kind is not TokenKind.WORD:
            return False
        if self.tokens[index].small not in self._known.inner_of_names or behind.is_capital:
            return True
        kind = noun_kind(self.tokens[index - 1].small, self.language)
        return kind in _WITH_AUTHORS and behind.small in self._known.determiners

    def _ends_name(self, index: int, at: int) -> bool:
        """Whether a word in small letters ends a phrase because a name stands before it: "said Holt after"."""
        token, before = self.tokens[index], self.tokens[index - 1]
        if token.is_capital or not token.is_word or not before.is_capital:
            return False
        small = token.small
        if self._known.capital_nouns:  # after a noun only its genitive or a verb can come
            return small not in self._known.inner and small not in self._known.determiners
        if small in self._known.inner or small in self.language.discourse.small_names:
            return False
        behind = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if behind is not None and behind.is_word and not behind.is_capital:
            is_noun = noun_kind(behind.small, self.language) is not None and not self.is_adverb(index)
            if is_noun and small not in self._words.spoken and small not in self._known.prepositions:
                return False  # "a Red Cross disaster report"
        opens = index - 1 == at and not self.names.is_name(before.text)
        return not opens and noun_kind(small, self.language) is None

    def is_relative_clause(self, start: int) -> bool:
        """Whether the words at an index are the verb of a relative clause: "the man who led the team"."""
        at = self.relative_before(start)
        if at < 0:
            return False
        token, known = self.tokens[start], self._known
        pronouns = (known.singular_persons, known.plural_pronouns, known.thing_pronouns, known.first_persons)
        if token.is_capital or token.small in known.determiners or any(token.small in words for words in pronouns):
            return False
        return noun_kind(token.small, self.language) is None

    def relative_before(self, start: int) -> int:
        """Return the index of a relative pronoun right before an index, auxiliaries passed. -1: there is none."""
        at = start - 1
        while at > 0 and self.is_adverb(at):
            at -= 1
        return at if at > 0 and self.tokens[at].small in self._known.relatives else -1

    def is_between(self, at: int) -> bool:
        """Whether a token may stand between a verb and a subject after it: an auxiliary, an adverb, a date."""
        token = self.tokens[at]
        if token.small in self._known.own_past or self.is_calendar(at) or self._opens_date(at):
            return True
        if token.kind is TokenKind.NUMBER:
            return self._is_day(at)
        is_article = token.small in self._known.determiners
        return is_article and at + 1 < len(self.tokens) and (self.is_calendar(at + 1) or self._is_day(at + 1))

    def _is_day(self, at: int) -> bool:
        """Whether a token is the number of a day beside its month: "a 13 July report", "a July 13 report"."""
        if self.tokens[at].kind is not TokenKind.NUMBER:
            return False
        return self.is_calendar(at - 1) or (at + 1 < len(self.tokens) and self.is_calendar(at + 1))


class _Words(NamedTuple):
    """The words of a language that bound phrases, taken from several fields."""

    adverbs: tuple[str, ...]
    auxiliaries: frozenset[str]
    spoken: frozenset[str]
    """Verbs of saying that are no nouns."""
    calendar: frozenset[str]


@lru_cache(maxsize=8)
def _words(language: Language) -> _Words:
    known, discourse = language.speaking, language.discourse
    return _Words(
        tuple(discourse.adverb_endings) or ("\0",),
        discourse.auxiliaries - known.inner - known.determiners,
        (frozenset(discourse.says) | known.acts | known.clauses | known.as_words)
        - known.nouns_too
        - discourse.nouns_too
        - discourse.auxiliaries,
        frozenset((*language.weekdays, *language.months)),
    )
