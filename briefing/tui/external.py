"""Runs other programs: the editor, the pager, the browser. None goes through a shell."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from briefing.base.problems import BriefingError
from briefing.render.text.cell_width import short_name
from briefing.tui.terminal.session import TERMINAL, Borrower

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


_GIVEN = 3
"""Seconds that a program has to take a text, such as one for the clipboard."""
_ANSWERED = 1
"""Seconds that tmux has to answer."""


class ExternalProgramError(BriefingError):
    """Another program is missing or cannot be started. Its text is a sentence for the last row."""


def editor_command(environment: Mapping[str, str], path: Path, line: int) -> list[str]:
    """Return the command that opens the file in the reader's editor at a line.

    Raises:
        ExternalProgramError: $VISUAL or $EDITOR cannot be understood.

    """
    words = _words(_first_of(environment, "VISUAL", "EDITOR") or "vi", "editor")
    name = Path(words[0]).name
    file = os.path.abspath(path)  # noqa: PTH100 - resolving links would open another file; absolute: never an option
    if name in _PLUS_LINE:
        return [*words, f"+{line}", file]
    if name in _COLON_LINE:
        return [*words, f"{file}:{line}"]
    if name in _GOTO_LINE:
        return [*words, *([] if "--wait" in words or "-w" in words else ["--wait"]), "--goto", f"{file}:{line}"]
    return [*words, file]


def _first_of(environment: Mapping[str, str], *names: str) -> str:
    """Return the first of these environment variables that is not blank; empty if all are."""
    return next((value for name in names if (value := environment.get(name, "")).strip()), "")


def _words(chosen: str, what: str) -> list[str]:
    """Split a command from an environment variable into words.

    Raises:
        ExternalProgramError: it has a quote without its other half, or names no program.

    """
    try:
        words = shlex.split(chosen)
    except ValueError as error:
        raise ExternalProgramError(
            f"the {what} {_quoted(chosen)} cannot be understood: {str(error).lower()}"
        ) from error
    if not words or not words[0]:
        raise ExternalProgramError(f"the {what} {_quoted(chosen)} cannot be understood: it names no program")
    return words


def _quoted(chosen: str) -> str:
    return f"“{short_name(chosen)}”"


def edit(command: list[str]) -> None:
    """Run the editor and wait for it.

    Raises:
        ExternalProgramError: it cannot be started, or says that it failed.

    """
    _lend(command, None)


def pager_command(environment: Mapping[str, str], line: int) -> list[str]:
    """Return the command that pages through what it is given; less begins at that line.

    Raises:
        ExternalProgramError: $PAGER cannot be understood.

    """
    words = _words(_first_of(environment, "PAGER") or "less", "pager")
    return [*words, f"+{line}"] if Path(words[0]).name == "less" else words


def page_through(command: list[str], text: str) -> None:
    """Run the pager on a text and wait for it.

    Raises:
        ExternalProgramError: it cannot be started, or says that it failed.

    """
    _lend(command, text.encode())


def _lend(command: list[str], given: bytes | None) -> None:
    """Lend the terminal to a program and wait for it; its input is `given`, or the keyboard."""
    stdin = None if given is None else subprocess.PIPE
    TERMINAL.lend()
    try:
        with subprocess.Popen(command, stdin=stdin) as program:  # noqa: S603 - the reader's own, as a list of words
            TERMINAL.borrowed(Borrower(program.send_signal, program.kill))
            program.communicate(given)
            code = program.returncode
    except OSError as error:
        raise _not_started(command, error) from error
    finally:
        TERMINAL.take_back()
    if code:
        raise ExternalProgramError(ended(command, code))


def _not_started(command: Sequence[str], error: OSError | ValueError) -> ExternalProgramError:
    why = error.strerror if isinstance(error, OSError) else None
    return ExternalProgramError(f"{short_name(command[0])}: {why or 'cannot be started'}")


def ended(command: Sequence[str], code: int) -> str:
    """Return a sentence that says that a program has failed."""
    return f"{short_name(command[0])} ended with {code}"


def is_web_address(address: str) -> bool:
    """Tell whether this is an http or https address with a host, without blanks or control characters."""
    if not address.isprintable() or any(character.isspace() for character in address):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def host_of(address: str) -> str:
    """Return the host of a web address in lower case."""
    return urlsplit(address).hostname or ""


def ascii_host(address: str) -> str | None:
    """Return the host in ASCII, "xn--...", if that differs from how it is written, else None."""
    host = host_of(address)
    if host.isascii():
        return None
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return "a name that cannot be looked up"


def browser_command(environment: Mapping[str, str], address: str) -> list[str]:
    """Return the command that opens an address, which is one argument.

    An http or https address cannot be an option, and xdg-open refuses a `--` before it. $BROWSER may name several, with
    colons between them: the first that there is gets the address, in place of %s or at the end.

    Raises:
        ExternalProgramError: it is no such address, or no browser is known.

    """
    if not is_web_address(address):
        raise ExternalProgramError("only http and https addresses are opened")
    if chosen := [_words(one, "browser") for one in environment.get("BROWSER", "").split(os.pathsep) if one.strip()]:
        words = next((words for words in chosen if shutil.which(words[0])), chosen[0])
        if "%s" in words[0]:  # the address is never the program: a folder may hold files called https:/...
            raise ExternalProgramError(f"the browser {_quoted(words[0])} cannot be understood: it names no program")
        if any("%s" in word for word in words):
            return [word.replace("%s", address) for word in words]
        return [*words, address]
    for name in _BROWSERS:
        if shutil.which(name):
            return [name, *(["open"] if name == "gio" else []), address]
    raise ExternalProgramError("no browser was found: set BROWSER, or copy the address with y")


def give(command: Sequence[str], text: str) -> None:
    """Run a program that takes a text as its input, such as wl-copy, and wait for it. Its output is dropped.

    It may leave a process behind that keeps the clipboard.

    Raises:
        ExternalProgramError: it cannot be started, says that it failed, or has not ended after 3 s.

    """
    quiet = subprocess.DEVNULL
    try:
        program = subprocess.Popen(  # noqa: S603 - the reader's own, as a list of words
            command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except (OSError, ValueError) as error:
        raise _not_started(command, error) from error
    with program:
        try:
            program.communicate(text.encode("utf-8", "replace"), _GIVEN)
        except subprocess.TimeoutExpired as error:
            os.killpg(program.pid, signal.SIGKILL)
            raise ExternalProgramError(f"{short_name(command[0])} has not ended after {_GIVEN} s") from error
    if program.returncode:
        raise ExternalProgramError(ended(command, program.returncode))


def tmux_passes_on() -> bool:
    """Ask the tmux that this terminal is in whether it lets programs write to the clipboard."""
    try:
        said = subprocess.run(
            ["tmux", "display-message", "-p", "#{set-clipboard} #{allow-passthrough}"],  # noqa: S607 - as a shell finds it
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_ANSWERED,
            check=False,
        ).stdout.split()
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said[:1] == [b"on"] or said[1:] in ([b"1"], [b"2"], [b"on"], [b"all"])


def browse(command: list[str]) -> subprocess.Popen[bytes]:
    """Start the browser without waiting for it; the process that is returned tells its exit code later.

    Raises:
        ExternalProgramError: it cannot be started.

    """
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603 - the reader's own browser, as a list of words
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise _not_started(command, error) from error
