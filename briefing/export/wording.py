"""Items and their sources in running text, in the same words as the panes."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.base.safe_text import one_line
from briefing.format.dates import Edtf
from briefing.format.dates.wording import date_words
from briefing.format.model import Brief, Cite, Claim, Event, Figure, Point, Published, Source, Unknown
from briefing.format.model.vocabulary import CREDIBILITY
from briefing.render.lines import Run
from briefing.render.parts.claims import attribution, date_runs, stated_runs, withdrawn_sources
from briefing.render.parts.derived import derivation_runs, derived_numbers, figure_parts
from briefing.render.parts.review import NOT_REVIEWED
from briefing.render.symbols import Look
from briefing.render.text.cell_width import NO_BREAK

LOOK = Look(plain=True)
"""Hedges in words: text that is passed on has no legend."""


def semicolon_list(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, separated by semicolons."""
    return "; ".join(one_line(part) for part in parts if part)


class Wording:
    """The items of one brief in words."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self._computed = derived_numbers(brief)
        self._numbers = {figure.id: number for number, figure in enumerate(brief.figures) if figure.id}

    def amount(self, number: int) -> str:
        """Return the number of a figure with its hedge and unit, else the source's words for it; empty without either.

        `number` is the index of the figure.
        """
        figure = self.brief.figures[number]
        written = figure_parts(figure, self._computed.get(number), LOOK)
        if written is None:
            return _text(stated_runs(figure, LOOK))
        return f"{written.text} {figure.unit}" if figure.unit else written.text

    def facts(self, claim: Claim, number: int) -> list[str]:
        """Return further facts about a claim: who says it, how surely, when, and the writer's note.

        `number` is its index in its block. The date of an event is not included: see `when`.
        """
        said = [
            _text(attribution(claim, self.brief)),
            _text(date_runs(claim, LOOK)),
            _text(stated_runs(claim, LOOK)),
        ]
        match claim:
            case Point():
                facts = [*_judgement_facts(claim), *said]
            case Figure():
                derived = derivation_runs(claim, self._computed.get(number), LOOK)
                facts = [*said[: 3 if claim.amount else 2], str(claim.kind or ""), *map(_text, derived)]
            case Event():
                basis = _text(date_runs(claim, LOOK)[1:]).strip(" ()")
                facts = [claim.place or "", said[0], basis, said[2] if claim.when else "", *self._figures_of(claim)]
            case _:
                facts = said
        facts += [f"rests on a withdrawn source ({source.heading})" for source in withdrawn_sources(claim, self.brief)]
        review = "" if claim.is_reviewed else NOT_REVIEWED
        return [fact for fact in (review, *facts, *map(str, claim.others), claim.note or "") if fact]

    def _figures_of(self, event: Event) -> list[str]:
        numbers = [self._numbers[name] for name in event.figures if name in self._numbers]
        return [f"{self.brief.figures[number].text}: {self.amount(number)}" for number in numbers]


def when(event: Event) -> str:
    """Return the date of an event, or the source's words for it."""
    return date_words(event.when) if event.when else _text(stated_runs(event, LOOK))


def _judgement_facts(point: Point) -> list[str]:
    likelihood = f"{point.likelihood} ({'–'.join(map(str, point.likelihood.percent))} %)" if point.likelihood else ""
    return [likelihood, f"{point.confidence} confidence" if point.confidence else ""]


def citation(cite: Cite, brief: Brief) -> str:
    """Return a cite's quote, its source, and where in the source it is."""
    source = brief.source(cite.source)
    quote = f"“{one_line(cite.quote)}” – " if cite.quote else ""
    place = f"paragraph {cite.at}" if cite.at is not None else ""
    grade = f"credibility {cite.credibility} – {CREDIBILITY[cite.credibility]}" if cite.credibility is not None else ""
    whose = [source.heading, source.publisher or "", _day("published", source.published)] if source else [cite.source]
    named = dict.fromkeys(one_line(part) for part in (*whose, place, grade) if part)
    return f"{quote}{', '.join(named)}"


def source_details(source: Source, brief: Brief) -> list[str]:
    """Return what is known of a source besides its heading and its address."""
    names = [name for name in (source.name, source.role, source.publisher, source.author) if name != source.heading]
    via = brief.source(source.via) if source.via else None
    withdrawn = date_words(source.withdrawn) if isinstance(source.withdrawn, Edtf) else source.withdrawn
    facts = [
        str(source.kind),
        *(name or "" for name in names),
        f"{source.reliability} – {source.reliability.words}" if source.reliability else "",
        _day("published", source.published),
        _day("retrieved", source.retrieved),
        f"via {via.heading if via else source.via}" if source.via else "",
        f"in {source.language}" if source.language else "",
        f"text in {source.file}" if source.file else "text not held",
        f"withdrawn: {withdrawn}" if withdrawn else "",
        *map(str, source.others),
        source.note or "",
    ]
    return [fact for fact in facts if fact]


def _day(said: str, date: Published) -> str:
    if date is None:
        return ""
    return f"{said} {'at an unknown date' if isinstance(date, Unknown) else date_words(date)}"


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs).replace(NO_BREAK, " ")
