"""Using the index of a library, and rebuilding it once if it proves to be damaged during use."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from briefing.base.static_types import TypeVar
from briefing.library.index.create import delete_index
from briefing.library.index.errors import IndexDamagedError
from briefing.library.index.store import IndexStore

_Answer = TypeVar("_Answer")

REBUILT = "the index was damaged, so it is rebuilt"


def with_index(
    opened: Callable[[], tuple[IndexStore, str | None]],
    use: Callable[[IndexStore], _Answer],
    report: Callable[[str], None],
) -> _Answer:
    """Return the result of `use`, which gets the index; run it again with a new index if the first one is damaged.

    `opened` opens or creates the index, as `open_index` does. `report` gets at most one sentence on what was wrong.

    Raises:
        IndexUnusableError: the index cannot be opened, the new one is damaged as well, or the system is at fault.

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
        report(REBUILT)
    store, _ = opened()
    try:
        return use(store)
    finally:
        store.close()


def discard_index(damaged: IndexStore) -> None:
    """Delete a damaged index, unless another program has already replaced it. A file that cannot be deleted stays."""
    if damaged.path is not None and damaged.is_same_file():
        with suppress(OSError):
            delete_index(damaged.path)
