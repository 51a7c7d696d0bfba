"""The labels of the quantities of a sentence: what each counts or measures, in the words of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.counted_labels import CountedLabels
from briefing.evidence.facts.label_core import Core
from briefing.evidence.facts.measured_labels import MeasuredLabels
from briefing.evidence.facts.predicates import Predicates
from briefing.evidence.facts.quantities import Quantity
from briefing.evidence.facts.quantity_units import QuantityUnit
from briefing.evidence.facts.sentence_tokens import SentenceTokens
from briefing.evidence.numbers.counted_nouns import counted_pattern
from briefing.evidence.numbers.directions import Direction, directions_in, speaks_of_change
from briefing.evidence.words.prose import Prose


class Label(NamedTuple):
    """What one quantity counts or measures."""

    text: str = ""
    """In the words of the text, with a capital. Empty: nothing says so."""
    noun: str | None = None
    """The noun that a bare number counts, as written: "houses". None: it is measured, or nothing says so."""
    is_change: bool = False
    """True: it is the amount by which something rose or fell."""
    is_before: bool = False
    """True: it is the amount that another one is compared with."""
    is_conversion: bool = False
    """True: it gives the amount before it in another unit."""
    is_done: bool = False
    """True: the text says what happened to the things, or what was done with the amount."""
    is_state: bool = False
    """True: the text says that it is so at a time."""


def _is_common(word: str, line: SentenceTokens) -> bool:
    """Whether the first word of a sentence is surely no name: a plural, or a word of the tables of its language."""
    small, language = word.lower(), line.language
    if word[1:] != small[1:]:
        return False
    if counted_pattern(language).fullmatch(small) is not None or small in language.counting.participles:
        return True
    known = (language.measuring, language.qualifiers, language.counting.totals, language.counting.levels)
    return any(small in words for words in known)


class Labeller:
    """Finds the labels of one sentence."""

    def __init__(self, prose: Prose, quantities: Sequence[Quantity], units: Sequence[QuantityUnit]) -> None:
        self._units = units
        self._line = SentenceTokens(prose, quantities, units)
        self._counting = prose.language.counting
        self._predicates = Predicates(self._line)
        self._counted = CountedLabels(self._line, self._predicates)
        self._measured = MeasuredLabels(self._line, self._predicates, quantities, units)

    def labels(self) -> tuple[Label, ...]:
        """Return the label of each quantity."""
        cores: list[Core] = []
        if self._counting.level_verbs:
            for index in range(len(self._units)):
                cores.append(self._core(index, cores))
        return tuple(self._apart(cores)) or tuple(Label() for _ in self._units)

    def _core(self, index: int, cores: Sequence[Core]) -> Core:
        """Return what a quantity counts or measures. `cores` are those of the quantities before it."""
        unit, at = self._units[index], self._line.places[index]
        has_things = any(core.noun for core in cores)
        found = self._counted.counted(at, has_things=has_things) if unit.text is None else None
        if found is None and unit.text is None:
            found = self._counted.elliptic(at, cores)
        return found or self._measured.measured(index, cores)

    def _apart(self, cores: Sequence[Core]) -> Iterator[Label]:
        """Yield the labels; two of one sentence are the same only if nothing tells them apart."""
        taken: set[str] = set()
        for index, core in enumerate(cores):
            text = self._composed(core)
            if text.lower() in taken and core.turn is Direction.NONE and self._is_compared(index):
                text = self._composed(core._replace(is_before=True))
            if text.lower() in taken:
                text = next((one for one in self._told_apart(index, core, text) if one.lower() not in taken), text)
            taken.add(text.lower())
            yield Label(
                self._in_case(text),
                core.noun,
                core.is_change,
                core.is_before or text == self._composed(core._replace(is_before=True)),
                core.is_conversion,
                core.is_done,
                core.is_state,
            )

    def _is_compared(self, index: int) -> bool:
        """Whether words between a quantity and the one before the last say that it is an earlier one."""
        places, line = self._line.places, self._line
        start, end = line.tokens[places[max(index - 2, 0)]].end, line.tokens[places[index]].start
        between = line.prose.text[start:end].lower()
        return any(f" {one} " in between for one in self._counting.comparisons if " " in one)

    def _in_case(self, text: str) -> str:
        """Return a label with a capital, and the first word of the sentence inside it without one if it is no name."""
        text, first = " ".join(text.split()), self._line.tokens[0]
        if self._line.language.capital_names and _is_common(first.text, self._line):
            text = text.replace(f" {first.text} ", f" {first.small} ")
            if text.endswith(f" {first.text}"):
                text = f"{text.removesuffix(first.text)}{first.small}"
        return text[:1].upper() + text[1:]

    def _composed(self, core: Core) -> str:
        counting = self._counting
        if not core.base:
            return ""
        if core.turn is not Direction.NONE:
            form = counting.rise if core.turn is Direction.UP else counting.fall
            is_amount = core.base.startswith(f"{counting.amount} ") and self._line.language.capital_names
            base = core.base[0].lower() + core.base[1:] if is_amount else core.base
            return form.format(base) if form else base
        if core.is_change and counting.change and not self._says_change(core.base):
            return counting.change.format(core.base)
        if core.is_before and counting.before:
            return f"{core.base}{counting.before_behind.format(counting.before)}"
        return core.base

    def _says_change(self, base: str) -> bool:
        """Whether words say by themselves that they are a change."""
        language = self._line.language
        words = base.lower().split()
        return (
            any(word in self._counting.change_nouns for word in words)
            or speaks_of_change(base, language)
            or bool(directions_in(base.lower(), language))
        )

    def _told_apart(self, index: int, core: Core, text: str) -> Iterator[str]:
        """Yield longer labels for a quantity whose label another one of its sentence has."""
        line, at = self._line, self._line.places[index]
        piece = line.piece(at + 1) if core.noun is None else None
        if piece is not None:
            yield f"{core.base} {line.text(piece)}"
        unit, per = self._units[index].text, f" {self._counting.per} "
        if unit is not None and per in unit:
            yield f"{text}{per}{unit.rsplit(' ', 1)[-1]}"
        done = self._predicates.before(at) or (self._predicates.after(at + 1, "") if core.noun is None else None)
        if done is not None:
            yield f"{text} {done}"
        if core.phrase is not None and (piece := line.piece(core.phrase.end)) is not None:
            yield f"{text} {line.text(piece)}"
