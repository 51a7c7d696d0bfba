"""Classes made by `frozen` behave as those of `dataclass(frozen=True, slots=True)`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, fields, replace
from dataclasses import field as usual_field

import pytest

from briefing.base import frozen as module
from briefing.base.frozen import field, frozen, frozen_kw_only


@frozen
class Made:
    """Made by this program."""

    name: str
    size: int = 1
    note: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("no name")


@dataclass(frozen=True, slots=True)
class Usual:
    """Made by Python's own library."""

    name: str
    size: int = 1
    note: str = usual_field(default="", compare=False, repr=False)


@frozen_kw_only
class Base:
    """Has one field."""

    text: str
    parts: tuple[str, ...] = field(default_factory=tuple)


@frozen_kw_only
class Longer(Base):
    """Has one more, which may not be left out."""

    number: int


@frozen
class Reckoned:
    """Has a field that follows from another."""

    number: int
    parts: tuple[int, ...] = ()
    half: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "half", self.number // 2)


@frozen
class Remembering:
    """Has a place to remember something in."""

    found: dict[str, int] = field(default_factory=dict)


def test_the_first_values_of_a_class_are_made_as_all_others_and_nothing_is_compiled_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @frozen_kw_only
    class Short:
        text: str
        parts: list[int] = field(default_factory=list)

    compiled: list[type[object]] = []
    compile_as_usual = module._constructor  # noqa: SLF001 - of the module that is tested

    def counted(cls: type[object]) -> Callable[..., None]:
        compiled.append(cls)
        return compile_as_usual(cls)

    monkeypatch.setattr(module, "_constructor", counted)
    made = [Short(text="a") for _ in range(10)]
    assert compiled == []
    made += [Short(text="a") for _ in range(90)]
    assert compiled == [Short]
    assert all(one == made[0] for one in made)
    assert len({id(one.parts) for one in made}) == 100


@pytest.mark.parametrize(
    ("values", "named"),
    [
        pytest.param((), {}, id="too few"),
        pytest.param(("a", 1, "n", "more"), {}, id="too many"),
        pytest.param(("a",), {"name": "a"}, id="twice"),
        pytest.param(("a",), {"other": "a"}, id="unknown"),
    ],
)
def test_arguments_that_do_not_fit_are_refused_from_the_first_value_on(
    values: tuple[str, ...], named: dict[str, str]
) -> None:
    @frozen
    class New:
        name: str
        size: int = 1
        note: str = ""

    for _ in range(2):
        with pytest.raises(TypeError, match=r"__init__\(\)"):
            New(*values, **named)  # type: ignore[arg-type]  # this is what is tried


def test_each_value_gets_a_default_of_its_own() -> None:
    one, other = Remembering(), Remembering()
    one.found["a"] = 1
    assert other.found == {}
    assert Remembering({"b": 2}).found == {"b": 2}


def test_what_follows_from_other_fields_is_not_given() -> None:
    assert Reckoned(6).half == 3
    assert replace(Reckoned(6), number=8).half == 4


def test_a_value_is_shown_as_a_dataclass_is() -> None:
    assert repr(Made("a", 2, "n")) == repr(Usual("a", 2, "n")).replace("Usual", "Made")


def test_values_are_equal_when_the_fields_that_count_are() -> None:
    assert Made("a", note="x") == Made("a", note="y")
    assert hash(Made("a", note="x")) == hash(Made("a", note="y"))
    assert Made("a") != Made("a", 2)


def test_values_of_two_classes_are_never_equal() -> None:
    assert Base(text="a") != Longer(text="a", number=1)


def test_no_field_can_be_set_or_deleted() -> None:
    made = Made("a")
    with pytest.raises(FrozenInstanceError):
        made.name = "b"  # type: ignore[misc]  # this is what is tried
    with pytest.raises(FrozenInstanceError):
        del made.name
    with pytest.raises(FrozenInstanceError):
        made.other = "b"  # type: ignore[attr-defined]  # likewise


def test_a_value_has_slots_and_nothing_else() -> None:
    assert not hasattr(Made("a"), "__dict__")


def test_an_inherited_field_comes_first_and_a_new_one_may_be_required() -> None:
    assert [one.name for one in fields(Longer)] == ["text", "parts", "number"]
    with pytest.raises(TypeError):
        Longer(text="a")  # type: ignore[call-arg]  # this is what is tried
    assert Longer(text="a", number=2).parts == ()


def test_a_value_by_name_takes_nothing_by_place() -> None:
    with pytest.raises(TypeError):
        Base("a")  # type: ignore[call-arg]  # this is what is tried


def test_a_changed_value_is_looked_at_as_a_new_one_is() -> None:
    assert replace(Made("a"), size=3) == Made("a", 3)
    with pytest.raises(ValueError, match="no name"):
        replace(Made("a"), name="")


def test_a_value_with_other_fields_is_made_without_dataclasses_too() -> None:
    assert module.replace(Made("a", note="n"), size=3) == Made("a", 3)
    assert module.replace(Made("a", note="n"), size=3).note == "n"
    assert module.replace(Reckoned(6), number=8).half == 4
    with pytest.raises(ValueError, match="no name"):
        module.replace(Made("a"), name="")


def test_the_fields_are_those_that_a_dataclass_has() -> None:
    for made, usual in zip(fields(Made), fields(Usual), strict=True):
        assert (made.name, made.type, made.default) == (usual.name, usual.type, usual.default)
        assert (made.init, made.repr, made.compare, made.kw_only) == (
            usual.init,
            usual.repr,
            usual.compare,
            usual.kw_only,
        )
    assert {one.name: one.kw_only for one in fields(Longer)} == {"text": True, "parts": True, "number": True}
    assert Made.__match_args__ == Usual.__match_args__


def test_a_field_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="described by `field` of this module"):

        @frozen
        class Wrong:
            name: str = usual_field(default="")


def test_to_define_a_class_and_make_a_value_loads_neither_dataclasses_nor_inspect() -> None:
    program = (
        "import sys; from briefing.base.problems import Place, Problem; Problem(Place('a', 1, 1), 'c', 's');"
        "sys.exit(', '.join({'dataclasses', 'inspect'} & {*sys.modules}) or 0)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
