"""Makes named tuples: classes as `typing.NamedTuple` makes them, defined in a tenth of the time.

`typing.NamedTuple` compiles each annotation and a constructor when a module is imported, 0.2 to 0.5 ms a class, and a
start imports a hundred such classes. Here annotations stay the strings that they are, all classes share their methods,
and the constructor is compiled when several values have been made. A class has one more base than one of `typing`:
`_Named`.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from briefing.base.static_types import Self

_FEW = 8
"""Values of a class that are made without a constructor of its own: to compile one takes as long as to make 30."""
_MOST = 40
"""Fields that a class may have."""
_ANY = namedtuple("_ANY", [f"at_{at}" for at in range(_MOST)])  # type: ignore[misc]  # noqa: PYI024 - taken apart below
_GETTERS: tuple[object, ...] = tuple(vars(_ANY)[f"at_{at}"] for at in range(_MOST))
"""What reads the first field of a tuple, the second and so on."""


class _Named(tuple[object, ...]):
    """The methods of all named tuples."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: Mapping[str, object] = MappingProxyType({})

    @classmethod
    def _make(cls, values: Iterable[object]) -> Self:
        """Make a value of all its fields."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, **changes: object) -> Self:
        """Return a value with other fields."""
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self) -> dict[str, object]:
        """Return the fields by name."""
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getnewargs__(self) -> tuple[object, ...]:
        return tuple(self)


class _Definition(type):
    """Makes a named tuple of a class statement."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: Mapping[str, object]) -> type:
        """Return a class of type `type`."""
        annotations = namespace.get("__annotations__", ())
        fields = tuple(annotations) if isinstance(annotations, Mapping) else ()
        defaults = {field: namespace[field] for field in fields if field in namespace}
        own: dict[str, object] = {**namespace, **dict(zip(fields, _GETTERS[: len(fields)], strict=True))}
        own |= {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
        made = type(name, tuple(_Named if base is STATED else base for base in bases), own)
        if "__new__" not in namespace:
            setattr(made, "__new__", _first_constructor(made, fields, defaults))  # noqa: B010 - mypy allows no assignment
        return made


STATED = type.__new__(_Definition, "STATED", (), {})
"""The base of the class statement, until `_Definition` has made the class."""


class Statement:
    """What stands for the base in a class statement."""

    def __mro_entries__(self, _bases: tuple[object, ...]) -> tuple[type, ...]:
        """Return the base that is meant."""
        return (STATED,)


def _first_constructor(made: type, fields: tuple[str, ...], defaults: Mapping[str, object]) -> Callable[..., object]:
    """Return a constructor for the first values, which then compiles the real one and replaces itself by it."""
    count, made_so_far = len(fields), 0

    def first(cls: type, /, *values: object, **named: object) -> object:
        nonlocal made_so_far
        made_so_far += 1
        if made_so_far <= _FEW and len(values) <= count and named.keys().isdisjoint(fields[: len(values)]):
            given = {**defaults, **named}
            rest = tuple([given.pop(field) for field in fields[len(values) :] if field in given])
            if len(values) + len(rest) == count and given.keys() <= defaults.keys():
                return tuple.__new__(cls, values + rest)
        constructor = _constructor(fields, defaults)
        setattr(made, "__new__", constructor)  # noqa: B010 - mypy allows no assignment
        return constructor(cls, *values, **named)

    return first


def _constructor(fields: tuple[str, ...], defaults: Mapping[str, object]) -> Callable[..., object]:
    """Compile the constructor of a class. What it uses has names that no field may have."""
    parameters = ", ".join(f"{field}=_of_{field}" if field in defaults else field for field in fields)
    names = {"_new": tuple.__new__, **{f"_of_{field}": value for field, value in defaults.items()}}
    written = f"lambda _cls, {parameters}: _new(_cls, ({''.join(f'{field}, ' for field in fields)}))"
    made: Callable[..., object] = eval(written, names)  # noqa: S307 - from names of ours
    return made
