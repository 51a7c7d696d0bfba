"""A brief as plain values, and back: nothing is lost, and what is not a brief is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.format.model import Brief
from briefing.format.model.brief import Untyped
from briefing.format.model.plain import Plain, PlainError, brief_of, plain_brief
from briefing.format.parse import read_brief_bytes
from tests.support.render_samples import EVERYTHING
from tests.support.terminal import SAMPLES
from tests.support.varied import varied

NONE: Mapping[str, Untyped] = MappingProxyType({})
TYPED = replace(EVERYTHING, extras=NONE)
READ = [read_brief_bytes(path.read_bytes(), path).brief for path in sorted(Path(SAMPLES).rglob("*.yaml"))]
OTHERS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | st.sampled_from(["TLP:RED", "final", "2024-02-30", "\x1b[2J", "NaN", "1e999999"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["date", "number", "x"]), inner | st.sampled_from(["NaN", "2024"]), max_size=2
        )
    ),
    max_leaves=5,
)


def through_json(brief: Brief) -> Brief:
    return brief_of(json.loads(json.dumps(plain_brief(brief))))


@pytest.mark.parametrize("brief", [TYPED, *(brief for brief in READ if brief is not None)], ids=lambda brief: brief.id)
def test_a_brief_comes_back_as_it_was(brief: Brief) -> None:
    back = through_json(replace(brief, extras=NONE))
    assert back == replace(brief, extras=NONE)
    assert repr(back) == repr(replace(brief, extras=NONE))  # equal values may be of another type


def test_a_brief_comes_back_with_every_field_of_the_model() -> None:
    changed = [(name, one) for name, one in varied(TYPED, ("", "")) if isinstance(one, Brief) and not one.extras]
    assert {name.partition(".")[0] for (name, _), _ in changed} >= {
        "Brief",
        "Point",
        "Figure",
        "Event",
        "Source",
        "Cite",
    }
    for name, one in changed:
        assert through_json(one) == one, name


def test_a_brief_with_parts_of_other_programs_is_not_kept() -> None:
    with pytest.raises(PlainError):
        plain_brief(replace(TYPED, extras={"x-own": "1"}))


def places(values: Plain, at: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    inner = values if isinstance(values, list) else []
    return [at, *(place for index, each in enumerate(inner) for place in places(each, (*at, index)))]


def put(values: Plain, at: tuple[int, ...], other: Plain) -> Plain:
    if not at or not isinstance(values, list):
        return other
    return [put(each, at[1:], other) if index == at[0] else each for index, each in enumerate(values)]


@given(data=st.data(), other=OTHERS)
def test_what_is_no_brief_is_refused(data: st.DataObject, other: Plain) -> None:
    values = plain_brief(TYPED)
    at = data.draw(st.sampled_from(places(values)))
    try:
        brief = brief_of(put(values, at, other))
    except PlainError:
        return
    assert through_json(brief) == brief


@pytest.mark.parametrize("text", ["\x1b[2J", "a\u202eb", "\x00"])
def test_a_text_that_no_reading_gives_is_refused(text: str) -> None:
    values = plain_brief(replace(TYPED, title=text))
    with pytest.raises(PlainError):
        brief_of(values)
