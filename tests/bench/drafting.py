"""The rows about drafting: the whole process and the drafting itself of a short article, a long one, and memory."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

from briefing.articles.article import Article
from briefing.draft.compose import DraftOptions, compose
from tests.bench.measures import Plan, Row
from tests.support.terminal import ROOT, environment

_SHORT, _LONG = 10_000, 1_000_000
"""Characters of an article."""
_PUBLISHED = "2024-09-03"
_ENGLISH = ("ashmar", "copper-market", "cup-final", "kelland-rate", "marlow-results", "mill-fire", "osk-flood")


def drafting_rows(plan: Plan) -> Iterator[Row]:
    """Time `briefing draft --print`, and drafting alone in a process that has drafted before."""
    whole = [_drafted(plan, _SHORT) for _ in range(plan.rounds)]
    took = statistics.median(seconds for seconds, _ in whole) * 1000
    yield Row("draft of 10 kB, whole process", _worst(took, [1000 * one for one, _ in whole]), "<= 400 ms", took <= 400)
    alone = [_alone(turn) * 1000 for turn in range(plan.rounds + 2)][2:]
    took = statistics.median(alone)
    yield Row("draft of 10 kB, the drafting itself", _worst(took, alone), "<= 60 ms", took <= 60)
    length = _LONG if plan.warm_up else _LONG // 10
    seconds, megabytes = _drafted(plan, length)
    most = 5 * length / _LONG
    yield Row(f"draft of {length // 1000:,} kB, whole process", f"{seconds:.1f} s", f"<= {most:g} s", seconds <= most)
    yield Row("the same, peak memory", f"{megabytes:.0f} MB", "<= 120 MB", megabytes <= 120)


def _worst(median: float, every: list[float]) -> str:
    return f"{median:,.0f} ms (worst {max(every):,.0f})"


def _drafted(plan: Plan, length: int) -> tuple[float, float]:
    """Draft an article of so many characters; return the seconds of the process, and its megabytes at the peak."""
    path = plan.folder / f"article-{length}.txt"
    if not path.exists():
        path.write_text(article_of_length(length, 0).text, encoding="utf-8")
    program = [sys.executable, "-c", _MEASURED, "draft", "--print", "--published", _PUBLISHED, str(path)]
    started = time.perf_counter()
    done = subprocess.run(program, cwd=ROOT, env=environment(plan.folder / "home"), check=True, capture_output=True)
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
