"""Every field of the model: a change of it is reported, or there is a reason why it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import pytest

from briefing.diff import changes, same_meaning, sentence
from briefing.format.dates import Edtf, parse
from briefing.format.model import Amount, Brief, Cite, Entity, Event, Figure, Point, Related, Source
from briefing.render.lines import TargetKind
from tests.support.render_samples import EVERYTHING

MODEL = (Brief, Point, Figure, Event, Source, Cite, Entity, Related)
UNREPORTED = {
    ("Brief", "id"): "the name of the file",
    **{(name, "id"): "a name for the file's own use" for name in ("Point", "Figure", "Event", "Source")},
    ("Source", "number"): "the place in the file",
    **{(name, "spots"): "a place in the file" for name in ("Brief", "Point", "Figure", "Event", "Source", "Cite")},
}
"""Fields whose change is no change of meaning, and why."""
SEVERAL = {"id", "sources", "figures", "tags", "aliases", "open", "brief", "extras", "source"}
"""Fields of which one edit can be more than one change: one thing goes and another comes."""


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
            yield parse("2001-02-03")
        case MappingProxyType() | dict():
            yield {**value, "x-new": "new"}
            yield {}


def given(model: object) -> list[Field[object]]:
    """Return the fields of a model's class that are given to it: others follow from those."""
    return [field for field in fields(model) if field.init]  # type: ignore[arg-type]  # of a dataclass, as is asked before


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
    found = [(one.field, one.value) for one in varied(EVERYTHING, ("", ""))]
    return [(field, value) for field, value in found if isinstance(value, Brief)]


def test_every_field_of_the_model_is_tried() -> None:
    every = {(model.__name__, one.name) for model in MODEL for one in given(model)}
    never = every - {field for field, _ in variants()} - set(UNREPORTED)
    assert never == set()


@pytest.mark.parametrize("is_back", [False, True], ids=["there", "back"])
def test_a_change_of_every_field_is_reported_or_has_a_reason(is_back: bool) -> None:
    pairs = [(field, (one, EVERYTHING) if is_back else (EVERYTHING, one)) for field, one in variants()]
    silent = {field for field, pair in pairs if not changes(*pair)}
    assert silent - set(UNREPORTED) == set()


@pytest.mark.parametrize("is_back", [False, True], ids=["there", "back"])
def test_one_change_is_said_once_and_in_words(is_back: bool) -> None:
    for field, one in variants():
        found = changes(one, EVERYTHING) if is_back else changes(EVERYTHING, one)
        for change in found:
            assert sentence(change).strip(), field
            assert not (change.before is None and change.after is None and not change.of), field
        if field[1] not in SEVERAL:
            assert len(found) <= 1, field


def test_same_meaning_says_whether_there_are_changes() -> None:
    for _, one in variants():
        assert same_meaning(EVERYTHING, one) == (changes(EVERYTHING, one) == ())


def test_what_a_change_leads_to_is_in_the_later_brief() -> None:
    for _, one in variants():
        for change in changes(EVERYTHING, one):
            if change.item is not None:
                blocks = {
                    TargetKind.BRIEF: (one,),
                    TargetKind.POINT: one.summary,
                    TargetKind.FIGURE: one.figures,
                    TargetKind.EVENT: one.timeline,
                    TargetKind.SOURCE: one.sources,
                    TargetKind.OPEN: one.open,
                    TargetKind.RELATED: one.related,
                }
                assert change.item.number in range(len(blocks[TargetKind(change.item.kind)]))
