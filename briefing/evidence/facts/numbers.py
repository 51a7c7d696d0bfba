"""The numbers of a text that say how many or how much, each with its unit, hedge and kind, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.contacts import contact_paragraphs, is_contact
from briefing.evidence.facts.labels import Label, Labeller
from briefing.evidence.facts.number_surroundings import Surroundings, standing_at
from briefing.evidence.facts.quantities import Quantity, quantities, value_of
from briefing.evidence.facts.quantity_units import QuantityUnit, unit_of
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact
from briefing.evidence.languages import Language
from briefing.evidence.numbers.directions import Direction, direction_of, directions_in
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.hedges import NumberHedge
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.evidence.words.prose import Prose
from briefing.format.model import Amount, FigureKind, Hedge, Standing

_LONG = 200_000
"""Characters of a text from which on what is read in a sentence is not kept, since a megabyte would fill memory."""
MOST_NUMBERS = 12_000
"""Numbers of one text that are read at most: about twice those of a megabyte of news."""
_MOST_LABELLED = 60
"""A sentence of more quantities is a table in one line: nothing tells what each of them counts."""


def number_facts(
    saved: SavedText, dates: Sequence[DateFact], speakers: Sequence[SpeakerFact], *, most: int = MOST_NUMBERS
) -> tuple[NumberFact, ...]:
    """Return the numbers of a text, in order; those inside dates are left out. `most`: see `MOST_NUMBERS`."""
    return tuple(islice(_Facts(saved, dates, speakers).all(), most))


class _Read(NamedTuple):
    """A quantity of a sentence with its unit and label."""

    quantity: Quantity
    unit: QuantityUnit
    label: Label


def _read(prose: Prose) -> tuple[_Read, ...]:
    """Return the quantities of a sentence, read. Meant for `Prose.once`."""
    found, units = list[Quantity](), list[QuantityUnit]()
    for one in prose.once(quantities):
        if not units or one.start >= units[-1].end:  # not the "million" of "419 parts per million"
            found.append(one)
            units.append(unit_of(prose, one))
    if not found:
        return ()
    if len(found) > _MOST_LABELLED:
        return tuple(_Read(one, unit, Label()) for one, unit in zip(found, units, strict=True))
    labels = Labeller(prose, found, units).labels()
    every = map(_Read, found, units, labels)
    turned = (_as_change(one, prose) if _is_turned(one, prose) else one for one in every)
    return tuple(one._replace(label=one.label._replace(text="")) if _is_of_rest(one, prose) else one for one in turned)


def _is_of_rest(read: _Read, prose: Prose) -> bool:
    """Whether a label names what an amount is without: the items of "profit before exceptional items, up 5%"."""
    words = prose.language.quantities.leaving_out
    label = read.label.text.lower()
    if label.startswith(tuple(f"{one} " for one in words)):
        return True
    if not read.label.is_change or not read.unit.is_share:
        return False
    small = prose.text[: read.quantity.start].lower()
    forms = (prose.language.counting.rise, prose.language.counting.fall)
    base = label
    for form in forms:
        base = base.removeprefix(form.partition("{}")[0].lower())
    return bool(base) and any(f" {one} {base}," in small for one in words)


def _is_turned(read: _Read, prose: Prose) -> bool:
    """Whether a percentage whose label does not say so is that of a rise or fall: "rose by almost 9%", "up 18.9%"."""
    quantity, text = read.quantity, prose.text
    if not read.unit.is_share or read.label.is_change or quantity.first.numeral.fraction or quantity.is_range:
        return False
    words = _since(prose.language).split(text[max(quantity.start - _TURN, 0) : quantity.start])[-1]
    if _of(prose.language).match(text, _end(read)) or not directions_in(words, prose.language):
        return False
    return direction_of(prose, quantity.first) is not Direction.NONE


def _as_change(read: _Read, prose: Prose) -> _Read:
    """Return a percentage as that of a rise or fall, with a label that says which of them; words behind it are none."""
    counting, label = prose.language.counting, read.label
    form = counting.rise if direction_of(prose, read.quantity.first) is Direction.UP else counting.fall
    behind = prose.text[_end(read) :].lstrip(" -")
    is_behind = behind.lower().startswith(label.text.lower())
    small = label.text[:1].lower() + label.text[1:]
    named = small if not form.startswith("{") and small in prose.text else label.text
    is_verb = bool(directions_in(label.text.split(" ")[0], prose.language))
    said = "" if not label.text or is_behind or is_verb else form.format(named) if form else label.text
    return read._replace(label=label._replace(text=said, is_change=True))


_TURN = 44
"""Characters before a percentage in which the rise or fall that it is of stands."""


@lru_cache(maxsize=64)
def _since(language: Language) -> re.Pattern[str]:
    """Return a pattern of what begins the words that belong to a percentage: a sign, another number, "and"."""
    return re.compile(rf"[.;:!?(]\s|\d|\s(?:{phrases(language.joiners)})\s")


@lru_cache(maxsize=64)
def _of(language: Language) -> re.Pattern[str]:
    """Return a pattern of what follows a share of something: "of", "der"."""
    own = language.connectors
    return re.compile(rf"\s?(?:{phrases([*own.of, *own.of_the, *own.genitive_articles])})", re.IGNORECASE)


class _Facts:
    """Makes the facts of one text."""

    def __init__(self, saved: SavedText, dates: Sequence[DateFact], speakers: Sequence[SpeakerFact]) -> None:
        self._saved = saved
        self._is_long = len(saved.folded.text) > _LONG
        self._around = Surroundings(saved.folded.original, dates, speakers)

    def all(self) -> Iterator[NumberFact]:
        """Yield the facts, in order."""
        apart = contact_paragraphs(self._saved)
        for paragraph in range(len(self._saved.blocks)):
            before: tuple[_Read, ...] = ()
            for within, prose in self._saved.sentences(paragraph) if paragraph not in apart else ():
                if prose.once(is_contact):
                    continue
                found = _with_topic(prose.once(_read), before, prose)
                if found:
                    yield from self._of_sentence(found, prose, within, paragraph)
                    before = found
                if self._is_long:
                    self._saved.forget(within)
            if self._is_long:
                self._saved.forget(self._saved.within(paragraph))

    def _of_sentence(self, found: Sequence[_Read], prose: Prose, within: Span, paragraph: int) -> Iterator[NumberFact]:
        sentence = self._saved.original(*within)
        spans = [self._saved.original(within.start + one.quantity.start, within.start + _end(one)) for one in found]
        for index, read in enumerate(found):
            quantity, unit, label = read
            speaker = self._around.speaker(sentence, spans[index])
            yield NumberFact(
                place=Place(paragraph, sentence, spans[index]),
                amount=_amount(quantity, unit),
                unit=_unit(read, prose.language),
                approx=_approx(quantity.hedge),
                kind=_kind(read, prose),
                label=label.text,
                when=self._around.when(sentence, spans, index, prose.language, is_compared=label.is_before),
                speaker=speaker,
                standing=_standing(read, prose, speaker),
                is_passing=_is_passing(read, prose),
            )


def _with_topic(found: tuple[_Read, ...], before: tuple[_Read, ...], prose: Prose) -> tuple[_Read, ...]:
    """Return the quantities of a sentence; one without a label that speaks of "it" has that of the sentence before."""
    if not before or all(one.label.text for one in found):
        return found
    if not any(word.small in prose.language.quantities.references for word in prose.words):
        return found
    return tuple(_as_before(one, before[-1]) if not one.label.text else one for one in found)


def _as_before(read: _Read, before: _Read) -> _Read:
    same = read.unit.is_share == before.unit.is_share and read.unit.is_money == before.unit.is_money
    if not same or before.label.is_change:
        return read
    return read._replace(label=read.label._replace(text=before.label.text))


def _standing(read: _Read, prose: Prose, speaker: SpeakerFact | None) -> Standing:
    if read.quantity.hedge.estimated or _is_estimated_behind(read, prose):
        return Standing.ESTIMATED
    if speaker is not None and speaker.standing is not Standing.REPORTED:
        return speaker.standing
    if _is_passing(read, prose):
        return Standing.REPORTED
    found = standing_at(prose, read.quantity.start, read.quantity.end)
    to_be = prose.language.counting.to_be
    is_past = read.label.is_done and found is Standing.PLANNED and bool(to_be) and to_be not in read.label.text
    return Standing.REPORTED if is_past else found  # "the planned outage follows one that affected 2 million people"


def _is_estimated_behind(read: _Read, prose: Prose) -> bool:
    """Whether the word after a number says that it is estimated: "wird auf 50 000 Euro geschätzt"."""
    behind = prose.text[_end(read) : _end(read) + _WORD].lower().split()
    return bool(behind) and behind[0].rstrip(".,;") in prose.language.estimated


_WORD = 24
"""Characters that hold the word after a number."""


def _end(read: _Read) -> int:
    """Return where the words of a number end: its unit, and a hedge behind it ("3,000 or more")."""
    hedge = read.quantity.hedge
    return max(read.unit.end, read.quantity.end, hedge.start + len(hedge.words))


def _amount(quantity: Quantity, unit: QuantityUnit) -> Amount:
    """Return the value of a quantity in its unit, with the digits of the text."""
    ends = [_value(one, unit) for one in (quantity.first, quantity.last)]
    central = None if quantity.central is None else value_of(quantity.central, unit.scale)
    return Amount(low=min(ends), high=max(ends), central=central)


def _value(number: NumberMention, unit: QuantityUnit) -> Decimal:
    if number.numeral.fraction and unit.text is not None and unit.text.startswith("%"):
        share = number.numeral.values[0] * 100
        return Decimal(round(share)) if share % 1 == 0 or (share * 10) % 1 else round(share, 1)
    return value_of(number, unit.scale)


_ORDER = (Hedge.AT_LEAST, Hedge.OVER, Hedge.NEARLY, Hedge.ABOUT, Hedge.UNDER, Hedge.AT_MOST)
"""The value that is taken if a hedge can be expressed by several."""


def _approx(hedge: NumberHedge) -> Hedge | None:
    return next((one for one in _ORDER if one in hedge.hedges), None)


def _unit(read: _Read, language: Language) -> str | None:
    unit, noun = read.unit, read.label.noun
    if unit.text is not None:
        return unit.text
    if noun is None:
        return unit.scale_word or None
    word = noun if not language.capital_names else noun.lower()
    return f"{unit.scale_word} {word}".strip()


def _kind(read: _Read, prose: Prose) -> FigureKind | None:
    """Return what kind of amount the words make a number. None: they do not tell."""
    label, unit, counting = read.label, read.unit, prose.language.counting
    if label.is_change:
        return FigureKind.CHANGE
    words = set(label.text.lower().split())
    if unit.is_share or unit.is_rate or not words.isdisjoint(counting.levels):
        return FigureKind.LEVEL
    if label.is_done or not words.isdisjoint(counting.totals):
        return FigureKind.TOTAL
    return FigureKind.LEVEL if label.is_state else None


def _is_passing(read: _Read, prose: Prose) -> bool:
    """Whether a number is not what a reader would call a figure."""
    quantity, text = read.quantity, prose.text
    if (
        quantity.is_age
        or quantity.is_score
        or read.unit.is_time
        or (read.label.is_conversion and not read.unit.is_money)
    ):
        return True
    if _multiple(prose.language).match(text, quantity.end):
        return True  # "three times the average"
    if text[quantity.end : quantity.end + 1] == "-" and read.unit.text is None:
        return True  # "a six-count indictment"
    numeral = quantity.first.numeral
    return (
        numeral.values[0] == 1 and not numeral.digits and _one_of(prose.language).match(text, quantity.end) is not None
    )


@lru_cache(maxsize=64)
def _multiple(language: Language) -> re.Pattern[str]:
    """Return a pattern of what follows a number by which something else is multiplied: "times"."""
    return re.compile(rf"[ -]?(?:{phrases(language.counting.multiples)})", re.IGNORECASE)


@lru_cache(maxsize=64)
def _one_of(language: Language) -> re.Pattern[str]:
    """Return a pattern of what follows "one" in "one of the five"."""
    own = language.connectors
    return re.compile(rf"\s(?:{phrases([*own.of, *own.of_the, *own.genitive_articles])})", re.IGNORECASE)
