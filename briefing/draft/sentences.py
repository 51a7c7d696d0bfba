"""Sentences of an article as the text of a point or an event: whole, or the part that can stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.draft.clauses import clause_around
from briefing.draft.draft_text import QUOTE_MARKS, DraftError, DraftText
from briefing.evidence.context import LONG_QUOTE
from briefing.evidence.facts.values import DateFact, Place, SpeakerFact
from briefing.evidence.languages import Language, connectors
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span
from briefing.format.model import Standing

_LONG_EVENT = 140
"""Characters of a sentence from which on an event gets only the clause of its date."""
_LONGEST_PAIR = 320
"""Characters of two sentences that are one event."""
_LEAST = 5
"""Words of a clause that can stand alone."""
_LEAST_BESIDES = 3
"""Words of an event besides its date."""
_FULL_STOP = 2
"""Characters behind the last words of a sentence, at most."""
_MOST_OF = 0.6
"""Share of a sentence that a speaker must say for the whole to be said by them."""
_OPEN = f" \t\n,.;:{QUOTE_MARKS}"
_LONGEST_TAIL = 120
"""Characters of an attribution behind what it attributes."""
_HEARERS = 60
"""Characters behind a verb of saying that may name those who are told."""
_DATE_LINE = re.compile(r"[^\n;:]{3,80}?(?:\s(?:--|[-–—])\s|—\s*)")
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}(?![^\W\d_])")
_SMALL = re.compile(r"(?<![^\W_])[a-zß-ÿ]{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d\S*")


class ItemWords(NamedTuple):
    """The words of an item."""

    text: str
    span: Span
    """What must be quoted for them."""
    speaker: SpeakerFact | None
    """Who says it. None: the article itself."""


def point_words(sentence: Place, held: DraftText, *, whole: bool = False) -> ItemWords:
    """Return a sentence as the text of a point; without its attribution where a sentence is left, unless `whole`."""
    every = _trimmed(_after_date_line(sentence.sentence, held), held.text)
    if held.is_quoted(sentence):
        speaker = held.quoted_speaker(sentence)
        part = _unquoted(every, speaker, held)
        return ItemWords(_as_sentence(part, held), part, speaker)
    speaker = _speaker(every, held)
    if speaker is not None and held.id_of(speaker) is not None and not whole:
        said = _without_that(_trimmed(_said(speaker, held), held.text), held)
        if can_stand_alone(said, held) and _is_a_sentence(said, every, speaker, held):
            return ItemWords(_as_sentence(said, held), said, speaker)
    part = _of_length(every, held)
    return ItemWords(_as_sentence(part, held), part, speaker)


def event_words(fact: DateFact, held: DraftText, *, with_before: bool = True) -> ItemWords:
    """Return the clause that a date belongs to as the text of an event; the whole sentence if it is short.

    `with_before`: a sentence that cannot stand alone comes with the one before it.
    """
    whole = _trimmed(_after_date_line(fact.place.sentence, held), held.text)
    part = whole
    if whole.end - whole.start > _LONG_EVENT:
        clause = _trimmed(clause_around(held.text, fact.place.span, whole, held.saved.language), held.text)
        clause = _with_aside(clause, whole, held)
        part = clause if can_stand_alone(clause, held) else Span(whole.start, clause.end)
    if held.is_quoted(fact.place):
        speaker = held.quoted_speaker(fact.place)
        part = _unquoted(whole, speaker, held)
        return ItemWords(_as_sentence(part, held), part, speaker)
    speaker = held.speaker_of(fact.place.span) or (_speaker(whole, held) if part == whole else None)
    if speaker is not None and held.id_of(speaker) is not None:
        said = _without_that(_trimmed(_said(speaker, held), held.text), held)
        if said.holds(*fact.place.span) and can_stand_alone(said, held) and _is_a_sentence(said, whole, speaker, held):
            part = Span(max(said.start, part.start), min(said.end, part.end))
    if with_before and part.start == whole.start and not can_stand_alone(part, held):
        before = _sentence_before(fact.place, held)
        if before is not None and part.end - before.start <= _LONGEST_PAIR:
            part = Span(before.start, part.end)
    besides = held.text[part.start : fact.place.span.start] + " " + held.text[fact.place.span.end : part.end]
    if len(_WORD.findall(besides)) < _LEAST_BESIDES:
        raise DraftError("the sentence says nothing besides this date")
    part = part if is_balanced(held.text[part.start : part.end]) else _unquoted(part, speaker, held)
    return ItemWords(_as_sentence(part, held), part, speaker)


def _with_aside(clause: Span, whole: Span, held: DraftText) -> Span:
    """Return a clause with what follows it behind a dash, which may be the news: "– who was killed"."""
    behind = held.text[clause.end : whole.end].lstrip()
    is_aside = behind[:1] in set("–—-") and whole.end - clause.start <= _LONGEST_PAIR
    return Span(clause.start, whole.end) if is_aside else clause


def _unquoted(part: Span, speaker: SpeakerFact | None, held: DraftText) -> Span:
    """Return a part of a longer quotation without its marks.

    Raises:
        DraftError: without them, nothing would say that these are the words of somebody.

    """
    start, end = part
    while start < end and held.text[start] in QUOTE_MARKS:
        start += 1
    while end > start and held.text[end - 1] in QUOTE_MARKS:
        end -= 1
    if held.id_of(speaker) is None or not is_balanced(held.text[start:end]):
        raise DraftError("this is a part of a quotation, and the text does not say here whose")
    return Span(start, end)


def _sentence_before(place: Place, held: DraftText) -> Span | None:
    """Return the sentence before one, in the same paragraph. None: there is none."""
    every = held.facts.sentences
    at = bisect_left(every, place.sentence.start, key=lambda one: one.sentence.start)
    before = every[at - 1] if 0 < at <= len(every) else None
    if before is None or before.paragraph != place.paragraph or not can_stand_alone(before.sentence, held):
        return None
    return before.sentence


def _after_date_line(sentence: Span, held: DraftText) -> Span:
    """Return a sentence without the date line at the beginning of a report: "PARIS, May 12 (Reuters) - "."""
    found = _DATE_LINE.match(held.text, sentence.start, sentence.end)
    if found is None:
        return sentence
    is_place = _CAPITALS.match(held.text, sentence.start) and not _SMALL.search(held.text, *found.span())
    is_dated = any(one.is_date_line for one in held.dates_in(Span(*found.span())))
    return Span(found.end(), sentence.end) if is_place or is_dated else sentence


def can_stand_alone(part: Span, held: DraftText) -> bool:
    """Whether words need nothing before them: they do not begin with a pronoun or a word that joins them to others."""
    words = _WORD.findall(held.text[part.start : part.end])
    if len(words) < _LEAST:
        return False
    small = [word.lower().replace("’", "'") for word in words[:_LEAST]]
    language, first = held.saved.language, small[0].partition("'")[0]
    if first in connectors().articles and small[1] in (*language.discourse.says, *language.discourse.auxiliaries):
        return False  # "Das teilte die Firma mit."
    if small[1] in language.discourse.possessives:
        return False  # "In his view"
    if not _leaning(language).isdisjoint((small[0], first)):
        return small[1].partition("'")[0] in language.time_units  # "This week"
    return not any(" ".join(small).startswith(f"{phrase} ") for phrase in language.discourse.leaning if " " in phrase)


@lru_cache(maxsize=8)
def _leaning(language: Language) -> frozenset[str]:
    known = language.discourse
    return frozenset(
        (
            *known.pronouns,
            *known.possessives,
            *known.clause_words,
            *language.relatives,
            *language.joiners,
            *language.clause_breaks,
            *known.conditions,
            *known.leaning,
        )
    ) - frozenset(connectors().articles)


def _speaker(whole: Span, held: DraftText) -> SpeakerFact | None:
    """Return who says most of a sentence, or all of it but the attribution. None: the article itself."""
    said = [one for one in held.speakers_near(whole) if one.covers.end > whole.start and one.covers.start < whole.end]
    said = [one for one in said if not _is_aside(one, whole, held)]
    most = max(said, key=lambda one: one.covers.end - one.covers.start, default=None)
    if most is None:
        return None
    if most.covers.end - most.covers.start >= _MOST_OF * (whole.end - whole.start):
        return most
    before, after = most.covers.start - whole.start, whole.end - most.covers.end
    is_rest_attribution = after <= _FULL_STOP or (before <= _FULL_STOP and after <= _LONGEST_TAIL)
    is_alone = {held.id_of(one) for one in said} == {held.id_of(most)}
    return most if is_rest_attribution and is_alone else None


def _said(speaker: SpeakerFact, held: DraftText) -> Span:
    """Return what somebody says, without those who are told: "reporters that", "on Twitter".

    Where no word shows where it begins behind them, the span is empty.
    """
    language, (start, end) = held.saved.language, speaker.covers
    verb = speaker.place.span
    words = [word.lower() for word in _WORD.findall(held.text[start : start + _HEARERS])]
    if verb.end > start or held.text[verb.end : start].strip() or not words:
        return speaker.covers
    prepositions = {*language.counting.pieces, *language.counting.links}
    if words[0] not in prepositions and held.text[verb.start : verb.end].lower() not in language.discourse.tells:
        return speaker.covers
    openers = sorted(set(language.discourse.clause_words) & set(language.discourse.inner_clauses))
    found = re.compile(rf"(?<!\w)(?:{phrases(openers)})\s", re.IGNORECASE).search(held.text, start, start + _HEARERS)
    if found is not None and not _has_verb(held.text[start : found.start()], language):
        return Span(found.end(), end)
    is_told = held.text[verb.start : verb.end].lower() in language.discourse.tells
    return Span(end, end) if is_told or words[0] in prepositions else speaker.covers


def _has_verb(words: str, language: Language) -> bool:
    known = {*language.discourse.auxiliaries, *language.counting.level_verbs} - {*language.counting.links}
    return any(word.lower() in known for word in _WORD.findall(words))


def _is_aside(speaker: SpeakerFact, whole: Span, held: DraftText) -> bool:
    """Whether an attribution stands in a relative clause: "Reade, who has denied the charge, faces prison"."""
    before = held.text[whole.start : speaker.place.span.start].rpartition(",")
    first = before[2].split(maxsplit=1)[:1]
    return bool(before[1] and first) and first[0].lower() in held.saved.language.relatives


def _without_that(said: Span, held: DraftText) -> Span:
    """Return what somebody says without the word that joins it to the verb of saying."""
    first = _WORD.match(held.text, said.start, said.end)
    if first is None or first.group().lower() not in held.saved.language.discourse.complementizers:
        return said
    return _trimmed(Span(first.end(), said.end), held.text)


def _is_a_sentence(said: Span, whole: Span, speaker: SpeakerFact, held: DraftText) -> bool:
    """Whether what somebody says is a sentence by itself, word for word: all but the attribution, on one side of it."""
    if not whole.holds(*said) or speaker.standing is Standing.DISPUTED or not _is_whole(said, held):
        return False
    before, after = held.text[whole.start : said.start].strip(_OPEN), held.text[said.end : whole.end].strip(_OPEN)
    known = held.saved.language.discourse
    if not before:
        goes_on = not set(known.complementizers).isdisjoint(after.lower().split())
        return 0 < len(after) <= _LONGEST_TAIL and not goes_on and speaker.place.span.start >= said.end
    if after or known.verb_last or speaker.place.span.end > said.start:
        return False
    last = before.rsplit(maxsplit=1)[-1].lower()
    verb = held.text[speaker.place.span.start : speaker.place.span.end].lower()
    if verb in known.attributions:
        return held.text[whole.start : said.start].rstrip().endswith(",")
    return last in known.clause_words or (before.lower().endswith(verb) and verb in known.says)


def _is_whole(said: Span, held: DraftText) -> bool:
    """Whether words hold no quotation and no other attribution, and do not break off."""
    words = held.text[said.start : said.end]
    breaks_off = words.rpartition(" ")[2].lower() in held.saved.language.function_words
    has_quotation = any(mark in words for mark in QUOTE_MARKS if mark not in "'’")
    return not (breaks_off or has_quotation or any(said.holds(*one.place.span) for one in held.speakers_near(said)))


def is_balanced(words: str) -> bool:
    """Whether every quotation that begins in some words ends in them."""
    closing = words.count("”") + (words.count("“") if "„" in words else 0)
    opening = words.count("„") if "„" in words else words.count("“")
    return words.count('"') % 2 == 0 and opening == closing and words.count("«") == words.count("»")


def _of_length(whole: Span, held: DraftText) -> Span:
    """Return what can be quoted of a sentence: all of it, or of a very long one its beginning up to a comma."""
    if whole.end - whole.start <= LONG_QUOTE:
        return whole
    stop = max(held.text.rfind(mark, whole.start, whole.start + LONG_QUOTE) for mark in (", ", "; "))
    return Span(whole.start, stop) if stop > whole.start + LONG_QUOTE // 4 else whole


def _as_sentence(part: Span, held: DraftText) -> str:
    """Return words as a sentence: on one line, with a capital and a full stop."""
    words = " ".join(held.text[part.start : part.end].split())
    end = "" if words[-1:] in ".!?…。" or words.rstrip(QUOTE_MARKS + ")")[-1:] in ".!?…。" else "."
    return words[:1].upper() + words[1:] + end


def _trimmed(part: Span, text: str) -> Span:
    start, end = part
    while start < end and text[start] in " \t\n,;:":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:":
        end -= 1
    return Span(start, end)
