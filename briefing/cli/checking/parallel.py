"""Checks briefs in several processes, one for each core."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from briefing.base.paths import STDIN
from briefing.base.process_pool import ProcessPool, Work, cores
from briefing.cli.checking.check_briefs import CheckOptions
from briefing.cli.checking.check_entry import EntryCheck, check_entry, deadly_entry
from briefing.cli.checking.checking_process import checking_command, checks_in, opening_of, request_of
from briefing.cli.streams import complain
from briefing.cli.targets import RequestedBrief
from briefing.library.briefs import Library
from briefing.library.id_set import packed_ids

_BRIEFS, _NAMES = 16, 4096
"""Limits of a batch: briefs, and characters of their names, as the names of two batches must fit into a pipe."""


def is_worthwhile(options: CheckOptions) -> bool:
    """Tell whether several processes would be at work."""
    return options.processes > 0 or cores() > 1


@contextmanager
def checking_pool(briefs: Sequence[RequestedBrief], options: CheckOptions) -> Iterator[Iterator[Sequence[EntryCheck]]]:
    """Give an iterator over the results for these briefs, in their order; empty now and then, while there are none.

    All processes have ended when the `with` block ends. What went wrong with them is then printed.
    """
    libraries = {id(library): library for library, entry in briefs if not entry.alone}
    with ProcessPool(_work(tuple(libraries.values()), options), options.processes or cores()) as pool:
        yield _results(pool, briefs, options)
    for sentence in pool.messages:
        complain(f"briefing: {sentence}")


def _results(
    pool: ProcessPool[RequestedBrief, EntryCheck], briefs: Sequence[RequestedBrief], options: CheckOptions
) -> Iterator[Sequence[EntryCheck]]:
    for is_standard_input, some in groupby(briefs, lambda brief: brief.entry.file == STDIN):
        if is_standard_input:  # which this process has read
            yield [check_entry(*brief, coverage=options.coverage) for brief in some]
        else:
            yield from pool.answers(_batches(some))


def _work(libraries: Sequence[Library], options: CheckOptions) -> Work[RequestedBrief, EntryCheck]:
    numbers = {id(library): number for number, library in enumerate(libraries)}
    ids = [packed_ids(entry.id for entry in library.entries) for library in libraries]
    return Work(
        options.command or checking_command(),
        opening_of(ids, coverage=options.coverage),
        lambda briefs: request_of([(numbers.get(id(library)), entry) for library, entry in briefs]),
        checks_in,
        lambda brief: check_entry(*brief, coverage=options.coverage),
        lambda brief: deadly_entry(brief.entry),
        "its briefs are checked again",
    )


def _batches(briefs: Iterable[RequestedBrief]) -> Iterator[Sequence[RequestedBrief]]:
    """Yield the briefs in batches of limited number and length of names."""
    batch: list[RequestedBrief] = []
    names = 0
    for brief in briefs:
        length = len(str(brief.entry.root)) + len(brief.entry.file)
        if batch and (len(batch) >= _BRIEFS or names + length > _NAMES):
            yield batch
            batch, names = [], 0
        batch.append(brief)
        names += length
    if batch:
        yield batch
