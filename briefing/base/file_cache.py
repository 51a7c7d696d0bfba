"""A cache of values that were made from files: a value counts until one of its files changes."""

from __future__ import annotations

from _thread import allocate_lock  # `threading` takes ten times as long to import
from collections import OrderedDict
from collections.abc import Callable, Hashable

from briefing.base.static_types import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class FileCache(Generic[_Key, _Value]):
    """The values of the most recently used keys. Thread-safe."""

    def __init__(
        self,
        limit: int,
        make: Callable[[_Key], _Value],
        stamp_of: Callable[[_Key], Hashable | None],
        weight_of: Callable[[_Value], int] = lambda _: 1,
    ) -> None:
        """Keep the most recent values up to a total weight of `limit`, and always the last one.

        `make` computes the value of a key, `weight_of` its weight (1 unless given). `stamp_of` returns the state of the
        files behind a key: a cached value is used while the stamp is unchanged. A stamp of None is never cached.
        """
        self._limit = limit
        self._make = make
        self._stamp_of = stamp_of
        self._weight_of = weight_of
        self._weight = 0
        self._kept: OrderedDict[_Key, tuple[Hashable, _Value]] = OrderedDict()
        self._lock = allocate_lock()

    def get(self, key: _Key, make: Callable[[_Key], _Value] | None = None) -> _Value:
        """Return the value for the files as they are now: cached, or made anew, by `make` if it is given."""
        # Before the files are read: if one changes meanwhile, the next call sees a different stamp.
        now = self._stamp_of(key)
        kept = self._find(key, now)
        if kept is not None:
            return kept[1]
        value = (make or self._make)(key)
        if now is not None:
            self._keep(key, now, value)
        return value

    def cached(self, key: _Key) -> _Value | None:
        """Return the cached value. None: there is none, or the files have changed; nothing is made."""
        kept = self._find(key, self._stamp_of(key))
        return None if kept is None else kept[1]

    def has(self, key: _Key) -> bool:
        """Tell whether a value is cached and its files are unchanged. Unlike `cached`, it knows a value of None."""
        return self._find(key, self._stamp_of(key)) is not None

    def _find(self, key: _Key, now: Hashable | None) -> tuple[Hashable, _Value] | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or kept[0] != now:
                return None
            self._kept.move_to_end(key)
            return kept

    def _keep(self, key: _Key, now: Hashable, value: _Value) -> None:
        with self._lock:
            if (before := self._kept.pop(key, None)) is not None:
                self._weight -= self._weight_of(before[1])
            self._kept[key] = (now, value)
            self._weight += self._weight_of(value)
            while self._weight > self._limit and len(self._kept) > 1:
                self._weight -= self._weight_of(self._kept.popitem(last=False)[1][1])
