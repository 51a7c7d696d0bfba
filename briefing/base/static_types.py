"""Names of `typing` that say something to mypy only: to import `typing` takes as long as to read a brief.

For mypy they are those of `typing`: `static_types.pyi`. Here they do nothing, so a class that inherits from `Protocol`
or `Generic` is a plain one. Modules that a command about one brief does not load take them from `typing`.
"""

from __future__ import annotations

from collections.abc import Callable


class TypeVar:
    """A parameter of types."""

    __slots__ = ()

    def __init__(self, *_: object, **__: object) -> None:
        """Take a name, and what it may stand for."""


class _Base:
    """The base of a class with parameters, or of a description of classes."""

    __slots__ = ()

    def __class_getitem__(cls, _: object) -> type:
        """Return the class as it is."""
        return cls


Generic = Protocol = _Base
ParamSpec = TypeVar
BinaryIO = Concatenate = NoReturn = Self = TextIO = object


def dataclass_transform(**_: object) -> Callable[[object], object]:
    """Return what leaves a function as it is."""
    return lambda it: it


def overload(described: object) -> object:
    """Return the function as it is: the last one of a name is the one that is called."""
    return described
