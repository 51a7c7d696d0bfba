"""The parsed command line, and the plainest ones, which need no parser: `briefing`, and `briefing` with paths."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace


class Arguments(SimpleNamespace):
    """What a command line says, an attribute for each argument; options that were not given have none.

    It stands in for `argparse.Namespace`: to load `argparse` takes a tenth of the time until the first frame.
    """

    def __contains__(self, name: str) -> bool:
        """Tell whether there is an argument of that name."""
        return name in vars(self)


def plain_start(argv: Sequence[str]) -> Arguments | None:
    """Return the arguments of a command line that opens the reader and has no options. None: it has to be parsed.

    Names of commands are lower-case words, so a path with any other character is none.
    """
    if any(argument.startswith("-") for argument in argv):
        return None
    if argv and (argv[0].isalpha() and argv[0].islower()):
        return None
    return Arguments(command="open", paths=list(argv), linear=False)
