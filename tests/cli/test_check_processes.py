"""`briefing check` of many briefs uses all cores: the same output, little held, and an end whatever happens."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from briefing.base.problems import Place, Problem, Severity
from briefing.cli import main
from briefing.cli.checking.check_briefs import CheckOptions, checks_of, in_file_order, problems_by_file
from briefing.cli.checking.check_entry import EntryCheck
from briefing.cli.checking.checking_process import checking_command
from briefing.cli.targets import RequestedBrief
from briefing.evidence.codes import EvidenceCode
from briefing.library.briefs import open_library
from briefing.library.entries import Entry
from briefing.report import FORMATS, ClaimNumbers, Report

TEXT = "Talks\n\nIn May 2024 the harbour office opened. 11,000 people came.\n"
BRIEF = """\
briefing: 1
title: Talks {number}
summary:
  - text: The office opened.
    cites: {{quote: {quote}}}
related:
  - {{brief: {related}, note: the other talks}}
sources:
  article: {{kind: article, file: texts/{text}.txt}}
"""
HOSTILE = "a\n::error::b\x1b[2J %0A.yaml"
_OPTIONS = CheckOptions(processes=2, min_briefs=1)


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def library(root: Path, count: int = 90) -> Path:
    """Write briefs of which some are wrong in some way; their order by id is not that of their paths."""
    for number in range(3):
        put(root, f"texts/{number}.txt", TEXT)
    for number in range(count):
        name = f"{'x' if number % 2 else 'x-y'}/{number:03}.yaml"
        quote = "the harbour office opened" if number % 3 else "the harbour office is shut"
        related = "x/001" if number % 5 else f"gone-{number}"
        put(root, name, BRIEF.format(number=number, quote=quote, related=related, text=number % 4))
    put(root, HOSTILE, "briefing: 1\ntitle: [\n")
    put(root, "x/folder.yaml/inside.txt", "")
    return root


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("BRIEFING_LIBRARY", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    return library(Path("library"))


def children() -> set[int]:
    return set(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()))


def rigged(first: str) -> CheckOptions:
    """Return options with which every worker process first runs some Python."""
    command = checking_command()
    return _OPTIONS._replace(command=(*command[:-1], f"{first}\n{command[-1]}"))


def deadly(name: str, unless: str = "") -> str:
    """Return Python that ends the process as soon as it opens that file, unless a folder is there, which it makes."""
    once = f"os.path.isdir({unless!r}) or os.mkdir({unless!r}) or " if unless else ""
    return (
        "import os, sys\n"
        f"is_it = lambda event, given: event == 'open' and {name!r} in os.fsdecode(str(given[0]))\n"
        f"sys.addaudithook(lambda event, given: is_it(event, given) and ({once}os.kill(os.getpid(), 9)))"
    )


def checked(root: Path, options: CheckOptions) -> list[EntryCheck]:
    opened = open_library([root])
    briefs = in_file_order(RequestedBrief(opened, entry) for entry in opened.entries)
    with checks_of(briefs, options) as checks:
        return [check for some in checks for check in some]


# what is printed


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("library",), id="text"),
        pytest.param(("--all", "--coverage", "library"), id="coverage"),
        pytest.param(("--format", "json", "library", "library/x/001.yaml"), id="json, one twice"),
        pytest.param(("--format", "github", "--strict", "library"), id="github"),
        pytest.param(
            ("--format", "sarif", "--ignore", "field-unknown", "-", "library/x", "library"), id="sarif, stdin"
        ),
    ],
)
def test_one_process_and_several_print_the_same(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    assert root.is_dir()
    said = []
    for cores in (1, 2):
        given = BytesIO(b"briefing: 1\ntitle: Given\nledge: 1\n")
        monkeypatch.setattr("sys.stdin", TextIOWrapper(given))
        monkeypatch.setattr("os.sched_getaffinity", lambda _, cores=cores: set(range(cores)), raising=False)
        said.append((main(["check", *arguments]), *capsys.readouterr()))
    assert said[0] == said[1]
    assert said[0][0] == 1
    assert said[0][1].count("quote-not-found") >= 20


def test_processes_are_at_work_for_many_briefs_only(root: Path) -> None:
    def most_children(count: int) -> int:
        opened = open_library([root])
        briefs = in_file_order(RequestedBrief(opened, entry) for entry in opened.entries[:count])
        with checks_of(briefs, CheckOptions(processes=2)) as checks:
            return max(len(children()) for _ in checks)

    before = children()
    assert (most_children(79), most_children(80)) == (len(before), len(before) + 2)
    assert children() == before


def test_the_problems_of_folders_stand_among_those_of_files() -> None:
    def problem(path: str) -> Problem:
        return Problem(Place(Path(path), 1, 1), "unreadable", "it is so")

    briefs = [RequestedBrief(open_library([Path(__file__)]), Entry(name, name, Path("a"))) for name in ("b", "d")]
    checks = [(EntryCheck((problem(f"a/{name}"),), ClaimNumbers({}, {}, 0), None, None),) for name in ("b", "d")]
    found = problems_by_file(briefs, checks, map(problem, ("a/e", "a/c", "a")), lambda *_: None)
    assert [one.place.path.as_posix() for some in found for one in some] == ["a", "a/b", "a/c", "a/d", "a/e"]


# what goes wrong


def test_a_brief_that_ends_every_process_is_reported_and_the_others_are_checked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = checked(root, CheckOptions(processes=1, min_briefs=1000))
    found = checked(root, rigged(deadly("::error::b")))
    different = [(a, b) for a, b in zip(plain, found, strict=True) if a != b]
    assert len(different) == 1
    (problem,) = different[0][1].problems
    assert (problem.place.path.name, problem.code, problem.severity) == (HOSTILE, "unreadable", Severity.ERROR)
    said = capsys.readouterr().err
    assert said == "briefing: a worker process ended early: its briefs are checked again\n"
    (line,) = FORMATS["text"](Report([[problem]], 1))
    assert (line.count("\n"), line[:-1].isprintable()) == (1, True)


def test_a_process_that_is_killed_once_changes_nothing(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = checked(root, rigged(deadly("x/011.yaml", unless=str(tmp_path / "killed"))))
    assert found == checked(root, CheckOptions(min_briefs=1000))
    assert (tmp_path / "killed").exists()
    assert capsys.readouterr().err == "briefing: a worker process ended early: its briefs are checked again\n"


@pytest.mark.parametrize("broken", [("/nowhere",), (sys.executable, "-c", "raise SystemExit(3)")])
def test_where_no_process_can_be_started_one_checks_alone(
    root: Path, broken: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(root, _OPTIONS._replace(command=broken)) == checked(root, CheckOptions(min_briefs=1000))
    assert capsys.readouterr().err.startswith("briefing: no worker process can be started, so this process reads alone")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_check_and_its_processes(root: Path, number: signal.Signals) -> None:
    library(root, 1500)
    before = signal.signal(number, signal.SIG_DFL)  # it may be ignored, and what is ignored stays so in a process
    started = subprocess.Popen(
        [sys.executable, "-m", "briefing", "check", str(root)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    signal.signal(number, before)
    below = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    _until(lambda: bool(below.read_text()), "a process is started")
    workers = below.read_text().split()
    os.killpg(started.pid, number) if number is signal.SIGINT else started.send_signal(number)
    said = started.communicate(timeout=20)[1]
    assert (started.returncode, said) == (128 + number, b"")
    _until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers), "the processes are gone")


def _until(is_so: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + 20
    while not is_so():
        if time.monotonic() > deadline:
            pytest.fail(f"never happened: {what}")
        time.sleep(0.01)


# what is held


def _many(count: int) -> Iterator[Sequence[EntryCheck]]:
    for number in range(count):
        places = [Place(Path(f"a/{number:06}"), line, 1) for line in range(1, 11)]
        problems = tuple(Problem(place, EvidenceCode.QUOTE_NOT_FOUND, "it is not there") for place in places)
        yield (EntryCheck(problems, ClaimNumbers({}, {}, 0), None, None),)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_held_does_not_grow_with_the_number_of_problems(form: str) -> None:
    def peak(count: int) -> int:
        opened = open_library([Path(__file__)])
        briefs = [RequestedBrief(opened, Entry(f"{number:06}", f"{number:06}", Path("a"))) for number in range(count)]
        tracemalloc.start()
        files = problems_by_file(briefs, _many(count), (), lambda *_: None)
        size = sum(map(len, FORMATS[form](Report(files, count))))
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert size > (count if form in {"text", "github"} else 500 * count)
        return held

    thresholds = gc.get_threshold()
    gc.set_threshold(700)  # what is held, not what is garbage
    peak(1)  # what is imported and cached stays
    few, many = (min(peak(count) for _ in range(3)) for count in (20, 170))
    gc.set_threshold(*thresholds)
    assert many < few + 150_000  # 1,500 problems more are half a megabyte


def test_a_reader_who_has_seen_the_first_problem_can_go(root: Path) -> None:
    library(root, 400)
    started = subprocess.Popen(
        [sys.executable, "-m", "briefing", "check", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert started.stdout is not None
    first = os.read(started.stdout.fileno(), 1)
    assert (first, started.poll()) == (b".", None)
    started.stdout.close()
    assert started.wait(20) == 128 + signal.SIGPIPE
