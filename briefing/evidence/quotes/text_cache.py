"""A cache for results computed from texts: it keeps the last ones up to a total length of the texts."""

from __future__ import annotations

from _thread import allocate_lock  # `threading` takes ten times as long to import
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import update_wrapper

from briefing.base.static_types import Concatenate, ParamSpec, TypeVar

Made = TypeVar("Made")
Options = ParamSpec("Options")

MOST_CHARACTERS = 1_000_000
"""Total length, in characters, of the texts whose results one cache keeps."""


def cached_by_text(
    make: Callable[Concatenate[str, Options], Made],
    *,
    keeps_long: bool = False,
    most: int | None = None,
    characters: int = MOST_CHARACTERS,
) -> Callable[Concatenate[str, Options], Made]:
    """Cache the last results of a function of a text and of further hashable arguments. Thread-safe.

    `keeps_long`: also keep the result for a text that is longer than the limit, as long as it is the latest one.
    `most`: number of results that are kept at most, and `characters`: total length of their texts, for results that
    take far more memory than their texts. The latest result stays.
    """
    kept: OrderedDict[Hashable, tuple[int, Made]] = OrderedDict()
    lock = allocate_lock()
    held = 0

    def cached(text: str, /, *further: Options.args, **named: Options.kwargs) -> Made:
        nonlocal held
        key = (text, *further, *named.values())
        with lock:
            known = kept.get(key)
            if known is not None:
                kept.move_to_end(key)
                return known[1]
        made = make(text, *further, **named)
        if len(text) > MOST_CHARACTERS and not keeps_long:
            return made
        with lock:
            if key not in kept:
                held += len(text)
            kept[key] = (len(text), made)
            while len(kept) > 1 and (held > characters or (most is not None and len(kept) > most)):
                held -= kept.popitem(last=False)[1][0]
        return made

    update_wrapper(cached, make)
    return cached
