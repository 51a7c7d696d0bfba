"""Owns the fields of a query: what each is called, what value it takes, and what is said of a wrong one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping

from briefing.base.spelling import did_you_mean, nearest_word
from briefing.base.words import fold, is_spaceless, tokens
from briefing.format.dates import DateError, Day
from briefing.format.dates import parse as parse_date
from briefing.query.amounts import amount
from briefing.query.lexer import Part
from briefing.query.nodes import (
    Amount,
    Dates,
    Figures,
    Is,
    Marking,
    Measure,
    Node,
    QueryError,
    Since,
    State,
    Status,
    Unit,
    Until,
    Words,
)
from briefing.query.word_fields import WORD_FIELDS

_STATUSES = ("draft", "final", "superseded", "withdrawn")
_MARKINGS = ("TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR")
_NO_MARKING = "none"
_PREFIX = "tlp:"
_FARTHEST = 2**62
"""What an index can hold; years have any length."""


def words(text: str, *, is_quoted: bool, place: str | None = None) -> Words:
    """Return words as they are looked for: those in quotation marks exactly, unless a star stands behind them."""
    text = text.rstrip()
    bare = text.rstrip("*")
    found = words_of(bare)
    return Words(found, bool(found) and (not is_quoted or bare != text), place, bare)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as the full text has them: signs of scripts without spaces are none."""
    return tuple(token for token in tokens(fold(text)) if not is_spaceless(token) or is_word(token))


def is_word(token: str) -> bool:
    """Tell whether one character of a script without spaces is a letter, a digit, or a vowel sign."""
    return unicodedata.category(token[0])[0] in "LNM"


def day_number(day: Day) -> int:
    """Return a day as a number that compares as days do: yyyymmdd."""
    return max(-_FARTHEST, min(_FARTHEST, day.year * 10_000 + day.month * 100 + day.day))


def condition(part: Part) -> Node | None:
    """Return what a field with its value means. None: its value is still to be typed.

    Raises:
        QueryError: there is no such field, or it takes another value.

    """
    fields = _fields()
    read = fields.get(part.name)
    if read is None and not part.text and not part.is_quoted:
        return words(part.name, is_quoted=False)  # a colon of ordinary writing: "note: …"
    if read is None:
        near = did_you_mean(nearest_word(part.name, fields))
        hint = near or f": there are {', '.join(fields)}; in quotation marks it is text to be found"
        raise QueryError(f"no field is called {part.name}{hint}", part.column)
    if part.text.strip() in {"", "<", ">", "=", "<=", ">="}:
        if part.is_last:
            return None
        raise QueryError(f"{part.name}: has nothing behind its colon", part.column)
    return read(part)


def _in(place: str) -> Callable[[Part], Node]:
    return lambda part: words(part.text, is_quoted=part.is_quoted, place=place)


def _since(part: Part) -> Node:
    text, is_loose = _loose(part)
    day = _bounds(part, text)[0]
    return Dates((Since(_known(part, day), is_loose, text),))


def _until(part: Part) -> Node:
    text, is_loose = _loose(part)
    day = _bounds(part, text)[1]
    return Dates((Until(_known(part, day), is_loose, text),))


def _loose(part: Part) -> tuple[str, bool]:
    text = part.text.strip()
    return text.removesuffix("~"), text.endswith("~")


def _bounds(part: Part, text: str) -> tuple[Day | None, Day | None]:
    try:
        date = parse_date(text)
    except DateError as error:
        raise QueryError(f"{part.name} takes a date: {error.hint or error.sentence}", part.column) from error
    return date.earliest, date.latest


def _known(part: Part, day: Day | None) -> int:
    if day is None:
        raise QueryError(f"{part.name} takes a date with a year: 2024, 2024-10 or 2024-10-21", part.column)
    return day_number(day)


def _status(part: Part) -> Node:
    return Status(_chosen(part, part.text, _STATUSES))


def _marking(part: Part) -> Node:
    spelled = {marking.lower().removeprefix(_PREFIX): marking for marking in _MARKINGS}
    name = _chosen(part, part.text.strip().lower().removeprefix(_PREFIX), (*spelled, _NO_MARKING))
    return Marking(spelled.get(name))


def _is(part: Part) -> Node:
    return Is(State(_chosen(part, part.text, tuple(map(str, State)))))


def _chosen(part: Part, text: str, values: Iterable[str]) -> str:
    """Return the first value that begins so."""
    typed = text.strip().lower().rstrip("*")
    found = next((value for value in values if value.startswith(typed)), None)
    if found is None:
        hint = did_you_mean(nearest_word(typed, values))
        raise QueryError(f"{part.name} takes {', '.join(values)}{hint}", part.column)
    return found


def _figure(part: Part) -> Node:
    limits = amount(part.text)
    if limits is None:
        raise QueryError("figure takes a number: >3000, <=3,000, 2.5 or 100..200", part.column)
    return Figures((Amount(*limits),))


def _unit(part: Part) -> Node:
    text = part.text.strip()
    bare = text.rstrip("*")
    return Figures((Unit(" ".join(_plain(bare).split()), not part.is_quoted or bare != text),))


def _measure(part: Part) -> Node:
    return Figures((Measure(_plain(part.text.strip().rstrip("*"))),))


def _plain(text: str) -> str:
    """Fold a text that is compared as it is; lone surrogates are in none."""
    return fold(text.encode("utf-8", "replace").decode())


CONDITIONS: Mapping[str, Callable[[Part], Node]] = {
    "since": _since,
    "until": _until,
    "status": _status,
    "marking": _marking,
    "is": _is,
    "figure": _figure,
    "unit": _unit,
    "measure": _measure,
}
"""Fields that take something else than words, by their names."""


def _fields() -> Mapping[str, Callable[[Part], Node]]:
    """Return how the value of each field is read, by the name of the field."""
    return {**{place: _in(place) for place in WORD_FIELDS}, **CONDITIONS}
