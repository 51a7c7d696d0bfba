"""One thing changed in a good brief is caught where it stands; what changes nothing is never reported."""

from __future__ import annotations

import random

import pytest

from tests.grounds import Ground, grounds
from tests.mutations import LEAST, checked, harmless, is_caught, mutations

MUTATIONS = 420


@pytest.mark.parametrize("ground", grounds(), ids=lambda ground: ground.brief.title)
def test_a_good_brief_gives_no_finding(ground: Ground) -> None:
    assert checked(*ground).findings == ()


@pytest.mark.parametrize("ground", grounds(), ids=lambda ground: ground.brief.title)
@pytest.mark.parametrize("seed", range(6))
def test_another_order_wrapping_or_typography_gives_no_finding(ground: Ground, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same changes on every run
    assert checked(*harmless(chance, ground)).findings == ()


def test_a_changed_word_digit_hedge_or_date_is_caught_where_it_stands() -> None:
    missed = [mutation.words for mutation in mutations(MUTATIONS) if not is_caught(mutation)]
    assert len(missed) <= MUTATIONS * (1 - LEAST), missed
