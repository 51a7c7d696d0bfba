"""The process that reads a large library for its index while the reader reads: `briefing index --progress`."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

_NICE = 10
"""What the process is nicer by than the reader, so that no key waits for it."""
_GRACE = 0.5
"""Seconds that the process has to end by itself."""
_STEPS = {"heads": "reading titles:", "texts": "reading saved texts:"}
"""What is said before the numbers, by what is counted, where it says more than that something is read."""


def progress_words(what: str, done: int, total: int) -> str:
    """Return what is said of the progress that `run_build` reports."""
    return f"{_STEPS.get(what, 'reading')} {done:,} of {total:,}"


def build_command(root: Path) -> tuple[str, ...]:
    """Return what reads a library: this very program, with the modules that this one has, and nothing else configured.

    Isolated, since the folder that the reader stands in may hold a module with the name of one of ours.
    """
    package = str(Path(__file__).parents[2])
    path = [package, *(folder for folder in sys.path if folder and folder != package)]
    nicely = f"import os, sys; getattr(os, 'nice', int)({_NICE}); sys.path[:] = {path!r}"
    program = f"{nicely}; from briefing.cli import main; sys.exit(main())"
    flags = ("-I", "-S", f"-Xutf8={sys.flags.utf8_mode}")
    return (sys.executable, *flags, "-c", program, "index", "--progress", str(root.absolute()))


async def run_build(command: Sequence[str], on_progress: Callable[[str, int, int], None]) -> int:
    """Run the process to its end and return its exit code.

    `on_progress` gets what is counted ("heads", "briefs" or "texts"), the number done and of all.

    If this is cancelled, the process is ended and waited for, however often it is cancelled meanwhile: Textual cancels
    a worker again as the app ends.

    Raises:
        OSError: the system has no process to give.

    """
    reading = asyncio.create_task(_read_to_end(command, on_progress))
    try:
        return await asyncio.shield(reading)
    except asyncio.CancelledError:
        reading.cancel()
        while not reading.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait({reading})
        raise


async def _read_to_end(command: Sequence[str], on_progress: Callable[[str, int, int], None]) -> int:
    process = await asyncio.create_subprocess_exec(*command, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL)
    try:
        if process.stdout is not None:
            async for line in process.stdout:
                match line.decode("ascii", "replace").split():
                    case [what, done, total] if done.isdecimal() and total.isdecimal():
                        on_progress(what, int(done), int(total))
        return await process.wait()
    finally:
        await _end(process)


async def _end(process: Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _GRACE)
    except TimeoutError:
        process.kill()
        await process.wait()
