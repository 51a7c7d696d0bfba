"""The numbers of a text that say how many or how much, each with its unit, hedge and kind, and what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.evidence.facts.labels import Label, Labeller
from briefing.evidence.facts.quantities import Quantity, quantities, value_of
from briefing.evidence.facts.quantity_units import QuantityUnit, unit_of
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact
from briefing.evidence.languages import Language
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.hedges import NumberHedge
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.evidence.words.prose import Prose
from briefing.format.model import Amount, FigureKind, Hedge, Standing


def number_facts(
    saved: SavedText, dates: Sequence[DateFact], speakers: Sequence[SpeakerFact]
) -> tuple[NumberFact, ...]:
    """Return the numbers of a text, in order; those inside dates are left out."""
    return tuple(_Facts(saved, dates, speakers).all())


class _Read(NamedTuple):
    """A quantity of a sentence with its unit and label."""

    quantity: Quantity
    unit: QuantityUnit
    label: Label


def _read(prose: Prose) -> tuple[_Read, ...]:
    """Return the quantities of a sentence, read. Meant for `Prose.once`."""
    found = prose.once(quantities)
    if not found:
        return ()
    units = [unit_of(prose, one) for one in found]
    labels = Labeller(prose, found, units).labels()
    return tuple(map(_Read, found, units, labels))


class _Facts:
    """Makes the facts of one text."""

    def __init__(self, saved: SavedText, dates: Sequence[DateFact], speakers: Sequence[SpeakerFact]) -> None:
        self._saved = saved
        self._dates = dates
        self._speakers = speakers

    def all(self) -> Iterator[NumberFact]:
        """Yield the facts, in order."""
        for paragraph in range(len(self._saved.blocks)):
            for within, prose in self._saved.sentences(paragraph):
                for read in prose.once(_read):
                    yield self._fact(read, prose, within, paragraph)

    def _fact(self, read: _Read, prose: Prose, within: Span, paragraph: int) -> NumberFact:
        quantity, unit, label = read
        end = max(unit.end, quantity.end)
        span = self._saved.original(within.start + quantity.start, within.start + end)
        place = Place(paragraph, self._saved.original(*within), span)
        hedge = quantity.hedge
        return NumberFact(
            place=place,
            amount=_amount(quantity, unit),
            unit=_unit(read, prose.language),
            approx=_approx(hedge),
            kind=_kind(read),
            label=label.text,
            standing=Standing.ESTIMATED if hedge.estimated else Standing.REPORTED,
            is_passing=_is_passing(read),
        )


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


def _kind(read: _Read) -> FigureKind | None:
    if read.label.is_change:
        return FigureKind.CHANGE
    return None


def _is_passing(read: _Read) -> bool:
    """Whether a number is not what a reader would call a figure."""
    quantity = read.quantity
    if quantity.is_age or quantity.is_score:
        return True
    return read.unit.is_time
