"""`frozen`: the same class as `dataclass(frozen=True, slots=True)` makes, defined in less time.

`dataclass` generates and compiles six methods for each class when its module is imported, about 0.5 ms a class, and
every command imports many such classes. `frozen` shares all methods but the constructor, which it compiles when the
first value is made. Defining a class takes a sixth of the time, making a value 0.6 times; in return `==` takes 1.7
times as long and `hash` 1.6 times.

With `dataclass` instead, whole commands take more CPU time (user and system; medians of 31 alternating runs of each on
one machine, November 2026): `show` of one brief 203 to 220 ms (+8 %), `list` 217 to 241 ms (+11 %), the import of
`briefing.tui.app` 530 to 561 ms (+6 %), `check briefs` 542 to 546 ms (+1 %), `search` over 1,000 briefs 681 to 683 ms.

Which to use:

- `frozen` for values; `frozen_kw_only` if they have many fields.
- `NamedTuple` for values that are unpacked, sorted or stored as tuples, or made by the thousand.
- `dataclass` for objects that change, and for messages of Textual.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots: as `dataclass(frozen=True, slots=True)`."""
    return _made(dataclass(slots=True, init=False, repr=False, eq=False)(cls))


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen_kw_only(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass whose fields are given by name: as `frozen` with `kw_only=True`."""
    return _made(dataclass(slots=True, init=False, repr=False, eq=False, kw_only=True)(cls))


def _made(cls: type[T]) -> type[T]:
    names = [field.name for field in _fields(cls) if field.compare]
    methods = {
        "__init__": _first_constructor(cls),
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        **_comparing(attrgetter(*names)),
    }
    for name, method in methods.items():
        if vars(cls).get(name) is None:  # Python sets __hash__ to None in a class that defines __eq__
            setattr(cls, name, method)
    return cls


def _comparing(compared: attrgetter[object]) -> dict[str, Callable[..., object]]:
    def equals(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(compared(self))

    return {"__eq__": equals, "__hash__": hashed}


def _first_constructor(cls: type[object]) -> Callable[..., None]:
    """Return a constructor that compiles the real one and replaces itself by it when the first value is made."""

    def first(self: object, *values: object, **named: object) -> None:
        constructor = _constructor(cls)
        setattr(cls, "__init__", constructor)  # noqa: B010 - mypy allows no assignment to __init__
        constructor(self, *values, **named)

    return first


def _constructor(cls: type[object]) -> Callable[..., None]:
    """Compile the constructor of a class. It sets the slots through their descriptors, as `__setattr__` refuses."""
    every = sorted((field for field in _fields(cls) if field.init), key=lambda field: field.kw_only is True)
    names: dict[str, object] = {"MISSING": MISSING}
    names |= {f"default_{field.name}": field.default for field in every}
    names |= {f"make_{field.name}": field.default_factory for field in every}
    names |= {f"set_{field.name}": getattr(cls, field.name).__set__ for field in every}
    parameters = [_parameter(field) for field in every]
    plain = sum(field.kw_only is not True for field in every)
    if plain < len(every):
        parameters.insert(plain, "*")
    body = [f"set_{field.name}(self, {_value(field)})" for field in every]
    body += ["self.__post_init__()"] * hasattr(cls, "__post_init__")
    exec(f"def __init__(self, {', '.join(parameters)}):\n  {'; '.join(body)}", names)  # noqa: S102 - from names of ours
    made: Callable[..., None] = names["__init__"]  # type: ignore[assignment]  # `exec` has just defined it
    return made


def _fields(cls: type[object]) -> tuple[Field[object], ...]:
    return fields(cls)  # type: ignore[arg-type]  # mypy does not know that the class is a dataclass


def _parameter(field: Field[object]) -> str:
    has_default = field.default is not MISSING or field.default_factory is not MISSING
    return f"{field.name}=default_{field.name}" if has_default else field.name


def _value(field: Field[object]) -> str:
    if field.default_factory is MISSING:
        return field.name
    return f"make_{field.name}() if {field.name} is MISSING else {field.name}"


def _repr(self: object) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in _fields(type(self)) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
