"""Classes made by our `NamedTuple` behave as those of `typing`, and nothing is compiled to define them."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import typing
from collections.abc import Callable
from typing import Generic, TypeVar

import pytest

from briefing.base import named_tuple
from tests.support.source_trees import lines
from tests.support.terminal import ROOT

T = TypeVar("T")


class Made(named_tuple.NamedTuple):
    """Made by this program."""

    name: str
    size: int = 1
    parts: tuple[str, ...] = ()

    @property
    def twice(self) -> int:
        """The size, doubled."""
        return 2 * self.size

    def __str__(self) -> str:
        return f"the {self.name}"


class Usual(typing.NamedTuple):
    """Made by Python's own library."""

    name: str
    size: int = 1
    parts: tuple[str, ...] = ()

    @property
    def twice(self) -> int:
        """The size, doubled."""
        return 2 * self.size

    def __str__(self) -> str:
        return f"the {self.name}"


class Of(named_tuple.NamedTuple, Generic[T]):
    """Holds values of one type."""

    values: tuple[T, ...]


class Named(named_tuple.NamedTuple):
    """Has fields with the names of what a constructor is made with."""

    cls: int
    new: int
    tuple: int = 3
    self: int = 4


class Longest(Made):
    """A subclass that makes its values itself."""

    __slots__ = ()

    def __new__(cls, name: str) -> typing.Self:
        return super().__new__(cls, name, 99)


@pytest.mark.parametrize(
    "ask",
    [
        lambda made: made("a"),
        lambda made: made("a", 2, ("b",)),
        lambda made: made(size=3, name="a"),
        lambda made: made("a") == ("a", 1, ()),
        lambda made: hash(made("a")),
        lambda made: made("a") < made("b"),
        lambda made: repr(made("a", parts=("b",))).partition("(")[2],
        lambda made: str(made("a")),
        lambda made: made("a", 2).twice,
        lambda made: (made("a").name, made("a").size, made("a").parts),
        lambda made: made("a")._replace(size=4),
        lambda made: made("a")._asdict(),
        lambda made: made._make(["a", 1, ()]),
        lambda made: made._fields,
        lambda made: made._field_defaults,
        lambda made: made.__match_args__,
        lambda made: made.__annotations__.keys(),
        lambda made: copy.deepcopy(made("a", 2)),
        lambda made: pickle.loads(pickle.dumps(made("a", 2))),  # noqa: S301 - its own
        lambda made: hasattr(made("a"), "__dict__"),
        lambda made: sys.getsizeof(made("a")),
        type,
        lambda made: type(pickle.loads(pickle.dumps(made("a")))) is made,  # noqa: S301 - its own
    ],
)
def test_a_named_tuple_is_what_that_of_typing_is(ask: Callable[[type[Made | Usual]], object]) -> None:
    assert ask(Made) == ask(Usual)


@pytest.mark.parametrize(
    "ask",
    [
        lambda made: made(),
        lambda made: made("a", 1, (), 4),
        lambda made: made("a", name="b"),
        lambda made: made("a", nonesuch=1),
        lambda made: made._make(["a"]),
        lambda made: setattr(made("a"), "name", "b"),
        lambda made: setattr(made("a"), "other", "b"),
        lambda made: made("a") < 1,
    ],
)
def test_a_named_tuple_refuses_what_that_of_typing_refuses(ask: Callable[[type[Made | Usual]], object]) -> None:
    refused = []
    for made in (Made, Usual):
        with pytest.raises((TypeError, ValueError, AttributeError)) as error:
            ask(made)
        refused.append(error.type)
    assert refused[0] is refused[1]


def test_a_field_that_there_is_not_cannot_be_replaced() -> None:
    """Python refuses it by a `ValueError` up to 3.12, and by a `TypeError` from 3.13 on."""
    replaced: Callable[..., Made] = Made("a")._replace
    with pytest.raises(ValueError, match="nonesuch"):
        replaced(nonesuch=1)


def test_a_value_is_matched_by_the_order_of_its_fields() -> None:
    match Made("a", 2):
        case Made(name, size):
            assert (name, size) == ("a", 2)


def test_fields_may_have_any_name() -> None:
    assert Named(1, 2, self=5)._replace(new=6) == (1, 6, 3, 5)


def test_a_named_tuple_may_be_generic() -> None:
    assert Of[int]((1, 2)) == Of((1, 2)) == ((1, 2),)


def test_a_subclass_may_make_its_values_itself_and_leaves_those_of_its_base_alone() -> None:
    assert (Longest("a"), type(Longest("a")), Made("a")) == (("a", 99, ()), Longest, ("a", 1, ()))


def test_the_first_values_are_made_and_refused_as_all_later_ones() -> None:
    class Fresh(named_tuple.NamedTuple):
        name: str
        cls: int = 1
        parts: tuple[str, ...] = ()

    refused: list[Callable[[], object]] = [
        lambda: Fresh(cls=2),  # type: ignore[call-arg]  # is refused
        lambda: Fresh("a", 1, (), 4),  # type: ignore[call-arg]  # is refused
        lambda: Fresh("a", name="b"),  # type: ignore[misc]  # is refused
        lambda: Fresh("a", nonesuch=1),  # type: ignore[call-arg]  # is refused
    ]
    for turn in range(30):
        assert Fresh("a", parts=("b",)) == Fresh(parts=("b",), cls=1, name="a") == ("a", 1, ("b",))
        assert Fresh("a", 2) == Fresh(name="a", cls=2) == ("a", 2, ())
        with pytest.raises(TypeError):
            refused[turn % len(refused)]()


_COMPILED = """
import sys
from {module} import NamedTuple

compiled = []
sys.addaudithook(lambda event, _: compiled.append(event) if event == "compile" else None)

class Value(NamedTuple):
    name: "str"
    size: "int" = 1

defined = len(compiled)
values = [Value("a"), Value(name="b", size=2)]
few = len(compiled)
values += map(Value, 100 * "c")
print(defined, few, len(compiled))
"""


@pytest.mark.parametrize(
    ("module", "counts"), [("briefing.base.named_tuple", (0, 0, 1)), ("typing", (3, 3, 3))], ids=["ours", "typing"]
)
def test_nothing_is_compiled_until_several_values_are_made(module: str, counts: tuple[int, int, int]) -> None:
    script = [sys.executable, "-c", _COMPILED.format(module=module)]
    done = subprocess.run(script, cwd=ROOT, check=True, capture_output=True, text=True)
    assert tuple(map(int, done.stdout.split())) == counts


def test_every_named_tuple_of_the_program_is_one_of_these() -> None:
    paths = [path for path in (ROOT / "briefing").rglob("*.py") if path.stem != "tuple_classes"]
    of_typing = [line for path in paths for line in lines(path) if line.startswith("from typing import")]
    assert [line for line in of_typing if "NamedTuple" in line] == []
