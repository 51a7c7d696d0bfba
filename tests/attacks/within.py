"""Runs commands one after the other in one process, and says after each how it ended: a folder, and a file of them.

It imports nothing but the program, since its start is most of what the short form of an attack takes.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from briefing.cli import main as run

SEPARATOR = "=-=-= "
"""Begins the line behind each command, which ends with its exit code."""


def main(folder: str, file: str) -> None:
    """Run the commands of a file, a JSON list of lists of arguments, in a folder."""
    os.chdir(folder)
    for arguments in json.loads(Path(file).read_text(encoding="utf-8")):
        try:
            code = run(arguments)
        except SystemExit as left:
            code = int(left.code or 0)
        for stream in (sys.stdout,) if sys.stdout.isatty() else (sys.stdout, sys.stderr):
            stream.write(f"{SEPARATOR}{int(code)}\n")
            stream.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
