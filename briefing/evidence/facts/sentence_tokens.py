"""The words and quantities of a sentence in a row, and the phrases among them: noun phrases, subjects, participles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.quantities import Quantity
from briefing.evidence.facts.quantity_units import QuantityUnit
from briefing.evidence.languages import Language, connectors
from briefing.evidence.numbers.counted_nouns import counted_pattern, is_person
from briefing.evidence.patterns import alternatives, starred
from briefing.evidence.words.prose import Prose, Word

_NO_ADVERB = 4
"""Letters of a word that is no adverb by its ending: "only", "fly"."""
_SHORT_DAY = 3
"""Letters of a short weekday, which may be another word: "sun", "mar"."""

_LONGEST_NOUN = 5
"""Words of a noun phrase without its prepositions."""
_REACH = 24
"""Tokens before a quantity that are searched for what it measures."""
_ASIDE = 16
"""Tokens of the longest aside between commas that is passed over."""


class Token(NamedTuple):
    """A word or a quantity."""

    start: int
    end: int
    text: str
    small: str
    """In small letters; of a quantity "#"."""
    quantity: int = -1
    """Index of the quantity. -1: it is a word."""
    is_date: bool = False
    """True: it is a word of a date or an amount of time."""


class Phrase(NamedTuple):
    """Some tokens in a row: indexes of the first, and after the last."""

    begin: int
    end: int
    head: int = -1
    """Index of the noun that is counted. -1: not known."""


class SentenceTokens:
    """The tokens of one sentence."""

    def __init__(self, prose: Prose, quantities: Sequence[Quantity], units: Sequence[QuantityUnit]) -> None:
        self.prose = prose
        self.language = prose.language
        self.counting = prose.language.counting
        self.tokens = tuple(_tokens(prose, quantities, units))
        self.places = tuple(index for index, token in enumerate(self.tokens) if token.quantity >= 0)
        """Index of the token of each quantity."""
        self._sets = _word_sets(prose.language)

    def gap(self, index: int) -> str:
        """Return the signs between a token and the one before it, without spaces."""
        if not 0 < index < len(self.tokens):
            return "." if index else ""
        between = self.prose.text[self.tokens[index - 1].end : self.tokens[index].start].strip()
        if not between:
            return ""
        return between if between.isascii() and not any(map(str.isalnum, between)) else _NAMES.sub("", between)

    def small(self, index: int) -> str:
        """Return a word in small letters; empty outside the sentence."""
        return self.tokens[index].small if 0 <= index < len(self.tokens) else ""

    def is_word(self, index: int) -> bool:
        """Whether a token is a word outside dates."""
        return 0 <= index < len(self.tokens) and self.tokens[index].quantity < 0 and not self.tokens[index].is_date

    def is_content(self, index: int) -> bool:
        """Whether a token may be part of a noun phrase."""
        if not self.is_word(index):
            return False
        text = self.tokens[index].text
        if self.tokens[index].small not in self._sets.empty or (len(text) > 1 and text.isupper()):
            return True
        if self._is_in_name(index) and self.tokens[index].small in self.counting.not_objects:
            return True  # "Lower Tarn"
        return text.isupper() and self.prose.text[self.tokens[index].end : self.tokens[index].end + 1].isdigit()

    def is_owner(self, index: int) -> bool:
        """Whether a token is the owner of what is named after it: "WeWork's"."""
        return self.is_word(index) and self.tokens[index].text.endswith(_OWNER)

    def is_named(self, index: int) -> bool:
        """Whether a token has the capital of a name."""
        return self.is_word(index) and self._is_in_name(index)

    def is_time(self, index: int) -> bool:
        """Whether a token is a unit of time or a word of a date."""
        return 0 <= index < len(self.tokens) and (
            self.tokens[index].is_date or self.tokens[index].small in self.counting.time_nouns
        )

    def is_auxiliary(self, index: int) -> bool:
        """Whether a token is an auxiliary."""
        return self.is_word(index) and self.tokens[index].small in self.counting.auxiliaries

    def is_adverb(self, index: int) -> bool:
        """Whether a token is an adverb that may stand between a noun and its verb."""
        if not self.is_word(index):
            return False
        small = self.tokens[index].small
        return small in self.counting.adverbs or (
            bool(self.language.discourse.adverb_endings)
            and not self._is_in_name(index)
            and len(small) > _NO_ADVERB
            and small.endswith(self.language.discourse.adverb_endings)
            and small not in self.counting.not_adverbs
        )

    def is_turn(self, index: int) -> bool:
        """Whether a token is a verb, adverb or adjective for a rise or fall."""
        if not self.is_word(index) or self._sets.turns.fullmatch(self.tokens[index].small) is None:
            return False
        if self.tokens[index].small in self.counting.not_turns or self._is_in_name(index):
            return False
        return not self.is_change_noun(index)

    def is_change_noun(self, index: int) -> bool:
        """Whether a token is a noun for a change: "a rise", "an increase"."""
        if not self.is_word(index) or self.tokens[index].small not in self.counting.change_nouns:
            return False
        before = self.small(index - 1)
        if not before or self.tokens[index - 1].quantity >= 0 or self.gap(index):
            return bool(before) and self.tokens[index - 1].quantity >= 0
        if self.small(index + 1) in self._sets.of and not self.gap(index + 1) and not self.is_auxiliary(index - 1):
            return True  # "found reduction of crop yields"
        is_adjective = self.is_adjective(index - 1) and not self.is_auxiliary(index - 1)
        return before in self._sets.determiners or is_adjective

    def is_adjective(self, index: int) -> bool:
        """Whether a word before a noun for a change has the form of an adjective."""
        return self.is_word(index) and self.tokens[index].small.endswith(self.counting.adjective_endings or ("\0",))

    def is_level(self, index: int) -> bool:
        """Whether a token is a verb between a thing and its amount."""
        if not self.is_word(index) or self.tokens[index].small not in self._sets.levels:
            return False
        if self.tokens[index].small not in self.counting.noun_verbs or self.is_auxiliary(index - 1):
            return True
        behind = index + 1  # "analysts forecast a profit", but "the profit forecast"
        while self.is_adverb(behind) and not self.gap(behind):
            behind += 1
        has_amount = 0 <= behind < len(self.tokens) and self.tokens[behind].quantity >= 0
        return not self.gap(behind) and (has_amount or self.small(behind) in self._sets.determiners)

    def is_verb(self, index: int) -> bool:
        """Whether a token surely is a verb."""
        return self.is_auxiliary(index) or self.is_level(index) or self.is_turn(index)

    def is_past(self, index: int) -> bool:
        """Whether a token is an irregular form of a verb in the past: "struck"."""
        if not self.is_word(index):
            return False
        small = self.tokens[index].small
        base = self.language.discourse.irregular.get(small, small)
        return base != small and not small.endswith(self.counting.present_endings or ("\0",))

    def done(self, index: int) -> str | None:
        """Return what a verb right before its object does to it: "killed" for "killing". None: it is no such verb."""
        found = self.participle(index)
        if found is not None or not self.is_word(index):
            return found
        small = self.tokens[index].small
        if self._sets.participles.fullmatch(small) is not None and not self.is_auxiliary(index):
            return small
        _, ending = self.counting.gerund
        return f"{small.removesuffix(self.counting.gerund[0])}{ending}" if self.is_gerund(index) else None

    def is_gerund(self, index: int) -> bool:
        """Whether a token has the form of a gerund: "killing", but not "during"."""
        gerund, _ = self.counting.gerund
        small = self.small(index)
        if not gerund or not self.is_word(index) or small in self._sets.empty:
            return False
        return small.endswith(gerund) and len(small) > len(gerund) + 2

    def is_participle(self, index: int) -> bool:
        """Whether a token has the form of a verb in the past or of a participle."""
        return self.participle(index) is not None

    def participle(self, index: int) -> str | None:
        """Return the participle of a verb, as a label has it: "taken" for "took". None: the word is no such verb."""
        if not self.is_word(index) or self.is_auxiliary(index):
            return None
        small = self.tokens[index].small
        known = self.counting.participles.get(small)
        if known is not None:
            return known
        is_one = self._sets.participles.fullmatch(small) is not None
        return small if is_one and small not in self.language.persons else None

    def is_verb_here(self, index: int) -> bool:
        """Whether a word with the form of a participle is a verb, and not an adjective: "it reported sales"."""
        if self.small(index) in self._sets.says:
            return True
        if not self.is_participle(index) or self.small(index) in self.language.qualifiers:
            return False
        before = index - 1
        if before < 0 or self.gap(index) or not self.is_word(before):
            return before >= 0
        return self.small(before) not in self._sets.determiners and self.small(before) not in self._sets.links

    def is_finite(self, index: int) -> bool:
        """Whether a token has the form of a verb that is no noun and no adjective: "destinará", "stellt"."""
        return self.is_word(index) and self._sets.finite.fullmatch(self.tokens[index].text) is not None

    def noun_right(self, index: int) -> Phrase | None:
        """Return the noun phrase that begins at a token and ends with a noun that can be counted. None: there is none.

        The words after the noun that belong to it closely are in `end`, not in the phrase.
        """
        end = self._end_of_words(index)
        counted = counted_pattern(self.language)
        head = -1
        for at in range(index, end):
            token = self.tokens[at]
            if head >= 0 and self._is_done_behind(at):
                return Phrase(index, at + 1, head)  # "personnes tuées"
            is_noun = counted.fullmatch(token.text) is not None and token.small not in self._sets.not_counted
            if is_noun or (head < 0 and is_person(token.small, self.language)):
                head = at
            elif head >= 0 and not self._is_in_name(head):
                break
        return Phrase(index, head + 1, head) if head >= 0 else None

    def _end_of_words(self, index: int) -> int:
        """Return the end of the content words from a token on, before a word for a rise or fall or a relative one."""
        end = index
        while end < min(index + _LONGEST_NOUN, len(self.tokens)) and self.is_content(end):
            if end > index and (self.gap(end) or self.is_turn(end)):
                break
            end += 1
            if self.small(end) in self._sets.relatives:
                break
        return end

    def _is_done_behind(self, index: int) -> bool:
        """Whether a word is a participle in a language that has them behind their noun: "tuées"."""
        ends = self.language.discourse.participle_ends
        return self.counting.participles_behind and self.is_word(index) and self.tokens[index].small.endswith(ends)

    def is_only_done(self, phrase: Phrase) -> bool:
        """Whether a phrase only says what was done to things named before: "autres endommagées"."""
        first = phrase.end - 1
        return self._is_done_behind(first) and all(
            self.small(at) in self.counting.not_objects for at in range(phrase.begin, first)
        )

    def _is_in_name(self, index: int) -> bool:
        """Whether a word has a capital as names have, so that the noun may follow it: "two United States marines"."""
        return self.language.capital_names and self.tokens[index].text[:1].isupper() and index > 0

    def words_right(self, index: int) -> Phrase | None:
        """Return the run of content words that begins at a token. None: there is none."""
        end = index
        while end < min(index + _LONGEST_NOUN, len(self.tokens)) and self.is_content(end):
            if end > index and (self.gap(end) not in {"", "&"} or self._ends_noun(end)):
                break
            end += 1
        return Phrase(index, end, end - 1) if end > index else None

    def _ends_noun(self, index: int) -> bool:
        """Whether a word that follows a noun is its verb: "earthquake struck", "voters oppose the plan"."""
        if self.is_turn(index) or self.is_level(index):
            return True
        has_noun = counted_pattern(self.language).fullmatch(self.tokens[index - 1].text) is not None
        if self.is_finite(index) and (has_noun or self.language.compounds):
            return True
        behind = index + 1
        if has_noun and self.small(index) in self.counting.needs:
            return True  # "bridges need repair"
        is_object = self.small(behind) in self._sets.determiners or (
            self.is_participle(index) and self.is_gerund(behind)
        )
        if is_object and not self.gap(behind) and has_noun:
            return True  # "citizens favoured changing the flag"
        if not (self.is_past(index) or self.is_participle(index)):
            return False
        return not self.is_content(behind) or bool(self.gap(behind))

    def noun_left(self, index: int) -> Phrase | None:
        """Return the noun phrase that ends with a token, with what "of" joins to it. None: there is none."""
        begin = index + 1
        while begin > max(index - _LONGEST_NOUN, 0) and self.is_content(begin - 1) and not self.is_turn(begin - 1):
            if begin <= index and (self.gap(begin) or self.is_verb_here(begin - 1)):
                break
            if begin <= index and self._is_infinitive(begin - 1):
                break
            begin -= 1
        if begin > index:
            return None
        before = begin - 1
        while before > 0 and self.small(before) in self._sets.determiners and not self.gap(before + 1):
            before -= 1
        if self.small(before) in self._sets.of_or_per and not self.gap(before + 1) and not self.gap(before):
            whole = self.noun_left(before - 1)
            if whole is not None and whole.begin > index - 2 * _LONGEST_NOUN:
                begin = whole.begin
        return Phrase(begin, index + 1, index)

    def _is_infinitive(self, index: int) -> bool:
        """Whether a word is a verb after "to": "to keep Bank Rate"."""
        to_do, word = self.counting.to_do, self.tokens[index]
        if (
            not to_do
            or self.small(index - 1) != to_do
            or not word.text.islower()
            or word.small in self.language.qualifiers
        ):
            return False
        return self.small(index - 2) not in self.counting.before_to

    def of_phrase(self, index: int) -> Phrase | None:
        """Return "of" at a token with the noun phrase after it. None: there is none."""
        if self.small(index) not in self._sets.of or self.gap(index):
            return None
        at = index + 1
        while self._is_before_noun(at) and not self.gap(at):
            at += 1
        words = self.words_right(at) if not self.gap(at) else None
        return Phrase(index, words.end, words.end - 1) if words is not None else None

    def _is_before_noun(self, index: int) -> bool:
        """Whether a token may stand between a preposition and its noun: an article, "next year's"."""
        if self.small(index) in self._sets.determiners or self.small(index) in self._sets.relative_times:
            return True
        return 0 <= index < len(self.tokens) and self.tokens[index].is_date and self.tokens[index].quantity < 0

    def piece(self, index: int) -> Phrase | None:
        """Return the preposition at a token with the noun phrase after it, or "to" with a verb. None: there is none."""
        is_link = self.small(index) in self.counting.pieces or self.small(index) in self._sets.of
        if self.gap(index) or not self.is_word(index) or not is_link:
            return None
        at = index + 1
        while self.small(at) in self._sets.determiners and not self.gap(at):
            at += 1
        if self.gap(at):
            return None
        words = self.words_right(at)
        if words is None or any(self.tokens[one].small in self.counting.time_nouns for one in range(at, words.end)):
            return None
        is_verb = self.small(index) == self.counting.to_do and at == index + 1 and words.end == at + 1
        is_cut = self.is_time(words.end) or (is_verb and self._goes_on(words.end))
        if is_cut and not self.gap(words.end):
            return None  # "in the coming weeks", "to bail out the developer"
        more = self.of_phrase(words.end)
        return Phrase(index, more.end if more is not None else words.end)

    def _goes_on(self, index: int) -> bool:
        """Whether a token after a verb belongs to it: a particle, or the article of its object."""
        return self.small(index) in self.counting.particles or self.small(index) in self._sets.determiners

    def verb_before(self, index: int) -> int:
        """Return the index of the nearest verb for a level or a change before a token, in its clause. -1: none."""
        for at in range(index - 1, max(index - _REACH, -1), -1):
            is_passive = self.is_auxiliary(at) and at + 1 < index and self.done(at + 1) is not None
            if self.is_turn(at) or (self.is_level(at) and not is_passive):
                return at
            if self.small(at) in self._sets.clauses or _STOP.search(self.gap(at + 1)):
                return -1
        return -1

    def subject(self, verb: int) -> Phrase | None:
        """Return the subject of a verb, with its prepositions. None: it is a pronoun, or there is none."""
        if self.small(verb) in self.counting.turn_adverbs and not self.gap(verb) and self.is_content(verb - 1):
            verb -= 1  # "edged up"
        while self.is_level(verb - 1) and not self.gap(verb) and self.small(verb) not in self._sets.determiners:
            verb -= 1  # "remain unchanged"
        end = self._end_of_subject(verb)
        if end > 0 and self.small(end) in self._sets.joiners and not self.gap(end + 1):
            return self._subject_before(end)
        if end < 0:
            return None
        begin = end
        while begin > max(end - _REACH, 0) and not self._begins_clause(begin):
            begin -= 1
        if self.counting.to_do and self.small(verb - 1) == self.counting.to_do:
            begin = self._behind_verb(begin, end)
        if self.small(verb) in self.counting.turn_adverbs:
            past = (at for at in range(begin + 1, end + 1) if self.is_level(at) and self.is_participle(at))
            end = next(past, end + 1) - 1  # "shares closed in York at $28, up 2%"
        return self.trimmed(Phrase(begin, end + 1))

    def _behind_verb(self, begin: int, end: int) -> int:
        """Return where the object begins whose verb is an infinitive: behind "now project" of "staff now project"."""
        for at in range(begin + 1, end):
            if self.is_adverb(at) and self.is_content(at - 1) and self.is_content(at + 1):
                return at + 2 if at + 2 <= end else begin
        return begin

    def _subject_before(self, joiner: int) -> Phrase | None:
        """Return the subject of the verb before "and": that of "have been revised down and average"."""
        for at in range(joiner - 1, max(joiner - _REACH, 0), -1):
            is_verb = self.is_auxiliary(at) or self.is_level(at) or self.is_turn(at) or self._is_verb_of_other(at)
            is_verb = is_verb or (self.small(at) in self.counting.participles and at > 0)
            if is_verb and not self.is_auxiliary(at - 1) and self.small(at) not in self._sets.links:
                return self.subject(at)
            if _STOP.search(self.gap(at)):
                break
        return None

    def _end_of_subject(self, verb: int) -> int:
        at = self._before_auxiliaries(verb - 1)
        if self.small(at + 1) == self.counting.to_do and self.is_auxiliary(at - 1) and not self.gap(at):
            at = self._before_auxiliaries(at - 1)  # "is set to raise"
        if at >= 0 and self.gap(at + 1) in {",", ")", "\u2013", "),"}:
            close = self.gap(at + 1)
            opened = "(" if close.startswith(")") else close
            begins = (one for one in range(at, max(at - _ASIDE, 0), -1) if self.gap(one) == opened)
            at = next(begins, at + 1) - 1
        if self.small(at) in self._sets.relatives:
            at -= 1
            if self.done(at) is not None or self.small(at) in self._sets.says:
                return -1  # "estimated that"
        while at >= 0 and (self.tokens[at].is_date or self.is_adverb(at)):
            at -= 1
        return at

    def _before_auxiliaries(self, at: int) -> int:
        while at >= 0 and not self.gap(at + 1) and (self.is_auxiliary(at) or self.is_adverb(at)):
            at -= 1
        return at

    def _begins_clause(self, index: int) -> bool:
        """Whether a clause begins with a token."""
        if _BREAK.search(self.gap(index)) or index == 0:
            return True
        before = self.tokens[index - 1]
        if before.quantity >= 0 and not before.is_date:
            return True
        if before.small in self._sets.clauses:
            return True
        if before.small in self._sets.says:
            return True
        if before.small in self._sets.links:
            return False
        return self.is_auxiliary(index - 1) or self.is_turn(index - 1) or self._is_verb_of_other(index - 1)

    def _is_verb_of_other(self, index: int) -> bool:
        """Whether a word is the verb of another clause: with an article after it, so that it has an object."""
        return self.is_verb_here(index) and self.small(index + 1) in self._sets.determiners

    def trimmed(self, phrase: Phrase) -> Phrase | None:
        """Return a phrase without articles and conjunctions before it, and phrases of time after it. None: empty."""
        begin, end = phrase.begin, phrase.end
        for at in range(end - 1, begin, -1):  # a noun phrase begins with its article, unless a preposition is before it
            if self.small(at) in self._sets.determiners and self.small(at - 1) not in self._sets.before_article:
                begin = at
                break
        while begin < end and (not self.is_word(begin) or self.tokens[begin].small in self._sets.leading):
            begin += 1 if self.small(begin) != self.counting.to_do or not self.counting.to_do else 2
        end = self._without_time(begin, end)
        while end > begin and not self.is_content(end - 1):
            end -= 1
        if begin >= end or not self._has_content(begin, end):
            return None
        is_adjective = end - begin == 1 and self.is_time(end) and not self.gap(end)  # "four straight years"
        is_verb = end - begin == 1 and self.counting.label_participles and self.is_participle(begin)
        return None if is_adjective or is_verb else Phrase(begin, end, end - 1)

    def _without_time(self, begin: int, end: int) -> int:
        """Return the end of a phrase before its first phrase of time, or its first number."""
        for at in range(begin, end):
            token = self.tokens[at]
            if token.is_date or token.quantity >= 0 or (at > begin and token.small in self.counting.time_nouns):
                cut = at
                while cut > begin and not (self.is_word(cut) and self.tokens[cut].small in self._sets.links):
                    cut -= 1
                return cut if cut > begin else begin if at > begin and token.quantity < 0 and not cut else at
        return end

    def _has_content(self, begin: int, end: int) -> bool:
        return any(self.is_content(at) for at in range(begin, end))

    def shortened(self, phrase: Phrase, most: int) -> Phrase:
        """Return a noun phrase of at most so many words, without its last prepositions."""
        end = phrase.end
        while end - phrase.begin > most:
            cut = next((at for at in range(end - 1, phrase.begin, -1) if self.small(at) in self._sets.links), -1)
            if cut < 0:
                break
            end = cut
        while end > phrase.begin + 1 and not self.is_content(end - 1):
            end -= 1
        return Phrase(phrase.begin, end, end - 1)

    def text(self, phrase: Phrase) -> str:
        """Return the words of a phrase as the text has them."""
        last = self.tokens[phrase.end - 1]
        return self.prose.text[self.tokens[phrase.begin].start : last.end + len(self._digits_of_name(phrase.end))]

    def _digits_of_name(self, index: int) -> str:
        """Return digits before a token that belong to the name before them: the 500 of "S&P 500", the 1 of "CLc1"."""
        last = self.tokens[index - 1]
        end = self.tokens[index].start if index < len(self.tokens) else len(self.prose.text)
        found = _NAME_DIGITS.match(self.prose.text, last.end, max(end, last.end))
        if found is None or last.quantity >= 0 or last.is_date or not any(map(str.isupper, last.text)):
            return ""
        return found.group()


_BREAK = re.compile(r"[,;:()\u2013.!?\"]|(?<!\w)'|'(?!\w)")
_NAMES = re.compile(r"[^\W_]+|\s")
"""Digits of names, and other characters that are no sign: the 500 of "S&P 500"."""
_OWNER = ("'s", "\u2019s")
_NAME_DIGITS = re.compile(r"(?: ?[0-9]+)(?![\w.,%/-]*[\w%])")
"""Digits behind a name."""
_STOP = re.compile(r"[;:()!?]")


def _tokens(prose: Prose, quantities: Sequence[Quantity], units: Sequence[QuantityUnit]) -> Iterator[Token]:
    """Yield the tokens of some prose. Elided words are tokens of their own, a date with digits is one token."""
    whole = _whole(prose, quantities, units)
    known, end = 0, 0
    auxiliaries, before = prose.language.counting.auxiliaries, ""
    elided, days = _elided(prose.language), _days(prose.language)
    for word in prose.words:
        while known < len(whole) and whole[known].start <= word.start:
            yield whole[known]
            end = whole[known].end
            known += 1
        if word.start < end:
            continue
        is_date = (word.small in days or word.small.endswith("'s")) and _is_day(word, prose.language)
        is_date = is_date or prose.is_in_date(word.start)
        if is_date and word.small in auxiliaries and before in auxiliaries:
            is_date = False  # "ont été", and no summer
        before = word.small
        cut = elided.match(word.small)
        if cut is not None and cut.end() < len(word.text):
            middle = word.start + cut.end()
            yield Token(word.start, middle, word.text[: cut.end()], cut.group(), is_date=is_date)
            yield Token(middle, word.end, word.text[cut.end() :], word.small[cut.end() :], is_date=is_date)
        else:
            yield Token(word.start, word.end, word.text, word.small, is_date=is_date)
    yield from whole[known:]


def _whole(prose: Prose, quantities: Sequence[Quantity], units: Sequence[QuantityUnit]) -> Sequence[Token]:
    """Return the quantities and the dates with digits, in order."""
    found = [_number(prose, one, unit, index) for index, (one, unit) in enumerate(zip(quantities, units, strict=True))]
    dates = [
        Token(one.start, one.end, words, "#", is_date=True)
        for one in prose.dates
        if not (words := prose.text[one.start : one.end]).isalpha() and _DIGIT.search(words)
    ]
    if not dates:
        return found
    last, kept = 0, list[Token]()
    for token in sorted([*found, *dates], key=lambda one: (one.start, one.quantity < 0)):
        if token.start >= last or token.quantity >= 0:
            kept.append(token)
            last = token.end
    return kept


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=64)
def _days(language: Language) -> frozenset[str]:
    return frozenset([*language.day_words, *language.weekdays, *language.time_units])


def _is_day(word: Word, language: Language) -> bool:
    """Whether a word is a weekday or a word such as "yesterday"."""
    if word.small in language.day_words or word.small.removesuffix("'s") in language.time_units:
        return True
    return word.small in language.weekdays and len(word.small) > _SHORT_DAY and word.text[0].isupper()


def _number(prose: Prose, quantity: Quantity, unit: QuantityUnit, index: int) -> Token:
    end = max(unit.end, quantity.end)
    return Token(quantity.start, end, prose.text[quantity.start : end], "#", index, is_date=unit.is_time)


@lru_cache(maxsize=64)
def _elided(language: Language) -> re.Pattern[str]:
    words = [word for word in (*language.connectors.elisions, *language.counting.elided) if word.endswith("'")]
    return re.compile("|".join(re.escape(word) for word in words) or "(?!)")


class _WordSets(NamedTuple):
    empty: frozenset[str]
    """Words that are part of no noun phrase."""
    not_counted: frozenset[str]
    turns: re.Pattern[str]
    levels: frozenset[str]
    participles: re.Pattern[str]
    finite: re.Pattern[str]
    """Verb forms that are no noun and no adjective."""
    of: frozenset[str]
    of_or_per: frozenset[str]
    determiners: frozenset[str]
    """Articles and possessive pronouns."""
    leading: frozenset[str]
    """Words that a label does not begin with."""
    relatives: frozenset[str]
    says: frozenset[str]
    clauses: frozenset[str]
    """Words that begin a clause, except "and"."""
    joiners: frozenset[str]
    """Words such as "and" and "or"."""
    before_article: frozenset[str]
    """Words after which an article goes on a noun phrase: prepositions, "and"."""
    relative_times: frozenset[str]
    """Words before a unit of time: "next", "last"."""
    links: frozenset[str]


@lru_cache(maxsize=64)
def _word_sets(language: Language) -> _WordSets:
    counting, quantities, small = language.counting, language.quantities, connectors()
    own = language.connectors
    determiners = frozenset(
        [*own.articles, *language.discourse.possessives, *own.whole_articles, *counting.determiners]
    )
    of = frozenset([*own.of, *own.of_the, *own.genitive_articles, *counting.of_more])
    links = frozenset([*counting.links, *counting.pieces, *of])
    joiners = frozenset([*language.joiners, *language.date_or, *language.date_and])
    ends = language.discourse.participle_ends
    elided = frozenset([*own.elisions, *counting.elided])
    empty = (
        elided | quantities.small_words | counting.auxiliaries | counting.not_objects | counting.clause_words | links
    )
    return _WordSets(
        empty=empty,
        not_counted=quantities.not_counted,
        turns=re.compile(starred([*quantities.rises, *quantities.falls])),
        levels=frozenset(counting.level_verbs),
        finite=re.compile(counting.verb_pattern or "(?!)"),
        participles=re.compile(counting.participle_pattern or rf"\w+(?:{alternatives(ends)})"),
        of=of,
        of_or_per=of | frozenset(own.per),
        determiners=determiners,
        leading=determiners | links | empty - frozenset(small.of),
        clauses=counting.clause_words - joiners,
        joiners=joiners,
        before_article=joiners | links,
        says=frozenset([*language.discourse.says, *language.discourse.says_clause]),
        relative_times=frozenset([*language.last, *language.next]),
        relatives=frozenset(language.relatives) | {counting.that},
        links=links,
    )
