"""The program with an entry added to its source, run in processes of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.support.terminal import ROOT, SAMPLES

Edits = Mapping[str, tuple[str, str]]
"""What stands in place of a text that is in a file once, by the file's path inside the package."""


class Edited:
    """A copy of the program, with a home of its own."""

    def __init__(self, folder: Path, edits: Edits) -> None:
        self.folder = folder / "edited"
        shutil.copytree(ROOT / "briefing", self.folder / "briefing", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(SAMPLES, self.folder / "briefs")
        for name, (before, after) in edits.items():
            path = self.folder / "briefing" / name
            text = path.read_text(encoding="utf-8")
            assert text.count(before) == 1, f"{before!r} is {text.count(before)} times in {name}"
            path.write_text(text.replace(before, after), encoding="utf-8")
        self._environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "PYTHONPATH": os.pathsep.join((str(self.folder), str(ROOT))),
        }

    def python(self, program: str) -> str:
        """Run Python that imports the copy; return what it prints. It may import tests, too."""
        return self._run("-c", program, code=0)

    def briefing(self, *arguments: str, code: int = 0) -> str:
        """Run a command that ends with that code; return all that it prints."""
        return self._run("-m", "briefing", *arguments, code=code)

    def write(self, name: str, text: str) -> str:
        """Write a brief beside the samples; return its path."""
        path = self.folder / "briefs" / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def _run(self, *arguments: str, code: int) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode()
        assert done.returncode == code, said
        return said
