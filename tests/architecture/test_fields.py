"""A field of the model is shown, copied, exported and found: each output of a brief changes with it, or says why not.

That a change of it is reported is tested in tests/diff/test_model.py, and the names in JSON and JSON Schema
in tests/export and tests/format.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

import pytest

from briefing.export import item_text, markdown, reading_json
from briefing.format.model import Brief
from briefing.format.parse import Reading
from briefing.library.index.record import record_of
from briefing.render.lines import Target
from briefing.render.plain import document
from briefing.render.symbols import Look
from tests.support.render_samples import EVERYTHING, plain_text
from tests.support.varied import MODEL, items_by_kind, variants

_WIDTH = 120

Named = Mapping[tuple[str, str], str]
"""Fields by class and name, with why they do not count in an output."""


def _fields(why: str, *names: str) -> Named:
    """Return fields that are left out for one reason, each written as "Class.field"."""
    return {(name.partition(".")[0], name.partition(".")[2]): why for name in names}


_PLACES = _fields("where it stands in the file", *(f"{model.__name__}.spots" for model in MODEL))
_OWN_IDS = {
    **_fields("the name of the file", "Brief.id"),
    **_fields("no other item names it in the sample", "Point.id"),
}
_CHECKSUM = _fields("for machines: a check compares it", "Source.sha256")
_NUMBER = _fields("follows from the order", "Source.number")
_MACHINES = {
    **_fields("ties figures of two briefs together", "Figure.measure"),
    **_CHECKSUM,
    **_fields("where the article names a source: no claim", "Source.cites"),
}
_WORDS_OF_THE_FORMAT = (
    *("Point.likelihood", "Point.confidence", "Figure.kind"),
    *("Source.reliability", "Cite.credibility", "Related.relation"),
)
_CONTENT = {
    **_PLACES,
    **_NUMBER,
    **_fields("a word of the format: search has no field for it", *_WORDS_OF_THE_FORMAT),
    **_fields("a reference inside the brief", "Figure.id", "Point.id", "Figure.derived", "Event.figures", "Source.via"),
    **_fields("a reference to a brief", "Brief.supersedes", "Brief.related", "Related.brief"),
    **_fields("a language", "Brief.language", "Source.language"),
    **_fields("a date that is no claim", "Source.published", "Source.retrieved", "Source.withdrawn"),
    **_fields("kept for others", "Brief.extras"),
    **_fields("for machines", "Source.sha256", "Cite.at"),
    **_fields("a free word beside a name", "Entity.kind"),
}
_HEAD = _fields(
    "of the brief as a whole only title and lede are copied, with date, status and marking",
    *("Brief.author", "Brief.extras", "Brief.language", "Brief.note", "Brief.supersedes", "Brief.tags"),
    *("Brief.entities", "Entity.name", "Entity.kind", "Entity.aliases", "Related.relation"),
)


def _panes(brief: Brief) -> object:
    return plain_text(document(brief, _WIDTH, Look()))


def _copied(brief: Brief) -> object:
    return [
        item_text(brief, Target(kind, number))
        for kind, items in items_by_kind(brief).items()
        for number in range(len(items))
    ]


def _searched(brief: Brief) -> object:
    return record_of(Reading(brief, ()))


OUTPUTS: Mapping[str, tuple[Callable[[Brief], object], Named]] = {
    "the panes": (_panes, {**_PLACES, **_OWN_IDS, **_CHECKSUM}),
    "Markdown": (markdown, {**_PLACES, **_OWN_IDS, **_MACHINES, **_NUMBER}),
    "the clipboard": (_copied, {**_PLACES, **_OWN_IDS, **_MACHINES, **_NUMBER, **_HEAD}),
    "JSON": (lambda brief: reading_json(Reading(brief, ())), {**_PLACES, **_NUMBER}),
    "the search index": (_searched, {**_CONTENT, **_fields("given to the index by the library", "Brief.id")}),
}


@cache
def _unseen(make: Callable[[Brief], object]) -> set[tuple[str, str]]:
    """Return the fields of which an output does not change with any other value."""
    usual = make(EVERYTHING)
    return {field for field, _ in variants()} - {field for field, brief in variants() if make(brief) != usual}


@pytest.mark.parametrize("output", OUTPUTS)
def test_an_output_changes_with_every_field(output: str) -> None:
    make, left_out = OUTPUTS[output]
    assert _unseen(make) - set(left_out) == set()


def test_a_field_that_an_output_forgets_is_named() -> None:
    make, left_out = OUTPUTS["Markdown"]
    forgetful = _unseen(lambda brief: make(replace(brief, author=None)))
    assert forgetful - set(left_out) == {("Brief", "author")}


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_reason_to_leave_a_field_out_is_needed(output: str) -> None:
    make, left_out = OUTPUTS[output]
    unseen = _unseen(make)
    assert [field for field in left_out if field not in unseen and field not in _PLACES] == []
