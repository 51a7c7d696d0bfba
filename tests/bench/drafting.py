"""Drafting: the whole process and the drafting itself of a short article, a long one, and memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from itertools import cycle
from pathlib import Path

from briefing.articles.article import Article
from briefing.draft.compose import DraftOptions, compose
from tests.bench.bench import Bench, Rows
from tests.bench.programs import Program
from tests.bench.rows import Kind, Measured, Row, Target
from tests.support.terminal import ROOT

_SHORT, _LONG = 10_000, 1_000_000
"""Characters of an article."""
_PUBLISHED = "2024-09-03"
_ENGLISH = ("ashmar", "copper-market", "cup-final", "kelland-rate", "marlow-results", "mill-fire", "osk-flood")
SECTION = "draft"


def drafting_rows(bench: Bench) -> Rows:
    """Time `briefing draft --print`, and drafting alone in a process that has drafted before."""
    whole = bench.amount(SECTION, "10 kB, whole process", "ms", Target(400, is_time=True))
    if bench.wants(SECTION, whole.name):
        _each(bench, whole, lambda program: _drafted(bench, program, _SHORT)[0] * 1000)
        yield whole
    alone = Measured()
    row = Row(SECTION, "10 kB, the drafting itself", Kind.AMOUNT, "ms", {bench.programs[0].name: alone})
    row.target = Target(60, is_time=True)
    if bench.wants(SECTION, row.name):
        for turn in range(bench.plan.rounds + 2):
            took = _alone(turn) * 1000
            if turn > 1:
                alone.add(took)
        yield row
    length = _LONG if bench.plan.warm_up else _LONG // 10
    most = Target(5 * length / _LONG, is_time=True)
    long = bench.amount(SECTION, f"{length // 1000:,} kB, whole process", "s", most)
    memory = bench.amount(SECTION, f"{length // 1000:,} kB, peak memory", "MB", Target(120))
    if bench.wants(SECTION, long.name, memory.name):
        for program in bench.programs:
            seconds, megabytes = _drafted(bench, program, length)
            long.columns[program.name].add(seconds)
            memory.columns[program.name].add(megabytes)
        yield from (long, memory)


def _each(bench: Bench, row: Row, measured: Callable[[Program], float]) -> None:
    for _ in range(bench.plan.rounds):
        for program in bench.programs:
            row.columns[program.name].add(measured(program))


def _drafted(bench: Bench, program: Program, length: int) -> tuple[float, float]:
    """Draft an article of so many characters; return the seconds of the process, and its megabytes at the peak."""
    path = bench.folder / f"article-{length}.txt"
    if not path.exists():
        path.write_text(article_of_length(length, 0).text, encoding="utf-8")
    started = time.perf_counter()
    done = program.script(_MEASURED, ["draft", "--print", "--published", _PUBLISHED, path], program.home("draft"))
    return time.perf_counter() - started, int(done.stderr.decode().rsplit(maxsplit=1)[-1]) / 1024


_MEASURED = (
    "import sys; from briefing.cli import main; main(sys.argv[1:]);"
    " print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')), file=sys.stderr)"
)
"""The peak is that of this program: what `getrusage` gives begins with the peak of the one that started it."""


def _alone(turn: int) -> float:
    """Return the seconds of processor that one draft takes; no two turns have the same text."""
    article = article_of_length(_SHORT, 1 + turn)
    started = time.process_time()
    compose(article, DraftOptions(published=_PUBLISHED))
    return time.process_time() - started


def article_of_length(length: int, first: int) -> Article:
    """Return an article of paragraphs of the corpus, from one of them on, again and again with other numbers."""
    paragraphs: list[str] = []
    size = 0
    known = _paragraphs()
    for turn, paragraph in enumerate(cycle(known[first:] + known[:first])):
        paragraphs.append(paragraph.replace("7", str(turn % 10)).replace("3", str(turn // 10 % 10)))
        size += len(paragraph)
        if size >= length:
            return Article(title="A long day of many towns", paragraphs=tuple(paragraphs))
    raise AssertionError


@cache
def _paragraphs() -> list[str]:
    folder = ROOT / "tests" / "evidence" / "corpus"
    texts = [Path(folder, f"{name}.txt").read_text(encoding="utf-8") for name in _ENGLISH]
    return [" ".join(block.split()) for text in texts for block in text.split("\n\n")[1:]]
