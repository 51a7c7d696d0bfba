"""A brief as plain values, as JSON has them, and back: what was parsed can be kept, and need not be parsed again.

Each value is a list of its fields in the order of its class; dates and numbers are written as the brief has them. What
may stand in a field is what its annotation says, so that a new field needs nothing here. Positions in the file are not
kept, as nothing that is read needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache

from briefing.base.frozen import given_fields
from briefing.base.safe_text import safe
from briefing.format.dates import DateError, Edtf, parse_date
from briefing.format.model.brief import Brief, Entity, Related
from briefing.format.model.claims import Amount, Cite, Event, Figure, Other, Point
from briefing.format.model.sources import Source, Unknown
from briefing.format.model.vocabulary import (
    Basis,
    Confidence,
    FigureKind,
    Hedge,
    Likelihood,
    Marking,
    Relation,
    Reliability,
    Reviewed,
    SourceKind,
    Standing,
    Status,
)

Plain = str | int | None | list["Plain"] | dict[str, str]

_CLASSES: dict[str, type[object]] = {
    each.__name__: each for each in (Amount, Brief, Cite, Entity, Event, Figure, Other, Point, Related, Source)
}
_WORDS: dict[str, type[Enum]] = {
    each.__name__: each
    for each in (
        *(Basis, Confidence, FigureKind, Hedge, Likelihood, Marking, Relation, Reliability, Reviewed, SourceKind),
        *(Standing, Status, Unknown),
    )
}
_UNIONS = {"Published": "Edtf | Unknown | None"}
_DATE, _NUMBER = "date", "number"
"""Names of what a text is, where it is no text."""
_LEFT_OUT = frozenset({"spots", "extras"})
_TUPLE, _MORE = "tuple[", ", ...]"
_NOT_IT = object()
"""What stands for a value that is not of a kind."""


class PlainError(ValueError):
    """Values are not those of a brief, or those of a brief cannot be kept."""


def plain_brief(brief: Brief) -> Plain:
    """Return a brief as plain values.

    Raises:
        PlainError: it has parts without a type, which are not kept.

    """
    if brief.extras:
        raise PlainError("keys that begin with x-")
    return _plain(brief)


def _plain(value: object) -> Plain:
    match value:
        case Enum():
            found: Plain = value.value
            return found
        case None | str() | int():
            return value
        case Edtf():
            return {_DATE: value.text}
        case Decimal():
            return {_NUMBER: str(value)}
        case tuple() if type(value) is tuple:
            return [_plain(each) for each in value]
        case _ if type(value).__name__ in _CLASSES:
            return [_plain(getattr(value, name)) for name, _ in _fields(type(value).__name__)]
    raise PlainError(type(value).__name__)


def brief_of(values: Plain) -> Brief:
    """Return the brief that `plain_brief` made these values of.

    Raises:
        PlainError: they are not those of a brief.

    """
    try:
        brief = _value(values, "Brief")
    except (DateError, InvalidOperation, RecursionError) as error:
        raise PlainError(str(error)) from error
    if not isinstance(brief, Brief):
        raise PlainError("no brief")
    return brief


def _value(given: Plain, annotation: str) -> object:
    """Return what plain values stand for in a field of this annotation."""
    for kind in _kinds(annotation):
        match given:
            case None:
                found = None if kind == "None" else _NOT_IT
            case str():
                found = _of_text(given, kind)
            case list():
                found = _of_list(given, kind)
            case dict():
                found = _of_written(given, kind)
            case _:
                found = given if type(given) is int and kind == "int" else _NOT_IT
        if found is not _NOT_IT:
            return found
    raise PlainError(annotation)


def _of_text(given: str, kind: str) -> object:
    if kind == "str" and given == safe(given):
        return given
    return _WORDS[kind](given) if kind in _WORDS and given in _values_of(kind) else _NOT_IT


def _of_list(given: Sequence[Plain], kind: str) -> object:
    if kind.startswith(_TUPLE):
        inner = kind.removeprefix(_TUPLE).removesuffix(_MORE)
        return tuple([_value(each, inner) for each in given])
    return _made(_CLASSES[kind], given) if kind in _CLASSES else _NOT_IT


def _of_written(given: Mapping[str, str], kind: str) -> object:
    name, read = _WRITTEN.get(kind, ("", str))
    return read(given[name]) if given.keys() == {name} and isinstance(given[name], str) else _NOT_IT


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise PlainError(text)
    return number


def _made(cls: type[object], given: Sequence[Plain]) -> object:
    fields = _fields(cls.__name__)
    if len(given) != len(fields):
        raise PlainError(cls.__name__)
    made: Callable[..., object] = cls
    return made(**{name: _value(value, kind) for value, (name, kind) in zip(given, fields, strict=True)})


_WRITTEN: dict[str, tuple[str, Callable[[str], object]]] = {
    "Edtf": (_DATE, parse_date),
    "Decimal": (_NUMBER, _number),
}
"""By annotation: how a value is named that is written as a text, and what reads the text."""


@lru_cache
def _kinds(annotation: str) -> tuple[str, ...]:
    """Return what may stand in a field, one kind after the other."""
    return tuple(_UNIONS.get(annotation, annotation).split(" | "))


@lru_cache
def _values_of(kind: str) -> frozenset[str]:
    return frozenset(each.value for each in _WORDS[kind])


@lru_cache
def _fields(cls: str) -> tuple[tuple[str, str], ...]:
    """Return the names of the fields that are kept of a class, and what may stand in them."""
    return tuple((name, kind) for name, kind in given_fields(_CLASSES[cls]) if name not in _LEFT_OUT)
