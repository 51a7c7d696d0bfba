from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library.id_set import IdSet, packed_ids

_IDS = st.text(st.characters(exclude_characters="\0"), max_size=4)


@settings(max_examples=200, deadline=None)
@given(ids=st.sets(_IDS, max_size=20), others=st.sets(_IDS, max_size=20))
def test_a_packed_set_has_the_ids_that_were_packed_and_no_others(ids: set[str], others: set[str]) -> None:
    packed = IdSet(packed_ids(ids))
    assert [one in packed for one in (*ids, *others)] == [one in ids for one in (*ids, *others)]


def test_an_id_takes_five_bytes_more_than_its_name() -> None:
    packed = packed_ids(f"2024/brief-{number:06}" for number in range(1000))
    assert len(packed.names) + len(packed.starts) == 1000 * (len("2024/brief-000000") + 5)


def test_a_part_of_an_id_and_what_is_no_text_are_not_in_the_set() -> None:
    packed = IdSet(packed_ids(["a/bc", "d"]))
    assert [one in packed for one in ("a", "a/b", "bc", "a/bc\0d", "", None, 3)] == [False] * 7
