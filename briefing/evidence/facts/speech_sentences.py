"""The attributions of one sentence: the verb or phrase of each, its subject, and the words that it attributes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.names_of_text import NamesOfText
from briefing.evidence.facts.speaker_nouns import noun_kind
from briefing.evidence.facts.speaker_phrases import Phrase, PhraseReader, Pronoun
from briefing.evidence.facts.speech_tokens import Token, TokenKind, tokens_of
from briefing.evidence.facts.speech_verbs import SpeechVerbs, may_speak, standing_of, verb_table
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.result import Span
from briefing.evidence.words.prose import Prose
from briefing.format.model import SourceKind, Standing

_PERFECT = 20
"""Tokens before a participle among which its auxiliary is looked for."""
_NEAR = 60
"""Characters after a subject in which a second one ends with a comma."""
_AGENT = 4
"""Tokens between a verb in the passive and its "by"."""
_MOST = 30
"""Words that are looked at in one sentence; the rest of a longer one is no prose."""
_SHORT_ADDITION = 2
"""Words after an attribution that are no clause: "told reporters"."""
_OPENING_CLAUSE = 40
"""Tokens of a clause with a participle before its subject: "Noting that it was late, Holt asked"."""
_OPENING_WORD = 6
"""Characters of an article at the beginning of a sentence."""
_NOTHING = LazyPattern(r"(?:\s*\([^()]{1,40}\))?\W*")
"""What may follow the last phrase of a sentence: its abbreviation in brackets."""
_LONGEST_OPENING = 8
"""Words before a comma that only open a sentence: "In a statement on Tuesday,"."""


class Said(NamedTuple):
    """One attribution. All offsets are those of the paragraph."""

    verb: Span
    covers: Span
    phrase: Phrase | None
    """None: it has no subject; the speaker before goes on."""
    standing: Standing
    subject: Phrase | None = None
    """What the sentence begins with, where the phrase is a pronoun after it. None: it is none."""


def says_something(prose: Prose) -> bool:
    """Whether some prose attributes something, read by itself. Meant for `Prose.once`."""
    whole = Span(0, len(prose.text))
    if not prose.language.complete or not may_speak(prose.text, prose.language):
        return False
    return bool(SpeechReader(prose.text, whole, (), NamesOfText.none(prose.language), prose.language).read())


class SpeechReader:
    """Reads the attributions of one sentence."""

    def __init__(
        self, text: str, sentence: Span, quoted: Sequence[Span], names: NamesOfText, language: Language
    ) -> None:
        self._text = text
        self._sentence = sentence
        self._quoted = [one for one in quoted if one.start < sentence.end and one.end > sentence.start]
        self._language = language
        self._known = language.speaking
        self.tokens = tokens_of(text, sentence, language)
        self._phrases = PhraseReader(self.tokens, names, language)
        self._verbs = SpeechVerbs(text, self.tokens, language)
        self._opening = self._phrases.bounds.behind_date_line()
        self._found: list[Said] = []

    def read(self) -> list[Said]:
        """Return the attributions of the sentence, in order."""
        self._read()
        return [self._with_subject(self._on_record(one)) for one in self._found]

    def subject(self) -> Phrase | None:
        """Return the noun phrase that the sentence begins with. None: it begins with none."""
        at = self._opening + 1
        found = self._phrases.first(self._opening, len(self.tokens))
        if found is None and at < len(self.tokens) and self.tokens[at].small in self._known.perfect_auxiliaries:
            found = self._phrases.behind(at)  # "Zuvor hatte Minister Jan Reuter"
        return None if found is not None and self._is_quoted(found.start) else found

    def _on_record(self, said: Said) -> Said:
        """Return an attribution with a person for a single name that speaks in an interview."""
        phrase = said.phrase
        if phrase is None or phrase.name is None or phrase.kind is not SourceKind.ORGANISATION:
            return said
        name = self._text[phrase.name.start : phrase.name.end]
        words = (each.strip(".,:;") for each in self._text[said.verb.end : self._sentence.end].lower().split())
        if phrase.name != (phrase.start, phrase.end) or not name.isalpha() or name.isupper():
            return said
        if self._known.on_record.isdisjoint(words) or noun_kind(name.lower(), self._language) is not None:
            return said
        return said._replace(phrase=phrase._replace(kind=SourceKind.PERSON))

    def _with_subject(self, said: Said) -> Said:
        if said.phrase is None or said.phrase.pronoun is None:
            return said
        subject = self.subject()
        is_before = subject is not None and subject.pronoun is None and subject.end < said.phrase.start
        return said._replace(subject=subject) if is_before else said

    def _read(self) -> None:
        table = verb_table(self._language)
        small = self._text[self._sentence.start : self._sentence.end].lower()
        is_phrase = any(each in small for each in table.phrases)
        found = table.by.finditer(self._text, *self._sentence) if is_phrase else ()
        starts = {one.start(): one for one in found}
        left, until = _MOST, 0
        for index, token in enumerate(self.tokens):
            by = starts.get(token.start)
            is_tail = token.small in self._known.tail_words and index > 0 and self.tokens[index - 1].text in ",'"
            is_verb = token.small in table.every or token.small.endswith(self._known.clitic_subjects or ("\0",))
            if left == 0 or token.start < until or (by is None and not is_tail and not is_verb):
                continue
            left -= 1
            if self._is_quoted(token.start):
                continue
            if by is not None:
                until = by.end()
                self._phrase(index, by)
            elif is_tail:
                self._tail(index)
            elif self._verbs.may_attribute(index):
                self._verb(index)
            else:
                self._joined_verb(index)

    def _is_quoted(self, offset: int) -> bool:
        return any(one.has(offset) for one in self._quoted)

    def _phrase(self, index: int, by: re.Match[str]) -> None:
        """Add the attribution of a phrase: "according to"."""
        last = index
        while last + 1 < len(self.tokens) and self.tokens[last + 1].end <= by.end():
            last += 1
        is_behind = by["behind"] is not None or by["quoted"] is not None
        is_behind = is_behind or self.tokens[last].small in self._known.behind_name
        if noun_kind(self.tokens[last].small, self._language) is not None:
            last -= 1  # "de source judiciaire": the phrase ends with the noun
        phrase = self._phrases.before(index) if is_behind else self._phrases.behind(last)
        words = by.group().lower()
        if phrase is None and not set(self._language.discourse.possessives).isdisjoint(words.split()):
            phrase = Phrase(*by.span(), SourceKind.UNNAMED, pronoun=Pronoun.PERSON)
        if phrase is not None:
            self._add(Span(*by.span()), phrase, words)

    def _tail(self, index: int) -> None:
        """Add the attribution of a word between what is said and the speaker: "..., so der Minister"."""
        phrase = self._phrases.behind(index)
        if phrase is not None and phrase.pronoun is None and phrase.is_certain:
            self._add(Span(self.tokens[index].start, self.tokens[index].end), phrase, self.tokens[index].small)

    def _verb(self, index: int) -> None:
        token = self.tokens[index]
        if self._verbs.is_command(index):
            return
        at = self._skip(index - 1)
        begin = self._verbs.behind_catenative(at)
        if begin != at:
            self._linked(index, begin)
            return
        before = self.tokens[at].small if at >= 0 else ""
        if at > 0 and self.tokens[at].is_capital and before in self._known.not_yet:
            before = ""  # the month of May
        between = [each.small for each in self.tokens[at + 1 : index]]
        if self._verbs.is_unsaid(index, before, between) or self._is_owned(index, at):
            return
        passive = self._verbs.is_passive(between)
        if token.small in self._known.perfect and self._perfect(index):
            return
        if token.small in self._known.participles:
            self._participle(index, before, progressive=passive)
        elif passive:
            self._agent(index)
        else:
            self._active(index, at)

    def _is_owned(self, index: int, at: int) -> bool:
        """Whether a verb is rather a noun of an owner, unlike that of "Kinver's said it had"."""
        if at < 0 or self.tokens[at].kind is not TokenKind.OWNER:
            return False
        is_named = at == index - 1 and self.tokens[at - 1].is_capital
        if is_named and self.tokens[index].small in verb_table(self._language).says and self._verbs.has_clause(index):
            return self.tokens[index].small in self._known.nouns_too
        return (
            not is_named or self.tokens[index].small in self._known.nouns_too or not self._verbs.has_plain_clause(index)
        )

    def _linked(self, index: int, begin: int) -> None:
        """Add what a verb behind another one says, which ends before `begin`: "continues to expect"."""
        at, token = self._skip(begin), self.tokens[index]
        before = self.tokens[at].small if at >= 0 else ""
        if before in self._known.not_yet:
            return
        phrase = self._subject(begin + 1, at)
        if phrase is not None and self._verbs.is_said_by(phrase, index):
            self._add(Span(token.start, token.end), phrase, token.small, self.tokens[at + 1].start)

    def _skip(self, at: int) -> int:
        """Pass the auxiliaries, negations and adverbs before a verb."""
        passing = frozenset((*self._known.not_said, *self._language.discourse.passive_auxiliaries))
        while at >= 0 and (self.tokens[at].small in passing or self._phrases.bounds.is_adverb(at)):
            at -= 1
        return at

    def _active(self, index: int, at: int) -> None:
        token = self.tokens[index]
        phrase = self._clitic(at) or self._subject(index, at)
        is_noun_too = token.small in self._language.discourse.nouns_too
        if phrase is not None and is_noun_too and self._holds_verb(phrase):
            return  # "Findings are contained in final reports"
        if phrase is not None:
            if self._verbs.is_said_by(phrase, index) and not self._is_compared(phrase, token.small):
                self._add(Span(token.start, token.end), phrase, token.small, self.tokens[at + 1].start)
        elif self._goes_on(index, at):
            self._add(Span(token.start, token.end), None, token.small)

    def _holds_verb(self, phrase: Phrase) -> bool:
        """Whether the words of a subject without a name hold an auxiliary of the passive, so that they are none."""
        known = self._language.discourse.passive_auxiliaries
        inner = self._text[phrase.start : phrase.end].lower().split()
        return phrase.name is None and not set(inner).isdisjoint(known)

    def _perfect(self, index: int) -> bool:
        """Add what a participle at the end of a clause says; return whether there is its auxiliary."""
        far = max(index - _PERFECT, -1)
        auxiliaries = (
            at for at in range(index - 1, far, -1) if self.tokens[at].small in self._known.perfect_auxiliaries
        )
        at = next(auxiliaries, None)
        if at is None:
            return False
        phrase = self._phrases.before(at)
        if phrase is None or (phrase.pronoun is None and not phrase.is_certain):
            phrase = self._phrases.behind(at)
        if phrase is not None and (phrase.pronoun is not None or phrase.is_certain):
            self._add(Span(self.tokens[index].start, self.tokens[index].end), phrase, self.tokens[index].small)
        return True

    def _is_compared(self, phrase: Phrase, verb: str) -> bool:
        """Whether what somebody said is only compared with: "more than the government promised"."""
        at = bisect_left(self.tokens, phrase.start, key=_start)
        before = self.tokens[at - 1].small if at else ""
        is_guess = standing_of(verb, self._language) in {Standing.EXPECTED, Standing.ESTIMATED}
        return before in self._known.comparing and not is_guess

    def _clitic(self, at: int) -> Phrase | None:
        """Return the pronoun that is joined to an auxiliary: that of "a-t-il ajouté"."""
        token = self.tokens[at] if at >= 0 else None
        if token is None or not token.small.endswith(self._known.clitic_subjects or ("\0",)):
            return None
        return Phrase(token.start, token.end, SourceKind.UNNAMED, pronoun=Pronoun.PERSON)

    def _joined_verb(self, index: int) -> None:
        """Add what a verb joined to its pronoun says: "ajoute-t-il"."""
        token = self.tokens[index]
        ending = next((each for each in self._known.clitic_subjects if token.small.endswith(each)), "")
        if ending and token.small.removesuffix(ending) in verb_table(self._language).every:
            pronoun = Phrase(token.start, token.end, SourceKind.UNNAMED, pronoun=Pronoun.PERSON)
            self._add(Span(token.start, token.end), pronoun, token.small)

    def _participle(self, index: int, before: str, *, progressive: bool) -> None:
        """Add what a participle says: ", saying that", "is demanding that"."""
        token = self.tokens[index]
        if progressive:
            phrase = self._phrases.before(index)
        elif not before and index == self._opening:
            phrase = self._behind_opening(index)
        elif before == "," or before in self._language.joiners or self._is_after(index, before):
            phrase = self._found[-1].phrase if self._found else self._phrases.first(self._opening, index)
        else:
            return
        if phrase is not None and (phrase.pronoun is not None or phrase.is_certain):
            verb = Span(token.start, token.end)
            covers = self._without_signs(Span(verb.end, self._end_behind(verb.end)))
            self._found.append(Said(verb, covers, phrase, standing_of(token.small, self._language)))

    def _is_after(self, index: int, before: str) -> bool:
        """Whether a participle with a clause follows a word such as "after": "after finding that"."""
        return before in self._known.participle_links and self._verbs.has_plain_clause(index)

    def _behind_opening(self, index: int) -> Phrase | None:
        """Return the subject that follows a clause with a participle: "Noting that it was late, Holt asked"."""
        every = verb_table(self._language).every
        for at in range(index + 1, min(index + _OPENING_CLAUSE, len(self.tokens))):
            if self.tokens[at].text != ",":
                continue
            phrase = self._phrases.first(at + 1, len(self.tokens))
            end = bisect_left(self.tokens, phrase.end, key=_start) if phrase is not None else len(self.tokens)
            behind = self.tokens[end] if end < len(self.tokens) else None
            if phrase is not None and behind is not None and behind.small in every:
                return phrase
        return None

    def _agent(self, index: int) -> None:
        """Add what is said by the agent of a passive: "was confirmed by the ministry", not "was accused by"."""
        if self.tokens[index].small in self._known.as_words and not self._verbs.has_words(index):
            return
        for at in range(index + 1, min(index + 1 + _AGENT, len(self.tokens))):
            if self.tokens[at].kind is TokenKind.SIGN:
                return
            if self.tokens[at].small in self._language.discourse.passive:
                phrase = self._phrases.behind(at)
                if phrase is not None and phrase.pronoun is None and phrase.is_certain:
                    self._add(Span(self.tokens[index].start, self.tokens[at].end), phrase, self.tokens[index].small)
                return

    def _subject(self, index: int, at: int) -> Phrase | None:
        """Return the subject of a verb: before it, behind it, or that of the clause before an "and"."""
        before = self.tokens[at] if at >= 0 else None
        if before is not None and before.small in self._known.relatives and at > 0:
            return self._phrases.before_relative(at)
        if before is not None and before.small in self._known.joining:
            return self._found[-1].phrase if self._found else self._phrases.first(self._clause_start(at), at)
        return self._behind(index, at) or self._before(index)

    def _behind(self, index: int, at: int) -> Phrase | None:
        """Return a subject after a verb that follows what is said: "..., said Ada Holt"."""
        token = self.tokens[at] if at >= 0 else None
        if token is not None and (token.kind is not TokenKind.SIGN or token.text == ")"):
            return None
        if not self._may_be_inverted(index):
            return None
        phrase = self._phrases.behind(index)
        if phrase is None or not self._verbs.is_inverted(phrase, index, token):
            return None
        is_apposed = token is not None and token.text in ",-\u2013" and self._phrases.bounds.opening_of(at) is not None
        return None if is_apposed and self._is_apposed_to(phrase, index) else phrase

    def _is_apposed_to(self, phrase: Phrase, index: int) -> bool:
        """Whether the subject is rather the one before an apposition than a phrase of one word after the verb."""
        if phrase.name is None:
            return not self._ends_sentence(phrase, self.tokens[index].small)
        if " " in self._text[phrase.name.start : phrase.name.end]:
            return False
        before = self._phrases.before(index)
        return before is not None and before.is_certain and before.pronoun is None

    def _ends_sentence(self, phrase: Phrase, verb: str) -> bool:
        """Whether nothing follows a phrase after a verb that takes no object: "..., said an official of the agency"."""
        if verb not in verb_table(self._language).says or verb in self._known.acts or not phrase.is_certain:
            return False
        return _NOTHING.fullmatch(self._text, phrase.end, self._sentence.end) is not None

    def _before(self, index: int) -> Phrase | None:
        """Return a subject before a verb; in languages that invert, else the one behind it."""
        phrase = self._owner(index) or self._unled(self._phrases.before(index), index)
        if phrase is not None and self._known.capital_nouns and phrase.name is not None:
            behind = self._phrases.behind(index)  # "Als Ursache gab die Polizei an"
            is_noun = behind is not None and behind.name is None and behind.is_definite and behind.is_certain
            if is_noun and " " not in self._text[phrase.name.start : phrase.name.end] and self._is_led(phrase):
                return behind
        if phrase is not None:
            return phrase
        if self._language.discourse.verb_last and self._found and self._follows_comma(index):
            return self._found[-1].phrase
        if not self._known.inverts or index + 1 >= len(self.tokens):
            return None
        phrase = self._phrases.behind(index)
        return phrase if phrase is not None and phrase.is_certain else None

    def _owner(self, index: int) -> Phrase | None:
        """Return the company whose name ends as an owner's does: "Kinver's said". None: no owner is before the verb."""
        owner = self.tokens[index - 1] if index > 1 else None
        if owner is None or owner.kind is not TokenKind.OWNER:
            return None
        phrase = self._phrases.before(index - 1)
        if phrase is None or phrase.name is None:
            return None
        name = Span(phrase.name.start, owner.end)
        return Phrase(phrase.start, owner.end, SourceKind.ORGANISATION, name)

    def _unled(self, phrase: Phrase | None, index: int) -> Phrase | None:
        """Return a subject, or what the sentence begins with, where a preposition leads the words before the verb.

        "Information received since the meeting on 6 December indicates", "Mia Berg from Alder Mill told".
        """
        if phrase is not None and phrase.pronoun is not None:
            return phrase
        at = bisect_left(self.tokens, phrase.start, key=_start) if phrase is not None else index
        is_joined = phrase is not None and at > 0 and self._is_joined(phrase, at)
        if phrase is not None and not (is_joined or self._is_led_by_inner(at) or self._is_day(phrase)):
            return phrase
        first = self._phrases.first(self._opening, index)
        is_known = (
            first is not None and first.is_certain and first.pronoun is None and first.start < self.tokens[at].start
        )
        if first is None or not is_known or self.tokens[self._opening].start < first.start - _OPENING_WORD:
            return phrase
        if is_joined and (first.kind is not SourceKind.PERSON or first.role is None):
            return phrase
        end = bisect_left(self.tokens, first.end, key=_start)
        between = self.tokens[end:index]
        is_plain = all(each.kind is not TokenKind.SIGN for each in between)
        held = verb_table(self._language).every | self._language.discourse.auxiliaries
        is_noun = first.kind is SourceKind.PERSON or first.kind in {SourceKind.DATA, SourceKind.DOCUMENT}
        return (
            first
            if is_plain and is_noun and not any(each.small in held and not each.is_capital for each in between)
            else phrase
        )

    def _is_joined(self, phrase: Phrase, at: int) -> bool:
        return self.tokens[at - 1].small in self._known.joining and phrase.kind is SourceKind.ORGANISATION

    def _is_led_by_inner(self, at: int) -> bool:
        """Whether a preposition stands before a token."""
        bounds = self._phrases.bounds
        return at > 0 and (bounds.is_preposition(at - 1) or self.tokens[at - 1].small in self._known.inner)

    def _is_day(self, phrase: Phrase) -> bool:
        """Whether a phrase is only a day: "Un estudio publicado el lunes halló"."""
        last = self._text[phrase.start : phrase.end].lower().rsplit(" ", 1)[-1]
        return last in self._language.weekdays

    def _is_led(self, phrase: Phrase) -> bool:
        """Whether a word such as "als" stands right before a phrase, which then is no subject."""
        at = bisect_left(self.tokens, phrase.start, key=_start)
        return at > 0 and self.tokens[at - 1].small in (self._known.clause_starts | self._known.prepositions)

    def _follows_comma(self, index: int) -> bool:
        return index > 0 and self.tokens[index - 1].text == ","

    def _may_be_inverted(self, index: int) -> bool:
        if index + 1 >= len(self.tokens):
            return False
        behind = self.tokens[index + 1].small
        return behind not in self._language.discourse.clause_words or behind in self._known.singular_persons

    def _clause_start(self, at: int) -> int:
        signs = (index for index in range(at - 1, -1, -1) if self.tokens[index].text in {";", ":", "'"})
        return next(signs, -1) + 1

    def _goes_on(self, index: int, at: int) -> bool:
        """Whether a verb without a subject goes on from the speaker before: "aseguró"."""
        small = self.tokens[index].small
        is_tail = small in self._known.clauses and self._verbs.is_tail(index) and self._is_last(index)
        if not self._known.omits_pronouns or not (is_tail or small in verb_table(self._language).says):
            return False
        return at < 0 or self.tokens[at].kind is TokenKind.SIGN

    def _is_last(self, index: int) -> bool:
        return index + 1 >= len(self.tokens) or self.tokens[index + 1].text == "."

    # What is attributed.

    def _add(self, verb: Span, phrase: Phrase | None, words: str, start: int | None = None) -> None:
        """Add an attribution. `start`: where the auxiliaries of the verb begin. None: it has none."""
        block = Span(verb.start if start is None else start, verb.end)
        if phrase is not None:
            block = Span(min(block.start, phrase.start), max(verb.end, phrase.end))
        first = words.split(maxsplit=1)[0]
        covers = self._covers(block)
        said = covers if self._text[covers.start : covers.end].strip() else self._sentence
        self._found.append(Said(verb, said, phrase, standing_of(first, self._language)))

    def _covers(self, block: Span) -> Span:
        start, end = self._sentence
        before = self._without_joined(self._text[start : block.start].rstrip())
        behind = self._text[block.end : end].strip()
        if self._is_said_before(before) and (before.endswith("'") or self._is_addition(behind)):
            is_in_midst = behind.startswith(",") and "'" in behind
            return Span(start, end if is_in_midst else start + len(self._without_as(before)))
        if behind.strip(" .,;:!?'"):
            begin = self._after_joined(block.end)
            return self._without_signs(Span(begin, self._end_behind(begin)))
        return Span(start, start + len(before)) if before else self._sentence

    def _after_joined(self, at: int) -> int:
        """Return where the words after a subject begin, past another subject: "court documents and evidence, he"."""
        first = next(iter(self._text[at : at + _NEAR].split(maxsplit=1)), "").lower()
        comma = self._text.find(",", at, at + _NEAR)
        return comma if first in self._known.joining and comma > 0 else at

    def _without_joined(self, before: str) -> str:
        """Return the words before a subject without another subject before an "and": "..., Xinhua and CCTV said"."""
        last = before.rsplit(" ", 1)[-1].lower()
        comma = before.rfind(",")
        return before[: comma + 1] if last in self._known.joining and comma > 0 else before

    def _without_as(self, before: str) -> str:
        """Return the words before an attribution without a final "as": "..., as the ministry said"."""
        words = before.rstrip(" ,-\u2013")
        last = words.rsplit(" ", 1)[-1].lower()
        shorter = words[: -len(last)].rstrip()
        is_as = last in self._known.clause_starts and shorter.endswith(",")
        return shorter.rstrip(" ,-\u2013") if is_as else words

    def _is_addition(self, behind: str) -> bool:
        """Whether the words after an attribution only add to it: "on Sunday", "in a statement"."""
        first = next(iter(behind.split(maxsplit=1)), "")
        known = self._known
        if not first.strip(".,;:!?") or not first[:1].isalnum():
            return True
        small = first.lower().strip(".,;")
        if any(small in words for words in (known.prepositions, known.inner, known.own_past)):
            return True
        return small in self._language.weekdays or len(behind.split()) <= _SHORT_ADDITION

    def _is_said_before(self, before: str) -> bool:
        """Whether the words before an attribution are what it attributes."""
        last = before.rsplit(" ", 1)[-1].lower()
        is_as = last in self._known.clause_starts and before[: -len(last)].rstrip().endswith(",")
        if not (before.endswith((",", "'", "-", "\u2013")) or is_as) or " " not in before:
            return False
        opening = before.split()
        is_opening = opening[0].lower() in self._known.prepositions and len(opening) <= _LONGEST_OPENING
        return not (is_opening and before.endswith(",") and before.count(",") == 1)

    def _without_signs(self, words: Span) -> Span:
        said = self._text[words.start : words.end]
        return Span(min(words.start + len(said) - len(said.lstrip(" ,:;")), words.end), words.end)

    def _end_behind(self, at: int) -> int:
        ended = _clause_end(self._language).search(self._text, at, self._sentence.end)
        while ended is not None and self._is_quoted(ended.start()):
            ended = _clause_end(self._language).search(self._text, ended.end(), self._sentence.end)
        end = ended.start() if ended is not None else self._sentence.end
        by = verb_table(self._language).by.search(self._text, at, end)
        if by is None or not self._text[at : by.start()].strip(" ,") or self._is_quoted(by.start()):
            return end
        return at + len(self._text[at : by.start()].rstrip(" ,"))


def _start(token: Token) -> int:
    return token.start


@lru_cache(maxsize=8)
def _clause_end(language: Language) -> re.Pattern[str]:
    joiners = "|".join(map(re.escape, (*language.joiners, *language.clause_breaks)))
    return re.compile(rf"[;]\s|, (?:{joiners})\b", re.IGNORECASE)
