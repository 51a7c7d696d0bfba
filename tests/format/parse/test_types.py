"""What is read has the types that the model says, and the model's values are as frozen as they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from inspect import getmodule
from pathlib import Path
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import pytest

from briefing.format.model import Brief, Cite, Figure, Point
from briefing.format.parse import read_brief_text
from briefing.format.parse.schema import BLOCKS

EVERYTHING = f"""\
briefing: 1
title: T
lede: L
date: 2024-10-21
status: draft
supersedes: a/b
author: Desk
language: de
marking: TLP:AMBER+STRICT
tags: [a, b]
entities: [Somebody, {{name: Else, kind: person, aliases: [Jemand]}}]
summary:
- A bare text
- text: With all
  id: s-one
  by: p
  standing: estimated
  when: 2024-10~/..
  basis: editor
  stated: in a week
  note: why so
  reviewed: no
  cites: [article, {{source: p, quote: words, at: para 3, credibility: 2}}]
  likelihood: likely
  confidence: moderate
figures:
- {{label: A, id: a, value: '3,000', unit: m, approx: about, kind: level, measure: x/y, cites: article}}
- {{label: B, id: b, low: 0, high: 2.50}}
- {{label: C, id: c, derived: a / b}}
timeline:
- {{text: E, when: 1900?/1930~, place: P, figures: [a, b, c], cites: {{quote: q}}}}
sources:
  article: {{kind: article, title: T, publisher: P, author: W, language: en, url: "https://example.org", file: t.txt,
    published: unknown, retrieved: 2024-10-21, reliability: B}}
  p: {{kind: person, name: N, role: R, via: article, cites: [{{quote: n}}], withdrawn: in doubt, note: n,
    sha256: {"0a" * 32}}}
open: [One.]
related: [other, {{brief: x/y, as: updates}}]
note: End
"""
"""Every field of every block."""


def everything() -> Brief:
    reading = read_brief_text(EVERYTHING, Path("x.yaml"))
    assert reading.problems == ()
    assert reading.brief is not None
    return reading.brief


def is_of(value: object, hint: object) -> bool:
    if isinstance(hint, UnionType):
        return any(is_of(value, one) for one in get_args(hint))
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(is_of(item, get_args(hint)[0]) for item in value)
    kind = get_origin(hint) or hint
    return isinstance(kind, type) and isinstance(value, kind)


def values_in(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from values_in(item)
    elif is_dataclass(value) and not isinstance(value, type) and "model" in type(value).__module__:
        yield value
        for field in fields(value):
            yield from values_in(getattr(value, field.name))


def test_every_field_of_every_value_that_is_read_has_the_type_that_the_model_gives_it() -> None:
    wrong = [
        f"{type(value).__name__}.{name}"
        for value in values_in(everything())
        for name, hint in get_type_hints(type(value), vars(getmodule(type(value)))).items()
        if not is_of(getattr(value, name), hint)
    ]
    assert wrong == []


def test_no_field_of_the_schema_is_left_out_of_that() -> None:
    left_out = {
        f"{block.name}.{field.name}"
        for block in BLOCKS.values()
        for field in block.fields
        if field.name not in EVERYTHING
    }
    assert left_out == set()


@pytest.mark.parametrize("name", ["text", "spots", "colour"])
def test_a_point_cannot_be_changed(name: str) -> None:
    point = everything().summary[0]
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(point, name, "other")


def test_a_value_that_lacks_what_it_needs_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="text"):
        Point(confidence=None)  # type: ignore[call-arg]  # that is the point


def test_a_copy_with_one_field_changed_is_equal_in_all_others() -> None:
    figure = everything().figures[0]
    changed = replace(figure, unit="km")
    assert (changed.unit, replace(changed, unit=figure.unit)) == ("km", figure)


def test_where_a_cite_stands_is_no_part_of_what_it_is() -> None:
    cite = everything().timeline[0].cites[0]
    bare = Cite(source="article", quote="q")
    assert (cite, hash(cite), repr(cite)) == (bare, hash(bare), repr(bare))
    assert isinstance(everything().figures[0], Figure)
