"""What a crash leaves: one line for the reader, and a log file without any text of a brief."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from briefing.base.paths import state_folder
from briefing.base.private_files import create_private_file, open_private_folder


def log_crash(error: BaseException, environment: Mapping[str, str]) -> str:
    """Write the log; return the line for the reader, which names it."""
    what = f"briefing: this should not have happened: {type(error).__name__}"
    try:
        return f"{what}; the log is {_write(_log(error), environment)}"
    except OSError as trouble:
        return f"{what}; no log could be written: {trouble.strerror}"


def _write(text: str, environment: Mapping[str, str]) -> Path:
    """Write the log to $XDG_STATE_HOME/briefing or ~/.local/state/briefing, else to a temporary file; return its path.

    Raises:
        OSError: there is no place that takes it.

    """
    base = state_folder(environment)
    name = f"crash-{os.urandom(4).hex()}.log"
    if base is not None:
        with suppress(OSError), open_private_folder(base, "briefing") as folder:
            create_private_file(folder, name, text.encode(errors="backslashreplace"))
            return base / "briefing" / name
    handle, path = tempfile.mkstemp(prefix="briefing-crash-", suffix=".log")  # readable by nobody else
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return Path(path)


def _log(error: BaseException) -> str:
    """Return the traceback as text. The message of the exception is left out, since it may quote a brief."""
    try:
        ours = version("briefing")
    except PackageNotFoundError:
        ours = "unknown"
    lines = [
        f"briefing {ours}, textual {version('textual')}, Python {platform.python_version()}, {platform.platform()}"
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines += [
            f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(seen.__traceback__)
        ]
        inner = getattr(seen, "error", None)  # what Textual's WorkerFailed is about
        seen = inner if isinstance(inner, BaseException) else seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"
