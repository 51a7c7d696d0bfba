"""The program with an entry added to its source, run in processes of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.support.terminal import ROOT, SAMPLES


class Insertion(NamedTuple):
    """Lines that are added to a file of the package."""

    file: str
    """Its path inside the package."""
    before: str
    """The text in front of which they are put: it is in the file once."""
    lines: str


_COMMANDS = """
import json, os, shlex, sys, tempfile
from briefing.cli import main
said, out, err = [], os.dup(1), os.dup(2)
for command in sys.argv[1:]:
    with tempfile.TemporaryFile() as printed:
        os.dup2(printed.fileno(), 1), os.dup2(printed.fileno(), 2)
        try:
            code = main(shlex.split(command))
        except SystemExit as left:
            code = left.code
        sys.stdout.flush(), sys.stderr.flush()
        os.dup2(out, 1), os.dup2(err, 2)
        printed.seek(0)
        said.append((int(code), printed.read().decode()))
print(json.dumps(said))
"""


class Said(NamedTuple):
    """What came of one command."""

    code: int
    text: str
    """All that it printed."""


class Edited:
    """A copy of the program, with a home of its own."""

    def __init__(self, folder: Path, insertions: Iterable[Insertion]) -> None:
        self.folder = folder / "edited"
        shutil.copytree(ROOT / "briefing", self.folder / "briefing")  # with what is compiled, which stays good
        shutil.copytree(SAMPLES, self.folder / "briefs")
        for file, before, lines in insertions:
            path = self.folder / "briefing" / file
            text = path.read_text(encoding="utf-8")
            assert text.count(before) == 1, f"{before!r} is {text.count(before)} times in {file}"
            path.write_text(text.replace(before, lines + before), encoding="utf-8")
        self._environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "PYTHONPATH": os.pathsep.join((str(self.folder), str(ROOT))),
        }

    def python(self, program: str) -> str:
        """Run Python that imports the copy; return what it prints. It may import tests, too."""
        return self._run("-c", program)

    def briefing(self, *commands: str) -> list[Said]:
        """Run commands in one process, each written as in a shell; return how each ended and all that it printed."""
        return [Said(*said) for said in json.loads(self._run("-c", _COMMANDS, *commands))]

    def write(self, name: str, text: str) -> str:
        """Write a brief beside the samples; return its path."""
        path = self.folder / "briefs" / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode()
        assert done.returncode == 0, said
        return said
