"""Owns what the reader asks of other programs: the editor, the browser. Nothing here goes through a shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from briefing.problems import BriefingError
from briefing.safetext import visible
from briefing.tui.holding import HELD, Borrower

_PLUS_LINE = frozenset(
    {
        "vi",
        "vim",
        "nvim",
        "view",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "joe",
        "jed",
        "mg",
        "micro",
        "kak",
        "ne",
        "gedit",
        "gvim",
    }
)
"""Editors that take `+LINE FILE`."""
_COLON_LINE = frozenset({"hx", "helix", "subl", "zed"})
"""Editors that take `FILE:LINE`."""
_GOTO_LINE = frozenset({"code", "codium", "code-insiders", "cursor", "windsurf"})
"""Editors that take `--goto FILE:LINE`."""
_BROWSERS = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview", "gio")


class OutsideError(BriefingError):
    """Another program is missing or cannot be started. Its text is a sentence for the last row."""


def editor_command(environment: Mapping[str, str], path: Path, line: int) -> list[str]:
    """Return the command that opens the file in the reader's editor at a line.

    Raises:
        OutsideError: $VISUAL or $EDITOR cannot be understood.

    """
    chosen = environment.get("VISUAL") or environment.get("EDITOR") or "vi"
    try:
        words = shlex.split(chosen)
    except ValueError as error:
        raise OutsideError(f"the editor “{visible(chosen)}” cannot be understood: {error}") from error
    if not words:
        raise OutsideError("no editor is named: set VISUAL or EDITOR")
    name = Path(words[0]).name
    file = os.path.abspath(path)  # noqa: PTH100 - resolving links would open another file; absolute: never an option
    if name in _PLUS_LINE:
        return [*words, f"+{line}", file]
    if name in _COLON_LINE:
        return [*words, f"{file}:{line}"]
    if name in _GOTO_LINE:
        return [*words, *([] if "--wait" in words or "-w" in words else ["--wait"]), "--goto", f"{file}:{line}"]
    return [*words, file]


def edit(command: list[str]) -> None:
    """Run the editor and wait for it.

    Raises:
        OutsideError: it cannot be started, or says that it failed.

    """
    _lend(command, None)


def pager_command(environment: Mapping[str, str], line: int) -> list[str]:
    """Return the command that pages through what it is given; less begins at that line.

    Raises:
        OutsideError: $PAGER cannot be understood.

    """
    chosen = environment.get("PAGER", "").strip() or "less"
    try:
        words = shlex.split(chosen)
    except ValueError as error:
        raise OutsideError(f"the pager “{visible(chosen)}” cannot be understood: {error}") from error
    return [*words, f"+{line}"] if Path(words[0]).name == "less" else words


def page_through(command: list[str], text: str) -> None:
    """Run the pager on a text and wait for it.

    Raises:
        OutsideError: it cannot be started, or says that it failed.

    """
    _lend(command, text.encode())


def _lend(command: list[str], given: bytes | None) -> None:
    """Run a program that takes the terminal; it is given bytes, or the keys."""
    stdin = None if given is None else subprocess.PIPE
    HELD.lend()
    try:
        with subprocess.Popen(command, stdin=stdin) as program:  # noqa: S603 - the reader's own, as a list of words
            HELD.borrowed(Borrower(program.send_signal, program.kill))
            program.communicate(given)
            code = program.returncode
    except OSError as error:
        raise OutsideError(f"{visible(command[0])}: {error.strerror or 'cannot be started'}") from error
    finally:
        HELD.take_back()
    if code:
        raise OutsideError(f"{visible(command[0])} ended with {code}")


def is_web_address(address: str) -> bool:
    """Tell whether this is an http or https address with a host and nothing that a program could take for more."""
    if not address.isprintable() or any(character.isspace() for character in address):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def ascii_host(address: str) -> str | None:
    """Return the host as the network spells it, where that differs from what is shown: "xn--..."."""
    host = urlsplit(address).hostname or ""
    if host.isascii():
        return None
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return "a name that cannot be looked up"


def browser_command(environment: Mapping[str, str], address: str) -> list[str]:
    """Return the command that opens an address, as one argument.

    An http or https address cannot be an option, and xdg-open refuses a `--` before it.

    Raises:
        OutsideError: it is no such address, or no browser is known.

    """
    if not is_web_address(address):
        raise OutsideError("only http and https addresses are opened")
    if chosen := environment.get("BROWSER", "").split(os.pathsep)[0]:
        words = shlex.split(chosen)
        return [word.replace("%s", address) for word in words] if "%s" in chosen else [*words, address]
    for name in _BROWSERS:
        if shutil.which(name):
            return [name, *(["open"] if name == "gio" else []), address]
    raise OutsideError("no browser was found: set BROWSER, or copy the address with y")


def browse(command: list[str]) -> None:
    """Start the browser and leave it alone.

    Raises:
        OutsideError: it cannot be started.

    """
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen(  # noqa: S603 - the reader's own browser, as a list of words
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise OutsideError(f"{visible(command[0])}: {error.strerror or 'cannot be started'}") from error
