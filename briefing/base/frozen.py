"""`frozen`: the same class as `dataclass(frozen=True, slots=True)` makes, defined in less time.

`dataclass` generates and compiles six methods for each class when its module is imported, about 0.5 ms a class, and
every command imports many such classes; to import `dataclasses` itself, with `inspect` and `tokenize`, takes as long as
30 modules of ours. `frozen` does neither. All its classes share their methods but the constructor, which is compiled
when several values have been made, and what `dataclasses.fields` and `dataclasses.replace` ask for is made when they
ask. Defining a class takes a sixth of the time, making a value 0.6 times; in return `==` takes 1.7 times as long and
`hash` 1.6 times.

Which to use:

- `frozen` for values; `frozen_kw_only` if they have many fields. Their fields are described by the `field` of this
  module.
- `frozen_table` for tables, such as that of a language: of many fields, and never compared.
- `NamedTuple` (that of `named_tuple`) for values that are unpacked, sorted or stored as tuples, or made by the
  thousand.
- `dataclass` for objects that change, and for messages of Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType

from briefing.base.static_types import TypeVar, dataclass_transform

T = TypeVar("T")

_UNSET = object()
_FEW = 16
"""Values of a class that are made without a constructor of its own: to compile one takes as long as to make 60."""
_FIELDS = "_frozen_fields"
"""Attribute of a class with its fields by name, those of its bases first."""


class _Field:
    """One field of a class."""

    __slots__ = ("annotation", "by_name", "compare", "default", "default_factory", "init", "name", "repr")

    name: str
    annotation: object
    by_name: bool
    """True if the constructor takes it by its name only."""

    def __init__(self, default: object, default_factory: Callable[[], object] | None, flags: tuple[bool, ...]) -> None:
        self.default = default
        self.default_factory = default_factory
        self.init, self.compare, self.repr = flags

    def of(self, name: str, annotation: object, *, by_name: bool) -> _Field:
        """Return this field, now that it is known where it stands."""
        self.name, self.annotation, self.by_name = name, annotation, by_name
        return self

    @property
    def has_default(self) -> bool:
        return self.default is not _UNSET or self.default_factory is not None

    def usual(self) -> object:
        """Return the same field as `dataclasses` describes it."""
        from dataclasses import MISSING
        from dataclasses import field as usual

        init, shown, compare, by_name = self.init, self.repr, self.compare, self.by_name
        if self.default_factory is not None:
            make = self.default_factory
            return usual(default_factory=make, init=init, repr=shown, compare=compare, kw_only=by_name)
        if self.default is not _UNSET:
            return usual(default=self.default, init=init, repr=shown, compare=compare, kw_only=by_name)
        return usual(default=MISSING, init=init, repr=shown, compare=compare, kw_only=by_name)


def field(
    *,
    default: T | object = _UNSET,
    default_factory: Callable[[], T] | None = None,
    init: bool = True,
    compare: bool = True,
    repr: bool = True,  # noqa: A002 - as `dataclasses.field` names it
) -> T:
    """Describe a field of a `frozen` class, as `dataclasses.field` does.

    `default_factory` is called for each value; with `init` false the constructor does not take the field.
    """
    return _Field(default, default_factory, (init, compare, repr))  # type: ignore[return-value]  # replaced by `frozen`


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots: as `dataclass(frozen=True, slots=True)`."""
    return _made(cls, by_name=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen_kw_only(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass whose fields are given by name: as `frozen` with `kw_only=True`."""
    return _made(cls, by_name=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(field,))
def frozen_table(cls: type[T]) -> type[T]:
    """Make a class as `frozen_kw_only`, for tables: of many fields and few values, each equal to itself only.

    No constructor is compiled, which takes longer than to make these few values without it.
    """
    own: dict[str, object] = {"__init__": _set_each, "__eq__": object.__eq__, "__hash__": object.__hash__}
    return _made(cls, by_name=True, instead=own)


def field_names(cls: type[object]) -> tuple[str, ...]:
    """Return the names of the fields of such a class."""
    return tuple(_fields(cls))


def given_fields(cls: type[object]) -> tuple[tuple[str, str], ...]:
    """Return the names and annotations of what the constructor of such a class, or of a named tuple, takes."""
    if _FIELDS not in vars(cls):
        return tuple((name, str(annotation)) for name, annotation in vars(cls)["__annotations__"].items())
    return tuple((one.name, str(one.annotation)) for one in _fields(cls).values() if one.init)


def replace(value: T, **changes: object) -> T:
    """Return a value with other fields, as `dataclasses.replace` does, and without importing that.

    mypy does not look at the fields: to be used where nothing else needs `dataclasses`, for the first frame of a start.
    """
    kept = {name: getattr(value, name) for name, one in _fields(type(value)).items() if one.init}
    return type(value)(**{**kept, **changes})


def _made(cls: type[T], *, by_name: bool, instead: Mapping[str, object] = MappingProxyType({})) -> type[T]:
    inherited = {name: one for base in reversed(cls.__mro__[1:]) for name, one in _fields(base).items()}
    namespace = {name: value for name, value in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
    own: dict[str, _Field] = {}
    for name, annotation in namespace.get("__annotations__", {}).items():
        given = namespace.pop(name, _UNSET)
        if type(given).__module__ == "dataclasses":
            raise TypeError(f"{cls.__name__}.{name}: a field of a frozen class is described by `field` of this module")
        described = given if isinstance(given, _Field) else _Field(given, None, (True, True, True))
        own[name] = described.of(name, annotation, by_name=by_name)
    every = {**inherited, **own}
    namespace |= {"__slots__": tuple(name for name in own if name not in inherited), _FIELDS: every}
    methods = {**_methods(every), **instead}
    namespace |= {name: method for name, method in methods.items() if namespace.get(name) is None}
    made: type[T] = type.__call__(type(cls), cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    if namespace.get("__init__") is None:
        setattr(made, "__init__", _first_constructor(made))  # noqa: B010 - mypy allows no assignment to __init__
    return made


def _set_each(self: object, **given: object) -> None:
    """Construct a value of a class with many fields."""
    for name, one in _fields(type(self)).items():
        if name in given:
            value = given.pop(name)
        elif one.default_factory is not None:
            value = one.default_factory()
        elif one.default is not _UNSET:
            value = one.default
        else:
            raise TypeError(f"{type(self).__name__}() lacks the argument '{name}'")
        object.__setattr__(self, name, value)
    if given:
        raise TypeError(f"{type(self).__name__}() got an unexpected argument '{next(iter(given))}'")


def _methods(fields: Mapping[str, _Field]) -> dict[str, object]:
    """Return what a class gets that does not define it itself."""
    return {
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__match_args__": tuple(name for name, one in fields.items() if one.init and not one.by_name),
        "__dataclass_fields__": _DataclassFields(),
        **_comparing(attrgetter(*(name for name, one in fields.items() if one.compare))),
    }


def _fields(cls: type[object]) -> Mapping[str, _Field]:
    found: Mapping[str, _Field] = getattr(cls, _FIELDS, {})
    return found


class _DataclassFields:
    """What makes a class a dataclass for `dataclasses`; computed when it is first asked for."""

    def __get__(self, value: object, cls: type[object]) -> Mapping[str, object]:
        """Put the fields in the place of this descriptor, and return them."""
        from dataclasses import make_dataclass

        every = [(one.name, one.annotation, one.usual()) for one in _fields(cls).values()]
        alike = make_dataclass(cls.__name__, every, init=False, repr=False, eq=False)
        for name in ("__dataclass_params__", "__dataclass_fields__"):
            setattr(cls, name, getattr(alike, name))
        found: Mapping[str, object] = vars(alike)["__dataclass_fields__"]
        return found


def _comparing(compared: attrgetter[object]) -> dict[str, Callable[..., object]]:
    def equals(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(compared(self))

    return {"__eq__": equals, "__hash__": hashed}


def _first_constructor(cls: type[object]) -> Callable[..., None]:
    """Return a constructor for the first values, which then compiles the real one and replaces itself by it."""
    every = [one for one in _fields(cls).values() if one.init]
    finish: Callable[[object], None] | None = getattr(cls, "__post_init__", None)
    made = 0

    def first(self: object, *values: object, **named: object) -> None:
        nonlocal made
        made += 1
        if made <= _FEW and _set_all(self, every, values, named):
            if finish is not None:
                finish(self)
            return
        constructor = _constructor(cls)
        setattr(cls, "__init__", constructor)  # noqa: B010 - mypy allows no assignment to __init__
        constructor(self, *values, **named)

    return first


def _set_all(self: object, every: Sequence[_Field], values: Sequence[object], named: Mapping[str, object]) -> bool:
    """Set the fields of a value. False: the arguments are not those of a constructor with these fields."""
    names = [one.name for one in every if not one.by_name]
    given = dict(zip(names, values, strict=False))
    if len(values) > len(names) or not given.keys().isdisjoint(named):
        return False
    given |= named
    for one in every:
        if one.name in given:
            value = given.pop(one.name)
        elif one.default_factory is not None:
            value = one.default_factory()
        elif one.default is not _UNSET:
            value = one.default
        else:
            return False
        object.__setattr__(self, one.name, value)
    return not given


def _constructor(cls: type[object]) -> Callable[..., None]:
    """Compile the constructor of a class. It sets the slots through their descriptors, as `__setattr__` refuses."""
    every = sorted((one for one in _fields(cls).values() if one.init), key=lambda one: one.by_name)
    names: dict[str, object] = {"UNSET": _UNSET}
    names |= {f"default_{one.name}": one.default for one in every}
    names |= {f"make_{one.name}": one.default_factory for one in every}
    names |= {f"set_{one.name}": getattr(cls, one.name).__set__ for one in every}
    parameters = [_parameter(one) for one in every]
    plain = sum(not one.by_name for one in every)
    if plain < len(every):
        parameters.insert(plain, "*")
    body = [f"set_{one.name}(self, {_value(one)})" for one in every]
    body += ["self.__post_init__()"] * hasattr(cls, "__post_init__")
    exec(f"def __init__(self, {', '.join(parameters)}):\n  {'; '.join(body)}", names)  # noqa: S102 - from names of ours
    made: Callable[..., None] = names["__init__"]  # type: ignore[assignment]  # `exec` has just defined it
    return made


def _parameter(one: _Field) -> str:
    return f"{one.name}=default_{one.name}" if one.has_default else one.name


def _value(one: _Field) -> str:
    return one.name if one.default_factory is None else f"make_{one.name}() if {one.name} is UNSET else {one.name}"


def _repr(self: object) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in _fields(type(self)).values() if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")
