"""Which item is which: each once, the same on every run, in bounded work whatever the briefs hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.diff.pairing import Identity, Pairs, pair_items

MANY = 10_000


class Counted:
    """A view of texts as "id=words" that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.view = Identity[str](keys=self.keys, whole=self.whole, words=self.words)

    def keys(self, text: str) -> tuple[Hashable | None, ...]:
        self.asked["keys"] += 1
        name, equals, words = text.partition("=")
        return (name if equals else None, words or name)

    def whole(self, text: str) -> Hashable:
        self.asked["whole"] += 1
        return text

    def words(self, text: str) -> str:
        self.asked["words"] += 1
        return text.rpartition("=")[2]


def paired(before: list[str], after: list[str]) -> Pairs:
    return pair_items(before, after, Counted().view)


def test_an_id_comes_before_words() -> None:
    assert paired(["a=one thing", "b=other thing"], ["b=one thing", "a=other thing"]).same == ((1, 0), (0, 1))


def test_the_same_words_come_before_likeness() -> None:
    assert paired(["the harbour is old", "the harbour is shut"], ["the harbour is shut"]) == Pairs(((1, 0),), (0,), ())


def test_the_most_alike_come_together() -> None:
    before = ["About 4,000 men have been killed", "The harbour was closed in June"]
    after = ["In June the harbour was closed again", "About 4,700 men have been killed"]
    assert paired(before, after).same == ((1, 0), (0, 1))


def test_texts_that_share_only_small_words_are_two_things() -> None:
    assert paired(["The pier is in the bay of Rason"], ["The envoy is in the know of it"]).same == ()


def test_texts_without_spaces_are_compared_by_characters() -> None:
    assert paired(["部隊は一月に派遣された"], ["部隊は二月に派遣された"]).same == ((0, 0),)


@given(st.lists(st.text("ab =", max_size=6), max_size=8), st.lists(st.text("ab =", max_size=6), max_size=8))
def test_each_item_is_used_once(before: list[str], after: list[str]) -> None:
    same, gone, new = paired(before, after)
    assert sorted([old for old, _ in same] + list(gone)) == list(range(len(before)))
    assert sorted([at for _, at in same] + list(new)) == list(range(len(after)))
    assert all(one[1] < other[1] for one, other in pairwise(same))
    assert paired(before, after) == Pairs(same, gone, new)


MAKERS: dict[str, Callable[[int, str], str]] = {
    "common words": lambda number, side: f"word{number % 97} item{number % 89} side{side}",
    "nothing in common": lambda number, side: f"{side}{number}",
    "one id for all": lambda _, side: f"same={side}",
    "few words": lambda number, side: " ".join([*(f"w{number * step % 50}xx" for step in range(9)), side]),
}


@pytest.mark.parametrize("name", MAKERS)
def test_ten_thousand_hostile_items_are_looked_at_a_few_times_each(name: str) -> None:
    counted = Counted()
    before, after = ([MAKERS[name](number, side) for number in range(MANY)] for side in ("x", "y"))
    pair_items(before, after, counted.view)
    assert max(counted.asked.values()) <= 2 * 2 * MANY
