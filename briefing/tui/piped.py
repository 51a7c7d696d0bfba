"""Runs a program of the settings that is given a text and prints something, within limits. No shell sees its words."""

from __future__ import annotations

import asyncio
import os
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from briefing.base.frozen import frozen

MOST = 256 * 1024
"""Bytes that a program may print on each of its two outputs; it is ended at the next one."""
SECONDS = 30.0
"""Time that a program has."""
_PART = 16 * 1024


@frozen
class Piped:
    """What came of a program that was given a text."""

    out: bytes
    """What it printed, `MOST` bytes at most."""
    errors: bytes
    """The same of its standard error."""
    code: int | None
    """Its exit code; -N: ended by signal N. None: it was ended here, for the reason in `ended`."""
    ended: str = ""
    """Why it was ended, as the rest of a sentence about it. Empty: it ended by itself."""


class _TooMuchError(Exception):
    """A program printed more than it may."""


async def run_piped(command: Sequence[str], given: bytes, *, most: int = MOST, seconds: float = SECONDS) -> Piped:
    """Run a program with `given` as its input, without a terminal, and return what it printed.

    It and what it has started are ended when it prints too much, takes too long, or this is cancelled.

    Raises:
        OSError: it cannot be started.
        ValueError: the same, for a word that no command can have.

    """
    process = await asyncio.create_subprocess_exec(
        *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True
    )
    out, errors = bytearray(), bytearray()
    feeding = asyncio.create_task(_feed(process, given))
    reading = asyncio.gather(_read(process.stdout, out, most), _read(process.stderr, errors, most))
    ended = ""
    try:
        async with asyncio.timeout(seconds):
            await reading
            await process.wait()
    except TimeoutError:
        ended = f"was ended after {seconds:g} s"
    except _TooMuchError:
        ended = f"was ended: it printed more than {most // 1024} kB"
    finally:
        feeding.cancel()
        reading.cancel()
        if ended or process.returncode is None:
            await _end(process)
    return Piped(bytes(out[:most]), bytes(errors[:most]), None if ended else process.returncode, ended)


async def _feed(process: Process, given: bytes) -> None:
    """Write the input; a program need not read it."""
    if process.stdin is not None:
        with suppress(BrokenPipeError, ConnectionResetError):
            process.stdin.write(given)
            await process.stdin.drain()
        process.stdin.close()


async def _read(stream: asyncio.StreamReader | None, into: bytearray, most: int) -> None:
    while stream is not None and (part := await stream.read(_PART)):
        into += part
        if len(into) > most:
            raise _TooMuchError


async def _end(process: Process) -> None:
    """End a program with everything that it has started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
