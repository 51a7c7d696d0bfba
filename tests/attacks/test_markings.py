"""The attack with random keys on hostile briefs, in short."""

from __future__ import annotations

from tests.attacks.markings import SIZES, attacked


def test_after_any_keys_the_whole_marking_of_a_hostile_brief_is_on_the_screen() -> None:
    assert list(attacked(SIZES[0], 50, seed=11)) == []
