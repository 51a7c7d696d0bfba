"""Helpers for tests of marks: a state folder of their own, and readers who mark in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.base.files import content_hash
from briefing.library.marks import BriefVersion, Marks, open_marks
from tests.support.terminal import ROOT

LIBRARY = "/briefs"
"""Need not be there. The same for all tests, so that a file of marks can be copied."""


def environment(folder: Path) -> Mapping[str, str]:
    """Return an environment whose marks are in that folder."""
    return {"XDG_STATE_HOME": str(folder / "state")}


def file_of(folder: Path) -> Path:
    """Return where the marks of that environment are."""
    return folder / "state" / "briefing" / "marks.sqlite"


@contextmanager
def quick_folder() -> Iterator[Path]:
    """Make a folder in memory where the system has a place for it, for tests that commit hundreds of times."""
    memory = Path("/dev/shm")  # noqa: S108 (the folder in it has a name that nobody can know)
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        yield Path(name)


@contextmanager
def marks_in(folder: Path, library: str = LIBRARY) -> Iterator[Marks]:
    """Open the marks of a library, given from the folder, which can be opened without a problem."""
    opened = open_marks(folder / library, environment(folder))
    with closing(opened.marks):
        assert opened.problem is None
        yield opened.marks


@contextmanager
def problem_in(folder: Path) -> Iterator[tuple[Marks, str]]:
    """Open marks that have a problem, and return it too."""
    opened = open_marks(Path(LIBRARY), environment(folder))
    with closing(opened.marks):
        assert opened.problem is not None
        yield opened.marks, opened.problem


def seen(brief_id: str, text: str = "title: one\n") -> BriefVersion:
    """Return a version of a brief with that text."""
    return BriefVersion(brief_id, content_hash(text.encode()), text.encode())


def read(marks: Marks, *brief_ids: str) -> None:
    """Mark briefs read."""
    marks.set_read(map(seen, brief_ids), read=True, words=f"{len(brief_ids)} marked read")


def start(program: str, folder: Path) -> subprocess.Popen[str]:
    """Start a process of its own that marks in the folder, which it finds in `folder`."""
    beginning = (
        "import os, sys\nfrom pathlib import Path\nfrom tests.support.marks import environment, marks_in, read, seen\n"
        f"from briefing.library.marks import *\nfolder = Path({str(folder)!r})\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", beginning + program],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )
