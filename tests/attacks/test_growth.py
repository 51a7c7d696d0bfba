"""Work and memory that grow no faster than what they are done for: the short form of `tests.attacks.growth`.

Work is counted in lines of Python, so that nothing here depends on the machine.
"""

from __future__ import annotations

import math
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import linear_regression
from types import FrameType

import pytest

from briefing.diff import changes
from briefing.evidence import coverage
from briefing.evidence.check import check_brief
from briefing.export import markdown, reading_json
from briefing.format.model import Brief, SourceText, TextState
from briefing.format.parse import Reading, read_brief_text
from briefing.library.source_texts import SavedTextFile, read_saved_text
from briefing.render.plain import document
from briefing.render.symbols import Look
from tests.attacks.growing import EVERY, Growth
from tests.attacks.growth import STEEPEST, grown
from tests.attacks.long_text import TEXTS
from tests.attacks.long_text import write as write_long

PATH = Path("a.yaml")
SIZES = (24, 48, 96)
DEEP = (80, 160, 320)
"""Of what is bounded by a depth: below it work grows with the square."""
GROWTHS = {growth.name: growth for growth in EVERY}


def work(do: Callable[[], object]) -> int:
    """Return how many lines of Python are run."""
    lines = 0

    def count(_frame: FrameType, event: str, _argument: object) -> object:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)  # type: ignore[arg-type]  # it returns itself, which has no type of its own
    try:
        do()
    finally:
        sys.settrace(before)
    return lines


def exponent(of: Callable[[int], Callable[[], object]], sizes: Sequence[int] = SIZES) -> float:
    """Return with which power of its size work grows, less what is done for one."""
    least = [of(1) for _ in range(2)]
    base = [work(one) for one in least][-1]  # what is loaded and remembered once is not counted
    counts = [work(of(size)) - base for size in sizes]
    return linear_regression([math.log(size) for size in sizes], [math.log(max(1, count)) for count in counts]).slope


def brief_of(name: str, size: int) -> tuple[Reading, Brief, dict[str, SourceText]]:
    files = GROWTHS[name].files(size)
    reading = read_brief_text(files["a.yaml"], PATH, "a")
    assert reading.brief is not None
    held = SourceText(state=TextState.HELD, text=files.get("text.txt", ""))
    absent = SourceText(state=TextState.NOT_HELD)
    return reading, reading.brief, {one.id: held if one.file else absent for one in reading.brief.sources}


def shown(name: str, size: int) -> Callable[[], object]:
    _, brief, _ = brief_of(name, size)
    return lambda: document(brief, 100, Look())


def checked(name: str, size: int) -> Callable[[], object]:
    _, brief, texts = brief_of(name, size)
    return lambda: check_brief(brief, texts, PATH)


def exported(name: str, size: int) -> Callable[[], object]:
    reading, brief, _ = brief_of(name, size)
    return lambda: (markdown(brief), reading_json(reading))


def read(name: str, size: int) -> Callable[[], object]:
    text = GROWTHS[name].files(size)["a.yaml"]
    return lambda: read_brief_text(text, PATH, "a")


def compared(name: str, size: int) -> Callable[[], object]:
    _, before, _ = brief_of(name, size)
    _, after, _ = brief_of(name, size + 1)
    return lambda: changes(before, after)


@pytest.mark.parametrize(
    ("do", "name"),
    [
        (shown, "derived figures"),
        (shown, "figures of one measure"),
        (shown, "figures of one kind"),
        (shown, "sources"),
        (shown, "cites of one point"),
        (exported, "derived figures"),
        (exported, "sources"),
        (checked, "one quote that is not found"),
        (checked, "a via chain"),
        (shown, "one chain of derivation"),
        (read, "keys that are there twice"),
        (compared, "equal points"),
    ],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
def test_work_grows_no_faster_than_the_brief(do: Callable[[str, int], Callable[[], object]], name: str) -> None:
    assert exponent(lambda size: do(name, size), DEEP if "chain" in name else SIZES) <= STEEPEST


def test_the_attack_measures_what_grows_too_fast() -> None:
    square = Growth("a square", lambda n: {"a.yaml": "briefing: 1\ntitle: " + "w" * 40 * n * n}, 160)
    found = [one for one in grown([square._replace(commands=frozenset({"list"}))]) if one.command == "list"]
    assert [one.most.ended for one in found] == [True]
    assert 1.5 < exponent(lambda size: lambda: [other for one in range(size) for other in range(size)]) < 2.5


def peak(do: Callable[[], object]) -> int:
    """Return how many bytes are held at the most, beyond what was held before."""
    tracemalloc.start()
    try:
        do()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["wrapped", "one paragraph"])
def test_a_long_text_is_held_twice_at_most_while_it_is_checked(name: str, tmp_path: Path) -> None:
    write_long(tmp_path, TEXTS[name], 1_500_000)
    text = (tmp_path / "text.txt").read_text(encoding="utf-8")
    brief = read_brief_text((tmp_path / "a.yaml").read_text(encoding="utf-8"), PATH, "a").brief
    assert brief is not None
    check_brief(brief, {"paper": SourceText(state=TextState.HELD, text=text[:1000])}, PATH)
    # Folded once, in parts that are joined; the map back of a text with many lines takes some more.
    assert peak(lambda: check_brief(brief, {"paper": SourceText(state=TextState.HELD, text=text)}, PATH)) < 4 * len(
        text
    )


def test_a_long_text_is_read_without_further_copies(tmp_path: Path) -> None:
    write_long(tmp_path, TEXTS["wrapped"], 1_500_000)
    length = (tmp_path / "text.txt").stat().st_size
    held: list[SourceText] = []
    assert peak(lambda: held.append(read_saved_text(SavedTextFile("text.txt", tmp_path)))) < 2.5 * length
    assert peak(lambda: held[0].sha256) < length


def test_of_a_text_of_numbers_so_many_are_compared_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "MOST_PARTS", 10)
    brief = read_brief_text("briefing: 1\ntitle: T\nsources: {s: {kind: article, file: t.txt}}\n", PATH, "a").brief
    assert brief is not None
    texts = {"s": SourceText(state=TextState.HELD, text="T\n\n" + "Then 345 ships came.\n\n" * 30)}
    *_, last = coverage.coverage(brief, texts, check_brief(brief, texts, PATH))
    assert last.is_last
    assert last.paragraph == 10
