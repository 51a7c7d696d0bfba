"""What a saved text of 16 MB costs: the memory of the reader with it open and searched, and of the commands.

`python -m tests.attacks.long_text` prints megabytes at the peak (VmHWM, and ru_maxrss of a process of its own).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.support.runs import peak_memory, until_rest
from tests.support.terminal import Size, Terminal, command, environment

MOST = 120
"""Megabytes at the peak that are allowed."""
_SIZE = 16 * 1024 * 1024
_TITLE = "Talks to resume\n\n"
_QUOTE = "About 3,000 people came to quay 2"
_BRIEF = f"""\
briefing: 1
title: Talks to resume
summary:
  - {{text: About 3000 people came to quay 2., cites: {{quote: {_QUOTE}}}}}
  - {{text: Nobody came., cites: {{quote: nobody at all came to the harbour}}}}
sources:
  paper: {{kind: article, title: Talks to resume, file: text.txt}}
"""
_COMMANDS: Sequence[Sequence[str]] = (
    ("check", "a.yaml"),
    ("check", "--coverage", "a.yaml"),
    ("show", "--verdicts", "a.yaml"),
    ("index", "--rebuild", "."),
)
TEXTS: Mapping[str, str] = {
    "wrapped": "The harbour was full of ships, and of people who waited\nfor the talks of the next day.\n\n",
    "unwrapped": "The harbour was full of ships, and of people who waited for the talks of the next day. " * 20
    + "\n\n",
    "one paragraph": "The harbour was full of ships, and of people who waited for the talks of the next day. ",
    "one line a word": "harbour\n",
    "one letter a paragraph": "h\n\n",
    "typography": "The harbour was \u201cfull\u201d of ships \u2013 and of caf\u00e9s.\n\n",
    "Cyrillic": "\u0413\u0430\u0432\u0430\u043d\u044c \u0431\u044b\u043b\u0430 \u043f\u043e\u043b\u043d\u0430.\n\n",
    "numbers": "On 12 May 2024 some 3,450 ships (4.5%) came.\n\n",
}
"""What is repeated, by name."""


def write(folder: Path, part: str, size: int = _SIZE) -> None:
    """Write a brief and its text, whose quoted words stand in its middle."""
    half = part * ((size // 2 - 200) // len(part.encode()))
    text = f"{_TITLE}{half}\n\n{_QUOTE}, said Anna Berg.\n\n{half}"
    (folder / "text.txt").write_text(text, encoding="utf-8")
    (folder / "a.yaml").write_text(_BRIEF, encoding="utf-8")


def of_commands(folder: Path, home: Path) -> Iterator[tuple[str, float, float]]:
    """Yield what each command takes: its name, seconds of the processor, megabytes."""
    for arguments in _COMMANDS:
        with subprocess.Popen(
            command(*arguments),
            cwd=folder,
            env={**environment(home), "PYTHONPATH": os.environ.get("PYTHONPATH", str(Path.cwd()))},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = 0
        yield " ".join(arguments), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def of_the_reader(folder: Path, home: Path) -> Iterator[tuple[str, float]]:
    """Yield the peak of the reader once the brief is checked, its saved text open, and searched."""
    with Terminal(command(folder), Size(120, 40), environment(home)) as terminal:
        terminal.until_shown("of 2 verified")
        until_rest(terminal)
        yield "checked", peak_memory(terminal)
        for name, keys in (("saved text", "s"), ("found", "/ships\r"), ("next", "n"), ("narrow", "\x1b")):
            for key in keys:
                terminal.press(key)
                time.sleep(0.1)
            until_rest(terminal)
            yield name, peak_memory(terminal)


def main() -> int:
    """Print what each kind of text costs. Return 1 if one costs too much in the reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only texts whose names hold one of these")
    names = parser.parse_args().names
    worst = 0.0
    for name, part in TEXTS.items():
        if names and not any(each in name for each in names):
            continue
        with tempfile.TemporaryDirectory(prefix="long-text-") as top:
            folder, home = Path(top, "library"), Path(top, "home")
            folder.mkdir()
            write(folder, part)
            reader = list(of_the_reader(folder, home))
            worst = max(worst, *(megabytes for _, megabytes in reader))
            print(f"{name}: reader", ", ".join(f"{step} {megabytes:.0f} MB" for step, megabytes in reader))  # noqa: T201
            for said, seconds, megabytes in of_commands(folder, home):
                print(f"{name}: {said}: {seconds:.1f} s, {megabytes:.0f} MB", flush=True)  # noqa: T201
    return 1 if worst > MOST else 0


if __name__ == "__main__":
    raise SystemExit(main())
