"""Checking one brief: what is wrong with it, and the numbers of its claims. Runs in any process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing.base.files import Stamp
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Place, Problem, Severity
from briefing.evidence.patterns import expect_texts
from briefing.evidence.result import Counts
from briefing.format.model import Brief, Cite
from briefing.library.briefs import Library
from briefing.library.entries import Entry, unreadable_problem
from briefing.report.tally import ClaimNumbers, Tally

_NO_CLAIMS = ClaimNumbers({}, {}, 0)
_PackedProblem = tuple[str, int, int, str, str, str, str | None]
"""Path, line, column, code, sentence, severity, and what to put instead."""
_PackedClaims = tuple[Mapping[str, int] | int, ...]
PackedCheck = tuple[list[_PackedProblem], _PackedClaims, tuple[int, ...] | None, tuple[int, ...] | None]
"""The fields of `EntryCheck`."""


class EntryCheck(NamedTuple):
    """What came of checking one brief."""

    problems: tuple[Problem, ...]
    """In the order of their places, each once."""
    claims: ClaimNumbers
    stamp: Stamp | None
    """That of the brief's file before it was read; None: it is gone."""
    counts: Counts | None
    """None: the brief could not be read."""


def check_entry(library: Library, entry: Entry, *, coverage: bool) -> EntryCheck:
    """Check a brief; with `coverage`, note also what of its saved texts it does not quote. Never raises."""
    stamp = library.stamp(entry)
    reading, evidence = library.read(entry), library.evidence(entry)
    if reading.brief is None or evidence is None:
        return EntryCheck(in_order(reading.problems), _NO_CLAIMS, stamp, None)
    tally = Tally()
    tally.add(evidence.claims, reading.brief.unreviewed)
    problems = {*reading.problems, *evidence.findings}
    if coverage:
        from briefing.cli.commands.coverage import uncovered_notes  # needed only for --coverage

        problems.update(uncovered_notes(library, entry, reading.brief, evidence))
    return EntryCheck(in_order(problems), tally.numbers, stamp, evidence.counts)


def check_only_entry(library: Library, entry: Entry, *, coverage: bool) -> EntryCheck:
    """Check the only brief of a command. The result is that of `check_entry`. Never raises."""
    brief = library.read(entry).brief
    if brief is not None:
        texts = [*_words(brief), *(held.text for held in library.texts(entry, brief).values())]
        expect_texts(text.replace("\u2019", "'") for text in texts)
    return check_entry(library, entry, coverage=coverage)


def _words(brief: Brief) -> Iterator[str]:
    """Yield what a brief says, in the words of its writer or of its sources: no text may be held that has these."""
    yield brief.title
    yield brief.lede or ""
    for claim in brief.claims():
        yield claim.text
        yield claim.stated or ""
        yield from _quotes(claim.cites)
    yield from (figure.unit or "" for figure in brief.figures)
    for source in brief.sources:
        yield f"{source.title or ''} {source.name or ''} {source.role or ''}"
        yield from _quotes(source.cites)
    yield from (entity.name for entity in brief.entities)


def _quotes(cites: Iterable[Cite]) -> Iterator[str]:
    return (cite.quote for cite in cites if cite.quote is not None)


def deadly_entry(entry: Entry) -> EntryCheck:
    """Return what is said of a brief that ends every process which checks it."""
    sentence = "this brief was not checked: each process that tried ended early, perhaps for want of memory"
    return EntryCheck((unreadable_problem(entry.path, sentence),), _NO_CLAIMS, None, None)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of their places, each once."""
    return tuple(sorted(set(problems)))


def pack(check: EntryCheck) -> PackedCheck:
    """Return a result for `marshal`."""
    problems = [
        (str(place.path), place.line, place.column, str(one.code), one.sentence, str(one.severity), one.instead)
        for one in check.problems
        for place in (one.place,)
    ]
    counts = None if check.counts is None else tuple(check.counts)
    return problems, tuple(check.claims), None if check.stamp is None else tuple(check.stamp), counts


def unpack(packed: PackedCheck) -> EntryCheck:
    """Return the result that was packed."""
    problems, claims, stamp, counts = packed
    paths = {path: Path(path) for path, *_ in problems}
    return EntryCheck(
        tuple(
            Problem(Place(paths[path], line, column), code, sentence, Severity(severity), instead)
            for path, line, column, code, sentence, severity, instead in problems
        ),
        ClaimNumbers._make(claims),
        None if stamp is None else Stamp._make(stamp),
        None if counts is None else Counts._make(counts),
    )
