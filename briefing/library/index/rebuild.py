"""Using the index of a library, and once more a new one where it proves to be damaged while it is used."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from briefing.library.index.store import IndexDamagedError, IndexStore, delete_index

_Answer = TypeVar("_Answer")

BUILT_ANEW = "the index was damaged, so it is built anew"


def with_index(
    opened: Callable[[], tuple[IndexStore, str | None]],
    use: Callable[[IndexStore], _Answer],
    report: Callable[[str], None],
) -> _Answer:
    """Return what comes of using an index; `told` gets what was wrong with it, one sentence at most.

    `opened` opens or begins it, as `open_store` does.

    Raises:
        IndexUnusableError: it cannot be opened, the new one is damaged as well, or the system is at fault.

    """
    store, sentence = opened()
    if sentence is not None:
        report(sentence)
    try:
        return use(store)
    except IndexDamagedError:
        discard_index(store)
    finally:
        store.close()
    if sentence is None:
        report(BUILT_ANEW)
    store, _ = opened()
    try:
        return use(store)
    finally:
        store.close()


def discard_index(damaged: IndexStore) -> None:
    """Remove an index that is damaged, unless another program has begun a new one; what cannot be removed stays."""
    if damaged.path is not None and damaged.is_same_file():
        with suppress(OSError):
            delete_index(damaged.path)
