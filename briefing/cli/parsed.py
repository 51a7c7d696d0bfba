"""The parsed command line, and the plainest ones, which need no parser: `briefing` with paths, and `show` and `check`.

To load `argparse`, describe the options to it and parse takes as long as to read a brief.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace


class Arguments(SimpleNamespace):
    """What a command line says, an attribute for each argument; options that were not given have none.

    It stands in for `argparse.Namespace`: to load `argparse` takes a tenth of the time until the first frame.
    """

    def __contains__(self, name: str) -> bool:
        """Tell whether there is an argument of that name."""
        return name in vars(self)


_WITHOUT_OPTIONS: Mapping[str, Mapping[str, object]] = {
    "open": {"linear": False},
    "show": {"form": None, "verdicts": False},
    "check": {
        "format": "text",
        "all": False,
        "select": [],
        "ignore": [],
        "strict": False,
        "fix": False,
        "pin": False,
        "coverage": False,
        "explain": None,
    },
}
"""By command, what the options say that are not given: what `command_table` says, as a test holds."""


def plain_arguments(argv: Sequence[str]) -> Arguments | None:
    """Return the arguments of a command line without options that opens the reader, or shows or checks briefs.

    None: it has to be parsed. Names of commands are lower-case words, so a path with any other character is none.
    """
    if any(argument.startswith("-") for argument in argv):
        return None
    command, paths = "open", list(argv)
    if paths and paths[0].isalpha() and paths[0].islower():
        command = paths.pop(0)
        if command not in {"show", "check"}:
            return None
    return Arguments(command=command, paths=paths, version=False, **_WITHOUT_OPTIONS[command])
