"""The process that reads a large library, run from the reader."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.tui.build_process import run_build

_STUBBORN = """
import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
open(sys.argv[1], "w").write(str(os.getpid()))
print("heads 1 2", flush=True)
time.sleep(60)
"""


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_its_progress_and_its_exit_code_are_known() -> None:
    seen: list[tuple[str, int, int]] = []
    code = "print('heads 1 2'); print('nonsense'); print('texts 2 x'); print('briefs 2 2'); raise SystemExit(3)"
    assert await run_build((sys.executable, "-c", code), lambda *progress: seen.append(progress)) == 3
    assert seen == [("heads", 1, 2), ("briefs", 2, 2)]


@pytest.mark.parametrize("times", [1, 2, 5])
async def test_a_process_that_does_not_want_to_end_is_waited_for_however_often_it_is_given_up(
    tmp_path: Path, times: int
) -> None:
    begun, number = asyncio.Event(), tmp_path / "number"
    command = (sys.executable, "-c", _STUBBORN, str(number))
    build = asyncio.create_task(run_build(command, lambda *_: begun.set()))
    await begun.wait()
    for _ in range(times):
        build.cancel()
        await asyncio.sleep(0.02)
    with suppress(asyncio.CancelledError):
        await build
    assert build.cancelled()
    assert not is_there(int(number.read_text()))


async def test_a_process_that_is_given_up_while_it_starts_is_waited_for(tmp_path: Path) -> None:
    for turns in range(12):
        number = tmp_path / f"number-{turns}"
        build = asyncio.create_task(run_build((sys.executable, "-c", _STUBBORN, str(number)), lambda *_: None))
        for _ in range(turns):
            await asyncio.sleep(0)
        build.cancel()
        await asyncio.sleep(0)
        build.cancel()
        with suppress(asyncio.CancelledError):
            await build
        assert build.cancelled()
        assert not number.exists() or not is_there(int(number.read_text() or "0"))
