"""The noun phrase of a speaker, taken apart: who is named, in which role, and of what kind."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.names_of_text import NamesOfText
from briefing.evidence.facts.phrase_bounds import PhraseBounds, Range
from briefing.evidence.facts.speaker_nouns import NounKind, noun_kind
from briefing.evidence.facts.speech_tokens import Token, TokenKind
from briefing.evidence.languages import Language
from briefing.evidence.result import Span
from briefing.format.model import SourceKind

_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.UNNAMED})
_FULL_NAME = 2
"""Words of an ordinary full name."""
_LONGEST_ROLE = 14
"""Tokens of a role."""
_FIRST_COMMA = 24
"""Tokens among which the comma after an opening such as "In a note to clients," is looked for."""


class Pronoun(Enum):
    """Whom a pronoun may mean."""

    PERSON = "person"
    PLURAL = "plural"
    THING = "thing"


class Phrase(NamedTuple):
    """The words that name a speaker. All offsets are those of the paragraph."""

    start: int
    end: int
    kind: SourceKind
    name: Span | None = None
    """The name: "Maren Holt". None: it has none."""
    role: Span | None = None
    """The role: "chief executive". Without a name, all words of the phrase: "Analysts at Corwin Bank"."""
    owner: Span | None = None
    """The organisation that somebody belongs to, when only that is said: the "Corwin" of "Corwin's Ines Duarte"."""
    pronoun: Pronoun | None = None
    is_certain: bool = True
    """False: no word of the phrase is known to be a speaker: "the skipper"."""
    is_definite: bool = False
    """True: it may mean somebody named before: "the ministry"."""


class _Parts(NamedTuple):
    """The parts of a phrase, as indexes of tokens."""

    start: int
    core: int
    """After its articles."""
    stop: int
    """Where it goes on with a preposition: before the "of" of "head of the agency"."""
    end: int
    apposition: Range | None
    names: int = -1
    """Where the capitals begin that end the core. -1: it does not end with a name."""


class PhraseReader:
    """Reads the noun phrases of one sentence."""

    def __init__(self, tokens: Sequence[Token], names: NamesOfText, language: Language) -> None:
        self.tokens = tokens
        self.bounds = PhraseBounds(tokens, names, language)
        self._names = names
        self._language = language
        self._known = language.speaking

    def before(self, verb: int) -> Phrase | None:
        """Return the subject that ends before the token `verb`. None: there is none that can be read."""
        at, apposition = self.bounds.skip_back(verb - 1), None
        while at > 0 and self.bounds.is_sign(at, ",)-\u2013"):
            opened = self.bounds.opening_of(at)
            if opened is None:
                return self._before_stray_comma(at)
            if apposition is None or self.bounds.kind_within(opened + 1, at) is not None:
                apposition = (opened + 1, at)
            at = opened - 1
        if at < 0:
            return None
        start = self.bounds.start_of(at)
        if start > 1 and self.bounds.is_relative_clause(start):
            return self.before_relative(self.bounds.relative_before(start))
        return self._read(start, at + 1, apposition)

    def _before_stray_comma(self, at: int) -> Phrase | None:
        """Return the subject at the beginning of a sentence that a needless comma parts from its verb."""
        start = self.bounds.start_of(at - 1)
        phrase = self._read(start, at, None) if start == 0 and self.bounds.is_sign(at, ",") else None
        return phrase if phrase is not None and phrase.is_certain and phrase.pronoun is None else None

    def before_relative(self, pronoun: int) -> Phrase | None:
        """Return what a relative pronoun refers to: the phrase that ends before it."""
        at = pronoun - 1
        if at > 0 and self.bounds.is_sign(at, ",-\u2013"):
            at -= 1
        if at < 0 or not self.tokens[at].is_word:
            return None
        start = self.bounds.start_of(at)
        phrase = self._read(start, at + 1, None)
        nearest = next(
            (index for index in range(at, start, -1) if self.tokens[index].small in self._known.determiners), -1
        )
        if nearest > start and (phrase is None or phrase.kind not in _PEOPLE):
            near = self._read(nearest, at + 1, None)
            return near if near is not None and near.is_certain and near.kind in _PEOPLE else phrase
        return phrase

    def behind(self, verb: int) -> Phrase | None:
        """Return the subject that begins after the token `verb`: "said Maren Holt, chief executive of Alder"."""
        at = verb + 1
        while at < len(self.tokens) and self.bounds.is_between(at):
            at += 1
        if at < len(self.tokens) and self.bounds.is_preposition(at):
            at = self.bounds.end_of(at + 1) if self._known.inverts else len(self.tokens)  # "aseguró a EFE el jefe"
        end = self.bounds.end_of(at)
        return self._read(at, end, self.bounds.apposition_behind(end)) if end > at else None

    def first(self, start: int, end: int) -> Phrase | None:
        """Return the noun phrase at the beginning of a clause: its subject."""
        at = start
        while at < end and (self.bounds.is_preposition(at) or self.bounds.opens_clause(at)):
            last = min(end, at + _FIRST_COMMA)
            comma = next((index for index in range(at, last) if self.bounds.is_sign(index, ",")), None)
            if comma is None:
                return None
            at = comma + 1
        while at < end and (not self.tokens[at].is_word or self.bounds.is_adverb(at)):
            at += 1
        stop = min(self.bounds.end_of(at), end)
        return self._read(at, stop, self.bounds.apposition_behind(stop)) if stop > at else None

    def around(self, start: int, end: int) -> Phrase | None:
        """Return the phrase around the name that the tokens from `start` to `end` are."""
        first = min(self.bounds.start_of(end - 1), start)
        stop = max(self.bounds.end_of(start), end)
        if first > 1 and self.bounds.is_sign(first - 1, ",") and self._is_new_name((start, end)):
            before = self._read(self.bounds.start_of(first - 2), first - 1, (start, end))
            if before is not None and before.kind is SourceKind.PERSON and before.name == self._span(start, end):
                return before
        return self._read(first, stop, self.bounds.apposition_behind(stop))

    # Taking a phrase apart.

    def _read(self, start: int, end: int, apposition: Range | None) -> Phrase | None:
        while end > start and (
            self.tokens[end - 1].kind in {TokenKind.SIGN, TokenKind.OWNER} or self._is_dangling(end - 1, start)
        ):
            end -= 1
        while start < end and self.tokens[start].kind in {TokenKind.SIGN, TokenKind.OWNER}:
            start += 1
        if start >= end:
            return None
        first, known = self.tokens[start], self._known
        pronoun = self._pronoun(first) if end - start == 1 or first.small in known.singular_persons else None
        if pronoun is not None:
            return Phrase(first.start, first.end, SourceKind.UNNAMED, pronoun=pronoun)
        if self.bounds.is_first_person(start) or first.small in known.nobody:
            return None
        if first.small in known.clause_starts or (end - start == 1 and first.small in known.determiners):
            return None
        core = start
        while core < end and self._is_article(core, start):
            core += 1
        return self._read_core(_Parts(start, core, self._stop(core, end), end, apposition)) if core < end else None

    def _is_dangling(self, index: int, start: int) -> bool:
        """Whether a word is a preposition without its noun: the last of "figures from the ministry for" of a month."""
        token = self.tokens[index]
        return index > start and not token.is_capital and token.small in self._known.name_links

    def _pronoun(self, token: Token) -> Pronoun | None:
        known = self._known
        if token.small in known.singular_persons:
            return Pronoun.PERSON
        if token.small in known.plural_pronouns:
            return Pronoun.PLURAL
        return Pronoun.THING if token.small in known.thing_pronouns else None

    def _is_article(self, index: int, start: int) -> bool:
        return self.tokens[index].small in self._known.determiners and (
            index == start or not self.tokens[index].is_capital
        )

    def _stop(self, core: int, end: int) -> int:
        for index in range(core + 1, end):
            is_capital = self.tokens[index].is_capital
            is_inner = self.tokens[index].small in self._known.inner or self.bounds.is_preposition(index)
            if is_inner and not is_capital and not self._joins_names(index, end):
                return index
        return end

    def _joins_names(self, index: int, end: int) -> bool:
        """Whether a small word is inside the name of a person: "Ursula von der Leyen"."""
        particles = self._known.name_particles
        if index == 0 or index + 1 >= end:
            return False
        before, behind = self.tokens[index - 1], self.tokens[index + 1]
        is_long = f"{before.small} {self.tokens[index].small}" in self._known.long_particles
        if self.tokens[index].small not in particles and not is_long:
            return False
        goes_on = f"{self.tokens[index].small} {behind.small}" in self._known.long_particles
        if not (behind.is_capital or behind.small in particles or goes_on):
            return False
        return before.small in particles or (before.is_capital and noun_kind(before.small, self._language) is None)

    def _read_core(self, parts: _Parts) -> Phrase | None:
        names = self._run_at_end(parts.core, parts.stop)
        if names >= 0:
            named = self._named(parts._replace(names=names))
            if named is not None:
                return named
        return self._described(parts)

    def _run_at_end(self, core: int, stop: int) -> int:
        """Return the index where the capitals begin that end the core. -1: it does not end with a name."""
        if not self._is_name_word(stop - 1, core):
            return -1
        first = stop - 1
        while first > core and (
            self._is_name_word(first - 1, core)
            or (self.tokens[first - 1].text == "&" and first - 1 > core)
            or self._joins_names(first - 1, stop)
        ):
            first -= 1
        return first

    def _is_name_word(self, index: int, core: int) -> bool:
        token = self.tokens[index]
        if token.kind is TokenKind.NUMBER:
            return index > core
        if not token.is_capital:
            return False
        is_noun = noun_kind(token.small, self._language) is not None
        if self._language.speaking.capital_nouns:
            return not is_noun and (self._names.is_name(token.text) or not self._names.has_article(token.text))
        if index > core or not self._opens_sentence(index) or self._names.is_name(token.text):
            return True
        if is_noun:
            return index + 1 < len(self.tokens) and self.tokens[index + 1].is_capital
        return token.small not in self._language.function_words

    def _opens_sentence(self, index: int) -> bool:
        return index == 0 or (index == 1 and not self.tokens[0].is_word) or self.tokens[index - 1].text in "'.:"

    # Phrases that end with a name.

    def _named(self, parts: _Parts) -> Phrase | None:
        """Return a phrase whose core ends with capitals. None: they are a role, or an ordinary word."""
        title = self._last_title(parts.names, parts.stop)
        if 0 <= title < parts.stop - 1 and self._named_kind(title, parts.stop) is None:
            return self._person(parts._replace(names=title + 1), parts.core)
        kind = self._named_kind(parts.names, parts.stop)
        if kind is None and title == parts.stop - 1 and self._is_role(parts):
            return self._title_of(parts)
        lead = self._lead(parts)
        if lead is not None:
            return lead
        has_owner = parts.names > parts.core and self.tokens[parts.names - 1].kind is TokenKind.OWNER
        if kind is not None:
            return self._body(parts._replace(names=parts.core) if has_owner else parts, kind)
        if has_owner and parts.stop - parts.names > 1:
            return self._owned(parts)
        return self._plain_name(parts)

    def _title_of(self, parts: _Parts) -> Phrase | None:
        """Return a person after a title that goes on: "Minister of Education Stefania Giannini". None: only a title."""
        civil = next((at for at in range(parts.stop, parts.end) if self.tokens[at].small in self._known.civil), -1)
        first = next((at for at in range(parts.stop, parts.end) if self.tokens[at].is_capital), parts.end)
        last = first
        while last < parts.end and self.tokens[last].is_capital:
            last += 1
        names = civil + 1 if civil >= 0 else last - _FULL_NAME
        is_long = last - first > _FULL_NAME
        if not (is_long or civil >= 0) or names >= last or self._named_kind(names, last) is not None:
            return None
        whole, role = self._span(parts.core, parts.end), self._span(parts.core, civil if civil >= 0 else names)
        return Phrase(*whole, SourceKind.PERSON, self._span(names, last), role)

    def _last_title(self, names: int, stop: int) -> int:
        """Return the index of the last title among capitals: "Prime Minister Najib Razak". -1: there is none."""
        titles = (index for index in range(names, stop) if self._is_title(index))
        return max(titles, default=-1)

    def _is_title(self, index: int) -> bool:
        small = self.tokens[index].small
        return small in self._known.civil or noun_kind(small, self._language) is NounKind.PERSON

    def _is_role(self, parts: _Parts) -> bool:
        """Whether capitals that end with a word for a person are a role: "Defence Minister", unlike "Ada Bishop"."""
        first = self.tokens[parts.names].small
        if first in self._known.titles or noun_kind(first, self._language) is not None:
            return True
        return not self._names.is_person(self._text(parts.names, parts.stop))

    def _text(self, start: int, end: int) -> str:
        return " ".join(each.text for each in self.tokens[start:end])

    def _lead(self, parts: _Parts) -> Phrase | None:
        """Return the phrase of a name that a noun in small letters leads: "chief executive Maren Holt"."""
        before = parts.names - 1
        if before < parts.core or not self.tokens[before].is_word:
            return None
        lead = noun_kind(self.tokens[before].small, self._language)
        if lead in {NounKind.PERSON, NounKind.GROUP}:
            return self._person(parts, parts.core)
        if lead is None:
            return None
        is_media = NounKind.MEDIA in {lead, self._named_kind(parts.names, parts.stop)}
        kind = SourceKind.MEDIA if is_media else SourceKind.ORGANISATION
        return Phrase(*self._span(parts.start, parts.end), kind, self._span(parts.names, parts.stop))

    def _owned(self, parts: _Parts) -> Phrase:
        """Return a person who is named by an organisation: "Corwin's Ines Duarte"."""
        role = self._role_of(parts.apposition)
        owner = None if role is not None else self._span(parts.core, parts.names - 1)
        whole, name = self._span(parts.start, parts.stop), self._span(parts.names, parts.stop)
        return Phrase(*whole, SourceKind.PERSON, name, role, owner)

    def _plain_name(self, parts: _Parts) -> Phrase | None:
        is_single = parts.stop - parts.names == 1
        is_person = self._names.is_person(self._text(parts.names, parts.stop))
        is_noun = noun_kind(self.tokens[parts.stop - 1].small, self._language) is not None
        opens = parts.names == parts.core == parts.start and self._opens_sentence(parts.names)
        is_unknown = opens and parts.end > parts.stop and not self._names.is_name(self.tokens[parts.names].text)
        is_common = self._language.speaking.capital_nouns and parts.core > parts.start
        if is_single and not is_person and (is_noun or is_unknown or is_common):
            return None
        has_article = parts.core > parts.start and self.tokens[parts.start].small in self._language.connectors.articles
        if not has_article and (is_person or self._is_person_by(parts.apposition)):
            return self._person(parts, parts.names)
        return self._body(parts, NounKind.BODY)

    def _is_person_by(self, apposition: Range | None) -> bool:
        """Whether an apposition says that a name is a person's."""
        if apposition is None:
            return False
        start, end = apposition
        is_age = self.tokens[start].kind is TokenKind.NUMBER and end - start == 1
        return is_age or self.bounds.kind_within(start, end) is NounKind.PERSON

    def _named_kind(self, names: int, stop: int) -> NounKind | None:
        """Return the kind of thing that a name itself says: "Defence Ministry", "Alder plc". None: it says none."""
        known, tokens = self._known, self.tokens[names:stop]
        if tokens[-1].small in known.media_names or any(self._is_media(token) for token in tokens):
            return NounKind.MEDIA
        for token in reversed(tokens):
            kind = noun_kind(token.small, self._language)
            if kind is NounKind.GROUP and len(tokens) > 1 and token is tokens[-1]:
                return NounKind.BODY
            if kind not in {None, NounKind.PERSON, NounKind.GROUP}:
                is_body = len(tokens) > 1 and token.small.startswith(self._language.discourse.generic_bodies)
                return NounKind.BODY if is_body else kind
            if len(tokens) > 1 and (token.small in known.legal_forms or token.small in known.name_bodies):
                return NounKind.BODY
        return None

    def _is_media(self, token: Token) -> bool:
        return noun_kind(token.small, self._language) is NounKind.MEDIA

    def _person(self, parts: _Parts, core: int) -> Phrase:
        """Return a person; the tokens from `core` to the name are the role."""
        role = self._role_of(parts.apposition)
        last = parts.names
        while last > core and self.tokens[last - 1].small in self._known.civil:
            last -= 1
        if last > core:
            role = self._trimmed(core, last)
        if role is None and parts.end > parts.stop:
            role = self._span(parts.stop, parts.end)
        first = parts.start if core == parts.core else core
        whole, name = self._span(first, parts.end), self._span(parts.names, parts.stop)
        return Phrase(*whole, SourceKind.PERSON, name, role)

    def _body(self, parts: _Parts, kind: NounKind) -> Phrase:
        """Return an organisation with a name; words after "of" belong to it: "Bank of Kelland"."""
        last = parts.stop
        small = self._language.connectors
        of = (*small.of, *small.of_the, *small.genitive_articles, *self._known.name_links)
        if parts.stop < parts.end and self.tokens[parts.stop].small in of:
            last = max((at + 1 for at in range(parts.stop, parts.end) if self.tokens[at].is_capital), default=last)
        made = SourceKind.ORGANISATION if kind is NounKind.PERSON else kind.value
        return Phrase(*self._span(parts.start, parts.end), made, self._span(parts.names, last))

    def _role_of(self, apposition: Range | None) -> Span | None:
        """Return the role that an apposition gives. None: it gives none."""
        if apposition is None or self.tokens[apposition[0]].small in self._known.relatives:
            return None
        start, end = apposition
        while start < end and (self.tokens[start].kind is not TokenKind.WORD or self._is_plain_article(start)):
            start += 1
        end = self._end_of_role(start, min(end, start + _LONGEST_ROLE))
        if start >= end or self.tokens[start].small in self._known.prepositions:
            return None
        kind = self.bounds.kind_within(start, end)
        if kind is None and self.tokens[apposition[0]].small in self._known.indefinite:
            return self._trimmed(start, end)  # "a 38-year-old food seller"
        return self._trimmed(start, end) if kind in {NounKind.PERSON, NounKind.GROUP} else None

    def _is_plain_article(self, index: int) -> bool:
        return self.tokens[index].small in self._language.connectors.articles

    def _end_of_role(self, start: int, end: int) -> int:
        for index in range(start, end):
            token = self.tokens[index]
            is_joiner = token.small in self._language.joiners
            if token.small in self._known.clause_starts and not token.is_capital and not is_joiner:
                return index
        return end

    # Phrases without a name.

    def _described(self, parts: _Parts) -> Phrase | None:
        head = parts.stop - 1
        while head > parts.core and not self.tokens[head].is_word:
            head -= 1
        kind = noun_kind(self.tokens[head].small, self._language)
        if kind is not None:
            return self._of_kind(parts._replace(stop=head + 1), kind)
        for index in range(parts.core, head):
            kind = noun_kind(self.tokens[index].small, self._language)
            if kind is not None and self._known.adjectives_behind:
                return self._of_kind(parts, kind)
            if kind is not None and self._ends_noun(index + 1):
                return self._of_kind(parts._replace(stop=index + 1, end=index + 1), kind)
        if parts.start == parts.core or not self.tokens[parts.stop - 1].is_word:
            return None
        whole = self._span(parts.start, parts.end)
        return Phrase(*whole, SourceKind.UNNAMED, role=whole, is_certain=False)

    def _ends_noun(self, index: int) -> bool:
        """Whether a token cannot belong to a noun before it: an ordinary word in small letters."""
        token = self.tokens[index]
        return token.is_word and not token.is_capital and noun_kind(token.small, self._language) is None

    def _of_kind(self, parts: _Parts, kind: NounKind) -> Phrase:
        if kind in {NounKind.PERSON, NounKind.GROUP}:
            return self._role_only(parts, kind)
        whole = self._span(parts.start, parts.end)
        definite = self._is_definite(parts)
        capitals = [index for index in range(parts.core, parts.end) if self._is_name_word(index, parts.core)]
        if kind is NounKind.BODY and any(self._is_media(token) for token in self.tokens[parts.core : parts.stop]):
            kind = NounKind.MEDIA
        if kind in {NounKind.BODY, NounKind.MEDIA}:
            if parts.apposition is not None and self._is_new_name(parts.apposition):
                end = self.tokens[parts.apposition[1] - 1].end
                return Phrase(whole.start, end, kind.value, self._span(*parts.apposition))
            if capitals and not self._is_indefinite(parts):
                last = min(max(parts.stop, capitals[-1] + 1), parts.end)
                return Phrase(*whole, kind.value, self._span(parts.core, last), is_definite=definite)
            is_group = self.tokens[parts.stop - 1].small.endswith("s") and not definite
            return Phrase(*whole, SourceKind.UNNAMED if is_group else kind.value, role=whole, is_definite=definite)
        if kind is NounKind.DATA:
            return self._data(parts, whole)
        return Phrase(*whole, kind.value, role=whole, is_definite=definite)

    def _role_only(self, parts: _Parts, kind: NounKind) -> Phrase:
        """Return somebody who is named by a role only, or by a role and the name in apposition to it."""
        whole, apposition = self._span(parts.start, parts.end), parts.apposition
        named = self._title_of(parts) if kind is NounKind.PERSON and parts.end > parts.stop else None
        if named is not None:
            return named
        if apposition is not None and self._is_new_name(apposition):
            end = self.tokens[apposition[1] - 1].end
            role = self._span(parts.core, parts.end)
            return Phrase(whole.start, end, SourceKind.PERSON, self._span(*apposition), role)
        is_title = all(token.is_capital for token in self.tokens[parts.core : parts.stop])
        is_one = kind is NounKind.PERSON and not self._is_indefinite(parts) and not self._is_plural(parts.stop - 1)
        head = self.tokens[parts.stop - 1].small
        speaks_for = any(each in head for each in self._known.mouthpieces)
        is_one = is_one and not speaks_for and (is_title or self._is_definite(parts) or self._has_owner(parts))
        made = SourceKind.PERSON if is_one else SourceKind.UNNAMED
        return Phrase(*whole, made, role=whole, is_definite=is_one or self._is_definite(parts))

    def _is_new_name(self, apposition: Range) -> bool:
        return all(token.is_capital for token in self.tokens[slice(*apposition)])

    def _data(self, parts: _Parts, whole: Span) -> Phrase:
        capitals = [index for index in range(parts.stop, parts.end) if self.tokens[index].is_capital]
        if capitals:
            return Phrase(*whole, SourceKind.DATA, self._span(capitals[0], capitals[-1] + 1), whole)
        is_unsigned = self.tokens[parts.stop - 1].small.startswith(self._known.unsigned or ("\0",))
        return Phrase(*whole, SourceKind.UNNAMED if is_unsigned else SourceKind.DATA, role=whole)

    def _is_definite(self, parts: _Parts) -> bool:
        return parts.start < parts.core and not self._is_indefinite(parts)

    def _is_indefinite(self, parts: _Parts) -> bool:
        return parts.start < parts.core and self.tokens[parts.start].small in self._known.indefinite

    def _has_owner(self, parts: _Parts) -> bool:
        return any(token.kind is TokenKind.OWNER for token in self.tokens[parts.core : parts.stop])

    def _is_plural(self, index: int) -> bool:
        small = self.tokens[index].small
        return small.endswith("s") or small in self._language.persons

    def _trimmed(self, start: int, end: int) -> Span | None:
        while end > start and not self.tokens[end - 1].is_word:
            end -= 1
        return self._span(start, end) if end > start else None

    def _span(self, start: int, end: int) -> Span:
        return Span(self.tokens[start].start, self.tokens[end - 1].end)
