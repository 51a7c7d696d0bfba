"""A cache of values that were made from files: a value counts until one of its files changes."""

from __future__ import annotations

from _thread import allocate_lock, get_ident  # `threading` takes ten times as long to import
from collections import OrderedDict
from collections.abc import Callable, Hashable

from briefing.base.static_types import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class _Making:
    """A value that a thread is making."""

    def __init__(self, stamp: Hashable | None) -> None:
        self._stamp, self._thread = stamp, get_ident()
        self._at_work = allocate_lock()
        self._at_work.acquire()

    def is_for_another_thread(self, stamp: Hashable | None) -> bool:
        """Tell whether another thread than this one makes it, of files in this state."""
        return stamp is not None and stamp == self._stamp and self._thread != get_ident()

    def wait(self) -> None:
        """Wait for its end."""
        with self._at_work:
            return

    def end(self) -> None:
        """Let those go on who wait."""
        self._at_work.release()


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
        self._making: dict[_Key, _Making] = {}
        """What is being made."""
        self._lock = allocate_lock()

    def get(self, key: _Key, make: Callable[[_Key], _Value] | None = None) -> _Value:
        """Return the value for the files as they are now: cached, or made anew, by `make` if it is given.

        What another thread is making of the same files is waited for: made twice at once, it would take twice as long.
        """
        # Before the files are read: if one changes meanwhile, the next call sees a different stamp.
        now = self._stamp_of(key)
        making = _Making(now)
        try:
            while True:
                with self._lock:
                    kept = self._kept_for(key, now)
                    if kept is not None:
                        return kept[1]
                    other = self._making.setdefault(key, making)
                if not other.is_for_another_thread(now):
                    break
                other.wait()
            value = (make or self._make)(key)
            if now is not None:
                self._keep(key, now, value)
            return value
        finally:
            with self._lock:
                if self._making.get(key) is making:
                    del self._making[key]
            making.end()

    def cached(self, key: _Key) -> _Value | None:
        """Return the cached value. None: there is none, or the files have changed; nothing is made."""
        kept = self._find(key, self._stamp_of(key))
        return None if kept is None else kept[1]

    def has(self, key: _Key) -> bool:
        """Tell whether a value is cached and its files are unchanged. Unlike `cached`, it knows a value of None."""
        return self._find(key, self._stamp_of(key)) is not None

    def _find(self, key: _Key, now: Hashable | None) -> tuple[Hashable, _Value] | None:
        with self._lock:
            return self._kept_for(key, now)

    def _kept_for(self, key: _Key, now: Hashable | None) -> tuple[Hashable, _Value] | None:
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
