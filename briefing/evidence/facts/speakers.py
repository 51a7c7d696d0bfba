"""Who says, shows or estimates something in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.base.frozen import replace
from briefing.evidence.facts.known_speakers import KnownSpeakers, Where
from briefing.evidence.facts.names_of_text import NamesOfText
from briefing.evidence.facts.quotations import quotations
from briefing.evidence.facts.speaker_nouns import NounKind, noun_kind
from briefing.evidence.facts.speaker_phrases import Phrase
from briefing.evidence.facts.speech_sentences import Said, SpeechReader
from briefing.evidence.facts.speech_verbs import may_speak
from briefing.evidence.facts.values import Place, SpeakerFact
from briefing.evidence.languages import Language
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.format.model import SourceKind

_MOST = 5_000
"""Attributions of one text that are found; a text with more is no prose."""


def speaker_facts(saved: SavedText) -> tuple[SpeakerFact, ...]:
    """Return the attributions of a text, in order."""
    if not saved.language.complete:
        return ()
    facts = tuple(islice(_Finder(saved).find(), _MOST))
    facts = tuple(_without_title(fact, saved.language) for fact in facts)
    roles = {fact.name: fact.role for fact in reversed(facts) if fact.role is not None}
    return tuple(fact if fact.role is not None else _with_role(fact, roles.get(fact.name)) for fact in facts)


def _without_title(fact: SpeakerFact, language: Language) -> SpeakerFact:
    """Return a fact whose name is that of a person, with what stands before it as the role: "NASA Administrator"."""
    words = (fact.name or "").split()
    title = next((at for at in range(len(words) - 2) if noun_kind(words[at].lower(), language) is NounKind.PERSON), -1)
    if title < 0 or fact.role is not None or any(word.lower() in language.function_words for word in words):
        return fact
    role, name = " ".join(words[: title + 1]), " ".join(words[title + 1 :])
    return replace(fact, name=name, role=role, kind=SourceKind.PERSON)


def _with_role(fact: SpeakerFact, role: str | None) -> SpeakerFact:
    """Return a fact with the role that another one gives to the same name."""
    return fact if fact.name is None or role is None else replace(fact, role=role)


class _Finder:
    """Finds the attributions of one text."""

    def __init__(self, saved: SavedText) -> None:
        self._saved = saved
        self._language = saved.language
        self._names = NamesOfText(saved)
        self._speakers = KnownSpeakers(saved, self._names)

    def find(self) -> Iterator[SpeakerFact]:
        """Yield the attributions in order."""
        for number in range(len(self._saved.blocks)):
            text = self._saved.paragraph(number).text
            if may_speak(text, self._language):
                yield from self._paragraph(number, text)

    def _paragraph(self, number: int, text: str) -> Iterator[SpeakerFact]:
        folded = self._saved.folded
        within = folded.within(self._saved.blocks[number])
        quoted = quotations(folded, within)
        before: Span | None = None
        for one, _ in self._saved.sentences(number):
            sentence = Span(one.start - within.start, one.end - within.start)
            if may_speak(text[sentence.start : sentence.end], self._language):
                for said in SpeechReader(text, sentence, quoted, self._names, self._language).read():
                    subject = said.subject or self._subject(said, text, before, quoted)
                    yield self._fact(said, subject, Where(number, within.start, one))
                    before = None
            before = sentence

    def _subject(self, said: Said, text: str, before: Span | None, quoted: Sequence[Span]) -> Phrase | None:
        """Return what the sentence before begins with, for a pronoun that may mean it."""
        if before is None or said.phrase is None or said.phrase.pronoun is None:
            return None
        return SpeechReader(text, before, quoted, self._names, self._language).subject()

    def _fact(self, said: Said, subject: Phrase | None, where: Where) -> SpeakerFact:
        speaker = self._speakers.speaker(said.phrase, subject, where)
        sentence = where.sentence
        whole = self._saved.original(*sentence)
        return SpeakerFact(
            place=Place(where.paragraph, whole, self._origin(where.base, said.verb)),
            covers=self._origin(where.base, said.covers),
            name=speaker.name,
            role=speaker.role,
            kind=speaker.kind,
            introduced=speaker.introduced,
            standing=said.standing,
        )

    def _origin(self, base: int, words: Span) -> Span:
        return self._saved.original(base + words.start, base + words.end)
