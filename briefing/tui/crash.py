"""Owns what is left of a crash: one line for the reader, and a log without a word of any brief."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def note(error: BaseException, environment: Mapping[str, str]) -> str:
    """Write the log and return the line that tells of it."""
    what = f"briefing: this should not have happened: {type(error).__name__}"
    try:
        return f"{what}; the log is {_write(_log(error), environment)}"
    except OSError as trouble:
        return f"{what}; no log could be written: {trouble.strerror}"


def state_folder(environment: Mapping[str, str]) -> Path:
    """Return where state is kept: $XDG_STATE_HOME/briefing, ~/.local/state/briefing, or a temporary place."""
    chosen, home = environment.get("XDG_STATE_HOME", ""), environment.get("HOME", "")
    if Path(chosen).is_absolute():
        return Path(chosen, "briefing")
    return Path(home, ".local", "state", "briefing") if home else Path(tempfile.gettempdir())


def _write(text: str, environment: Mapping[str, str]) -> Path:
    folder = state_folder(environment)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix="crash-", suffix=".log", dir=folder)
    except OSError:
        handle, name = tempfile.mkstemp(prefix="briefing-crash-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as file:  # mkstemp: readable by nobody else
        file.write(text)
    return Path(name)


def _log(error: BaseException) -> str:
    """Return where it happened. The message of the exception is left out: it may quote a brief."""
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
