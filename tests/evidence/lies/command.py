"""The command of the report on lies: `python -m tests.evidence.mutations`."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence

from tests.evidence.lies.kinds import lies
from tests.evidence.lies.report import Report, alarm_lines, as_json, misses_of, report, table
from tests.evidence.mutations import SEED
from tests.support.corpus import Part, corpus
from tests.support.grounds import Ground


def main(argv: Sequence[str] | None = None) -> int:
    """Try every lie on a part of the corpus and print the report."""
    arguments = _parser().parse_args(argv)
    grounds = corpus(arguments.corpus)
    lines = _sample(grounds, arguments.sample) if arguments.sample else _lines(report(grounds), arguments)
    for line in lines:
        sys.stdout.write(f"{line}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evidence.mutations", description=__doc__)
    parser.add_argument(
        "--corpus", type=Part, choices=list(Part), default=Part.TUNED, help="which briefs (default tuned)"
    )
    parser.add_argument("--misses", metavar="KIND", help="print each miss of a kind; all: of every kind")
    parser.add_argument("--alarms", action="store_true", help="print each finding on an honest brief")
    parser.add_argument("--sample", type=int, metavar="N", help="print so many lies, for a person to read")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    return parser


def _lines(result: Report, arguments: argparse.Namespace) -> Iterator[str]:
    if arguments.json:
        yield as_json(result)
    elif arguments.misses is not None or arguments.alarms:
        if arguments.misses is not None:
            yield from misses_of(result.outcomes, arguments.misses)
        if arguments.alarms:
            yield from alarm_lines(result)
    else:
        yield from table(result)


def _sample(grounds: Sequence[Ground], count: int) -> Iterator[str]:
    told = list(lies(grounds))
    chance = random.Random(SEED)  # noqa: S311 - the same sample on every run
    for lie in sorted(chance.sample(told, min(count, len(told))), key=lambda each: each.kind):
        yield f"{lie.kind}: {lie.words}   [{lie.brief.title}]"
