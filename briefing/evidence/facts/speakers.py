"""Who says, shows or estimates something in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.evidence.facts.names_of_text import FullName, NamesOfText
from briefing.evidence.facts.quotations import quotations
from briefing.evidence.facts.speaker_phrases import Phrase, PhraseReader, Pronoun
from briefing.evidence.facts.speech_sentences import Said, SpeechReader
from briefing.evidence.facts.speech_tokens import tokens_of
from briefing.evidence.facts.speech_verbs import may_speak
from briefing.evidence.facts.values import Place, SpeakerFact
from briefing.evidence.quotes.sentences import sentence_around, sentences_of
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.format.model import SourceKind

_FAR = 1
"""Paragraphs back in which a pronoun may find the speaker that it means."""


def speaker_facts(saved: SavedText) -> tuple[SpeakerFact, ...]:
    """Return the attributions of a text, in order."""
    if not saved.language.complete:
        return ()
    return tuple(_Finder(saved).find())


class _Speaker(NamedTuple):
    """Somebody who speaks, as the text introduces them."""

    name: str | None
    role: str | None
    kind: SourceKind
    introduced: Place | None


_NOBODY = _Speaker(None, None, SourceKind.PERSON, None)


class _Finder:
    """Finds the attributions of one text, and whom each names."""

    def __init__(self, saved: SavedText) -> None:
        self._saved = saved
        self._language = saved.language
        self._names = NamesOfText(saved)
        self._last: dict[Pronoun, tuple[_Speaker, int]] = {}
        """By pronoun, the last speaker it may mean, and its paragraph."""
        self._named: dict[str, _Speaker] = {}
        """The speakers with a name, by it."""
        self._by_role: dict[str, _Speaker] = {}
        """The last speaker with a name, by each word of the role."""

    def find(self) -> Iterator[SpeakerFact]:
        """Yield the attributions in order."""
        folded = self._saved.folded
        for number in range(len(self._saved.blocks)):
            within = folded.within(self._saved.blocks[number])
            text = self._saved.paragraph(number).text
            if not may_speak(text, Span(0, len(text)), self._language):
                continue
            quoted = quotations(folded, within)
            for one in sentences_of(folded.text, within, self._language):
                sentence = Span(one.start - within.start, one.end - within.start)
                if not may_speak(text, sentence, self._language):
                    continue
                for said in SpeechReader(text, sentence, quoted, self._names, self._language).read():
                    yield self._fact(said, number, within.start, one)

    def _fact(self, said: Said, paragraph: int, base: int, sentence: Span) -> SpeakerFact:
        speaker = self._speaker(said.phrase, paragraph, base, sentence)
        self._remember(speaker, paragraph)
        return SpeakerFact(
            place=self._place(paragraph, base, sentence, said.verb),
            covers=self._origin(base, said.covers),
            name=speaker.name,
            role=speaker.role,
            kind=speaker.kind,
            introduced=speaker.introduced,
            standing=said.standing,
        )

    def _speaker(self, phrase: Phrase | None, paragraph: int, base: int, sentence: Span) -> _Speaker:
        if phrase is None or phrase.pronoun is not None:
            pronoun = phrase.pronoun if phrase is not None and phrase.pronoun is not None else Pronoun.PERSON
            meant = self._last.get(pronoun)
            return meant[0] if meant is not None and paragraph - meant[1] <= _FAR else _NOBODY
        here = Span(phrase.start, phrase.end)
        place = self._place(paragraph, base, sentence, here)
        role = self._words(base, phrase.role)
        if phrase.name is None:
            return self._by_description(phrase, role, place)
        name = self._words(base, phrase.name) or ""
        if role is None and phrase.owner is not None:
            role = self._of(self._words(base, phrase.owner) or "")
        return self._by_name(name, role, phrase.kind, place, paragraph)

    def _of(self, owner: str) -> str:
        return f"{next(iter(self._language.connectors.of), '')} {owner}".strip()

    def _by_description(self, phrase: Phrase, role: str | None, place: Place) -> _Speaker:
        if phrase.is_definite and role is not None:
            head = _head(role)
            known = self._by_role.get(head)
            if known is not None and known.kind is phrase.kind:
                return known
            full = self._names.body_with(head) if phrase.kind is SourceKind.ORGANISATION else None
            if full is not None:
                return self._introduced(full, phrase.kind, role=None)
        return _Speaker(None, role, phrase.kind, place)

    def _by_name(self, name: str, role: str | None, kind: SourceKind, place: Place, paragraph: int) -> _Speaker:
        full = self._names.full_name(name, paragraph)
        key = " ".join(full.words) if full is not None else name
        known = self._named.get(key)
        if known is None:
            told = self._introduced(full, kind, role=role) if full is not None else None
            if told is None or (told.role is None and role is not None):
                known = _Speaker(key, role, kind if told is None else told.kind, place)
            else:
                known = told
        elif known.role is None and role is not None:
            known = known._replace(role=role, introduced=place)
        self._named[key] = known
        return known

    def _introduced(self, full: FullName, kind: SourceKind, role: str | None) -> _Speaker:
        """Return a speaker as the text names it first in full, with the role that it has there."""
        within = self._saved.folded.within(self._saved.blocks[full.paragraph])
        whole = Span(within.start + full.span.start, within.start + full.span.end)
        sentence = sentence_around(self._saved.folded.text, whole, within, self._language)
        text = self._saved.paragraph(full.paragraph).text
        tokens = tokens_of(text, Span(sentence.start - within.start, sentence.end - within.start), self._language)
        held = [index for index, token in enumerate(tokens) if full.span.holds(token.start, token.end)]
        name = " ".join(full.words)
        place = self._place(full.paragraph, within.start, sentence, full.span)
        if not held:
            return _Speaker(name, role, kind, place)
        phrase = PhraseReader(tokens, self._names, self._language).around(held[0], held[-1] + 1)
        if phrase is None or phrase.name is None or phrase.name.end < full.span.end:
            return _Speaker(name, None, kind, place)
        told = self._words(within.start, phrase.role)
        if told is None and phrase.owner is not None:
            told = self._of(self._words(within.start, phrase.owner) or "")
        spans = [one for one in (phrase.name, phrase.role, phrase.owner) if one is not None]
        here = Span(min(one.start for one in spans), max(one.end for one in spans))
        name = self._words(within.start, phrase.name) or name
        return _Speaker(name, told, kind, self._place(full.paragraph, within.start, sentence, here))

    def _remember(self, speaker: _Speaker, paragraph: int) -> None:
        if speaker is _NOBODY:
            return
        if speaker.kind is SourceKind.PERSON:
            self._last[Pronoun.PERSON] = speaker, paragraph
        elif speaker.kind is SourceKind.UNNAMED:
            self._last[Pronoun.PLURAL] = speaker, paragraph
        else:
            self._last[Pronoun.THING] = speaker, paragraph
        if speaker.name is not None and speaker.role is not None:
            for word in speaker.role.split():
                self._by_role[word.lower()] = speaker

    def _place(self, paragraph: int, base: int, sentence: Span, words: Span) -> Place:
        whole = Span(self._saved.folded.origin(sentence.start), self._saved.folded.origin_end(sentence.end))
        return Place(paragraph, whole, self._origin(base, words))

    def _origin(self, base: int, words: Span) -> Span:
        folded = self._saved.folded
        return Span(folded.origin(base + words.start), folded.origin_end(base + words.end))

    def _words(self, base: int, words: Span | None) -> str | None:
        """Return some words as the text spells them, on one line."""
        if words is None:
            return None
        start, end = self._origin(base, words)
        return " ".join(self._saved.folded.original[start:end].split())


def _head(role: str) -> str:
    """Return the main word of a description: the "ministry" of "the ministry"."""
    return role.rsplit(maxsplit=1)[-1].lower()
