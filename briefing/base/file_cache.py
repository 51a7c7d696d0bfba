"""Owns keeping what was made from files lately, for as long as the files stay the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """What was made for the keys that were asked for last. May be used from several threads."""

    def __init__(
        self,
        limit: int,
        make: Callable[[_Key], _Value],
        stamp_of: Callable[[_Key], Hashable | None],
        weight_of: Callable[[_Value], int] = lambda _: 1,
    ) -> None:
        """Keep values that weigh `limit` together, and the last one in any case.

        Each counts as long as its stamp does not change, and without a stamp never.
        """
        self._limit = limit
        self._make = make
        self._stamp_of = stamp_of
        self._weight_of = weight_of
        self._weight = 0
        self._kept: OrderedDict[_Key, tuple[Hashable, _Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key) -> _Value:
        """Return the value made from the files as they are now."""
        # Taken before a file is read: should it change meanwhile, the next look sees another stamp.
        now = self._stamp_of(key)
        kept = self._find(key, now)
        if kept is not None:
            return kept[1]
        value = self._make(key)
        if now is not None:
            self._keep(key, now, value)
        return value

    def known(self, key: _Key) -> _Value | None:
        """Return the value if it was made before and the files are still the same; make nothing."""
        kept = self._find(key, self._stamp_of(key))
        return None if kept is None else kept[1]

    def has(self, key: _Key) -> bool:
        """Tell whether the value was made before and the files are still the same: it may be None."""
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
