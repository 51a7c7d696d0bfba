"""Whom the words for a speaker mean: a surname, a pronoun, "the ministry", with name and role as the text has them."""

from __future__ import annotations

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.names_of_text import FullName, NamesOfText
from briefing.evidence.facts.speaker_nouns import NounKind, noun_kind
from briefing.evidence.facts.speaker_phrases import Phrase, PhraseReader, Pronoun
from briefing.evidence.facts.speech_tokens import tokens_of
from briefing.evidence.facts.values import Place
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.format.model import SourceKind

_FAR = 1
"""Paragraphs back in which a pronoun may find the speaker that it means."""


class Speaker(NamedTuple):
    """Somebody who speaks, as the text introduces them. The fields are those of `SpeakerFact`."""

    name: str | None
    role: str | None
    kind: SourceKind
    introduced: Place | None


NOBODY = Speaker(None, None, SourceKind.PERSON, None)
"""The one whom a pronoun means, if the text does not tell who it is."""


class Where(NamedTuple):
    """The sentence that a phrase stands in."""

    paragraph: int
    base: int
    """Offset of the paragraph in the folded text."""
    sentence: Span
    """Offsets in the folded text."""


class KnownSpeakers:
    """The speakers of one text, in the order in which they speak."""

    def __init__(self, saved: SavedText, names: NamesOfText) -> None:
        self._saved = saved
        self._language = saved.language
        self._known = saved.language.speaking
        self._names = names
        title = [word for word in saved.paragraph(0).text.split() if word[:1].isalpha()]
        small = saved.language.function_words
        self._has_capital_title = all(word[0].isupper() or word.lower() in small for word in title)
        """Whether every word of the title has a capital, so that it shows no names."""
        self._last: dict[Pronoun | None, tuple[Speaker, int]] = {}
        """By pronoun, the last speaker it may mean, and its paragraph; None: the last one of any kind."""
        self._named: dict[str, Speaker] = {}
        self._by_role: dict[str, Speaker] = {}
        """The last speaker with a name, by each word of the role."""

    def speaker(self, phrase: Phrase | None, subject: Phrase | None, where: Where) -> Speaker:
        """Return whom a phrase means, and keep it in mind.

        `subject`: what the sentence, or the one before it, begins with, which a pronoun may mean.
        """
        pronoun = phrase.pronoun if phrase is not None else None
        if phrase is not None and pronoun is None:
            found = self._of_phrase(phrase, where)
        elif subject is not None and pronoun is not None and self._may_mean(pronoun, subject, where):
            found = self._of_phrase(subject, where)
        else:
            found = self._before(pronoun, where)
        self._remember(found, where.paragraph)
        return found

    def _may_mean(self, pronoun: Pronoun, subject: Phrase, where: Where) -> bool:
        """Whether a pronoun may mean the subject of a sentence, which has a name; if so, note what the name is."""
        if subject.name is None or pronoun is Pronoun.PLURAL:
            return False
        is_person, wanted = subject.kind is SourceKind.PERSON, pronoun is Pronoun.PERSON
        if is_person is wanted:
            return True
        return self._names.tell(self._words(where.base, subject.name), is_person=wanted)

    def _before(self, pronoun: Pronoun | None, where: Where) -> Speaker:
        """Return the last speaker whom a pronoun may mean; "they" means others if their paragraph has begun before."""
        far = 0 if pronoun is Pronoun.PLURAL and where.sentence.start > where.base else _FAR
        if pronoun is Pronoun.PERSON and not self._known.thing_pronouns:
            pronoun = None
        meant = self._last.get(pronoun)
        return meant[0] if meant is not None and where.paragraph - meant[1] <= far else NOBODY

    def _remember(self, speaker: Speaker, paragraph: int) -> None:
        if speaker is NOBODY:
            return
        kinds = {SourceKind.PERSON: Pronoun.PERSON, SourceKind.UNNAMED: Pronoun.PLURAL}
        self._last[None] = self._last[kinds.get(speaker.kind, Pronoun.THING)] = speaker, paragraph
        if speaker.name is not None and speaker.role is not None:
            for word in speaker.role.lower().split():
                self._by_role[word] = speaker

    def _of_phrase(self, phrase: Phrase, where: Where) -> Speaker:
        place = self._place(where, Span(phrase.start, phrase.end))
        role = self._role(phrase, where.base)
        if phrase.name is None:
            return self._described(phrase, role, place)
        name = self._words(where.base, phrase.name)
        full = self._names.full_name(name, where.paragraph)
        if full is not None and full.paragraph == 0 and len(full.words) > len(name.split()) and self._has_capital_title:
            full = None  # "NASA Picks SpaceX"
        key = " ".join(full.words) if full is not None else name
        known = self._named.get(key)
        if known is None or (known.role is None and role is not None and name == key):
            is_here = full is None or (full.paragraph == where.paragraph and full.span == phrase.name)
            is_told = is_here and role is not None and phrase.kind is SourceKind.PERSON
            plain = Speaker(key, role, phrase.kind, place)
            known = plain if full is None or is_told else self._introduced(full, phrase.kind)
            if known.role is None and role is not None and name == key:
                known = known._replace(role=role, introduced=place)
            self._named[key] = known
        return known

    def _role(self, phrase: Phrase, base: int) -> str | None:
        if phrase.role is not None:
            return self._words(base, phrase.role)
        if phrase.owner is None:
            return None
        return f"{next(iter(self._language.connectors.of), '')} {self._words(base, phrase.owner)}".strip()

    def _described(self, phrase: Phrase, role: str | None, place: Place) -> Speaker:
        """Return the speaker of a phrase without a name: the one who has the role, or the organisation of that kind."""
        plain = Speaker(None, role, phrase.kind, place)
        if not phrase.is_definite or role is None:
            return plain
        head = role.rsplit(maxsplit=1)[-1].lower()
        known = self._by_role.get(head)
        if known is not None and known.kind is phrase.kind:
            return known
        if phrase.kind is SourceKind.PERSON:
            full = self._names.person_with(head)
        elif phrase.kind is SourceKind.ORGANISATION:
            full = self._names.body_with(head)
        else:
            return plain
        if full is not None:
            return self._introduced(full, phrase.kind)
        if phrase.kind is SourceKind.ORGANISATION and head.startswith(self._known.same_body):
            company = self._company(place.paragraph)
            return plain if company is None else company._replace(role=company.role or _without_article(role))
        return plain

    def _company(self, paragraph: int) -> Speaker | None:
        """Return the company that "the company" means: the last one that spoke nearby, or the only one of the text."""
        meant = self._last.get(Pronoun.THING)
        if meant is not None and paragraph - meant[1] <= _FAR and self._is_company(meant[0]):
            return meant[0]
        full = self._names.only_company()
        return self._introduced(full, SourceKind.ORGANISATION) if full is not None else None

    def _is_company(self, speaker: Speaker) -> bool:
        if speaker.name is None or speaker.kind is not SourceKind.ORGANISATION:
            return False
        small = speaker.name.lower().split()
        if any(word.startswith(self._known.same_body) or word in self._known.legal_forms for word in small):
            return True
        return all(noun_kind(word, self._language) is not NounKind.BODY for word in small)

    def _introduced(self, full: FullName, kind: SourceKind) -> Speaker:
        """Return a speaker as the text names it first in full, with the role that it has there."""
        within = self._saved.within(full.paragraph)
        whole = Span(within.start + full.span.start, within.start + full.span.end)
        sentence = self._saved.sentence_around(whole, full.paragraph)
        where = Where(full.paragraph, within.start, sentence)
        phrase = self._around(full, where)
        if phrase is None or phrase.name is None or phrase.name.end < full.span.end:
            return Speaker(" ".join(full.words), None, kind, self._place(where, full.span))
        is_person = phrase.kind is SourceKind.PERSON or self._names.is_person(" ".join(full.words))
        called = full.span if is_person else phrase.name
        spans = [one for one in (called, phrase.role, phrase.owner) if one is not None]
        here = Span(min(one.start for one in spans), max(one.end for one in spans))
        role = self._role(phrase, where.base)
        told = SourceKind.PERSON if is_person else phrase.kind
        return Speaker(self._words(where.base, called), role, told, self._place(where, here))

    def _around(self, full: FullName, where: Where) -> Phrase | None:
        """Return the phrase around a name in full. None: it cannot be read."""
        text = self._saved.paragraph(full.paragraph).text
        sentence = Span(where.sentence.start - where.base, where.sentence.end - where.base)
        tokens = tokens_of(text, sentence, self._language)
        held = [index for index, token in enumerate(tokens) if full.span.holds(token.start, token.end)]
        if not held:
            return None
        return PhraseReader(tokens, self._names, self._language).around(held[0], held[-1] + 1)

    def _place(self, where: Where, words: Span) -> Place:
        whole = self._saved.original(*where.sentence)
        span = self._saved.original(where.base + words.start, where.base + words.end)
        return Place(where.paragraph, whole, span)

    def _words(self, base: int, words: Span) -> str:
        """Return some words as the text spells them, on one line."""
        folded = self._saved.folded
        start, end = folded.origin(base + words.start), folded.origin_end(base + words.end)
        return " ".join(folded.original[start:end].split())


def _without_article(role: str) -> str:
    """Return a description without its first word: "utility" of "the utility"."""
    return role.split(maxsplit=1)[-1]
