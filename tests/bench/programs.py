"""The programs that are measured: this tree, and with `--against` another commit in a worktree of its own."""

from __future__ import annotations

import compileall
import importlib.util
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.terminal import ROOT, Size, Terminal, environment

PYTHON = sys.executable
HELLO = [PYTHON, str(Path(__file__).with_name("hello.py"))]


@dataclass(frozen=True, slots=True)
class Program:
    """One state of the program, run from its tree by this Python."""

    name: str
    """In the head of its column."""
    tree: Path
    homes: Path
    """Holds the user's folders, a home for each library: what it keeps does not depend on what was measured before."""

    def command(self, *arguments: str | Path) -> list[str]:
        """Return the command with arguments."""
        return [PYTHON, "-m", "briefing", *map(str, arguments)]

    def home(self, of: str) -> Path:
        """Return the home of that name."""
        folder = self.homes / of
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def environment(self, home: Path) -> dict[str, str]:
        """Return the variables of a plain terminal, with this tree first."""
        return environment(home, PYTHONPATH=str(self.tree))

    def terminal(self, arguments: Sequence[str | Path], home: Path, size: Size) -> Terminal:
        """Start the command in a terminal."""
        return Terminal(self.command(*arguments), size, self.environment(home), self.tree)

    def run(self, arguments: Sequence[str | Path], home: Path) -> subprocess.CompletedProcess[bytes]:
        """Run the command to its end; problems that it finds are no failure."""
        return subprocess.run(
            self.command(*arguments), cwd=self.tree, env=self.environment(home), check=False, capture_output=True
        )

    def script(self, code: str, arguments: Sequence[str | Path], home: Path) -> subprocess.CompletedProcess[bytes]:
        """Run Python code that imports this tree."""
        program = [PYTHON, "-c", code, *map(str, arguments)]
        return subprocess.run(program, cwd=self.tree, env=self.environment(home), check=False, capture_output=True)


def compiled(program: Program) -> str:
    """Compile what the program imports, as an install does, and say what could not be compiled."""
    left = [] if compileall.compile_dir(program.tree / "briefing", quiet=2) else [program.name]
    for name in ("textual", "rich", "yaml"):
        spec = importlib.util.find_spec(name)
        folder = Path(spec.origin).parent if spec and spec.origin else None
        if folder is None or not compileall.compile_dir(folder, quiet=2):
            left.append(name)
    return f"not compiled, so starts are slower than installed: {', '.join(left)}" if left else "all compiled"


@contextmanager
def another_commit(revision: str, folder: Path, repository: Path = ROOT) -> Iterator[Path]:
    """Check a commit out into a folder for as long as the context lasts."""
    _git("worktree", "add", "--detach", "--force", str(folder), revision, folder=repository)
    try:
        yield folder
    finally:
        _git("worktree", "remove", "--force", str(folder), folder=repository)


def commit_of(tree: Path) -> str:
    """Return the short name of the commit of a tree."""
    return _git("rev-parse", "--short", "HEAD", folder=tree).strip()


def is_committed(tree: Path) -> bool:
    """Tell whether the files of a tree are those of its commit."""
    return not _git("status", "--porcelain", folder=tree)


def _git(*arguments: str, folder: Path = ROOT) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout
