"""A table of cases that is one test of a large run: every case is run, and each that fails is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.tables import in_one, is_table

TRIED: list[tuple[int, str]] = []


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("word", [pytest.param("one", id="first"), "two"])
def odd(number: int, word: str) -> None:
    TRIED.append((number, word))
    if number == 4:
        pytest.fail(f"{number} is even")
    assert number % 2


def test_every_case_is_run_and_each_that_fails_is_named() -> None:
    TRIED.clear()
    assert is_table(odd)
    with pytest.raises(BaseExceptionGroup, match="4 of 8 cases fail") as raised:
        in_one(odd)()
    assert sorted(TRIED) == [(number, word) for number in (1, 2, 3, 4) for word in ("one", "two")]
    notes = [note for error in raised.value.exceptions for note in error.__notes__]
    names = {f"odd[{word}-{number}]" for word in ("first", "two") for number in (2, 4)}
    assert {note.removeprefix("case: ") for note in notes} == names


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit])
def test_what_ends_a_run_ends_it(interruption: type[BaseException]) -> None:
    @pytest.mark.parametrize("number", [1, 2])
    def interrupted(number: int) -> None:
        raise interruption(number)

    assert is_table(interrupted)
    with pytest.raises(interruption):
        in_one(interrupted)()


def _taking_a_fixture(number: int, tmp_path: Path) -> None: ...


async def _waiting(number: int) -> None: ...


@given(st.booleans())
def _property(number: int, flag: bool) -> None:
    assert isinstance(flag, bool), number


def _plain() -> Callable[[int], None]:
    """Return a function of its own: a mark is kept on the function."""

    def plain(number: int) -> None: ...

    return plain


_TABLE = pytest.mark.parametrize("number", [1])
_MARKED_ROW = pytest.param(1, marks=pytest.mark.filterwarnings("error"))


@pytest.mark.parametrize(
    "function",
    [
        _plain(),
        _TABLE(_taking_a_fixture),
        _TABLE(_waiting),
        _TABLE(_property),
        _TABLE(pytest.mark.usefixtures("tmp_path")(_plain())),
        pytest.mark.parametrize("number", [1], indirect=True)(_plain()),
        pytest.mark.parametrize("number", [_MARKED_ROW])(_plain()),
    ],
    ids=["no table", "a fixture", "a coroutine", "a property", "a second mark", "indirect", "a mark of a row"],
)
def test_what_needs_more_than_its_parameters_is_left_to_pytest(function: Callable[..., object]) -> None:
    assert not is_table(function)
    assert is_table(_TABLE(_plain()))
