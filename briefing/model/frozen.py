"""Owns the constructor of the values of which a brief has dozens. Nothing else about them is special.

`dataclass` fills a frozen value by `object.__setattr__`, which looks every field up by its name.
To set the slots themselves takes two thirds of the time.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(kind: type[T]) -> type[T]:
    """Make a class what `dataclass(frozen=True, slots=True, kw_only=True)` makes of it.

    A default factory is called once: what it gives has to be as frozen as the value.
    """
    made = dataclass(frozen=True, slots=True, kw_only=True, init=False)(kind)
    every = fields(made)  # type: ignore[arg-type]  # mypy does not see that it is a dataclass now
    parameters = ", ".join(map(_parameter, every))
    names: dict[str, object] = {f"default_{field.name}": _default(field) for field in every}
    names |= {f"set_{field.name}": getattr(made, field.name).__set__ for field in every}
    body = "; ".join(f"set_{field.name}(self, {field.name})" for field in every)
    exec(f"def __init__(self, *, {parameters}):\n  {body}", names)  # noqa: S102 - as `dataclass` does, from names of ours
    setattr(made, "__init__", names["__init__"])  # noqa: B010 - mypy holds a constructor for fixed
    return made


def _parameter(field: Field[object]) -> str:
    has_default = field.default is not MISSING or field.default_factory is not MISSING
    return f"{field.name}=default_{field.name}" if has_default else field.name


def _default(field: Field[object]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()
