"""A brief with everything in it, and the same with each field of the model changed, by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefing.format.dates import Edtf, parse_date
from briefing.format.model import Amount, Brief, Cite, Entity, Event, Figure, Point, Related, Source
from briefing.render.lines import TargetKind
from tests.support.render_samples import EVERYTHING

MODEL = (Brief, Point, Figure, Event, Source, Cite, Entity, Related)


class Varied(NamedTuple):
    """A value in which one field is another."""

    field: tuple[str, str]
    """Class and name of the innermost field that was changed."""
    value: object


def leaves(value: object) -> Iterator[object]:
    """Yield another value of a field that has no fields of its own."""
    match value:
        case Enum():
            yield next((one for one in type(value) if one is not value), None)
        case str():
            yield f"{value} and more"
        case int():
            yield value % 6 + 1
        case Edtf():
            yield parse_date("2001-02-03")
        case MappingProxyType() | dict():
            yield {**value, "x-new": "new"}
            yield {}


def given(model: object) -> list[Field[object]]:
    """Return the fields of a model's class that are given to it, of those that have code of their own.

    What is in `others` is tested in tests/architecture/test_registries.py.
    """
    return [field for field in fields(model) if field.init and field.name != "others"]  # type: ignore[arg-type]  # of a dataclass, as is asked before


def varied(value: object, field: tuple[str, str]) -> Iterator[Varied]:
    """Yield a value with each field at any depth changed, by itself."""
    if isinstance(value, Amount):
        yield Varied(field, replace(value, high=value.high + 1))
        yield Varied(field, replace(value, low=value.low - 1))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield Varied(field, (*value[:at], *value[at + 1 :]))
            for one in varied(item, field):
                yield Varied(one.field, (*value[:at], one.value, *value[at + 1 :]))
    elif is_dataclass(value) and not isinstance(value, Edtf | type):
        for part in given(value):
            for one in varied(getattr(value, part.name), (type(value).__name__, part.name)):
                yield Varied(one.field, replace(value, **{part.name: one.value}))
    else:
        yield from (Varied(field, other) for other in leaves(value))


@cache
def variants() -> list[tuple[tuple[str, str], Brief]]:
    """Return the brief with each field changed, by class and name of the field."""
    found = [(one.field, one.value) for one in varied(EVERYTHING, ("", ""))]
    return [(field, value) for field, value in found if isinstance(value, Brief)]


def items_by_kind(brief: Brief) -> Mapping[TargetKind, Sequence[object]]:
    """Return the items of a brief that can be chosen; the brief itself is one."""
    return {
        TargetKind.BRIEF: (brief,),
        TargetKind.POINT: brief.summary,
        TargetKind.FIGURE: brief.figures,
        TargetKind.EVENT: brief.timeline,
        TargetKind.SOURCE: brief.sources,
        TargetKind.OPEN: brief.open,
        TargetKind.RELATED: brief.related,
    }
