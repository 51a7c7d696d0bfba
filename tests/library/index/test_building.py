"""A build reads everything that waits, in several processes.

Whatever happens to them, the index is complete at the end.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.base.words import TRIGRAM_MARK
from briefing.library.index.build.build import BuildOptions, BuildSteps, batches, build
from briefing.library.index.build.read import read_for_index, read_head_for_index
from briefing.library.index.build.reading_process import reading_command
from briefing.library.index.build.source_texts import count_new_texts, text_batches
from briefing.library.index.build.text_process import text_command
from briefing.library.index.build.text_read import TextToRead
from briefing.library.index.errors import IndexDamagedError
from briefing.library.index.record import unpack
from briefing.library.index.rows import BriefIndex
from briefing.library.index.scan.full import scan_library, write_reads
from briefing.library.index.schema import Known
from tests.support.indexes import HERE, brief_index_of, content, found, fresh, good, in_step, library, print_of, put

OVER_PROCESSES = BuildOptions(processes=2, min_briefs=1)
PROGRAM = reading_command()


def rigged(first: str) -> BuildOptions:
    """Return options with which every worker process first runs some Python."""
    return OVER_PROCESSES._replace(command=(*PROGRAM[:-1], f"{first}\n{PROGRAM[-1]}"))


def deadly(file: str) -> str:
    """Return Python that ends the process as soon as it opens that file."""
    return (
        "import os, sys\n"
        f"is_it = lambda event, given: event == 'open' and {file!r} in str(given[0])\n"
        "sys.addaudithook(lambda event, given: is_it(event, given) and os.kill(os.getpid(), 9))"
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return library(tmp_path / "library", 60)


@pytest.fixture
def waiting(root: Path, tmp_path: Path) -> Iterator[BriefIndex]:
    brief_index = brief_index_of(root, tmp_path / "cache")
    scan_library(brief_index)
    yield brief_index
    brief_index.store.close()


def children() -> set[int]:
    return set(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()))


def test_processes_write_what_one_would(waiting: BriefIndex, tmp_path: Path) -> None:
    before = print_of(waiting.root)
    told: list[tuple[int, int]] = []
    built = build(waiting, lambda done, total: told.append((done, total)), options=OVER_PROCESSES)
    assert built == (60, 1, (), True)
    assert told[-1] == (60, 60)
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")
    assert print_of(waiting.root) == before


def test_no_process_is_left(waiting: BriefIndex) -> None:
    before = children()
    build(waiting, options=OVER_PROCESSES)
    assert children() == before


def test_few_briefs_start_no_process(waiting: BriefIndex) -> None:
    assert build(waiting, options=BuildOptions(command=("/nowhere",))).messages == ()


def test_a_process_that_reads_imports_nothing_that_it_does_not_need() -> None:
    program = PROGRAM[-1].replace("serve()", "print(*sorted(sys.modules))")
    said = subprocess.run([*PROGRAM[:-1], program], capture_output=True, check=True, text=True).stdout.split()
    roots = {name.split(".")[0] for name in said}
    assert roots.isdisjoint({"textual", "rich", "sqlite3", "argparse", "asyncio", "multiprocessing"})
    own = {".".join(name.split(".")[:2]) for name in said if name.startswith("briefing.")}
    assert own.isdisjoint({"briefing.tui", "briefing.cli", "briefing.render", "briefing.evidence"})


def test_a_brief_that_ends_every_process_is_unreadable_and_the_others_are_read(waiting: BriefIndex) -> None:
    built = build(waiting, options=rigged(deadly("b4.yaml")))
    row = waiting.find("b4") or 0
    assert (waiting.look_up([row])[row].counts.errors, waiting.look_up([row])[row].title) == (1, None)
    assert (built.briefs, built.is_whole, len(found(waiting, "monday"))) == (60, True, 59)
    assert set(built.messages) == {"a worker process ended early: its briefs are read again"}


def test_a_process_that_is_killed_costs_one_sentence(waiting: BriefIndex, tmp_path: Path) -> None:
    marked = tmp_path / "killed"
    once = (
        "import os, sys\ndef hook(event, given):\n"
        "    if event == 'open' and 'b8.yaml' in str(given[0]):\n"
        f"        try: os.mkdir({str(marked)!r})\n"
        "        except FileExistsError: return\n"
        "        os.kill(os.getpid(), 9)\n"
        "sys.addaudithook(hook)"
    )
    built = build(waiting, options=rigged(once))
    assert (len(built.messages), built.is_whole, marked.exists()) == (1, True, True)
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")


@pytest.mark.parametrize("broken", [("/nowhere",), (sys.executable, "-c", "raise SystemExit(3)")])
def test_where_no_process_can_be_started_one_reads_alone(
    waiting: BriefIndex, tmp_path: Path, broken: tuple[str, ...]
) -> None:
    built = build(waiting, options=OVER_PROCESSES._replace(command=broken))
    assert (built.is_whole, len(built.messages)) == (True, 1)
    assert built.messages[0].startswith("no worker process ")
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")


def test_briefs_are_handed_out_in_batches_that_are_neither_long_nor_large(tmp_path: Path) -> None:
    root = tmp_path / "large"
    for number in range(6):
        put(root, f"{number}{'n' * 200}.yaml", good("Large") + "x-a: " + "a " * 200_000)
    brief_index = brief_index_of(root, tmp_path / "cache")
    scan_library(brief_index)
    sizes = [len(batch) for batch in batches(brief_index)]
    assert (max(sizes), sum(sizes)) == (2, 6)
    brief_index.store.close()


# ending


def test_a_build_that_is_cancelled_keeps_what_it_has_and_the_next_reads_the_rest(
    waiting: BriefIndex, tmp_path: Path
) -> None:
    built = build(waiting, cancelled=lambda: waiting.count_waiting() < 60, options=OVER_PROCESSES)
    assert not built.is_whole
    left = waiting.count_waiting()
    assert build(waiting).briefs == left
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")


def test_a_build_that_is_interrupted_leaves_no_process_and_no_damage(waiting: BriefIndex, tmp_path: Path) -> None:
    def interrupt(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    before = children()
    with pytest.raises(KeyboardInterrupt):
        build(waiting, interrupt, options=OVER_PROCESSES)
    assert children() == before
    build(waiting)
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")


def test_two_builds_at_once_read_every_brief_once(waiting: BriefIndex, tmp_path: Path) -> None:
    other = brief_index_of(waiting.root, tmp_path / "cache")
    read: list[int] = []
    threads = [
        threading.Thread(target=lambda one=one: read.append(build(one, options=BuildOptions(min_briefs=1)).briefs))
        for one in (waiting, other)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(read) == [0, 60]
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")
    other.store.close()


def test_who_waits_for_another_build_can_give_up(waiting: BriefIndex) -> None:
    inside: list[bool] = []

    def try_as_well(_done: int, _total: int) -> None:
        if not inside:
            inside.append(build(waiting, cancelled=lambda: True).is_whole)

    build(waiting, try_as_well, options=HERE)
    assert inside == [False]


def test_killed_at_any_moment_and_run_again_a_build_gives_what_a_new_one_does(root: Path, tmp_path: Path) -> None:
    variables = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "home"), "PYTHONPATH": os.pathsep.join(sys.path)}
    chance = random.Random(4)  # noqa: S311 - the same moments, as far as the machine is the same
    run = [sys.executable, "-m", "briefing", "index", str(root)]
    for number in range(4):
        put(root, f"b{2 * number}.yaml", good(f"Once more {number}"))
        started = subprocess.Popen(run, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.05, 0.4))
        started.send_signal(signal.SIGKILL)
        started.wait()
    done = subprocess.run(run, env=variables, capture_output=True, text=True, check=True)
    assert (done.stderr, done.stdout.startswith("indexed 60 briefs (")) == ("", True)
    brief_index = brief_index_of(root, tmp_path / "home" / ".cache")
    assert content(brief_index.store) == fresh(root, tmp_path / "fresh")
    brief_index.store.close()


# saved texts


def texts(brief_index: BriefIndex, words: str) -> list[str]:
    ask = "SELECT file FROM saved_words JOIN saved ON saved.row = saved_words.rowid WHERE saved_words MATCH ?"
    return [os.fsdecode(file) for (file,) in brief_index.store.connection.execute(ask, (words,))]


def test_a_saved_text_is_found_by_its_words_and_leads_to_the_briefs_that_name_it(waiting: BriefIndex) -> None:
    build(waiting)
    assert texts(waiting, "pilots northq*") == ["texts/a.txt"]
    named = waiting.store.connection.execute("SELECT count(*), source FROM rests GROUP BY source").fetchall()
    assert named == [(60, "news")]


def test_a_saved_text_that_changes_is_found_by_its_new_words_only(waiting: BriefIndex) -> None:
    build(waiting)
    put(waiting.root, "texts/a.txt", "Fog over Ærø. Порты закрыты\x1b[2J\r\n")
    build(waiting)
    assert (texts(waiting, "pilots"), texts(waiting, "fog"), texts(waiting, f'inside : "{TRIGRAM_MARK}рты"')) == (
        [],
        ["texts/a.txt"],
        ["texts/a.txt"],
    )
    (waiting.root / "texts/a.txt").unlink()
    build(waiting)
    assert texts(waiting, "fog") == []


def test_a_text_that_no_brief_names_any_more_is_not_found(waiting: BriefIndex) -> None:
    build(waiting)
    for path in waiting.root.rglob("*.yaml"):
        path.unlink()
    in_step(waiting)
    assert (texts(waiting, "pilots"), content(waiting.store)["saved"]) == ([], [])


@pytest.mark.parametrize("file", ["../outside.txt", "/etc/passwd", "texts/pipe", "texts/link", "texts", "texts/latin"])
def test_a_saved_text_that_must_not_or_cannot_be_read_is_passed_by(root: Path, tmp_path: Path, file: str) -> None:
    put(tmp_path, "outside.txt", "pilots")
    os.mkfifo(root / "texts/pipe")
    (root / "texts/link").symlink_to("../../outside.txt")
    (root / "texts/latin").write_bytes(b"pilots \xff")
    put(root, "b0.yaml", good("Talks").replace("texts/a.txt", file))
    brief_index = brief_index_of(root, tmp_path / "cache")
    in_step(brief_index)
    assert texts(brief_index, "pilots OR root") == ["texts/a.txt"]
    brief_index.store.close()


def test_a_text_whose_words_are_damaged_in_the_index_is_said_to_be(waiting: BriefIndex) -> None:
    build(waiting)
    waiting.store.connection.execute("UPDATE saved SET packed = x'00'")
    put(waiting.root, "texts/a.txt", "Other")
    with pytest.raises(IndexDamagedError, match="a saved text in it is cut short"):
        build(waiting)


LONG = {"t7.txt", "t17.txt", "t27.txt"}


@pytest.fixture
def texts_waiting(tmp_path: Path) -> Iterator[BriefIndex]:
    """Yield the index of a library whose briefs have a text of their own each; three are long, one is not there."""
    root = tmp_path / "own texts"
    for number in range(60):
        put(root, f"b{number}.yaml", good(f"Talks {number}").replace("texts/a.txt", f"texts/t{number}.txt"))
        put(root, f"texts/t{number}.txt", f"Pilots said so {number} times. Порты закрыты\n")
    for file in LONG:
        put(root, f"texts/{file}", "A long text. " * 90_000)
    (root / "texts/t9.txt").unlink()
    brief_index = brief_index_of(root, tmp_path / "cache")
    scan_library(brief_index)
    yield brief_index
    brief_index.store.close()


def test_processes_read_saved_texts_as_one_would(texts_waiting: BriefIndex, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    steps = BuildSteps(goes_on, lambda *one: told.append(one))
    built = build(texts_waiting, options=OVER_PROCESSES, steps=steps)
    assert (built, told[-1]) == ((60, 60, (), True), (60, 60))
    assert content(texts_waiting.store) == fresh(texts_waiting.root, tmp_path / "fresh")


def test_saved_texts_are_read_by_processes_but_long_ones(texts_waiting: BriefIndex) -> None:
    opened: list[str] = []

    def note(event: str, given: tuple[object, ...]) -> None:
        if event == "open" and str(given[0]).endswith(".txt"):
            opened.append(Path(str(given[0])).name)

    sys.addaudithook(note)
    build(texts_waiting, options=OVER_PROCESSES)
    assert (len(opened), set(opened)) == (3, LONG)


def test_a_text_that_ends_every_process_is_passed_by_and_the_others_are_read(texts_waiting: BriefIndex) -> None:
    first = deadly("t4.txt")
    command = text_command()
    rigged_texts = OVER_PROCESSES._replace(text_command=(*command[:-1], f"{first}\n{command[-1]}"))
    built = build(texts_waiting, options=rigged_texts)
    assert built == (60, 60, ("a worker process ended early: its saved texts are read again",), True)
    assert sorted(texts(texts_waiting, "pilots")) == sorted(
        f"texts/t{number}.txt" for number in range(60) if number not in {4, 7, 9, 17, 27}
    )


def test_where_no_process_can_be_started_this_one_reads_the_texts(texts_waiting: BriefIndex, tmp_path: Path) -> None:
    built = build(texts_waiting, options=OVER_PROCESSES._replace(text_command=("/nowhere",)))
    assert (built.is_whole, len(built.messages)) == (True, 1)
    assert content(texts_waiting.store) == fresh(texts_waiting.root, tmp_path / "fresh")


def test_texts_after_which_a_build_was_ended_are_not_read_again(texts_waiting: BriefIndex, tmp_path: Path) -> None:
    with pytest.raises(Killed):
        build(texts_waiting, options=OVER_PROCESSES, steps=BuildSteps(goes_on, ended_after(1)))
    left = count_new_texts(texts_waiting)
    told: list[tuple[int, int]] = []
    build(texts_waiting, options=OVER_PROCESSES, steps=BuildSteps(goes_on, lambda *one: told.append(one)))
    assert (left, told) == (1, [(1, 1)])
    assert content(texts_waiting.store) == fresh(texts_waiting.root, tmp_path / "fresh")


def test_saved_texts_are_handed_out_in_batches_that_are_neither_long_nor_large() -> None:
    long: list[TextToRead] = []
    sizes = [10, 400_000, 200_000, 600_000, *[5] * 70]
    given = (TextToRead(row, "n" * 50, 1, size, is_new=True) for row, size in enumerate(sizes))
    batched = list(text_batches(given, long))
    assert [text.size for text in long] == [600_000]
    assert [text.row for batch in batched for text in batch] == [0, 1, 2, *range(4, 74)]
    assert [len(batch) for batch in batched] == [2, 50, 21]


def test_what_is_kept_of_a_brief_is_what_was_read(waiting: BriefIndex) -> None:
    build(waiting)
    packed = waiting.store.connection.execute("SELECT packed FROM items LIMIT 1").fetchone()[0]
    assert [item.kind for item in unpack(packed).record.items] == [
        *("brief", "point", "point", "figure", "event", "source", "source", "open")
    ]


@pytest.mark.parametrize("table", ["words", "heads"])
def test_many_small_parts_of_the_full_text_are_merged_at_the_end_of_a_build(waiting: BriefIndex, table: str) -> None:
    def parts() -> int:
        query = f"SELECT count(DISTINCT segid) FROM {table}_idx"  # noqa: S608 - one of two names
        return int(waiting.store.connection.execute(query).fetchone()[0])

    for number in range(20):
        put(waiting.root, f"c{number}.yaml", good(f"Quays {number}"))
        in_step(waiting)
    assert parts() > 16
    put(waiting.root, "c0.yaml", good("Quays again"))
    scan_library(waiting)
    build(waiting, options=OVER_PROCESSES)
    assert parts() < 16
    assert content(waiting.store) == fresh(waiting.root, waiting.root.parent / "fresh")


# heads first


class Killed(BaseException):
    """Ends a build as SIGKILL would: nothing that was not committed stays."""


def goes_on(_done: int, _total: int) -> None:
    """Take progress, and let the build go on."""


def known(brief_index: BriefIndex) -> Counter[Known]:
    return Counter(one.known for one in brief_index.page(0, 1000))


def test_heads_are_read_first_and_then_everything_once(waiting: BriefIndex, tmp_path: Path) -> None:
    heads: list[tuple[int, int]] = []
    seen: list[Counter[Known]] = []

    def note(_done: int, _total: int) -> None:
        seen.append(known(waiting))

    built = build(waiting, note, options=OVER_PROCESSES, steps=BuildSteps(lambda *told: heads.append(told), goes_on))
    assert (built, heads[-1], sum(seen[0].values())) == ((60, 1, (), True), (60, 60), 60)
    assert seen[0][Known.NAME] == 0
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")


def test_with_heads_alone_the_list_says_what_it_will_say_and_that_no_count_is_known(waiting: BriefIndex) -> None:
    put(waiting.root, "b0.yaml", good("Last").replace("2024-11-02", "2023-01-01"))
    put(waiting.root, "b2.yaml", "briefing: 1\ntitle: [Flow]\n")
    scan_library(waiting)
    waiting.order("date")

    def end(_done: int, _total: int) -> None:
        raise Killed

    heads_read: list[Counter[Known]] = []

    def at_end(done: int, total: int) -> None:
        if done == total:
            heads_read.append(known(waiting))

    with pytest.raises(Killed):
        build(waiting, end, options=OVER_PROCESSES, steps=BuildSteps(at_end, goes_on))
    assert heads_read == [Counter({Known.HEAD: 59, Known.WHOLE: 1})]
    row = waiting.find("b4") or 0
    one = waiting.look_up([row])[row]
    assert (one.title, one.date, one.marking) == ("Talks 4", "2024-11-02", "TLP:AMBER")
    last = waiting.entry([row for row in waiting.order("date") if row != waiting.find("b2")][-1])
    assert last is not None
    assert last.id == "b0"


def test_a_head_is_found_by_its_words_before_its_claims_are(waiting: BriefIndex) -> None:
    with pytest.raises(Killed):
        build(waiting, options=OVER_PROCESSES, steps=BuildSteps(ended_after(60), goes_on))
    assert (len(found(waiting, "talks")), found(waiting, "northquay")) == (60, [])
    build(waiting)
    assert (len(found(waiting, "talks")), len(found(waiting, "northquay"))) == (60, 60)


def ended_after(count: int) -> Callable[[int, int], None]:
    """Return progress that ends the build once so many are written."""

    def end(done: int, _total: int) -> None:
        if done >= count:
            raise Killed

    return end


@pytest.mark.parametrize("heads", [True, False])
def test_a_build_that_is_ended_in_either_step_is_gone_on_with(waiting: BriefIndex, tmp_path: Path, heads: bool) -> None:
    ends = ended_after(1)
    with pytest.raises(Killed):
        build(
            waiting,
            goes_on if heads else ends,
            options=OVER_PROCESSES,
            steps=BuildSteps(ends if heads else goes_on, goes_on),
        )
    put(waiting.root, "b0.yaml", good("Changed between"))
    put(waiting.root, "b2.yaml", "briefing: 1\ntitle: [Broken]\nsummary: [a]\n")
    put(waiting.root, "new.yaml", good("New"))
    (waiting.root / "b4.yaml").unlink()
    (waiting.root / "b6.yaml").unlink()
    (waiting.root / "b6.yaml").mkdir()
    (waiting.root / "b8.yaml").rename(waiting.root / "b8.yml")
    scan_library(waiting)
    assert build(waiting, options=OVER_PROCESSES, steps=BuildSteps(goes_on, goes_on)).is_whole
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")


def test_a_brief_that_a_reader_has_read_whole_meanwhile_stays_whole(waiting: BriefIndex, tmp_path: Path) -> None:
    row = waiting.find("b0") or 0
    entry = waiting.entry(row)
    assert entry is not None
    late = read_head_for_index(row, entry)
    write_reads(waiting.store, [read_for_index(row, entry)], last=False)
    write_reads(waiting.store, [late], last=False)
    assert waiting.look_up([row])[row].known is Known.WHOLE
    build(waiting)
    assert content(waiting.store) == fresh(waiting.root, tmp_path / "fresh")


def test_few_briefs_are_read_whole_at_once(waiting: BriefIndex) -> None:
    told: list[tuple[int, int]] = []
    build(waiting, steps=BuildSteps(lambda *one: told.append(one), goes_on))
    assert told == []


def test_a_brief_of_which_only_the_head_was_read_is_taken_out_with_its_words(waiting: BriefIndex) -> None:
    with pytest.raises(Killed):
        build(waiting, options=OVER_PROCESSES, steps=BuildSteps(ended_after(60), goes_on))
    for path in waiting.root.rglob("*.yaml"):
        path.unlink()
    in_step(waiting)
    said = content(waiting.store)
    assert [said[table] for table in ("brief", "items", "words", "heads", "span")] == [[], [], [], [], []]
