"""Every field of the model: a change of it is reported, or there is a reason why it is not."""

from __future__ import annotations

import pytest

from briefing.diff import change_sentence, changes, same_meaning
from briefing.render.lines import TargetKind
from tests.support.render_samples import EVERYTHING
from tests.support.varied import MODEL, given, items_by_kind, variants

UNREPORTED = {
    ("Brief", "id"): "the name of the file",
    **{(name, "id"): "a name for the file's own use" for name in ("Point", "Figure", "Event", "Source")},
    ("Source", "number"): "the place in the file",
    **{(name, "spots"): "a place in the file" for name in ("Brief", "Point", "Figure", "Event", "Source", "Cite")},
}
"""Fields whose change is no change of meaning, and why."""
SEVERAL = {"id", "sources", "figures", "tags", "aliases", "open", "brief", "extras", "source"}
"""Fields of which one edit can be more than one change: one thing goes and another comes."""


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
            assert change_sentence(change).strip(), field
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
                assert change.item.number in range(len(items_by_kind(one)[TargetKind(change.item.kind)]))
