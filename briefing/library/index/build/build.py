"""The build: reads all briefs that wait and their saved texts, using all cores, and leaves the index file in order.

Beside a reader it reads the heads of all briefs first, so that the list is complete soon: see `format.parse.head`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from briefing.base.named_tuple import NamedTuple
from briefing.base.process_pool import ProcessPool, cores
from briefing.library.index.build.lock import build_lock
from briefing.library.index.build.pool import Batch, ToRead, reading_pool
from briefing.library.index.build.read import BriefRead
from briefing.library.index.build.source_texts import count_new_texts, refresh_texts, text_pool
from briefing.library.index.errors import index_errors
from briefing.library.index.rows import BriefIndex
from briefing.library.index.schema import FULL_TEXTS
from briefing.library.index.store import IndexStore
from briefing.library.index.write import count_gone, remove_gone, write_briefs, write_orders

_PAGE = 2000
"""Waiting briefs fetched from the index at a time."""
_BRIEFS, _BYTES, _NAMES = 50, 1 << 20, 4096
"""Limits of a batch for one process: briefs, bytes of their files, characters of their names. Each process holds three
batches in memory, and the names of three batches must fit into a pipe."""
_HEADS = 200
"""Briefs in a batch of which only the heads are read."""
_WRITTEN, _WEIGHT, _SECONDS = 500, 4 << 20, 0.5
"""A transaction begins when this much is waiting: briefs, bytes of their files, seconds since the first of them was
read."""
_HEADS_WRITTEN = 2000
"""Heads in a transaction, which are written in the time of that many briefs, or less."""
_PASSES = 3
"""Passes over the waiting briefs, since files may change while others are read."""
_GONE = 500
"""Briefs that are gone, removed in one transaction."""
_MERGED, _MERGES = 1000, 10_000
"""Pages of the full text merged in one transaction, so that other programs wait only briefly; and the most
transactions."""


class BuildOptions(NamedTuple):
    """Options of a build."""

    processes: int = 0
    """Number of processes. 0: one per core."""
    min_briefs: int = 1500
    """With fewer briefs no process is started, since starting would take longer than reading them; so with texts."""
    command: tuple[str, ...] = ()
    """The command that starts a process. Empty: `reading_process.reading_command`."""
    text_command: tuple[str, ...] = ()
    """The command that starts a process for saved texts. Empty: `text_process.text_command`."""
    busy_timeout: int = 5000
    """Milliseconds to wait for another program that writes."""


class BuildSteps(NamedTuple):
    """What hears of the steps of a build before and after the briefs: the number done, and of all."""

    heads: Callable[[int, int], None]
    texts: Callable[[int, int], None]


class BuildResult(NamedTuple):
    """Result of a build."""

    briefs: int
    """Number of briefs that were read."""
    texts: int
    """Number of saved texts that were new, changed or gone."""
    messages: tuple[str, ...]
    """What went wrong without harm to the index, as sentences for the user."""
    is_whole: bool
    """True if nothing is left to be read: the build was not cancelled, and no file kept changing."""


def build(
    brief_index: BriefIndex,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
    options: BuildOptions = BuildOptions(),  # noqa: B008 - a frozen value
    steps: BuildSteps | None = None,
) -> BuildResult:
    """Read all briefs that wait, and the saved texts that they name. If another program builds this index, wait for it.

    Each transaction is kept, whatever happens next. After each, `progress` gets the number of briefs written, and of
    all. With `steps`, the heads of briefs known by name only are read first if they are many.

    Raises:
        IndexBusyError: another program writes into the index.
        IndexUnusableError: the index is damaged, or the disk is full.

    """
    store = brief_index.store
    with (
        build_lock(store.path, _reporting_wait(brief_index, progress, steps, cancelled)) as is_ours,
        _tuned(store, options.busy_timeout),
    ):
        if not is_ours:
            return BuildResult(0, 0, (), is_whole=False)
        with reading_pool(brief_index.root, options.command, options.processes or cores()) as pool:
            named = brief_index.count_named_only()
            if steps is not None and named >= options.min_briefs:
                _read_heads(brief_index, _WriteBuffer(store, named, steps.heads, _HEADS_WRITTEN), pool, cancelled)
            total = brief_index.count_waiting()
            buffer = _WriteBuffer(store, total, progress)
            _read_all(brief_index, buffer, pool if total >= options.min_briefs else None, cancelled)
        _order(store, buffer.done, cancelled)
        with text_pool(brief_index.root, options.text_command, options.processes or cores()) as texts_pool:
            are_many = count_new_texts(brief_index) >= options.min_briefs
            told = None if steps is None else steps.texts
            texts = refresh_texts(brief_index, cancelled, None, told, texts_pool if are_many else None).changed
        _tidy(store, buffer.done, texts, cancelled, is_large=max(buffer.done, texts) >= options.min_briefs)
        whole = not cancelled() and not brief_index.count_waiting()
    return BuildResult(buffer.done, texts, (*pool.messages, *texts_pool.messages), whole)


def _reporting_wait(
    brief_index: BriefIndex,
    progress: Callable[[int, int], None],
    steps: BuildSteps | None,
    cancelled: Callable[[], bool],
) -> Callable[[], bool]:
    """Return `keep_waiting` for the build lock, which also reports the progress of the other program."""
    every: list[tuple[Callable[[], int], Callable[[int, int], None]]] = [(brief_index.count_waiting, progress)]
    if steps is not None:
        texts = partial(count_new_texts, brief_index)
        every = [(brief_index.count_named_only, steps.heads), *every, (texts, steps.texts)]
    most = [0] * len(every)

    def keep_waiting() -> bool:
        for step, (count, told) in enumerate(every):
            left = count()
            most[step] = max(most[step], left)
            if left:
                told(most[step] - left, most[step])
                break
        return not cancelled()

    return keep_waiting


def _order(store: IndexStore, done: int, cancelled: Callable[[], bool]) -> None:
    """Put the list in order after `done` briefs were read, and remove what is gone."""
    if done:
        with store.writing() as connection:
            write_orders(connection)
    _remove_all_gone(store, cancelled)


def _tidy(store: IndexStore, done: int, texts: int, cancelled: Callable[[], bool], *, is_large: bool) -> None:
    """Leave the index file in order after so many briefs and texts were written."""
    if is_large:
        _merge(store, cancelled)
    if done or texts:
        _checkpoint(store)


def _read_heads(
    brief_index: BriefIndex, buffer: _WriteBuffer, pool: ProcessPool[ToRead, BriefRead], cancelled: Callable[[], bool]
) -> None:
    """Read the heads of all briefs that are known by name only, and put the list in order."""
    for reads in pool.answers(batches(brief_index, are_heads=True)):
        buffer.add(reads)
        if cancelled():
            break
    buffer.write()
    with brief_index.store.writing() as connection:
        write_orders(connection)


def _read_all(
    brief_index: BriefIndex,
    buffer: _WriteBuffer,
    pool: ProcessPool[ToRead, BriefRead] | None,
    cancelled: Callable[[], bool],
) -> None:
    for _ in range(_PASSES):
        before = buffer.done
        left = batches(brief_index)
        for reads in pool.answers(left) if pool else _read_here(left):
            buffer.add(reads)
            if cancelled():
                break
        buffer.write()
        if cancelled() or buffer.done == before:
            return


def _read_here(left: Iterator[Batch]) -> Iterator[Sequence[BriefRead]]:
    """Read in this process, one brief at a time."""
    for batch in left:
        for one in batch:
            yield (one.read(),)


def batches(brief_index: BriefIndex, *, are_heads: bool = False) -> Iterator[Batch]:
    """Yield all waiting briefs, or those of which not even the head is known, in batches of limited number and size."""
    after, most = 0, _HEADS if are_heads else _BRIEFS
    pages = brief_index.named_only if are_heads else brief_index.waiting
    while page := pages(_PAGE, after):
        after = page[-1].row
        batch: list[ToRead] = []
        size = names = 0
        for one in page:
            if batch and (len(batch) >= most or size + one.size > _BYTES or names + len(one.entry.file) > _NAMES):
                yield batch
                batch, size, names = [], 0, 0
            batch.append(ToRead(one, are_heads))
            size += one.size
            names += len(one.entry.file)
        yield batch


class _WriteBuffer:
    """Collects what was read until there is enough for a transaction."""

    def __init__(
        self, store: IndexStore, total: int, progress: Callable[[int, int], None], most: int = _WRITTEN
    ) -> None:
        self.done = 0
        self._most = most
        self._store = store
        self._total = total
        self._progress = progress
        self._reads: list[BriefRead] = []
        self._weight = 0
        self._since = time.monotonic()

    def add(self, reads: Sequence[BriefRead]) -> None:
        """Add what was read, and write it all if there is enough."""
        if not self._reads:
            self._since = time.monotonic()
        self._reads += reads
        self._weight += sum(read.size for read in reads)
        is_due = time.monotonic() - self._since >= _SECONDS
        if len(self._reads) >= self._most or self._weight >= _WEIGHT or (self._reads and is_due):
            self.write()

    def write(self) -> None:
        """Write what was collected."""
        if not self._reads:
            return
        with self._store.writing() as connection:
            write_briefs(connection, self._reads)
        self.done += len(self._reads)
        self._reads, self._weight = [], 0
        self._progress(self.done, max(self._total, self.done))


def _remove_all_gone(store: IndexStore, cancelled: Callable[[], bool]) -> None:
    """Remove the content of briefs that no longer exist."""
    with index_errors():
        rounds = -(-count_gone(store.connection) // _GONE)
    for _ in range(rounds):  # bounded: in a damaged index some may never go
        if not cancelled():
            with store.writing() as connection:
                remove_gone(connection, _GONE)


def _merge(store: IndexStore, cancelled: Callable[[], bool]) -> None:
    """Merge the many small parts in which the full text was written: every search looks into each of them.

    The few large ones that automatic merges have left stay, ten at most: to merge 100,000 briefs fully takes seconds,
    and a search gains little. A first page takes up to 0.05 ms longer among them than in one part, all briefs with a
    frequent word 3 ms.
    """
    for table in FULL_TEXTS:
        for _ in range(_MERGES):
            if cancelled():
                return
            with store.writing() as connection:
                before = connection.total_changes
                connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (_MERGED,))  # noqa: S608
                merged = connection.total_changes - before > 1  # SQLite's FTS5 documentation, section 6.8
            if not merged:
                break


def _checkpoint(store: IndexStore) -> None:
    """Copy the write-ahead log into the file, unless another connection still reads the old state."""
    with index_errors():
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@contextmanager
def _tuned(store: IndexStore, patience: int) -> Iterator[None]:
    """Tune this thread's connection for many writes, and let it wait for other programs."""
    with index_errors():
        connection = store.connection
        was = [(name, connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in _TUNED]
        for name, value in (*_TUNED.items(), ("busy_timeout", patience)):
            connection.execute(f"PRAGMA {name} = {value}")
    try:
        yield
    finally:
        with index_errors():
            for name, value in was:
                connection.execute(f"PRAGMA {name} = {value}")


_TUNED = {"cache_size": -16_000, "wal_autocheckpoint": 4000, "busy_timeout": 0}
"""SQLite pragmas while building: cache in kibibytes (negative), pages of write-ahead log before a checkpoint, and the
busy timeout, which is replaced by `BuildOptions.busy_timeout`."""
