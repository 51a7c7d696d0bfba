"""Owns what is said of a verdict in words: at the top of a passage, for a reader who sees no colour."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.evidence import State, Tier, Verdict
from briefing.evidence.verdicts import MOST_PLACES
from briefing.model import TextState
from briefing.typesetting.cited import Cited

_TIERS = {
    Tier.EXACT: "word for word",
    Tier.WHITE_SPACE: "but for white space",
    Tier.TYPOGRAPHY: "but for typography",
}


def verdict_words(cited: Cited) -> str:
    """Return what is known of a cite: where its words are found and how exactly, or why they are not."""
    if cited.text.state is not TextState.HELD:
        reason = cited.text.reason or "nobody has saved it"
        return f"no text is held: {reason}" if cited.text.state is TextState.NOT_HELD else f"unreadable: {reason}"
    if cited.cite is None:
        return "the saved text; nothing of it is cited here"
    if cited.cite.quote is None:
        return "this cite names the source and quotes no words"
    verdict = cited.verdict
    if verdict is None:
        return "not checked yet"
    return _found(verdict) if verdict.span is not None else _not_found(verdict, cited.cite.at)


def _found(verdict: Verdict) -> str:
    where = paragraph(verdict.paragraph or 0)
    if verdict.state is State.CHANGED:
        return f"the saved text has changed since it was pinned; the words stand in {where} now"
    return f"found in {where}, {_TIERS[verdict.tier or Tier.TYPOGRAPHY]}"


def _not_found(verdict: Verdict, at: int | None) -> str:
    match verdict.state:
        case State.AMBIGUOUS:
            count = len(verdict.places)
            times = f"at least {count}" if count >= MOST_PLACES else f"{count}"
            return f"found {times} times ({_where(verdict.places)}): the brief does not say which"
        case State.MISPLACED:
            return f"not in {paragraph(at or 0)}, as the brief says, but in {_where(verdict.places)}"
        case State.NOT_FOUND:
            return "NOT FOUND in the saved text"
        case _:
            return str(verdict.state)


def _where(places: Sequence[int]) -> str:
    """Name the paragraphs of several places, each once, the first few of many."""
    numbers = list(dict.fromkeys(places))
    named = [paragraph(number) for number in numbers[:3]]
    return ", ".join(named) + (f" and {len(numbers) - 3} more" if len(numbers) > len(named) else "")


def paragraph(number: int) -> str:
    """Name a paragraph as `at` counts them."""
    return f"paragraph {number}" if number else "the title"
