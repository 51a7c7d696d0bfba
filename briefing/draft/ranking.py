"""What a reader would call key: how figures, events and sentences of a text compare."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from briefing.base.named_tuple import NamedTuple
from briefing.draft.draft_text import DraftText
from briefing.draft.measures import is_measured, is_money
from briefing.draft.same_fact import Told
from briefing.draft.sentences import can_stand_alone, is_balanced
from briefing.evidence.facts.contacts import contact_paragraphs, is_contact
from briefing.evidence.facts.values import DateFact, NumberFact, Place
from briefing.evidence.languages import Language
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.stems import content_stems
from briefing.format.dates import Edtf

_OF_PARAGRAPH = (6.0, 4.0, 2.5, 1.5, 1.0)
"""What it is worth to stand in the title, the first, second, third and fourth paragraph."""
_AGAIN = 1.5
_MOST_AGAIN = 3
"""What each further place is worth, and how many count."""
_SMALL = 12
"""Up to this, a count of things says little."""
_LARGEST = Decimal(10**15)
"""What is larger is not worth more."""
_PAIR = 2
"""Up to this, it says nothing, however often it is told."""
_MOST_SENTENCES = 1500
"""Sentences of a text among which the points are looked for, from its beginning."""
_SHORT, _LONG = 6, 45
"""Words of a sentence that may be a point, at least; and those from which on it is too much for one."""
_NEW_SPEAKER = 2.0
"""What it is worth that a sentence is of somebody whom no better one has."""
_ALIKE = 0.5
"""Share of the words of the shorter of two sentences from which on they say the same."""
_QUESTION = re.compile(r"[?？][\"'”’»)]*\s*$")
_CUT = re.compile(r"\s[^\W\d_a-z][a-z]\.$")
"""An abbreviation before a number, at the end of what is no whole sentence: "will be Rs."."""
_ABBREVIATED = 8
"""Characters before a sentence that hold such an abbreviation."""
_FIRST_PERSON = re.compile(r"[\"“„«]")


def figure_worth(told: Told[NumberFact], held: DraftText) -> float:
    """Return what a figure is worth to a reader."""
    fact, language = told.fact, held.saved.language
    unit = (fact.unit or "").lower()
    worth = _of_place(told.first) + _AGAIN * min(told.times - 1, _MOST_AGAIN)
    worth += 1.0 if fact.speaker is not None else 0.0
    worth += 0.5 if fact.when is not None else 0.0
    if _counts_people(unit, language) or is_money(fact.unit or "") or unit.startswith("%"):
        worth += 2.0
    elif _size(fact, language) <= _SMALL:
        worth -= 1.5
    worth += 0.15 * math.log10(1 + _size(fact, language))
    return worth - (4.0 if not fact.label else 0.0) - (20.0 if fact.is_passing else 0.0)


def is_minor(told: Told[NumberFact], held: DraftText) -> bool:
    """Whether a number says little: a small count of things further down that is told once, and nobody is hurt."""
    fact, language = told.fact, held.saved.language
    size = _size(fact, language)
    if size > _SMALL or (size > _PAIR and (told.times > 1 or told.first <= 1)):
        return False
    unit = (fact.unit or "").lower()
    if is_measured(fact.unit or "", language):
        return False
    sentence = held.saved.sentence(fact.place.span, fact.place.paragraph)[0].text.lower()
    fates = (word for group in language.quantities.fates for word in group)
    return not (_counts_people(unit, language) and any(word in sentence for word in fates))


def _size(fact: NumberFact, language: Language) -> float:
    """Return how large a number is, with the scale of its unit, up to a limit."""
    words = (fact.unit or "").lower().split()
    scales = (language.scales.get(word) or language.short_scales.get(word) for word in words)
    scale = next((one for one in scales if one is not None), Decimal(1))
    return float(min(abs(fact.amount.high) * scale, _LARGEST))


def _counts_people(unit: str, language: Language) -> bool:
    return unit in language.people or unit in language.persons


def event_worth(told: Told[DateFact]) -> float:
    """Return what an event is worth to a reader."""
    worth = _of_place(told.first) + _AGAIN * min(told.times - 1, _MOST_AGAIN)
    if told.fact.when is None:
        return worth - 2.0
    return worth + min(_precision(told.fact.when), 2)


def _precision(when: Edtf) -> int:
    return when.text.count("-") if when.has_year else 0


def _of_place(paragraph: int) -> float:
    return _OF_PARAGRAPH[paragraph] if paragraph < len(_OF_PARAGRAPH) else 1.0 / paragraph


class Ranked(NamedTuple):
    """A sentence and what it is worth."""

    sentence: Place
    worth: float


def best_sentences(held: DraftText, most: int) -> list[Ranked]:
    """Return the sentences that carry most and can stand alone, the best first; no two say the same."""
    every = held.facts.sentences[:_MOST_SENTENCES]
    proses = [held.saved.sentence(one.span, one.paragraph)[0] for one in every]
    stems = [prose.once(content_stems) for prose in proses]
    spread = Counter(stem for each in stems for stem in each)
    again = {stem: min(times, 5) - 1 for stem, times in spread.items()}
    title = held.saved.paragraph(0).once(content_stems)
    numbers = {one.place.sentence for one in held.facts.numbers if not one.is_passing}
    dates = {one.place.sentence for one in held.facts.dates if one.is_event and not one.is_date_line}
    ranked: list[tuple[float, int]] = []
    apart = contact_paragraphs(held.saved)
    for index, (one, prose) in enumerate(zip(every, proses, strict=True)):
        if one.paragraph in apart or prose.once(is_contact) or not _is_eligible(one, prose, held):
            continue
        worth = _of_place(max(one.paragraph, 1)) + 3.0 * _share(stems[index], title)
        worth += sum(map(again.__getitem__, stems[index])) / (len(stems[index]) + 6)
        worth += (1.0 if one.sentence in numbers else 0.0) + (0.5 if one.sentence in dates else 0.0)
        worth += 0.5 if held.speakers_near(one.span) else 0.0
        worth += 1.0 if index == 0 or every[index - 1].paragraph != one.paragraph else 0.0
        worth -= 0.1 * max(len(prose.words) - _LONG, 0)
        worth -= 1.0 if _FIRST_PERSON.search(held.text, *one.span) else 0.0
        ranked.append((worth, index))
    ranked.sort(key=lambda pair: (-pair[0], pair[1]))
    speakers = [frozenset(filter(None, map(held.id_of, held.speakers_near(one.span)))) for one in every]
    return [Ranked(every[index], worth) for worth, index in _unlike(ranked, stems, speakers, most)]


def _unlike(
    ranked: Sequence[tuple[float, int]],
    stems: Sequence[frozenset[str]],
    speakers: Sequence[frozenset[str]],
    most: int,
) -> list[tuple[float, int]]:
    """Return sentences that say different things, the best first; one of somebody not heard before is worth more."""
    left, chosen = list(ranked), list[tuple[float, int]]()
    heard: set[str] = set()
    while left and len(chosen) < most:
        best = max(left, key=lambda pair: pair[0] + (0.0 if speakers[pair[1]] <= heard else _NEW_SPEAKER))
        chosen.append(best)
        heard |= speakers[best[1]]
        left = [one for one in left if one != best and _overlap(stems[one[1]], stems[best[1]]) < _ALIKE]
    return chosen


def _is_eligible(sentence: Place, prose: Prose, held: DraftText) -> bool:
    if len(prose.words) < _SHORT or not can_stand_alone(sentence.span, held):
        return False
    words = held.text[sentence.span.start : sentence.span.end]
    before = held.text[max(sentence.span.start - _ABBREVIATED, 0) : sentence.span.start].rstrip()
    if is_heading(sentence, held):
        return False
    is_whole = _CUT.search(words) is None and not (words[0].isdigit() and _CUT.search(before))
    return is_whole and is_balanced(words) and _QUESTION.search(words) is None


def is_heading(sentence: Place, held: DraftText) -> bool:
    """Whether a sentence is a heading: a short paragraph that ends without a full stop, and counts nothing."""
    block = held.saved.blocks[sentence.paragraph]
    words = held.text[block.start : block.end].strip()
    is_whole = held.text[sentence.span.start : sentence.span.end].strip() == words
    if not is_whole or len(words) > _LONGEST_HEADING or _ENDED.search(words):
        return False
    return _TOPIC.match(words) is not None or not held.numbers_in(sentence.span)


_LONGEST_HEADING = 120
"""Characters of a heading inside an article."""
_ENDED = re.compile(r"[.!?…:;][\"'”’“»)\]*]*$")
_TOPIC = re.compile(r"[^\s:]+(?: [^\s:]+){0,2}: ")
"""What a heading begins with: "Prices: all on the rise"."""


def _share(stems: frozenset[str], title: frozenset[str]) -> float:
    return len(stems & title) / max(len(title), 1)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(min(len(one), len(other)), 1)
