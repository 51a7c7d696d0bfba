"""The annotations and the facts of one text, paired: right, wrong, missed, or found where there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from briefing.base.frozen import frozen, frozen_kw_only
from briefing.evidence.facts.values import DateFact, NumberFact, Place, SpeakerFact, TextFacts
from briefing.evidence.result import Span
from briefing.format.dates import Edtf, parse_date
from briefing.format.model import FigureKind
from tests.scoring.amounts import is_same_amount, is_same_thing, is_same_unit
from tests.scoring.annotations import AnnotatedText, DateNote, NumberNote, SpeakerNote
from tests.scoring.names import is_same_speaker


class Kind(StrEnum):
    """What is found in a text."""

    NUMBERS = "numbers"
    DATES = "dates"
    SPEAKERS = "speakers"


class Measure(StrEnum):
    """What is counted as right. The first three are precision and recall, as `COMPLETE` is; the rest are shares."""

    VALUES = "figures with the right value"
    COMPLETE = "figures complete (value, unit or thing, hedge)"
    DATES = "dates with the right EDTF"
    SPEAKERS = "attributions"
    LABELS = "labels right"
    HEDGES = "hedges right"
    KINDS = "kinds of figures right, where told"
    PASSING = "passing told"
    BASIS = "basis of dates told"
    SPEAKER_KINDS = "kinds of speakers told"


RATED = (Measure.VALUES, Measure.COMPLETE, Measure.DATES, Measure.SPEAKERS)
"""Those that have precision, recall and F1; the other measures are shares of the values that are right."""


class Verdict(StrEnum):
    """How one annotation or fact fares under one measure."""

    RIGHT = "right"
    WRONG = "wrong"
    """Found, with something else: it counts against precision and recall."""
    MISSED = "missed"
    FALSE = "false"
    """A fact where nothing is annotated."""


@frozen_kw_only
class Judged:
    """One annotation or fact under one measure."""

    text: str
    register: str
    measure: Measure
    verdict: Verdict
    wanted: str
    """The annotation in short. Empty: FALSE."""
    found: str
    """The fact in short. Empty: MISSED."""
    sentence: str


class _Fact(Protocol):
    @property
    def place(self) -> Place: ...


_TITLE = 0
"""Facts of the title count only if they are right: it says again what the text says."""

N = TypeVar("N", NumberNote, DateNote, SpeakerNote)
F = TypeVar("F", bound=_Fact)


@frozen
class _Wanted(Generic[N]):
    """An annotation with its place."""

    note: N
    span: Span
    soft: bool
    """It counts only if it is found right."""
    words: str


@frozen
class _Pairs(Generic[N, F]):
    right: Sequence[tuple[_Wanted[N], F]]
    wrong: Sequence[tuple[_Wanted[N], F]]
    missed: Sequence[_Wanted[N]]
    false: Sequence[F]


def judge(text: AnnotatedText, facts: TextFacts) -> Iterator[Judged]:
    """Yield how every annotation and every fact of a text fares under each measure that applies to it."""
    judging = _Judging(text, facts)
    yield from judging.numbers()
    yield from judging.dates()
    yield from judging.speakers()


def _paired(wanted: Sequence[_Wanted[N]], facts: Sequence[F], same: Callable[[N, F], bool]) -> _Pairs[N, F]:
    """Pair annotations with the facts at their place: first those that are right, then the others that overlap."""
    open_notes, open_facts = list(wanted), list(facts)
    pairs: list[list[tuple[_Wanted[N], F]]] = [[], []]
    for found, must_be_right in zip(pairs, (True, False), strict=True):
        for one in list(open_notes):
            for fact in open_facts:
                if _overlap(one.span, fact.place.span) and (not must_be_right or same(one.note, fact)):
                    found.append((one, fact))
                    open_notes.remove(one)
                    open_facts.remove(fact)
                    break
    soft = [one.span for one in wanted if one.soft]
    outside = [fact for fact in open_facts if fact.place.paragraph != _TITLE]
    false = [fact for fact in outside if not any(_overlap(span, fact.place.span) for span in soft)]
    return _Pairs(pairs[0], pairs[1], open_notes, false)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


class _Judging:
    """Judges the facts of one text."""

    def __init__(self, text: AnnotatedText, facts: TextFacts) -> None:
        self._text = text
        self._facts = facts

    def numbers(self) -> Iterator[Judged]:
        wanted = [
            _Wanted(note, self._text.span(note), bool(note.get("optional") or note.get("passing")), note["words"])
            for note in self._text.notes["numbers"]
        ]
        pairs = _paired(wanted, self._facts.numbers, _is_same_number)
        yield from self._rated(Measure.VALUES, pairs, _number_words, _number_note)
        whole = [pair for pair in pairs.right if _is_complete(pair[0].note, pair[1])]
        rest = [pair for pair in (*pairs.right, *pairs.wrong) if pair not in whole]
        complete = _Pairs(whole, rest, pairs.missed, pairs.false)
        yield from self._rated(Measure.COMPLETE, complete, _number_words, _number_note)
        for one, fact in pairs.right:
            note, approx, kind = one.note, fact.approx, fact.kind
            told = (_number_note(one), _number_words(fact), one.span)
            yield self._share(Measure.PASSING, told, right=fact.is_passing == bool(note.get("passing")))
            yield self._share(Measure.HEDGES, told, right=(approx and str(approx)) == note["hedge"])
            if note["counted"] and not one.soft:
                yield self._share(Measure.LABELS, told, right=is_same_thing(note, fact.label))
            if not one.soft and (FigureKind.CHANGE in {kind, note["kind"]} or (kind and note["kind"])):
                yield self._share(Measure.KINDS, told, right=(kind and str(kind)) == note["kind"])

    def dates(self) -> Iterator[Judged]:
        wanted = [
            _Wanted(note, self._text.span(note), bool(note.get("optional")), note["words"])
            for note in self._text.notes["dates"]
        ]
        pairs = _paired(wanted, self._facts.dates, _is_same_date)
        yield from self._rated(Measure.DATES, pairs, self._date_words, _date_note)
        for one, fact in pairs.right:
            if not one.soft and one.note["edtf"]:
                told = (f"{_date_note(one)} {one.note['basis']}", f"{self._date_words(fact)} {fact.basis}", one.span)
                yield self._share(Measure.BASIS, told, right=str(fact.basis) == one.note["basis"])

    def speakers(self) -> Iterator[Judged]:
        wanted = [
            _Wanted(note, self._text.span(note), bool(note.get("optional")), note["words"])
            for note in self._text.notes["speakers"]
        ]
        pairs = _paired(wanted, self._facts.speakers, _is_same_who)
        yield from self._rated(Measure.SPEAKERS, pairs, self._speaker_words, _speaker_note)
        for one, fact in pairs.right:
            told = (_speaker_note(one), self._speaker_words(fact), one.span)
            yield self._share(Measure.SPEAKER_KINDS, told, right=str(fact.kind) == one.note["kind"])

    def _rated(
        self, measure: Measure, pairs: _Pairs[N, F], words: Callable[[F], str], noted: Callable[[_Wanted[N]], str]
    ) -> Iterator[Judged]:
        for one, fact in pairs.right:
            yield self._judged(measure, Verdict.RIGHT, (noted(one), words(fact), one.span))
        for one, fact in pairs.wrong:
            if not one.soft:
                yield self._judged(measure, Verdict.WRONG, (noted(one), words(fact), one.span))
        for one in pairs.missed:
            if not one.soft:
                yield self._judged(measure, Verdict.MISSED, (noted(one), "", one.span))
        for fact in pairs.false:
            yield self._judged(measure, Verdict.FALSE, ("", words(fact), fact.place.span))

    def _share(self, measure: Measure, told: tuple[str, str, Span], *, right: bool) -> Judged:
        return self._judged(measure, Verdict.RIGHT if right else Verdict.WRONG, told)

    def _judged(self, measure: Measure, verdict: Verdict, told: tuple[str, str, Span]) -> Judged:
        return Judged(
            text=self._text.name,
            register=self._text.notes["register"],
            measure=measure,
            verdict=verdict,
            wanted=told[0],
            found=told[1],
            sentence=self._sentence(told[2].start),
        )

    def _sentence(self, at: int) -> str:
        original = self._text.saved.folded.original
        for place in self._facts.sentences:
            if place.span.has(at):
                return original[place.span.start : place.span.end]
        return original[: self._text.saved.blocks[0].end]

    def _date_words(self, fact: DateFact) -> str:
        return f"“{self._at(fact.place.span)}” {fact.when.text if fact.when else fact.stated}"

    def _speaker_words(self, fact: SpeakerFact) -> str:
        who = ", ".join(text for text in (fact.name, fact.role) if text)
        return f"“{self._at(fact.place.span)}” {who or 'nobody'} ({fact.kind})"

    def _at(self, span: Span) -> str:
        return self._text.saved.folded.original[span.start : span.end]


def _is_same_number(note: NumberNote, fact: NumberFact) -> bool:
    return is_same_amount(note, fact.amount, fact.unit)


def _is_complete(note: NumberNote, fact: NumberFact) -> bool:
    is_told = note["unit"] is None and note["counted"] is None
    is_right = is_told or is_same_unit(note, fact.unit) or is_same_thing(note, fact.label, fact.unit)
    return is_right and (fact.approx and str(fact.approx)) == note["hedge"]


def _is_same_date(note: DateNote, fact: DateFact) -> bool:
    if note["edtf"] is None or fact.when is None:
        return note["edtf"] is None and fact.when is None
    return any(_is_equal(parse_date(one), fact.when) for one in (note["edtf"], *note.get("also", ())))


def _is_equal(a: Edtf, b: Edtf) -> bool:
    ends = (a.earliest, a.latest, a.open_start, a.open_end)
    return a.text == b.text or (a.has_year and b.has_year and ends == (b.earliest, b.latest, b.open_start, b.open_end))


def _is_same_who(note: SpeakerNote, fact: SpeakerFact) -> bool:
    return is_same_speaker(note["who"], fact)


def _number_note(one: _Wanted[NumberNote]) -> str:
    note = one.note
    value = note.get("value") or f"{note.get('low')}..{note.get('high')}"
    told = [note["hedge"], value, note["unit"], f"[{note['counted']}]" if note["counted"] else None, note["kind"]]
    return f"“{one.words}” {_joined(*told, 'passing' if note.get('passing') else None)}"


def _number_words(fact: NumberFact) -> str:
    low, high = fact.amount.low, fact.amount.high
    value = f"{low}" if low == high else f"{low}..{high}"
    told = [fact.approx, value, fact.unit, f"[{fact.label}]" if fact.label else None, fact.kind]
    return _joined(*told, "passing" if fact.is_passing else None)


def _date_note(one: _Wanted[DateNote]) -> str:
    return f"“{one.words}” {one.note['edtf']}"


def _speaker_note(one: _Wanted[SpeakerNote]) -> str:
    return f"“{one.words}” {one.note['who']} ({one.note['kind']})"


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
