"""Starts of the program that take a tenth of the time: forks of one process that has loaded Textual and all modules.

Half of a start is the import of Textual, which is the same each time. `start` asks that one process, which is itself
started at the first request, for a fork; in the fork, `briefing.cli.main` runs as in a new process. It has the session,
terminal, folder, environment and arguments that were asked for, and its exit code and signals are those of a process.
Where the start is what a test is about (what is imported when, the first frame), start the command itself.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_NUMBER = struct.Struct("i")
"""How a process id, and later a wait status, is sent."""
_LARGEST = 1 << 20
"""Bytes of the largest request."""
_READ_BY_IMPORTS = ("PYTHON", "TEXTUAL", "ESCDELAY", "LC_")
"""Beginnings of the variables that Python and Textual read only once."""
_LOCALE = "C.UTF-8"


class ForkedProcess:
    """A fork that runs the program; used like a `subprocess.Popen`."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.pid = self._received()
        self.returncode: int | None = None

    def _received(self) -> int:
        return int(_NUMBER.unpack(self._connection.recv(_NUMBER.size, socket.MSG_WAITALL))[0])

    def poll(self) -> int | None:
        """Return the exit code, or minus the signal that ended the process; None while it runs."""
        if self.returncode is None and select.select([self._connection], [], [], 0)[0]:
            self.returncode = os.waitstatus_to_exitcode(self._received())
            self._connection.close()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end of the process, for so many seconds at most, and return what `poll` does.

        Raises:
            subprocess.TimeoutExpired: it still runs.

        """
        if self.returncode is None:
            select.select([self._connection], [], [], timeout)
        code = self.poll()
        if code is None:
            raise subprocess.TimeoutExpired("briefing", timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        """Send the process a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill the process, unless it has ended."""
        self.send_signal(signal.SIGKILL)


def can_start(variables: Mapping[str, str]) -> bool:
    """Tell whether a fork does what a new process with these variables would do, on this system."""
    is_same = variables.get("LANG") == _LOCALE and not any(name.startswith(_READ_BY_IMPORTS) for name in variables)
    return sys.platform == "linux" and is_same


def start(
    arguments: Sequence[str], folder: Path, variables: Mapping[str, str], terminal: int, output: int | None = None
) -> ForkedProcess:
    """Start the program in a terminal, a descriptor, which becomes its own; `output` replaces its standard output."""
    ours, theirs = socket.socketpair()
    request = json.dumps({"arguments": list(arguments), "folder": str(folder), "variables": dict(variables)})
    with theirs:
        streams = [theirs.fileno(), terminal, terminal if output is None else output]
        socket.send_fds(_preloaded(), [request.encode()], streams)
    return ForkedProcess(ours)


@cache
def _preloaded() -> socket.socket:
    """Start the process that forks, which ends with this one; return the socket that takes requests."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    variables = {"PATH": os.environ["PATH"], "LANG": _LOCALE}
    with theirs:
        number = theirs.fileno()
        command = [sys.executable, "-m", __name__, str(number)]
        process = subprocess.Popen(command, cwd=_ROOT, env=variables, pass_fds=[number], start_new_session=True)
    atexit.register(process.wait)
    atexit.register(ours.close)  # first, so that the process ends
    return ours


def _become_a_start(requests: socket.socket) -> None:
    """Fork for each request; return only in the forks, as a process in which nothing but imports has happened."""
    while True:
        request, descriptors, _, _ = socket.recv_fds(requests, _LARGEST, 3)
        if not request:
            os._exit(0)
        if not os.fork():
            break
        for descriptor in descriptors:
            os.close(descriptor)
        while _has_ended_child():
            pass
    requests.close()
    connection, terminal, output = descriptors
    if process := os.fork():  # this one waits, since only a parent is told how a process has ended
        os.close(terminal)
        os.close(output)
        os.write(connection, _NUMBER.pack(process))
        os.write(connection, _NUMBER.pack(os.waitpid(process, 0)[1]))
        os._exit(0)
    os.close(connection)
    asked = json.loads(request)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["variables"])
    sys.argv[1:] = asked["arguments"]
    os.login_tty(terminal)
    os.dup2(output, 1)
    os.close(output)
    _open_streams()


def _has_ended_child() -> bool:
    try:
        return os.waitpid(-1, os.WNOHANG)[0] > 0
    except ChildProcessError:
        return False


def _open_streams() -> None:
    """Open the standard streams as Python does in the locale C.UTF-8."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        errors = "backslashreplace" if name == "stderr" else "surrogateescape"
        is_in_lines = name == "stderr" or os.isatty(number)
        mode = "w" if number else "r"
        stream = open(number, mode, 1 if is_in_lines else -1, "utf-8", errors, closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


if __name__ == "__main__":
    from briefing.tui.run import textual_defaults

    with textual_defaults():
        import briefing.cli.program
        import briefing.tui.app
        import briefing.tui.launch.save_frame  # noqa: F401 - loaded for the forks
    from briefing.cli import main
    from briefing.tui.launch.frame_cache import STARTUP

    gc.collect()
    gc.freeze()  # else each fork copies what it only looks at for garbage
    _become_a_start(socket.socket(fileno=int(sys.argv[1])))
    STARTUP.began = time.time_ns()
    sys.exit(main())
