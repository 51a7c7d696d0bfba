"""Owns what is said of a verdict in words: at the top of a passage, for a reader who sees no colour."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evidence import Evidence, State, Tier, Verdict
from briefing.evidence.result import MOST_PLACES
from briefing.model import TextState
from briefing.typesetting.cells import NO_BREAK
from briefing.typesetting.cited import Cited

_TIERS = {
    Tier.EXACT: "word for word",
    Tier.WHITE_SPACE: "but for white space",
    Tier.TYPOGRAPHY: "but for typography",
}


def verdict_words(cited: Cited) -> str:
    """Return what is known of a cite: where its words are found and how exactly, or why they are not."""
    if cited.cite is not None and cited.cite.quote is None:
        return "no words are quoted"
    if cited.text.state is TextState.NOT_HELD:
        has_file = cited.source is not None and cited.source.file is not None
        said = "no text of this source is held"
        return f"{said}: {cited.text.reason}" if has_file and cited.text.reason else said
    if cited.text.state is TextState.UNREADABLE:
        return f"the saved text cannot be read: {cited.text.reason}"
    if cited.cite is None:
        return "the whole text"
    verdict = cited.verdict
    if verdict is None:
        return "not checked yet"
    return _found(verdict) if verdict.span is not None else _not_found(verdict, cited.cite.at)


def _found(verdict: Verdict) -> str:
    where = paragraph(verdict.paragraph or 0)
    if verdict.state is State.CHANGED:
        return f"text changed since it was pinned; the words are in {where} now"
    return f"found in {where}, {_TIERS[verdict.tier or Tier.TYPOGRAPHY]}"


def _not_found(verdict: Verdict, at: int | None) -> str:
    match verdict.state:
        case State.AMBIGUOUS:
            count = len(verdict.places)
            times = f"at least {count}" if count >= MOST_PLACES else f"{count}"
            return f"found {times} times, in {_where(verdict.places)}; the brief does not say which"
        case State.MISPLACED:
            return f"not in {paragraph(at or 0)}, as the brief says, but in {_where(verdict.places)}"
        case State.NOT_FOUND:
            return "NOT FOUND in the saved text"
        case _:
            return str(verdict.state)


def _where(places: Sequence[int]) -> str:
    """Name the paragraphs of several places, each once, the first few of many: "paragraphs 2 and 3"."""
    numbers = list(dict.fromkeys(places))
    if len(numbers) == 1:
        return paragraph(numbers[0])
    titled = 0 in numbers
    named = [paragraph(number) if titled else str(number) for number in numbers[:3]]
    rest = len(numbers) - len(named)
    *most, last = [*named, f"{rest} more"] if rest else named
    return f"{'' if titled else 'paragraphs '}{', '.join(most)} and {last}"


def paragraph(number: int) -> str:
    """Name a paragraph as `at` counts them."""
    return f"paragraph {number}" if number else "the title"


def resting_words(evidence: Evidence, source_id: str) -> str:
    """Return how much rests on a source: "9 claims rest on it, 7 on nothing else"."""
    rest = evidence.resting.get(source_id)
    if rest is None or not rest.claims:
        return "no claim rests on it"
    count, alone = len(rest.claims), len(rest.alone)
    said = f"1{NO_BREAK}claim rests on it" if count == 1 else f"{count}{NO_BREAK}claims rest on it"
    if alone == count:
        return f"{said} alone"
    return f"{said}, {alone} on nothing else" if alone else f"{said} and on others"


def unchecked_parts(claims: int) -> tuple[str, str]:
    """Return the parts of that line while so many claims are being checked."""
    return _claims(claims), "being checked"


def _claims(number: int) -> str:
    return f"{number} {'claim' if number == 1 else 'claims'}"


def honest_parts(evidence: Evidence, unlike: int) -> tuple[tuple[str, State | None], ...]:
    """Return the parts of a brief's one honest line, each with the verdict that it counts.

    `unlike` are the claims whose quotes are found and say something else: they are not verified. The parts add up: a
    claim that is neither verified nor wrong has no quote, and is counted as such.
    """
    counts = evidence.counts
    rest = counts.claims - counts.verified - counts.not_held - counts.not_found
    parts = (
        (_claims(counts.claims), None),
        (f"{counts.verified - unlike} verified", State.FOUND),
        (f"{counts.not_held} {_without_text(evidence)}" if counts.not_held else "", State.NOT_HELD),
        (f"{counts.not_found} not found" if counts.not_found else "", State.NOT_FOUND),
        (
            f"{unlike} unlike {'its' if unlike == 1 else 'their'} {'quote' if unlike == 1 else 'quotes'}"
            if unlike
            else "",
            State.AMBIGUOUS,
        ),
        (f"{rest} without a quote" if rest else "", State.NO_QUOTE),
        (f"{counts.origins} {'origin' if counts.origins == 1 else 'origins'}", None),
    )
    return tuple(part for part in parts if part[0])


def _without_text(evidence: Evidence) -> str:
    """Say why the words of some claims could not be looked for."""
    states = {verdict.state for verdicts in evidence.cites.values() for verdict in verdicts}
    if State.CHANGED not in states:
        return "text not held"
    return "text not held or changed" if State.NOT_HELD in states else "text changed"
