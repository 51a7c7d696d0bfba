"""Owns keeping an index in step with its folder: which files are new, changed or gone, and reading them.

One walk tells all of it and is written as one batch. Reading comes after, in any process, some briefs at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.library.index.build.read import Read, read_entry
from briefing.library.index.integrity import require_sound
from briefing.library.index.rows import Listed, Listing
from briefing.library.index.scan.folder import WHOLE, Seen, add_new, differences, never, see
from briefing.library.index.store import Store, in_words
from briefing.library.index.write import CHANGED, arrange, is_arranged, put, take_out_gone

_GONE = 200
"""Briefs that are taken out with the last batch of those that were read; the rest is left to a build."""


class Known(NamedTuple):
    """What a look knows of the one before it, in the same process."""

    generation: int
    """`Store.generation` of the thread that looked: when another has written, nothing is known any more."""
    prints: Mapping[str, int]
    """See `seeing.Seen`."""


class Step(NamedTuple):
    """What a walk has found to be different."""

    added: int
    changed: int
    gone: int
    folders: tuple[str, ...]
    """All folders that were looked into, by their path inside the root, which ends with a slash or is empty."""
    failed: tuple[tuple[str, str], ...]
    """Those that could not be, with the system's reason. What the index knows of the briefs below them is kept."""
    known: Known | None = None
    """For the next look at the whole folder. None: this was none."""

    @property
    def is_nothing(self) -> bool:
        """Whether the list stays as it is."""
        return not (self.added or self.changed or self.gone)


def look(listing: Listing, known: Known | None = None, given_up: Callable[[], bool] = never) -> Step:
    """Walk the whole folder; write as one batch which files are new, changed or gone. They are still to be read.

    With what is `known` from the look before, of this thread and index, it costs hardly more than the walk where
    nothing has changed; without it, every file is compared with what the index has.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: it is damaged.
        LookGivenUpError: nobody waits for it any more. Nothing was written.

    """
    store = listing.store
    if known is None:
        require_sound(store)
    generation = store.generation()
    with in_words():
        is_same = known is not None and known.generation == generation
        seen = see(store.connection, listing.root, known.prints if known and is_same else {}, WHOLE, given_up)
    return take_in(store, seen)._replace(known=Known(generation, seen.prints))


def take_in(store: Store, seen: Seen) -> Step:
    """Write what differs of the index from what was seen.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: it is damaged.

    """
    with in_words():
        new, changed, gone = differences(store.connection, seen)
        is_in_order = not (new or gone) and _is_arranged(store, seen)
    if changed or not is_in_order:
        with store.writing() as connection:
            connection.executemany("DELETE FROM brief WHERE row = ?", gone)
            connection.executemany(CHANGED, changed)
            add_new(connection)
            if not is_in_order:
                arrange(connection)
    return Step(new, len(changed), len(gone), seen.folders, seen.failed)


def _is_arranged(store: Store, seen: Seen) -> bool:
    """Tell whether the orders of the list are those of the briefs; at a first look all of each is looked at."""
    if seen.differing is None:
        return is_arranged(store.connection)
    return store.connection.execute("SELECT 1 FROM view").fetchone() is not None


def read(listed: Listed) -> Read:
    """Read one brief for the index. Never raises: what is wrong with it is told of it in the list."""
    return read_entry(listed.row, listed.entry)


def write(store: Store, reads: Iterable[Read], *, last: bool) -> None:
    """Write what was read, as one batch; the orders as well once it is the `last` of many.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: it is damaged, or the disk is full.

    """
    with store.writing() as connection:
        put(connection, tuple(reads))
        if last:
            take_out_gone(connection, _GONE)
            arrange(connection)


def chunks(listing: Listing, size: int) -> Iterator[list[Listed]]:
    """Yield the briefs that are to be read, so many at a time. Whoever takes them writes them before the next."""
    while some := listing.waiting(size):
        yield some
