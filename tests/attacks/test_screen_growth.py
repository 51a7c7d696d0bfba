"""The script about growth on the screen measures what it says: its short form."""

from __future__ import annotations

import pytest

from tests.attacks import screen_growth
from tests.attacks.screen_growing import DIMENSIONS, Dimension
from tests.attacks.screen_growth import Costs, Grown, exponent, grown


def test_an_exponent_is_that_of_what_comes_on_top_of_the_smallest_size() -> None:
    sizes = [1, 100, 200, 400, 800]
    assert exponent(sizes, [0.1 + size * 1e-3 for size in sizes], 0.01) == pytest.approx(1, abs=0.02)
    assert exponent(sizes, [0.1 + size * size * 1e-6 for size in sizes], 0.01) == pytest.approx(2, abs=0.02)
    assert exponent(sizes, [0.1] * 5, 0.01) is None


def test_every_dimension_is_measured_and_what_grows_too_fast_is_steep(monkeypatch: pytest.MonkeyPatch) -> None:
    def each(_: Dimension, sizes: list[int]) -> list[Costs]:
        return [Costs({"J, K": size * size * 1e-6, "j, k": 0.004}, 40 + size / 100) for size in sizes]

    monkeypatch.setattr(screen_growth, "costs_at", each)
    found = {one.what: one for one in grown(DIMENSIONS[0])}
    assert [one.is_steep for one in found.values()] == [True, False, False]
    assert isinstance(found["J, K"], Grown)


def test_the_reader_is_measured_in_a_small_library() -> None:
    costs = next(screen_growth.costs_at(DIMENSIONS[0], [4]))
    assert all(seconds > 0 for seconds in costs.seconds.values())
    assert costs.megabytes > 0
