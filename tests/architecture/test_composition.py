"""How classes and threads are put together, which no import contract says. Each rule is shown to find a fault."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest

from tests.support.source_trees import PACKAGE, nodes, trees

STARTERS: Mapping[str, frozenset[str]] = {
    "ThreadPoolExecutor": frozenset({"tui/workers.py"}),
    "ProcessPoolExecutor": frozenset(),
    "Thread": frozenset({"tui/launch/type_ahead.py", "tui/terminal/driver.py", "tui/terminal/output.py"}),
    "start_new_thread": frozenset({"tui/terminal/session.py"}),
    "Timer": frozenset({"cli/git.py"}),
    "Popen": frozenset({"cli/git.py", "base/process_pool.py", "tui/external.py", "base/piped.py"}),
    "create_subprocess_exec": frozenset({"tui/build_process.py"}),
    "run_worker": frozenset({"tui/workers.py"}),
}
"""What starts a thread, a process or a worker, and the modules that may: those of the tables in CONTRIBUTING.md."""


def name_of(node: ast.expr) -> str:
    """Return the last name of `a.b.Name` or `Name[...]`; empty for anything else."""
    if isinstance(node, ast.Subscript):
        return name_of(node.value)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def calls(tree: ast.AST) -> Iterator[str]:
    """Yield the names of what is called, and of decorators that are called."""
    return (name_of(node.func) for node in nodes(tree) if isinstance(node, ast.Call))


def imported_from_elsewhere(tree: ast.AST) -> set[str]:
    """Return the names that a module imports from outside the package."""
    imports = (node for node in nodes(tree) if isinstance(node, ast.ImportFrom))
    return {alias.name for node in imports if not (node.module or "").startswith("briefing") for alias in node.names}


def bases_for_one(trees: Mapping[str, ast.Module]) -> list[str]:
    """Return the classes that have one subclass and are never instantiated: a class cut in two."""
    heirs: dict[str, list[str]] = defaultdict(list)
    classes: set[str] = set()
    made: set[str] = set()
    for tree in trees.values():
        made |= set(calls(tree))
        foreign = imported_from_elsewhere(tree)
        for node in nodes(tree):
            if isinstance(node, ast.ClassDef):
                classes.add(node.name)
                for base in map(name_of, node.bases):
                    if base not in foreign:
                        heirs[base].append(node.name)
    return sorted(name for name in classes if len(heirs[name]) == 1 and name not in made)


def hooks(trees: Mapping[str, ast.Module]) -> list[str]:
    """Return where NotImplementedError is raised: a hook that a subclass has to fill."""
    return [
        f"{path}:{node.lineno}"
        for path, tree in trees.items()
        for node in nodes(tree)
        if isinstance(node, ast.Raise) and node.exc and "NotImplementedError" in ast.unparse(node.exc)
    ]


def started_elsewhere(trees: Mapping[str, ast.Module]) -> list[str]:
    """Return what starts threads, processes or workers in a module that is not for it."""
    return [
        f"{path}: {called}"
        for path, tree in trees.items()
        for called in calls(tree)
        if called in STARTERS and path not in STARTERS[called]
    ]


def writers_of_state(trees: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """Return the classes that set each field of the reader's state, by field."""
    found: dict[str, set[str]] = defaultdict(set)
    for tree in trees.values():
        for owner in (node for node in tree.body if isinstance(node, ast.ClassDef)):
            for node in nodes(owner):
                if (
                    isinstance(node, ast.Attribute)
                    and isinstance(node.ctx, ast.Store)
                    and name_of(node.value) in {"state", "_state"}
                ):
                    found[node.attr].add(owner.name)
    return found


def declared_writers() -> dict[str, set[str]]:
    """Return the classes that the docstring of each field of `ReaderState` names as its writers."""
    text = (PACKAGE / "tui" / "state.py").read_text(encoding="utf-8")
    fields = re.findall(
        r'^        self\.(\w+)\b.*? = .*\n        """(?:.|\n)*?Written by: ((?:.|\n)*?)\.?"""', text, re.MULTILINE
    )
    return {field: set(re.findall(r"`(\w+)`", writers)) for field, writers in fields}


def test_no_class_is_cut_in_two() -> None:
    assert bases_for_one(trees()) == []


def test_no_class_leaves_a_hook_to_a_subclass() -> None:
    assert hooks(trees()) == []


def test_threads_processes_and_workers_start_where_the_map_says() -> None:
    assert started_elsewhere(trees()) == []


def test_every_place_that_may_start_something_does() -> None:
    idle = [
        f"{path}: {name}" for name, paths in STARTERS.items() for path in paths if name not in set(calls(trees()[path]))
    ]
    assert idle == []


def test_each_field_of_the_state_is_written_by_whom_it_names() -> None:
    written, declared = writers_of_state(trees()), declared_writers()
    assert set(declared) >= {"row", "entry", "words", "unread", "build_progress"}
    assert {field: writers for field, writers in written.items() if not writers <= declared.get(field, set())} == {}


def test_every_field_of_the_state_names_its_writer() -> None:
    tree = trees()["tui/state.py"]
    fields = {node.attr for node in nodes(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    assert fields == set(declared_writers())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("class A: ...\nclass B(A): ...\n", ["A"]),
        ("class A: ...\nclass B(A): ...\nA()\n", []),
        ("class A: ...\nclass B(A): ...\nclass C(A): ...\n", []),
        ("class A(Generic[T]): ...\nclass B(A[int]): ...\n", ["A"]),
    ],
    ids=["one heir", "made", "two heirs", "generic"],
)
def test_a_class_that_is_cut_in_two_is_found(text: str, found: list[str]) -> None:
    assert bases_for_one({"a.py": ast.parse(text)}) == found


def test_a_hook_is_found() -> None:
    assert hooks({"a.py": ast.parse("def f():\n    raise NotImplementedError\n")}) == ["a.py:2"]


@pytest.mark.parametrize(
    "text", ["ThreadPoolExecutor(1)", "threading.Thread()", "subprocess.Popen([])", "self.run_worker(f)"]
)
def test_a_thread_or_process_that_starts_elsewhere_is_found(text: str) -> None:
    assert len(started_elsewhere({"tui/widgets/a.py": ast.parse(text)})) == 1


def test_a_second_writer_of_the_state_is_found() -> None:
    text = "class Other:\n    def f(self):\n        self._state.row = 1\n        state.words, x = '', 2\n"
    assert writers_of_state({"a.py": ast.parse(text)}) == {"row": {"Other"}, "words": {"Other"}}


def test_the_package_that_is_looked_at_is_there() -> None:
    assert (PACKAGE / "tui" / "app.py").exists()
    assert len(trees()) > 200
